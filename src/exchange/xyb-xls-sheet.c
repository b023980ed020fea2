/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-xls-sheet.h"

#include <math.h>
#include <string.h>

#include "xyb-exchange-error.h"
#include "xyb-exchange-sentences.h"
#include "xyb-i18n.h"
#include "xyb-xlsx-styles.h"

#define MAX_ROWS 65536
#define MAX_COLUMNS 256
#define MAX_UNSORTED 1000000
#define CHECK_EVERY 4096

/* A cell: the record it stands in, and its place in a record of many. */
typedef struct
{
  guint row;
  guint column;
  gsize record;
  guint index;
} Place;

typedef struct
{
  const XybXlsContext *context;
  const char *sheet_name;
  XybRowBuilder *builder;
  XybSheetSummary *summary;
  GCancellable *cancellable;
  gsize offset;        /* of the sheet's first record */
  guint8 *hidden_rows; /* a bit a row */
  gboolean sorted;     /* cells stand in the order of rows and columns */
  gint64 row;          /* being gathered, -1 before the first */
  gint64 column;       /* last given to the row */
  gboolean stop;       /* whoever gets the rows wants no more */
  GArray *places;      /* of Place: the cells, where they are not sorted; else NULL */
  guint n_seen;
  GString *text;
} Sheet;

static gboolean
fail (Sheet *self, GError **error)
{
  g_set_error (
    error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_DAMAGED,
    _ ("「%s」的工作表「%s」第 %u 行附近内容错乱，请用 WPS 或 Excel 打开后另存一份再试。"),
    self->context->shown, self->sheet_name, (guint) (MAX (self->row, 0) + 1));
  return FALSE;
}

/* ---- going through the records of a sheet ---- */

typedef gboolean (*RecordFunc) (Sheet *self, const XybBiff *record, GError **error);

