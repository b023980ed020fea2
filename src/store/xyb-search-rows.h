/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-store.h"

G_BEGIN_DECLS

/* The table enterprise_search in memory: a clerk who types reads it once, not at every key; after
 * an edit only the rows it touched are read again. */

typedef struct
{
  guint n;
  gint64 *ids;   /* rising */
  gint64 *units; /* 0 for none */
  guint8 *closed;
  gsize *starts;  /* n + 1: where the text of each row begins */
  char *text;     /* of all rows, without NULs between them */
  guint *by_name; /* rows in pinyin order; NULL until asked for */

  gsize text_room;     /* bytes allocated for text */
  gint64 data_version; /* what the file was when it was read: changes by other connections */
  GArray *pending;     /* ids whose rows this connection wrote since; of gint64 */
} XybSearchRows;

XybSearchRows *xyb_search_rows_get (XybStore *store, GError **error);
void xyb_search_rows_touch (XybStore *store, gint64 enterprise_id);
void xyb_search_rows_drop (XybStore *store);
const guint *xyb_search_rows_get_by_name (XybSearchRows *self, XybStore *store, GError **error);

G_END_DECLS
