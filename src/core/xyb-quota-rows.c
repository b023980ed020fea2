/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-quota-rows.h"

#include <inttypes.h>
#include <string.h>

#include "xyb-i18n.h"
#include "xyb-unit.h"

static void
quota_row_free (XybQuotaRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

static void
add_said (gint64 *sum, gint64 number)
{
  if (number == XYB_UNSAID)
    return;
  *sum = *sum == XYB_UNSAID ? number : *sum + number;
}

static gboolean
has_quota (const XybQuotaRow *row)
{
  return row->accreditation != XYB_UNSAID && row->accreditation > 0;
}

static const XybProgress *
find_progress (GPtrArray *list, gint64 unit_id)
{
  for (guint i = 0; i < list->len; i++)
    {
      const XybProgress *progress = list->pdata[i];

      if (progress->unit_id == unit_id)
        return progress;
    }
  return NULL;
}

static void
compute (XybQuotaRow *row, const XybQuotaRows *all, GPtrArray *tiers)
{
  gint64 quota = row->accreditation;

  row->done = xyb_progress_done (&row->progress, all->basis);
  row->missing = has_quota (row) ? MAX (quota - row->done, 0) : XYB_UNSAID;
  row->deduction = xyb_tiers_deduction (tiers, row->done, quota);
  row->next = xyb_tiers_next_step (tiers, row->done, quota);
  /* Acceptance needs a contract first: name the step that blocks. */
  if (all->basis == XYB_BASIS_ACCEPTED && row->next.more > 0)
    row->unsigned_of_next = MAX (row->done + row->next.more - row->progress.signed_up, 0);
}

static XybQuotaRow *
row_new (const XybQuota *quota, GPtrArray *progress, const XybQuotaRows *all, GPtrArray *tiers)
{
  const XybProgress *found = find_progress (progress, quota->unit_id);
  XybQuotaRow *row = g_new0 (XybQuotaRow, 1);

  row->unit_id = quota->unit_id;
  row->name = g_strdup (quota->unit_name);
  row->accreditation = quota->accreditation;
  row->city_model = quota->city_model;
  if (found != NULL)
    row->progress = *found;
  compute (row, all, tiers);
  return row;
}

static void
add_to_total (XybQuotaRow *total, const XybQuotaRow *row)
{
  add_said (&total->accreditation, row->accreditation);
  add_said (&total->city_model, row->city_model);
  add_said (&total->missing, row->missing);
  total->progress.nominated += row->progress.nominated;
  total->progress.confirmed += row->progress.confirmed;
  total->progress.signed_up += row->progress.signed_up;
  total->progress.accepted += row->progress.accepted;
}

/* 合计 has no deduction of its own: points are lost 区镇 by 区镇 (KH-22). */
static XybQuotaRow *
total_new (const XybQuotaRows *all, const XybPlan *plan)
{
  XybQuotaRow *total = g_new0 (XybQuotaRow, 1);

  total->name = g_strdup (_ ("合计"));
  total->accreditation = total->city_model = total->missing = XYB_UNSAID;
  total->deduction = XYB_UNSAID;
  for (guint i = 0; i < all->rows->len; i++)
    add_to_total (total, all->rows->pdata[i]);
  /* QUO-02: the total of 示范企业数 is entered, not summed, while every part is blank. */
  if (total->city_model == XYB_UNSAID)
    total->city_model = plan->targets[XYB_TRACK_CITY_MODEL - 1];
  total->done = xyb_progress_done (&total->progress, all->basis);
  return total;
}

static gboolean
is_listed (const XybPlan *plan, gint64 unit_id)
{
  for (guint i = 0; i < plan->quotas->len; i++)
    if (((XybQuota *) plan->quotas->pdata[i])->unit_id == unit_id)
      return TRUE;
  return FALSE;
}

/* AMB-05: 旅游度假区 has no row in 附件1; the page says so instead of inventing one. */
static char *
unlisted_districts (const XybPlan *plan, const GPtrArray *districts)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; districts != NULL && i < districts->len; i++)
    {
      const XybUnit *unit = districts->pdata[i];

      if (!is_listed (plan, unit->id))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", unit->name);
    }
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

static guint
count_deducted (const XybQuotaRows *self)
{
  guint count = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      gint64 deduction = ((XybQuotaRow *) self->rows->pdata[i])->deduction;

      if (deduction != XYB_UNSAID && deduction > 0)
        count++;
    }
  return count;
}

static const XybUnit *
find_unit (const GPtrArray *districts, gint64 unit_id)
{
  for (guint i = 0; i < districts->len; i++)
    {
      const XybUnit *unit = districts->pdata[i];

      if (unit->id == unit_id)
        return unit;
    }
  return NULL;
}