static gboolean
check_cancelled (Sheet *self, GError **error)
{
  if (self->n_seen++ % CHECK_EVERY != 0 || !g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  g_propagate_error (error, xyb_sentence_read_cancelled (self->context->shown));
  return FALSE;
}

/* A chart inside of the sheet is a stream of its own between BOF and EOF. */
static gboolean
walk (Sheet *self, RecordFunc func, GError **error)
{
  XybBiff biff = self->context->stream;
  guint depth = 1;

  if (!xyb_biff_seek (&biff, self->offset) || biff.type != XYB_BIFF_BOF)
    return fail (self, error);
  while (depth > 0 && !self->stop)
    {
      if (!xyb_biff_next (&biff))
        return fail (self, error); /* no EOF: a part is missing */
      if (!check_cancelled (self, error))
        return FALSE;
      if (biff.type == XYB_BIFF_BOF)
        depth++;
      else if (biff.type == XYB_BIFF_EOF)
        depth--;
      else if (depth == 1 && !func (self, &biff, error))
        return FALSE;
    }
  return TRUE;
}

/* How many cells the record holds; the rows and columns of the first. */
static guint
cells_of (const XybBiff *record, guint *out_row, guint *out_column)
{
  *out_row = xyb_biff_u16 (record, 0);
  *out_column = xyb_biff_u16 (record, 2);
  switch (record->type)
    {
    case XYB_BIFF_MULRK:
      return record->size >= 12 ? (record->size - 6) / 6 : 0;
    case XYB_BIFF_FORMULA:
      return record->size >= 14;
    case XYB_BIFF_NUMBER:
      return record->size >= 14;
    case XYB_BIFF_RK:
    case XYB_BIFF_LABELSST:
      return record->size >= 10;
    case XYB_BIFF_LABEL:
    case XYB_BIFF_RSTRING:
    case XYB_BIFF_BOOLERR:
      return record->size >= 8;
    default:
      return 0;
    }
}

/* ---- first: what lies around the cells ---- */

static void
note_hidden_columns (Sheet *self, const XybBiff *record)
{
  guint last = MIN (xyb_biff_u16 (record, 2), MAX_COLUMNS - 1);

  if ((xyb_biff_u16 (record, 8) & 1) == 0)
    return;
  for (guint column = xyb_biff_u16 (record, 0); column <= last; column++)
    if (self->summary->hidden_columns->len < MAX_COLUMNS)
      g_array_append_val (self->summary->hidden_columns, column);
}

static gboolean
note_merged (Sheet *self, const XybBiff *record, GError **error)
{
  guint n = xyb_biff_u16 (record, 0);

  for (guint i = 0; i < n && 2 + 8 * (i + 1) <= record->size; i++)
    {
      XybCellRange range = { xyb_biff_u16 (record, 2 + 8 * i), xyb_biff_u16 (record, 4 + 8 * i),
                             xyb_biff_u16 (record, 6 + 8 * i), xyb_biff_u16 (record, 8 + 8 * i) };

      if (range.last_row < range.first_row || range.last_column < range.first_column)
        continue;
      if (self->summary->merged->len >= XYB_MAX_MERGED)
        {
          g_propagate_error (error, xyb_sentence_limit (self->context->shown));
          return FALSE;
        }
      g_array_append_val (self->summary->merged, range);
    }
  return TRUE;
}

static gboolean
look_around (Sheet *self, const XybBiff *record, GError **error)
{
  guint row, column;
  guint n;

  switch (record->type)
    {
    case XYB_BIFF_ROW:
      if ((xyb_biff_u16 (record, 12) & 0x20) != 0)
        self->hidden_rows[xyb_biff_u16 (record, 0) / 8] |= 1 << xyb_biff_u16 (record, 0) % 8;
      return TRUE;
    case XYB_BIFF_COLINFO:
      note_hidden_columns (self, record);
      return TRUE;
    case XYB_BIFF_MERGEDCELLS:
      return note_merged (self, record, error);
    default:
      n = cells_of (record, &row, &column);
      if (n == 0)
        return TRUE;
      self->sorted
        = self->sorted && (row > self->row || (row == self->row && column > self->column));
      self->row = row;
      self->column = column + n - 1;
      return TRUE;
    }
}

/* ---- then: the cells ---- */

static XybMoneyUnit
unit_of (Sheet *self, guint style)
{
  const XybXlsContext *context = self->context;
  guint format;

  if (style >= context->style_formats->len || g_hash_table_size (context->units) == 0)
    return XYB_MONEY_UNIT_UNSAID;
  format = g_array_index (context->style_formats, guint, style);
  return (XybMoneyUnit) GPOINTER_TO_UINT (
    g_hash_table_lookup (context->units, GUINT_TO_POINTER (format)));
}

static gboolean
is_date (Sheet *self, guint style)
{
  const XybXlsContext *context = self->context;
  guint format;

  if (style >= context->style_formats->len)
    return FALSE;
  format = g_array_index (context->style_formats, guint, style);
  if (g_hash_table_contains (context->own_formats, GUINT_TO_POINTER (format)))
    return g_hash_table_contains (context->date_formats, GUINT_TO_POINTER (format));
  return xyb_builtin_format_is_date (format);
}

/* 30 bits of a whole number or of a double's top, perhaps in hundredths. */
static double
decode_rk (guint32 rk)
{
  double number;

  if ((rk & 2) != 0)
    number = (gint32) (rk & ~3u) / 4;
  else
    {
      guint64 bits = (guint64) (rk & ~3u) << 32;

      memcpy (&number, &bits, sizeof number);
    }
  return (rk & 1) != 0 ? number / 100 : number;
}

/* The shortest text that is the same number: what the file would show without a format. */
static void
set_number (Sheet *self, XybCell *cell, double number, guint style)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *iso = NULL;

  cell->kind = XYB_CELL_NUMBER;
  cell->number = isfinite (number) ? number : 0;
  cell->unit = unit_of (self, style);
  if (is_date (self, style))
    iso = xyb_serial_to_iso (cell->number, self->context->epoch_1904);
  if (iso != NULL)
    cell->kind = XYB_CELL_DATE;
  else
    {
      g_ascii_formatd (buffer, sizeof buffer, "%.15g", cell->number);
      if (g_ascii_strtod (buffer, NULL) != cell->number)
        g_ascii_dtostr (buffer, sizeof buffer, cell->number);
    }
  g_string_assign (self->text, iso != NULL ? iso : buffer);
}

