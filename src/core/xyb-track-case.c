/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-case.h"

#include "xyb-track-private.h"

void
xyb_stage_move_free (XybStageMove *self)
{
  if (self == NULL)
    return;
  g_free (self->operator_name);
  g_free (self->from);
  g_free (self->to);
  g_free (self->moved_on);
  g_free (self->reason);
  g_free (self);
}

/**
 * xyb_track_case_free:
 * @self: (nullable): a case
 *
 * Frees it; the plan stays.
 */
void
xyb_track_case_free (XybTrackCase *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->list, xyb_material_list_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->materials, g_ptr_array_unref);
  g_clear_pointer (&self->contracts, g_ptr_array_unref);
  g_clear_pointer (&self->moves, g_ptr_array_unref);
  g_clear_pointer (&self->enterprise, xyb_enterprise_free);
  g_clear_pointer (&self->record, xyb_track_record_free);
  g_free (self->today);
  g_free (self);
}

/**
 * xyb_track_applied_on:
 * @plan: the plan of the year
 * @record: an enterprise on one of its tracks
 *
 * AMB-34: the day its conditions are counted to is that of 申报, the first stage whose day is
 * known.
 *
 * Returns: (transfer none) (nullable): ISO date
 */
const char *
xyb_track_applied_on (const XybPlan *plan, const XybTrackRecord *record)
{
  g_return_val_if_fail (plan != NULL && record != NULL, NULL);

  for (guint i = 0; i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];
      const XybStageRecord *reached
        = stage->track == record->track ? xyb_track_find_reached (record, stage) : NULL;

      if (reached != NULL && reached->reached_on != NULL)
        return reached->reached_on;
    }
  return NULL;
}

/**
 * xyb_track_case_find_step:
 * @self: a case
 * @step_id: of a step of the plan
 *
 * Returns: (transfer none) (nullable): what is known of it
 */
const XybStepRecord *
xyb_track_case_find_step (const XybTrackCase *self, gint64 step_id)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (((XybStepRecord *) self->steps->pdata[i])->step_id == step_id)
      return self->steps->pdata[i];
  return NULL;
}

/**
 * xyb_track_case_count_steps:
 * @self: a case
 * @out_done: (out) (optional): how many are done
 *
 * Returns: how many steps of the track there are to tick
 */
guint
xyb_track_case_count_steps (const XybTrackCase *self, guint *out_done)
{
  guint count = 0;
  guint done = 0;

  for (guint i = 0; i < self->plan->steps->len; i++)
    {
      const XybPlanStep *step = self->plan->steps->pdata[i];

      if (step->track != self->record->track || !xyb_plan_step_is_ticked (self->plan, step))
        continue;
      count++;
      if (xyb_step_state (step, xyb_track_case_find_step (self, step->id)) == XYB_STEP_DONE)
        done++;
    }
  if (out_done != NULL)
    *out_done = done;
  return count;
}

/**
 * xyb_track_case_count_verdict:
 * @self: a case
 * @verdict: 符合, 不符合 or 待核
 *
 * Returns: how many of its conditions are so, by what the clerk decided or the check found
 */
guint
xyb_track_case_count_verdict (const XybTrackCase *self, XybVerdict verdict)
{
  guint count = 0;

  for (guint i = 0; i < self->checks->len; i++)
    if (xyb_condition_check_verdict (self->checks->pdata[i]) == verdict)
      count++;
  return count;
}

/**
 * xyb_track_case_find_contract:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): the latest contract of the kind its track asks for
 */
const XybContract *
xyb_track_case_find_contract (const XybTrackCase *self)
{
  for (guint i = self->contracts->len; i > 0; i--)
    if (xyb_contract_serves (self->contracts->pdata[i - 1], self->record->track))
      return self->contracts->pdata[i - 1];
  return NULL;
}
