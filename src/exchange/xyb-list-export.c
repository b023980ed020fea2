/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-list-export.h"

#include "xyb-sheet-table.h"
#include "xyb-sheet-text.h"

#define MAX_COLUMNS 16
#define BODY_SIZE 10
#define LINE_HEIGHT 15
#define TITLE_HEIGHT 39
#define FIXED_ROWS 2

/* As many lines as its longest cell needs. */
static double
row_height (const XybList *list, char **cells)
{
  guint lines = 1;

  for (guint i = 0; i < list->n_columns; i++)
    {
      double characters = xyb_sheet_points (list->widths[i]) / BODY_SIZE - 1;

      lines = MAX (lines, xyb_sheet_text_lines (cells[i], characters));
    }
  return lines * LINE_HEIGHT + 5;
}

static gboolean
write_row (XybSheetWriter *writer,
           const XybList *list,
           char **cells,
           XybSheetFormat *const *formats,
           GError **error)
{
  if (!xyb_sheet_writer_begin_row (writer, row_height (list, cells), error))
    return FALSE;
  for (guint i = 0; i < list->n_columns; i++)
    if (!xyb_sheet_writer_text (writer, i, cells[i], formats[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_rows (XybSheetWriter *writer, const XybList *list, GError **error)
{
  XybSheetStyle style = { .size = BODY_SIZE, .wrap = TRUE };
  XybSheetFormat *formats[MAX_COLUMNS];

  for (guint i = 0; i < list->n_columns; i++)
    {
      xyb_sheet_table_edges (&style, i, list->n_columns, FALSE, FALSE);
      formats[i] = xyb_sheet_writer_format (writer, &style);
    }
  for (guint i = 0; i < list->rows->len; i++)
    if (!write_row (writer, list, g_ptr_array_index (list->rows, i), formats, error))
      return FALSE;
  return TRUE;
}

/**
 * xyb_list_write_sheet:
 * @writer: a workbook that is begun
 * @list: what to write
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Adds the list as one more sheet.
 */
gboolean
xyb_list_write_sheet (XybSheetWriter *writer, const XybList *list, GError **error)
{
  g_return_val_if_fail (list != NULL && list->n_columns <= MAX_COLUMNS, FALSE);

  xyb_sheet_writer_add_sheet (writer, list->sheet, XYB_SHEET_LANDSCAPE, list->widths,
                              list->n_columns);
  return xyb_sheet_table_title (writer, list->title, list->n_columns, TITLE_HEIGHT, error)
         && xyb_sheet_table_heads (writer, list->heads, list->n_columns, BODY_SIZE, 24, error)
         && write_rows (writer, list, error);
}

/**
 * xyb_export_list_xlsx:
 * @list: what to write
 * @path: where to; an existing file is replaced when everything is right
 * @cancellable: (nullable): leaves the old file as it was
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR
 *
 * Returns: %FALSE with the old file byte for byte as it was
 */
gboolean
xyb_export_list_xlsx (const XybList *list,
                      const char *path,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (XybSheetWriter) writer = NULL;

  g_return_val_if_fail (list != NULL && path != NULL, FALSE);

  writer
    = xyb_sheet_writer_new (path, list->title, list->rows->len + FIXED_ROWS, cancellable, error);
  return writer != NULL && xyb_list_write_sheet (writer, list, error)
         && xyb_sheet_writer_finish (writer, error);
}
