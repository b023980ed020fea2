/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-step-dialog.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-progress-store.h"
#include "xyb-text.h"
#include "xyb-training-row.h"

/* As many as a list in a form can hold. */
#define MAX_TRAININGS 12

struct _XybStepDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *window_title;
  GtkWidget *accept_button;
  GtkLabel *text;
  GtkLabel *hint;
  GtkWidget *training_box;
  GtkLabel *training_title;
  GtkListBox *trainings;
  GtkWidget *add_row;
  GtkWidget *add_button;
  XybFieldRow *done_row;
  XybFieldRow *staff_row;
  XybFieldRow *note_row;
  GtkWidget *problem_box;
  GtkLabel *problem;

  /* owned */
  XybTrackPlace *place; /* NULL: the form is going */

  gint64 step_id;
};

G_DEFINE_FINAL_TYPE (XybStepDialog, xyb_step_dialog, ADW_TYPE_WINDOW)

static void
show_problem (XybStepDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

/* ---- the fields ---- */

static void
edited_cb (GtkWidget *row, XybStepDialog *self)
{
  show_problem (self, NULL);
}

static gboolean
read_date (XybFieldRow *row, char **out_iso, GError **error)
{
  return xyb_form_read_date (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                             xyb_field_row_get_text (row), out_iso, error);
}

static gboolean
read_count (XybFieldRow *row, gint64 *out_count, GError **error)
{
  return xyb_form_read_count (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                              xyb_field_row_get_text (row), out_count, error);
}

static void
date_commit_cb (XybFieldRow *row, const char *text, XybStepDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *shown = NULL;

  if (!read_date (row, &iso, &error))
    {
      xyb_field_row_refuse (row, error->message);
      return;
    }
  shown = xyb_date_format (iso);
  xyb_field_row_set_value (row, shown);
}

static void
staff_commit_cb (XybFieldRow *row, const char *text, XybStepDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  gint64 count = XYB_UNSAID;

  if (!read_count (row, &count, &error))
    {
      xyb_field_row_refuse (row, error->message);
      return;
    }
  shown = xyb_form_count_text (count);
  xyb_field_row_set_value (row, shown);
}

static void
note_commit_cb (XybFieldRow *row, const char *text, XybStepDialog *self)
{
  xyb_field_row_set_value (row, text);
}

/* ---- trainings ---- */

static guint
count_trainings (XybStepDialog *self)
{
  guint count = 0;

  while (XYB_IS_TRAINING_ROW (gtk_list_box_get_row_at_index (self->trainings, (int) count)))
    count++;
  return count;
}

static XybTrainingRow *
training_at (XybStepDialog *self, guint index)
{
  return XYB_TRAINING_ROW (gtk_list_box_get_row_at_index (self->trainings, (int) index));
}

static void
removed_cb (XybTrainingRow *row, XybStepDialog *self)
{
  show_problem (self, NULL);
  gtk_widget_grab_focus (self->add_button);
  gtk_list_box_remove (self->trainings, GTK_WIDGET (row));
  for (guint i = 0; i < count_trainings (self); i++)
    xyb_training_row_set_number (training_at (self, i), i + 1);
  gtk_widget_set_sensitive (self->add_button, TRUE);
}

static XybTrainingRow *
add_training (XybStepDialog *self, const XybTraining *training)
{
  guint count = count_trainings (self);
  GtkWidget *row = xyb_training_row_new (training, count + 1);

  g_signal_connect (row, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (row, "removed", G_CALLBACK (removed_cb), self);
  gtk_list_box_insert (self->trainings, row, (int) count);
  gtk_widget_set_sensitive (self->add_button, count + 1 < MAX_TRAININGS);
  return XYB_TRAINING_ROW (row);
}

static void
add_clicked_cb (GtkButton *button, XybStepDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (add_training (self, NULL)));
}

/* ---- keeping ---- */

static gboolean
read_trainings (XybStepDialog *self, XybStepRecord *step, const char *today, GError **error)
{
  for (guint i = 0; i < count_trainings (self); i++)
    {
      XybTraining *training;

      if (xyb_training_row_is_blank (training_at (self, i)))
        continue;
      training = xyb_training_row_read (training_at (self, i), today, error);
      if (training == NULL)
        return FALSE;
      g_ptr_array_add (step->trainings, training);
    }
  return TRUE;
}

static XybStepRecord *
read_form (XybStepDialog *self, const char *today, GError **error)
{
  g_autoptr (XybStepRecord) step = xyb_step_record_new (self->step_id);
  const char *note = xyb_field_row_get_text (self->note_row);

  step->note = xyb_text_is_blank (note) ? NULL : g_strdup (note);
  return read_date (self->done_row, &step->done_on, error)
             && read_count (self->staff_row, &step->staff, error)
             && read_trainings (self, step, today, error)
           ? g_steal_pointer (&step)
           : NULL;
}

static gboolean
save (XybStepDialog *self, GError **error)
{
  XybStore *store = xyb_office_get_store (self->place->office);
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybTrackCase) now = xyb_track_place_read (self->place, &plan, error);
  g_autoptr (XybStepRecord) step = now != NULL ? read_form (self, now->today, error) : NULL;
  const XybStepRecord *before;

  if (step == NULL)
    return FALSE;
  before = xyb_track_case_find_step (now, self->step_id);
  step->id = before != NULL ? before->id : 0;
  return xyb_progress_store_save_step (store, plan, now->record, step, now->today, error);
}

