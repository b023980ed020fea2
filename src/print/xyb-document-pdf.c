/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "xyb-i18n.h"
#include "xyb-print-error.h"
#include "xyb-safe-file.h"

#define BUFFER_SIZE (64 * 1024)

typedef struct
{
  int fd;
  GByteArray *buffer;
  int saved_errno; /* of the first write that failed */
} Sink;

/* Not through stdio: fwrite() answers that all is well when it could not flush a full buffer, and a
 * full disk would leave half a document behind. */
static gboolean
flush_sink (Sink *sink)
{
  const guint8 *data = sink->buffer->data;
  gsize left = sink->buffer->len;

  while (left > 0 && sink->saved_errno == 0)
    {
      gssize written = write (sink->fd, data, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        sink->saved_errno = written < 0 ? errno : ENOSPC;
      else
        {
          data += written;
          left -= (gsize) written;
        }
    }
  g_byte_array_set_size (sink->buffer, 0);
  return sink->saved_errno == 0;
}

/* Cairo itself forgets why a write failed; a full disk has to be told from a broken one. */
static cairo_status_t
write_to_sink (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  g_byte_array_append (sink->buffer, data, length);
  if (sink->buffer->len < BUFFER_SIZE || flush_sink (sink))
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
check_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, XYB_PRINT_ERROR, XYB_PRINT_ERROR_CANCELLED,
                       _ ("导出已取消，原来的文件没有改动。"));
  return TRUE;
}

/* What the file says about itself: what it is and which program wrote it, never who (DESIGN §7). */
static void
set_metadata (cairo_surface_t *surface, XybDocument *document)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  xyb_document_get_title (document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "信用办工作台");
}

static gboolean
draw_pages (XybDocument *document,
            cairo_surface_t *surface,
            GCancellable *cancellable,
            GError **error)
{
  guint n_pages = xyb_document_get_n_pages (document);
  cairo_t *cr = cairo_create (surface);
  gboolean cancelled = FALSE;

  /* No point in drawing on once a write has failed: what is missing is reported at the end. */
  for (guint i = 0; i < n_pages && cairo_status (cr) == CAIRO_STATUS_SUCCESS; i++)
    {
      double width;
      double height;

      cancelled = check_cancelled (cancellable, error);
      if (cancelled)
        break;
      xyb_document_get_page_size (document, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      xyb_document_draw_page (document, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  return !cancelled;
}

static gboolean
draw_pdf (XybDocument *document,
          Sink *sink,
          const char *path,
          GCancellable *cancellable,
          GError **error)
{
  double width;
  double height;
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean complete;

  xyb_document_get_page_size (document, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_to_sink, sink, width, height);
  set_metadata (surface, document);
  complete = draw_pages (document, surface, cancellable, error);
  /* PROVEN: what went wrong is known after the finish, and not before. */
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (complete && status != CAIRO_STATUS_SUCCESS && sink->saved_errno == 0)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, XYB_PRINT_ERROR, XYB_PRINT_ERROR_FAILED,
                   _ ("不能生成「%s」：排版程序出错（%s），请重新启动程序后再试。"), shown,
                   cairo_status_to_string (status));
      return FALSE;
    }
  return complete;
}

static gboolean
write_pages (XybDocument *document,
             int fd,
             const char *path,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GByteArray) buffer = g_byte_array_sized_new (BUFFER_SIZE);
  Sink sink = { .fd = fd, .buffer = buffer };

  if (!draw_pdf (document, &sink, path, cancellable, error))
    return FALSE;
  if (flush_sink (&sink))
    return TRUE;
  xyb_file_set_error (error, sink.saved_errno, _ ("保存"), path);
  return FALSE;
}

/**
 * xyb_document_write_pdf:
 * @path: the file to write; an existing one is replaced
 * @cancellable: (nullable): looked at before every page
 * @error: %XYB_FILE_ERROR or %XYB_PRINT_ERROR
 *
 * Writes the document as a PDF whose text can be searched and copied.
 *
 * Returns: %FALSE with the old file as it was and nothing left beside it
 */
gboolean
xyb_document_write_pdf (XybDocument *self,
                        const char *path,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (XybSafeFile) safe = NULL;
  gboolean written;
  int fd;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (xyb_document_get_n_pages (self) == 0)
    {
      g_set_error_literal (error, XYB_PRINT_ERROR, XYB_PRINT_ERROR_FAILED,
                           _ ("没有可以输出的表，请先选择区镇。"));
      return FALSE;
    }
  safe = xyb_safe_file_new (path, TRUE, error);
  if (safe == NULL)
    return FALSE;
  fd = g_open (xyb_safe_file_get_temp_path (safe), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      xyb_file_set_error (error, errno, _ ("保存"), path);
      return FALSE;
    }
  written = write_pages (self, fd, path, cancellable, error);
  if (close (fd) != 0 && written)
    {
      xyb_file_set_error (error, errno, _ ("保存"), path);
      return FALSE;
    }
  return written && xyb_safe_file_commit (safe, error);
}
