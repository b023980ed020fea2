/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-date.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

#define ISO_LENGTH 10
#define EXCERPT_CHARS 20

typedef struct
{
  int year;
  int month;
  int day;
} Parts;

static int
days_in_month (int year, int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

static gboolean
parts_are_valid (const Parts *parts)
{
  return parts->year >= XYB_YEAR_MIN && parts->year <= XYB_YEAR_MAX && parts->month >= 1
         && parts->month <= 12 && parts->day >= 1
         && parts->day <= days_in_month (parts->year, parts->month);
}

static char *
parts_to_iso (const Parts *parts)
{
  return g_strdup_printf ("%04d-%02d-%02d", parts->year, parts->month, parts->day);
}

/* Exactly YYYY-MM-DD, no other spelling. */
static gboolean
read_iso (const char *iso, Parts *out_parts)
{
  if (iso == NULL || strlen (iso) != ISO_LENGTH || iso[4] != '-' || iso[7] != '-')
    return FALSE;
  for (int i = 0; i < ISO_LENGTH; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (iso[i]))
      return FALSE;
  sscanf (iso, "%4d-%2d-%2d", &out_parts->year, &out_parts->month, &out_parts->day);
  return parts_are_valid (out_parts);
}

/**
 * xyb_year_check:
 * @year: a year
 * @error: return location for %XYB_CORE_ERROR_INVALID_DATE
 *
 * Returns: whether @year is between %XYB_YEAR_MIN and %XYB_YEAR_MAX
 */
gboolean
xyb_year_check (gint64 year, GError **error)
{
  if (year >= XYB_YEAR_MIN && year <= XYB_YEAR_MAX)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
               _ ("年份 %" PRId64 " 不在 %d—%d 之间，请核对。"), year, XYB_YEAR_MIN, XYB_YEAR_MAX);
  return FALSE;
}

/**
 * xyb_year_parse:
 * @text: (nullable): 2020, 2020年, 2020年度, full width or not
 * @out_year: (out): the year
 * @error: return location for %XYB_CORE_ERROR_INVALID_DATE
 *
 * Returns: whether @text is a year that can be used
 */
gboolean
xyb_year_parse (const char *text, int *out_year, GError **error)
{
  g_return_val_if_fail (out_year != NULL, FALSE);

  g_autofree char *key = xyb_text_key (text);
  gsize digits = strspn (key, "0123456789");
  const char *tail = key + digits;
  if (digits < 1 || digits > 9
      || (*tail != '\0' && !g_str_equal (tail, "年") && !g_str_equal (tail, "年度")))
    {
      g_autofree char *excerpt = xyb_text_excerpt (text, EXCERPT_CHARS);
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                   _ ("“%s”不是年份，请写成 2020 这样的四位数字。"), excerpt);
      return FALSE;
    }
  gint64 year = g_ascii_strtoll (key, NULL, 10);
  if (!xyb_year_check (year, error))
    return FALSE;
  *out_year = (int) year;
  return TRUE;
}

/**
 * xyb_date_is_valid:
 * @iso: (nullable): text
 *
 * Returns: whether @iso is an existing day written YYYY-MM-DD, years 1900–2199
 */
gboolean
xyb_date_is_valid (const char *iso)
{
  Parts parts;
  return read_iso (iso, &parts);
}

/* Reads up to @max_digits digits at *@p; FALSE where there is none. */
static gboolean
take_number (const char **p, int max_digits, int *out_number)
{
  int digits = 0;
  int number = 0;
  for (; digits < max_digits && g_ascii_isdigit (**p); digits++, (*p)++)
    number = number * 10 + (**p - '0');
  *out_number = number;
  return digits > 0 && !g_ascii_isdigit (**p);
}

static gboolean
take_text (const char **p, const char *text)
{
  if (!g_str_has_prefix (*p, text))
    return FALSE;
  *p += strlen (text);
  return TRUE;
}

static gboolean
read_chinese (const char *p, Parts *out)
{
  if (!take_number (&p, 4, &out->year) || !take_text (&p, "年") || !take_number (&p, 2, &out->month)
      || !take_text (&p, "月") || !take_number (&p, 2, &out->day))
    return FALSE;
  if (!take_text (&p, "日"))
    take_text (&p, "号");
  return *p == '\0';
}