static void
set_error (Sheet *self, XybCell *cell, guint code)
{
  static const struct
  {
    guint code;
    const char *text;
  } errors[] = {
    { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0f, "#VALUE!" }, { 0x17, "#REF!" },
    { 0x1d, "#NAME?" }, { 0x24, "#NUM!" },   { 0x2a, "#N/A" },
  };

  cell->kind = XYB_CELL_ERROR;
  g_string_assign (self->text, "#VALUE!");
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    if (errors[i].code == code)
      g_string_assign (self->text, errors[i].text);
}

static void
set_bool (Sheet *self, XybCell *cell, gboolean value)
{
  cell->kind = XYB_CELL_BOOL;
  cell->number = value;
  g_string_assign (self->text, value ? "1" : "0");
}

/* The text a formula came to stands in a record of its own, behind the formula's other records. */
static gboolean
read_formula_text (Sheet *self, XybCell *cell, const XybBiff *record)
{
  XybBiff biff = *record;
  XybBiffChain chain;

  cell->kind = XYB_CELL_TEXT;
  while (xyb_biff_next (&biff))
    switch (biff.type)
      {
      case XYB_BIFF_STRING:
        xyb_biff_chain_init (&chain, &biff, 0);
        return xyb_biff_chain_text (&chain, &self->context->how, 2, self->text);
      case XYB_BIFF_SHRFMLA:
      case XYB_BIFF_ARRAY:
      case XYB_BIFF_TABLE:
      case XYB_BIFF_CONTINUE:
        continue;
      default:
        return TRUE; /* none: the text is empty */
      }
  return FALSE;
}

static gboolean
read_formula (Sheet *self, XybCell *cell, const XybBiff *record, guint style)
{
  cell->formula = TRUE;
  if (xyb_biff_u16 (record, 12) != 0xffff)
    {
      set_number (self, cell, xyb_biff_double (record, 6), style);
      return TRUE;
    }
  switch (record->body[6])
    {
    case 0:
      return read_formula_text (self, cell, record);
    case 1:
      set_bool (self, cell, record->body[8] != 0);
      return TRUE;
    case 2:
      set_error (self, cell, record->body[8]);
      return TRUE;
    default:
      return TRUE; /* an empty text */
    }
}

static gboolean
read_label (Sheet *self, XybCell *cell, const XybBiff *record)
{
  XybBiffChain chain;

  cell->kind = XYB_CELL_TEXT;
  xyb_biff_chain_init (&chain, record, 6);
  return xyb_biff_chain_text (&chain, &self->context->how, 2, self->text);
}

static gboolean
read_shared (Sheet *self, XybCell *cell, const XybBiff *record)
{
  guint32 index = xyb_biff_u32 (record, 6);

  if (index >= self->context->strings->len)
    return FALSE;
  cell->kind = XYB_CELL_TEXT;
  g_string_assign (self->text, g_ptr_array_index (self->context->strings, index));
  return TRUE;
}

/* FALSE: the file is wrong. */
static gboolean
read_value (Sheet *self, XybCell *cell, const XybBiff *record, guint index)
{
  guint style = xyb_biff_u16 (record, 4);

  g_string_truncate (self->text, 0);
  switch (record->type)
    {
    case XYB_BIFF_MULRK:
      set_number (self, cell, decode_rk (xyb_biff_u32 (record, 6 + 6 * index)),
                  xyb_biff_u16 (record, 4 + 6 * index));
      return TRUE;
    case XYB_BIFF_RK:
      set_number (self, cell, decode_rk (xyb_biff_u32 (record, 6)), style);
      return TRUE;
    case XYB_BIFF_NUMBER:
      set_number (self, cell, xyb_biff_double (record, 6), style);
      return TRUE;
    case XYB_BIFF_BOOLERR:
      if (record->body[7] != 0)
        set_error (self, cell, record->body[6]);
      else
        set_bool (self, cell, record->body[6] != 0);
      return TRUE;
    case XYB_BIFF_LABELSST:
      return read_shared (self, cell, record);
    case XYB_BIFF_FORMULA:
      return read_formula (self, cell, record, style);
    default:
      return read_label (self, cell, record);
    }
}

static gboolean
is_hidden (Sheet *self, guint row)
{
  return (self->hidden_rows[row / 8] & 1 << row % 8) != 0;
}

