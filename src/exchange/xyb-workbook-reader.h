/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xyb-amount.h"

G_BEGIN_DECLS

/* Workbooks in, streamed (DESIGN §6). One interface, back ends by magic bytes. */

typedef enum
{
  XYB_CELL_EMPTY,
  XYB_CELL_TEXT,
  XYB_CELL_NUMBER,
  XYB_CELL_BOOL,
  XYB_CELL_DATE, /* a number under a date format: text holds ISO */
  XYB_CELL_ERROR /* #REF! … in text */
} XybCellKind;

typedef struct
{
  guint column; /* from 0 */
  XybCellKind kind;
  const char *text;  /* as read; numbers as written in the file; valid during the call only */
  double number;     /* NUMBER, BOOL, DATE (serial) */
  gboolean formula;  /* the cached value of a formula */
  XybMoneyUnit unit; /* NUMBER: shown behind it by its number format, which is not in text */
} XybCell;

char *xyb_cell_dup_shown (const XybCell *self);

typedef struct
{
  guint first_row, last_row, first_column, last_column; /* from 0 */
} XybCellRange;

typedef struct
{
  char *name;
  gboolean hidden;
  gboolean very_hidden;
} XybSheetInfo;

typedef struct _XybWorkbook XybWorkbook;

XybWorkbook *xyb_workbook_open (const char *path, GError **error);
void xyb_workbook_free (XybWorkbook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybWorkbook, xyb_workbook_free)

const char *xyb_workbook_get_format (XybWorkbook *self); /* "xlsx", "xls", "ods", "csv" */
guint xyb_workbook_get_n_sheets (XybWorkbook *self);
const XybSheetInfo *xyb_workbook_get_sheet (XybWorkbook *self, guint sheet);
gboolean xyb_workbook_has_macros (XybWorkbook *self);

/* Called for every row the file holds, rising; @row from 0; only cells that hold something. Return
 * FALSE to stop early (not an error). */
typedef gboolean (*XybRowFunc) (guint row,
                                gboolean hidden,
                                const XybCell *cells,
                                guint n_cells,
                                gpointer user_data);

/* Filled after the rows have been read; may be NULL. */
typedef struct
{
  GArray *merged;         /* of XybCellRange */
  GArray *hidden_columns; /* of guint */
  guint n_rows;           /* rows that hold at least one cell with a value */
} XybSheetSummary;

void xyb_sheet_summary_free (XybSheetSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybSheetSummary, xyb_sheet_summary_free)

gboolean xyb_workbook_read_sheet (XybWorkbook *self,
                                  guint sheet,
                                  XybRowFunc func,
                                  gpointer user_data,
                                  XybSheetSummary **out_summary,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
