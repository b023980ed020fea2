/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include <inttypes.h>

#include "xyb-calendar.h"
#include "xyb-date.h"
#include "xyb-i18n.h"

/* plan list|show|set: the year's plan. */

static struct
{
  char *year;
  char *track;
  char *target;
  char *opening;
  char *part;
  char *includes_day;
  char *blue;
  char *yellow;
  char *red;
} options;

static gboolean
run_list (XybCli *cli, GError **error)
{
  static const char *const heads[] = { N_ ("年度"),     N_ ("文号"), N_ ("贯标"), N_ ("市级示范"),
                                       N_ ("省级示范"), N_ ("名称"), NULL };
  g_autoptr (XybStore) store = xyb_cli_open_to_read (cli, error);
  g_autoptr (GArray) years = store == NULL ? NULL : xyb_plan_store_list_years (store, error);
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "llrrrl");
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (years == NULL)
    return FALSE;
  json_builder_begin_array (json);
  for (guint i = 0; i < years->len; i++)
    {
      g_autoptr (XybPlan) plan = xyb_plan_store_get (store, g_array_index (years, int, i), error);
      g_autofree char *year = NULL;
      g_autofree char *targets[XYB_N_TRACKS] = { NULL };

      if (plan == NULL)
        return FALSE;
      year = g_strdup_printf ("%d", plan->year);
      json_builder_begin_object (json);
      xyb_cli_json_int (json, "year", plan->year);
      xyb_cli_json_text (json, "document_number", plan->document_number);
      xyb_cli_json_text (json, "title", plan->title);
      for (guint t = 0; t < XYB_N_TRACKS; t++)
        {
          targets[t] = xyb_cli_number_text (plan->targets[t]);
          xyb_cli_json_int (json, xyb_track_key (t + 1), plan->targets[t]);
        }
      json_builder_end_object (json);
      xyb_cli_table_add (table, year, plan->document_number != NULL ? plan->document_number : "",
                         targets[0], targets[1], targets[2], plan->title, NULL);
      for (guint t = 0; t < XYB_N_TRACKS; t++)
        g_clear_pointer (&targets[t], g_free);
    }
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  else
    xyb_cli_table_print (table);
  return TRUE;
}

/* ---- plan show ---- */

