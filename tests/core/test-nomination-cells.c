/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-core-error.h"
#include "xyb-nomination-cells.h"

/* What districts write and what then stands in the sheet, in 万元 unless they say otherwise. */
static void
test_cells (void)
{
  static const struct
  {
    XybNominationCell cell;
    const char *written;
    const char *shown;
  } cases[] = {
    { XYB_NOMINATION_CELL_REVENUE, "1.2亿", "1.2亿元" },
    { XYB_NOMINATION_CELL_REVENUE, "3000万", "3000万元" },
    { XYB_NOMINATION_CELL_REVENUE, "1,234.5", "1234.5万元" },
    { XYB_NOMINATION_CELL_REVENUE, "", NULL },
    { XYB_NOMINATION_CELL_HEADCOUNT, "530人", "530" },
    { XYB_NOMINATION_CELL_HEADCOUNT, "５３０", "530" },
    { XYB_NOMINATION_CELL_HEADCOUNT, NULL, NULL },
    { XYB_NOMINATION_CELL_PHONE, "（0512）57310600", "0512-57310600" },
    { XYB_NOMINATION_CELL_CONTACT, " 张示例 ", "张示例" },
    { XYB_NOMINATION_CELL_PRODUCTS, "", NULL },
    { XYB_NOMINATION_CELL_NAME, "昆山示例模具有限公司", "昆山示例模具有限公司" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybNomination) row = xyb_nomination_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;

      row->unit_id = 106;
      xyb_nomination_set_cell (row, cases[i].cell, cases[i].written, XYB_MONEY_UNIT_WAN, &error);
      g_assert_no_error (error);
      xyb_nomination_validate (row, &error);
      g_assert_no_error (error);
      shown = xyb_nomination_dup_cell (row, cases[i].cell);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_default_unit (void)
{
  g_autoptr (XybNomination) row = xyb_nomination_new ();

  g_assert_true (
    xyb_nomination_set_cell (row, XYB_NOMINATION_CELL_REVENUE, "2", XYB_MONEY_UNIT_YI, NULL));
  g_assert_cmpint (row->revenue_fen, ==, G_GINT64_CONSTANT (20000000000));
}

static void
test_refused (void)
{
  g_autoptr (XybNomination) row = xyb_nomination_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (xyb_nomination_set_cell (row, XYB_NOMINATION_CELL_HEADCOUNT, "五百多",
                                           XYB_MONEY_UNIT_WAN, &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER);
  g_assert_true (g_strrstr (error->message, "职工人数") != NULL);
  g_clear_error (&error);
  g_assert_false (
    xyb_nomination_set_cell (row, XYB_NOMINATION_CELL_REVENUE, "保密", XYB_MONEY_UNIT_WAN, &error));
  g_assert_true (g_strrstr (error->message, "去年销售收入") != NULL);
}

/* 序号 is the place in the list, whatever was written. */
static void
test_number_follows_place (void)
{
  g_autoptr (XybNomination) row = xyb_nomination_new ();
  g_autofree char *shown = NULL;

  row->position = 3;
  g_assert_true (
    xyb_nomination_set_cell (row, XYB_NOMINATION_CELL_NUMBER, "9", XYB_MONEY_UNIT_WAN, NULL));
  shown = xyb_nomination_dup_cell (row, XYB_NOMINATION_CELL_NUMBER);
  g_assert_cmpstr (shown, ==, "3");
}

static void
test_doubt (void)
{
  g_autoptr (XybNomination) row = xyb_nomination_new ();
  g_autofree char *doubt = NULL;

  row->phone = g_strdup ("0512-55550101");
  g_assert_null (xyb_nomination_dup_doubt (row, XYB_NOMINATION_CELL_PHONE));
  g_free (row->phone);
  row->phone = g_strdup ("138000000000000000");
  row->contact = g_strdup ("138000000000000000");
  doubt = xyb_nomination_dup_doubt (row, XYB_NOMINATION_CELL_PHONE);
  g_assert_nonnull (doubt);
  g_assert_null (xyb_nomination_dup_doubt (row, XYB_NOMINATION_CELL_CONTACT));
}

/* The form as districts copy it: from where to where, and into which column. */
static void
test_blocks (void)
{
  static const struct
  {
    const char *text;
    XybNominationCell at;
    guint first_row;
    guint end_row;
    guint first_cell;
    guint n_columns;
  } cases[] = {
    { "昆山示例模具有限公司\t注塑模具\n昆山示例五金有限公司\t冲压件\n", 1, 0, 2, 1, 2 },
    { "昆山示例模具有限公司\t注塑模具\n", 0, 0, 1, 1, 2 },
    { "1\t昆山示例模具有限公司\n２\t昆山示例五金有限公司\n", 1, 0, 2, 0, 2 },
    { "1\t昆山示例模具有限公司\n2\t\n3\t\n", 0, 0, 1, 0, 2 },
    { "序号\t企业 名称\t主要产品\n1\t昆山示例模具有限公司\t注塑模具\n", 0, 1, 2, 0, 3 },
    { "1\t甲\t乙\t3\t4\t丙\t138\t已推荐\n", 0, 0, 1, 0, 7 },
    { "180\n150\n", 4, 0, 2, 4, 1 },
    { "180\t张示例\n150\t陈示例\n", 4, 0, 2, 4, 2 },
    { "昆山示例模具有限公司\t\n\t\n", 1, 0, 1, 1, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybTextTable) table = xyb_text_table_parse (cases[i].text);
      XybNominationBlock block;

      xyb_nomination_block_read (&block, table, cases[i].at);
      g_assert_cmpuint (block.first_row, ==, cases[i].first_row);
      g_assert_cmpuint (block.end_row, ==, cases[i].end_row);
      g_assert_cmpuint (block.first_cell, ==, cases[i].first_cell);
      g_assert_cmpuint (block.n_columns, ==, cases[i].n_columns);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nomination-cells/what-is-written-and-shown", test_cells);
  g_test_add_func ("/nomination-cells/a-sum-without-unit-has-the-offices", test_default_unit);
  g_test_add_func ("/nomination-cells/what-is-no-number-is-refused-by-column", test_refused);
  g_test_add_func ("/nomination-cells/the-number-follows-the-place", test_number_follows_place);
  g_test_add_func ("/nomination-cells/a-doubtful-telephone-is-kept-and-marked", test_doubt);
  g_test_add_func ("/nomination-cells/where-a-block-belongs", test_blocks);
  return g_test_run ();
}
