/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-score.h"

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-text.h"

/* KH-25: every figure in one sentence a leader would accept, as
 * 贯标创建：指标 8 家，验收通过 6 家，完成率 75%，低于 80% 扣 2 分（说明第 1 条） */

/* 已验收通过 of the plan, in the middle of a sentence with a number behind it. */
static const char *
basis_words (XybCompletionBasis basis)
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
      return _ ("验收通过");
    }
}

static gboolean
earns (const XybScheme *scheme, const XybIndicator *indicator)
{
  return scheme->mode == XYB_SCHEME_EARN && indicator->counts_in_base;
}

static void append (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* The next part of a sentence, behind a comma where it is not the first. */
static void
append (GString *out, const char *format, ...)
{
  va_list arguments;

  if (out->len > 0)
    g_string_append (out, _ ("，"));
  va_start (arguments, format);
  g_string_append_vprintf (out, format, arguments);
  va_end (arguments);
}

/* …扣 0.05 分, 得 0.4 分, 不得 0.4 分, 不扣分 */
static void
append_outcome (GString *out, const XybScheme *scheme, const XybItemScore *item, const XybSum *sum)
{
  gboolean earning = earns (scheme, item->indicator);
  g_autofree char *deduction = xyb_points_format (sum->deduction);
  g_autofree char *earned = xyb_points_format (sum->earned);
  g_autofree char *missed = xyb_points_format (sum->full - sum->earned);

  if (sum->deduction > 0)
    append (out, _ ("扣 %s 分"), deduction);
  else if (!earning)
    append (out, _ ("不扣分"));
  else if (sum->earned == 0)
    append (out, _ ("不得 %s 分"), missed);
  else if (sum->earned < sum->full)
    append (out, _ ("得 %s 分，少得 %s 分"), earned, missed);
  else
    append (out, _ ("得 %s 分"), earned);
}

/* 75%, 87.5%: a whole percentage needs no decimal. */
static char *
format_rate (gint64 done, gint64 quota)
{
  char *rate = xyb_completion_format (done, quota);
  char *zero = strstr (rate, ".0%");

  if (zero != NULL)
    strcpy (zero, "%");
  return rate;
}

static void
explain_tier (GString *out, const XybScheme *scheme, const XybItemScore *item, const XybSum *sum)
{
  g_autofree char *rate = format_rate (sum->done, sum->quota);
  g_autoptr (GString) outcome = g_string_new (NULL);

  append (out, _ ("指标 %lld 家"), (long long) sum->quota);
  append (out, _ ("%s %lld 家"), basis_words (item->indicator->basis), (long long) sum->done);
  append (out, _ ("完成率 %s"), rate);
  append_outcome (outcome, scheme, item, sum);
  if (sum->percent > 0)
    append (out, _ ("低于 %lld%% %s"), (long long) sum->percent, outcome->str);
  else
    append (out, "%s", outcome->str);
}

/* 应扣 0.25 分，扣满 0.2 分为止 */
static void
append_cap (GString *out, const XybSum *sum, gint64 cap)
{
  g_autofree char *uncapped = xyb_points_format (sum->uncapped);
  g_autofree char *most = xyb_points_format (cap);

  if (sum->uncapped > cap)
    append (out, _ ("应扣 %s 分，扣满 %s 分为止"), uncapped, most);
}

static const char *
counter_of (const XybIndicator *indicator)
{
  return indicator->counter != NULL ? indicator->counter : _ ("次");
}

static void
explain_counted (GString *out, const XybScheme *scheme, const XybItemScore *item, const XybSum *sum)
{
  g_autofree char *step = xyb_points_format (item->indicator->step);
  const char *counter = counter_of (item->indicator);

  append (out, _ ("未完成 %lld %s"), (long long) sum->due, counter);
  append (out, _ ("每%s扣 %s 分"), counter, step);
  append_cap (out, sum, MIN (item->indicator->cap, item->indicator->points));
  append_outcome (out, scheme, item, sum);
}

static void
explain_short (GString *out, const XybScheme *scheme, const XybItemScore *item, const XybSum *sum)
{
  const XybIndicator *indicator = item->indicator;
  g_autofree char *step = xyb_points_format (indicator->step);
  const char *counter = counter_of (indicator);

  append (out, _ ("每季度应报 %lld %s"), (long long) indicator->per_quarter, counter);
  append (out, _ ("共应报 %lld %s"), (long long) sum->due, counter);
  append (out, _ ("已报 %lld %s"), (long long) sum->received, counter);
  if (sum->due > sum->received)
    {
      append (out, _ ("缺报 %lld %s"), (long long) (sum->due - sum->received), counter);
      append (out, _ ("每%s扣 %s 分"), counter, step);
      append_cap (out, sum, MIN (indicator->cap, indicator->points));
    }
  append_outcome (out, scheme, item, sum);
}

static void
explain_lost (GString *out, const XybScheme *scheme, const XybItemScore *item, const XybSum *sum)
{
  g_autofree char *cap = xyb_points_format (item->indicator->cap);

  append (out, sum->why == XYB_WHY_EXPLAINED_LOST ? _ ("已作情况说明，按方案仍计分")
                                                  : _ ("年终仍未完成"));
  if (item->indicator->rule == XYB_RULE_TIER)
    append (out, _ ("没有指标数，算不出完成率"));
  if (item->indicator->rule == XYB_RULE_PER_COUNT)
    append (out, _ ("没有填写次数，按扣满 %s 分计"), cap);
  append_outcome (out, scheme, item, sum);
}

static void
explain_pending (GString *out, const XybScheme *scheme, const XybItemScore *item)
{
  const XybMark *mark = item->mark;

  if (mark != NULL && mark->kind == XYB_MARK_COUNT)
    append (out, _ ("已报 %lld %s"), (long long) mark->count, counter_of (item->indicator));
  else if (mark != NULL && mark->kind == XYB_MARK_EXPLAINED)
    append (out, _ ("尚未完成，已作情况说明"));
  else
    append (out, _ ("尚未完成"));
  if (earns (scheme, item->indicator))
    append (out, _ ("平时暂不得分"));
  else
    append (out, _ ("平时不计扣分"));
}

static void
explain_event (GString *out, const XybScheme *scheme, const XybItemScore *item, const XybSum *sum)
{
  if (sum->why == XYB_WHY_EVENT)
    append (out, _ ("监测到事件"));
  append_outcome (out, scheme, item, sum);
}

static void
explain_removed (GString *out, const XybItemScore *item, const char *why)
{
  g_autofree char *points = xyb_points_format (item->indicator->points);

  append (out, "%s", why);
  append (out, _ ("从满分中剔除本项 %s 分"), points);
}

static void
explain_sum (GString *out, const XybScheme *scheme, const XybItemScore *item, const XybSum *sum)
{
  g_autofree char *points = xyb_points_format (item->indicator->points);

  switch (sum->why)
    {
    case XYB_WHY_NOT_APPLICABLE:
      append (out, _ ("非考核项，满分不含本项 %s 分"), points);
      return;
    case XYB_WHY_DONE:
      append (out, _ ("已完成"));
      append_outcome (out, scheme, item, sum);
      return;
    case XYB_WHY_PENDING:
      explain_pending (out, scheme, item);
      return;
    case XYB_WHY_LOST:
    case XYB_WHY_EXPLAINED_LOST:
      explain_lost (out, scheme, item, sum);
      return;
    case XYB_WHY_FORGIVEN:
      append (out, _ ("年终仍未完成，按方案视同完成"));
      append_outcome (out, scheme, item, sum);
      return;
    case XYB_WHY_EXPLAINED:
      append (out, _ ("已作情况说明，视同完成"));
      append_outcome (out, scheme, item, sum);
      return;
    case XYB_WHY_REMOVED:
      explain_removed (out, item, _ ("年终仍未完成"));
      return;
    case XYB_WHY_EXPLAINED_REMOVED:
      explain_removed (out, item, _ ("已作情况说明"));
      return;
    case XYB_WHY_TIER:
      explain_tier (out, scheme, item, sum);
      return;
    case XYB_WHY_SHORT:
      explain_short (out, scheme, item, sum);
      return;
    case XYB_WHY_COUNTED:
      explain_counted (out, scheme, item, sum);
      return;
    case XYB_WHY_DECIDED:
      append_outcome (out, scheme, item, sum);
      return;
    case XYB_WHY_NO_EVENT:
      append (out, _ ("未监测到事件"));
      append_outcome (out, scheme, item, sum);
      return;
    case XYB_WHY_EVENT:
      explain_event (out, scheme, item, sum);
      return;
    case XYB_WHY_UNSAID:
      append (out, _ ("没有填写，请填“无”或扣几分"));
      return;
    case XYB_WHY_INFO:
    default:
      append (out, _ ("不计分"));
    }
}

/* （说明第 1 条；原因：…；决定：…） */
static char *
brackets_of (const XybItemScore *item, const XybSum *sum)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *inside = NULL;
  const XybMark *mark = item->mark;

  if (item->indicator->note > 0 && sum->why != XYB_WHY_NOT_APPLICABLE)
    g_ptr_array_add (parts, g_strdup_printf (_ ("说明第 %d 条"), item->indicator->note));
  if (mark != NULL && !xyb_text_is_blank (mark->remark))
    g_ptr_array_add (parts, g_strdup_printf (_ ("备注：%s"), mark->remark));
  if (mark != NULL && !xyb_text_is_blank (mark->approver))
    g_ptr_array_add (parts, g_strdup_printf (_ ("决定：%s"), mark->approver));
  if (parts->len == 0)
    return g_strdup ("");
  g_ptr_array_add (parts, NULL);
  inside = g_strjoinv (_ ("；"), (char **) parts->pdata);
  return g_strdup_printf (_ ("（%s）"), inside);
}

