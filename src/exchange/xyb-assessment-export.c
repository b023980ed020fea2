/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-export.h"
#include "xyb-sheet-table.h"
#include "xyb-sheet-text.h"
#include "xyb-sheet-writer.h"

/* 考核表 as xlsx: title, issue and date, the table as printed, 说明 below (KH-04 … KH-06). */
#define ISSUE_SIZE 12
#define ISSUE_HEIGHT 19
#define GAP_HEIGHT 6
#define HEAD_LINE 1.3 /* ems */
#define HEAD_PADDING 5
#define NOTE_LINE 1.3
#define NOTES_GAP 6 /* between the table and its notes */
#define ROW_HEIGHT 22.5
#define MIN_ROW_HEIGHT 13.25
#define ROW_STEP 0.25
#define REMARK_LINE 1.35
#define REMARK_MARGIN 0.5 /* ems: fonts that stand in are wider */
#define CELL_MARGIN 0.6   /* ems, both sides together */
#define NOTE_HANG 1.0     /* ems a line of a note loses to the cell's sides */
#define FIXED_ROWS 6

/* Between the margins of a sheet, in points. */
#define UPRIGHT_HEIGHT (225 * 72 / 25.4)
#define LYING_HEIGHT (156 * 72 / 25.4)

typedef struct
{
  XybSheetWriter *writer;
  const XybAssessmentPaper *paper;
  const XybAssessmentTable *table;
  XybAssessmentShape *shape;
  guint n_columns;
  double head_height;
  double row_height;
  gboolean broken;          /* pages end where those of the original did */
  XybSheetFormat *units[2]; /* by whether the row is the last of a page */
  XybSheetFormat *remarks[2];
  XybSheetFormat *marks[2];
} Sheet;

/* ---- heights ---- */

static double
column_ems (const Sheet *self, guint column, double size)
{
  return xyb_sheet_points (self->shape->widths[column]) / size - CELL_MARGIN;
}

static double
measure_head (const Sheet *self)
{
  guint lines = 1;

  for (guint i = 0; i < self->n_columns; i++)
    lines = MAX (lines, xyb_sheet_text_lines (self->table->heads->pdata[i],
                                              column_ems (self, i, self->shape->head_size)));
  return lines * self->shape->head_size * HEAD_LINE + HEAD_PADDING;
}

/* mm */
static double
whole_width (const Sheet *self)
{
  double whole = 0;

  for (guint i = 0; i < self->n_columns; i++)
    whole += self->shape->widths[i];
  return whole;
}

static double
whole_ems (const Sheet *self, double size)
{
  return xyb_sheet_points (whole_width (self)) / size;
}

static double
note_height (const Sheet *self, const char *text)
{
  double size = self->shape->note_size;

  return xyb_sheet_text_lines (text, whole_ems (self, size) - NOTE_HANG) * size * NOTE_LINE;
}

static char *
number_note (const Sheet *self, guint index)
{
  return g_strdup_printf ("%u. %s", index + 1, (char *) self->table->notes->pdata[index]);
}

static double
measure_notes (const Sheet *self)
{
  double height
    = self->table->notes->len > 0 ? note_height (self, self->table->notes_head) + NOTES_GAP : 0;

  for (guint i = 0; i < self->table->notes->len; i++)
    {
      g_autofree char *note = number_note (self, i);

      height += note_height (self, note);
    }
  return height;
}

static gboolean
has_issue (const XybAssessmentPaper *paper)
{
  return paper->issue != NULL || paper->as_of != NULL;
}

static double
measure_top (const Sheet *self)
{
  return XYB_SHEET_SMALL_TITLE_HEIGHT + (has_issue (self->paper) ? ISSUE_HEIGHT : GAP_HEIGHT);
}

