/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-year-dialog.h"

#include "xyb-compat.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-plan-proposal.h"
#include "xyb-plan-store.h"
#include "xyb-quota-rows.h"
#include "xyb-quota-table.h"
#include "xyb-sheet.h"
#include "xyb-tag.h"

struct _XybYearDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkWidget *make_button;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkSpinButton *year;
  GtkLabel *source_note;
  GtkWidget *body;
  XybSheet *targets_sheet;
  GtkLabel *opening_note;
  GtkListBox *milestones;
  XybSheet *quotas_sheet;
  XybTag *total_tag;

  /* owned */
  XybOffice *office;
  XybPlanProposal *proposal; /* NULL: the year cannot be made, the problem says why */
  XybYearTable *targets;
  XybYearTable *quotas;
  GPtrArray *dates; /* of borrowed GtkEditable, one a milestone */
};

G_DEFINE_FINAL_TYPE (XybYearDialog, xyb_year_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_problem (XybYearDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

/* ---- the sum and the target (QUO-01) ---- */

static void
changed_cb (XybYearTable *table, XybYearDialog *self)
{
  gint64 sum = xyb_year_table_get_sum (self->quotas, 0);
  gint64 models = xyb_year_table_get_sum (self->quotas, 1);
  gint64 target = xyb_year_table_get (self->targets, 0, 0);
  gboolean match = FALSE;
  g_autofree char *sentence = xyb_quota_rows_total_sentence (sum, target, &match);
  gboolean blank = sum == XYB_UNSAID || target == XYB_UNSAID;

  xyb_year_table_set_total (self->quotas, 0, sum);
  xyb_year_table_set_total (self->quotas, 1,
                            models != XYB_UNSAID ? models
                                                 : xyb_year_table_get (self->targets, 1, 0));
  xyb_tag_set (self->total_tag,
               blank   ? "warning"
               : match ? "success"
                       : "error",
               blank   ? "dialog-warning-symbolic"
               : match ? "object-select-symbolic"
                       : "dialog-error-symbolic",
               sentence);
}

static void
draft_changed_cb (XybSheet *sheet, XybYearDialog *self)
{
  guint row = 0;
  guint column = 0;
  const char *draft = xyb_sheet_get_draft (sheet, &row, &column);

  xyb_year_table_set_draft (XYB_YEAR_TABLE (xyb_sheet_get_model (sheet)), row, column, draft);
}

static void
refused_cb (XybSheet *sheet, const char *sentence, XybYearDialog *self)
{
  show_problem (self, sentence);
}

/* ---- filling ---- */

static gint64
sum_of_quotas (const XybPlan *plan)
{
  g_autoptr (XybQuotaTable) table = xyb_quota_table_new (plan);

  return table->total_accreditation;
}

static void
fill_targets (XybYearDialog *self)
{
  const XybPlan *plan = self->proposal->plan;
  g_autofree char *before = g_strdup_printf (_ ("%d年目标"), self->proposal->source->year);
  g_autofree char *now = g_strdup_printf (_ ("%d年目标"), plan->year);
  const char *heads[] = { _ ("类别"), before, now, _ ("年初存量"), NULL };

  xyb_year_table_start (self->targets, heads);
  for (int i = 0; i < XYB_N_TRACKS; i++)
    {
      const gint64 numbers[] = { plan->targets[i], plan->opening[i] };

      xyb_year_table_add_row (self->targets, xyb_track_name (i + 1),
                              self->proposal->source->targets[i], numbers);
    }
  xyb_year_table_finish (self->targets);
}

static gint64
source_quota (XybYearDialog *self, gint64 unit_id)
{
  const GPtrArray *quotas = self->proposal->source->quotas;

  for (guint i = 0; i < quotas->len; i++)
    if (((XybQuota *) quotas->pdata[i])->unit_id == unit_id)
      return ((XybQuota *) quotas->pdata[i])->accreditation;
  return XYB_UNSAID;
}

static void
fill_quotas (XybYearDialog *self)
{
  const XybPlan *plan = self->proposal->plan;
  g_autofree char *before = g_strdup_printf (_ ("%d年"), self->proposal->source->year);
  const char *heads[] = { _ ("区镇名称"), before, _ ("贯标企业数"), _ ("示范企业数"), NULL };

  xyb_year_table_start (self->quotas, heads);
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const XybQuota *quota = plan->quotas->pdata[i];
      const gint64 numbers[] = { quota->accreditation, quota->city_model };

      xyb_year_table_add_row (self->quotas, quota->unit_name, source_quota (self, quota->unit_id),
                              numbers);
    }
  xyb_year_table_add_total (self->quotas, _ ("合计"), sum_of_quotas (self->proposal->source));
  xyb_year_table_finish (self->quotas);
}

static GtkWidget *
milestone_row_new (XybYearDialog *self, const XybMilestone *milestone)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *day = xyb_date_format (milestone->due_on);
  g_autofree char *name = g_strdup_printf (_ ("时限：%s"), milestone->text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), milestone->text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), day);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 13);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 13);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), milestone->date_text);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (entry, milestone->date_text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);
  g_ptr_array_add (self->dates, entry);
  return row;
}

