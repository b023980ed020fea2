/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-page.h"

G_BEGIN_DECLS

/* One enterprise on a track: how far it is, what comes next, and everything kept of it there in
 * cards. A sub page of 贯标与示范. */

#define XYB_TYPE_TRACK_SHEET_PAGE (xyb_track_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (XybTrackSheetPage, xyb_track_sheet_page, XYB, TRACK_SHEET_PAGE, XybPage)

void xyb_track_sheet_page_show (XybTrackSheetPage *self,
                                XybTrack track,
                                gint64 enterprise_id,
                                const GArray *ids);
/* From anywhere in the window. */
void
xyb_track_sheet_open (GtkWidget *from, XybTrack track, gint64 enterprise_id, const GArray *ids);

XybTrack xyb_track_sheet_page_get_track (XybTrackSheetPage *self);
gint64 xyb_track_sheet_page_get_enterprise (XybTrackSheetPage *self);

G_END_DECLS
