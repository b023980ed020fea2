/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-quota-rows.h"

#include "xyb-unit.h"

static XybPlan *
plan_of (int year, gint64 rate_points)
{
  XybPlan *plan = xyb_plan_new ();

  plan->year = year;
  plan->rate_points = rate_points;
  plan->targets[XYB_TRACK_ACCREDITATION - 1] = 8;
  return plan;
}

static void
add_quota (XybPlan *plan, gint64 unit_id, const char *name, gint64 number)
{
  XybQuota *quota = xyb_quota_new ();

  quota->unit_id = unit_id;
  quota->unit_name = g_strdup (name);
  quota->accreditation = number;
  g_ptr_array_add (plan->quotas, quota);
}

static void
add_tier (XybPlan *plan, gint64 below, gint64 deduction)
{
  g_ptr_array_add (plan->tiers, xyb_tier_new (below, deduction));
}

/* The sentences of the two sources: S2 says 得0.4分, S0 names four tiers. */
static void
test_scheme_note (void)
{
  g_autoptr (XybPlan) new_plan = plan_of (2020, 40);
  g_autoptr (XybPlan) old_plan = plan_of (2019, 500);
  g_autoptr (XybPlan) bare_plan = plan_of (2026, XYB_UNSAID);
  g_autofree char *now = NULL;
  g_autofree char *then = NULL;
  g_autofree char *bare = NULL;

  add_tier (new_plan, 100, 40);
  add_tier (old_plan, 60, 500);
  add_tier (old_plan, 70, 300);
  add_tier (old_plan, 80, 200);
  add_tier (old_plan, 90, 100);
  now = xyb_quota_rows_scheme_note (new_plan);
  then = xyb_quota_rows_scheme_note (old_plan);
  bare = xyb_quota_rows_scheme_note (bare_plan);
  g_assert_cmpstr (now, ==,
                   "预计扣分按今天已验收通过数、2020 年区镇方案试算：完成贯标任务得 0.4 "
                   "分，未完成不得分。");
  g_assert_cmpstr (then, ==,
                   "预计扣分按今天已验收通过数、2019 年区镇方案试算：完成率低于 60% 扣 5 分，低于 "
                   "70% 扣 3 分，低于 80% 扣 2 分，低于 90% 扣 1 分。");
  g_assert_cmpstr (bare, ==, "2026 年方案没有写扣分办法，不试算预计扣分。");
}

static XybUnit *
unit_of (gint64 id, const char *name)
{
  XybUnit *unit = xyb_unit_new ();

  unit->id = id;
  unit->name = g_strdup (name);
  return unit;
}

/* QUO-06: 旅游度假区 has no row in 附件1, and its enterprises count for the city all the same. */
static void
test_district_without_quota (void)
{
  g_autoptr (XybPlan) plan = plan_of (2020, 40);
  g_autoptr (GPtrArray) districts = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_free);
  g_autoptr (GPtrArray) progress = g_ptr_array_new ();
  XybProgress zhoushi = { 106, 8, 8, 7, 3 };
  XybProgress resort = { 104, 2, 1, 1, 1 };
  g_autoptr (XybQuotaRows) listed = NULL;
  g_autoptr (XybQuotaRows) whole = NULL;
  const XybQuotaRow *extra;

  add_quota (plan, 106, "周市镇", 8);
  g_ptr_array_add (districts, unit_of (104, "旅游度假区"));
  g_ptr_array_add (districts, unit_of (106, "周市镇"));
  g_ptr_array_add (progress, &resort);
  g_ptr_array_add (progress, &zhoushi);
  listed = xyb_quota_rows_new (plan, progress, districts);
  whole = xyb_quota_rows_new_whole (plan, progress, districts);
  g_assert_cmpuint (listed->rows->len, ==, 1);
  g_assert_cmpint (listed->total->done, ==, 3);
  g_assert_cmpstr (listed->unlisted, ==, "旅游度假区");
  g_assert_cmpuint (whole->rows->len, ==, 2);
  g_assert_cmpint (whole->total->done, ==, 4);
  extra = xyb_quota_rows_find (whole, 104);
  g_assert_cmpstr (extra->name, ==, "旅游度假区");
  g_assert_cmpint (extra->missing, ==, XYB_UNSAID);
  g_assert_cmpint (extra->deduction, ==, XYB_UNSAID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quota-rows/the-scheme-is-named-as-the-source-says-it", test_scheme_note);
  g_test_add_func ("/quota-rows/a-district-without-quota-counts-for-the-city",
                   test_district_without_quota);
  return g_test_run ();
}
