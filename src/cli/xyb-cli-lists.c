/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-award-store.h"
#include "xyb-date.h"
#include "xyb-document-store.h"
#include "xyb-document.h"
#include "xyb-i18n.h"
#include "xyb-list-export.h"
#include "xyb-provider-store.h"

/* export awards|candidates|provider: who passed, who may apply, whom a provider serves. */

static struct
{
  char *year;
  char *track;
  char *district;
  char *state;
  char *verdict;
  char *on;
  char *text;
} options;

static gboolean
write_table (XybCli *cli, XybListTable *table, const char *proposed, GError **error)
{
  g_autoptr (XybListTable) owned = table;
  g_autofree char *path = NULL;
  XybCliFormat format;

  if (owned == NULL || !xyb_cli_out_resolve (cli, proposed, &path, &format, error))
    return FALSE;
  if (format == XYB_CLI_PDF)
    {
      g_autoptr (XybDocument) document = xyb_document_new_list (owned);

      if (!xyb_document_write_pdf (document, path, NULL, error))
        return FALSE;
    }
  else if (!xyb_export_list_table_xlsx (owned, path, NULL, error))
    return FALSE;
  xyb_cli_out_say (cli, path);
  xyb_cli_out_end (cli, format, NULL);
  return TRUE;
}

static gboolean
take_district (XybStore *store, gint64 *out_unit_id, GError **error)
{
  g_autoptr (XybUnit) unit = NULL;

  if (options.district == NULL)
    return TRUE;
  unit = xyb_unit_store_find (store, options.district, XYB_UNIT_KIND_DISTRICT, error);
  if (unit == NULL)
    return FALSE;
  *out_unit_id = unit->id;
  return TRUE;
}

/* Filters that the title does not say. */
static char *
dup_condition (const char *word)
{
  g_autoptr (GString) words = g_string_new (options.district);

  if (word != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "、" : "", word);
  if (options.text != NULL)
    g_string_append_printf (words, "%s含“%s”", words->len > 0 ? "，" : "", options.text);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* ---- 认定名册 ---- */

static gboolean
take_award_filter (XybStore *store, XybAwardFilter *filter, GError **error)
{
  filter->text = options.text;
  filter->state = xyb_award_state_from_key (options.state);
  if (options.state != NULL && filter->state == XYB_AWARD_STATE_ANY)
    return xyb_cli_usage_error (error, _ ("没有状态「%s」，可用：有效、已取消。"), options.state);
  return (options.track == NULL || xyb_cli_need_track (options.track, &filter->track, error))
         && (options.year == NULL || xyb_year_parse (options.year, &filter->year, error))
         && take_district (store, &filter->unit_id, error);
}

static gboolean
run_awards (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open_to_read (cli, error);
  g_autofree char *today = xyb_date_today ();
  g_autofree char *condition = NULL;
  g_autofree char *proposed = NULL;
  XybAwardFilter filter = { 0 };

  if (store == NULL || !take_award_filter (store, &filter, error))
    return FALSE;
  condition = dup_condition (xyb_award_state_name (filter.state));
  proposed = xyb_award_table_file_name (&filter, today);
  return write_table (cli, xyb_document_store_read_awards (store, &filter, condition, today, error),
                      proposed, error);
}

/* ---- 可申报企业 ---- */

static gboolean
take_candidate_query (XybCandidateQuery *query, char **out_on, GError **error)
{
  if (!xyb_cli_need_year (options.year, &query->year, error)
      || !xyb_cli_need_track (options.track, &query->track, error))
    return FALSE;
  if (query->track == XYB_TRACK_ACCREDITATION)
    return xyb_cli_usage_error (error, _ ("候选名单只有市级示范（city）和省级示范（province）。"));
  query->filter.text = options.text;
  query->filter.verdict = xyb_verdict_from_key (options.verdict);
  if (options.verdict != NULL && query->filter.verdict == 0)
    return xyb_cli_usage_error (error, _ ("没有结论「%s」，可用：符合、待核、不符合。"),
                                options.verdict);
  if (options.on != NULL && (*out_on = xyb_date_parse (_ ("申报日期"), options.on, error)) == NULL)
    return FALSE;
  query->on = *out_on;
  return TRUE;
}

static gboolean
run_candidates (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autofree char *today = xyb_date_today ();
  g_autofree char *on = NULL;
  g_autofree char *condition = NULL;
  g_autofree char *proposed = NULL;
  XybCandidateQuery query = { .today = today };

  if (!take_candidate_query (&query, &on, error))
    return FALSE;
  store = xyb_cli_open_to_read (cli, error);
  if (store == NULL || !take_district (store, &query.filter.unit_id, error))
    return FALSE;
  condition
    = dup_condition (options.verdict != NULL ? xyb_verdict_name (query.filter.verdict) : NULL);
  proposed = xyb_candidate_table_file_name (query.year, query.track);
  return write_table (cli, xyb_document_store_read_candidates (store, &query, condition, error),
                      proposed, error);
}

/* ---- 服务企业 ---- */

static gboolean
run_provider (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open_to_read (cli, error);
  g_autoptr (XybProvider) provider
    = store != NULL ? xyb_provider_store_find (store, xyb_cli_get_argument (cli, 0), error) : NULL;
  g_autofree char *today = xyb_date_today ();
  g_autofree char *proposed = NULL;

  if (provider == NULL)
    return FALSE;
  proposed = xyb_provider_table_file_name (provider, today);
  return write_table (cli, xyb_document_store_read_provider (store, provider->id, today, error),
                      proposed, error);
}

#define LIST_OPTIONS                                                                               \
  XYB_CLI_OUT_OPTIONS, XYB_CLI_TRACK_OPTION (options.track),                                       \
    XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),                               \
    XYB_CLI_TEXT_OPTION ("district", options.district, "一个区镇", N_ ("区镇")),                   \
    XYB_CLI_TEXT_OPTION ("find", options.text, "名称里有这些字的企业", N_ ("名称"))

static GOptionEntry award_options[] = {
  LIST_OPTIONS,
  XYB_CLI_TEXT_OPTION ("state", options.state, "有效或已取消", N_ ("状态")),
  { NULL },
};
static GOptionEntry candidate_options[] = {
  LIST_OPTIONS,
  XYB_CLI_TEXT_OPTION ("on", options.on, "按哪一天算，默认申报的最后一天", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("verdict", options.verdict, "符合、待核或不符合", N_ ("结论")),
  { NULL },
};
static GOptionEntry provider_options[] = { XYB_CLI_OUT_OPTIONS, { NULL } };

const XybCliCommand xyb_cli_list_commands[] = {
  { "export awards", NULL, N_ ("写出历年认定名册"), award_options, 0, 0, run_awards },
  { "export candidates", NULL, N_ ("写出可申报企业名单，连同原因"), candidate_options, 0, 0,
    run_candidates },
  { "export provider", N_ ("机构"), N_ ("写出一家服务机构的服务企业名单"), provider_options, 1, 1,
    run_provider },
  { NULL },
};
