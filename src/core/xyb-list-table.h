/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A plain list as the office prints it and hands it out: title, a line below it, heads that come
 * again on every page, texts. One shape for paper and workbook, whatever is listed. */

/**
 * XybListColumn:
 * @head: its words; those of a document are not translated
 * @width: in mm; all of them together 225, the frame of A4 lying
 * @left: a text that begins at the left, else in the middle
 */
typedef struct
{
  const char *head;
  double width;
  gboolean left;
} XybListColumn;

#define XYB_LIST_MAX_COLUMNS 16

/**
 * XybListTable:
 * @title: may not be broken
 * @caption: the line below it: the day, how many, what was filtered for
 * @sheet: name of the sheet of a workbook
 * @note: (nullable): a line below the table
 * @columns: (array length=n_columns): the first one is 序号
 * @rows: of char **, a cell a column without 序号, which counts by itself
 */
typedef struct
{
  char *title;
  char *caption;
  char *sheet;
  char *note;
  const XybListColumn *columns;
  guint n_columns;
  GPtrArray *rows;
} XybListTable;

XybListTable *xyb_list_table_new (const char *sheet, const XybListColumn *columns, guint n_columns);
void xyb_list_table_add (XybListTable *self, const char *const *cells);
void xyb_list_table_free (XybListTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybListTable, xyb_list_table_free)

G_END_DECLS
