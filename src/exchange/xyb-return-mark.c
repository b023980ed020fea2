/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-mark.h"

#include <math.h>
#include <string.h>

#include "xyb-list-export.h"
#include "xyb-mark-shape.h"
#include "xyb-sheet-form.h"
#include "xyb-sheet-text.h"

/* The words of the document are not translated: a 区镇 reads them. */
#define LIST_SHEET "退回说明"
#define WHOLE_FILE "整个文件"

#define LIST_COLUMNS 4

#define BODY_SIZE 11
#define LINE_HEIGHT 15.5
#define ROW_SPARE 5
#define MAX_ROW_HEIGHT 400 /* Excel: 409 */
#define MARK_FILL 0xffe699
#define CENTRED_COLUMNS 3 /* a text merged over so many is a title */

typedef enum
{
  LOOK_TEXT,
  LOOK_NUMBER, /* and with each XybMoneyUnit behind it */
  LOOK_YUAN,
  LOOK_WAN,
  LOOK_YI,
  LOOK_HEAD,
  LOOK_CENTRED,
  N_LOOKS
} Look;

typedef struct
{
  XybSheetWriter *writer;
  XybSheetFormat *formats[2][2][N_LOOKS]; /* by mark, by line around it, by look */
  const XybMarkShape *shape;              /* of the sheet being written */
  guint next_item;                        /* of its items */
  guint next_row;                         /* from 0 */
  GError *error;
} Copy;

/* ---- looks ---- */

static const char *const number_formats[N_LOOKS] = {
  [LOOK_YUAN] = "General\"元\"",
  [LOOK_WAN] = "General\"万元\"",
  [LOOK_YI] = "General\"亿元\"",
};
G_STATIC_ASSERT (LOOK_YI - LOOK_NUMBER == XYB_MONEY_UNIT_YI);

static gboolean
is_number (Look look)
{
  return look >= LOOK_NUMBER && look <= LOOK_YI;
}

static void
make_formats (Copy *self)
{
  for (guint marked = 0; marked < 2; marked++)
    for (guint lined = 0; lined < 2; lined++)
      for (guint look = 0; look < N_LOOKS; look++)
        {
          XybSheetLine line = lined ? XYB_SHEET_LINE_THIN : XYB_SHEET_LINE_NONE;
          XybSheetStyle style = { .size = BODY_SIZE,
                                  .wrap = !is_number (look),
                                  .top = line,
                                  .right = line,
                                  .bottom = line,
                                  .left = line,
                                  .fill = marked ? MARK_FILL : 0 };

          style.bold = look == LOOK_HEAD;
          style.indent = look == LOOK_TEXT || is_number (look);
          style.number_format = number_formats[look];
          style.align = is_number (look)                            ? XYB_SHEET_ALIGN_RIGHT
                        : look == LOOK_HEAD || look == LOOK_CENTRED ? XYB_SHEET_ALIGN_CENTER
                                                                    : XYB_SHEET_ALIGN_LEFT;
          self->formats[marked][lined][look] = xyb_sheet_writer_format (self->writer, &style);
        }
}

static Look
look_of (const Copy *self, guint row, const XybCell *cell)
{
  const XybCellRange *merged = xyb_mark_shape_find_merged (self->shape, row, cell->column);

  if (row + 1 == self->shape->header_row)
    return LOOK_HEAD;
  if (merged != NULL && merged->last_column - merged->first_column + 1 >= CENTRED_COLUMNS
      && row + 1 < self->shape->header_row)
    return LOOK_CENTRED;
  if (merged == NULL && (int) cell->column == self->shape->position_column
      && row + 1 > self->shape->header_row)
    return LOOK_CENTRED;
  return cell->kind == XYB_CELL_NUMBER ? LOOK_NUMBER + (Look) cell->unit : LOOK_TEXT;
}

/* ---- marks ---- */