static void
fill_milestones (XybYearDialog *self)
{
  const GPtrArray *milestones = self->proposal->plan->milestones;
  GtkWidget *child;

  g_ptr_array_set_size (self->dates, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->milestones))) != NULL)
    gtk_list_box_remove (self->milestones, child);
  for (guint i = 0; i < milestones->len; i++)
    gtk_list_box_append (self->milestones, milestone_row_new (self, milestones->pdata[i]));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->milestones)),
                          milestones->len > 0);
}

static void
fill_notes (XybYearDialog *self)
{
  const XybPlanProposal *proposal = self->proposal;
  g_autofree char *source
    = proposal->from_preset
        ? g_strdup_printf (_ ("底稿是程序自带的%d年方案，目标和指标空着，请填写。"),
                           proposal->source->year)
        : g_strdup_printf (_ ("底稿是%d年方案：时限移到新年度，文号和印发日期空着。"),
                           proposal->source->year);

  gtk_label_set_label (self->source_note, source);
  gtk_label_set_label (self->opening_note,
                       proposal->derived
                         ? _ ("年初存量是推算的：以前各年的目标都算完成。实际数不同的，请改过来。")
                         : _ ("年初存量：到上年底为止的累计家数，不清楚可以空着。"));
}

/* What the clerk has typed stays when she only moves to another year. */
static void
keep_numbers (XybYearDialog *self, XybPlan *plan)
{
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    {
      plan->targets[i] = xyb_year_table_get (self->targets, i, 0);
      plan->opening[i] = xyb_year_table_get (self->targets, i, 1);
    }
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      XybQuota *quota = plan->quotas->pdata[i];

      quota->accreditation = xyb_year_table_get (self->quotas, i, 0);
      quota->city_model = xyb_year_table_get (self->quotas, i, 1);
    }
}

/* Fields that are about to go, or to be barred, must not keep the cursor: its blinking would go on
 * without them. */
static void
leave_body (XybYearDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->body))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static void
propose (XybYearDialog *self)
{
  g_autoptr (GError) error = NULL;
  XybPlanProposal *proposal
    = xyb_plan_propose (xyb_office_get_store (self->office), 0,
                        gtk_spin_button_get_value_as_int (self->year), &error);

  leave_body (self);
  show_problem (self, error != NULL ? error->message : NULL);
  gtk_widget_set_sensitive (self->make_button, proposal != NULL);
  gtk_widget_set_sensitive (self->body, proposal != NULL);
  if (proposal == NULL)
    return;
  if (self->proposal != NULL && self->proposal->source->year == proposal->source->year)
    keep_numbers (self, proposal->plan);
  xyb_plan_proposal_free (self->proposal);
  self->proposal = proposal;
  fill_targets (self);
  fill_quotas (self);
  fill_milestones (self);
  fill_notes (self);
  changed_cb (NULL, self);
}

