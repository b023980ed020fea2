/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-track-columns.h"
#include "xyb-track-list.h"

G_BEGIN_DECLS

/* A track as a table: a row an enterprise, heads that order it.
 *
 * Signals:
 *   opened (gint64)   an enterprise
 *   ordered           another order is wanted */

#define XYB_TYPE_TRACK_TABLE_VIEW (xyb_track_table_view_get_type ())
G_DECLARE_FINAL_TYPE (XybTrackTableView, xyb_track_table_view, XYB, TRACK_TABLE_VIEW, GtkWidget)

GtkWidget *xyb_track_table_view_new (XybTrackSelection *selection);

void xyb_track_table_view_show (XybTrackTableView *self, XybTrackBook *book, GPtrArray *lines);
XybTrackOrder xyb_track_table_view_get_order (XybTrackTableView *self, gboolean *out_down);
void xyb_track_table_view_order (XybTrackTableView *self, XybTrackColumn column);
XybTrackList *xyb_track_table_view_get_list (XybTrackTableView *self);

G_END_DECLS
