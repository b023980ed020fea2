/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-amount.h"

#include <math.h>
#include <string.h>

#include "xyb-core-error.h"

#define FIELD "去年销售收入"
#define YUAN XYB_MONEY_UNIT_YUAN
#define WAN XYB_MONEY_UNIT_WAN
#define YI XYB_MONEY_UNIT_YI

/* Appendix B-06 first, then what districts write beside it; 万元 is the default. */
static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 fen;
    XybMoneyUnit unit;
    gboolean from_text;
    gboolean approximate;
  } cases[] = {
    { "1,234.5万", 1234500000, WAN, TRUE, FALSE },
    { "1.2亿", 12000000000, YI, TRUE, FALSE },
    { "约3000万元", 3000000000, WAN, TRUE, TRUE },
    { "3000", 3000000000, WAN, FALSE, FALSE },
    { "3000（万元）", 3000000000, WAN, TRUE, FALSE },
    { "3000 [万]", 3000000000, WAN, TRUE, FALSE },
    { "３０００．５万元", 3000500000, WAN, TRUE, FALSE },
    { "１，２３４", 1234000000, WAN, FALSE, FALSE },
    { "￥1234.56元", 123456, YUAN, TRUE, FALSE },
    { "¥ 1234.56 元", 123456, YUAN, TRUE, FALSE },
    { "RMB3000万", 3000000000, WAN, TRUE, FALSE },
    { "人民币：3000万元整", 3000000000, WAN, TRUE, FALSE },
    { "3000万元人民币", 3000000000, WAN, TRUE, FALSE },
    { "3000万元（人民币）", 3000000000, WAN, TRUE, FALSE },
    { "1亿2000万元", 12000000000, YI, TRUE, FALSE },
    { "1 亿 2,000 万", 12000000000, YI, TRUE, FALSE },
    { "5千万元", 5000000000, WAN, TRUE, FALSE },
    { "3百万", 300000000, WAN, TRUE, FALSE },
    { "1200千元", 120000000, YUAN, TRUE, FALSE },
    { "3000W", 3000000000, WAN, TRUE, FALSE },
    { "3000余万元", 3000000000, WAN, TRUE, TRUE },
    { "3000万余元", 3000000000, WAN, TRUE, TRUE },
    { "3000多万", 3000000000, WAN, TRUE, TRUE },
    { "3000万元左右", 3000000000, WAN, TRUE, TRUE },
    { "近 1.2 亿元", 12000000000, YI, TRUE, TRUE },
    { "超过3000万", 3000000000, WAN, TRUE, TRUE },
    { "≈3000", 3000000000, WAN, FALSE, TRUE },
    { "3000+", 3000000000, WAN, FALSE, TRUE },
    { "1.2E+08元", 12000000000, YUAN, TRUE, TRUE },
    { "1.2e4", 12000000000, WAN, FALSE, TRUE },
    { "0", 0, WAN, FALSE, FALSE },
    { "0.000001", 1, WAN, FALSE, FALSE },
    { "0.01元", 1, YUAN, TRUE, FALSE },
    { ".5", 500000, WAN, FALSE, FALSE },
    { "3000.", 3000000000, WAN, FALSE, FALSE },
    { "3000.0000000000", 3000000000, WAN, FALSE, FALSE },
    { "12.3400元", 1234, YUAN, TRUE, FALSE },
    { "1 234 567.5", 1234567500000, WAN, FALSE, FALSE },
    { "0003000", 3000000000, WAN, FALSE, FALSE },
    { "92233720368547758.07元", G_MAXINT64, YUAN, TRUE, FALSE },
    { "120000000", 120000000000000, WAN, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      XybAmount amount;
      g_test_message ("%s", cases[i].text);
      g_assert_true (xyb_amount_parse (FIELD, cases[i].text, WAN, &amount, &error));
      g_assert_no_error (error);
      g_assert_cmpint (amount.fen, ==, cases[i].fen);
      g_assert_cmpint (amount.unit, ==, cases[i].unit);
      g_assert_cmpint (amount.unit_from_text, ==, cases[i].from_text);
      g_assert_cmpint (amount.approximate, ==, cases[i].approximate);
    }
}

