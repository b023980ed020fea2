/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xyb-text-table.h"

G_BEGIN_DECLS

/* A small workbook as texts, for tables that are looked through as a whole: a 考核表 that came back. */

typedef struct
{
  char *name;
  gboolean hidden;
  XybTextTable *table; /* a row of it is a row of the sheet, from the first */
} XybTableSheet;

/* Of XybTableSheet, in order of the workbook. */
GPtrArray *xyb_table_reader_read (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
