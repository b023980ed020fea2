/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-xlsx-sheet.h"

#include <math.h>
#include <string.h>

#include "xyb-exchange-error.h"
#include "xyb-exchange-sentences.h"
#include "xyb-i18n.h"

#define MAX_ROWS 1048576
#define MAX_COLUMNS 16384
#define MAX_MERGED 100000
#define MAX_NUMBER_TEXT 64

/* Where in the part we are. Everything else is passed over. */
typedef enum
{
  AT_ROOT,
  AT_WORKSHEET,
  AT_COLUMNS,
  AT_COLUMN,
  AT_MERGED,
  AT_MERGED_CELL,
  AT_DATA,
  AT_ROW,
  AT_CELL,
  AT_VALUE,
  AT_FORMULA,
  AT_INLINE,
  AT_INLINE_TEXT,
  AT_RUN,
  AT_RUN_TEXT
} Place;

typedef struct
{
  Place parent;
  const char *name;
  Place place;
} Step;

/* The children that matter, with their prefixes gone (B-16). */
static const Step steps[] = {
  { AT_ROW, "c", AT_CELL },
  { AT_CELL, "v", AT_VALUE },
  { AT_DATA, "row", AT_ROW },
  { AT_CELL, "is", AT_INLINE },
  { AT_INLINE, "t", AT_INLINE_TEXT },
  { AT_INLINE, "r", AT_RUN },
  { AT_RUN, "t", AT_RUN_TEXT },
  { AT_CELL, "f", AT_FORMULA },
  { AT_WORKSHEET, "sheetData", AT_DATA },
  { AT_WORKSHEET, "cols", AT_COLUMNS },
  { AT_WORKSHEET, "mergeCells", AT_MERGED },
  { AT_COLUMNS, "col", AT_COLUMN },
  { AT_MERGED, "mergeCell", AT_MERGED_CELL },
  { AT_ROOT, "worksheet", AT_WORKSHEET },
};

static const Place parents[] = {
  [AT_WORKSHEET] = AT_ROOT,   [AT_COLUMNS] = AT_WORKSHEET,  [AT_COLUMN] = AT_COLUMNS,
  [AT_MERGED] = AT_WORKSHEET, [AT_MERGED_CELL] = AT_MERGED, [AT_DATA] = AT_WORKSHEET,
  [AT_ROW] = AT_DATA,         [AT_CELL] = AT_ROW,           [AT_VALUE] = AT_CELL,
  [AT_FORMULA] = AT_CELL,     [AT_INLINE] = AT_CELL,        [AT_INLINE_TEXT] = AT_INLINE,
  [AT_RUN] = AT_INLINE,       [AT_RUN_TEXT] = AT_RUN,
};

/* The t attribute of a cell. */
typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_INLINE,
  TYPE_FORMULA_TEXT,
  TYPE_BOOL,
  TYPE_ERROR,
  TYPE_ISO_DATE
} CellType;

typedef struct
{
  const XybXlsxContext *context;
  const char *sheet_name;
  XybRowFunc func;
  gpointer user_data;
  XybSheetSummary *summary;

  Place place;
  guint skip; /* depth inside an element that does not matter */
  gint64 row; /* -1 before the first */
  gboolean row_hidden;
  GArray *cells;   /* of XybCell; text is set when the row is given out */
  GArray *offsets; /* of gssize, beside cells: into text, or -1 where text is set */
  GString *text;   /* of this row's cells */

  gint64 column; /* of the cell, -1 before the first of the row */
  CellType type;
  guint style;
  gboolean formula;
  gsize value_start; /* in text */
  gsize value_units; /* UTF-16 units of it: counted as it comes, for it comes in many pieces */
} Sheet;

static void
fail_cell (Sheet *self, XybXmlInput *input)
{
  xyb_xml_input_fail (
    input, g_error_new (
             XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_DAMAGED,
             _ ("「%s」的工作表「%s」第 %u 行附近内容错乱，请用 WPS 或 Excel 打开后另存一份再试。"),
             xyb_xml_input_get_shown_name (input), self->sheet_name, (guint) (self->row + 1)));
}

/* "AB12" → column 27, row 11. */
static gboolean
parse_reference (const char *text, gsize length, guint *out_column, guint *out_row)
{
  guint column = 0;
  guint row = 0;
  gsize i = 0;

  for (; i < length && g_ascii_isalpha (text[i]) && i < 4; i++)
    column = column * 26 + (g_ascii_toupper (text[i]) - 'A' + 1);
  if (column == 0 || column > MAX_COLUMNS || i == length || length - i > 7)
    return FALSE;
  for (; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      row = row * 10 + (text[i] - '0');
    }
  if (row == 0 || row > MAX_ROWS)
    return FALSE;
  *out_column = column - 1;
  *out_row = row - 1;
  return TRUE;
}