static char *
explain (const XybScheme *scheme, const XybItemScore *item, const XybSum *sum)
{
  g_autofree char *name = xyb_indicator_name (item->indicator);
  g_autofree char *brackets = brackets_of (item, sum);
  g_autoptr (GString) sentence = g_string_new (NULL);

  explain_sum (sentence, scheme, item, sum);
  return g_strdup_printf (_ ("%s：%s%s"), name, sentence->str, brackets);
}

/**
 * xyb_item_score_explain:
 * @scheme: the scheme
 * @self: a cell's points
 *
 * Returns: (transfer full): why it costs what it costs: rule, counts, arithmetic, note, remark
 *   (KH-25)
 */
char *
xyb_item_score_explain (const XybScheme *scheme, const XybItemScore *self)
{
  g_return_val_if_fail (scheme != NULL && self != NULL, NULL);

  return explain (scheme, self, &self->now);
}

/**
 * xyb_item_score_explain_settled:
 * @scheme: the scheme
 * @self: a cell's points
 *
 * Returns: (transfer full): the same if the year were settled today (「如现在结算」)
 */
char *
xyb_item_score_explain_settled (const XybScheme *scheme, const XybItemScore *self)
{
  g_return_val_if_fail (scheme != NULL && self != NULL, NULL);

  return explain (scheme, self, &self->settled);
}

