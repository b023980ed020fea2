/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-private.h"

#include <string.h>

#include "xyb-core-error.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

static gboolean
check_day (const XybTrackMove *move, const char *today, GError **error)
{
  if (move->on == NULL || !xyb_date_is_valid (move->on))
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                   _ ("到“%s”的日期要写成 2020-04-15 这样。"), move->to->name);
      return FALSE;
    }
  if (strcmp (move->on, today) > 0)
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                   _ ("“%s”的日期 %s 还没有到，请在办完以后再登记。"), move->to->name, move->on);
      return FALSE;
    }
  return TRUE;
}

/* What can only happen to who has passed. */
static gboolean
check_passed (const XybPlan *plan,
              const XybTrackRecord *record,
              const XybPlanStage *to,
              GError **error)
{
  const XybPlanStage *passed;

  if (to->kind != XYB_STAGE_KIND_WATCH && to->kind != XYB_STAGE_KIND_REVOKED)
    return TRUE;
  if (xyb_track_result (plan, record) == XYB_RESULT_PASSED
      || xyb_track_result (plan, record) == XYB_RESULT_REVOKED)
    return TRUE;
  passed = xyb_plan_find_stage_of_kind (plan, record->track, XYB_STAGE_KIND_PASSED);
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE,
               _ ("%s还没有%s（%s），不能登记“%s”。"), record->enterprise_name,
               passed != NULL ? passed->name : _ ("结果"), xyb_track_name (record->track),
               to->name);
  return FALSE;
}

/* AMB-15: 名单 may be fixed before the returns are due, so the day of 推荐 binds nothing. */
static gboolean
check_order (const XybPlan *plan,
             const XybTrackRecord *record,
             const XybTrackMove *move,
             GError **error)
{
  int place = xyb_plan_place_of_stage (plan, move->to);

  for (int i = 0; i < place; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];
      const XybStageRecord *reached
        = stage->track == record->track && stage->basis != XYB_BASIS_NOMINATED
            ? xyb_track_find_reached (record, stage)
            : NULL;

      if (reached == NULL || reached->reached_on == NULL
          || strcmp (reached->reached_on, move->on) <= 0)
        continue;
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                   _ ("“%s” %s 早于“%s” %s，日期不能倒退，请核对。"), move->to->name, move->on,
                   stage->name, reached->reached_on);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_back (const XybPlan *plan, const XybPlanStage *current, const XybPlanStage *to)
{
  if (xyb_plan_place_of_stage (plan, to) < xyb_plan_place_of_stage (plan, current))
    return TRUE;
  /* 通过 turned into 不通过. */
  return current != NULL && to->kind == XYB_STAGE_KIND_FAILED
         && current->kind != XYB_STAGE_KIND_STEP;
}

/**
 * xyb_track_check_move:
 * @plan: the plan of the year
 * @record: an enterprise on one of its tracks
 * @move: where it is to go; @back is set
 * @today: ISO date
 * @error: return location for an error
 *
 * Stages may be left out on the way, the office does not hear of everything; but no day is in the
 * future or before that of an earlier stage, going back or turning a result round needs a reason,
 * and only who has passed can lose it again.
 *
 * Returns: %FALSE with %XYB_CORE_ERROR_INVALID_DATE, %XYB_CORE_ERROR_INVALID_STAGE or
 *   %XYB_CORE_ERROR_EMPTY where the reason is missing
 */
gboolean
xyb_track_check_move (const XybPlan *plan,
                      const XybTrackRecord *record,
                      XybTrackMove *move,
                      const char *today,
                      GError **error)
{
  const XybPlanStage *current;

  g_return_val_if_fail (plan != NULL && record != NULL && move != NULL, FALSE);
  g_return_val_if_fail (move->to != NULL && move->to->track == record->track, FALSE);
  g_return_val_if_fail (xyb_date_is_valid (today), FALSE);

  current = xyb_track_current (plan, record);
  move->back = is_back (plan, current, move->to);
  if (current == move->to)
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE,
                   _ ("%s已经在“%s”这一步，不用再登记。"), record->enterprise_name, move->to->name);
      return FALSE;
    }
  if (!check_day (move, today, error) || !check_passed (plan, record, move->to, error))
    return FALSE;
  if (move->back && xyb_text_is_blank (move->reason))
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY, _ ("从“%s”改回“%s”要写明理由。"),
                   current->name, move->to->name);
      return FALSE;
    }
  return (move->back && xyb_track_find_reached (record, move->to) != NULL)
         || check_order (plan, record, move, error);
}

/**
 * xyb_track_apply_move:
 * @plan: the plan of the year
 * @record: changed in place
 * @move: one that xyb_track_check_move() has let through
 *
 * Going back takes the dates of the later stages away (文号 and notes stay) and keeps that of the
 * stage gone back to, where it had one. A result turned round loses the other's date.
 */
