/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "office-fixture.h"

#include "xyb-progress-store.h"
#include "xyb-provider-store.h"

/* 下一步 of one enterprise from 推荐 to 通过 under the plan of 2020, and what a list says of it. */

#define NAME "昆山示例精密机械有限公司"

static gint64
nominated_enterprise (Office *office)
{
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  g_autoptr (XybNomination) row = xyb_nomination_new ();
  g_autoptr (GError) error = NULL;

  enterprise->name = g_strdup (NAME);
  enterprise->unit_id = ZHOUSHI;
  xyb_enterprise_store_save (office->store, enterprise, NULL, &error);
  g_assert_no_error (error);
  row->plan_id = 2020;
  row->unit_id = ZHOUSHI;
  row->enterprise_id = enterprise->id;
  xyb_nomination_store_save (office->store, row, &error);
  g_assert_no_error (error);
  return enterprise->id;
}

static XybTrackCase *
read_case (Office *office, const XybPlan *plan, gint64 id, const char *today)
{
  g_autoptr (GError) error = NULL;
  XybTrackCase *track_case
    = xyb_progress_store_read_case (office->store, plan, XYB_TRACK_ACCREDITATION, id, today,
                                    &error);

  g_assert_no_error (error);
  return track_case;
}

static void
move (Office *office, const XybPlan *plan, gint64 id, const char *stage, const char *on)
{
  const XybProgressMove to = { XYB_TRACK_ACCREDITATION, stage, on, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  xyb_progress_store_move (office->store, plan, &id, 1, &to, "2020-12-31", &error);
  g_assert_no_error (error);
}

static void
assert_next (Office *office,
             const XybPlan *plan,
             gint64 id,
             const char *today,
             XybActKind kind,
             XybUrgency urgency,
             const char *sentence)
{
  g_autoptr (XybTrackCase) track_case = read_case (office, plan, id, today);
  g_autoptr (XybNextAction) action = xyb_next_action_new (track_case);

  g_assert_cmpstr (action->sentence, ==, sentence);
  g_assert_cmpint (action->kind, ==, kind);
  g_assert_cmpint (action->urgency, ==, urgency);
}

static void
decide_all (Office *office, const XybPlan *plan, gint64 id)
{
  g_autoptr (XybTrackCase) track_case = read_case (office, plan, id, "2020-04-16");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < track_case->checks->len; i++)
    {
      const XybConditionCheck *check = track_case->checks->pdata[i];

      xyb_progress_store_set_verdict (office->store, plan, track_case->record, check->condition->id,
                                      XYB_VERDICT_MET, "已看营业执照", "2020-04-16", &error);
      g_assert_no_error (error);
    }
}

static void
sign_contract (Office *office, gint64 id)
{
  g_autoptr (XybContract) contract = xyb_contract_new ();
  g_autoptr (GError) error = NULL;

  contract->enterprise_id = id;
  contract->kind = XYB_CONTRACT_ACCREDITATION;
  contract->signed_on = g_strdup ("2020-05-12");
  xyb_contract_store_add (office->store, contract, "示例信用服务有限公司", "2020-05-12", &error);
  g_assert_no_error (error);
}

static void
finish_steps (Office *office, const XybPlan *plan, gint64 id)
{
  g_autoptr (XybTrackCase) track_case = read_case (office, plan, id, "2020-07-24");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const XybPlanStep *step = plan->steps->pdata[i];
      g_autoptr (XybStepRecord) record = xyb_step_record_new (step->id);

      if (step->track != XYB_TRACK_ACCREDITATION || xyb_plan_step_is_heading (plan, step))
        continue;
      for (int k = 0; step->counted == XYB_STEP_TRAININGS && k < 2; k++)
        {
          g_autoptr (GError) training_error = NULL;
          XybTraining *training = xyb_training_new (k == 0 ? "2020-06-18" : "2020-07-02", "宣贯");

          xyb_progress_store_add_training (office->store, plan, track_case->record, step->id,
                                           training, "2020-07-24", &training_error);
          g_assert_no_error (training_error);
          xyb_training_free (training);
        }
      record->done_on = g_strdup ("2020-07-10");
      record->staff = 1;
      xyb_progress_store_set_step (office->store, plan, track_case->record, record, "2020-07-24",
                                   &error);
      g_assert_no_error (error);
    }
}

static void
hand_in (Office *office, const XybPlan *plan, gint64 id, guint number, const char *valid_until)
{
  g_autoptr (XybTrackCase) track_case = read_case (office, plan, id, "2020-07-15");
  const XybMaterialLine *line = track_case->list->lines->pdata[number - 1];
  g_autoptr (XybMaterial) material = xyb_material_new (line->item->id);
  g_autoptr (GError) error = NULL;

  material->id = line->material != NULL ? line->material->id : 0;
  material->state = XYB_MATERIAL_COMPLETE;
  material->received_on = g_strdup ("2020-07-10");
  material->valid_until = g_strdup (valid_until);
  xyb_progress_store_set_material (office->store, plan, track_case->record, material, NULL,
                                   "2020-07-15", &error);
  g_assert_no_error (error);
}

