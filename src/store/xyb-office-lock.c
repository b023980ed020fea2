/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-office-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xyb-i18n.h"
#include "xyb-safe-file.h"
#include "xyb-store-error.h"

#define LOCK_GROUP "office"
#define MAX_ATTEMPTS 50

struct _XybOfficeLock
{
  char *path;
  int fd;
  gboolean held;
};

static char *
present_time (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d %H:%M");
}

/* What the next program shows; not being able to write it is no reason to refuse the office. */
static void
write_holder (int fd)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *since = present_time ();
  g_autofree char *text = NULL;
  const char *real_name = g_get_real_name ();
  gsize length;

  g_key_file_set_integer (file, LOCK_GROUP, "pid", getpid ());
  g_key_file_set_string (file, LOCK_GROUP, "user",
                         g_strcmp0 (real_name, "Unknown") != 0 ? real_name : g_get_user_name ());
  g_key_file_set_string (file, LOCK_GROUP, "host", g_get_host_name ());
  g_key_file_set_string (file, LOCK_GROUP, "since", since);
  text = g_key_file_to_data (file, &length, NULL);
  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, length, 0) != (gssize) length)
    g_debug ("lock file without a holder: %s", g_strerror (errno));
}

/* 张三（进程 123，本机，2020-11-20 08:30 起） */
static char *
describe_holder (int fd)
{
  char text[2048];
  gssize length = pread (fd, text, sizeof text - 1, 0);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *user = NULL;
  g_autofree char *host = NULL;
  g_autofree char *since = NULL;
  int pid;

  if (length <= 0 || !g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL))
    return g_strdup (_ ("另一个程序"));
  user = g_key_file_get_string (file, LOCK_GROUP, "user", NULL);
  host = g_key_file_get_string (file, LOCK_GROUP, "host", NULL);
  since = g_key_file_get_string (file, LOCK_GROUP, "since", NULL);
  pid = g_key_file_get_integer (file, LOCK_GROUP, "pid", NULL);
  if (user == NULL || host == NULL || since == NULL || pid == 0)
    return g_strdup (_ ("另一个程序"));
  if (g_strcmp0 (host, g_get_host_name ()) != 0)
    return g_strdup_printf (_ ("%s（电脑 %s，进程 %d，%s 起）"), user, host, pid, since);
  if (pid == getpid ())
    return g_strdup_printf (_ ("%s（本程序自己，%s 起）"), user, since);
  return g_strdup_printf (_ ("%s（本机，进程 %d，%s 起）"), user, pid, since);
}

static void
set_held_by_other (GError **error, const char *office_path, int fd)
{
  g_autofree char *shown = g_filename_display_basename (office_path);
  g_autofree char *holder = describe_holder (fd);

  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_LOCKED,
               _ ("「%s」正由 %s使用，请先关闭那边的程序，再重新打开。"), shown, holder);
}

static void
set_cannot_create (GError **error, const char *office_path, int saved_errno)
{
  g_autofree char *shown = g_filename_display_name (office_path);

  if (saved_errno == EACCES || saved_errno == EPERM || saved_errno == EROFS)
    g_set_error (
      error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY,
      _ ("「%s」所在的文件夹不能写入，要修改请先复制到自己的文件夹。"), shown);
  else if (saved_errno == ENOENT || saved_errno == ENOTDIR)
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                 _ ("「%s」所在的文件夹不存在，请先建立文件夹，或检查位置。"), shown);
  else if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NO_SPACE,
                 _ ("磁盘已满，不能打开「%s」；请清理磁盘后再试。"), shown);
  else
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_FAILED,
                 _ ("不能锁定「%s」（%s），请检查所在文件夹。"), shown, g_strerror (saved_errno));
}

/* The holder removes the file while it still has the lock: whoever opened it just before then holds
 * a lock on a name that is gone, and must begin again. */
static gboolean
is_still_there (int fd, const char *path)
{
  struct stat opened, named;

  return fstat (fd, &opened) == 0 && stat (path, &named) == 0 && opened.st_ino == named.st_ino
         && opened.st_dev == named.st_dev;
}

static gboolean
cannot_lock_here (int saved_errno)
{
  return saved_errno == ENOLCK || saved_errno == ENOSYS || saved_errno == EOPNOTSUPP
         || saved_errno == EINVAL;
}

/**
 * xyb_office_lock_take:
 * @office_path: the office file; it may be missing
 * @error: %XYB_STORE_ERROR_LOCKED with a sentence that says who has it, %XYB_STORE_ERROR_READ_ONLY
 *   where the companion file cannot be made
 *
 * Returns: (transfer full): the lock; freeing it removes the companion file
 */
XybOfficeLock *
xyb_office_lock_take (const char *office_path, GError **error)
{
  g_autoptr (XybOfficeLock) self = g_new0 (XybOfficeLock, 1);

  self->path = g_strconcat (office_path, ".lock", NULL);
  self->fd = -1;
  for (guint attempt = 0; attempt < MAX_ATTEMPTS; attempt++)
    {
      self->fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
      if (self->fd < 0)
        {
          set_cannot_create (error, office_path, errno);
          return NULL;
        }
      if (flock (self->fd, LOCK_EX | LOCK_NB) == 0)
        {
          self->held = is_still_there (self->fd, self->path);
          if (self->held)
            break;
        }
      else if (cannot_lock_here (errno))
        break;
      else
        {
          set_held_by_other (error, office_path, self->fd);
          return NULL;
        }
      close (self->fd);
      self->fd = -1;
    }
  if (self->fd < 0)
    {
      set_cannot_create (error, office_path, EAGAIN);
      return NULL;
    }
  if (fchmod (self->fd, 0600) != 0)
    g_debug ("lock file keeps its permissions: %s", g_strerror (errno));
  write_holder (self->fd);
  return g_steal_pointer (&self);
}

void
xyb_office_lock_free (XybOfficeLock *self)
{
  if (self == NULL)
    return;
  if (self->held)
    g_unlink (self->path);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self);
}

/**
 * xyb_office_lock_is_held:
 *
 * Returns: %FALSE where the file system cannot lock (some network shares)
 */
gboolean
xyb_office_lock_is_held (XybOfficeLock *self)
{
  return self->held;
}
