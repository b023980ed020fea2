/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-track.h"

G_BEGIN_DECLS

/* The stages of a track as a bar shows them: each with how it stands and its date. */

typedef enum
{
  XYB_POINT_DONE,    /* behind, or the result: ✓ */
  XYB_POINT_CURRENT, /* where the enterprise stands, on the way */
  XYB_POINT_OPEN,    /* ahead */
  XYB_POINT_LATE,    /* ahead, and what it is due at is over */
  XYB_POINT_SKIPPED, /* passed by: nobody said when it was */
  XYB_POINT_FAILED,  /* 不通过 */
  XYB_POINT_WATCH,   /* 动态监督: 限期整改, 公告 */
  XYB_POINT_REVOKED  /* 取消资格 */
} XybPointState;

/**
 * XybStagePoint:
 * @stage: borrowed of the plan
 * @number: its place in the bar, from 1
 * @here: it is where the enterprise stands now
 * @date: (nullable): 4月20日; 5月20日起; 8月15日前
 * @words: all of it for a screen reader: 第 3 步，签约，5月12日完成
 */
typedef struct
{
  const XybPlanStage *stage;
  XybPointState state;
  guint number;
  gboolean here;
  char *date;
  char *words;
} XybStagePoint;

/* Of XybStagePoint, in order: the way to the result, and of what may follow it what has come. */
GPtrArray *
xyb_track_list_points (const XybPlan *plan, const XybTrackRecord *record, const char *today);
char *xyb_stage_points_sentence (const GPtrArray *points);

G_END_DECLS
