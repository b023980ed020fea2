/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-track-case.h"

G_BEGIN_DECLS

/* 下一步: what is to be done next, how urgent it is, and the button that does it. Its buttons work
 * through the actions of the sheet: 「track.act」 and 「track.copy-reminder」. */

#define XYB_TYPE_NEXT_STRIP (xyb_next_strip_get_type ())
G_DECLARE_FINAL_TYPE (XybNextStrip, xyb_next_strip, XYB, NEXT_STRIP, GtkBox)

void xyb_next_strip_show (XybNextStrip *self,
                          const XybNextAction *action,
                          XybTrackResult result,
                          gboolean owes,
                          gboolean editable);
const char *xyb_next_strip_get_words (XybNextStrip *self);

G_END_DECLS
