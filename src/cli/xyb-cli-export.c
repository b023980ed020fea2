/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include <sys/stat.h>

#include "xyb-document.h"
#include "xyb-export.h"
#include "xyb-fonts.h"
#include "xyb-i18n.h"
#include "xyb-nomination-table.h"
#include "xyb-quota-table.h"

/* export quota|nominations: 附件1 and 附件2 as the office hands them out. */

static struct
{
  char *year;
  char *district;
  gboolean all;
  gboolean merged;
  gboolean blank;
  gboolean force;
  char *out;
  char *format;
  GPtrArray *written; /* names, in the order written */
} options;

typedef enum
{
  FORMAT_XLSX,
  FORMAT_PDF
} Format;

static gboolean
format_by_ending (const char *name, Format *out, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".xlsx"))
    *out = FORMAT_XLSX;
  else if (g_str_has_suffix (lower, ".pdf"))
    *out = FORMAT_PDF;
  else
    return xyb_cli_usage_error (error,
                                _ ("不知道「%s」要什么格式：文件名请以 .xlsx 或 .pdf "
                                   "结尾，导出到文件夹时请加 --format xlsx 或 pdf。"),
                                name);
  return TRUE;
}

/* For a folder: --format, or the ending the folder's own name happens to have. */
static gboolean
chosen_format (Format *out, GError **error)
{
  g_autofree char *ending = options.format == NULL ? NULL : g_strconcat (".", options.format, NULL);

  return format_by_ending (ending != NULL ? ending : options.out, out, error);
}

/* --format is for folders; beside a file it may only say the same. */
static gboolean
check_format_agrees (Format format, GError **error)
{
  Format said;

  if (options.format == NULL)
    return TRUE;
  if (!chosen_format (&said, error))
    return FALSE;
  return said == format
         || xyb_cli_usage_error (error,
                                 _ ("--format %s 与文件名「%s」的结尾不一致，请改其中一个。"),
                                 options.format, options.out);
}

/* Whatever the office file is called: a table never takes its place. */
static gboolean
check_not_office (XybCli *cli, GError **error)
{
  struct stat out, office;

  if (stat (options.out, &out) != 0 || stat (xyb_cli_get_office (cli), &office) != 0
      || out.st_ino != office.st_ino || out.st_dev != office.st_dev)
    return TRUE;
  g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
               _ ("「%s」就是这份办公数据，不能用导出的表替换它，请换一个文件名。"), options.out);
  return FALSE;
}

