/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-track-line.h"

G_BEGIN_DECLS

/* How far a track is in its year, counted from its lines: what 总览 says of it. No stage is known
 * by its name: the names are the plan's. */

/**
 * XybTrackSummary:
 * @stages: (element-type XybPlanStage): of the track, in order
 * @reached: of gint64, beside @stages: how many have got as far; of the result that counts only who
 *   still holds it
 * @n: enterprises on the track
 * @passed: hold the result that counts
 */
typedef struct
{
  GPtrArray *stages;
  GArray *reached;
  gint64 n;
  gint64 passed;
} XybTrackSummary;

XybTrackSummary *
xyb_track_summary_new (const XybPlan *plan, XybTrack track, const GPtrArray *lines);
void xyb_track_summary_free (XybTrackSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybTrackSummary, xyb_track_summary_free)

gint64 xyb_track_summary_reached (const XybTrackSummary *self, const XybPlanStage *stage);

/* What a milestone of a track waits for: the first and the last stage due at it. */
const XybPlanStage *
xyb_plan_first_stage_due (const XybPlan *plan, XybTrack track, const XybMilestone *milestone);
const XybPlanStage *
xyb_plan_last_stage_due (const XybPlan *plan, XybTrack track, const XybMilestone *milestone);
/* The stage the materials have to be in for; NULL where none is. */
const XybPlanStage *xyb_plan_material_stage (const XybPlan *plan, XybTrack track);
gboolean
xyb_track_line_is_before (const XybTrackLine *self, const XybPlan *plan, const XybPlanStage *stage);

G_END_DECLS
