/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-store.h"

G_BEGIN_DECLS

/* 来源: which returned cell each value of an enterprise came from. */

typedef struct
{
  const char *field; /* static, translated: 去年销售收入 */
  char *cell;        /* D5; NULL: the sheet has no such column */
  char *raw;         /* what stood there; NULL: nothing */
  char *now;         /* the value today; NULL: not said */
  gboolean changed;  /* somebody has changed it since the import */
  char *then;        /* where changed: what it was after the import; NULL: not said */
} XybOriginValue;

/* One row of a returned file that was taken over. */
typedef struct
{
  gint64 nomination_id;
  int year;
  char *district;
  char *file;
  char *sha256;      /* of the kept copy */
  char *imported_on; /* YYYY-MM-DD HH:MM */
  char *sheet;
  guint row;         /* the spreadsheet's own number */
  gboolean replaced; /* a later file gave the values anew */
  GPtrArray *values; /* of XybOriginValue, in the order of the form */
} XybOrigin;

void xyb_origin_free (XybOrigin *self);

/* Latest year first; within a year the latest file first. Reads the journal: in a thread. */
GPtrArray *xyb_origin_store_list (XybStore *store, gint64 enterprise_id, GError **error);

G_END_DECLS
