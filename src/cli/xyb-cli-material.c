/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-progress-store.h"
#include "xyb-provider-store.h"

/* material set, contract add. */

static struct
{
  char *year;
  char *track;
  char *item;
  char *state;
  char *received;
  char *issued;
  char *valid_until;
  char *note;
  char *file;
  char *provider;
  char *kind;
  char *signed_on;
  char *from;
  char *to;
  gboolean filed;
  gboolean stamped;
} options;

/* ---- material set ---- */

static const XybPlanMaterial *
need_item (const XybPlan *plan, XybTrack track, GError **error)
{
  gint64 number = 0;
  gint64 count = 0;

  if (options.item == NULL)
    {
      xyb_cli_usage_error (error, _ ("请用 --item 给出第几项材料，例如 --item 1。"));
      return NULL;
    }
  if (!xyb_cli_parse_number (_ ("材料序号"), options.item, &number, error))
    return NULL;
  for (guint i = 0; i < plan->materials->len; i++)
    {
      const XybPlanMaterial *item = plan->materials->pdata[i];

      if (item->track == track && ++count == number)
        return item;
    }
  g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
               _ ("%d年%s的材料清单有 %d 项，没有第 %s 项。"), plan->year, xyb_track_name (track),
               (int) count, options.item);
  return NULL;
}

static XybMaterial *
take_earlier (GPtrArray *materials, gint64 material_id)
{
  for (guint i = 0; i < materials->len; i++)
    if (((XybMaterial *) materials->pdata[i])->material_id == material_id)
      return g_ptr_array_steal_index (materials, i);
  return xyb_material_new (material_id);
}

static gboolean
fill_material (XybMaterial *material, GError **error)
{
  if (options.state != NULL)
    {
      material->state = xyb_material_state_from_key (options.state);
      if (material->state == 0)
        return xyb_cli_usage_error (error, _ ("没有材料状态「%s」，可用：缺、收、退、齐。"),
                                    options.state);
    }
  xyb_cli_take_text (&material->note, options.note);
  return xyb_cli_take_date (&material->received_on, options.received, _ ("收到日期"), error)
         && xyb_cli_take_date (&material->issued_on, options.issued, _ ("出具日期"), error)
         && xyb_cli_take_date (&material->valid_until, options.valid_until, _ ("有效期至"), error);
}

static void
say_material (XybCli *cli,
              const XybPlan *plan,
              const XybTrackRecord *record,
              const GPtrArray *materials,
              const XybPlanMaterial *item,
              const char *today)
{
  g_autoptr (XybMaterialList) list = xyb_material_list_new (plan, record->track, materials, today);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  for (guint i = 0; i < list->lines->len; i++)
    {
      const XybMaterialLine *line = list->lines->pdata[i];

      if (line->item != item)
        continue;
      if (!xyb_cli_wants_json (cli))
        {
          xyb_cli_print (_ ("%s　第 %u 项 %s：%s\n"), record->enterprise_name, line->number,
                         item->name, line->words);
          if (line->warning != NULL)
            g_printerr ("%s\n", line->warning);
          return;
        }
      json_builder_begin_object (json);
      xyb_cli_json_int (json, "item", line->number);
      xyb_cli_json_text (json, "state", xyb_material_state_key (line->state));
      xyb_cli_json_text (json, "validity", xyb_validity_key (line->validity));
      xyb_cli_json_text (json, "words", line->words);
      xyb_cli_json_text (json, "warning", line->warning);
      xyb_cli_json_int (json, "lacking", list->lacking);
      json_builder_end_object (json);
      xyb_cli_json_print (json);
    }
}

static gboolean
set_material (XybCli *cli,
              XybStore *store,
              const XybPlan *plan,
              XybTrack track,
              const XybEnterprise *enterprise,
              GError **error)
{
  g_autoptr (XybTrackRecord) record
    = xyb_progress_store_get (store, plan, track, enterprise->id, error);
  const XybPlanMaterial *item = record != NULL ? need_item (plan, track, error) : NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (XybMaterial) material = NULL;
  g_autofree char *today = xyb_date_today ();

  if (item == NULL)
    return FALSE;
  before = xyb_progress_store_list_materials (store, record->id, error);
  if (before == NULL)
    return FALSE;
  material = take_earlier (before, item->id);
  if (!fill_material (material, error)
      || !xyb_progress_store_set_material (store, plan, record, material, options.file, today,
                                           error))
    return FALSE;
  after = xyb_progress_store_list_materials (store, record->id, error);
  if (after == NULL)
    return FALSE;
  say_material (cli, plan, record, after, item, today);
  return TRUE;
}

static gboolean
run_material (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybEnterprise) enterprise = NULL;
  XybTrack track = 0;
  int year = 0;

  if (!xyb_cli_need_year (options.year, &year, error)
      || !xyb_cli_need_track (options.track, &track, error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  plan = store != NULL ? xyb_plan_store_get (store, year, error) : NULL;
  enterprise
    = plan != NULL ? xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 0), error) : NULL;
  return enterprise != NULL && set_material (cli, store, plan, track, enterprise, error);
}