static gboolean
give_cell (Sheet *self, const XybBiff *record, const Place *place, GError **error)
{
  XybCell cell = { .column = place->column, .kind = XYB_CELL_EMPTY };

  if (place->column >= MAX_COLUMNS)
    return fail (self, error);
  if ((gint64) place->row != self->row)
    {
      self->stop = self->row >= 0 && !xyb_row_builder_give (self->builder);
      if (self->stop)
        return TRUE;
      self->row = place->row;
      xyb_row_builder_start (self->builder, place->row, is_hidden (self, place->row));
    }
  if (!read_value (self, &cell, record, place->index))
    return fail (self, error);
  if (self->text->len == 0)
    cell.kind = XYB_CELL_EMPTY;
  /* A formula that came to nothing is worth a word to the clerk; an empty text is not. */
  return (self->text->len == 0 && !cell.formula)
         || xyb_row_builder_add (self->builder, &cell, self->text->str, self->text->len, error);
}

static gboolean
give_record (Sheet *self, const XybBiff *record, GError **error)
{
  guint row, column;
  guint n = cells_of (record, &row, &column);

  for (guint i = 0; i < n && !self->stop; i++)
    {
      Place place = { row, column + i, record->start, i };

      if (!give_cell (self, record, &place, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- cells in no order ---- */

static gboolean
note_place (Sheet *self, const XybBiff *record, GError **error)
{
  guint row, column;
  guint n = cells_of (record, &row, &column);

  for (guint i = 0; i < n; i++)
    {
      Place place = { row, column + i, record->start, i };

      if (self->places->len >= MAX_UNSORTED)
        {
          g_propagate_error (error, xyb_sentence_limit (self->context->shown));
          return FALSE;
        }
      g_array_append_val (self->places, place);
    }
  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  return left->record < right->record ? -1 : left->record > right->record;
}

/* A cell that stands twice counts as its last record says, as in Excel. */
static gboolean
give_sorted (Sheet *self, GError **error)
{
  const Place *places;

  g_array_sort (self->places, compare_places);
  places = (const Place *) (gconstpointer) self->places->data;
  for (guint i = 0; i < self->places->len && !self->stop; i++)
    {
      XybBiff biff = self->context->stream;

      if (i + 1 < self->places->len && places[i].row == places[i + 1].row
          && places[i].column == places[i + 1].column)
        continue;
      if (!check_cancelled (self, error) || !xyb_biff_seek (&biff, places[i].record)
          || !give_cell (self, &biff, &places[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
give_unsorted (Sheet *self, GError **error)
{
  gboolean ok;

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  ok = walk (self, note_place, error) && give_sorted (self, error);
  g_clear_pointer (&self->places, g_array_unref);
  return ok;
}

static gboolean
read_cells (Sheet *self, GError **error)
{
  self->row = -1;
  if (!(self->sorted ? walk (self, give_record, error) : give_unsorted (self, error)))
    return FALSE;
  if (self->row >= 0 && !self->stop)
    xyb_row_builder_give (self->builder);
  return TRUE;
}

/**
 * xyb_xls_sheet_read:
 * @context: what belongs to the workbook
 * @offset: of the sheet's BOF record in the stream
 * @sheet_name: for sentences
 * @func: (nullable): gets the rows
 * @user_data: for @func
 * @summary: filled
 * @cancellable: (nullable): asked now and then
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Goes through the sheet twice: what is hidden and merged stands before and behind the cells, and
 * some writers put the cells in no order.
 */
gboolean
xyb_xls_sheet_read (const XybXlsContext *context,
                    gsize offset,
                    const char *sheet_name,
                    XybRowFunc func,
                    gpointer user_data,
                    XybSheetSummary *summary,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (XybRowBuilder) builder
    = xyb_row_builder_new (context->shown, context->budget, summary, func, user_data);
  g_autofree guint8 *hidden_rows = g_malloc0 (MAX_ROWS / 8);
  Sheet self = {
    .context = context,
    .sheet_name = sheet_name,
    .builder = builder,
    .summary = summary,
    .cancellable = cancellable,
    .offset = offset,
    .hidden_rows = hidden_rows,
    .sorted = TRUE,
    .row = -1,
    .column = -1,
    .text = g_string_new (NULL),
  };
  gboolean ok = walk (&self, look_around, error) && read_cells (&self, error);

  g_string_free (self.text, TRUE);
  return ok;
}
