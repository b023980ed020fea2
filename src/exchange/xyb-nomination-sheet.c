/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-sheet.h"

#include <math.h>
#include <string.h>

#include "xyb-sheet-form.h"
#include "xyb-sheet-table.h"
#include "xyb-sheet-text.h"

/* Row heights in points: with 15 rows the form fills one sheet of A4 laid across. */
#define LABEL_HEIGHT 24
#define TITLE_HEIGHT 40
#define FILL_IN_HEIGHT 32
#define HEAD_HEIGHT 27
#define ROW_HEIGHT 22.5
#define LINE_HEIGHT 1.3    /* of a wrapped text, in ems */
#define MAX_ROW_HEIGHT 400 /* Excel: 409 */

#define BODY_SIZE 12
#define MERGED_BODY_SIZE 10 /* one column more */
#define FILL_IN_SIZE 14
#define PROGRESS_ROWS 500

#define MAX_COLUMNS (XYB_NOMINATION_COLUMNS + 1)
#define FILL_IN_GAP 7 /* between a line to write on and the table */
#define DISTRICT_HEAD "区镇"
#define CELL_MARGIN 0.5 /* ems, both sides together */
#define INDENT_EMS 0.8

/* Columns of the tables that are not merged begin with 序号. */
enum
{
  FIELD_DISTRICT,
  FIELD_NUMBER,
  FIELD_NAME,
  FIELD_PRODUCTS,
  FIELD_REVENUE,
  FIELD_HEADCOUNT,
  FIELD_CONTACT,
  FIELD_PHONE
};

/* Widths in ems of the body. A column gives what it does not need down to the least, which holds
 * its head, and takes up to the most; longer texts wrap. */
typedef struct
{
  double usual, least, most;
  XybSheetAlign align;
  guint indent;
  gboolean is_text;
  const char *number_format;
} Column;

static const Column columns[MAX_COLUMNS] = {
  [FIELD_DISTRICT] = { 7.5, 5, 8, XYB_SHEET_ALIGN_CENTER, 0, TRUE, NULL },
  [FIELD_NUMBER] = { 3, 2.7, 6, XYB_SHEET_ALIGN_CENTER, 0, FALSE, "0" },
  [FIELD_NAME] = { 14.5, 12, 23, XYB_SHEET_ALIGN_LEFT, 1, TRUE, NULL },
  [FIELD_PRODUCTS] = { 8, 6, 14, XYB_SHEET_ALIGN_LEFT, 1, TRUE, NULL },
  [FIELD_REVENUE] = { 7.2, 6.5, 14, XYB_SHEET_ALIGN_RIGHT, 1, FALSE, "General\"万元\"" },
  [FIELD_HEADCOUNT] = { 4.8, 4.5, 8, XYB_SHEET_ALIGN_RIGHT, 1, FALSE, "0" },
  [FIELD_CONTACT] = { 4.7, 4, 8, XYB_SHEET_ALIGN_CENTER, 0, TRUE, NULL },
  /* 「@」: what a 区镇 types into the blank form stays text, leading zeros and all (ENT-04). */
  [FIELD_PHONE] = { 11, 8.5, 15, XYB_SHEET_ALIGN_LEFT, 1, TRUE, "@" },
};

/* 万元 with exactly the decimals a value has: 1 分 is the sixth. A format of `0.######` would print
 * 12000.万元. */
static const char *const revenue_formats[] = {
  "0\"万元\"",      "0.0\"万元\"",     "0.00\"万元\"",     "0.000\"万元\"",
  "0.0000\"万元\"", "0.00000\"万元\"", "0.000000\"万元\"",
};
#define FEN_PER_WAN 1000000

typedef struct
{
  XybSheetWriter *writer;
  const XybNominationTable *table;
  gboolean form; /* to be filled in by a 区镇 */
  guint first;   /* first field: 区镇 only in the merged table */
  guint n_columns;
  guint n_rows;
  double size;                             /* of the body, in points */
  double widths[MAX_COLUMNS];              /* ems of the body, by field */
  gboolean wraps[MAX_COLUMNS];             /* some text of the field needs more than one line */
  XybSheetFormat *formats[2][MAX_COLUMNS]; /* by last row, field */
  XybSheetFormat *revenue[2][G_N_ELEMENTS (revenue_formats)]; /* by last row, decimals */
} Sheet;

static const char *
field_text (const XybNomination *row, guint field)
{
  switch (field)
    {
    case FIELD_DISTRICT:
      return row->unit_name;
    case FIELD_NAME:
      return row->enterprise_name;
    case FIELD_PRODUCTS:
      return row->products;
    case FIELD_CONTACT:
      return row->contact;
    case FIELD_PHONE:
      return row->phone;
    default:
      return NULL;
    }
}

