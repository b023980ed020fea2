/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-workbook-reader.h"

G_BEGIN_DECLS

/* For the read-back: how many rows hold a value, and the last of them as xyb_workbook_read_sheet()
 * would give it. Much faster, because the rows between are only counted. */
typedef struct
{
  guint n_rows;
  XybRowFunc last_row; /* called once, unless the sheet is empty */
  gpointer user_data;
} XybSheetTally;

gboolean xyb_workbook_tally_sheet (XybWorkbook *self,
                                   guint sheet,
                                   XybSheetTally *tally,
                                   GCancellable *cancellable,
                                   GError **error);

/* What stands behind XybWorkbook; inside the layer only. A back end embeds the struct as its first
 * member and fills it in its open function. */

typedef struct
{
  const char *format; /* "xlsx" */
  void (*free) (XybWorkbook *self);
  gboolean (*read_sheet) (XybWorkbook *self,
                          guint sheet,
                          XybRowFunc func,
                          gpointer user_data,
                          XybSheetSummary *summary,
                          GCancellable *cancellable,
                          GError **error);
  /* NULL where the program writes no such files. */
  gboolean (*tally_sheet) (XybWorkbook *self,
                           guint sheet,
                           XybSheetTally *tally,
                           GCancellable *cancellable,
                           GError **error);
} XybWorkbookBackend;

struct _XybWorkbook
{
  const XybWorkbookBackend *backend;
  char *shown;       /* the file's name, for sentences */
  GPtrArray *sheets; /* of XybSheetInfo */
  gboolean macros;
};

void xyb_workbook_init (XybWorkbook *self, const XybWorkbookBackend *backend, const char *path);
void
xyb_workbook_add_sheet (XybWorkbook *self, const char *name, gboolean hidden, gboolean very_hidden);

XybWorkbook *xyb_xlsx_workbook_open (const char *path, GError **error);
XybWorkbook *xyb_xls_workbook_open (const char *path, GError **error);
XybWorkbook *xyb_ods_workbook_open (const char *path, GError **error);
XybWorkbook *xyb_csv_workbook_open (const char *path, GError **error);

G_END_DECLS
