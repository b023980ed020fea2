/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "office-fixture.h"
#include "xyb-core-error.h"

#define TODAY "2020-04-10"

/* §19.1: the check digit is right; and a legal code of Fujian whose is not. */
#define GOOD_CODE "914403001922038216"
#define OTHER_GOOD_CODE "91330100799655058B"
#define PILOT_CODE "91350100M0001TGQXM"

static void
save (Office *office, XybEnterprise *enterprise, const char *today)
{
  g_autoptr (GError) error = NULL;

  xyb_enterprise_store_save (office->store, enterprise, today, &error);
  g_assert_no_error (error);
}

static gint64
add (Office *office,
     const char *name,
     gint64 unit_id,
     const char *code,
     const char *contact,
     const char *phone)
{
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();

  enterprise->name = g_strdup (name);
  enterprise->unit_id = unit_id;
  enterprise->credit_code = g_strdup (code);
  enterprise->contact = g_strdup (contact);
  enterprise->phone = g_strdup (phone);
  save (office, enterprise, TODAY);
  return enterprise->id;
}

/* ---- saving ---- */

static void
test_round_trip (Office *office, gconstpointer data)
{
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  g_autoptr (XybEnterprise) found = NULL;

  enterprise->name = g_strdup ("昆山示例精密机械有限公司");
  enterprise->credit_code = g_strdup (" 9144-0300-1922 038216");
  enterprise->unit_id = ZHOUSHI;
  enterprise->industry = XYB_INDUSTRY_MANUFACTURING;
  enterprise->above_scale = XYB_TRI_NO;
  enterprise->founded_on = g_strdup ("2008-03-18");
  enterprise->legal_person = g_strdup ("王示例");
  enterprise->products = g_strdup ("精密零部件");
  enterprise->headcount = 0;
  enterprise->contact = g_strdup ("张示例");
  enterprise->phone = g_strdup ("0512-55550101");
  enterprise->note = g_strdup ("备注");
  save (office, enterprise, TODAY);
  office_assert_label (office, "新增企业：昆山示例精密机械有限公司");
  found = office_get_enterprise (office, enterprise->id);
  g_assert_cmpstr (found->name, ==, "昆山示例精密机械有限公司");
  g_assert_cmpstr (found->credit_code, ==, GOOD_CODE);
  g_assert_cmpint (found->unit_id, ==, ZHOUSHI);
  g_assert_cmpstr (found->unit_name, ==, "周市镇");
  g_assert_cmpint (found->industry, ==, XYB_INDUSTRY_MANUFACTURING);
  g_assert_cmpint (found->above_scale, ==, XYB_TRI_NO);
  g_assert_cmpstr (found->founded_on, ==, "2008-03-18");
  g_assert_cmpstr (found->legal_person, ==, "王示例");
  g_assert_cmpstr (found->products, ==, "精密零部件");
  g_assert_cmpint (found->headcount, ==, 0);
  g_assert_cmpstr (found->contact, ==, "张示例");
  g_assert_cmpstr (found->phone, ==, "0512-55550101");
  g_assert_cmpstr (found->note, ==, "备注");
  g_assert_false (found->closed);
}

static void
test_unsaid (Office *office, gconstpointer data)
{
  gint64 id = add (office, "昆山示例有限公司", 0, NULL, NULL, NULL);
  g_autoptr (XybEnterprise) found = office_get_enterprise (office, id);

  g_assert_null (found->credit_code);
  g_assert_cmpint (found->unit_id, ==, 0);
  g_assert_null (found->unit_name);
  g_assert_cmpint (found->industry, ==, XYB_INDUSTRY_UNSAID);
  g_assert_cmpint (found->above_scale, ==, XYB_TRI_UNSAID);
  g_assert_cmpint (found->headcount, ==, XYB_UNSAID);
  g_assert_null (found->founded_on);
}

