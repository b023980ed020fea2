/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "overview-fixture.h"

/* One line a todo: urgency, tag, sentence. */
static char *
lines_of (const XybOverview *overview)
{
  g_autoptr (GPtrArray) todos = xyb_todo_list_new (overview);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < todos->len; i++)
    {
      const XybTodo *todo = todos->pdata[i];

      g_string_append_printf (text, "%s %s %s\n", xyb_urgency_key (todo->urgency), todo->due,
                              todo->sentence);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_lines (const XybOverview *overview, const char *expected)
{
  g_autofree char *lines = lines_of (overview);

  g_assert_cmpstr (lines, ==, expected);
}

/* The todo of that kind, which must be there. */
static const XybTodo *
find (GPtrArray *todos, XybTodoKind kind)
{
  for (guint i = 0; i < todos->len; i++)
    if (((XybTodo *) todos->pdata[i])->kind == kind)
      return todos->pdata[i];
  g_error ("no %s", xyb_todo_kind_key (kind));
}

typedef struct
{
  const char *today;
  const char *lines;
} DayCase;

/* §6 counted on a calendar: from 15 April to 24 July are 100 days, from 15 August to 30 September
 * 46, to 1 January 139. */
static void
test_issued (void)
{
  static const DayCase cases[] = {
    { "2020-04-14", "near 还有 1 天 11 个区镇都还没有报附件2\n"
                    "plain 还有 16 天 苏州市级示范还没有推荐企业\n" },
    { "2020-04-15", "near 今天到期 11 个区镇都还没有报附件2\n"
                    "plain 还有 15 天 苏州市级示范还没有推荐企业\n" },
    { "2020-04-16", "overdue 逾期 1 天 11 个区镇都还没有报附件2\n"
                    "plain 还有 14 天 苏州市级示范还没有推荐企业\n" },
    { "2020-07-24", "overdue 逾期 100 天 11 个区镇都还没有报附件2\n"
                    "overdue 逾期 85 天 苏州市级示范还没有推荐企业\n"
                    "near 还有 7 天 省级示范还没有推荐企业\n"
                    "plain 还有 22 天 贯标还差 66 家没有验收\n" },
    { "2020-09-30", "overdue 逾期 168 天 11 个区镇都还没有报附件2\n"
                    "overdue 逾期 153 天 苏州市级示范还没有推荐企业\n"
                    "overdue 逾期 61 天 省级示范还没有推荐企业\n"
                    "overdue 逾期 46 天 贯标还差 66 家没有验收\n"
                    "near 今天到期 9月30日前市级示范认定公示\n" },
    { "2021-01-01", "overdue 逾期 261 天 11 个区镇都还没有报附件2\n"
                    "overdue 逾期 139 天 贯标还差 66 家没有验收\n"
                    "near 待新建 2021 年还没有年度方案\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybOverview) overview = overview_issued (cases[i].today);

      g_test_message ("%s", cases[i].today);
      assert_lines (overview, cases[i].lines);
    }
}

static void
test_working (void)
{
  static const DayCase cases[] = {
    { "2020-04-16", "" },
    { "2020-07-24", "near 还有 7 天 省级示范还没有推荐企业\n"
                    "plain 还有 22 天 周市镇、锦溪镇各有 1 家没有签合同\n"
                    "plain 还有 22 天 贯标还差 25 家没有验收\n" },
    { "2020-08-02", "overdue 逾期 2 天 省级示范还没有推荐企业\n"
                    "plain 还有 13 天 周市镇、锦溪镇各有 1 家没有签合同\n"
                    "plain 还有 13 天 贯标还差 25 家没有验收\n" },
    { "2020-08-08", "overdue 逾期 8 天 省级示范还没有推荐企业\n"
                    "near 还有 7 天 周市镇、锦溪镇各有 1 家没有签合同\n"
                    "near 还有 7 天 贯标还差 25 家没有验收\n" },
    { "2020-12-20", "overdue 逾期 142 天 省级示范还没有推荐企业\n"
                    "overdue 逾期 127 天 周市镇、锦溪镇各有 1 家没有签合同\n"
                    "overdue 逾期 127 天 贯标还差 25 家没有验收\n"
                    "overdue 逾期 81 天 9月30日前市级示范认定公示\n"
                    "plain 还有 11 天 2021 年还没有年度方案\n" },
    /* A year that is put away is not late any more. */
    { "2026-11-25", "near 待新建 2026 年还没有年度方案\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybOverview) overview = overview_working (cases[i].today);

      g_test_message ("%s", cases[i].today);
      assert_lines (overview, cases[i].lines);
    }
}

/* AMB-14: where “4月15日前” does not include the 15th, the 15th is a day late. */
static void
test_exclusive (void)
{
  g_autoptr (XybOverview) overview = overview_issued ("2020-04-15");

  overview->plan->deadline_inclusive = FALSE;
  assert_lines (overview, "overdue 逾期 1 天 11 个区镇都还没有报附件2\n"
                          "plain 还有 14 天 苏州市级示范还没有推荐企业\n");
}

static void
test_details (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2020-07-24");
  g_autoptr (GPtrArray) todos = xyb_todo_list_new (overview);
  const XybTodo *accept = find (todos, XYB_TODO_ACCEPT);
  const XybTodo *unsigned_yet = find (todos, XYB_TODO_UNSIGNED);
  const XybTodo *province = find (todos, XYB_TODO_TRACK);

  g_assert_cmpstr (accept->detail, ==,
                   "昆山开发区 3 · 昆山高新区 4 · 张浦镇 3 · 周市镇 5 等 9 个区镇");
  g_assert_cmpstr (accept->page, ==, "quota");
  g_assert_cmpint (accept->record_id, ==, 101);
  g_assert_cmpstr (unsigned_yet->page, ==, "nomination");
  g_assert_cmpint (unsigned_yet->record_id, ==, 106);
  g_assert_cmpstr (province->detail, ==,
                   "目标 1 家 · 可选 3 家 · 在2018年度（含）之前获评苏州市级信用管理示范的企业");
}

/* ENT-06: not come, or sent back and not come again. */
static void
test_returns (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2020-04-16");
  g_autoptr (GPtrArray) todos = NULL;
  const XybTodo *todo;

  overview_set (overview, 0, XYB_SUBMISSION_MISSING, 0, 0, 0, 0);
  overview_set (overview, 4, XYB_SUBMISSION_RETURNED, 8, 0, 0, 0);
  todos = xyb_todo_list_new (overview);
  todo = find (todos, XYB_TODO_RETURN);
  g_assert_cmpstr (todo->sentence, ==, "2 个区镇还没有报附件2");
  g_assert_cmpstr (todo->detail, ==, "昆山开发区、周市镇（已退回）");
  g_assert_cmpstr (todo->due, ==, "逾期 1 天");
  g_assert_cmpstr (todo->page, ==, "nomination");
  g_assert_cmpint (todo->record_id, ==, 101);
}

static void
test_questions (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2020-04-16");
  g_autoptr (GPtrArray) todos = NULL;
  XybSubmission *submission = overview->submissions->pdata[9];
  const XybTodo *todo;

  overview_set (overview, 9, XYB_SUBMISSION_QUESTIONS, 2, 2, 2, 1);
  submission->received_on = g_strdup ("2020-04-13");
  todos = xyb_todo_list_new (overview);
  todo = find (todos, XYB_TODO_QUESTIONS);
  g_assert_cmpstr (todo->sentence, ==, "周庄镇的附件2有疑问");
  g_assert_cmpstr (todo->detail, ==, "共 2 家，4月13日收到");
  g_assert_cmpstr (todo->due, ==, "收到 3 天");
  g_assert_cmpint (todo->record_id, ==, 111);
}

/* Who has not returned is listed for that, not a second time for having too few. */
static void
test_too_few (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2020-04-16");
  g_autoptr (GPtrArray) todos = NULL;
  const XybTodo *todo;

  overview_set (overview, 0, XYB_SUBMISSION_MISSING, 0, 0, 0, 0);
  overview_set (overview, 3, XYB_SUBMISSION_RECEIVED, 6, 6, 0, 0);
  overview_set (overview, 5, XYB_SUBMISSION_RECEIVED, 4, 4, 0, 0);
  todos = xyb_todo_list_new (overview);
  todo = find (todos, XYB_TODO_TOO_FEW);
  g_assert_cmpstr (todo->sentence, ==, "2 个区镇推荐的企业少于指标");
  g_assert_cmpstr (todo->detail, ==, "张浦镇 2 · 陆家镇 1");
  g_assert_cmpstr (todo->due, ==, "差 3 家");
}

/* AMB-15: the list is due on 10 April, the returns it is made from on the 15th. */
static void
test_confirm_waits_for_returns (void)
{
  g_autoptr (XybOverview) before = overview_working ("2020-04-14");
  g_autoptr (XybOverview) after = overview_working ("2020-04-18");

  overview_set (before, 4, XYB_SUBMISSION_CONFIRMED, 8, 0, 0, 0);
  overview_set (after, 4, XYB_SUBMISSION_CONFIRMED, 8, 0, 0, 0);
  assert_lines (before, "near 还有 1 天 8 家推荐企业还没有确定名单\n");
  assert_lines (after, "overdue 逾期 3 天 8 家推荐企业还没有确定名单\n");
}

/* QUO-01, QUO-02: 周市镇 7 instead of 8 makes 65; a blank is no 0. */
static void
test_quotas (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2020-06-01");
  XybQuota *zhoushi = overview->plan->quotas->pdata[4];
  XybQuota *jinxi = overview->plan->quotas->pdata[10];

  zhoushi->accreditation = 7;
  xyb_overview_compute (overview);
  assert_lines (overview, "near 少 1 家 附件1合计 65，方案目标 66，少 1\n");
  zhoushi->accreditation = 8;
  jinxi->accreditation = XYB_UNSAID;
  xyb_overview_compute (overview);
  assert_lines (overview, "near 少 3 家 附件1合计 63，方案目标 66，少 3\n"
                          "plain 待填 锦溪镇还没有贯标指标\n");
}

/* 2019 gave no numbers to the 区镇, but 50 to the city. */
static void
test_not_broken_down (void)
{
  g_autoptr (XybOverview) overview = overview_issued ("2020-08-01");

  for (guint i = 0; i < overview->plan->quotas->len; i++)
    ((XybQuota *) overview->plan->quotas->pdata[i])->accreditation = XYB_UNSAID;
  g_ptr_array_set_size (overview->submissions, 0);
  xyb_overview_compute (overview);
  assert_lines (overview, "overdue 逾期 93 天 苏州市级示范还没有推荐企业\n"
                          "overdue 逾期 1 天 省级示范还没有推荐企业\n"
                          "plain 还有 14 天 贯标还差 66 家没有验收\n"
                          "plain 待填 11 个区镇还没有贯标指标\n");
}

static void
test_number (void)
{
  g_autoptr (XybOverview) before = overview_working ("2020-03-30");
  g_autoptr (XybOverview) after = overview_working ("2020-06-01");

  g_clear_pointer (&before->plan->document_number, g_free);
  g_clear_pointer (&after->plan->document_number, g_free);
  assert_lines (before, "near 还有 3 天 2020 年方案还没有文号\n");
  assert_lines (after, "plain 待填 2020 年方案还没有文号\n");
}

static void
test_doubts (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2020-06-01");
  g_autoptr (GPtrArray) todos = NULL;

  overview->wrong_code = (XybDoubt){ 1, 7001 };
  overview->without_code = (XybDoubt){ 5, 7002 };
  overview->without_phone = (XybDoubt){ 2, 7003 };
  assert_lines (overview, "near 请核对 1 家推荐企业的信用代码校验不符\n"
                          "plain 待补 5 家推荐企业没有信用代码\n"
                          "plain 待补 2 家推荐企业没有电话\n");
  todos = xyb_todo_list_new (overview);
  g_assert_cmpstr (find (todos, XYB_TODO_WITHOUT_CODE)->page, ==, "enterprise");
  g_assert_cmpint (find (todos, XYB_TODO_WITHOUT_CODE)->record_id, ==, 7002);
}

/* A milestone of the clerk's own: told near its day and for a month after it. */
static void
test_own_milestone (void)
{
  static const DayCase cases[] = {
    { "2020-05-01", "" },
    { "2020-06-01", "plain 还有 19 天 6月20日前召开推进会\n" },
    { "2020-06-20", "near 今天到期 6月20日前召开推进会\n" },
    { "2020-06-25", "near 已过 5 天 6月20日前召开推进会\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybOverview) overview = overview_working (cases[i].today);

      plan_add_milestone (overview->plan, NULL, "召开推进会", "6月20日前", "2020-06-20");
      assert_lines (overview, cases[i].lines);
    }
}

static void
test_backup (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2020-06-10");
  g_autoptr (GPtrArray) todos = NULL;

  overview->backed_up_on = g_strdup ("2020-05-30");
  overview->unsaved_since = g_strdup ("2020-06-03");
  assert_lines (overview, "");
  g_free (overview->unsaved_since);
  overview->unsaved_since = g_strdup ("2020-06-02");
  assert_lines (overview, "near 请备份 8 天的修改还没有备份\n");
  todos = xyb_todo_list_new (overview);
  g_assert_cmpstr (find (todos, XYB_TODO_BACKUP)->detail, ==, "最近一次备份：2020年5月30日");
  g_assert_cmpstr (find (todos, XYB_TODO_BACKUP)->page, ==, "data");
}

static void
test_empty_office (void)
{
  g_autoptr (XybOverview) overview = xyb_overview_new ("2026-02-01");

  xyb_overview_compute (overview);
  assert_lines (overview, "near 待新建 2026 年还没有年度方案\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/todo/after-the-plan-was-issued-day-by-day", test_issued);
  g_test_add_func ("/todo/in-a-working-year-day-by-day", test_working);
  g_test_add_func ("/todo/a-deadline-may-exclude-its-day", test_exclusive);
  g_test_add_func ("/todo/says-whose-and-leads-there", test_details);
  g_test_add_func ("/todo/not-returned-or-sent-back", test_returns);
  g_test_add_func ("/todo/a-doubtful-return", test_questions);
  g_test_add_func ("/todo/fewer-than-the-quota", test_too_few);
  g_test_add_func ("/todo/the-list-waits-for-the-returns", test_confirm_waits_for_returns);
  g_test_add_func ("/todo/quotas-that-do-not-add-up-or-are-blank", test_quotas);
  g_test_add_func ("/todo/a-target-that-is-not-broken-down", test_not_broken_down);
  g_test_add_func ("/todo/a-plan-without-number", test_number);
  g_test_add_func ("/todo/enterprises-that-lack-something", test_doubts);
  g_test_add_func ("/todo/a-milestone-of-the-clerk", test_own_milestone);
  g_test_add_func ("/todo/changes-no-backup-holds", test_backup);
  g_test_add_func ("/todo/an-office-without-plan", test_empty_office);
  return g_test_run ();
}
