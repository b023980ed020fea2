/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scheme-fixture.h"
#include "xyb-assessment-paper.h"

/* The four published tables with their marks, titles and page breaks, for the tests of what leaves
 * the program. */

typedef struct
{
  XybScheme *scheme;
  GHashTable *marks;
  XybScoreSheet *sheet;
  XybAssessmentTable *table;
} AssessmentFixture;

/* Printed pages of the 部门 table end below 住建局 and 总工会 (requirements A.4). */
static inline void
assessment_fixture_end_pages (XybScheme *scheme)
{
  if (scheme->kind != XYB_UNIT_KIND_DEPARTMENT)
    return;
  ((XybSchemeUnit *) scheme->units->pdata[19])->page_ends = TRUE;
  ((XybSchemeUnit *) scheme->units->pdata[38])->page_ends = TRUE;
}

static inline void
assessment_fixture_score (AssessmentFixture *self, XybPhase phase)
{
  XybScoreInput input
    = { .scheme = self->scheme, .marks = self->marks, .phase = phase, .quarters = 0 };

  g_clear_pointer (&self->sheet, xyb_score_sheet_free);
  g_clear_pointer (&self->table, xyb_assessment_table_free);
  self->sheet = xyb_score_sheet_new (&input);
  self->table = xyb_assessment_table_new (self->sheet, NULL);
}

static inline void
assessment_fixture_init (AssessmentFixture *self, FixtureName name)
{
  *self = (AssessmentFixture){ 0 };
  self->scheme = fixture_scheme (name);
  g_free (self->scheme->title);
  self->scheme->title = g_strdup_printf ("%d年昆山市社会信用体系建设考核表（%s）",
                                         self->scheme->year, self->scheme->unit_head);
  assessment_fixture_end_pages (self->scheme);
  self->marks = fixture_marks (name, self->scheme);
  assessment_fixture_score (self, XYB_PHASE_INTERIM);
}

static inline void
assessment_fixture_clear (AssessmentFixture *self)
{
  g_clear_pointer (&self->table, xyb_assessment_table_free);
  g_clear_pointer (&self->sheet, xyb_score_sheet_free);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->scheme, xyb_scheme_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AssessmentFixture, assessment_fixture_clear)
