/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-file-digest.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xyb-exchange-error.h"
#include "xyb-i18n.h"
#include "xyb-safe-file.h"

#define BUFFER_SIZE (256 * 1024)

struct _XybFileDigest
{
  char *path;
  gboolean known; /* there was such a file at the start */
  struct stat before;
};

/**
 * xyb_file_digest_start:
 * @path: a file that is going to be read
 *
 * Returns: (transfer full): how it stands now
 */
XybFileDigest *
xyb_file_digest_start (const char *path)
{
  XybFileDigest *self = g_new0 (XybFileDigest, 1);

  self->path = g_strdup (path);
  self->known = stat (path, &self->before) == 0;
  return self;
}

void
xyb_file_digest_free (XybFileDigest *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self);
}

/* The same file with the same contents, as far as the system tells. */
static gboolean
is_unchanged (const XybFileDigest *self, int fd)
{
  const struct stat *before = &self->before;
  struct stat now;

  return self->known && fstat (fd, &now) == 0 && now.st_dev == before->st_dev
         && now.st_ino == before->st_ino && now.st_size == before->st_size
         && now.st_mtim.tv_sec == before->st_mtim.tv_sec
         && now.st_mtim.tv_nsec == before->st_mtim.tv_nsec;
}

static char *
hash (const XybFileDigest *self, int fd, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (BUFFER_SIZE);
  gssize n;

  while ((n = read (fd, buffer, BUFFER_SIZE)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          xyb_file_set_error (error, errno, _ ("读取"), self->path);
          return NULL;
        }
      g_checksum_update (sum, buffer, n);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static void
set_changed (const XybFileDigest *self, GError **error)
{
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *shown = g_filename_display_name (base);

  g_set_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_FORMAT,
               _ ("「%s」正被别的程序改动，请等它保存完再读。"), shown);
}

/**
 * xyb_file_digest_finish:
 * @error: %XYB_FILE_ERROR, or %XYB_EXCHANGE_ERROR_FORMAT where the file was written in the meantime
 *
 * Returns: (transfer full): the SHA-256 of what has been read since xyb_file_digest_start(), in hex
 */
char *
xyb_file_digest_finish (XybFileDigest *self, GError **error)
{
  int fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  g_autofree char *sha256 = NULL;

  if (fd < 0)
    {
      xyb_file_set_error (error, errno, _ ("读取"), self->path);
      return NULL;
    }
  if (is_unchanged (self, fd) && (sha256 = hash (self, fd, error)) == NULL)
    {
      close (fd);
      return NULL;
    }
  if (sha256 == NULL || !is_unchanged (self, fd))
    {
      set_changed (self, error);
      g_clear_pointer (&sha256, g_free);
    }
  close (fd);
  return g_steal_pointer (&sha256);
}
