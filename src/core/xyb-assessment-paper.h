/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-table.h"

G_BEGIN_DECLS

/* A 考核表 on paper: what stands around the table, and how its columns share the sheet. Sheets of a
 * workbook and printed pages look alike because both ask here. */

typedef struct
{
  const XybAssessmentTable *table;
  const char *issue; /* 《工作信息》2020年第1期, above the table at the left; or NULL */
  const char *as_of; /* 截至2020年1月21日, at the right; or NULL */
} XybAssessmentPaper;

/* Sizes in points, widths in mm. */
typedef struct
{
  gboolean lying;   /* A4 across (KH-30) */
  double body_size; /* of units and marks */
  double head_size;
  double note_size;
  guint n_columns;
  double *widths; /* together the width between the margins */
} XybAssessmentShape;

XybAssessmentShape *xyb_assessment_shape_new (const XybAssessmentTable *table);
void xyb_assessment_shape_free (XybAssessmentShape *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybAssessmentShape, xyb_assessment_shape_free)

/* 贯标创建（5分） → 贯标创建, （5分） */
void xyb_assessment_head_split (const char *head, char **out_name, char **out_points);

/* 《工作信息》2020年第1期; 截至2020年1月21日 */
char *xyb_assessment_issue_words (int year, int number);
char *xyb_assessment_as_of_words (const char *iso);

/* The office's own file name, without extension. @issue: 第1期, or NULL. */
char *xyb_assessment_file_name (const XybAssessmentTable *table, const char *issue);

G_END_DECLS
