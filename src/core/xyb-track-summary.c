/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-summary.h"

#include "xyb-track-private.h"

static gboolean
has_reached (const XybPlan *plan, const XybTrackLine *line, const XybPlanStage *stage)
{
  switch (stage->kind)
    {
    case XYB_STAGE_KIND_STEP:
      return !xyb_track_line_is_before (line, plan, stage);
    case XYB_STAGE_KIND_PASSED:
      return line->result == XYB_RESULT_PASSED;
    case XYB_STAGE_KIND_FAILED:
    case XYB_STAGE_KIND_WATCH:
    case XYB_STAGE_KIND_REVOKED:
    default:
      return line->stage == stage;
    }
}

/**
 * xyb_track_summary_new:
 * @plan: the plan of the year
 * @track: one of its tracks
 * @lines: (nullable) (element-type XybTrackLine): who is on it
 *
 * Returns: (transfer full): how far they are; borrows from @plan
 */
XybTrackSummary *
xyb_track_summary_new (const XybPlan *plan, XybTrack track, const GPtrArray *lines)
{
  XybTrackSummary *self = g_new0 (XybTrackSummary, 1);

  self->stages = xyb_plan_list_stages (plan, track);
  self->reached = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (self->reached, self->stages->len);
  self->n = lines != NULL ? lines->len : 0;
  for (guint i = 0; i < self->n; i++)
    {
      const XybTrackLine *line = lines->pdata[i];

      self->passed += line->result == XYB_RESULT_PASSED ? 1 : 0;
      for (guint k = 0; k < self->stages->len; k++)
        if (has_reached (plan, line, self->stages->pdata[k]))
          g_array_index (self->reached, gint64, k)++;
    }
  return self;
}

void
xyb_track_summary_free (XybTrackSummary *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->stages);
  g_array_unref (self->reached);
  g_free (self);
}

/**
 * xyb_track_summary_reached:
 * @self: a summary
 * @stage: (nullable): a stage of its track
 *
 * Returns: how many enterprises have got as far as @stage; 0 where there is none
 */
gint64
xyb_track_summary_reached (const XybTrackSummary *self, const XybPlanStage *stage)
{
  guint place;

  g_return_val_if_fail (self != NULL, 0);

  if (stage == NULL || !g_ptr_array_find (self->stages, stage, &place))
    return 0;
  return g_array_index (self->reached, gint64, place);
}

static const XybPlanStage *
find_due (const XybPlan *plan, XybTrack track, const XybMilestone *milestone, gboolean last)
{
  const XybPlanStage *found = NULL;

  for (guint i = 0; milestone != NULL && milestone->key != NULL && i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];

      if (stage->track != track || g_strcmp0 (stage->milestone, milestone->key) != 0)
        continue;
      found = stage;
      if (!last)
        break;
    }
  return found;
}

/**
 * xyb_plan_first_stage_due:
 * @plan: a plan
 * @track: one of its tracks
 * @milestone: (nullable): one of its milestones
 *
 * Returns: (transfer none) (nullable): what has to be begun by then: 推荐, of 推荐 → 名单
 */
const XybPlanStage *
xyb_plan_first_stage_due (const XybPlan *plan, XybTrack track, const XybMilestone *milestone)
{
  return find_due (plan, track, milestone, FALSE);
}

/**
 * xyb_plan_last_stage_due:
 * @plan: a plan
 * @track: one of its tracks
 * @milestone: (nullable): one of its milestones
 *
 * Returns: (transfer none) (nullable): what has to be reached by then: 名单, of 推荐 → 名单
 */
const XybPlanStage *
xyb_plan_last_stage_due (const XybPlan *plan, XybTrack track, const XybMilestone *milestone)
{
  return find_due (plan, track, milestone, TRUE);
}

/**
 * xyb_plan_material_stage:
 * @plan: a plan
 * @track: one of its tracks
 *
 * Returns: (transfer none) (nullable): the first stage every required material has to be in for
 */
const XybPlanStage *
xyb_plan_material_stage (const XybPlan *plan, XybTrack track)
{
  for (guint i = 0; i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];

      if (stage->track == track && stage->needs_materials)
        return stage;
    }
  return NULL;
}

/**
 * xyb_track_line_is_before:
 * @self: an enterprise on a track
 * @plan: the plan of the year
 * @stage: a stage of the same track
 *
 * Returns: whether it has not got as far as @stage
 */
gboolean
xyb_track_line_is_before (const XybTrackLine *self, const XybPlan *plan, const XybPlanStage *stage)
{
  return self->stage == NULL
         || xyb_plan_place_of_stage (plan, self->stage) < xyb_plan_place_of_stage (plan, stage);
}
