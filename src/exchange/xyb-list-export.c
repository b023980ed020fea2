/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-list-export.h"

#include <stdlib.h>

#include "xyb-sheet-table.h"
#include "xyb-sheet-text.h"

#define MAX_COLUMNS 16
#define BODY_SIZE 10
#define LINE_HEIGHT 15
#define TITLE_HEIGHT 39
#define CAPTION_SIZE 11
#define CAPTION_HEIGHT 22
#define NOTE_HEIGHT 24
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
    if (list->numbered && i == 0
          ? !xyb_sheet_writer_number (writer, i, atoi (cells[i]), formats[i], error)
          : !xyb_sheet_writer_text (writer, i, cells[i], formats[i], error))
      return FALSE;
  return TRUE;
}

static void
make_formats (XybSheetWriter *writer, const XybList *list, gboolean last, XybSheetFormat **formats)
{
  for (guint i = 0; i < list->n_columns; i++)
    {
      gboolean centered = list->centered != NULL && list->centered[i];
      XybSheetStyle style = { .size = BODY_SIZE,
                              .wrap = TRUE,
                              .align = centered ? XYB_SHEET_ALIGN_CENTER : XYB_SHEET_ALIGN_LEFT,
                              .number_format = list->numbered && i == 0 ? "0" : NULL };

      xyb_sheet_table_edges (&style, i, list->n_columns, FALSE, last);
      formats[i] = xyb_sheet_writer_format (writer, &style);
    }
}

static gboolean
write_rows (XybSheetWriter *writer, const XybList *list, GError **error)
{
  XybSheetFormat *formats[2][MAX_COLUMNS];

  make_formats (writer, list, FALSE, formats[0]);
  make_formats (writer, list, TRUE, formats[1]);
  for (guint i = 0; i < list->rows->len; i++)
    if (!write_row (writer, list, g_ptr_array_index (list->rows, i),
                    formats[i + 1 == list->rows->len], error))
      return FALSE;
  return TRUE;
}

/* Above the table in the middle, or below it at the left; nothing where there is nothing to say. */
static gboolean
write_line (XybSheetWriter *writer,
            const XybList *list,
            const char *words,
            XybSheetAlign align,
            double height,
            GError **error)
{
  XybSheetStyle style = { .size = CAPTION_SIZE, .align = align };

  return words == NULL
         || (xyb_sheet_writer_begin_row (writer, height, error)
             && xyb_sheet_writer_span (writer, list->n_columns, words,
                                       xyb_sheet_writer_format (writer, &style), error));
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
         && write_line (writer, list, list->caption, XYB_SHEET_ALIGN_CENTER, CAPTION_HEIGHT, error)
         && xyb_sheet_table_heads (writer, list->heads, list->n_columns, BODY_SIZE, 24, error)
         && write_rows (writer, list, error)
         && write_line (writer, list, list->note, XYB_SHEET_ALIGN_LEFT, NOTE_HEIGHT, error);
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
  guint n_rows;

  g_return_val_if_fail (list != NULL && path != NULL, FALSE);

  n_rows = list->rows->len + FIXED_ROWS + (list->caption != NULL) + (list->note != NULL);
  writer = xyb_sheet_writer_new (path, list->title, n_rows, cancellable, error);
  return writer != NULL && xyb_list_write_sheet (writer, list, error)
         && xyb_sheet_writer_finish (writer, error);
}

/**
 * xyb_export_list_table_xlsx:
 * @table: a list as it is printed
 * @path: where to; an existing file is replaced when everything is right
 * @cancellable: (nullable): leaves the old file as it was
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR
 *
 * Returns: %FALSE with the old file byte for byte as it was
 */
gboolean
xyb_export_list_table_xlsx (const XybListTable *table,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error)
{
  const char *heads[XYB_LIST_MAX_COLUMNS];
  double widths[XYB_LIST_MAX_COLUMNS];
  gboolean centered[XYB_LIST_MAX_COLUMNS];
  XybList list;

  g_return_val_if_fail (table != NULL, FALSE);

  for (guint i = 0; i < table->n_columns; i++)
    {
      heads[i] = table->columns[i].head;
      widths[i] = table->columns[i].width;
      centered[i] = !table->columns[i].left;
    }
  list = (XybList){ table->title, table->sheet,   heads,       widths,   table->n_columns,
                    table->rows,  table->caption, table->note, centered, TRUE };
  return xyb_export_list_xlsx (&list, path, cancellable, error);
}
