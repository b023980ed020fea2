/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A state in a word and a sign on a tint: colour never stands alone. */

#define XYB_TYPE_TAG (xyb_tag_get_type ())
G_DECLARE_FINAL_TYPE (XybTag, xyb_tag, XYB, TAG, GtkBox)

GtkWidget *xyb_tag_new (void);
void xyb_tag_set (XybTag *self, const char *css_class, const char *icon_name, const char *text);
void xyb_tag_keep_whole (XybTag *self);
const char *xyb_tag_get_text (XybTag *self);

G_END_DECLS
