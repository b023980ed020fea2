/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-date.h"
#include "xyb-plan.h"

#include <string.h>

/* What a plan for a further year begins with. */

/**
 * xyb_plan_next_year:
 * @years: (element-type int): the years that have a plan, rising
 * @this_year: the calendar year
 *
 * Returns: the year a new plan is probably for: this one if it has none, else the one after the
 *   last
 */
int
xyb_plan_next_year (const GArray *years, int this_year)
{
  g_return_val_if_fail (years != NULL, this_year);

  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == this_year)
      return g_array_index (years, int, years->len - 1) + 1;
  return this_year;
}

/**
 * xyb_plan_derive_opening:
 * @plans: (element-type XybPlan): the plans of the years before, rising
 * @track: a level
 *
 * PLAN-12: what the cumulative total would be if every target since the last known total had been
 * met: 590 at the end of 2018, 50 more in 2019, 66 more in 2020. No document says what was really
 * reached, so it is a proposal, never a fact.
 *
 * Returns: the total after the last of @plans; %XYB_UNSAID where no plan says a total to start
 *   from, or one has no target
 */
gint64
xyb_plan_derive_opening (const GPtrArray *plans, XybTrack track)
{
  gint64 total = XYB_UNSAID;

  g_return_val_if_fail (plans != NULL, XYB_UNSAID);
  g_return_val_if_fail (track >= 1 && track <= XYB_N_TRACKS, XYB_UNSAID);

  for (guint i = 0; i < plans->len; i++)
    {
      const XybPlan *plan = plans->pdata[i];
      gint64 target = plan->targets[track - 1];

      if (plan->opening[track - 1] != XYB_UNSAID)
        total = plan->opening[track - 1];
      if (total != XYB_UNSAID)
        total = target != XYB_UNSAID ? total + target : XYB_UNSAID;
    }
  return total;
}

/**
 * xyb_milestone_move:
 * @self: a milestone
 * @due_on: (nullable): its last day
 *
 * Another last day. The words that print follow: 4月15日前 becomes 4月20日前; a start that would
 * lie behind the end goes.
 */
void
xyb_milestone_move (XybMilestone *self, const char *due_on)
{
  g_autofree char *day = NULL;
  gboolean before;
  gboolean one_day;

  g_return_if_fail (self != NULL);

  if (g_strcmp0 (self->due_on, due_on) == 0)
    return;
  before = self->date_text != NULL && g_str_has_suffix (self->date_text, "前");
  one_day = self->starts_on != NULL && g_strcmp0 (self->starts_on, self->due_on) == 0;
  g_free (self->due_on);
  self->due_on = g_strdup (due_on);
  if (due_on == NULL)
    return;
  day = xyb_date_format_short (due_on);
  g_free (self->date_text);
  self->date_text = one_day && !before ? g_strdup (day) : g_strconcat (day, "前", NULL);
  if (self->starts_on == NULL || (!one_day && strcmp (self->starts_on, due_on) <= 0))
    return;
  g_free (self->starts_on);
  self->starts_on = one_day ? g_strdup (due_on) : NULL;
}
