/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-document-store.h"
#include "xyb-document.h"
#include "xyb-export.h"
#include "xyb-i18n.h"
#include "xyb-quota-table.h"
#include "xyb-template-store.h"

/* export quota|nominations|template: 附件1 and 附件2 as the office hands them out. */

static struct
{
  char *district;
  gboolean all;
  gboolean merged;
  gboolean blank;
  gboolean force;
  gboolean prefill;
} options;

static gboolean
run_quota (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = xyb_cli_open_plan (cli, xyb_cli_out.year, &store, error);
  g_autoptr (XybQuotaTable) table = NULL;
  g_autofree char *proposed = NULL;
  g_autofree char *path = NULL;
  g_autofree char *warning = NULL;
  XybCliFormat format;
  gboolean written;

  if (plan == NULL)
    return FALSE;
  proposed = xyb_quota_table_file_name (plan);
  if (!xyb_cli_out_resolve (cli, proposed, &path, &format, error))
    return FALSE;
  /* QUO-01: a sum that is off is refused, or written with the mismatch noted. */
  if (!options.force && !xyb_quota_table_check (plan, error))
    return FALSE;
  table = xyb_quota_table_new (plan);
  if (options.force)
    xyb_quota_table_note_mismatch (table, plan);
  if (format == XYB_CLI_PDF)
    {
      g_autoptr (XybDocument) document = xyb_document_new_quota (table);

      written = xyb_document_write_pdf (document, path, NULL, error);
    }
  else
    written = xyb_export_quota_xlsx (table, path, error);
  if (!written)
    return FALSE;
  warning = xyb_quota_table_warning (plan);
  xyb_cli_out_say (cli, path);
  xyb_cli_out_end (cli, format, warning);
  return TRUE;
}

/* ---- 附件2 ---- */

static gboolean
write_tables (GPtrArray *tables, const char *path, XybCliFormat format, GError **error)
{
  XybNominationTable *const *list = (XybNominationTable *const *) tables->pdata;

  if (format == XYB_CLI_PDF)
    {
      g_autoptr (XybDocument) document = xyb_document_new_nominations (list, tables->len);

      if (!xyb_document_write_pdf (document, path, NULL, error))
        return FALSE;
    }
  else if (!xyb_export_nominations_xlsx (list, tables->len, path, NULL, NULL, NULL, error))
    return FALSE;
  return TRUE;
}

static GPtrArray *
read_tables (XybStore *store, const XybPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;
  XybNominationTable *table;

  if (options.all)
    return xyb_document_store_read_nominations (store, plan, 0, error);
  if (options.district != NULL)
    {
      g_autoptr (XybUnit) unit
        = xyb_unit_store_find (store, options.district, XYB_UNIT_KIND_DISTRICT, error);

      return unit != NULL ? xyb_document_store_read_nominations (store, plan, unit->id, error)
                          : NULL;
    }
  table = options.blank ? xyb_nomination_table_new_blank (plan)
                        : xyb_document_store_read_merged (store, plan, error);
  if (table == NULL)
    return NULL;
  tables = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_table_free);
  g_ptr_array_add (tables, table);
  return g_steal_pointer (&tables);
}