/* What the remark of a row needs, however close rows are set. */
static double
remark_height (const Sheet *self, const XybAssessmentRow *row)
{
  double size = self->shape->body_size;
  double room = column_ems (self, self->n_columns - 1, size) - REMARK_MARGIN;

  if (row->remark[0] == '\0')
    return 0;
  return xyb_sheet_text_lines (row->remark, room) * REMARK_LINE * size;
}

/* Whether every page of the original holds its rows of @height, @below the last one. */
static gboolean
pages_hold (const Sheet *self, double height, double below)
{
  double page = self->shape->lying ? LYING_HEIGHT : UPRIGHT_HEIGHT;
  double room = page - measure_top (self) - self->head_height;

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      const XybAssessmentRow *row = self->table->rows->pdata[i];
      gboolean last = i + 1 == self->table->rows->len;

      room -= MAX (height, remark_height (self, row));
      if (room < (last ? below : 0))
        return FALSE;
      if (row->page_ends)
        room = page - self->head_height;
    }
  return TRUE;
}

/* Rows as high as the fullest page allows: between the breaks of the original they fill a page
 * together with their head, with the title on the first and the notes on the last. Pages that
 * remarks have outgrown end where they are full. */
static void
measure_rows (Sheet *self)
{
  double below = measure_notes (self);

  self->broken = TRUE;
  for (self->row_height = ROW_HEIGHT; self->row_height > MIN_ROW_HEIGHT;
       self->row_height -= ROW_STEP)
    if (pages_hold (self, self->row_height, below))
      return;
  self->broken = pages_hold (self, MIN_ROW_HEIGHT, 0);
}

/* ---- the sheet ---- */

static void
make_formats (Sheet *self)
{
  double size = self->shape->body_size;

  for (guint last = 0; last < 2; last++)
    {
      XybSheetStyle style = { .size = size, .align = XYB_SHEET_ALIGN_CENTER, .shrink = TRUE };

      xyb_sheet_table_edges (&style, 0, self->n_columns, FALSE, last);
      self->units[last] = xyb_sheet_writer_format (self->writer, &style);
      xyb_sheet_table_edges (&style, 1, self->n_columns, FALSE, last);
      self->marks[last] = xyb_sheet_writer_format (self->writer, &style);
      xyb_sheet_table_edges (&style, self->n_columns - 1, self->n_columns, FALSE, last);
      style.shrink = FALSE;
      style.wrap = TRUE;
      self->remarks[last] = xyb_sheet_writer_format (self->writer, &style);
    }
}

/* 《工作信息》2020年第1期 at the left, 截至2020年1月21日 at the right: texts run over the empty
 * cells beside them. */
static gboolean
write_issue (Sheet *self, GError **error)
{
  XybSheetStyle left = { .size = ISSUE_SIZE };
  XybSheetStyle right = { .size = ISSUE_SIZE, .align = XYB_SHEET_ALIGN_RIGHT };

  if (!has_issue (self->paper))
    return xyb_sheet_writer_begin_row (self->writer, GAP_HEIGHT, error);
  if (!xyb_sheet_writer_begin_row (self->writer, ISSUE_HEIGHT, error))
    return FALSE;
  if (self->paper->issue != NULL
      && !xyb_sheet_writer_text (self->writer, 0, self->paper->issue,
                                 xyb_sheet_writer_format (self->writer, &left), error))
    return FALSE;
  return self->paper->as_of == NULL
         || xyb_sheet_writer_text (self->writer, self->n_columns - 1, self->paper->as_of,
                                   xyb_sheet_writer_format (self->writer, &right), error);
}