/* ---- contract add ---- */

static void
say_contract (XybCli *cli, const XybContract *contract)
{
  g_autoptr (GPtrArray) warnings = xyb_contract_warnings (contract);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  int months = xyb_contract_months (contract);

  if (!xyb_cli_wants_json (cli))
    {
      xyb_cli_print (_ ("已登记%s：%s 与 %s\n"), xyb_contract_kind_name (contract->kind),
                     contract->enterprise_name, contract->provider_name);
      for (guint i = 0; i < warnings->len; i++)
        g_printerr ("%s\n", (const char *) warnings->pdata[i]);
      return;
    }
  json_builder_begin_object (json);
  xyb_cli_json_id (json, "id", contract->id);
  xyb_cli_json_text (json, "enterprise", contract->enterprise_name);
  xyb_cli_json_text (json, "provider", contract->provider_name);
  xyb_cli_json_text (json, "kind", xyb_contract_kind_key (contract->kind));
  xyb_cli_json_int (json, "months", months >= 0 ? months : XYB_UNSAID);
  json_builder_set_member_name (json, "warnings");
  json_builder_begin_array (json);
  for (guint i = 0; i < warnings->len; i++)
    json_builder_add_string_value (json, warnings->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  xyb_cli_json_print (json);
}

static gboolean
fill_contract (XybContract *contract, GError **error)
{
  if (options.provider == NULL || options.signed_on == NULL)
    return xyb_cli_usage_error (error,
                                _ ("请用 --provider 给出服务机构，用 --signed 给出签订日期。"));
  if (options.kind != NULL)
    contract->kind = xyb_contract_kind_from_key (options.kind);
  if (contract->kind == 0)
    return xyb_cli_usage_error (
      error, _ ("没有合同种类「%s」，可用：accreditation（贯标）、model（示范）。"), options.kind);
  contract->filed = options.filed;
  contract->stamped = options.stamped;
  xyb_cli_take_text (&contract->note, options.note);
  return xyb_cli_take_date (&contract->signed_on, options.signed_on, _ ("合同签订日期"), error)
         && xyb_cli_take_date (&contract->starts_on, options.from, _ ("合同服务开始"), error)
         && xyb_cli_take_date (&contract->ends_on, options.to, _ ("合同服务截止"), error);
}

static gboolean
run_contract (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybEnterprise) enterprise = NULL;
  g_autoptr (XybContract) contract = xyb_contract_new ();
  g_autofree char *today = xyb_date_today ();

  if (!fill_contract (contract, error))
    return FALSE;
  store = xyb_cli_open (cli, error);
  enterprise
    = store != NULL ? xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 0), error) : NULL;
  if (enterprise == NULL)
    return FALSE;
  contract->enterprise_id = enterprise->id;
  if (!xyb_contract_store_add (store, contract, options.provider, today, error))
    return FALSE;
  say_contract (cli, contract);
  return TRUE;
}

static GOptionEntry material_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  XYB_CLI_TRACK_OPTION (options.track),
  XYB_CLI_TEXT_OPTION ("item", options.item, "清单里的第几项", N_ ("序号")),
  XYB_CLI_TEXT_OPTION ("state", options.state, "缺、收、退或齐", N_ ("状态")),
  XYB_CLI_TEXT_OPTION ("received", options.received, "收到日期，默认今天", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("issued", options.issued, "出具日期", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("valid-until", options.valid_until, "有效期至", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("note", options.note, "备注；退回时写原因", N_ ("备注")),
  { "file", 0, 0, G_OPTION_ARG_FILENAME, &options.file, N_ ("要保存的附件"), N_ ("文件") },
  { NULL },
};
static GOptionEntry contract_options[] = {
  XYB_CLI_TEXT_OPTION ("provider", options.provider, "服务机构名称", N_ ("机构")),
  XYB_CLI_TEXT_OPTION ("kind", options.kind, "accreditation 贯标、model 示范", N_ ("种类")),
  XYB_CLI_TEXT_OPTION ("signed", options.signed_on, "签订日期", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("from", options.from, "服务开始", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("to", options.to, "服务截止", N_ ("日期")),
  XYB_CLI_FLAG_OPTION ("filed", options.filed, "已报市信用办备案"),
  XYB_CLI_FLAG_OPTION ("stamped", options.stamped, "已经市信用办盖章鉴定"),
  XYB_CLI_TEXT_OPTION ("note", options.note, "备注", N_ ("备注")),
  { NULL },
};

const XybCliCommand xyb_cli_material_commands[] = {
  { "material set", N_ ("企业"), N_ ("登记一项材料"), material_options, 1, 1, run_material },
  { "contract add", N_ ("企业"), N_ ("登记服务合同"), contract_options, 1, 1, run_contract },
  { NULL },
};
