/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "office-fixture.h"

#include "xyb-award-store.h"
#include "xyb-core-error.h"
#include "xyb-progress-store.h"
#include "xyb-provider-store.h"

#define TODAY "2020-12-31"

/* An enterprise of 周市镇 in the register. */
static gint64
enterprise (Office *office, const char *name)
{
  g_autoptr (XybEnterprise) self = xyb_enterprise_new ();
  g_autoptr (GError) error = NULL;

  self->name = g_strdup (name);
  self->unit_id = ZHOUSHI;
  xyb_enterprise_store_save (office->store, self, NULL, &error);
  g_assert_no_error (error);
  return self->id;
}

static gint64
nominate (Office *office, gint64 enterprise_id)
{
  g_autoptr (XybNomination) self = xyb_nomination_new ();
  g_autoptr (GError) error = NULL;

  self->plan_id = 2020;
  self->unit_id = ZHOUSHI;
  self->enterprise_id = enterprise_id;
  xyb_nomination_store_save (office->store, self, &error);
  g_assert_no_error (error);
  return self->id;
}

static XybPlan *
plan_2020 (Office *office)
{
  return xyb_plan_store_get (office->store, 2020, NULL);
}

static gboolean
move (Office *office,
      XybTrack track,
      gint64 id,
      const char *stage,
      const char *on,
      const char *reason,
      GError **error)
{
  g_autoptr (XybPlan) plan = plan_2020 (office);
  const XybProgressMove to = { track, stage, on, reason, NULL, NULL };

  return xyb_progress_store_move (office->store, plan, &id, 1, &to, TODAY, error);
}

static char *
stage_of (Office *office, XybTrack track, gint64 id)
{
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybTrackRecord) record = xyb_progress_store_get (office->store, plan, track, id, NULL);

  return record != NULL ? g_strdup (xyb_track_current (plan, record)->name) : NULL;
}

static void
assert_stage (Office *office, XybTrack track, gint64 id, const char *name)
{
  g_autofree char *stage = stage_of (office, track, id);

  g_assert_cmpstr (stage, ==, name);
}

static void
hand_in (Office *office,
         XybTrack track,
         gint64 id,
         gint64 material_id,
         const char *file,
         GError **error)
{
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybTrackRecord) record = xyb_progress_store_get (office->store, plan, track, id, NULL);
  g_autoptr (XybMaterial) material = xyb_material_new (material_id);

  material->state = XYB_MATERIAL_COMPLETE;
  material->received_on = g_strdup ("2020-07-10");
  xyb_progress_store_set_material (office->store, plan, record, material, file, TODAY, error);
}

/* One truth: a move writes the dates of 附件2, and what is typed there moves the stage. */
static void
test_annex_and_stages_agree (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = enterprise (office, "昆山甲公司");
  gint64 row = nominate (office, id);
  g_autoptr (XybNomination) nomination = NULL;
  g_autoptr (GError) error = NULL;

  assert_stage (office, XYB_TRACK_ACCREDITATION, id, "推荐");
  move (office, XYB_TRACK_ACCREDITATION, id, "名单确定", "2020-04-20", NULL, &error);
  g_assert_no_error (error);
  move (office, XYB_TRACK_ACCREDITATION, id, "签约", "2020-05-12", NULL, &error);
  g_assert_no_error (error);
  move (office, XYB_TRACK_ACCREDITATION, id, "实施", "2020-05-20", NULL, &error);
  g_assert_no_error (error);
  nomination = xyb_nomination_store_get (office->store, row, NULL);
  g_assert_cmpstr (nomination->confirmed_on, ==, "2020-04-20");
  g_assert_cmpstr (nomination->signed_on, ==, "2020-05-12");
  nomination->accepted_on = g_strdup ("2020-08-14");
  g_assert_true (xyb_nomination_store_save (office->store, nomination, NULL));
  assert_stage (office, XYB_TRACK_ACCREDITATION, id, "通过");
  move (office, XYB_TRACK_ACCREDITATION, id, "名单确定", "2020-08-20", "合同解除", &error);
  g_assert_no_error (error);
  g_clear_pointer (&nomination, xyb_nomination_free);
  nomination = xyb_nomination_store_get (office->store, row, NULL);
  g_assert_cmpstr (nomination->confirmed_on, ==, "2020-04-20");
  g_assert_null (nomination->signed_on);
  g_assert_null (nomination->accepted_on);
  assert_stage (office, XYB_TRACK_ACCREDITATION, id, "名单确定");
  g_assert_true (xyb_store_undo (office->store, NULL, NULL));
  assert_stage (office, XYB_TRACK_ACCREDITATION, id, "通过");
}

