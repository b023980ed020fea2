/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-number-format.h"

static void
test_codes (void)
{
  static const struct
  {
    const char *code;
    XybMoneyUnit unit;
  } cases[] = {
    { "General\"万元\"", XYB_MONEY_UNIT_WAN },
    { "0.000000\"万元\"", XYB_MONEY_UNIT_WAN },
    { "#,##0.00\"元\"", XYB_MONEY_UNIT_YUAN },
    { "0\"亿元\";-0\"亿元\"", XYB_MONEY_UNIT_YI },
    { "#,##0万元", XYB_MONEY_UNIT_WAN },
    { "0_ \"万元\"", XYB_MONEY_UNIT_WAN },
    { "0\\万\\元", XYB_MONEY_UNIT_WAN },
    { "General", XYB_MONEY_UNIT_UNSAID },
    { "0.00", XYB_MONEY_UNIT_UNSAID },
    { "0\"人\"", XYB_MONEY_UNIT_UNSAID },
    { "@", XYB_MONEY_UNIT_UNSAID },
    { "", XYB_MONEY_UNIT_UNSAID },
    { "\"万元\"", XYB_MONEY_UNIT_UNSAID },
    { "0\"万元", XYB_MONEY_UNIT_UNSAID },
    { "yyyy\"年\"", XYB_MONEY_UNIT_UNSAID },
    { "0%\"万元\"", XYB_MONEY_UNIT_UNSAID },
    /* What is shown is not what the cell holds. */
    { "0,\"万元\"", XYB_MONEY_UNIT_UNSAID },
    { "0!.0,\"万元\"", XYB_MONEY_UNIT_UNSAID },
    { "#,##0,,\"亿元\"", XYB_MONEY_UNIT_UNSAID },
    { "0.0,\"万元\"", XYB_MONEY_UNIT_UNSAID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (xyb_number_format_unit (cases[i].code), ==, cases[i].unit);
    }
}

static void
test_shown (void)
{
  static const struct
  {
    const char *shown;
    double number;
    XybMoneyUnit unit;
  } cases[] = {
    { "12000万元", 12000, XYB_MONEY_UNIT_WAN }, { "12,000.5万元", 12000.5, XYB_MONEY_UNIT_WAN },
    { "1.2亿元", 1.23, XYB_MONEY_UNIT_YI },     { "0元", 0, XYB_MONEY_UNIT_YUAN },
    { "12000", 12000, XYB_MONEY_UNIT_UNSAID },  { "1200万元", 12000000, XYB_MONEY_UNIT_UNSAID },
    { "万元", 0, XYB_MONEY_UNIT_UNSAID },       { "180人", 180, XYB_MONEY_UNIT_UNSAID },
    { "", 0, XYB_MONEY_UNIT_UNSAID },           { NULL, 0, XYB_MONEY_UNIT_UNSAID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (xyb_number_shown_unit (cases[i].shown, cases[i].number), ==, cases[i].unit);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-format/the-unit-behind-a-number", test_codes);
  g_test_add_func ("/number-format/the-unit-of-what-is-shown", test_shown);
  return g_test_run ();
}
