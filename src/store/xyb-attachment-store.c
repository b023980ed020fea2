/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-attachment-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xyb-i18n.h"
#include "xyb-safe-file.h"
#include "xyb-store-engine.h"

#define BUFFER_SIZE (256 * 1024)
#define SHA256_LENGTH 64

/* Records that want a file, and what the clerk knows it by. */
/* Records that want a file, and what the clerk knows it by. An office of an earlier version has
 * fewer of these tables. */
static const struct
{
  const char *table;
  const char *sql;
} wanted[] = {
  { "returned_file",
    "SELECT sha256, min(name) FROM returned_file GROUP BY sha256 ORDER BY min(id)" },
  { "progress_material", "SELECT sha256, min(file_name) FROM progress_material"
                         " WHERE sha256 IS NOT NULL GROUP BY sha256 ORDER BY min(id)" },
  { "explanation", "SELECT sha256, min(file_name) FROM explanation WHERE sha256 IS NOT NULL"
                   " GROUP BY sha256 ORDER BY min(id)" },
};

/* ---- places ---- */

/* `<office>.attachments`, beside the office file. */
char *
xyb_attachments_folder (const char *office_path)
{
  return g_strconcat (office_path, ".attachments", NULL);
}

/* What a damaged office calls a hash must not lead out of the folder. */
static gboolean
is_sha256 (const char *text)
{
  gsize length = 0;

  for (; text != NULL && text[length] != '\0'; length++)
    if (!g_ascii_isdigit (text[length]) && (text[length] < 'a' || text[length] > 'f'))
      return FALSE;
  return length == SHA256_LENGTH;
}

static char *
path_in (const char *folder, const char *sha256)
{
  return g_build_filename (folder, sha256, NULL);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir (folder, 0700) == 0 && g_chmod (folder, 0700) == 0)
    return TRUE;
  xyb_file_set_error (error, errno, _ ("建立文件夹"), folder);
  return FALSE;
}

/* ---- reading and copying ---- */

/* A pipe or a device under the clerk's name for a file would keep us waiting for ever. */
static int
open_to_read (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  struct stat info;

  if (fd >= 0 && fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    return fd;
  xyb_file_set_error (error, fd >= 0 ? EISDIR : errno, _ ("读取"), path);
  if (fd >= 0)
    close (fd);
  return -1;
}

static gboolean
write_all (int fd, const guint8 *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= n;
    }
  return TRUE;
}

/* From one file into another and, on the way, through the hash; @to -1: only that. NULL on error.
 */
static char *
pump (int from, const char *from_path, int to, const char *to_path, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (BUFFER_SIZE);

  for (;;)
    {
      gssize n = read (from, buffer, BUFFER_SIZE);

      if (n < 0 && errno == EINTR)
        continue;
      if (n == 0)
        return g_strdup (g_checksum_get_string (sum));
      if (n < 0)
        {
          xyb_file_set_error (error, errno, _ ("读取"), from_path);
          return NULL;
        }
      g_checksum_update (sum, buffer, n);
      if (to >= 0 && !write_all (to, buffer, n))
        {
          xyb_file_set_error (error, errno, _ ("保存"), to_path);
          return NULL;
        }
    }
}

static char *
hash_file (const char *path, GError **error)
{
  int fd = open_to_read (path, error);
  char *sha256;

  if (fd < 0)
    return NULL;
  sha256 = pump (fd, path, -1, NULL, error);
  close (fd);
  return sha256;
}

/* Into a new file of mode 0600; gives the hash of what was copied. */
static char *
copy_bytes (const char *from, const char *to, const char *shown_target, GError **error)
{
  int source = open_to_read (from, error);
  char *sha256 = NULL;
  int target;

  if (source < 0)
    return NULL;
  target = g_open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (target < 0 || fchmod (target, 0600) != 0)
    xyb_file_set_error (error, errno, _ ("保存"), shown_target);
  else
    sha256 = pump (source, from, target, shown_target, error);
  if (target >= 0 && close (target) != 0 && sha256 != NULL)
    {
      xyb_file_set_error (error, errno, _ ("保存"), shown_target);
      g_clear_pointer (&sha256, g_free);
    }
  close (source);
  return sha256;
}

static gboolean
is_whole (const char *path, const char *sha256)
{
  g_autofree char *found = hash_file (path, NULL);

  return g_strcmp0 (found, sha256) == 0;
}

/* ---- one file ---- */

static void
set_changed (GError **error, const char *path)
{
  g_autofree char *shown = g_filename_display_basename (path);

  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT,
               _ ("「%s」在读取以后被改动过，没有导入；请重新读取这份文件。"), shown);
}

