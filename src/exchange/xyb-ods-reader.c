/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "xyb-exchange-error.h"
#include "xyb-exchange-sentences.h"
#include "xyb-number-format.h"
#include "xyb-row-builder.h"
#include "xyb-xml-input.h"

/* OpenDocument spreadsheets: one part holds every sheet. It is read once for the names of the
 * sheets and once for each sheet that is asked for. Repeated rows and columns are capped. */

#define CONTENT "content.xml"
#define MAX_SHEETS 1000
#define EPOCH_JULIAN 693594 /* 1899-12-30 as GDate counts */

typedef struct
{
  XybWorkbook parent;
  XybZip *zip;
  XybSheetBudget budget;
} Ods;

static void
ignore_end (XybXmlInput *input, const char *name, gpointer user_data)
{
}

static gboolean
is (const XybXmlAttributes *attributes, const char *name, const char *wanted)
{
  const char *value;
  gsize length;

  return xyb_xml_find (attributes, name, &value, &length) && strlen (wanted) == length
         && memcmp (value, wanted, length) == 0;
}

static gboolean
has (const XybXmlAttributes *attributes, const char *name)
{
  const char *value;
  gsize length;

  return xyb_xml_find (attributes, name, &value, &length);
}

/* number-columns-repeated and its like; at least one. */
static guint
repeats (const XybXmlAttributes *attributes, const char *name, guint max)
{
  guint n = 1;

  /* Too large a number is still many. */
  if (!xyb_xml_uint (attributes, name, &n))
    return has (attributes, name) ? max : 1;
  return CLAMP (n, 1, max);
}

/* ---- the list of sheets ---- */

typedef struct
{
  Ods *ods;
  GHashTable *hidden_styles; /* names of table styles that are not displayed */
  char *style;               /* the style being read */
  guint depth_of_table;      /* tables inside of cells are no sheets */
} Listing;

static void
list_start (XybXmlInput *input,
            const char *name,
            const XybXmlAttributes *attributes,
            gpointer user_data)
{
  Listing *self = user_data;

  if (strcmp (name, "style") == 0)
    {
      g_free (self->style);
      self->style = xyb_xml_dup (attributes, "name");
    }
  else if (strcmp (name, "table-properties") == 0)
    {
      if (self->style != NULL && is (attributes, "display", "false"))
        g_hash_table_add (self->hidden_styles, g_strdup (self->style));
    }
  else if (strcmp (name, "table") == 0 && self->depth_of_table++ == 0)
    {
      g_autofree char *sheet = xyb_xml_dup (attributes, "name");
      g_autofree char *style = xyb_xml_dup (attributes, "style-name");

      if (self->ods->parent.sheets->len >= MAX_SHEETS)
        xyb_xml_input_fail_limit (input);
      else
        xyb_workbook_add_sheet (&self->ods->parent, sheet != NULL ? sheet : "",
                                style != NULL && g_hash_table_contains (self->hidden_styles, style),
                                FALSE);
    }
}

static void
list_end (XybXmlInput *input, const char *name, gpointer user_data)
{
  Listing *self = user_data;

  if (strcmp (name, "table") == 0)
    self->depth_of_table--;
}

static gboolean
list_sheets (Ods *self, GError **error)
{
  static const XybXmlHandler handler = { list_start, list_end, NULL };
  g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Listing listing = { self, hidden, NULL, 0 };
  gboolean ok = xyb_xml_read_part (self->zip, CONTENT, &handler, &listing, NULL, error);

  g_free (listing.style);
  if (!ok || self->parent.sheets->len > 0)
    return ok;
  g_propagate_error (error, xyb_sentence_damaged (self->parent.shown));
  return FALSE;
}

static void
find_encryption (XybXmlInput *input,
                 const char *name,
                 const XybXmlAttributes *attributes,
                 gpointer user_data)
{
  if (strcmp (name, "encryption-data") == 0)
    *(gboolean *) user_data = TRUE;
}

static gboolean
check_open (Ods *self, GError **error)
{
  static const XybXmlHandler handler = { find_encryption, ignore_end, NULL };
  gboolean encrypted = FALSE;

  if (xyb_zip_has_part (self->zip, "META-INF/manifest.xml")
      && !xyb_xml_read_part (self->zip, "META-INF/manifest.xml", &handler, &encrypted, NULL, error))
    return FALSE;
  if (!encrypted)
    return TRUE;
  g_propagate_error (error, xyb_sentence_encrypted (self->parent.shown));
  return FALSE;
}

