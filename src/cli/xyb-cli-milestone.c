/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-calendar.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-overview-store.h"
#include "xyb-safe-file.h"
#include "xyb-timeline.h"

/* milestone list: the dates of a year, and a calendar file of them. */

static struct
{
  char *year;
  char *today;
  char *blue;
  char *yellow;
  char *red;
} options;

static gboolean
take_days (const char *given, int *days, GError **error)
{
  gint64 number = 0;

  if (given == NULL)
    return TRUE;
  if (!xyb_cli_parse_number (_ ("提醒天数"), given, &number, error))
    return FALSE;
  *days = number == XYB_UNSAID ? -1 : (int) number;
  return TRUE;
}

/* What is done warns of nothing. */
static void
print_list (XybCli *cli, const XybOverview *overview, const XybWarningDays *days)
{
  const XybPlan *plan = overview->plan;
  static const char *const heads[] = { N_ ("时限"), N_ ("事项"), N_ ("提醒"), N_ ("还有"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "llll");
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      const XybMilestone *milestone = plan->milestones->pdata[i];
      int left = 0;
      gboolean dated
        = xyb_milestone_state (milestone, overview->today, plan->deadline_inclusive, &left)
          != XYB_MILESTONE_UNDATED;
      gboolean done = xyb_overview_milestone_is_done (overview, milestone);
      XybWarningLevel level = dated && !done ? xyb_warning_level (days, left) : XYB_WARNING_NONE;
      g_autofree char *words = done    ? g_strdup (_ ("已完成"))
                               : dated ? xyb_days_words (left)
                                       : g_strdup ("");
      g_autofree char *date = xyb_milestone_date_words (milestone);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "key", milestone->key);
      xyb_cli_json_text (json, "text", milestone->text);
      xyb_cli_json_text (json, "date_text", milestone->date_text);
      xyb_cli_json_text (json, "due_on", milestone->due_on);
      xyb_cli_json_int (json, "days_left", dated ? left : XYB_UNSAID);
      json_builder_set_member_name (json, "done");
      json_builder_add_boolean_value (json, done);
      xyb_cli_json_text (json, "level", xyb_warning_level_key (level));
      json_builder_end_object (json);
      xyb_cli_table_add (table, date, xyb_milestone_short_text (milestone),
                         xyb_warning_level_name (level), words, NULL);
    }
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  else
    xyb_cli_table_print (table);
}

static gboolean
write_calendar (XybCli *cli, const XybPlan *plan, const XybWarningDays *days, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *text = xyb_calendar_text (plan, days, stamp, NULL);

  if (!xyb_cli_out_check_not_office (cli, error)
      || !xyb_safe_file_write_text (xyb_cli_out.out, text, error))
    return FALSE;
  if (!xyb_cli_wants_json (cli))
    xyb_cli_out_say (cli, xyb_cli_out.out);
  return TRUE;
}

static gboolean
run_list (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybOverview) overview = NULL;
  XybWarningDays days;
  g_autofree char *today
    = options.today != NULL ? xyb_date_parse (_ ("今天"), options.today, error) : xyb_date_today ();

  plan = today != NULL ? xyb_cli_open_plan (cli, options.year, &store, error) : NULL;
  days = xyb_plan_warning_days (plan);
  if (plan == NULL || !take_days (options.blue, &days.blue, error)
      || !take_days (options.yellow, &days.yellow, error)
      || !take_days (options.red, &days.red, error) || !xyb_warning_days_check (&days, error)
      || (xyb_cli_out.out != NULL && !write_calendar (cli, plan, &days, error)))
    return FALSE;
  overview = xyb_overview_store_read (store, plan->year, today, error);
  if (overview == NULL)
    return FALSE;
  print_list (cli, overview, &days);
  return TRUE;
}

static GOptionEntry list_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  { "ics", 0, 0, G_OPTION_ARG_FILENAME, &xyb_cli_out.out, N_ ("另写一份日历文件（.ics）"),
    N_ ("文件") },
  XYB_CLI_TEXT_OPTION ("today", options.today, "按哪一天算，默认今天", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("blue", options.blue, "提前多少天蓝色提醒，默认按方案", N_ ("天数")),
  XYB_CLI_TEXT_OPTION ("yellow", options.yellow, "提前多少天黄色提醒，默认按方案", N_ ("天数")),
  XYB_CLI_TEXT_OPTION ("red", options.red, "提前多少天红色提醒，默认按方案", N_ ("天数")),
  { NULL },
};

const XybCliCommand xyb_cli_milestone_commands[] = {
  { "milestone list", NULL, N_ ("看全年时限，可另写日历文件"), list_options, 0, 0, run_list },
  { NULL },
};
