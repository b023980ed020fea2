/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Which enterprises are selected: by id, so that board and table show the same, and a filter or a
 * new order loses nothing. Dragged as it is.
 *
 * Signal:
 *   changed */

#define XYB_TYPE_TRACK_SELECTION (xyb_track_selection_get_type ())
G_DECLARE_FINAL_TYPE (XybTrackSelection, xyb_track_selection, XYB, TRACK_SELECTION, GObject)

XybTrackSelection *xyb_track_selection_new (void);

guint xyb_track_selection_get_n (XybTrackSelection *self);
gboolean xyb_track_selection_contains (XybTrackSelection *self, gint64 id);
void xyb_track_selection_set (XybTrackSelection *self, gint64 id, gboolean selected);
void xyb_track_selection_clear (XybTrackSelection *self);
void xyb_track_selection_add_lines (XybTrackSelection *self,
                                    const GPtrArray *lines,
                                    guint first,
                                    guint last,
                                    gboolean alone);
void xyb_track_selection_retain (XybTrackSelection *self, const GPtrArray *lines);
GArray *xyb_track_selection_list (XybTrackSelection *self, const GPtrArray *lines); /* of gint64 */

G_END_DECLS
