/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "track-fixture.h"

#include "xyb-core-error.h"

static const char *
name_of (const XybPlanStage *stage)
{
  return stage != NULL ? stage->name : "-";
}

static void
test_whole_way (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autoptr (XybTrackRecord) record = record_on (XYB_TRACK_ACCREDITATION);
  static const char *const way[][2] = {
    { "推荐", "2020-04-14" }, { "名单确定", "2020-04-10" }, { "签约", "2020-05-12" },
    { "实施", "2020-05-12" }, { "材料提交", "2020-07-20" }, { "验收", "2020-08-12" },
    { "通过", "2020-08-14" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (way); i++)
    {
      g_assert_cmpstr (name_of (xyb_track_next (plan, record)), ==, way[i][0]);
      go (plan, record, way[i][0], way[i][1], NULL);
      g_assert_cmpstr (name_of (xyb_track_current (plan, record)), ==, way[i][0]);
    }
  g_assert_null (xyb_track_next (plan, record));
  g_assert_cmpint (xyb_track_result (plan, record), ==, XYB_RESULT_PASSED);
}

/* The dates of 附件2 are those of the stages, and where there is none the stage is not reached. */
static void
test_nomination_says_the_dates (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autoptr (XybTrackRecord) record = record_on (XYB_TRACK_ACCREDITATION);
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();
  static const char *const expected[] = { "推荐", "名单确定", "签约", "通过" };

  for (int i = 0; i < 4; i++)
    {
      if (i == 1)
        nomination->confirmed_on = g_strdup ("2020-04-20");
      if (i == 2)
        nomination->signed_on = g_strdup ("2020-05-12");
      if (i == 3)
        nomination->accepted_on = g_strdup ("2020-08-14");
      xyb_track_record_take_nomination (record, plan, nomination);
      g_assert_cmpstr (name_of (xyb_track_current (plan, record)), ==, expected[i]);
      g_assert_cmpint (xyb_stage_of (nomination), ==, XYB_STAGE_NOMINATED + i);
    }
  g_clear_pointer (&nomination->accepted_on, g_free);
  xyb_track_record_take_nomination (record, plan, nomination);
  g_assert_cmpstr (name_of (xyb_track_current (plan, record)), ==, "签约");
  g_assert_cmpint (xyb_track_result (plan, record), ==, XYB_RESULT_OPEN);
}

typedef struct
{
  const char *to;
  const char *on;
  const char *reason;
  int code; /* -1: let through */
  const char *sentence;
} MoveCase;

/* From 签约 on 12 May, seen on 24 July. */
static const MoveCase moves[] = {
  { "实施", "2020-05-12", NULL, -1, NULL },
  { "通过", "2020-07-24", NULL, -1, NULL },
  { "不通过", "2020-07-24", NULL, -1, NULL },
  { "实施", "2020-05-11", NULL, XYB_CORE_ERROR_INVALID_DATE,
    "“实施” 2020-05-11 早于“签约” 2020-05-12，日期不能倒退，请核对。" },
  { "通过", "2020-04-01", NULL, XYB_CORE_ERROR_INVALID_DATE,
    "“通过” 2020-04-01 早于“名单确定” 2020-04-20，日期不能倒退，请核对。" },
  { "实施", "2020-07-25", NULL, XYB_CORE_ERROR_INVALID_DATE,
    "“实施”的日期 2020-07-25 还没有到，请在办完以后再登记。" },
  { "实施", "2020-02-30", NULL, XYB_CORE_ERROR_INVALID_DATE,
    "到“实施”的日期要写成 2020-04-15 这样。" },
  { "签约", "2020-07-01", NULL, XYB_CORE_ERROR_INVALID_STAGE,
    "昆山甲公司已经在“签约”这一步，不用再登记。" },
  { "名单确定", "2020-07-01", NULL, XYB_CORE_ERROR_EMPTY, "从“签约”改回“名单确定”要写明理由。" },
  { "名单确定", "2020-07-01", "  ", XYB_CORE_ERROR_EMPTY, "从“签约”改回“名单确定”要写明理由。" },
  { "名单确定", "2020-07-01", "解除合同", -1, NULL },
};

static void
test_moves (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (XybTrackRecord) record = record_on (XYB_TRACK_ACCREDITATION);
      XybTrackMove move = { xyb_plan_find_stage (plan, XYB_TRACK_ACCREDITATION, moves[i].to),
                            moves[i].on, moves[i].reason, FALSE };
      g_autoptr (GError) error = NULL;
      gboolean ok;

      go (plan, record, "名单确定", "2020-04-20", NULL);
      go (plan, record, "签约", "2020-05-12", NULL);
      ok = xyb_track_check_move (plan, record, &move, "2020-07-24", &error);
      g_assert_cmpint (ok, ==, moves[i].code < 0);
      if (moves[i].code < 0)
        continue;
      g_assert_error (error, XYB_CORE_ERROR, moves[i].code);
      g_assert_cmpstr (error->message, ==, moves[i].sentence);
    }
}

