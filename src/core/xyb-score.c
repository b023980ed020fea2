/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-score.h"

#include "xyb-i18n.h"

/**
 * xyb_phase_name:
 * @phase: a way of counting (KH-27)
 *
 * Returns: (nullable): 平时 or 年终结算; %NULL for an unknown number
 */
const char *
xyb_phase_name (XybPhase phase)
{
  switch (phase)
    {
    case XYB_PHASE_INTERIM:
      return _ ("平时");
    case XYB_PHASE_SETTLEMENT:
      return _ ("年终结算");
    default:
      return NULL;
    }
}

/* ---- one cell ---- */

typedef struct
{
  const XybScoreInput *input;
  const XybIndicator *indicator;
  const XybMark *mark;        /* or NULL */
  const XybScoreFacts *facts; /* or NULL */
  gboolean settle;
  int quarters;
} Cell;

static XybMarkKind
kind_of (const XybMark *mark)
{
  return mark != NULL ? mark->kind : XYB_MARK_UNSAID;
}

/* KH-23. */
static gint64
cap_of (const XybIndicator *indicator)
{
  return indicator->rule == XYB_RULE_PER_COUNT ? MIN (indicator->cap, indicator->points)
                                               : indicator->points;
}

static gboolean
earns (const Cell *cell)
{
  return cell->input->scheme->mode == XYB_SCHEME_EARN && cell->indicator->counts_in_base;
}

static void
take (const Cell *cell, XybSum *sum, gint64 amount)
{
  sum->uncapped = MAX (amount, 0);
  sum->deduction = MIN (sum->uncapped, cap_of (cell->indicator));
  sum->earned = cell->input->scheme->mode == XYB_SCHEME_EARN ? sum->full
                                                             : MAX (sum->full - sum->deduction, 0);
}

/* What the rule takes: in 得分制 points are not earned rather than taken away. */
static void
lose (const Cell *cell, XybSum *sum, gint64 amount)
{
  take (cell, sum, amount);
  if (!earns (cell))
    return;
  sum->earned = MAX (sum->full - sum->deduction, 0);
  sum->deduction = 0;
}

static void
lose_by_tier (const Cell *cell, XybSum *sum)
{
  const XybIndicator *indicator = cell->indicator;
  gint64 done = xyb_progress_done (&cell->facts->progress, indicator->basis);

  sum->why = XYB_WHY_TIER;
  sum->quota = cell->facts->quota;
  sum->done = done;
  for (guint i = 0; i < indicator->tiers->len; i++)
    {
      const XybTier *tier = indicator->tiers->pdata[i];

      if (xyb_completion_below (done, sum->quota, tier->below_percent)
          && (sum->percent == 0 || tier->below_percent < sum->percent))
        sum->percent = tier->below_percent;
    }
  lose (cell, sum, xyb_tiers_deduction (indicator->tiers, done, sum->quota));
}

static void
lose_by_shortfall (const Cell *cell, XybSum *sum)
{
  sum->why = XYB_WHY_SHORT;
  sum->due = cell->indicator->per_quarter * cell->quarters;
  sum->received = kind_of (cell->mark) == XYB_MARK_COUNT ? cell->mark->count : 0;
  lose (cell, sum, MAX (sum->due - sum->received, 0) * cell->indicator->step);
}

static gboolean
has_rate (const Cell *cell)
{
  return cell->indicator->rule == XYB_RULE_TIER && cell->facts != NULL && cell->facts->quota > 0;
}

/* What is still * at the end of the year, by the column's own rule. */
static void
lose_by_rule (const Cell *cell, XybSum *sum, XybWhy why)
{
  const XybIndicator *indicator = cell->indicator;

  if (has_rate (cell))
    lose_by_tier (cell, sum);
  else if (indicator->rule == XYB_RULE_PER_COUNT && indicator->per_quarter != XYB_UNSAID)
    lose_by_shortfall (cell, sum);
  else
    {
      sum->why = why;
      lose (cell, sum, cap_of (indicator));
    }
}

static void
become (const Cell *cell, XybSum *sum, XybSettling settling, const XybWhy whys[3])
{
  switch (settling)
    {
    case XYB_SETTLE_DONE:
      sum->why = whys[0];
      sum->earned = sum->full;
      return;
    case XYB_SETTLE_REMOVED:
      sum->why = whys[1];
      sum->full = sum->earned = 0;
      return;
    case XYB_SETTLE_LOST:
    default:
      lose_by_rule (cell, sum, whys[2]);
    }
}

/* KH-24: * costs nothing until the year is settled. */
static void
sum_open (const Cell *cell, XybSum *sum)
{
  static const XybWhy open[] = { XYB_WHY_FORGIVEN, XYB_WHY_REMOVED, XYB_WHY_LOST };
  static const XybWhy explained[]
    = { XYB_WHY_EXPLAINED, XYB_WHY_EXPLAINED_REMOVED, XYB_WHY_EXPLAINED_LOST };

  if (!cell->settle)
    {
      sum->why = XYB_WHY_PENDING;
      sum->earned = cell->input->scheme->mode == XYB_SCHEME_EARN ? 0 : sum->full;
    }
  else if (kind_of (cell->mark) == XYB_MARK_EXPLAINED)
    become (cell, sum, cell->input->scheme->explained_becomes, explained);
  else if (kind_of (cell->mark) == XYB_MARK_COUNT && cell->indicator->per_quarter != XYB_UNSAID)
    lose_by_shortfall (cell, sum);
  else
    become (cell, sum, cell->input->scheme->open_becomes, open);
}

