/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-store.h"

G_BEGIN_DECLS

/* One 考核表 in memory: scheme, marks, what they come to, and an earlier table it is compared with.
 * The page reads it from the office, the sheet draws it, 「为什么」 explains it. */

typedef struct
{
  /* owned */
  XybAssessment *assessment;
  XybScoreSheet *score;
  XybAssessmentTable *printed;  /* the table as it would be printed now */
  XybAssessmentTable *compared; /* an earlier one, or NULL */
  GArray *changed;              /* of gboolean, a cell of marks or 扣分情况 each, row by row */

  const XybScheme *scheme; /* the assessment's */
  XybPhase phase;
  int quarters;
  const char *locked; /* why nothing can be changed now, a sentence; or NULL */
} XybAssessmentState;

/* How many cells print what. */
typedef struct
{
  guint done;
  guint open;
  guint excluded;
  guint counted;
  guint no_event;
  guint events;
} XybMarkCounts;

XybAssessmentState *xyb_assessment_state_new (XybAssessment *assessment);
void xyb_assessment_state_free (XybAssessmentState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybAssessmentState, xyb_assessment_state_free)

void xyb_assessment_state_count (XybAssessmentState *self, XybPhase phase, int quarters);
void xyb_assessment_state_compare (XybAssessmentState *self, XybAssessmentTable *compared);

const XybSchemeUnit *xyb_assessment_state_get_unit (const XybAssessmentState *self, guint unit);
const XybIndicator *xyb_assessment_state_get_indicator (const XybAssessmentState *self,
                                                        guint indicator);
const XybUnitScore *xyb_assessment_state_get_score (const XybAssessmentState *self, guint unit);
const XybItemScore *
xyb_assessment_state_get_item (const XybAssessmentState *self, guint unit, guint indicator);
XybMark *
xyb_assessment_state_dup_mark (const XybAssessmentState *self, guint unit, guint indicator);
const char *
xyb_assessment_state_get_printed (const XybAssessmentState *self, guint unit, guint column);
gboolean xyb_assessment_state_is_changed (const XybAssessmentState *self, guint unit, guint column);
XybMarkCounts xyb_assessment_state_count_marks (const XybAssessmentState *self);

G_END_DECLS