static void
test_moves_are_told (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = enterprise (office, "昆山甲公司");
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybTrackRecord) record = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GError) error = NULL;
  const XybStageMove *last;

  nominate (office, id);
  move (office, XYB_TRACK_ACCREDITATION, id, "签约", "2020-05-12", NULL, NULL);
  move (office, XYB_TRACK_ACCREDITATION, id, "推荐", "2020-06-01", "合同解除", NULL);
  g_assert_false (move (office, XYB_TRACK_ACCREDITATION, id, "考察", "2020-06-02", NULL, &error));
  g_assert_cmpstr (
    error->message, ==,
    "2020年贯标没有“考察”这个阶段，只有：推荐、名单确定、签约、实施、材料提交、验收、"
    "通过、不通过。");
  record = xyb_progress_store_get (office->store, plan, XYB_TRACK_ACCREDITATION, id, NULL);
  moves = xyb_progress_store_list_moves (office->store, record->id, NULL);
  g_assert_cmpuint (moves->len, ==, 2);
  last = moves->pdata[1];
  g_assert_cmpstr (last->from, ==, "签约");
  g_assert_cmpstr (last->to, ==, "推荐");
  g_assert_true (last->back);
  g_assert_cmpstr (last->reason, ==, "合同解除");
}

/* 验收 waits for the six required materials of the seven; and then all at once, as one revision. */
static void
test_batch_acceptance (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 ids[] = { enterprise (office, "昆山甲公司"), enterprise (office, "昆山乙公司") };
  g_autoptr (XybPlan) plan = plan_2020 (office);
  const XybProgressMove pass
    = { XYB_TRACK_ACCREDITATION, "通过", "2020-08-14", NULL, "昆信用办〔2020〕9号", NULL };
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    nominate (office, ids[i]);
  for (gint64 material = 120401; material <= 120406; material++)
    {
      hand_in (office, XYB_TRACK_ACCREDITATION, ids[0], material, NULL, &error);
      g_assert_no_error (error);
      if (material != 120403)
        hand_in (office, XYB_TRACK_ACCREDITATION, ids[1], material, NULL, &error);
    }
  g_assert_false (xyb_progress_store_move (office->store, plan, ids, 2, &pass, TODAY, &error));
  g_assert_cmpstr (error->message, ==,
                   "昆山乙公司：不能登记“通过”：还缺 1 项必需材料（3 "
                   "企业信用管理内部评估报告），收齐后再登记。");
  assert_stage (office, XYB_TRACK_ACCREDITATION, ids[0], "推荐");
  g_clear_error (&error);
  hand_in (office, XYB_TRACK_ACCREDITATION, ids[1], 120403, NULL, &error);
  xyb_progress_store_move (office->store, plan, ids, 2, &pass, TODAY, &error);
  g_assert_no_error (error);
  awards = xyb_award_store_list (office->store, XYB_TRACK_ACCREDITATION, 0, &error);
  g_assert_cmpuint (awards->len, ==, 2);
  g_assert_cmpstr (((XybAward *) awards->pdata[1])->number, ==, "昆信用办〔2020〕9号");
  g_assert_cmpstr (((XybAward *) awards->pdata[1])->awarded_on, ==, "2020-08-14");
  g_assert_true (xyb_store_undo (office->store, NULL, NULL));
  assert_stage (office, XYB_TRACK_ACCREDITATION, ids[0], "推荐");
  assert_stage (office, XYB_TRACK_ACCREDITATION, ids[1], "推荐");
}

