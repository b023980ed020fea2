/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-mark-shape.h"

#include <string.h>

#include "xyb-return-letter.h"
#include "xyb-sheet-table.h"
#include "xyb-sheet-text.h"

/* Widths in ems of the body. */
#define LEAST 5.0
#define MOST 24.0
#define MARGIN 2.2 /* indents */

/* A line of so few cells is a title or a remark; it says nothing of the columns. */
#define TABLE_CELLS 3

/* ---- measuring ---- */

static void
need_column (XybMarkShape *self, guint column)
{
  if (column >= self->n_columns)
    {
      self->n_columns = column + 1;
      g_array_set_size (self->ems, self->n_columns);
    }
}

static double
width_of (const XybCell *cell)
{
  g_auto (GStrv) lines = NULL;
  double widest = 0;

  if (cell->text == NULL)
    return 0;
  if (strchr (cell->text, '\n') == NULL)
    return xyb_sheet_text_width (cell->text);
  lines = g_strsplit (cell->text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    widest = MAX (widest, xyb_sheet_text_width (lines[i]));
  return widest;
}

static gboolean
measure_cb (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  XybMarkShape *self = user_data;

  self->n_rows = row + 1;
  for (guint i = 0; i < n_cells; i++)
    {
      need_column (self, cells[i].column);
      if (n_cells >= TABLE_CELLS)
        {
          double *ems = &g_array_index (self->ems, double, cells[i].column);

          *ems = MAX (*ems, width_of (&cells[i]));
        }
    }
  return TRUE;
}

/* ---- where the table is ---- */

static const XybReturnSheet *
find_sheet (const XybReturn *read, const char *name, int *out_place)
{
  for (guint i = 0; i < read->sheets->len; i++)
    {
      const XybReturnSheet *sheet = g_ptr_array_index (read->sheets, i);

      if (g_str_equal (sheet->name, name))
        {
          *out_place = (int) i;
          return sheet;
        }
    }
  *out_place = -1;
  return NULL;
}

static void
take_table (XybMarkShape *self, const XybReturnSheet *sheet)
{
  self->header_row = sheet->header_row;
  self->position_column = sheet->columns[XYB_RETURN_POSITION];
  self->name_column = sheet->columns[XYB_RETURN_NAME];
  for (guint i = 0; i < XYB_N_RETURN_FIELDS; i++)
    if (sheet->columns[i] >= 0)
      {
        if (self->first_column < 0 || sheet->columns[i] < self->first_column)
          self->first_column = sheet->columns[i];
        self->last_column = MAX (self->last_column, sheet->columns[i]);
      }
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const XybReturnLetterItem *left = *(XybReturnLetterItem *const *) a;
  const XybReturnLetterItem *right = *(XybReturnLetterItem *const *) b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return (left->column > right->column) - (left->column < right->column);
}

static void
take_items (XybMarkShape *self, GPtrArray *items, int place)
{
  for (guint i = 0; i < items->len; i++)
    {
      XybReturnLetterItem *item = g_ptr_array_index (items, i);

      if (place < 0 || item->sheet != place || item->row == 0)
        continue;
      g_ptr_array_add (self->items, item);
      need_column (self, MAX (item->column, MAX (self->name_column, 0)));
      self->n_rows = MAX (self->n_rows, item->row);
    }
  g_ptr_array_sort (self->items, compare_items);
}

/* ---- merged cells ---- */

static gpointer
key_of (guint row, guint column)
{
  return GSIZE_TO_POINTER (((gsize) row << 16) + column + 1);
}

static void
index_merged (XybMarkShape *self)
{
  for (guint i = 0; i < self->summary->merged->len; i++)
    {
      XybCellRange *range = &g_array_index (self->summary->merged, XybCellRange, i);

      g_hash_table_insert (self->merged, key_of (range->first_row, range->first_column), range);
    }
}

/**
 * xyb_mark_shape_new:
 * @index: of the sheet in @workbook
 * @read: what was read from the same file
 * @items: (element-type XybReturnLetterItem): what is to be said of the file; must outlive the
 *   shape
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Returns: (transfer full): the sheet, gone through once; %NULL on error
 */
XybMarkShape *
xyb_mark_shape_new (XybWorkbook *workbook,
                    guint index,
                    const XybReturn *read,
                    GPtrArray *items,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (XybMarkShape) self = g_new0 (XybMarkShape, 1);
  const XybReturnSheet *sheet;
  int place;

  self->items = g_ptr_array_new ();
  self->ems = g_array_new (FALSE, TRUE, sizeof (double));
  self->merged = g_hash_table_new (NULL, NULL);
  self->first_column = -1;
  self->last_column = -1;
  self->position_column = -1;
  self->name_column = -1;
  need_column (self, 0);
  if (!xyb_workbook_read_sheet (workbook, index, measure_cb, self, &self->summary, cancellable,
                                error))
    return NULL;
  sheet = find_sheet (read, xyb_workbook_get_sheet (workbook, index)->name, &place);
  if (sheet != NULL && sheet->header_row != 0)
    take_table (self, sheet);
  take_items (self, items, place);
  index_merged (self);
  return g_steal_pointer (&self);
}

void
xyb_mark_shape_free (XybMarkShape *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->summary, xyb_sheet_summary_free);
  g_ptr_array_unref (self->items);
  g_array_unref (self->ems);
  g_hash_table_unref (self->merged);
  g_free (self);
}

/* ---- asking ---- */

/**
 * xyb_mark_shape_has_column:
 *
 * Returns: whether the column is one of the table, or stands between two of them
 */
gboolean
xyb_mark_shape_has_column (const XybMarkShape *self, guint column)
{
  return (int) column >= self->first_column && (int) column <= self->last_column;
}

/**
 * xyb_mark_shape_find_merged:
 *
 * Returns: (nullable): the merged range that begins with this cell
 */
const XybCellRange *
xyb_mark_shape_find_merged (const XybMarkShape *self, guint row, guint column)
{
  return g_hash_table_lookup (self->merged, key_of (row, column));
}

static double
column_ems (const XybMarkShape *self, guint column)
{
  return CLAMP (g_array_index (self->ems, double, column) + MARGIN, LEAST, MOST);
}

/**
 * xyb_mark_shape_room:
 *
 * Returns: how many ems a line of the cell holds
 */
double
xyb_mark_shape_room (const XybMarkShape *self, guint row, guint column)
{
  const XybCellRange *merged = xyb_mark_shape_find_merged (self, row, column);
  double room = 0;

  for (guint i = column; merged != NULL && i <= merged->last_column && i < self->n_columns; i++)
    room += column_ems (self, i);
  return MAX (room, column_ems (self, column)) - MARGIN / 2;
}

/**
 * xyb_mark_shape_list_widths:
 * @size: of the body, in points
 *
 * Returns: (transfer full): of every column in mm
 */
double *
xyb_mark_shape_list_widths (const XybMarkShape *self, double size)
{
  double *widths = g_new (double, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = column_ems (self, i) * size / xyb_sheet_points (1);
  return widths;
}
