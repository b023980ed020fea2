/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-stage-point.h"

G_BEGIN_DECLS

/* The stages of an enterprise on a track in a line, each with its sign and its date; in several
 * lines where there is no room. Where it is active, arrow keys go along it.
 *
 * Signal:
 *   stage-activated (gint64)   a stage was clicked, or Enter pressed on it: its id in the plan */

#define XYB_TYPE_STAGE_TRACK (xyb_stage_track_get_type ())
G_DECLARE_FINAL_TYPE (XybStageTrack, xyb_stage_track, XYB, STAGE_TRACK, GtkWidget)

void xyb_stage_track_set_active (XybStageTrack *self, gboolean active);
void xyb_stage_track_show (XybStageTrack *self,
                           const XybPlan *plan,
                           const XybTrackRecord *record,
                           const char *today);
void xyb_stage_track_clear (XybStageTrack *self);
void xyb_stage_track_open_menu (XybStageTrack *self, gint64 stage_id, GMenuModel *menu);
void xyb_stage_track_close_menu (XybStageTrack *self);

const char *xyb_stage_track_get_words (XybStageTrack *self);
gint64 xyb_stage_track_get_cursor (XybStageTrack *self); /* id of the stage, or 0 */
gboolean xyb_stage_track_get_place (XybStageTrack *self, gint64 stage_id, GdkRectangle *out);

G_END_DECLS
