/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-track.h"

G_BEGIN_DECLS

/* What xyb-track.c and xyb-track-move.c share. */

/* NULL where @stage was not reached. */
const XybStageRecord *xyb_track_find_reached (const XybTrackRecord *record,
                                              const XybPlanStage *stage);
XybStageRecord *xyb_track_ensure_record (XybTrackRecord *self, gint64 stage_id);
void xyb_stage_record_set_reached (XybStageRecord *record, const char *on);
/* Its place in the plan's list, from 0; -1 for none. */
int xyb_plan_place_of_stage (const XybPlan *plan, const XybPlanStage *stage);

G_END_DECLS
