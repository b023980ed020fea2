/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-store.h"

G_BEGIN_DECLS

/* Files kept beside the office: `<office>.attachments/<SHA-256>`, each named by what is in it, so
 * that none can be mistaken for another and none is kept twice (DESIGN §4). A record that wants a
 * file holds its SHA-256. Nothing here is deleted: undo may want it again. */

/* Takes a copy of @path. @expected_sha256 is what its bytes were when they were looked at, or NULL;
 * the return value is what they are. */
char *xyb_attachment_store_add (XybStore *store,
                                const char *path,
                                const char *expected_sha256,
                                GError **error);
/* Where the copy lies, or NULL where there is none. Not for other programs: what they write into it
 * would spoil it. */
char *xyb_attachment_store_dup_path (XybStore *store, const char *sha256);
/* A copy of the copy, for a clerk to open or to keep; @name is what the record calls it. */
gboolean xyb_attachment_store_save_as (XybStore *store,
                                       const char *sha256,
                                       const char *name,
                                       const char *target,
                                       gboolean overwrite,
                                       GError **error);
/* Whether every file a record wants is there and whole; says which is not. */
gboolean xyb_attachment_store_check (XybStore *store, GError **error);

G_END_DECLS
