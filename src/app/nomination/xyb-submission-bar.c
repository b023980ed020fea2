/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-submission-bar.h"

#include "xyb-date.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-nomination-store.h"
#include "xyb-submission-row.h"
#include "xyb-submission-words.h"

struct _XybSubmissionBar
{
  AdwBin parent_instance;

  /* template widgets */
  GtkBox *states;
  GtkWidget *receive_button;
  GtkLabel *due;
  XybFieldRow *received_row;
  XybFieldRow *officer_row;
  XybFieldRow *phone_row;
  GtkWidget *buttons[XYB_SUBMISSION_CONFIRMED + 1]; /* by state */

  /* owned */
  XybOffice *office;
  XybSubmission *submission;
  gint64 unit_id;
  int year;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybSubmissionBar, xyb_submission_bar, ADW_TYPE_BIN)

static XybSubmission *
read_submission (XybSubmissionBar *self, GError **error)
{
  return xyb_submission_store_get (xyb_office_get_store (self->office), self->year, self->unit_id,
                                   error);
}

/* @submission is the caller's: storing it brings the bar up to date, which replaces its own. */
static gboolean
save (XybSubmissionBar *self, XybSubmission *submission, GError **error)
{
  return xyb_submission_store_save (xyb_office_get_store (self->office), submission, error);
}

/* ---- showing ---- */

static void
fill_due (XybSubmissionBar *self)
{
  g_autofree char *today = xyb_date_today ();
  XybUrgency urgency;
  g_autofree char *words
    = xyb_submission_due_words (self->submission, xyb_office_get_plan (self->office), today,
                                &urgency);

  gtk_widget_set_css_classes (GTK_WIDGET (self->due),
                              (const char *[]){ "numeric", xyb_urgency_css_class (urgency), NULL });
  gtk_label_set_label (self->due, words);
}

static void
fill_field (XybFieldRow *row, const char *text, gboolean other, gboolean editable)
{
  if (other)
    xyb_field_row_reset (row, text);
  else
    xyb_field_row_set_value (row, text);
  xyb_field_row_set_editable (row, editable);
}

static void
fill_states (XybSubmissionBar *self, gboolean editable)
{
  self->filling = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[self->submission->state]), TRUE);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->states), editable);
  gtk_widget_set_visible (self->receive_button,
                          editable && !xyb_submission_is_returned (self->submission));
}

static void
fill (XybSubmissionBar *self, gboolean other)
{
  gboolean editable = !xyb_office_is_read_only (self->office);
  g_autofree char *received = xyb_date_format (self->submission->received_on);

  fill_states (self, editable);
  fill_due (self);
  fill_field (self->received_row, received, other, editable);
  fill_field (self->officer_row, self->submission->officer, other, editable);
  fill_field (self->phone_row, self->submission->officer_phone, other, editable);
}

/* What the store made of it: a tidy date, a phone with its hyphen. */
static void
show_stored (XybSubmissionBar *self)
{
  XybSubmission *submission = read_submission (self, NULL);

  if (submission == NULL)
    return;
  xyb_submission_free (self->submission);
  self->submission = submission;
  fill (self, FALSE);
}

static void
leave (XybSubmissionBar *self)
{
  xyb_field_row_commit (self->received_row);
  xyb_field_row_commit (self->officer_row);
  xyb_field_row_commit (self->phone_row);
}

/**
 * xyb_submission_bar_show:
 * @self: the bar
 * @office: the office
 * @unit_id: a 区镇
 * @error: return location
 *
 * Shows what is stored of it now, in the year in view.
 *
 * Returns: %FALSE where it cannot be read
 */