static gboolean
read_separated (const char *p, const char *separator, Parts *out)
{
  return take_number (&p, 4, &out->year) && take_text (&p, separator)
         && take_number (&p, 2, &out->month) && take_text (&p, separator)
         && take_number (&p, 2, &out->day) && *p == '\0';
}

static gboolean
read_compact (const char *p, Parts *out)
{
  if (strlen (p) != 8 || strspn (p, "0123456789") != 8)
    return FALSE;
  sscanf (p, "%4d%2d%2d", &out->year, &out->month, &out->day);
  return TRUE;
}

/* A cell that holds a day often comes with midnight behind it; any other hour is kept and so
 * refused. */
static void
cut_midnight (char *text)
{
  static const char *const hours[] = { "0:00", "00:00", "0:00:00", "00:00:00", "00:00:00.000" };
  char *hour = strpbrk (text, " T");
  if (hour == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (hours); i++)
    if (g_str_equal (hour + 1, hours[i]))
      *hour = '\0';
}

static gboolean
read_any (const char *text, Parts *out)
{
  g_autofree char *normal = xyb_text_normalise (text);
  cut_midnight (normal);
  g_autofree char *key = xyb_text_key (normal);
  return read_chinese (key, out) || read_separated (key, "-", out) || read_separated (key, "/", out)
         || read_separated (key, ".", out) || read_compact (key, out);
}

static void
refuse_form (const char *field, const char *text, GError **error)
{
  g_autofree char *excerpt = xyb_text_excerpt (text, EXCERPT_CHARS);
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
               _ ("%s“%s”不是日期，请写成 2020年4月15日 或 2020-04-15。"), field, excerpt);
}

static void
refuse_day (const char *field, const Parts *parts, GError **error)
{
  if (parts->month < 1 || parts->month > 12)
    g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                 _ ("%s没有 %d 月这个月份，请核对。"), field, parts->month);
  else
    g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                 _ ("%s没有这一天：%d年%d月只有 %d 天，填的是 %d 日，请核对。"), field, parts->year,
                 parts->month, days_in_month (parts->year, parts->month), parts->day);
}

/**
 * xyb_date_parse:
 * @field: the field's name, as the clerk knows it
 * @text: (nullable): 2020-04-15, 2020年4月15日, 2020.4.15, 2020/4/15 or 20200415, full width or
 *   not, midnight behind it or not
 * @error: return location for %XYB_CORE_ERROR_INVALID_DATE, or %XYB_CORE_ERROR_EMPTY where @text
 *   is blank: ask xyb_text_is_placeholder() first where the field may be
 *
 * Two-digit years and dates without a day are refused, never completed.
 *
 * Returns: (transfer full): the day as YYYY-MM-DD, or %NULL
 */
char *
xyb_date_parse (const char *field, const char *text, GError **error)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (xyb_text_is_blank (text))
    {
      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY,
                   _ ("%s没有填写，请写成 2020年4月15日 或 2020-04-15。"), field);
      return NULL;
    }
  Parts parts = { 0 };
  if (!read_any (text, &parts))
    {
      refuse_form (field, text, error);
      return NULL;
    }
  if (!xyb_year_check (parts.year, error))
    {
      g_prefix_error (error, _ ("%s的"), field);
      return NULL;
    }
  if (!parts_are_valid (&parts))
    {
      refuse_day (field, &parts, error);
      return NULL;
    }
  return parts_to_iso (&parts);
}

/**
 * xyb_date_format:
 * @iso: (nullable): a day as YYYY-MM-DD
 *
 * As official papers write it: 2020年4月15日, no leading zeros (GB/T 9704). Never translated: it
 * is printed, and xyb_date_parse() reads it back.
 *
 * Returns: (transfer full): the day, "" for %NULL; what is no day is returned unchanged
 */
char *
xyb_date_format (const char *iso)
{
  Parts parts;
  if (!read_iso (iso, &parts))
    return g_strdup (iso != NULL ? iso : "");
  return g_strdup_printf ("%d年%d月%d日", parts.year, parts.month, parts.day);
}

/**
 * xyb_date_format_short:
 * @iso: (nullable): a day as YYYY-MM-DD
 *
 * Returns: (transfer full): the day without its year, 4月15日; otherwise as xyb_date_format()
 */
