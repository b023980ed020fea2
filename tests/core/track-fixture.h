/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-track.h"

/* The stages of 2020 (§2.2), their ids counting from 1, and the milestones they are due at. */

static const struct
{
  XybTrack track;
  const char *name;
  XybStageKind kind;
  XybCompletionBasis basis;
  gboolean needs_materials;
  const char *milestone;
} stages_2020[] = {
  { XYB_TRACK_ACCREDITATION, "推荐", XYB_STAGE_KIND_STEP, XYB_BASIS_NOMINATED, FALSE, "DL-03" },
  { XYB_TRACK_ACCREDITATION, "名单确定", XYB_STAGE_KIND_STEP, XYB_BASIS_CONFIRMED, FALSE, "DL-02" },
  { XYB_TRACK_ACCREDITATION, "签约", XYB_STAGE_KIND_STEP, XYB_BASIS_SIGNED, FALSE, NULL },
  { XYB_TRACK_ACCREDITATION, "实施", XYB_STAGE_KIND_STEP, 0, FALSE, NULL },
  { XYB_TRACK_ACCREDITATION, "材料提交", XYB_STAGE_KIND_STEP, 0, FALSE, NULL },
  { XYB_TRACK_ACCREDITATION, "验收", XYB_STAGE_KIND_STEP, 0, TRUE, "DL-06" },
  { XYB_TRACK_ACCREDITATION, "通过", XYB_STAGE_KIND_PASSED, XYB_BASIS_ACCEPTED, TRUE, "DL-06" },
  { XYB_TRACK_ACCREDITATION, "不通过", XYB_STAGE_KIND_FAILED, 0, FALSE, NULL },
  { XYB_TRACK_CITY_MODEL, "申报", XYB_STAGE_KIND_STEP, 0, FALSE, NULL },
  { XYB_TRACK_CITY_MODEL, "现场评价", XYB_STAGE_KIND_STEP, 0, FALSE, "DL-07" },
  { XYB_TRACK_CITY_MODEL, "发文", XYB_STAGE_KIND_PASSED, 0, FALSE, NULL },
  { XYB_TRACK_CITY_MODEL, "限期整改", XYB_STAGE_KIND_WATCH, 0, FALSE, NULL },
  { XYB_TRACK_CITY_MODEL, "取消资格", XYB_STAGE_KIND_REVOKED, 0, FALSE, NULL },
  { XYB_TRACK_CITY_MODEL, "公告", XYB_STAGE_KIND_WATCH, 0, FALSE, NULL },
  { XYB_TRACK_PROVINCE_MODEL, "推荐", XYB_STAGE_KIND_STEP, 0, FALSE, "DL-05" },
  { XYB_TRACK_PROVINCE_MODEL, "发证", XYB_STAGE_KIND_PASSED, 0, FALSE, NULL },
};

static inline void
add_milestone (XybPlan *plan, const char *key, const char *date_text, const char *due_on)
{
  XybMilestone *milestone = xyb_milestone_new ();

  milestone->id = 120201 + plan->milestones->len;
  milestone->key = g_strdup (key);
  milestone->text = g_strdup (key);
  milestone->date_text = g_strdup (date_text);
  milestone->due_on = g_strdup (due_on);
  g_ptr_array_add (plan->milestones, milestone);
}

static inline XybPlan *
track_plan_2020 (void)
{
  XybPlan *plan = xyb_plan_new ();

  plan->id = plan->year = 2020;
  plan->title = g_strdup ("2020年昆山市企业信用管理贯标和示范创建工作方案");
  for (gsize i = 0; i < G_N_ELEMENTS (stages_2020); i++)
    {
      XybPlanStage *stage = xyb_plan_stage_new ();

      stage->id = (gint64) i + 1;
      stage->track = stages_2020[i].track;
      stage->name = g_strdup (stages_2020[i].name);
      stage->kind = stages_2020[i].kind;
      stage->basis = stages_2020[i].basis;
      stage->needs_materials = stages_2020[i].needs_materials;
      stage->milestone = g_strdup (stages_2020[i].milestone);
      g_ptr_array_add (plan->stages, stage);
    }
  add_milestone (plan, "DL-02", "4月上旬", "2020-04-10");
  add_milestone (plan, "DL-03", "4月15日前", "2020-04-15");
  add_milestone (plan, "DL-04", "4月30日前", "2020-04-30");
  add_milestone (plan, "DL-05", "7月31日前", "2020-07-31");
  add_milestone (plan, "DL-06", "8月15日前", "2020-08-15");
  add_milestone (plan, "DL-07", "9月30日前", "2020-09-30");
  return plan;
}

/* Takes a move that has to be let through. */
static inline void
go (const XybPlan *plan,
    XybTrackRecord *record,
    const char *name,
    const char *on,
    const char *reason)
{
  XybTrackMove move = { xyb_plan_find_stage (plan, record->track, name), on, reason, FALSE };
  g_autoptr (GError) error = NULL;

  xyb_track_check_move (plan, record, &move, "2020-12-31", &error);
  g_assert_no_error (error);
  xyb_track_apply_move (plan, record, &move);
}

static inline XybTrackRecord *
record_on (XybTrack track)
{
  XybTrackRecord *record = xyb_track_record_new ();

  record->track = track;
  record->year = 2020;
  record->enterprise_id = 1;
  record->enterprise_name = g_strdup ("昆山甲公司");
  return record;
}
