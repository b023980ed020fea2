/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* Values as they stand on the command line, and as they are shown. */

/**
 * xyb_cli_number_text:
 * @number: a count, or %XYB_UNSAID
 *
 * Returns: (transfer full): its digits; empty where nobody said (QUO-02)
 */
char *
xyb_cli_number_text (gint64 number)
{
  return number == XYB_UNSAID ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/**
 * xyb_cli_is_blank:
 * @text: (nullable): a value on the command line
 *
 * Returns: whether it says that a field is to be empty: 「空」, 「-」, 「blank」 or nothing
 */
gboolean
xyb_cli_is_blank (const char *text)
{
  static const char *const blanks[] = { "空", "-", "blank", NULL };

  return xyb_text_is_blank (text) || g_strv_contains (blanks, text);
}

/**
 * xyb_cli_parse_number:
 * @field: what the number is, for the sentence
 * @text: digits, or what xyb_cli_is_blank() takes for not said (QUO-02)
 * @out_number: (out): the count, or %XYB_UNSAID
 */
gboolean
xyb_cli_parse_number (const char *field, const char *text, gint64 *out_number, GError **error)
{
  if (xyb_cli_is_blank (text))
    {
      *out_number = XYB_UNSAID;
      return TRUE;
    }
  return xyb_count_parse (field, text, G_MAXINT32, out_number, error);
}

/**
 * xyb_cli_take_text:
 * @field: (inout): a text of a record
 * @given: (nullable): what the command line says; %NULL leaves @field alone
 */
void
xyb_cli_take_text (char **field, const char *given)
{
  if (given == NULL)
    return;
  g_free (*field);
  *field = g_strdup (given);
}

/**
 * xyb_cli_take_date:
 * @field: (inout): an ISO date of a record
 * @given: (nullable): what the command line says; %NULL leaves @field alone, blank clears it
 * @name: what the date is, for the sentence
 */
gboolean
xyb_cli_take_date (char **field, const char *given, const char *name, GError **error)
{
  if (given == NULL)
    return TRUE;
  g_clear_pointer (field, g_free);
  if (xyb_cli_is_blank (given))
    return TRUE;
  *field = xyb_date_parse (name, given, error);
  return *field != NULL;
}

/**
 * xyb_cli_take_headcount:
 * @field: (inout): 职工人数 of a record
 * @given: (nullable): what the command line says; %NULL leaves @field alone, blank clears it
 */
gboolean
xyb_cli_take_headcount (gint64 *field, const char *given, GError **error)
{
  if (given == NULL)
    return TRUE;
  *field = XYB_UNSAID;
  return xyb_cli_is_blank (given)
         || xyb_count_parse (_ ("职工人数"), given, XYB_MAX_HEADCOUNT, field, error);
}

/**
 * xyb_cli_open_plan:
 * @year: (nullable): the --year option
 * @out_store: (out) (transfer full): the office, read-only
 *
 * Returns: (transfer full): the year's plan
 */
XybPlan *
xyb_cli_open_plan (XybCli *self, const char *year, XybStore **out_store, GError **error)
{
  int number;

  if (!xyb_cli_need_year (year, &number, error))
    return NULL;
  *out_store = xyb_cli_open_to_read (self, error);
  return *out_store == NULL ? NULL : xyb_plan_store_get (*out_store, number, error);
}
