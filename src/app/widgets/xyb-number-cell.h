/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One cell of a table that holds a whole number or nothing, edited in place as in a spreadsheet:
 * typing replaces, Enter/Tab/arrows move, Esc restores, a number that cannot be is refused on
 * leaving. */

#define XYB_TYPE_NUMBER_CELL (xyb_number_cell_get_type ())
G_DECLARE_FINAL_TYPE (XybNumberCell, xyb_number_cell, XYB, NUMBER_CELL, GtkWidget)

GtkWidget *xyb_number_cell_new (const char *field, const char *label, gint64 max);

void xyb_number_cell_set_value (XybNumberCell *self, gint64 value);
void xyb_number_cell_forget (XybNumberCell *self);
gint64 xyb_number_cell_get_value (XybNumberCell *self);
gboolean xyb_number_cell_is_dirty (XybNumberCell *self);
gboolean xyb_number_cell_get_draft (XybNumberCell *self, gint64 *out_value);
void xyb_number_cell_set_editable (XybNumberCell *self, gboolean editable);
gboolean xyb_number_cell_commit (XybNumberCell *self);

GtkText *xyb_number_cell_get_text (XybNumberCell *self);

G_END_DECLS
