/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-quota-table.h"

#include "xyb-core-error.h"
#include "xyb-file-name.h"
#include "xyb-i18n.h"

/* What 附件1 says about one track: the sum of what is filled in, and who has not. */
typedef struct
{
  gint64 sum;
  guint filled;
  guint blank;
  char *blank_names; /* 周市镇、锦溪镇 */
} Column;

static void
column_clear (Column *self)
{
  g_free (self->blank_names);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Column, column_clear)

static gint64
quota_of (const XybQuota *quota, XybTrack track)
{
  return track == XYB_TRACK_ACCREDITATION ? quota->accreditation : quota->city_model;
}

static Column
read_column (const XybPlan *plan, XybTrack track)
{
  g_autoptr (GString) names = g_string_new (NULL);
  Column column = { 0 };

  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const XybQuota *quota = plan->quotas->pdata[i];
      gint64 number = quota_of (quota, track);

      if (number != XYB_UNSAID)
        {
          column.filled++;
          column.sum += number;
          continue;
        }
      if (column.blank++ > 0)
        g_string_append (names, "、");
      g_string_append (names, quota->unit_name != NULL ? quota->unit_name : "");
    }
  column.blank_names = g_strdup (names->str);
  return column;
}

static gint64
target_of (const XybPlan *plan, XybTrack track)
{
  return plan->targets[track - 1];
}

static void
row_free (XybQuotaTableRow *row)
{
  g_free (row->name);
  g_free (row);
}

static void
add_row (XybQuotaTable *self, const XybQuota *quota)
{
  XybQuotaTableRow *row = g_new0 (XybQuotaTableRow, 1);

  row->name = g_strdup (quota->unit_name != NULL ? quota->unit_name : "");
  row->accreditation = quota->accreditation;
  row->city_model = quota->city_model;
  g_ptr_array_add (self->rows, row);
}

/**
 * xyb_quota_table_new:
 * @plan: a plan; its quotas carry the names of their 区镇
 *
 * 附件1 of @plan as the office prints it: the words are the document's own and are not translated.
 * The rows keep the plan's order (ORG-02). A blank stays blank (QUO-02): 合计 of 贯标企业数 is the
 * sum of what is filled in; 合计 of 示范企业数 is likewise a sum as soon as one 区镇 has a number,
 * and before that the plan's own total.
 *
 * Returns: (transfer full): the table, without a note
 */
XybQuotaTable *
xyb_quota_table_new (const XybPlan *plan)
{
  g_auto (Column) accreditation = { 0 };
  g_auto (Column) city_model = { 0 };
  XybQuotaTable *self;

  g_return_val_if_fail (plan != NULL, NULL);

  accreditation = read_column (plan, XYB_TRACK_ACCREDITATION);
  city_model = read_column (plan, XYB_TRACK_CITY_MODEL);
  self = g_new0 (XybQuotaTable, 1);
  self->label = g_strdup ("附件1");
  self->title = g_strdup (plan->quota_title != NULL ? plan->quota_title : "");
  self->heads[0] = "区镇名称";
  self->heads[1] = "贯标企业数";
  self->heads[2] = "示范企业数";
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (guint i = 0; i < plan->quotas->len; i++)
    add_row (self, plan->quotas->pdata[i]);
  self->total_accreditation = accreditation.filled > 0 ? accreditation.sum : XYB_UNSAID;
  self->total_city_model
    = city_model.filled > 0 ? city_model.sum : target_of (plan, XYB_TRACK_CITY_MODEL);
  return self;
}

/**
 * xyb_quota_table_free:
 * @self: (nullable): a table
 */
void
xyb_quota_table_free (XybQuotaTable *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->title);
  g_ptr_array_unref (self->rows);
  g_free (self->note);
  g_free (self);
}

/* A blank sum is nobody's word for the target, unless there is nothing to share out. */
static gboolean
adds_up (const Column *column, gint64 target)
{
  return column->sum == target && (column->filled > 0 || target == 0);
}

/* 少 1 家 */
static char *
describe_difference (gint64 sum, gint64 target)
{
  return sum < target ? g_strdup_printf (_ ("少 %lld 家"), (long long) (target - sum))
                      : g_strdup_printf (_ ("多 %lld 家"), (long long) (sum - target));
}

/* The whole sentence up to what is to be done: 各区镇贯标企业数合计 65 家，方案目标 66 家，少 1 家
 */
static char *
describe_mismatch (const Column *column, gint64 target)
{
  g_autofree char *difference = describe_difference (column->sum, target);

  if (column->filled == 0)
    return g_strdup_printf (_ ("各区镇的贯标企业数都没有填写，合计 0 家，方案目标 %lld 家，%s"),
                            (long long) target, difference);
  if (column->blank > 0)
    return g_strdup_printf (_ ("%s没有填写贯标企业数，其余区镇合计 %lld 家，方案目标 %lld 家，%s"),
                            column->blank_names, (long long) column->sum, (long long) target,
                            difference);
  return g_strdup_printf (_ ("各区镇贯标企业数合计 %lld 家，方案目标 %lld 家，%s"),
                          (long long) column->sum, (long long) target, difference);
}

