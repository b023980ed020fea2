/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-office-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixmounts.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "xyb-i18n.h"
#include "xyb-safe-file.h"

/* Offsets of the SQLite header (https://www.sqlite.org/fileformat.html, 1.3). */
#define HEADER_SIZE 100
#define OFFSET_PAGE_SIZE 16
#define OFFSET_READ_VERSION 19
#define OFFSET_CHANGE_COUNTER 24
#define OFFSET_PAGE_COUNT 28
#define OFFSET_USER_VERSION 60
#define OFFSET_APPLICATION_ID 68
#define OFFSET_VALID_FOR 92

#define READ_VERSION_WAL 2

#define FUSE_MAGIC 0x65735546

/* Magic numbers of statfs(2) for file systems whose other end is another machine, or may be. */
static const guint32 network_systems[] = {
  0x00006969, /* NFS */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB2 */
  0x0000517b, /* SMB */
  FUSE_MAGIC, /* sshfs, gvfs, cloud folders */
  0x0000564c, /* NCP */
  0x73757245, /* Coda */
  0x5346414f, /* AFS */
  0x6b414653, /* kAFS */
  0x01021997, /* 9P */
  0x00c36400, /* Ceph */
  0x0bd00bd0, /* Lustre */
  0x47504653, /* GPFS */
  0x01161970, /* GFS2 */
  0x7461636f, /* OCFS2 */
};

/* A disk under a FUSE driver (NTFS on a stick) is local all the same. */
static gboolean
is_local_fuse (const char *path)
{
  GUnixMountEntry *mount = g_unix_mount_for (path, NULL);
  const char *type = mount != NULL ? g_unix_mount_get_fs_type (mount) : "";
  gboolean local = g_strcmp0 (type, "fuseblk") == 0 || g_strcmp0 (type, "fuse.fuse-overlayfs") == 0;

  g_clear_pointer (&mount, g_unix_mount_free);
  return local;
}

static XybFileSystem
ask_kernel (const char *path)
{
  struct statfs info;

  if (statfs (path, &info) != 0)
    return XYB_FILE_SYSTEM_LOCAL;
  if ((guint32) info.f_type == FUSE_MAGIC && is_local_fuse (path))
    return XYB_FILE_SYSTEM_LOCAL;
  for (gsize i = 0; i < G_N_ELEMENTS (network_systems); i++)
    if ((guint32) info.f_type == network_systems[i])
      return XYB_FILE_SYSTEM_NETWORK;
  return XYB_FILE_SYSTEM_LOCAL;
}

static XybFileSystemFunc file_system_func = ask_kernel;

void
xyb_office_file_set_system_func (XybFileSystemFunc func)
{
  file_system_func = func != NULL ? func : ask_kernel;
}

/**
 * xyb_office_file_system:
 * @path: an existing file
 *
 * Shared memory, which WAL needs, does not reach over a network: there the office uses a rollback
 * journal (DESIGN §4).
 */
XybFileSystem
xyb_office_file_system (const char *path)
{
  return file_system_func (path);
}

/**
 * xyb_office_file_resolve:
 * @path: as the clerk gave it
 * @error: %XYB_STORE_ERROR_NOT_FOUND, or %XYB_STORE_ERROR_NOT_OFFICE for a folder or a device
 *
 * Returns: (transfer full): the one absolute name of the file, links followed, so that two ways to
 * one file meet at one lock
 */
char *
xyb_office_file_resolve (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  char *resolved = realpath (path, NULL);
  struct stat info;
  char *result;

  if (resolved == NULL || stat (resolved, &info) != 0)
    {
      int saved_errno = errno;

      free (resolved);
      if (saved_errno == EACCES)
        g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY,
                     _ ("没有权限读取「%s」，请管理员开通权限。"), shown);
      else
        g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                     _ ("办公数据「%s」不存在，请检查位置，或新建一个。"), shown);
      return NULL;
    }
  result = g_strdup (resolved);
  free (resolved);
  if (!S_ISREG (info.st_mode))
    {
      g_free (result);
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_OFFICE,
                   _ ("「%s」不是文件，不能作为办公数据打开，请选择 .xyb 文件。"), shown);
      return NULL;
    }
  return result;
}

