/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-number-format.h"

#include <math.h>
#include <string.h>

#include "xyb-text.h"

#define GENERAL "General"

static gboolean
is_placeholder (char c)
{
  return c == '#' || c == '0' || c == '?';
}

/* Past General or #,##0.00; NULL where there is no such thing, or it counts in thousands: what is
 * shown then is not what the cell holds. */
static const char *
skip_number (const char *p)
{
  const char *start = p;
  gboolean point = FALSE;

  if (g_ascii_strncasecmp (p, GENERAL, strlen (GENERAL)) == 0)
    return p + strlen (GENERAL);
  while (is_placeholder (*p) || (*p == ',' && is_placeholder (p[1])) || (*p == '.' && !point))
    {
      point = point || *p == '.';
      p++;
    }
  return p > start && *p != ',' ? p : NULL;
}

/* One piece of what stands behind the number. NULL: it is no text. */
static const char *
take_literal (const char *p, GString *literal)
{
  const char *end;

  switch (*p)
    {
    case '"':
      end = strchr (p + 1, '"');
      if (end == NULL)
        return NULL;
      g_string_append_len (literal, p + 1, end - p - 1);
      return end + 1;
    case '_': /* as wide as the next character */
    case '*': /* filled up with it */
      return p[1] != '\0' ? g_utf8_next_char (p + 1) : p + 1;
    case '\\':
    case '!':
      p++;
      break;
    case ' ':
      return p + 1;
    default:
      if ((guchar) *p < 0x80)
        return NULL;
    }
  end = *p != '\0' ? g_utf8_next_char (p) : p;
  g_string_append_len (literal, p, end - p);
  return end;
}

static XybMoneyUnit
unit_of (const char *text)
{
  g_autofree char *clean = xyb_text_normalise (text);

  return xyb_money_unit_from_name (clean);
}

/**
 * xyb_number_format_unit:
 * @code: a number format, as `General"万元"` or `#,##0.00万元`; valid UTF-8
 *
 * Returns: the unit of money its first section writes behind a number that it leaves as it is;
 *   %XYB_MONEY_UNIT_UNSAID for every other format
 */
XybMoneyUnit
xyb_number_format_unit (const char *code)
{
  g_autoptr (GString) literal = g_string_new (NULL);
  const char *p = skip_number (code);

  while (p != NULL && *p != '\0' && *p != ';')
    p = take_literal (p, literal);
  return p != NULL ? unit_of (literal->str) : XYB_MONEY_UNIT_UNSAID;
}

/**
 * xyb_number_shown_unit:
 * @shown: (nullable): what a cell shows: 12,000万元
 * @number: what it holds
 *
 * Returns: the unit of money behind the number, where it is the number the cell holds, perhaps
 *   rounded; else %XYB_MONEY_UNIT_UNSAID
 */
XybMoneyUnit
xyb_number_shown_unit (const char *shown, double number)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = shown;
  const char *point;
  double half = 0.5;

  if (shown == NULL)
    return XYB_MONEY_UNIT_UNSAID;
  for (; g_ascii_isdigit (*p) || *p == '.' || *p == ',' || *p == '-'; p++)
    if (*p != ',')
      g_string_append_c (digits, *p);
  point = strchr (digits->str, '.');
  for (const char *q = point; q != NULL && q[1] != '\0'; q++)
    half /= 10;
  if (digits->len == 0
      || fabs (g_ascii_strtod (digits->str, NULL) - number) > half + fabs (number) * 1e-14)
    return XYB_MONEY_UNIT_UNSAID;
  return unit_of (p);
}
