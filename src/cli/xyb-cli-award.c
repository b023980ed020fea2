/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-award-store.h"
#include "xyb-date.h"
#include "xyb-i18n.h"

/* award list|add|revoke, candidates. */

static struct
{
  char *year;
  char *track;
  char *on;
  char *number;
  char *reason;
} options;

/* ---- award list ---- */

static void
add_award (JsonBuilder *json, const XybAward *award)
{
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "name", award->enterprise_name);
  xyb_cli_json_text (json, "track", xyb_track_key (award->track));
  xyb_cli_json_int (json, "year", award->year);
  xyb_cli_json_text (json, "on", award->awarded_on);
  xyb_cli_json_text (json, "number", award->number);
  xyb_cli_json_text (json, "revoked_on", award->revoked_on);
  xyb_cli_json_text (json, "reason", award->revoked_reason);
  json_builder_end_object (json);
}

static void
add_totals (JsonBuilder *json, const GPtrArray *all, const GPtrArray *plans, const char *on)
{
  json_builder_set_member_name (json, "totals");
  json_builder_begin_object (json);
  for (XybTrack track = 1; track <= XYB_N_TRACKS; track++)
    {
      XybAwardTotals totals = xyb_award_count (all, plans, track, on);

      json_builder_set_member_name (json, xyb_track_key (track));
      json_builder_begin_object (json);
      xyb_cli_json_int (json, "opening", totals.opening);
      xyb_cli_json_int (json, "since", totals.since);
      xyb_cli_json_int (json, "total", totals.total);
      json_builder_end_object (json);
    }
  json_builder_end_object (json);
}