static void
add_bases_json (JsonBuilder *json, const XybPlan *plan)
{
  json_builder_set_member_name (json, "bases");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->bases->len; i++)
    {
      XybPlanBasis *basis = g_ptr_array_index (plan->bases, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "title", basis->title);
      xyb_cli_json_text (json, "number", basis->number);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_milestones_json (JsonBuilder *json, const XybPlan *plan)
{
  json_builder_set_member_name (json, "milestones");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      XybMilestone *milestone = g_ptr_array_index (plan->milestones, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "key", milestone->key);
      xyb_cli_json_text (json, "text", milestone->text);
      xyb_cli_json_text (json, "date_text", milestone->date_text);
      xyb_cli_json_text (json, "starts_on", milestone->starts_on);
      xyb_cli_json_text (json, "due_on", milestone->due_on);
      xyb_cli_json_text (json, "actor", milestone->actor);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_rules_json (JsonBuilder *json, const XybPlan *plan)
{
  json_builder_set_member_name (json, "conditions");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->conditions->len; i++)
    {
      XybPlanCondition *condition = g_ptr_array_index (plan->conditions, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "track", xyb_track_key (condition->track));
      xyb_cli_json_text (json, "text", condition->text);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "materials");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->materials->len; i++)
    {
      XybPlanMaterial *material = g_ptr_array_index (plan->materials, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "track", xyb_track_key (material->track));
      xyb_cli_json_text (json, "name", material->name);
      xyb_cli_json_text (json, "requirement", material->requirement);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "steps");
  json_builder_begin_array (json);
  for (guint i = 0; i < plan->steps->len; i++)
    {
      XybPlanStep *one = g_ptr_array_index (plan->steps, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "track", xyb_track_key (one->track));
      xyb_cli_json_text (json, "name", one->name);
      xyb_cli_json_text (json, "text", one->text);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_warning_json (JsonBuilder *json, const XybPlan *plan)
{
  const XybWarningDays days = xyb_plan_warning_days (plan);

  json_builder_set_member_name (json, "warning_days");
  json_builder_begin_object (json);
  xyb_cli_json_int (json, "blue", days.blue);
  xyb_cli_json_int (json, "yellow", days.yellow);
  xyb_cli_json_int (json, "red", days.red >= 0 ? days.red : XYB_UNSAID);
  json_builder_end_object (json);
}

void
xyb_cli_print_plan_json (const XybPlan *plan)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_int (json, "year", plan->year);
  xyb_cli_json_text (json, "title", plan->title);
  xyb_cli_json_text (json, "document_number", plan->document_number);
  xyb_cli_json_text (json, "issuer", plan->issuer);
  xyb_cli_json_text (json, "issued_on", plan->issued_on);
  xyb_cli_json_text (json, "lead", plan->lead);
  xyb_cli_json_text (json, "partners", plan->partners);
  xyb_cli_json_text (json, "scope", plan->scope);
  xyb_cli_json_tracks (json, "targets", plan->targets);
  xyb_cli_json_tracks (json, "opening", plan->opening);
  xyb_cli_json_text (json, "opening_as_of", plan->opening_as_of);
  add_warning_json (json, plan);
  add_bases_json (json, plan);
  xyb_cli_json_quotas (json, plan);
  add_milestones_json (json, plan);
  add_rules_json (json, plan);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static void
print_line (const char *head, const char *text)
{
  if (text != NULL && *text != '\0')
    xyb_cli_print ("%s：%s\n", head, text);
}

/* §6: 提醒：提前 30 天蓝、7 天黄，逾期红. */
static void
print_warning (const XybPlan *plan)
{
  const XybWarningDays days = xyb_plan_warning_days (plan);
  g_autofree char *words = xyb_warning_days_words (&days);

  print_line (_ ("提醒"), words);
}

static void
print_plan_text (const XybPlan *plan)
{
  g_autofree char *issued = plan->issued_on != NULL ? xyb_date_format (plan->issued_on) : NULL;

  xyb_cli_print ("%s\n", plan->title);
  print_line (_ ("文号"), plan->document_number);
  print_line (_ ("印发单位"), plan->issuer);
  print_line (_ ("印发日期"), issued);
  print_line (_ ("牵头单位"), plan->lead);
  print_line (_ ("会同单位"), plan->partners);
  print_line (_ ("对象"), plan->scope);
  for (guint i = 0; i < plan->bases->len; i++)
    {
      XybPlanBasis *basis = g_ptr_array_index (plan->bases, i);

      xyb_cli_print ("%s：%s%s%s%s\n", _ ("依据"), basis->title != NULL ? "《" : "",
                     basis->title != NULL ? basis->title : "", basis->title != NULL ? "》" : "",
                     basis->number != NULL ? basis->number : "");
    }
  for (guint t = 0; t < XYB_N_TRACKS; t++)
    {
      if (plan->targets[t] != XYB_UNSAID)
        xyb_cli_print (_ ("目标　%s：%" PRId64 " 家\n"), xyb_track_name (t + 1), plan->targets[t]);
      if (plan->opening[t] != XYB_UNSAID)
        xyb_cli_print (_ ("存量　%s：%" PRId64 " 家\n"), xyb_track_name (t + 1), plan->opening[t]);
    }
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      XybMilestone *milestone = g_ptr_array_index (plan->milestones, i);

      xyb_cli_print (_ ("时限　%s　%s\n"), milestone->date_text != NULL ? milestone->date_text : "",
                     milestone->text);
    }
  print_warning (plan);
}

static gboolean
run_show (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = xyb_cli_open_plan (cli, options.year, &store, error);

  if (plan == NULL)
    return FALSE;
  if (options.part != NULL || options.track != NULL)
    return xyb_cli_print_plan_part (cli, plan, options.part, options.track, error);
  if (xyb_cli_wants_json (cli))
    xyb_cli_print_plan_json (plan);
  else
    print_plan_text (plan);
  return TRUE;
}

/* The plan as it is after a change. */
static gboolean
show_stored (XybStore *store, int year, void (*show) (const XybPlan *plan), GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, year, error);

  if (plan == NULL)
    return FALSE;
  show (plan);
  return TRUE;
}