static void
test_back_and_round (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autoptr (XybTrackRecord) record = record_on (XYB_TRACK_ACCREDITATION);
  const XybPlanStage *signed_up = xyb_plan_find_stage (plan, record->track, "签约");
  const XybPlanStage *passed = xyb_plan_find_stage (plan, record->track, "通过");

  go (plan, record, "签约", "2020-05-12", NULL);
  go (plan, record, "通过", "2020-08-14", NULL);
  xyb_track_record_find (record, passed->id)->number = g_strdup ("昆信用办〔2020〕9号");
  go (plan, record, "不通过", "2020-08-20", "复核不合格");
  g_assert_cmpint (xyb_track_result (plan, record), ==, XYB_RESULT_FAILED);
  g_assert_null (xyb_track_record_find (record, passed->id)->reached_on);
  go (plan, record, "签约", "2020-08-21", "重新实施");
  g_assert_cmpstr (name_of (xyb_track_current (plan, record)), ==, "签约");
  g_assert_cmpstr (xyb_track_record_find (record, signed_up->id)->reached_on, ==, "2020-05-12");
  g_assert_cmpstr (xyb_track_record_find (record, passed->id)->number, ==, "昆信用办〔2020〕9号");
  g_assert_cmpint (xyb_track_result (plan, record), ==, XYB_RESULT_OPEN);
}

static void
test_only_who_has_passed_loses_it (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autoptr (XybTrackRecord) record = record_on (XYB_TRACK_CITY_MODEL);
  XybTrackMove move = { xyb_plan_find_stage (plan, XYB_TRACK_CITY_MODEL, "取消资格"), "2020-12-01",
                        "重大失信", FALSE };
  g_autoptr (GError) error = NULL;

  go (plan, record, "现场评价", "2020-09-10", NULL);
  g_assert_false (xyb_track_check_move (plan, record, &move, "2020-12-31", &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE);
  g_assert_cmpstr (error->message, ==,
                   "昆山甲公司还没有发文（苏州市级示范），不能登记“取消资格”。");
  go (plan, record, "发文", "2020-10-30", NULL);
  go (plan, record, "限期整改", "2020-11-10", NULL);
  go (plan, record, "发文", "2020-11-30", "整改完成");
  g_assert_cmpint (xyb_track_result (plan, record), ==, XYB_RESULT_PASSED);
  go (plan, record, "取消资格", "2020-12-01", "重大失信");
  go (plan, record, "公告", "2020-12-02", NULL);
  g_assert_cmpint (xyb_track_result (plan, record), ==, XYB_RESULT_REVOKED);
}

typedef struct
{
  const char *stage;
  const char *on;
  const char *sentence; /* NULL: fits */
} DateCase;

/* 名单确定 20 April and 验收 12 August stand; what lies between is filled in later. */
static const DateCase dates[] = {
  { "签约", "2020-04-20", NULL },
  { "签约", "2020-08-12", NULL },
  { "签约", "2020-04-19", "“签约” 2020-04-19 早于“名单确定” 2020-04-20，日期不能倒退，请核对。" },
  { "签约", "2020-08-13", "“签约” 2020-08-13 晚于“验收” 2020-08-12，日期不能倒退，请核对。" },
  { "推荐", "2020-04-22", NULL }, /* AMB-15 */
};

static void
test_dates_filled_in_later (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autoptr (XybTrackRecord) record = record_on (XYB_TRACK_ACCREDITATION);

  go (plan, record, "名单确定", "2020-04-20", NULL);
  go (plan, record, "验收", "2020-08-12", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GError) error = NULL;
      const XybPlanStage *stage = xyb_plan_find_stage (plan, record->track, dates[i].stage);

      xyb_track_check_date (plan, record, stage, dates[i].on, "2020-12-31", &error);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, dates[i].sentence);
    }
}

typedef struct
{
  const char *stage;
  const char *today;
  gboolean inclusive;
  const char *milestone;
} OverdueCase;

static const OverdueCase overdue[] = {
  { "推荐", "2020-04-10", TRUE, "-" },     { "推荐", "2020-04-11", TRUE, "DL-02" },
  { "签约", "2020-08-15", TRUE, "-" },     { "签约", "2020-08-15", FALSE, "DL-06" },
  { "签约", "2020-08-16", TRUE, "DL-06" }, { "通过", "2020-12-31", TRUE, "-" },
  { "不通过", "2020-12-31", TRUE, "-" },
};

