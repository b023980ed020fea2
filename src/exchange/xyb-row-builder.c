/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-row-builder.h"

#include <string.h>

#include "xyb-exchange-sentences.h"

#define MAX_CELLS G_GUINT64_CONSTANT (3000000)
#define MAX_TEXT_BYTES (G_GUINT64_CONSTANT (512) << 20)

struct _XybRowBuilder
{
  const char *shown;        /* borrowed: the file's name */
  XybSheetBudget *budget;   /* borrowed: of the workbook */
  XybSheetSummary *summary; /* borrowed */
  XybRowFunc func;
  gpointer user_data;

  guint row;
  gboolean hidden;
  GArray *cells;   /* of XybCell; text is set when the row is given out */
  GArray *offsets; /* of gsize, beside cells: into text */
  GString *text;
};

/**
 * xyb_sheet_budget_init:
 * @self: what one workbook may hold
 */
void
xyb_sheet_budget_init (XybSheetBudget *self)
{
  self->cells_left = MAX_CELLS;
  self->bytes_left = MAX_TEXT_BYTES;
}

/**
 * xyb_row_builder_new:
 * @shown: the file's name, for sentences; must outlive the builder
 * @budget: of the workbook; counted down
 * @summary: of the sheet; its rows are counted
 * @func: (nullable): gets the rows
 * @user_data: for @func
 *
 * Returns: (transfer full): a builder without a row
 */
XybRowBuilder *
xyb_row_builder_new (const char *shown,
                     XybSheetBudget *budget,
                     XybSheetSummary *summary,
                     XybRowFunc func,
                     gpointer user_data)
{
  XybRowBuilder *self = g_new0 (XybRowBuilder, 1);

  self->shown = shown;
  self->budget = budget;
  self->summary = summary;
  self->func = func;
  self->user_data = user_data;
  self->cells = g_array_new (FALSE, FALSE, sizeof (XybCell));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->text = g_string_new (NULL);
  return self;
}

void
xyb_row_builder_free (XybRowBuilder *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cells);
  g_array_unref (self->offsets);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * xyb_row_builder_start:
 * @row: from 0, rising
 * @hidden: whether the clerk would not see it
 *
 * Begins a row without cells.
 */
void
xyb_row_builder_start (XybRowBuilder *self, guint row, gboolean hidden)
{
  self->row = row;
  self->hidden = hidden;
  g_array_set_size (self->cells, 0);
  g_array_set_size (self->offsets, 0);
  g_string_truncate (self->text, 0);
}

static gboolean
spend (XybRowBuilder *self, guint64 cells, guint64 bytes, GError **error)
{
  if (self->budget->cells_left < cells || self->budget->bytes_left < bytes)
    {
      g_propagate_error (error, xyb_sentence_limit (self->shown));
      return FALSE;
    }
  self->budget->cells_left -= cells;
  self->budget->bytes_left -= bytes;
  return TRUE;
}

/**
 * xyb_row_builder_add:
 * @cell: column (rising), kind, number and formula; text is ignored
 * @text: UTF-8, need not end with a NUL
 * @length: of @text in bytes
 * @error: %XYB_EXCHANGE_ERROR_LIMIT
 *
 * Adds a cell that holds something: blank ones are left out by the caller.
 */
gboolean
xyb_row_builder_add (XybRowBuilder *self,
                     const XybCell *cell,
                     const char *text,
                     gsize length,
                     GError **error)
{
  gsize offset = self->text->len;

  if (length > XYB_MAX_CELL_CHARS && g_utf8_strlen (text, length) > XYB_MAX_CELL_CHARS)
    {
      g_propagate_error (error, xyb_sentence_long_text (self->shown));
      return FALSE;
    }
  if (!spend (self, 1, length, error))
    return FALSE;
  g_string_append_len (self->text, text, length);
  g_string_append_c (self->text, '\0');
  g_array_append_val (self->cells, *cell);
  g_array_append_val (self->offsets, offset);
  return TRUE;
}

/**
 * xyb_row_builder_get_n_cells:
 * @self: a builder
 *
 * Returns: how many cells the row in hand has
 */
guint
xyb_row_builder_get_n_cells (XybRowBuilder *self)
{
  return self->cells->len;
}

/**
 * xyb_row_builder_give:
 *
 * Gives the row out, unless it has no cell.
 *
 * Returns: %FALSE when whoever gets the rows wants no more
 */
gboolean
xyb_row_builder_give (XybRowBuilder *self)
{
  XybCell *cells = (XybCell *) (gpointer) self->cells->data;
  gboolean has_value = FALSE;

  if (self->cells->len == 0)
    return TRUE;
  for (guint i = 0; i < self->cells->len; i++)
    {
      cells[i].text = self->text->str + g_array_index (self->offsets, gsize, i);
      has_value = has_value || cells[i].kind != XYB_CELL_EMPTY;
    }
  self->summary->n_rows += has_value;
  return self->func == NULL
         || self->func (self->row, self->hidden, cells, self->cells->len, self->user_data);
}

/**
 * xyb_row_builder_give_again:
 * @row: its number now
 * @error: %XYB_EXCHANGE_ERROR_LIMIT; not set when no more rows are wanted
 *
 * Gives the same cells out as a further row (repeated rows of OpenDocument); they count again.
 *
 * Returns: %FALSE at the limit, or when no more rows are wanted
 */
gboolean
xyb_row_builder_give_again (XybRowBuilder *self, guint row, GError **error)
{
  self->row = row;
  return spend (self, self->cells->len, self->text->len, error) && xyb_row_builder_give (self);
}
