/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-date.h"
#include "xyb-document.h"
#include "xyb-export.h"
#include "xyb-i18n.h"
#include "xyb-material-sheet-store.h"

/* export material-list: 材料清单 of an enterprise, of a 区镇, or of all on a track. */

static struct
{
  char *track;
  char **enterprises;
  char *district;
} options;

static GArray *
find_enterprises (XybStore *store, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; options.enterprises[i] != NULL; i++)
    {
      g_autoptr (XybEnterprise) enterprise
        = xyb_cli_find_enterprise (store, options.enterprises[i], error);

      if (enterprise == NULL)
        return NULL;
      g_array_append_val (ids, enterprise->id);
    }
  return g_steal_pointer (&ids);
}

/* @out_which: what the file is called by. */
static GPtrArray *
read_sheets (XybStore *store, const XybPlan *plan, XybTrack track, char **out_which, GError **error)
{
  g_autofree char *today = xyb_date_today ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (XybUnit) unit = NULL;
  GPtrArray *sheets;

  if (options.enterprises != NULL && (ids = find_enterprises (store, error)) == NULL)
    return NULL;
  if (options.district != NULL
      && (unit = xyb_unit_store_find (store, options.district, XYB_UNIT_KIND_DISTRICT, error))
           == NULL)
    return NULL;
  sheets = xyb_material_sheet_store_read (store, plan, track, ids, unit != NULL ? unit->id : 0,
                                          today, error);
  if (sheets == NULL)
    return NULL;
  if (sheets->len == 1)
    *out_which = g_strdup (((XybMaterialSheet *) sheets->pdata[0])->enterprise);
  else if (unit != NULL)
    *out_which = g_strdup (unit->name);
  else
    *out_which = g_strdup_printf ("%u家", sheets->len);
  return sheets;
}

static gboolean
write_sheets (GPtrArray *sheets, const char *path, XybCliFormat format, GError **error)
{
  XybMaterialSheet *const *list = (XybMaterialSheet *const *) sheets->pdata;
  g_autoptr (XybDocument) document = NULL;

  if (format == XYB_CLI_XLSX)
    return xyb_export_material_sheets_xlsx (list, sheets->len, path, NULL, error);
  document = xyb_document_new_material_sheets (list, sheets->len);
  return xyb_document_write_pdf (document, path, NULL, error);
}

static gboolean
run_material_list (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autofree char *which = NULL;
  g_autofree char *proposed = NULL;
  g_autofree char *path = NULL;
  XybCliFormat format;
  XybTrack track = 0;

  if (options.enterprises != NULL && options.district != NULL)
    return xyb_cli_usage_error (error, _ ("请在 --enterprise 企业 和 --district 区镇 里选一个。"));
  if (!xyb_cli_need_track (options.track, &track, error))
    return FALSE;
  plan = xyb_cli_open_plan (cli, xyb_cli_out.year, &store, error);
  sheets = plan != NULL ? read_sheets (store, plan, track, &which, error) : NULL;
  if (sheets == NULL)
    return FALSE;
  proposed = xyb_material_sheet_file_name (plan->year, track, which);
  if (!xyb_cli_out_resolve (cli, proposed, &path, &format, error)
      || !write_sheets (sheets, path, format, error))
    return FALSE;
  xyb_cli_out_say (cli, path);
  xyb_cli_out_end (cli, format, NULL);
  return TRUE;
}

static GOptionEntry material_list_options[] = {
  XYB_CLI_YEAR_OPTION,
  XYB_CLI_TRACK_OPTION (options.track),
  { "enterprise", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.enterprises,
    N_ ("一家企业；可以写几次，一家一页"), N_ ("企业") },
  XYB_CLI_TEXT_OPTION ("district", options.district, "一个区镇的企业，一家一页", "区镇"),
  XYB_CLI_OUT_OPTIONS,
  { NULL },
};

const XybCliCommand xyb_cli_material_list_commands[] = {
  { "export material-list", NULL, N_ ("写出材料清单（xlsx 或 pdf），一家一页"),
    material_list_options, 0, 0, run_material_list },
  { NULL },
};