static void
test_attachments (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = enterprise (office, "昆山甲公司");
  g_autofree char *empty = g_build_filename (office->folder, "空.pdf", NULL);
  g_autofree char *huge = g_build_filename (office->folder, "大.pdf", NULL);
  g_autofree char *gone = g_build_filename (office->folder, "没有.pdf", NULL);
  g_autofree char *good = g_build_filename (office->folder, "报告.pdf", NULL);
  const struct
  {
    const char *path;
    const char *sentence;
  } wrong[] = {
    { empty, "「空.pdf」不能作附件：文件是空的（0 字节），请重新扫描。" },
    { huge, "「大.pdf」不能作附件：文件超过 200 MB，请压缩或分开后再选。" },
    { gone, "「没有.pdf」不能作附件：找不到这个文件，请重新选择。" },
    { office->folder, NULL },
  };
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybTrackRecord) record = NULL;
  g_autoptr (GPtrArray) materials = NULL;
  g_autoptr (GError) error = NULL;
  FILE *file;

  nominate (office, id);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_set_contents (good, "report", -1, NULL));
  file = fopen (huge, "w");
  g_assert_cmpint (ftruncate (fileno (file), (off_t) 2 << 30), ==, 0);
  fclose (file);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_clear_error (&error);
      hand_in (office, XYB_TRACK_ACCREDITATION, id, 120401, wrong[i].path, &error);
      g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID);
      if (wrong[i].sentence != NULL)
        g_assert_cmpstr (error->message, ==, wrong[i].sentence);
      record = xyb_progress_store_get (office->store, plan, XYB_TRACK_ACCREDITATION, id, NULL);
      g_assert_cmpint (record->id, ==, 0);
      g_clear_pointer (&record, xyb_track_record_free);
    }
  g_clear_error (&error);
  hand_in (office, XYB_TRACK_ACCREDITATION, id, 120401, good, &error);
  g_assert_no_error (error);
  record = xyb_progress_store_get (office->store, plan, XYB_TRACK_ACCREDITATION, id, NULL);
  materials = xyb_progress_store_list_materials (office->store, record->id, NULL);
  g_assert_cmpstr (((XybMaterial *) materials->pdata[0])->file_name, ==, "报告.pdf");
  g_assert_cmpuint (strlen (((XybMaterial *) materials->pdata[0])->sha256), ==, 64);
}

static void
test_verdicts_steps_trainings (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = enterprise (office, "昆山甲公司");
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybEnterprise) self = xyb_enterprise_store_get (office->store, id, NULL);
  const XybEligibilityFacts facts = { self, "2020-04-10", 2020, NULL, NULL, NULL };
  g_autoptr (GPtrArray) checks = xyb_eligibility_check (plan, XYB_TRACK_ACCREDITATION, &facts);
  g_autoptr (XybTrackRecord) record = NULL;
  g_autoptr (XybStepRecord) group = xyb_step_record_new (120509);
  g_autoptr (XybTraining) first = xyb_training_new ("2020-06-18", "信用管理基础");
  g_autoptr (XybTraining) wrong = xyb_training_new ("2021-06-18", "信用管理基础");
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;

  nominate (office, id);
  record = xyb_progress_store_get (office->store, plan, XYB_TRACK_ACCREDITATION, id, NULL);
  g_assert_false (xyb_progress_store_set_verdict (office->store, plan, record, 120302,
                                                  XYB_VERDICT_MET, " ", TODAY, &error));
  g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY);
  g_clear_error (&error);
  xyb_progress_store_set_verdict (office->store, plan, record, 120302, XYB_VERDICT_MET,
                                  "看过营业执照", TODAY, &error);
  g_assert_no_error (error);
  xyb_progress_store_load_verdicts (office->store, record->id, checks, &error);
  g_assert_cmpint (((XybConditionCheck *) checks->pdata[1])->said, ==, XYB_VERDICT_MET);
  g_assert_cmpint (((XybConditionCheck *) checks->pdata[1])->found, ==, XYB_VERDICT_OPEN);
  group->done_on = g_strdup ("2020-05-20");
  group->staff = 1;
  xyb_progress_store_set_step (office->store, plan, record, group, TODAY, &error);
  g_assert_no_error (error);
  xyb_progress_store_add_training (office->store, plan, record, 120511, first, TODAY, &error);
  g_assert_no_error (error);
  g_assert_false (
    xyb_progress_store_add_training (office->store, plan, record, 120511, wrong, TODAY, NULL));
  steps = xyb_progress_store_list_steps (office->store, record->id, &error);
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpint (((XybStepRecord *) steps->pdata[0])->staff, ==, 1);
  g_assert_cmpuint (((XybStepRecord *) steps->pdata[1])->trainings->len, ==, 1);
}

