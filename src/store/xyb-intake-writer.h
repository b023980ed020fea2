/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake-store.h"
#include "xyb-store-private.h"

G_BEGIN_DECLS

/* Inside the one edit of an import: the rows of a file. For the files of src/store/. */

typedef struct
{
  XybStore *store;
  gint64 plan_id;
  int year;
  GHashTable *made;  /* key of the name → id (gint64) of an enterprise this import has added */
  GHashTable *moved; /* ids (gint64) of rows of 附件2 that have gone to another 区镇 */
  gint64 file_id;    /* the returned_file in hand */
  GArray *sheet_ids; /* of gint64: the returned_sheet of each sheet, 0 while none is needed */
  XybStoreProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  guint done;
  guint total;
  XybIntakeReport *report;
  sqlite3_stmt *add_enterprise; /* prepared once for all rows */
  sqlite3_stmt *add_nomination;
  sqlite3_stmt *change_nomination;
  sqlite3_stmt *place_nomination;
  sqlite3_stmt *add_origin;
  sqlite3_stmt *find_enterprise;
  sqlite3_stmt *find_name;
  sqlite3_stmt *find_holder;
} XybIntakeWriter;

gboolean xyb_intake_writer_init (XybIntakeWriter *self, GError **error);
void xyb_intake_writer_clear (XybIntakeWriter *self);

/* Whether 附件2 of the file's 区镇 is as it was when the clerk looked. */
gboolean
xyb_intake_writer_check (XybIntakeWriter *self, const XybIntakeFile *file, GError **error);
gboolean xyb_intake_writer_write (XybIntakeWriter *self,
                                  const XybIntakeFile *file,
                                  gint64 file_id,
                                  GError **error);

/* ---- xyb-intake-origin.c ---- */

extern const char xyb_intake_origin_sql[];
gboolean xyb_intake_write_origin (XybIntakeWriter *self,
                                  const XybReturn *taken,
                                  const XybReturnRow *row,
                                  gint64 nomination_id,
                                  GError **error);

G_END_DECLS
