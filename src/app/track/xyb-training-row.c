/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-training-row.h"

#include "xyb-date.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

struct _XybTrainingRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkLabel *number;
  GtkEditable *held_on;
  GtkEditable *subject;
  GtkWidget *remove_button;
  GtkLabel *problem;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (XybTrainingRow, xyb_training_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_EDITED,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_problem (XybTrainingRow *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
changed_cb (GtkEditable *editable, XybTrainingRow *self)
{
  show_problem (self, NULL);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* Left, the day is looked at; as the program writes it where it is one. */
static void
date_left_cb (GtkEventControllerFocus *controller, XybTrainingRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *shown = NULL;

  if (!xyb_form_read_date (_ ("培训日期"), gtk_editable_get_text (self->held_on), &iso, &error))
    {
      show_problem (self, error->message);
      return;
    }
  shown = xyb_date_format (iso);
  if (iso != NULL && g_strcmp0 (shown, gtk_editable_get_text (self->held_on)) != 0)
    gtk_editable_set_text (self->held_on, shown);
}

static void
remove_clicked_cb (GtkButton *button, XybTrainingRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

/**
 * xyb_training_row_is_blank:
 * @self: a row
 *
 * Returns: whether nothing was typed: then it is none
 */
gboolean
xyb_training_row_is_blank (XybTrainingRow *self)
{
  g_return_val_if_fail (XYB_IS_TRAINING_ROW (self), TRUE);

  return xyb_text_is_blank (gtk_editable_get_text (self->held_on))
         && xyb_text_is_blank (gtk_editable_get_text (self->subject));
}

/**
 * xyb_training_row_read:
 * @self: a row
 * @today: ISO date
 * @error: of xyb_training_validate(); told in the row, too
 *
 * Returns: (transfer full) (nullable): what was typed
 */
XybTraining *
xyb_training_row_read (XybTrainingRow *self, const char *today, GError **error)
{
  g_autoptr (XybTraining) training = xyb_training_new (NULL, NULL);
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (XYB_IS_TRAINING_ROW (self), NULL);

  training->id = self->id;
  xyb_form_set_string (&training->subject, gtk_editable_get_text (self->subject));
  if (xyb_form_read_date (_ ("培训日期"), gtk_editable_get_text (self->held_on), &training->held_on,
                          &problem)
      && xyb_training_validate (training, today, &problem))
    return g_steal_pointer (&training);
  show_problem (self, problem->message);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * xyb_training_row_type:
 * @self: a row
 * @held_on: the day, as the clerk writes it
 * @subject: what about
 *
 * As if it was typed.
 */
void
xyb_training_row_type (XybTrainingRow *self, const char *held_on, const char *subject)
{
  g_return_if_fail (XYB_IS_TRAINING_ROW (self));

  gtk_editable_set_text (self->held_on, held_on);
  gtk_editable_set_text (self->subject, subject);
}

/**
 * xyb_training_row_lock:
 * @self: a row
 *
 * Nothing can be changed in it.
 */
void
xyb_training_row_lock (XybTrainingRow *self)
{
  g_return_if_fail (XYB_IS_TRAINING_ROW (self));

  gtk_editable_set_editable (self->held_on, FALSE);
  gtk_editable_set_editable (self->subject, FALSE);
  gtk_widget_set_visible (self->remove_button, FALSE);
}

/**
 * xyb_training_row_set_number:
 * @self: a row
 * @number: which it is, from 1
 */
void
xyb_training_row_set_number (XybTrainingRow *self, guint number)
{
  g_autofree char *shown = g_strdup_printf (_ ("第 %u 次"), number);
  g_autofree char *held_on = g_strdup_printf (_ ("第 %u 次培训的日期"), number);
  g_autofree char *subject = g_strdup_printf (_ ("第 %u 次培训的主题"), number);
  g_autofree char *taken = g_strdup_printf (_ ("移除第 %u 次培训"), number);

  g_return_if_fail (XYB_IS_TRAINING_ROW (self));

  gtk_label_set_label (self->number, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->held_on), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  held_on, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->subject), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  subject, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, taken, -1);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (XYB_TRAINING_ROW (widget)->held_on));
}

static void
xyb_training_row_class_init (XybTrainingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = grab_focus;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", XYB_TYPE_TRAINING_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", XYB_TYPE_TRAINING_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-training-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybTrainingRow, number);
  gtk_widget_class_bind_template_child (widget_class, XybTrainingRow, held_on);
  gtk_widget_class_bind_template_child (widget_class, XybTrainingRow, subject);
  gtk_widget_class_bind_template_child (widget_class, XybTrainingRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, XybTrainingRow, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
xyb_training_row_init (XybTrainingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_training_row_new:
 * @training: (nullable): what it shows; %NULL for a new one
 * @number: which it is, from 1
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
xyb_training_row_new (const XybTraining *training, guint number)
{
  XybTrainingRow *self = g_object_new (XYB_TYPE_TRAINING_ROW, NULL);

  xyb_training_row_set_number (self, number);
  if (training != NULL)
    {
      g_autofree char *held_on = xyb_date_format (training->held_on);

      self->id = training->id;
      xyb_training_row_type (self, held_on, training->subject);
    }
  return GTK_WIDGET (self);
}