static void
test_whole_way (Office *office, gconstpointer data)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, 2020, NULL);
  gint64 id = nominated_enterprise (office);

  assert_next (office, plan, id, "2020-04-02", XYB_ACT_CONDITION, XYB_URGENCY_PLAIN,
               "核定条件“在昆山境内注册设立”");
  decide_all (office, plan, id);
  assert_next (office, plan, id, "2020-04-16", XYB_ACT_MOVE, XYB_URGENCY_OVERDUE, "办理“名单确定”");
  move (office, plan, id, "名单确定", "2020-04-20");
  assert_next (office, plan, id, "2020-04-21", XYB_ACT_CONTRACT, XYB_URGENCY_PLAIN,
               "登记贯标咨询服务合同");
  sign_contract (office, id);
  assert_next (office, plan, id, "2020-05-12", XYB_ACT_MOVE, XYB_URGENCY_PLAIN, "办理“签约”");
  move (office, plan, id, "签约", "2020-05-12");
  assert_next (office, plan, id, "2020-05-13", XYB_ACT_MOVE, XYB_URGENCY_PLAIN, "办理“实施”");
  move (office, plan, id, "实施", "2020-05-20");
  finish_steps (office, plan, id);
  for (guint number = 1; number <= 6; number++)
    hand_in (office, plan, id, number, number == 1 ? "2020-07-20" : NULL);
  /* 7月20日 is the last day the report holds; 7月21日 it does not any more (MAT-04). */
  assert_next (office, plan, id, "2020-07-20", XYB_ACT_MOVE, XYB_URGENCY_PLAIN, "办理“材料提交”");
  assert_next (office, plan, id, "2020-07-24", XYB_ACT_MATERIAL, XYB_URGENCY_OVERDUE,
               "请企业重新出具第 1 项：《社会法人信用信息查询报告》");
  hand_in (office, plan, id, 1, "2020-12-31");
  assert_next (office, plan, id, "2020-08-08", XYB_ACT_MOVE, XYB_URGENCY_NEAR, "办理“材料提交”");
  move (office, plan, id, "材料提交", "2020-08-08");
  move (office, plan, id, "验收", "2020-08-12");
  move (office, plan, id, "通过", "2020-08-14");
  assert_next (office, plan, id, "2020-08-14", XYB_ACT_NONE, XYB_URGENCY_PLAIN,
               "已通过，没有要办的事");
}

/* The letter names everything that is owed and by when. */
static void
test_reminder (Office *office, gconstpointer data)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, 2020, NULL);
  gint64 id = nominated_enterprise (office);
  g_autoptr (XybTrackCase) track_case = NULL;
  g_autofree char *text = NULL;

  move (office, plan, id, "名单确定", "2020-04-20");
  move (office, plan, id, "签约", "2020-05-12");
  move (office, plan, id, "实施", "2020-05-20");
  hand_in (office, plan, id, 1, "2020-07-20");
  track_case = read_case (office, plan, id, "2020-07-24");
  text = xyb_track_case_reminder (track_case);
  g_assert_true (g_str_has_prefix (
    text, NAME "：\n你单位2020年贯标还有下列事项没有办完（8月15日前组织贯标验收，还有 22 天），"
               "请抓紧：\n1. "));
  g_assert_nonnull (
    strstr (text, "《社会法人信用信息查询报告》：有效期至 7月20日，已过 4 天，请重新出具。"));
  g_assert_nonnull (strstr (text, "企业信用管理内部评估报告：还没有收到，请提交。"));
  g_assert_nonnull (strstr (text, "0/2 次"));
}

static void
test_line (Office *office, gconstpointer data)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, 2020, NULL);
  gint64 id = nominated_enterprise (office);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  const XybTrackLine *line;
  XybTrackFilter filter = { 0 };
  XybTrackTally tally;
  XybUrgency urgency;
  g_autofree char *trouble = NULL;
  g_autofree char *next = NULL;
  g_autofree char *words = NULL;

  hand_in (office, plan, id, 1, "2020-07-20");
  hand_in (office, plan, id, 3, NULL);
  lines = xyb_progress_store_list_lines (office->store, plan, XYB_TRACK_ACCREDITATION, "2020-07-24",
                                         &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 1);
  line = lines->pdata[0];
  g_assert_cmpstr (line->enterprise_name, ==, NAME);
  g_assert_cmpstr (line->stage->name, ==, "推荐");
  g_assert_cmpuint (line->n_expired, ==, 1);
  g_assert_cmpstr (line->expires_on, ==, "2020-07-20");
  g_assert_false (line->signed_up);
  g_assert_cmpstr (line->overdue->key, ==, "DL-02");
  g_assert_cmpuint (line->missing & 1, ==, 0);
  g_assert_cmpuint (line->missing & 2, ==, 2);

  /* 4月10日前 was 105 days ago; a report that holds no more comes before that. */
  g_assert_cmpint (line->overdue_days, ==, 105);
  trouble = xyb_track_line_trouble (line, &urgency);
  g_assert_cmpstr (trouble, ==, "已过期");
  g_assert_cmpint (urgency, ==, XYB_URGENCY_OVERDUE);
  next = xyb_track_line_next_words (line);
  g_assert_cmpstr (next, ==, "名单确定，逾期 105 天");
  tally = xyb_track_lines_count (lines);
  words = xyb_track_tally_words (&tally);
  g_assert_cmpstr (words, ==, "1 家，已通过 0，逾期 1");

  filter.missing = 1; /* the first material, which is in */
  g_assert_false (xyb_track_filter_matches (&filter, line));
  filter.missing = 2;
  filter.overdue = TRUE;
  filter.open = TRUE;
  filter.unit_id = ZHOUSHI;
  filter.key = "精密";
  g_assert_true (xyb_track_filter_matches (&filter, line));
  filter.key = "jmjx";
  g_assert_true (xyb_track_filter_matches (&filter, line));
  filter.key = "电子";
  g_assert_false (xyb_track_filter_matches (&filter, line));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/progress-case/whole-way", Office, NULL, office_set_up, test_whole_way,
              office_tear_down);
  g_test_add ("/progress-case/reminder", Office, NULL, office_set_up, test_reminder,
              office_tear_down);
  g_test_add ("/progress-case/line", Office, NULL, office_set_up, test_line, office_tear_down);
  return g_test_run ();
}
