/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-i18n.h"
#include "xyb-quota-table.h"

/* quota show|set|add-row|remove-row: 附件1's numbers. */

static struct
{
  char *year;
  char *district;
  char *track;
} options;

/**
 * xyb_cli_print_quotas_json:
 *
 * Writes 附件1's numbers and what is wrong with them, if anything, to standard output.
 */
void
xyb_cli_print_quotas_json (const XybPlan *plan)
{
  g_autoptr (XybQuotaTable) table = xyb_quota_table_new (plan);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *warning = xyb_quota_table_warning (plan);
  g_autoptr (GError) problem = NULL;

  xyb_quota_table_check (plan, &problem);
  json_builder_begin_object (json);
  xyb_cli_json_int (json, "year", plan->year);
  xyb_cli_json_text (json, "title", table->title);
  xyb_cli_json_quotas (json, plan);
  json_builder_set_member_name (json, "total");
  json_builder_begin_object (json);
  xyb_cli_json_int (json, "accreditation", table->total_accreditation);
  xyb_cli_json_int (json, "city_model", table->total_city_model);
  json_builder_end_object (json);
  xyb_cli_json_tracks (json, "targets", plan->targets);
  xyb_cli_json_text (json, "problem", problem != NULL ? problem->message : NULL);
  xyb_cli_json_text (json, "warning", warning);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

/**
 * xyb_cli_print_quota_remark:
 *
 * Says after a change whether 附件1 still adds up, and what else to look at (QUO-02). A sum that is
 * off while quotas are being moved is a remark, not a refusal (QUO-01).
 */
void
xyb_cli_print_quota_remark (const XybPlan *plan)
{
  g_autofree char *warning = xyb_quota_table_warning (plan);
  g_autoptr (GError) problem = NULL;

  if (!xyb_quota_table_check (plan, &problem))
    xyb_cli_print (_ ("已改。请注意：%s\n"), problem->message);
  else
    xyb_cli_print ("%s\n", _ ("已改，合计与方案目标一致。"));
  if (warning != NULL)
    xyb_cli_print ("%s\n", warning);
}

static void
print_quota_text (const XybPlan *plan)
{
  g_autoptr (XybQuotaTable) table = xyb_quota_table_new (plan);
  g_autofree char *warning = xyb_quota_table_warning (plan);
  g_autoptr (GError) problem = NULL;
  g_autoptr (XybCliTable) text = NULL;
  const char *heads[] = { table->heads[0], table->heads[1], table->heads[2], NULL };
  g_autofree char *total = xyb_cli_number_text (table->total_accreditation);
  g_autofree char *city_total = xyb_cli_number_text (table->total_city_model);

  text = xyb_cli_table_new (heads, "lrr");
  for (guint i = 0; i < table->rows->len; i++)
    {
      XybQuotaTableRow *row = g_ptr_array_index (table->rows, i);
      g_autofree char *accreditation = xyb_cli_number_text (row->accreditation);
      g_autofree char *city = xyb_cli_number_text (row->city_model);

      xyb_cli_table_add (text, row->name, accreditation, city, NULL);
    }
  xyb_cli_table_add (text, _ ("合计"), total, city_total, NULL);
  xyb_cli_print ("%s\n", table->title);
  xyb_cli_table_print (text);
  if (!xyb_quota_table_check (plan, &problem))
    xyb_cli_print ("%s\n", problem->message);
  if (warning != NULL)
    xyb_cli_print ("%s\n", warning);
}

static gboolean
run_quota_show (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = xyb_cli_open_plan (cli, options.year, &store, error);

  if (plan == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    xyb_cli_print_quotas_json (plan);
  else
    print_quota_text (plan);
  return TRUE;
}

static gboolean
report_change (XybCli *cli, XybStore *store, int year, GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, year, error);

  if (plan == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    xyb_cli_print_quotas_json (plan);
  else
    xyb_cli_print_quota_remark (plan);
  return TRUE;
}

static XybUnit *
need_district (XybStore *store, GError **error)
{
  if (options.district == NULL)
    {
      xyb_cli_usage_error (error, _ ("请用 --district 给出区镇，例如 --district 周市镇。"));
      return NULL;
    }
  return xyb_unit_store_find (store, options.district, XYB_UNIT_KIND_DISTRICT, error);
}

static gboolean
run_quota_set (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybUnit) unit = NULL;
  XybTrack track;
  gint64 number;
  int year;

  if (!xyb_cli_need_year (options.year, &year, error)
      || !xyb_cli_need_track (options.track, &track, error)
      || !xyb_cli_parse_number (_ ("指标数"), xyb_cli_get_argument (cli, 0), &number, error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  unit = store == NULL ? NULL : need_district (store, error);
  if (unit == NULL || !xyb_plan_store_set_quota (store, year, unit->id, track, number, error))
    return FALSE;
  return report_change (cli, store, year, error);
}

typedef gboolean (*RowFunc) (XybStore *store, int year, gint64 unit_id, GError **error);

static gboolean
change_row (XybCli *cli, RowFunc func, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybUnit) unit = NULL;
  int year;

  if (!xyb_cli_need_year (options.year, &year, error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  unit = store == NULL ? NULL : need_district (store, error);
  return unit != NULL && func (store, year, unit->id, error)
         && report_change (cli, store, year, error);
}

static gboolean
run_quota_add (XybCli *cli, GError **error)
{
  return change_row (cli, xyb_plan_store_add_quota_row, error);
}

static gboolean
run_quota_remove (XybCli *cli, GError **error)
{
  return change_row (cli, xyb_plan_store_remove_quota_row, error);
}

static GOptionEntry show_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  { NULL },
};
static GOptionEntry row_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("district", options.district, "区镇", N_ ("区镇")),
  { NULL },
};
static GOptionEntry set_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("district", options.district, "区镇", N_ ("区镇")),
  XYB_CLI_TRACK_OPTION (options.track),
  { NULL },
};

const XybCliCommand xyb_cli_quota_commands[] = {
  { "quota show", NULL, N_ ("看指标分解（附件1）"), show_options, 0, 0, run_quota_show },
  { "quota set", N_ ("家数"), N_ ("改一个区镇的指标；「空」表示不填"), set_options, 1, 1,
    run_quota_set },
  { "quota add-row", NULL, N_ ("给附件1加一个区镇"), row_options, 0, 0, run_quota_add },
  { "quota remove-row", NULL, N_ ("从附件1去掉一个区镇"), row_options, 0, 0, run_quota_remove },
  { NULL },
};
