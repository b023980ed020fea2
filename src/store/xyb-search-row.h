/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-pinyin.h"
#include "xyb-store-private.h"

G_BEGIN_DECLS

/* A row of enterprise_search in the making. */

typedef struct
{
  gint64 id;
  gint64 unit_id;
  gint64 closed;
  const char *name; /* these are borrowed; "" where nothing is said */
  const char *code;
  const char *contact;
  const char *phone;
  const char *former;
  char *text;
  GBytes *sort_key;
  char *name_key;
} XybSearchRow;

/* Columns of the statements a row is read with; they begin with its id. */
#define XYB_SEARCH_ROW_COLUMNS                                                                     \
  "e.id, e.unit_id, e.closed, e.name, e.credit_code, e.contact, e.phone,"                          \
  " (SELECT group_concat (n.name, char (31)) FROM enterprise_name n WHERE n.enterprise_id = e.id)"

void xyb_search_row_read (XybSearchRow *self, sqlite3_stmt *row);    /* borrows the texts of @row */
void xyb_search_row_keep (XybSearchRow *row, GStringChunk *strings); /* borrows them of @strings */
/* Asks the file nothing; @text is used again from row to row. */
void xyb_search_row_make (XybSearchRow *row, XybPinyin *pinyin, GString *text);
void xyb_search_row_bind (const XybSearchRow *row, sqlite3_stmt *stmt); /* not copied */
void xyb_search_row_clear (gpointer row);

G_END_DECLS
