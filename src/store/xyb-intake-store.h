/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* A batch of returned 附件2 goes into the office: all of it, or nothing. */

typedef struct
{
  guint files;           /* taken over */
  guint added;           /* rows new to 附件2 */
  guint changed;
  guint removed;
  guint moved;           /* from another 区镇 */
  guint open;            /* rows that wait for the clerk, not taken */
  guint left;            /* rows an answer leaves out */
  guint new_enterprises; /* of the register */
} XybIntakeReport;

gboolean xyb_intake_store_import (XybStore *store,
                                  XybIntake *intake,
                                  XybStoreProgressFunc progress,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  XybIntakeReport *out_report,
                                  GError **error);

/* A returned file that was imported. */
typedef struct
{
  gint64 id;
  gint64 unit_id;
  char *district;
  char *name;
  char *sha256; /* of the kept copy: xyb_attachment_store_save_as() */
  char *format;
  gint64 bytes;
  char *imported_on; /* YYYY-MM-DD HH:MM:SS */
  char *imported_by; /* or NULL */
} XybReturnedFile;

void xyb_returned_file_free (XybReturnedFile *self);

/* Those of a year, the latest first; @unit_id 0 for all. */
GPtrArray *
xyb_intake_store_list_files (XybStore *store, int year, gint64 unit_id, GError **error);

G_END_DECLS
