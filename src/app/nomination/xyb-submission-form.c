/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-submission-form.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-enterprise-picker.h"
#include "xyb-enterprise-store.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-nomination-dialog.h"
#include "xyb-nomination-store.h"
#include "xyb-nomination-table-view.h"

struct _XybSubmissionForm
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *name;
  GtkLabel *caption;
  GtkMenuButton *export_button;
  XybFieldRow *state_row;
  XybFieldRow *received_row;
  XybFieldRow *officer_row;
  XybFieldRow *phone_row;
  GtkDropDown *state;
  GtkWidget *add_button;
  GtkStack *table_stack;
  XybNominationTableView *table;

  /* owned */
  XybOffice *office;
  XybSubmission *submission;
  GPtrArray *nominations; /* of XybNomination */
  gint64 unit_id;
  int year;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybSubmissionForm, xyb_submission_form, ADW_TYPE_BIN)

/* ---- the return ---- */

static void show_stored (XybSubmissionForm *self);

/* @submission is the caller's: storing it brings the form up to date, which replaces its own. */
static gboolean
save (XybSubmissionForm *self, XybSubmission *submission, GError **error)
{
  return xyb_submission_store_save (xyb_office_get_store (self->office), submission, error);
}

static XybSubmission *
read_submission (XybSubmissionForm *self, GError **error)
{
  return xyb_submission_store_get (xyb_office_get_store (self->office), self->year, self->unit_id,
                                   error);
}

static gboolean
write_field (XybSubmissionForm *self,
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
field_commit_cb (XybFieldRow *row, const char *text, XybSubmissionForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybSubmission) changed = read_submission (self, &error);

  if (changed == NULL || !write_field (self, changed, row, text, &error))
    xyb_field_row_refuse (row, error->message);
  else
    show_stored (self);
}

static void
state_changed_cb (GObject *object, GParamSpec *pspec, XybSubmissionForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybSubmission) changed = NULL;

  if (self->filling || self->submission == NULL)
    return;
  changed = read_submission (self, &error);
  if (changed != NULL)
    {
      changed->state = (XybSubmissionState) (gtk_drop_down_get_selected (self->state) + 1);
      save (self, changed, &error);
    }
  if (error != NULL)
    xyb_office_report (self->office, error);
  show_stored (self);
}

/* ---- its enterprises ---- */

static void
open_dialog (XybSubmissionForm *self, const XybNomination *nomination)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (
    GTK_WINDOW (xyb_nomination_dialog_new (parent, self->office, nomination, self->year)));
}

static void
table_opened_cb (XybNominationTableView *table, gint64 id, XybSubmissionForm *self)
{
  for (guint i = 0; i < self->nominations->len; i++)
    if (((XybNomination *) self->nominations->pdata[i])->id == id)
      open_dialog (self, self->nominations->pdata[i]);
}

static void
chosen_cb (XybEnterprisePicker *picker, gint64 id, XybSubmissionForm *self)
{
  const XybPlan *plan = xyb_office_get_plan (self->office);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise
    = xyb_enterprise_store_get (xyb_office_get_store (self->office), id, &error);
  g_autoptr (XybNomination) nomination = NULL;

  if (enterprise == NULL)
    {
      xyb_office_report (self->office, error);
      return;
    }
  if (plan == NULL)
    return;
  nomination = xyb_nomination_for_enterprise (plan, enterprise);
  nomination->unit_id = self->unit_id;
  open_dialog (self, nomination);
}

static void
add_clicked_cb (GtkButton *button, XybSubmissionForm *self)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  XybEnterprisePicker *picker = xyb_enterprise_picker_new (parent, self->office, self->unit_id);

  g_signal_connect_object (picker, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (picker));
}

/* ---- showing ---- */

static gint64
quota_of (XybSubmissionForm *self)
{
  const XybPlan *plan = xyb_office_get_plan (self->office);

  for (guint i = 0; plan != NULL && i < plan->quotas->len; i++)
    {
      const XybQuota *quota = plan->quotas->pdata[i];

      if (quota->unit_id == self->unit_id)
        return quota->accreditation;
    }
  return XYB_UNSAID;
}

static void
fill_head (XybSubmissionForm *self)
{
  gint64 quota = quota_of (self);
  guint rows = self->nominations->len;
  g_autofree char *caption = NULL;

  if (quota == XYB_UNSAID)
    caption = g_strdup_printf (_ ("表内 %u 家 · 没有指标"), rows);
  else if ((gint64) rows < quota)
    caption = g_strdup_printf (_ ("表内 %u 家 · 指标 %" PRId64 " 家 · 还差 %" PRId64 " 家"), rows,
                               quota, quota - rows);
  else
    caption = g_strdup_printf (_ ("表内 %u 家 · 指标 %" PRId64 " 家 ✓"), rows, quota);
  gtk_label_set_label (self->name, self->submission->unit_name);
  gtk_label_set_label (self->caption, caption);
}

