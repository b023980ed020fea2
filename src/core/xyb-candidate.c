/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-candidate.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-timeline.h"

void
xyb_candidate_free (XybCandidate *self)
{
  if (self == NULL)
    return;
  g_free (self->enterprise_name);
  g_free (self->unit_name);
  g_free (self->held_on);
  g_ptr_array_unref (self->reasons);
  g_array_unref (self->unmet);
  g_free (self);
}

static void
refuse (XybCandidate *self, char *reason)
{
  self->verdict = XYB_VERDICT_UNMET;
  g_ptr_array_add (self->reasons, reason);
}

/* Who holds the title, or the one above, need not apply. */
static void
look_at_titles (XybCandidate *self, XybTrack track, const XybEligibilityFacts *facts)
{
  for (int above = track; above <= XYB_TRACK_PROVINCE_MODEL; above++)
    {
      const XybAward *award = xyb_award_find_first (facts->awards, (XybTrack) above, facts->on);

      if (award != NULL)
        refuse (self, g_strdup_printf (_ ("%d 年已获评%s"), award->year,
                                       xyb_track_name ((XybTrack) above)));
    }
}

/* A title that was taken away says so; that it is not there any more says the condition. */
static void
look_at_revocations (XybCandidate *self, XybTrack track, const XybEligibilityFacts *facts)
{
  for (guint i = 0; facts->awards != NULL && i < facts->awards->len; i++)
    {
      const XybAward *award = facts->awards->pdata[i];

      if (award->track <= track && award->revoked_on != NULL
          && g_strcmp0 (award->revoked_on, facts->on) <= 0)
        refuse (self, g_strdup_printf (_ ("%s 被取消%s资格"), award->revoked_on,
                                       xyb_track_name (award->track)));
    }
}

/* What only a clerk can judge (C6, C9, C12) is asked when the enterprise applies, not here: else
 * nobody would be a candidate. */
static gboolean
is_judged_by_hand (const XybPlanCondition *condition)
{
  static const char *const keys[] = { "PLAN-C6", "PLAN-C9", "PLAN-C12", NULL };

  return condition->key == NULL || g_strv_contains (keys, condition->key);
}

static void
look_at_conditions (XybCandidate *self,
                    const XybPlan *plan,
                    XybTrack track,
                    const XybEligibilityFacts *facts)
{
  for (guint i = 0; i < plan->conditions->len; i++)
    {
      const XybPlanCondition *condition = plan->conditions->pdata[i];
      g_autoptr (XybConditionCheck) check = NULL;

      if (condition->track != track || is_judged_by_hand (condition))
        continue;
      check = xyb_condition_check_new (condition, facts);
      if (check->found == XYB_VERDICT_MET)
        continue;
      if (check->found == XYB_VERDICT_UNMET)
        g_array_append_val (self->unmet, condition->id);
      if (check->found == XYB_VERDICT_UNMET || self->verdict == XYB_VERDICT_MET)
        self->verdict = check->found;
      g_ptr_array_add (self->reasons,
                       g_strdup_printf (_ ("%s：%s"), condition->text, check->evidence));
    }
}

/* What the application stands on. */
static void
look_at_level_below (XybCandidate *self, XybTrack track, const XybEligibilityFacts *facts)
{
  const XybAward *award = xyb_award_find_first (facts->awards, (XybTrack) (track - 1), facts->on);

  if (award == NULL)
    return;
  self->held_on = g_strdup (award->awarded_on);
  self->held_year = award->year;
}

/**
 * xyb_candidate_new:
 * @plan: the plan of the year
 * @track: 苏州市级示范 or 省级示范
 * @facts: what is known of the enterprise
 * @applied: whether it is on the track in this year already
 *
 * Returns: (transfer full): whether it may apply, and why not
 */
XybCandidate *
xyb_candidate_new (const XybPlan *plan,
                   XybTrack track,
                   const XybEligibilityFacts *facts,
                   gboolean applied)
{
  XybCandidate *self = g_new0 (XybCandidate, 1);

  self->reasons = g_ptr_array_new_with_free_func (g_free);
  self->unmet = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->verdict = XYB_VERDICT_MET;
  g_return_val_if_fail (plan != NULL && facts != NULL && facts->enterprise != NULL, self);

  self->enterprise_id = facts->enterprise->id;
  self->enterprise_name = g_strdup (facts->enterprise->name);
  self->unit_id = facts->enterprise->unit_id;
  self->unit_name = g_strdup (facts->enterprise->unit_name);
  look_at_level_below (self, track, facts);
  if (facts->enterprise->closed)
    refuse (self, g_strdup (_ ("企业已注销")));
  if (applied)
    refuse (self, g_strdup_printf (_ ("%d 年已经申报"), plan->year));
  look_at_titles (self, track, facts);
  look_at_revocations (self, track, facts);
  look_at_conditions (self, plan, track, facts);
  return self;
}

/**
 * xyb_candidate_dup_held:
 * @self: a candidate
 *
 * Returns: (transfer full): since when it holds what the application stands on: a day, a year where
 *   the day is not known, or a dash
 */
char *
xyb_candidate_dup_held (const XybCandidate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->held_year == 0)
    return g_strdup ("—");
  return self->held_on != NULL ? g_strdup (self->held_on)
                               : g_strdup_printf (_ ("%d年"), self->held_year);
}

/**
 * xyb_candidate_dup_reasons:
 * @self: a candidate
 *
 * Returns: (transfer full): why not, or what has to be looked up, in one line; "" for nothing
 */
char *
xyb_candidate_dup_reasons (const XybCandidate *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->reasons->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "；" : "",
                            (const char *) self->reasons->pdata[i]);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * xyb_candidate_day:
 * @plan: the plan of the year
 * @track: 苏州市级示范 or 省级示范
 * @today: ISO date
 *
 * AMB-34: the day the conditions are counted to is said nowhere; it is the last day to be put
 * forward (DL-04, DL-05), until the clerk names another one.
 *
 * Returns: (transfer full): ISO date
 */
char *
xyb_candidate_day (const XybPlan *plan, XybTrack track, const char *today)
{
  const XybMilestone *milestone
    = xyb_plan_find_role (plan, track == XYB_TRACK_PROVINCE_MODEL ? XYB_ROLE_APPLY : XYB_ROLE_LIST);

  return g_strdup (milestone != NULL && milestone->due_on != NULL ? milestone->due_on : today);
}
