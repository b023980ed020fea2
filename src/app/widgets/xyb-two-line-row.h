/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two lines and a tag: what the long lists are made of. It draws itself, because a GtkListView
 * keeps two hundred rows ready and makes them anew when it is filled anew: one widget a row instead
 * of seven. */

#define XYB_TYPE_TWO_LINE_ROW (xyb_two_line_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (XybTwoLineRow, xyb_two_line_row, XYB, TWO_LINE_ROW, GtkWidget)

struct _XybTwoLineRowClass
{
  GtkWidgetClass parent_class;
};

void xyb_two_line_row_set_lines (XybTwoLineRow *self, const char *name, const char *caption);
void xyb_two_line_row_set_tag (XybTwoLineRow *self,
                               const char *css_class,
                               const char *icon_name,
                               const char *text);
void xyb_two_line_row_set_struck (XybTwoLineRow *self, gboolean struck);

G_END_DECLS
