/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-reader.h"

#include <string.h>

#include "xyb-exchange-error.h"
#include "xyb-exchange-sentences.h"
#include "xyb-file-digest.h"
#include "xyb-i18n.h"
#include "xyb-return-file-notes.h"
#include "xyb-return-head.h"
#include "xyb-return-values.h"
#include "xyb-text.h"
#include "xyb-unit-matcher.h"
#include "xyb-workbook-reader.h"

/* B-01 asks for the head within fifteen rows; instructions above it may need a few more. */
#define MAX_ROWS_ABOVE 30

/* All rows are kept until the clerk has decided. Ten times what eleven 区镇 could ever report;
 * beyond it the file is no 附件2, whatever its heads say. */
#define MAX_ROWS 150000
#define MAX_KEPT_BYTES ((gsize) 48 << 20)

/* Somebody draws 序号 down to the end of the sheet: so many blank rows are listed, and no more. */
#define MAX_BLANK_ROWS 1000
#define MOST_NUMBER_BYTES 8

typedef struct
{
  XybReturn *result;
  const XybReturnOptions *options;
  guint sheet; /* place in result->sheets */
  XybReturnSheet *head;
  GHashTable *remembered; /* heads, with those the clerk told for this file; or NULL */
  guint rows_above;
  guint head_row;    /* from 0, of the row that begins the head */
  guint first_row;   /* place in result->rows */
  GHashTable *heads; /* column → what stands above it */
  guint blank_rows;  /* numbered or not */
  gsize *kept_bytes; /* of all sheets */
  gboolean too_much;
} Reading;

/* ---- cells ---- */

static XybRawKind
raw_kind (const XybCell *cell)
{
  switch (cell->kind)
    {
    case XYB_CELL_EMPTY:
      return cell->formula ? XYB_RAW_NOT_CALCULATED : XYB_RAW_BLANK;
    case XYB_CELL_NUMBER:
      return XYB_RAW_NUMBER;
    case XYB_CELL_DATE:
      return XYB_RAW_DATE;
    case XYB_CELL_ERROR:
      return XYB_RAW_ERROR;
    case XYB_CELL_BOOL:
    case XYB_CELL_TEXT:
    default:
      return XYB_RAW_TEXT;
    }
}

static XybReturnText *
texts_of (const XybCell *cells, guint n_cells)
{
  XybReturnText *texts = g_new0 (XybReturnText, n_cells);

  for (guint i = 0; i < n_cells; i++)
    texts[i] = (XybReturnText){ cells[i].column, cells[i].text };
  return texts;
}

/* ---- the head ---- */

static void
note_heads (Reading *self, const XybCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].text != NULL && !xyb_text_is_blank (cells[i].text))
      g_hash_table_insert (self->heads, GUINT_TO_POINTER (cells[i].column),
                           xyb_text_clean (cells[i].text));
}

static void
note_unit (Reading *self, const XybCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if ((int) cells[i].column == self->head->columns[XYB_RETURN_REVENUE]
        && self->head->unit == XYB_MONEY_UNIT_UNSAID)
      self->head->unit = xyb_return_head_unit (cells[i].text);
}

static gboolean
continues_head (Reading *self, guint row, const XybCell *cells, guint n_cells)
{
  g_autofree XybReturnText *texts = NULL;

  if (row != self->head_row + 1)
    return FALSE;
  texts = texts_of (cells, n_cells);
  if (!xyb_return_head_continue (texts, n_cells, self->remembered, self->head->columns))
    return FALSE;
  note_unit (self, cells, n_cells);
  note_heads (self, cells, n_cells);
  return TRUE;
}

static void
look_for_head (Reading *self, guint row, const XybCell *cells, guint n_cells)
{
  g_autofree XybReturnText *texts = texts_of (cells, n_cells);
  int columns[XYB_N_RETURN_FIELDS];

  for (guint i = 0; i < XYB_N_RETURN_FIELDS; i++)
    columns[i] = -1;
  xyb_return_head_match (texts, n_cells, self->remembered, columns);
  if (!xyb_return_head_is_enough (columns))
    {
      xyb_return_read_blanks (self->result, texts, n_cells);
      self->rows_above++;
      return;
    }
  memcpy (self->head->columns, columns, sizeof columns);
  self->head->header_row = row + 1;
  self->head_row = row;
  note_unit (self, cells, n_cells);
  note_heads (self, cells, n_cells);
}

