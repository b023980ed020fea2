/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-export.h"
#include "xyb-sheet-table.h"
#include "xyb-sheet-text.h"
#include "xyb-sheet-writer.h"

/* Row heights in points, after the printed form: label on the first line, title from the third. */
#define LABEL_HEIGHT 30
#define GAP_HEIGHT 24
#define TITLE_LINE_HEIGHT 38
#define TITLE_GAP_HEIGHT 21
#define ROW_HEIGHT 31.5
#define NOTE_LINE_HEIGHT 20

#define BODY_SIZE 14
#define NOTE_SIZE 12
#define FIXED_ROWS 8

static const double widths[XYB_QUOTA_TABLE_COLUMNS] = { 60, 48, 48 }; /* mm: the 版心 */

static gboolean
write_top (XybSheetWriter *writer, const XybQuotaTable *table, GError **error)
{
  double room = xyb_sheet_points (XYB_SHEET_PORTRAIT_WIDTH) / XYB_SHEET_TITLE_SIZE - 1;
  g_autofree char *title = xyb_sheet_title_break (table->title, room);
  guint lines = xyb_sheet_text_lines (title, room);

  return xyb_sheet_table_label (writer, table->label, LABEL_HEIGHT, error)
         && xyb_sheet_writer_begin_row (writer, GAP_HEIGHT, error)
         && xyb_sheet_table_title (writer, title, XYB_QUOTA_TABLE_COLUMNS,
                                   lines * TITLE_LINE_HEIGHT, error)
         && xyb_sheet_writer_begin_row (writer, TITLE_GAP_HEIGHT, error);
}

/* QUO-02: what nobody has said is a blank cell, never 0. */
static gboolean
write_count (XybSheetWriter *writer,
             guint column,
             gint64 count,
             XybSheetFormat *format,
             GError **error)
{
  if (count == XYB_UNSAID)
    return xyb_sheet_writer_text (writer, column, NULL, format, error);
  return xyb_sheet_writer_number (writer, column, count, format, error);
}

static gboolean
write_row (XybSheetWriter *writer,
           const char *name,
           gint64 accreditation,
           gint64 city_model,
           gboolean total,
           GError **error)
{
  XybSheetFormat *formats[XYB_QUOTA_TABLE_COLUMNS];
  XybSheetStyle style = { .font = total ? XYB_SHEET_FONT_HEAD : XYB_SHEET_FONT_BODY,
                          .size = BODY_SIZE,
                          .bold = total,
                          .align = XYB_SHEET_ALIGN_CENTER };

  for (guint i = 0; i < XYB_QUOTA_TABLE_COLUMNS; i++)
    {
      style.wrap = i == 0;
      style.number_format = i == 0 ? NULL : "0";
      xyb_sheet_table_edges (&style, i, XYB_QUOTA_TABLE_COLUMNS, FALSE, total);
      formats[i] = xyb_sheet_writer_format (writer, &style);
    }
  return xyb_sheet_writer_begin_row (writer, ROW_HEIGHT, error)
         && xyb_sheet_writer_text (writer, 0, name, formats[0], error)
         && write_count (writer, 1, accreditation, formats[1], error)
         && write_count (writer, 2, city_model, formats[2], error);
}

static gboolean
write_note (XybSheetWriter *writer, const char *note, GError **error)
{
  XybSheetStyle style = { .size = NOTE_SIZE, .wrap = TRUE };
  guint lines;

  if (note == NULL)
    return TRUE;
  lines = xyb_sheet_text_lines (note, xyb_sheet_points (XYB_SHEET_PORTRAIT_WIDTH) / NOTE_SIZE - 1);
  return xyb_sheet_writer_begin_row (writer, lines * NOTE_LINE_HEIGHT + NOTE_LINE_HEIGHT / 2, error)
         && xyb_sheet_writer_span (writer, XYB_QUOTA_TABLE_COLUMNS, note,
                                   xyb_sheet_writer_format (writer, &style), error);
}

static gboolean
write_table (XybSheetWriter *writer, const XybQuotaTable *table, GError **error)
{
  if (!write_top (writer, table, error)
      || !xyb_sheet_table_heads (writer, table->heads, XYB_QUOTA_TABLE_COLUMNS, BODY_SIZE,
                                 ROW_HEIGHT, error))
    return FALSE;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const XybQuotaTableRow *row = g_ptr_array_index (table->rows, i);

      if (!write_row (writer, row->name, row->accreditation, row->city_model, FALSE, error))
        return FALSE;
    }
  return write_row (writer, "合计", table->total_accreditation, table->total_city_model, TRUE,
                    error)
         && write_note (writer, table->note, error);
}

/**
 * xyb_export_quota_xlsx:
 * @table: 附件1
 * @path: where to; an existing file is replaced when everything is right
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR
 *
 * Writes 附件1 for A4 upright (QUO-03): numbers are numbers, what is blank stays blank (QUO-02).
 * Whether the quotas sum to the plan's target is the caller's to check; a note of the mismatch is
 * put below the table.
 *
 * Returns: %FALSE with the old file byte for byte as it was
 */
gboolean
xyb_export_quota_xlsx (const XybQuotaTable *table, const char *path, GError **error)
{
  g_autoptr (XybSheetWriter) writer = NULL;

  g_return_val_if_fail (table != NULL && path != NULL, FALSE);

  writer = xyb_sheet_writer_new (path, table->title, table->rows->len + FIXED_ROWS, NULL, error);
  if (writer == NULL)
    return FALSE;
  xyb_sheet_writer_add_sheet (writer, table->label, XYB_SHEET_PORTRAIT, widths,
                              XYB_QUOTA_TABLE_COLUMNS);
  return write_table (writer, table, error) && xyb_sheet_writer_finish (writer, error);
}