/* Puts a file whose hash is known into @folder under it. One that is there already stays. */
static gboolean
keep_in (const char *folder, const char *path, const char *sha256, GError **error)
{
  g_autofree char *target = path_in (folder, sha256);
  g_autofree char *found = NULL;
  g_autoptr (XybSafeFile) file = NULL;

  file = xyb_safe_file_new (target, TRUE, error);
  if (file == NULL)
    return FALSE;
  found = copy_bytes (path, xyb_safe_file_get_temp_path (file), path, error);
  if (found == NULL)
    return FALSE;
  if (!g_str_equal (found, sha256))
    {
      set_changed (error, path);
      return FALSE;
    }
  return xyb_safe_file_commit (file, error);
}

static gboolean
check_writable (XybStore *store, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (xyb_store_get_path (store));

  if (!xyb_store_is_read_only (store))
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY,
               _ ("「%s」是以只读方式打开的，不能修改。"), shown);
  return FALSE;
}

/**
 * xyb_attachment_store_add:
 * @path: a file of the clerk's
 * @expected_sha256: (nullable): what its bytes were when it was read
 * @error: %XYB_FILE_ERROR where it cannot be read or there is no room; %XYB_STORE_ERROR_CONFLICT
 *   where it is not the file that was read any more; %XYB_STORE_ERROR_READ_ONLY
 *
 * Keeps a copy of @path beside the office (0600 in a folder 0700; synced, then renamed). On error
 * nothing stays.
 *
 * Returns: (transfer full): its SHA-256, in hexadecimal; %NULL on error
 */
char *
xyb_attachment_store_add (XybStore *store,
                          const char *path,
                          const char *expected_sha256,
                          GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  if (!check_writable (store, error))
    return NULL;
  sha256 = hash_file (path, error);
  if (sha256 == NULL)
    return NULL;
  if (expected_sha256 != NULL && !g_str_equal (sha256, expected_sha256))
    {
      set_changed (error, path);
      return NULL;
    }
  folder = xyb_attachments_folder (xyb_store_get_path (store));
  target = path_in (folder, sha256);
  if (is_whole (target, sha256))
    return g_steal_pointer (&sha256);
  if (!make_folder (folder, error))
    return NULL;
  if (keep_in (folder, path, sha256, error))
    return g_steal_pointer (&sha256);
  g_rmdir (folder); /* where it is empty */
  return NULL;
}

/**
 * xyb_attachment_store_dup_path:
 * @sha256: of the file
 *
 * Returns: (transfer full) (nullable): where the kept copy lies; %NULL where it is not there
 */
char *
xyb_attachment_store_dup_path (XybStore *store, const char *sha256)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  if (!is_sha256 (sha256))
    return NULL;
  folder = xyb_attachments_folder (xyb_store_get_path (store));
  path = path_in (folder, sha256);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

static void
set_missing (GError **error, XybStore *store, const char *name)
{
  g_autofree char *folder = xyb_attachments_folder (xyb_store_get_path (store));
  g_autofree char *shown = g_filename_display_basename (folder);

  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
               _ ("「%s」的留存副本不在「%s」文件夹里，数据不受影响；请从备份找回这个文件夹，"
                  "或把原文件重新导入一次。"),
               name, shown);
}

static void
set_spoilt (GError **error, XybStore *store, const char *name)
{
  g_autofree char *folder = xyb_attachments_folder (xyb_store_get_path (store));
  g_autofree char *shown = g_filename_display_basename (folder);

  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
               _ ("「%s」文件夹里「%s」的留存副本已不是导入时的样子，数据不受影响；"
                  "请从备份找回，或把原文件重新导入一次。"),
               shown, name);
}

/**
 * xyb_attachment_store_save_as:
 * @sha256: of a kept file
 * @name: what the clerk knows it by, for the sentence
 * @target: where to
 * @overwrite: whether an existing file may be replaced
 * @error: %XYB_STORE_ERROR_NOT_FOUND where the copy is gone or spoilt; %XYB_FILE_ERROR
 *
 * Writes a copy of a kept file, looking on the way whether it is still what was kept.
 */
gboolean
xyb_attachment_store_save_as (XybStore *store,
                              const char *sha256,
                              const char *name,
                              const char *target,
                              gboolean overwrite,
                              GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *found = NULL;
  g_autoptr (XybSafeFile) file = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (name != NULL && target != NULL, FALSE);

  path = xyb_attachment_store_dup_path (store, sha256);
  if (path == NULL)
    {
      set_missing (error, store, name);
      return FALSE;
    }
  file = xyb_safe_file_new (target, overwrite, error);
  if (file == NULL)
    return FALSE;
  found = copy_bytes (path, xyb_safe_file_get_temp_path (file), target, error);
  if (found == NULL)
    return FALSE;
  if (g_str_equal (found, sha256))
    return xyb_safe_file_commit (file, error);
  set_spoilt (error, store, name);
  return FALSE;
}

