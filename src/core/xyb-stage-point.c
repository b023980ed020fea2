/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-stage-point.h"

#include <string.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-timeline.h"
#include "xyb-track-private.h"

static void
stage_point_free (gpointer data)
{
  XybStagePoint *self = data;

  g_free (self->date);
  g_free (self->words);
  g_free (self);
}

/* 不通过 stands in the place of 通过; what comes after a result is shown once it has come. */
static gboolean
is_shown (const XybPlanStage *stage, gboolean reached, XybTrackResult result)
{
  switch (stage->kind)
    {
    case XYB_STAGE_KIND_STEP:
      return TRUE;
    case XYB_STAGE_KIND_PASSED:
      return reached || result != XYB_RESULT_FAILED;
    case XYB_STAGE_KIND_FAILED:
    case XYB_STAGE_KIND_WATCH:
    case XYB_STAGE_KIND_REVOKED:
    default:
      return reached;
    }
}

static const XybMilestone *
milestone_of (const XybPlan *plan, const XybPlanStage *stage)
{
  for (guint i = 0; stage->milestone != NULL && i < plan->milestones->len; i++)
    {
      const XybMilestone *milestone = plan->milestones->pdata[i];

      if (g_strcmp0 (milestone->key, stage->milestone) == 0)
        return milestone;
    }
  return NULL;
}

/* The year is said where it is not the plan's. */
static char *
day_words (const XybPlan *plan, const char *iso)
{
  return atoi (iso) == plan->year ? xyb_date_format_short (iso) : xyb_date_format (iso);
}

static XybPointState
state_of_reached (const XybPlanStage *stage, gboolean here)
{
  switch (stage->kind)
    {
    case XYB_STAGE_KIND_FAILED:
      return XYB_POINT_FAILED;
    case XYB_STAGE_KIND_WATCH:
      return XYB_POINT_WATCH;
    case XYB_STAGE_KIND_REVOKED:
      return XYB_POINT_REVOKED;
    case XYB_STAGE_KIND_STEP:
      return here ? XYB_POINT_CURRENT : XYB_POINT_DONE;
    case XYB_STAGE_KIND_PASSED:
    default:
      return XYB_POINT_DONE;
    }
}

static void
tell_reached (XybStagePoint *self, const XybPlan *plan, const XybStageRecord *reached)
{
  g_autofree char *day = reached->reached_on != NULL ? day_words (plan, reached->reached_on) : NULL;

  self->state = state_of_reached (self->stage, self->here);
  if (self->state == XYB_POINT_CURRENT)
    {
      self->date = day != NULL ? g_strdup_printf (_ ("%s起"), day) : g_strdup (_ ("进行中"));
      self->words = day != NULL
                      ? g_strdup_printf (_ ("%s，现在在这一步，%s起"), self->stage->name, day)
                      : g_strdup_printf (_ ("%s，现在在这一步"), self->stage->name);
      return;
    }
  self->date = g_strdup (day);
  self->words = day != NULL ? g_strdup_printf (_ ("%s，%s"), self->stage->name, day)
                            : g_strdup_printf (_ ("%s，已办"), self->stage->name);
}

static void
tell_ahead (XybStagePoint *self, const XybPlan *plan, const char *today)
{
  const XybMilestone *due = milestone_of (plan, self->stage);
  int days = 0;

  self->state = XYB_POINT_OPEN;
  if (due == NULL)
    {
      self->words = g_strdup_printf (_ ("%s，还没有到"), self->stage->name);
      return;
    }
  self->date = xyb_milestone_date_words (due);
  if (xyb_milestone_state (due, today, plan->deadline_inclusive, &days) == XYB_MILESTONE_OVERDUE)
    {
      g_autofree char *late = xyb_days_words (days);

      self->state = XYB_POINT_LATE;
      self->words = g_strdup_printf (_ ("%s，应%s，%s"), self->stage->name, self->date, late);
    }
  else
    self->words = g_strdup_printf (_ ("%s，还没有到，应%s"), self->stage->name, self->date);
}

static XybStagePoint *
point_new (const XybPlan *plan,
           const XybTrackRecord *record,
           const XybPlanStage *stage,
           const XybPlanStage *current,
           const char *today)
{
  const XybStageRecord *reached = xyb_track_find_reached (record, stage);
  XybStagePoint *self = g_new0 (XybStagePoint, 1);

  self->stage = stage;
  self->here = stage == current;
  if (reached != NULL)
    tell_reached (self, plan, reached);
  else if (xyb_plan_place_of_stage (plan, stage) < xyb_plan_place_of_stage (plan, current))
    {
      self->state = XYB_POINT_SKIPPED;
      self->words = g_strdup_printf (_ ("%s，没有登记日期"), stage->name);
    }
  else
    tell_ahead (self, plan, today);
  return self;
}

/**
 * xyb_track_list_points:
 * @plan: the plan of the year; has to outlive the points
 * @record: an enterprise on one of its tracks
 * @today: ISO date
 *
 * Returns: (transfer full) (element-type XybStagePoint): the stages to show
 */
GPtrArray *
xyb_track_list_points (const XybPlan *plan, const XybTrackRecord *record, const char *today)
{
  GPtrArray *points = g_ptr_array_new_with_free_func (stage_point_free);
  const XybPlanStage *current;
  XybTrackResult result;

  g_return_val_if_fail (plan != NULL && record != NULL, points);

  current = xyb_track_current (plan, record);
  result = xyb_track_result (plan, record);
  for (guint i = 0; i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];
      XybStagePoint *point;

      if (stage->track != record->track
          || !is_shown (stage, xyb_track_find_reached (record, stage) != NULL, result))
        continue;
      point = point_new (plan, record, stage, current, today);
      g_ptr_array_add (points, point);
      point->number = points->len;
    }
  return points;
}

/**
 * xyb_stage_points_sentence:
 * @points: (element-type XybStagePoint): of xyb_track_list_points()
 *
 * Returns: (transfer full): all of them in a sentence
 */
char *
xyb_stage_points_sentence (const GPtrArray *points)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  for (guint i = 0; points != NULL && i < points->len; i++)
    g_string_append_printf (sentence, "%s%s", i > 0 ? "；" : "",
                            ((const XybStagePoint *) points->pdata[i])->words);
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}
