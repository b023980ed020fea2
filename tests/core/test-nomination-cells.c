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

static void
test_head_row (void)
{
  static const char *const head[] = { "序号", "企业 名称", "主要产品" };
  static const char *const row[] = { "1", "昆山示例模具有限公司", "注塑模具" };

  g_assert_true (xyb_nomination_is_head_row (head, G_N_ELEMENTS (head)));
  g_assert_false (xyb_nomination_is_head_row (row, G_N_ELEMENTS (row)));
}

static void
test_starts_with_number (void)
{
  static const char *const one[] = { "1", "昆山示例模具有限公司" };
  static const char *const two[] = { "２", "昆山示例五金有限公司" };
  static const char *const blank[] = { "", "" };
  static const char *const name[] = { "昆山示例模具有限公司", "注塑模具" };
  static const char *const *const numbered[] = { one, two, blank };
  static const char *const *const mixed[] = { one, name };
  static const char *const *const nothing[] = { blank };

  g_assert_true (xyb_nomination_starts_with_number (numbered, 3));
  g_assert_false (xyb_nomination_starts_with_number (mixed, 2));
  g_assert_false (xyb_nomination_starts_with_number (nothing, 1));
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
  g_test_add_func ("/nomination-cells/head-words-copied-along", test_head_row);
  g_test_add_func ("/nomination-cells/a-block-with-its-numbers", test_starts_with_number);
  return g_test_run ();
}
