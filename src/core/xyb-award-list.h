/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award.h"
#include "xyb-candidate.h"

G_BEGIN_DECLS

/* What is shown of the register of awards and of who may apply: filters, and the order of the
 * office. */

/* Whether an award holds; the words of a drop-down come in this order. */
typedef enum
{
  XYB_AWARD_STATE_ANY,
  XYB_AWARD_STATE_VALID,  /* 有效 */
  XYB_AWARD_STATE_REVOKED /* 已取消 */
} XybAwardState;

const char *xyb_award_state_name (XybAwardState state);
XybAwardState xyb_award_state_from_key (const char *key);
XybAwardState xyb_award_get_state (const XybAward *self);

/**
 * XybAwardFilter:
 * @track: of one level only, or 0
 * @year: of one year only, or 0
 * @unit_id: of one 区镇 only, or 0
 * @state: whether it holds
 * @text: (nullable): part of the enterprise's name, as the register is searched
 */
typedef struct
{
  XybTrack track;
  int year;
  gint64 unit_id;
  XybAwardState state;
  const char *text;
} XybAwardFilter;

/**
 * XybCandidateFilter:
 * @verdict: of one result only, or 0
 * @unit_id: of one 区镇 only, or 0
 * @text: (nullable): as in #XybAwardFilter
 */
typedef struct
{
  XybVerdict verdict;
  gint64 unit_id;
  const char *text;
} XybCandidateFilter;

/* @named: (nullable): enterprises (gint64) that @text finds, %NULL where nothing is searched for;
 * returns (transfer container): borrowed rows. */
GPtrArray *
xyb_award_list_select (const GPtrArray *awards, const XybAwardFilter *filter, GHashTable *named);
GPtrArray *xyb_candidate_list_select (const GPtrArray *candidates,
                                      const XybCandidateFilter *filter,
                                      GHashTable *named);
guint xyb_candidate_list_count (const GPtrArray *candidates, XybVerdict verdict);
guint xyb_award_list_count_revoked (const GPtrArray *awards, XybTrack track, const char *on);
void xyb_award_list_sort (GPtrArray *awards);

G_END_DECLS