/**
 * xyb_quota_table_check:
 * @plan: a plan
 * @error: return location for an error
 *
 * QUO-01: the quotas of the 区镇 sum to the plan's target. A 区镇 that is left blank does not
 * matter as long as the others do (QUO-02); xyb_quota_table_warning() mentions it.
 *
 * Returns: %TRUE if 附件1 may go out; %FALSE with %XYB_CORE_ERROR_SUM_MISMATCH, whose sentence
 * gives both figures, the difference and the 区镇 without a number
 */
gboolean
xyb_quota_table_check (const XybPlan *plan, GError **error)
{
  g_auto (Column) column = { 0 };
  g_autofree char *mismatch = NULL;
  gint64 target;

  g_return_val_if_fail (plan != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  column = read_column (plan, XYB_TRACK_ACCREDITATION);
  target = target_of (plan, XYB_TRACK_ACCREDITATION);
  if (target == XYB_UNSAID)
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_SUM_MISMATCH,
                   _ ("各区镇贯标企业数合计 %lld 家，方案没有填写贯标目标数，无法核对，"
                      "请先填写方案目标再导出附件1。"),
                   (long long) column.sum);
      return FALSE;
    }
  if (adds_up (&column, target))
    return TRUE;
  mismatch = describe_mismatch (&column, target);
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_SUM_MISMATCH,
               _ ("%s，请先改好指标分解再导出附件1。"), mismatch);
  return FALSE;
}

/**
 * xyb_quota_table_warning:
 * @plan: a plan
 *
 * What the clerk should look at before 附件1 goes out, though nothing forbids it: 示范企业数 of the
 * 区镇 beyond the plan's total (QUO-02), and a 区镇 without 贯标企业数 though the others sum up.
 *
 * Returns: (transfer full) (nullable): whole sentences, or %NULL
 */
char *
xyb_quota_table_warning (const XybPlan *plan)
{
  g_auto (Column) accreditation = { 0 };
  g_auto (Column) city_model = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 target;

  g_return_val_if_fail (plan != NULL, NULL);

  accreditation = read_column (plan, XYB_TRACK_ACCREDITATION);
  city_model = read_column (plan, XYB_TRACK_CITY_MODEL);
  target = target_of (plan, XYB_TRACK_CITY_MODEL);
  if (target != XYB_UNSAID && city_model.sum > target)
    g_string_append_printf (
      text, _ ("各区镇示范企业数合计 %lld 家，超过方案目标 %lld 家，多 %lld 家，请核对。"),
      (long long) city_model.sum, (long long) target, (long long) (city_model.sum - target));
  if (accreditation.filled > 0 && accreditation.blank > 0
      && accreditation.sum == target_of (plan, XYB_TRACK_ACCREDITATION))
    g_string_append_printf (text, _ ("%s没有填写贯标企业数，附件1中留空，请核对。"),
                            accreditation.blank_names);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* Printed on 附件1 itself: never translated. */
static char *
make_note (const Column *column, gint64 target)
{
  g_autofree char *blank = NULL;

  if (adds_up (column, target))
    return NULL;
  if (target == XYB_UNSAID)
    return g_strdup_printf ("注：各区镇贯标企业数合计 %lld 家，方案没有填写贯标目标数。",
                            (long long) column->sum);
  if (column->filled == 0)
    return g_strdup_printf ("注：各区镇贯标企业数未填写，方案目标 %lld 家。", (long long) target);
  if (column->blank > 0)
    blank = g_strdup_printf ("（%s未填写）", column->blank_names);
  return g_strdup_printf ("注：各区镇贯标企业数合计 %lld 家%s，与方案目标 %lld 家相差 %lld 家。",
                          (long long) column->sum, blank != NULL ? blank : "", (long long) target,
                          (long long) ABS (column->sum - target));
}

/**
 * xyb_quota_table_note_mismatch:
 * @self: 附件1 of @plan
 * @plan: the plan
 *
 * For an 附件1 the clerk wants although xyb_quota_table_check() refuses it: the mismatch is noted
 * beside the table, so that nobody takes the paper for the settled one.
 */
void
xyb_quota_table_note_mismatch (XybQuotaTable *self, const XybPlan *plan)
{
  g_auto (Column) column = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (plan != NULL);

  column = read_column (plan, XYB_TRACK_ACCREDITATION);
  g_free (self->note);
  self->note = make_note (&column, target_of (plan, XYB_TRACK_ACCREDITATION));
}

/**
 * xyb_quota_table_file_name:
 * @plan: a plan
 *
 * Returns: (transfer full): the office's own name for the file of 附件1, without extension
 */
char *
xyb_quota_table_file_name (const XybPlan *plan)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  name = g_strdup_printf ("附件1 %s", plan->quota_title != NULL ? plan->quota_title : "");
  return xyb_file_name_clean (name);
}
