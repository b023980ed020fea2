/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"

G_BEGIN_DECLS

/* Two plans side by side, in the words a clerk reads: what the new year takes over as it was, what
 * it has otherwise, and what has to be looked at because copying cannot know it (§6, PLAN-C10). */

/* In the order they are shown. */
typedef enum
{
  XYB_PLAN_SECTION_TEXTS = 1, /* 名称, 文号, 印发 … */
  XYB_PLAN_SECTION_BASES,
  XYB_PLAN_SECTION_TARGETS,
  XYB_PLAN_SECTION_OPENING,
  XYB_PLAN_SECTION_MILESTONES,
  XYB_PLAN_SECTION_QUOTAS,
  XYB_PLAN_SECTION_CONDITIONS,
  XYB_PLAN_SECTION_MATERIALS,
  XYB_PLAN_SECTION_STEPS,
  XYB_PLAN_SECTION_STAGES,
  XYB_PLAN_SECTION_TIERS
} XybPlanSection;

typedef enum
{
  XYB_PLAN_SAME = 1, /* what xyb_plan_copy_to_year() makes of the old one */
  XYB_PLAN_CHANGED,
  XYB_PLAN_ADDED,
  XYB_PLAN_REMOVED
} XybPlanDifference;

/**
 * XybPlanLine:
 * @track: 0 where the part has none
 * @name: what the line is about
 * @before: (nullable): as the old plan has it; %NULL where it has it not, or blank
 * @after: (nullable): as the new plan has it
 * @check: (nullable): 请核对: why the clerk has to look at it
 */
typedef struct
{
  XybPlanSection part;
  XybTrack track;
  XybPlanDifference difference;
  char *name;
  char *before;
  char *after;
  char *check;
} XybPlanLine;

void xyb_plan_line_free (XybPlanLine *self);

/* Of XybPlanLine: part by part, in the order of the new plan; what it has no longer stands last of
 * its part. */
GPtrArray *xyb_plan_compare (const XybPlan *before, const XybPlan *after);
gboolean xyb_plan_line_is_quiet (const XybPlanLine *self); /* the same, and nothing to look at */
char *xyb_plan_line_words (const XybPlanLine *self);
char *xyb_plan_compare_summary (const GPtrArray *lines);

/* A milestone by itself. */
char *xyb_plan_milestone_words (const XybMilestone *milestone);
char *xyb_plan_check_milestone (const XybMilestone *now,
                                int year_of_plan,
                                const XybMilestone *old);

const char *xyb_plan_section_name (XybPlanSection part); /* 条件 */
const char *xyb_plan_section_key (XybPlanSection part);  /* conditions */
const char *xyb_plan_difference_name (XybPlanDifference difference); /* 改动 */
const char *xyb_plan_difference_key (XybPlanDifference difference);  /* changed */

G_END_DECLS