/* --all into a folder: one file a 区镇, as they are sent out by OA. */
static gboolean
write_one_file_each (XybCli *cli, const XybPlan *plan, GPtrArray *tables, GError **error)
{
  XybCliFormat format;

  if (!xyb_cli_out_format (&format, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      XybNominationTable *table = g_ptr_array_index (tables, i);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autofree char *base = xyb_nomination_table_file_name (plan, table->district);
      g_autofree char *name = g_strconcat (base, format == XYB_CLI_PDF ? ".pdf" : ".xlsx", NULL);
      g_autofree char *path = g_build_filename (xyb_cli_out.out, name, NULL);

      g_ptr_array_add (one, table);
      if (!write_tables (one, path, format, error))
        return FALSE;
      xyb_cli_out_say (cli, path);
    }
  xyb_cli_out_end (cli, format, NULL);
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
  g_autoptr (GPtrArray) tables = NULL;
  g_autofree char *proposed = NULL;
  g_autofree char *path = NULL;
  XybCliFormat format;

  if (chosen != 1)
    return xyb_cli_usage_error (
      error, _ ("请在 --district "
                "区镇、--all（各区镇）、--merged（全市合并）、--blank（空白表）里选一个。"));
  if (xyb_cli_out.out == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --out 给出要写的文件。"));
  plan = xyb_cli_open_plan (cli, xyb_cli_out.year, &store, error);
  tables = plan != NULL ? read_tables (store, plan, error) : NULL;
  if (tables == NULL)
    return FALSE;
  if (options.all && g_file_test (xyb_cli_out.out, G_FILE_TEST_IS_DIR))
    return write_one_file_each (cli, plan, tables, error);
  proposed = xyb_nomination_table_file_name (plan, which_name (tables));
  if (!xyb_cli_out_resolve (cli, proposed, &path, &format, error)
      || !write_tables (tables, path, format, error))
    return FALSE;
  xyb_cli_out_say (cli, path);
  xyb_cli_out_end (cli, format, NULL);
  return TRUE;
}

/* ---- 附件2 to be filled in ---- */

static char *
template_path (const XybPlan *plan, const XybNominationTemplate *template)
{
  g_autofree char *base = xyb_nomination_table_file_name (plan, template->table->district);
  g_autofree char *name = g_strconcat (base, ".xlsx", NULL);

  return g_build_filename (xyb_cli_out.out, name, NULL);
}

/* Into a folder, one file a 区镇, under the office's own names; or one into a file. */
static gboolean
write_templates (XybCli *cli, const XybPlan *plan, GPtrArray *templates, GError **error)
{
  gboolean folder = g_file_test (xyb_cli_out.out, G_FILE_TEST_IS_DIR);

  for (guint i = 0; i < templates->len; i++)
    {
      const XybNominationTemplate *template = g_ptr_array_index (templates, i);
      g_autofree char *path = folder ? template_path (plan, template) : g_strdup (xyb_cli_out.out);

      if (!xyb_export_template_xlsx (template, path, NULL, error))
        return FALSE;
      xyb_cli_out_say (cli, path);
    }
  xyb_cli_out_end (cli, XYB_CLI_XLSX, NULL);
  return TRUE;
}

static gboolean
run_template (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybUnit) unit = NULL;
  g_autoptr (GPtrArray) templates = NULL;

  if (!xyb_cli_out_check_xlsx (cli, options.district == NULL, error))
    return FALSE;
  plan = xyb_cli_open_plan (cli, xyb_cli_out.year, &store, error);
  if (plan == NULL)
    return FALSE;
  if (options.district != NULL
      && (unit = xyb_unit_store_find (store, options.district, XYB_UNIT_KIND_DISTRICT, error))
           == NULL)
    return FALSE;
  templates
    = xyb_template_store_read (store, plan, unit != NULL ? unit->id : 0, options.prefill, error);
  return templates != NULL && write_templates (cli, plan, templates, error);
}

static GOptionEntry quota_options[] = {
  XYB_CLI_YEAR_OPTION,
  XYB_CLI_OUT_OPTIONS,
  { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_ ("合计与目标不符时仍然写出，并在表旁注明"),
    NULL },
  { NULL },
};
static GOptionEntry nomination_options[] = {
  XYB_CLI_YEAR_OPTION,
  XYB_CLI_OUT_OPTIONS,
  { "district", 0, 0, G_OPTION_ARG_STRING, &options.district, N_ ("一个区镇"), N_ ("区镇") },
  { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_ ("各区镇：一个工作簿，每个区镇一张表"), NULL },
  { "merged", 0, 0, G_OPTION_ARG_NONE, &options.merged, N_ ("全市合并"), NULL },
  { "blank", 0, 0, G_OPTION_ARG_NONE, &options.blank, N_ ("空白表"), NULL },
  { NULL },
};

static GOptionEntry template_options[] = {
  XYB_CLI_YEAR_OPTION,
  XYB_CLI_XLSX_OPTION,
  XYB_CLI_TEXT_OPTION ("district",
                       options.district,
                       "一个区镇，默认所有要报的区镇，每个区镇一个文件",
                       N_ ("区镇")),
  XYB_CLI_FLAG_OPTION ("prefill", options.prefill, "填好本区镇上一次推荐过、还没有通过贯标的企业"),
  { NULL },
};

const XybCliCommand xyb_cli_export_commands[] = {
  { "export quota", NULL, N_ ("写出附件1（指标分解表）"), quota_options, 0, 0, run_quota },
  { "export nominations", NULL, N_ ("写出附件2（企业汇总表）"), nomination_options, 0, 0,
    run_nominations },
  { "export template", NULL, N_ ("写出下发给区镇填报的附件2模板"), template_options, 0, 0,
    run_template },
  { NULL },
};
