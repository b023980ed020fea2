/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* 认定名册 as a sheet: a row an award. */

#define XYB_TYPE_AWARD_SHEET_MODEL (xyb_award_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (XybAwardSheetModel, xyb_award_sheet_model, XYB, AWARD_SHEET_MODEL, GObject)

XybAwardSheetModel *xyb_award_sheet_model_new (void);
void xyb_award_sheet_model_show (XybAwardSheetModel *self, GPtrArray *all, GPtrArray *shown);
const XybAward *xyb_award_sheet_model_get (XybAwardSheetModel *self, guint row);
guint xyb_award_sheet_model_find (XybAwardSheetModel *self, const XybAward *award);

G_END_DECLS
