/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-typing.h"

#include "xyb-i18n.h"

struct _XybIntakeTyping
{
  GtkPopover parent_instance;

  /* template widgets */
  GtkLabel *title;
  GtkEditable *entry;
  GtkDropDown *fields;
  GtkLabel *problem;

  gboolean chooses_field;
};

G_DEFINE_FINAL_TYPE (XybIntakeTyping, xyb_intake_typing, GTK_TYPE_POPOVER)

static guint typed_signal;

/* ---- done ---- */

static void
done_cb (GtkWidget *widget, XybIntakeTyping *self)
{
  g_autofree char *text = NULL;

  /* The columns of the form by their heads; 序号 holds nothing to be read. */
  if (self->chooses_field)
    text = g_strdup (
      xyb_return_field_name (XYB_RETURN_NAME + gtk_drop_down_get_selected (self->fields)));
  else
    text = g_strdup (gtk_editable_get_text (self->entry));
  g_signal_emit (self, typed_signal, 0, text);
}

/* The button it hangs on goes with its row; it must not go before the popover has closed. */
static gboolean
unparent_cb (gpointer user_data)
{
  GtkWidget *self = user_data;

  if (gtk_widget_get_parent (self) != NULL)
    gtk_widget_unparent (self);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
parent_gone_cb (GtkWidget *parent, XybIntakeTyping *self)
{
  unparent_cb (self);
}

/* ---- the widget ---- */

static void
xyb_intake_typing_class_init (XybIntakeTypingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  typed_signal = g_signal_new ("typed", XYB_TYPE_INTAKE_TYPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/intake/xyb-intake-typing.ui");
  gtk_widget_class_bind_template_child (widget_class, XybIntakeTyping, title);
  gtk_widget_class_bind_template_child (widget_class, XybIntakeTyping, entry);
  gtk_widget_class_bind_template_child (widget_class, XybIntakeTyping, fields);
  gtk_widget_class_bind_template_child (widget_class, XybIntakeTyping, problem);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
xyb_intake_typing_init (XybIntakeTyping *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

static void
offer_fields (XybIntakeTyping *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->chooses_field = TRUE;
  for (XybReturnField field = XYB_RETURN_NAME; field < XYB_N_RETURN_FIELDS; field++)
    gtk_string_list_append (names, xyb_return_field_name (field));
  gtk_drop_down_set_model (self->fields, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->fields), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), FALSE);
}

static char *
title_words (const XybReturnRow *row, const XybReturnNote *note, XybAnswer answer)
{
  if (note->kind == XYB_NOTE_UNKNOWN_HEAD)
    return g_strdup_printf (_ ("“%s”列是附件2的哪一列？"), note->other_name);
  if (answer == XYB_ANSWER_TAKE)
    return g_strdup (_ ("为什么仍计入？"));
  if (note->field < XYB_N_RETURN_FIELDS)
    return g_strdup_printf (_ ("%s改填"), xyb_return_field_name (note->field));
  return g_strdup (_ ("改填"));
}

/**
 * xyb_intake_typing_new:
 * @parent: the button it hangs on
 * @row: (nullable): the row that is asked about
 * @note: the question
 * @answer: the answer that wants words
 *
 * What stands in the cell is there to begin with.
 *
 * Returns: (transfer none): the popover, not shown yet
 */
XybIntakeTyping *
xyb_intake_typing_new (GtkWidget *parent,
                       const XybReturnRow *row,
                       const XybReturnNote *note,
                       XybAnswer answer)
{
  XybIntakeTyping *self = g_object_new (XYB_TYPE_INTAKE_TYPING, NULL);
  g_autofree char *title = title_words (row, note, answer);

  gtk_label_set_label (self->title, title);
  if (note->kind == XYB_NOTE_UNKNOWN_HEAD)
    offer_fields (self);
  else if (row != NULL && answer == XYB_ANSWER_TYPED && note->field < XYB_N_RETURN_FIELDS
           && row->raw[note->field].text != NULL)
    gtk_editable_set_text (self->entry, row->raw[note->field].text);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_object (parent, "unrealize", G_CALLBACK (parent_gone_cb), self, 0);
  return self;
}

/**
 * xyb_intake_typing_refuse:
 * @self: the popover
 * @sentence: why not
 */
void
xyb_intake_typing_refuse (XybIntakeTyping *self, const char *sentence)
{
  g_return_if_fail (XYB_IS_INTAKE_TYPING (self));

  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * xyb_intake_typing_get_entry:
 * @self: the popover
 *
 * Returns: (transfer none): where it is typed, for tests
 */
GtkEditable *
xyb_intake_typing_get_entry (XybIntakeTyping *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_TYPING (self), NULL);

  return self->entry;
}
