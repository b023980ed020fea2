/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-overview-store.h"
#include "xyb-todo.h"

/* overview: the page 总览 as text or JSON. */

static struct
{
  char *year;
  char *today;
} options;

/* ---- text ---- */

static char *
dash_or_number (gint64 number)
{
  return number == XYB_UNSAID ? g_strdup ("—") : g_strdup_printf ("%" PRId64, number);
}

static void
print_figures (const XybOverview *overview)
{
  static const char *const heads[] = { N_ ("任务"), N_ ("完成"), N_ ("目标"), N_ ("完成率"),
                                       N_ ("累计"), N_ ("进展"), N_ ("时限"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "lrrrrll");

  for (XybTrack track = 1; track <= XYB_N_TRACKS; track++)
    {
      g_autoptr (XybFigure) figure = xyb_figure_new (overview, track);
      g_autofree char *done = dash_or_number (figure->done);
      g_autofree char *target = dash_or_number (figure->target);
      g_autofree char *total = dash_or_number (figure->cumulative);
      g_autofree char *layers = xyb_figure_layer_words (figure);

      xyb_cli_table_add (table, figure->title, done, target, figure->rate, total, layers,
                         figure->deadline != NULL ? figure->deadline : "—", NULL);
    }
  xyb_cli_table_print (table);
}

static void
print_timeline (const XybOverview *overview)
{
  static const char *const heads[] = { N_ ("时限"), N_ ("事项"), N_ ("进展"), NULL };
  g_autoptr (XybTimeline) timeline = xyb_timeline_new (overview);
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "lll");

  for (guint i = 0; i < timeline->stops->len; i++)
    {
      const XybStop *stop = timeline->stops->pdata[i];

      xyb_cli_table_add (table, stop->when, stop->what, stop->status, NULL);
    }
  xyb_cli_print ("\n%s\n", timeline->today_words);
  xyb_cli_table_print (table);
}

static void
print_todos (GPtrArray *todos)
{
  static const char *const heads[] = { N_ ("期限"), N_ ("待办"), N_ ("说明"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "lll");

  xyb_cli_print (_ ("\n待办 %u 项，逾期 %u，临近 %u\n"), todos->len,
                 xyb_todo_list_count (todos, XYB_URGENCY_OVERDUE),
                 xyb_todo_list_count (todos, XYB_URGENCY_URGENT)
                   + xyb_todo_list_count (todos, XYB_URGENCY_NEAR));
  if (todos->len == 0)
    return;
  for (guint i = 0; i < todos->len; i++)
    {
      const XybTodo *todo = todos->pdata[i];

      xyb_cli_table_add (table, todo->due, todo->sentence, todo->detail != NULL ? todo->detail : "",
                         NULL);
    }
  xyb_cli_table_print (table);
}

static void
add_district (XybCliTable *table, const XybQuotaRow *row, const char *deduction)
{
  g_autofree char *quota = dash_or_number (row->accreditation);
  g_autofree char *nominated = dash_or_number (row->progress.nominated);
  g_autofree char *signed_up = dash_or_number (row->progress.signed_up);
  g_autofree char *done = dash_or_number (row->done);
  g_autofree char *missing = dash_or_number (row->missing);

  xyb_cli_table_add (table, row->name, quota, nominated, signed_up, done, missing, deduction, NULL);
}

static void
print_districts (const XybOverview *overview)
{
  static const char *const heads[] = { N_ ("区镇"), N_ ("指标"), N_ ("已推荐"),   N_ ("已签约"),
                                       N_ ("完成"), N_ ("还差"), N_ ("预计扣分"), NULL };
  const XybQuotaRows *rows = overview->rows;
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "lrrrrrr");
  g_autofree char *deducted = xyb_quota_rows_deducted_label (rows);
  g_autofree char *note = xyb_quota_rows_scheme_note (overview->plan);

  for (guint i = 0; i < rows->rows->len; i++)
    {
      const XybQuotaRow *row = rows->rows->pdata[i];
      g_autofree char *deduction = xyb_quota_rows_points_label (row->deduction);

      add_district (table, row, deduction);
    }
  add_district (table, rows->total, deducted);
  xyb_cli_print ("\n");
  xyb_cli_table_print (table);
  xyb_cli_print ("%s\n", note);
}

static void
print_text (const XybOverview *overview, GPtrArray *todos)
{
  if (overview->plan != NULL)
    {
      xyb_cli_print ("%s\n", overview->plan->title);
      print_figures (overview);
      print_timeline (overview);
    }
  print_todos (todos);
  if (overview->plan != NULL)
    print_districts (overview);
}

/* ---- JSON ---- */