void
xyb_track_apply_move (const XybPlan *plan, XybTrackRecord *record, const XybTrackMove *move)
{
  XybStageRecord *target;
  int place;

  g_return_if_fail (plan != NULL && record != NULL && move != NULL);

  place = xyb_plan_place_of_stage (plan, move->to);
  for (guint i = 0; move->back && i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];
      XybStageRecord *other = xyb_track_record_find (record, stage->id);
      gboolean turned
        = move->to->kind == XYB_STAGE_KIND_FAILED && stage->kind == XYB_STAGE_KIND_PASSED;

      if (other != NULL && stage->track == record->track && stage != move->to
          && ((int) i > place || turned))
        xyb_stage_record_set_reached (other, NULL);
    }
  target = xyb_track_ensure_record (record, move->to->id);
  if (!target->reached || !move->back)
    xyb_stage_record_set_reached (target, move->on);
}

/**
 * xyb_track_check_date:
 * @plan: the plan of the year
 * @record: an enterprise on one of its tracks
 * @stage: a stage it has passed by, whose day is written down or corrected later
 * @on: ISO date
 * @today: ISO date
 * @error: return location for %XYB_CORE_ERROR_INVALID_DATE
 *
 * Returns: whether @on is neither in the future nor out of order with the stages before and behind
 */
gboolean
xyb_track_check_date (const XybPlan *plan,
                      const XybTrackRecord *record,
                      const XybPlanStage *stage,
                      const char *on,
                      const char *today,
                      GError **error)
{
  XybTrackMove move = { stage, on, NULL, FALSE };

  g_return_val_if_fail (plan != NULL && record != NULL && stage != NULL, FALSE);

  if (!check_day (&move, today, error) || !check_order (plan, record, &move, error))
    return FALSE;
  if (stage->basis == XYB_BASIS_NOMINATED)
    return TRUE;
  for (guint i = (guint) (xyb_plan_place_of_stage (plan, stage) + 1); i < plan->stages->len; i++)
    {
      const XybPlanStage *later = plan->stages->pdata[i];
      const XybStageRecord *reached
        = later->track == record->track ? xyb_track_find_reached (record, later) : NULL;

      if (reached == NULL || reached->reached_on == NULL || strcmp (on, reached->reached_on) <= 0)
        continue;
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                   _ ("“%s” %s 晚于“%s” %s，日期不能倒退，请核对。"), stage->name, on, later->name,
                   reached->reached_on);
      return FALSE;
    }
  return TRUE;
}

/**
 * xyb_stage_check_until:
 * @stage: a stage
 * @on: (nullable): the day it was reached, ISO
 * @until: (nullable): its 期限, ISO
 * @error: return location for %XYB_CORE_ERROR_INVALID_DATE
 *
 * Returns: whether @until is not over before it begins
 */
gboolean
xyb_stage_check_until (const XybPlanStage *stage, const char *on, const char *until, GError **error)
{
  g_return_val_if_fail (stage != NULL, FALSE);

  if (on == NULL || until == NULL || strcmp (on, until) <= 0)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
               _ ("“%s”的期限 %s 早于它的日期 %s，请核对。"), stage->name, until, on);
  return FALSE;
}

/**
 * xyb_track_check_stage:
 * @plan: the plan of the year
 * @record: an enterprise on one of its tracks
 * @stage: a stage it stands on or has passed by
 * @values: what is to be known of it: day, 文号, 期限
 * @today: ISO date
 * @error: return location for %XYB_CORE_ERROR_INVALID_STAGE or %XYB_CORE_ERROR_INVALID_DATE
 *
 * What is written down later changes neither where the enterprise stands nor its result: that is a
 * move, which is told in 经过.
 */
gboolean
xyb_track_check_stage (const XybPlan *plan,
                       const XybTrackRecord *record,
                       const XybPlanStage *stage,
                       const XybStageRecord *values,
                       const char *today,
                       GError **error)
{
  const XybPlanStage *current;
  gboolean reached;

  g_return_val_if_fail (plan != NULL && record != NULL, FALSE);
  g_return_val_if_fail (stage != NULL && stage->track == record->track && values != NULL, FALSE);

  current = xyb_track_current (plan, record);
  reached = xyb_track_find_reached (record, stage) != NULL;
  if (!reached
      && (xyb_plan_place_of_stage (plan, stage) > xyb_plan_place_of_stage (plan, current)
          || (stage->kind != XYB_STAGE_KIND_STEP && stage->kind != XYB_STAGE_KIND_WATCH)))
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE,
                   _ ("%s还没有到“%s”这一步，请先登记到这一步。"), record->enterprise_name,
                   stage->name);
      return FALSE;
    }
  if (values->reached_on != NULL)
    return xyb_track_check_date (plan, record, stage, values->reached_on, today, error)
           && xyb_stage_check_until (stage, values->reached_on, values->until, error);
  if (!reached || stage->basis == XYB_BASIS_NOMINATED
      || (stage != current && stage->kind == XYB_STAGE_KIND_STEP))
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE,
               _ ("%s“%s”的日期不能清空；要退回前面的阶段，请登记退回并写明理由。"),
               record->enterprise_name, stage->name);
  return FALSE;
}