/* AMB-14: whether “X日前” includes X. */
static gboolean
set_includes_day (XybCli *cli, int year, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  gboolean includes = g_str_equal (options.includes_day, "是");

  if (!includes && !g_str_equal (options.includes_day, "否"))
    return xyb_cli_usage_error (error, _ ("--includes-day 请写 是 或 否。"));
  store = xyb_cli_open (cli, error);
  plan = store != NULL ? xyb_plan_store_get (store, year, error) : NULL;
  if (plan == NULL)
    return FALSE;
  plan->deadline_inclusive = includes;
  return xyb_plan_store_update (store, plan, error)
         && xyb_cli_print_plan_part (cli, plan, xyb_plan_part_key (XYB_PLAN_MILESTONES), NULL,
                                     error);
}

/* ---- plan set ---- */

static gboolean
take_days (const char *given, gint64 *days, GError **error)
{
  return given == NULL || xyb_cli_parse_number (_ ("提醒天数"), given, days, error);
}

/* §6: an empty number goes back to what is usual. */
static gboolean
set_warning_days (XybCli *cli, int year, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open (cli, error);
  g_autoptr (XybPlan) plan = store != NULL ? xyb_plan_store_get (store, year, error) : NULL;

  return plan != NULL && take_days (options.blue, &plan->warn_blue, error)
         && take_days (options.yellow, &plan->warn_yellow, error)
         && take_days (options.red, &plan->warn_red, error)
         && xyb_plan_store_update (store, plan, error)
         && show_stored (store, year,
                         xyb_cli_wants_json (cli) ? xyb_cli_print_plan_json : print_warning, error);
}

static gboolean
run_set (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  gboolean days = options.blue != NULL || options.yellow != NULL || options.red != NULL;
  XybTrack track;
  gint64 number;
  int year;

  if (!xyb_cli_need_year (options.year, &year, error))
    return FALSE;
  if (options.includes_day != NULL)
    return set_includes_day (cli, year, error);
  if (days && (options.track != NULL || options.target != NULL || options.opening != NULL))
    return xyb_cli_usage_error (error,
                                _ ("提醒天数是整个年度的，请和目标数、存量分开改，一次改一样。"));
  if (days)
    return set_warning_days (cli, year, error);
  if (!xyb_cli_need_track (options.track, &track, error))
    return FALSE;
  if ((options.target == NULL) == (options.opening == NULL))
    return xyb_cli_usage_error (error,
                                _ ("请给出 --target（目标数）或 --opening（存量）中的一个。"));
  if (!xyb_cli_parse_number (options.target != NULL ? _ ("目标数") : _ ("存量"),
                             options.target != NULL ? options.target : options.opening, &number,
                             error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  if (store == NULL
      || !(options.target != NULL ? xyb_plan_store_set_target (store, year, track, number, error)
                                  : xyb_plan_store_set_opening (store, year, track, number, error)))
    return FALSE;
  return show_stored (store, year,
                      xyb_cli_wants_json (cli) ? xyb_cli_print_plan_json
                                               : xyb_cli_print_quota_remark,
                      error);
}

static GOptionEntry show_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("part",
                       options.part,
                       "只看一份清单：stages 阶段、conditions 条件、materials 材料、steps 步骤、"
                       "milestones 时限",
                       N_ ("清单")),
  XYB_CLI_TRACK_OPTION (options.track),
  { NULL },
};
static GOptionEntry set_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  XYB_CLI_TRACK_OPTION (options.track),
  XYB_CLI_TEXT_OPTION ("target", options.target, "全市目标数", "N"),
  XYB_CLI_TEXT_OPTION ("opening", options.opening, "年初存量", "N"),
  XYB_CLI_TEXT_OPTION ("includes-day",
                       options.includes_day,
                       "“X日前”含X日当天：是或否",
                       N_ ("是否")),
  XYB_CLI_TEXT_OPTION ("warn-blue", options.blue, "提前多少天蓝色提醒；留空为 30", N_ ("天数")),
  XYB_CLI_TEXT_OPTION ("warn-yellow", options.yellow, "提前多少天黄色提醒；留空为 7", N_ ("天数")),
  XYB_CLI_TEXT_OPTION ("warn-red", options.red, "提前多少天红色提醒；留空为逾期才红", N_ ("天数")),
  { NULL },
};

const XybCliCommand xyb_cli_plan_commands[] = {
  { "plan list", NULL, N_ ("列出各年度方案"), NULL, 0, 0, run_list },
  { "plan show", NULL, N_ ("看一个年度的方案"), show_options, 0, 0, run_show },
  { "plan set", NULL, N_ ("改全市目标数、年初存量、提醒天数，或“X日前”含不含当天"), set_options, 0,
    0, run_set },
  { NULL },
};
