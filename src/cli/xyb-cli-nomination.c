/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* nomination add|set|list|remove, submission list|set: 附件2's rows and what the 区镇 have
 * returned. */

static struct
{
  char *year;
  char *district;
  char *enterprise;
  char *products;
  char *revenue;
  char *headcount;
  char *contact;
  char *phone;
  char *note;
  char *confirmed;
  char *signed_up;
  char *accepted;
  char *state;
  char *received;
  char *officer;
} options;

static gboolean
find_district (XybStore *store, gint64 *out_id, GError **error)
{
  g_autoptr (XybUnit) unit = NULL;

  *out_id = 0;
  if (options.district == NULL)
    return TRUE;
  unit = xyb_unit_store_find (store, options.district, XYB_UNIT_KIND_DISTRICT, error);
  if (unit == NULL)
    return FALSE;
  *out_id = unit->id;
  return TRUE;
}

static gboolean
take_revenue (XybNomination *nomination, XybStore *store, GError **error)
{
  XybAmount amount;

  if (options.revenue == NULL)
    return TRUE;
  if (!xyb_amount_parse (_ ("去年销售收入"), options.revenue,
                         xyb_office_store_get_revenue_unit (store), &amount, error))
    return FALSE;
  nomination->revenue_fen = amount.fen;
  nomination->revenue_unit = amount.unit;
  return TRUE;
}

static gboolean
take_options (XybNomination *nomination, XybStore *store, GError **error)
{
  xyb_cli_take_text (&nomination->products, options.products);
  xyb_cli_take_text (&nomination->contact, options.contact);
  xyb_cli_take_text (&nomination->phone, options.phone);
  xyb_cli_take_text (&nomination->note, options.note);
  return xyb_cli_take_headcount (&nomination->headcount, options.headcount, error)
         && take_revenue (nomination, store, error)
         && xyb_cli_take_date (&nomination->confirmed_on, options.confirmed, _ ("确定日期"), error)
         && xyb_cli_take_date (&nomination->signed_on, options.signed_up, _ ("签约日期"), error)
         && xyb_cli_take_date (&nomination->accepted_on, options.accepted, _ ("验收通过日期"),
                               error);
}

static void
add_nomination_json (JsonBuilder *json, const XybNomination *row)
{
  const char *unit = xyb_money_unit_name (row->revenue_unit);

  json_builder_begin_object (json);
  xyb_cli_json_id (json, "id", row->id);
  xyb_cli_json_text (json, "district", row->unit_name);
  xyb_cli_json_int (json, "position", row->position);
  xyb_cli_json_id (json, "enterprise_id", row->enterprise_id);
  xyb_cli_json_text (json, "name", row->enterprise_name);
  xyb_cli_json_text (json, "products", row->products);
  xyb_cli_json_int (json, "revenue_fen", row->revenue_fen);
  xyb_cli_json_text (json, "revenue_unit", row->revenue_fen == XYB_UNSAID ? NULL : unit);
  xyb_cli_json_int (json, "headcount", row->headcount);
  xyb_cli_json_text (json, "contact", row->contact);
  xyb_cli_json_text (json, "phone", row->phone);
  xyb_cli_json_text (json, "confirmed_on", row->confirmed_on);
  xyb_cli_json_text (json, "signed_on", row->signed_on);
  xyb_cli_json_text (json, "accepted_on", row->accepted_on);
  xyb_cli_json_text (json, "note", row->note);
  json_builder_end_object (json);
}

static void
print_nomination_json (const XybNomination *row)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  add_nomination_json (json, row);
  xyb_cli_json_print (json);
}

