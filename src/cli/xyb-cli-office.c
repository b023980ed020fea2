/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include <inttypes.h>
#include <unistd.h>

#include "xyb-date.h"
#include "xyb-i18n.h"

/* init, demo, backup, restore, check: the office file as a whole. */

static struct
{
  gboolean blank;
  gboolean force;
  gboolean verify;
  gboolean tracks;
  gint64 enterprises;
  char *year;
} options;

static gboolean
run_init (XybCli *cli, GError **error)
{
  static const int no_years[] = { 0 };
  const char *path = xyb_cli_get_office (cli);
  g_autoptr (XybStore) store
    = xyb_office_store_create (path, options.blank ? no_years : NULL, error);

  if (store == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print_text ("file", path);
  else
    xyb_cli_print (_ ("已新建办公数据「%s」。\n"), path);
  return TRUE;
}

static gboolean
run_presets (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open (cli, error);
  gboolean missing = store != NULL && xyb_office_store_has_presets (store);

  if (store == NULL || (missing && !xyb_office_store_load_plans (store, error)))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print_text ("loaded", missing ? "yes" : "no");
  else
    xyb_cli_print ("%s\n", missing ? _ ("已载入昆山资料里还没有的方案。")
                                   : _ ("昆山资料都已经有了，没有改动。"));
  return TRUE;
}

static void
show_progress (guint done, guint total, gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r%u/%u%s", done, total, done == total ? "\n" : "");
}

/* Made-up enterprises belong to a plan; without --year to the latest. */
static gboolean
choose_year (XybStore *store, int *out_year, GError **error)
{
  g_autoptr (GArray) years = NULL;

  if (options.year != NULL)
    return xyb_year_parse (options.year, out_year, error);
  years = xyb_plan_store_list_years (store, error);
  if (years == NULL)
    return FALSE;
  if (years->len == 0)
    {
      g_set_error_literal (
        error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
        _ ("还没有任何年度方案，不能生成示例企业，请先用 xyb init 新建带方案的办公数据。"));
      return FALSE;
    }
  *out_year = g_array_index (years, int, years->len - 1);
  return TRUE;
}

static void
print_demo_json (XybCli *cli, int year)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_text (json, "file", xyb_cli_get_office (cli));
  xyb_cli_json_int (json, "year", year);
  xyb_cli_json_int (json, "enterprises", options.enterprises);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static gboolean
run_demo (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  int year;

  if (options.enterprises < 1 || options.enterprises > 1000000)
    return xyb_cli_usage_error (error, _ ("--enterprises 应为 1 到 1000000 之间的整数。"));
  store = xyb_cli_open (cli, error);
  if (store == NULL || !choose_year (store, &year, error))
    return FALSE;
  if (!xyb_office_store_fill_demo (store, year, (guint) options.enterprises, TRUE, show_progress,
                                   NULL, error))
    return FALSE;
  if (options.tracks && !xyb_office_store_fill_demo_tracks (store, year, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_demo_json (cli, year);
  else
    xyb_cli_print (_ ("已在「%s」里生成 %" PRId64 " 家示例企业（%d 年），名称都是虚构的。\n"),
                   xyb_cli_get_office (cli), options.enterprises, year);
  return TRUE;
}

static void
print_report_json (const char *path, const XybBackupReport *report)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  xyb_cli_json_text (json, "file", path);
  xyb_cli_json_int (json, "enterprises", report->enterprises);
  xyb_cli_json_int (json, "plans", report->plans);
  xyb_cli_json_int (json, "revisions", report->revisions);
  xyb_cli_json_text (json, "last_time", report->last_time);
  xyb_cli_json_text (json, "last_label", report->last_label);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

/* A trial restore: needs no office. */
static gboolean
verify_backup (XybCli *cli, const char *path, GError **error)
{
  XybBackupReport report;
  g_autofree char *sentence = NULL;

  if (!xyb_store_test_restore (path, &report, error))
    return FALSE;
  sentence = xyb_backup_report_sentence (&report);
  if (xyb_cli_wants_json (cli))
    print_report_json (path, &report);
  else
    xyb_cli_print ("%s\n", sentence);
  xyb_backup_report_clear (&report);
  return TRUE;
}

static gboolean
run_backup (XybCli *cli, GError **error)
{
  const char *path = xyb_cli_get_argument (cli, 0);
  g_autoptr (XybStore) store = NULL;

  if (options.verify)
    return verify_backup (cli, path, error);
  store = xyb_cli_open_to_read (cli, error);
  if (store == NULL
      || !xyb_store_backup (store, path, options.force, show_progress, NULL, NULL, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print_text ("file", path);
  else
    xyb_cli_print (_ ("已备份到「%s」，并核对无误。\n"), path);
  return TRUE;
}

static gboolean
run_backups (XybCli *cli, GError **error)
{
  static const char *const heads[] = { N_ ("时间"), N_ ("原因"), N_ ("字节"), N_ ("文件"), NULL };
  g_autoptr (GPtrArray) backups = xyb_store_list_backups (xyb_cli_get_office (cli), error);
  g_autoptr (XybCliTable) table = NULL;
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (backups == NULL)
    return FALSE;
  table = xyb_cli_table_new (heads, "llrl");
  json_builder_begin_array (json);
  for (guint i = 0; i < backups->len; i++)
    {
      XybBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *bytes = g_strdup_printf ("%" G_GINT64_FORMAT, backup->bytes);

      xyb_cli_table_add (table, backup->time, backup->reason, bytes, backup->path, NULL);
      json_builder_begin_object (json);
      xyb_cli_json_text (json, "path", backup->path);
      xyb_cli_json_text (json, "time", backup->time);
      xyb_cli_json_int (json, "sequence", backup->sequence);
      xyb_cli_json_int (json, "bytes", backup->bytes);
      xyb_cli_json_text (json, "reason", backup->reason);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  else
    xyb_cli_table_print (table);
  return TRUE;
}

static gboolean
run_restore (XybCli *cli, GError **error)
{
  const char *backup = xyb_cli_get_argument (cli, 0);
  const char *office = xyb_cli_get_office (cli);
  gboolean replaces = g_file_test (office, G_FILE_TEST_EXISTS);

  if (!xyb_store_restore (office, backup, xyb_cli_get_operator (cli), error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    {
      g_autoptr (JsonBuilder) json = json_builder_new ();

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "file", office);
      xyb_cli_json_text (json, "backup", backup);
      json_builder_end_object (json);
      xyb_cli_json_print (json);
    }
  else if (replaces)
    xyb_cli_print (_ ("已用「%s」恢复办公数据「%s」；恢复前的数据已另存为备份。\n"), backup,
                   office);
  else
    xyb_cli_print (_ ("已用「%s」恢复办公数据「%s」。\n"), backup, office);
  return TRUE;
}

static gboolean
run_check (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open_to_read (cli, error);

  if (store == NULL || !xyb_store_check (store, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    {
      g_autoptr (JsonBuilder) json = json_builder_new ();

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "file", xyb_cli_get_office (cli));
      xyb_cli_json_bool (json, "ok", TRUE);
      json_builder_end_object (json);
      xyb_cli_json_print (json);
    }
  else
    xyb_cli_print (_ ("办公数据「%s」完好。\n"), xyb_cli_get_office (cli));
  return TRUE;
}

static GOptionEntry init_options[] = {
  { "blank", 0, 0, G_OPTION_ARG_NONE, &options.blank, N_ ("只要单位名册，不带年度方案"), NULL },
  { NULL },
};
static GOptionEntry demo_options[] = {
  { "enterprises", 0, 0, G_OPTION_ARG_INT64, &options.enterprises, N_ ("生成多少家示例企业"), "N" },
  { "year", 0, 0, G_OPTION_ARG_STRING, &options.year, N_ ("年度，默认最新的方案"), N_ ("年度") },
  XYB_CLI_FLAG_OPTION ("tracks", options.tracks, "也填贯标和示范的办理情况、历年认定"),
  { NULL },
};
static GOptionEntry backup_options[] = {
  { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_ ("替换已有的同名文件"), NULL },
  XYB_CLI_FLAG_OPTION ("verify", options.verify, "不备份，试着恢复这份备份，看它好不好用"),
  { NULL },
};

const XybCliCommand xyb_cli_office_commands[] = {
  { "init", NULL, N_ ("新建办公数据（昆山 2019、2020 年资料）"), init_options, 0, 0, run_init },
  { "presets", NULL, N_ ("载入昆山资料里还没有的工作方案和考核方案"), NULL, 0, 0, run_presets },
  { "demo", NULL, N_ ("填入虚构的示例企业，供试用"), demo_options, 0, 0, run_demo },
  { "check", NULL, N_ ("检查办公数据是否完好"), NULL, 0, 0, run_check },
  { "backup", N_ ("文件"), N_ ("备份到一个文件"), backup_options, 1, 1, run_backup },
  { "backups", NULL, N_ ("列出自动备份"), NULL, 0, 0, run_backups },
  { "restore", N_ ("备份文件"), N_ ("从备份恢复"), NULL, 1, 1, run_restore },
  { NULL },
};
