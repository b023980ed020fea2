/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "office-fixture.h"
#include "xyb-template-store.h"

static gint64
nominate (Office *office, int year, gint64 unit_id, gint64 enterprise_id, const char *accepted_on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNomination) row = xyb_nomination_new ();

  row->plan_id = office_plan_id (office, year);
  row->unit_id = unit_id;
  row->enterprise_id = enterprise_id;
  row->products = g_strdup ("精密零部件");
  row->revenue_fen = G_GINT64_CONSTANT (12000000000);
  row->headcount = 180;
  row->contact = g_strdup ("张示例");
  row->phone = g_strdup ("0512-55550101");
  row->accepted_on = g_strdup (accepted_on);
  xyb_nomination_store_save (office->store, row, &error);
  g_assert_no_error (error);
  return row->id;
}

static gint64
add (Office *office, const char *name)
{
  return office_add_enterprise (office, name, ZHOUSHI);
}

static void
change (Office *office, gint64 id, gint64 unit_id, gboolean closed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = office_get_enterprise (office, id);

  enterprise->unit_id = unit_id;
  enterprise->closed = closed;
  xyb_enterprise_store_save (office->store, enterprise, "2020-04-01", &error);
  g_assert_no_error (error);
}

static GPtrArray *
read_templates (Office *office, gint64 unit_id, gboolean prefill)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, 2020, &error);
  GPtrArray *templates = xyb_template_store_read (office->store, plan, unit_id, prefill, &error);

  g_assert_no_error (error);
  return templates;
}

static void
assert_names (Office *office, gint64 unit_id, const char *expected)
{
  g_autoptr (GPtrArray) templates = read_templates (office, unit_id, TRUE);
  const XybNominationTemplate *one = templates->pdata[0];
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < one->table->rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ((XybNomination *) one->table->rows->pdata[i])->enterprise_name);
  g_assert_cmpstr (names->str, ==, expected);
}

/* ENT-08, AMB-33: who may be put forward again. */
static void
test_unfinished (Office *office, gconstpointer data)
{
  gint64 open = add (office, "仍可推荐");
  gint64 done = add (office, "去年已验收");
  gint64 closed = add (office, "已注销");
  gint64 moved = add (office, "已迁出");
  gint64 taken = add (office, "别处已推荐");
  gint64 unsaid = office_add_enterprise (office, "没写区镇", 0);

  nominate (office, 2019, ZHOUSHI, open, NULL);
  nominate (office, 2019, ZHOUSHI, done, "2019-08-15");
  nominate (office, 2019, ZHOUSHI, closed, NULL);
  nominate (office, 2019, ZHOUSHI, moved, NULL);
  nominate (office, 2019, ZHOUSHI, taken, NULL);
  nominate (office, 2019, ZHOUSHI, unsaid, NULL);
  nominate (office, 2019, ZHANGPU, add (office, "张浦推荐"), NULL);
  change (office, closed, ZHOUSHI, TRUE);
  change (office, moved, ZHANGPU, FALSE);
  change (office, unsaid, 0, FALSE);
  nominate (office, 2020, ZHANGPU, taken, NULL);
  assert_names (office, ZHOUSHI, "仍可推荐 没写区镇");
  assert_names (office, HUAQIAO, "");
  /* What it has put forward this year already stays in its form. */
  nominate (office, 2020, ZHOUSHI, open, NULL);
  assert_names (office, ZHOUSHI, "仍可推荐 没写区镇");
}

/* Whom the 区镇 left out last year it is not reminded of. */
static void
test_latest_year (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 old = add (office, "前年推荐");
  gint64 new = add (office, "去年推荐");

  nominate (office, 2019, ZHOUSHI, old, NULL);
  rows = xyb_nomination_store_list_unfinished (office->store, 2021, ZHOUSHI, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  nominate (office, 2020, ZHOUSHI, new, NULL);
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = xyb_nomination_store_list_unfinished (office->store, 2021, ZHOUSHI, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (((XybNomination *) rows->pdata[0])->enterprise_name, ==, "去年推荐");
}

static void
test_old_numbers_are_asked_anew (Office *office, gconstpointer data)
{
  g_autoptr (GPtrArray) blank = NULL;
  g_autoptr (GPtrArray) filled = NULL;
  const XybNomination *row;

  nominate (office, 2019, ZHOUSHI, add (office, "昆山示例精密机械有限公司"), NULL);
  blank = read_templates (office, ZHOUSHI, FALSE);
  g_assert_cmpuint (((XybNominationTemplate *) blank->pdata[0])->table->rows->len, ==, 0);
  filled = read_templates (office, ZHOUSHI, TRUE);
  row = ((XybNominationTemplate *) filled->pdata[0])->table->rows->pdata[0];
  g_assert_cmpstr (row->products, ==, "精密零部件");
  g_assert_cmpstr (row->contact, ==, "张示例");
  g_assert_cmpstr (row->phone, ==, "0512-55550101");
  g_assert_cmpint (row->revenue_fen, ==, XYB_UNSAID);
  g_assert_cmpint (row->headcount, ==, XYB_UNSAID);
}

/* 附件1 of 2020 asks eleven 区镇; the list to choose from has all twelve (AMB-05). */
static void
test_all_districts (Office *office, gconstpointer data)
{
  g_autoptr (GPtrArray) templates = read_templates (office, 0, TRUE);
  const XybNominationTemplate *first = templates->pdata[0];

  g_assert_cmpuint (templates->len, ==, 11);
  g_assert_cmpstr (first->table->district, ==, "昆山开发区");
  g_assert_cmpuint (g_strv_length (first->districts), ==, 12);
  g_assert_cmpstr (first->districts[3], ==, "旅游度假区");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/templates/who-may-be-put-forward-again", test_unfinished);
  office_test ("/templates/only-the-latest-list-counts", test_latest_year);
  office_test ("/templates/old-numbers-are-asked-anew", test_old_numbers_are_asked_anew);
  office_test ("/templates/one-for-every-district-that-is-asked", test_all_districts);
  return g_test_run ();
}
