/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-list-table.h"
#include "xyb-sheet-writer.h"

G_BEGIN_DECLS

/* A plain list as xlsx on A4 across: title, heads repeated on every page, texts. */
typedef struct
{
  const char *title;
  const char *sheet; /* name of the sheet */
  const char *const *heads;
  const double *widths; /* mm; together at most 225 */
  guint n_columns;
  GPtrArray *rows;          /* of GStrv, n_columns strings each */
  const char *caption;      /* a line below the title, or NULL */
  const char *note;         /* a line below the table, or NULL */
  const gboolean *centered; /* which columns stand in the middle; NULL: none */
  gboolean numbered;        /* the first column counts: numbers, not texts */
} XybList;

gboolean xyb_list_write_sheet (XybSheetWriter *writer, const XybList *list, GError **error);
gboolean xyb_export_list_xlsx (const XybList *list,
                               const char *path,
                               GCancellable *cancellable,
                               GError **error);

/* A list as it is printed. */
gboolean xyb_export_list_table_xlsx (const XybListTable *table,
                                     const char *path,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
