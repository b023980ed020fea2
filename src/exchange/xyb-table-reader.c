/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-table-reader.h"

#include "xyb-exchange-error.h"
#include "xyb-i18n.h"
#include "xyb-workbook-reader.h"

/* No office has a tenth of it; a file that has more is no 考核表, and would only fill the memory.
 */
#define MAX_ROWS 5000
#define MAX_COLUMNS 200

typedef struct
{
  XybTextTable *table;
  gboolean too_large;
} Reading;

static void
sheet_free (XybTableSheet *sheet)
{
  g_free (sheet->name);
  xyb_text_table_free (sheet->table);
  g_free (sheet);
}

static void
add_blank_rows (XybTextTable *table, guint n_rows)
{
  while (table->rows->len < n_rows)
    xyb_text_table_add_row (table);
}

static gboolean
take_row (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  Reading *reading = user_data;
  guint column = 0;

  if (n_cells == 0)
    return TRUE;
  if (row >= MAX_ROWS || cells[n_cells - 1].column >= MAX_COLUMNS)
    {
      reading->too_large = TRUE;
      return FALSE;
    }
  add_blank_rows (reading->table, row + 1);
  for (guint i = 0; i < n_cells; i++)
    {
      for (; column < cells[i].column; column++)
        xyb_text_table_add_cell (reading->table, NULL);
      xyb_text_table_add_cell (reading->table, cells[i].text);
      column++;
    }
  return TRUE;
}

static XybTableSheet *
read_sheet (XybWorkbook *workbook,
            guint number,
            const char *path,
            GCancellable *cancellable,
            GError **error)
{
  const XybSheetInfo *info = xyb_workbook_get_sheet (workbook, number);
  g_autoptr (XybTextTable) table = xyb_text_table_new ();
  Reading reading = { table, FALSE };
  XybTableSheet *sheet;

  if (!xyb_workbook_read_sheet (workbook, number, take_row, &reading, NULL, cancellable, error))
    return NULL;
  if (reading.too_large)
    {
      g_autofree char *shown = g_filename_display_basename (path);

      g_set_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_LIMIT,
                   _ ("「%s」的工作表「%s」超过 %d 行或 %d 列，不像考核表，没有读取；请检查文件。"),
                   shown, info->name, MAX_ROWS, MAX_COLUMNS);
      return NULL;
    }
  sheet = g_new0 (XybTableSheet, 1);
  sheet->name = g_strdup (info->name);
  sheet->hidden = info->hidden || info->very_hidden;
  sheet->table = g_steal_pointer (&table);
  return sheet;
}

/**
 * xyb_table_reader_read:
 * @path: a workbook of any kind the program reads, or a text with tabs or commas
 * @cancellable: (nullable): to stop it
 * @error: %XYB_EXCHANGE_ERROR, of the file
 *
 * Returns: (transfer full) (element-type XybTableSheet): its sheets, cell by cell as texts; %NULL
 * on error
 */
GPtrArray *
xyb_table_reader_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (XybWorkbook) workbook = NULL;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);

  g_return_val_if_fail (path != NULL, NULL);

  workbook = xyb_workbook_open (path, error);
  if (workbook == NULL)
    return NULL;
  for (guint i = 0; i < xyb_workbook_get_n_sheets (workbook); i++)
    {
      XybTableSheet *sheet = read_sheet (workbook, i, path, cancellable, error);

      if (sheet == NULL)
        return NULL;
      g_ptr_array_add (sheets, sheet);
    }
  return g_steal_pointer (&sheets);
}
