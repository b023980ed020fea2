/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-overview.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-i18n.h"

/**
 * xyb_overview_new:
 * @today: ISO date
 *
 * Returns: (transfer full): an office of which nothing is known yet
 */
XybOverview *
xyb_overview_new (const char *today)
{
  XybOverview *self;

  g_return_val_if_fail (xyb_date_is_valid (today), NULL);

  self = g_new0 (XybOverview, 1);
  self->today = g_strdup (today);
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->districts = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_free);
  self->progress = g_ptr_array_new_with_free_func (g_free);
  self->submissions = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_submission_free);
  return self;
}

/**
 * xyb_overview_free:
 * @self: (nullable): an overview
 *
 * Frees it with all it holds.
 */
void
xyb_overview_free (XybOverview *self)
{
  if (self == NULL)
    return;
  g_free (self->today);
  g_array_unref (self->years);
  g_clear_pointer (&self->plan, xyb_plan_free);
  g_ptr_array_unref (self->districts);
  g_ptr_array_unref (self->progress);
  g_ptr_array_unref (self->submissions);
  g_free (self->backed_up_on);
  g_free (self->unsaved_since);
  g_clear_pointer (&self->rows, xyb_quota_rows_free);
  g_free (self);
}

/**
 * xyb_overview_compute:
 * @self: an overview whose facts are read
 *
 * Sets @rows; to be called once after the facts have been filled in.
 */
void
xyb_overview_compute (XybOverview *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->rows, xyb_quota_rows_free);
  if (self->plan != NULL)
    self->rows = xyb_quota_rows_new_whole (self->plan, self->progress, self->districts);
}

/**
 * xyb_overview_calendar_year:
 * @self: an overview
 *
 * Returns: the year today is in
 */
int
xyb_overview_calendar_year (const XybOverview *self)
{
  return (int) g_ascii_strtoll (self->today, NULL, 10);
}

/**
 * xyb_overview_has_year:
 * @self: an overview
 * @year: a year
 *
 * Returns: whether @year has a plan
 */
gboolean
xyb_overview_has_year (const XybOverview *self, int year)
{
  for (guint i = 0; i < self->years->len; i++)
    if (g_array_index (self->years, int, i) == year)
      return TRUE;
  return FALSE;
}

/**
 * xyb_overview_is_closed:
 * @self: an overview
 *
 * A year is settled at its end and its papers put away in the next one. What is older
 * cannot be late any more.
 *
 * Returns: whether the plan in view is older than last year's
 */
gboolean
xyb_overview_is_closed (const XybOverview *self)
{
  return self->plan != NULL && self->plan->year < xyb_overview_calendar_year (self) - 1;
}

/**
 * xyb_overview_count_returned:
 * @self: an overview
 *
 * Returns: how many of @submissions have come and were not sent back (ENT-06)
 */
guint
xyb_overview_count_returned (const XybOverview *self)
{
  guint count = 0;

  for (guint i = 0; i < self->submissions->len; i++)
    {
      XybSubmissionState state = ((XybSubmission *) self->submissions->pdata[i])->state;

      if (state != XYB_SUBMISSION_MISSING && state != XYB_SUBMISSION_RETURNED)
        count++;
    }
  return count;
}

/* ---- the three figures ---- */

static const char *
title_of (XybTrack track)
{
  switch (track)
    {
    case XYB_TRACK_CITY_MODEL:
      return _ ("苏州市级示范");
    case XYB_TRACK_PROVINCE_MODEL:
      return _ ("江苏省级示范");
    case XYB_TRACK_ACCREDITATION:
    default:
      return _ ("信用管理贯标");
    }
}

static const char *
verb_of (XybMilestoneRole role)
{
  switch (role)
    {
    case XYB_ROLE_ACCEPT:
      return _ ("验收");
    case XYB_ROLE_LIST:
      return _ ("推荐");
    case XYB_ROLE_APPLY:
      return _ ("申报");
    case XYB_ROLE_REVIEW:
      return _ ("认定");
    case XYB_ROLE_NONE:
    case XYB_ROLE_ISSUE:
    case XYB_ROLE_CONFIRM:
    case XYB_ROLE_RETURN:
    default:
      return "";
    }
}

