/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-table.h"
#include "xyb-score.h"

G_BEGIN_DECLS

/* One 考核表 in memory: scheme, marks, what they come to, and an earlier table it is compared with.
 * The page reads it from the office, the sheet draws it, 「为什么」 explains it. */

typedef struct
{
  /* owned */
  XybScheme *scheme;
  GHashTable *marks;   /* of xyb_marks_new() */
  GHashTable *remarks; /* gint64 unit id → char *: 扣分情况 */
  GHashTable *facts;   /* of xyb_facts_new(), or NULL */
  XybScoreSheet *score;
  XybAssessmentTable *printed;  /* the table as it would be printed now */
  XybAssessmentTable *compared; /* an earlier one, or NULL */
  GArray *changed;              /* of gboolean, a cell of marks or 扣分情况 each, row by row */

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

GHashTable *xyb_remarks_new (void);

XybAssessmentState *xyb_assessment_state_new (XybScheme *scheme,
                                              GHashTable *marks,
                                              GHashTable *remarks,
                                              GHashTable *facts);
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
