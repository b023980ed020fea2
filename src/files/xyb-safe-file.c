/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xyb-i18n.h"

G_DEFINE_QUARK (xyb-file-error-quark, xyb_file_error)

struct _XybSafeFile
{
  char *target;
  char *folder;    /* of the target */
  char *temp_dir;  /* own, hidden, in the same folder: same file system, so rename is atomic */
  char *temp_path; /* in temp_dir, with the target's name and so its ending */
  gboolean overwrite;
  gboolean committed;
};

static XybFileError
code_from_errno (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      return XYB_FILE_ERROR_NOT_FOUND;
    case EEXIST:
      return XYB_FILE_ERROR_EXISTS;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return XYB_FILE_ERROR_NO_SPACE;
    case EACCES:
    case EPERM:
    case EROFS:
      return XYB_FILE_ERROR_NOT_WRITABLE;
    case EBUSY:
    case ETXTBSY:
      return XYB_FILE_ERROR_BUSY;
    case EISDIR:
    case ENAMETOOLONG:
    case EINVAL:
      return XYB_FILE_ERROR_BAD_NAME;
    default:
      return XYB_FILE_ERROR_FAILED;
    }
}

static const char *
advice (XybFileError code)
{
  switch (code)
    {
    case XYB_FILE_ERROR_NOT_FOUND:
      return _ ("文件或文件夹不存在，请检查位置。");
    case XYB_FILE_ERROR_EXISTS:
      return _ ("同名文件已经存在，请换一个文件名。");
    case XYB_FILE_ERROR_NO_SPACE:
      return _ ("磁盘已满，请清理磁盘或换一个位置。");
    case XYB_FILE_ERROR_NOT_WRITABLE:
      return _ ("没有权限，请换一个位置或请管理员开通权限。");
    case XYB_FILE_ERROR_BUSY:
      return _ ("文件正被其他程序使用，请先关闭它。");
    case XYB_FILE_ERROR_BAD_NAME:
      return _ ("文件名不能这样用，请换一个文件名。");
    case XYB_FILE_ERROR_FAILED:
    default:
      return _ ("请换一个位置再试。");
    }
}

/**
 * xyb_file_set_error:
 * @error: (nullable): return location
 * @saved_errno: errno of the call that failed
 * @doing: what was being done, in the clerk's words: 「保存」「读取」
 * @path: the file it was done to
 *
 * Makes the one sentence a clerk reads about a file that cannot be read or written.
 */
void
xyb_file_set_error (GError **error, int saved_errno, const char *doing, const char *path)
{
  XybFileError code = code_from_errno (saved_errno);
  g_autofree char *shown = g_filename_display_name (path);

  if (code == XYB_FILE_ERROR_FAILED)
    g_set_error (error, XYB_FILE_ERROR, code, _ ("%s「%s」时出错（%s），%s"), doing, shown,
                 g_strerror (saved_errno), advice (code));
  else
    g_set_error (error, XYB_FILE_ERROR, code, _ ("不能%s「%s」：%s"), doing, shown, advice (code));
}

/* LibreOffice and WPS leave 「.~lock.NAME#」, Excel and WPS 「~$NAME」 beside an open document. The
 * system would let us replace it; the clerk would then save her old copy over ours. */
static gboolean
open_in_office_program (const char *folder, const char *base)
{
  g_autofree char *lock = g_strconcat (".~lock.", base, "#", NULL);
  g_autofree char *lock_path = g_build_filename (folder, lock, NULL);
  g_autofree char *owner = g_strconcat ("~$", base, NULL);
  g_autofree char *owner_path = g_build_filename (folder, owner, NULL);

  return g_file_test (lock_path, G_FILE_TEST_EXISTS) || g_file_test (owner_path, G_FILE_TEST_EXISTS);
}

static gboolean
check_target (const char *target,
              const char *folder,
              const char *base,
              gboolean overwrite,
              GError **error)
{
  g_autofree char *shown = g_filename_display_name (target);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *shown_folder = g_filename_display_name (folder);

      g_set_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_NOT_FOUND,
                   _ ("不能保存「%s」：文件夹「%s」不存在，请先建立这个文件夹或换一个位置。"), shown,
                   shown_folder);
      return FALSE;
    }
  if (g_file_test (target, G_FILE_TEST_IS_DIR) || base[0] == '\0' || g_str_equal (base, "."))
    {
      g_set_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_BAD_NAME,
                   _ ("不能保存「%s」：这是一个文件夹，请给出文件名。"), shown);
      return FALSE;
    }
  if (!g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!overwrite)
    {
      xyb_file_set_error (error, EEXIST, _ ("保存"), target);
      return FALSE;
    }
  if (open_in_office_program (folder, base))
    {
      g_set_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_BUSY,
                   _ ("不能保存「%s」：它正在 WPS、Excel 或 LibreOffice 里打开着，请先关闭它再导出。"),
                   shown);
      return FALSE;
    }
  /* A file made read-only on purpose is not replaced behind its owner's back. */
  if (g_access (target, W_OK) != 0)
    {
      xyb_file_set_error (error, errno, _ ("保存"), target);
      return FALSE;
    }
  return TRUE;
}

