/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "office-fixture.h"
#include "xyb-overview-store.h"

static XybOverview *
read_overview (Office *office, int year)
{
  g_autoptr (GError) error = NULL;
  XybOverview *overview = xyb_overview_store_read (office->store, year, "2020-07-24", &error);

  g_assert_no_error (error);
  g_assert_nonnull (overview);
  return overview;
}

static gint64
nominate (Office *office,
          const char *name,
          const char *code,
          const char *phone,
          const char *accepted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, 2020, &error);
  gint64 id = office_add_enterprise (office, name, ZHOUSHI);
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_store_get (office->store, id, &error);

  enterprise->credit_code = g_strdup (code);
  enterprise->code_confirmed = code != NULL;
  xyb_enterprise_store_save (office->store, enterprise, "2020-04-01", &error);
  g_assert_no_error (error);
  nomination->plan_id = plan->id;
  nomination->unit_id = ZHOUSHI;
  nomination->enterprise_id = id;
  nomination->phone = g_strdup (phone);
  nomination->accepted_on = g_strdup (accepted);
  xyb_nomination_store_save (office->store, nomination, &error);
  g_assert_no_error (error);
  return id;
}

/* What lacks something is counted, and the first of the list leads there; an enterprise nobody put
 * forward is not in the way. */
static void
test_doubts (Office *office, gconstpointer data)
{
  g_autoptr (XybOverview) overview = NULL;
  gint64 bare;

  nominate (office, "昆山示例甲有限公司", "91320583MA0000000A", "0512-55550101", "2020-07-01");
  bare = nominate (office, "昆山示例乙有限公司", NULL, NULL, NULL);
  nominate (office, "昆山示例丙有限公司", NULL, "0512-55550103", NULL);
  office_add_enterprise (office, "昆山示例丁有限公司", ZHANGPU);
  overview = read_overview (office, 2020);
  g_assert_cmpint (overview->without_code.count, ==, 2);
  g_assert_cmpint (overview->without_code.first_id, ==, bare);
  g_assert_cmpint (overview->without_phone.count, ==, 1);
  g_assert_cmpint (overview->without_phone.first_id, ==, bare);
  /* The licence of the first was seen. */
  g_assert_cmpint (overview->wrong_code.count, ==, 0);
  g_assert_cmpint (overview->rows->total->progress.nominated, ==, 3);
  g_assert_cmpint (overview->rows->total->done, ==, 1);
  g_assert_cmpuint (overview->submissions->len, ==, 11);
}

/* 旅游度假区 has no row in 附件1; who takes part there counts for the city (QUO-06). */
static void
test_resort (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, 2020, &error);
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();
  g_autoptr (XybOverview) overview = NULL;

  nomination->plan_id = plan->id;
  nomination->unit_id = RESORT;
  nomination->enterprise_id = office_add_enterprise (office, "昆山示例戊有限公司", RESORT);
  xyb_nomination_store_save (office->store, nomination, &error);
  g_assert_no_error (error);
  overview = read_overview (office, 2020);
  g_assert_cmpuint (overview->rows->rows->len, ==, 12);
  g_assert_cmpint (xyb_quota_rows_find (overview->rows, RESORT)->progress.nominated, ==, 1);
}

/* A backup holds everything before it; what comes after is not held. */
static void
test_backups (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybOverview) fresh = read_overview (office, 2020);
  g_autoptr (XybOverview) edited = NULL;
  g_autoptr (XybOverview) held = NULL;

  g_assert_null (fresh->backed_up_on);
  g_assert_null (fresh->unsaved_since);
  office_add_enterprise (office, "昆山示例甲有限公司", ZHOUSHI);
  edited = read_overview (office, 2020);
  g_assert_nonnull (edited->unsaved_since);
  xyb_store_backup_daily (office->store, NULL, NULL, &error);
  g_assert_no_error (error);
  held = read_overview (office, 2020);
  g_assert_nonnull (held->backed_up_on);
  g_assert_null (held->unsaved_since);
}

static void
test_no_plan (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybOverview) none = read_overview (office, 0);

  g_assert_null (none->plan);
  g_assert_null (none->rows);
  g_assert_cmpuint (none->years->len, ==, 2);
  g_assert_null (xyb_overview_store_read (office->store, 2031, "2020-07-24", &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/overview-store/what-the-list-lacks", test_doubts);
  office_test ("/overview-store/a-district-without-quota", test_resort);
  office_test ("/overview-store/what-no-backup-holds", test_backups);
  office_test ("/overview-store/no-plan-and-an-unknown-year", test_no_plan);
  return g_test_run ();
}