char *
xyb_date_format_short (const char *iso)
{
  Parts parts;
  if (!read_iso (iso, &parts))
    return g_strdup (iso != NULL ? iso : "");
  return g_strdup_printf ("%d月%d日", parts.month, parts.day);
}

/**
 * xyb_date_shift_year:
 * @iso: (nullable): a day as YYYY-MM-DD
 * @years: years to add, may be negative
 *
 * The same day of another year, for a plan that is copied (§6). 2月29日 becomes 2月28日 where the
 * year has no such day.
 *
 * Returns: (transfer full) (nullable): the day, or %NULL where @iso is no day or the year is
 *   beyond 1900–2199
 */
char *
xyb_date_shift_year (const char *iso, int years)
{
  Parts parts;
  if (!read_iso (iso, &parts))
    return NULL;
  gint64 year = (gint64) parts.year + years;
  if (!xyb_year_check (year, NULL))
    return NULL;
  parts.year = (int) year;
  parts.day = MIN (parts.day, days_in_month (parts.year, parts.month));
  return parts_to_iso (&parts);
}

/**
 * xyb_date_shift_month:
 * @iso: (nullable): a day as YYYY-MM-DD
 * @months: months to add, may be negative
 *
 * The same day of another month, for a term of months (《民法典》第二百零二条): its last day where
 * it has no such day, so 8月31日 and six months is 2月28日 or 29日.
 *
 * Returns: (transfer full) (nullable): the day, or %NULL where @iso is no day or the year is
 *   beyond 1900–2199
 */
char *
xyb_date_shift_month (const char *iso, int months)
{
  Parts parts;
  gint64 count;

  if (!read_iso (iso, &parts))
    return NULL;
  count = (gint64) parts.year * 12 + parts.month - 1 + months;
  if (count < 0 || !xyb_year_check (count / 12, NULL))
    return NULL;
  parts.year = (int) (count / 12);
  parts.month = (int) (count % 12) + 1;
  parts.day = MIN (parts.day, days_in_month (parts.year, parts.month));
  return parts_to_iso (&parts);
}

/**
 * xyb_date_shift_day:
 * @iso: (nullable): a day as YYYY-MM-DD
 * @days: days to add, may be negative
 *
 * Returns: (transfer full) (nullable): the day, or %NULL where @iso is no day or the year is
 *   beyond 1900–2199
 */
char *
xyb_date_shift_day (const char *iso, int days)
{
  Parts parts;
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) shifted = NULL;

  if (!read_iso (iso, &parts))
    return NULL;
  day = g_date_time_new_utc (parts.year, parts.month, parts.day, 0, 0, 0);
  shifted = g_date_time_add_days (day, days);
  if (shifted == NULL || !xyb_year_check (g_date_time_get_year (shifted), NULL))
    return NULL;
  g_date_time_get_ymd (shifted, &parts.year, &parts.month, &parts.day);
  return parts_to_iso (&parts);
}

static guint32
julian_day (const Parts *parts)
{
  GDate date;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) parts->day, (GDateMonth) parts->month, (GDateYear) parts->year);
  return g_date_get_julian (&date);
}

/**
 * xyb_date_days_between:
 * @from: a day as YYYY-MM-DD
 * @to: a day as YYYY-MM-DD
 *
 * Returns: days from @from to @to, negative where @to is earlier; 0 for the same day
 */
int
xyb_date_days_between (const char *from, const char *to)
{
  Parts a;
  Parts b;
  g_return_val_if_fail (read_iso (from, &a), 0);
  g_return_val_if_fail (read_iso (to, &b), 0);
  return (int) ((gint64) julian_day (&b) - (gint64) julian_day (&a));
}

/**
 * xyb_date_today:
 *
 * The local day. For tests and pictures only, the environment variable `XYB_TODAY` (YYYY-MM-DD)
 * sets another one; what is no day there is said on standard error and not used.
 *
 * Returns: (transfer full): today as YYYY-MM-DD
 */
char *
xyb_date_today (void)
{
  const char *set = g_getenv ("XYB_TODAY");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (set != NULL && xyb_date_is_valid (set))
    return g_strdup (set);
  if (set != NULL && *set != '\0')
    g_warning ("XYB_TODAY=%s is no day", set);
  return g_date_time_format (now, "%Y-%m-%d");
}
