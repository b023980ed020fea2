/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-page.h"
#include "xyb-track-board.h"
#include "xyb-track-filters.h"
#include "xyb-track-table-view.h"

G_BEGIN_DECLS

/* 贯标与示范: where every enterprise of the year stands, as a board or a table. */

#define XYB_TYPE_TRACK_PAGE (xyb_track_page_get_type ())
G_DECLARE_FINAL_TYPE (XybTrackPage, xyb_track_page, XYB, TRACK_PAGE, XybPage)

void xyb_track_page_show_track (XybTrackPage *self, XybTrack track);
XybTrack xyb_track_page_get_track (XybTrackPage *self);
void xyb_track_page_show_table (XybTrackPage *self, gboolean table);

XybTrackBoard *xyb_track_page_get_board (XybTrackPage *self);
XybTrackTableView *xyb_track_page_get_table (XybTrackPage *self);
XybTrackFilters *xyb_track_page_get_filters (XybTrackPage *self);
XybTrackSelection *xyb_track_page_get_selection (XybTrackPage *self);
const char *xyb_track_page_get_counts (XybTrackPage *self);
/* candidate, award or provider. */
GtkWidget *xyb_track_page_show_register (XybTrackPage *self, const char *name);

G_END_DECLS