static void
test_overdue (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (overdue); i++)
    {
      g_autoptr (XybPlan) plan = track_plan_2020 ();
      g_autoptr (XybTrackRecord) record = record_on (XYB_TRACK_ACCREDITATION);
      const XybMilestone *found;

      plan->deadline_inclusive = overdue[i].inclusive;
      go (plan, record, overdue[i].stage, "2020-04-08", NULL);
      found = xyb_track_overdue (plan, record, overdue[i].today);
      g_assert_cmpstr (found != NULL ? found->key : "-", ==, overdue[i].milestone);
    }
}

typedef struct
{
  guint index;
  const char *name;
  XybStageKind kind;
  int basis;
  const char *sentence;
} StageCase;

static const StageCase wrong_stages[] = {
  { 3, " ", XYB_STAGE_KIND_STEP, 0, "贯标的阶段不能这样设：有一个阶段没有名称，请填写。" },
  { 3, "签约", XYB_STAGE_KIND_STEP, 0, "贯标的阶段不能这样设：有两个阶段同名，请改其中一个。" },
  { 3, "实施", XYB_STAGE_KIND_FAILED, 0,
    "贯标的阶段不能这样设：结果之前只有办理阶段，不通过、整改、取消资格和公告在结果之后。" },
  { 3, "实施", XYB_STAGE_KIND_STEP, XYB_BASIS_CONFIRMED,
    "贯标的阶段不能这样设：推荐、确定、签约、验收通过要按先后排列，各只有一个。" },
  { 10, "发文", XYB_STAGE_KIND_WATCH, 0,
    "苏州市级示范的阶段不能这样设：要有一个、也只能有一个算作通过的阶段。" },
  { 8, "申报", XYB_STAGE_KIND_STEP, XYB_BASIS_CONFIRMED,
    "苏州市级示范的阶段不能这样设：只有贯标的阶段与附件2的日期对应。" },
  { 15, "发证", XYB_STAGE_KIND_STEP, 0,
    "省级示范的阶段不能这样设：要有一个、也只能有一个算作通过的阶段。" },
};

static void
test_stages_are_checked (void)
{
  g_autoptr (XybPlan) good = track_plan_2020 ();

  g_assert_true (xyb_plan_check_stages (good, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong_stages); i++)
    {
      g_autoptr (XybPlan) plan = track_plan_2020 ();
      XybPlanStage *stage = plan->stages->pdata[wrong_stages[i].index];
      g_autoptr (GError) error = NULL;

      g_free (stage->name);
      stage->name = g_strdup (wrong_stages[i].name);
      stage->kind = wrong_stages[i].kind;
      stage->basis = (XybCompletionBasis) wrong_stages[i].basis;
      g_assert_false (xyb_plan_check_stages (plan, &error));
      g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE);
      g_assert_cmpstr (error->message, ==, wrong_stages[i].sentence);
    }
}

static void
test_copied_to_the_next_year (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autoptr (XybPlan) copy = xyb_plan_copy_to_year (plan, 2021, NULL);

  g_assert_cmpuint (copy->stages->len, ==, G_N_ELEMENTS (stages_2020));
  for (guint i = 0; i < copy->stages->len; i++)
    {
      const XybPlanStage *stage = copy->stages->pdata[i];

      g_assert_cmpint (stage->id, ==, 0);
      g_assert_cmpstr (stage->name, ==, stages_2020[i].name);
      g_assert_cmpint (stage->kind, ==, stages_2020[i].kind);
      g_assert_cmpint (stage->basis, ==, stages_2020[i].basis);
      g_assert_cmpstr (stage->milestone, ==, stages_2020[i].milestone);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/track/from-recommendation-to-acceptance", test_whole_way);
  g_test_add_func ("/track/the-row-of-annex-2-says-the-dates", test_nomination_says_the_dates);
  g_test_add_func ("/track/which-moves-are-let-through", test_moves);
  g_test_add_func ("/track/back-takes-later-dates-away", test_back_and_round);
  g_test_add_func ("/track/only-who-has-passed-loses-it", test_only_who_has_passed_loses_it);
  g_test_add_func ("/track/a-date-filled-in-later-fits-between", test_dates_filled_in_later);
  g_test_add_func ("/track/overdue-at-its-milestone", test_overdue);
  g_test_add_func ("/track/stages-are-checked", test_stages_are_checked);
  g_test_add_func ("/track/copied-to-the-next-year", test_copied_to_the_next_year);
  return g_test_run ();
}
