/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-eligibility.h"

G_BEGIN_DECLS

/* Who may apply for 苏州市级示范 (who has passed 贯标) and for 省级示范 (who holds the 市级 title),
 * with the reasons of each who may not. */

/**
 * XybCandidate:
 * @held_on: (nullable): ISO day of what the application stands on: of 贯标验收 for 市级, of the
 * 市级 title for 省级
 * @held_year: its year; 0 where there is none that holds
 * @verdict: 符合: may apply; 待核: nothing speaks against it, something has to be looked up; 不符合
 * @reasons: (element-type utf8): why not, or what has to be looked up
 * @unmet: (element-type gint64): the conditions of the plan the records speak against
 */
typedef struct
{
  gint64 enterprise_id;
  char *enterprise_name;
  gint64 unit_id;
  char *unit_name;
  char *held_on;
  int held_year;
  XybVerdict verdict;
  GPtrArray *reasons;
  GArray *unmet;
} XybCandidate;

XybCandidate *xyb_candidate_new (const XybPlan *plan,
                                 XybTrack track,
                                 const XybEligibilityFacts *facts,
                                 gboolean applied);
void xyb_candidate_free (XybCandidate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybCandidate, xyb_candidate_free)

char *xyb_candidate_dup_held (const XybCandidate *self);    /* 2019-05-01, 2018年, — */
char *xyb_candidate_dup_reasons (const XybCandidate *self); /* in one line */

char *xyb_candidate_day (const XybPlan *plan, XybTrack track, const char *today);

G_END_DECLS