static guint
decimals_of (gint64 fen)
{
  gint64 rest = ABS (fen % FEN_PER_WAN);
  guint decimals = 6;

  while (decimals > 0 && rest % 10 == 0)
    {
      rest /= 10;
      decimals--;
    }
  return decimals;
}

static guint
digits_of (gint64 number)
{
  guint digits = 1;

  while ((number /= 10) != 0)
    digits++;
  return digits;
}

/* Width of what a number shows. */
static double
number_width (const XybNomination *row, guint field)
{
  guint decimals;

  if (field == FIELD_HEADCOUNT && row->headcount != XYB_UNSAID)
    return digits_of (row->headcount) * XYB_SHEET_EM_FIGURE;
  if (field != FIELD_REVENUE || row->revenue_fen == XYB_UNSAID)
    return 0;
  decimals = decimals_of (row->revenue_fen);
  return (digits_of (row->revenue_fen / FEN_PER_WAN) + decimals + (decimals > 0))
           * XYB_SHEET_EM_FIGURE
         + 2; /* 万元 */
}

/* Width of a column without its margins. */
static double
column_room (double width, guint field)
{
  return width - CELL_MARGIN - INDENT_EMS * columns[field].indent;
}

static double
column_need (Sheet *self, guint field)
{
  double widest = field == FIELD_NUMBER ? digits_of (self->n_rows) * XYB_SHEET_EM_FIGURE : 0;

  for (guint i = 0; i < self->table->rows->len && field != FIELD_NUMBER; i++)
    {
      const XybNomination *row = g_ptr_array_index (self->table->rows, i);
      const char *text = field_text (row, field);

      self->wraps[field] = self->wraps[field] || (text != NULL && strchr (text, '\n') != NULL);
      widest = MAX (widest, text != NULL ? xyb_sheet_text_width (text) : number_width (row, field));
    }
  return widest + CELL_MARGIN + INDENT_EMS * columns[field].indent;
}

/* Makes the columns as wide as the page together: those that need more take it from those that have
 * some to spare. A number never goes short, it would print as ####; no row may wrap a normal
 * company name. */
static void
fit_columns (Sheet *self)
{
  double whole = xyb_sheet_points (XYB_SHEET_LANDSCAPE_WIDTH) / self->size;
  double needs[MAX_COLUMNS];
  double wishes[MAX_COLUMNS];
  double usual = 0;
  double wanted = 0;
  double spare = 0;
  double given;

  for (guint i = self->first; i < MAX_COLUMNS; i++)
    usual += columns[i].usual;
  for (guint i = self->first; i < MAX_COLUMNS; i++)
    {
      self->widths[i] = columns[i].usual * whole / usual;
      wishes[i] = column_need (self, i);
      needs[i] = MAX (wishes[i], columns[i].least);
      if (columns[i].is_text)
        needs[i] = MIN (needs[i], columns[i].most);
      if (self->table->rows->len == 0)
        needs[i] = self->widths[i];
      wanted += MAX (needs[i] - self->widths[i], 0);
      spare += MAX (self->widths[i] - needs[i], 0);
    }
  given = MIN (wanted, spare);
  for (guint i = self->first; i < MAX_COLUMNS; i++)
    {
      double missing = needs[i] - self->widths[i];

      if (missing > 0 && !columns[i].is_text)
        self->widths[i] = needs[i]; /* the page is then fitted a little smaller */
      else if (missing > 0)
        self->widths[i] += missing * given / wanted;
      else if (missing < 0)
        self->widths[i] += missing * given / spare;
      self->wraps[i] = self->wraps[i] || wishes[i] > self->widths[i];
    }
}

static void
make_formats (Sheet *self)
{
  for (guint last = 0; last < 2; last++)
    for (guint i = self->first; i < MAX_COLUMNS; i++)
      {
        const Column *column = columns + i;
        XybSheetStyle style = { .size = self->size,
                                .align = column->align,
                                .indent = column->indent,
                                .wrap = column->is_text,
                                .number_format = column->number_format,
                                .unlocked = self->form };

        xyb_sheet_table_edges (&style, i - self->first, self->n_columns, FALSE, last);
        self->formats[last][i] = xyb_sheet_writer_format (self->writer, &style);
        for (guint k = 0; i == FIELD_REVENUE && k < G_N_ELEMENTS (revenue_formats); k++)
          {
            style.number_format = revenue_formats[k];
            self->revenue[last][k] = xyb_sheet_writer_format (self->writer, &style);
          }
      }
}