/* The row as it is after a change. */
static gboolean
report_row (XybCli *cli, XybStore *store, gint64 id, int year, gboolean added, GError **error)
{
  g_autoptr (XybNomination) row = xyb_nomination_store_get (store, id, error);

  if (row == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_nomination_json (row);
  else
    xyb_cli_print (added ? _ ("已列入 %d 年附件2：%s\n") : _ ("已修改 %d 年附件2：%s\n"), year,
                   row->enterprise_name);
  return TRUE;
}

/* ENT-08: who has been accepted before is no 新增; the clerk decides. */
static gboolean
remark_earlier (XybStore *store, const XybEnterprise *enterprise, int year, GError **error)
{
  g_autoptr (GError) local = NULL;
  int earlier = xyb_nomination_store_earlier_year (store, enterprise->id, year, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (earlier != 0)
    g_printerr (_ ("「%s」%d 年已通过贯标验收，不算 %d 年新增，请核对。\n"), enterprise->name,
                earlier, year);
  return TRUE;
}

static gboolean
run_add (XybCli *cli, GError **error)
{
  const char *text
    = options.enterprise != NULL ? options.enterprise : xyb_cli_get_argument (cli, 0);
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybEnterprise) enterprise = NULL;
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();
  gint64 unit_id;
  int year;

  if (!xyb_cli_need_year (options.year, &year, error))
    return FALSE;
  if (text == NULL)
    return xyb_cli_usage_error (error, _ ("请给出企业（编号、代码或名称）。"));
  store = xyb_cli_open (cli, error);
  plan = store == NULL ? NULL : xyb_plan_store_get (store, year, error);
  enterprise = plan == NULL ? NULL : xyb_cli_find_enterprise (store, text, error);
  if (enterprise == NULL || !find_district (store, &unit_id, error))
    return FALSE;
  xyb_nomination_prefill (nomination, enterprise);
  nomination->plan_id = plan->id;
  if (unit_id != 0)
    nomination->unit_id = unit_id;
  if (nomination->unit_id == 0)
    return xyb_cli_usage_error (error, _ ("「%s」还没有登记区镇，请用 --district 给出申报的区镇。"),
                                enterprise->name);
  if (!take_options (nomination, store, error)
      || !xyb_nomination_store_save (store, nomination, error))
    return FALSE;
  return report_row (cli, store, nomination->id, year, TRUE, error)
         && remark_earlier (store, enterprise, year, error);
}

/* The year's row of one enterprise; refused where there is none. */
static XybNomination *
find_nomination (XybStore *store, int year, const char *text, GError **error)
{
  g_autoptr (XybEnterprise) enterprise = xyb_cli_find_enterprise (store, text, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (enterprise == NULL)
    return NULL;
  rows = xyb_nomination_store_list (store, year, 0, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      XybNomination *row = g_ptr_array_index (rows, i);

      if (row->enterprise_id == enterprise->id)
        return xyb_nomination_copy (row);
    }
  g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
               _ ("「%s」没有列入 %d 年附件2，请先用 xyb nomination add 列入。"), enterprise->name,
               year);
  return NULL;
}

/* The row named on the command line, with the office open for writing. */
static XybNomination *
open_nomination (XybCli *cli, XybStore **out_store, int *out_year, GError **error)
{
  if (!xyb_cli_need_year (options.year, out_year, error))
    return NULL;
  *out_store = xyb_cli_open (cli, error);
  return *out_store == NULL
           ? NULL
           : find_nomination (*out_store, *out_year, xyb_cli_get_argument (cli, 0), error);
}

static gboolean
run_set (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybNomination) nomination = NULL;
  int year;

  nomination = open_nomination (cli, &store, &year, error);
  if (nomination == NULL || !take_options (nomination, store, error)
      || !xyb_nomination_store_save (store, nomination, error))
    return FALSE;
  return report_row (cli, store, nomination->id, year, FALSE, error);
}