/**
 * xyb_step_dialog_accept:
 * @self: the form
 *
 * What 「记下」 does.
 */
void
xyb_step_dialog_accept (XybStepDialog *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (XYB_IS_STEP_DIALOG (self));

  show_problem (self, NULL);
  if (save (self, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_problem (self, error->message);
}

static void
accept_clicked_cb (GtkButton *button, XybStepDialog *self)
{
  xyb_step_dialog_accept (self);
}

/**
 * xyb_step_dialog_get_problem:
 * @self: the form
 *
 * Returns: (transfer none): why it was not kept, or ""
 */
const char *
xyb_step_dialog_get_problem (XybStepDialog *self)
{
  g_return_val_if_fail (XYB_IS_STEP_DIALOG (self), NULL);

  return gtk_label_get_label (self->problem);
}

/* ---- the window ---- */

static void
xyb_step_dialog_dispose (GObject *object)
{
  XybStepDialog *self = XYB_STEP_DIALOG (object);

  g_clear_pointer (&self->place, xyb_track_place_free);
  G_OBJECT_CLASS (xyb_step_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-step-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, text);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, training_box);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, training_title);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, trainings);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, add_row);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, done_row);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, staff_row);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, XybStepDialog, problem);
}

static void
xyb_step_dialog_class_init (XybStepDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_step_dialog_dispose;
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  bind_template (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, staff_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_step_dialog_init (XybStepDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- opening ---- */

static const XybPlanStep *
find_step (const XybTrackCase *now, gint64 step_id)
{
  for (guint i = 0; i < now->plan->steps->len; i++)
    {
      const XybPlanStep *step = now->plan->steps->pdata[i];

      if (step->id == step_id && step->track == now->record->track)
        return step;
    }
  return NULL;
}

/* The report that comes of it is one of the materials: whether it is in. */
static char *
words_of_report (const XybTrackCase *now, const XybPlanStep *step)
{
  const XybMaterialLine *line = xyb_material_list_find_of_step (now->list, step);

  if (line == NULL)
    return NULL;
  if (xyb_material_is_in (line->material))
    return g_strdup_printf (_ ("要交的是第 %u 项材料“%s”，已收：%s。"), line->number,
                            line->item->name, line->words);
  return g_strdup_printf (_ ("要交的是第 %u 项材料“%s”，%s。"), line->number, line->item->name,
                          line->words);
}

static void
show_head (XybStepDialog *self, const XybTrackCase *now, const XybPlanStep *step)
{
  g_autofree char *report = words_of_report (now, step);

  adw_window_title_set_title (self->window_title, step->name);
  adw_window_title_set_subtitle (self->window_title, now->enterprise->name);
  gtk_label_set_label (self->text, step->text != NULL ? step->text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), step->text != NULL);
  gtk_label_set_label (self->hint, report != NULL ? report : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), report != NULL);
}

/* A blank one stands ready while there are too few. */
static void
show_trainings (XybStepDialog *self, const XybPlanStep *step, const XybStepRecord *record)
{
  gint64 minimum = step->minimum != XYB_UNSAID ? step->minimum : 1;
  g_autofree char *title = g_strdup_printf (_ ("培训（至少 %" PRId64 " 次）"), minimum);

  gtk_label_set_label (self->training_title, title);
  for (guint i = 0; record != NULL && i < record->trainings->len; i++)
    add_training (self, record->trainings->pdata[i]);
  if (count_trainings (self) < minimum)
    add_training (self, NULL);
}

static void
show_staff (XybStepDialog *self, const XybPlanStep *step, const XybStepRecord *record)
{
  g_autofree char *staff = xyb_form_count_text (record != NULL ? record->staff : XYB_UNSAID);
  g_autofree char *hint = step->minimum != XYB_UNSAID
                            ? g_strdup_printf (_ ("至少 %" PRId64 " 名"), step->minimum)
                            : NULL;

  xyb_field_row_reset (self->staff_row, staff);
  xyb_field_row_set_hint (self->staff_row, hint);
}

/* What nobody has said anything about is about to be done. */
static void
show_step (XybStepDialog *self,
           const XybPlanStep *step,
           const XybStepRecord *record,
           const char *today)
{
  gboolean counts_trainings = step->counted == XYB_STEP_TRAININGS;
  const char *done_on = record != NULL ? record->done_on : counts_trainings ? NULL : today;
  g_autofree char *day = xyb_date_format (done_on);

  gtk_widget_set_visible (self->training_box, counts_trainings);
  gtk_widget_set_visible (GTK_WIDGET (self->done_row), !counts_trainings || done_on != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->staff_row),
                          step->counted == XYB_STEP_STAFF
                            || (record != NULL && record->staff != XYB_UNSAID));
  if (counts_trainings)
    show_trainings (self, step, record);
  show_staff (self, step, record);
  xyb_field_row_reset (self->done_row, day);
  xyb_field_row_reset (self->note_row, record != NULL ? record->note : NULL);
}

