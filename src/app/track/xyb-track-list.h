/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-track-book.h"
#include "xyb-track-selection.h"

G_BEGIN_DECLS

/* Thousands of enterprises of a track below each other: as cards of a column of the board, or as
 * rows of the table. Draws what is in view and nothing else, because a widget each would not be
 * there in time; what stands under the cursor is said to a screen reader as the list's own name.
 *
 * Keys: arrows, Page, Home, End move the cursor, with Shift they select on the way; Space selects,
 * Ctrl+A everyone, Esc nobody; Enter opens. Who is selected can be dragged.
 *
 * Signals:
 *   opened (gint64)   Enter or a double click
 *   beside (int)      ← or →: the neighbour shall take the cursor; -1 or 1 */

#define XYB_TYPE_TRACK_LIST (xyb_track_list_get_type ())
G_DECLARE_FINAL_TYPE (XybTrackList, xyb_track_list, XYB, TRACK_LIST, GtkWidget)

typedef enum
{
  XYB_TRACK_LIST_CARDS,
  XYB_TRACK_LIST_ROWS
} XybTrackListLook;

GtkWidget *
xyb_track_list_new (XybTrackListLook look, XybTrackSelection *selection, const char *name);

void xyb_track_list_set_name (XybTrackList *self, const char *name);
void xyb_track_list_show (XybTrackList *self, XybTrackBook *book, GPtrArray *lines);
guint xyb_track_list_get_n (XybTrackList *self);
const XybTrackLine *xyb_track_list_get_line (XybTrackList *self, guint index);
guint xyb_track_list_get_cursor (XybTrackList *self);
void xyb_track_list_set_cursor (XybTrackList *self, guint index);
gboolean xyb_track_list_go_to (XybTrackList *self, gint64 enterprise_id);
int xyb_track_list_get_em (XybTrackList *self);

G_END_DECLS