static gboolean
run_remove (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybNomination) nomination = NULL;
  int year;

  nomination = open_nomination (cli, &store, &year, error);
  if (nomination == NULL || !xyb_nomination_store_remove (store, nomination->id, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_nomination_json (nomination);
  else
    xyb_cli_print (_ ("已从 %d 年附件2去掉：%s\n"), year, nomination->enterprise_name);
  return TRUE;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
print_nominations (XybCli *cli, GPtrArray *rows)
{
  static const char *const heads[] = { N_ ("区镇"),     N_ ("序号"),         N_ ("企业名称"),
                                       N_ ("主要产品"), N_ ("去年销售收入"), N_ ("职工人数"),
                                       N_ ("联系人"),   N_ ("电话"),         NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "lrllrrll");
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < rows->len; i++)
    {
      XybNomination *row = g_ptr_array_index (rows, i);
      g_autofree char *position = g_strdup_printf ("%" G_GINT64_FORMAT, row->position);
      g_autofree char *revenue = row->revenue_fen == XYB_UNSAID
                                   ? g_strdup ("")
                                   : xyb_amount_format (row->revenue_fen, row->revenue_unit);
      g_autofree char *headcount = xyb_cli_number_text (row->headcount);

      add_nomination_json (json, row);
      xyb_cli_table_add (table, or_empty (row->unit_name), position,
                         or_empty (row->enterprise_name), or_empty (row->products), revenue,
                         headcount, or_empty (row->contact), or_empty (row->phone), NULL);
    }
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    {
      xyb_cli_json_print (json);
      return;
    }
  xyb_cli_table_print (table);
  xyb_cli_print (_ ("共 %u 家。\n"), rows->len);
}

static gboolean
run_list (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 unit_id;
  int year;

  if (!xyb_cli_need_year (options.year, &year, error))
    return FALSE;
  store = xyb_cli_open_to_read (cli, error);
  if (store == NULL || !find_district (store, &unit_id, error))
    return FALSE;
  rows = xyb_nomination_store_list (store, year, unit_id, error);
  if (rows == NULL)
    return FALSE;
  print_nominations (cli, rows);
  return TRUE;
}

/* ---- submissions ---- */

static void
add_submission_json (JsonBuilder *json, const XybSubmission *one)
{
  json_builder_begin_object (json);
  xyb_cli_json_text (json, "district", one->unit_name);
  xyb_cli_json_text (json, "state", xyb_submission_state_name (one->state));
  xyb_cli_json_text (json, "received_on", one->received_on);
  xyb_cli_json_text (json, "officer", one->officer);
  xyb_cli_json_text (json, "officer_phone", one->officer_phone);
  xyb_cli_json_text (json, "note", one->note);
  xyb_cli_json_int (json, "rows", one->rows);
  json_builder_end_object (json);
}

static XybCliTable *
new_submission_table (void)
{
  static const char *const heads[]
    = { N_ ("区镇"),     N_ ("状态"), N_ ("收到日期"), N_ ("家数"), N_ ("业务负责人"),
        N_ ("联系方式"), NULL };

  return xyb_cli_table_new (heads, "lllrll");
}

static void
add_submission_row (XybCliTable *table, const XybSubmission *one)
{
  g_autofree char *rows = g_strdup_printf ("%" G_GINT64_FORMAT, one->rows);

  xyb_cli_table_add (table, or_empty (one->unit_name), xyb_submission_state_name (one->state),
                     or_empty (one->received_on), rows, or_empty (one->officer),
                     or_empty (one->officer_phone), NULL);
}

static gboolean
run_submission_list (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (XybCliTable) table = new_submission_table ();
  g_autoptr (JsonBuilder) json = json_builder_new ();
  int year;

  if (!xyb_cli_need_year (options.year, &year, error))
    return FALSE;
  store = xyb_cli_open_to_read (cli, error);
  list = store == NULL ? NULL : xyb_submission_store_list (store, year, error);
  if (list == NULL)
    return FALSE;
  json_builder_begin_array (json);
  for (guint i = 0; i < list->len; i++)
    {
      add_submission_json (json, g_ptr_array_index (list, i));
      add_submission_row (table, g_ptr_array_index (list, i));
    }
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  else
    xyb_cli_table_print (table);
  return TRUE;
}

/* The return as it is after a change. */
static gboolean
report_submission (XybCli *cli, XybStore *store, int year, gint64 unit_id, GError **error)
{
  g_autoptr (XybSubmission) stored = xyb_submission_store_get (store, year, unit_id, error);
  g_autoptr (XybCliTable) table = new_submission_table ();
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (stored == NULL)
    return FALSE;
  add_submission_json (json, stored);
  add_submission_row (table, stored);
  if (xyb_cli_wants_json (cli))
    xyb_cli_json_print (json);
  else
    xyb_cli_table_print (table);
  return TRUE;
}

static gboolean
take_state (XybSubmission *submission, GError **error)
{
  if (options.state == NULL)
    return TRUE;
  submission->state = xyb_submission_state_from_name (options.state);
  if (submission->state == 0)
    return xyb_cli_usage_error (error,
                                _ ("没有状态「%s」，可用：未报、已报、有疑问、退回、已确认。"),
                                options.state);
  return TRUE;
}

static gboolean
run_submission_set (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybSubmission) submission = NULL;
  gint64 unit_id;
  int year;

  if (!xyb_cli_need_year (options.year, &year, error))
    return FALSE;
  if (options.district == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --district 给出区镇，例如 --district 周市镇。"));
  store = xyb_cli_open (cli, error);
  if (store == NULL || !find_district (store, &unit_id, error))
    return FALSE;
  submission = xyb_submission_store_get (store, year, unit_id, error);
  if (submission == NULL || !take_state (submission, error)
      || !xyb_cli_take_date (&submission->received_on, options.received, _ ("收到日期"), error))
    return FALSE;
  xyb_cli_take_text (&submission->officer, options.officer);
  xyb_cli_take_text (&submission->officer_phone, options.phone);
  xyb_cli_take_text (&submission->note, options.note);
  return xyb_submission_store_save (store, submission, error)
         && report_submission (cli, store, year, unit_id, error);
}

#define ROW_OPTIONS                                                                                \
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),                                 \
    XYB_CLI_TEXT_OPTION ("products", options.products, "主要产品", N_ ("产品")),                   \
    XYB_CLI_TEXT_OPTION ("revenue", options.revenue, "去年销售收入，可带单位：1.2亿、3000万元",    \
                         N_ ("金额")),                                                             \
    XYB_CLI_TEXT_OPTION ("headcount", options.headcount, "职工人数", N_ ("人数")),                 \
    XYB_CLI_TEXT_OPTION ("contact", options.contact, "联系人", N_ ("姓名")),                       \
    XYB_CLI_TEXT_OPTION ("phone", options.phone, "电话", N_ ("电话")),                             \
    XYB_CLI_TEXT_OPTION ("note", options.note, "备注", N_ ("文字")),                               \
    XYB_CLI_TEXT_OPTION ("confirmed", options.confirmed, "确定名单日期", N_ ("日期")),             \
    XYB_CLI_TEXT_OPTION ("signed", options.signed_up, "签约日期", N_ ("日期")),                    \
    XYB_CLI_TEXT_OPTION ("accepted", options.accepted, "验收通过日期", N_ ("日期"))

