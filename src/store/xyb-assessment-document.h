/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-paper.h"
#include "xyb-assessment-store.h"
#include "xyb-ranking-table.h"
#include "xyb-unit-sheet.h"

G_BEGIN_DECLS

/* Reads from the office file what a printed 考核表, its ranking and the sheets of its units show:
 * window and xyb print the same. */

typedef struct
{
  XybAssessment *assessment;
  XybAssessmentTable *table;
  XybPhase phase; /* the live table is counted in */
  char *day;      /* ISO: it shows the state of */
  char *issue;    /* above the table at the left; or NULL */
  char *as_of;    /* at the right */
  int number;     /* 第 N 期; 0: as it stands now */
} XybAssessmentDocument;

XybAssessmentDocument *xyb_assessment_document_read (XybStore *store,
                                                     int year,
                                                     XybUnitKind kind,
                                                     int issue,
                                                     const char *today,
                                                     GError **error);
void xyb_assessment_document_free (XybAssessmentDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybAssessmentDocument, xyb_assessment_document_free)

XybAssessmentPaper xyb_assessment_document_paper (const XybAssessmentDocument *self);
XybRankingTable *xyb_assessment_document_ranking (const XybAssessmentDocument *self);
/* Of XybUnitSheet: one unit's, or with 0 those of all in official order. */
GPtrArray *xyb_assessment_document_unit_sheets (const XybAssessmentDocument *self,
                                                gint64 unit_id,
                                                GError **error);

/* The office's own file names, without extension. */
char *xyb_assessment_document_file_name (const XybAssessmentDocument *self);
char *xyb_assessment_document_ranking_file_name (const XybAssessmentDocument *self);
char *xyb_assessment_document_unit_file_name (const XybAssessmentDocument *self, gint64 unit_id);

G_END_DECLS
