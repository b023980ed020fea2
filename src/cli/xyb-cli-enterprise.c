/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli.h"

#include <inttypes.h>

#include "xyb-credit-code.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* enterprise add|set|show|find|remove: the register. */

static struct
{
  char *name;
  char *code;
  gboolean code_confirmed;
  char *district;
  char *industry;
  char *above_scale;
  char *founded;
  char *legal_person;
  char *products;
  char *headcount;
  char *contact;
  char *phone;
  char *note;
  gboolean closed;
  gboolean reopened;
  gboolean force;
  XybCliRegisterFilter filter;
  int max;
} options = { .max = 50 };

static gboolean
parse_yes_no (const char *text, XybTri *out, GError **error)
{
  g_autofree char *key = xyb_text_key (text);

  if (*key == '\0' || g_str_equal (key, "空"))
    *out = XYB_TRI_UNSAID;
  else if (g_str_equal (key, "是") || g_str_equal (key, "yes") || g_str_equal (key, "1"))
    *out = XYB_TRI_YES;
  else if (g_str_equal (key, "否") || g_str_equal (key, "no") || g_str_equal (key, "0"))
    *out = XYB_TRI_NO;
  else
    return xyb_cli_usage_error (error, _ ("规模以上应填「是」或「否」，不能是「%s」。"), text);
  return TRUE;
}

static gboolean
parse_industry (const char *text, XybIndustry *out, GError **error)
{
  *out = xyb_text_is_blank (text) ? XYB_INDUSTRY_UNSAID : xyb_industry_from_name (text);
  if (*out == XYB_INDUSTRY_UNSAID && !xyb_text_is_blank (text))
    return xyb_cli_usage_error (error,
                                _ ("行业应为「制造业」「生产性服务业」或「其他」，不能是「%s」。"),
                                text);
  return TRUE;
}

static gboolean
take_district (XybEnterprise *enterprise, XybStore *store, GError **error)
{
  g_autoptr (XybUnit) unit = NULL;

  if (options.district == NULL)
    return TRUE;
  if (xyb_text_is_blank (options.district))
    {
      enterprise->unit_id = 0;
      return TRUE;
    }
  unit = xyb_unit_store_find (store, options.district, XYB_UNIT_KIND_DISTRICT, error);
  if (unit == NULL)
    return FALSE;
  enterprise->unit_id = unit->id;
  return TRUE;
}

/* Only what was given on the command line changes; an empty text clears the field. */
static gboolean
take_options (XybEnterprise *enterprise, XybStore *store, GError **error)
{
  xyb_cli_take_text (&enterprise->name, options.name);
  xyb_cli_take_text (&enterprise->credit_code, options.code);
  xyb_cli_take_text (&enterprise->legal_person, options.legal_person);
  xyb_cli_take_text (&enterprise->products, options.products);
  xyb_cli_take_text (&enterprise->contact, options.contact);
  xyb_cli_take_text (&enterprise->phone, options.phone);
  xyb_cli_take_text (&enterprise->note, options.note);
  if (options.code != NULL)
    enterprise->code_confirmed = FALSE;
  if (options.code_confirmed)
    enterprise->code_confirmed = TRUE;
  if (options.closed || options.reopened)
    enterprise->closed = options.closed;
  if (options.above_scale != NULL
      && !parse_yes_no (options.above_scale, &enterprise->above_scale, error))
    return FALSE;
  if (options.industry != NULL && !parse_industry (options.industry, &enterprise->industry, error))
    return FALSE;
  return take_district (enterprise, store, error)
         && xyb_cli_take_date (&enterprise->founded_on, options.founded, _ ("成立日期"), error)
         && xyb_cli_take_headcount (&enterprise->headcount, options.headcount, error);
}

