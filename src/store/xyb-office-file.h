/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-store-private.h"

G_BEGIN_DECLS

/* The office file seen from outside: looked at before SQLite may touch it. */

typedef enum
{
  XYB_FILE_SYSTEM_LOCAL,
  XYB_FILE_SYSTEM_NETWORK
} XybFileSystem;

typedef XybFileSystem (*XybFileSystemFunc) (const char *path);

XybFileSystem xyb_office_file_system (const char *path);
/* Tests have no network share; NULL gives the real one back. */
void xyb_office_file_set_system_func (XybFileSystemFunc func);

char *xyb_office_file_resolve (const char *path, GError **error);
/* Reads the header only, writes nothing and makes no file; @max_version is the newest schema known.
 */
gboolean
xyb_office_file_probe (const char *path, int max_version, int *out_version, GError **error);
gboolean xyb_office_file_is_writable (const char *path, GError **error);
gboolean xyb_office_file_has_remains (const char *path,
                                      const char *suffix); /* a non-empty PATH-wal */

gboolean xyb_office_file_check_no_journal (const char *path, GError **error);
gboolean xyb_office_file_may_be_shared (const char *path);
/* Opened as a medium that cannot change: no -wal, no -shm, no lock. */
sqlite3 *xyb_office_file_open_immutable (const char *path, GError **error);
gboolean xyb_office_file_reserve (const char *path, GError **error); /* an empty file, 0600 */

G_END_DECLS
