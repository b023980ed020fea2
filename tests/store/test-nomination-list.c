/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "office-fixture.h"
#include "xyb-core-error.h"

/* A 区镇's list as a whole: what a paste or a move leaves. */

#define TODAY "2020-04-14"

static GPtrArray *
copy_of (GPtrArray *rows)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (copy, xyb_nomination_copy (rows->pdata[i]));
  return copy;
}

/* A row for 昆山示例@letter有限公司, which the register need not know. */
static XybNomination *
add_row (GPtrArray *rows, const char *letter, gint64 enterprise_id)
{
  XybNomination *row = xyb_nomination_new ();

  row->enterprise_id = enterprise_id;
  row->enterprise_name = g_strdup_printf ("昆山示例%s有限公司", letter);
  row->position = rows->len + 1;
  g_ptr_array_add (rows, row);
  return row;
}

static gboolean
set_list (Office *office, gint64 unit_id, GPtrArray *before, GPtrArray *rows, GError **error)
{
  return xyb_nomination_store_set_list (office->store, office_plan_id (office, 2020), unit_id,
                                        before, rows, "粘贴：周市镇附件2", TODAY, error);
}

static void
assert_rows (Office *office, gint64 unit_id, const char *expected)
{
  g_autoptr (GPtrArray) rows = office_list_nominations (office, unit_id);
  g_autoptr (GString) spelt = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const XybNomination *row = g_ptr_array_index (rows, i);

      g_assert_cmpint (row->position, ==, i + 1);
      g_string_append_len (spelt, row->enterprise_name + strlen ("昆山示例"), strlen ("甲"));
    }
  g_assert_cmpstr (spelt->str, ==, expected);
}

/* 周市镇 with 甲乙丙, all of them new to the register. */
static GPtrArray *
start (Office *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = office_list_nominations (office, ZHOUSHI);
  g_autoptr (GPtrArray) rows = copy_of (before);

  add_row (rows, "甲", 0)->headcount = 180;
  add_row (rows, "乙", 0);
  add_row (rows, "丙", 0);
  set_list (office, ZHOUSHI, before, rows, &error);
  g_assert_no_error (error);
  assert_rows (office, ZHOUSHI, "甲乙丙");
  return office_list_nominations (office, ZHOUSHI);
}

static void
test_new_companies (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = start (office);
  const XybNomination *first = rows->pdata[0];
  g_autoptr (XybEnterprise) enterprise
    = xyb_enterprise_store_get (office->store, first->enterprise_id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (enterprise->unit_id, ==, ZHOUSHI);
  g_assert_cmpint (enterprise->headcount, ==, 180);
  office_assert_label (office, "粘贴：周市镇附件2");
  /* One revision: companies and rows go together. */
  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
  assert_rows (office, ZHOUSHI, "");
  g_assert_cmpint (xyb_enterprise_store_count (office->store, &error), ==, 0);
  office_assert_label (office, NULL);
}

static void
test_order_and_removal (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = start (office);
  g_autoptr (GPtrArray) rows
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);

  /* 丙, 丁 in front of 甲; 乙 is taken out. */
  g_ptr_array_add (rows, xyb_nomination_copy (before->pdata[2]));
  add_row (rows, "丁", 0);
  g_ptr_array_add (rows, xyb_nomination_copy (before->pdata[0]));
  set_list (office, ZHOUSHI, before, rows, &error);
  g_assert_no_error (error);
  assert_rows (office, ZHOUSHI, "丙丁甲");
  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
  assert_rows (office, ZHOUSHI, "甲乙丙");
}

static void
test_other_district (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = start (office);
  g_autoptr (GPtrArray) others = office_list_nominations (office, ZHANGPU);
  g_autoptr (GPtrArray) rows = copy_of (others);
  gboolean ok;

  add_row (rows, "戊", 0);
  add_row (rows, "乙", ((XybNomination *) before->pdata[1])->enterprise_id);
  ok = set_list (office, ZHANGPU, others, rows, &error);
  g_assert_nonnull (strstr (error->message, "第 2 行"));
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS, "周市镇",
                         "粘贴：周市镇附件2");
  /* All or nothing: 戊 is not in the register either. */
  assert_rows (office, ZHANGPU, "");
  g_assert_cmpint (xyb_enterprise_store_count (office->store, NULL), ==, 3);
}