/* What a clerk or a returned sheet may hold; all of it is text, kept and found. */
static void
test_strange_names (Office *office, gconstpointer data)
{
  static const char *const names[] = {
    "昆山\"引号'\";DROP TABLE enterprise;--有限公司",
    "昆山😀👩‍🔧有限公司",
    "昆山䶮𬭎科技有限公司",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "%_\\*?",
    "<企业>&amp;有限公司",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 id = add (office, names[i], ZHOUSHI, NULL, NULL, NULL);
      g_autoptr (XybEnterprise) found = office_get_enterprise (office, id);
      XybEnterpriseQuery query = { .text = found->name };
      g_autoptr (GArray) ids = xyb_enterprise_store_query (office->store, &query, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, 1);
      g_assert_cmpint (g_array_index (ids, gint64, 0), ==, id);
      if (strstr (names[i], "👩") == NULL)
        g_assert_cmpstr (found->name, ==, names[i]);
    }
}

static void
test_refused (Office *office, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (10000, 'x');
  const struct
  {
    const char *name;
    const char *code;
    const char *founded_on;
    gint64 unit_id;
    gint64 headcount;
    gboolean by_core;
    int code_of_error;
    const char *about;
  } cases[] = {
    { NULL, NULL, NULL, 0, 1, TRUE, XYB_CORE_ERROR_EMPTY, "企业名称" },
    { "\u200b ", NULL, NULL, 0, 1, TRUE, XYB_CORE_ERROR_EMPTY, "企业名称" },
    { long_text, NULL, NULL, 0, 1, TRUE, XYB_CORE_ERROR_TOO_LONG, "企业名称" },
    { "昆山\x07有限公司", NULL, NULL, 0, 1, TRUE, XYB_CORE_ERROR_INVALID_TEXT, "企业名称" },
    { "昆山\xe6有限公司", NULL, NULL, 0, 1, TRUE, XYB_CORE_ERROR_INVALID_TEXT, "企业名称" },
    { "甲", "91440300192203821", NULL, 0, 1, TRUE, XYB_CORE_ERROR_INVALID_CODE, NULL },
    { "甲", PILOT_CODE, NULL, 0, 1, TRUE, XYB_CORE_ERROR_UNCONFIRMED, NULL },
    { "甲", NULL, "2019-02-29", 0, 1, TRUE, XYB_CORE_ERROR_INVALID_DATE, "成立日期" },
    { "甲", NULL, "0000-01-01", 0, 1, TRUE, XYB_CORE_ERROR_INVALID_DATE, "成立日期" },
    { "甲", NULL, NULL, 0, -1, TRUE, XYB_CORE_ERROR_INVALID_NUMBER, "职工人数" },
    { "甲", NULL, NULL, 301, 1, FALSE, XYB_STORE_ERROR_INVALID, "组织部" },
    { "甲", NULL, NULL, 987654, 1, FALSE, XYB_STORE_ERROR_NOT_FOUND, "区镇" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
      gboolean ok;

      enterprise->name = g_strdup (cases[i].name);
      enterprise->credit_code = g_strdup (cases[i].code);
      enterprise->founded_on = g_strdup (cases[i].founded_on);
      enterprise->unit_id = cases[i].unit_id;
      enterprise->headcount = cases[i].headcount;
      ok = xyb_enterprise_store_save (office->store, enterprise, TODAY, &error);
      office_assert_refused (office, ok, &error,
                             cases[i].by_core ? XYB_CORE_ERROR : XYB_STORE_ERROR,
                             cases[i].code_of_error, cases[i].about, NULL);
      g_assert_cmpint (enterprise->id, ==, 0);
      g_assert_cmpint (xyb_enterprise_store_count (office->store, &error), ==, 0);
    }
}

static void
test_pilot_code (Office *office, gconstpointer data)
{
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  g_autoptr (XybEnterprise) found = NULL;

  enterprise->name = g_strdup ("某早期试点企业有限公司");
  enterprise->credit_code = g_strdup (PILOT_CODE);
  enterprise->code_confirmed = TRUE;
  save (office, enterprise, TODAY);
  found = office_get_enterprise (office, enterprise->id);
  g_assert_true (found->code_confirmed);
}

static void
test_duplicate_code (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  gboolean ok;

  add (office, "昆山示例甲有限公司", ZHOUSHI, GOOD_CODE, NULL, NULL);
  enterprise->name = g_strdup ("昆山示例乙有限公司");
  enterprise->credit_code = g_strdup (GOOD_CODE);
  ok = xyb_enterprise_store_save (office->store, enterprise, TODAY, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
                         "昆山示例甲有限公司", "新增企业：昆山示例甲有限公司");
  g_assert_cmpint (xyb_enterprise_store_count (office->store, &error), ==, 1);
}

static void
test_empty_codes (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add (office, "昆山示例甲有限公司", ZHOUSHI, NULL, NULL, NULL);
  add (office, "昆山示例乙有限公司", ZHOUSHI, "", NULL, NULL);
  g_assert_cmpint (xyb_enterprise_store_count (office->store, &error), ==, 2);
}

static void
test_changes (Office *office, gconstpointer data)
{
  gint64 id = add (office, "昆山示例甲有限公司", ZHOUSHI, GOOD_CODE, NULL, NULL);
  g_autoptr (XybEnterprise) enterprise = office_get_enterprise (office, id);

  save (office, enterprise, TODAY);
  office_assert_label (office, "新增企业：昆山示例甲有限公司");
  enterprise->headcount = 180;
  save (office, enterprise, TODAY);
  office_assert_label (office, "修改企业：昆山示例甲有限公司");
  enterprise->closed = TRUE;
  save (office, enterprise, TODAY);
  office_assert_label (office, "企业注销：昆山示例甲有限公司");
  enterprise->closed = FALSE;
  save (office, enterprise, TODAY);
  office_assert_label (office, "恢复企业：昆山示例甲有限公司");
}

static void
test_gone (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  gboolean ok;

  enterprise->id = 4711;
  enterprise->name = g_strdup ("甲");
  ok = xyb_enterprise_store_save (office->store, enterprise, TODAY, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND, NULL,
                         NULL);
  g_assert_null (xyb_enterprise_store_get (office->store, 4711, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
}

static void
test_get_many (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = add (office, "甲", 0, NULL, NULL, NULL);
  gint64 second = add (office, "乙", 0, NULL, NULL, NULL);
  const gint64 ids[] = { second, 4711, first, second };
  g_autoptr (GPtrArray) rows = xyb_enterprise_store_get_many (office->store, ids, 4, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpint (((XybEnterprise *) g_ptr_array_index (rows, 0))->id, ==, second);
  g_assert_cmpint (((XybEnterprise *) g_ptr_array_index (rows, 1))->id, ==, first);
  g_assert_cmpint (((XybEnterprise *) g_ptr_array_index (rows, 2))->id, ==, second);
}

/* ---- names ---- */

static void
rename_to (Office *office, gint64 id, const char *name, const char *today)
{
  g_autoptr (XybEnterprise) enterprise = office_get_enterprise (office, id);

  g_free (enterprise->name);
  enterprise->name = g_strdup (name);
  save (office, enterprise, today);
}

static void
test_rename (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add (office, "昆山示例旧名有限公司", ZHOUSHI, NULL, NULL, NULL);
  XybEnterpriseQuery query = { .text = "旧名" };
  g_autoptr (XybEnterprise) found = NULL;
  g_autoptr (GArray) ids = NULL;
  const XybFormerName *former;

  rename_to (office, id, "昆山示例中名有限公司", "2020-05-01");
  rename_to (office, id, "昆山示例新名有限公司", "2020-06-01");
  office_assert_label (office, "企业更名：昆山示例中名有限公司 → 昆山示例新名有限公司");
  found = office_get_enterprise (office, id);
  g_assert_cmpuint (found->former_names->len, ==, 2);
  former = g_ptr_array_index (found->former_names, 0);
  g_assert_cmpstr (former->name, ==, "昆山示例中名有限公司");
  g_assert_cmpstr (former->until, ==, "2020-06-01");
  ids = xyb_enterprise_store_query (office->store, &query, &error);
  g_assert_cmpuint (ids->len, ==, 1);
}

static void
test_rename_undone (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add (office, "昆山示例旧名有限公司", ZHOUSHI, NULL, NULL, NULL);
  XybEnterpriseQuery query = { .text = "新名" };
  g_autoptr (XybEnterprise) found = NULL;
  g_autoptr (GArray) ids = NULL;

  rename_to (office, id, "昆山示例新名有限公司", TODAY);
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  found = office_get_enterprise (office, id);
  g_assert_cmpstr (found->name, ==, "昆山示例旧名有限公司");
  g_assert_cmpuint (found->former_names->len, ==, 0);
  ids = xyb_enterprise_store_query (office->store, &query, &error);
  g_assert_cmpuint (ids->len, ==, 0);
}

static void
test_rename_on_no_day (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add (office, "昆山示例旧名有限公司", ZHOUSHI, NULL, NULL, NULL);
  g_autoptr (XybEnterprise) enterprise = office_get_enterprise (office, id);
  gboolean ok;

  g_free (enterprise->name);
  enterprise->name = g_strdup ("新名");
  ok = xyb_enterprise_store_save (office->store, enterprise, "2020-13-01", &error);
  office_assert_refused (office, ok, &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                         "2020-13-01", "新增企业：昆山示例旧名有限公司");
}

static void
test_same (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 exact = add (office, "昆山示例精密机械有限公司", ZHOUSHI, NULL, NULL, NULL);
  gint64 possible = add (office, "示例精密机械（昆山）有限公司", ZHANGPU, NULL, NULL, NULL);
  gint64 renamed = add (office, "昆山示例精密机械有限责任公司", HUAQIAO, NULL, NULL, NULL);
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) none = NULL;
  gboolean seen_possible = FALSE;
  gboolean seen_renamed = FALSE;

  add (office, "昆山示例精密模具有限公司", ZHOUSHI, NULL, NULL, NULL);
  rename_to (office, renamed, "昆山完全不同有限公司", TODAY);
  same = xyb_enterprise_store_find_same (office->store, "昆山示例精密机械有限公司 ", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (same->len, ==, 3);
  g_assert_cmpint (((XybEnterprise *) g_ptr_array_index (same, 0))->id, ==, exact);
  for (guint i = 1; i < same->len; i++)
    {
      gint64 id = ((XybEnterprise *) g_ptr_array_index (same, i))->id;

      seen_possible = seen_possible || id == possible;
      seen_renamed = seen_renamed || id == renamed;
    }
  g_assert_true (seen_possible);
  g_assert_true (seen_renamed);
  none = xyb_enterprise_store_find_same (office->store, "苏州没有这家有限公司", &error);
  g_assert_cmpuint (none->len, ==, 0);
}

/* ---- searching ---- */

static guint
count_hits (Office *office, const XybEnterpriseQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = xyb_enterprise_store_query (office->store, query, &error);

  g_assert_no_error (error);
  return ids->len;
}

static void
add_some (Office *office)
{
  add (office, "昆山长江精密机械有限公司", ZHOUSHI, GOOD_CODE, "张示例", "0512-55550101");
  add (office, "昆山Acme Tools有限公司", ZHANGPU, OTHER_GOOD_CODE, "李示例", "13900000000");
  add (office, "苏州示例供应链管理有限公司", DEVELOPMENT, NULL, NULL, "82620620-7005");
}

static void
test_search (Office *office, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint hits;
  } cases[] = {
    { NULL, 3 },
    { "", 3 },
    { " \u3000\u200b", 3 },
    { "机", 1 },
    { "精密", 1 },
    { "精密机械", 1 },
    { "昆山", 2 },
    { "有限公司", 3 },
    { "cjjmjx", 1 }, /* 长江: the one reading */
    { "zjjmjx", 1 }, /* the other */
    { "CJJM", 1 },
    { "ａｃｍｅ", 1 },
    { "acmetools", 1 },
    { "acme tools", 1 },
    { "tools 昆山", 1 },
    { "昆山 示例", 2 }, /* one in the name, one in the contact */
    { "机械 供应链", 0 },
    { "1922038216", 1 },
    { "9133-0100", 1 },
    { "b", 1 },
    { "55550101", 1 },
    { "0512-5555", 1 },
    { "0512 5555", 1 },
    { "(0512)55550101", 1 },
    { "139 0000 0000", 1 },
    { "7005", 1 },
    { "张示例", 1 },
    { "公司张", 0 }, /* no hit across two fields */
    { "公司\x1f", 3 },
    { "%", 0 },
    { "_", 0 },
    { "'", 0 },
    { "没有", 0 },
  };

  add_some (office);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XybEnterpriseQuery query = { .text = cases[i].text };
      guint hits = count_hits (office, &query);

      if (hits != cases[i].hits)
        g_error ("“%s” has %u hits, not %u", cases[i].text, hits, cases[i].hits);
    }
}

static void
test_filters (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 closed = add (office, "昆山示例注销有限公司", ZHOUSHI, NULL, NULL, NULL);
  g_autoptr (XybEnterprise) enterprise = office_get_enterprise (office, closed);
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, 2020, &error);
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();
  GArray *refused;

  add_some (office);
  enterprise->closed = TRUE;
  save (office, enterprise, TODAY);
  nomination->plan_id = plan->id;
  nomination->unit_id = ZHOUSHI;
  nomination->enterprise_id = closed;
  g_assert_true (xyb_nomination_store_save (office->store, nomination, &error));
  g_assert_cmpuint (count_hits (office, &(XybEnterpriseQuery){ .unit_id = ZHOUSHI }), ==, 1);
  g_assert_cmpuint (count_hits (office, &(XybEnterpriseQuery){ .unit_id = ZHOUSHI,
                                                               .include_closed = TRUE }),
                    ==, 2);
  g_assert_cmpuint (count_hits (office, &(XybEnterpriseQuery){ .nominated_year = 2020 }), ==, 0);
  g_assert_cmpuint (count_hits (office, &(XybEnterpriseQuery){ .nominated_year = 2020,
                                                               .include_closed = TRUE }),
                    ==, 1);
  g_assert_cmpuint (count_hits (office, &(XybEnterpriseQuery){ .nominated_year = 2019,
                                                               .include_closed = TRUE }),
                    ==, 0);
  refused = xyb_enterprise_store_query (office->store,
                                        &(XybEnterpriseQuery){ .nominated_year = 2031 }, &error);
  g_assert_null (refused);
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
}

static void
assert_order (Office *office, XybEnterpriseOrder order, const gint64 *expected, guint n)
{
  g_autoptr (GError) error = NULL;
  XybEnterpriseQuery query = { .order = order };
  g_autoptr (GArray) ids = xyb_enterprise_store_query (office->store, &query, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), expected, n * sizeof (gint64));
}

