/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-list-table.h"

/**
 * xyb_list_table_new:
 * @sheet: name of the sheet of a workbook
 * @columns: (array length=n_columns): static; the first one is 序号
 * @n_columns: at most %XYB_LIST_MAX_COLUMNS
 *
 * Returns: (transfer full): a table without rows; title and caption are the caller's to set
 */
XybListTable *
xyb_list_table_new (const char *sheet, const XybListColumn *columns, guint n_columns)
{
  XybListTable *self = g_new0 (XybListTable, 1);

  g_return_val_if_fail (n_columns > 1 && n_columns <= XYB_LIST_MAX_COLUMNS, self);

  self->sheet = g_strdup (sheet);
  self->columns = columns;
  self->n_columns = n_columns;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

/**
 * xyb_list_table_add:
 * @self: a table
 * @cells: a text for each column behind 序号; %NULL for a blank one
 *
 * Adds a row.
 */
void
xyb_list_table_add (XybListTable *self, const char *const *cells)
{
  char **row;

  g_return_if_fail (self != NULL);

  row = g_new0 (char *, self->n_columns + 1);
  row[0] = g_strdup_printf ("%u", self->rows->len + 1);
  for (guint i = 1; i < self->n_columns; i++)
    row[i] = g_strdup (cells[i - 1] != NULL ? cells[i - 1] : "");
  g_ptr_array_add (self->rows, row);
}

/**
 * xyb_list_table_free:
 * @self: (nullable): a table
 */
void
xyb_list_table_free (XybListTable *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->caption);
  g_free (self->sheet);
  g_free (self->note);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
