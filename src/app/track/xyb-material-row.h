/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-material.h"

G_BEGIN_DECLS

/* One material of an enterprise: number, name, date or reason, state.
 *
 * What is dropped on it, its keys and its menu go to the actions `material.…` of the card it is in.
 *
 * Signal:
 *   menu-wanted   where, in the row: x, y */

#define XYB_TYPE_MATERIAL_ROW (xyb_material_row_get_type ())
G_DECLARE_FINAL_TYPE (XybMaterialRow, xyb_material_row, XYB, MATERIAL_ROW, GtkListBoxRow)

GtkWidget *xyb_material_row_new (void);
void xyb_material_row_show (XybMaterialRow *self, const XybMaterialLine *line);
gint64 xyb_material_row_get_id (XybMaterialRow *self);
const char *xyb_material_row_get_tag (XybMaterialRow *self);
const char *xyb_material_row_get_caption (XybMaterialRow *self);

/* For the row at the foot, too. */
void xyb_material_row_add_drop_target (GtkWidget *widget);

G_END_DECLS
