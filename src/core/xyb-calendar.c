/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-calendar.h"

#include <inttypes.h>
#include <string.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-timeline.h"

/**
 * xyb_plan_warning_days:
 * @plan: (nullable): a plan
 *
 * Returns: from how many days on its dates warn: its own numbers, the default where it says none
 */
XybWarningDays
xyb_plan_warning_days (const XybPlan *plan)
{
  XybWarningDays days = xyb_warning_days_default;

  if (plan == NULL)
    return days;
  if (plan->warn_blue != XYB_UNSAID)
    days.blue = (int) plan->warn_blue;
  if (plan->warn_yellow != XYB_UNSAID)
    days.yellow = (int) plan->warn_yellow;
  if (plan->warn_red != XYB_UNSAID)
    days.red = (int) plan->warn_red;
  return days;
}

/**
 * xyb_plan_level:
 * @plan: (nullable): a plan
 * @days_left: until the last day, negative after it
 *
 * Returns: its colour in the year of @plan
 */
XybWarningLevel
xyb_plan_level (const XybPlan *plan, int days_left)
{
  const XybWarningDays days = xyb_plan_warning_days (plan);

  return xyb_warning_level (&days, days_left);
}

/**
 * xyb_plan_urgency:
 * @plan: (nullable): a plan
 * @days_left: until the last day, negative after it
 *
 * Returns: how urgent that is in the year of @plan
 */
XybUrgency
xyb_plan_urgency (const XybPlan *plan, int days_left)
{
  const XybWarningDays days = xyb_plan_warning_days (plan);

  return xyb_urgency_of_days (&days, days_left);
}

/* ---- RFC 5545 ---- */

#define FOLD_OCTETS 75

/* §3.1: no line longer than 75 octets without its end, and no character torn apart: the
 * continuation begins with a space, which is one of its octets. */
static void
append_line (GString *text, const char *line)
{
  gsize room = FOLD_OCTETS;

  for (const char *p = line; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      gsize size = (gsize) (next - p);

      if (size > room)
        {
          g_string_append (text, "\r\n ");
          room = FOLD_OCTETS - 1;
        }
      g_string_append_len (text, p, (gssize) size);
      room -= size;
      p = next;
    }
  g_string_append (text, "\r\n");
}

/* §3.3.11 TEXT. */
static void
append_text (GString *text, const char *name, const char *value)
{
  g_autoptr (GString) line = g_string_new (name);

  g_string_append_c (line, ':');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append (line, "\\n");
      else if (*p != '\r')
        {
          if (*p == '\\' || *p == ';' || *p == ',')
            g_string_append_c (line, '\\');
          g_string_append_c (line, *p);
        }
    }
  append_line (text, line->str);
}

/* A DATE; DTEND is the day behind the last one (§3.6.1). */
static void
append_day (GString *text, const char *name, const char *iso, int shift)
{
  g_autofree char *day = xyb_date_shift_day (iso, shift);
  g_autofree char *line = NULL;

  if (day == NULL)
    return;
  line = g_strdup_printf ("%s;VALUE=DATE:%.4s%.2s%.2s", name, day, day + 5, day + 8);
  append_line (text, line);
}

static void
append_alarm (GString *text, int days, const char *what)
{
  g_autofree char *trigger = g_strdup_printf ("TRIGGER:-P%dD", days);

  append_line (text, "BEGIN:VALARM");
  append_line (text, "ACTION:DISPLAY");
  append_text (text, "DESCRIPTION", what);
  append_line (text, trigger);
  append_line (text, "END:VALARM");
}

static gboolean
is_before (const XybPlan *plan, const XybMilestone *milestone)
{
  return !plan->deadline_inclusive && milestone->date_text != NULL
         && g_str_has_suffix (milestone->date_text, "前");
}

static gboolean
is_range (const XybMilestone *milestone)
{
  return milestone->starts_on != NULL && strcmp (milestone->starts_on, milestone->due_on) < 0;
}

/* What lasts is an event of many days; what is due is its last day. An alarm counts from the
 * beginning of the event. */
static void
append_event (GString *text,
              const XybPlan *plan,
              const XybMilestone *milestone,
              const XybWarningDays *days,
              const char *stamp)
{
  int shift = is_before (plan, milestone) ? -1 : 0;
  g_autofree char *uid = g_strdup_printf ("UID:milestone-%" PRId64 "@xinyongban", milestone->id);
  g_autofree char *stamp_line = g_strdup_printf ("DTSTAMP:%s", stamp);
  g_autofree char *date = xyb_milestone_date_words (milestone);
  g_autofree char *summary = g_strdup_printf ("%s %s", date, xyb_milestone_short_text (milestone));
  g_autofree char *full = milestone->actor != NULL
                            ? g_strdup_printf ("%s：%s", milestone->actor, milestone->text)
                            : g_strdup (milestone->text);

  append_line (text, "BEGIN:VEVENT");
  append_line (text, uid);
  append_line (text, stamp_line);
  append_day (text, "DTSTART", is_range (milestone) ? milestone->starts_on : milestone->due_on,
              is_range (milestone) ? 0 : shift);
  append_day (text, "DTEND", milestone->due_on, shift + 1);
  append_text (text, "SUMMARY", summary);
  append_text (text, "DESCRIPTION", full);
  append_line (text, "TRANSP:TRANSPARENT");
  append_alarm (text, days->blue, summary);
  append_alarm (text, days->yellow, summary);
  if (days->red >= 0)
    append_alarm (text, days->red, summary);
  append_line (text, "END:VEVENT");
}

/**
 * xyb_calendar_text:
 * @plan: a plan; its milestones have their ids
 * @days: (nullable): when to remind; %NULL for what the plan says
 * @stamp: when the file was made, 20200401T080000Z
 * @out_events: (out) (optional): how many milestones it holds
 *
 * The dates of the year as iCalendar (RFC 5545), to be imported into another calendar: an event of
 * whole days each, the same UID every time, so that a second import replaces the first.
 *
 * Returns: (transfer full): the text, lines ended by CR LF
 */
char *
xyb_calendar_text (const XybPlan *plan,
                   const XybWarningDays *days,
                   const char *stamp,
                   guint *out_events)
{
  const XybWarningDays own = xyb_plan_warning_days (plan);
  GString *text = g_string_new (NULL);
  guint events = 0;

  g_return_val_if_fail (plan != NULL && stamp != NULL, g_string_free (text, FALSE));

  append_line (text, "BEGIN:VCALENDAR");
  append_line (text, "VERSION:2.0");
  append_line (text, "PRODID:-//xinyongban//Desk//ZH");
  append_line (text, "CALSCALE:GREGORIAN");
  append_line (text, "METHOD:PUBLISH");
  append_text (text, "X-WR-CALNAME", plan->title);
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      const XybMilestone *milestone = plan->milestones->pdata[i];

      if (milestone->due_on == NULL || !xyb_date_is_valid (milestone->due_on))
        continue;
      append_event (text, plan, milestone, days != NULL ? days : &own, stamp);
      events++;
    }
  append_line (text, "END:VCALENDAR");
  if (out_events != NULL)
    *out_events = events;
  return g_string_free (text, FALSE);
}