/* In a form the line is the cell's own: whatever is typed or chosen from a list, it stays whole. */
static gboolean
write_form_blank (Sheet *self, guint column, const char *text, GError **error)
{
  XybSheetStyle style = { .size = FILL_IN_SIZE,
                          .bottom = XYB_SHEET_LINE_THIN,
                          .shrink = TRUE,
                          .align = XYB_SHEET_ALIGN_CENTER,
                          .number_format = "@",
                          .unlocked = TRUE };

  return xyb_sheet_writer_text (self->writer, column, text,
                                xyb_sheet_writer_format (self->writer, &style), error);
}

/* A blank to be filled in: the line is the underline of the cell's text, so that it stays clear of
 * the table; typing into the cell keeps it. */
static gboolean
write_blank (Sheet *self, guint column, guint field, const char *text, GError **error)
{
  XybSheetStyle style
    = { .size = FILL_IN_SIZE, .underline = TRUE, .shrink = TRUE, .align = XYB_SHEET_ALIGN_CENTER };
  double width = self->widths[field] * self->size / FILL_IN_SIZE - CELL_MARGIN;
  g_autofree char *padded = xyb_sheet_text_pad (text != NULL ? text : "", width);

  if (self->form)
    return write_form_blank (self, column, text, error);
  return xyb_sheet_writer_text (self->writer, column, padded,
                                xyb_sheet_writer_format (self->writer, &style), error);
}

/* 区镇____　业务负责人____　联系方式____: one line above the table (§3.1, ENT-05). */
static gboolean
write_fill_in (Sheet *self, GError **error)
{
  XybSheetStyle left = { .size = FILL_IN_SIZE };
  XybSheetStyle right
    = { .size = FILL_IN_SIZE, .align = XYB_SHEET_ALIGN_RIGHT, .indent = self->form };
  XybSheetFormat *before = xyb_sheet_writer_format (self->writer, &left);
  XybSheetFormat *after = xyb_sheet_writer_format (self->writer, &right);

  return xyb_sheet_writer_begin_row (self->writer, FILL_IN_HEIGHT - (self->form ? FILL_IN_GAP : 0),
                                     error)
         && xyb_sheet_writer_text (self->writer, 0, "区镇", before, error)
         && write_blank (self, XYB_FORM_DISTRICT_COLUMN, FIELD_NAME, self->table->district, error)
         && xyb_sheet_writer_text (self->writer, 2, "业务负责人", after, error)
         && write_blank (self, XYB_FORM_OFFICER_COLUMN, FIELD_REVENUE, self->table->officer, error)
         && xyb_sheet_writer_text (self->writer, 5, "联系方式", after, error)
         && write_blank (self, XYB_FORM_OFFICER_PHONE_COLUMN, FIELD_PHONE,
                         self->table->officer_phone, error)
         && (!self->form || xyb_sheet_writer_begin_row (self->writer, FILL_IN_GAP, error));
}

static gboolean
write_top (Sheet *self, GError **error)
{
  const char *heads[MAX_COLUMNS] = { DISTRICT_HEAD };
  double room = xyb_sheet_points (XYB_SHEET_LANDSCAPE_WIDTH) / XYB_SHEET_TITLE_SIZE - 1;
  g_autofree char *title = xyb_sheet_title_break (self->table->title, room);
  guint lines = xyb_sheet_text_lines (title, room);

  for (guint i = 0; i < XYB_NOMINATION_COLUMNS; i++)
    heads[i + 1] = xyb_nomination_heads[i];
  return xyb_sheet_table_label (self->writer, self->table->label, LABEL_HEIGHT, error)
         && xyb_sheet_table_title (self->writer, title, self->n_columns, lines * TITLE_HEIGHT,
                                   error)
         && (self->table->merged || write_fill_in (self, error))
         && xyb_sheet_table_heads (self->writer, heads + self->first, self->n_columns, self->size,
                                   HEAD_HEIGHT, error);
}

/* As high as its longest text needs; rows of one line are all equal. */
static double
row_height (const Sheet *self, const XybNomination *row)
{
  guint lines = 1;

  for (guint i = self->first; row != NULL && i < MAX_COLUMNS; i++)
    {
      const char *text = self->wraps[i] ? field_text (row, i) : NULL;

      if (text != NULL)
        lines = MAX (lines, xyb_sheet_text_lines (text, column_room (self->widths[i], i)));
    }
  return MIN (ROW_HEIGHT + (lines - 1) * LINE_HEIGHT * self->size, MAX_ROW_HEIGHT);
}

