/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-office-document.h"

#include "xyb-date.h"
#include "xyb-document-store.h"
#include "xyb-export.h"
#include "xyb-i18n.h"
#include "xyb-office-assessment.h"
#include "xyb-office-materials.h"
#include "xyb-overview-store.h"
#include "xyb-list-export.h"
#include "xyb-plan-store.h"
#include "xyb-progress-store.h"
#include "xyb-register-reader.h"
#include "xyb-register-table.h"
#include "xyb-store-error.h"
#include "xyb-template-store.h"

static void
file_free (gpointer data)
{
  g_free (((XybExportFile *) data)->path);
  g_free (data);
}

static XybExportFile *
file_new (const XybPlan *plan,
          const XybSubmission *submission,
          const XybExportSpec *spec,
          const char *folder)
{
  g_autofree char *stem = xyb_nomination_table_file_name (plan, submission->unit_name);
  g_autofree char *name = g_strconcat (stem, spec->pdf ? ".pdf" : ".xlsx", NULL);
  XybExportFile *file = g_new0 (XybExportFile, 1);

  file->spec = *spec;
  file->spec.kind = spec->kind == XYB_EXPORT_TEMPLATES ? XYB_EXPORT_TEMPLATE : XYB_EXPORT_DISTRICT;
  file->spec.unit_id = submission->unit_id;
  file->path = g_build_filename (folder, name, NULL);
  return file;
}

/**
 * xyb_export_spec_list_files:
 * @store: a connection of the calling thread
 * @spec: xyb_export_spec_is_folder()
 * @folder: where to
 * @error: return location
 *
 * Returns: (transfer full) (element-type XybExportFile) (nullable): a file for each 区镇, in office
 *   order, under the office's own names
 */
GPtrArray *
xyb_export_spec_list_files (XybStore *store,
                            const XybExportSpec *spec,
                            const char *folder,
                            GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, spec->year, error);
  g_autoptr (GPtrArray) submissions
    = plan != NULL ? xyb_document_store_list_submissions (store, plan, error) : NULL;
  GPtrArray *files;

  if (submissions == NULL)
    return NULL;
  files = g_ptr_array_new_with_free_func (file_free);
  for (guint i = 0; i < submissions->len; i++)
    g_ptr_array_add (files, file_new (plan, submissions->pdata[i], spec, folder));
  return files;
}

/* ---- 附件1 ---- */

static XybQuotaTable *
quota_table (const XybPlan *plan, const XybExportSpec *spec, GError **error)
{
  XybQuotaTable *table;

  /* Checked here again: the file may have changed since the clerk was asked. */
  if (!spec->mismatch && !xyb_quota_table_check (plan, error))
    return NULL;
  table = xyb_quota_table_new (plan);
  if (spec->mismatch)
    xyb_quota_table_note_mismatch (table, plan);
  return table;
}

/* ---- 附件2 ---- */

static GPtrArray *
nomination_tables (XybStore *store, const XybPlan *plan, const XybExportSpec *spec, GError **error)
{
  XybNominationTable *table = NULL;
  GPtrArray *tables;

  switch (spec->kind)
    {
    case XYB_EXPORT_DISTRICT:
      return xyb_document_store_read_nominations (store, plan, spec->unit_id, error);
    case XYB_EXPORT_ALL:
      return xyb_document_store_read_nominations (store, plan, 0, error);
    case XYB_EXPORT_MERGED:
      table = xyb_document_store_read_merged (store, plan, error);
      break;
    case XYB_EXPORT_BLANK:
      table = xyb_nomination_table_new_blank (plan);
      break;
    case XYB_EXPORT_QUOTA:
    case XYB_EXPORT_EACH:
    case XYB_EXPORT_TEMPLATE:
    case XYB_EXPORT_TEMPLATES:
    case XYB_EXPORT_LIST:
    default:
      g_assert_not_reached ();
    }
  if (table == NULL)
    return NULL;
  tables = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_table_free);
  g_ptr_array_add (tables, table);
  return tables;
}

