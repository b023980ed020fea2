/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xyb-i18n.h"
#include "xyb-text.h"

/* Of a path, in a sentence: a name of 10,000 characters does not fill the screen. */
#define SHOWN_CHARACTERS 120

G_DEFINE_QUARK (xyb_file_error_quark, xyb_file_error)

struct _XybSafeFile
{
  char *target;    /* the file itself, where the clerk gave a link to it */
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
    case ELOOP:
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

static char *
show (const char *path)
{
  g_autofree char *display = g_filename_display_name (path);

  return xyb_text_excerpt (display, SHOWN_CHARACTERS);
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
  g_autofree char *shown = show (path);

  if (saved_errno == ENAMETOOLONG)
    g_set_error (error, XYB_FILE_ERROR, code, _ ("不能%s「%s」：文件名太长，请换一个短些的。"),
                 doing, shown);
  else if (code == XYB_FILE_ERROR_FAILED)
    g_set_error (error, XYB_FILE_ERROR, code, _ ("%s「%s」时出错（%s），%s"), doing, shown,
                 g_strerror (saved_errno), advice (code));
  else
    g_set_error (error, XYB_FILE_ERROR, code, _ ("不能%s「%s」：%s"), doing, shown, advice (code));
}

/* LibreOffice and WPS leave 「.~lock.NAME#」, Excel 「~$NAME」 and Word and WPS 「~$」 in the place
 * of the first two characters beside an open document. The system would let us replace it; the
 * clerk would then save her old copy over ours. Returns the name of what was found. */
static char *
find_lock_file (const char *folder, const char *base)
{
  const char *past_two = g_utf8_validate (base, -1, NULL) && g_utf8_strlen (base, -1) > 2
                           ? g_utf8_offset_to_pointer (base, 2)
                           : base;
  char *names[] = {
    g_strconcat (".~lock.", base, "#", NULL),
    g_strconcat ("~$", base, NULL),
    g_strconcat ("~$", past_two, NULL),
  };
  char *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (found == NULL && g_file_test (path, G_FILE_TEST_EXISTS))
        found = g_steal_pointer (&names[i]);
      g_free (names[i]);
    }
  return found;
}

static gboolean
check_folder (const char *target, const char *folder, GError **error)
{
  g_autofree char *shown = NULL;
  g_autofree char *shown_folder = NULL;

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  shown = show (target);
  shown_folder = show (folder);
  g_set_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_NOT_FOUND,
               _ ("不能保存「%s」：文件夹「%s」不存在，请先建立这个文件夹或换一个位置。"), shown,
               shown_folder);
  return FALSE;
}

/* A folder, or something that is no document: a device, a pipe. */
static gboolean
check_kind (const char *target, mode_t mode, GError **error)
{
  g_autofree char *shown = NULL;

  if (S_ISREG (mode))
    return TRUE;
  shown = show (target);
  g_set_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_BAD_NAME,
               S_ISDIR (mode) ? _ ("不能保存「%s」：这是一个文件夹，请给出文件名。")
                              : _ ("不能保存「%s」：这不是普通文件，请换一个文件名。"),
               shown);
  return FALSE;
}

static gboolean
check_not_open (const char *target, const char *folder, const char *base, GError **error)
{
  g_autofree char *lock = find_lock_file (folder, base);
  g_autofree char *shown = NULL;

  if (lock == NULL)
    return TRUE;
  shown = show (target);
  g_set_error (
    error, XYB_FILE_ERROR, XYB_FILE_ERROR_BUSY,
    _ ("不能保存「%s」：它正在 WPS、Excel 或 LibreOffice 里打开着，请先关闭它；确实没有打开的，"
       "请删除同一文件夹里的「%s」。"),
    shown, lock);
  return FALSE;
}

static gboolean
check_target (const XybSafeFile *self, GError **error)
{
  g_autofree char *base = g_path_get_basename (self->target);
  struct stat present;

  if (!check_folder (self->target, self->folder, error))
    return FALSE;
  if (g_str_has_suffix (self->target, G_DIR_SEPARATOR_S) || g_str_equal (base, "."))
    return check_kind (self->target, S_IFDIR, error);
  if (stat (self->target, &present) != 0)
    {
      if (errno == ENOENT)
        return TRUE;
      xyb_file_set_error (error, errno, _ ("保存"), self->target);
      return FALSE;
    }
  if (!check_kind (self->target, present.st_mode, error))
    return FALSE;
  if (!self->overwrite)
    {
      xyb_file_set_error (error, EEXIST, _ ("保存"), self->target);
      return FALSE;
    }
  if (!check_not_open (self->target, self->folder, base, error))
    return FALSE;
  /* A file made read-only on purpose is not replaced behind its owner's back. */
  if (g_access (self->target, W_OK) != 0)
    {
      xyb_file_set_error (error, errno, _ ("保存"), self->target);
      return FALSE;
    }
  return TRUE;
}

/* A link stays a link: what it points at is what is written. NULL where that is gone. */
static char *
follow_link (const char *target, GError **error)
{
  g_autofree char *copy = NULL;
  char *real;

  if (!g_file_test (target, G_FILE_TEST_IS_SYMLINK))
    return g_strdup (target);
  real = realpath (target, NULL);
  if (real == NULL)
    {
      xyb_file_set_error (error, errno, _ ("保存"), target);
      return NULL;
    }
  copy = g_strdup (real);
  free (real);
  return g_steal_pointer (&copy);
}

/* ---- what a killed program left ---- */

static void
delete_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_unlink (child);
    }
  g_rmdir (path);
}

