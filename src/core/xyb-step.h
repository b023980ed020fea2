/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"

G_BEGIN_DECLS

/* 贯标实施 (§2.2): which steps of the plan an enterprise has done. */

/* A training, or whatever else a step counts, held on a day. */
typedef struct
{
  gint64 id;
  char *held_on; /* ISO */
  char *subject;
} XybTraining;

typedef struct
{
  gint64 id;      /* 0: nothing known */
  gint64 step_id; /* XybPlanStep */
  char *done_on;  /* ISO, or NULL */
  gint64 staff;   /* 专职人员 named, or XYB_UNSAID */
  char *note;
  GPtrArray *trainings; /* of XybTraining, by day */
} XybStepRecord;

XybTraining *xyb_training_new (const char *held_on, const char *subject);
void xyb_training_free (XybTraining *self);
XybStepRecord *xyb_step_record_new (gint64 step_id);
void xyb_step_record_free (XybStepRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybTraining, xyb_training_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybStepRecord, xyb_step_record_free)

gboolean xyb_training_validate (XybTraining *self, const char *today, GError **error);
gboolean xyb_step_record_validate (XybStepRecord *self,
                                   const XybPlanStep *step,
                                   const char *today,
                                   GError **error);

typedef enum
{
  XYB_STEP_OPEN,
  XYB_STEP_BEGUN, /* 1/2 次 */
  XYB_STEP_DONE
} XybStepState;

XybStepState xyb_step_state (const XybPlanStep *step, const XybStepRecord *record);
char *xyb_step_words (const XybPlanStep *step, const XybStepRecord *record);
const char *xyb_step_state_key (XybStepState state); /* begun */

gboolean xyb_step_count_is_counted (XybStepCount counted);
/* Whether it is ticked off for each enterprise: a heading is not, nor what the stages tell. */
gboolean xyb_plan_step_is_ticked (const XybPlan *plan, const XybPlanStep *step);
/* Whether anything stands below it: then it is a heading, nothing to tick. */
gboolean xyb_plan_step_is_heading (const XybPlan *plan, const XybPlanStep *step);

G_END_DECLS