/* ---- the document ---- */

static XybDocument *
quota_document (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, spec->year, error);
  g_autoptr (XybQuotaTable) table = plan != NULL ? quota_table (plan, spec, error) : NULL;

  return table != NULL ? xyb_document_new_quota (table) : NULL;
}

static XybDocument *
nomination_document (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, spec->year, error);
  g_autoptr (GPtrArray) tables = plan != NULL ? nomination_tables (store, plan, spec, error) : NULL;

  if (tables == NULL)
    return NULL;
  return xyb_document_new_nominations ((XybNominationTable *const *) tables->pdata, tables->len);
}

static XybDocument *
progress_document (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybOverview) overview = xyb_overview_store_read (store, spec->year, today, error);
  g_autoptr (XybProgressTable) table = NULL;

  if (overview == NULL)
    return NULL;
  if (overview->plan == NULL)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                   _ ("%d 年没有工作方案，没有进度可以打印。"), spec->year);
      return NULL;
    }
  table = xyb_progress_table_new (overview);
  return xyb_document_new_progress (table);
}

static XybDocument *
register_document (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybRegisterTable) table
    = xyb_document_store_read_register (store, spec->ids, spec->condition, today, error);

  return table != NULL ? xyb_document_new_register (table) : NULL;
}

static XybDocument *
enterprise_document (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybEnterpriseSheet) sheet
    = xyb_document_store_read_enterprise (store, spec->enterprise_id, today, error);

  return sheet != NULL ? xyb_document_new_enterprise (sheet) : NULL;
}

static XybDocument *
log_document (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybLogTable) table
    = xyb_document_store_read_log (store, spec->ids, spec->condition, today, error);

  return table != NULL ? xyb_document_new_log (table) : NULL;
}

/* ---- 认定名册, 可申报企业, 服务企业 ---- */

static gboolean
is_list (const XybExportSpec *spec)
{
  return spec->kind == XYB_EXPORT_AWARDS || spec->kind == XYB_EXPORT_CANDIDATES
         || spec->kind == XYB_EXPORT_PROVIDER;
}

static XybListTable *
list_table (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autofree char *today = xyb_date_today ();
  const XybCandidateQuery query = { spec->year, spec->track, spec->on, today, spec->candidates };

  if (spec->kind == XYB_EXPORT_AWARDS)
    return xyb_document_store_read_awards (store, &spec->awards, spec->condition, today, error);
  if (spec->kind == XYB_EXPORT_CANDIDATES)
    return xyb_document_store_read_candidates (store, &query, spec->condition, error);
  return xyb_document_store_read_provider (store, spec->provider_id, today, error);
}

static XybDocument *
list_document (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autoptr (XybListTable) table = list_table (store, spec, error);

  return table != NULL ? xyb_document_new_list (table) : NULL;
}

static gboolean
write_table_xlsx (XybStore *store,
                  const XybExportSpec *spec,
                  const char *path,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (XybListTable) table = list_table (store, spec, error);

  return table != NULL && xyb_export_list_table_xlsx (table, path, cancellable, error);
}

/* ---- 进度表 of a track ---- */

static GHashTable *
index_lines (const GPtrArray *lines)
{
  GHashTable *table = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_insert (table, &((XybTrackLine *) lines->pdata[i])->enterprise_id,
                         lines->pdata[i]);
  return table;
}

static XybTrackTable *
track_table (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, spec->year, error);
  g_autoptr (GPtrArray) lines
    = plan != NULL ? xyb_progress_store_list_lines (store, plan, spec->track, today, error) : NULL;
  g_autoptr (GHashTable) by_id = lines != NULL ? index_lines (lines) : NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; lines != NULL && i < spec->ids->len; i++)
    {
      gpointer line = g_hash_table_lookup (by_id, &g_array_index (spec->ids, gint64, i));

      if (line != NULL)
        g_ptr_array_add (shown, line);
    }
  return lines != NULL ? xyb_track_table_new (plan, spec->track, shown, spec->condition, today)
                       : NULL;
}