/* An office that is open read-only has a form to look at. */
static void
lock (XybStepDialog *self)
{
  xyb_field_row_set_editable (self->done_row, FALSE);
  xyb_field_row_set_editable (self->staff_row, FALSE);
  xyb_field_row_set_editable (self->note_row, FALSE);
  for (guint i = 0; i < count_trainings (self); i++)
    xyb_training_row_lock (training_at (self, i));
  gtk_widget_set_visible (self->add_row, FALSE);
  gtk_widget_set_visible (self->accept_button, FALSE);
}

/* Where the first thing has to be typed. */
static void
put_cursor (XybStepDialog *self, const XybPlanStep *step)
{
  XybFieldRow *row = step->counted == XYB_STEP_STAFF ? self->staff_row : self->done_row;
  guint count = count_trainings (self);

  if (step->counted == XYB_STEP_TRAININGS && count > 0)
    gtk_widget_grab_focus (GTK_WIDGET (training_at (self, count - 1)));
  else
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (xyb_field_row_get_text_widget (row)));
}

/**
 * xyb_step_dialog_open:
 * @parent: a widget of the window
 * @place: whose step
 * @step_id: of XybPlanStep
 *
 * Returns: (transfer none) (nullable): the form; %NULL, said to the clerk, where there is no such
 *   step any more
 */
XybStepDialog *
xyb_step_dialog_open (GtkWidget *parent, const XybTrackPlace *place, gint64 step_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybTrackCase) now = xyb_track_place_read (place, &plan, &error);
  const XybPlanStep *step = now != NULL ? find_step (now, step_id) : NULL;
  XybStepDialog *self;

  if (step == NULL)
    {
      if (error != NULL)
        xyb_office_report (place->office, error);
      return NULL;
    }
  self = g_object_new (XYB_TYPE_STEP_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->place = xyb_track_place_copy (place);
  self->step_id = step_id;
  show_head (self, now, step);
  show_step (self, step, xyb_track_case_find_step (now, step_id), now->today);
  if (xyb_office_is_read_only (place->office))
    lock (self);
  put_cursor (self, step);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
