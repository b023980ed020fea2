/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-state.h"

/**
 * xyb_assessment_state_new:
 * @assessment: (transfer full): what the office has of the table
 *
 * Returns: (transfer full): the table, counted as 平时 with no quarter gone
 */
XybAssessmentState *
xyb_assessment_state_new (XybAssessment *assessment)
{
  XybAssessmentState *self = g_new0 (XybAssessmentState, 1);

  self->assessment = assessment;
  self->scheme = assessment->scheme;
  self->changed = g_array_new (FALSE, TRUE, sizeof (gboolean));
  xyb_assessment_state_count (self, XYB_PHASE_INTERIM, 0);
  return self;
}

/**
 * xyb_assessment_state_free:
 * @self: (nullable): a table
 */
void
xyb_assessment_state_free (XybAssessmentState *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->changed);
  xyb_assessment_table_free (self->compared);
  xyb_assessment_table_free (self->printed);
  xyb_score_sheet_free (self->score);
  xyb_assessment_free (self->assessment);
  g_free (self);
}

/* ---- compared with an earlier table ---- */

static guint
n_columns (const XybAssessmentState *self)
{
  return self->scheme->indicators->len + 1;
}

static const XybAssessmentRow *
find_row (GHashTable *rows, const char *unit)
{
  return g_hash_table_lookup (rows, unit);
}

/* Heads are compared by their words: a column may have moved. */
static GArray *
place_columns (const XybAssessmentTable *now, const XybAssessmentTable *before)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (int));

  for (guint i = 1; i < now->heads->len; i++)
    {
      int place = -1;

      for (guint k = 1; k < before->heads->len && place < 0; k++)
        if (g_str_equal (now->heads->pdata[i], before->heads->pdata[k]))
          place = (int) k - 1;
      g_array_append_val (places, place);
    }
  return places;
}

static const char *
text_at (const XybAssessmentRow *row, int column)
{
  if (column < 0)
    return NULL;
  return (guint) column < row->cells->len ? row->cells->pdata[column] : row->remark;
}

static void
find_changes (XybAssessmentState *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) places = NULL;

  g_array_set_size (self->changed, 0);
  g_array_set_size (self->changed, self->printed->rows->len * n_columns (self));
  if (self->compared == NULL)
    return;
  for (guint i = 0; i < self->compared->rows->len; i++)
    {
      XybAssessmentRow *row = self->compared->rows->pdata[i];

      g_hash_table_insert (rows, row->unit, row);
    }
  places = place_columns (self->printed, self->compared);
  for (guint i = 0; i < self->printed->rows->len; i++)
    {
      const XybAssessmentRow *now = self->printed->rows->pdata[i];
      const XybAssessmentRow *before = find_row (rows, now->unit);

      for (guint column = 0; column < n_columns (self); column++)
        {
          const char *then
            = before != NULL ? text_at (before, g_array_index (places, int, column)) : NULL;

          g_array_index (self->changed, gboolean, i * n_columns (self) + column)
            = g_strcmp0 (text_at (now, (int) column), then) != 0;
        }
    }
}

/**
 * xyb_assessment_state_compare:
 * @self: a table
 * @compared: (transfer full) (nullable): an earlier one; %NULL to compare with none
 *
 * Marks what prints otherwise than then.
 */
void
xyb_assessment_state_compare (XybAssessmentState *self, XybAssessmentTable *compared)
{
  g_return_if_fail (self != NULL);

  xyb_assessment_table_free (self->compared);
  self->compared = compared;
  find_changes (self);
}

/**
 * xyb_assessment_state_count:
 * @self: a table
 * @phase: 平时 or 年终结算
 * @quarters: whole quarters gone by
 *
 * Counts the points of every unit anew: after a mark, too (2 ms for 70 units is the limit).
 */