static void
add_layers (JsonBuilder *json, const XybFigure *figure)
{
  json_builder_set_member_name (json, "layers");
  json_builder_begin_array (json);
  for (guint i = 0; i < figure->layers->len; i++)
    {
      const XybFigureLayer *layer = figure->layers->pdata[i];

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "name", layer->name);
      xyb_cli_json_int (json, "count", layer->count);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_figures (JsonBuilder *json, const XybOverview *overview)
{
  json_builder_set_member_name (json, "figures");
  json_builder_begin_array (json);
  for (XybTrack track = 1; track <= XYB_N_TRACKS && overview->plan != NULL; track++)
    {
      g_autoptr (XybFigure) figure = xyb_figure_new (overview, track);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "track", xyb_track_key (track));
      xyb_cli_json_int (json, "target", figure->target);
      xyb_cli_json_int (json, "done", figure->done);
      add_layers (json, figure);
      xyb_cli_json_int (json, "cumulative", figure->cumulative);
      xyb_cli_json_text (json, "rate", figure->rate);
      xyb_cli_json_text (json, "note", figure->note);
      xyb_cli_json_text (json, "deadline", figure->deadline);
      xyb_cli_json_text (json, "urgency", xyb_urgency_key (figure->urgency));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_milestones (JsonBuilder *json, const XybOverview *overview)
{
  g_autoptr (XybTimeline) timeline = NULL;

  json_builder_set_member_name (json, "milestones");
  json_builder_begin_array (json);
  if (overview->plan != NULL)
    timeline = xyb_timeline_new (overview);
  for (guint i = 0; timeline != NULL && i < timeline->stops->len; i++)
    {
      const XybStop *stop = timeline->stops->pdata[i];

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "due_on", stop->due_on);
      xyb_cli_json_text (json, "when", stop->when);
      xyb_cli_json_text (json, "what", stop->what);
      xyb_cli_json_text (json, "text", stop->full);
      xyb_cli_json_text (json, "state", xyb_stop_state_key (stop->state));
      xyb_cli_json_text (json, "level", xyb_warning_level_key (stop->level));
      xyb_cli_json_text (json, "status", stop->status);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_todos (JsonBuilder *json, GPtrArray *todos)
{
  json_builder_set_member_name (json, "todos");
  json_builder_begin_array (json);
  for (guint i = 0; i < todos->len; i++)
    {
      const XybTodo *todo = todos->pdata[i];

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "kind", xyb_todo_kind_key (todo->kind));
      xyb_cli_json_text (json, "urgency", xyb_urgency_key (todo->urgency));
      xyb_cli_json_int (json, "days_left",
                        todo->days_left == XYB_TODO_NO_DAYS ? XYB_UNSAID : todo->days_left);
      xyb_cli_json_text (json, "sentence", todo->sentence);
      xyb_cli_json_text (json, "detail", todo->detail);
      xyb_cli_json_text (json, "due", todo->due);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_json_row (JsonBuilder *json, const XybQuotaRow *row)
{
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "district", row->name);
  xyb_cli_json_int (json, "quota", row->accreditation);
  xyb_cli_json_int (json, "nominated", row->progress.nominated);
  xyb_cli_json_int (json, "signed", row->progress.signed_up);
  xyb_cli_json_int (json, "accepted", row->progress.accepted);
  xyb_cli_json_int (json, "done", row->done);
  xyb_cli_json_int (json, "missing", row->missing);
  xyb_cli_json_int (json, "deduction_hundredths", row->deduction);
  json_builder_end_object (json);
}

static void
add_districts (JsonBuilder *json, const XybOverview *overview)
{
  json_builder_set_member_name (json, "districts");
  json_builder_begin_array (json);
  for (guint i = 0; overview->rows != NULL && i < overview->rows->rows->len; i++)
    add_json_row (json, overview->rows->rows->pdata[i]);
  json_builder_end_array (json);
}

static void
print_json (const XybOverview *overview, GPtrArray *todos)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_int (json, "year", overview->plan != NULL ? overview->plan->year : XYB_UNSAID);
  xyb_cli_json_text (json, "today", overview->today);
  xyb_cli_json_text (json, "title", overview->plan != NULL ? overview->plan->title : NULL);
  add_figures (json, overview);
  add_milestones (json, overview);
  add_todos (json, todos);
  add_districts (json, overview);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

/* ---- the command ---- */

static gboolean
choose_day (char **out_today, GError **error)
{
  *out_today
    = options.today != NULL ? xyb_date_parse (_ ("日期"), options.today, error) : xyb_date_today ();
  return *out_today != NULL;
}

/* Without --year the latest plan, as the window starts; none at all is no mistake here. */
static gboolean
choose_year (XybStore *store, int *out_year, GError **error)
{
  g_autoptr (GArray) years = NULL;

  if (options.year != NULL)
    return xyb_year_parse (options.year, out_year, error);
  years = xyb_plan_store_list_years (store, error);
  if (years == NULL)
    return FALSE;
  *out_year = years->len > 0 ? g_array_index (years, int, years->len - 1) : 0;
  return TRUE;
}

static gboolean
run_overview (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybOverview) overview = NULL;
  g_autoptr (GPtrArray) todos = NULL;
  g_autofree char *today = NULL;
  int year;

  if (!choose_day (&today, error))
    return FALSE;
  store = xyb_cli_open_to_read (cli, error);
  if (store == NULL || !choose_year (store, &year, error))
    return FALSE;
  overview = xyb_overview_store_read (store, year, today, error);
  if (overview == NULL)
    return FALSE;
  todos = xyb_todo_list_new (overview);
  if (xyb_cli_wants_json (cli))
    print_json (overview, todos);
  else
    print_text (overview, todos);
  return TRUE;
}

static GOptionEntry overview_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度，默认最新的方案", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("today", options.today, "按哪一天算，默认今天", N_ ("日期")),
  { NULL },
};

const XybCliCommand xyb_cli_overview_commands[] = {
  { "overview", NULL, N_ ("看总览：进度、时限、待办、各区镇"), overview_options, 0, 0,
    run_overview },
  { NULL },
};