static void
start_row (Sheet *self, XybXmlInput *input, const XybXmlAttributes *attributes)
{
  gint64 row = self->row + 1;
  guint number;

  if (xyb_xml_uint (attributes, "r", &number))
    row = (gint64) number - 1;
  if (row <= self->row || row >= MAX_ROWS)
    {
      fail_cell (self, input);
      return;
    }
  self->row = row;
  self->row_hidden = xyb_xml_true (attributes, "hidden");
  self->column = -1;
  g_array_set_size (self->cells, 0);
  g_array_set_size (self->offsets, 0);
  g_string_truncate (self->text, 0);
}

static CellType
cell_type (const char *value, gsize length)
{
  static const struct
  {
    const char *name;
    CellType type;
  } types[] = {
    { "s", TYPE_SHARED },   { "n", TYPE_NUMBER },         { "inlineStr", TYPE_INLINE },
    { "b", TYPE_BOOL },     { "str", TYPE_FORMULA_TEXT }, { "e", TYPE_ERROR },
    { "d", TYPE_ISO_DATE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (strlen (types[i].name) == length && memcmp (types[i].name, value, length) == 0)
      return types[i].type;
  return TYPE_NUMBER;
}

static void
start_cell (Sheet *self, XybXmlInput *input, const XybXmlAttributes *attributes)
{
  gint64 column = self->column + 1;

  self->type = TYPE_NUMBER;
  self->style = 0;
  self->formula = FALSE;
  self->value_start = self->text->len;
  self->value_units = 0;
  for (int i = 0; i < attributes->n; i++)
    {
      const char *const *item = (const char *const *) attributes->items + 5 * i;
      guint read_column, read_row;

      if (item[0][0] == '\0' || item[0][1] != '\0')
        continue;
      if (item[0][0] == 'r')
        {
          if (!parse_reference (item[3], item[4] - item[3], &read_column, &read_row)
              || read_row != self->row)
            {
              fail_cell (self, input);
              return;
            }
          column = read_column;
        }
      else if (item[0][0] == 't')
        self->type = cell_type (item[3], item[4] - item[3]);
      else if (item[0][0] == 's')
        self->style = g_ascii_strtoull (item[3], NULL, 10); /* ends at the quote */
    }
  if (column <= self->column || column >= MAX_COLUMNS)
    fail_cell (self, input);
  self->column = column;
}

static gboolean
parse_shared_index (const char *text, guint *out_index)
{
  char *end;
  guint64 index = g_ascii_strtoull (text, &end, 10);

  if (end == text || *end != '\0' || index > G_MAXUINT32 || !g_ascii_isdigit (text[0]))
    return FALSE;
  *out_index = index;
  return TRUE;
}

/* Puts a text into the row's buffer in place of what has been read of the cell. */
static void
replace_value (Sheet *self, const char *text)
{
  g_string_truncate (self->text, self->value_start);
  g_string_append (self->text, text);
}

static gboolean
read_number (Sheet *self, XybCell *cell, const char *value)
{
  g_autofree char *iso = NULL;
  char *end;

  /* strtod also takes "inf", "nan" and hexadecimal. */
  if (strlen (value) > MAX_NUMBER_TEXT || value[strspn (value, "0123456789+-.eE")] != '\0')
    return FALSE;
  cell->number = g_ascii_strtod (value, &end);
  if (*end != '\0' || !isfinite (cell->number))
    return FALSE;
  cell->kind = XYB_CELL_NUMBER;
  cell->unit = xyb_xlsx_styles_get_unit (self->context->styles, self->style);
  if (!xyb_xlsx_styles_is_date (self->context->styles, self->style))
    return TRUE;
  iso = xyb_serial_to_iso (cell->number, self->context->epoch_1904);
  if (iso != NULL)
    {
      cell->kind = XYB_CELL_DATE;
      replace_value (self, iso);
    }
  return TRUE;
}

/* White space around a number means nothing (xsd:double), but some writers indent. */
static void
trim_value (Sheet *self)
{
  gsize start = self->value_start;

  while (self->text->len > start && g_ascii_isspace (self->text->str[self->text->len - 1]))
    g_string_truncate (self->text, self->text->len - 1);
  while (self->text->len > start && g_ascii_isspace (self->text->str[start]))
    g_string_erase (self->text, start, 1);
}

/* Turns what stood in <v> or <is> into the cell's kind and value. FALSE: the file is wrong. */
static gboolean
read_value (Sheet *self, XybCell *cell, gssize *offset)
{
  const char *value = self->text->str + self->value_start;
  guint index;

  switch (self->type)
    {
    case TYPE_SHARED:
      if (!parse_shared_index (value, &index)
          || (cell->text = xyb_xlsx_strings_get (self->context->strings, index)) == NULL)
        return FALSE;
      cell->kind = cell->text[0] != '\0' ? XYB_CELL_TEXT : XYB_CELL_EMPTY;
      *offset = -1;
      return TRUE;
    case TYPE_INLINE:
    case TYPE_FORMULA_TEXT:
      g_string_set_size (self->text,
                         self->value_start
                           + xyb_xlsx_text_unescape (self->text->str + self->value_start,
                                                     self->text->len - self->value_start));
      cell->kind = XYB_CELL_TEXT;
      return TRUE;
    case TYPE_ERROR:
      cell->kind = XYB_CELL_ERROR;
      return TRUE;
    case TYPE_ISO_DATE:
      cell->kind = XYB_CELL_DATE;
      return TRUE;
    case TYPE_BOOL:
      cell->kind = XYB_CELL_BOOL;
      cell->number = value[0] == '1' || value[0] == 't';
      return TRUE;
    case TYPE_NUMBER:
    default:
      return read_number (self, cell, value);
    }
}

static void
count_cell (Sheet *self, XybXmlInput *input, gsize bytes)
{
  if (*self->context->cells_left == 0 || *self->context->bytes_left < bytes)
    {
      xyb_xml_input_fail_limit (input);
      return;
    }
  *self->context->cells_left -= 1;
  *self->context->bytes_left -= bytes;
}

static void
end_cell (Sheet *self, XybXmlInput *input)
{
  XybCell cell = { .column = self->column, .kind = XYB_CELL_EMPTY, .formula = self->formula };
  gssize offset = self->value_start;

  if (self->type != TYPE_INLINE && self->type != TYPE_FORMULA_TEXT)
    trim_value (self);
  /* t="s" without <v> is an empty cell (B-16). */
  if (self->text->len > self->value_start && !read_value (self, &cell, &offset))
    {
      fail_cell (self, input);
      return;
    }
  /* A formula that was never calculated is worth a word to the clerk; a styled blank is not. */
  if (cell.kind == XYB_CELL_EMPTY && !cell.formula)
    return;
  if (cell.kind == XYB_CELL_EMPTY)
    {
      offset = -1;
      cell.text = "";
    }
  g_string_append_c (self->text, '\0');
  g_array_append_val (self->cells, cell);
  g_array_append_val (self->offsets, offset);
  count_cell (self, input, offset < 0 ? strlen (cell.text) : self->text->len - offset);
}

static void
end_row (Sheet *self, XybXmlInput *input)
{
  XybCell *cells = (XybCell *) (gpointer) self->cells->data;
  gboolean has_value = FALSE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      gssize offset = g_array_index (self->offsets, gssize, i);

      if (offset >= 0)
        cells[i].text = self->text->str + offset;
      has_value = has_value || cells[i].kind != XYB_CELL_EMPTY;
    }
  if (self->cells->len == 0)
    return;
  self->summary->n_rows += has_value;
  if (self->func != NULL
      && !self->func (self->row, self->row_hidden, cells, self->cells->len, self->user_data))
    xyb_xml_input_stop (input);
}

static void
add_hidden_columns (Sheet *self, const XybXmlAttributes *attributes)
{
  guint first = 0;
  guint last = 0;

  if (!xyb_xml_true (attributes, "hidden") || !xyb_xml_uint (attributes, "min", &first)
      || !xyb_xml_uint (attributes, "max", &last) || first == 0)
    return;
  /* A file may say it of the same columns again and again. */
  for (guint column = first - 1;
       column < MIN (last, MAX_COLUMNS) && self->summary->hidden_columns->len < MAX_COLUMNS;
       column++)
    g_array_append_val (self->summary->hidden_columns, column);
}

static void
add_merged (Sheet *self, XybXmlInput *input, const XybXmlAttributes *attributes)
{
  g_autofree char *reference = xyb_xml_dup (attributes, "ref");
  const char *colon = reference != NULL ? strchr (reference, ':') : NULL;
  XybCellRange range;

  if (colon == NULL
      || !parse_reference (reference, colon - reference, &range.first_column, &range.first_row)
      || !parse_reference (colon + 1, strlen (colon + 1), &range.last_column, &range.last_row)
      || range.last_row < range.first_row || range.last_column < range.first_column)
    return;
  if (self->summary->merged->len >= MAX_MERGED)
    xyb_xml_input_fail_limit (input);
  else
    g_array_append_val (self->summary->merged, range);
}

static void
on_start (XybXmlInput *input,
          const char *name,
          const XybXmlAttributes *attributes,
          gpointer user_data)
{
  Sheet *self = user_data;
  gsize i = 0;

  while (self->skip == 0 && i < G_N_ELEMENTS (steps)
         && (steps[i].parent != self->place || strcmp (steps[i].name, name) != 0))
    i++;
  if (self->skip > 0 || i == G_N_ELEMENTS (steps))
    {
      if (self->place == AT_ROOT)
        xyb_xml_input_fail_damaged (input);
      self->skip++;
      return;
    }
  self->place = steps[i].place;
  if (self->place == AT_CELL)
    start_cell (self, input, attributes);
  else if (self->place == AT_ROW)
    start_row (self, input, attributes);
  else if (self->place == AT_FORMULA)
    self->formula = TRUE;
  else if (self->place == AT_COLUMN)
    add_hidden_columns (self, attributes);
  else if (self->place == AT_MERGED_CELL)
    add_merged (self, input, attributes);
}

static void
on_end (XybXmlInput *input, const char *name, gpointer user_data)
{
  Sheet *self = user_data;

  if (self->skip > 0)
    {
      self->skip--;
      return;
    }
  if (self->place == AT_CELL)
    end_cell (self, input);
  else if (self->place == AT_ROW)
    end_row (self, input);
  self->place = parents[self->place];
}

static void
on_text (XybXmlInput *input, const char *text, gsize length, gpointer user_data)
{
  Sheet *self = user_data;

  if (self->skip > 0
      || (self->place != AT_VALUE && self->place != AT_INLINE_TEXT && self->place != AT_RUN_TEXT))
    return;
  g_string_append_len (self->text, text, length);
  self->value_units += xyb_xlsx_text_units (text, length);
  if (self->value_units > XYB_XLSX_MAX_TEXT)
    xyb_xml_input_fail (input, xyb_sentence_long_text (xyb_xml_input_get_shown_name (input)));
}

static const XybXmlHandler handler = { on_start, on_end, on_text };

static void
sheet_init (Sheet *self,
            const XybXlsxContext *context,
            const char *sheet_name,
            XybRowFunc func,
            gpointer user_data,
            XybSheetSummary *summary)
{
  *self = (Sheet){ .context = context,
                   .sheet_name = sheet_name,
                   .func = func,
                   .user_data = user_data,
                   .summary = summary,
                   .row = -1 };
  self->cells = g_array_new (FALSE, FALSE, sizeof (XybCell));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gssize));
  self->text = g_string_new (NULL);
}