static gboolean
check_wanted (XybStore *store, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, sql, error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  while (xyb_store_step (store, stmt, &row, error))
    {
      const char *sha256 = row ? (const char *) sqlite3_column_text (stmt, 0) : NULL;
      const char *name = row ? (const char *) sqlite3_column_text (stmt, 1) : NULL;
      g_autofree char *path = NULL;

      if (!row)
        return TRUE;
      path = xyb_attachment_store_dup_path (store, sha256);
      if (path != NULL && is_whole (path, sha256))
        continue;
      if (path == NULL)
        set_missing (error, store, name);
      else
        set_spoilt (error, store, name);
      return FALSE;
    }
  return FALSE;
}

/**
 * xyb_attachment_store_check:
 * @error: %XYB_STORE_ERROR_NOT_FOUND, naming the first that is missing or not what it was
 *
 * Reads every kept file a record wants.
 */
gboolean
xyb_attachment_store_check (XybStore *store, GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (!check_wanted (store, wanted[i].sql, error))
      return FALSE;
  return TRUE;
}

/* ---- with a copy of the office ---- */

/* Where the files of an office file may lie. A backup in the folder of its office has them beside
 * that office. */
static char *
find_source (const char *office_path)
{
  g_autofree char *own = xyb_attachments_folder (office_path);
  g_autofree char *folder = g_path_get_dirname (office_path);

  if (!g_file_test (own, G_FILE_TEST_IS_DIR) && g_str_has_suffix (folder, XYB_BACKUP_FOLDER_ENDING))
    {
      g_autofree char *office
        = g_strndup (folder, strlen (folder) - strlen (XYB_BACKUP_FOLDER_ENDING));

      return xyb_attachments_folder (office);
    }
  return g_steal_pointer (&own);
}

static gboolean
list_of_table (sqlite3 *db, const char *path, const char *sql, GPtrArray *hashes, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  int result = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (stmt);
      if (result == SQLITE_ROW && is_sha256 ((const char *) sqlite3_column_text (stmt, 0)))
        g_ptr_array_add (hashes, xyb_stmt_dup_text (stmt, 0));
    }
  if (result == SQLITE_DONE)
    return TRUE;
  xyb_db_take_error (db, path, result, error);
  return FALSE;
}

static gboolean
list_wanted (sqlite3 *db, const char *path, GPtrArray *hashes, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      int known = sqlite3_table_column_metadata (db, NULL, wanted[i].table, NULL, NULL, NULL, NULL,
                                                 NULL, NULL);

      if (known == SQLITE_OK && !list_of_table (db, path, wanted[i].sql, hashes, error))
        return FALSE;
    }
  return TRUE;
}

/* A copy that is missing or spoilt does not keep the office itself from being saved; the check
 * says so. */
static gboolean
carry_one (const char *from_folder,
           const char *to_folder,
           const char *sha256,
           GPtrArray *made,
           GError **error)
{
  g_autofree char *from = path_in (from_folder, sha256);
  g_autofree char *to = path_in (to_folder, sha256);

  if (is_whole (to, sha256) || !is_whole (from, sha256))
    return TRUE;
  if (!g_file_test (to_folder, G_FILE_TEST_EXISTS))
    {
      if (!make_folder (to_folder, error))
        return FALSE;
      g_ptr_array_insert (made, 0, g_strdup (to_folder));
    }
  if (!keep_in (to_folder, from, sha256, error))
    return FALSE;
  g_ptr_array_add (made, g_steal_pointer (&to));
  return TRUE;
}

/**
 * xyb_attachments_carry:
 * @db: the office or a copy of it; says which files it wants
 * @from_path: the office file @db is a copy of
 * @to_path: the name the copy will have
 * @made: (element-type filename): what was added beside it, for xyb_attachments_take_back()
 * @cancellable: (nullable): asked before every file
 * @error: %XYB_FILE_ERROR, %XYB_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Takes the files of an office along to where a copy of it goes.
 */
gboolean
xyb_attachments_carry (sqlite3 *db,
                       const char *from_path,
                       const char *to_path,
                       GPtrArray *made,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *from_folder = find_source (from_path);
  g_autofree char *to_folder = find_source (to_path);

  if (!list_wanted (db, from_path, hashes, error))
    return FALSE;
  if (g_str_equal (from_folder, to_folder))
    return TRUE;
  for (guint i = 0; i < hashes->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !carry_one (from_folder, to_folder, g_ptr_array_index (hashes, i), made, error))
      return FALSE;
  return TRUE;
}

/* The copy did not come about: what was added for it goes again, files first. */
void
xyb_attachments_take_back (GPtrArray *made)
{
  for (guint i = made->len; i > 0; i--)
    g_remove (g_ptr_array_index (made, i - 1));
  g_ptr_array_set_size (made, 0);
}
