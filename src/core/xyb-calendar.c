/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-calendar.h"

#include <inttypes.h>
#include <string.h>

#include "xyb-core-error.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-timeline.h"

#define MAX_DAYS 366

/* As the rest of the program counts: listed, near, over. */
const XybWarningDays xyb_warning_days_default = { XYB_AHEAD_DAYS, XYB_NEAR_DAYS, -1 };

/**
 * xyb_warning_days_check:
 * @self: three numbers a clerk has set
 * @error: return location for %XYB_CORE_ERROR_INVALID_NUMBER
 *
 * Returns: whether blue comes before yellow and yellow before red
 */
gboolean
xyb_warning_days_check (const XybWarningDays *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->red >= -1 && self->yellow > self->red && self->blue > self->yellow
      && self->blue <= MAX_DAYS)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_NUMBER,
               _ ("提醒天数要蓝色大于黄色、黄色大于红色，最多 %d 天，请更正。"), MAX_DAYS);
  return FALSE;
}

/**
 * xyb_warning_level:
 * @self: from how many days
 * @days_left: until the last day, negative after it
 *
 * Returns: its colour
 */
XybWarningLevel
xyb_warning_level (const XybWarningDays *self, int days_left)
{
  g_return_val_if_fail (self != NULL, XYB_WARNING_NONE);

  if (days_left <= self->red)
    return XYB_WARNING_RED;
  if (days_left <= self->yellow)
    return XYB_WARNING_YELLOW;
  return days_left <= self->blue ? XYB_WARNING_BLUE : XYB_WARNING_NONE;
}

static const char *const level_keys[] = { "none", "blue", "yellow", "red" };
static const char *const level_names[] = { "", N_ ("蓝"), N_ ("黄"), N_ ("红") };

/* Its name in JSON. */
const char *
xyb_warning_level_key (XybWarningLevel level)
{
  return (guint) level < G_N_ELEMENTS (level_keys) ? level_keys[level] : NULL;
}

/* 蓝, 黄 or 红; "" for none. */
const char *
xyb_warning_level_name (XybWarningLevel level)
{
  if (level == XYB_WARNING_NONE || (guint) level >= G_N_ELEMENTS (level_names))
    return "";
  return _ (level_names[level]);
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
 * @days: (nullable): when to remind; %NULL for the default
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
      append_event (text, plan, milestone, days != NULL ? days : &xyb_warning_days_default, stamp);
      events++;
    }
  append_line (text, "END:VCALENDAR");
  if (out_events != NULL)
    *out_events = events;
  return g_string_free (text, FALSE);
}
