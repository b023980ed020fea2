/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-lookup.h"
#include "xyb-progress-store.h"

G_BEGIN_DECLS

#define XYB_PROGRESS_MAX_NUMBER 100
#define XYB_PROGRESS_MAX_REASON 500

const XybPlanStage *xyb_plan_stage_of_id (const XybPlan *plan, gint64 id);
/* Whether its date is one of the three of 附件2. */
gboolean xyb_stage_has_date_in_annex (const XybPlanStage *stage);
/* Whether those that @to needs are in on the day. */
gboolean xyb_progress_check_materials (const XybPlan *plan,
                                       XybTrack track,
                                       const GPtrArray *materials,
                                       const XybPlanStage *to,
                                       const char *on,
                                       GError **error);

/* ---- inside an edit ---- */

/* Gives @record its row where it had none. */
gboolean xyb_progress_ensure (XybStore *store, XybTrackRecord *record, GError **error);
/* Puts one that is on no track of the year yet on its first stage. */
gboolean xyb_progress_begin (XybStore *store,
                             const XybPlan *plan,
                             XybTrackRecord *record,
                             const XybTrackMove *move,
                             GError **error);
/* Everything an enterprise has on a track of a year: children first, no cascade (PROVEN). */
gboolean xyb_progress_delete (XybStore *store,
                              gint64 plan_id,
                              gint64 enterprise_id,
                              XybTrack track,
                              GError **error);
/* The 贯标 of a row of 附件2. */
gboolean xyb_progress_delete_of_nomination (XybStore *store, gint64 nomination_id, GError **error);
/* A row of 附件2 that turns out to be another enterprise's takes along what was done about it. */
gboolean xyb_progress_follow (XybStore *store,
                              const XybNomination *before,
                              const XybNomination *after,
                              GError **error);
/* What is known of one stage, but for a date that stands in 附件2. */
gboolean xyb_progress_write_stage (XybStore *store,
                                   const XybPlan *plan,
                                   const XybTrackRecord *record,
                                   XybStageRecord *stage,
                                   GError **error);
/* The dates that stand in 附件2, as the stages of @record have them. */
gboolean xyb_progress_write_annex_dates (XybStore *store,
                                         const XybPlan *plan,
                                         const XybTrackRecord *record,
                                         GError **error);
char *xyb_progress_label (const XybTrackRecord *record, const char *what);

G_END_DECLS
