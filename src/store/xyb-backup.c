/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "xyb-i18n.h"
#include "xyb-safe-file.h"
#include "xyb-store-engine.h"

/* Copies of a living office, each verified before it takes its name. */

/* With a progress function the copy goes in steps of 4 MiB. */
#define STEP_PAGES 1024
#define COMPARE_SIZE (1024 * 1024)

typedef struct
{
  XybStore *store;
  const char *target; /* the name it will have */
  const char *temp_path;
  XybStoreProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Copying;

/* ---- copying ---- */

static gboolean
copy_pages (const Copying *copying, sqlite3 *copy, GError **error)
{
  sqlite3 *source = xyb_store_get_db (copying->store);
  sqlite3_backup *backup = sqlite3_backup_init (copy, "main", source, "main");
  int pages = copying->progress != NULL || copying->cancellable != NULL ? STEP_PAGES : -1;
  int result = SQLITE_OK;

  if (backup == NULL)
    {
      xyb_db_take_error (copy, copying->target, sqlite3_errcode (copy), error);
      return FALSE;
    }
  while (result == SQLITE_OK && !g_cancellable_is_cancelled (copying->cancellable))
    {
      int total;

      result = sqlite3_backup_step (backup, pages);
      total = sqlite3_backup_pagecount (backup);
      if (copying->progress != NULL && total > 0)
        copying->progress (total - sqlite3_backup_remaining (backup), total, copying->user_data);
    }
  if (sqlite3_backup_finish (backup) == SQLITE_OK && result == SQLITE_DONE)
    return TRUE;
  if (result == SQLITE_OK)
    g_cancellable_set_error_if_cancelled (copying->cancellable, error);
  else
    xyb_db_take_error (copy, copying->target, result, error);
  return FALSE;
}

/* No journal and no syncs of its own: until the rename nobody knows the file, and
 * xyb_safe_file_commit() syncs it once. */
static const char *const copy_sql = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF";

static gboolean
write_copy (const Copying *copying, GError **error)
{
  sqlite3 *copy = NULL;
  int result;
  gboolean ok;

  if (!xyb_office_file_reserve (copying->temp_path, error))
    return FALSE;
  result = sqlite3_open_v2 (copying->temp_path, &copy, SQLITE_OPEN_READWRITE, NULL);
  sqlite3_extended_result_codes (copy, 1);
  if (result == SQLITE_OK)
    result = sqlite3_exec (copy, copy_sql, NULL, NULL, NULL);
  if (result == SQLITE_OK)
    ok = copy_pages (copying, copy, error);
  else
    {
      xyb_db_take_error (copy, copying->target, result, error);
      ok = FALSE;
    }
  sqlite3_close (copy);
  return ok;
}

/* ---- verifying ---- */

/* The header's own bytes differ: change counter, version numbers, schema cookie. */
#define HEADER_SIZE 100

static gboolean
read_both (sqlite3_file *a, sqlite3_file *b, guint8 *buffer, gint64 offset, int length)
{
  return a->pMethods->xRead (a, buffer, length, offset) == SQLITE_OK
         && b->pMethods->xRead (b, buffer + COMPARE_SIZE, length, offset) == SQLITE_OK;
}

static gboolean
files_are_same (sqlite3_file *a, sqlite3_file *b)
{
  g_autofree guint8 *buffer = g_malloc (2 * COMPARE_SIZE);
  sqlite3_int64 size_a = 0, size_b = 0;

  if (a->pMethods->xFileSize (a, &size_a) != SQLITE_OK
      || b->pMethods->xFileSize (b, &size_b) != SQLITE_OK || size_a != size_b
      || size_a < HEADER_SIZE)
    return FALSE;
  for (gint64 offset = 0; offset < size_a; offset += COMPARE_SIZE)
    {
      int length = (int) MIN (COMPARE_SIZE, size_a - offset);
      int skip = offset == 0 ? HEADER_SIZE : 0;

      if (!read_both (a, b, buffer, offset, length)
          || memcmp (buffer + skip, buffer + COMPARE_SIZE + skip, length - skip) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Page for page against the office itself. The office's file is the snapshot the copy was made from
 * where the log had been put into it and nobody has written since; where not, FALSE says nothing
 * yet. */
static gboolean
equals_office (XybStore *self, sqlite3 *copy)
{
  sqlite3_file *ours = NULL, *theirs = NULL;

  return sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &ours) == SQLITE_OK
         && sqlite3_file_control (copy, "main", SQLITE_FCNTL_FILE_POINTER, &theirs) == SQLITE_OK
         && files_are_same (ours, theirs);
}

static gboolean
verify_copy (const Copying *copying, GError **error)
{
  g_autoptr (sqlite3) copy = NULL;
  int version = 0;

  if (!xyb_office_file_probe (copying->temp_path, G_MAXINT, &version, error))
    return FALSE;
  copy = xyb_office_file_open_immutable (copying->temp_path, error);
  if (copy == NULL)
    return FALSE;
  return equals_office (copying->store, copy)
         || xyb_db_check (copy, copying->target, "quick_check(1)", error);
}

/* ---- one backup ---- */

/* One read transaction around all steps: what others write meanwhile is not in the copy, and does
 * not make it begin again. */
static gboolean
copy_snapshot (const Copying *copying, GError **error)
{
  XybStore *self = copying->store;
  gint64 ignored;
  gboolean ok;

  /* Puts the log into the file, so that the two can be compared page for page. */
  if (!self->read_only)
    sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  ok = xyb_store_exec (self, "BEGIN", error)
       && xyb_store_query_int (self, "SELECT count(*) FROM sqlite_schema", &ignored, error)
       && write_copy (copying, error) && verify_copy (copying, error);
  if (!sqlite3_get_autocommit (self->db))
    xyb_store_exec (self, "COMMIT", NULL);
  return ok;
}

/* office.xyb-wal holds edits that are not in office.xyb yet; the others are as little a place for a
 * copy, whichever office they belong to. */
static gboolean
check_no_companion (const char *path, GError **error)
{
  static const char *const endings[] = { "-wal", "-shm", "-journal", ".lock" };
  g_autofree char *shown = g_filename_display_name (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *office = g_str_has_suffix (path, endings[i])
                                  ? g_strndup (path, strlen (path) - strlen (endings[i]))
                                  : NULL;

      if (office == NULL || !g_file_test (office, G_FILE_TEST_EXISTS))
        continue;
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
                   _ ("「%s」是办公数据自己要用的文件名，不能备份到那里，请换一个文件名。"), shown);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_target (XybStore *self, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  struct stat office, target;

  if (!check_no_companion (path, error))
    return FALSE;
  if (stat (path, &target) != 0 || stat (self->path, &office) != 0 || target.st_ino != office.st_ino
      || target.st_dev != office.st_dev)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
               _ ("「%s」就是正在使用的办公数据，不能备份到它自己，请换一个文件名。"), shown);
  return FALSE;
}

/* A clerk may choose another office's name to be replaced. Whoever has that one open would go on
 * writing into a file without a name. */
static gboolean
check_free (const char *path, XybOfficeLock **out_lock, GError **error)
{
  g_autofree char *resolved = xyb_office_file_resolve (path, NULL);
  const char *target = resolved != NULL ? resolved : path;
  g_autofree char *lock_path = g_strconcat (target, ".lock", NULL);

  if (g_file_test (lock_path, G_FILE_TEST_EXISTS))
    {
      *out_lock = xyb_office_lock_take (target, error);
      if (*out_lock == NULL)
        return FALSE;
    }
  return xyb_office_file_check_no_journal (target, error);
}

/**
 * xyb_store_backup:
 * @path: where to
 * @overwrite: whether an existing file may be replaced
 * @progress: (nullable): called with pages done and in all
 * @user_data: for @progress
 * @cancellable: (nullable): leaves nothing behind
 * @error: %XYB_FILE_ERROR, %XYB_STORE_ERROR (LOCKED, EXISTS: @path is an office in use, or what is
 *   left of one), or %G_IO_ERROR_CANCELLED
 *
 * Copies the office as it is now into one file of its own (0600), verified, synced and renamed into
 * place; others go on writing meanwhile. The files kept beside the office are taken along.
 */
gboolean
xyb_store_backup (XybStore *self,
                  const char *path,
                  gboolean overwrite,
                  XybStoreProgressFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (XybOfficeLock) lock = NULL;
  g_autoptr (XybSafeFile) file = NULL;
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *absolute = NULL;
  Copying copying
    = { .store = self, .progress = progress, .user_data = user_data, .cancellable = cancellable };

  g_return_val_if_fail (XYB_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (self->edit_depth == 0, FALSE);

  absolute = g_canonicalize_filename (path, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !check_target (self, absolute, error) || !check_free (absolute, &lock, error))
    return FALSE;
  file = xyb_safe_file_new (absolute, overwrite, error);
  if (file == NULL)
    return FALSE;
  copying.target = absolute;
  copying.temp_path = xyb_safe_file_get_temp_path (file);
  if (copy_snapshot (&copying, error)
      && xyb_attachments_carry (self->db, self->path, absolute, made, cancellable, error)
      && xyb_safe_file_commit (file, error))
    return TRUE;
  xyb_attachments_take_back (made);
  return FALSE;
}

/* ---- the folder beside the office ---- */

static gboolean
make_backup_folder (const char *folder, GError **error)
{
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir (folder, 0700) == 0 && g_chmod (folder, 0700) == 0)
    return TRUE;
  xyb_file_set_error (error, errno, _ ("建立文件夹"), folder);
  return FALSE;
}

/* Where the next backup of @office_path goes; makes the folder. */
char *
xyb_backup_next_path (const char *office_path, const char *reason, GError **error)
{
  g_autoptr (GPtrArray) backups = xyb_store_list_backups (office_path, error);
  g_autofree char *folder = xyb_backup_folder (office_path);
  g_autofree char *name = NULL;
  gint64 sequence = 1;

  if (backups == NULL || !make_backup_folder (folder, error))
    return NULL;
  if (backups->len > 0)
    sequence = ((const XybBackup *) g_ptr_array_index (backups, 0))->sequence + 1;
  name = xyb_backup_name (office_path, sequence, reason);
  return g_build_filename (folder, name, NULL);
}

static gboolean
back_up_into_folder (XybStore *self,
                     const char *reason,
                     XybStoreProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     char **out_path,
                     GError **error)
{
  g_autofree char *path = xyb_backup_next_path (self->path, reason, error);

  if (path == NULL
      || !xyb_store_backup (self, path, FALSE, progress, user_data, cancellable, error))
    return FALSE;
  if (out_path != NULL)
    *out_path = g_steal_pointer (&path);
  return TRUE;
}

gboolean
xyb_store_backup_into_folder (XybStore *self,
                              const char *reason,
                              GCancellable *cancellable,
                              char **out_path,
                              GError **error)
{
  return back_up_into_folder (self, reason, NULL, NULL, cancellable, out_path, error);
}

/**
 * xyb_store_backup_now:
 * @progress: (nullable): called with pages done and in all
 * @user_data: for @progress
 * @cancellable: (nullable): leaves nothing behind
 * @out_path: (out) (optional) (transfer full): the new backup
 * @error: as xyb_store_backup()
 *
 * A backup by the clerk's hand in the folder beside the office; the program never deletes it.
 */
gboolean
xyb_store_backup_now (XybStore *self,
                      XybStoreProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      char **out_path,
                      GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (self), FALSE);

  return back_up_into_folder (self, XYB_BACKUP_REASON_MANUAL, progress, user_data, cancellable,
                              out_path, error);
}

/* ---- the daily one ---- */

/* Which state a file is in. The number alone would not do: after a restore it comes again, in
 * another history. */
#define LAST_REVISION                                                                              \
  "SELECT id || ' ' || time || ' ' || checksum || ' ' || label FROM revision"                      \
  " ORDER BY id DESC LIMIT 1"

/* NULL where it cannot be read. */
static char *
revision_of_backup (const char *path)
{
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  int version;

  if (!xyb_office_file_probe (path, G_MAXINT, &version, NULL))
    return NULL;
  db = xyb_office_file_open_immutable (path, NULL);
  if (db == NULL || sqlite3_prepare_v2 (db, LAST_REVISION, -1, &stmt, NULL) != SQLITE_OK
      || sqlite3_step (stmt) != SQLITE_ROW)
    return NULL;
  return xyb_stmt_dup_text (stmt, 0);
}

static char *
revision_of_office (XybStore *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (self, LAST_REVISION, error);
  gboolean row = FALSE;

  if (stmt == NULL || !xyb_store_step (self, stmt, &row, error))
    return NULL;
  return row ? xyb_stmt_dup_text (stmt, 0) : g_strdup ("");
}

static gboolean
is_state_of (const XybBackup *backup, const char *revision)
{
  g_autofree char *found = revision_of_backup (backup->path);

  return g_strcmp0 (found, revision) == 0;
}

static const XybBackup *
latest_of (GPtrArray *backups, const char *reason)
{
  for (guint i = 0; i < backups->len; i++)
    {
      const XybBackup *backup = g_ptr_array_index (backups, i);

      if (g_str_equal (backup->reason, reason))
        return backup;
    }
  return NULL;
}

/* Whether the latest backup made for @reason holds the office as it is now. */
gboolean
xyb_backup_is_current (XybStore *self, const char *reason)
{
  g_autoptr (GPtrArray) backups = xyb_store_list_backups (self->path, NULL);
  g_autofree char *revision = revision_of_office (self, NULL);
  const XybBackup *latest = backups != NULL ? latest_of (backups, reason) : NULL;
  g_autoptr (sqlite3) db = NULL;

  if (latest == NULL || revision == NULL || !is_state_of (latest, revision))
    return FALSE;
  db = xyb_office_file_open_immutable (latest->path, NULL);
  return db != NULL && xyb_db_check (db, latest->path, "quick_check(1)", NULL);
}

/* A file that lost its contents neither takes a good one's place nor is deleted. */
static void
delete_outdated (XybStore *self)
{
  g_autoptr (GPtrArray) backups = xyb_store_list_backups (self->path, NULL);
  g_autoptr (GPtrArray) outdated = NULL;

  for (guint i = backups != NULL ? backups->len : 0; i > 0; i--)
    {
      const XybBackup *backup = g_ptr_array_index (backups, i - 1);
      g_autofree char *revision = revision_of_backup (backup->path);

      if (revision == NULL)
        g_ptr_array_remove_index (backups, i - 1);
    }
  if (backups == NULL)
    return;
  outdated = xyb_backup_select_outdated (backups);
  for (guint i = 0; i < outdated->len; i++)
    {
      const XybBackup *backup = g_ptr_array_index (outdated, i);

      if (g_unlink (backup->path) != 0)
        g_debug ("backup stays: %s", g_strerror (errno));
    }
}

/* What a program that was killed in the middle of a backup or a restore has left: a copy as large
 * as the office. The folder of the office is the clerk's: there only what holds an office of this
 * name. */
static void
delete_leftovers (XybStore *self)
{
  g_autofree char *backups = xyb_backup_folder (self->path);
  g_autofree char *attachments = xyb_attachments_folder (self->path);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *base = g_path_get_basename (self->path);

  xyb_safe_file_clear_leftovers (backups, NULL);
  xyb_safe_file_clear_leftovers (attachments, NULL);
  xyb_safe_file_clear_leftovers (folder, base);
}

/**
 * xyb_store_backup_daily:
 * @cancellable: (nullable): leaves nothing behind
 * @out_path: (out) (optional) (transfer full): the new backup; %NULL where none was needed
 * @error: as xyb_store_backup()
 *
 * The automatic backup, in the folder beside the office. Does nothing when nothing was written
 * since the last one. Afterwards the outdated daily ones are deleted; a second one of the same day
 * takes the place of the first. A read-only store makes none.
 */
gboolean
xyb_store_backup_daily (XybStore *self, GCancellable *cancellable, char **out_path, GError **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *revision = NULL;
  const XybBackup *latest;

  g_return_val_if_fail (XYB_IS_STORE (self), FALSE);

  if (out_path != NULL)
    *out_path = NULL;
  /* Who may not write is not the one who looks after the backups. */
  if (self->read_only)
    return TRUE;
  backups = xyb_store_list_backups (self->path, error);
  revision = backups != NULL ? revision_of_office (self, error) : NULL;
  if (revision == NULL)
    return FALSE;
  latest = latest_of (backups, XYB_BACKUP_REASON_DAILY);
  if (latest != NULL && is_state_of (latest, revision))
    return TRUE;
  if (!xyb_store_backup_into_folder (self, XYB_BACKUP_REASON_DAILY, cancellable, out_path, error))
    return FALSE;
  delete_outdated (self);
  delete_leftovers (self);
  return TRUE;
}