static void
test_city_model (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = enterprise (office, "昆山甲公司");
  gint64 young = enterprise (office, "昆山乙公司");
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybAward) old = xyb_award_new ();
  g_autoptr (XybAward) again = xyb_award_new ();
  g_autoptr (XybContract) contract = xyb_contract_new ();
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GPtrArray) contracts = NULL;
  g_autoptr (GError) error = NULL;
  XybAward *list[] = { old };
  const XybCandidate *candidate;

  old->enterprise_id = id;
  old->awarded_on = g_strdup ("2019-04-30");
  xyb_award_store_add (office->store, list, 1, TODAY, &error);
  g_assert_no_error (error);
  again->enterprise_id = id;
  again->year = 2018;
  list[0] = again;
  g_assert_false (xyb_award_store_add (office->store, list, 1, TODAY, &error));
  g_assert_cmpstr (error->message, ==,
                   "昆山甲公司已经登记为 2019 年贯标，只计首次，不能再登记一次。");
  g_clear_error (&error);
  g_assert_true (
    xyb_provider_store_ensure (office->store, "诚信公司", &contract->provider_id, NULL));
  contract->enterprise_id = id;
  contract->kind = XYB_CONTRACT_MODEL;
  contract->signed_on = g_strdup ("2020-05-01");
  contract->ends_on = g_strdup ("2020-04-01");
  g_assert_false (xyb_contract_store_save (office->store, contract, TODAY, NULL));
  g_free (contract->ends_on);
  contract->ends_on = g_strdup ("2020-10-31");
  xyb_contract_store_save (office->store, contract, TODAY, &error);
  g_assert_no_error (error);
  contracts = xyb_contract_store_list (office->store, 0, contract->provider_id, NULL);
  g_assert_cmpuint (contracts->len, ==, 1);

  candidates = xyb_award_store_list_candidates (office->store, plan, XYB_TRACK_CITY_MODEL,
                                                "2020-04-30", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (candidates->len, ==, 1);
  candidate = candidates->pdata[0];
  g_assert_cmpint (candidate->enterprise_id, ==, id);
  g_assert_cmpint (candidate->verdict, ==, XYB_VERDICT_OPEN); /* 近3年: the report is looked at */

  xyb_progress_store_apply (office->store, plan, XYB_TRACK_CITY_MODEL, id, "2020-04-20", TODAY,
                            &error);
  g_assert_no_error (error);
  g_assert_false (xyb_progress_store_apply (office->store, plan, XYB_TRACK_CITY_MODEL, id,
                                            "2020-04-21", TODAY, &error));
  g_assert_cmpstr (error->message, ==,
                   "昆山甲公司在2020年已经申报过苏州市级示范，不能再申报一次。");
  g_clear_error (&error);
  g_assert_false (move (office, XYB_TRACK_CITY_MODEL, young, "名单", "2020-05-01", NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (move (office, XYB_TRACK_CITY_MODEL, id, "发文", "2020-10-30", NULL, NULL));
  awards = xyb_award_store_list (office->store, XYB_TRACK_CITY_MODEL, id, NULL);
  g_assert_cmpuint (awards->len, ==, 1);
  xyb_award_store_revoke (office->store, awards->pdata[0], "2020-12-01", "重大失信", NULL, TODAY,
                          &error);
  g_assert_no_error (error);
  assert_stage (office, XYB_TRACK_CITY_MODEL, id, "取消资格");
  g_clear_pointer (&awards, g_ptr_array_unref);
  awards = xyb_award_store_list (office->store, XYB_TRACK_CITY_MODEL, id, NULL);
  g_assert_cmpstr (((XybAward *) awards->pdata[0])->revoked_on, ==, "2020-12-01");
  g_assert_cmpstr (((XybAward *) awards->pdata[0])->revoked_reason, ==, "重大失信");
  g_assert_false (xyb_award_store_revoke (office->store, awards->pdata[0], "2020-12-02", "x", NULL,
                                          TODAY, &error));
  g_assert_cmpstr (error->message, ==, "不能取消昆山甲公司的苏州市级示范资格：已经取消过了。");
}

/* What was done about a row goes with it, and comes back with it. */
static void
test_row_of_annex_taken_out (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = enterprise (office, "昆山甲公司");
  gint64 row = nominate (office, id);
  g_autoptr (GError) error = NULL;

  move (office, XYB_TRACK_ACCREDITATION, id, "实施", "2020-05-20", NULL, &error);
  g_assert_no_error (error);
  hand_in (office, XYB_TRACK_ACCREDITATION, id, 120401, NULL, &error);
  xyb_nomination_store_remove (office->store, row, &error);
  g_assert_no_error (error);
  assert_stage (office, XYB_TRACK_ACCREDITATION, id, NULL);
  g_assert_true (xyb_store_undo (office->store, NULL, NULL));
  assert_stage (office, XYB_TRACK_ACCREDITATION, id, "实施");
  g_assert_true (xyb_store_check (office->store, &error));
}

/* An office of version 3 has the stages afterwards that a new one begins with. */
static void
test_office_of_version_3 (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "data", "office-v3.xyb", NULL);
  g_autofree char *path = g_build_filename (office->folder, "old.xyb", NULL);
  g_autofree char *bytes = NULL;
  gsize size = 0;
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GError) error = NULL;
  static const int years[] = { 2019, 2020 };

  g_assert_true (g_file_get_contents (old, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  store = xyb_store_open (path, XYB_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  for (gsize y = 0; y < G_N_ELEMENTS (years); y++)
    {
      g_autoptr (XybPlan) climbed = xyb_plan_store_get (store, years[y], NULL);
      g_autoptr (XybPlan) fresh = xyb_plan_store_get (office->store, years[y], NULL);

      if (climbed == NULL)
        continue;
      g_assert_cmpuint (climbed->stages->len, ==, 26);
      g_assert_true (xyb_plan_check_stages (climbed, NULL));
      for (guint i = 0; i < 26; i++)
        {
          const XybPlanStage *a = climbed->stages->pdata[i];
          const XybPlanStage *b = fresh->stages->pdata[i];

          g_assert_cmpint (a->id, ==, b->id);
          g_assert_cmpstr (a->name, ==, b->name);
          g_assert_cmpint (a->track, ==, b->track);
          g_assert_cmpint (a->kind, ==, b->kind);
          g_assert_cmpint (a->basis, ==, b->basis);
          g_assert_cmpint (a->fields, ==, b->fields);
          g_assert_cmpint (a->needs_materials, ==, b->needs_materials);
          g_assert_cmpstr (a->milestone, ==, b->milestone);
        }
      for (guint i = 0; i < climbed->conditions->len; i++)
        g_assert_cmpint (((XybPlanCondition *) climbed->conditions->pdata[i])->number, ==,
                         ((XybPlanCondition *) fresh->conditions->pdata[i])->number);
      for (guint i = 0; i < climbed->steps->len; i++)
        g_assert_cmpint (((XybPlanStep *) climbed->steps->pdata[i])->minimum, ==,
                         ((XybPlanStep *) fresh->steps->pdata[i])->minimum);
    }
}

static gboolean
set_stage (Office *office,
           gint64 id,
           const char *stage,
           const char *on,
           const char *number,
           const char *until,
           GError **error)
{
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybStageRecord) values = NULL;

  values = xyb_stage_record_new (xyb_plan_find_stage (plan, XYB_TRACK_ACCREDITATION, stage)->id);
  values->reached_on = g_strdup (on);
  values->number = g_strdup (number);
  values->until = g_strdup (until);
  return xyb_progress_store_set_stage (office->store, plan, XYB_TRACK_ACCREDITATION, id, values,
                                       TODAY, error);
}

static void
assert_stage_on (Office *office, gint64 id, const char *stage, const char *on)
{
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybTrackRecord) record
    = xyb_progress_store_get (office->store, plan, XYB_TRACK_ACCREDITATION, id, NULL);
  const XybStageRecord *reached
    = xyb_track_record_find (record,
                             xyb_plan_find_stage (plan, XYB_TRACK_ACCREDITATION, stage)->id);

  g_assert_nonnull (reached);
  g_assert_cmpstr (reached->reached_on, ==, on);
}

/* A day of a stage behind may be corrected between those of its neighbours; where the enterprise
 * stands stays what the moves say. */
static void
test_stage_corrected (Office *office, gconstpointer data)
{
  gint64 id = enterprise (office, "昆山示例精密机械有限公司");
  const char *last = "2020年贯标“实施”：昆山示例精密机械有限公司";
  g_autoptr (GError) error = NULL;

  nominate (office, id);
  move (office, XYB_TRACK_ACCREDITATION, id, "名单确定", "2020-04-20", NULL, &error);
  move (office, XYB_TRACK_ACCREDITATION, id, "签约", "2020-05-12", NULL, &error);
  move (office, XYB_TRACK_ACCREDITATION, id, "实施", "2020-05-20", NULL, &error);
  g_assert_no_error (error);
  office_assert_refused (office, set_stage (office, id, "签约", "2020-05-21", NULL, NULL, &error),
                         &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE, "“实施” 2020-05-20",
                         last);
  office_assert_refused (office, set_stage (office, id, "签约", "2020-04-19", NULL, NULL, &error),
                         &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
                         "“名单确定” 2020-04-20", last);
  office_assert_refused (office, set_stage (office, id, "实施", NULL, NULL, NULL, &error), &error,
                         XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE, "不能清空", last);
  office_assert_refused (office, set_stage (office, id, "验收", "2020-08-12", NULL, NULL, &error),
                         &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE, "还没有到“验收”",
                         last);
  office_assert_refused (office,
                         set_stage (office, id, "实施", "2020-05-20", NULL, "2020-05-19", &error),
                         &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE, "期限", last);
  g_assert_true (set_stage (office, id, "签约", "2020-05-20", "昆信〔2020〕1号", NULL, &error));
  g_assert_no_error (error);
  office_assert_label (office, "2020年贯标修改“签约”：昆山示例精密机械有限公司");
  assert_stage_on (office, id, "签约", "2020-05-20");
  /* 附件2 has the same day. */
  {
    g_autoptr (GPtrArray) rows = office_list_nominations (office, ZHOUSHI);

    g_assert_cmpstr (((XybNomination *) rows->pdata[0])->signed_on, ==, "2020-05-20");
  }
  g_assert_true (set_stage (office, id, "推荐", "2020-04-08", NULL, NULL, &error));
  assert_stage_on (office, id, "推荐", "2020-04-08");
  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
  xyb_store_undo (office->store, NULL, &error);
  g_assert_no_error (error);
  assert_stage_on (office, id, "签约", "2020-05-12");
}

/* The result is no matter of a corrected date: 不通过 does not become 通过 by one. */
static void
test_result_is_a_move (Office *office, gconstpointer data)
{
  gint64 id = enterprise (office, "昆山示例精密机械有限公司");
  g_autoptr (GError) error = NULL;

  nominate (office, id);
  move (office, XYB_TRACK_ACCREDITATION, id, "不通过", "2020-08-14", NULL, &error);
  g_assert_no_error (error);
  office_assert_refused (office, set_stage (office, id, "通过", "2020-08-14", NULL, NULL, &error),
                         &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE, "还没有到“通过”",
                         "2020年贯标“不通过”：昆山示例精密机械有限公司");
  /* A stage that was passed by without a word may get its day later. */
  g_assert_true (set_stage (office, id, "验收", "2020-08-12", NULL, NULL, &error));
  g_assert_no_error (error);
  assert_stage_on (office, id, "验收", "2020-08-12");
}

/* 按记录: the decision is taken back, and what the records say counts again. */
static void
test_verdict_taken_back (Office *office, gconstpointer data)
{
  gint64 id = enterprise (office, "昆山示例精密机械有限公司");
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybTrackCase) shown = NULL;
  g_autoptr (GError) error = NULL;

  nominate (office, id);
  for (int said = 1; said >= 0; said--)
    {
      g_clear_pointer (&shown, xyb_track_case_free);
      shown = xyb_progress_store_read_case (office->store, plan, XYB_TRACK_ACCREDITATION, id, TODAY,
                                            &error);
      g_assert_no_error (error);
      xyb_progress_store_set_verdict (office->store, plan, shown->record, 120305,
                                      said ? XYB_VERDICT_MET : 0, said ? "已查" : NULL, TODAY,
                                      &error);
      g_assert_no_error (error);
    }
  g_clear_pointer (&shown, xyb_track_case_free);
  shown = xyb_progress_store_read_case (office->store, plan, XYB_TRACK_ACCREDITATION, id, TODAY,
                                        &error);
  g_assert_no_error (error);
  g_assert_cmpint (((XybConditionCheck *) shown->checks->pdata[4])->said, ==, 0);
  office_assert_label (
    office,
    "2020年贯标条件按记录“经企业自主查询，近3年内无严重失信行为”：昆山示例精密机械有限公司");
}

