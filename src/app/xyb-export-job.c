/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-export-job.h"

struct _XybExportJob
{
  GObject parent_instance;

  /* owned */
  XybStore *store; /* the window's; only to open another connection */
  XybExportSpec *spec;
  char *path;
  GCancellable *cancellable;

  /* written by the thread, read by the window */
  guint done;
  guint total;
  guint n_files;
};

G_DEFINE_FINAL_TYPE (XybExportJob, xyb_export_job, G_TYPE_OBJECT)

static void
xyb_export_job_finalize (GObject *object)
{
  XybExportJob *self = XYB_EXPORT_JOB (object);

  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->spec, xyb_export_spec_free);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (xyb_export_job_parent_class)->finalize (object);
}

static void
xyb_export_job_class_init (XybExportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_export_job_finalize;
}

static void
xyb_export_job_init (XybExportJob *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  XybExportJob *self = user_data;

  g_atomic_int_set (&self->done, done);
  g_atomic_int_set (&self->total, total);
}

static gboolean
write_each (XybExportJob *self, XybStore *store, GError **error)
{
  g_autoptr (GPtrArray) files = xyb_export_spec_list_files (store, self->spec, self->path, error);

  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      const XybExportFile *file = g_ptr_array_index (files, i);

      progress_cb (i, files->len, self);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !xyb_office_document_write (store, &file->spec, file->path, NULL, NULL,
                                         self->cancellable, error))
        return FALSE;
      g_atomic_int_inc (&self->n_files);
    }
  return TRUE;
}

static gboolean
write_files (XybExportJob *self, GError **error)
{
  g_autoptr (XybStore) store = xyb_store_open_again (self->store, error);

  if (store == NULL)
    return FALSE;
  if (xyb_export_spec_is_folder (self->spec))
    return write_each (self, store, error);
  if (!xyb_office_document_write (store, self->spec, self->path, progress_cb, self,
                                  self->cancellable, error))
    return FALSE;
  g_atomic_int_inc (&self->n_files);
  return TRUE;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_files (source, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * xyb_export_job_new:
 * @office: the office
 * @spec: what is to be written
 * @path: where to; the folder where xyb_export_spec_is_folder()
 *
 * Returns: (transfer full): a job that has not begun
 */
XybExportJob *
xyb_export_job_new (XybOffice *office, const XybExportSpec *spec, const char *path)
{
  XybExportJob *self = g_object_new (XYB_TYPE_EXPORT_JOB, NULL);

  self->store = g_object_ref (xyb_office_get_store (office));
  self->spec = xyb_export_spec_copy (spec);
  self->path = g_strdup (path);
  return self;
}

/**
 * xyb_export_job_run_async:
 * @self: a job
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Writes the file in a thread; until it is whole the old file of that name is untouched.
 */
void
xyb_export_job_run_async (XybExportJob *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, user_data);

  g_task_set_source_tag (task, xyb_export_job_run_async);
  /* A file that was put in place in the last moment is there: say so, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * xyb_export_job_run_finish:
 * @self: a job
 * @result: what the callback got
 * @error: return location: of the store, of exchange, print or files
 *
 * Returns: whether the file is there
 */
gboolean
xyb_export_job_run_finish (XybExportJob *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * xyb_export_job_get_path:
 * @self: a job
 *
 * Returns: the file it writes
 */
const char *
xyb_export_job_get_path (XybExportJob *self)
{
  g_return_val_if_fail (XYB_IS_EXPORT_JOB (self), NULL);

  return self->path;
}

/**
 * xyb_export_job_get_n_files:
 * @self: a job
 *
 * Returns: how many files are whole
 */
guint
xyb_export_job_get_n_files (XybExportJob *self)
{
  g_return_val_if_fail (XYB_IS_EXPORT_JOB (self), 0);

  return (guint) g_atomic_int_get (&self->n_files);
}

/**
 * xyb_export_job_get_fraction:
 * @self: a job
 *
 * Returns: how much is done, 0 … 1; negative while nobody knows
 */
double
xyb_export_job_get_fraction (XybExportJob *self)
{
  guint total = g_atomic_int_get (&self->total);

  return total > 0 ? g_atomic_int_get (&self->done) / (double) total : -1;
}

/**
 * xyb_export_job_cancel:
 * @self: a job
 *
 * Stops it; the old file stays.
 */
void
xyb_export_job_cancel (XybExportJob *self)
{
  g_return_if_fail (XYB_IS_EXPORT_JOB (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * xyb_export_job_is_cancelled:
 * @self: a job
 *
 * Returns: whether the clerk has stopped it
 */
gboolean
xyb_export_job_is_cancelled (XybExportJob *self)
{
  g_return_val_if_fail (XYB_IS_EXPORT_JOB (self), FALSE);

  return g_cancellable_is_cancelled (self->cancellable);
}
