/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-store-engine.h"

G_BEGIN_DECLS

/* What one edit touched, gathered in one walk over its changeset. */
typedef struct
{
  gint64 revision_id;
  gint64 records;
  gboolean touched[XYB_N_TRACKED];
  GArray *new_records;    /* records that have come, but for settings */
  GArray *other_records;  /* all others */
  GArray *new_ids;        /* of gint64: enterprises that had no search row */
  GArray *enterprise_ids; /* of gint64: whose search rows are to be made again */
} XybTouched;

void xyb_touched_init (XybTouched *self);
void xyb_touched_clear (XybTouched *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XybTouched, xyb_touched_clear)

/* An XybRecordFunc: in whatever thread, it asks the file nothing. */
void xyb_touched_note (sqlite3_changeset_iter *iter,
                       const char *table,
                       int op,
                       gint64 record_id,
                       gpointer touched);
/* Then, with the heading of revision_id written: the readable names into the journal. */
gboolean xyb_touched_write (XybTouched *self, XybStore *store, GError **error);

G_END_DECLS
