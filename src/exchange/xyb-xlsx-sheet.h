/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-workbook-backend.h"
#include "xyb-xlsx-strings.h"
#include "xyb-xlsx-styles.h"

G_BEGIN_DECLS

/* What a sheet needs of its workbook. */
typedef struct
{
  XybZip *zip;
  XybXlsxStrings *strings;
  XybXlsxStyles *styles;
  gboolean epoch_1904;
  guint64 *cells_left; /* of the whole workbook; counted down */
  guint64 *bytes_left; /* of text given out, likewise */
} XybXlsxContext;

gboolean xyb_xlsx_sheet_read (const XybXlsxContext *context,
                              const char *part,
                              const char *sheet_name,
                              XybRowFunc func,
                              gpointer user_data,
                              XybSheetSummary *summary,
                              GCancellable *cancellable,
                              GError **error);

/* @rows is XML: <row> elements as they stand in a sheet. */
gboolean xyb_xlsx_sheet_read_rows (const XybXlsxContext *context,
                                   const char *rows,
                                   const char *sheet_name,
                                   XybRowFunc func,
                                   gpointer user_data,
                                   GError **error);

gboolean xyb_xlsx_sheet_tally (const XybXlsxContext *context,
                               const char *part,
                               const char *sheet_name,
                               XybSheetTally *tally,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
