/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-fonts.h"

G_BEGIN_DECLS

/* One role of GB/T 9704: which family it gets, whether that one only stands in, and another to
 * choose. */

#define XYB_TYPE_FONT_ROW (xyb_font_row_get_type ())
G_DECLARE_FINAL_TYPE (XybFontRow, xyb_font_row, XYB, FONT_ROW, AdwComboRow)

/* XybFontRow::chosen (family, or NULL for 自动) */

XybFontRow *xyb_font_row_new (XybFontRole role, const char *const *families, const char *chosen);
XybFontRole xyb_font_row_get_role (XybFontRow *self);

G_END_DECLS
