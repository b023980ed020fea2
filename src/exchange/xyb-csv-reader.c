/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-exchange-error.h"
#include "xyb-exchange-sentences.h"
#include "xyb-i18n.h"
#include "xyb-row-builder.h"

/* Text tables: RFC 4180 with the separators and encodings that WPS and Excel write (DESIGN §6,
 * B-15). Every cell is text: a telephone keeps its zero. */

#define MAX_FILE_BYTES (48 << 20)
#define GUESS_LINES 20

typedef struct
{
  XybWorkbook parent;
  char *text; /* UTF-8 */
  gsize length;
  char separator;
  XybSheetBudget budget;
} Csv;

/* ---- encoding ---- */

static char *
convert (const char *bytes, gsize n, const char *from, gsize *out_length)
{
  return g_convert (bytes, n, "UTF-8", from, NULL, out_length, NULL);
}

/* Byte order marks first; then UTF-8 where every byte fits it, which Chinese text of another
 * encoding practically never does; else what Windows calls ANSI here. */
static char *
decode (const char *bytes, gsize n, gsize *out_length)
{
  if (n >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return convert (bytes + 2, n - 2, "UTF-16LE", out_length);
  if (n >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return convert (bytes + 2, n - 2, "UTF-16BE", out_length);
  if (n >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      n -= 3;
    }
  if (g_utf8_validate (bytes, n, NULL))
    {
      *out_length = n;
      return g_strndup (bytes, n);
    }
  return convert (bytes, n, "GB18030", out_length);
}

static gboolean
load (Csv *self, const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  gsize n = file != NULL ? g_mapped_file_get_length (file) : 0;

  if (n > MAX_FILE_BYTES)
    {
      g_propagate_error (error, xyb_sentence_limit (self->parent.shown));
      return FALSE;
    }
  if (n > 0)
    self->text = decode (g_mapped_file_get_contents (file), n, &self->length);
  if (self->text != NULL && memchr (self->text, '\0', self->length) == NULL)
    return TRUE;
  g_set_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_DAMAGED,
               _ ("「%s」的文字编码认不出来，请用 WPS 或 Excel 打开它，另存为 .xlsx 后再试。"),
               self->parent.shown);
  return FALSE;
}

/* ---- separator ---- */

/* How many lines in a row have the same number (above none) of @separator outside of quotes, as the
 * first such line. */
static guint
count_agreeing (const Csv *self, char separator, guint *out_each)
{
  guint lines = 0;
  guint agreeing = 0;
  guint here = 0;
  gboolean quoted = FALSE;

  *out_each = 0;
  for (gsize i = 0; i <= self->length && lines < GUESS_LINES; i++)
    {
      char c = i < self->length ? self->text[i] : '\n';

      if (c == '"')
        quoted = !quoted;
      else if (c == separator && !quoted)
        here++;
      else if (c == '\n' && !quoted)
        {
          *out_each = MAX (*out_each, here);
          agreeing += here > 0;
          here = 0;
          lines++;
        }
    }
  return agreeing;
}

/* Excel's own first line: sep=; */
static gboolean
read_declared_separator (Csv *self)
{
  if (self->length < 5 || g_ascii_strncasecmp (self->text, "sep=", 4) != 0
      || (self->text[5] != '\r' && self->text[5] != '\n' && self->text[5] != '\0'))
    return FALSE;
  self->separator = self->text[4];
  return TRUE;
}

static void
guess_separator (Csv *self)
{
  static const char candidates[] = { ',', '\t', ';' };
  guint64 best = 0;

  self->separator = ',';
  if (read_declared_separator (self))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint each;
      guint64 weight = count_agreeing (self, candidates[i], &each);

      /* Lines first, then columns: a comma in one product's name is no separator. */
      weight = weight * XYB_MAX_COLUMNS + MIN (each, XYB_MAX_COLUMNS - 1);
      if (weight <= best)
        continue;
      best = weight;
      self->separator = candidates[i];
    }
}

/* ---- rows ---- */

typedef struct
{
  const Csv *csv;
  gsize at;
  GString *value;
} Scanner;

static gboolean
at_line_end (const Scanner *self)
{
  return self->at >= self->csv->length || self->csv->text[self->at] == '\n'
         || self->csv->text[self->at] == '\r';
}

static void
skip_line_end (Scanner *self)
{
  if (self->at < self->csv->length && self->csv->text[self->at] == '\r')
    self->at++;
  if (self->at < self->csv->length && self->csv->text[self->at] == '\n')
    self->at++;
}

