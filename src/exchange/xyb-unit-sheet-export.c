/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-export.h"
#include "xyb-sheet-form.h"
#include "xyb-sheet-table.h"
#include "xyb-sheet-text.h"
#include "xyb-sheet-writer.h"

/* 单位考核表 as xlsx (KH-30): a sheet a unit, A4 upright, to be signed like the printed one. */
#define PAIR_SIZE 12
#define PAIR_HEIGHT 21
#define BODY_SIZE 10.5
#define HEAD_HEIGHT 24
#define ROW_HEIGHT 24
#define LINE_HEIGHT 1.35 /* ems */
#define CELL_MARGIN 1.2  /* ems, both sides together: fonts that stand in are wider */
#define EXPLANATION_HEIGHT 74
#define MAX_ROW_HEIGHT 400 /* Excel: 409 */
#define GAP_HEIGHT 20
#define SIGN_HEIGHT 26
#define FIXED_ROWS 12

#define MAX_COLUMNS 7

/* Columns of 得分制; the other mode has no 得分. The words of the form are not translated. */
enum
{
  COLUMN_NUMBER,
  COLUMN_INDICATOR,
  COLUMN_POINTS,
  COLUMN_MARK,
  COLUMN_EARNED,
  COLUMN_DEDUCTION,
  COLUMN_REASON
};

static const char *const heads[MAX_COLUMNS]
  = { "序号", "考核指标", "分值", "完成情况", "得分", "扣分", "理由" };
/* mm: the 版心. */
static const double earn_widths[MAX_COLUMNS] = { 10, 37, 17, 18, 12.5, 12.5, 49 };
static const double deduct_widths[MAX_COLUMNS] = { 10, 39, 17, 18, 0, 13, 59 };

typedef struct
{
  XybSheetWriter *writer;
  const XybUnitSheet *sheet;
  gboolean earning;
  guint n_columns;
  guint places[MAX_COLUMNS]; /* the columns the sheet has, in order */
  double widths[MAX_COLUMNS];
} Form;

static XybSheetFormat *
cell_format (const Form *self, guint column, XybSheetAlign align, gboolean bold)
{
  XybSheetStyle style = { .font = bold ? XYB_SHEET_FONT_HEAD : XYB_SHEET_FONT_BODY,
                          .size = BODY_SIZE,
                          .bold = bold,
                          .align = align,
                          .wrap = TRUE };

  xyb_sheet_table_edges (&style, column, self->n_columns, FALSE, FALSE);
  return xyb_sheet_writer_format (self->writer, &style);
}

static double
text_height (const char *text, double width)
{
  double room = xyb_sheet_points (width) / BODY_SIZE - CELL_MARGIN;

  return xyb_sheet_text_lines (text, room) * LINE_HEIGHT * BODY_SIZE + 4;
}

/* ---- above the table ---- */

static gboolean
write_top (const Form *self, GError **error)
{
  XybSheetStyle left = { .size = PAIR_SIZE };
  XybSheetStyle right = { .size = PAIR_SIZE, .align = XYB_SHEET_ALIGN_RIGHT };
  g_autofree char *unit = g_strdup_printf ("%s：%s", self->sheet->unit_head, self->sheet->unit);

  return xyb_sheet_table_small_title (self->writer, self->sheet->title, self->n_columns,
                                      XYB_SHEET_PORTRAIT_WIDTH, error)
         && xyb_sheet_writer_begin_row (self->writer, PAIR_HEIGHT, error)
         && xyb_sheet_writer_text (self->writer, 0, unit,
                                   xyb_sheet_writer_format (self->writer, &left), error)
         && xyb_sheet_writer_text (self->writer, self->n_columns - 1, self->sheet->caption,
                                   xyb_sheet_writer_format (self->writer, &right), error);
}

/* ---- the table ---- */

static const char *
cell_text (const XybUnitSheetRow *row, guint place, const char *number)
{
  const char *const texts[MAX_COLUMNS]
    = { number, row->indicator, row->points, row->mark, row->earned, row->deduction, row->reason };

  return texts[place];
}

static gboolean
is_long (guint place)
{
  return place == COLUMN_INDICATOR || place == COLUMN_REASON;
}

static gboolean
write_row (const Form *self, guint index, GError **error)
{
  const XybUnitSheetRow *row = self->sheet->rows->pdata[index];
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  double height = ROW_HEIGHT;

  for (guint i = 0; i < self->n_columns; i++)
    height = MAX (height, text_height (cell_text (row, self->places[i], number), self->widths[i]));
  if (!xyb_sheet_writer_begin_row (self->writer, MIN (height, MAX_ROW_HEIGHT), error))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      XybSheetAlign align
        = is_long (self->places[i]) ? XYB_SHEET_ALIGN_LEFT : XYB_SHEET_ALIGN_CENTER;

      if (!xyb_sheet_writer_text (self->writer, i, cell_text (row, self->places[i], number),
                                  cell_format (self, i, align, FALSE), error))
        return FALSE;
    }
  return TRUE;
}

