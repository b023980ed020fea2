/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-batch-private.h"

#include "xyb-i18n.h"
#include "xyb-intake-store.h"
#include "xyb-return-letter.h"
#include "xyb-return-mark.h"

/* What a batch puts out: into the office, or as a copy for the 区镇. */

/* ---- importing ---- */

/* One file, or all of them, without their owner. */
typedef struct
{
  XybIntake intake;
  XybIntakeReport report;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_ptr_array_unref (import->intake.files);
  g_free (import);
}

static gboolean
import_in_thread (XybStore *store,
                  XybStoreProgressFunc progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  gpointer data,
                  GError **error)
{
  Import *import = data;

  return xyb_intake_store_import (store, &import->intake, progress, progress_data, cancellable,
                                  &import->report, error);
}

/* Rows that stayed open are a difference from what is there now. */
static void
after_import (XybIntakeBatch *self)
{
  for (guint i = 0; i < self->intake->files->len; i++)
    {
      XybIntakeFile *file = self->intake->files->pdata[i];

      if (file->imported && xyb_intake_file_count (file, XYB_FATE_OPEN) > 0)
        file->imported = FALSE;
      else if (file->imported)
        g_hash_table_add (self->taken_over, g_strdup (file->path));
    }
  xyb_intake_batch_refresh (self);
}

static void
say_imported (XybIntakeBatch *self)
{
  g_autofree char *label = xyb_store_peek_undo (xyb_office_get_store (self->office));
  g_autofree char *sentence = NULL;

  if (label == NULL)
    return;
  sentence = g_strdup_printf (_ ("已完成：%s"), label);
  xyb_office_offer (self->office, sentence, _ ("撤销"), "win.undo");
}

static void
import_done_cb (GObject *owner, gpointer data, const GError *error)
{
  XybIntakeBatch *self = XYB_INTAKE_BATCH (owner);
  g_autofree char *only = g_steal_pointer (&self->only);

  self->locked = FALSE;
  if (error == NULL)
    {
      after_import (self);
      say_imported (self);
      g_signal_emit (self, xyb_intake_batch_signals[XYB_INTAKE_BATCH_IMPORTED], 0, only);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xyb_office_say (self->office, _ ("已停止，什么都没有导入"));
  else
    xyb_office_report (self->office, error);
  xyb_intake_batch_changed (self);
  xyb_intake_batch_read_waiting (self);
}

/**
 * xyb_intake_batch_import:
 * @self: the import
 * @only: (nullable): one of its files; %NULL for all that are ready
 *
 * Takes them into the office, in a thread, as one revision.
 */
void
xyb_intake_batch_import (XybIntakeBatch *self, XybIntakeFile *only)
{
  Import *import;

  g_return_if_fail (XYB_IS_INTAKE_BATCH (self));

  if (self->bar == NULL || xyb_job_bar_is_busy (self->bar))
    return;
  import = g_new0 (Import, 1);
  import->intake.year = self->intake->year;
  import->intake.files = g_ptr_array_new ();
  for (guint i = 0; i < self->intake->files->len; i++)
    if (only == NULL || self->intake->files->pdata[i] == only)
      g_ptr_array_add (import->intake.files, self->intake->files->pdata[i]);
  self->locked = TRUE;
  self->only = only != NULL ? g_strdup (only->path) : NULL;
  xyb_job_bar_run (self->bar, self->office, _ ("正在导入"), import_in_thread, import, import_free,
                   self, import_done_cb);
}

/* ---- the marked copy ---- */

typedef struct
{
  const XybReturn *taken; /* locked */
  char *original;
  char *path;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_free (copy->original);
  g_free (copy->path);
  g_free (copy);
}

static gboolean
copy_in_thread (XybStore *store,
                XybStoreProgressFunc progress,
                gpointer progress_data,
                GCancellable *cancellable,
                gpointer data,
                GError **error)
{
  const Copy *copy = data;
  g_autoptr (GPtrArray) items = xyb_return_letter_items (copy->taken);

  return xyb_return_mark_xlsx (copy->taken, items, copy->original, copy->path, cancellable, error);
}

static void
copy_done_cb (GObject *owner, gpointer data, const GError *error)
{
  XybIntakeBatch *self = XYB_INTAKE_BATCH (owner);
  const Copy *copy = data;

  self->locked = FALSE;
  if (error == NULL)
    g_signal_emit (self, xyb_intake_batch_signals[XYB_INTAKE_BATCH_SAVED], 0, copy->path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xyb_office_report (self->office, error);
  xyb_intake_batch_changed (self);
  xyb_intake_batch_read_waiting (self);
}

/**
 * xyb_intake_batch_save_marked:
 * @self: the import
 * @file: of it; has been read
 * @path: where to
 *
 * Writes a copy of the file as xlsx in which the doubtful cells are marked, in a thread.
 */
void
xyb_intake_batch_save_marked (XybIntakeBatch *self, XybIntakeFile *file, const char *path)
{
  Copy *copy;

  g_return_if_fail (XYB_IS_INTAKE_BATCH (self));

  if (file->taken == NULL || self->bar == NULL || xyb_job_bar_is_busy (self->bar))
    return;
  copy = g_new0 (Copy, 1);
  copy->taken = file->taken;
  copy->original = g_strdup (file->path);
  copy->path = g_strdup (path);
  self->locked = TRUE;
  xyb_job_bar_run (self->bar, self->office, _ ("正在写标好的副本"), copy_in_thread, copy, copy_free,
                   self, copy_done_cb);
}
