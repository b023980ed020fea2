/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-sheet-private.h"

G_BEGIN_DECLS

/* Shared by the files that draw. */

#define CELL_POINTS 10.5 /* of the sheet's own font, where the desktop's is 11 pt */

typedef struct
{
  PangoLayout *layout;
  int width;
  int height;
} XybSheetText;

/* xyb-sheet-draw.c */
GdkRGBA xyb_sheet_color (XybSheet *self, const char *name);
void
xyb_sheet_fill (GtkSnapshot *snapshot, const GdkRGBA *rgba, int x, int y, int width, int height);
void xyb_sheet_append_layout (GtkSnapshot *snapshot,
                              PangoLayout *layout,
                              const GdkRGBA *rgba,
                              int x,
                              int y);

/* xyb-sheet-texts.c */
void xyb_sheet_init_texts (XybSheet *self);
void xyb_sheet_free_texts (XybSheet *self);
const XybSheetText *
xyb_sheet_find_text (XybSheet *self, const XybSheetCell *cell, XybSheetAlign align, int room);
void
xyb_sheet_add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint begin, guint end);
PangoAttribute *xyb_sheet_ink_attribute (XybSheet *self, const char *name);

/* xyb-sheet-heads.c */
void xyb_sheet_draw_head (XybSheet *self, GtkSnapshot *snapshot, guint column);
void xyb_sheet_draw_groups (XybSheet *self, GtkSnapshot *snapshot);

G_END_DECLS