/* ---- rows ---- */

/* As the 区镇 sees it: 12000万元 for a 12000 under such a format. */
static char *
shown_number (const XybCell *cell, gboolean money)
{
  g_autofree char *shown = xyb_cell_dup_shown (cell);

  return g_strconcat (shown, money ? xyb_money_unit_name (cell->unit) : NULL, NULL);
}

static void
set_raw (XybRaw *raw, const XybCell *cell, gboolean money)
{
  g_autofree char *shown
    = cell->kind == XYB_CELL_NUMBER ? shown_number (cell, money) : g_strdup (cell->text);

  xyb_raw_set (raw, raw_kind (cell), cell->column, shown);
}

static gboolean
is_numbered_blank (const XybReturnRow *row)
{
  const char *number = row->raw[XYB_RETURN_POSITION].text;

  for (guint field = XYB_RETURN_NAME; field < XYB_N_RETURN_FIELDS; field++)
    if (row->raw[field].kind != XYB_RAW_BLANK)
      return FALSE;
  return number != NULL && strlen (number) <= MOST_NUMBER_BYTES;
}

static void
keep_row (Reading *self, XybReturnRow *row)
{
  if (is_numbered_blank (row) && self->blank_rows++ >= MAX_BLANK_ROWS)
    {
      xyb_return_row_free (row);
      return;
    }
  g_ptr_array_add (self->result->rows, row);
  for (guint field = 0; field < XYB_N_RETURN_FIELDS; field++)
    if (row->raw[field].text != NULL)
      *self->kept_bytes += strlen (row->raw[field].text);
  self->too_much = self->result->rows->len > MAX_ROWS || *self->kept_bytes > MAX_KEPT_BYTES;
}

static void
read_row (Reading *self, guint row, gboolean hidden, const XybCell *cells, guint n_cells)
{
  XybReturnRow *one = xyb_return_row_new (self->sheet, row + 1, hidden);

  for (guint field = 0; field < XYB_N_RETURN_FIELDS; field++)
    for (guint i = 0; i < n_cells; i++)
      if ((int) cells[i].column == self->head->columns[field])
        set_raw (&one->raw[field], &cells[i], field == XYB_RETURN_REVENUE);
  /* A remark below the table may stand in a column the form does not have. */
  if (one->raw[XYB_RETURN_NAME].text == NULL && one->raw[XYB_RETURN_POSITION].text == NULL
      && n_cells > 0 && cells[0].text != NULL)
    set_raw (&one->raw[XYB_RETURN_POSITION], &cells[0], FALSE);
  keep_row (self, one);
}

static gboolean
row_cb (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  Reading *self = user_data;

  if (self->head->header_row == 0)
    look_for_head (self, row, cells, n_cells);
  else if (!continues_head (self, row, cells, n_cells))
    read_row (self, row, hidden, cells, n_cells);
  return !self->too_much && (self->head->header_row != 0 || self->rows_above < MAX_ROWS_ABOVE);
}

/* Above no table there is no line to fill in: 填表说明 and covers speak of 区镇 in sentences. */
static void
forget_blanks (XybReturn *self, const char *const *before)
{
  char **blanks[] = { &self->district_text, &self->officer, &self->officer_phone };

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    if (before[i] == NULL)
      g_clear_pointer (blanks[i], g_free);
}

/* ---- what is known when a sheet has been read ---- */

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  return (int) GPOINTER_TO_UINT (a) - (int) GPOINTER_TO_UINT (b);
}

static gboolean
is_column_of_form (const XybReturnSheet *sheet, guint column)
{
  for (guint field = 0; field < XYB_N_RETURN_FIELDS; field++)
    if (sheet->columns[field] == (int) column)
      return TRUE;
  return FALSE;
}

/* B-03: what stands above the columns of the form, and above those the form does not have. */
static void
keep_heads (Reading *self)
{
  XybReturnSheet *sheet = self->head;
  g_autoptr (GList) columns = g_list_sort (g_hash_table_get_keys (self->heads), compare_columns);

  for (guint field = 0; field < XYB_N_RETURN_FIELDS; field++)
    if (sheet->columns[field] >= 0)
      sheet->heads[field]
        = g_strdup (g_hash_table_lookup (self->heads, GINT_TO_POINTER (sheet->columns[field])));
  for (GList *l = columns; l != NULL; l = l->next)
    {
      guint column = GPOINTER_TO_UINT (l->data);
      const char *head = g_hash_table_lookup (self->heads, l->data);

      if (!is_column_of_form (sheet, column))
        xyb_return_sheet_add_extra (sheet, column, head,
                                    xyb_return_head_field (head, self->remembered));
    }
}