/**
 * xyb_office_file_open_immutable:
 * @path: an absolute path
 * @error: %XYB_STORE_ERROR
 *
 * Returns: (transfer full): a connection that reads @path alone and leaves nothing beside it
 */
sqlite3 *
xyb_office_file_open_immutable (const char *path, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *immutable = NULL;
  sqlite3 *db = NULL;
  int result;

  if (uri == NULL)
    return NULL;
  immutable = g_strconcat (uri, "?immutable=1", NULL);
  result = sqlite3_open_v2 (immutable, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
  if (result != SQLITE_OK)
    {
      xyb_db_take_error (db, path, result, error);
      sqlite3_close_v2 (db);
      return NULL;
    }
  return db;
}

static guint32
get_be32 (const guint8 *header, gsize offset)
{
  guint32 value;

  memcpy (&value, header + offset, sizeof value);
  return GUINT32_FROM_BE (value);
}

/* Through SQLite's own file handle: a plain open() and close() here would drop the POSIX locks of
 * any connection this process already has to the file. */
static gboolean
read_header (const char *path, guint8 *header, gint64 *out_size, GError **error)
{
  g_autoptr (sqlite3) db = xyb_office_file_open_immutable (path, error);
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  int result;

  if (db == NULL)
    return FALSE;
  result = sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (result == SQLITE_OK)
    result = file->pMethods->xFileSize (file, &size);
  *out_size = size;
  if (result == SQLITE_OK && size >= HEADER_SIZE)
    result = file->pMethods->xRead (file, header, HEADER_SIZE, 0);
  if (result != SQLITE_OK)
    xyb_db_take_error (db, path, result, error);
  return result == SQLITE_OK;
}

static gboolean
is_truncated (const char *path, const guint8 *header, gint64 size)
{
  gint64 page_size = get_be32 (header, OFFSET_PAGE_SIZE) >> 16;
  gint64 pages = get_be32 (header, OFFSET_PAGE_COUNT);

  if (page_size == 1)
    page_size = 65536;
  /* Pages that are still in the write-ahead log, or to be rolled back, may lie beyond the end. */
  if (xyb_office_file_has_remains (path, "-wal") || xyb_office_file_has_remains (path, "-journal"))
    return FALSE;
  return get_be32 (header, OFFSET_CHANGE_COUNTER) == get_be32 (header, OFFSET_VALID_FOR)
         && pages * page_size > size;
}

static gboolean
check_header (const char *path,
              const guint8 *header,
              gint64 size,
              int max_version,
              int *out_version,
              GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (size == 0)
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_OFFICE,
                 _ ("「%s」是空文件（0 字节），不是办公数据，请选择别的文件或从备份恢复。"), shown);
  else if (size < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0
           || get_be32 (header, OFFSET_APPLICATION_ID) != XYB_STORE_APPLICATION_ID)
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_OFFICE,
                 _ ("「%s」不是信用办工作台的办公数据，没有改动它，请选择 .xyb 文件。"), shown);
  else if ((gint64) get_be32 (header, OFFSET_USER_VERSION) > max_version)
    g_set_error (
      error, XYB_STORE_ERROR, XYB_STORE_ERROR_NEWER,
      _ ("「%s」由更新的程序保存（数据格式第 %u 版，本程序只认到第 %d 版），请先升级程序。"), shown,
      get_be32 (header, OFFSET_USER_VERSION), max_version);
  else if (is_truncated (path, header, size))
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_DAMAGED,
                 _ ("「%s」不完整，后面一段缺失，请从备份恢复。"), shown);
  else
    {
      *out_version = (int) get_be32 (header, OFFSET_USER_VERSION);
      return TRUE;
    }
  return FALSE;
}