static void
sum_deducted (const Cell *cell, XybSum *sum)
{
  const XybIndicator *indicator = cell->indicator;

  if (indicator->rule == XYB_RULE_PER_COUNT && cell->mark->count != XYB_UNSAID)
    {
      sum->why = XYB_WHY_COUNTED;
      sum->due = cell->mark->count;
      take (cell, sum, cell->mark->count * indicator->step);
      return;
    }
  sum->why = XYB_WHY_DECIDED;
  take (cell, sum, cell->mark->amount != XYB_UNSAID ? cell->mark->amount : cap_of (indicator));
}

static void
sum_event (const Cell *cell, XybSum *sum)
{
  sum->earned = sum->full;
  sum->why = XYB_WHY_NO_EVENT;
  if (kind_of (cell->mark) == XYB_MARK_UNSAID)
    sum->why = XYB_WHY_UNSAID;
  if (kind_of (cell->mark) != XYB_MARK_EVENT)
    return;
  sum->why = XYB_WHY_EVENT;
  take (cell, sum,
        cell->mark->amount != XYB_UNSAID ? cell->mark->amount : cap_of (cell->indicator));
}

static XybSum
sum_cell (const Cell *cell)
{
  XybSum sum = { .full = cell->indicator->counts_in_base ? cell->indicator->points : 0 };

  if (cell->indicator->rule == XYB_RULE_INFO)
    return (XybSum){ .why = XYB_WHY_INFO };
  if (cell->indicator->event)
    {
      sum_event (cell, &sum);
      return sum;
    }
  switch (kind_of (cell->mark))
    {
    case XYB_MARK_DONE:
      sum.why = XYB_WHY_DONE;
      sum.earned = sum.full;
      break;
    case XYB_MARK_DEDUCTED:
      sum_deducted (cell, &sum);
      break;
    default:
      sum_open (cell, &sum);
    }
  return sum;
}

static XybItemScore
score_item (const XybScoreInput *input,
            const XybSchemeUnit *unit,
            const XybIndicator *indicator,
            const XybScoreFacts *facts)
{
  Cell cell = { .input = input, .indicator = indicator, .facts = facts };
  XybItemScore item = { .indicator = indicator };

  item.now.why = item.settled.why = XYB_WHY_NOT_APPLICABLE;
  if (!xyb_scheme_unit_applies (unit, indicator->id))
    return item;
  cell.mark = item.mark = xyb_marks_get (input->marks, unit->unit_id, indicator->id);
  cell.settle = TRUE;
  cell.quarters = input->phase == XYB_PHASE_SETTLEMENT ? XYB_QUARTERS_A_YEAR : input->quarters;
  item.settled = item.now = sum_cell (&cell);
  if (input->phase == XYB_PHASE_SETTLEMENT)
    return item;
  cell.settle = FALSE;
  item.now = sum_cell (&cell);
  return item;
}

/* ---- one unit ---- */

static gint64
score_of (const XybScheme *scheme, gint64 full, gint64 earned, gint64 deduction, gboolean *floored)
{
  gint64 score = (scheme->mode == XYB_SCHEME_EARN ? earned : full) - deduction;

  *floored = scheme->floor != XYB_UNSAID && score < scheme->floor;
  return *floored ? scheme->floor : score;
}

static void
count_item (XybUnitScore *self, const XybItemScore *item)
{
  XybMarkKind kind = kind_of (item->mark);

  if (item->now.why == XYB_WHY_UNSAID)
    self->unsaid++;
  else if (!item->indicator->event && item->now.why != XYB_WHY_NOT_APPLICABLE
           && item->now.why != XYB_WHY_INFO && (kind == XYB_MARK_UNSAID || kind == XYB_MARK_OPEN))
    self->open++;
}

/* AMB-18: the points a column prints though they are not part of the full marks. */
static gint64
extra_points (const XybItemScore *item)
{
  const XybIndicator *indicator = item->indicator;

  if (indicator->counts_in_base || item->now.why == XYB_WHY_NOT_APPLICABLE
      || indicator->rule == XYB_RULE_MANUAL || indicator->rule == XYB_RULE_INFO)
    return 0;
  return indicator->points;
}

static void
add_up (XybUnitScore *self, const XybScheme *scheme)
{
  gint64 earned = 0;
  gint64 deduction = 0;
  gboolean floored;

  for (guint i = 0; i < self->items->len; i++)
    {
      const XybItemScore *item = &g_array_index (self->items, XybItemScore, i);

      self->full += item->now.full;
      self->full_with_events += item->now.full + extra_points (item);
      self->earned += item->now.earned;
      self->deduction += item->now.deduction;
      self->settled_full += item->settled.full;
      earned += item->settled.earned;
      deduction += item->settled.deduction;
      count_item (self, item);
    }
  self->settled_score = score_of (scheme, self->settled_full, earned, deduction, &floored);
  self->score = score_of (scheme, self->full, self->earned, self->deduction, &self->floored);
}

