/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"
#include "xyb-stage.h"

G_BEGIN_DECLS

/* From 申请 to 发证 (§2.2): where an enterprise stands on a track of a year, and where it may go.
 *
 * There is one truth. A stage is reached when it has its date; where an enterprise stands is the
 * furthest stage it has reached, as xyb_stage_of() has it. The dates of 名单确定, 签约 and 验收通过
 * of 贯标 are those of the row of 附件2, whatever the stages of the year are called: a stage says
 * by its basis which one is its own. 推荐 is reached by being in 附件2. */

/* What is known of a stage that was reached, or of one that was left again (not reached, its
 * 文号 kept). */
typedef struct
{
  gint64 id; /* 0: nothing stored of it but the date in 附件2 */
  gint64 stage_id;
  gboolean reached;
  char *reached_on; /* ISO; NULL of a 推荐 whose day nobody said */
  char *number;     /* 文号, or NULL */
  char *until;      /* 期限, ISO or NULL */
  char *note;       /* or NULL */
} XybStageRecord;

/* An enterprise on a track in the year of a plan. */
typedef struct
{
  gint64 id; /* 0: of 贯标, where only the row of 附件2 is known */
  gint64 plan_id;
  int year;
  XybTrack track;
  gint64 enterprise_id;
  char *enterprise_name; /* read only */
  gint64 unit_id;        /* 区镇: of 附件2, else the register's; or 0 */
  char *unit_name;       /* read only */
  char *note;
  GPtrArray *stages; /* of XybStageRecord */
} XybTrackRecord;

XybStageRecord *xyb_stage_record_new (gint64 stage_id);
void xyb_stage_record_free (XybStageRecord *self);
XybTrackRecord *xyb_track_record_new (void);
void xyb_track_record_free (XybTrackRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybStageRecord, xyb_stage_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybTrackRecord, xyb_track_record_free)

XybStageRecord *xyb_track_record_find (const XybTrackRecord *self, gint64 stage_id);
void xyb_track_record_take_nomination (XybTrackRecord *self,
                                       const XybPlan *plan,
                                       const XybNomination *nomination);

/* The stages of one track, in order: borrowed rows of the plan. */
GPtrArray *xyb_plan_list_stages (const XybPlan *plan, XybTrack track);
const XybPlanStage *xyb_plan_find_stage (const XybPlan *plan, XybTrack track, const char *name);
const XybPlanStage *
xyb_plan_find_stage_of_kind (const XybPlan *plan, XybTrack track, XybStageKind kind);
gboolean xyb_plan_check_stages (const XybPlan *plan, GError **error);
gboolean xyb_plan_check_track_stages (const XybPlan *plan, XybTrack track, GError **error);

const XybPlanStage *xyb_track_current (const XybPlan *plan, const XybTrackRecord *record);
const XybPlanStage *xyb_track_next (const XybPlan *plan, const XybTrackRecord *record);

/* What came of it. */
typedef enum
{
  XYB_RESULT_OPEN,   /* on the way */
  XYB_RESULT_PASSED, /* 通过, 发文, 发证 */
  XYB_RESULT_FAILED, /* 不通过 */
  XYB_RESULT_REVOKED /* 取消资格 */
} XybTrackResult;

XybTrackResult xyb_track_result (const XybPlan *plan, const XybTrackRecord *record);
const char *xyb_track_result_key (XybTrackResult result); /* open */

/**
 * XybTrackMove:
 * @to: stage to stand on afterwards
 * @on: the day it was reached, ISO
 * @reason: (nullable): why; needed where @back
 * @back: whether it goes back, or turns a result round: set by xyb_track_check_move()
 */
typedef struct
{
  const XybPlanStage *to;
  const char *on;
  const char *reason;
  gboolean back;
} XybTrackMove;

gboolean xyb_track_check_move (const XybPlan *plan,
                               const XybTrackRecord *record,
                               XybTrackMove *move,
                               const char *today,
                               GError **error);
void xyb_track_apply_move (const XybPlan *plan, XybTrackRecord *record, const XybTrackMove *move);
gboolean xyb_track_check_date (const XybPlan *plan,
                               const XybTrackRecord *record,
                               const XybPlanStage *stage,
                               const char *on,
                               const char *today,
                               GError **error);

gboolean xyb_stage_check_until (const XybPlanStage *stage,
                                const char *on,
                                const char *until,
                                GError **error);
gboolean xyb_track_check_stage (const XybPlan *plan,
                                const XybTrackRecord *record,
                                const XybPlanStage *stage,
                                const XybStageRecord *values,
                                const char *today,
                                GError **error);

/* The milestone that is over before the stage due at it was reached, or NULL. */
const XybMilestone *
xyb_track_overdue (const XybPlan *plan, const XybTrackRecord *record, const char *today);
/* The dated milestone ahead of it, or NULL. */
const XybMilestone *xyb_track_next_due (const XybPlan *plan, const XybTrackRecord *record);

const char *xyb_stage_kind_name (XybStageKind kind);    /* 办理 */
const char *xyb_step_count_name (XybStepCount counted); /* 培训次数 */
const char *xyb_stage_kind_key (XybStageKind kind);     /* passed */
XybStageKind xyb_stage_kind_from_key (const char *key);
const char *xyb_step_count_key (XybStepCount counted); /* trainings */
XybStepCount xyb_step_count_from_key (const char *key);

G_END_DECLS
