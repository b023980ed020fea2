/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-submission-words.h"

/* S1:17: 4月15日前, whose day itself is still in time (AMB-14). */
static XybPlan *
plan_2020 (gboolean inclusive)
{
  XybPlan *plan = xyb_plan_new ();
  XybMilestone *due = xyb_milestone_new ();
  XybQuota *quota = xyb_quota_new ();

  due->key = g_strdup ("DL-03");
  due->date_text = g_strdup ("4月15日前");
  due->due_on = g_strdup ("2020-04-15");
  g_ptr_array_add (plan->milestones, due);
  quota->unit_id = 106;
  quota->accreditation = 8;
  g_ptr_array_add (plan->quotas, quota);
  plan->deadline_inclusive = inclusive;
  return plan;
}

static void
test_due (void)
{
  static const struct
  {
    XybSubmissionState state;
    const char *received;
    const char *today;
    gboolean exclusive;
    const char *words;
    XybUrgency urgency;
  } cases[] = {
    { XYB_SUBMISSION_MISSING, NULL, "2020-04-01", FALSE, "4月15日前，还有 14 天",
      XYB_URGENCY_PLAIN },
    { XYB_SUBMISSION_MISSING, NULL, "2020-04-12", FALSE, "4月15日前，还有 3 天", XYB_URGENCY_NEAR },
    { XYB_SUBMISSION_MISSING, NULL, "2020-04-15", FALSE, "4月15日前，今天到期", XYB_URGENCY_NEAR },
    { XYB_SUBMISSION_MISSING, NULL, "2020-04-15", TRUE, "4月15日前，逾期 1 天",
      XYB_URGENCY_OVERDUE },
    { XYB_SUBMISSION_MISSING, NULL, "2020-04-19", FALSE, "4月15日前，逾期 4 天",
      XYB_URGENCY_OVERDUE },
    { XYB_SUBMISSION_RETURNED, "2020-04-10", "2020-04-19", FALSE, "4月15日前，逾期 4 天",
      XYB_URGENCY_OVERDUE },
    { XYB_SUBMISSION_RECEIVED, "2020-04-15", "2020-05-01", FALSE, "4月15日收到，按时",
      XYB_URGENCY_PLAIN },
    { XYB_SUBMISSION_CONFIRMED, "2020-04-18", "2020-05-01", FALSE, "4月18日收到，晚 3 天",
      XYB_URGENCY_NEAR },
    { XYB_SUBMISSION_QUESTIONS, NULL, "2020-05-01", FALSE, "没记收到日期", XYB_URGENCY_PLAIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybPlan) plan = plan_2020 (!cases[i].exclusive);
      g_autoptr (XybSubmission) submission = xyb_submission_new ();
      g_autofree char *words = NULL;
      XybUrgency urgency;

      submission->state = cases[i].state;
      submission->received_on = g_strdup (cases[i].received);
      words = xyb_submission_due_words (submission, plan, cases[i].today, &urgency);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (urgency, ==, cases[i].urgency);
    }
}

/* In the list of 区镇 what is owed goes without the day, which is the same for all. */
static void
test_brief (void)
{
  g_autoptr (XybPlan) plan = plan_2020 (TRUE);
  g_autoptr (XybSubmission) submission = xyb_submission_new ();
  g_autofree char *owed = NULL;
  g_autofree char *come = NULL;
  XybUrgency urgency;

  owed = xyb_submission_due_brief (submission, plan, "2020-04-19", &urgency);
  g_assert_cmpstr (owed, ==, "逾期 4 天");
  g_assert_cmpint (urgency, ==, XYB_URGENCY_OVERDUE);
  submission->state = XYB_SUBMISSION_RECEIVED;
  submission->received_on = g_strdup ("2020-04-15");
  come = xyb_submission_due_brief (submission, plan, "2020-04-19", &urgency);
  g_assert_cmpstr (come, ==, "4月15日收到，按时");
}

static void
test_gap (void)
{
  g_autoptr (XybPlan) plan = plan_2020 (TRUE);
  gint64 quota = xyb_plan_quota_of (plan, 106);
  g_autofree char *less = xyb_submission_gap_words (6, quota);
  g_autofree char *more = xyb_submission_gap_words (9, quota);
  g_autofree char *full = xyb_submission_gap_words (8, quota);

  g_assert_cmpstr (less, ==, "差 2 家");
  g_assert_cmpstr (more, ==, "超 1 家");
  g_assert_cmpstr (full, ==, "已满");
  /* 旅游度假区 has no row in 附件1: nothing was asked of it, which is not 0. */
  g_assert_null (xyb_submission_gap_words (1, xyb_plan_quota_of (plan, 104)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/submission-words/until-when-and-whether-in-time", test_due);
  g_test_add_func ("/submission-words/in-a-list-only-the-days", test_brief);
  g_test_add_func ("/submission-words/less-or-more-than-asked", test_gap);
  return g_test_run ();
}
