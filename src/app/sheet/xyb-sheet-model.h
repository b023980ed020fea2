/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-text-table.h"

G_BEGIN_DECLS

/* What an XybSheet shows and edits: rows and columns of short texts. A page implements it over its
 * own rows; the widget knows nothing of the office. Rows count from 0, the frozen foot rows (合计)
 * included, which are the last. Called often while drawing: no database here. */

#define XYB_TYPE_SHEET_MODEL (xyb_sheet_model_get_type ())
G_DECLARE_INTERFACE (XybSheetModel, xyb_sheet_model, XYB, SHEET_MODEL, GObject)

/* Colour only together with a word or a sign. */
typedef enum
{
  XYB_SHEET_LOOK_PLAIN,
  XYB_SHEET_LOOK_COMPUTED,      /* grey ground: not hers to fill */
  XYB_SHEET_LOOK_DONE,          /* green ink */
  XYB_SHEET_LOOK_DONE_TINT,     /* green ink on a green tint: √ */
  XYB_SHEET_LOOK_NEAR,          /* yellow ink: doubtful */
  XYB_SHEET_LOOK_NEAR_TINT,     /* yellow ink on a yellow tint: needs the clerk */
  XYB_SHEET_LOOK_CHANGED_TINT,  /* blue tint: another value than what was written */
  XYB_SHEET_LOOK_LOSS,          /* red ink: a deduction */
  XYB_SHEET_LOOK_FAINT,         /* grey ink: nothing has happened: 0, 100% */
  XYB_SHEET_LOOK_NOT_APPLICABLE /* grey and small on grey: 非考核项 */
} XybSheetLook;

typedef enum
{
  XYB_SHEET_CELL_PLAIN = 0,
  XYB_SHEET_CELL_BOLD = 1 << 0,
  XYB_SHEET_CELL_COMPUTED = 1 << 1, /* grey ground under any look */
  XYB_SHEET_CELL_CORNER = 1 << 2,   /* blue corner: changed since what it is compared with */
  XYB_SHEET_CELL_TICK = 1 << 3,     /* a small ✓ before the text */
  XYB_SHEET_CELL_MARKUP = 1 << 4,   /* the text is Pango markup; give dup_text the plain words */
  XYB_SHEET_CELL_RAISED = 1 << 5,   /* the note is small, blue and raised: 说 */
  XYB_SHEET_CELL_NOTE_BELOW = 1 << 6 /* the note is a line of its own, in a sheet of two lines */
} XybSheetCellFlags;

/**
 * XybSheetCell:
 * @text: (nullable): what stands in the cell, on one line; drawn with an ellipsis where it is
 * longer
 * @note: (nullable): small words behind it, in grey: （先签约 1 家）, 说
 * @look: ink and ground
 * @flags: what else is drawn
 *
 * How one cell looks now. The model fills it, the widget frees it with xyb_sheet_cell_clear().
 */
typedef struct
{
  char *text;
  char *note;
  XybSheetLook look;
  XybSheetCellFlags flags;
} XybSheetCell;

void xyb_sheet_cell_clear (XybSheetCell *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XybSheetCell, xyb_sheet_cell_clear)

typedef enum
{
  XYB_SHEET_ALIGN_START,
  XYB_SHEET_ALIGN_CENTER,
  XYB_SHEET_ALIGN_END /* numbers, tabular figures */
} XybSheetAlign;

/**
 * XybSheetColumn:
 * @title: head, wrapped to the column's width
 * @subtitle: (nullable): a line of its own under the head: 0.3分
 * @group: (nullable): a head above the heads; neighbours with equal words share one cell
 * @group_note: (nullable): small grey words behind @group
 * @width: in pixels at the default font of 11 pt; grows with the font
 * @align: of the cells and the head
 * @expand: takes a share of the room that is left
 *
 * One column. The strings belong to the model and stay until it says "reset".
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *group;
  const char *group_note;
  int width;
  XybSheetAlign align;
  gboolean expand;
} XybSheetColumn;

/**
 * XybSheetChange:
 * @row: of the cell
 * @column: of the cell
 * @text: (nullable): what shall stand there as the clerk wrote it; %NULL blanks the cell
 */
typedef struct
{
  guint row;
  guint column;
  const char *text;
} XybSheetChange;

