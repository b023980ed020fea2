/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-export.h"
#include "xyb-list-export.h"
#include "xyb-log-table.h"

static const double widths[XYB_LOG_DETAILS_COLUMNS] = { 32, 18, 14, 52, 40, 24, 22, 23 }; /* mm */

/**
 * xyb_export_log_xlsx:
 * @rows: (element-type GStrv): change by change, %XYB_LOG_DETAILS_COLUMNS texts each
 * @path: where to; an existing file is replaced when everything is right
 * @cancellable: (nullable)
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR
 *
 * Writes 操作日志.
 *
 * Returns: %FALSE with the old file byte for byte as it was
 */
gboolean
xyb_export_log_xlsx (GPtrArray *rows, const char *path, GCancellable *cancellable, GError **error)
{
  XybList list = { XYB_LOG_TITLE, XYB_LOG_TITLE,           xyb_log_details_heads,
                   widths,        XYB_LOG_DETAILS_COLUMNS, rows };

  g_return_val_if_fail (rows != NULL && path != NULL, FALSE);

  return xyb_export_list_xlsx (&list, path, cancellable, error);
}