/**
 * xyb_safe_file_new:
 * @target: the file to be written
 * @overwrite: whether an existing file may be replaced
 * @error: %XYB_FILE_ERROR
 *
 * Looks whether @target can be written and makes a place for its temporary file in the same folder.
 *
 * Returns: (transfer full): the file in the making; freeing it without xyb_safe_file_commit() leaves
 *   everything as it was. %NULL on error
 */
XybSafeFile *
xyb_safe_file_new (const char *target, gboolean overwrite, GError **error)
{
  g_autoptr (XybSafeFile) self = NULL;
  g_autofree char *base = NULL;
  g_autofree char *pattern = NULL;

  g_return_val_if_fail (target != NULL, NULL);

  self = g_new0 (XybSafeFile, 1);
  self->target = g_strdup (target);
  self->folder = g_path_get_dirname (target);
  self->overwrite = overwrite;
  base = g_path_get_basename (target);
  if (g_str_has_suffix (target, G_DIR_SEPARATOR_S))
    base[0] = '\0';
  if (!check_target (target, self->folder, base, overwrite, error))
    return NULL;

  pattern = g_build_filename (self->folder, ".xyb-XXXXXX", NULL);
  if (g_mkdtemp_full (pattern, 0700) == NULL)
    {
      xyb_file_set_error (error, errno, _ ("保存"), target);
      return NULL;
    }
  self->temp_dir = g_steal_pointer (&pattern);
  self->temp_path = g_build_filename (self->temp_dir, base, NULL);
  return g_steal_pointer (&self);
}

static void
clear_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
xyb_safe_file_free (XybSafeFile *self)
{
  if (self == NULL)
    return;
  if (self->temp_dir != NULL)
    clear_folder (self->temp_dir);
  g_free (self->target);
  g_free (self->folder);
  g_free (self->temp_dir);
  g_free (self->temp_path);
  g_free (self);
}

/**
 * xyb_safe_file_get_temp_path:
 *
 * Returns: where to write; has the target's own base name. Not created yet
 */
const char *
xyb_safe_file_get_temp_path (XybSafeFile *self)
{
  return self->temp_path;
}

/**
 * xyb_safe_file_get_temp_dir:
 *
 * Returns: a private folder on the target's file system, emptied with the object: the place for a
 *   library's own temporary files, so that a full disk shows where the target lies (PROVEN)
 */
const char *
xyb_safe_file_get_temp_dir (XybSafeFile *self)
{
  return self->temp_dir;
}

static gboolean
fsync_file (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int result;
  int saved_errno;

  if (fd < 0)
    return FALSE;
  result = fsync (fd);
  saved_errno = errno;
  close (fd);
  errno = saved_errno;
  return result == 0;
}

/**
 * xyb_safe_file_fsync_folder:
 * @path: a file
 *
 * Makes a rename or unlink in the folder of @path last through a power cut.
 */
gboolean
xyb_safe_file_fsync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return fsync_file (folder);
}

/**
 * xyb_safe_file_commit:
 * @error: %XYB_FILE_ERROR
 *
 * Puts the temporary file in the target's place: fsync, rename, fsync of the folder.
 *
 * Returns: %FALSE with the old target untouched
 */
gboolean
xyb_safe_file_commit (XybSafeFile *self, GError **error)
{
  struct stat old;

  g_return_val_if_fail (!self->committed, FALSE);

  /* An existing file keeps its permissions; a new one gets what the umask leaves. */
  if (stat (self->target, &old) == 0 && chmod (self->temp_path, old.st_mode & 07777) != 0)
    goto failed;
  if (!fsync_file (self->temp_path))
    goto failed;
  if (self->overwrite)
    {
      if (g_rename (self->temp_path, self->target) != 0)
        goto failed;
    }
  else
    {
      /* link() refuses where somebody made the file meanwhile; rename() would replace it. File
       * systems without hard links (FAT) take the rename after a last look. */
      if (link (self->temp_path, self->target) != 0
          && (errno == EEXIST || g_file_test (self->target, G_FILE_TEST_EXISTS)
              || g_rename (self->temp_path, self->target) != 0))
        goto failed;
    }
  self->committed = TRUE;
  xyb_safe_file_fsync_folder (self->target);
  return TRUE;

failed:
  xyb_file_set_error (error, errno, _ ("保存"), self->target);
  return FALSE;
}
