/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A tag drawn by a row that draws itself: looks as XybTag does. */

typedef struct
{
  const char *css_class; /* as for xyb_tag_set() */
  const char *icon_name;
} XybTagLook;

PangoLayout *xyb_tag_layout_new (GtkWidget *widget, const char *text);
void xyb_tag_layout_get_size (PangoLayout *layout, int *out_width, int *out_height);
void xyb_tag_append (GtkWidget *widget,
                     GtkSnapshot *snapshot,
                     PangoLayout *layout,
                     const XybTagLook *look,
                     gboolean on_selection,
                     int left,
                     int top);

G_END_DECLS
