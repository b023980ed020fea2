/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-score-lines.h"

#include <inttypes.h>

#include "xyb-i18n.h"

/**
 * xyb_score_line_free:
 * @self: (nullable): a line
 */
void
xyb_score_line_free (XybScoreLine *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->detail);
  g_free (self->value);
  g_free (self);
}

static XybScoreLine *
add (GPtrArray *lines, const char *label, char *detail, char *value)
{
  XybScoreLine *line = g_new0 (XybScoreLine, 1);

  line->label = g_strdup (label);
  line->detail = detail;
  line->value = value;
  g_ptr_array_add (lines, line);
  return line;
}

static const char *
counter_of (const XybIndicator *indicator)
{
  return indicator->counter != NULL ? indicator->counter : _ ("次");
}

static char *
count_words (gint64 count, const char *counter)
{
  return g_strdup_printf ("%" PRId64 " %s", count, counter);
}

static char *
minus (gint64 points)
{
  g_autofree char *text = xyb_points_format (points);

  return points == 0 ? g_strdup ("0") : g_strconcat ("−", text, NULL);
}

/* 1 条 × 0.05 分 */
static char *
times (gint64 count, const XybIndicator *indicator)
{
  g_autofree char *step = xyb_points_format (indicator->step);

  return g_strdup_printf (_ ("%" PRId64 " %s × %s 分"), count, counter_of (indicator), step);
}

/* ---- by rule ---- */

static void
add_loss (GPtrArray *lines, const char *label, char *detail, gint64 points)
{
  add (lines, label, detail, minus (points))->loss = points > 0;
}

static void
add_cap (GPtrArray *lines, gint64 points)
{
  add (lines, _ ("扣分上限"), NULL, xyb_points_format (points));
}

static gint64
cap_of (const XybIndicator *indicator)
{
  return indicator->rule == XYB_RULE_PER_COUNT ? MIN (indicator->cap, indicator->points)
                                               : indicator->points;
}

static void
add_short (GPtrArray *lines, const XybItemScore *item, const XybSum *sum)
{
  const XybIndicator *indicator = item->indicator;
  const char *counter = counter_of (indicator);
  gint64 quarters = indicator->per_quarter > 0 ? sum->due / indicator->per_quarter : 0;
  gint64 missing = MAX (sum->due - sum->received, 0);

  add (lines, _ ("应报"),
       g_strdup_printf (_ ("每季 %" PRId64 " %s × %" PRId64 " 个季度"), indicator->per_quarter,
                        counter, quarters),
       count_words (sum->due, counter));
  add (lines, _ ("已报"), NULL, count_words (sum->received, counter));
  add_loss (lines, _ ("缺报"), times (missing, indicator), sum->uncapped);
  add_cap (lines, cap_of (indicator));
}

static void
add_counted (GPtrArray *lines, const XybItemScore *item, const XybSum *sum)
{
  add (lines, _ ("未完成"), NULL, count_words (sum->due, counter_of (item->indicator)));
  add_loss (lines, _ ("扣分"), times (sum->due, item->indicator), sum->uncapped);
  add_cap (lines, cap_of (item->indicator));
}

/* 已验收通过 of the plan, as a head. */
static const char *
basis_words (XybCompletionBasis basis)
{
  switch (basis)
    {
    case XYB_BASIS_NOMINATED:
      return _ ("已推荐");
    case XYB_BASIS_CONFIRMED:
      return _ ("已确定");
    case XYB_BASIS_SIGNED:
      return _ ("已签约");
    case XYB_BASIS_ACCEPTED:
    default:
      return _ ("验收通过");
    }
}

static void
add_tier (GPtrArray *lines, const XybItemScore *item, const XybSum *sum)
{
  char *detail = NULL;

  add (lines, _ ("指标"), NULL, count_words (sum->quota, _ ("家")));
  add (lines, basis_words (item->indicator->basis), NULL, count_words (sum->done, _ ("家")));
  add (lines, _ ("完成率"), g_strdup_printf ("%" PRId64 " ÷ %" PRId64, sum->done, sum->quota),
       xyb_completion_format (sum->done, sum->quota));
  if (sum->percent > 0)
    detail = g_strdup_printf (_ ("低于 %" PRId64 "%%"), sum->percent);
  else
    detail = g_strdup (_ ("不低于最高一档"));
  add_loss (lines, _ ("扣分"), detail, sum->uncapped);
}

static void
add_decided (GPtrArray *lines, const XybItemScore *item, const XybSum *sum)
{
  add_loss (lines, item->indicator->event ? _ ("监测到事件") : _ ("决定扣分"), NULL, sum->uncapped);
  add_cap (lines, cap_of (item->indicator));
}

static void
add_state (GPtrArray *lines, const char *words, const XybItemScore *item, const XybSum *sum)
{
  add_loss (lines, words, NULL, sum->full - sum->earned + (sum->full == 0 ? sum->deduction : 0));
}