/* ---- one sheet ---- */

typedef struct
{
  guint wanted; /* number of the sheet */
  guint next;   /* number of the next sheet that begins */
  guint depth_of_table;
  guint skip; /* depth inside what holds no value: a comment, a drawing, a table in a cell */
  XybRowBuilder *builder;
  XybSheetSummary *summary;

  guint row;
  guint row_repeats;
  guint column;
  guint hidden_column; /* next column that a column element is about */
  gboolean in_row;

  gboolean in_cell;
  gboolean covered;
  guint cell_repeats;
  XybCell cell;
  char *value; /* of an attribute, or NULL: the text counts */
  guint n_paragraphs;
  guint depth_of_paragraph;
  GString *text;
} Reading;

static void
fail_or_stop (XybXmlInput *input, GError *error)
{
  if (error != NULL)
    xyb_xml_input_fail (input, error);
  else
    xyb_xml_input_stop (input);
}

static void
start_column (Reading *self, const XybXmlAttributes *attributes)
{
  guint n = repeats (attributes, "number-columns-repeated", XYB_MAX_COLUMNS);
  gboolean hidden
    = is (attributes, "visibility", "collapse") || is (attributes, "visibility", "filter");

  for (guint i = 0; i < n && self->hidden_column < XYB_MAX_COLUMNS; i++, self->hidden_column++)
    if (hidden)
      g_array_append_val (self->summary->hidden_columns, self->hidden_column);
}

static void
start_row (Reading *self, const XybXmlAttributes *attributes)
{
  gboolean hidden
    = is (attributes, "visibility", "collapse") || is (attributes, "visibility", "filter");

  self->row_repeats = repeats (attributes, "number-rows-repeated", XYB_MAX_ROWS);
  self->column = 0;
  self->in_row = TRUE;
  xyb_row_builder_start (self->builder, self->row, hidden);
}

static void
end_row (Reading *self, XybXmlInput *input)
{
  GError *error = NULL;

  self->in_row = FALSE;
  if (xyb_row_builder_get_n_cells (self->builder) > 0)
    {
      gboolean more = xyb_row_builder_give (self->builder);

      for (guint i = 1; more && i < self->row_repeats; i++)
        if (self->row + i >= XYB_MAX_ROWS)
          {
            xyb_xml_input_fail_limit (input);
            return;
          }
        else
          more = xyb_row_builder_give_again (self->builder, self->row + i, &error);
      if (!more)
        {
          fail_or_stop (input, error);
          return;
        }
    }
  self->row = MIN (self->row + self->row_repeats, XYB_MAX_ROWS);
}

static void
add_merged (Reading *self, XybXmlInput *input, const XybXmlAttributes *attributes)
{
  guint rows = repeats (attributes, "number-rows-spanned", XYB_MAX_ROWS);
  guint columns = repeats (attributes, "number-columns-spanned", XYB_MAX_COLUMNS);
  XybCellRange range = { self->row, MIN (self->row + rows, XYB_MAX_ROWS) - 1, self->column,
                         MIN (self->column + columns, XYB_MAX_COLUMNS) - 1 };

  if (rows * (guint64) columns == 1 || self->row >= XYB_MAX_ROWS || self->column >= XYB_MAX_COLUMNS)
    return;
  if (self->summary->merged->len >= XYB_MAX_MERGED)
    xyb_xml_input_fail_limit (input);
  else
    g_array_append_val (self->summary->merged, range);
}