static void
year_changed_cb (GtkSpinButton *year, XybYearDialog *self)
{
  if (self->office != NULL)
    propose (self);
}

/* ---- making it ---- */

static gboolean
read_dates (XybYearDialog *self, XybPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      XybMilestone *milestone = plan->milestones->pdata[i];
      GtkEditable *entry = self->dates->pdata[i];
      g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
      g_autofree char *day = NULL;

      if (*text != '\0')
        {
          day = xyb_date_parse (milestone->text, text, error);
          if (day == NULL)
            {
              gtk_widget_grab_focus (GTK_WIDGET (entry));
              return FALSE;
            }
        }
      xyb_milestone_move (milestone, day);
    }
  return TRUE;
}

static void
store_plan (XybYearDialog *self)
{
  XybPlan *plan;
  int year;
  g_autoptr (GError) error = NULL;

  if (self->proposal == NULL)
    return;
  plan = self->proposal->plan;
  year = plan->year;
  if (!xyb_plan_store_add (xyb_office_get_store (self->office), plan, &error))
    {
      show_problem (self, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_MADE], 0, year);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
store_plan_cb (gpointer user_data)
{
  store_plan (user_data);
  return G_SOURCE_REMOVE;
}

/* The question closes itself after its answer; the dialog it belongs to must not go before. */
static void
mismatch_answer_cb (const char *answer, gpointer user_data)
{
  g_autoptr (XybYearDialog) self = user_data;

  if (g_strcmp0 (answer, "make") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT, store_plan_cb, g_object_ref (self), g_object_unref);
}

/* Allowed, because quotas are often settled after the targets; 附件1 is checked again before it
 * goes out. */
static void
ask_mismatch (XybYearDialog *self, const char *sentence)
{
  static const XybDialogAnswer answers[] = {
    { "back", N_ ("回去改"), ADW_RESPONSE_DEFAULT },
    { "make", N_ ("仍然建立"), ADW_RESPONSE_DEFAULT },
  };
  g_autofree char *body = g_strdup_printf (_ ("%s。可以先建立，以后在指标分解页里改。"), sentence);

  xyb_compat_ask (GTK_WINDOW (self), _ ("合计与目标不一致"), body, answers, G_N_ELEMENTS (answers),
                  NULL, mismatch_answer_cb, g_object_ref (self));
}

/**
 * xyb_year_dialog_make:
 * @self: the dialog
 *
 * What 「建立」 does: writes the year in one revision. A sum that is not the target is asked about
 * first.
 */
void
xyb_year_dialog_make (XybYearDialog *self)
{
  XybPlan *plan;
  gint64 sum;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  gboolean match = FALSE;

  g_return_if_fail (XYB_IS_YEAR_DIALOG (self));

  if (self->proposal == NULL || !xyb_sheet_commit (self->targets_sheet)
      || !xyb_sheet_commit (self->quotas_sheet))
    return;
  plan = self->proposal->plan;
  keep_numbers (self, plan);
  if (!read_dates (self, plan, &error))
    {
      show_problem (self, error->message);
      return;
    }
  show_problem (self, NULL);
  sum = xyb_year_table_get_sum (self->quotas, 0);
  sentence = xyb_quota_rows_total_sentence (sum, plan->targets[0], &match);
  if (match || (sum == XYB_UNSAID && plan->targets[0] == XYB_UNSAID))
    store_plan (self);
  else
    ask_mismatch (self, sentence);
}

static void
make_clicked_cb (GtkButton *button, XybYearDialog *self)
{
  xyb_year_dialog_make (self);
}

/* ---- the widget ---- */

static void
xyb_year_dialog_dispose (GObject *object)
{
  XybYearDialog *self = XYB_YEAR_DIALOG (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->proposal, xyb_plan_proposal_free);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_object (&self->targets);
  g_clear_object (&self->quotas);
  G_OBJECT_CLASS (xyb_year_dialog_parent_class)->dispose (object);
}

static void
xyb_year_dialog_class_init (XybYearDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_year_dialog_dispose;
  /**
   * XybYearDialog::made:
   * @year: the year that has a plan now
   */
  signals[SIGNAL_MADE] = g_signal_new ("made", XYB_TYPE_YEAR_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  g_type_ensure (XYB_TYPE_SHEET);
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/year/xyb-year-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, make_button);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, year);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, source_note);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, body);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, targets_sheet);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, opening_note);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, milestones);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, quotas_sheet);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, total_tag);
  gtk_widget_class_bind_template_callback (widget_class, draft_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_year_dialog_init (XybYearDialog *self)
{
  self->dates = g_ptr_array_new ();
  self->targets = xyb_year_table_new ();
  self->quotas = xyb_year_table_new ();
  g_signal_connect_object (self->targets, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->quotas, "changed", G_CALLBACK (changed_cb), self, 0);
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_sheet_set_model (self->targets_sheet, XYB_SHEET_MODEL (self->targets));
  xyb_sheet_set_model (self->quotas_sheet, XYB_SHEET_MODEL (self->quotas));
}

/**
 * xyb_year_dialog_new:
 * @parent: the window
 * @office: the office
 * @year: the year to propose
 *
 * Returns: (transfer none): the dialog, not yet shown
 */
XybYearDialog *
xyb_year_dialog_new (GtkWindow *parent, XybOffice *office, int year)
{
  XybYearDialog *self = g_object_new (XYB_TYPE_YEAR_DIALOG, "transient-for", parent, NULL);

  gtk_spin_button_set_value (self->year, year);
  self->office = g_object_ref (office);
  propose (self);
  if (self->proposal != NULL && xyb_sheet_set_cursor (self->targets_sheet, 0, 2))
    gtk_widget_grab_focus (GTK_WIDGET (self->targets_sheet));
  return self;
}

/**
 * xyb_year_dialog_set_year:
 * @self: the dialog
 * @year: another year
 */
void
xyb_year_dialog_set_year (XybYearDialog *self, int year)
{
  g_return_if_fail (XYB_IS_YEAR_DIALOG (self));

  gtk_spin_button_set_value (self->year, year);
}

/**
 * xyb_year_dialog_get_targets:
 * @self: the dialog
 *
 * Returns: (transfer none): the targets of the three levels and the totals at the start of the year
 */
XybYearTable *
xyb_year_dialog_get_targets (XybYearDialog *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_DIALOG (self), NULL);

  return self->targets;
}