static void
test_twice_in_one_list (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = office_list_nominations (office, ZHOUSHI);
  g_autoptr (GPtrArray) rows = copy_of (before);
  gboolean ok;

  add_row (rows, "甲", 0);
  add_row (rows, "乙", 0);
  add_row (rows, "甲", 0);
  ok = set_list (office, ZHOUSHI, before, rows, &error);
  g_assert_nonnull (strstr (error->message, "第 3 行"));
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS, "第1行",
                         NULL);
}

static void
test_bad_value_names_row (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = start (office);
  g_autoptr (GPtrArray) rows = copy_of (before);
  gboolean ok;

  ((XybNomination *) rows->pdata[1])->phone = g_strdup ("联系张三");
  ok = set_list (office, ZHOUSHI, before, rows, &error);
  g_assert_nonnull (strstr (error->message, "电话"));
  office_assert_refused (office, ok, &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_PHONE,
                         "第 2 行", "粘贴：周市镇附件2");
}

/* What another window did meanwhile is not overwritten. */
static void
test_stale (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = start (office);
  g_autoptr (GPtrArray) rows = copy_of (before);
  gboolean ok;

  xyb_nomination_store_remove (office->store, ((XybNomination *) before->pdata[0])->id, &error);
  g_assert_no_error (error);
  ok = set_list (office, ZHOUSHI, before, rows, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT, "F5",
                         "2020年附件2：周市镇 移除 昆山示例甲有限公司");
  assert_rows (office, ZHOUSHI, "乙丙");
}

static void
test_closed (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = office_add_enterprise (office, "昆山示例甲有限公司", ZHOUSHI);
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_store_get (office->store, id, &error);
  g_autoptr (GPtrArray) before = office_list_nominations (office, ZHOUSHI);
  g_autoptr (GPtrArray) rows = copy_of (before);
  gboolean ok;

  enterprise->closed = TRUE;
  xyb_enterprise_store_save (office->store, enterprise, TODAY, &error);
  g_assert_no_error (error);
  add_row (rows, "甲", id);
  ok = set_list (office, ZHOUSHI, before, rows, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, "已注销",
                         "企业注销：昆山示例甲有限公司");
}

/* ENT-08, AMB-33. */
static void
test_earlier (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = start (office);
  g_autoptr (XybNomination) old = xyb_nomination_new ();
  g_autoptr (GHashTable) years = NULL;
  g_autoptr (GHashTable) elsewhere = NULL;
  const gint64 *year;

  old->plan_id = office_plan_id (office, 2019);
  old->unit_id = ZHOUSHI;
  old->enterprise_id = ((XybNomination *) rows->pdata[1])->enterprise_id;
  old->accepted_on = g_strdup ("2019-11-20");
  xyb_nomination_store_save (office->store, old, &error);
  g_assert_no_error (error);
  years = xyb_nomination_store_list_earlier (office->store, 2020, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (years), ==, 1);
  year = g_hash_table_lookup (years, &old->enterprise_id);
  g_assert_nonnull (year);
  g_assert_cmpint (*year, ==, 2019);
  elsewhere = xyb_nomination_store_list_earlier (office->store, 2020, ZHANGPU, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (elsewhere), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/nomination-list/new-companies-come-with-their-rows", test_new_companies);
  office_test ("/nomination-list/order-and-removal-are-one-revision", test_order_and_removal);
  office_test ("/nomination-list/a-company-of-another-district-is-refused", test_other_district);
  office_test ("/nomination-list/a-company-twice-is-refused", test_twice_in_one_list);
  office_test ("/nomination-list/a-bad-value-names-its-row", test_bad_value_names_row);
  office_test ("/nomination-list/a-list-changed-elsewhere-is-not-overwritten", test_stale);
  office_test ("/nomination-list/a-closed-company-is-refused", test_closed);
  office_test ("/nomination-list/who-was-accepted-before", test_earlier);
  return g_test_run ();
}
