/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-sheet-private.h"

#include "xyb-core-error.h"
#include "xyb-i18n.h"

/**
 * xyb_award_roll_has_table:
 *
 * Returns: whether a sheet of @file holds a list
 */
gboolean
xyb_award_roll_has_table (const XybAwardRoll *self, const XybAwardFile *file)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const XybAwardSheet *sheet = self->sheets->pdata[i];

      if (sheet->file == file && sheet->header_row != 0)
        return TRUE;
    }
  return FALSE;
}

static void
read_table (XybAwardRoll *self, XybAwardFile *file, const XybTextTable *table)
{
  g_autoptr (XybAwardSheetReader) reader = xyb_award_sheet_reader_new (self, file, NULL, FALSE);
  g_autofree XybAwardCell *cells = g_new0 (XybAwardCell, MAX (table->n_columns, 1));

  for (guint i = 0; i < table->rows->len; i++)
    {
      guint n = ((GPtrArray *) table->rows->pdata[i])->len;

      for (guint j = 0; j < n; j++)
        cells[j] = (XybAwardCell){ j, xyb_text_table_get (table, i, j) };
      if (!xyb_award_sheet_reader_add (reader, i + 1, FALSE, cells, n))
        break;
    }
  xyb_award_sheet_reader_end (reader);
}

/**
 * xyb_award_roll_paste:
 * @table: cells from the clipboard
 * @error: %XYB_CORE_ERROR_EMPTY, %XYB_CORE_ERROR_INVALID_TEXT where no column holds names
 *
 * Returns: (transfer none): the file they make; %NULL with @error set: the list is as it was
 */
XybAwardFile *
xyb_award_roll_paste (XybAwardRoll *self, const XybTextTable *table, GError **error)
{
  XybAwardFile *file;

  if (table->rows->len == 0 || table->n_columns == 0)
    {
      g_set_error_literal (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY,
                           _ ("剪贴板里没有表格：请先在 Excel 或 WPS 里选中名单再复制。"));
      return NULL;
    }
  file = xyb_award_roll_add_file (self, _ ("粘贴的内容"), NULL);
  read_table (self, file, table);
  if (xyb_award_roll_has_table (self, file) && self->rows->len <= XYB_AWARD_MAX_ROWS)
    return file;
  xyb_award_roll_remove_file (self, file);
  g_set_error_literal (
    error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT,
    _ ("粘贴的内容里没有找到企业名称：请连同表头一起复制，或只复制企业名称一列。"));
  return NULL;
}
