/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-moment.h"

static void
test_words (void)
{
  static const char *const cases[][3] = {
    { "2026-11-25 15:42:10", "2026-11-25", "今天 15:42" },
    { "2026-11-24 00:05:00", "2026-11-25", "昨天 00:05" },
    { "2025-12-31 23:59:59", "2026-01-01", "昨天 23:59" },
    { "2026-03-01 08:00:00", "2026-11-25", "3月1日 08:00" },
    { "2019-11-24 08:30:00", "2026-11-25", "2019年11月24日 08:30" },
    { "2026-11-26 08:30:00", "2026-11-25", "11月26日 08:30" }, /* a clock that was wrong */
    { "不详", "2026-11-25", "不详" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = xyb_moment_words (cases[i][0], cases[i][1]);

      g_assert_cmpstr (words, ==, cases[i][2]);
    }
}

static void
test_periods (void)
{
  static const struct
  {
    XybPeriod period;
    const char *today;
    const char *start;
  } cases[] = {
    { XYB_PERIOD_ALL, "2026-11-25", NULL },
    { XYB_PERIOD_TODAY, "2026-11-25", "2026-11-25" },
    { XYB_PERIOD_WEEK, "2026-11-25", "2026-11-23" }, /* a Wednesday */
    { XYB_PERIOD_WEEK, "2026-11-23", "2026-11-23" },
    { XYB_PERIOD_WEEK, "2026-11-29", "2026-11-23" },
    { XYB_PERIOD_WEEK, "2026-01-01", "2025-12-29" },
    { XYB_PERIOD_MONTH, "2026-11-25", "2026-11-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *start = xyb_period_start (cases[i].period, cases[i].today);

      g_assert_cmpstr (start, ==, cases[i].start);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moment/words", test_words);
  g_test_add_func ("/moment/weeks-begin-on-monday", test_periods);
  return g_test_run ();
}