/**
 * xyb_item_score_what_if:
 * @self: a cell's points
 *
 * Returns: (transfer full) (nullable): 再验收通过 2 家，可少扣 1 分; %NULL where nothing can be
 * gained
 */
char *
xyb_item_score_what_if (const XybItemScore *self)
{
  XybWhatIf step = xyb_item_score_next_step (self);
  g_autofree char *saved = xyb_points_format (step.saved);
  gboolean earning;

  if (step.more == 0)
    return NULL;
  earning = self->settled.deduction == 0;
  if (self->settled.why == XYB_WHY_TIER)
    return g_strdup_printf (earning ? _ ("再%s %lld 家，可多得 %s 分")
                                    : _ ("再%s %lld 家，可少扣 %s 分"),
                            basis_words (self->indicator->basis), (long long) step.more, saved);
  return g_strdup_printf (earning ? _ ("再报 %lld %s，可多得 %s 分")
                                  : _ ("再报 %lld %s，可少扣 %s 分"),
                          (long long) step.more, counter_of (self->indicator), saved);
}

/* ---- a whole unit ---- */

static gboolean
matters (const XybItemScore *item)
{
  switch (item->now.why)
    {
    case XYB_WHY_NOT_APPLICABLE:
    case XYB_WHY_DONE:
    case XYB_WHY_PENDING:
    case XYB_WHY_NO_EVENT:
    case XYB_WHY_INFO:
    case XYB_WHY_UNSAID:
      return FALSE;
    default:
      return TRUE;
    }
}

/**
 * xyb_unit_score_reasons:
 * @scheme: the scheme
 * @self: a unit's points
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each cell that changes the score or
 *   would, had it not been forgiven; empty where everything is done or open
 */
