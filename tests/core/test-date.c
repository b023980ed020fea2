/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-date.h"

#include <string.h>

#include "xyb-core-error.h"

static void
test_parse (void)
{
  static const char *const cases[][2] = {
    { "2020-04-15", "2020-04-15" },           { "2020-4-5", "2020-04-05" },
    { "2020年4月15日", "2020-04-15" },        { " 2020 年 04 月 15 日 ", "2020-04-15" },
    { "２０２０年４月１５日", "2020-04-15" }, { "2020年4月15", "2020-04-15" },
    { "2020年4月15号", "2020-04-15" },        { "2020.4.15", "2020-04-15" },
    { "2020.04.15", "2020-04-15" },           { "2020/4/15", "2020-04-15" },
    { "2020／4／15", "2020-04-15" },          { "20200415", "2020-04-15" },
    { "2020-04-15 00:00:00", "2020-04-15" },  { "2020/4/15 0:00", "2020-04-15" },
    { "2020-04-15T00:00:00", "2020-04-15" },  { "2020-02-29", "2020-02-29" },
    { "2000年2月29日", "2000-02-29" },        { "1900-01-01", "1900-01-01" },
    { "2199-12-31", "2199-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = xyb_date_parse ("成立日期", cases[i][0], &error);
      g_test_message ("%s", cases[i][0]);
      g_assert_no_error (error);
      g_assert_cmpstr (iso, ==, cases[i][1]);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    int code;
    const char *sentence;
  } cases[] = {
    { NULL, XYB_CORE_ERROR_EMPTY, "成立日期没有填写，请写成 2020年4月15日 或 2020-04-15。" },
    { " 　", XYB_CORE_ERROR_EMPTY, "成立日期没有填写，请写成 2020年4月15日 或 2020-04-15。" },
    { "2020年2月30日", XYB_CORE_ERROR_INVALID_DATE,
      "成立日期没有这一天：2020年2月只有 29 天，填的是 30 日，请核对。" },
    { "2019-02-29", XYB_CORE_ERROR_INVALID_DATE,
      "成立日期没有这一天：2019年2月只有 28 天，填的是 29 日，请核对。" },
    { "1900.2.29", XYB_CORE_ERROR_INVALID_DATE,
      "成立日期没有这一天：1900年2月只有 28 天，填的是 29 日，请核对。" },
    { "2020/4/0", XYB_CORE_ERROR_INVALID_DATE,
      "成立日期没有这一天：2020年4月只有 30 天，填的是 0 日，请核对。" },
    { "20201301", XYB_CORE_ERROR_INVALID_DATE, "成立日期没有 13 月这个月份，请核对。" },
    { "2020-00-10", XYB_CORE_ERROR_INVALID_DATE, "成立日期没有 0 月这个月份，请核对。" },
    { "1899-12-31", XYB_CORE_ERROR_INVALID_DATE,
      "成立日期的年份 1899 不在 1900—2199 之间，请核对。" },
    { "2200年1月1日", XYB_CORE_ERROR_INVALID_DATE,
      "成立日期的年份 2200 不在 1900—2199 之间，请核对。" },
    { "20-04-15", XYB_CORE_ERROR_INVALID_DATE, "成立日期的年份 20 不在 1900—2199 之间，请核对。" },
    { "去年", XYB_CORE_ERROR_INVALID_DATE,
      "成立日期“去年”不是日期，请写成 2020年4月15日 或 2020-04-15。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = xyb_date_parse ("成立日期", cases[i].text, &error);
      g_assert_null (iso);
      g_assert_error (error, XYB_CORE_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
    }
}

static void
test_never_completed (void)
{
  static const char *const cases[]
    = { "2020年4月",   "2020",        "4月15日",     "15/4/2020", "2020-04/15",
        "2020-4-155",  "2020.4",      "20204",       "43936",     "2020-04-15 13:30",
        "2020-04-15x", "12020-04-15", "2020--04-15", "一二三" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = xyb_date_parse ("成立日期", cases[i], &error);
      g_test_message ("%s", cases[i]);
      g_assert_null (iso);
      g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE);
      g_assert_nonnull (strstr (error->message, "不是日期"));
    }
}

static void
test_is_valid (void)
{
  static const char *const no[]
    = { "",           "2020-4-15",  "2020-04-31", "2020/04/15", "2020-04-15 ", "1899-12-31",
        "2200-01-01", "2020-04-1a", "+020-04-15", "2020-13-01", "2021-02-29" };

  g_assert_false (xyb_date_is_valid (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (xyb_date_is_valid (no[i]));
  g_assert_true (xyb_date_is_valid ("2020-02-29"));
}

static void
test_format (void)
{
  static const char *const cases[][3] = {
    { "2020-04-15", "2020年4月15日", "4月15日" },
    { "2020-12-01", "2020年12月1日", "12月1日" },
    { NULL, "", "" },
    { "4月上旬", "4月上旬", "4月上旬" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *full = xyb_date_format (cases[i][0]);
      g_autofree char *brief = xyb_date_format_short (cases[i][0]);
      g_assert_cmpstr (full, ==, cases[i][1]);
      g_assert_cmpstr (brief, ==, cases[i][2]);
    }
}

static void
test_shift_year (void)
{
  static const struct
  {
    const char *iso;
    int years;
    const char *expected;
  } cases[] = {
    { "2020-04-15", 1, "2021-04-15" },  { "2020-04-15", 0, "2020-04-15" },
    { "2020-02-29", 1, "2021-02-28" },  { "2020-02-29", 4, "2024-02-29" },
    { "2020-02-29", -1, "2019-02-28" }, { "2021-02-28", -1, "2020-02-28" },
    { "2199-12-31", 1, NULL },          { "1900-01-01", -1, NULL },
    { "2020-04-15", G_MAXINT, NULL },   { "2020-04-15", G_MININT, NULL },
    { "2020-02-30", 1, NULL },          { NULL, 1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = xyb_date_shift_year (cases[i].iso, cases[i].years);
      g_assert_cmpstr (iso, ==, cases[i].expected);
    }
}

static void
test_days_between (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    int days;
  } cases[] = {
    { "2020-04-15", "2020-04-15", 0 },      { "2020-04-15", "2020-04-16", 1 },
    { "2020-04-16", "2020-04-15", -1 },     { "2020-02-28", "2020-03-01", 2 },
    { "2019-02-28", "2019-03-01", 1 },      { "2019-12-31", "2020-12-31", 366 },
    { "1900-01-01", "2199-12-31", 109572 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (xyb_date_days_between (cases[i].from, cases[i].to), ==, cases[i].days);
}

static void
test_year (void)
{
  static const char *const good[] = { "2020", " 2020年", "２０２０年度" };
  static const struct
  {
    const char *text;
    const char *sentence;
  } bad[] = {
    { "1899", "年份 1899 不在 1900—2199 之间，请核对。" },
    { "2200", "年份 2200 不在 1900—2199 之间，请核对。" },
    { "20", "年份 20 不在 1900—2199 之间，请核对。" },
    { "", "“”不是年份，请写成 2020 这样的四位数字。" },
    { "今年", "“今年”不是年份，请写成 2020 这样的四位数字。" },
    { "-2020", "“-2020”不是年份，请写成 2020 这样的四位数字。" },
    { "2020.5", "“2020.5”不是年份，请写成 2020 这样的四位数字。" },
    { "99999999999999999999", "“99999999999999999999”不是年份，请写成 2020 这样的四位数字。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      int year = 0;
      g_assert_true (xyb_year_parse (good[i], &year, NULL));
      g_assert_cmpint (year, ==, 2020);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      int year = 0;
      g_assert_false (xyb_year_parse (bad[i].text, &year, &error));
      g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE);
      g_assert_cmpstr (error->message, ==, bad[i].sentence);
    }
}

/* Every day of three hundred years, counted one by one. */
static void
test_every_day_round_trips (void)
{
  GDate day;
  int days = 0;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 1900);
  for (; g_date_get_year (&day) < 2200; g_date_add_days (&day, 1), days++)
    {
      g_autofree char *iso = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day),
                                              g_date_get_month (&day), g_date_get_day (&day));
      g_assert_true (xyb_date_is_valid (iso));
      g_assert_cmpint (xyb_date_days_between ("1900-01-01", iso), ==, days);
      g_autofree char *shown = xyb_date_format (iso);
      g_autofree char *again = xyb_date_parse ("日期", shown, NULL);
      g_assert_cmpstr (again, ==, iso);
    }
}

/* Tests and pictures choose their day. */
static void
test_today (void)
{
  g_autofree char *set = NULL;
  g_autofree char *refused = NULL;

  g_setenv ("XYB_TODAY", "2020-07-24", TRUE);
  set = xyb_date_today ();
  g_assert_cmpstr (set, ==, "2020-07-24");
  g_setenv ("XYB_TODAY", "2020-02-30", TRUE);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "*2020-02-30*");
  refused = xyb_date_today ();
  g_test_assert_expected_messages ();
  g_assert_true (xyb_date_is_valid (refused));
  g_assert_cmpstr (refused, !=, "2020-02-30");
  g_unsetenv ("XYB_TODAY");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/office-spellings-are-read", test_parse);
  g_test_add_func ("/date/impossible-days-are-refused", test_refuse);
  g_test_add_func ("/date/missing-parts-are-never-completed", test_never_completed);
  g_test_add_func ("/date/only-iso-is-valid", test_is_valid);
  g_test_add_func ("/date/printed-without-leading-zeros", test_format);
  g_test_add_func ("/date/leap-day-shifts-to-the-28th", test_shift_year);
  g_test_add_func ("/date/days-between", test_days_between);
  g_test_add_func ("/date/year-is-read-and-bounded", test_year);
  g_test_add_func ("/date/every-day-round-trips", test_every_day_round_trips);
  g_test_add_func ("/date/today-can-be-set", test_today);
  return g_test_run ();
}
