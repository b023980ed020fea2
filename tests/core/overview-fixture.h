/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-todo.h"

/* The plan of 2020 as S1 has it (requirements §2, §4, §6), and a year's progress on it. */

typedef struct
{
  gint64 unit_id;
  const char *name;
  gint64 quota;
} District;

static const District districts_2020[] = {
  { 101, "昆山开发区", 10 }, { 102, "昆山高新区", 10 }, { 103, "花桥经济开发区", 6 },
  { 105, "张浦镇", 8 },      { 106, "周市镇", 8 },      { 107, "陆家镇", 5 },
  { 108, "巴城镇", 6 },      { 109, "千灯镇", 5 },      { 110, "淀山湖镇", 3 },
  { 111, "周庄镇", 2 },      { 112, "锦溪镇", 3 },
};

static const struct
{
  const char *key;
  const char *text;
  const char *date_text;
  const char *due_on;
} milestones_2020[] = {
  { "DL-01", "印发2020年昆山市企业信用管理贯标和示范创建工作方案", "4月2日", "2020-04-02" },
  { "DL-02", "经各区镇动员推荐后，确定贯标企业名单", "4月上旬", "2020-04-10" },
  { "DL-03", "将贯标企业汇总表（附件2）通过OA系统发送至市府办（信用办）", "4月15日前",
    "2020-04-15" },
  { "DL-04", "择优推荐苏州市级信用管理示范企业创建名单", "4月30日前", "2020-04-30" },
  { "DL-05", "申报省级示范企业", "7月31日前", "2020-07-31" },
  { "DL-06", "组织企业的贯标验收工作", "8月15日前", "2020-08-15" },
  { "DL-07", "委托第三方信用服务机构对企业开展现场评价认定审核和公示", "9月30日前", "2020-09-30" },
};

static const struct
{
  XybTrack track;
  const char *name;
  XybStageKind kind;
  gint64 fields;
  gboolean needs_materials;
  const char *milestone;
} overview_stages[] = {
  { XYB_TRACK_ACCREDITATION, "推荐", XYB_STAGE_KIND_STEP, 0, FALSE, "DL-03" },
  { XYB_TRACK_ACCREDITATION, "签约", XYB_STAGE_KIND_STEP, 0, FALSE, NULL },
  { XYB_TRACK_ACCREDITATION, "实施", XYB_STAGE_KIND_STEP, 0, FALSE, NULL },
  { XYB_TRACK_ACCREDITATION, "验收", XYB_STAGE_KIND_STEP, 0, TRUE, "DL-06" },
  { XYB_TRACK_ACCREDITATION, "通过", XYB_STAGE_KIND_PASSED, 0, TRUE, "DL-06" },
  { XYB_TRACK_CITY_MODEL, "推荐", XYB_STAGE_KIND_STEP, 0, FALSE, "DL-04" },
  { XYB_TRACK_CITY_MODEL, "名单", XYB_STAGE_KIND_STEP, 0, FALSE, "DL-04" },
  { XYB_TRACK_CITY_MODEL, "报送", XYB_STAGE_KIND_STEP, 0, TRUE, NULL },
  { XYB_TRACK_CITY_MODEL, "公示", XYB_STAGE_KIND_STEP, XYB_STAGE_FIELD_UNTIL, FALSE, "DL-07" },
  { XYB_TRACK_CITY_MODEL, "发文", XYB_STAGE_KIND_PASSED, 0, FALSE, NULL },
  { XYB_TRACK_CITY_MODEL, "限期整改", XYB_STAGE_KIND_WATCH, XYB_STAGE_FIELD_UNTIL, FALSE, NULL },
  { XYB_TRACK_PROVINCE_MODEL, "推荐", XYB_STAGE_KIND_STEP, 0, FALSE, "DL-05" },
  { XYB_TRACK_PROVINCE_MODEL, "发证", XYB_STAGE_KIND_PASSED, 0, FALSE, NULL },
};

static const char *const overview_materials[]
  = { "内部评估报告", "工作总结报告", "《社会法人信用信息查询报告》" };

#define REPORT_ID 3

static inline void
plan_add_stages (XybPlan *plan)
{
  for (gsize i = 0; i < G_N_ELEMENTS (overview_stages); i++)
    {
      XybPlanStage *stage = xyb_plan_stage_new ();

      stage->id = (gint64) i + 1;
      stage->track = overview_stages[i].track;
      stage->name = g_strdup (overview_stages[i].name);
      stage->kind = overview_stages[i].kind;
      stage->fields = overview_stages[i].fields;
      stage->needs_materials = overview_stages[i].needs_materials;
      stage->milestone = g_strdup (overview_stages[i].milestone);
      g_ptr_array_add (plan->stages, stage);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (overview_materials); i++)
    {
      XybPlanMaterial *material = xyb_plan_material_new ();

      material->id = (gint64) i + 1;
      material->track = XYB_TRACK_ACCREDITATION;
      material->name = g_strdup (overview_materials[i]);
      material->required = TRUE;
      material->has_validity = material->id == REPORT_ID;
      g_ptr_array_add (plan->materials, material);
    }
}

static inline void
plan_add_milestone (XybPlan *plan,
                    const char *key,
                    const char *text,
                    const char *date_text,
                    const char *due_on)
{
  XybMilestone *milestone = xyb_milestone_new ();

  milestone->key = g_strdup (key);
  milestone->text = g_strdup (text);
  milestone->date_text = g_strdup (date_text);
  milestone->due_on = g_strdup (due_on);
  g_ptr_array_add (plan->milestones, milestone);
}