/* --out: a file by its ending, or an existing folder, which gets the office's own file name. */
static gboolean
resolve_out (XybCli *cli, const char *proposed, char **out_path, Format *out_format, GError **error)
{
  g_autofree char *name = NULL;

  if (options.out == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --out 给出要写的文件。"));
  if (!g_file_test (options.out, G_FILE_TEST_IS_DIR))
    {
      *out_path = g_strdup (options.out);
      return format_by_ending (options.out, out_format, error)
             && check_format_agrees (*out_format, error) && check_not_office (cli, error);
    }
  if (!chosen_format (out_format, error))
    return FALSE;
  name = g_strconcat (proposed, *out_format == FORMAT_PDF ? ".pdf" : ".xlsx", NULL);
  *out_path = g_build_filename (options.out, name, NULL);
  return TRUE;
}

/* Each file is said when it is there; as JSON they are listed together at the end. */
static void
say_written (XybCli *cli, const char *path)
{
  if (options.written == NULL)
    options.written = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (options.written, g_filename_display_name (path));
  if (!xyb_cli_wants_json (cli))
    xyb_cli_print (_ ("已写出：%s\n"), path);
}

/* What is said once, however many files are written. */
static void
end_report (XybCli *cli, Format format, const char *warning)
{
  g_autofree char *note = format == FORMAT_PDF ? xyb_fonts_substitution_note () : NULL;
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (note != NULL)
    g_printerr (_ ("字体：%s。\n"), note);
  if (warning != NULL)
    g_printerr ("%s\n", warning);
  if (!xyb_cli_wants_json (cli))
    return;
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "files");
  json_builder_begin_array (json);
  for (guint i = 0; i < options.written->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (options.written, i));
  json_builder_end_array (json);
  xyb_cli_json_text (json, "warning", warning);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static gboolean
run_quota (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = xyb_cli_open_plan (cli, options.year, &store, error);
  g_autoptr (XybQuotaTable) table = NULL;
  g_autofree char *proposed = NULL;
  g_autofree char *path = NULL;
  g_autofree char *warning = NULL;
  Format format;
  gboolean written;

  if (plan == NULL)
    return FALSE;
  proposed = xyb_quota_table_file_name (plan);
  if (!resolve_out (cli, proposed, &path, &format, error))
    return FALSE;
  /* QUO-01: a sum that is off is refused, or written with the mismatch noted. */
  if (!options.force && !xyb_quota_table_check (plan, error))
    return FALSE;
  table = xyb_quota_table_new (plan);
  if (options.force)
    xyb_quota_table_note_mismatch (table, plan);
  if (format == FORMAT_PDF)
    {
      g_autoptr (XybDocument) document = xyb_document_new_quota (table);

      written = xyb_document_write_pdf (document, path, NULL, error);
    }
  else
    written = xyb_export_quota_xlsx (table, path, error);
  if (!written)
    return FALSE;
  warning = xyb_quota_table_warning (plan);
  say_written (cli, path);
  end_report (cli, format, warning);
  return TRUE;
}

/* ---- 附件2 ---- */

static gboolean
write_tables (GPtrArray *tables, const char *path, Format format, GError **error)
{
  XybNominationTable *const *list = (XybNominationTable *const *) tables->pdata;

  if (format == FORMAT_PDF)
    {
      g_autoptr (XybDocument) document = xyb_document_new_nominations (list, tables->len);

      if (!xyb_document_write_pdf (document, path, NULL, error))
        return FALSE;
    }
  else if (!xyb_export_nominations_xlsx (list, tables->len, path, NULL, NULL, NULL, error))
    return FALSE;
  return TRUE;
}

/* @nominations must outlive the table: its rows are borrowed. */
static XybNominationTable *
district_table (XybStore *store,
                const XybPlan *plan,
                const XybSubmission *submission,
                GPtrArray *keep,
                GError **error)
{
  GPtrArray *rows = xyb_nomination_store_list (store, plan->year, submission->unit_id, error);

  if (rows == NULL)
    return NULL;
  g_ptr_array_add (keep, rows);
  return xyb_nomination_table_new_district (plan, submission->unit_name, submission, rows);
}

static gboolean
add_district (XybStore *store,
              const XybPlan *plan,
              GPtrArray *tables,
              GPtrArray *keep,
              GError **error)
{
  g_autoptr (XybUnit) unit
    = xyb_unit_store_find (store, options.district, XYB_UNIT_KIND_DISTRICT, error);
  g_autoptr (XybSubmission) submission = NULL;
  XybNominationTable *table;

  if (unit == NULL)
    return FALSE;
  submission = xyb_submission_store_get (store, plan->year, unit->id, error);
  table = submission == NULL ? NULL : district_table (store, plan, submission, keep, error);
  if (table == NULL)
    return FALSE;
  g_ptr_array_add (tables, table);
  return TRUE;
}

static gboolean
add_every_district (XybStore *store,
                    const XybPlan *plan,
                    GPtrArray *tables,
                    GPtrArray *keep,
                    GError **error)
{
  g_autoptr (GPtrArray) list = xyb_submission_store_list (store, plan->year, error);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      XybNominationTable *table
        = district_table (store, plan, g_ptr_array_index (list, i), keep, error);

      if (table == NULL)
        return FALSE;
      g_ptr_array_add (tables, table);
    }
  return TRUE;
}

static gboolean
collect_tables (XybStore *store,
                const XybPlan *plan,
                GPtrArray *tables,
                GPtrArray *keep,
                GError **error)
{
  if (options.district != NULL)
    return add_district (store, plan, tables, keep, error);
  if (options.all)
    return add_every_district (store, plan, tables, keep, error);
  if (options.blank)
    {
      g_ptr_array_add (tables, xyb_nomination_table_new_blank (plan));
      return TRUE;
    }
  GPtrArray *rows = xyb_nomination_store_list (store, plan->year, 0, error);
  if (rows == NULL)
    return FALSE;
  g_ptr_array_add (keep, rows);
  g_ptr_array_add (tables, xyb_nomination_table_new_merged (plan, rows));
  return TRUE;
}

