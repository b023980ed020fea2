/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What every drawing widget needs: the style sheet's colours, and text in the widget's own font. */

typedef enum
{
  XYB_ALIGN_START,
  XYB_ALIGN_CENTER,
  XYB_ALIGN_END
} XybAlign;

void xyb_draw_set_color (cairo_t *cr, GtkWidget *widget, const char *name);
void xyb_draw_text (cairo_t *cr,
                    GtkWidget *widget,
                    const char *text,
                    double points,
                    gboolean bold,
                    double x,
                    double y,
                    XybAlign align,
                    double max_width);

G_END_DECLS
