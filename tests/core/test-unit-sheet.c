/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assessment-fixture.h"
#include "xyb-unit-sheet.h"

static void
set_mark (AssessmentFixture *grid, gint64 unit, gint64 indicator, const char *text)
{
  XybMark *mark = xyb_mark_parse (text, grid->scheme->indicators->pdata[indicator - 1], NULL);

  g_assert_nonnull (mark);
  xyb_marks_set (grid->marks, unit, indicator, mark);
}

static void
assert_row (const XybUnitSheet *sheet, guint index, const char *const expected[6])
{
  const XybUnitSheetRow *row = sheet->rows->pdata[index];

  g_assert_cmpstr (row->indicator, ==, expected[0]);
  g_assert_cmpstr (row->points, ==, expected[1]);
  g_assert_cmpstr (row->mark, ==, expected[2]);
  g_assert_cmpstr (row->earned, ==, expected[3]);
  g_assert_cmpstr (row->deduction, ==, expected[4]);
  g_assert_cmpstr (row->reason, ==, expected[5]);
}

static XybUnitSheet *
sheet_of (AssessmentFixture *grid, guint index, const char *explanation)
{
  return xyb_unit_sheet_new (grid->sheet, grid->sheet->units->pdata[index], explanation,
                             "截至2020年12月31日");
}

/* 旅游度假区 has no 贯标创建; one thing is done, one open, and the event costs two points. */
static void
test_a_district_that_earns (void)
{
  g_auto (AssessmentFixture) grid = { 0 };
  g_autoptr (XybUnitSheet) sheet = NULL;

  assessment_fixture_init (&grid, SCHEME_2020_DISTRICT);
  set_mark (&grid, 4, 1, "√");
  set_mark (&grid, 4, 3, "√");
  set_mark (&grid, 4, 5, "√");
  set_mark (&grid, 4, 6, "扣0.5分");
  assessment_fixture_score (&grid, XYB_PHASE_SETTLEMENT);
  sheet = sheet_of (&grid, 3, "已说明");
  g_assert_cmpstr (sheet->title, ==, "2020年昆山市社会信用体系建设考核表（区镇）");
  g_assert_cmpstr (sheet->unit, ==, "旅游度假区");
  g_assert_cmpstr (sheet->caption, ==, "年终结算　截至2020年12月31日");
  g_assert_cmpuint (sheet->rows->len, ==, 6);
  assert_row (sheet, 0,
              (const char *[6]){ "完成创建国家信用示范城市任务", "0.6分", "√", "0.60", "0.00",
                                 "已完成，得 0.6 分（说明第 1 条）" });
  assert_row (sheet, 1,
              (const char *[6]){ "完成推进国家守信激励创新试点任务", "0.4分", "*", "0.00", "0.00",
                                 "年终仍未完成，不得 0.4 分（说明第 2 条）" });
  assert_row (sheet, 3,
              (const char *[6]){ "贯标创建", "0.4分", "非考核项", "—", "—",
                                 "非考核项，满分不含本项 0.4 分" });
  assert_row (sheet, 5,
              (const char *[6]){ "被国家城市信用监测系统监测到严重失信事件的", "视情最高扣20分",
                                 "有", "—", "0.50", "监测到事件，扣 0.5 分（说明第 6 条）" });
  g_assert_cmpstr (sheet->full, ==, "1.60");
  g_assert_cmpstr (sheet->earned, ==, "1.20");
  g_assert_cmpstr (sheet->deduction, ==, "0.50");
  g_assert_cmpstr (sheet->result, ==, "得分0.70分，应得1.60分，43.8%");
  g_assert_cmpstr (sheet->explanation, ==, "已说明");
}

/* KH-24: what is open in the year is blank, neither 0 nor lost. */
static void
test_what_is_open_is_blank (void)
{
  g_auto (AssessmentFixture) grid = { 0 };
  g_autoptr (XybUnitSheet) sheet = NULL;

  assessment_fixture_init (&grid, SCHEME_2020_DEPARTMENT);
  sheet = sheet_of (&grid, 0, NULL);
  g_assert_cmpstr (sheet->caption, ==, "平时考核　截至2020年12月31日");
  assert_row (sheet, 3,
              (const char *[6]){ "(参照条线) 应用信用承诺", "0.1分", "*", "", "",
                                 "尚未完成，平时不计扣分（说明第 3 条）" });
  assert_row (sheet, 9,
              (const char *[6]){ "被国家监测到严重失信事件 (按照国家标准认定)", "0.3分", "无", "",
                                 "0.00", "未监测到事件，不扣分（说明第 8 条）" });
  g_assert_cmpstr (sheet->result, ==, "得分1.20分，应得1.20分，100%");
  g_assert_cmpstr (sheet->explanation, ==, "");
}

static void
test_files_are_called_as_the_office_calls_them (void)
{
  g_auto (AssessmentFixture) grid = { 0 };
  g_autofree char *one = NULL;
  g_autofree char *all = NULL;

  assessment_fixture_init (&grid, SCHEME_2020_DISTRICT);
  one = xyb_unit_sheet_file_name (grid.scheme, "周市镇");
  all = xyb_unit_sheet_file_name (grid.scheme, NULL);
  g_assert_cmpstr (one, ==, "2020年昆山市社会信用体系建设考核表（区镇） 周市镇");
  g_assert_cmpstr (all, ==, "2020年昆山市社会信用体系建设考核表（区镇） 各单位");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit-sheet/a-district-that-earns", test_a_district_that_earns);
  g_test_add_func ("/unit-sheet/what-is-open-is-blank", test_what_is_open_is_blank);
  g_test_add_func ("/unit-sheet/files-are-called-as-the-office-calls-them",
                   test_files_are_called_as_the_office_calls_them);
  return g_test_run ();
}
