/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-reader.h"

#include <string.h>

#include "xyb-exchange-error.h"
#include "xyb-i18n.h"
#include "xyb-return-head.h"
#include "xyb-return-values.h"
#include "xyb-unit-matcher.h"
#include "xyb-workbook-reader.h"

/* B-01 asks for the head within fifteen rows; instructions above it may need a few more. */
#define MAX_ROWS_ABOVE 30

typedef struct
{
  XybReturn *result;
  const XybReturnOptions *options;
  guint sheet; /* place in result->sheets */
  XybReturnSheet *head;
  guint rows_above;
  guint head_row; /* from 0, of the row that begins the head */
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
  if (!xyb_return_head_continue (texts, n_cells, self->options->remembered, self->head->columns))
    return FALSE;
  note_unit (self, cells, n_cells);
  return TRUE;
}

static void
look_for_head (Reading *self, guint row, const XybCell *cells, guint n_cells)
{
  g_autofree XybReturnText *texts = texts_of (cells, n_cells);
  int columns[XYB_N_RETURN_FIELDS];

  for (guint i = 0; i < XYB_N_RETURN_FIELDS; i++)
    columns[i] = -1;
  xyb_return_head_match (texts, n_cells, self->options->remembered, columns);
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
}

/* ---- rows ---- */

static void
read_row (Reading *self, guint row, gboolean hidden, const XybCell *cells, guint n_cells)
{
  XybReturnRow *one = xyb_return_row_new (self->sheet, row + 1, hidden);

  for (guint field = 0; field < XYB_N_RETURN_FIELDS; field++)
    for (guint i = 0; i < n_cells; i++)
      if ((int) cells[i].column == self->head->columns[field])
        xyb_raw_set (&one->raw[field], raw_kind (&cells[i]), cells[i].column, cells[i].text);
  /* A remark below the table may stand in a column the form does not have. */
  if (one->raw[XYB_RETURN_NAME].text == NULL && one->raw[XYB_RETURN_POSITION].text == NULL
      && n_cells > 0 && cells[0].text != NULL)
    xyb_raw_set (&one->raw[XYB_RETURN_POSITION], raw_kind (&cells[0]), cells[0].column,
                 cells[0].text);
  xyb_return_row_interpret (one, self->head, self->options->usual, self->options->hidden_sheets);
  g_ptr_array_add (self->result->rows, one);
}

static gboolean
row_cb (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  Reading *self = user_data;

  if (self->head->header_row == 0)
    look_for_head (self, row, cells, n_cells);
  else if (!continues_head (self, row, cells, n_cells))
    read_row (self, row, hidden, cells, n_cells);
  return self->head->header_row != 0 || self->rows_above < MAX_ROWS_ABOVE;
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

static gboolean
read_sheet (XybReturn *result,
            const XybReturnOptions *options,
            XybWorkbook *workbook,
            guint index,
            GCancellable *cancellable,
            GError **error)
{
  const XybSheetInfo *info = xyb_workbook_get_sheet (workbook, index);
  g_autoptr (XybSheetSummary) summary = NULL;
  Reading reading = { .result = result, .options = options, .sheet = result->sheets->len };
  const char *before[] = { result->district_text, result->officer, result->officer_phone };

  reading.head = xyb_return_sheet_new (info->name, info->hidden);
  g_ptr_array_add (result->sheets, reading.head);
  if (!xyb_workbook_read_sheet (workbook, index, row_cb, &reading, &summary, cancellable, error))
    return FALSE;
  if (reading.head->header_row == 0)
    forget_blanks (result, before);
  g_array_append_vals (reading.head->hidden_columns, summary->hidden_columns->data,
                       summary->hidden_columns->len);
  return TRUE;
}

/* ---- where it comes from ---- */

static void
set_district (XybReturn *self, const XybUnit *unit, XybDistrictSource source)
{
  if (unit == NULL || self->district_id != 0)
    return;
  self->district_id = unit->id;
  self->district = g_strdup (unit->name);
  self->district_source = source;
}

/* The cell first, then a sheet that holds a table, then the file's name (B-20). */
static void
find_district (XybReturn *self, const XybReturnOptions *options)
{
  g_autoptr (XybUnitMatcher) matcher = xyb_unit_matcher_new ((GPtrArray *) options->districts);
  const XybUnit *in_name = xyb_return_guess_district (options->districts, self->file);

  self->file_district_id = in_name != NULL ? in_name->id : 0;
  if (self->district_text != NULL)
    {
      XybUnitMatchKind kind;
      const XybUnit *unit
        = xyb_unit_matcher_match_kind (matcher, self->district_text, XYB_UNIT_KIND_DISTRICT, &kind);

      if (unit == NULL)
        unit = xyb_return_guess_district (options->districts, self->district_text);
      set_district (self, unit, XYB_DISTRICT_FROM_CELL);
    }
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (sheet->header_row != 0 && !sheet->hidden)
        set_district (self, xyb_return_guess_district (options->districts, sheet->name),
                      XYB_DISTRICT_FROM_SHEET);
    }
  set_district (self, in_name, XYB_DISTRICT_FROM_FILE);
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
  g_autoptr (XybWorkbook) workbook = xyb_workbook_open (path, error);

  if (workbook == NULL)
    return NULL;
  self->format = g_strdup (xyb_workbook_get_format (workbook));
  self->macros = xyb_workbook_has_macros (workbook);
  for (guint i = 0; i < xyb_workbook_get_n_sheets (workbook); i++)
    if (!read_sheet (self, options, workbook, i, cancellable, error))
      return NULL;
  if (!has_table (self))
    {
      g_set_error (
        error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_FORMAT,
        _ ("「%s」里没有找到附件2的表头（序号、企业名称、主要产品……），请核对是不是这份表。"),
        shown);
      return NULL;
    }
  find_district (self, options);
  xyb_return_check_rows (self);
  return g_steal_pointer (&self);
}