/* Below 2⁵³ 分 the division is exact to the last bit; beyond it the long way. */
static double
revenue_of (gint64 fen)
{
  if (ABS (fen) < (G_GINT64_CONSTANT (1) << 53))
    return (double) fen / FEN_PER_WAN;
  return xyb_amount_to_cell (fen, XYB_MONEY_UNIT_WAN);
}

static gboolean
write_revenue (Sheet *self, guint column, gint64 fen, gboolean last, GError **error)
{
  return xyb_sheet_writer_number (self->writer, column, revenue_of (fen),
                                  self->revenue[last][decimals_of (fen)], error);
}

static gboolean
write_field (Sheet *self,
             guint field,
             guint index,
             const XybNomination *row,
             gboolean last,
             GError **error)
{
  guint column = field - self->first;
  XybSheetFormat *format = self->formats[last][field];

  if (field == FIELD_NUMBER)
    return xyb_sheet_writer_number (self->writer, column, index + 1, format, error);
  if (row != NULL && field == FIELD_REVENUE && row->revenue_fen != XYB_UNSAID)
    return write_revenue (self, column, row->revenue_fen, last, error);
  if (row != NULL && field == FIELD_HEADCOUNT && row->headcount != XYB_UNSAID)
    return xyb_sheet_writer_number (self->writer, column, row->headcount, format, error);
  return xyb_sheet_writer_text (self->writer, column, row != NULL ? field_text (row, field) : NULL,
                                format, error);
}

static gboolean
write_row (Sheet *self, guint index, GError **error)
{
  GPtrArray *rows = self->table->rows;
  const XybNomination *row = index < rows->len ? g_ptr_array_index (rows, index) : NULL;
  gboolean last = index + 1 == self->n_rows;

  if (!xyb_sheet_writer_begin_row (self->writer, row_height (self, row), error))
    return FALSE;
  for (guint field = self->first; field < MAX_COLUMNS; field++)
    if (!write_field (self, field, index, row, last, error))
      return FALSE;
  return TRUE;
}

static void
advance (XybSheetProgress *progress)
{
  progress->done++;
  if (progress->func != NULL
      && (progress->done % PROGRESS_ROWS == 0 || progress->done == progress->total))
    progress->func (progress->done, progress->total, progress->user_data);
}

/**
 * xyb_nomination_sheet_count_rows:
 *
 * Returns: how many numbered rows the table has
 */
guint
xyb_nomination_sheet_count_rows (const XybNominationTable *table)
{
  return MAX (table->rows->len, table->min_rows);
}

/* What is typed below the last row looks and behaves like what is in the table. */
static void
fill_columns (Sheet *self)
{
  for (guint i = self->first; i < MAX_COLUMNS; i++)
    {
      const Column *column = columns + i;
      XybSheetStyle style = { .size = self->size,
                              .align = column->align,
                              .indent = column->indent,
                              .wrap = column->is_text,
                              .number_format = column->number_format,
                              .unlocked = TRUE };

      xyb_sheet_writer_fill_column (self->writer, i - self->first,
                                    xyb_sheet_writer_format (self->writer, &style));
    }
}

/**
 * xyb_nomination_sheet_write:
 * @table: 附件2: blank, of one 区镇, or merged
 * @form: whether a 区镇 is to fill it in: its cells are unlocked, its blanks blank
 * @progress: told of every row
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Adds the sheet to @writer.
 */
gboolean
xyb_nomination_sheet_write (XybSheetWriter *writer,
                            const XybNominationTable *table,
                            gboolean form,
                            XybSheetProgress *progress,
                            GError **error)
{
  Sheet self = { .writer = writer,
                 .table = table,
                 .form = form,
                 .n_rows = xyb_nomination_sheet_count_rows (table) };
  double millimetres[MAX_COLUMNS];

  self.first = table->merged ? FIELD_DISTRICT : FIELD_NUMBER;
  self.n_columns = MAX_COLUMNS - self.first;
  self.size = table->merged ? MERGED_BODY_SIZE : BODY_SIZE;
  fit_columns (&self);
  make_formats (&self);
  for (guint i = self.first; i < MAX_COLUMNS; i++)
    millimetres[i] = self.widths[i] * self.size / xyb_sheet_points (1);
  xyb_sheet_writer_add_sheet (writer, table->sheet_name, XYB_SHEET_LANDSCAPE,
                              millimetres + self.first, self.n_columns);
  if (form)
    fill_columns (&self);
  if (!write_top (&self, error))
    return FALSE;
  if (form)
    xyb_sheet_writer_freeze (writer, 0);
  for (guint i = 0; i < self.n_rows; i++)
    {
      if (!write_row (&self, i, error))
        return FALSE;
      advance (progress);
    }
  return TRUE;
}
