/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-export-job.h"

#include "xyb-document.h"
#include "xyb-export.h"
#include "xyb-i18n.h"
#include "xyb-nomination-store.h"
#include "xyb-plan-store.h"
#include "xyb-store-error.h"

struct _XybExportJob
{
  GObject parent_instance;

  /* owned */
  XybStore *store; /* the window's; only to open another connection */
  XybExportSpec spec;
  char *path;
  GCancellable *cancellable;

  /* written by the thread, read by the window */
  guint done;
  guint total;
};

G_DEFINE_FINAL_TYPE (XybExportJob, xyb_export_job, G_TYPE_OBJECT)

static void
xyb_export_job_finalize (GObject *object)
{
  XybExportJob *self = XYB_EXPORT_JOB (object);

  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
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

/* ---- 附件1 ---- */

static gboolean
write_quota (XybExportJob *self, const XybPlan *plan, GError **error)
{
  g_autoptr (XybQuotaTable) table = NULL;
  g_autoptr (XybDocument) document = NULL;

  /* Checked again here: the file may have changed since the clerk was asked. */
  if (!self->spec.mismatch && !xyb_quota_table_check (plan, error))
    return FALSE;
  table = xyb_quota_table_new (plan);
  if (!self->spec.pdf)
    return xyb_export_quota_xlsx (table, self->path, error);
  document = xyb_document_new_quota (table);
  return xyb_document_write_pdf (document, self->path, self->cancellable, error);
}

/* ---- 附件2 ---- */

static gboolean
add_district (XybStore *store,
              const XybPlan *plan,
              const XybSubmission *submission,
              GPtrArray *tables,
              GError **error)
{
  g_autoptr (GPtrArray) rows
    = xyb_nomination_store_list (store, plan->year, submission->unit_id, error);

  if (rows == NULL)
    return FALSE;
  g_ptr_array_add (tables, xyb_nomination_table_new_district (plan, submission->unit_name,
                                                              submission, rows));
  return TRUE;
}

static gboolean
add_districts (XybStore *store, const XybPlan *plan, gint64 only, GPtrArray *tables, GError **error)
{
  g_autoptr (GPtrArray) submissions = xyb_submission_store_list (store, plan->year, error);

  if (submissions == NULL)
    return FALSE;
  for (guint i = 0; i < submissions->len; i++)
    {
      const XybSubmission *submission = submissions->pdata[i];

      if (only != 0 && submission->unit_id != only)
        continue;
      if (!add_district (store, plan, submission, tables, error))
        return FALSE;
    }
  if (tables->len > 0)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
               _ ("%d 年没有要报附件2的区镇，请先在“指标分解”里填指标。"), plan->year);
  return FALSE;
}

static gboolean
add_merged (XybStore *store, const XybPlan *plan, GPtrArray *tables, GError **error)
{
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list (store, plan->year, 0, error);

  if (rows == NULL)
    return FALSE;
  g_ptr_array_add (tables, xyb_nomination_table_new_merged (plan, rows));
  return TRUE;
}

static GPtrArray *
build_tables (XybExportJob *self, XybStore *store, const XybPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) tables
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_table_free);
  gboolean done = TRUE;

  switch (self->spec.kind)
    {
    case XYB_EXPORT_DISTRICT:
      done = add_districts (store, plan, self->spec.unit_id, tables, error);
      break;
    case XYB_EXPORT_ALL:
      done = add_districts (store, plan, 0, tables, error);
      break;
    case XYB_EXPORT_MERGED:
      done = add_merged (store, plan, tables, error);
      break;
    case XYB_EXPORT_BLANK:
      g_ptr_array_add (tables, xyb_nomination_table_new_blank (plan));
      break;
    case XYB_EXPORT_QUOTA:
    default:
      g_assert_not_reached ();
    }
  return done ? g_steal_pointer (&tables) : NULL;
}

static gboolean
write_nominations (XybExportJob *self, XybStore *store, const XybPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) tables = build_tables (self, store, plan, error);
  g_autoptr (XybDocument) document = NULL;

  if (tables == NULL)
    return FALSE;
  if (!self->spec.pdf)
    return xyb_export_nominations_xlsx ((XybNominationTable *const *) tables->pdata, tables->len,
                                        self->path, progress_cb, self, self->cancellable, error);
  document
    = xyb_document_new_nominations ((XybNominationTable *const *) tables->pdata, tables->len);
  return xyb_document_write_pdf (document, self->path, self->cancellable, error);
}

/* ---- the thread ---- */

static gboolean
write_file (XybExportJob *self, GError **error)
{
  g_autoptr (XybStore) store = xyb_store_open_again (self->store, error);
  g_autoptr (XybPlan) plan = NULL;

  if (store == NULL)
    return FALSE;
  plan = xyb_plan_store_get (store, self->spec.year, error);
  if (plan == NULL)
    return FALSE;
  return self->spec.kind == XYB_EXPORT_QUOTA ? write_quota (self, plan, error)
                                             : write_nominations (self, store, plan, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_file (source, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * xyb_export_spec_file_name:
 * @office: the office
 * @spec: what is to be written
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the office's own file name with its ending
 */
char *
xyb_export_spec_file_name (XybOffice *office, const XybExportSpec *spec, GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (xyb_office_get_store (office), spec->year, error);
  const XybUnit *district;
  const char *which = NULL;
  g_autofree char *name = NULL;

  if (plan == NULL)
    return NULL;
  if (spec->kind == XYB_EXPORT_DISTRICT)
    {
      district = xyb_office_find_district (office, spec->unit_id);
      which = district != NULL ? district->name : NULL;
    }
  else if (spec->kind == XYB_EXPORT_ALL)
    which = "各区镇";
  else if (spec->kind == XYB_EXPORT_MERGED)
    which = "全市";
  else if (spec->kind == XYB_EXPORT_BLANK)
    which = "空白表";
  name = spec->kind == XYB_EXPORT_QUOTA ? xyb_quota_table_file_name (plan)
                                        : xyb_nomination_table_file_name (plan, which);
  return g_strconcat (name, spec->pdf ? ".pdf" : ".xlsx", NULL);
}

/**
 * xyb_export_job_new:
 * @office: the office
 * @spec: what is to be written
 * @path: where to
 *
 * Returns: (transfer full): a job that has not begun
 */
XybExportJob *
xyb_export_job_new (XybOffice *office, const XybExportSpec *spec, const char *path)
{
  XybExportJob *self = g_object_new (XYB_TYPE_EXPORT_JOB, NULL);

  self->store = g_object_ref (xyb_office_get_store (office));
  self->spec = *spec;
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
