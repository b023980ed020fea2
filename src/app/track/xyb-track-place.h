/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-office.h"
#include "xyb-track-case.h"

G_BEGIN_DECLS

/* Which enterprise on which track of which year: what a form remembers, that reads anew what it
 * changes. */

typedef struct
{
  XybOffice *office; /* owned */
  int year;
  XybTrack track;
  gint64 enterprise_id;
} XybTrackPlace;

XybTrackPlace *xyb_track_place_new (XybOffice *office, const XybTrackCase *track_case);
XybTrackPlace *xyb_track_place_copy (const XybTrackPlace *self);
void xyb_track_place_free (XybTrackPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybTrackPlace, xyb_track_place_free)

/* The case borrows from the plan: free it first. */
XybTrackCase *xyb_track_place_read (const XybTrackPlace *self, XybPlan **out_plan, GError **error);

G_END_DECLS
