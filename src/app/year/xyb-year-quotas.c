/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-year-quotas.h"

#include "xyb-i18n.h"
#include "xyb-quota-rows.h"
#include "xyb-quota-table.h"
#include "xyb-sheet.h"
#include "xyb-tag.h"

struct _XybYearQuotas
{
  AdwBin parent_instance;

  /* template widgets */
  XybSheet *sheet;
  XybTag *total_tag;

  /* owned */
  XybYearTable *table;

  gint64 target;      /* of 贯标, or XYB_UNSAID */
  gint64 city_target; /* of 市级示范 */
};

G_DEFINE_FINAL_TYPE (XybYearQuotas, xyb_year_quotas, ADW_TYPE_BIN)

static guint refused_signal;

/* ---- the sum and the target (QUO-01) ---- */

static void
show_total (XybYearQuotas *self)
{
  gint64 sum = xyb_year_table_get_sum (self->table, 0);
  gint64 models = xyb_year_table_get_sum (self->table, 1);
  gboolean match = FALSE;
  g_autofree char *sentence = xyb_quota_rows_total_sentence (sum, self->target, &match);
  gboolean blank = sum == XYB_UNSAID || self->target == XYB_UNSAID;

  xyb_year_table_set_total (self->table, 0, sum);
  xyb_year_table_set_total (self->table, 1, models != XYB_UNSAID ? models : self->city_target);
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
changed_cb (XybYearTable *table, XybYearQuotas *self)
{
  show_total (self);
}

static void
draft_changed_cb (XybSheet *sheet, XybYearQuotas *self)
{
  guint row = 0;
  guint column = 0;
  const char *draft = xyb_sheet_get_draft (sheet, &row, &column);

  xyb_year_table_set_draft (self->table, row, column, draft);
}

static void
refused_cb (XybSheet *sheet, const char *sentence, XybYearQuotas *self)
{
  g_signal_emit (self, refused_signal, 0, sentence);
}

/* ---- the widget ---- */

static void
xyb_year_quotas_dispose (GObject *object)
{
  XybYearQuotas *self = XYB_YEAR_QUOTAS (object);

  g_clear_object (&self->table);
  G_OBJECT_CLASS (xyb_year_quotas_parent_class)->dispose (object);
}

static void
xyb_year_quotas_class_init (XybYearQuotasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_year_quotas_dispose;
  refused_signal = g_signal_new ("refused", XYB_TYPE_YEAR_QUOTAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (XYB_TYPE_SHEET);
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/year/xyb-year-quotas.ui");
  gtk_widget_class_bind_template_child (widget_class, XybYearQuotas, sheet);
  gtk_widget_class_bind_template_child (widget_class, XybYearQuotas, total_tag);
  gtk_widget_class_bind_template_callback (widget_class, draft_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
}

static void
xyb_year_quotas_init (XybYearQuotas *self)
{
  self->target = self->city_target = XYB_UNSAID;
  self->table = xyb_year_table_new ();
  g_signal_connect_object (self->table, "changed", G_CALLBACK (changed_cb), self, 0);
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_sheet_set_model (self->sheet, XYB_SHEET_MODEL (self->table));
}

/* ---- what others may do ---- */

static gint64
source_quota (const XybPlan *source, gint64 unit_id)
{
  for (guint i = 0; i < source->quotas->len; i++)
    if (((XybQuota *) source->quotas->pdata[i])->unit_id == unit_id)
      return ((XybQuota *) source->quotas->pdata[i])->accreditation;
  return XYB_UNSAID;
}

static gint64
sum_of_quotas (const XybPlan *plan)
{
  g_autoptr (XybQuotaTable) table = xyb_quota_table_new (plan);

  return table->total_accreditation;
}

/**
 * xyb_year_quotas_show:
 * @self: the page
 * @rollover: (nullable): what is proposed; %NULL bars the numbers
 */
void
xyb_year_quotas_show (XybYearQuotas *self, const XybRollover *rollover)
{
  const XybPlan *source = rollover != NULL ? rollover->proposal->source : NULL;
  const XybPlan *plan = rollover != NULL ? rollover->proposal->plan : NULL;
  g_autofree char *before = source != NULL ? g_strdup_printf (_ ("%d年"), source->year) : NULL;
  const char *heads[] = { _ ("区镇名称"), before, _ ("贯标企业数"), _ ("示范企业数"), NULL };

  g_return_if_fail (XYB_IS_YEAR_QUOTAS (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self), rollover != NULL);
  if (plan == NULL)
    return;
  xyb_year_table_start (self->table, heads);
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const XybQuota *quota = plan->quotas->pdata[i];
      const gint64 numbers[] = { quota->accreditation, quota->city_model };

      xyb_year_table_add_row (self->table, quota->unit_name, source_quota (source, quota->unit_id),
                              numbers);
    }
  xyb_year_table_add_total (self->table, _ ("合计"), sum_of_quotas (source));
  xyb_year_table_finish (self->table);
  show_total (self);
}

/**
 * xyb_year_quotas_keep:
 * @self: the page
 * @plan: takes the numbers; of the proposal that is shown
 *
 * Returns: %FALSE where a cell is being typed that cannot be
 */
gboolean
xyb_year_quotas_keep (XybYearQuotas *self, XybPlan *plan)
{
  g_return_val_if_fail (XYB_IS_YEAR_QUOTAS (self), FALSE);

  if (!xyb_sheet_commit (self->sheet))
    return FALSE;
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      XybQuota *quota = plan->quotas->pdata[i];

      quota->accreditation = xyb_year_table_get (self->table, i, 0);
      quota->city_model = xyb_year_table_get (self->table, i, 1);
    }
  return TRUE;
}

/**
 * xyb_year_quotas_check:
 * @self: the page
 * @target: of 贯标, or %XYB_UNSAID
 * @city_target: of 市级示范, or %XYB_UNSAID
 *
 * What the sums are compared with.
 */
void
xyb_year_quotas_check (XybYearQuotas *self, gint64 target, gint64 city_target)
{
  g_return_if_fail (XYB_IS_YEAR_QUOTAS (self));

  self->target = target;
  self->city_target = city_target;
  show_total (self);
}

XybYearTable *
xyb_year_quotas_get_table (XybYearQuotas *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_QUOTAS (self), NULL);

  return self->table;
}

const char *
xyb_year_quotas_get_sentence (XybYearQuotas *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_QUOTAS (self), NULL);

  return xyb_tag_get_text (self->total_tag);
}