static GOptionEntry add_options[] = {
  ROW_OPTIONS,
  XYB_CLI_TEXT_OPTION ("district", options.district, "申报的区镇，默认企业登记的区镇", N_ ("区镇")),
  XYB_CLI_TEXT_OPTION ("enterprise", options.enterprise, "企业：编号、代码或名称", N_ ("企业")),
  { NULL },
};
static GOptionEntry set_options[] = { ROW_OPTIONS, { NULL } };
static GOptionEntry year_options[]
  = { XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")), { NULL } };
static GOptionEntry list_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("district", options.district, "只看这个区镇", N_ ("区镇")),
  { NULL },
};
static GOptionEntry submission_options[] = {
  XYB_CLI_TEXT_OPTION ("year", options.year, "年度", N_ ("年度")),
  XYB_CLI_TEXT_OPTION ("district", options.district, "区镇", N_ ("区镇")),
  XYB_CLI_TEXT_OPTION ("state", options.state, "未报、已报、有疑问、退回、已确认", N_ ("状态")),
  XYB_CLI_TEXT_OPTION ("received", options.received, "收到日期", N_ ("日期")),
  XYB_CLI_TEXT_OPTION ("officer", options.officer, "业务负责人", N_ ("姓名")),
  XYB_CLI_TEXT_OPTION ("phone", options.phone, "联系方式", N_ ("电话")),
  XYB_CLI_TEXT_OPTION ("note", options.note, "备注", N_ ("文字")),
  { NULL },
};

const XybCliCommand xyb_cli_nomination_commands[] = {
  { "nomination add", N_ ("[企业]"), N_ ("把一家企业列入某年附件2"), add_options, 0, 1, run_add },
  { "nomination set", N_ ("企业"), N_ ("修改附件2的一行"), set_options, 1, 1, run_set },
  { "nomination list", NULL, N_ ("列出某年附件2"), list_options, 0, 0, run_list },
  { "nomination remove", N_ ("企业"), N_ ("从附件2去掉一家企业"), year_options, 1, 1, run_remove },
  { "submission list", NULL, N_ ("各区镇报送情况"), year_options, 0, 0, run_submission_list },
  { "submission set", NULL, N_ ("登记一个区镇的报送情况"), submission_options, 0, 0,
    run_submission_set },
  { NULL },
};