/**
 * XybSheetModelInterface:
 * @get_n_rows: rows, those of the foot included
 * @get_n_foot_rows: how many of the last stay in view at the bottom; optional, 0
 * @get_n_columns: columns
 * @get_column: fills @out_column
 * @fill_cell: fills @out_cell, which is all 0
 * @dup_text: what editing begins with and copying takes, %NULL for a blank cell; optional: the text
 *   of the cell
 * @dup_copy: what copying takes where that is another text: * as printed, though 扣0.05分 is what
 *   is written; pasted back it changes nothing. Optional: as @dup_text
 * @is_editable: whether the clerk may change the cell; optional: no
 * @check: whether @text may stand in the cell; the sentence in @error names row and column and says
 *   what to do. Called on leaving a cell and for each cell of a paste before anything is applied;
 *   optional: every text may
 * @apply: takes every change or none, as one revision; @what for the label: 粘贴, 剪切, 清除, 填充,
 *   向下填充, 向右填充; %NULL for one cell typed
 * @paste: takes a block as it lies on the clipboard, with the cell @row, @column first, where the
 * model knows better than the cells do what belongs where (a form copied with its numbers and
 * heads); otherwise as @apply. Optional: cell by cell
 * @takes_block: whether a copied block is one that @paste knows to place; optional: every block is
 * @text_of_key: the text that this one key puts into the cell without editing (√ for v in 考核), or
 *   %NULL where the key begins typing; optional
 * @dup_row_name: what the row is called by a screen reader; optional: text of the first column
 *
 * Signals: "reset" — other rows or columns, anything may be different; "cells-changed" — same rows
 * and columns, other contents.
 */
struct _XybSheetModelInterface
{
  GTypeInterface parent_iface;

  guint (*get_n_rows) (XybSheetModel *self);
  guint (*get_n_foot_rows) (XybSheetModel *self);
  guint (*get_n_columns) (XybSheetModel *self);
  void (*get_column) (XybSheetModel *self, guint column, XybSheetColumn *out_column);
  void (*fill_cell) (XybSheetModel *self, guint row, guint column, XybSheetCell *out_cell);
  char *(*dup_text) (XybSheetModel *self, guint row, guint column);
  char *(*dup_copy) (XybSheetModel *self, guint row, guint column);
  gboolean (*is_editable) (XybSheetModel *self, guint row, guint column);
  gboolean (
    *check) (XybSheetModel *self, guint row, guint column, const char *text, GError **error);
  gboolean (*apply) (XybSheetModel *self,
                     const XybSheetChange *changes,
                     guint n_changes,
                     const char *what,
                     GError **error);
  gboolean (*paste) (XybSheetModel *self,
                     guint row,
                     guint column,
                     const XybTextTable *table,
                     GError **error);
  gboolean (*takes_block) (XybSheetModel *self, const XybTextTable *table);
  char *(*text_of_key) (XybSheetModel *self, guint row, guint column, guint keyval);
  char *(*dup_row_name) (XybSheetModel *self, guint row);
};

guint xyb_sheet_model_get_n_rows (XybSheetModel *self);
guint xyb_sheet_model_get_n_foot_rows (XybSheetModel *self);
guint xyb_sheet_model_get_n_columns (XybSheetModel *self);
void xyb_sheet_model_get_column (XybSheetModel *self, guint column, XybSheetColumn *out_column);
void
xyb_sheet_model_fill_cell (XybSheetModel *self, guint row, guint column, XybSheetCell *out_cell);
char *xyb_sheet_model_dup_text (XybSheetModel *self, guint row, guint column);
char *xyb_sheet_model_dup_copy (XybSheetModel *self, guint row, guint column);
gboolean xyb_sheet_model_is_editable (XybSheetModel *self, guint row, guint column);
gboolean xyb_sheet_model_check (XybSheetModel *self,
                                guint row,
                                guint column,
                                const char *text,
                                GError **error);
gboolean xyb_sheet_model_apply (XybSheetModel *self,
                                const XybSheetChange *changes,
                                guint n_changes,
                                const char *what,
                                GError **error);
gboolean xyb_sheet_model_takes_block (XybSheetModel *self, const XybTextTable *table);
gboolean xyb_sheet_model_paste (XybSheetModel *self,
                                guint row,
                                guint column,
                                const XybTextTable *table,
                                GError **error);
char *xyb_sheet_model_text_of_key (XybSheetModel *self, guint row, guint column, guint keyval);
char *xyb_sheet_model_dup_row_name (XybSheetModel *self, guint row);

void xyb_sheet_model_reset (XybSheetModel *self);
void xyb_sheet_model_cells_changed (XybSheetModel *self);

G_END_DECLS
