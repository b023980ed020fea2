/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-export.h"
#include "xyb-sheet-table.h"
#include "xyb-sheet-text.h"
#include "xyb-sheet-writer.h"

/* 考核排名 as xlsx: a sheet with the units, a sheet with the count of marks of each indicator.
 * Figures are numbers, so that the clerk can go on calculating. */
#define ISSUE_SIZE 12
#define ISSUE_HEIGHT 20
#define BODY_SIZE 12
#define HEAD_HEIGHT 24
#define ROW_HEIGHT 20
#define LINE_HEIGHT 15.6
#define NOTE_SIZE 11
#define NOTE_LINE 16
#define FIXED_ROWS 12
#define SUMMARY_SHEET "各项指标"
#define RANKING_SHEET "排名"

/* mm: the 版心. */
static const double widths[XYB_RANKING_COLUMNS] = { 18, 50, 22, 22, 22, 22 };
static const double summary_widths[XYB_RANKING_SUMMARY_COLUMNS]
  = { 58, 13, 13, 20, 13, 13, 13, 13 };

typedef enum
{
  LOOK_TEXT,
  LOOK_NAME, /* flush left */
  LOOK_WHOLE,
  LOOK_POINTS,
  LOOK_PERCENT
} Look;

static XybSheetFormat *
cell_format (XybSheetWriter *writer, Look look, guint column, guint n_columns, gboolean last)
{
  static const char *const formats[] = { NULL, NULL, "0", "0.00", "0.0%" };
  XybSheetStyle style
    = { .size = BODY_SIZE,
        .align = look == LOOK_NAME ? XYB_SHEET_ALIGN_LEFT : XYB_SHEET_ALIGN_CENTER,
        .wrap = look <= LOOK_NAME,
        .number_format = formats[look] };

  xyb_sheet_table_edges (&style, column, n_columns, FALSE, last);
  return xyb_sheet_writer_format (writer, &style);
}

static gboolean
write_top (XybSheetWriter *writer, const XybRankingTable *table, guint n_columns, GError **error)
{
  XybSheetStyle left = { .size = ISSUE_SIZE };
  XybSheetStyle right = { .size = ISSUE_SIZE, .align = XYB_SHEET_ALIGN_RIGHT };

  return xyb_sheet_table_small_title (writer, table->title, n_columns, XYB_SHEET_PORTRAIT_WIDTH,
                                      error)
         && xyb_sheet_writer_begin_row (writer, ISSUE_HEIGHT, error)
         && xyb_sheet_writer_text (writer, 0, table->issue, xyb_sheet_writer_format (writer, &left),
                                   error)
         && xyb_sheet_writer_text (writer, n_columns - 1, table->as_of,
                                   xyb_sheet_writer_format (writer, &right), error);
}

/* ---- the units ---- */

/* What has no full marks has no place and no share: blank, never 0. */
static gboolean
write_row (XybSheetWriter *writer, const XybRankingRow *row, gboolean last, GError **error)
{
  XybSheetFormat *formats[XYB_RANKING_COLUMNS];
  static const Look looks[XYB_RANKING_COLUMNS]
    = { LOOK_WHOLE, LOOK_TEXT, LOOK_POINTS, LOOK_POINTS, LOOK_POINTS, LOOK_PERCENT };

  for (guint i = 0; i < XYB_RANKING_COLUMNS; i++)
    formats[i] = cell_format (writer, looks[i], i, XYB_RANKING_COLUMNS, last);
  if (!xyb_sheet_writer_begin_row (writer, ROW_HEIGHT, error)
      || !(row->place > 0 ? xyb_sheet_writer_number (writer, 0, row->place, formats[0], error)
                          : xyb_sheet_writer_text (writer, 0, NULL, formats[0], error)))
    return FALSE;
  if (!xyb_sheet_writer_text (writer, 1, row->unit, formats[1], error)
      || !xyb_sheet_writer_number (writer, 2, row->full / 100.0, formats[2], error)
      || !xyb_sheet_writer_number (writer, 3, row->deduction / 100.0, formats[3], error)
      || !xyb_sheet_writer_number (writer, 4, row->score / 100.0, formats[4], error))
    return FALSE;
  return row->full > 0
           ? xyb_sheet_writer_number (writer, 5, (double) row->score / (double) row->full,
                                      formats[5], error)
           : xyb_sheet_writer_text (writer, 5, NULL, formats[5], error);
}