static void
test_orders (Office *office, gconstpointer data)
{
  gint64 no_unit = add (office, "北京示例有限公司", 0, NULL, NULL, NULL);
  gint64 zhoushi_1 = add (office, "张家港示例有限公司", ZHOUSHI, NULL, NULL, NULL);
  gint64 huaqiao = add (office, "昆山示例有限公司", HUAQIAO, NULL, NULL, NULL);
  gint64 zhoushi_2 = add (office, "安徽示例有限公司", ZHOUSHI, NULL, NULL, NULL);
  const gint64 official[] = { huaqiao, zhoushi_1, zhoushi_2, no_unit };
  const gint64 by_name[] = { zhoushi_2, no_unit, huaqiao, zhoushi_1 };
  const gint64 recent[] = { zhoushi_2, huaqiao, zhoushi_1, no_unit };

  assert_order (office, XYB_ENTERPRISE_ORDER_OFFICIAL, official, 4);
  assert_order (office, XYB_ENTERPRISE_ORDER_NAME, by_name, 4);
  assert_order (office, XYB_ENTERPRISE_ORDER_RECENT, recent, 4);
}

/* The places are remembered between searches: every way the file can change must be seen. */
static void
test_order_follows_changes (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = add (office, "安徽示例有限公司", ZHOUSHI, NULL, NULL, NULL);
  gint64 last = add (office, "张家港示例有限公司", ZHOUSHI, NULL, NULL, NULL);
  const gint64 before[] = { first, last };
  const gint64 renamed[] = { last, first };
  g_autoptr (XybStore) other = NULL;
  g_autoptr (XybEnterprise) middle = xyb_enterprise_new ();

  assert_order (office, XYB_ENTERPRISE_ORDER_NAME, before, 2);
  rename_to (office, first, "中山示例有限公司", TODAY);
  assert_order (office, XYB_ENTERPRISE_ORDER_NAME, renamed, 2);
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  assert_order (office, XYB_ENTERPRISE_ORDER_NAME, before, 2);
  other = xyb_store_open_again (office->store, &error);
  g_assert_no_error (error);
  middle->name = g_strdup ("昆山示例有限公司");
  g_assert_true (xyb_enterprise_store_save (other, middle, TODAY, &error));
  assert_order (office, XYB_ENTERPRISE_ORDER_NAME, (const gint64[]){ first, middle->id, last }, 3);
}