static void
test_blank_is_unsaid (void)
{
  static const char *const cases[]
    = { NULL, "", " 　", "—", "——", "/", "／", "无", "-", "－", "暂无", "万元", "— 万元" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      XybAmount amount;
      g_assert_true (xyb_amount_parse (FIELD, cases[i], WAN, &amount, &error));
      g_assert_no_error (error);
      g_assert_cmpint (amount.fen, ==, XYB_UNSAID);
      g_assert_cmpint (amount.unit, ==, WAN);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } cases[] = {
    { "-500", "去年销售收入不能是负数，填的是“-500”，请核对。" },
    { "−500万", "去年销售收入不能是负数，填的是“−500万”，请核对。" },
    { "负500万元", "去年销售收入不能是负数，填的是“负500万元”，请核对。" },
    { "0.001元", "去年销售收入“0.001元”小数太多，不足一分，请四舍五入后重填。" },
    { "1.0000001", "去年销售收入“1.0000001”小数太多，不足一分，请四舍五入后重填。" },
    { "92233720368547758.08元", "去年销售收入“92233720368547758.08…”太大，请核对数字和单位。" },
    { "9e99", "去年销售收入“9e99”太大，请核对数字和单位。" },
    { "922337203亿9999万", "去年销售收入“922337203亿9999万”太大，请核对数字和单位。" },
    { "300万美元", "去年销售收入“300万美元”不是人民币，请换算成人民币再填。" },
    { "$300", "去年销售收入“$300”不是人民币，请换算成人民币再填。" },
    { "三千万元", "去年销售收入“三千万元”不是金额，请写成数字加单位，例如 1234.5万元。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      XybAmount amount;
      g_assert_false (xyb_amount_parse (FIELD, cases[i].text, WAN, &amount, &error));
      g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
      g_assert_cmpint (amount.fen, ==, XYB_UNSAID);
    }
}

static void
test_never_guessed (void)
{
  static const char *const cases[]
    = { "1,23",           "12,3456",    "1,234,56", "1.2.3",    "1.234,5",  "3000-5000万元",
        "3000 5",         "1亿2000",    "10²",      "①3000",    "3000万吨", "3000元/年",
        "=1+1",           "abc",        "(500)",    "#REF!",    "5千",      "2020-04-15",
        "昆山甲有限公司", "1,234 567",  "万3000",   "3000万万", "1e",       ".",
        "12,,345",        "3000（万元", "+-5",      "1.2亿3亿", "保密",     "5%" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      XybAmount amount;
      g_test_message ("%s", cases[i]);
      g_assert_false (xyb_amount_parse (FIELD, cases[i], WAN, &amount, &error));
      g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER);
      g_assert_nonnull (strstr (error->message, "不是金额"));
    }
}

