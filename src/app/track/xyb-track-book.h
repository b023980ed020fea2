/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-progress-store.h"

G_BEGIN_DECLS

/* Everyone on a track of a year as the page has read them, with the plan their stages are of. What
 * shows a line holds the book, so nothing points into a plan that is gone. */

/**
 * XybTrackBook:
 * @plan: owned
 * @lines: (element-type XybTrackLine): owned, in official order
 * @stages: (element-type XybPlanStage): of @track in order, borrowed of @plan
 * @materials: (element-type XybPlanMaterial): of @track in order, borrowed of @plan
 * @n_required: how many of the materials are required
 */
typedef struct
{
  XybPlan *plan;
  XybTrack track;
  GPtrArray *lines;
  GPtrArray *stages;
  GPtrArray *materials;
  guint n_required;
} XybTrackBook;

XybTrackBook *
xyb_track_book_read (XybStore *store, int year, XybTrack track, const char *today, GError **error);
XybTrackBook *xyb_track_book_ref (XybTrackBook *self);
void xyb_track_book_unref (XybTrackBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybTrackBook, xyb_track_book_unref)

int xyb_track_book_place_of (const XybTrackBook *self, const XybPlanStage *stage);
int xyb_track_book_last_place (const XybTrackBook *self);

G_END_DECLS