/* What a move would come to is known before it is made, and nothing is written. */
static void
test_trial (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = enterprise (office, "昆山甲公司");
  gint64 elsewhere = enterprise (office, "昆山乙公司");
  g_autoptr (XybPlan) plan = plan_2020 (office);
  const XybProgressMove signing
    = { XYB_TRACK_ACCREDITATION, "签约", "2020-05-12", NULL, NULL, NULL };
  const XybProgressMove accepting
    = { XYB_TRACK_ACCREDITATION, "验收", "2020-08-14", NULL, NULL, NULL };
  const XybProgressMove back = { XYB_TRACK_ACCREDITATION, "推荐", "2020-08-14", NULL, NULL, NULL };
  g_autoptr (XybTrackRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  XybMoveTrial *trial;

  nominate (office, id);
  trial = xyb_progress_store_try_move (office->store, plan, id, &signing, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trial->enterprise_name, ==, "昆山甲公司");
  g_assert_cmpstr (trial->from->name, ==, "推荐");
  g_assert_null (trial->refusal);
  g_assert_null (trial->warning);
  g_assert_false (trial->back);
  xyb_move_trial_free (trial);
  trial = xyb_progress_store_try_move (office->store, plan, id, &accepting, TODAY, &error);
  g_assert_nonnull (strstr (trial->refusal, "还缺 6 项必需材料"));
  xyb_move_trial_free (trial);
  g_assert_true (move (office, XYB_TRACK_ACCREDITATION, id, "实施", "2020-05-20", NULL, NULL));
  trial = xyb_progress_store_try_move (office->store, plan, id, &back, TODAY, &error);
  g_assert_null (trial->refusal);
  g_assert_true (trial->back);
  xyb_move_trial_free (trial);
  /* The clerk decided that a condition is not met: it warns, and does not refuse. */
  record = xyb_progress_store_get (office->store, plan, XYB_TRACK_ACCREDITATION, id, NULL);
  xyb_progress_store_set_verdict (office->store, plan, record,
                                  ((XybPlanCondition *) plan->conditions->pdata[0])->id,
                                  XYB_VERDICT_UNMET, "不在昆山注册", TODAY, &error);
  g_assert_no_error (error);
  trial = xyb_progress_store_try_move (office->store, plan, id, &back, TODAY, &error);
  g_assert_null (trial->warning);
  xyb_move_trial_free (trial);
  g_assert_true (move (office, XYB_TRACK_ACCREDITATION, id, "推荐", "2020-06-01", "重来", NULL));
  trial = xyb_progress_store_try_move (office->store, plan, id, &signing, TODAY, &error);
  g_assert_null (trial->refusal);
  g_assert_true (g_str_has_prefix (trial->warning, "1 项条件不符合："));
  xyb_move_trial_free (trial);
  trial = xyb_progress_store_try_move (office->store, plan, elsewhere, &signing, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trial->refusal, ==, "昆山乙公司不在2020年附件2里，请先列入附件2。");
  xyb_move_trial_free (trial);
  assert_stage (office, XYB_TRACK_ACCREDITATION, id, "推荐");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Office, NULL, office_set_up, func, office_tear_down)
  ADD ("/progress/annex-2-and-stages-agree", test_annex_and_stages_agree);
  ADD ("/progress/moves-are-told", test_moves_are_told);
  ADD ("/progress/batch-acceptance-waits-for-materials", test_batch_acceptance);
  ADD ("/progress/a-move-is-tried-before-it-is-made", test_trial);
  ADD ("/progress/attachments-that-are-refused", test_attachments);
  ADD ("/progress/verdicts-steps-trainings", test_verdicts_steps_trainings);
  ADD ("/progress/stage-corrected", test_stage_corrected);
  ADD ("/progress/result-is-a-move", test_result_is_a_move);
  ADD ("/progress/verdict-taken-back", test_verdict_taken_back);
  ADD ("/progress/city-model-from-application-to-revocation", test_city_model);
  ADD ("/progress/goes-with-its-row-of-annex-2", test_row_of_annex_taken_out);
  ADD ("/progress/an-office-of-version-3", test_office_of_version_3);
  return g_test_run ();
}
