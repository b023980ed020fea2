/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli-assessment.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-scheme-store.h"

/* scheme show|check|copy|compare: 考核方案 themselves. */

static struct
{
  char *from;
  char *to;
} options;

/* ---- show ---- */

static void
add_points (JsonBuilder *json, const char *member, gint64 points)
{
  g_autofree char *text = points != XYB_UNSAID ? xyb_points_format_fixed (points) : NULL;

  xyb_cli_json_text (json, member, text);
}

static void
add_indicator (JsonBuilder *json, const XybIndicator *indicator)
{
  gboolean counted = indicator->rule == XYB_RULE_PER_COUNT;

  json_builder_begin_object (json);
  xyb_cli_json_text (json, "head", indicator->head);
  add_points (json, "points", indicator->points);
  xyb_cli_json_text (json, "rule", xyb_rule_key (indicator->rule));
  xyb_cli_json_bool (json, "event", indicator->event);
  xyb_cli_json_bool (json, "counts_in_base", indicator->counts_in_base);
  xyb_cli_json_int (json, "note", indicator->note > 0 ? indicator->note : XYB_UNSAID);
  add_points (json, "step", counted ? indicator->step : XYB_UNSAID);
  add_points (json, "cap", counted ? indicator->cap : XYB_UNSAID);
  xyb_cli_json_int (json, "per_quarter", indicator->per_quarter);
  json_builder_set_member_name (json, "tiers");
  json_builder_begin_array (json);
  for (guint i = 0; i < indicator->tiers->len; i++)
    {
      const XybTier *tier = indicator->tiers->pdata[i];

      json_builder_begin_object (json);
      xyb_cli_json_int (json, "below_percent", tier->below_percent);
      add_points (json, "deduction", tier->deduction);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_unit (JsonBuilder *json, const XybScheme *scheme, const XybSchemeUnit *unit)
{
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "unit", unit->unit_name);
  add_points (json, "full", xyb_scheme_full (scheme, unit));
  json_builder_set_member_name (json, "not_applicable");
  json_builder_begin_array (json);
  for (guint i = 0; i < scheme->indicators->len; i++)
    if (!xyb_scheme_unit_applies (unit, *(const gint64 *) scheme->indicators->pdata[i]))
      json_builder_add_int_value (json, i + 1);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
print_json (const XybScheme *scheme)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_int (json, "year", scheme->year);
  xyb_cli_json_text (json, "kind", xyb_unit_kind_key (scheme->kind));
  xyb_cli_json_text (json, "title", scheme->title);
  xyb_cli_json_text (json, "mode", xyb_scheme_mode_key (scheme->mode));
  xyb_cli_json_text (json, "open_becomes", xyb_settling_key (scheme->open_becomes));
  xyb_cli_json_text (json, "explained_becomes", xyb_settling_key (scheme->explained_becomes));
  add_points (json, "floor", scheme->floor);
  json_builder_set_member_name (json, "indicators");
  json_builder_begin_array (json);
  for (guint i = 0; i < scheme->indicators->len; i++)
    add_indicator (json, scheme->indicators->pdata[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "units");
  json_builder_begin_array (json);
  for (guint i = 0; i < scheme->units->len; i++)
    add_unit (json, scheme, scheme->units->pdata[i]);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "notes");
  json_builder_begin_array (json);
  for (guint i = 0; i < scheme->notes->len; i++)
    json_builder_add_string_value (json, ((XybSchemeNote *) scheme->notes->pdata[i])->text);
  json_builder_end_array (json);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static void
print_text (const XybScheme *scheme)
{
  static const char *const heads[]
    = { N_ ("列"), N_ ("指标"), N_ ("分值"), N_ ("规则"), N_ ("说明"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "rlrlr");

  for (guint i = 0; i < scheme->indicators->len; i++)
    {
      const XybIndicator *indicator = scheme->indicators->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *points = xyb_points_format (indicator->points);
      g_autofree char *note
        = indicator->note > 0 ? g_strdup_printf ("%d", indicator->note) : g_strdup ("");

      xyb_cli_table_add (table, number, indicator->head, points, xyb_rule_name (indicator->rule),
                         note, NULL);
    }
  xyb_cli_print (_ ("%s（%s，%u 个单位）\n"), scheme->title, xyb_scheme_mode_name (scheme->mode),
                 scheme->units->len);
  xyb_cli_table_print (table);
}

static gboolean
run_show (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = xyb_cli_load_assessment (cli, FALSE, &store, error);

  if (self == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_json (self->scheme);
  else
    print_text (self->scheme);
  return TRUE;
}

/* ---- lists of sentences ---- */

static void
print_sentences (XybCli *cli, const char *member, const GPtrArray *sentences, const char *none)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!xyb_cli_wants_json (cli))
    {
      for (guint i = 0; i < sentences->len; i++)
        xyb_cli_print ("%s\n", (const char *) sentences->pdata[i]);
      if (sentences->len == 0)
        xyb_cli_print ("%s\n", none);
      return;
    }
  json_builder_begin_object (json);
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (guint i = 0; i < sentences->len; i++)
    json_builder_add_string_value (json, sentences->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static gboolean
run_check (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessment) self = xyb_cli_load_assessment (cli, FALSE, &store, error);
  g_autoptr (GPtrArray) sentences = NULL;

  if (self == NULL || !xyb_scheme_check (self->scheme, error))
    return FALSE;
  sentences = xyb_scheme_check_notes (self->scheme);
  print_sentences (cli, "remarks", sentences, _ ("说明里的分值与各项指标一致。"));
  return TRUE;
}

/* ---- two years ---- */

static gboolean
need_years (int *out_from, int *out_to, XybUnitKind *out_kind, GError **error)
{
  if (options.from == NULL || options.to == NULL)
    return xyb_cli_usage_error (error,
                                _ ("请用 --from 和 --to 给出年度，例如 --from 2020 --to 2021。"));
  return xyb_year_parse (options.from, out_from, error)
         && xyb_year_parse (options.to, out_to, error)
         && xyb_cli_need_assessed_kind (out_kind, error);
}

static gboolean
run_copy (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybScheme) copy = NULL;
  XybUnitKind kind = 0;
  int from = 0;
  int to = 0;

  if (!need_years (&from, &to, &kind, error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  if (store == NULL || !xyb_scheme_store_copy (store, from, to, kind, error))
    return FALSE;
  copy = xyb_scheme_store_get (store, to, kind, error);
  if (copy == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_json (copy);
  else
    xyb_cli_print (_ ("已把%d年%s考核方案复制到%d年。\n"), from, xyb_unit_kind_name (kind), to);
  return TRUE;
}

static gboolean
run_compare (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybScheme) before = NULL;
  g_autoptr (XybScheme) after = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  XybUnitKind kind = 0;
  int from = 0;
  int to = 0;

  if (!need_years (&from, &to, &kind, error))
    return FALSE;
  store = xyb_cli_open_to_read (cli, error);
  before = store != NULL ? xyb_scheme_store_get (store, from, kind, error) : NULL;
  after = before != NULL ? xyb_scheme_store_get (store, to, kind, error) : NULL;
  if (after == NULL)
    return FALSE;
  sentences = xyb_scheme_compare (before, after);
  print_sentences (cli, "changes", sentences, _ ("两年的考核方案一样。"));
  return TRUE;
}

static GOptionEntry show_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  { NULL },
};
static GOptionEntry years_options[] = {
  XYB_CLI_TEXT_OPTION ("from", options.from, "从哪一年", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("to", options.to, "到哪一年", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("kind",
                       xyb_cli_assessment.kind,
                       "district 区镇、subdistrict 城市管理办事处、department 部门",
                       N_ ("单位类别")),
  { NULL },
};

const XybCliCommand xyb_cli_scheme_commands[] = {
  { "scheme show", NULL, N_ ("看考核方案"), show_options, 0, 0, run_show },
  { "scheme check", NULL, N_ ("核对说明里的分值与各项指标是否一致"), show_options, 0, 0,
    run_check },
  { "scheme copy", NULL, N_ ("把考核方案复制到另一个年度"), years_options, 0, 0, run_copy },
  { "scheme compare", NULL, N_ ("比较两年的考核方案"), years_options, 0, 0, run_compare },
  { NULL },
};