/* --all into a folder: one file a 区镇, as they are sent out by OA. */
static gboolean
write_one_file_each (XybCli *cli, const XybPlan *plan, GPtrArray *tables, GError **error)
{
  Format format;

  if (!chosen_format (&format, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      XybNominationTable *table = g_ptr_array_index (tables, i);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autofree char *base = xyb_nomination_table_file_name (plan, table->district);
      g_autofree char *name = g_strconcat (base, format == FORMAT_PDF ? ".pdf" : ".xlsx", NULL);
      g_autofree char *path = g_build_filename (options.out, name, NULL);

      g_ptr_array_add (one, table);
      if (!write_tables (one, path, format, error))
        return FALSE;
      say_written (cli, path);
    }
  end_report (cli, format, NULL);
  return TRUE;
}

static const char *
which_name (GPtrArray *tables)
{
  if (options.district != NULL)
    return ((XybNominationTable *) g_ptr_array_index (tables, 0))->district;
  if (options.all)
    return "各区镇";
  return options.blank ? "空白表" : "全市";
}

static gboolean
run_nominations (XybCli *cli, GError **error)
{
  int chosen = (options.district != NULL) + options.all + options.merged + options.blank;
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) tables
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_table_free);
  g_autofree char *proposed = NULL;
  g_autofree char *path = NULL;
  Format format;

  if (chosen != 1)
    return xyb_cli_usage_error (
      error, _ ("请在 --district "
                "区镇、--all（各区镇）、--merged（全市合并）、--blank（空白表）里选一个。"));
  if (options.out == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --out 给出要写的文件。"));
  plan = xyb_cli_open_plan (cli, options.year, &store, error);
  if (plan == NULL || !collect_tables (store, plan, tables, keep, error))
    return FALSE;
  if (options.all && g_file_test (options.out, G_FILE_TEST_IS_DIR))
    return write_one_file_each (cli, plan, tables, error);
  proposed = xyb_nomination_table_file_name (plan, which_name (tables));
  if (!resolve_out (cli, proposed, &path, &format, error)
      || !write_tables (tables, path, format, error))
    return FALSE;
  say_written (cli, path);
  end_report (cli, format, NULL);
  return TRUE;
}

#define COMMON_OPTIONS                                                                             \
  { "year", 0, 0, G_OPTION_ARG_STRING, &options.year, N_ ("年度"), N_ ("年度") },                  \
    { "out",                                                                                       \
      0,                                                                                           \
      0,                                                                                           \
      G_OPTION_ARG_FILENAME,                                                                       \
      &options.out,                                                                                \
      N_ ("写到哪里：.xlsx 或 .pdf 文件，或一个已有的文件夹"),                                     \
      N_ ("文件") },                                                                               \
  {                                                                                                \
    "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_ ("写到文件夹时的格式：xlsx 或 pdf"),  \
      N_ ("格式")                                                                                  \
  }

static GOptionEntry quota_options[] = {
  COMMON_OPTIONS,
  { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_ ("合计与目标不符时仍然写出，并在表旁注明"),
    NULL },
  { NULL },
};
static GOptionEntry nomination_options[] = {
  COMMON_OPTIONS,
  { "district", 0, 0, G_OPTION_ARG_STRING, &options.district, N_ ("一个区镇"), N_ ("区镇") },
  { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_ ("各区镇：一个工作簿，每个区镇一张表"), NULL },
  { "merged", 0, 0, G_OPTION_ARG_NONE, &options.merged, N_ ("全市合并"), NULL },
  { "blank", 0, 0, G_OPTION_ARG_NONE, &options.blank, N_ ("空白表"), NULL },
  { NULL },
};

const XybCliCommand xyb_cli_export_commands[] = {
  { "export quota", NULL, N_ ("写出附件1（指标分解表）"), quota_options, 0, 0, run_quota },
  { "export nominations", NULL, N_ ("写出附件2（企业汇总表）"), nomination_options, 0, 0,
    run_nominations },
  { NULL },
};