static void
print_awards (XybCli *cli, const GPtrArray *awards, const GPtrArray *all, const GPtrArray *plans)
{
  static const char *const heads[]
    = { N_ ("年度"), N_ ("类别"), N_ ("企业"), N_ ("日期"), N_ ("文号"), N_ ("取消"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "rlllll");
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *today = xyb_date_today ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "awards");
  json_builder_begin_array (json);
  for (guint i = 0; i < awards->len; i++)
    {
      const XybAward *award = awards->pdata[i];
      g_autofree char *year = g_strdup_printf ("%d", award->year);

      add_award (json, award);
      xyb_cli_table_add (table, year, xyb_track_name (award->track), award->enterprise_name,
                         award->awarded_on != NULL ? award->awarded_on : "",
                         award->number != NULL ? award->number : "",
                         award->revoked_on != NULL ? award->revoked_on : "", NULL);
    }
  json_builder_end_array (json);
  add_totals (json, all, plans, today);
  json_builder_end_object (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  else
    xyb_cli_table_print (table);
}

static gboolean
run_list (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  XybTrack track = 0;
  int year = 0;

  if ((options.track != NULL && !xyb_cli_need_track (options.track, &track, error))
      || (options.year != NULL && !xyb_cli_need_year (options.year, &year, error)))
    return FALSE;
  store = xyb_cli_open_to_read (cli, error);
  all = store != NULL ? xyb_award_store_list (store, 0, 0, error) : NULL;
  plans = all != NULL ? xyb_plan_store_list (store, error) : NULL;
  if (plans == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      XybAward *award = all->pdata[i];

      if ((track == 0 || award->track == track) && (year == 0 || award->year == year))
        g_ptr_array_add (wanted, award);
    }
  print_awards (cli, wanted, all, plans);
  return TRUE;
}

/* ---- award add, revoke ---- */

static gboolean
run_add (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybEnterprise) enterprise = NULL;
  g_autoptr (XybAward) award = xyb_award_new ();
  g_autofree char *today = xyb_date_today ();
  XybAward *list[] = { award };

  if (!xyb_cli_need_track (options.track, &award->track, error)
      || !xyb_cli_need_year (options.year, &award->year, error)
      || !xyb_cli_take_date (&award->awarded_on, options.on, _ ("认定日期"), error))
    return FALSE;
  xyb_cli_take_text (&award->number, options.number);
  store = xyb_cli_open (cli, error);
  enterprise
    = store != NULL ? xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 0), error) : NULL;
  if (enterprise == NULL)
    return FALSE;
  award->enterprise_id = enterprise->id;
  if (!xyb_award_store_add (store, list, 1, today, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print_text ("added", award->enterprise_name);
  else
    xyb_cli_print (_ ("已登记：%s %d 年%s\n"), award->enterprise_name, award->year,
                   xyb_track_name (award->track));
  return TRUE;
}

/* The one that holds; else the last, whose sentence says why not. */
static const XybAward *
find_award (const GPtrArray *awards, const char *today)
{
  const XybAward *first;

  if (awards->len == 0)
    return NULL;
  first = xyb_award_find_first (awards, ((XybAward *) awards->pdata[0])->track, today);
  return first != NULL ? first : awards->pdata[awards->len - 1];
}

static gboolean
run_revoke (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybEnterprise) enterprise = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autofree char *today = xyb_date_today ();
  g_autofree char *on
    = options.on != NULL ? xyb_date_parse (_ ("取消日期"), options.on, error) : g_strdup (today);
  const XybAward *award;
  XybTrack track = 0;

  if (on == NULL || !xyb_cli_need_track (options.track, &track, error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  enterprise
    = store != NULL ? xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 0), error) : NULL;
  awards = enterprise != NULL ? xyb_award_store_list (store, track, enterprise->id, error) : NULL;
  if (awards == NULL)
    return FALSE;
  award = find_award (awards, today);
  if (award == NULL)
    {
      g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                   _ ("%s没有%s的认定记录，没有可取消的资格。"), enterprise->name,
                   xyb_track_name (track));
      return FALSE;
    }
  if (!xyb_award_store_revoke (store, award, on, options.reason, options.number, today, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print_text ("revoked", award->enterprise_name);
  else
    xyb_cli_print (_ ("已取消%s资格：%s\n"), xyb_track_name (track), award->enterprise_name);
  return TRUE;
}

/* ---- candidates ---- */

static void
print_candidates (XybCli *cli, GPtrArray *candidates, const char *on)
{
  static const char *const heads[] = { N_ ("区镇"), N_ ("企业"), N_ ("结论"), N_ ("原因"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "llll");
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_text (json, "on", on);
  json_builder_set_member_name (json, "candidates");
  json_builder_begin_array (json);
  for (guint i = 0; i < candidates->len; i++)
    {
      const XybCandidate *candidate = candidates->pdata[i];
      g_autoptr (GString) reasons = g_string_new (NULL);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "name", candidate->enterprise_name);
      xyb_cli_json_text (json, "district", candidate->unit_name);
      xyb_cli_json_text (json, "verdict", xyb_verdict_key (candidate->verdict));
      json_builder_set_member_name (json, "reasons");
      json_builder_begin_array (json);
      for (guint k = 0; k < candidate->reasons->len; k++)
        {
          g_string_append_printf (reasons, "%s%s", k > 0 ? "；" : "",
                                  (const char *) candidate->reasons->pdata[k]);
          json_builder_add_string_value (json, candidate->reasons->pdata[k]);
        }
      json_builder_end_array (json);
      json_builder_end_object (json);
      xyb_cli_table_add (table, candidate->unit_name != NULL ? candidate->unit_name : "—",
                         candidate->enterprise_name, xyb_verdict_name (candidate->verdict),
                         reasons->str, NULL);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  else
    xyb_cli_table_print (table);
}

static gboolean
run_candidates (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (GPtrArray) candidates = NULL;
  g_autofree char *today = xyb_date_today ();
  g_autofree char *on = NULL;
  XybTrack track = 0;

  if (!xyb_cli_need_track (options.track, &track, error))
    return FALSE;
  if (track == XYB_TRACK_ACCREDITATION)
    return xyb_cli_usage_error (error, _ ("候选名单只有市级示范（city）和省级示范（province）。"));
  plan = xyb_cli_open_plan (cli, options.year, &store, error);
  if (plan == NULL)
    return FALSE;
  on = options.on != NULL ? xyb_date_parse (_ ("申报日期"), options.on, error)
                          : xyb_candidate_day (plan, track, today);
  candidates = on != NULL ? xyb_award_store_list_candidates (store, plan, track, on, error) : NULL;
  if (candidates == NULL)
    return FALSE;
  print_candidates (cli, candidates, on);
  return TRUE;
}

#define TRACK_AND_YEAR                                                                             \
  XYB_CLI_TRACK_OPTION (options.track),                                                            \
    XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度"))

static GOptionEntry list_options[] = { TRACK_AND_YEAR, { NULL } };
static GOptionEntry add_options[] = {
  TRACK_AND_YEAR,
  XYB_CLI_TEXT_OPTION ("on", options.on, "认定日期", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("number", options.number, "文号", N_ ("文号")),
  { NULL },
};
static GOptionEntry revoke_options[] = {
  XYB_CLI_TRACK_OPTION (options.track),
  XYB_CLI_TEXT_OPTION ("on", options.on, "取消日期，默认今天", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("reason", options.reason, "取消的理由", N_ ("理由")),
  XYB_CLI_TEXT_OPTION ("number", options.number, "文号", N_ ("文号")),
  { NULL },
};
static GOptionEntry candidates_options[] = {
  TRACK_AND_YEAR,
  XYB_CLI_TEXT_OPTION ("on", options.on, "按哪一天算，默认申报的最后一天", N_ ("日期")),
  { NULL },
};

const XybCliCommand xyb_cli_award_commands[] = {
  { "award list", NULL, N_ ("看历年贯标和示范的认定与累计"), list_options, 0, 0, run_list },
  { "award add", N_ ("企业"), N_ ("登记以前年度的认定"), add_options, 1, 1, run_add },
  { "award revoke", N_ ("企业"), N_ ("取消资格"), revoke_options, 1, 1, run_revoke },
  { "candidates", NULL, N_ ("看谁可以申报市级或省级示范，谁不可以、为什么"), candidates_options, 0,
    0, run_candidates },
  { NULL },
};