static gboolean
rename_search_and_fail (XybStore *store, gpointer user_data, GError **error)
{
  Office *office = user_data;
  XybEnterpriseQuery query = { .order = XYB_ENTERPRISE_ORDER_NAME };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();

  enterprise->name = g_strdup ("安徽示例有限公司");
  g_assert_true (xyb_enterprise_store_save (store, enterprise, TODAY, error));
  ids = xyb_enterprise_store_query (office->store, &query, error);
  g_assert_nonnull (ids);
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_FAILED, "no");
  return FALSE;
}

static void
test_order_after_rollback (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 only = add (office, "昆山示例有限公司", ZHOUSHI, NULL, NULL, NULL);

  assert_order (office, XYB_ENTERPRISE_ORDER_NAME, &only, 1);
  g_assert_false (xyb_store_edit (office->store, "不成", rename_search_and_fail, office, &error));
  assert_order (office, XYB_ENTERPRISE_ORDER_NAME, &only, 1);
}

/* ---- removing ---- */

static void
test_remove (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add (office, "昆山示例旧名有限公司", ZHOUSHI, GOOD_CODE, NULL, NULL);
  g_autoptr (XybEnterprise) back = NULL;

  rename_to (office, id, "昆山示例新名有限公司", TODAY);
  g_assert_true (xyb_enterprise_store_remove (office->store, id, &error));
  g_assert_no_error (error);
  office_assert_label (office, "删除企业：昆山示例新名有限公司");
  g_assert_cmpuint (count_hits (office, &(XybEnterpriseQuery){ .text = "示例" }), ==, 0);
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  back = office_get_enterprise (office, id);
  g_assert_cmpuint (back->former_names->len, ==, 1);
  g_assert_cmpuint (count_hits (office, &(XybEnterpriseQuery){ .text = "旧名" }), ==, 1);
}