static gboolean
write_note (XybSheetWriter *writer, const char *text, GError **error)
{
  XybSheetStyle style = { .size = NOTE_SIZE, .wrap = TRUE };
  double room = xyb_sheet_points (XYB_SHEET_PORTRAIT_WIDTH) / NOTE_SIZE - 1;

  return xyb_sheet_writer_begin_row (writer, xyb_sheet_text_lines (text, room) * NOTE_LINE + 8,
                                     error)
         && xyb_sheet_writer_span (writer, XYB_RANKING_COLUMNS, text,
                                   xyb_sheet_writer_format (writer, &style), error);
}

static gboolean
write_ranking (XybSheetWriter *writer, const XybRankingTable *table, GError **error)
{
  const char *heads[XYB_RANKING_COLUMNS];

  for (guint i = 0; i < XYB_RANKING_COLUMNS; i++)
    heads[i] = i == 1 ? table->unit_head : xyb_ranking_heads[i];
  xyb_sheet_writer_add_sheet (writer, RANKING_SHEET, XYB_SHEET_PORTRAIT, widths,
                              XYB_RANKING_COLUMNS);
  if (!write_top (writer, table, XYB_RANKING_COLUMNS, error)
      || !xyb_sheet_table_heads (writer, heads, XYB_RANKING_COLUMNS, BODY_SIZE, HEAD_HEIGHT, error))
    return FALSE;
  for (guint i = 0; i < table->rows->len; i++)
    if (!write_row (writer, table->rows->pdata[i], i + 1 == table->rows->len, error))
      return FALSE;
  return write_note (writer, table->summary, error);
}

/* ---- the indicators ---- */

static gboolean
write_indicator (XybSheetWriter *writer,
                 const XybRankingIndicator *indicator,
                 gboolean last,
                 GError **error)
{
  guint counts[XYB_RANKING_SUMMARY_COLUMNS - 1];
  double room = xyb_sheet_points (summary_widths[0]) / BODY_SIZE - 1;
  guint lines = xyb_sheet_text_lines (indicator->indicator, room);
  XybSheetFormat *name = cell_format (writer, LOOK_NAME, 0, XYB_RANKING_SUMMARY_COLUMNS, last);

  xyb_ranking_indicator_counts (indicator, counts);
  if (!xyb_sheet_writer_begin_row (writer, ROW_HEIGHT + (lines - 1) * LINE_HEIGHT, error)
      || !xyb_sheet_writer_text (writer, 0, indicator->indicator, name, error))
    return FALSE;
  for (guint i = 1; i < XYB_RANKING_SUMMARY_COLUMNS; i++)
    if (!xyb_sheet_writer_number (writer, i, counts[i - 1],
                                  cell_format (writer, LOOK_WHOLE, i, XYB_RANKING_SUMMARY_COLUMNS,
                                               last),
                                  error))
      return FALSE;
  return TRUE;
}

static gboolean
write_summary (XybSheetWriter *writer, const XybRankingTable *table, GError **error)
{
  xyb_sheet_writer_add_sheet (writer, SUMMARY_SHEET, XYB_SHEET_PORTRAIT, summary_widths,
                              XYB_RANKING_SUMMARY_COLUMNS);
  if (!write_top (writer, table, XYB_RANKING_SUMMARY_COLUMNS, error)
      || !xyb_sheet_table_heads (writer, xyb_ranking_summary_heads, XYB_RANKING_SUMMARY_COLUMNS,
                                 BODY_SIZE, HEAD_HEIGHT, error))
    return FALSE;
  for (guint i = 0; i < table->indicators->len; i++)
    if (!write_indicator (writer, table->indicators->pdata[i], i + 1 == table->indicators->len,
                          error))
      return FALSE;
  return TRUE;
}

/**
 * xyb_export_ranking_xlsx:
 * @table: 考核排名 of one kind of unit
 * @path: where to; an existing file is replaced when everything is right
 * @cancellable: (nullable): leaves the old file as it was
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR
 *
 * Returns: %FALSE with the old file byte for byte as it was
 */
gboolean
xyb_export_ranking_xlsx (const XybRankingTable *table,
                         const char *path,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (XybSheetWriter) writer = NULL;

  g_return_val_if_fail (table != NULL && path != NULL, FALSE);

  writer = xyb_sheet_writer_new (path, table->title,
                                 table->rows->len + table->indicators->len + FIXED_ROWS,
                                 cancellable, error);
  return writer != NULL && write_ranking (writer, table, error)
         && write_summary (writer, table, error) && xyb_sheet_writer_finish (writer, error);
}
