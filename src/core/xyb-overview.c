/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-overview.h"

#include "xyb-date.h"

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
  for (gsize i = 0; i < XYB_N_TRACKS; i++)
    self->lines[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_track_line_free);
  self->contracts = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_contract_free);
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
  for (gsize i = 0; i < XYB_N_TRACKS; i++)
    {
      g_clear_pointer (&self->summaries[i], xyb_track_summary_free);
      g_ptr_array_unref (self->lines[i]);
    }
  g_ptr_array_unref (self->contracts);
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
 * Sets @rows and @summaries; to be called once after the facts have been filled in.
 */
void
xyb_overview_compute (XybOverview *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->rows, xyb_quota_rows_free);
  for (gsize i = 0; i < XYB_N_TRACKS; i++)
    g_clear_pointer (&self->summaries[i], xyb_track_summary_free);
  if (self->plan == NULL)
    return;
  self->rows = xyb_quota_rows_new_whole (self->plan, self->progress, self->districts);
  for (gsize i = 0; i < XYB_N_TRACKS; i++)
    self->summaries[i] = xyb_track_summary_new (self->plan, (XybTrack) (i + 1), self->lines[i]);
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

/**
 * xyb_overview_knows_track:
 * @self: an overview with a plan
 * @track: one of its tracks
 *
 * This year everything that is done is written down. Of a year that is over nothing written down is
 * no proof that nothing was done.
 *
 * Returns: whether the records of @track say how far it is
 */
gboolean
xyb_overview_knows_track (const XybOverview *self, XybTrack track)
{
  return self->lines[track - 1]->len > 0 || self->plan->year >= xyb_overview_calendar_year (self);
}

/**
 * xyb_overview_wants_candidates:
 * @self: an overview with a plan and lines
 * @track: one of its tracks
 *
 * Returns: whether fewer are on a 示范 track than the plan asks for, in a year that is not over
 */
gboolean
xyb_overview_wants_candidates (const XybOverview *self, XybTrack track)
{
  gint64 target = self->plan->targets[track - 1];

  return track != XYB_TRACK_ACCREDITATION && !xyb_overview_is_closed (self) && target != XYB_UNSAID
         && self->lines[track - 1]->len < target;
}