static void
test_unit_is_asked_for (void)
{
  g_autoptr (GError) error = NULL;
  XybAmount amount;

  g_assert_false (xyb_amount_parse (FIELD, "3000", XYB_MONEY_UNIT_UNSAID, &amount, &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNCONFIRMED);
  g_assert_cmpstr (error->message, ==, "去年销售收入“3000”没有写单位，请注明元、万元或亿元。");
  g_assert_true (xyb_amount_parse (FIELD, "3000元", XYB_MONEY_UNIT_UNSAID, &amount, NULL));
  g_assert_cmpint (amount.fen, ==, 300000);
  g_assert_true (xyb_amount_parse (FIELD, "无", XYB_MONEY_UNIT_UNSAID, &amount, NULL));
  g_assert_cmpint (amount.fen, ==, XYB_UNSAID);
}

static void
test_format (void)
{
  static const struct
  {
    gint64 fen;
    XybMoneyUnit unit;
    const char *number;
    const char *text;
  } cases[] = {
    { 12000000000, WAN, "12000", "12000万元" },
    { 1234500000, WAN, "1234.5", "1234.5万元" },
    { 12000000000, YI, "1.2", "1.2亿元" },
    { 12000000000, XYB_MONEY_UNIT_UNSAID, "12000", "12000万元" },
    { 123456, YUAN, "1234.56", "1234.56元" },
    { 1, WAN, "0.000001", "0.000001万元" },
    { 0, WAN, "0", "0万元" },
    { 1000000000, WAN, "1000", "1000万元" },
    { -50, YUAN, "-0.5", "-0.5元" },
    { G_MAXINT64, YI, "922337203.6854775807", "922337203.6854775807亿元" },
    { XYB_UNSAID, WAN, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = xyb_amount_format_number (cases[i].fen, cases[i].unit);
      g_autofree char *text = xyb_amount_format (cases[i].fen, cases[i].unit);
      g_assert_cmpstr (number, ==, cases[i].number);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_cell (void)
{
  g_assert_cmpfloat (xyb_amount_to_cell (1234500000, WAN), ==, 1234.5);
  g_assert_cmpfloat (xyb_amount_to_cell (10, YUAN), ==, 0.1);
  g_assert_cmpfloat (xyb_amount_to_cell (0, WAN), ==, 0.0);
  g_assert_cmpfloat (xyb_amount_to_cell (12000000000, YI), ==, 1.2);
  g_assert_cmpfloat (xyb_amount_to_cell (29, WAN), ==, 0.000029);
  g_assert_true (isnan (xyb_amount_to_cell (XYB_UNSAID, WAN)));
}

static gint64
random_fen (GRand *rand)
{
  guint64 bits = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);
  return (gint64) (bits >> g_rand_int_range (rand, 1, 63));
}

static void
test_round_trip (void)
{
  static const XybMoneyUnit units[] = { YUAN, WAN, YI };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1482020);

  for (int i = 0; i < 20000; i++)
    {
      gint64 fen = random_fen (rand);
      XybMoneyUnit unit = units[g_rand_int_range (rand, 0, 3)];
      g_autofree char *text = xyb_amount_format (fen, unit);
      XybAmount amount;
      g_assert_true (xyb_amount_parse (FIELD, text, XYB_MONEY_UNIT_UNSAID, &amount, NULL));
      g_assert_cmpint (amount.fen, ==, fen);
      g_assert_cmpint (amount.unit, ==, unit);
      g_assert_false (amount.approximate);
    }
}

/* Anything made of the pieces that occur: no crash, and never a negative sum. */
static void
test_any_pieces (void)
{
  static const char *const pieces[] = { "1", "0", "23", ",", ".", "万", "亿", "元", "约",
                                        " ", "-", "e",  "(", ")", "千", "¥",  "余" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int i = 0; i < 20000; i++)
    {
      GString *made = g_string_new (NULL);
      for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
        g_string_append (made, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      g_autofree char *text = g_string_free (made, FALSE);
      g_autoptr (GError) error = NULL;
      XybAmount amount;
      gint64 count;
      gboolean ok = xyb_amount_parse (FIELD, text, WAN, &amount, &error);
      g_assert_cmpint (ok, ==, error == NULL);
      g_assert_true (amount.fen == XYB_UNSAID || (ok && amount.fen >= 0));
      if (xyb_count_parse ("职工人数", text, 1000, &count, NULL))
        g_assert_true (count == XYB_UNSAID || (count >= 0 && count <= 1000));
    }
}

static void
test_unit_names (void)
{
  static const struct
  {
    const char *name;
    XybMoneyUnit unit;
  } cases[] = {
    { "元", YUAN },
    { "万元", WAN },
    { "（万元）", WAN },
    { " 万 ", WAN },
    { "亿", YI },
    { "亿元", YI },
    { "吨", XYB_MONEY_UNIT_UNSAID },
    { "", XYB_MONEY_UNIT_UNSAID },
    { NULL, XYB_MONEY_UNIT_UNSAID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (xyb_money_unit_from_name (cases[i].name), ==, cases[i].unit);
  g_assert_cmpstr (xyb_money_unit_name (WAN), ==, "万元");
  g_assert_null (xyb_money_unit_name (XYB_MONEY_UNIT_UNSAID));
}

static void
test_count (void)
{
  static const struct
  {
    const char *text;
    gint64 count;
  } cases[] = {
    { "180", 180 },         { "180人", 180 },     { " 180 人 ", 180 }, { "１８０", 180 },
    { "1,234", 1234 },      { "1，234人", 1234 }, { "180.0", 180 },    { "0", 0 },
    { "1000000", 1000000 }, { "", XYB_UNSAID },   { "—", XYB_UNSAID }, { "/", XYB_UNSAID },
    { "无", XYB_UNSAID },   { NULL, XYB_UNSAID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 count = 0;
      g_assert_true (xyb_count_parse ("职工人数", cases[i].text, 1000000, &count, &error));
      g_assert_no_error (error);
      g_assert_cmpint (count, ==, cases[i].count);
    }
}

static void
test_count_refuses (void)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } cases[] = {
    { "180.5", "职工人数“180.5”不能有小数，请填整数。" },
    { "-5", "职工人数不能是负数，填的是“-5”，请核对。" },
    { "1000001", "职工人数“1000001”太大，最多 1000000，请核对。" },
    { "99999999999999999999", "职工人数“99999999999999999999”太大，最多 1000000，请核对。" },
    { "约180", "职工人数“约180”不是整数，请只写数字，例如 180。" },
    { "2020-04-15", "职工人数“2020-04-15”不是整数，请只写数字，例如 180。" },
    { "一百八十", "职工人数“一百八十”不是整数，请只写数字，例如 180。" },
    { "1.2E+3", "职工人数“1.2E+3”不是整数，请只写数字，例如 180。" },
    { "18②", "职工人数“18②”不是整数，请只写数字，例如 180。" },
    { "1,80", "职工人数“1,80”不是整数，请只写数字，例如 180。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 count = 0;
      g_assert_false (xyb_count_parse ("职工人数", cases[i].text, 1000000, &count, &error));
      g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
    }
}

/* A cell that is a whole number takes a short way: with a word around it, it takes the long one. */
static void
test_short_way_agrees (void)
{
  static const char *const numbers[] = { "1", "9", "12000", "99999999", "10000000", "123" };
  static const XybMoneyUnit units[]
    = { XYB_MONEY_UNIT_YUAN, XYB_MONEY_UNIT_WAN, XYB_MONEY_UNIT_YI };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (units); j++)
      {
        g_autofree char *spaced = g_strconcat (numbers[i], " ", NULL);
        XybAmount shorter, longer;

        g_assert_true (xyb_amount_parse ("去年销售收入", numbers[i], units[j], &shorter, NULL));
        g_assert_true (xyb_amount_parse ("去年销售收入", spaced, units[j], &longer, NULL));
        g_assert_cmpint (shorter.fen, ==, longer.fen);
        g_assert_cmpint (shorter.unit, ==, longer.unit);
        g_assert_cmpint (shorter.unit_from_text, ==, longer.unit_from_text);
        g_assert_cmpint (shorter.approximate, ==, longer.approximate);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amount/units-thousands-and-about-are-read", test_parse);
  g_test_add_func ("/amount/dash-and-none-are-unsaid", test_blank_is_unsaid);
  g_test_add_func ("/amount/negative-fine-and-large-are-refused", test_refuse);
  g_test_add_func ("/amount/unclear-text-is-never-guessed", test_never_guessed);
  g_test_add_func ("/amount/missing-unit-is-asked-for", test_unit_is_asked_for);
  g_test_add_func ("/amount/format-is-exact", test_format);
  g_test_add_func ("/amount/cell-is-the-nearest-double", test_cell);
  g_test_add_func ("/amount/what-is-printed-reads-back", test_round_trip);
  g_test_add_func ("/amount/any-pieces-are-survived", test_any_pieces);
  g_test_add_func ("/amount/unit-names", test_unit_names);
  g_test_add_func ("/count/whole-numbers-are-read", test_count);
  g_test_add_func ("/count/everything-else-is-refused", test_count_refuses);
  g_test_add_func ("/amount/the-short-way-agrees-with-the-long", test_short_way_agrees);
  return g_test_run ();
}