static gboolean
write_row (Sheet *self, const XybAssessmentRow *row, gboolean end, GError **error)
{
  XybSheetWriter *writer = self->writer;
  gboolean breaks = self->broken && row->page_ends && !end;
  gboolean last = end || breaks;

  if (!xyb_sheet_writer_begin_row (writer, MAX (self->row_height, remark_height (self, row)), error)
      || !xyb_sheet_writer_text (writer, 0, row->unit, self->units[last], error))
    return FALSE;
  for (guint i = 0; i + 2 < self->n_columns; i++)
    if (!xyb_sheet_writer_text (writer, i + 1, i < row->cells->len ? row->cells->pdata[i] : NULL,
                                self->marks[last], error))
      return FALSE;
  if (breaks)
    xyb_sheet_writer_end_page (writer);
  return xyb_sheet_writer_text (writer, self->n_columns - 1, row->remark, self->remarks[last],
                                error);
}

static gboolean
write_note (Sheet *self, const char *text, double extra, GError **error)
{
  XybSheetStyle style = { .size = self->shape->note_size, .wrap = TRUE };

  return xyb_sheet_writer_begin_row (self->writer, note_height (self, text) + extra, error)
         && xyb_sheet_writer_span (self->writer, self->n_columns, text,
                                   xyb_sheet_writer_format (self->writer, &style), error);
}

static gboolean
write_notes (Sheet *self, GError **error)
{
  if (self->table->notes->len == 0)
    return TRUE;
  if (!write_note (self, self->table->notes_head, NOTES_GAP, error))
    return FALSE;
  for (guint i = 0; i < self->table->notes->len; i++)
    {
      g_autofree char *note = number_note (self, i);

      if (!write_note (self, note, 0, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_table (Sheet *self, GError **error)
{
  GPtrArray *rows = self->table->rows;

  if (!xyb_sheet_table_small_title (self->writer, self->table->title, self->n_columns,
                                    whole_width (self), error)
      || !write_issue (self, error)
      || !xyb_sheet_table_heads (self->writer, (const char *const *) self->table->heads->pdata,
                                 self->n_columns, self->shape->head_size, self->head_height, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!write_row (self, rows->pdata[i], i + 1 == rows->len, error))
      return FALSE;
  return write_notes (self, error);
}

static gboolean
write_sheet (XybSheetWriter *writer, const XybAssessmentPaper *paper, GError **error)
{
  g_autoptr (XybAssessmentShape) shape = xyb_assessment_shape_new (paper->table);
  Sheet self = { .writer = writer,
                 .paper = paper,
                 .table = paper->table,
                 .shape = shape,
                 .n_columns = shape->n_columns };

  self.head_height = measure_head (&self);
  measure_rows (&self);
  xyb_sheet_writer_add_sheet (writer, paper->table->heads->pdata[0],
                              shape->lying ? XYB_SHEET_LANDSCAPE : XYB_SHEET_PORTRAIT,
                              shape->widths, self.n_columns);
  make_formats (&self);
  return write_table (&self, error);
}

/**
 * xyb_export_assessments_xlsx:
 * @papers: (array length=n_papers): 考核表
 * @n_papers: how many, at least one: a sheet each, in order
 * @path: where to; an existing file is replaced when everything is right
 * @cancellable: (nullable): leaves the old file as it was
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR
 *
 * Writes the tables exactly as they are printed: words, order, marks as text, blank cells blank,
 * heads repeated and pages ended as in the original. A frozen table gives the file it gave when it
 * was frozen.
 *
 * Returns: %FALSE with the old file byte for byte as it was
 */
gboolean
xyb_export_assessments_xlsx (const XybAssessmentPaper *papers,
                             guint n_papers,
                             const char *path,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (XybSheetWriter) writer = NULL;
  guint n_rows = 0;

  g_return_val_if_fail (papers != NULL && n_papers > 0 && path != NULL, FALSE);

  for (guint i = 0; i < n_papers; i++)
    n_rows += papers[i].table->rows->len + papers[i].table->notes->len + FIXED_ROWS;
  writer = xyb_sheet_writer_new (path, papers[0].table->title, n_rows, cancellable, error);
  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < n_papers; i++)
    if (!write_sheet (writer, &papers[i], error))
      return FALSE;
  return xyb_sheet_writer_finish (writer, error);
}