GPtrArray *
xyb_unit_score_reasons (const XybScheme *scheme, const XybUnitScore *self)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (scheme != NULL && self != NULL, sentences);

  for (guint i = 0; i < self->items->len; i++)
    {
      const XybItemScore *item = &g_array_index (self->items, XybItemScore, i);

      if (matters (item))
        g_ptr_array_add (sentences, xyb_item_score_explain (scheme, item));
    }
  return sentences;
}

/* 0.2 + 0.1 + 0.3; out_n is how many were added */
static char *
add_terms (const XybUnitScore *self, gint64 (*term) (const XybSum *sum), guint *out_n)
{
  g_autoptr (GString) terms = g_string_new (NULL);

  *out_n = 0;
  for (guint i = 0; i < self->items->len; i++)
    {
      gint64 points = term (&g_array_index (self->items, XybItemScore, i).now);
      g_autofree char *text = xyb_points_format (points);

      if (points == 0)
        continue;
      g_string_append_printf (terms, "%s%s", (*out_n)++ > 0 ? " + " : "", text);
    }
  if (*out_n == 0)
    g_string_append_c (terms, '0');
  return g_strdup (terms->str);
}

static gint64
full_term (const XybSum *sum)
{
  return sum->full;
}

static gint64
earned_term (const XybSum *sum)
{
  return sum->full > 0 ? sum->earned : 0;
}

static gint64
deduction_term (const XybSum *sum)
{
  return sum->deduction;
}

static char *
explain_full (const XybUnitScore *self)
{
  guint n;
  g_autofree char *terms = add_terms (self, full_term, &n);
  g_autofree char *full = xyb_points_format (self->full);
  g_autofree char *with_events = xyb_points_format (self->full_with_events);

  if (self->full_with_events != self->full)
    return g_strdup_printf (_ ("满分：%s = %s 分（连同只扣不加的项目 %s 分）"), terms, full,
                            with_events);
  return g_strdup_printf (_ ("满分：%s = %s 分"), terms, full);
}

/* A score below nothing is written with a minus sign, not a hyphen. */
static char *
say_score (gint64 points)
{
  g_autofree char *text = xyb_points_format (ABS (points));

  return g_strconcat (points < 0 ? "−" : "", text, NULL);
}

static char *
explain_score (const XybScheme *scheme, const XybUnitScore *self)
{
  guint n_earned;
  guint n_deducted;
  g_autofree char *earned = add_terms (self, earned_term, &n_earned);
  g_autofree char *deducted = add_terms (self, deduction_term, &n_deducted);
  g_autofree char *full = xyb_points_format (self->full);
  gboolean earning = scheme->mode == XYB_SCHEME_EARN;
  gint64 sum = (earning ? self->earned : self->full) - self->deduction;
  g_autofree char *sum_text = say_score (sum);
  g_autofree char *score = say_score (self->score);
  g_autofree char *percent = xyb_unit_score_percent (self);
  g_autoptr (GString) line = g_string_new (_ ("得分："));

  g_string_append (line, earning ? earned : full);
  if (n_deducted == 1)
    g_string_append_printf (line, " − %s", deducted);
  else if (n_deducted > 1)
    g_string_append_printf (line, " − (%s)", deducted);
  if (n_deducted > 0 || (earning && n_earned > 1))
    g_string_append_printf (line, " = %s", sum_text);
  if (self->floored)
    g_string_append_printf (line, _ (" 分，低于下限，按 %s"), score);
  g_string_append_printf (line, _ (" 分（应得 %s 分，%s）"), full, percent);
  return g_strdup (line->str);
}

/**
 * xyb_unit_score_explain:
 * @scheme: the scheme
 * @self: a unit's points
 *
 * Returns: (transfer full) (element-type utf8): the whole arithmetic of a unit: its full marks, a
 *   sentence a cell, its score
 */
GPtrArray *
xyb_unit_score_explain (const XybScheme *scheme, const XybUnitScore *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (scheme != NULL && self != NULL, lines);

  g_ptr_array_add (lines, explain_full (self));
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (lines, xyb_item_score_explain (scheme,
                                                    &g_array_index (self->items, XybItemScore, i)));
  g_ptr_array_add (lines, explain_score (scheme, self));
  return lines;
}