static inline void
plan_add_quotas (XybPlan *plan)
{
  for (gsize i = 0; i < G_N_ELEMENTS (districts_2020); i++)
    {
      XybQuota *quota = xyb_quota_new ();

      quota->unit_id = districts_2020[i].unit_id;
      quota->unit_name = g_strdup (districts_2020[i].name);
      quota->accreditation = districts_2020[i].quota;
      g_ptr_array_add (plan->quotas, quota);
    }
}

static inline XybPlan *
plan_2020 (void)
{
  XybPlan *plan = xyb_plan_new ();
  XybPlanCondition *condition = xyb_plan_condition_new ();

  plan->year = 2020;
  plan->title = g_strdup ("2020年昆山市企业信用管理贯标和示范创建工作方案");
  plan->document_number = g_strdup ("昆信用办〔2020〕4号");
  plan->targets[0] = 66;
  plan->targets[1] = 6;
  plan->targets[2] = 1;
  plan->rate_points = 40;
  g_ptr_array_add (plan->tiers, xyb_tier_new (100, 40));
  plan_add_quotas (plan);
  plan_add_stages (plan);
  for (gsize i = 0; i < G_N_ELEMENTS (milestones_2020); i++)
    plan_add_milestone (plan, milestones_2020[i].key, milestones_2020[i].text,
                        milestones_2020[i].date_text, milestones_2020[i].due_on);
  condition->track = XYB_TRACK_PROVINCE_MODEL;
  condition->text = g_strdup ("在2018年度（含）之前获评苏州市级信用管理示范的企业");
  g_ptr_array_add (plan->conditions, condition);
  return plan;
}

/* The plan has just been issued: nobody has returned anything. */
static inline XybOverview *
overview_issued (const char *today)
{
  XybOverview *self = xyb_overview_new (today);
  const int years[] = { 2019, 2020 };

  g_array_append_vals (self->years, years, 2);
  self->plan = plan_2020 ();
  for (gsize i = 0; i < G_N_ELEMENTS (districts_2020); i++)
    {
      XybProgress *progress = g_new0 (XybProgress, 1);
      XybSubmission *submission = xyb_submission_new ();

      progress->unit_id = districts_2020[i].unit_id;
      g_ptr_array_add (self->progress, progress);
      submission->unit_id = districts_2020[i].unit_id;
      submission->unit_name = g_strdup (districts_2020[i].name);
      submission->state = XYB_SUBMISSION_MISSING;
      g_ptr_array_add (self->submissions, submission);
    }
  xyb_overview_compute (self);
  return self;
}

static inline void
overview_set (XybOverview *self,
              guint row,
              XybSubmissionState state,
              gint64 nominated,
              gint64 confirmed,
              gint64 signed_up,
              gint64 accepted)
{
  XybProgress *progress = self->progress->pdata[row];
  XybSubmission *submission = self->submissions->pdata[row];

  submission->state = state;
  submission->rows = nominated;
  progress->nominated = nominated;
  progress->confirmed = confirmed;
  progress->signed_up = signed_up;
  progress->accepted = accepted;
  xyb_overview_compute (self);
}

/* Puts an enterprise of 区镇 number @row on a track; the line is the overview's. */
static inline XybTrackLine *
overview_add_line (XybOverview *self,
                   XybTrack track,
                   guint row,
                   const char *name,
                   const char *stage_name,
                   const char *until)
{
  g_autoptr (XybTrackRecord) record = xyb_track_record_new ();
  g_autoptr (GPtrArray) materials = xyb_plan_list_materials (self->plan, track);
  XybStageRecord *stage
    = xyb_stage_record_new (xyb_plan_find_stage (self->plan, track, stage_name)->id);
  XybTrackLine *line;

  stage->reached = TRUE;
  stage->reached_on = g_strdup ("2020-04-20");
  stage->until = g_strdup (until);
  g_ptr_array_add (record->stages, stage);
  record->track = track;
  record->year = 2020;
  record->enterprise_id = 1000 * track + self->lines[track - 1]->len + 1;
  record->enterprise_name = g_strdup (name);
  record->unit_id = districts_2020[row].unit_id;
  record->unit_name = g_strdup (districts_2020[row].name);
  line = xyb_track_line_new (self->plan, record, self->today);
  line->signed_up = TRUE;
  xyb_track_line_start_materials (line, materials);
  g_ptr_array_add (self->lines[track - 1], line);
  xyb_overview_compute (self);
  return line;
}

/* DL-04: six on the list, four of them have handed in; nobody for the province, three might. */
static inline void
overview_add_models (XybOverview *self)
{
  for (guint i = 0; i < 6; i++)
    overview_add_line (self, XYB_TRACK_CITY_MODEL, i, "昆山示例装备有限公司",
                       i < 4 ? "报送" : "名单", NULL);
  self->candidates[XYB_TRACK_PROVINCE_MODEL - 1] = (XybCandidateCount){ TRUE, 3 };
}

/* The year of the mockups: 69 put forward, 66 confirmed, 64 signed, 41 accepted. */
static inline XybOverview *
overview_working (const char *today)
{
  static const gint64 progress[][4] = {
    { 11, 10, 10, 7 }, { 10, 10, 10, 6 }, { 6, 6, 6, 6 }, { 9, 8, 8, 5 },
    { 8, 8, 7, 3 },    { 5, 5, 5, 4 },    { 7, 6, 6, 3 }, { 5, 5, 5, 2 },
    { 3, 3, 3, 3 },    { 2, 2, 2, 1 },    { 3, 3, 2, 1 },
  };
  XybOverview *self = overview_issued (today);

  for (guint i = 0; i < G_N_ELEMENTS (progress); i++)
    overview_set (self, i, XYB_SUBMISSION_CONFIRMED, progress[i][0], progress[i][1], progress[i][2],
                  progress[i][3]);
  overview_add_models (self);
  return self;
}
