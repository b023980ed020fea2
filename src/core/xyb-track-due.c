/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-private.h"

/* Which milestones (§6) an enterprise on a track has before it, and which it has missed. */

typedef gboolean (*Wanted) (const XybMilestone *milestone, const XybPlan *plan, const char *today);

/* The first one that is @wanted, of the stages that are still ahead. */
static const XybMilestone *
find_ahead (const XybPlan *plan, const XybTrackRecord *record, Wanted wanted, const char *today)
{
  const XybPlanStage *current = xyb_track_current (plan, record);

  if (current != NULL && current->kind != XYB_STAGE_KIND_STEP)
    return NULL;
  for (guint i = (guint) (xyb_plan_place_of_stage (plan, current) + 1); i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];

      for (guint k = 0;
           stage->track == record->track && stage->milestone != NULL && k < plan->milestones->len;
           k++)
        {
          const XybMilestone *milestone = plan->milestones->pdata[k];

          if (g_strcmp0 (milestone->key, stage->milestone) == 0 && wanted (milestone, plan, today))
            return milestone;
        }
    }
  return NULL;
}

static gboolean
is_over (const XybMilestone *milestone, const XybPlan *plan, const char *today)
{
  return xyb_milestone_state (milestone, today, plan->deadline_inclusive, NULL)
         == XYB_MILESTONE_OVERDUE;
}

static gboolean
is_dated (const XybMilestone *milestone, const XybPlan *plan, const char *today)
{
  return milestone->due_on != NULL;
}

/**
 * xyb_track_overdue:
 * @plan: the plan of the year
 * @record: an enterprise on one of its tracks
 * @today: ISO date
 *
 * Returns: (transfer none) (nullable): the first milestone that is over while the stage due at it
 *   has not been reached; %NULL where there is a result
 */
const XybMilestone *
xyb_track_overdue (const XybPlan *plan, const XybTrackRecord *record, const char *today)
{
  return find_ahead (plan, record, is_over, today);
}

/**
 * xyb_track_next_due:
 * @plan: the plan of the year
 * @record: an enterprise on one of its tracks
 *
 * Returns: (transfer none) (nullable): the dated milestone of the first stage ahead that has one;
 *   %NULL once there is a result
 */
const XybMilestone *
xyb_track_next_due (const XybPlan *plan, const XybTrackRecord *record)
{
  return find_ahead (plan, record, is_dated, NULL);
}