static void
set_deadline (XybFigure *self, const XybOverview *overview)
{
  const XybMilestone *next = xyb_plan_next_of_track (overview->plan, self->track, overview->today);
  g_autofree char *when = NULL;
  g_autofree char *left = NULL;
  int days;

  if (self->complete)
    {
      self->deadline = g_strdup (_ ("已完成"));
      return;
    }
  if (next == NULL)
    return;
  when = xyb_milestone_date_words (next);
  if (xyb_milestone_state (next, overview->today, overview->plan->deadline_inclusive, &days)
      == XYB_MILESTONE_UNDATED)
    return;
  /* Without a record nobody can say that it is late: only that the day is over. */
  if (days < 0 && (self->done == XYB_UNSAID || xyb_overview_is_closed (overview)))
    {
      self->deadline
        = g_strdup_printf (_ ("%s%s，已过"), when, verb_of (xyb_milestone_role (next)));
      return;
    }
  left = xyb_days_words (days);
  self->deadline
    = g_strdup_printf (_ ("%s%s，%s"), when, verb_of (xyb_milestone_role (next)), left);
  self->urgency = xyb_plan_urgency (overview->plan, days);
}

static void
fill_accreditation (XybFigure *self, const XybOverview *overview)
{
  const XybQuotaRow *total = overview->rows->total;

  self->done = total->done;
  self->nominated = total->progress.nominated;
  self->signed_up = total->progress.signed_up;
  self->accepted = total->progress.accepted;
  self->complete = self->target != XYB_UNSAID && self->target > 0 && self->done >= self->target;
}

/* PLAN-12: what there was before the year is known; what the year brought is not. */
static void
fill_without_record (XybFigure *self, const XybPlan *plan)
{
  gint64 opening = plan->opening[self->track - 1];
  g_autofree char *as_of = xyb_date_format (plan->opening_as_of);

  self->done = XYB_UNSAID;
  if (opening == XYB_UNSAID)
    self->note = g_strdup (_ ("本年还没有登记"));
  else if (plan->opening_as_of == NULL)
    self->note = g_strdup_printf (_ ("本年还没有登记 · 此前累计 %" PRId64 " 家"), opening);
  else
    self->note
      = g_strdup_printf (_ ("本年还没有登记 · 截至 %s累计 %" PRId64 " 家"), as_of, opening);
}

/**
 * xyb_figure_new:
 * @overview: an overview with a plan
 * @track: one of the three levels
 *
 * Returns: (transfer full): how far the city is on @track
 */
XybFigure *
xyb_figure_new (const XybOverview *overview, XybTrack track)
{
  XybFigure *self;

  g_return_val_if_fail (overview != NULL && overview->rows != NULL, NULL);
  g_return_val_if_fail (track >= 1 && track <= XYB_N_TRACKS, NULL);

  self = g_new0 (XybFigure, 1);
  self->track = track;
  self->title = g_strdup (title_of (track));
  self->target = overview->plan->targets[track - 1];
  self->urgency = XYB_URGENCY_PLAIN;
  if (track == XYB_TRACK_ACCREDITATION)
    fill_accreditation (self, overview);
  else
    fill_without_record (self, overview->plan);
  if (self->done == XYB_UNSAID)
    self->rate = g_strdup ("—");
  else if (self->done == 0 && self->target > 0)
    self->rate = g_strdup ("0%");
  else
    self->rate = xyb_completion_format (self->done, self->target);
  set_deadline (self, overview);
  return self;
}

/**
 * xyb_figure_free:
 * @self: (nullable): a figure
 *
 * Frees it.
 */
void
xyb_figure_free (XybFigure *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->rate);
  g_free (self->deadline);
  g_free (self->note);
  g_free (self);
}
