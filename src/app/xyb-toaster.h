/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One sentence at a time at the foot of the window. libadwaita 1.2 crashes when a toast comes while
 * another fades, or when the window goes meanwhile; here a new sentence takes the place of the one
 * that is shown, or waits until it is gone. */

#define XYB_TYPE_TOASTER (xyb_toaster_get_type ())
G_DECLARE_FINAL_TYPE (XybToaster, xyb_toaster, XYB, TOASTER, GObject)

XybToaster *xyb_toaster_new (AdwToastOverlay *overlay);

void xyb_toaster_say (XybToaster *self,
                      const char *sentence,
                      const char *button_label,
                      const char *action_name,
                      guint seconds);
guint xyb_toaster_get_fading (XybToaster *self);
const char *xyb_toaster_get_sentence (XybToaster *self);

G_END_DECLS
