/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-sheet-model.h"

G_BEGIN_DECLS

/* Shared by the files of the model. */

/* What a column is. Those before 扣分情况 are indicators. */
typedef enum
{
  XYB_ASSESSMENT_UNIT,
  XYB_ASSESSMENT_MARK,
  XYB_ASSESSMENT_REMARK,
  XYB_ASSESSMENT_FULL,
  XYB_ASSESSMENT_DEDUCTION,
  XYB_ASSESSMENT_SCORE,
  XYB_ASSESSMENT_PERCENT
} XybAssessmentColumn;

struct _XybAssessmentSheetModel
{
  GObject parent_instance;

  /* borrowed */
  const XybAssessmentState *state;
  XybAssessmentWriteFunc write;
  XybAssessmentIsTableFunc is_table; /* or NULL */
  XybAssessmentTableFunc take_table;
  gpointer user_data;

  /* owned */
  GArray *units; /* of guint: places of the units in view */
  GPtrArray *heads;
  gint64 scheme_id;
};

extern guint xyb_assessment_sheet_kept_signal;

/* xyb-assessment-sheet-model.c */
XybAssessmentColumn
xyb_assessment_sheet_column (XybAssessmentSheetModel *self, guint column, guint *out_indicator);

/* xyb-assessment-sheet-marks.c */
void xyb_assessment_sheet_add_marks (XybSheetModelInterface *iface);

G_END_DECLS
