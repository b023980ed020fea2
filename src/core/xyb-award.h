/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"

G_BEGIN_DECLS

/* Who has passed 贯标 or holds a 示范 title, over all the years (PLAN-09, PLAN-12). */

typedef struct
{
  gint64 id;        /* of a row entered for a year before the office's own records; else 0 */
  gint64 record_id; /* XybTrackRecord it came from, or 0 */
  gint64 enterprise_id;
  char *enterprise_name; /* read only */
  gint64 unit_id;        /* its 区镇 in the register, or 0; read only, as the two below */
  char *unit_name;
  int unit_position; /* in office order */
  XybTrack track;
  int year;
  char *awarded_on; /* ISO; NULL where only the year is known */
  char *number;     /* 文号, 证书编号 */
  char *revoked_on; /* 取消资格, or NULL */
  char *revoked_reason;
  char *note;
} XybAward;

XybAward *xyb_award_new (void);
XybAward *xyb_award_copy (const XybAward *self);
void xyb_award_free (XybAward *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybAward, xyb_award_free)

gboolean xyb_award_validate (XybAward *self, const char *today, GError **error);
gboolean xyb_award_check_revocation (const XybAward *self,
                                     const char *on,
                                     const char *reason,
                                     const char *today,
                                     GError **error);
gboolean xyb_award_holds (const XybAward *self, const char *on);

/* The first one of an enterprise on a track that was not revoked by @on; NULL where there is none.
 * AMB-33: only the first 贯标 counts. */
const XybAward *xyb_award_find_first (const GPtrArray *awards, XybTrack track, const char *on);

/**
 * XybAwardTotals:
 * @opening: what the earliest plan that says it begins with, or %XYB_UNSAID
 * @since: enterprises that passed for the first time since, and have not lost it
 * @total: their sum, or %XYB_UNSAID
 */
typedef struct
{
  gint64 opening;
  gint64 since;
  gint64 total;
} XybAwardTotals;

XybAwardTotals
xyb_award_count (const GPtrArray *awards, const GPtrArray *plans, XybTrack track, const char *on);

G_END_DECLS
