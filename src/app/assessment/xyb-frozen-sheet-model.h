/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-table.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* A 考核表 as it was printed, to be looked at only. */

#define XYB_TYPE_FROZEN_SHEET_MODEL (xyb_frozen_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (XybFrozenSheetModel, xyb_frozen_sheet_model, XYB, FROZEN_SHEET_MODEL, GObject)

XybFrozenSheetModel *xyb_frozen_sheet_model_new (void);
void xyb_frozen_sheet_model_fill (XybFrozenSheetModel *self, XybAssessmentTable *table);
const XybAssessmentTable *xyb_frozen_sheet_model_get_table (XybFrozenSheetModel *self);

G_END_DECLS