static void
add_enterprise_json (JsonBuilder *json, const XybEnterprise *enterprise)
{
  json_builder_begin_object (json);
  xyb_cli_json_id (json, "id", enterprise->id);
  xyb_cli_json_text (json, "name", enterprise->name);
  xyb_cli_json_text (json, "credit_code", enterprise->credit_code);
  xyb_cli_json_bool (json, "code_confirmed", enterprise->code_confirmed);
  xyb_cli_json_text (json, "district", enterprise->unit_name);
  xyb_cli_json_text (json, "industry", xyb_industry_name (enterprise->industry));
  json_builder_set_member_name (json, "above_scale");
  if (enterprise->above_scale == XYB_TRI_UNSAID)
    json_builder_add_null_value (json);
  else
    json_builder_add_boolean_value (json, enterprise->above_scale == XYB_TRI_YES);
  xyb_cli_json_text (json, "founded_on", enterprise->founded_on);
  xyb_cli_json_text (json, "legal_person", enterprise->legal_person);
  xyb_cli_json_text (json, "products", enterprise->products);
  xyb_cli_json_int (json, "headcount", enterprise->headcount);
  xyb_cli_json_text (json, "contact", enterprise->contact);
  xyb_cli_json_text (json, "phone", enterprise->phone);
  xyb_cli_json_bool (json, "closed", enterprise->closed);
  xyb_cli_json_text (json, "note", enterprise->note);
  json_builder_set_member_name (json, "former_names");
  json_builder_begin_array (json);
  for (guint i = 0; enterprise->former_names != NULL && i < enterprise->former_names->len; i++)
    {
      XybFormerName *former = g_ptr_array_index (enterprise->former_names, i);

      json_builder_begin_object (json);
      xyb_cli_json_text (json, "name", former->name);
      xyb_cli_json_text (json, "until", former->until);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
print_enterprise_json (const XybEnterprise *enterprise)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  add_enterprise_json (json, enterprise);
  xyb_cli_json_print (json);
}

static void
print_field (const char *head, const char *text)
{
  if (text != NULL && *text != '\0')
    xyb_cli_print ("%s：%s\n", head, text);
}

static void
print_code (const XybEnterprise *enterprise)
{
  g_autoptr (XybCreditCode) code = NULL;
  g_autofree char *sentence = NULL;

  if (enterprise->credit_code == NULL)
    return;
  code = xyb_credit_code_new (enterprise->credit_code);
  print_field (_ ("统一社会信用代码"), enterprise->credit_code);
  if (code->status == XYB_CREDIT_CODE_OK)
    return;
  sentence = xyb_credit_code_describe (code);
  xyb_cli_print ("  %s%s\n", sentence, enterprise->code_confirmed ? _ ("（已核对证照）") : "");
}

static void
print_enterprise (const XybEnterprise *enterprise)
{
  g_autofree char *founded
    = enterprise->founded_on != NULL ? xyb_date_format (enterprise->founded_on) : NULL;
  g_autofree char *headcount = xyb_cli_number_text (enterprise->headcount);

  xyb_cli_print ("%s%s\n", enterprise->name, enterprise->closed ? _ ("（已注销）") : "");
  xyb_cli_print (_ ("编号：%" PRId64 "\n"), enterprise->id);
  print_code (enterprise);
  print_field (_ ("区镇"), enterprise->unit_name);
  print_field (_ ("行业"), xyb_industry_name (enterprise->industry));
  if (enterprise->above_scale != XYB_TRI_UNSAID)
    print_field (_ ("规模以上"), enterprise->above_scale == XYB_TRI_YES ? _ ("是") : _ ("否"));
  print_field (_ ("成立日期"), founded);
  print_field (_ ("法定代表人"), enterprise->legal_person);
  print_field (_ ("主要产品"), enterprise->products);
  print_field (_ ("职工人数"), headcount);
  print_field (_ ("联系人"), enterprise->contact);
  print_field (_ ("电话"), enterprise->phone);
  print_field (_ ("备注"), enterprise->note);
  for (guint i = 0; enterprise->former_names != NULL && i < enterprise->former_names->len; i++)
    {
      XybFormerName *former = g_ptr_array_index (enterprise->former_names, i);

      print_field (_ ("曾用名"), former->name);
    }
}

/* Like names are shown before a second entry of the same company is made (ENT-08). */
static gboolean
refuse_same (XybStore *store, const char *name, GError **error)
{
  g_autoptr (GPtrArray) same = xyb_enterprise_store_find_same (store, name, error);

  if (same == NULL)
    return FALSE;
  if (same->len == 0)
    return TRUE;
  XybEnterprise *other = g_ptr_array_index (same, 0);
  g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
               _ ("企业库里已有「%s」（编号 %" PRId64 "），与「%s」可能是同一家；"
                  "确实是另一家时请加 --force。"),
               other->name, other->id, name);
  return FALSE;
}

