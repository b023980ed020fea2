/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-timeline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The milestones of the year on a line, evenly spaced, with today's flag in proportion inside its
 * gap. A plan with more of them than fit goes on in a second line. */

#define XYB_TYPE_TIMELINE_VIEW (xyb_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (XybTimelineView, xyb_timeline_view, XYB, TIMELINE_VIEW, GtkWidget)

void xyb_timeline_view_take (XybTimelineView *self, XybTimeline *timeline);
const char *xyb_timeline_view_get_words (XybTimelineView *self);

G_END_DECLS
