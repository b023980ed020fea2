/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-track-list.h"

G_BEGIN_DECLS

/* A track as columns, one a stage of the year, with a card an enterprise.
 *
 * Signals:
 *   opened (gint64)    an enterprise
 *   dropped (gint64)   the selected ones were dragged to this stage */

#define XYB_TYPE_TRACK_BOARD (xyb_track_board_get_type ())
G_DECLARE_FINAL_TYPE (XybTrackBoard, xyb_track_board, XYB, TRACK_BOARD, AdwBin)

GtkWidget *xyb_track_board_new (XybTrackSelection *selection);

void xyb_track_board_show (XybTrackBoard *self, XybTrackBook *book, const GPtrArray *lines);
guint xyb_track_board_get_n_columns (XybTrackBoard *self);
XybTrackList *xyb_track_board_get_column (XybTrackBoard *self, guint index);
gboolean xyb_track_board_go_to (XybTrackBoard *self, gint64 enterprise_id);
gboolean xyb_track_board_grab (XybTrackBoard *self);
void xyb_track_board_drop (XybTrackBoard *self, guint index);

G_END_DECLS