static gboolean
save_and_report (XybCli *cli,
                 XybStore *store,
                 XybEnterprise *enterprise,
                 const char *sentence,
                 GError **error)
{
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybEnterprise) stored = NULL;

  if (!xyb_enterprise_store_save (store, enterprise, today, error))
    return FALSE;
  if (!xyb_cli_wants_json (cli))
    {
      xyb_cli_print ("%s%s（%s %" G_GINT64_FORMAT "）\n", sentence, enterprise->name, _ ("编号"),
                     enterprise->id);
      return TRUE;
    }
  stored = xyb_enterprise_store_get (store, enterprise->id, error);
  if (stored == NULL)
    return FALSE;
  print_enterprise_json (stored);
  return TRUE;
}

static gboolean
run_add (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();

  if (options.name == NULL && xyb_cli_get_argument (cli, 0) != NULL)
    options.name = g_strdup (xyb_cli_get_argument (cli, 0));
  if (options.name == NULL)
    return xyb_cli_usage_error (error, _ ("请用 --name 给出企业名称。"));
  store = xyb_cli_open (cli, error);
  if (store == NULL || !take_options (enterprise, store, error)
      || !xyb_enterprise_validate (enterprise, error))
    return FALSE;
  if (!options.force && !refuse_same (store, enterprise->name, error))
    return FALSE;
  return save_and_report (cli, store, enterprise, _ ("已登记："), error);
}

static gboolean
run_set (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open (cli, error);
  g_autoptr (XybEnterprise) enterprise
    = store == NULL ? NULL : xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 0), error);

  if (enterprise == NULL || !take_options (enterprise, store, error))
    return FALSE;
  return save_and_report (cli, store, enterprise, _ ("已修改："), error);
}

static gboolean
run_show (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open_to_read (cli, error);
  g_autoptr (XybEnterprise) enterprise
    = store == NULL ? NULL : xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 0), error);

  if (enterprise == NULL)
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_enterprise_json (enterprise);
  else
    print_enterprise (enterprise);
  return TRUE;
}

static gboolean
run_remove (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = xyb_cli_open (cli, error);
  g_autoptr (XybEnterprise) enterprise
    = store == NULL ? NULL : xyb_cli_find_enterprise (store, xyb_cli_get_argument (cli, 0), error);

  if (enterprise == NULL || !xyb_enterprise_store_remove (store, enterprise->id, error))
    return FALSE;
  if (xyb_cli_wants_json (cli))
    print_enterprise_json (enterprise);
  else
    xyb_cli_print (_ ("已删除：%s\n"), enterprise->name);
  return TRUE;
}

static void
print_hits (XybCli *cli, GPtrArray *hits, guint total)
{
  static const char *const heads[]
    = { N_ ("编号"), N_ ("名称"), N_ ("统一社会信用代码"), N_ ("区镇"), N_ ("联系人"),
        N_ ("电话"), NULL };
  g_autoptr (XybCliTable) table = xyb_cli_table_new (heads, "rlllll");
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < hits->len; i++)
    {
      XybEnterprise *one = g_ptr_array_index (hits, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, one->id);

      add_enterprise_json (json, one);
      xyb_cli_table_add (table, id, one->name, one->credit_code != NULL ? one->credit_code : "",
                         one->unit_name != NULL ? one->unit_name : "",
                         one->contact != NULL ? one->contact : "",
                         one->phone != NULL ? one->phone : "", NULL);
    }
  json_builder_end_array (json);
  if (xyb_cli_wants_json (cli))
    {
      xyb_cli_json_print (json);
      return;
    }
  xyb_cli_table_print (table);
  if (total > hits->len)
    xyb_cli_print (_ ("共 %u 家，列出前 %u 家。\n"), total, hits->len);
  else
    xyb_cli_print (_ ("共 %u 家。\n"), total);
}