/* B-11: what is hidden is taken when the clerk says so. 序号 says nothing, and without 企业名称
 * there is no table. */
static void
leave_hidden (Reading *self)
{
  XybReturnSheet *sheet = self->head;
  XybAnswer chosen = xyb_return_choices_get_sheet (self->options->choices, sheet->name);

  if (chosen != XYB_ANSWER_OPEN)
    sheet->left = chosen == XYB_ANSWER_LEAVE;
  else
    sheet->left = sheet->hidden && !self->options->hidden_sheets;
  for (guint i = 0; i < sheet->hidden_columns->len; i++)
    {
      guint column = g_array_index (sheet->hidden_columns, guint, i);

      if (xyb_return_choices_get_column (self->options->choices, sheet->name, column)
          == XYB_ANSWER_TAKE)
        continue;
      for (guint field = XYB_RETURN_PRODUCTS; field < XYB_N_RETURN_FIELDS; field++)
        if (sheet->columns[field] == (int) column)
          sheet->left_fields |= 1 << field;
    }
}

static void
finish_sheet (Reading *self, const XybSheetSummary *summary, const char *const *before)
{
  g_array_append_vals (self->head->hidden_columns, summary->hidden_columns->data,
                       summary->hidden_columns->len);
  if (self->head->header_row != 0)
    {
      keep_heads (self);
      leave_hidden (self);
    }
  if (self->head->header_row == 0 || self->head->left)
    forget_blanks (self->result, before);
  for (guint i = self->first_row; i < self->result->rows->len; i++)
    xyb_return_row_interpret (g_ptr_array_index (self->result->rows, i), self->head,
                              self->options->usual);
}

static gboolean
read_sheet (XybReturn *result,
            const XybReturnOptions *options,
            GHashTable *remembered,
            XybWorkbook *workbook,
            guint index,
            gsize *kept_bytes,
            GCancellable *cancellable,
            GError **error)
{
  const XybSheetInfo *info = xyb_workbook_get_sheet (workbook, index);
  g_autoptr (XybSheetSummary) summary = NULL;
  g_autoptr (GHashTable) heads = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Reading reading = { .result = result,
                      .options = options,
                      .remembered = remembered,
                      .sheet = result->sheets->len,
                      .first_row = result->rows->len,
                      .heads = heads,
                      .kept_bytes = kept_bytes };
  const char *before[] = { result->district_text, result->officer, result->officer_phone };

  reading.head = xyb_return_sheet_new (info->name, info->hidden);
  g_ptr_array_add (result->sheets, reading.head);
  if (!xyb_workbook_read_sheet (workbook, index, row_cb, &reading, &summary, cancellable, error))
    return FALSE;
  if (reading.too_much)
    {
      g_propagate_error (error, xyb_sentence_limit (result->file));
      return FALSE;
    }
  finish_sheet (&reading, summary, before);
  return TRUE;
}

/* ---- where it comes from ---- */

static const XybUnit *
find_unit (const XybReturnOptions *options, gint64 id)
{
  for (guint i = 0; i < options->districts->len; i++)
    if (((XybUnit *) g_ptr_array_index (options->districts, i))->id == id)
      return g_ptr_array_index (options->districts, i);
  return NULL;
}

static const XybUnit *
district_in_cell (const XybReturn *self, const XybReturnOptions *options)
{
  g_autoptr (XybUnitMatcher) matcher = NULL;
  const XybUnit *unit;
  XybUnitMatchKind kind;

  if (self->district_text == NULL)
    return NULL;
  matcher = xyb_unit_matcher_new ((GPtrArray *) options->districts);
  unit = xyb_unit_matcher_match_kind (matcher, self->district_text, XYB_UNIT_KIND_DISTRICT, &kind);
  return unit != NULL ? unit : xyb_return_guess_district (options->districts, self->district_text);
}

