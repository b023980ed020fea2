/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-nomination-template.h"

static const char *const districts[] = { "张浦镇", "周市镇", NULL };

static XybPlan *
plan_with_quota (gint64 quota)
{
  XybPlan *plan = xyb_plan_new ();
  XybQuota *row = xyb_quota_new ();
  XybMilestone *due = xyb_milestone_new ();

  plan->year = 2020;
  plan->nomination_title = g_strdup ("2020年昆山市信用管理贯标企业汇总表");
  row->unit_id = 106;
  row->accreditation = quota;
  g_ptr_array_add (plan->quotas, row);
  due->key = g_strdup ("DL-03");
  due->text = g_strdup ("将贯标企业汇总表（附件2）通过OA系统发送至市府办（信用办）");
  due->date_text = g_strdup ("4月15日前");
  due->due_on = g_strdup ("2020-04-15");
  g_ptr_array_add (plan->milestones, due);
  return plan;
}

static XybNominationTemplate *
template_with (gint64 quota, guint n_rows)
{
  g_autoptr (XybPlan) plan = plan_with_quota (quota);
  g_autoptr (XybSubmission) submission = xyb_submission_new ();
  g_autoptr (GPtrArray) rows
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);

  submission->unit_id = 106;
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (rows, xyb_nomination_new ());
  return xyb_nomination_template_new (plan, "周市镇", submission, rows, districts);
}

/* ENT-01, AMB-10: fifteen numbered rows, more where there is more to fill in. */
static void
test_rows (void)
{
  static const struct
  {
    gint64 quota;
    guint filled, expected;
  } cases[] = {
    { XYB_UNSAID, 0, 15 }, { 8, 0, 15 },  { 15, 0, 15 }, { 16, 0, 20 },
    { 8, 10, 15 },         { 8, 11, 20 }, { 8, 66, 75 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybNominationTemplate) template = template_with (cases[i].quota, cases[i].filled);

      g_assert_cmpuint (template->table->min_rows, ==, cases[i].expected);
    }
}

static gboolean
says (const XybNominationTemplate *template, const char *words)
{
  for (guint i = 0; template->instructions[i] != NULL; i++)
    if (strstr (template->instructions[i], words) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_instructions (void)
{
  g_autoptr (XybNominationTemplate) blank = template_with (8, 0);
  g_autoptr (XybNominationTemplate) filled = template_with (8, 3);

  g_assert_true (says (blank, "工作表“周市镇”"));
  g_assert_true (says (blank, "2019 年全年"));
  g_assert_true (says (blank, "万元"));
  g_assert_true (says (blank, "4月15日前，将贯标企业汇总表（附件2）通过OA系统发送至市府办"));
  g_assert_false (says (blank, "逐家核对"));
  g_assert_true (says (filled, "逐家核对"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nomination-template/rows-for-what-there-is-to-fill-in", test_rows);
  g_test_add_func ("/nomination-template/says-how-to-fill-it-in", test_instructions);
  return g_test_run ();
}
