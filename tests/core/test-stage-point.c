/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "track-fixture.h"

#include "xyb-stage-point.h"

/* What the bar shows of 昆山甲公司 on 贯标 and on 市级示范 in 2020. */

static void
assert_points (const XybPlan *plan,
               const XybTrackRecord *record,
               const char *today,
               const char *expected)
{
  g_autoptr (GPtrArray) points = xyb_track_list_points (plan, record, today);
  g_autofree char *sentence = xyb_stage_points_sentence (points);

  g_assert_cmpstr (sentence, ==, expected);
  for (guint i = 0; i < points->len; i++)
    g_assert_cmpuint (((XybStagePoint *) points->pdata[i])->number, ==, i + 1);
}

static XybPointState
state_of (const XybPlan *plan, const XybTrackRecord *record, const char *today, const char *name)
{
  g_autoptr (GPtrArray) points = xyb_track_list_points (plan, record, today);

  for (guint i = 0; i < points->len; i++)
    {
      const XybStagePoint *point = points->pdata[i];

      if (g_strcmp0 (point->stage->name, name) == 0)
        return point->state;
    }
  g_assert_not_reached ();
}

/* DL-02 is over on 11 April, DL-06 on 16 August. */
static void
test_ahead_and_late (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autoptr (XybTrackRecord) record = record_on (XYB_TRACK_ACCREDITATION);

  go (plan, record, "推荐", "2020-04-08", NULL);
  g_assert_cmpint (state_of (plan, record, "2020-04-10", "名单确定"), ==, XYB_POINT_OPEN);
  g_assert_cmpint (state_of (plan, record, "2020-04-11", "名单确定"), ==, XYB_POINT_LATE);
  g_assert_cmpint (state_of (plan, record, "2020-08-15", "验收"), ==, XYB_POINT_OPEN);
  g_assert_cmpint (state_of (plan, record, "2020-08-16", "验收"), ==, XYB_POINT_LATE);
}

/* 实施 was never written down: it is passed by, not done. */
static void
test_passed_by (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autoptr (XybTrackRecord) record = record_on (XYB_TRACK_ACCREDITATION);

  go (plan, record, "签约", "2020-05-12", NULL);
  go (plan, record, "材料提交", "2020-07-20", NULL);
  g_assert_cmpint (state_of (plan, record, "2020-07-24", "签约"), ==, XYB_POINT_DONE);
  g_assert_cmpint (state_of (plan, record, "2020-07-24", "实施"), ==, XYB_POINT_SKIPPED);
  g_assert_cmpint (state_of (plan, record, "2020-07-24", "材料提交"), ==, XYB_POINT_CURRENT);
}

/* 不通过 stands in the place of 通过. */
static void
test_failed (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autoptr (XybTrackRecord) record = record_on (XYB_TRACK_ACCREDITATION);

  go (plan, record, "推荐", "2019-12-30", NULL);
  go (plan, record, "验收", "2020-08-12", NULL);
  go (plan, record, "不通过", "2020-08-20", NULL);
  assert_points (
    plan, record, "2020-08-21",
    "推荐，2019年12月30日；名单确定，没有登记日期；签约，没有登记日期；实施，没有登记日期；"
    "材料提交，没有登记日期；验收，8月12日；不通过，8月20日");
  g_assert_cmpint (state_of (plan, record, "2020-08-21", "不通过"), ==, XYB_POINT_FAILED);
}

/* What may follow a title is shown once it has come. */
static void
test_revoked (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autoptr (XybTrackRecord) record = record_on (XYB_TRACK_CITY_MODEL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  go (plan, record, "发文", "2020-10-30", NULL);
  before = xyb_track_list_points (plan, record, "2020-11-01");
  go (plan, record, "取消资格", "2020-12-01", NULL);
  after = xyb_track_list_points (plan, record, "2020-12-02");
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpint (state_of (plan, record, "2020-12-02", "发文"), ==, XYB_POINT_DONE);
  g_assert_cmpint (state_of (plan, record, "2020-12-02", "取消资格"), ==, XYB_POINT_REVOKED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage-point/ahead-and-late", test_ahead_and_late);
  g_test_add_func ("/stage-point/passed-by", test_passed_by);
  g_test_add_func ("/stage-point/failed", test_failed);
  g_test_add_func ("/stage-point/revoked", test_revoked);
  return g_test_run ();
}