static const XybReturnLetterItem *
item_at (const Copy *self, guint i)
{
  return g_ptr_array_index (self->shape->items, i);
}

/* Items of the row being written are self->next_item … the last of them. */
static guint
end_of_row (const Copy *self, guint row)
{
  guint end = self->next_item;

  while (end < self->shape->items->len && item_at (self, end)->row == row + 1)
    end++;
  return end;
}

/* Where the comment of a whole row stands. */
static guint
row_column (const Copy *self)
{
  return MAX (self->shape->name_column, 0);
}

static gboolean
is_marked (const Copy *self, guint row, guint column)
{
  for (guint i = self->next_item; i < end_of_row (self, row); i++)
    if (item_at (self, i)->column == (int) column
        || (item_at (self, i)->column < 0 && xyb_mark_shape_has_column (self->shape, column)))
      return TRUE;
  return FALSE;
}

/* All that is to be said of one cell, a line each. */
static char *
comment_of (const Copy *self, guint row, guint column)
{
  GString *text = g_string_new (NULL);

  for (guint i = self->next_item; i < end_of_row (self, row); i++)
    {
      const XybReturnLetterItem *item = item_at (self, i);
      guint at = item->column >= 0 ? (guint) item->column : row_column (self);

      if (at == column && item->correction != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", item->correction);
    }
  return g_string_free (text, FALSE);
}

static gboolean
write_comments (Copy *self, guint row, GError **error)
{
  gboolean none = end_of_row (self, row) == self->next_item;

  for (guint column = 0; !none && column < self->shape->n_columns; column++)
    {
      g_autofree char *comment = comment_of (self, row, column);

      if (*comment != '\0' && !xyb_sheet_writer_comment (self->writer, column, comment, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- rows ---- */

static gboolean
write_cell (Copy *self, guint row, const XybCell *cell, XybSheetFormat *format, GError **error)
{
  if (cell->kind == XYB_CELL_NUMBER && isfinite (cell->number))
    return xyb_sheet_writer_number (self->writer, cell->column, cell->number, format, error);
  return xyb_sheet_writer_text (self->writer, cell->column, cell->text, format, error);
}

/* One past the last column of the row in which anything is to be written. */
static guint
end_of_cells (const Copy *self, guint row, const XybCell *cells, guint n_cells)
{
  int last = n_cells > 0 ? (int) cells[n_cells - 1].column : -1;

  for (guint i = self->next_item; i < end_of_row (self, row); i++)
    last = MAX (last, item_at (self, i)->column);
  return MAX (last, self->shape->last_column) + 1;
}

/* Cells of the table that hold nothing have their lines, too, and may be marked. */
static gboolean
write_cells (Copy *self, guint row, const XybCell *cells, guint n_cells, GError **error)
{
  guint end = end_of_cells (self, row, cells, n_cells);
  guint next = 0;

  for (guint column = 0; column < end; column++)
    {
      gboolean lined = row + 1 >= self->shape->header_row && self->shape->header_row != 0
                       && xyb_mark_shape_has_column (self->shape, column);
      gboolean marked = is_marked (self, row, column);
      XybCell blank = { .column = column, .kind = XYB_CELL_EMPTY };
      const XybCell *cell
        = next < n_cells && cells[next].column == column ? &cells[next++] : &blank;

      if ((cell != &blank || lined || marked)
          && !write_cell (self, row, cell, self->formats[marked][lined][look_of (self, row, cell)],
                          error))
        return FALSE;
    }
  return TRUE;
}

static double
row_height (const Copy *self, guint row, const XybCell *cells, guint n_cells)
{
  guint lines = 1;

  for (guint i = 0; i < n_cells; i++)
    if (cells[i].kind != XYB_CELL_NUMBER && cells[i].text != NULL)
      {
        double room = xyb_mark_shape_room (self->shape, row, cells[i].column);

        lines = MAX (lines, xyb_sheet_text_lines (cells[i].text, room));
      }
  return MIN (lines * LINE_HEIGHT + ROW_SPARE, MAX_ROW_HEIGHT);
}

static gboolean
write_row (Copy *self,
           guint row,
           gboolean hidden,
           const XybCell *cells,
           guint n_cells,
           GError **error)
{
  double height = row_height (self, row, cells, n_cells);

  xyb_sheet_writer_skip_rows (self->writer, row - self->next_row);
  if (!xyb_sheet_writer_begin_row (self->writer, height, error))
    return FALSE;
  if (hidden)
    xyb_sheet_writer_hide_row (self->writer, height);
  if (!write_cells (self, row, cells, n_cells, error) || !write_comments (self, row, error))
    return FALSE;
  self->next_item = end_of_row (self, row);
  self->next_row = row + 1;
  return TRUE;
}

/* Items of rows the file has nothing in. */
static gboolean
write_item_rows (Copy *self, guint before, GError **error)
{
  while (self->next_item < self->shape->items->len
         && item_at (self, self->next_item)->row <= before)
    if (!write_row (self, item_at (self, self->next_item)->row - 1, FALSE, NULL, 0, error))
      return FALSE;
  return TRUE;
}

static gboolean
row_cb (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  Copy *self = user_data;

  return write_item_rows (self, row, &self->error)
         && write_row (self, row, hidden, cells, n_cells, &self->error);
}

/* ---- sheets ---- */

static void
finish_shape (Copy *self)
{
  const XybMarkShape *shape = self->shape;

  for (guint i = 0; i < shape->summary->merged->len; i++)
    xyb_sheet_writer_merge (self->writer, &g_array_index (shape->summary->merged, XybCellRange, i));
  for (guint i = 0; i < shape->summary->hidden_columns->len; i++)
    {
      guint column = g_array_index (shape->summary->hidden_columns, guint, i);

      if (column < shape->n_columns)
        xyb_sheet_writer_hide_column (self->writer, column);
    }
}

static gboolean
copy_sheet (Copy *self,
            XybWorkbook *workbook,
            guint index,
            GCancellable *cancellable,
            GError **error)
{
  const XybSheetInfo *info = xyb_workbook_get_sheet (workbook, index);
  g_autofree double *widths = xyb_mark_shape_list_widths (self->shape, BODY_SIZE);

  xyb_sheet_writer_add_sheet (self->writer, info->name, XYB_SHEET_LANDSCAPE, widths,
                              self->shape->n_columns);
  self->next_item = 0;
  self->next_row = 0;
  if (!xyb_workbook_read_sheet (workbook, index, row_cb, self, NULL, cancellable, error))
    return FALSE;
  if (self->error != NULL || !write_item_rows (self, G_MAXUINT, &self->error))
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  finish_shape (self);
  if (info->hidden)
    xyb_sheet_writer_hide_sheet (self->writer);
  return TRUE;
}

/* ---- 退回说明 ---- */

static char *
place_of (const XybReturnLetterItem *item)
{
  g_autofree char *column
    = item->row != 0 && item->column >= 0 ? xyb_return_column_name (item->column) : NULL;

  if (item->row == 0)
    return g_strdup (WHOLE_FILE);
  return column != NULL ? g_strdup_printf ("%s%u", column, item->row)
                        : g_strdup_printf ("第 %u 行", item->row);
}

static GPtrArray *
list_rows (const XybReturn *read, GPtrArray *items)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < items->len; i++)
    {
      const XybReturnLetterItem *item = g_ptr_array_index (items, i);
      const XybReturnSheet *sheet
        = item->sheet >= 0 ? g_ptr_array_index (read->sheets, item->sheet) : NULL;
      char **cells = g_new0 (char *, LIST_COLUMNS + 1);

      cells[0] = g_strdup_printf ("%u", i + 1);
      cells[1] = g_strdup (sheet != NULL ? sheet->name : "");
      cells[2] = place_of (item);
      cells[3] = g_strdup (item->sentence);
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

static gboolean
write_list (XybSheetWriter *writer, const XybReturn *read, GPtrArray *items, GError **error)
{
  static const char *const heads[LIST_COLUMNS] = { "序号", "工作表", "位置", "请核对更正" };
  static const double widths[LIST_COLUMNS] = { 12, 38, 25, 150 };
  g_autoptr (GPtrArray) rows = list_rows (read, items);
  XybList list = { LIST_SHEET, LIST_SHEET, heads, widths, LIST_COLUMNS, rows };

  return xyb_list_write_sheet (writer, &list, error);
}

/* ---- the workbook ---- */

/* Their own 退回说明 is the list of an earlier copy. */
static gboolean
is_old_list (const XybSheetInfo *info, const XybMarkShape *shape)
{
  return g_str_equal (info->name, LIST_SHEET) && shape->header_row == 0;
}

static GPtrArray *
list_shapes (XybWorkbook *workbook,
             const XybReturn *read,
             GPtrArray *items,
             guint *out_rows,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) shapes
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_mark_shape_free);

  for (guint i = 0; i < xyb_workbook_get_n_sheets (workbook); i++)
    {
      XybMarkShape *shape = xyb_mark_shape_new (workbook, i, read, items, cancellable, error);

      if (shape == NULL)
        return NULL;
      g_ptr_array_add (shapes, shape);
      *out_rows += shape->n_rows;
    }
  return g_steal_pointer (&shapes);
}

static gboolean
copy_sheets (Copy *self,
             XybWorkbook *workbook,
             GPtrArray *shapes,
             GCancellable *cancellable,
             GError **error)
{
  gboolean shown = FALSE;

  for (guint i = 0; i < shapes->len; i++)
    {
      const XybSheetInfo *info = xyb_workbook_get_sheet (workbook, i);

      self->shape = g_ptr_array_index (shapes, i);
      if (is_old_list (info, self->shape))
        continue;
      if (!copy_sheet (self, workbook, i, cancellable, error))
        return FALSE;
      if (!shown && !info->hidden)
        {
          xyb_sheet_writer_show_sheet (self->writer);
          shown = TRUE;
        }
    }
  return TRUE;
}

/**
 * xyb_return_mark_xlsx:
 * @read: what was read from the file
 * @items: (element-type XybReturnLetterItem): what is to be corrected
 * @original: the file as it came, of any format that can be read
 * @path: where to; an existing file is replaced when everything is right
 * @cancellable: (nullable)
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR
 *
 * Writes a copy of the file to send back: its sheets with their names and values, what is merged
 * and what is hidden; the cells in question filled, each with what to correct as its comment; and
 * all of it as a list on a last sheet. Texts stay texts, formulas become what they showed.
 *
 * Returns: %FALSE with the old file byte for byte as it was
 */
gboolean
xyb_return_mark_xlsx (const XybReturn *read,
                      GPtrArray *items,
                      const char *original,
                      const char *path,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (XybWorkbook) workbook = xyb_workbook_open (original, error);
  g_autoptr (XybWorkbook) again = NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  g_autoptr (XybSheetWriter) writer = NULL;
  Copy copy = { NULL };
  guint n_rows = items->len;

  if (workbook == NULL)
    return FALSE;
  shapes = list_shapes (workbook, read, items, &n_rows, cancellable, error);
  /* Opened anew: what a workbook may hold is counted over all that is read of it. */
  again = shapes != NULL ? xyb_workbook_open (original, error) : NULL;
  writer
    = again != NULL ? xyb_sheet_writer_new (path, LIST_SHEET, n_rows, cancellable, error) : NULL;
  if (writer == NULL)
    return FALSE;
  copy.writer = writer;
  make_formats (&copy);
  return copy_sheets (&copy, again, shapes, cancellable, error)
         && write_list (writer, read, items, error) && xyb_sheet_writer_finish (writer, error);
}