static XybDocument *
track_document (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autoptr (XybTrackTable) table = track_table (store, spec, error);

  return table != NULL ? xyb_document_new_track (table) : NULL;
}

static gboolean
write_track_xlsx (XybStore *store,
                  const XybExportSpec *spec,
                  const char *path,
                  GCancellable *cancellable,
                  GError **error)
{
  static const double widths[XYB_TRACK_TABLE_COLUMNS] = { 12, 66, 33, 26, 25, 26, 14, 23 };
  g_autoptr (XybTrackTable) table = track_table (store, spec, error);
  XybList list = { NULL, "进度表", xyb_track_table_heads, widths, XYB_TRACK_TABLE_COLUMNS, NULL };

  if (table == NULL)
    return FALSE;
  list.title = table->title;
  list.rows = table->rows;
  return xyb_export_list_xlsx (&list, path, cancellable, error);
}

/**
 * xyb_office_document_new:
 * @store: a connection of the calling thread
 * @spec: which document
 * @error: of the store, or %XYB_CORE_ERROR_SUM_MISMATCH (QUO-01)
 *
 * Returns: (transfer full) (nullable): its pages
 */
XybDocument *
xyb_office_document_new (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (store) && spec != NULL, NULL);

  switch (spec->kind)
    {
    case XYB_EXPORT_AWARDS:
    case XYB_EXPORT_CANDIDATES:
    case XYB_EXPORT_PROVIDER:
      return list_document (store, spec, error);
    case XYB_EXPORT_QUOTA:
      return quota_document (store, spec, error);
    case XYB_EXPORT_PROGRESS:
      return progress_document (store, spec, error);
    case XYB_EXPORT_REGISTER:
      return register_document (store, spec, error);
    case XYB_EXPORT_ENTERPRISE:
      return enterprise_document (store, spec, error);
    case XYB_EXPORT_LOG:
      return log_document (store, spec, error);
    case XYB_EXPORT_TRACK:
      return track_document (store, spec, error);
    case XYB_EXPORT_ASSESSMENT:
    case XYB_EXPORT_RANKING:
    case XYB_EXPORT_UNIT_SHEET:
    case XYB_EXPORT_UNIT_SHEETS:
      return xyb_office_assessment_document (store, spec, error);
    case XYB_EXPORT_MATERIALS:
      return xyb_office_materials_document (store, spec, error);
    case XYB_EXPORT_DISTRICT:
    case XYB_EXPORT_ALL:
    case XYB_EXPORT_MERGED:
    case XYB_EXPORT_BLANK:
    case XYB_EXPORT_EACH:
    case XYB_EXPORT_TEMPLATE:
    case XYB_EXPORT_TEMPLATES:
    case XYB_EXPORT_LIST:
    default:
      return nomination_document (store, spec, error);
    }
}

/* ---- in a thread ---- */

typedef struct
{
  XybStore *store; /* the window's; only to open another connection */
  XybExportSpec *spec;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->store);
  xyb_export_spec_free (load->spec);
  g_free (load);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Load *load = task_data;
  GError *error = NULL;
  g_autoptr (XybStore) store = xyb_store_open_again (load->store, &error);
  XybDocument *document
    = store != NULL ? xyb_office_document_new (store, load->spec, &error) : NULL;

  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* A long register is broken into pages here, not while the window waits. */
  xyb_document_get_n_pages (document);
  g_task_return_pointer (task, document, (GDestroyNotify) xyb_document_unref);
}

/**
 * xyb_office_document_load_async:
 * @office: the office
 * @spec: which document
 * @cancellable: (nullable): forgets the answer
 * @callback: called with the document
 * @user_data: for @callback
 *
 * Reads and lays out a document in a thread with its own connection.
 */
