/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"
#include "xyb-plan-proposal.h"

G_BEGIN_DECLS

/* From one year to the next: the plan of the new year, and of the enterprises that did not finish
 * in the old one those that go on. Nothing is written before xyb_rollover_store(), and then all of
 * it in one revision. */

/**
 * XybUnfinished:
 * @unit_id: the 区镇 it would be put forward by, or 0
 * @stage: what it reached in the old year
 * @reason: what is lacking: 未签约, 未验收, 未通过, 没有结果
 * @note: (nullable): what the clerk should know before she takes it
 * @barrier: (nullable): why it cannot go on
 * @chosen: whether it goes on: the caller's to set
 * @row: (nullable): of 贯标: its row of the new 附件2
 *
 * An enterprise that has not got through on a track in the old year.
 */
typedef struct
{
  XybTrack track;
  gint64 enterprise_id;
  char *enterprise_name;
  gint64 unit_id;
  char *unit_name;
  char *stage;
  char *reason;
  char *note;
  char *barrier;
  gboolean chosen;
  XybNomination *row;
} XybUnfinished;

void xyb_unfinished_free (XybUnfinished *self);

typedef struct
{
  XybPlanProposal *proposal;
  int old_year;          /* whose unfinished enterprises these are; 0: there is no year before */
  GPtrArray *unfinished; /* of XybUnfinished: 贯标 in order of 附件2, then 示范 */
  char *today;
} XybRollover;

XybRollover *
xyb_rollover_propose (XybStore *store, int from, int year, const char *today, GError **error);
void xyb_rollover_free (XybRollover *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybRollover, xyb_rollover_free)

guint xyb_rollover_count_chosen (const XybRollover *self, XybTrack track); /* 0: of all */
/* All that can go on, or none. */
void xyb_rollover_choose_all (XybRollover *self, XybTrack track, gboolean chosen);
gboolean xyb_rollover_store (XybStore *store, XybRollover *self, GError **error);

G_END_DECLS
