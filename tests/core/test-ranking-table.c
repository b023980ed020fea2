/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assessment-fixture.h"
#include "xyb-ranking-table.h"

static XybAssessmentRow *
row_of (AssessmentFixture *grid, guint index)
{
  return grid->table->rows->pdata[index];
}

static void
set_points (AssessmentFixture *grid, guint index, gint64 full, gint64 deduction)
{
  XybAssessmentRow *row = row_of (grid, index);

  row->full = full;
  row->deduction = deduction;
  row->score = full - deduction;
}

/* AMB-19: by the share of the full marks, not by points. 1.40 of 1.50 is 93.3%, 1.30 of 1.40 92.9%,
 * 1.12 of 1.20 93.3% again, and exactly as much. */
static void
test_units_are_ranked_by_the_share_of_their_full_marks (void)
{
  static const struct
  {
    const char *unit;
    guint place;
    const char *percent;
  } expected[] = {
    { "组织部", 1, "100%" },
    { "宣传部 (文明办、网信办)", 2, "93.3%" },
    { "政法委", 2, "93.3%" },
    { "统战部", 4, "92.9%" },
  };
  g_auto (AssessmentFixture) grid = { 0 };
  g_autoptr (XybRankingTable) ranking = NULL;

  assessment_fixture_init (&grid, SCHEME_2020_DEPARTMENT);
  set_points (&grid, 0, 120, 0);
  set_points (&grid, 1, 150, 10);
  set_points (&grid, 2, 140, 10);
  set_points (&grid, 3, 120, 8);
  g_ptr_array_set_size (grid.table->rows, 4);
  ranking = xyb_ranking_table_new (grid.table, NULL, NULL);
  g_assert_cmpuint (ranking->rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      XybRankingRow *row = ranking->rows->pdata[i];
      g_autofree char *percent = xyb_ranking_row_percent (row);

      g_assert_cmpstr (row->unit, ==, expected[i].unit);
      g_assert_cmpuint (row->place, ==, expected[i].place);
      g_assert_cmpstr (percent, ==, expected[i].percent);
    }
  g_assert_cmpstr (ranking->summary, ==,
                   "共4个单位，被扣分的3个；应得分合计5.30分，扣分合计0.28分，得分合计5.02分，"
                   "占应得分94.7%。");
}

/* AMB-08: twenty points off a base of two; and a unit assessed by nothing has no place. */
static void
test_below_nothing_and_nothing_at_all (void)
{
  g_auto (AssessmentFixture) grid = { 0 };
  g_autoptr (XybRankingTable) ranking = NULL;
  g_auto (GStrv) negative = NULL;
  g_auto (GStrv) none = NULL;

  assessment_fixture_init (&grid, SCHEME_2020_SUBDISTRICT);
  set_points (&grid, 0, 0, 0);
  set_points (&grid, 1, 200, 2000);
  ranking = xyb_ranking_table_new (grid.table, NULL, NULL);
  negative = xyb_ranking_row_cells (ranking->rows->pdata[2]);
  none = xyb_ranking_row_cells (ranking->rows->pdata[3]);
  g_assert_cmpstr (negative[0], ==, "3");
  g_assert_cmpstr (negative[1], ==, "亭林城市管理办事处");
  g_assert_cmpstr (negative[3], ==, "20.00");
  g_assert_cmpstr (negative[4], ==, "−18.00");
  g_assert_cmpstr (negative[5], ==, "−900.0%");
  g_assert_cmpstr (none[0], ==, "—");
  g_assert_cmpstr (none[1], ==, "柏庐城市管理办事处");
  g_assert_cmpstr (none[5], ==, "—");
}

/* C-04: 部门 * 401, 非考核项 23 + 22 + 38, 1 twice, 无 54. */
static void
test_marks_are_counted_by_indicator (void)
{
  g_auto (AssessmentFixture) grid = { 0 };
  g_autoptr (XybRankingTable) ranking = NULL;
  guint open = 0;
  guint counted = 0;
  guint no_event = 0;

  assessment_fixture_init (&grid, SCHEME_2020_DEPARTMENT);
  ranking = xyb_ranking_table_new (grid.table, NULL, NULL);
  g_assert_cmpuint (ranking->indicators->len, ==, 10);
  for (guint i = 0; i < ranking->indicators->len; i++)
    {
      const XybRankingIndicator *indicator = ranking->indicators->pdata[i];

      open += indicator->open;
      counted += indicator->counted;
      no_event += indicator->no_event;
      g_assert_cmpuint (indicator->excluded, ==, i == 1 ? 23 : i == 2 ? 22 : i == 5 ? 38 : 0);
    }
  g_assert_cmpuint (open, ==, 401);
  g_assert_cmpuint (counted, ==, 2);
  g_assert_cmpuint (no_event, ==, 54);
  g_assert_cmpstr (((XybRankingIndicator *) ranking->indicators->pdata[7])->indicator, ==,
                   "奖惩案例");
}

static void
test_it_is_called_a_ranking (void)
{
  g_auto (AssessmentFixture) grid = { 0 };
  g_autoptr (XybRankingTable) ranking = NULL;
  g_autoptr (XybRankingTable) other = NULL;
  g_autofree char *name = NULL;

  assessment_fixture_init (&grid, SCHEME_2020_DISTRICT);
  ranking = xyb_ranking_table_new (grid.table, NULL, NULL);
  name = xyb_ranking_file_name (ranking);
  g_assert_cmpstr (ranking->title, ==, "2020年昆山市社会信用体系建设考核排名（区镇）");
  g_assert_cmpstr (name, ==, ranking->title);
  g_free (grid.table->title);
  grid.table->title = g_strdup ("信用核查");
  other = xyb_ranking_table_new (grid.table, NULL, NULL);
  g_assert_cmpstr (other->title, ==, "信用核查考核排名");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ranking/units-are-ranked-by-the-share-of-their-full-marks",
                   test_units_are_ranked_by_the_share_of_their_full_marks);
  g_test_add_func ("/ranking/below-nothing-and-nothing-at-all",
                   test_below_nothing_and_nothing_at_all);
  g_test_add_func ("/ranking/marks-are-counted-by-indicator", test_marks_are_counted_by_indicator);
  g_test_add_func ("/ranking/it-is-called-a-ranking", test_it_is_called_a_ranking);
  return g_test_run ();
}
