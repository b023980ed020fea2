/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-ask-dialog.h"

#define TEXT_HEIGHT 110

struct _XybAskDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *window_title;
  GtkButton *accept_button;
  GtkLabel *sentence;
  GtkBox *fields;
  GtkWidget *problem_box;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (XybAskDialog, xyb_ask_dialog, ADW_TYPE_WINDOW)

/**
 * xyb_ask_dialog_refuse:
 * @self: the dialog
 * @sentence: (nullable): why its answer is not taken; %NULL: nothing is wrong any more
 *
 * Keeps the dialog open.
 */
void
xyb_ask_dialog_refuse (XybAskDialog *self, const char *sentence)
{
  g_return_if_fail (XYB_IS_ASK_DIALOG (self));

  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

/**
 * xyb_ask_dialog_accept:
 * @self: the dialog
 *
 * What its button does.
 */
void
xyb_ask_dialog_accept (XybAskDialog *self)
{
  g_return_if_fail (XYB_IS_ASK_DIALOG (self));

  xyb_ask_dialog_refuse (self, NULL);
  g_signal_emit_by_name (self, "accept");
}

/**
 * xyb_ask_dialog_get_problem:
 * @self: the dialog
 *
 * Returns: (transfer none): the sentence in it, or ""
 */
const char *
xyb_ask_dialog_get_problem (XybAskDialog *self)
{
  g_return_val_if_fail (XYB_IS_ASK_DIALOG (self), NULL);

  return gtk_label_get_label (self->problem);
}

static void
accept_clicked_cb (GtkButton *button, XybAskDialog *self)
{
  xyb_ask_dialog_accept (self);
}

static void
activate_cb (GtkEntry *entry, XybAskDialog *self)
{
  xyb_ask_dialog_accept (self);
}

/* ---- fields ---- */

/**
 * xyb_ask_dialog_set_sentence:
 * @self: the dialog
 * @sentence: what it is about
 */
void
xyb_ask_dialog_set_sentence (XybAskDialog *self, const char *sentence)
{
  g_return_if_fail (XYB_IS_ASK_DIALOG (self));

  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), TRUE);
}

/**
 * xyb_ask_dialog_add_widget:
 * @self: the dialog
 * @name: (nullable): the words before it
 * @widget: a field of any kind
 *
 * Adds a field.
 */
void
xyb_ask_dialog_add_widget (XybAskDialog *self, const char *name, GtkWidget *widget)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  g_return_if_fail (XYB_IS_ASK_DIALOG (self));

  if (name != NULL)
    {
      GtkWidget *label = gtk_label_new (name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_width_chars (GTK_LABEL (label), 8);
      gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
      gtk_widget_add_css_class (label, "secondary");
      gtk_box_append (GTK_BOX (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_box_append (GTK_BOX (row), widget);
  gtk_box_append (self->fields, row);
}

/**
 * xyb_ask_dialog_add_entry:
 * @self: the dialog
 * @name: what it is for
 * @value: (nullable): what stands in it
 *
 * Returns: (transfer none): a field of one line
 */
GtkEditable *
xyb_ask_dialog_add_entry (XybAskDialog *self, const char *name, const char *value)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), value != NULL ? value : "");
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), self);
  xyb_ask_dialog_add_widget (self, name, entry);
  return GTK_EDITABLE (entry);
}

/**
 * xyb_ask_dialog_add_text:
 * @self: the dialog
 * @name: what it is for
 * @value: (nullable): what stands in it
 *
 * Returns: (transfer none): the text of a field of several lines
 */
GtkTextBuffer *
xyb_ask_dialog_add_text (XybAskDialog *self, const char *name, const char *value)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_buffer_set_text (buffer, value != NULL ? value : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), TEXT_HEIGHT);
  gtk_widget_add_css_class (scrolled, "text-field");
  xyb_ask_dialog_add_widget (self, name, scrolled);
  return buffer;
}

/**
 * xyb_ask_dialog_add_check:
 * @self: the dialog
 * @name: what is ticked
 *
 * Returns: (transfer none): a box to tick
 */
GtkCheckButton *
xyb_ask_dialog_add_check (XybAskDialog *self, const char *name)
{
  GtkWidget *check = gtk_check_button_new_with_label (name);

  xyb_ask_dialog_add_widget (self, NULL, check);
  return GTK_CHECK_BUTTON (check);
}

/* ---- the widget ---- */

static void
xyb_ask_dialog_class_init (XybAskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_signal_new ("accept", XYB_TYPE_ASK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/widgets/xyb-ask-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XybAskDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, XybAskDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, XybAskDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, XybAskDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, XybAskDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, XybAskDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_ask_dialog_init (XybAskDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_ask_dialog_new:
 * @parent: a widget of the window it belongs to
 * @title: what is asked
 * @button: what its button does
 *
 * Returns: (transfer none): the dialog, not yet shown
 */
XybAskDialog *
xyb_ask_dialog_new (GtkWidget *parent, const char *title, const char *button)
{
  XybAskDialog *self = g_object_new (XYB_TYPE_ASK_DIALOG, "title", title, "transient-for",
                                     GTK_WINDOW (gtk_widget_get_root (parent)), NULL);

  adw_window_title_set_title (self->window_title, title);
  gtk_button_set_label (self->accept_button, button);
  return self;
}
