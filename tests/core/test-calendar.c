/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "track-fixture.h"

#include "xyb-calendar.h"
#include "xyb-core-error.h"

#define STAMP "20200401T080000Z"

static void
test_an_event (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autofree char *text = NULL;
  guint events = 0;

  text = xyb_calendar_text (plan, NULL, STAMP, &events);
  g_assert_cmpuint (events, ==, 6);
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  g_assert_true (g_str_has_suffix (text, "END:VEVENT\r\nEND:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (text, "UID:milestone-120202@xinyongban\r\n"
                                  "DTSTAMP:20200401T080000Z\r\n"
                                  "DTSTART;VALUE=DATE:20200415\r\n"
                                  "DTEND;VALUE=DATE:20200416\r\n"
                                  "SUMMARY:4月15日前 各区镇报送附件2\r\n"));
  g_assert_nonnull (strstr (text, "TRIGGER:-P30D\r\n"));
  g_assert_nonnull (strstr (text, "TRIGGER:-P7D\r\n"));
}

/* AMB-14: “X日前” without X is the day before; 上旬 is not touched by it and lasts ten days. */
static void
test_exclusive_and_range (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autofree char *text = NULL;

  plan->deadline_inclusive = FALSE;
  ((XybMilestone *) plan->milestones->pdata[0])->starts_on = g_strdup ("2020-04-01");
  ((XybMilestone *) plan->milestones->pdata[5])->due_on[5] = '1'; /* 2020-19-30: no day */
  text = xyb_calendar_text (plan, NULL, STAMP, NULL);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20200414\r\nDTEND;VALUE=DATE:20200415\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20200401\r\nDTEND;VALUE=DATE:20200411\r\n"));
  g_assert_null (strstr (text, "milestone-120206"));
}

/* RFC 5545 §3.1: 75 octets at most, and unfolding gives every character back. */
static void
test_folding (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  XybMilestone *milestone = plan->milestones->pdata[0];
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *unfolded = NULL;

  for (int i = 0; i < 60; i++)
    g_string_append (long_text, i % 7 == 0 ? "a,b;" : i % 5 == 0 ? "\\\n" : "确定名单");
  g_free (milestone->text);
  milestone->text = g_strdup (long_text->str);
  text = xyb_calendar_text (plan, NULL, STAMP, NULL);
  lines = g_strsplit (text, "\r\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }
  parts = g_strsplit (text, "\r\n ", -1);
  unfolded = g_strjoinv ("", parts);
  g_string_replace (long_text, "\\", "\\\\", 0);
  g_string_replace (long_text, "\n", "\\n", 0);
  g_string_replace (long_text, ",", "\\,", 0);
  g_string_replace (long_text, ";", "\\;", 0);
  expected = g_strdup_printf ("\r\nDESCRIPTION:%s\r\n", long_text->str);
  g_assert_nonnull (strstr (unfolded, expected));
}

static void
test_colours (void)
{
  static const struct
  {
    int days;
    XybWarningLevel usual;
    XybWarningLevel own;
  } cases[] = {
    { 31, XYB_WARNING_NONE, XYB_WARNING_NONE },  { 30, XYB_WARNING_BLUE, XYB_WARNING_NONE },
    { 15, XYB_WARNING_BLUE, XYB_WARNING_BLUE },  { 8, XYB_WARNING_BLUE, XYB_WARNING_BLUE },
    { 7, XYB_WARNING_YELLOW, XYB_WARNING_BLUE }, { 5, XYB_WARNING_YELLOW, XYB_WARNING_YELLOW },
    { 2, XYB_WARNING_YELLOW, XYB_WARNING_RED },  { 0, XYB_WARNING_YELLOW, XYB_WARNING_RED },
    { -1, XYB_WARNING_RED, XYB_WARNING_RED },
  };
  const XybWarningDays own = { 15, 5, 2 };
  const XybWarningDays wrong[] = { { 5, 5, 2 }, { 15, 2, 2 }, { 400, 5, 2 }, { 15, 5, -2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (xyb_warning_level (&xyb_warning_days_default, cases[i].days), ==,
                       cases[i].usual);
      g_assert_cmpint (xyb_warning_level (&own, cases[i].days), ==, cases[i].own);
    }
  g_assert_true (xyb_warning_days_check (&own, NULL));
  g_assert_cmpint (xyb_urgency_of_days (&own, -1), ==, XYB_URGENCY_OVERDUE);
  g_assert_cmpint (xyb_urgency_of_days (&own, 2), ==, XYB_URGENCY_URGENT);
  g_assert_cmpint (xyb_urgency_of_days (&own, 3), ==, XYB_URGENCY_NEAR);
  g_assert_cmpint (xyb_urgency_of_days (&own, 6), ==, XYB_URGENCY_PLAIN);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (xyb_warning_days_check (&wrong[i], &error));
      g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/an-event-a-milestone", test_an_event);
  g_test_add_func ("/calendar/exclusive-days-and-ranges", test_exclusive_and_range);
  g_test_add_func ("/calendar/folded-by-octets", test_folding);
  g_test_add_func ("/calendar/blue-yellow-red", test_colours);
  return g_test_run ();
}