/* office:value-type → what the cell is, and the attribute that holds it exactly. */
static void
start_value (Reading *self, const XybXmlAttributes *attributes)
{
  static const struct
  {
    const char *type;
    XybCellKind kind;
    const char *attribute;
  } types[] = {
    { "string", XYB_CELL_TEXT, "string-value" },   { "float", XYB_CELL_NUMBER, "value" },
    { "percentage", XYB_CELL_NUMBER, "value" },    { "currency", XYB_CELL_NUMBER, "value" },
    { "date", XYB_CELL_DATE, "date-value" },       { "time", XYB_CELL_TEXT, NULL },
    { "boolean", XYB_CELL_BOOL, "boolean-value" },
  };

  self->cell = (XybCell){ .column = self->column, .kind = XYB_CELL_TEXT };
  g_clear_pointer (&self->value, g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (is (attributes, "value-type", types[i].type))
      {
        self->cell.kind = types[i].kind;
        if (types[i].attribute != NULL)
          self->value = xyb_xml_dup (attributes, types[i].attribute);
      }
  self->cell.formula = has (attributes, "formula");
}

static void
start_cell (Reading *self, XybXmlInput *input, const XybXmlAttributes *attributes, gboolean covered)
{
  self->in_cell = TRUE;
  self->covered = covered;
  self->cell_repeats = repeats (attributes, "number-columns-repeated", XYB_MAX_COLUMNS);
  self->n_paragraphs = 0;
  self->depth_of_paragraph = 0;
  g_string_truncate (self->text, 0);
  start_value (self, attributes);
  if (!covered)
    add_merged (self, input, attributes);
}

/* The error a formula came to stands as its text. */
static gboolean
is_error_text (const char *text)
{
  static const char *const errors[]
    = { "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!" };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    if (strcmp (text, errors[i]) == 0)
      return TRUE;
  return g_str_has_prefix (text, "Err:");
}

/* 2020-04-15T08:30:00 as Excel counts days, for those who want to reckon with it. */
static double
serial_of (const char *iso)
{
  GDate date;
  int year, month, day;
  int hour = 0, minute = 0, second = 0;

  if (sscanf (iso, "%4d-%2d-%2dT%2d:%2d:%2d", &year, &month, &day, &hour, &minute, &second) < 3
      || !g_date_valid_dmy (CLAMP (day, 0, 99), CLAMP (month, 0, 99), CLAMP (year, 0, 9999)))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return (double) g_date_get_julian (&date) - EPOCH_JULIAN
         + (hour * 3600 + minute * 60 + second) / 86400.0;
}

/* FALSE: there is nothing in the cell. */
static gboolean
finish_value (Reading *self)
{
  const char *text = self->value != NULL ? self->value : self->text->str;

  switch (self->cell.kind)
    {
    case XYB_CELL_NUMBER:
      self->cell.number = g_ascii_strtod (text, NULL);
      if (*text == '\0' || !isfinite (self->cell.number))
        self->cell.kind = XYB_CELL_TEXT;
      else if (self->value != NULL)
        self->cell.unit = xyb_number_shown_unit (self->text->str, self->cell.number);
      break;
    case XYB_CELL_BOOL:
      self->cell.number = strcmp (text, "true") == 0;
      g_free (self->value);
      self->value = g_strdup (self->cell.number != 0 ? "1" : "0");
      break;
    case XYB_CELL_DATE:
      self->cell.number = serial_of (text);
      break;
    case XYB_CELL_EMPTY:
    case XYB_CELL_TEXT:
    case XYB_CELL_ERROR:
    default:
      break;
    }
  if (self->cell.formula && is_error_text (self->text->str))
    {
      self->cell.kind = XYB_CELL_ERROR;
      g_clear_pointer (&self->value, g_free);
    }
  text = self->value != NULL ? self->value : self->text->str;
  if (*text != '\0')
    return TRUE;
  /* A formula that was never calculated is worth a word to the clerk; a styled blank is not. */
  self->cell.kind = XYB_CELL_EMPTY;
  return self->cell.formula;
}

static void
end_cell (Reading *self, XybXmlInput *input)
{
  const char *text;

  self->in_cell = FALSE;
  /* What lies under a merged cell is not seen by anybody. */
  if (!self->covered && finish_value (self))
    {
      text = self->value != NULL ? self->value : self->text->str;
      for (guint i = 0; i < self->cell_repeats; i++)
        {
          GError *error = NULL;

          self->cell.column = self->column + i;
          if (self->cell.column >= XYB_MAX_COLUMNS)
            {
              xyb_xml_input_fail_limit (input);
              return;
            }
          if (!xyb_row_builder_add (self->builder, &self->cell, text, strlen (text), &error))
            {
              xyb_xml_input_fail (input, error);
              return;
            }
        }
    }
  self->column = MIN (self->column + self->cell_repeats, XYB_MAX_COLUMNS);
}

/* Paragraphs are lines; <text:s text:c="3"/> is three spaces. */
static void
start_text (Reading *self, XybXmlInput *input, const char *name, const XybXmlAttributes *attributes)
{
  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      if (self->depth_of_paragraph++ == 0 && self->n_paragraphs++ > 0)
        g_string_append_c (self->text, '\n');
    }
  else if (self->depth_of_paragraph == 0)
    self->skip = 1;
  else if (strcmp (name, "s") == 0)
    {
      guint n = repeats (attributes, "c", XYB_MAX_CELL_CHARS);

      for (guint i = 0; i < n && self->text->len <= 4 * XYB_MAX_CELL_CHARS; i++)
        g_string_append_c (self->text, ' ');
    }
  else if (strcmp (name, "tab") == 0)
    g_string_append_c (self->text, '\t');
  else if (strcmp (name, "line-break") == 0)
    g_string_append_c (self->text, '\n');
  else if (strcmp (name, "span") != 0 && strcmp (name, "a") != 0)
    self->skip = 1; /* ruby, notes, fields without a value */
}

