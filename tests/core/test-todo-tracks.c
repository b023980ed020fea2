/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "overview-fixture.h"

#include <string.h>

/* What the tracks ask for, on 24 July 2020: acceptance is due on 15 August, 22 days ahead. */

#define DAY "2020-07-24"

/* A report that holds until @until, and the two other papers where @whole. */
static void
hand_in (XybOverview *overview, XybTrackLine *line, const char *until, gboolean whole)
{
  g_autoptr (GPtrArray) items = xyb_plan_list_materials (overview->plan, XYB_TRACK_ACCREDITATION);

  for (gint64 id = whole ? 1 : REPORT_ID; id <= REPORT_ID; id++)
    {
      XybMaterial material = { .material_id = id, .state = XYB_MATERIAL_COMPLETE };

      material.valid_until = id == REPORT_ID ? (char *) until : NULL;
      xyb_track_line_take_material (line, items, &material, overview->today);
    }
}

static XybTrackLine *
add_at_work (XybOverview *overview, guint row, const char *name, const char *until, gboolean whole)
{
  XybTrackLine *line
    = overview_add_line (overview, XYB_TRACK_ACCREDITATION, row, name, "实施", NULL);

  hand_in (overview, line, until, whole);
  return line;
}

/* The todos of the kinds in question as the clerk reads them, one a line, with where they lead. */
static char *
lines_of (const XybOverview *overview)
{
  g_autoptr (GPtrArray) todos = xyb_todo_list_new (overview);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < todos->len; i++)
    {
      const XybTodo *todo = todos->pdata[i];

      if (g_strcmp0 (todo->page, "track") == 0 && todo->record_id != 0)
        g_string_append_printf (text, "%s %s %s：%s → %d\n", xyb_urgency_key (todo->urgency),
                                todo->due, todo->sentence, todo->detail, (int) todo->record_id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_lines (const XybOverview *overview, const char *expected)
{
  g_autofree char *lines = lines_of (overview);

  g_assert_cmpstr (lines, ==, expected);
}

/* MAT-04: 20 July was its last good day. */
static void
test_one_expired (void)
{
  g_autoptr (XybOverview) overview = overview_working (DAY);

  add_at_work (overview, 4, "昆山示例精密机械有限公司", "2020-07-20", TRUE);
  assert_lines (overview,
                "overdue 逾期 4 天 《社会法人信用信息查询报告》已过有效期："
                "昆山示例精密机械有限公司 · 周市镇 · 7月20日到期，验收前须重新出具 → 1001\n");
}

/* More than three are counted by 区镇. */
static void
test_many_expired (void)
{
  g_autoptr (XybOverview) overview = overview_working (DAY);

  for (guint i = 0; i < 4; i++)
    add_at_work (overview, i < 3 ? 3 : 4, "昆山示例企业", i == 2 ? "2020-07-10" : "2020-07-20",
                 TRUE);
  assert_lines (overview, "overdue 逾期 14 天 4 家企业的《社会法人信用信息查询报告》已过有效期："
                          "张浦镇 3 · 周市镇 1 → 1003\n");
}

/* It ends on 2 August, before the acceptance of 15 August: it has to be renewed. One that holds
 * until September is nobody's worry yet. */
static void
test_expiring (void)
{
  g_autoptr (XybOverview) overview = overview_working (DAY);

  add_at_work (overview, 3, "昆山示例甲有限公司", "2020-08-09", TRUE);
  add_at_work (overview, 4, "昆山示例乙有限公司", "2020-08-02", TRUE);
  add_at_work (overview, 4, "昆山示例丙有限公司", "2020-09-20", TRUE);
  assert_lines (overview, "near 8月2日起 2 家企业的《社会法人信用信息查询报告》快到期："
                          "张浦镇 1 · 周市镇 1 → 1002\n");
}

static void
test_materials (void)
{
  g_autoptr (XybOverview) overview = overview_working (DAY);
  g_autoptr (XybOverview) early = overview_working ("2020-05-24");
  XybTrackLine *line;

  line = add_at_work (overview, 3, "昆山示例甲有限公司", "2020-12-01", FALSE);
  assert_lines (overview, "plain 还有 22 天 1 家企业验收材料未齐："
                          "昆山示例甲有限公司 · 张浦镇 · 缺 2 项 → 1001\n");
  line = add_at_work (overview, 4, "昆山示例乙有限公司", "2020-12-01", FALSE);
  line->missing = 1;
  line->n_missing = 1;
  assert_lines (overview, "plain 还有 22 天 2 家企业验收材料未齐："
                          "内部评估报告缺 2 · 工作总结报告缺 1 → 1001\n");
  /* Nobody is asked for papers in May. */
  add_at_work (early, 3, "昆山示例甲有限公司", "2020-12-01", FALSE);
  assert_lines (early, "");
}

/* Who has passed, or has not signed, owes no papers. */
static void
test_who_owes_nothing (void)
{
  g_autoptr (XybOverview) overview = overview_working (DAY);
  XybTrackLine *line
    = overview_add_line (overview, XYB_TRACK_ACCREDITATION, 3, "昆山示例甲有限公司", "通过", NULL);

  hand_in (overview, line, "2020-07-20", FALSE);
  line
    = overview_add_line (overview, XYB_TRACK_ACCREDITATION, 3, "昆山示例乙有限公司", "推荐", NULL);
  line->signed_up = FALSE;
  assert_lines (overview, "");
}

static void
test_last_days (void)
{
  g_autoptr (XybOverview) overview = overview_working (DAY);

  overview_add_line (overview, XYB_TRACK_CITY_MODEL, 4, "昆山示例甲有限公司", "公示", "2020-07-22");
  overview_add_line (overview, XYB_TRACK_CITY_MODEL, 4, "昆山示例乙有限公司", "公示", "2020-07-30");
  overview_add_line (overview, XYB_TRACK_CITY_MODEL, 3, "昆山示例丙有限公司", "限期整改",
                     "2020-08-10");
  overview_add_line (overview, XYB_TRACK_CITY_MODEL, 3, "昆山示例丁有限公司", "限期整改",
                     "2020-07-23");
  assert_lines (
    overview,
    "overdue 逾期 1 天 限期整改已到期：昆山示例丁有限公司 · 张浦镇 · 期限 7月23日 → 2010\n"
    "near 已满 2 天 公示期满，可以登记发文：昆山示例甲有限公司 · 周市镇 → 2007\n"
    "plain 还有 17 天 限期整改快到期：昆山示例丙有限公司 · 张浦镇 · 期限 8月10日 → 2009\n");
}

static void
add_contract (XybOverview *overview, gint64 enterprise_id, const char *ends_on, gboolean filed)
{
  XybContract *contract = xyb_contract_new ();

  contract->kind = XYB_CONTRACT_MODEL;
  contract->enterprise_id = enterprise_id;
  contract->enterprise_name = g_strdup ("昆山示例装备有限公司");
  contract->signed_on = g_strdup ("2020-05-01");
  contract->starts_on = g_strdup ("2020-05-01");
  contract->ends_on = g_strdup (ends_on);
  contract->filed = filed;
  g_ptr_array_add (overview->contracts, contract);
}

/* S1:104: half a year at least, and filed with the office. From 1 May to 31 October is half a year.
 */
static void
test_contracts (void)
{
  g_autoptr (XybOverview) overview = overview_working (DAY);
  XybTrackLine *first = overview->lines[XYB_TRACK_CITY_MODEL - 1]->pdata[4];

  add_contract (overview, 2001, "2020-10-31", TRUE);
  assert_lines (overview, "");
  add_contract (overview, 2002, "2020-10-30", TRUE);
  add_contract (overview, 2003, "2020-10-31", FALSE);
  first->signed_up = FALSE;
  assert_lines (overview,
                "near 请核对 1 份示范咨询服务合同不足半年：昆山示例装备有限公司 → 2002\n"
                "plain 待签约 1 家示范企业还没有签咨询服务合同："
                "昆山示例装备有限公司 · 周市镇 · 跟踪辅导应不少于半年 → 2005\n"
                "plain 待备案 1 份示范咨询服务合同还没有备案：昆山示例装备有限公司 → 2003\n");
}

/* A year that is put away says nothing. */
static void
test_closed (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2022-07-24");

  add_at_work (overview, 4, "昆山示例精密机械有限公司", "2020-07-20", FALSE);
  assert_lines (overview, "");
}

/* A plan that is red eight days before: urgent, not overdue. */
static void
test_urgent (void)
{
  g_autoptr (XybOverview) overview = overview_working (DAY);
  g_autoptr (GPtrArray) todos = NULL;

  overview->plan->warn_red = 7;
  overview->plan->warn_yellow = 22;
  todos = xyb_todo_list_new (overview);
  g_assert_cmpuint (xyb_todo_list_count (todos, XYB_URGENCY_OVERDUE), ==, 0);
  g_assert_cmpuint (xyb_todo_list_count (todos, XYB_URGENCY_URGENT), ==, 1);
  g_assert_cmpuint (xyb_todo_list_count (todos, XYB_URGENCY_NEAR), ==, 2);
}

/* What a clerk does not want to see is taken out and counted. */
static void
test_hidden (void)
{
  static const char *const kinds[] = { "unsigned", "backup", "no such kind", NULL };
  g_autoptr (XybOverview) overview = overview_working (DAY);
  g_autoptr (GPtrArray) todos = xyb_todo_list_new (overview);
  guint all = todos->len;

  g_assert_cmpuint (xyb_todo_list_hide (todos, NULL), ==, 0);
  g_assert_cmpuint (xyb_todo_list_hide (todos, kinds), ==, 1);
  g_assert_cmpuint (todos->len, ==, all - 1);
  for (guint i = 0; i < XYB_N_TODO_KINDS; i++)
    {
      g_assert_true (xyb_todo_kind_exists (xyb_todo_kind_key ((XybTodoKind) i)));
      g_assert_cmpstr (xyb_todo_kind_name ((XybTodoKind) i), !=, "");
    }
  g_assert_false (xyb_todo_kind_exists ("no such kind"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/todo-tracks/an-expired-report-leads-to-its-enterprise", test_one_expired);
  g_test_add_func ("/todo-tracks/many-expired-reports-are-counted", test_many_expired);
  g_test_add_func ("/todo-tracks/reports-that-end-before-the-acceptance", test_expiring);
  g_test_add_func ("/todo-tracks/papers-that-are-missing", test_materials);
  g_test_add_func ("/todo-tracks/who-owes-no-papers", test_who_owes_nothing);
  g_test_add_func ("/todo-tracks/publicity-and-rectification", test_last_days);
  g_test_add_func ("/todo-tracks/contracts-of-models", test_contracts);
  g_test_add_func ("/todo-tracks/a-year-put-away", test_closed);
  g_test_add_func ("/todo-tracks/red-before-the-day", test_urgent);
  g_test_add_func ("/todo-tracks/what-is-hidden-is-counted", test_hidden);
  return g_test_run ();
}
