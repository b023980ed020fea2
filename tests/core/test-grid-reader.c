/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scheme-fixture.h"

#include "xyb-grid-reader.h"

/* The units of a scheme, as the roster would have them. */
static GPtrArray *
roster (const XybScheme *scheme)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_free);

  for (guint i = 0; i < scheme->units->len; i++)
    {
      const XybSchemeUnit *row = scheme->units->pdata[i];
      XybUnit *unit = xyb_unit_new ();

      unit->id = row->unit_id;
      unit->kind = scheme->kind;
      unit->name = g_strdup (row->unit_name);
      unit->position = i + 1;
      g_ptr_array_add (units, unit);
    }
  return units;
}

static XybGrid *
read_text (const char *text, const XybScheme *scheme)
{
  g_autoptr (GPtrArray) units = roster (scheme);
  g_autoptr (XybUnitMatcher) matcher = xyb_unit_matcher_new (units);
  g_autoptr (XybTextTable) table = xyb_text_table_parse (text);

  return xyb_grid_read (table, scheme, matcher);
}

static void
test_the_four_printed_tables (void)
{
  static const guint units[N_FIXTURE_SCHEMES] = { 11, 12, 4, 54 };

  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      g_autoptr (XybScheme) scheme = fixture_scheme (i);
      g_autoptr (XybTextTable) table = fixture_table (fixture_schemes[i].file);
      g_autofree char *text = xyb_text_table_format (table);
      g_autoptr (XybGrid) grid = read_text (text, scheme);

      for (guint k = 0; k < grid->problems->len; k++)
        g_test_message ("%s", (char *) grid->problems->pdata[k]);
      g_assert_cmpuint (grid->problems->len, ==, 0);
      g_assert_cmpuint (grid->n_units, ==, units[i]);
      g_assert_cmpuint (grid->cells->len, ==, units[i] * scheme->indicators->len);
      for (guint k = 0; k < grid->cells->len; k++)
        {
          const XybGridCell *cell = grid->cells->pdata[k];
          g_autofree char *printed
            = xyb_mark_print (cell->mark, xyb_scheme_find_indicator (scheme, cell->indicator_id));

          g_assert_cmpstr (printed, ==,
                           xyb_text_table_get (table, cell->row - 1, (guint) cell->indicator_id));
        }
    }
}

/* Title and date above, numbers at the side, columns in another order, the head again, points
 * beside the marks, notes below. */
static void
test_as_it_comes_back (void)
{
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_SUBDISTRICT);
  g_autoptr (XybGrid) grid
    = read_text ("2020年考核表\t\t\t\t\n"
                 "\t\t\t截至7月24日\t\n"
                 "序号\t单位\t信用审查(2 分)\t诚信专题宣传任务\t扣分情况\t得分\n"
                 "1\t柏庐城市管理办事处\tⅤ\t缺2次\t宣传缺 2 次\t9\n"
                 "2\t亭林城市管理办事处\t﹡\t\t\t10\n"
                 "序号\t单位\t信用审查（2分）\t诚信专题宣传任务（2分）\t扣分情况\t得分\n"
                 "\t\t\t\t\t\n"
                 "3\t青阳城市管理办事处\t✔\t不考核\t\t10\n"
                 "说明：\n"
                 "1. 未在行政管理中开展信用审查的，扣2分。\n",
                 scheme);
  const XybGridCell *last;

  g_assert_cmpuint (grid->problems->len, ==, 0);
  g_assert_cmpuint (grid->head_row, ==, 3);
  g_assert_cmpuint (grid->n_units, ==, 3);
  g_assert_cmpuint (grid->cells->len, ==, 5);
  g_assert_cmpuint (grid->remarks->len, ==, 1);
  g_assert_cmpstr (((XybGridRemark *) grid->remarks->pdata[0])->text, ==, "宣传缺 2 次");
  last = grid->cells->pdata[4];
  g_assert_cmpint (last->unit_id, ==, 3);
  g_assert_cmpint (last->indicator_id, ==, 5);
  g_assert_cmpint (last->mark->kind, ==, XYB_MARK_NOT_APPLICABLE);
}

