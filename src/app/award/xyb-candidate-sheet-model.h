/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-candidate.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* Who may apply as a sheet: a row an enterprise. */

#define XYB_TYPE_CANDIDATE_SHEET_MODEL (xyb_candidate_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (XybCandidateSheetModel,
                      xyb_candidate_sheet_model,
                      XYB,
                      CANDIDATE_SHEET_MODEL,
                      GObject)

XybCandidateSheetModel *xyb_candidate_sheet_model_new (void);
void xyb_candidate_sheet_model_show (XybCandidateSheetModel *self,
                                     XybTrack track,
                                     GPtrArray *all,
                                     GPtrArray *shown);
const XybCandidate *xyb_candidate_sheet_model_get (XybCandidateSheetModel *self, guint row);
guint xyb_candidate_sheet_model_find (XybCandidateSheetModel *self, gint64 enterprise_id);

G_END_DECLS
