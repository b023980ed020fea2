/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-export.h"
#include "xyb-nomination-sheet.h"

/**
 * xyb_export_nominations_xlsx:
 * @tables: 附件2: blank, of one 区镇, merged, or one per 区镇
 * @n_tables: at least one
 * @path: where to; an existing file is replaced when everything is right
 * @progress: (nullable): called in this thread now and then, with rows written and rows in all
 * @user_data: for @progress
 * @cancellable: (nullable)
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR
 *
 * Writes 附件2, a sheet per table, for A4 laid across with the head row on every page (ENT-01,
 * ENT-02). 去年销售收入 is a number in 万元 whose format shows the unit: the head words stay the
 * official ones (ENT-03). 电话 and every other text is text (ENT-04). Many rows are streamed.
 *
 * Returns: %FALSE with the old file byte for byte as it was
 */
gboolean
xyb_export_nominations_xlsx (XybNominationTable *const *tables,
                             guint n_tables,
                             const char *path,
                             XybExportProgressFunc progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (XybSheetWriter) writer = NULL;
  XybSheetProgress state = { progress, user_data, 0, 0 };

  g_return_val_if_fail (n_tables > 0 && path != NULL, FALSE);

  for (guint i = 0; i < n_tables; i++)
    state.total += xyb_nomination_sheet_count_rows (tables[i]);
  writer = xyb_sheet_writer_new (path, tables[0]->title,
                                 state.total + n_tables * XYB_NOMINATION_SHEET_FIXED_ROWS,
                                 cancellable, error);
  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    if (!xyb_nomination_sheet_write (writer, tables[i], FALSE, &state, error))
      return FALSE;
  return xyb_sheet_writer_finish (writer, error);
}