static void
test_problems (void)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } cases[] = {
    { "部门\t满分\n教育局\t1.5\n",
      "没有找到考核表的表头，表头要有“区镇”和至少一项考核指标，请检查是不是这张表。" },
    { "", "没有找到考核表的表头，表头要有“区镇”和至少一项考核指标，请检查是不是这张表。" },
    { "区镇\t贯标创建\t信用审察\n周市镇\t*\t*\n",
      "第 1 行第 3 列的表头“信用审察”不是这张考核表的指标，是不是“信用审查 (0.4分)”？" },
    { "区镇\t贯标创建\t联络员\n周市镇\t*\t*\n",
      "第 1 行第 3 列的表头“联络员”不是这张考核表的指标，请改正或删去这一列。" },
    { "区镇\t贯标创建\t贯标创建（0.4分）\n周市镇\t*\t*\n",
      "第 1 行有两列表头都是“贯标创建（0.4分）”，请删去一列。" },
    { "区镇\t贯标创建\n周施镇\t*\n", "第 2 行：没有名为“周施镇”的区镇，是不是：周市镇*" },
    { "区镇\t贯标创建\n周市镇\t*\n周市 镇\t√\n", "第 3 行：周市镇在表里出现了两次，请删去一行。" },
    { "区镇\t贯标创建\n周市镇\t×\n",
      "第 2 行（周市镇）：考核指标“贯标创建”的“×”不是考核表用的标记*" },
    { "区镇\t贯标创建\n旅游度假区\t√\n",
      "第 2 "
      "行（旅游度假区）：“贯标创建”是非考核项，表里填的是“√”，请改成“非考核项”，或先改为考核项。" },
    { "区镇\t贯标创建\n\t\n", "表头下面没有单位，没有可以导入的内容。" },
  };
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DISTRICT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybGrid) grid = read_text (cases[i].text, scheme);

      g_assert_cmpuint (grid->problems->len, ==, 1);
      g_test_message ("%s", (char *) grid->problems->pdata[0]);
      g_assert_true (g_pattern_match_simple (cases[i].sentence, grid->problems->pdata[0]));
    }
}

static void
test_unit_outside_the_scheme (void)
{
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DISTRICT);
  g_autoptr (GPtrArray) units = roster (scheme);
  g_autoptr (XybUnitMatcher) matcher = xyb_unit_matcher_new (units);
  g_autoptr (XybTextTable) table = xyb_text_table_parse ("区镇\t信用审查\n旅游度假区\t*\n");
  g_autoptr (XybGrid) grid = NULL;

  g_ptr_array_remove_index (scheme->units, 3);
  grid = xyb_grid_read (table, scheme, matcher);
  g_assert_cmpuint (grid->problems->len, ==, 1);
  g_assert_cmpstr (grid->problems->pdata[0], ==,
                   "第 2 行：旅游度假区不在2020年的考核表里，请先在考核方案中列入。");
}

/* AMB-04. */
static void
test_heads_of_all_three_pages (void)
{
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DEPARTMENT);
  XybIndicator *indicator = scheme->indicators->pdata[0];
  const char *const aliases[] = { "(参照条例) 应用信用承诺 (0.1分)", NULL };

  indicator->source_head = g_steal_pointer (&indicator->head);
  indicator->head = g_strdup ("配合创建国家信用示范城市和应对国家城市信用监测 (0.2分)");
  ((XybIndicator *) scheme->indicators->pdata[3])->aliases = g_strdupv ((GStrv) aliases);
  g_assert_cmpint (
    xyb_grid_find_indicator (scheme, "配合创建国家信用示范城市 and 应对国家城市信用监测 (0.2分)"),
    ==, 0);
  g_assert_cmpint (
    xyb_grid_find_indicator (scheme, "配合创建国家信用示范城市\n和应对国家城市信用监测（0.2分）"),
    ==, 0);
  g_assert_cmpint (xyb_grid_find_indicator (scheme, "（参照条例）应用信用承诺（0.1分）"), ==, 3);
  g_assert_cmpint (xyb_grid_find_indicator (scheme, "(参照条线)应用信用承诺"), ==, 3);
  g_assert_cmpint (xyb_grid_find_indicator (scheme, "奖惩案例"), ==, 7);
  g_assert_cmpint (xyb_grid_find_indicator (scheme, ""), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid-reader/the-four-printed-tables", test_the_four_printed_tables);
  g_test_add_func ("/grid-reader/as-it-comes-back", test_as_it_comes_back);
  g_test_add_func ("/grid-reader/problems", test_problems);
  g_test_add_func ("/grid-reader/unit-outside-the-scheme", test_unit_outside_the_scheme);
  g_test_add_func ("/grid-reader/heads-of-all-three-pages", test_heads_of_all_three_pages);
  return g_test_run ();
}
