/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "xyb-xlsx-styles.h"

static void
test_formats (void)
{
  static const struct
  {
    const char *code;
    gboolean date;
  } cases[] = {
    { "General", FALSE },
    { "0.00", FALSE },
    { "0.00E+00", FALSE },
    { "#,##0;[Red]-#,##0", FALSE },
    { "0\"万元\"", FALSE },
    { "General\"万元\"", FALSE },
    { "0.0\"day\"", FALSE },
    { "0\\d", FALSE },
    { "[Red]0", FALSE },
    { "_-* #,##0_d", FALSE },
    { "@", FALSE },
    { "", FALSE },
    { "[h]:mm", FALSE },
    { "[$-804]0", FALSE },
    { "0;yyyy", FALSE },
    { "\"unclosed", FALSE },
    { "[unclosed", FALSE },
    { "yyyy-mm-dd", TRUE },
    { "yyyy\"年\"m\"月\"d\"日\";@", TRUE },
    { "[$-804]yyyy/m/d", TRUE },
    { "h:mm AM/PM", TRUE },
    { "MMM-YY", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (xyb_number_format_is_date (cases[i].code), ==, cases[i].date);
    }
}

static void
test_serials (void)
{
  static const struct
  {
    double serial;
    gboolean epoch_1904;
    const char *iso;
  } cases[] = {
    { 43936, FALSE, "2020-04-15" },
    { 43936.5, FALSE, "2020-04-15T12:00:00" },
    { 42474, TRUE, "2020-04-15" },
    { 1, FALSE, "1900-01-01" },
    { 59, FALSE, "1900-02-28" },
    { 60, FALSE, NULL }, /* Excel's 1900-02-29 */
    { 61, FALSE, "1900-03-01" },
    { 0.75, FALSE, "18:00:00" },
    { 0, TRUE, "1904-01-01" },
    { 43935.9999999, FALSE, "2020-04-15" }, /* half a second is no yesterday */
    { 2958465, FALSE, "9999-12-31" },
    { 2958466, FALSE, NULL },
    { 2958465, TRUE, NULL },
    { -1, FALSE, NULL },
    { 1e300, FALSE, NULL },
    { __builtin_nan (""), FALSE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = xyb_serial_to_iso (cases[i].serial, cases[i].epoch_1904);

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/dates/told-by-the-number-format", test_formats);
  g_test_add_func ("/xlsx/dates/serials-are-days", test_serials);
  return g_test_run ();
}