static void
sheet_clear (Sheet *self)
{
  g_array_unref (self->cells);
  g_array_unref (self->offsets);
  g_string_free (self->text, TRUE);
}

/**
 * xyb_xlsx_sheet_read:
 * @context: of the workbook
 * @part: the sheet's part
 * @sheet_name: for sentences
 * @summary: filled
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Streams the rows of one sheet; memory stays that of one row.
 */
gboolean
xyb_xlsx_sheet_read (const XybXlsxContext *context,
                     const char *part,
                     const char *sheet_name,
                     XybRowFunc func,
                     gpointer user_data,
                     XybSheetSummary *summary,
                     GCancellable *cancellable,
                     GError **error)
{
  Sheet self;
  gboolean ok;

  sheet_init (&self, context, sheet_name, func, user_data, summary);
  ok = xyb_xml_read_part (context->zip, part, &handler, &self, cancellable, error);
  sheet_clear (&self);
  return ok;
}

gboolean
xyb_xlsx_sheet_read_rows (const XybXlsxContext *context,
                          const char *rows,
                          const char *sheet_name,
                          XybRowFunc func,
                          gpointer user_data,
                          GError **error)
{
  g_autofree char *xml
    = g_strconcat ("<worksheet><sheetData>", rows, "</sheetData></worksheet>", NULL);
  XybSheetSummary summary = { 0 };
  Sheet self;
  gboolean ok;

  sheet_init (&self, context, sheet_name, func, user_data, &summary);
  ok = xyb_xml_read_text (xyb_zip_get_shown_name (context->zip), xml, &handler, &self, error);
  sheet_clear (&self);
  return ok;
}
