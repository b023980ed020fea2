/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-score.h"

G_BEGIN_DECLS

/* A 考核表 as it is printed, exported and frozen for an issue: only texts, and the points beside
 * them. What was printed stays what it was (KH-27): a table can be frozen into one text and read
 * back, whatever has happened to scheme and marks since. */

typedef struct
{
  char *unit;
  GPtrArray *cells; /* of char *, one an indicator */
  char *remark;     /* 扣分情况 */
  gint64 full;      /* hundredths */
  gint64 deduction;
  gint64 score;
  gboolean page_ends; /* the printed page ends below (KH-06) */
} XybAssessmentRow;

typedef struct
{
  char *title;
  GPtrArray *heads; /* of char *: 区镇, one an indicator, 扣分情况 */
  GPtrArray *rows;  /* of XybAssessmentRow, official order */
  char *notes_head; /* 说明: */
  GPtrArray *notes; /* of char *, without numbers */
} XybAssessmentTable;

/* @remarks: gint64 unit id → char *, what the clerk wrote in 扣分情况; or NULL. */
XybAssessmentTable *xyb_assessment_table_new (const XybScoreSheet *sheet, GHashTable *remarks);
void xyb_assessment_table_free (XybAssessmentTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybAssessmentTable, xyb_assessment_table_free)

char *xyb_assessment_table_freeze (const XybAssessmentTable *self);
XybAssessmentTable *xyb_assessment_table_thaw (const char *text, GError **error);

guint xyb_assessment_table_count (const XybAssessmentTable *self, const char *text);

/* What differs between two tables, in the order of the later one. */
typedef enum
{
  XYB_CHANGE_WORSE = -1,
  XYB_CHANGE_OTHER = 0,
  XYB_CHANGE_BETTER = 1
} XybChangeDirection;

typedef struct
{
  char *unit;
  char *head; /* of the column; NULL where the whole row came or went */
  char *before;
  char *after;
  XybChangeDirection direction;
} XybTableChange;

void xyb_table_change_free (XybTableChange *self);
GPtrArray *xyb_assessment_table_compare (const XybAssessmentTable *before,
                                         const XybAssessmentTable *after);
char *xyb_table_change_sentence (const XybTableChange *self);

G_END_DECLS
