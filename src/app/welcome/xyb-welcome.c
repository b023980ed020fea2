/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-welcome.h"

struct _XybWelcome
{
  AdwBin parent_instance;

  /* template widgets */
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkListBox *choices;
  GtkEditable *name_row;
};

G_DEFINE_FINAL_TYPE (XybWelcome, xyb_welcome, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The rows stand in the order of #XybWelcomeChoice. */
static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, XybWelcome *self)
{
  xyb_welcome_set_problem (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, gtk_list_box_row_get_index (row));
}

static gboolean
xyb_welcome_grab_focus (GtkWidget *widget)
{
  XybWelcome *self = XYB_WELCOME (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->choices, 0)));
}

static void
xyb_welcome_class_init (XybWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = xyb_welcome_grab_focus;
  /**
   * XybWelcome::chosen:
   * @choice: a #XybWelcomeChoice
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", XYB_TYPE_WELCOME, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/welcome/xyb-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, XybWelcome, problem_box);
  gtk_widget_class_bind_template_child (widget_class, XybWelcome, problem);
  gtk_widget_class_bind_template_child (widget_class, XybWelcome, choices);
  gtk_widget_class_bind_template_child (widget_class, XybWelcome, name_row);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
xyb_welcome_init (XybWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_welcome_set_operator:
 * @self: the page
 * @name: (nullable): who is probably at the keyboard
 *
 * Proposes a name for the log.
 */
void
xyb_welcome_set_operator (XybWelcome *self, const char *name)
{
  g_return_if_fail (XYB_IS_WELCOME (self));

  gtk_editable_set_text (self->name_row, name != NULL ? name : "");
}

/**
 * xyb_welcome_get_operator:
 * @self: the page
 *
 * Returns: (transfer none): what the clerk wrote; "" where she wrote nothing
 */
const char *
xyb_welcome_get_operator (XybWelcome *self)
{
  g_return_val_if_fail (XYB_IS_WELCOME (self), NULL);

  return gtk_editable_get_text (self->name_row);
}

/**
 * xyb_welcome_set_problem:
 * @self: the page
 * @sentence: (nullable): why a choice did not work out
 *
 * Shows @sentence above the choices.
 */
void
xyb_welcome_set_problem (XybWelcome *self, const char *sentence)
{
  g_return_if_fail (XYB_IS_WELCOME (self));

  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

/**
 * xyb_welcome_get_problem:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the sentence above the choices
 */
const char *
xyb_welcome_get_problem (XybWelcome *self)
{
  g_return_val_if_fail (XYB_IS_WELCOME (self), NULL);

  return gtk_widget_get_visible (self->problem_box) ? gtk_label_get_label (self->problem) : NULL;
}

/**
 * xyb_welcome_choose:
 * @self: the page
 * @choice: a choice
 *
 * Does what a click on the choice does.
 */
void
xyb_welcome_choose (XybWelcome *self, XybWelcomeChoice choice)
{
  g_return_if_fail (XYB_IS_WELCOME (self));

  row_activated_cb (self->choices, gtk_list_box_get_row_at_index (self->choices, choice), self);
}
