/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xyb-i18n.h"
#include "xyb-safe-file.h"
#include "xyb-store-engine.h"

/* Back from a backup. What will stand in the office's place is made ready and verified under
 * another name; the old office becomes a backup; then one rename. A crash at any point leaves the
 * old office or the new one, each whole. */

/* ---- verifying ---- */

static gboolean
check_fully (sqlite3 *db, const char *path, GError **error)
{
  return xyb_db_check (db, path, "integrity_check(1)", error)
         && xyb_db_check_references (db, path, error);
}

/**
 * xyb_store_verify_backup:
 * @backup_path: a backup
 * @error: NOT_FOUND, NOT_OFFICE, NEWER, DAMAGED of %XYB_STORE_ERROR
 *
 * Reads the whole backup; writes nothing.
 *
 * Returns: whether it can be restored
 */
gboolean
xyb_store_verify_backup (const char *backup_path, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (sqlite3) db = NULL;
  int version;

  g_return_val_if_fail (backup_path != NULL, FALSE);

  path = xyb_office_file_resolve (backup_path, error);
  if (path == NULL || !xyb_office_file_probe (path, XYB_STORE_SCHEMA_VERSION, &version, error))
    return FALSE;
  db = xyb_office_file_open_immutable (path, error);
  return db != NULL && check_fully (db, path, error);
}

/* ---- copying files as they are ---- */

/* Refuses to follow what is not a plain file; the copy is readable by its owner only. */
static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) local = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &local)
      && g_chmod (to, 0600) == 0)
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    xyb_file_set_error (error, ENOSPC, _ ("复制"), from);
  else if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    xyb_file_set_error (error, EACCES, _ ("复制"), from);
  else
    xyb_file_set_error (error, EIO, _ ("复制"), from);
  return FALSE;
}

static gboolean
sync_file (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (!ok)
    xyb_file_set_error (error, errno, _ ("保存"), path);
  if (fd >= 0)
    close (fd);
  return ok;
}

static gboolean
copy_beside (const char *from, const char *to, const char *suffix, GError **error)
{
  g_autofree char *from_beside = g_strconcat (from, suffix, NULL);
  g_autofree char *to_beside = g_strconcat (to, suffix, NULL);

  return !xyb_office_file_has_remains (from, suffix)
         || (copy_file (from_beside, to_beside, error) && sync_file (to_beside, error));
}

static void
remove_beside (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);

  g_unlink (beside);
}

/* ---- the new office, under another name ---- */

static gboolean
make_ready (sqlite3 *db,
            const char *path,
            const char *backup_path,
            const char *operator_name,
            GError **error)
{
  g_autofree char *shown = g_filename_display_basename (backup_path);
  g_autofree char *label = g_strdup_printf (_ ("从备份恢复：%s"), shown);

  /* Out of WAL and back: whatever log there was is in the one file afterwards. */
  return check_fully (db, backup_path, error)
         && xyb_db_add_barrier (db, path, label, operator_name, error)
         && xyb_db_exec (db, path, "PRAGMA journal_mode = DELETE", error)
         && xyb_db_exec (db, path, "PRAGMA journal_mode = WAL", error);
}

static gboolean
write_replacement (const char *path,
                   const char *backup_path,
                   const char *temp_path,
                   const char *operator_name,
                   GError **error)
{
  sqlite3 *db = NULL;
  int result;
  gboolean ok;

  /* A backup is one file; an office somebody copied by hand may have its log beside it. */
  if (!copy_file (backup_path, temp_path, error)
      || !copy_beside (backup_path, temp_path, "-wal", error)
      || !copy_beside (backup_path, temp_path, "-journal", error))
    return FALSE;
  result = sqlite3_open_v2 (temp_path, &db, SQLITE_OPEN_READWRITE, NULL);
  if (result == SQLITE_OK)
    xyb_db_harden (db);
  ok = result == SQLITE_OK && make_ready (db, path, backup_path, operator_name, error);
  if (result != SQLITE_OK)
    xyb_db_take_error (db, backup_path, result, error);
  result = sqlite3_close (db);
  if (ok && result != SQLITE_OK)
    xyb_db_take_error (NULL, backup_path, result, error);
  return ok && result == SQLITE_OK;
}

/* ---- the old office ---- */

static gboolean
keep_journals (const char *path, const char *kept_path, GError **error)
{
  if (!copy_beside (path, kept_path, "-wal", error)
      || !copy_beside (path, kept_path, "-journal", error))
    return FALSE;
  xyb_safe_file_fsync_folder (kept_path);
  return TRUE;
}

static gboolean
keep_file (const char *path, const char *kept_path, GError **error)
{
  g_autoptr (XybSafeFile) file = xyb_safe_file_new (kept_path, FALSE, error);

  return file != NULL && copy_file (path, xyb_safe_file_get_temp_path (file), error)
         && xyb_safe_file_commit (file, error);
}

/* Bytes for bytes, journal included: even a damaged office is kept for whoever may mend it. One
 * that was moved away may have left its journal, in which its last commits stand. */
static gboolean
keep_as_it_is (const char *path, const char *kept_path, GError **error)
{
  if (keep_journals (path, kept_path, error)
      && (!g_file_test (path, G_FILE_TEST_EXISTS) || keep_file (path, kept_path, error)))
    return TRUE;
  remove_beside (kept_path, "-wal");
  remove_beside (kept_path, "-journal");
  return FALSE;
}

/* A whole office becomes a backup like any other, and takes its log into itself: then the rename
 * needs no second step. */