/**
 * xyb_office_file_probe:
 * @path: as from xyb_office_file_resolve()
 * @max_version: newest schema this program knows
 * @out_version: (out): schema of the file
 * @error: NOT_OFFICE, NEWER, DAMAGED (cut short), READ_ONLY (may not be read)
 *
 * Looks at the header's bytes only: a file that is not ours stays byte for byte, with nothing
 * beside it.
 */
gboolean
xyb_office_file_probe (const char *path, int max_version, int *out_version, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gint64 size = 0;

  if (g_access (path, R_OK) != 0)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY,
                   _ ("没有权限读取「%s」，请管理员开通权限。"), shown);
      return FALSE;
    }
  return read_header (path, header, &size, error)
         && check_header (path, header, size, max_version, out_version, error);
}

/* Permission bits count even for root: a file made read-only on purpose stays so. */
static gboolean
may_write (const char *path)
{
  struct stat info;

  return stat (path, &info) == 0 && (info.st_mode & 0222) != 0 && g_access (path, W_OK) == 0;
}

/**
 * xyb_office_file_is_writable:
 * @error: %XYB_STORE_ERROR_READ_ONLY with the sentence that says which of the two cannot be written
 *
 * Whether the file and its folder, where the journal and the lock lie, take writing.
 */
gboolean
xyb_office_file_is_writable (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (path);

  if (!may_write (path))
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY,
                 _ ("「%s」是只读文件，要修改请先取消只读或另存一份。"), shown);
  else if (!may_write (folder))
    g_set_error (
      error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY,
      _ ("「%s」所在的文件夹不能写入，要修改请先复制到自己的文件夹。"), shown);
  else
    return TRUE;
  return FALSE;
}

/**
 * xyb_office_file_has_remains:
 * @suffix: `-wal` or `-journal`
 *
 * Whether a journal with something in it lies beside @path.
 */
gboolean
xyb_office_file_has_remains (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);
  struct stat info;

  return stat (beside, &info) == 0 && info.st_size > 0;
}

/**
 * xyb_office_file_check_no_journal:
 * @path: where a new file is to stand
 * @error: %XYB_STORE_ERROR_EXISTS
 *
 * SQLite would play a journal that outlived its file into the new one.
 */
gboolean
xyb_office_file_check_no_journal (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (!xyb_office_file_has_remains (path, "-wal")
      && !xyb_office_file_has_remains (path, "-journal"))
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
               _ ("「%s」旁边留有同名办公数据的日志文件（-wal 或 -journal），请先移走它，或换一"
                  "个文件名。"),
               shown);
  return FALSE;
}

/**
 * xyb_office_file_may_be_shared:
 * @path: an office file
 *
 * Whether somebody else may be writing to @path now or may begin to, as far as can be seen: the
 * file keeps a rollback journal, which leaves nothing beside it between two commits, or there is a
 * log, which has no bytes until the first commit.
 */
gboolean
xyb_office_file_may_be_shared (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  guint8 header[HEADER_SIZE] = { 0 };
  gint64 size = 0;

  return g_file_test (log, G_FILE_TEST_EXISTS) || xyb_office_file_has_remains (path, "-journal")
         || !read_header (path, header, &size, NULL)
         || header[OFFSET_READ_VERSION] != READ_VERSION_WAL;
}

/**
 * xyb_office_file_reserve:
 * @path: must not exist
 * @error: %XYB_FILE_ERROR
 *
 * Makes an empty file only its owner can read, whatever the umask; SQLite gives its journals the
 * permissions of the file.
 */
gboolean
xyb_office_file_reserve (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  gboolean ok = fd >= 0 && fchmod (fd, 0600) == 0;

  if (!ok)
    xyb_file_set_error (error, errno, _ ("保存"), path);
  if (fd >= 0)
    close (fd);
  return ok;
}
