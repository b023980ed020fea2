/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-table.h"

#include "xyb-sheet-text.h"

#define POINTS_PER_MM (72 / 25.4)

double
xyb_sheet_points (double mm)
{
  return mm * POINTS_PER_MM;
}

/**
 * xyb_sheet_table_label:
 * @label: 附件1
 *
 * The 附件 label: 黑体 3号, flush left on the first line (GB/T 9704).
 */
gboolean
xyb_sheet_table_label (XybSheetWriter *writer, const char *label, double height, GError **error)
{
  XybSheetStyle style = { .font = XYB_SHEET_FONT_HEAD, .size = XYB_SHEET_LABEL_SIZE };

  return xyb_sheet_writer_begin_row (writer, height, error)
         && xyb_sheet_writer_text (writer, 0, label, xyb_sheet_writer_format (writer, &style),
                                   error);
}

/**
 * xyb_sheet_table_title:
 * @title: may be of two lines
 * @n_columns: of the table
 *
 * The title: 小标宋 2号, in the middle over the whole table.
 */
gboolean
xyb_sheet_table_title (XybSheetWriter *writer,
                       const char *title,
                       guint n_columns,
                       double height,
                       GError **error)
{
  XybSheetStyle style = { .font = XYB_SHEET_FONT_TITLE,
                          .size = XYB_SHEET_TITLE_SIZE,
                          .align = XYB_SHEET_ALIGN_CENTER,
                          .wrap = TRUE };

  return xyb_sheet_writer_begin_row (writer, height, error)
         && xyb_sheet_writer_span (writer, n_columns, title,
                                   xyb_sheet_writer_format (writer, &style), error);
}

/**
 * xyb_sheet_table_small_title:
 * @title: of a 考核表
 * @n_columns: of the table
 * @width: of the table in mm
 *
 * The title in 小标宋 小2号, in proportion to what it heads; broken by sense where it is too long.
 */
gboolean
xyb_sheet_table_small_title (XybSheetWriter *writer,
                             const char *title,
                             guint n_columns,
                             double width,
                             GError **error)
{
  XybSheetStyle style = { .font = XYB_SHEET_FONT_TITLE,
                          .size = XYB_SHEET_SMALL_TITLE_SIZE,
                          .align = XYB_SHEET_ALIGN_CENTER,
                          .wrap = TRUE };
  double room = xyb_sheet_points (width) / XYB_SHEET_SMALL_TITLE_SIZE - 1;
  g_autofree char *broken = xyb_sheet_title_break (title, room);
  guint lines = xyb_sheet_text_lines (broken, room);

  return xyb_sheet_writer_begin_row (writer, lines * XYB_SHEET_SMALL_TITLE_HEIGHT, error)
         && xyb_sheet_writer_span (writer, n_columns, broken,
                                   xyb_sheet_writer_format (writer, &style), error);
}

/**
 * xyb_sheet_table_heads:
 * @heads: the official words, in order
 * @size: in points
 *
 * The head row, which comes again on every page.
 */
gboolean
xyb_sheet_table_heads (XybSheetWriter *writer,
                       const char *const *heads,
                       guint n_columns,
                       double size,
                       double height,
                       GError **error)
{
  XybSheetStyle style = { .font = XYB_SHEET_FONT_HEAD,
                          .size = size,
                          .bold = TRUE,
                          .align = XYB_SHEET_ALIGN_CENTER,
                          .wrap = TRUE };

  if (!xyb_sheet_writer_begin_row (writer, height, error))
    return FALSE;
  xyb_sheet_writer_repeat_row (writer);
  for (guint i = 0; i < n_columns; i++)
    {
      xyb_sheet_table_edges (&style, i, n_columns, TRUE, FALSE);
      if (!xyb_sheet_writer_text (writer, i, heads[i], xyb_sheet_writer_format (writer, &style),
                                  error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xyb_sheet_table_edges:
 * @style: its lines are set
 * @head: whether the cell is in the head row
 * @last: whether it is in the last row
 *
 * Thin lines inside, heavier ones around the table.
 */
void
xyb_sheet_table_edges (XybSheetStyle *style,
                       guint column,
                       guint n_columns,
                       gboolean head,
                       gboolean last)
{
  style->top = head ? XYB_SHEET_LINE_MEDIUM : XYB_SHEET_LINE_THIN;
  style->bottom = last ? XYB_SHEET_LINE_MEDIUM : XYB_SHEET_LINE_THIN;
  style->left = column == 0 ? XYB_SHEET_LINE_MEDIUM : XYB_SHEET_LINE_THIN;
  style->right = column + 1 == n_columns ? XYB_SHEET_LINE_MEDIUM : XYB_SHEET_LINE_THIN;
}
