/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>
#include <xlsxwriter.h>

#include "xyb-read-back.h"
#include "xyb-safe-file.h"
#include "xyb-sheet-writer.h"

G_BEGIN_DECLS

/* Between the files of the sheet writer. */

struct _XybSheetWriter
{
  char *target;
  XybSafeFile *file;
  XybReadBack *read_back;
  GCancellable *cancellable;
  locale_t c_locale; /* libxlsxwriter prints numbers by the thread's locale */
  locale_t old_locale;
  guint64 bytes_needed;

  lxw_workbook *workbook;
  GHashTable *formats; /* of lxw_format, borrowed, by description */
  GHashTable *sheet_names;
  lxw_worksheet *sheet;
  guint n_columns;
  guint32 *pixels;  /* widths of the sheet's columns */
  gint64 row;       /* -1 before the first */
  GArray *breaks;   /* of lxw_row_t: rows of the sheet a page begins with; 0 ends it */
  GString *scratch; /* for cleaned texts */
};

gboolean xyb_sheet_writer_check_written (XybSheetWriter *self, lxw_error result, GError **error);

G_END_DECLS
