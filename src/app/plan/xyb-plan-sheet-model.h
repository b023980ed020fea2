/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-office.h"
#include "xyb-plan-part.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* One list of a year's plan as a sheet: its stages, conditions, materials or steps of a track, or
 * its milestones. What is typed is stored at once; a name in the blank last row adds one. */

#define XYB_TYPE_PLAN_SHEET_MODEL (xyb_plan_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (XybPlanSheetModel, xyb_plan_sheet_model, XYB, PLAN_SHEET_MODEL, GObject)

#define XYB_PLAN_NAME_COLUMN 1

XybPlanSheetModel *xyb_plan_sheet_model_new (XybOffice *office);

gboolean xyb_plan_sheet_model_reload (XybPlanSheetModel *self, GError **error);
void xyb_plan_sheet_model_show (XybPlanSheetModel *self, XybPlanPart part, XybTrack track);

const XybPlan *xyb_plan_sheet_model_get_plan (XybPlanSheetModel *self);
XybPlanPart xyb_plan_sheet_model_get_part (XybPlanSheetModel *self);
XybTrack xyb_plan_sheet_model_get_track (XybPlanSheetModel *self);
gpointer xyb_plan_sheet_model_get_row (XybPlanSheetModel *self, guint row);
const XybPlanField *xyb_plan_sheet_model_get_field (XybPlanSheetModel *self, guint column);
gboolean xyb_plan_sheet_model_find (XybPlanSheetModel *self, gint64 id, guint *out_row);
guint xyb_plan_sheet_model_get_blank_row (XybPlanSheetModel *self);

gboolean xyb_plan_sheet_model_act (XybPlanSheetModel *self,
                                   XybPlanAct act,
                                   guint row,
                                   int by,
                                   GError **error);
gboolean xyb_plan_sheet_model_set (XybPlanSheetModel *self,
                                   guint row,
                                   guint column,
                                   const char *text,
                                   GError **error);

G_END_DECLS