static void
test_remove_refused (Office *office, gconstpointer data)
{
  static const int years[] = { 2020, 2019 };
  g_autoptr (GError) error = NULL;
  gint64 id = add (office, "昆山示例甲有限公司", ZHOUSHI, NULL, NULL, NULL);
  gboolean ok;

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, years[i], &error);
      g_autoptr (XybNomination) nomination = xyb_nomination_new ();

      nomination->plan_id = plan->id;
      nomination->unit_id = ZHOUSHI;
      nomination->enterprise_id = id;
      g_assert_true (xyb_nomination_store_save (office->store, nomination, &error));
    }
  ok = xyb_enterprise_store_remove (office->store, id, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE,
                         "2019年、2020年", "2019年附件2：周市镇 增加 昆山示例甲有限公司");
  ok = xyb_enterprise_store_remove (office->store, 4711, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND, NULL,
                         "2019年附件2：周市镇 增加 昆山示例甲有限公司");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/enterprises/every-field-comes-back", test_round_trip);
  office_test ("/enterprises/unsaid-stays-unsaid", test_unsaid);
  office_test ("/enterprises/strange-names-are-kept-and-found", test_strange_names);
  office_test ("/enterprises/bad-values-are-refused-by-field", test_refused);
  office_test ("/enterprises/a-legal-code-that-fails-its-check-can-be-confirmed", test_pilot_code);
  office_test ("/enterprises/a-code-belongs-to-one", test_duplicate_code);
  office_test ("/enterprises/several-may-lack-a-code", test_empty_codes);
  office_test ("/enterprises/labels-say-what-changed", test_changes);
  office_test ("/enterprises/one-that-is-gone-is-not-saved", test_gone);
  office_test ("/enterprises/pages-keep-the-order-asked", test_get_many);
  office_test ("/names/old-names-stay-and-are-found", test_rename);
  office_test ("/names/undo-takes-the-former-name-back", test_rename_undone);
  office_test ("/names/no-impossible-day", test_rename_on_no_day);
  office_test ("/names/like-names-are-offered-the-likeliest-first", test_same);
  office_test ("/search/name-initials-code-contact-phone", test_search);
  office_test ("/search/district-year-and-closed", test_filters);
  office_test ("/search/official-pinyin-and-recent-order", test_orders);
  office_test ("/search/order-by-name-follows-every-change", test_order_follows_changes);
  office_test ("/search/order-by-name-forgets-what-was-rolled-back", test_order_after_rollback);
  office_test ("/remove/undo-brings-the-names-back", test_remove);
  office_test ("/remove/a-nominated-enterprise-stays-and-the-years-are-named", test_remove_refused);
  return g_test_run ();
}