static void
add_export_item (GMenu *menu, const char *label, const char *format, gint64 unit_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.export-nominations", "(ssx)", "district", format,
                                     unit_id);
  g_menu_append_item (menu, item);
}

static void
fill_menu (XybSubmissionForm *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  add_export_item (menu, _ ("导出 Excel 工作簿…"), "xlsx", self->unit_id);
  add_export_item (menu, _ ("导出 PDF…"), "pdf", self->unit_id);
  gtk_menu_button_set_menu_model (self->export_button, G_MENU_MODEL (menu));
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
fill (XybSubmissionForm *self, gboolean other)
{
  gboolean editable = !xyb_office_is_read_only (self->office);
  g_autofree char *received = xyb_date_format (self->submission->received_on);

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->state, (guint) self->submission->state - 1);
  self->filling = FALSE;
  xyb_field_row_set_editable (self->state_row, editable);
  fill_field (self->received_row, received, other, editable);
  fill_field (self->officer_row, self->submission->officer, other, editable);
  fill_field (self->phone_row, self->submission->officer_phone, other, editable);
  gtk_widget_set_sensitive (self->add_button, editable);
}

static void
leave (XybSubmissionForm *self)
{
  xyb_field_row_commit (self->received_row);
  xyb_field_row_commit (self->officer_row);
  xyb_field_row_commit (self->phone_row);
}

static gboolean
read_stored (XybSubmissionForm *self, GError **error)
{
  XybStore *store = xyb_office_get_store (self->office);
  XybSubmission *submission = read_submission (self, error);
  GPtrArray *nominations = submission != NULL
                             ? xyb_nomination_store_list (store, self->year, self->unit_id, error)
                             : NULL;

  if (nominations == NULL)
    {
      xyb_submission_free (submission);
      return FALSE;
    }
  xyb_submission_free (self->submission);
  self->submission = submission;
  g_clear_pointer (&self->nominations, g_ptr_array_unref);
  self->nominations = nominations;
  return TRUE;
}

/* What the store made of it: a tidy date, a phone with its hyphen. */
static void
show_stored (XybSubmissionForm *self)
{
  if (read_stored (self, NULL))
    fill (self, FALSE);
}

/**
 * xyb_submission_form_show:
 * @self: the form
 * @office: the office
 * @unit_id: a 区镇
 *
 * Shows what is stored of it now, in the year in view.
 */
void
xyb_submission_form_show (XybSubmissionForm *self, XybOffice *office, gint64 unit_id)
{
  int year = xyb_office_get_year (office);
  gboolean other;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (XYB_IS_SUBMISSION_FORM (self));

  other = unit_id != self->unit_id || year != self->year;
  if (other && self->submission != NULL)
    leave (self);
  g_set_object (&self->office, office);
  self->unit_id = unit_id;
  self->year = year;
  if (!read_stored (self, &error))
    {
      xyb_office_report (office, error);
      return;
    }
  fill (self, other);
  fill_head (self);
  if (other)
    fill_menu (self);
  xyb_nomination_table_view_fill (self->table, self->nominations);
  gtk_stack_set_visible_child_name (self->table_stack,
                                    self->nominations->len > 0 ? "table" : "empty");
}

/* ---- the widget ---- */

static void
xyb_submission_form_dispose (GObject *object)
{
  XybSubmissionForm *self = XYB_SUBMISSION_FORM (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->submission, xyb_submission_free);
  g_clear_pointer (&self->nominations, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_submission_form_parent_class)->dispose (object);
}

static void
fill_states (XybSubmissionForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int state = XYB_SUBMISSION_MISSING; state <= XYB_SUBMISSION_CONFIRMED; state++)
    gtk_string_list_append (names, xyb_submission_state_name ((XybSubmissionState) state));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (names));
  self->filling = FALSE;
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybSubmissionForm, name)

static void
xyb_submission_form_class_init (XybSubmissionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_submission_form_dispose;
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  g_type_ensure (XYB_TYPE_NOMINATION_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/nomination/xyb-submission-form.ui");
  BIND (name);
  BIND (caption);
  BIND (export_button);
  BIND (state_row);
  BIND (received_row);
  BIND (officer_row);
  BIND (phone_row);
  BIND (state);
  BIND (add_button);
  BIND (table_stack);
  BIND (table);
  gtk_widget_class_bind_template_callback (widget_class, field_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
xyb_submission_form_init (XybSubmissionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_states (self);
}
