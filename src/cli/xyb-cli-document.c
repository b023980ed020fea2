/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-date.h"
#include "xyb-document-store.h"
#include "xyb-document.h"
#include "xyb-export.h"
#include "xyb-i18n.h"
#include "xyb-log-query.h"
#include "xyb-overview-store.h"
#include "xyb-register-reader.h"

/* export progress|register|enterprise|log: what is printed, the register also as xlsx. */

static struct
{
  XybCliRegisterFilter filter;
  char *today;
} options;

/* Takes @document. */
static gboolean
write_document (XybCli *cli, XybDocument *document, const char *proposed, GError **error)
{
  g_autoptr (XybDocument) owned = document;
  g_autofree char *path = NULL;

  if (!xyb_cli_out_resolve_pdf (cli, proposed, &path, error)
      || !xyb_document_write_pdf (owned, path, NULL, error))
    return FALSE;
  xyb_cli_out_say (cli, path);
  xyb_cli_out_end (cli, XYB_CLI_PDF, NULL);
  return TRUE;
}

/* ---- 年度进度 ---- */

static gboolean
run_progress (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybOverview) overview = NULL;
  g_autoptr (XybProgressTable) table = NULL;
  g_autofree char *today
    = options.today != NULL ? xyb_date_parse (_ ("日期"), options.today, error) : xyb_date_today ();
  g_autofree char *proposed = NULL;

  if (today == NULL)
    return FALSE;
  plan = xyb_cli_open_plan (cli, xyb_cli_out.year, &store, error);
  if (plan == NULL)
    return FALSE;
  overview = xyb_overview_store_read (store, plan->year, today, error);
  if (overview == NULL)
    return FALSE;
  table = xyb_progress_table_new (overview);
  proposed = xyb_progress_table_file_name (plan->year, today);
  return write_document (cli, xyb_document_new_progress (table), proposed, error);
}

/* ---- 企业名录 ---- */

static gboolean
write_register_pdf (XybStore *store,
                    GArray *ids,
                    const char *words,
                    const char *path,
                    GError **error)
{
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybRegisterTable) table
    = xyb_document_store_read_register (store, ids, words, today, error);
  g_autoptr (XybDocument) document = table != NULL ? xyb_document_new_register (table) : NULL;

  return document != NULL && xyb_document_write_pdf (document, path, NULL, error);
}

static gboolean
write_register_xlsx (XybStore *store,
                     GArray *ids,
                     int year,
                     const char *words,
                     const char *path,
                     GError **error)
{
  g_autoptr (XybRegisterReader) reader = xyb_register_reader_new (store, ids, year, error);
  g_autofree char *today = xyb_date_today ();
  g_autofree char *caption = xyb_register_table_caption (ids->len, words, today);
  XybRegisterList list = { "企业名录", caption, year, ids->len, xyb_register_reader_read, reader };

  return reader != NULL && xyb_export_register_xlsx (&list, path, NULL, NULL, NULL, error);
}

static gboolean
run_register (XybCli *cli, GError **error)
{
  XybEnterpriseQuery query = { .text = xyb_cli_get_argument (cli, 0) };
  g_autoptr (XybStore) store = xyb_cli_open_to_read (cli, error);
  g_autoptr (GArray) ids = NULL;
  g_autofree char *words = NULL;
  g_autofree char *today = xyb_date_today ();
  g_autofree char *proposed = NULL;
  g_autofree char *path = NULL;
  XybCliFormat format;

  if (store == NULL || !xyb_cli_take_register_filter (store, &options.filter, &query, error))
    return FALSE;
  ids = xyb_enterprise_store_query (store, &query, error);
  if (ids == NULL)
    return FALSE;
  words = xyb_enterprise_query_describe (&query, options.filter.district);
  proposed = xyb_register_table_file_name (words, today);
  if (!xyb_cli_out_resolve (cli, proposed, &path, &format, error)
      || !(format == XYB_CLI_PDF
             ? write_register_pdf (store, ids, words, path, error)
             : write_register_xlsx (store, ids, query.state_year, words, path, error)))
    return FALSE;
  xyb_cli_out_say (cli, path);
  xyb_cli_out_end (cli, format, NULL);
  return TRUE;
}

/* ---- 企业登记表 ---- */

static gboolean
run_enterprise (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open_to_read (cli, error);
  g_autoptr (XybEnterprise) enterprise
    = store != NULL ? xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 0), error) : NULL;
  g_autoptr (XybEnterpriseSheet) sheet = NULL;
  g_autofree char *today = xyb_date_today ();
  g_autofree char *proposed = NULL;

  if (enterprise == NULL)
    return FALSE;
  sheet = xyb_document_store_read_enterprise (store, enterprise->id, today, error);
  if (sheet == NULL)
    return FALSE;
  proposed = xyb_enterprise_sheet_file_name (enterprise);
  return write_document (cli, xyb_document_new_enterprise (sheet), proposed, error);
}

/* ---- 操作日志 ---- */

static gboolean
run_log (XybCli *cli, GError **error)
{
  XybRevisionQuery query = { .text = xyb_cli_get_argument (cli, 0) };
  g_autoptr (XybStore) store = xyb_cli_open_to_read (cli, error);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (XybLogTable) table = NULL;
  g_autofree char *today = xyb_date_today ();
  g_autofree char *condition = query.text != NULL ? g_strdup_printf ("“%s”", query.text) : NULL;
  g_autofree char *proposed = xyb_log_table_file_name (today);

  if (store == NULL)
    return FALSE;
  ids = query.text != NULL ? xyb_store_query_revisions (store, &query, error) : NULL;
  if (query.text != NULL && ids == NULL)
    return FALSE;
  table = xyb_document_store_read_log (store, ids, condition, today, error);
  return table != NULL && write_document (cli, xyb_document_new_log (table), proposed, error);
}

static GOptionEntry progress_options[] = {
  XYB_CLI_YEAR_OPTION,
  XYB_CLI_TEXT_OPTION ("today", options.today, "按哪一天算，默认今天", "日期"),
  XYB_CLI_PDF_OPTION,
  { NULL },
};
static GOptionEntry register_options[] = {
  XYB_CLI_REGISTER_OPTIONS (options.filter),
  XYB_CLI_OUT_OPTIONS,
  { NULL },
};
static GOptionEntry plain_options[] = {
  XYB_CLI_PDF_OPTION,
  { NULL },
};

const XybCliCommand xyb_cli_document_commands[] = {
  { "export progress", NULL, N_ ("写出年度进度"), progress_options, 0, 0, run_progress },
  { "export register", N_ ("[文字]"), N_ ("写出企业名录（xlsx 或 pdf）"), register_options, 0, 1,
    run_register },
  { "export enterprise", N_ ("企业"), N_ ("写出一家企业的登记表"), plain_options, 1, 1,
    run_enterprise },
  { "export log", N_ ("[文字]"), N_ ("写出操作日志：最近的，或含某段文字的"), plain_options, 0, 1,
    run_log },
  { NULL },
};
