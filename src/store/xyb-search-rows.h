/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-store.h"

G_BEGIN_DECLS

/* The table enterprise_search in memory: a clerk who types reads it once, not at every key. */

typedef struct
{
  guint n;
  gint64 *ids;   /* rising */
  gint64 *units; /* 0 for none */
  guint8 *closed;
  gsize *starts;  /* n + 1: where the text of each row begins */
  char *text;     /* of all rows, without NULs between them */
  guint *by_name; /* rows in pinyin order; NULL until asked for */

  /* What the file was when it was read. */
  gint64 data_version; /* other connections */
  gint64 own_changes;  /* this one */
} XybSearchRows;

XybSearchRows *xyb_search_rows_get (XybStore *store, GError **error);
const guint *xyb_search_rows_get_by_name (XybSearchRows *self, XybStore *store, GError **error);

G_END_DECLS