static gboolean
is_wanted (const Reading *self)
{
  return self->depth_of_table == 1 && self->next == self->wanted + 1;
}

static void
read_start (XybXmlInput *input,
            const char *name,
            const XybXmlAttributes *attributes,
            gpointer user_data)
{
  Reading *self = user_data;

  if (self->skip > 0)
    self->skip++;
  else if (self->in_cell)
    start_text (self, input, name, attributes);
  else if (strcmp (name, "table") == 0)
    {
      if (self->depth_of_table++ == 0)
        self->next++;
    }
  else if (!is_wanted (self))
    return;
  else if (strcmp (name, "table-column") == 0)
    start_column (self, attributes);
  else if (strcmp (name, "table-row") == 0)
    start_row (self, attributes);
  else if (self->in_row && strcmp (name, "table-cell") == 0)
    start_cell (self, input, attributes, FALSE);
  else if (self->in_row && strcmp (name, "covered-table-cell") == 0)
    start_cell (self, input, attributes, TRUE);
}

static void
read_end (XybXmlInput *input, const char *name, gpointer user_data)
{
  Reading *self = user_data;

  if (self->skip > 0)
    self->skip--;
  else if (self->in_cell
           && (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0))
    end_cell (self, input);
  else if (self->in_cell)
    {
      if ((strcmp (name, "p") == 0 || strcmp (name, "h") == 0) && self->depth_of_paragraph > 0)
        self->depth_of_paragraph--;
    }
  else if (strcmp (name, "table") == 0)
    {
      if (is_wanted (self))
        xyb_xml_input_stop (input);
      self->depth_of_table--;
    }
  else if (self->in_row && strcmp (name, "table-row") == 0)
    end_row (self, input);
}

static void
read_text (XybXmlInput *input, const char *text, gsize length, gpointer user_data)
{
  Reading *self = user_data;

  if (self->skip > 0 || !self->in_cell || self->depth_of_paragraph == 0)
    return;
  /* Four bytes a character at the most: what is longer is refused when the cell ends. */
  if (self->text->len <= 4 * XYB_MAX_CELL_CHARS)
    g_string_append_len (self->text, text, length);
}

static gboolean
ods_read_sheet (XybWorkbook *workbook,
                guint sheet,
                XybRowFunc func,
                gpointer user_data,
                XybSheetSummary *summary,
                GCancellable *cancellable,
                GError **error)
{
  static const XybXmlHandler handler = { read_start, read_end, read_text };
  Ods *self = (Ods *) workbook;
  g_autoptr (XybRowBuilder) builder
    = xyb_row_builder_new (workbook->shown, &self->budget, summary, func, user_data);
  Reading reading = { .wanted = sheet, .builder = builder, .summary = summary };
  gboolean ok;

  reading.text = g_string_new (NULL);
  ok = xyb_xml_read_part (self->zip, CONTENT, &handler, &reading, cancellable, error);
  g_string_free (reading.text, TRUE);
  g_free (reading.value);
  return ok;
}

static void
ods_free (XybWorkbook *workbook)
{
  Ods *self = (Ods *) workbook;

  g_clear_pointer (&self->zip, xyb_zip_free);
  g_free (self);
}

static const XybWorkbookBackend backend = {
  .format = "ods",
  .free = ods_free,
  .read_sheet = ods_read_sheet,
};

/**
 * xyb_ods_workbook_open:
 * @path: a zip with the parts of an OpenDocument spreadsheet
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Reads the list of sheets. Sheets are streamed when asked for.
 *
 * Returns: (transfer full): the workbook, or %NULL on error
 */
XybWorkbook *
xyb_ods_workbook_open (const char *path, GError **error)
{
  Ods *self = g_new0 (Ods, 1);

  xyb_workbook_init (&self->parent, &backend, path);
  xyb_sheet_budget_init (&self->budget);
  self->zip = xyb_zip_open (path, error);
  if (self->zip == NULL || !check_open (self, error) || !list_sheets (self, error))
    {
      xyb_workbook_free (&self->parent);
      return NULL;
    }
  return &self->parent;
}
