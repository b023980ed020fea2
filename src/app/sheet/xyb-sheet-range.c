/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-private.h"

/* Cursor and range. The cursor is the cell that takes typing; the range spans from the anchor to
 * the extent and holds the cursor. */

static gboolean
same_place (XybSheetPlace a, XybSheetPlace b)
{
  return a.row == b.row && a.column == b.column;
}

gboolean
xyb_sheet_has_cells (XybSheet *self)
{
  return self->n_rows > 0 && self->n_columns > 0;
}

gboolean
xyb_sheet_is_one_cell (XybSheet *self)
{
  return same_place (self->anchor, self->extent);
}

static gboolean
is_editable (XybSheet *self, guint row, guint column)
{
  return xyb_sheet_model_is_editable (self->model, row, column);
}

/* ---- where it is ---- */

static void
forget_rows (XybSheet *self, guint row, guint other)
{
  xyb_sheet_forget_row (self, row);
  xyb_sheet_forget_row (self, other);
}

static void
put (XybSheet *self, XybSheetPlace cursor, XybSheetPlace anchor, XybSheetPlace extent)
{
  gboolean moved = !same_place (self->cursor, cursor);
  gboolean selected
    = moved || !same_place (self->anchor, anchor) || !same_place (self->extent, extent);

  if (!selected)
    return;
  if (moved)
    forget_rows (self, self->cursor.row, cursor.row);
  self->cursor = cursor;
  self->anchor = anchor;
  self->extent = extent;
  if (moved)
    xyb_sheet_update_text (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (moved)
    {
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      g_signal_emit (self, xyb_sheet_signals[XYB_SHEET_CURSOR_MOVED], 0);
    }
  g_signal_emit (self, xyb_sheet_signals[XYB_SHEET_SELECTION_CHANGED], 0);
}

/* The first row tells what kind of columns there are. */
void
xyb_sheet_place_first (XybSheet *self)
{
  XybSheetPlace place = { 0, 0 };

  for (guint column = 0; column < self->n_columns; column++)
    if (is_editable (self, 0, column))
      {
        place.column = column;
        break;
      }
  put (self, place, place, place);
}

void
xyb_sheet_clamp_cursor (XybSheet *self)
{
  XybSheetPlace place = self->cursor;

  if (!xyb_sheet_has_cells (self))
    {
      self->cursor = self->anchor = self->extent = (XybSheetPlace){ 0, 0 };
      self->placed = FALSE;
      return;
    }
  if (!self->placed)
    {
      xyb_sheet_place_first (self);
      return;
    }
  place.row = MIN (place.row, self->n_rows - 1);
  place.column = MIN (place.column, self->n_columns - 1);
  if (self->anchor.row >= self->n_rows || self->extent.row >= self->n_rows
      || self->anchor.column >= self->n_columns || self->extent.column >= self->n_columns
      || !same_place (place, self->cursor))
    put (self, place, place, place);
}

/**
 * xyb_sheet_get_cursor:
 * @self: the sheet
 * @out_row: (out): its row
 * @out_column: (out): its column
 *
 * Where the cursor is; 0, 0 in a sheet without cells.
 */
void
xyb_sheet_get_cursor (XybSheet *self, guint *out_row, guint *out_column)
{
  g_return_if_fail (XYB_IS_SHEET (self));

  *out_row = self->cursor.row;
  *out_column = self->cursor.column;
}

/**
 * xyb_sheet_get_range:
 * @self: the sheet
 * @out_range: (out): the selected cells, at least the one of the cursor; all 0 without cells
 *
 * What copying takes and clearing clears.
 */
void
xyb_sheet_get_range (XybSheet *self, XybSheetRange *out_range)
{
  g_return_if_fail (XYB_IS_SHEET (self));

  *out_range = (XybSheetRange){ 0 };
  if (!xyb_sheet_has_cells (self))
    return;
  out_range->row = MIN (self->anchor.row, self->extent.row);
  out_range->column = MIN (self->anchor.column, self->extent.column);
  out_range->n_rows = MAX (self->anchor.row, self->extent.row) - out_range->row + 1;
  out_range->n_columns = MAX (self->anchor.column, self->extent.column) - out_range->column + 1;
}

/* ---- going ---- */

/**
 * xyb_sheet_go:
 * @self: the sheet
 * @place: a cell
 * @extend: whether the range grows there instead
 *
 * What is being typed is stored first.
 *
 * Returns: %FALSE where that was refused and the cursor stays
 */
gboolean
xyb_sheet_go (XybSheet *self, XybSheetPlace place, gboolean extend)
{
  if (!xyb_sheet_commit (self))
    return FALSE;
  /* Storing may have changed the rows. */
  if (!xyb_sheet_has_cells (self))
    return FALSE;
  place.row = MIN (place.row, self->n_rows - 1);
  place.column = MIN (place.column, self->n_columns - 1);
  self->placed = TRUE;
  if (extend)
    put (self, self->cursor, self->anchor, place);
  else
    put (self, place, place, place);
  xyb_sheet_scroll_to (self, place);
  return TRUE;
}

static guint
shift (guint value, int by, guint end)
{
  return (guint) CLAMP ((gint64) value + by, 0, (gint64) end - 1);
}

/* Arrows stop at the edge. */
gboolean
xyb_sheet_step (XybSheet *self, int columns, int rows, gboolean extend)
{
  XybSheetPlace from;

  if (!xyb_sheet_commit (self) || !xyb_sheet_has_cells (self))
    return FALSE;
  from = extend ? self->extent : self->cursor;
  return xyb_sheet_go (self,
                       (XybSheetPlace){ shift (from.row, rows, self->n_rows),
                                        shift (from.column, columns, self->n_columns) },
                       extend);
}

static gboolean
select_places (XybSheet *self, XybSheetPlace cursor, XybSheetPlace anchor, XybSheetPlace extent)
{
  if (!xyb_sheet_commit (self) || !xyb_sheet_has_cells (self))
    return FALSE;
  self->placed = TRUE;
  put (self, cursor, anchor, extent);
  return TRUE;
}

gboolean
xyb_sheet_select_all (XybSheet *self)
{
  return select_places (self, self->cursor, (XybSheetPlace){ 0, 0 },
                        (XybSheetPlace){ MAX (self->n_rows, 1) - 1, MAX (self->n_columns, 1) - 1 });
}

gboolean
xyb_sheet_select_column (XybSheet *self, guint column, gboolean extend)
{
  guint body = xyb_sheet_n_body_rows (self);
  XybSheetPlace top = { 0, extend ? self->anchor.column : column };
  XybSheetPlace cursor = { 0, extend ? self->cursor.column : column };
  guint end;

  xyb_sheet_visible_rows (self, &cursor.row, &end);
  return select_places (self, cursor, top, (XybSheetPlace){ MAX (body, 1) - 1, column });
}

gboolean
xyb_sheet_select_row (XybSheet *self, guint row, guint column, gboolean extend)
{
  XybSheetPlace start = { extend ? self->anchor.row : row, 0 };
  XybSheetPlace cursor = { extend ? self->cursor.row : row, column };

  return select_places (self, cursor, start, (XybSheetPlace){ row, MAX (self->n_columns, 1) - 1 });
}

/* Tab goes on in reading order to the next cell the clerk may fill, as in a protected workbook, and
 * leaves the sheet where there is none. */
gboolean
xyb_sheet_go_on (XybSheet *self, gboolean back)
{
  gint64 cells = (gint64) self->n_rows * self->n_columns;
  gint64 at = (gint64) self->cursor.row * self->n_columns + self->cursor.column;

  for (at += back ? -1 : 1; at >= 0 && at < cells; at += back ? -1 : 1)
    {
      XybSheetPlace place = { (guint) (at / self->n_columns), (guint) (at % self->n_columns) };

      if (is_editable (self, place.row, place.column))
        return xyb_sheet_go (self, place, FALSE);
    }
  return FALSE;
}

/**
 * xyb_sheet_set_cursor:
 * @self: the sheet
 * @row: a row
 * @column: a column
 *
 * Moves the cursor there and brings it into view. Does not take the focus.
 *
 * Returns: %FALSE where there is no such cell, or what is being typed was refused
 */
gboolean
xyb_sheet_set_cursor (XybSheet *self, guint row, guint column)
{
  g_return_val_if_fail (XYB_IS_SHEET (self), FALSE);

  if (row >= self->n_rows || column >= self->n_columns)
    return FALSE;
  return xyb_sheet_go (self, (XybSheetPlace){ row, column }, FALSE);
}

/**
 * xyb_sheet_select_range:
 * @self: the sheet
 * @range: cells, at least one
 *
 * Selects them, with the cursor in the first.
 *
 * Returns: %FALSE where there are no such cells, or what is being typed was refused
 */
gboolean
xyb_sheet_select_range (XybSheet *self, const XybSheetRange *range)
{
  XybSheetPlace first = { range->row, range->column };

  g_return_val_if_fail (XYB_IS_SHEET (self), FALSE);

  if (range->n_rows == 0 || range->n_columns == 0
      || (gint64) range->row + range->n_rows > self->n_rows
      || (gint64) range->column + range->n_columns > self->n_columns)
    return FALSE;
  return xyb_sheet_go (self, first, FALSE)
         && select_places (self, first, first,
                           (XybSheetPlace){ range->row + range->n_rows - 1,
                                            range->column + range->n_columns - 1 });
}