/* After the opening quote. A quote that is never closed takes the rest, as in Excel. */
static void
read_quoted (Scanner *self)
{
  const Csv *csv = self->csv;

  while (self->at < csv->length)
    {
      const char *quote = memchr (csv->text + self->at, '"', csv->length - self->at);
      gsize end = quote != NULL ? (gsize) (quote - csv->text) : csv->length;

      g_string_append_len (self->value, csv->text + self->at, end - self->at);
      self->at = end + 1;
      if (self->at >= csv->length || csv->text[self->at] != '"')
        return;
      g_string_append_c (self->value, '"');
      self->at++;
    }
}

static void
read_plain (Scanner *self)
{
  gsize start = self->at;

  while (!at_line_end (self) && self->csv->text[self->at] != self->csv->separator)
    self->at++;
  g_string_append_len (self->value, self->csv->text + start, self->at - start);
}

/* Excel writes ="0512" to keep a zero. */
static void
unwrap_formula (GString *value)
{
  if (value->len < 3 || !g_str_has_prefix (value->str, "=\"") || value->str[value->len - 1] != '"')
    return;
  g_string_truncate (value, value->len - 1);
  g_string_erase (value, 0, 2);
}

static void
read_field (Scanner *self)
{
  g_string_truncate (self->value, 0);
  if (!at_line_end (self) && self->csv->text[self->at] == '"')
    {
      self->at++;
      read_quoted (self);
      self->at = MIN (self->at, self->csv->length);
    }
  read_plain (self);
  unwrap_formula (self->value);
}

static gboolean
add_field (const Scanner *self, XybRowBuilder *builder, guint column, GError **error)
{
  XybCell cell = { .column = column, .kind = XYB_CELL_TEXT };

  if (self->value->len == 0)
    return TRUE;
  if (column < XYB_MAX_COLUMNS)
    return xyb_row_builder_add (builder, &cell, self->value->str, self->value->len, error);
  g_propagate_error (error, xyb_sentence_limit (self->csv->parent.shown));
  return FALSE;
}

static gboolean
read_row (Scanner *self, XybRowBuilder *builder, GError **error)
{
  for (guint column = 0;; column++, self->at++)
    {
      read_field (self);
      if (!add_field (self, builder, column, error))
        return FALSE;
      if (at_line_end (self))
        break;
    }
  skip_line_end (self);
  return TRUE;
}

static gboolean
csv_read_sheet (XybWorkbook *workbook,
                guint sheet,
                XybRowFunc func,
                gpointer user_data,
                XybSheetSummary *summary,
                GCancellable *cancellable,
                GError **error)
{
  Csv *self = (Csv *) workbook;
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (XybRowBuilder) builder
    = xyb_row_builder_new (workbook->shown, &self->budget, summary, func, user_data);
  Scanner scanner = { self, 0, value };

  if (read_declared_separator (self))
    {
      scanner.at = 5;
      skip_line_end (&scanner);
    }
  for (guint row = 0; scanner.at < self->length; row++)
    {
      if (row >= XYB_MAX_ROWS)
        {
          g_propagate_error (error, xyb_sentence_limit (workbook->shown));
          return FALSE;
        }
      if (row % 1000 == 0 && g_cancellable_is_cancelled (cancellable))
        {
          g_propagate_error (error, xyb_sentence_read_cancelled (workbook->shown));
          return FALSE;
        }
      xyb_row_builder_start (builder, row, FALSE);
      if (!read_row (&scanner, builder, error))
        return FALSE;
      if (!xyb_row_builder_give (builder))
        break;
    }
  return TRUE;
}

static void
csv_free (XybWorkbook *workbook)
{
  Csv *self = (Csv *) workbook;

  g_free (self->text);
  g_free (self);
}

static const XybWorkbookBackend backend = {
  .format = "csv",
  .free = csv_free,
  .read_sheet = csv_read_sheet,
};

/* The file's name is all a text table has for a name of its sheet. */
static char *
sheet_name (const char *shown)
{
  const char *dot = strrchr (shown, '.');

  return dot != NULL && dot > shown ? g_strndup (shown, dot - shown) : g_strdup (shown);
}

/**
 * xyb_csv_workbook_open:
 * @path: a text file with separators
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Encoding by byte order mark, else UTF-8 if valid, else GB18030; separator guessed among comma,
 * tab and semicolon, unless the file says it.
 *
 * Returns: (transfer full): a workbook of one sheet, or %NULL on error
 */
XybWorkbook *
xyb_csv_workbook_open (const char *path, GError **error)
{
  Csv *self = g_new0 (Csv, 1);
  g_autofree char *name = NULL;

  xyb_workbook_init (&self->parent, &backend, path);
  xyb_sheet_budget_init (&self->budget);
  if (!load (self, path, error))
    {
      xyb_workbook_free (&self->parent);
      return NULL;
    }
  name = sheet_name (self->parent.shown);
  xyb_workbook_add_sheet (&self->parent, name, FALSE, FALSE);
  guess_separator (self);
  return &self->parent;
}
