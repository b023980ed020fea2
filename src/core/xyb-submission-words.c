/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-submission-words.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-i18n.h"

/**
 * xyb_submission_is_returned:
 * @self: a return
 *
 * Returns: whether it has come and was not sent back
 */
gboolean
xyb_submission_is_returned (const XybSubmission *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->state != XYB_SUBMISSION_MISSING && self->state != XYB_SUBMISSION_RETURNED;
}

/* On the last day itself or before it a return is in time (AMB-14). */
static char *
received_words (const XybSubmission *self,
                const XybMilestone *due,
                const XybPlan *plan,
                XybUrgency *out_urgency)
{
  g_autofree char *day = xyb_date_format_short (self->received_on);
  int left = 0;

  if (due == NULL
      || xyb_milestone_state (due, self->received_on, plan->deadline_inclusive, &left)
           == XYB_MILESTONE_UNDATED)
    return g_strdup_printf (_ ("%s收到"), day);
  if (left >= 0)
    return g_strdup_printf (_ ("%s收到，按时"), day);
  *out_urgency = XYB_URGENCY_NEAR;
  return g_strdup_printf (_ ("%s收到，晚 %d 天"), day, -left);
}

/* The days of a return that is still owed; %NULL where the plan names no day for it. */
static char *
owed_days (const XybMilestone *due, const XybPlan *plan, const char *today, XybUrgency *out_urgency)
{
  int left = 0;

  if (due == NULL
      || xyb_milestone_state (due, today, plan->deadline_inclusive, &left) == XYB_MILESTONE_UNDATED)
    return NULL;
  *out_urgency = xyb_plan_urgency (plan, left);
  return xyb_days_words (left);
}

/* The words of a return, where what is owed may go without its day. */
static char *
due_words (const XybSubmission *self,
           const XybPlan *plan,
           const char *today,
           gboolean brief,
           XybUrgency *out_urgency)
{
  const XybMilestone *due = plan != NULL ? xyb_plan_find_role (plan, XYB_ROLE_RETURN) : NULL;
  g_autofree char *date = NULL;
  g_autofree char *days = NULL;

  *out_urgency = XYB_URGENCY_PLAIN;
  if (xyb_submission_is_returned (self) && self->received_on != NULL)
    return received_words (self, due, plan, out_urgency);
  if (xyb_submission_is_returned (self))
    return g_strdup (_ ("没记收到日期"));
  days = owed_days (due, plan, today, out_urgency);
  if (days != NULL && brief)
    return g_steal_pointer (&days);
  date = due != NULL ? xyb_milestone_date_words (due) : g_strdup ("");
  return days != NULL ? g_strdup_printf (_ ("%s，%s"), date, days) : g_steal_pointer (&date);
}

/**
 * xyb_submission_due_words:
 * @self: a return
 * @plan: (nullable): the year's plan
 * @today: ISO date
 * @out_urgency: (out): how it is to be looked at
 *
 * Where it is still owed: until when, and the days left or over. Where it has come: when, and
 * whether in time.
 *
 * Returns: (transfer full): 4月15日前，逾期 4 天; "" where nothing is known
 */
char *
xyb_submission_due_words (const XybSubmission *self,
                          const XybPlan *plan,
                          const char *today,
                          XybUrgency *out_urgency)
{
  g_return_val_if_fail (self != NULL, NULL);

  return due_words (self, plan, today, FALSE, out_urgency);
}

/**
 * xyb_submission_due_brief:
 * @self: a return
 * @plan: (nullable): the year's plan
 * @today: ISO date
 * @out_urgency: (out): how it is to be looked at
 *
 * As xyb_submission_due_words(), for a list of 区镇 that all owe by the same day: only the days.
 *
 * Returns: (transfer full): 逾期 4 天; "" where nothing is known
 */
char *
xyb_submission_due_brief (const XybSubmission *self,
                          const XybPlan *plan,
                          const char *today,
                          XybUrgency *out_urgency)
{
  g_return_val_if_fail (self != NULL, NULL);

  return due_words (self, plan, today, TRUE, out_urgency);
}

/**
 * xyb_submission_gap_words:
 * @rows: enterprises put forward
 * @quota: how many were asked for, or %XYB_UNSAID
 *
 * Returns: (transfer full): 差 2 家, 超 1 家, 已满; %NULL where nothing was asked
 */
char *
xyb_submission_gap_words (gint64 rows, gint64 quota)
{
  if (quota == XYB_UNSAID)
    return NULL;
  if (rows < quota)
    return g_strdup_printf (_ ("差 %" PRId64 " 家"), quota - rows);
  if (rows > quota)
    return g_strdup_printf (_ ("超 %" PRId64 " 家"), rows - quota);
  return g_strdup (_ ("已满"));
}

/**
 * xyb_plan_quota_of:
 * @plan: (nullable): a plan
 * @unit_id: a 区镇
 *
 * Returns: its 贯标企业数 of 附件1, or %XYB_UNSAID
 */
gint64
xyb_plan_quota_of (const XybPlan *plan, gint64 unit_id)
{
  for (guint i = 0; plan != NULL && i < plan->quotas->len; i++)
    {
      const XybQuota *quota = plan->quotas->pdata[i];

      if (quota->unit_id == unit_id)
        return quota->accreditation;
    }
  return XYB_UNSAID;
}
