/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-biff.h"
#include "xyb-row-builder.h"

G_BEGIN_DECLS

/* What a sheet of an .xls shares with its workbook. */
typedef struct
{
  const char *shown;        /* the file's name */
  XybBiff stream;           /* at no record */
  XybBiffText how;          /* texts of this stream */
  GPtrArray *strings;       /* of char *: the shared ones */
  GArray *style_formats;    /* of guint: number format of each cell style */
  GHashTable *date_formats; /* the file's own formats that show a date */
  GHashTable *units;        /* own format → XybMoneyUnit it shows behind a number */
  GHashTable *own_formats;  /* all formats of the file's own */
  gboolean epoch_1904;
  XybSheetBudget *budget;
} XybXlsContext;

gboolean xyb_xls_sheet_read (const XybXlsContext *context,
                             gsize offset,
                             const char *sheet_name,
                             XybRowFunc func,
                             gpointer user_data,
                             XybSheetSummary *summary,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