/**
 * xyb_unit_score_new:
 * @input: scheme, marks, facts and phase; the scheme and the marks must outlive the result
 * @unit: a row of the scheme
 *
 * Returns: (transfer full): the unit's points, cell by cell
 */
XybUnitScore *
xyb_unit_score_new (const XybScoreInput *input, const XybSchemeUnit *unit)
{
  XybUnitScore *self;
  const XybScoreFacts *facts;

  g_return_val_if_fail (input != NULL && unit != NULL, NULL);
  g_return_val_if_fail (input->scheme != NULL && input->marks != NULL, NULL);

  self = g_new0 (XybUnitScore, 1);
  facts = input->facts != NULL ? g_hash_table_lookup (input->facts, &unit->unit_id) : NULL;
  self->unit = unit;
  self->items
    = g_array_sized_new (FALSE, FALSE, sizeof (XybItemScore), input->scheme->indicators->len);
  for (guint i = 0; i < input->scheme->indicators->len; i++)
    {
      XybItemScore item = score_item (input, unit, input->scheme->indicators->pdata[i], facts);

      g_array_append_val (self->items, item);
    }
  add_up (self, input->scheme);
  return self;
}

/**
 * xyb_unit_score_free:
 * @self: (nullable): a unit's points
 */
void
xyb_unit_score_free (XybUnitScore *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_free (self);
}

/**
 * xyb_score_sheet_new:
 * @input: scheme, marks, facts and phase; the scheme and the marks must outlive the result
 *
 * Returns: (transfer full): the points of every unit of the scheme
 */
XybScoreSheet *
xyb_score_sheet_new (const XybScoreInput *input)
{
  XybScoreSheet *self;

  g_return_val_if_fail (input != NULL && input->scheme != NULL, NULL);

  self = g_new0 (XybScoreSheet, 1);
  self->scheme = input->scheme;
  self->phase = input->phase;
  self->units = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_score_free);
  for (guint i = 0; i < input->scheme->units->len; i++)
    g_ptr_array_add (self->units, xyb_unit_score_new (input, input->scheme->units->pdata[i]));
  return self;
}

/**
 * xyb_score_sheet_free:
 * @self: (nullable): the points of a scheme's units
 */
void
xyb_score_sheet_free (XybScoreSheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->units);
  g_free (self);
}

/**
 * xyb_score_sheet_find:
 * @self: the points of a scheme's units
 * @unit_id: a unit
 *
 * Returns: (nullable): its points; %NULL where it is not in the scheme
 */
const XybUnitScore *
xyb_score_sheet_find (const XybScoreSheet *self, gint64 unit_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->units->len; i++)
    {
      const XybUnitScore *unit = self->units->pdata[i];

      if (unit->unit->unit_id == unit_id)
        return unit;
    }
  return NULL;
}

/**
 * xyb_unit_score_percent:
 * @self: a unit's points
 *
 * AMB-19: full marks differ from unit to unit, so the share of them is what can be compared within
 * a kind.
 *
 * Returns: (transfer full): the score as a share of the full marks, such as 96.7%; — where there
 * are none
 */
char *
xyb_unit_score_percent (const XybUnitScore *self)
{
  g_autofree char *share = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->score >= 0 || self->full <= 0)
    return xyb_completion_format (self->score, self->full);
  share = xyb_completion_format (-self->score, self->full);
  return g_strconcat ("−", share, NULL);
}

static gint64
shortfall_deduction (const XybIndicator *indicator, gint64 missing)
{
  return MIN (MAX (missing, 0) * indicator->step, cap_of (indicator));
}

/**
 * xyb_item_score_next_step:
 * @self: a cell's points
 *
 * 「再完成 N 家可少扣 M 分」, and the same for cases still due: what would be lost if the year were
 * settled today, and how little more would make it less (§7.3).
 *
 * Returns: the fewest more after which less is lost, and the hundredths saved then; both 0 where
 *   nothing can be gained
 */
XybWhatIf
xyb_item_score_next_step (const XybItemScore *self)
{
  const XybSum *sum;
  gint64 missing;
  gint64 now;

  g_return_val_if_fail (self != NULL, ((XybWhatIf){ 0, 0 }));

  sum = &self->settled;
  if (sum->why == XYB_WHY_TIER)
    return xyb_tiers_next_step (self->indicator->tiers, sum->done, sum->quota);
  missing = sum->due - sum->received;
  if (sum->why != XYB_WHY_SHORT || missing <= 0)
    return (XybWhatIf){ 0, 0 };
  now = shortfall_deduction (self->indicator, missing);
  for (gint64 more = 1; more <= missing; more++)
    if (shortfall_deduction (self->indicator, missing - more) < now)
      return (XybWhatIf){ more, now - shortfall_deduction (self->indicator, missing - more) };
  return (XybWhatIf){ 0, 0 };
}
