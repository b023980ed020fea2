/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assessment-fixture.h"

static void
test_points_are_the_last_bracket (void)
{
  static const struct
  {
    const char *head;
    const char *name;
    const char *points;
  } cases[] = {
    { "贯标创建（5分）", "贯标创建", "（5分）" },
    { "政务诚信建设 (0.2分)", "政务诚信建设", "(0.2分)" },
    { "奖惩措施和信用应用成效反馈(0.3分)", "奖惩措施和信用应用成效反馈", "(0.3分)" },
    { "被国家监测到严重失信事件 (按照国家标准认定)(0.3分)",
      "被国家监测到严重失信事件 (按照国家标准认定)", "(0.3分)" },
    { "(参照条线) 应用信用承诺 (0.1分)", "(参照条线) 应用信用承诺", "(0.1分)" },
    { "区镇", "区镇", "" },
    { "(0.1分)", "(0.1分)", "" },
    { "扣分)", "扣分)", "" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *points = NULL;

      xyb_assessment_head_split (cases[i].head, &name, &points);
      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpstr (points, ==, cases[i].points);
    }
}

/* KH-30: the 部门 table needs paper laid across; that of 2019, with three indicators, does not. */
static void
test_tables_fill_the_sheet_they_need (void)
{
  static const gboolean lying[N_FIXTURE_SCHEMES] = { FALSE, TRUE, TRUE, TRUE };

  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      g_auto (AssessmentFixture) grid = { 0 };
      g_autoptr (XybAssessmentShape) shape = NULL;
      double whole = 0;

      assessment_fixture_init (&grid, i);
      shape = xyb_assessment_shape_new (grid.table);
      g_assert_cmpint (shape->lying, ==, lying[i]);
      g_assert_cmpuint (shape->n_columns, ==, grid.table->heads->len);
      for (guint k = 0; k < shape->n_columns; k++)
        {
          g_assert_cmpfloat (shape->widths[k], >, 14);
          whole += shape->widths[k];
        }
      g_assert_cmpfloat_with_epsilon (whole, lying[i] ? 225 : 156, 0.001);
      g_assert_cmpfloat (shape->head_size, >=, 9);
      g_assert_cmpfloat (shape->note_size, >=, 9);
    }
}

/* A long remark gets more room, and the table is as wide as before. */
static void
test_remarks_widen_their_column (void)
{
  g_auto (AssessmentFixture) grid = { 0 };
  g_autoptr (XybAssessmentShape) before = NULL;
  g_autoptr (XybAssessmentShape) after = NULL;
  XybAssessmentRow *row;
  double whole = 0;

  assessment_fixture_init (&grid, SCHEME_2019_DISTRICT);
  before = xyb_assessment_shape_new (grid.table);
  row = grid.table->rows->pdata[3];
  g_free (row->remark);
  row->remark = g_strdup ("贯标创建扣3分，联合奖惩扣1分");
  after = xyb_assessment_shape_new (grid.table);
  g_assert_cmpfloat (after->widths[4], >, before->widths[4]);
  for (guint i = 0; i < after->n_columns; i++)
    whole += after->widths[i];
  g_assert_cmpfloat_with_epsilon (whole, 156, 0.001);
}

/* In a table of many columns heads take a line or two more for it. */
static void
test_remarks_of_a_dense_table (void)
{
  g_auto (AssessmentFixture) grid = { 0 };
  g_autoptr (XybAssessmentShape) shape = NULL;
  XybAssessmentRow *row;
  double whole = 0;

  assessment_fixture_init (&grid, SCHEME_2020_DEPARTMENT);
  row = grid.table->rows->pdata[46];
  g_free (row->remark);
  row->remark = g_strdup ("宣传任务缺2次，扣0.1分；奖惩案例缺报3条，扣0.15分");
  shape = xyb_assessment_shape_new (grid.table);
  g_assert_cmpfloat (shape->widths[11], >=, 32);
  for (guint i = 0; i < shape->n_columns; i++)
    whole += shape->widths[i];
  g_assert_cmpfloat_with_epsilon (whole, 225, 0.001);
}

/* However many indicators the clerk adds, the table stays on its sheet. */
static void
test_many_indicators_stay_on_the_sheet (void)
{
  g_auto (AssessmentFixture) grid = { 0 };
  g_autoptr (XybAssessmentShape) shape = NULL;
  double whole = 0;

  assessment_fixture_init (&grid, SCHEME_2020_DEPARTMENT);
  for (guint i = 0; i < 20; i++)
    g_ptr_array_insert (grid.table->heads, 1, g_strdup ("配合创建国家信用示范城市 (0.2分)"));
  shape = xyb_assessment_shape_new (grid.table);
  for (guint i = 0; i < shape->n_columns; i++)
    {
      g_assert_cmpfloat (shape->widths[i], >, 0);
      whole += shape->widths[i];
    }
  g_assert_cmpfloat_with_epsilon (whole, 225, 0.001);
}

static void
test_words_around_the_table (void)
{
  g_auto (AssessmentFixture) grid = { 0 };
  g_autofree char *issue = xyb_assessment_issue_words (2020, 1);
  g_autofree char *as_of = xyb_assessment_as_of_words ("2020-01-21");
  g_autofree char *name = NULL;
  g_autofree char *issue_name = NULL;

  g_assert_cmpstr (issue, ==, "《工作信息》2020年第1期");
  g_assert_cmpstr (as_of, ==, "截至2020年1月21日");
  assessment_fixture_init (&grid, SCHEME_2020_DISTRICT);
  name = xyb_assessment_file_name (grid.table, NULL);
  issue_name = xyb_assessment_file_name (grid.table, "第1期");
  g_assert_cmpstr (name, ==, "2020年昆山市社会信用体系建设考核表（区镇）");
  g_assert_cmpstr (issue_name, ==, "2020年昆山市社会信用体系建设考核表（区镇）第1期");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/points-are-the-last-bracket", test_points_are_the_last_bracket);
  g_test_add_func ("/paper/tables-fill-the-sheet-they-need", test_tables_fill_the_sheet_they_need);
  g_test_add_func ("/paper/remarks-widen-their-column", test_remarks_widen_their_column);
  g_test_add_func ("/paper/remarks-of-a-dense-table", test_remarks_of_a_dense_table);
  g_test_add_func ("/paper/many-indicators-stay-on-the-sheet",
                   test_many_indicators_stay_on_the_sheet);
  g_test_add_func ("/paper/words-around-the-table", test_words_around_the_table);
  return g_test_run ();
}