/**
 * xyb_year_dialog_get_quotas:
 * @self: the dialog
 *
 * Returns: (transfer none): the quotas of the 区镇
 */
XybYearTable *
xyb_year_dialog_get_quotas (XybYearDialog *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_DIALOG (self), NULL);

  return self->quotas;
}

/**
 * xyb_year_dialog_get_total_sentence:
 * @self: the dialog
 *
 * Returns: what the tag under the quotas says (QUO-01)
 */
const char *
xyb_year_dialog_get_total_sentence (XybYearDialog *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_DIALOG (self), NULL);

  return xyb_tag_get_text (self->total_tag);
}

/**
 * xyb_year_dialog_get_problem:
 * @self: the dialog
 *
 * Returns: (nullable): why the year is not made
 */
const char *
xyb_year_dialog_get_problem (XybYearDialog *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_DIALOG (self), NULL);

  return gtk_widget_get_visible (self->problem_box) ? gtk_label_get_label (self->problem) : NULL;
}

/**
 * xyb_year_dialog_get_date:
 * @self: the dialog
 * @milestone: its place in the plan
 *
 * Returns: (transfer none): where its last day is typed
 */
GtkEditable *
xyb_year_dialog_get_date (XybYearDialog *self, guint milestone)
{
  g_return_val_if_fail (XYB_IS_YEAR_DIALOG (self), NULL);
  g_return_val_if_fail (milestone < self->dates->len, NULL);

  return self->dates->pdata[milestone];
}