gboolean
xyb_submission_bar_show (XybSubmissionBar *self, XybOffice *office, gint64 unit_id, GError **error)
{
  int year = xyb_office_get_year (office);
  XybSubmission *submission;
  gboolean other;

  g_return_val_if_fail (XYB_IS_SUBMISSION_BAR (self), FALSE);

  other = unit_id != self->unit_id || year != self->year;
  if (other && self->submission != NULL)
    leave (self);
  g_set_object (&self->office, office);
  self->unit_id = unit_id;
  self->year = year;
  submission = read_submission (self, error);
  if (submission == NULL)
    return FALSE;
  xyb_submission_free (self->submission);
  self->submission = submission;
  fill (self, other);
  return TRUE;
}

/* ---- what the clerk does ---- */

static gboolean
write_field (XybSubmissionBar *self,
             XybSubmission *submission,
             XybFieldRow *row,
             const char *text,
             GError **error)
{
  if (row == self->received_row)
    {
      if (!xyb_form_read_date (_ ("收到日期"), text, &submission->received_on, error))
        return FALSE;
      /* A date of receipt says that it has been received; what the clerk said herself stays. */
      if (submission->received_on != NULL && submission->state == XYB_SUBMISSION_MISSING)
        submission->state = XYB_SUBMISSION_RECEIVED;
    }
  else if (row == self->officer_row)
    xyb_form_set_string (&submission->officer, text);
  else
    xyb_form_set_string (&submission->officer_phone, text);
  return save (self, submission, error);
}

static void
field_commit_cb (XybFieldRow *row, const char *text, XybSubmissionBar *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybSubmission) changed = read_submission (self, &error);

  if (changed == NULL || !write_field (self, changed, row, text, &error))
    xyb_field_row_refuse (row, error->message);
  else
    show_stored (self);
}

static void
set_state (XybSubmissionBar *self, XybSubmissionState state, const char *received_on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybSubmission) changed = read_submission (self, &error);

  if (changed != NULL)
    {
      changed->state = state;
      if (received_on != NULL)
        xyb_form_set_string (&changed->received_on, received_on);
      save (self, changed, &error);
    }
  if (error != NULL)
    xyb_office_report (self->office, error);
  show_stored (self);
}

static void
state_toggled_cb (GtkToggleButton *button, XybSubmissionBar *self)
{
  if (self->filling || self->submission == NULL || !gtk_toggle_button_get_active (button))
    return;
  for (int state = XYB_SUBMISSION_MISSING; state <= XYB_SUBMISSION_CONFIRMED; state++)
    if (self->buttons[state] == GTK_WIDGET (button))
      set_state (self, (XybSubmissionState) state, NULL);
}

/* 收到: the state and the day in one click. */
static void
receive_clicked_cb (GtkButton *button, XybSubmissionBar *self)
{
  g_autofree char *today = xyb_date_today ();

  set_state (self, XYB_SUBMISSION_RECEIVED, today);
}

/* ---- the widget ---- */

static void
xyb_submission_bar_dispose (GObject *object)
{
  XybSubmissionBar *self = XYB_SUBMISSION_BAR (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->submission, xyb_submission_free);
  G_OBJECT_CLASS (xyb_submission_bar_parent_class)->dispose (object);
}

static void
add_state (XybSubmissionBar *self, XybSubmissionState state)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (xyb_submission_state_name (state));
  GtkWidget *first = self->buttons[XYB_SUBMISSION_MISSING];

  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  self->buttons[state] = button;
  g_signal_connect (button, "toggled", G_CALLBACK (state_toggled_cb), self);
  gtk_box_append (self->states, button);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybSubmissionBar, name)

static void
xyb_submission_bar_class_init (XybSubmissionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_submission_bar_dispose;
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/nomination/xyb-submission-bar.ui");
  BIND (states);
  BIND (receive_button);
  BIND (due);
  BIND (received_row);
  BIND (officer_row);
  BIND (phone_row);
  gtk_widget_class_bind_template_callback (widget_class, field_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, receive_clicked_cb);
}

static void
xyb_submission_bar_init (XybSubmissionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int state = XYB_SUBMISSION_MISSING; state <= XYB_SUBMISSION_CONFIRMED; state++)
    add_state (self, (XybSubmissionState) state);
}
