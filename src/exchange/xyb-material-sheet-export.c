/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-export.h"
#include "xyb-sheet-table.h"
#include "xyb-sheet-text.h"
#include "xyb-sheet-writer.h"

/* 材料清单 as xlsx (MAT-05): a sheet an enterprise, A4 upright, to be signed like the printed one.
 */
#define PAIR_SIZE 12
#define PAIR_HEIGHT 21
#define BODY_SIZE 10.5
#define HEAD_HEIGHT 30
#define ROW_HEIGHT 31
#define LINE_HEIGHT 1.35   /* ems */
#define CELL_MARGIN 1.2    /* ems, both sides together: fonts that stand in are wider */
#define MAX_ROW_HEIGHT 400 /* Excel: 409 */
#define GAP_HEIGHT 20
#define SIGN_HEIGHT 26
#define FIXED_ROWS 10

#define N_COLUMNS XYB_MATERIAL_SHEET_COLUMNS

/* mm: the 版心. */
static const double widths[N_COLUMNS] = { 10, 46, 20, 12, 14, 19, 19, 16 };

static gboolean
is_text (guint column)
{
  return column == 1 || column == 2 || column == N_COLUMNS - 1;
}

static double
text_height (const char *text, double width)
{
  double room = xyb_sheet_points (width) / BODY_SIZE - CELL_MARGIN;

  return xyb_sheet_text_lines (text, room) * LINE_HEIGHT * BODY_SIZE + 4;
}

static gboolean
write_line (XybSheetWriter *writer, const char *text, double size, double height, GError **error)
{
  XybSheetStyle style = { .size = size };

  return xyb_sheet_writer_begin_row (writer, height, error)
         && xyb_sheet_writer_text (writer, 0, text, xyb_sheet_writer_format (writer, &style),
                                   error);
}

static gboolean
write_top (XybSheetWriter *writer, const XybMaterialSheet *sheet, GError **error)
{
  XybSheetStyle right = { .size = PAIR_SIZE, .align = XYB_SHEET_ALIGN_RIGHT };
  g_autofree char *enterprise = g_strdup_printf ("企业：%s", sheet->enterprise);
  g_autofree char *unit = g_strdup_printf ("区镇：%s", sheet->unit);

  return xyb_sheet_table_small_title (writer, sheet->title, N_COLUMNS, XYB_SHEET_PORTRAIT_WIDTH,
                                      error)
         && write_line (writer, enterprise, PAIR_SIZE, PAIR_HEIGHT, error)
         && xyb_sheet_writer_text (writer, N_COLUMNS - 1, unit,
                                   xyb_sheet_writer_format (writer, &right), error)
         && xyb_sheet_table_heads (writer, xyb_material_sheet_heads, N_COLUMNS, BODY_SIZE,
                                   HEAD_HEIGHT, error);
}

static gboolean
write_row (XybSheetWriter *writer, char **cells, gboolean last, GError **error)
{
  double height = ROW_HEIGHT;

  for (guint i = 0; i < N_COLUMNS; i++)
    height = MAX (height, text_height (cells[i], widths[i]));
  if (!xyb_sheet_writer_begin_row (writer, MIN (height, MAX_ROW_HEIGHT), error))
    return FALSE;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      XybSheetStyle style = { .size = BODY_SIZE,
                              .align = is_text (i) ? XYB_SHEET_ALIGN_LEFT : XYB_SHEET_ALIGN_CENTER,
                              .wrap = TRUE };

      xyb_sheet_table_edges (&style, i, N_COLUMNS, FALSE, last);
      if (!xyb_sheet_writer_text (writer, i, cells[i], xyb_sheet_writer_format (writer, &style),
                                  error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_sheet (XybSheetWriter *writer, const XybMaterialSheet *sheet, GError **error)
{
  xyb_sheet_writer_add_sheet (writer, sheet->enterprise, XYB_SHEET_PORTRAIT, widths, N_COLUMNS);
  xyb_sheet_writer_fit_page (writer);
  if (!write_top (writer, sheet, error))
    return FALSE;
  for (guint i = 0; i < sheet->rows->len; i++)
    if (!write_row (writer, sheet->rows->pdata[i], i + 1 == sheet->rows->len, error))
      return FALSE;
  return write_line (writer, sheet->summary, BODY_SIZE, PAIR_HEIGHT, error)
         && xyb_sheet_writer_begin_row (writer, GAP_HEIGHT, error)
         && write_line (writer,
                        "企业经办人（签字）：____________　　区镇审核（签字、盖章）：____________",
                        PAIR_SIZE, SIGN_HEIGHT, error)
         && xyb_sheet_writer_begin_row (writer, GAP_HEIGHT / 2.0, error)
         && write_line (writer, "市信用办审核（签字、盖章）：____________　　日期：____________",
                        PAIR_SIZE, SIGN_HEIGHT, error);
}

/**
 * xyb_export_material_sheets_xlsx:
 * @sheets: (array length=n_sheets): 材料清单
 * @n_sheets: how many, at least one: a sheet each, named by the enterprise
 * @path: where to; an existing file is replaced when everything is right
 * @cancellable: (nullable): leaves the old file as it was
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR
 *
 * Returns: %FALSE with the old file byte for byte as it was
 */
gboolean
xyb_export_material_sheets_xlsx (XybMaterialSheet *const *sheets,
                                 guint n_sheets,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_autoptr (XybSheetWriter) writer = NULL;
  guint n_rows = 0;

  g_return_val_if_fail (sheets != NULL && n_sheets > 0 && path != NULL, FALSE);

  for (guint i = 0; i < n_sheets; i++)
    n_rows += sheets[i]->rows->len + FIXED_ROWS;
  writer = xyb_sheet_writer_new (path, sheets[0]->title, n_rows, cancellable, error);
  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < n_sheets; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !write_sheet (writer, sheets[i], error))
      return FALSE;
  return xyb_sheet_writer_finish (writer, error);
}