/* QUO-06: no quota is no reason to hide who took part. */
static void
add_unquoted (XybQuotaRows *self,
              const XybPlan *plan,
              GPtrArray *progress,
              const GPtrArray *districts)
{
  for (guint i = 0; i < progress->len; i++)
    {
      const XybProgress *found = progress->pdata[i];
      const XybUnit *unit = find_unit (districts, found->unit_id);
      XybQuota quota = { .accreditation = XYB_UNSAID, .city_model = XYB_UNSAID };

      if (found->nominated == 0 || unit == NULL || is_listed (plan, found->unit_id))
        continue;
      quota.unit_id = unit->id;
      quota.unit_name = unit->name;
      g_ptr_array_add (self->rows, row_new (&quota, progress, self, plan->tiers));
    }
}

static XybQuotaRows *
rows_new (const XybPlan *plan, GPtrArray *progress, const GPtrArray *districts, gboolean whole)
{
  XybQuotaRows *self = g_new0 (XybQuotaRows, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) quota_row_free);
  self->basis = plan->basis;
  self->target = plan->targets[XYB_TRACK_ACCREDITATION - 1];
  for (guint i = 0; i < plan->quotas->len; i++)
    g_ptr_array_add (self->rows, row_new (plan->quotas->pdata[i], progress, self, plan->tiers));
  if (whole && districts != NULL)
    add_unquoted (self, plan, progress, districts);
  self->total = total_new (self, plan);
  self->deducted = count_deducted (self);
  self->unlisted = unlisted_districts (plan, districts);
  return self;
}

/**
 * xyb_quota_rows_new:
 * @plan: a plan
 * @progress: (element-type XybProgress): how far its 区镇 are
 * @districts: (nullable) (element-type XybUnit): every 区镇, for @unlisted
 *
 * Returns: (transfer full): the table of 附件1 with what is computed beside it (QUO-04)
 */
XybQuotaRows *
xyb_quota_rows_new (const XybPlan *plan, GPtrArray *progress, const GPtrArray *districts)
{
  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (progress != NULL, NULL);

  return rows_new (plan, progress, districts, FALSE);
}

/**
 * xyb_quota_rows_new_whole:
 * @plan: a plan
 * @progress: (element-type XybProgress): how far its 区镇 are
 * @districts: (nullable) (element-type XybUnit): every 区镇
 *
 * Returns: (transfer full): the rows of xyb_quota_rows_new(), then a row for each 区镇 that has
 *   nominations but no quota (QUO-06); the total is that of the whole city
 */
XybQuotaRows *
xyb_quota_rows_new_whole (const XybPlan *plan, GPtrArray *progress, const GPtrArray *districts)
{
  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (progress != NULL, NULL);

  return rows_new (plan, progress, districts, TRUE);
}

/**
 * xyb_quota_rows_free:
 * @self: (nullable): the rows
 *
 * Frees them.
 */
void
xyb_quota_rows_free (XybQuotaRows *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  quota_row_free (self->total);
  g_free (self->unlisted);
  g_free (self);
}

/**
 * xyb_quota_rows_find:
 * @self: the rows
 * @unit_id: id of a 区镇
 *
 * Returns: (transfer none) (nullable): its row
 */
const XybQuotaRow *
xyb_quota_rows_find (const XybQuotaRows *self, gint64 unit_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybQuotaRow *row = self->rows->pdata[i];

      if (row->unit_id == unit_id)
        return row;
    }
  return NULL;
}

/**
 * xyb_quota_rows_verb:
 * @basis: what the plan counts as done
 *
 * Returns: the verb of one more: 「再验收 3 家」
 */
const char *
xyb_quota_rows_verb (XybCompletionBasis basis)
{
  switch (basis)
    {
    case XYB_BASIS_NOMINATED:
      return _ ("推荐");
    case XYB_BASIS_CONFIRMED:
      return _ ("确定");
    case XYB_BASIS_SIGNED:
      return _ ("签约");
    case XYB_BASIS_ACCEPTED:
    default:
      return _ ("验收");
    }
}

