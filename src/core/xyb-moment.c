/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-moment.h"

#include <stdio.h>
#include <string.h>

#include "xyb-date.h"
#include "xyb-i18n.h"

#define DAY_CHARS 10 /* YYYY-MM-DD */

/* 15:42 of “2020-11-24 15:42:10”; "" where there is none. */
static char *
clock_of (const char *time)
{
  return strlen (time) >= DAY_CHARS + 6 ? g_strndup (time + DAY_CHARS + 1, 5) : g_strdup ("");
}

/**
 * xyb_moment_words:
 * @time: local time, YYYY-MM-DD HH:MM:SS
 * @today: ISO date
 *
 * Returns: (transfer full): 今天 15:42、昨天 15:42、11月24日 15:42、2019年11月24日 15:42; @time
 * itself where it is none
 */
char *
xyb_moment_words (const char *time, const char *today)
{
  g_autofree char *day = g_strndup (time, DAY_CHARS);
  g_autofree char *clock = clock_of (time);
  int year, month, date, days;

  if (!xyb_date_is_valid (day) || !xyb_date_is_valid (today)
      || sscanf (day, "%d-%d-%d", &year, &month, &date) != 3)
    return g_strdup (time);
  days = xyb_date_days_between (day, today);
  if (days == 0)
    return g_strdup_printf (_ ("今天 %s"), clock);
  if (days == 1)
    return g_strdup_printf (_ ("昨天 %s"), clock);
  if (strncmp (day, today, 4) == 0)
    return g_strdup_printf (_ ("%d月%d日 %s"), month, date, clock);
  return g_strdup_printf (_ ("%d年%d月%d日 %s"), year, month, date, clock);
}

/**
 * xyb_period_start:
 * @period: which days
 * @today: ISO date
 *
 * Returns: (transfer full) (nullable): the first day of @period that @today lies in; %NULL for all
 */
char *
xyb_period_start (XybPeriod period, const char *today)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) monday = NULL;
  int year, month, date;

  if (period == XYB_PERIOD_ALL || sscanf (today, "%d-%d-%d", &year, &month, &date) != 3)
    return NULL;
  if (period == XYB_PERIOD_TODAY)
    return g_strdup (today);
  if (period == XYB_PERIOD_MONTH)
    return g_strdup_printf ("%04d-%02d-01", year, month);
  day = g_date_time_new_utc (year, month, date, 0, 0, 0);
  monday = day != NULL ? g_date_time_add_days (day, 1 - g_date_time_get_day_of_week (day)) : NULL;
  return monday != NULL ? g_date_time_format (monday, "%Y-%m-%d") : NULL;
}
