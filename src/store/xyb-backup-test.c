/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <glib/gstdio.h>
#include <inttypes.h>

#include "xyb-i18n.h"
#include "xyb-safe-file.h"
#include "xyb-store-engine.h"

/* A trial restore: the backup is brought to life in a folder of its own, exactly as a real restore
 * would, and looked over. What can be opened, checked and counted can be restored. */

void
xyb_backup_report_clear (XybBackupReport *self)
{
  g_clear_pointer (&self->last_label, g_free);
  g_clear_pointer (&self->last_time, g_free);
  *self = (XybBackupReport){ 0 };
}

/**
 * xyb_backup_report_sentence:
 * @self: what a trial restore found
 *
 * Returns: (transfer full): one sentence for the clerk
 */
char *
xyb_backup_report_sentence (const XybBackupReport *self)
{
  return g_strdup_printf (_ ("这份备份可以恢复：企业 %" PRId64 " 家、方案 %" PRId64
                             " 年、修订 %" PRId64 " 步，最后一步是 %s “%s”。"),
                          self->enterprises, self->plans, self->revisions,
                          self->last_time != NULL ? self->last_time : "",
                          self->last_label != NULL ? self->last_label : "");
}

/* ---- the folder ---- */

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_tree (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* Refusals name the backup as the clerk knows it, so the copy keeps its name. */
static char *
make_place (const char *backup_path, char **out_folder, GError **error)
{
  g_autofree char *base = g_path_get_basename (backup_path);

  *out_folder = g_dir_make_tmp ("xyb-test-XXXXXX", NULL);
  if (*out_folder == NULL)
    {
      xyb_file_set_error (error, errno, _ ("建立文件夹"), g_get_tmp_dir ());
      return NULL;
    }
  return g_build_filename (*out_folder, base, NULL);
}

/* ---- what is in it ---- */

/* The restore has added its own barrier to the log: that one was not in the backup. */
static const char count_sql[]
  = "SELECT (SELECT count(*) FROM enterprise), (SELECT count(*) FROM plan),"
    " (SELECT count(*) - 1 FROM revision), replace(substr(r.time, 1, 16), 'T', ' '), r.label"
    " FROM revision AS r ORDER BY r.id DESC LIMIT 1 OFFSET 1";

static gboolean
count (const char *path, XybBackupReport *report, GError **error)
{
  g_autoptr (sqlite3) db = xyb_office_file_open_immutable (path, error);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  int result;

  if (db == NULL)
    return FALSE;
  result = sqlite3_prepare_v2 (db, count_sql, -1, &stmt, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_step (stmt);
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    {
      xyb_db_take_error (db, path, result, error);
      return FALSE;
    }
  if (result == SQLITE_DONE)
    return TRUE;
  report->enterprises = sqlite3_column_int64 (stmt, 0);
  report->plans = sqlite3_column_int64 (stmt, 1);
  report->revisions = sqlite3_column_int64 (stmt, 2);
  report->last_time = xyb_stmt_dup_text (stmt, 3);
  report->last_label = xyb_stmt_dup_text (stmt, 4);
  return TRUE;
}

static gboolean
open_restored (const char *path, GError **error)
{
  g_autoptr (XybStore) store = xyb_store_open (path, XYB_STORE_OPEN_DEFAULT, error);

  return store != NULL && xyb_store_check_records (store, error);
}

/**
 * xyb_store_test_restore:
 * @backup_path: a backup
 * @out_report: (out): what it holds; xyb_backup_report_clear()
 * @error: NOT_FOUND, NOT_OFFICE, NEWER, DAMAGED of %XYB_STORE_ERROR; NO_SPACE or another
 *   %XYB_FILE_ERROR where the temporary folder cannot take it
 *
 * Restores the backup into a temporary folder, opens it as a program would (an older one climbs to
 * the present schema), looks over all of it and throws it away. Neither the office nor the backup
 * is touched.
 *
 * Returns: whether it can be restored
 */
gboolean
xyb_store_test_restore (const char *backup_path, XybBackupReport *out_report, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  gboolean ok;

  g_return_val_if_fail (backup_path != NULL, FALSE);
  g_return_val_if_fail (out_report != NULL, FALSE);

  *out_report = (XybBackupReport){ 0 };
  if (!xyb_store_verify_backup (backup_path, error))
    return FALSE;
  path = make_place (backup_path, &folder, error);
  ok = path != NULL && xyb_store_restore (path, backup_path, NULL, error)
       && count (path, out_report, error) && open_restored (path, error);
  if (folder != NULL)
    remove_tree (folder);
  if (!ok)
    xyb_backup_report_clear (out_report);
  return ok;
}