static const XybUnit *
district_in_sheet (const XybReturn *self, const XybReturnOptions *options)
{
  const XybUnit *unit = NULL;

  for (guint i = 0; i < self->sheets->len && unit == NULL; i++)
    {
      const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (sheet->header_row != 0 && !sheet->left)
        unit = xyb_return_guess_district (options->districts, sheet->name);
    }
  return unit;
}

static void
set_district (XybReturn *self, const XybUnit *unit, XybDistrictSource source)
{
  if (unit == NULL || self->district_id != 0)
    return;
  self->district_id = unit->id;
  self->district = g_strdup (unit->name);
  self->district_source = source;
}

/* What was chosen, then the cell, then a sheet that holds a table, then the file's name (B-20). */
static void
find_district (XybReturn *self, const XybReturnOptions *options)
{
  const XybUnit *in_cell = district_in_cell (self, options);
  const XybUnit *in_sheet = district_in_sheet (self, options);
  const XybUnit *in_name = xyb_return_guess_district (options->districts, self->file);
  const XybUnit *said = in_cell != NULL ? in_cell : in_sheet;

  if (said != NULL)
    {
      self->said_district_id = said->id;
      self->said_district = g_strdup (said->name);
    }
  if (in_name != NULL)
    {
      self->file_district_id = in_name->id;
      self->file_district = g_strdup (in_name->name);
    }
  if (options->choices != NULL && options->choices->district_id != 0)
    set_district (self, find_unit (options, options->choices->district_id), XYB_DISTRICT_CHOSEN);
  set_district (self, in_cell, XYB_DISTRICT_FROM_CELL);
  set_district (self, in_sheet, XYB_DISTRICT_FROM_SHEET);
  set_district (self, in_name, XYB_DISTRICT_FROM_FILE);
}

/* ---- the file ---- */

/* What was told for this file goes before what is remembered. */
static GHashTable *
join_heads (const XybReturnOptions *options)
{
  GHashTable *sources[]
    = { options->remembered, options->choices != NULL ? options->choices->heads : NULL };
  GHashTable *joined = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      GHashTableIter iter;
      gpointer key;
      gpointer value;

      if (sources[i] == NULL)
        continue;
      g_hash_table_iter_init (&iter, sources[i]);
      while (g_hash_table_iter_next (&iter, &key, &value))
        g_hash_table_insert (joined, key, value);
    }
  return joined;
}

static gboolean
has_table (const XybReturn *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    if (((XybReturnSheet *) g_ptr_array_index (self->sheets, i))->header_row != 0)
      return TRUE;
  return FALSE;
}

/**
 * xyb_return_read:
 * @path: a workbook of any format that can be read
 * @options: what is known of the office
 * @cancellable: (nullable): asked now and then
 * @error: of xyb_workbook_open(), or %XYB_EXCHANGE_ERROR_FORMAT where no sheet holds a 附件2
 *
 * Decides nothing: what is hidden, unknown or doubtful is left aside and said (B-11, B-12, B-20);
 * with @options.choices the same file is read as the clerk decided.
 *
 * Returns: (transfer full): what the file says; %NULL on error
 */
XybReturn *
xyb_return_read (const char *path,
                 const XybReturnOptions *options,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (base);
  g_autoptr (XybReturn) self = xyb_return_new (shown);
  g_autoptr (GHashTable) remembered = join_heads (options);
  g_autoptr (XybFileDigest) digest = xyb_file_digest_start (path);
  g_autoptr (XybWorkbook) workbook = xyb_workbook_open (path, error);
  gsize kept_bytes = 0;

  if (workbook == NULL)
    return NULL;
  self->format = g_strdup (xyb_workbook_get_format (workbook));
  self->macros = xyb_workbook_has_macros (workbook);
  self->usual = options->usual;
  for (guint i = 0; i < xyb_workbook_get_n_sheets (workbook); i++)
    if (!read_sheet (self, options, remembered, workbook, i, &kept_bytes, cancellable, error))
      return NULL;
  if (!has_table (self))
    {
      g_set_error (
        error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_FORMAT,
        _ ("「%s」里没有找到附件2的表头（序号、企业名称、主要产品……），请核对是不是这份表。"),
        shown);
      return NULL;
    }
  self->sha256 = xyb_file_digest_finish (digest, error);
  if (self->sha256 == NULL)
    return NULL;
  if (options->districts != NULL)
    find_district (self, options);
  xyb_return_check_rows (self);
  xyb_return_note_file (self, options->choices);
  return g_steal_pointer (&self);
}