void
xyb_assessment_state_count (XybAssessmentState *self, XybPhase phase, int quarters)
{
  XybScoreInput input;

  g_return_if_fail (self != NULL);

  self->phase = phase;
  self->quarters = quarters;
  input = (XybScoreInput){ self->scheme, self->assessment->marks, self->assessment->facts, phase,
                           quarters };
  g_clear_pointer (&self->printed, xyb_assessment_table_free);
  g_clear_pointer (&self->score, xyb_score_sheet_free);
  self->score = xyb_score_sheet_new (&input);
  self->printed = xyb_assessment_table_new (self->score, self->assessment->remarks);
  find_changes (self);
}

/* ---- asked ---- */

const XybSchemeUnit *
xyb_assessment_state_get_unit (const XybAssessmentState *self, guint unit)
{
  return self->scheme->units->pdata[unit];
}

const XybIndicator *
xyb_assessment_state_get_indicator (const XybAssessmentState *self, guint indicator)
{
  return self->scheme->indicators->pdata[indicator];
}

const XybUnitScore *
xyb_assessment_state_get_score (const XybAssessmentState *self, guint unit)
{
  return self->score->units->pdata[unit];
}

const XybItemScore *
xyb_assessment_state_get_item (const XybAssessmentState *self, guint unit, guint indicator)
{
  return &g_array_index (xyb_assessment_state_get_score (self, unit)->items, XybItemScore,
                         indicator);
}

/**
 * xyb_assessment_state_dup_mark:
 * @self: a table
 * @unit: place of a unit
 * @indicator: place of an indicator
 *
 * Returns: (transfer full): what stands there: 非考核项 where the scheme says so, never %NULL
 */
XybMark *
xyb_assessment_state_dup_mark (const XybAssessmentState *self, guint unit, guint indicator)
{
  const XybItemScore *item = xyb_assessment_state_get_item (self, unit, indicator);

  if (item->now.why == XYB_WHY_NOT_APPLICABLE)
    return xyb_mark_new (XYB_MARK_NOT_APPLICABLE);
  return item->mark != NULL ? xyb_mark_copy (item->mark) : xyb_mark_new (XYB_MARK_UNSAID);
}

/**
 * xyb_assessment_state_get_printed:
 * @self: a table
 * @unit: place of a unit
 * @column: place of an indicator; one more for 扣分情况
 *
 * Returns: what stands there in print
 */
const char *
xyb_assessment_state_get_printed (const XybAssessmentState *self, guint unit, guint column)
{
  return text_at (self->printed->rows->pdata[unit], (int) column);
}

/**
 * xyb_assessment_state_is_changed:
 * @self: a table
 * @unit: place of a unit
 * @column: place of an indicator; one more for 扣分情况
 *
 * Returns: whether it prints otherwise than in the table it is compared with
 */
gboolean
xyb_assessment_state_is_changed (const XybAssessmentState *self, guint unit, guint column)
{
  return g_array_index (self->changed, gboolean, unit * n_columns (self) + column);
}

static void
count_mark (const XybItemScore *item, XybMarkCounts *counts)
{
  XybMarkKind kind = item->mark != NULL ? item->mark->kind : XYB_MARK_UNSAID;

  if (item->now.why == XYB_WHY_NOT_APPLICABLE)
    counts->excluded++;
  else if (kind == XYB_MARK_DONE)
    counts->done++;
  else if (kind == XYB_MARK_COUNT)
    counts->counted++;
  else if (kind == XYB_MARK_NO_EVENT)
    counts->no_event++;
  else if (kind == XYB_MARK_EVENT)
    counts->events++;
  else if (!item->indicator->event)
    counts->open++;
}

/**
 * xyb_assessment_state_count_marks:
 * @self: a table
 *
 * Returns: how many cells print √, *, 非考核项, a number, 无 and 有
 */
XybMarkCounts
xyb_assessment_state_count_marks (const XybAssessmentState *self)
{
  XybMarkCounts counts = { 0 };

  for (guint i = 0; i < self->score->units->len; i++)
    for (guint k = 0; k < self->scheme->indicators->len; k++)
      count_mark (xyb_assessment_state_get_item (self, i, k), &counts);
  return counts;
}
