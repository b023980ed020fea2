/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-candidate.h"
#include "xyb-material.h"
#include "xyb-step.h"
#include "xyb-timeline.h"
#include "xyb-track.h"

G_BEGIN_DECLS

/* One enterprise on one track of a year with everything that is kept of it there: what the sheet of
 * the enterprise shows, and what the next action is told from. */

/* 经过. */
typedef struct
{
  gint64 id;
  gint64 revision_id; /* of the act that entered it, or 0 */
  char *operator_name; /* who did, or NULL */
  char *from; /* name of the stage, or NULL */
  char *to;
  char *moved_on;
  gboolean back;
  char *reason;
} XybStageMove;

void xyb_stage_move_free (XybStageMove *self);

/**
 * XybTrackCase:
 * @plan: borrowed: the plan of the year
 * @today: ISO date
 * @checks: (element-type XybConditionCheck): of its track, with what the clerk decided
 * @steps: (element-type XybStepRecord)
 * @materials: (element-type XybMaterial)
 * @list: @materials as the plan's list has them, on @today
 * @contracts: (element-type XybContract): all of the enterprise, by 签订日期
 * @moves: (element-type XybStageMove): earliest first
 */
typedef struct
{
  const XybPlan *plan;
  char *today;
  XybTrackRecord *record;
  XybEnterprise *enterprise;
  GPtrArray *checks;
  GPtrArray *steps;
  GPtrArray *materials;
  XybMaterialList *list;
  GPtrArray *contracts;
  GPtrArray *moves;
} XybTrackCase;

void xyb_track_case_free (XybTrackCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybTrackCase, xyb_track_case_free)

const char *xyb_track_applied_on (const XybPlan *plan, const XybTrackRecord *record);
const XybStepRecord *xyb_track_case_find_step (const XybTrackCase *self, gint64 step_id);
guint xyb_track_case_count_steps (const XybTrackCase *self, guint *out_done);
guint xyb_track_case_count_verdict (const XybTrackCase *self, XybVerdict verdict);
const XybContract *xyb_track_case_find_contract (const XybTrackCase *self);

/* What the button of 下一步 does. */
typedef enum
{
  XYB_ACT_NONE,      /* there is a result: nothing to do */
  XYB_ACT_CONDITION, /* decide about one; id of XybPlanCondition */
  XYB_ACT_CONTRACT,  /* register it */
  XYB_ACT_STEP,      /* register it, or a training of it; id of XybPlanStep */
  XYB_ACT_MATERIAL,  /* register it; id of XybPlanMaterial */
  XYB_ACT_MOVE       /* to a stage; id of XybPlanStage */
} XybActKind;

/**
 * XybNextAction:
 * @urgency: red, yellow, plain
 * @sentence: 请企业重新出具《社会法人信用信息查询报告》
 * @emphasis: (nullable): 7月20日到期，已过 4 天
 * @detail: (nullable): 8月15日前验收，还有 22 天；另缺 2 项材料、1 次培训
 * @button: (nullable): 登记新报告
 */
typedef struct
{
  XybActKind kind;
  gint64 id;
  XybUrgency urgency;
  char *sentence;
  char *emphasis;
  char *detail;
  char *button;
} XybNextAction;

XybNextAction *xyb_next_action_new (const XybTrackCase *track_case);
void xyb_next_action_free (XybNextAction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybNextAction, xyb_next_action_free)

char *xyb_track_case_reminder (const XybTrackCase *self);
const char *xyb_act_kind_key (XybActKind kind); /* material */

G_END_DECLS