/* 低于60%扣5分，低于70%扣3分, as the notes under the assessment grid say it. */
static char *
tiers_sentence (GPtrArray *tiers)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tiers->len; i++)
    {
      const XybTier *tier = tiers->pdata[i];
      g_autofree char *points = xyb_points_format (tier->deduction);

      g_string_append_printf (text, _ ("%s低于 %" PRId64 "%% 扣 %s 分"), i > 0 ? "，" : "",
                              tier->below_percent, points);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* §7.4: one tier that takes all the points is 完成得 x 分，未完成不得分. */
static gboolean
is_all_or_nothing (const XybPlan *plan)
{
  const XybTier *tier = plan->tiers->pdata[0];

  return plan->tiers->len == 1 && tier->below_percent == 100
         && tier->deduction == plan->rate_points;
}

/**
 * xyb_quota_rows_scheme_note:
 * @plan: a plan
 *
 * Returns: (transfer full): by which scheme the deductions are projected: the line under the table
 */
char *
xyb_quota_rows_scheme_note (const XybPlan *plan)
{
  g_autofree char *rule = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  if (plan->tiers->len == 0)
    return g_strdup_printf (_ ("%d 年方案没有写扣分办法，不试算预计扣分。"), plan->year);
  if (is_all_or_nothing (plan))
    {
      g_autofree char *points = xyb_points_format (plan->rate_points);

      rule = g_strdup_printf (_ ("完成贯标任务得 %s 分，未完成不得分"), points);
    }
  else
    {
      g_autofree char *tiers = tiers_sentence (plan->tiers);

      rule = g_strdup_printf (_ ("完成率%s"), tiers);
    }
  return g_strdup_printf (_ ("预计扣分按今天%s数、%d 年区镇方案试算：%s。"),
                          xyb_basis_name (plan->basis), plan->year, rule);
}

/**
 * xyb_quota_row_advice:
 * @self: a row
 * @basis: what the plan counts as done
 *
 * Returns: (transfer full): Pango markup: 「再验收 **5** 家，少扣 **0.4** 分（先签约 1 家）」,
 * 「已完成」, or — where there is no quota
 */
char *
xyb_quota_row_advice (const XybQuotaRow *self, XybCompletionBasis basis)
{
  g_autofree char *points = NULL;
  g_autofree char *advice = NULL;

  if (!has_quota (self))
    return g_strdup ("—");
  if (self->missing == 0)
    return g_strdup (_ ("已完成"));
  if (self->next.more == 0)
    return g_strdup_printf (_ ("还差 %" PRId64 " 家，不扣分"), self->missing);
  points = xyb_points_format (self->next.saved);
  advice = g_strdup_printf (_ ("再%s <b>%" PRId64 "</b> 家，少扣 <b>%s</b> 分"),
                            xyb_quota_rows_verb (basis), self->next.more, points);
  if (self->unsigned_of_next == 0)
    return g_steal_pointer (&advice);
  return g_strdup_printf (_ ("%s（先签约 %" PRId64 " 家）"), advice, self->unsigned_of_next);
}

/**
 * xyb_quota_rows_points_label:
 * @hundredths: a deduction in hundredths of a point, or %XYB_UNSAID
 *
 * Returns: (transfer full): −0.4 with a real minus sign, 0, or —
 */
char *
xyb_quota_rows_points_label (gint64 hundredths)
{
  g_autofree char *points = NULL;

  if (hundredths == XYB_UNSAID)
    return g_strdup ("—");
  points = xyb_points_format (hundredths);
  return hundredths > 0 ? g_strconcat ("−", points, NULL) : g_steal_pointer (&points);
}

/**
 * xyb_quota_rows_deducted_label:
 * @self: the rows
 *
 * Returns: (transfer full): what stands in the 合计 row for the deductions: 9 个区镇, 0, or — where
 *   no 区镇 has a rate
 */
char *
xyb_quota_rows_deducted_label (const XybQuotaRows *self)
{
  if (self->deducted > 0)
    return g_strdup_printf (_ ("%u 个区镇"), self->deducted);
  for (guint i = 0; i < self->rows->len; i++)
    if (((XybQuotaRow *) self->rows->pdata[i])->deduction != XYB_UNSAID)
      return g_strdup ("0");
  return g_strdup ("—");
}

/**
 * xyb_quota_rows_number_label:
 * @number: a count, or %XYB_UNSAID
 *
 * Returns: (transfer full): its digits; blank is blank, never 0 (QUO-02)
 */
char *
xyb_quota_rows_number_label (gint64 number)
{
  return number == XYB_UNSAID ? g_strdup ("") : g_strdup_printf ("%" PRId64, number);
}

/**
 * xyb_quota_rows_short_name:
 * @name: name of a 区镇
 *
 * Returns: (transfer full): a name short enough to stand under a bar: 开发区, 花桥, 周市镇
 */
char *
xyb_quota_rows_short_name (const char *name)
{
  static const char prefix[] = "昆山";
  static const char suffix[] = "经济开发区";
  const char *rest = name;

  if (g_str_has_prefix (rest, prefix) && strlen (rest) > strlen (prefix))
    rest += strlen (prefix);
  if (g_str_has_suffix (rest, suffix) && strlen (rest) > strlen (suffix))
    return g_strndup (rest, strlen (rest) - strlen (suffix));
  return g_strdup (rest);
}

/**
 * xyb_quota_rows_total_sentence:
 * @total: the sum of the quotas, or %XYB_UNSAID
 * @target: the plan's target, or %XYB_UNSAID
 * @out_match: (out): whether they are equal (QUO-01)
 *
 * Returns: (transfer full): what the tag under the column says
 */
char *
xyb_quota_rows_total_sentence (gint64 total, gint64 target, gboolean *out_match)
{
  *out_match = total == target;
  if (target == XYB_UNSAID)
    return g_strdup (_ ("方案没有写贯标目标，合计无从核对"));
  if (total == XYB_UNSAID)
    return g_strdup_printf (_ ("还没有填指标，方案目标 %" PRId64), target);
  if (total == target)
    return g_strdup_printf (_ ("合计 %" PRId64 " = 方案目标 %" PRId64), total, target);
  return g_strdup_printf (_ ("合计 %" PRId64 "，方案目标 %" PRId64 "，%s %" PRId64), total, target,
                          total < target ? _ ("少") : _ ("多"), ABS (total - target));
}
