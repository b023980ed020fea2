/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "xyb-i18n.h"
#include "xyb-safe-file.h"
#include "xyb-store-engine.h"

/* A new office file: made whole under another name, then given its own. */

/* One by one, each opened to its owner before the next is made in it: a umask may take even that.
 */
static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (!make_folder (folder, error))
    return FALSE;
  if (g_mkdir (folder, 0700) == 0 && g_chmod (folder, 0700) == 0)
    return TRUE;
  xyb_file_set_error (error, errno, _ ("建立文件夹"), folder);
  return FALSE;
}

static gboolean
check_free (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  struct stat info;

  if (lstat (path, &info) != 0)
    return xyb_office_file_check_no_journal (path, error);
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
               _ ("「%s」已经存在，没有覆盖它；请打开它，或换一个文件名。"), shown);
  return FALSE;
}

/* A barrier without changes, for what happens to the file as a whole. */
gboolean
xyb_db_add_barrier (sqlite3 *db,
                    const char *path,
                    const char *label,
                    const char *operator_name,
                    GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "", 0);
  int result = sqlite3_prepare_v2 (
    db,
    "INSERT INTO revision (id, kind, time, operator, label, records, schema_version, checksum)"
    " SELECT coalesce((SELECT max(id) FROM revision), 0) + 1, :kind, :time, :operator, :label,"
    " 0, user_version, :checksum FROM pragma_user_version",
    -1, &stmt, NULL);

  if (result == SQLITE_OK)
    {
      xyb_stmt_bind_int (stmt, ":kind", XYB_REVISION_BARRIER);
      xyb_stmt_bind_text (stmt, ":time", time);
      xyb_stmt_bind_text (stmt, ":operator", operator_name);
      xyb_stmt_bind_text (stmt, ":label", label);
      xyb_stmt_bind_text (stmt, ":checksum", checksum);
      result = sqlite3_step (stmt);
    }
  if (result != SQLITE_DONE)
    xyb_db_take_error (db, path, result, error);
  return result == SQLITE_DONE;
}

static gboolean
make_tables (sqlite3 *db, const char *path, GError **error)
{
  for (int version = 1; version <= XYB_STORE_SCHEMA_VERSION; version++)
    {
      g_autoptr (GBytes) schema = xyb_store_load_schema (version, error);

      if (schema == NULL || !xyb_db_exec (db, path, g_bytes_get_data (schema, NULL), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_new (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *version_sql
    = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                       XYB_STORE_APPLICATION_ID, XYB_STORE_SCHEMA_VERSION);

  /* The last line makes it a WAL file in its header; closing puts everything into the one file. */
  return xyb_db_exec (db, path, "BEGIN", error) && make_tables (db, path, error)
         && xyb_db_exec (db, path, version_sql, error)
         && xyb_db_add_barrier (db, path, _ ("新建办公数据"), xyb_default_operator (), error)
         && xyb_db_exec (db, path, "COMMIT; PRAGMA journal_mode = WAL", error);
}

static gboolean
write_new (const char *temp_path, const char *path, GError **error)
{
  sqlite3 *db = NULL;
  int result;
  gboolean ok;

  if (!xyb_office_file_reserve (temp_path, error))
    return FALSE;
  result = sqlite3_open_v2 (temp_path, &db, SQLITE_OPEN_READWRITE, NULL);
  if (result == SQLITE_OK)
    {
      xyb_db_harden (db);
      ok = fill_new (db, path, error);
    }
  else
    {
      xyb_db_take_error (db, path, result, error);
      ok = FALSE;
    }
  result = sqlite3_close (db);
  if (ok && result != SQLITE_OK)
    xyb_db_take_error (NULL, path, result, error);
  return ok && result == SQLITE_OK;
}

/**
 * xyb_store_create:
 * @path: the new office file; its folder is made (0700) where missing
 * @error: %XYB_STORE_ERROR_EXISTS; %XYB_FILE_ERROR where it cannot be written
 *
 * Makes an office file of the present schema and opens it. It appears under its name whole or not
 * at all.
 *
 * Returns: (transfer full): the open store, or %NULL
 */
XybStore *
xyb_store_create (const char *path, GError **error)
{
  g_autofree char *absolute = NULL;
  g_autoptr (XybSafeFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  if (!check_free (absolute, error) || !make_folder (absolute, error))
    return NULL;
  file = xyb_safe_file_new (absolute, FALSE, error);
  if (file == NULL || !write_new (xyb_safe_file_get_temp_path (file), absolute, error)
      || !xyb_safe_file_commit (file, error))
    return NULL;
  return xyb_store_open (absolute, XYB_STORE_OPEN_DEFAULT, error);
}