static void
add_steps (GPtrArray *lines, const XybItemScore *item, const XybSum *sum)
{
  switch (sum->why)
    {
    case XYB_WHY_SHORT:
      add_short (lines, item, sum);
      return;
    case XYB_WHY_COUNTED:
      add_counted (lines, item, sum);
      return;
    case XYB_WHY_TIER:
      add_tier (lines, item, sum);
      return;
    case XYB_WHY_DECIDED:
    case XYB_WHY_EVENT:
      add_decided (lines, item, sum);
      return;
    case XYB_WHY_DONE:
      add_state (lines, _ ("已完成"), item, sum);
      return;
    case XYB_WHY_LOST:
    case XYB_WHY_PENDING:
      add_state (lines, _ ("年终仍未完成"), item, sum);
      return;
    case XYB_WHY_FORGIVEN:
      add_state (lines, _ ("按方案视同完成"), item, sum);
      return;
    case XYB_WHY_EXPLAINED:
      add_state (lines, _ ("已说明，视同完成"), item, sum);
      return;
    case XYB_WHY_EXPLAINED_LOST:
      add_state (lines, _ ("已说明，按方案仍计分"), item, sum);
      return;
    case XYB_WHY_REMOVED:
    case XYB_WHY_EXPLAINED_REMOVED:
      add (lines, _ ("从满分中剔除"), NULL, minus (item->indicator->points));
      return;
    case XYB_WHY_NO_EVENT:
      add_state (lines, _ ("未监测到事件"), item, sum);
      return;
    case XYB_WHY_UNSAID:
      add (lines, _ ("没有填写"), NULL, g_strdup ("—"));
      return;
    case XYB_WHY_NOT_APPLICABLE:
      add (lines, _ ("非考核项，不计入满分"), NULL, g_strdup ("—"));
      return;
    case XYB_WHY_INFO:
    default:
      add (lines, _ ("不计分"), NULL, g_strdup ("—"));
    }
}

/* What has no part of the full marks can only cost. */
static void
add_outcome (GPtrArray *lines, const XybSum *sum)
{
  g_autofree char *earned = xyb_points_format (sum->earned);
  g_autofree char *full = xyb_points_format (sum->full);

  if (sum->full > 0)
    add (lines, _ ("本项得分"), NULL, g_strdup_printf ("%s / %s", earned, full));
  else
    add_loss (lines, _ ("本项扣分"), NULL, sum->deduction);
}

/**
 * xyb_item_score_lines:
 * @scheme: the scheme
 * @self: a cell's points
 *
 * Returns: (transfer full) (element-type XybScoreLine): what the cell would come to if the year
 * were settled today, step by step; the last line is the outcome
 */
GPtrArray *
xyb_item_score_lines (const XybScheme *scheme, const XybItemScore *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_score_line_free);

  g_return_val_if_fail (scheme != NULL && self != NULL, lines);

  add_steps (lines, self, &self->settled);
  if (self->settled.why != XYB_WHY_NOT_APPLICABLE && self->settled.why != XYB_WHY_INFO)
    add_outcome (lines, &self->settled);
  return lines;
}

/* ---- in words ---- */

/**
 * xyb_item_score_state:
 * @self: a cell's points
 *
 * Returns: (transfer full): what the mark says: 已收到 1 条, 未完成 2 次, 已完成
 */
char *
xyb_item_score_state (const XybItemScore *self)
{
  const XybMark *mark = self->mark;
  g_autofree char *amount = NULL;

  if (self->now.why == XYB_WHY_NOT_APPLICABLE)
    return g_strdup (_ ("非考核项"));
  if (mark == NULL || mark->kind == XYB_MARK_UNSAID)
    return g_strdup (self->indicator->event ? _ ("没有填写") : _ ("未完成"));
  if (mark->kind == XYB_MARK_COUNT)
    return g_strdup_printf (_ ("已收到 %" PRId64 " %s"), mark->count, counter_of (self->indicator));
  if (mark->kind == XYB_MARK_DEDUCTED && mark->count != XYB_UNSAID)
    return g_strdup_printf (_ ("未完成 %" PRId64 " %s"), mark->count, counter_of (self->indicator));
  if (mark->amount == XYB_UNSAID)
    return g_strdup (xyb_mark_kind_name (mark->kind));
  amount = xyb_points_format (mark->amount);
  return g_strdup_printf (_ ("%s %s 分"),
                          mark->kind == XYB_MARK_EVENT ? _ ("有事件，扣") : _ ("扣"), amount);
}

/**
 * xyb_item_score_state_note:
 * @scheme: the scheme
 * @self: a cell's points
 * @phase: 平时 or 年终结算
 *
 * Returns: (transfer full): what that means for the points now: 平时不计扣分，年终结算时生效
 */
char *
xyb_item_score_state_note (const XybScheme *scheme, const XybItemScore *self, XybPhase phase)
{
  gboolean earning = scheme->mode == XYB_SCHEME_EARN && self->indicator->counts_in_base;
  g_autofree char *deduction = xyb_points_format (self->now.deduction);
  g_autofree char *earned = xyb_points_format (self->now.earned);

  if (self->now.why == XYB_WHY_NOT_APPLICABLE)
    return g_strdup (_ ("满分不含本项"));
  if (self->now.why == XYB_WHY_PENDING)
    return g_strdup (earning ? _ ("平时暂不得分，年终结算时生效")
                             : _ ("平时不计扣分，年终结算时生效"));
  if (self->now.why == XYB_WHY_UNSAID)
    return g_strdup (_ ("没有监测到请按 0 填“无”"));
  if (self->now.why == XYB_WHY_INFO)
    return g_strdup (_ ("不计分"));
  if (self->now.deduction > 0)
    return g_strdup_printf (_ ("%s扣 %s 分"),
                            phase == XYB_PHASE_SETTLEMENT ? _ ("年终结算") : _ ("现在"), deduction);
  if (earning)
    return g_strdup_printf (_ ("得 %s 分"), earned);
  return g_strdup (_ ("不扣分"));
}
