/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-state.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* A 考核表 as a sheet: the units, a column an indicator, 扣分情况, and what it comes to. One key a
 * mark (KH-09): v √, * 未完成, - 非考核项, 0 无. */

#define XYB_TYPE_ASSESSMENT_SHEET_MODEL (xyb_assessment_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (XybAssessmentSheetModel,
                      xyb_assessment_sheet_model,
                      XYB,
                      ASSESSMENT_SHEET_MODEL,
                      GObject)

/* 扣分情况, 满分, 扣分, 得分, 百分比. */
#define XYB_ASSESSMENT_N_LAST_COLUMNS 5

/* What the clerk has done to one cell. */
typedef struct
{
  gint64 unit_id;
  gint64 indicator_id; /* 0: 扣分情况 */
  XybMark *mark;       /* owned; NULL for 扣分情况 */
  char *remark;        /* owned; what 扣分情况 says; NULL: blank */
} XybAssessmentEdit;

/* Stores @edits (of XybAssessmentEdit) as one revision; @what as in XybSheetModelInterface. */
typedef gboolean (*XybAssessmentWriteFunc) (GPtrArray *edits,
                                            const char *what,
                                            gpointer user_data,
                                            GError **error);

/* A block copied with its heads is a whole table: whether it is one, and taking it. */
typedef gboolean (*XybAssessmentIsTableFunc) (const XybTextTable *table, gpointer user_data);
typedef gboolean (*XybAssessmentTableFunc) (const XybTextTable *table,
                                            gpointer user_data,
                                            GError **error);

/* Signals:
 *   kept (sentence)   cells of a block that stayed as they are, 非考核项, and how to change them */

XybAssessmentSheetModel *xyb_assessment_sheet_model_new (XybAssessmentWriteFunc write,
                                                         gpointer user_data);

void xyb_assessment_sheet_model_take_tables (XybAssessmentSheetModel *self,
                                             XybAssessmentIsTableFunc is_table,
                                             XybAssessmentTableFunc take);

void xyb_assessment_sheet_model_fill (XybAssessmentSheetModel *self,
                                      const XybAssessmentState *state,
                                      GArray *units);
guint xyb_assessment_sheet_model_get_unit (XybAssessmentSheetModel *self, guint row);
gboolean xyb_assessment_sheet_model_find_unit (XybAssessmentSheetModel *self,
                                               gint64 unit_id,
                                               guint *out_row);
int xyb_assessment_sheet_model_get_indicator (XybAssessmentSheetModel *self, guint column);

G_END_DECLS