static gboolean
run_find (XybCli *cli, GError **error)
{
  XybEnterpriseQuery query = { .text = xyb_cli_get_argument (cli, 0), .include_closed = TRUE };
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  if (options.max < 1)
    return xyb_cli_usage_error (error, _ ("--max 应为大于 0 的整数。"));
  store = xyb_cli_open_to_read (cli, error);
  if (store == NULL || !xyb_cli_take_register_filter (store, &options.filter, &query, error))
    return FALSE;
  ids = xyb_enterprise_store_query (store, &query, error);
  if (ids == NULL)
    return FALSE;
  hits = xyb_enterprise_store_get_many (store, (const gint64 *) ids->data,
                                        MIN (ids->len, (guint) options.max), error);
  if (hits == NULL)
    return FALSE;
  print_hits (cli, hits, ids->len);
  return TRUE;
}

#define FIELD_OPTIONS                                                                              \
  XYB_CLI_TEXT_OPTION ("name", options.name, "企业名称", N_ ("名称")),                             \
    XYB_CLI_TEXT_OPTION ("code", options.code, "统一社会信用代码", N_ ("代码")),                   \
    XYB_CLI_FLAG_OPTION ("code-confirmed", options.code_confirmed,                                 \
                         "代码没有通过校验，但已核对证照"),                                        \
    XYB_CLI_TEXT_OPTION ("district", options.district, "区镇", N_ ("区镇")),                       \
    XYB_CLI_TEXT_OPTION ("industry", options.industry, "制造业、生产性服务业或其他", N_ ("行业")), \
    XYB_CLI_TEXT_OPTION ("above-scale", options.above_scale, "规模以上：是或否", N_ ("是|否")),    \
    XYB_CLI_TEXT_OPTION ("founded", options.founded, "成立日期", N_ ("日期")),                     \
    XYB_CLI_TEXT_OPTION ("legal-person", options.legal_person, "法定代表人", N_ ("姓名")),         \
    XYB_CLI_TEXT_OPTION ("products", options.products, "主要产品", N_ ("产品")),                   \
    XYB_CLI_TEXT_OPTION ("headcount", options.headcount, "职工人数", N_ ("人数")),                 \
    XYB_CLI_TEXT_OPTION ("contact", options.contact, "联系人", N_ ("姓名")),                       \
    XYB_CLI_TEXT_OPTION ("phone", options.phone, "电话", N_ ("电话")),                             \
    XYB_CLI_TEXT_OPTION ("note", options.note, "备注", N_ ("文字"))

static GOptionEntry add_options[] = {
  FIELD_OPTIONS,
  XYB_CLI_FLAG_OPTION ("force", options.force, "名称相近的企业已有登记时仍然新增"),
  { NULL },
};
static GOptionEntry set_options[] = {
  FIELD_OPTIONS,
  XYB_CLI_FLAG_OPTION ("closed", options.closed, "标记为已注销"),
  XYB_CLI_FLAG_OPTION ("reopened", options.reopened, "取消已注销标记"),
  { NULL },
};
static GOptionEntry find_options[] = {
  XYB_CLI_REGISTER_OPTIONS (options.filter),
  { "max", 0, 0, G_OPTION_ARG_INT, &options.max, N_ ("最多列出多少家，默认 50"), "N" },
  { NULL },
};

const XybCliCommand xyb_cli_enterprise_commands[] = {
  { "enterprise add", N_ ("[名称]"), N_ ("登记一家企业"), add_options, 0, 1, run_add },
  { "enterprise set", N_ ("企业"), N_ ("修改一家企业；改名时旧名留作曾用名"), set_options, 1, 1,
    run_set },
  { "enterprise show", N_ ("企业"), N_ ("看一家企业（编号、代码或名称）"), NULL, 1, 1, run_show },
  { "enterprise find", N_ ("[文字]"), N_ ("按名称、拼音首字母、代码、联系人或电话查找"),
    find_options, 0, 1, run_find },
  { "enterprise remove", N_ ("企业"), N_ ("删除一家没有申报过的企业"), NULL, 1, 1, run_remove },
  { NULL },
};