/* A day old, it is nobody's any more. */
static gboolean
is_leftover (const char *path, const char *must_hold)
{
  g_autofree char *held = g_build_filename (path, must_hold != NULL ? must_hold : ".", NULL);
  gint64 yesterday = g_get_real_time () / G_USEC_PER_SEC - 24 * 60 * 60;
  struct stat info;

  return lstat (path, &info) == 0 && S_ISDIR (info.st_mode) && info.st_mtime < yesterday
         && g_file_test (held, G_FILE_TEST_EXISTS);
}

/**
 * xyb_safe_file_clear_leftovers:
 * @folder: a folder
 * @must_hold: (nullable): only what holds a file of this name; %NULL in a folder of our own
 *
 * Deletes the hidden folders a killed program has left, when they are a day old.
 */
void
xyb_safe_file_clear_leftovers (const char *folder, const char *must_hold)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, ".xyb-") && is_leftover (path, must_hold))
        delete_folder (path);
    }
}

/**
 * xyb_safe_file_new:
 * @target: the file to be written
 * @overwrite: whether an existing file may be replaced
 * @error: %XYB_FILE_ERROR
 *
 * Looks whether @target can be written and makes a place for its temporary file in the same folder.
 *
 * Returns: (transfer full): the file in the making; freeing it without xyb_safe_file_commit()
 * leaves everything as it was. %NULL on error
 */
XybSafeFile *
xyb_safe_file_new (const char *target, gboolean overwrite, GError **error)
{
  g_autoptr (XybSafeFile) self = NULL;
  g_autofree char *base = NULL;
  g_autofree char *pattern = NULL;

  g_return_val_if_fail (target != NULL, NULL);

  self = g_new0 (XybSafeFile, 1);
  self->overwrite = overwrite;
  self->target = follow_link (target, error);
  if (self->target == NULL)
    return NULL;
  self->folder = g_path_get_dirname (self->target);
  base = g_path_get_basename (self->target);
  if (!check_target (self, error))
    return NULL;

  xyb_safe_file_clear_leftovers (self->folder, base);
  pattern = g_build_filename (self->folder, ".xyb-XXXXXX", NULL);
  if (g_mkdtemp_full (pattern, 0700) == NULL)
    {
      xyb_file_set_error (error, errno, _ ("保存"), target);
      return NULL;
    }
  self->temp_dir = g_steal_pointer (&pattern);
  self->temp_path = g_build_filename (self->temp_dir, base, NULL);
  /* A umask may take away the owner's own right to enter it. */
  if (g_chmod (self->temp_dir, 0700) != 0)
    {
      xyb_file_set_error (error, errno, _ ("保存"), target);
      return NULL;
    }
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

/**
 * xyb_safe_file_free:
 * @self: (nullable): a file in the making
 *
 * Takes the temporary folder away with everything in it. Without a commit before, nothing has
 * happened.
 */
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
 *
 * Returns: %FALSE with errno set
 */
gboolean
xyb_safe_file_fsync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return fsync_file (folder);
}

/* An existing file keeps its permissions; a new one gets what the umask leaves. A file system
 * without permissions (FAT, some shares) says EPERM, and there every file has the same. */
static gboolean
keep_permissions (XybSafeFile *self)
{
  struct stat old;
  struct stat fresh;

  if (stat (self->target, &old) != 0)
    return TRUE;
  if (stat (self->temp_path, &fresh) != 0)
    return FALSE;
  if ((old.st_mode & 07777) == (fresh.st_mode & 07777))
    return TRUE;
  return chmod (self->temp_path, old.st_mode & 07777) == 0 || errno == EPERM;
}

/* link() refuses where somebody made the file meanwhile; rename() would replace it. File systems
 * without hard links (FAT) take the rename after a last look. */
static gboolean
move_if_absent (const char *from, const char *to)
{
  if (link (from, to) == 0)
    return TRUE;
  if (errno == EEXIST || g_file_test (to, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (from, to) == 0;
}

/**
 * xyb_safe_file_commit:
 * @error: %XYB_FILE_ERROR
 *
 * Puts the temporary file in the target's place: fsync, rename, fsync of the folder. Looks at the
 * target once more first, for a long export gives time to open it.
 *
 * Returns: %FALSE with the old target untouched
 */
gboolean
xyb_safe_file_commit (XybSafeFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (!self->committed, FALSE);

  if (!check_target (self, error))
    return FALSE;
  if (!keep_permissions (self) || !fsync_file (self->temp_path)
      || !(self->overwrite ? g_rename (self->temp_path, self->target) == 0
                           : move_if_absent (self->temp_path, self->target)))
    {
      xyb_file_set_error (error, errno, _ ("保存"), self->target);
      return FALSE;
    }
  self->committed = TRUE;
  xyb_safe_file_fsync_folder (self->target);
  return TRUE;
}

/**
 * xyb_safe_file_write_text:
 * @target: where to; an old file there is replaced
 * @text: what it shall hold
 * @error: %XYB_FILE_ERROR
 *
 * Writes a short text file, whole or not at all.
 */
gboolean
xyb_safe_file_write_text (const char *target, const char *text, GError **error)
{
  g_autoptr (XybSafeFile) self = xyb_safe_file_new (target, TRUE, error);
  FILE *file;
  gboolean written;

  if (self == NULL)
    return FALSE;
  file = fopen (self->temp_path, "wxe");
  written = file != NULL && fputs (text, file) >= 0;
  if (file != NULL && fclose (file) != 0)
    written = FALSE;
  if (written)
    return xyb_safe_file_commit (self, error);
  xyb_file_set_error (error, errno, _ ("保存"), target);
  return FALSE;
}
