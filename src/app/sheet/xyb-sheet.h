/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* A spreadsheet-like table over an XybSheetModel: cell cursor, ranges, typing, copy and paste with
 * Excel and WPS. Lives in a GtkScrolledWindow; heads, first columns, last columns and foot rows
 * stay in view. What the clerk does becomes one call of xyb_sheet_model_apply() each.
 *
 * Properties (all also in .ui files):
 *   model
 *   n-frozen-columns       first columns that stay in view; 1
 *   n-frozen-last-columns  last columns that stay in view; 0
 *   row-tint               tint the whole row of the cursor (TRUE), or only its frozen cells and the
 *                          column's head (FALSE)
 *   activates              Enter and a double click ask for more about any cell, as they do of one
 *                          that is not editable; F2 edits (FALSE)
 *   head-points            size of the heads; 9
 *   row-lines              lines a row has room for, the second for a small note; 1
 *   vscroll-policy         "natural": never smaller than all its rows (for short tables)
 *
 * Signals, all without arguments unless said:
 *   cursor-moved, selection-changed
 *   activated (guint row, guint column)  double click on, or Enter in, a cell that is not editable
 *                                        (any cell where the sheet "activates")
 *   draft-changed       what is being typed, or the refusal of it, is another now
 *   refused (sentence)  something was not taken: what is typed (then xyb_sheet_get_refusal() is the
 *                       sentence until it is mended), a paste, a fill
 *
 * The page gives the sheet its accessible label in its .ui file. */

#define XYB_TYPE_SHEET (xyb_sheet_get_type ())
G_DECLARE_FINAL_TYPE (XybSheet, xyb_sheet, XYB, SHEET, GtkWidget)

typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} XybSheetRange;

GtkWidget *xyb_sheet_new (void);

void xyb_sheet_set_model (XybSheet *self, XybSheetModel *model);
XybSheetModel *xyb_sheet_get_model (XybSheet *self);

void xyb_sheet_get_cursor (XybSheet *self, guint *out_row, guint *out_column);
gboolean xyb_sheet_set_cursor (XybSheet *self, guint row, guint column);
void xyb_sheet_get_range (XybSheet *self, XybSheetRange *out_range);
gboolean xyb_sheet_select_range (XybSheet *self, const XybSheetRange *range);

gboolean xyb_sheet_start_edit (XybSheet *self);
gboolean xyb_sheet_commit (XybSheet *self);
void xyb_sheet_forget (XybSheet *self);
gboolean xyb_sheet_is_open (XybSheet *self);
gboolean xyb_sheet_is_dirty (XybSheet *self);
const char *xyb_sheet_get_draft (XybSheet *self, guint *out_row, guint *out_column);
const char *xyb_sheet_get_refusal (XybSheet *self);

void xyb_sheet_copy (XybSheet *self);
void xyb_sheet_cut (XybSheet *self);
void xyb_sheet_paste (XybSheet *self);
gboolean xyb_sheet_paste_text (XybSheet *self, const char *text);
gboolean xyb_sheet_clear (XybSheet *self);
gboolean xyb_sheet_fill_down (XybSheet *self);
gboolean xyb_sheet_fill_right (XybSheet *self);

void xyb_sheet_set_extra_menu (XybSheet *self, GMenuModel *menu);
GtkText *xyb_sheet_get_text (XybSheet *self);

G_END_DECLS
