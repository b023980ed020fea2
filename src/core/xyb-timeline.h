/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-calendar.h"

G_BEGIN_DECLS

/* The milestones of a plan (§6) as they stand on a day. */

/* What a milestone waits for, told by its key in §6; what the clerk adds has no role. */
typedef enum
{
  XYB_ROLE_NONE,
  XYB_ROLE_ISSUE,   /* DL-01 印发方案 */
  XYB_ROLE_CONFIRM, /* DL-02 确定贯标名单 */
  XYB_ROLE_RETURN,  /* DL-03 附件2 */
  XYB_ROLE_LIST,    /* DL-04 市级示范创建名单 */
  XYB_ROLE_APPLY,   /* DL-05 申报省级示范 */
  XYB_ROLE_ACCEPT,  /* DL-06 贯标验收 */
  XYB_ROLE_REVIEW   /* DL-07 市级示范认定 */
} XybMilestoneRole;

XybMilestoneRole xyb_milestone_role (const XybMilestone *self);
XybTrack xyb_milestone_track (const XybMilestone *self); /* 0 where it is of no track alone */
const char *xyb_milestone_short_text (const XybMilestone *self);
char *xyb_milestone_date_words (const XybMilestone *self); /* 4月15日前 */
const XybMilestone *xyb_plan_find_role (const XybPlan *plan, XybMilestoneRole role);
const XybMilestone *xyb_plan_next_of_track (const XybPlan *plan, XybTrack track, const char *today);

typedef struct _XybOverview XybOverview; /* xyb-overview.h */

typedef enum
{
  XYB_STOP_DONE,   /* green ✓ */
  XYB_STOP_LATE,   /* red: over, and known not to be done */
  XYB_STOP_NEAR,   /* yellow, or red before its day */
  XYB_STOP_OPEN,   /* to come; blue where it is listed already */
  XYB_STOP_PASSED, /* over; the office has no record whether it was done */
  XYB_STOP_UNDATED
} XybStopState;

/**
 * XybStop:
 * @level: its colour as the plan warns (§6); none where there is nothing to warn of
 * @due_on: (nullable): the last day
 * @when: 4月15日前, as the plan says it
 * @what: in a few words
 * @full: as the plan says it, with who
 * @status: 已完成 · 11/11 区镇
 */
typedef struct
{
  XybStopState state;
  XybWarningLevel level;
  char *due_on;
  char *when;
  char *what;
  char *full;
  char *status;
} XybStop;

/**
 * XybTimeline:
 * @stops: (element-type XybStop): by date, undated ones last
 * @today: where today stands, in stops: 1.5 is halfway between the second and the third; -1 where
 *   the year is long over
 * @today_words: 今天 7月24日 星期五
 */
typedef struct
{
  GPtrArray *stops;
  double today;
  char *today_words;
} XybTimeline;

gboolean xyb_overview_milestone_is_done (const XybOverview *overview,
                                         const XybMilestone *milestone);
XybTimeline *xyb_timeline_new (const XybOverview *overview);
void xyb_timeline_free (XybTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybTimeline, xyb_timeline_free)

const char *xyb_stop_state_key (XybStopState state);

G_END_DECLS