void
xyb_office_document_load_async (XybOffice *office,
                                const XybExportSpec *spec,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (office, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  load->store = g_object_ref (xyb_office_get_store (office));
  load->spec = xyb_export_spec_copy (spec);
  g_task_set_source_tag (task, xyb_office_document_load_async);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * xyb_office_document_load_finish:
 * @office: the office
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the document, laid out
 */
XybDocument *
xyb_office_document_load_finish (XybOffice *office, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- into a file ---- */

static gboolean
write_pdf (XybStore *store,
           const XybExportSpec *spec,
           const char *path,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (XybDocument) document = xyb_office_document_new (store, spec, error);

  return document != NULL && xyb_document_write_pdf (document, path, cancellable, error);
}

static gboolean
write_quota_xlsx (const XybPlan *plan, const XybExportSpec *spec, const char *path, GError **error)
{
  g_autoptr (XybQuotaTable) table = quota_table (plan, spec, error);

  return table != NULL && xyb_export_quota_xlsx (table, path, error);
}

/* ---- 下发模板 ---- */

static gboolean
write_template_xlsx (XybStore *store,
                     const XybPlan *plan,
                     const XybExportSpec *spec,
                     const char *path,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) templates
    = xyb_template_store_read (store, plan, spec->unit_id, spec->prefill, error);

  return templates != NULL
         && xyb_export_template_xlsx (templates->pdata[0], path, cancellable, error);
}

/* ---- 企业名录 ---- */

static gboolean
write_list_xlsx (XybStore *store,
                 const XybExportSpec *spec,
                 const char *path,
                 XybStoreProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (XybRegisterReader) reader
    = xyb_register_reader_new (store, spec->ids, spec->year, error);
  g_autofree char *today = xyb_date_today ();
  g_autofree char *caption = NULL;
  XybRegisterList list = { "企业名录", NULL, spec->year, spec->ids->len, xyb_register_reader_read };

  if (reader == NULL)
    return FALSE;
  caption = xyb_register_table_caption (spec->ids->len, spec->condition, today);
  list.subtitle = caption;
  list.row_data = reader;
  return xyb_export_register_xlsx (&list, path, progress, user_data, cancellable, error);
}

/**
 * xyb_office_document_write:
 * @store: a connection of the calling thread
 * @spec: which document, and as what kind of file
 * @path: where to
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: of the store, of exchange, print or files
 *
 * Writes the file; until it is whole the old file of that name is untouched.
 *
 * Returns: whether the file is there
 */
gboolean
xyb_office_document_write (XybStore *store,
                           const XybExportSpec *spec,
                           const char *path,
                           XybStoreProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (GPtrArray) tables = NULL;

  if (spec->kind == XYB_EXPORT_LIST)
    return write_list_xlsx (store, spec, path, progress, user_data, cancellable, error);
  if (xyb_export_spec_is_pdf (spec))
    return write_pdf (store, spec, path, cancellable, error);
  if (is_list (spec))
    return write_table_xlsx (store, spec, path, cancellable, error);
  if (spec->kind == XYB_EXPORT_TRACK)
    return write_track_xlsx (store, spec, path, cancellable, error);
  if (xyb_office_assessment_is_meant (spec))
    return xyb_office_assessment_write_xlsx (store, spec, path, cancellable, error);
  if (spec->kind == XYB_EXPORT_MATERIALS)
    return xyb_office_materials_write_xlsx (store, spec, path, cancellable, error);
  plan = xyb_plan_store_get (store, spec->year, error);
  if (plan == NULL)
    return FALSE;
  if (spec->kind == XYB_EXPORT_QUOTA)
    return write_quota_xlsx (plan, spec, path, error);
  if (spec->kind == XYB_EXPORT_TEMPLATE)
    return write_template_xlsx (store, plan, spec, path, cancellable, error);
  tables = nomination_tables (store, plan, spec, error);
  return tables != NULL
         && xyb_export_nominations_xlsx ((XybNominationTable *const *) tables->pdata, tables->len,
                                         path, progress, user_data, cancellable, error);
}