static const char *
total_text (const XybUnitSheet *sheet, guint place)
{
  switch (place)
    {
    case COLUMN_NUMBER:
      return "合计";
    case COLUMN_POINTS:
      return sheet->full;
    case COLUMN_EARNED:
      return sheet->earned;
    case COLUMN_DEDUCTION:
      return sheet->deduction;
    case COLUMN_REASON:
      return sheet->result;
    default:
      return NULL;
    }
}

static gboolean
write_total (const Form *self, guint row, GError **error)
{
  const XybCellRange head = { row, row, 0, 1 };
  double width = self->widths[self->n_columns - 1];

  if (!xyb_sheet_writer_begin_row (self->writer,
                                   MAX (ROW_HEIGHT, text_height (self->sheet->result, width)),
                                   error))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (!xyb_sheet_writer_text (self->writer, i, total_text (self->sheet, self->places[i]),
                                cell_format (self, i, XYB_SHEET_ALIGN_CENTER, TRUE), error))
      return FALSE;
  xyb_sheet_writer_merge (self->writer, &head);
  return TRUE;
}

/* ---- 情况说明 and the lines to be signed ---- */

/* The first two columns say what it is, the others are one cell. */
static gboolean
write_explanation (const Form *self, guint row, GError **error)
{
  const XybCellRange head = { row, row, 0, 1 };
  const XybCellRange body = { row, row, 2, self->n_columns - 1 };
  double width = 0;

  for (guint i = 2; i < self->n_columns; i++)
    width += self->widths[i];
  if (!xyb_sheet_writer_begin_row (self->writer,
                                   CLAMP (text_height (self->sheet->explanation, width),
                                          EXPLANATION_HEIGHT, MAX_ROW_HEIGHT),
                                   error))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      XybSheetStyle style = { .font = i < 2 ? XYB_SHEET_FONT_HEAD : XYB_SHEET_FONT_BODY,
                              .size = BODY_SIZE,
                              .bold = i < 2,
                              .align = i < 2 ? XYB_SHEET_ALIGN_CENTER : XYB_SHEET_ALIGN_LEFT,
                              .wrap = TRUE };

      xyb_sheet_table_edges (&style, i, self->n_columns, FALSE, TRUE);
      if (!xyb_sheet_writer_text (self->writer, i,
                                  i == 0   ? "情况说明"
                                  : i == 2 ? self->sheet->explanation
                                           : NULL,
                                  xyb_sheet_writer_format (self->writer, &style), error))
        return FALSE;
    }
  xyb_sheet_writer_merge (self->writer, &head);
  xyb_sheet_writer_merge (self->writer, &body);
  return TRUE;
}

static gboolean
write_signatures (const Form *self, const char *text, double gap, GError **error)
{
  XybSheetStyle style = { .size = PAIR_SIZE };

  return xyb_sheet_writer_begin_row (self->writer, gap, error)
         && xyb_sheet_writer_begin_row (self->writer, SIGN_HEIGHT, error)
         && xyb_sheet_writer_text (self->writer, 0, text,
                                   xyb_sheet_writer_format (self->writer, &style), error);
}

static gboolean
write_form (const Form *self, GError **error)
{
  const char *shown[MAX_COLUMNS];
  guint n_rows = self->sheet->rows->len;

  for (guint i = 0; i < self->n_columns; i++)
    shown[i] = heads[self->places[i]];
  if (!write_top (self, error)
      || !xyb_sheet_table_heads (self->writer, shown, self->n_columns, BODY_SIZE, HEAD_HEIGHT,
                                 error))
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    if (!write_row (self, i, error))
      return FALSE;
  return write_total (self, n_rows + 3, error) && write_explanation (self, n_rows + 4, error)
         && write_signatures (self, "考核人：________________　　　　复核人：________________",
                              GAP_HEIGHT, error)
         && write_signatures (
           self, "单位负责人（签字、盖章）：________________　　　　日期：____________",
           GAP_HEIGHT / 2.0, error);
}

static gboolean
write_sheet (XybSheetWriter *writer, const XybUnitSheet *sheet, GError **error)
{
  Form self = { .writer = writer, .sheet = sheet, .earning = sheet->mode == XYB_SCHEME_EARN };

  for (guint i = 0; i < MAX_COLUMNS; i++)
    {
      if (!self.earning && i == COLUMN_EARNED)
        continue;
      self.places[self.n_columns] = i;
      self.widths[self.n_columns++] = self.earning ? earn_widths[i] : deduct_widths[i];
    }
  xyb_sheet_writer_add_sheet (writer, sheet->unit, XYB_SHEET_PORTRAIT, self.widths, self.n_columns);
  xyb_sheet_writer_fit_page (writer);
  return write_form (&self, error);
}

/**
 * xyb_export_unit_sheets_xlsx:
 * @sheets: (array length=n_sheets): 单位考核表
 * @n_sheets: how many, at least one: a sheet each, named by the unit
 * @path: where to; an existing file is replaced when everything is right
 * @cancellable: (nullable): leaves the old file as it was
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR
 *
 * Returns: %FALSE with the old file byte for byte as it was
 */
gboolean
xyb_export_unit_sheets_xlsx (XybUnitSheet *const *sheets,
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
    if (!write_sheet (writer, sheets[i], error))
      return FALSE;
  return xyb_sheet_writer_finish (writer, error);
}