static gboolean
keep_whole (XybStore *old, const char *kept_path, GError **error)
{
  return xyb_store_backup (old, kept_path, FALSE, NULL, NULL, NULL, error)
         && xyb_store_exec (old, "PRAGMA journal_mode = DELETE", error);
}

/* Opens what is there without lock, check or migration; %NULL where it is no whole office. */
static XybStore *
open_old (const char *path)
{
  g_autoptr (XybStore) old = NULL;
  int version;

  if (!xyb_office_file_probe (path, G_MAXINT, &version, NULL))
    return NULL;
  old = xyb_store_open_unlocked (path, NULL);
  if (old == NULL)
    return NULL;
  /* The log must not be put into a file that turns out to be damaged. */
  sqlite3_db_config (xyb_store_get_db (old), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!xyb_store_quick_check (old, NULL))
    return NULL;
  sqlite3_db_config (xyb_store_get_db (old), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return g_steal_pointer (&old);
}

static gboolean
put_old_aside (const char *path, GError **error)
{
  g_autofree char *kept_path = NULL;
  g_autoptr (XybStore) old = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !xyb_office_file_has_remains (path, "-wal")
      && !xyb_office_file_has_remains (path, "-journal"))
    return TRUE;
  kept_path = xyb_backup_next_path (path, XYB_BACKUP_REASON_RESTORE, error);
  if (kept_path == NULL)
    return FALSE;
  old = open_old (path);
  if (old != NULL)
    return keep_whole (old, kept_path, error);
  return keep_as_it_is (path, kept_path, error);
}

/* A log must never outlive its file: SQLite would play it into the new one. After keep_whole()
 * there is none; that of a damaged office has been kept. */
static void
remove_journals (const char *path)
{
  remove_beside (path, "-wal");
  remove_beside (path, "-shm");
  remove_beside (path, "-journal");
  xyb_safe_file_fsync_folder (path);
}

/* ---- restoring ---- */

static gboolean
check_not_same (const char *path, const char *backup_path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (backup_path);
  struct stat a, b;

  if (stat (path, &a) != 0 || stat (backup_path, &b) != 0 || a.st_ino != b.st_ino
      || a.st_dev != b.st_dev)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
               _ ("「%s」就是这份办公数据，不是备份，请选择另一个文件。"), shown);
  return FALSE;
}

/* The “backup” may be another office somebody is writing to: half a commit is no backup. */
static gboolean
check_not_in_use (const char *backup_path, GError **error)
{
  g_autofree char *lock_path = g_strconcat (backup_path, ".lock", NULL);
  g_autoptr (XybOfficeLock) lock = NULL;

  if (!g_file_test (lock_path, G_FILE_TEST_EXISTS))
    return TRUE;
  lock = xyb_office_lock_take (backup_path, error);
  return lock != NULL;
}

/* The files the new office wants, from beside the backup. */
static gboolean
take_files_along (const char *path,
                  const char *backup_path,
                  const char *temp_path,
                  GPtrArray *made,
                  GError **error)
{
  g_autoptr (sqlite3) db = xyb_office_file_open_immutable (temp_path, error);

  return db != NULL && xyb_attachments_carry (db, backup_path, path, made, NULL, error);
}

static gboolean
replace (const char *path, const char *backup_path, const char *operator_name, GError **error)
{
  g_autoptr (XybSafeFile) file = NULL;
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);

  if (!check_not_in_use (backup_path, error))
    return FALSE;
  file = xyb_safe_file_new (path, TRUE, error);
  if (file == NULL
      || !write_replacement (path, backup_path, xyb_safe_file_get_temp_path (file), operator_name,
                             error))
    return FALSE;
  if (!take_files_along (path, backup_path, xyb_safe_file_get_temp_path (file), made, error)
      || !put_old_aside (path, error))
    {
      xyb_attachments_take_back (made);
      return FALSE;
    }
  remove_journals (path);
  return xyb_safe_file_commit (file, error);
}

/**
 * xyb_store_restore:
 * @path: the office file; it must not be open anywhere, and may be damaged or missing
 * @backup_path: the backup
 * @operator_name: (nullable): who does it, for the log; %NULL or "": whoever is logged in
 * @error: LOCKED where somebody has the office (or the backup) open; NOT_OFFICE, NEWER, DAMAGED of
 * the backup; NO_SPACE. The office is then as it was
 *
 * Puts the verified backup into the office's place. The old office first becomes a backup 恢复前 in
 * the folder beside it, as it is if it is damaged. The restored office begins with a barrier in its
 * log, which undo does not go back over.
 */
gboolean
xyb_store_restore (const char *path,
                   const char *backup_path,
                   const char *operator_name,
                   GError **error)
{
  g_autofree char *office = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (XybOfficeLock) lock = NULL;
  int version;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (backup_path != NULL, FALSE);

  if (!g_file_test (backup_path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (backup_path);

      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                   _ ("备份「%s」不存在，请检查位置。"), shown);
      return FALSE;
    }
  backup = xyb_office_file_resolve (backup_path, error);
  if (backup == NULL || !xyb_office_file_probe (backup, XYB_STORE_SCHEMA_VERSION, &version, error))
    return FALSE;
  office = xyb_office_file_resolve (path, NULL);
  if (office == NULL)
    office = g_canonicalize_filename (path, NULL);
  if (!check_not_same (office, backup, error))
    return FALSE;
  lock = xyb_office_lock_take (office, error);
  if (operator_name == NULL || *operator_name == '\0')
    operator_name = xyb_default_operator ();
  return lock != NULL && replace (office, backup, operator_name, error);
}
