/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "xyb-attachment-store.h"
#include "xyb-date.h"
#include "xyb-decision-store.h"
#include "xyb-i18n.h"
#include "xyb-intake-writer.h"
#include "xyb-lookup.h"
#include "xyb-nomination-store.h"
#include "xyb-store-engine.h"

/* The whole batch in one revision: copies of the files first, which nobody sees until the edit has
 * happened; then the records; and on every way out without it the copies go again. */

#define MAX_NAMED_DISTRICTS 3

typedef struct
{
  XybIntake *intake;
  XybIntakeWriter writer;
  const char *today;
} Import;

/* ---- the file itself ---- */

/* The district's latest file: the same bytes once more are no new return. */
static gboolean
find_file (Import *self, const XybReturn *taken, gint64 *out_id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (self->writer.store,
                         "SELECT id, sha256 FROM returned_file"
                         " WHERE plan_id = :plan AND unit_id = :unit ORDER BY id DESC LIMIT 1",
                         error);
  gboolean row = FALSE;

  *out_id = 0;
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":plan", self->writer.plan_id);
  xyb_stmt_bind_int (stmt, ":unit", taken->district_id);
  if (!xyb_store_step (self->writer.store, stmt, &row, error))
    return FALSE;
  if (row && g_strcmp0 ((const char *) sqlite3_column_text (stmt, 1), taken->sha256) == 0)
    *out_id = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

static gint64
size_of (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

static gboolean
add_file (Import *self, const XybIntakeFile *file, gint64 *out_id, GError **error)
{
  XybStore *store = self->writer.store;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "INSERT INTO returned_file (id, plan_id, unit_id, name, sha256, format,"
                         "  bytes, imported_on, imported_by)"
                         " VALUES (:id, :plan, :unit, :name, :sha256, :format, :bytes, :time, :by)",
                         error);

  if (stmt == NULL)
    return FALSE;
  *out_id = xyb_store_new_id (store);
  xyb_stmt_bind_int (stmt, ":id", *out_id);
  xyb_stmt_bind_int (stmt, ":plan", self->writer.plan_id);
  xyb_stmt_bind_int (stmt, ":unit", file->taken->district_id);
  xyb_stmt_bind_text (stmt, ":name", file->shown);
  xyb_stmt_bind_text (stmt, ":sha256", file->taken->sha256);
  xyb_stmt_bind_text (stmt, ":format", file->taken->format);
  xyb_stmt_bind_int (stmt, ":bytes", size_of (file->path));
  xyb_stmt_bind_text (stmt, ":time", time);
  xyb_stmt_bind_text (stmt, ":by", xyb_store_get_operator (store));
  return xyb_store_run (store, stmt, error);
}

/* ---- what the 区镇 has returned ---- */

static void
take_text (char **place, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_free (*place);
  *place = g_strdup (text);
}

/* A telephone in the head of the form that is none is a remark, not a reason to refuse the return.
 */
static void
take_officer_phone (XybSubmission *submission, const char *phone)
{
  g_autoptr (XybSubmission) trial = xyb_submission_new ();
  g_autofree char *remark = NULL;
  char *note;

  if (phone == NULL)
    return;
  trial->unit_id = submission->unit_id;
  trial->state = submission->state;
  trial->officer_phone = g_strdup (phone);
  if (xyb_submission_validate (trial, NULL))
    {
      take_text (&submission->officer_phone, trial->officer_phone);
      return;
    }
  remark = g_strdup_printf (_ ("表内联系方式：%s"), phone);
  if (submission->note != NULL && strstr (submission->note, remark) != NULL)
    return;
  note = submission->note != NULL ? g_strconcat (submission->note, "；", remark, NULL)
                                  : g_strdup (remark);
  g_free (submission->note);
  submission->note = note;
}

static gboolean
is_same_submission (const XybSubmission *a, const XybSubmission *b)
{
  return a->state == b->state && g_strcmp0 (a->received_on, b->received_on) == 0
         && g_strcmp0 (a->officer, b->officer) == 0
         && g_strcmp0 (a->officer_phone, b->officer_phone) == 0
         && g_strcmp0 (a->note, b->note) == 0;
}

/* ENT-05, ENT-06. @is_new: the file is not the one that lay there already. */
static gboolean
write_submission (Import *self, const XybIntakeFile *file, gboolean is_new, GError **error)
{
  const XybReturn *taken = file->taken;
  XybStore *store = self->writer.store;
  g_autoptr (XybSubmission) submission
    = xyb_submission_store_get (store, self->intake->year, taken->district_id, error);
  g_autoptr (XybSubmission) before
    = submission != NULL
        ? xyb_submission_store_get (store, self->intake->year, taken->district_id, error)
        : NULL;
  gboolean open = xyb_intake_file_count (file, XYB_FATE_OPEN) > 0;

  if (before == NULL)
    return FALSE;
  if (is_new || submission->received_on == NULL)
    take_text (&submission->received_on, self->today);
  if (open)
    submission->state = XYB_SUBMISSION_QUESTIONS;
  else if (is_new || submission->state != XYB_SUBMISSION_CONFIRMED)
    submission->state = XYB_SUBMISSION_RECEIVED;
  take_text (&submission->officer, taken->officer);
  take_officer_phone (submission, taken->officer_phone);
  return is_same_submission (submission, before)
         || xyb_submission_store_save (store, submission, error);
}

/* ---- the edit ---- */

static gboolean
import_file (Import *self, const XybIntakeFile *file, GError **error)
{
  gint64 file_id;
  gboolean is_new;

  if (!find_file (self, file->taken, &file_id, error))
    return FALSE;
  is_new = file_id == 0;
  return (!is_new || add_file (self, file, &file_id, error))
         && xyb_intake_writer_write (&self->writer, file, file_id, error)
         && write_submission (self, file, is_new, error)
         && xyb_decision_store_remember (self->writer.store, self->writer.plan_id, file,
                                         self->today, error);
}

typedef gboolean (*FileFunc) (Import *self, const XybIntakeFile *file, GError **error);

static gboolean
for_each_file (Import *self, FileFunc func, GError **error)
{
  for (guint i = 0; i < self->intake->files->len; i++)
    {
      const XybIntakeFile *file = g_ptr_array_index (self->intake->files, i);

      if (xyb_intake_file_is_waiting (file) && !func (self, file, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_file (Import *self, const XybIntakeFile *file, GError **error)
{
  g_autofree char *district
    = xyb_lookup_district (self->writer.store, file->taken->district_id, error);

  return district != NULL && xyb_intake_writer_check (&self->writer, file, error);
}

static gboolean
import_edit (XybStore *store, gpointer user_data, GError **error)
{
  Import *self = user_data;
  gboolean ok = xyb_lookup_plan (store, self->intake->year, &self->writer.plan_id, error)
                && xyb_intake_writer_init (&self->writer, error)
                && for_each_file (self, check_file, error)
                && for_each_file (self, import_file, error)
                && !g_cancellable_set_error_if_cancelled (self->writer.cancellable, error);

  xyb_intake_writer_clear (&self->writer);
  return ok;
}

/* ---- around it ---- */

static guint
count_rows (const XybIntakeFile *file)
{
  return file->changes != NULL ? file->changes->len : file->taken->rows->len;
}

/* 导入附件2：周市镇、张浦镇 14 家 */
static char *
label_of (const XybIntake *intake)
{
  g_autoptr (GString) districts = g_string_new (NULL);
  guint n_districts = 0;
  guint n_rows = 0;

  for (guint i = 0; i < intake->files->len; i++)
    {
      const XybIntakeFile *file = g_ptr_array_index (intake->files, i);

      if (!xyb_intake_file_is_waiting (file))
        continue;
      n_rows += xyb_intake_file_count (file, XYB_FATE_TAKEN);
      if (n_districts++ < MAX_NAMED_DISTRICTS)
        g_string_append_printf (districts, "%s%s", districts->len > 0 ? _ ("、") : "",
                                file->taken->district);
    }
  if (n_districts > MAX_NAMED_DISTRICTS)
    g_string_append_printf (districts, _ ("等 %u 个区镇"), n_districts);
  return g_strdup_printf (_ ("导入附件2：%s %u 家"), districts->str, n_rows);
}

/* Keeps a copy of every file; @made are those that were not there before. */
static gboolean
keep_copies (XybStore *store, const XybIntake *intake, GPtrArray *made, GError **error)
{
  g_autofree char *folder = xyb_attachments_folder (xyb_store_get_path (store));
  gboolean had_folder = g_file_test (folder, G_FILE_TEST_EXISTS);

  for (guint i = 0; i < intake->files->len; i++)
    {
      const XybIntakeFile *file = g_ptr_array_index (intake->files, i);
      g_autofree char *before = NULL;
      g_autofree char *sha256 = NULL;

      if (!xyb_intake_file_is_waiting (file))
        continue;
      before = xyb_attachment_store_dup_path (store, file->taken->sha256);
      sha256 = xyb_attachment_store_add (store, file->path, file->taken->sha256, error);
      if (sha256 == NULL)
        return FALSE;
      if (file->taken->sha256 == NULL)
        file->taken->sha256 = g_strdup (sha256);
      if (before == NULL)
        g_ptr_array_add (made, xyb_attachment_store_dup_path (store, sha256));
      if (!had_folder && made->len == 1)
        g_ptr_array_insert (made, 0, g_strdup (folder));
    }
  return TRUE;
}

static void
mark_imported (XybIntake *intake)
{
  for (guint i = 0; i < intake->files->len; i++)
    {
      XybIntakeFile *file = g_ptr_array_index (intake->files, i);

      file->imported = file->imported || xyb_intake_file_is_waiting (file);
    }
}

static gboolean
check_something_to_do (const XybIntake *intake, guint *out_rows, GError **error)
{
  guint n = 0;

  *out_rows = 0;
  for (guint i = 0; i < intake->files->len; i++)
    {
      const XybIntakeFile *file = g_ptr_array_index (intake->files, i);

      if (!xyb_intake_file_is_waiting (file))
        continue;
      n++;
      *out_rows += count_rows (file);
    }
  if (n == 0)
    g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOTHING,
                         _ ("没有可以导入的文件：请先选择文件，并给没写区镇的文件选好区镇。"));
  return n > 0;
}

/**
 * xyb_intake_store_import:
 * @intake: a batch; its files have been read, matched, given what their 区镇 had before
 *   (xyb_intake_set_before()) and checked (xyb_intake_check())
 * @progress: (nullable): called with rows done and in all
 * @user_data: for @progress
 * @cancellable: (nullable): leaves nothing behind
 * @out_report: (out): what was done
 * @error: %XYB_STORE_ERROR_CONFLICT where the file, the list of its 区镇 or the register is not as
 *   it was in the preview; %XYB_STORE_ERROR_EXISTS where an enterprise would stand twice; a
 *   %XYB_CORE_ERROR where a value cannot be stored; %XYB_FILE_ERROR, %G_IO_ERROR_CANCELLED. The
 *   sentence names file, sheet and row
 *
 * Takes over every file that waits (xyb_intake_file_is_waiting()): its rows that are decided become
 * rows of 附件2 in its own order, with the cell each value came from; enterprises nobody knew
 * become known; the 区镇 counts as 已报, or 有疑问 while rows wait. A copy of each file is kept,
 * and what was decided is remembered. All of it is one revision, or nothing happens. The same file
 * once more changes nothing.
 */
gboolean
xyb_intake_store_import (XybStore *store,
                         XybIntake *intake,
                         XybStoreProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         XybIntakeReport *out_report,
                         GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *label = NULL;
  g_autofree char *today = xyb_date_today ();
  Import import = { .intake = intake, .today = today };
  gboolean ok;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (intake != NULL && out_report != NULL, FALSE);

  *out_report = (XybIntakeReport){ 0 };
  import.writer = (XybIntakeWriter){ .store = store,
                                     .year = intake->year,
                                     .progress = progress,
                                     .user_data = user_data,
                                     .cancellable = cancellable,
                                     .report = out_report };
  if (!check_something_to_do (intake, &import.writer.total, error))
    return FALSE;
  label = label_of (intake);
  ok = keep_copies (store, intake, made, error)
       && (import.writer.total < XYB_STORE_LARGE_EDIT
           || xyb_store_exec (store, XYB_STORE_LARGE_CACHE, error))
       && xyb_store_edit (store, label, import_edit, &import, error);
  if (import.writer.total >= XYB_STORE_LARGE_EDIT)
    xyb_store_exec (store, XYB_STORE_USUAL_CACHE, NULL);
  if (ok)
    {
      mark_imported (intake);
      return TRUE;
    }
  xyb_attachments_take_back (made);
  *out_report = (XybIntakeReport){ 0 };
  return FALSE;
}

/* ---- what was imported ---- */

void
xyb_returned_file_free (XybReturnedFile *self)
{
  if (self == NULL)
    return;
  g_free (self->district);
  g_free (self->name);
  g_free (self->sha256);
  g_free (self->format);
  g_free (self->imported_on);
  g_free (self->imported_by);
  g_free (self);
}

static XybReturnedFile *
read_file (sqlite3_stmt *stmt)
{
  XybReturnedFile *file = g_new0 (XybReturnedFile, 1);

  file->id = sqlite3_column_int64 (stmt, 0);
  file->unit_id = sqlite3_column_int64 (stmt, 1);
  file->district = xyb_stmt_dup_text (stmt, 2);
  file->name = xyb_stmt_dup_text (stmt, 3);
  file->sha256 = xyb_stmt_dup_text (stmt, 4);
  file->format = xyb_stmt_dup_text (stmt, 5);
  file->bytes = sqlite3_column_int64 (stmt, 6);
  file->imported_on = xyb_stmt_dup_text (stmt, 7);
  file->imported_by = xyb_stmt_dup_text (stmt, 8);
  return file;
}

/**
 * xyb_intake_store_list_files:
 * @unit_id: only of this 区镇, or 0
 * @error: %XYB_STORE_ERROR
 *
 * Returns: (transfer full) (element-type XybReturnedFile): what was imported, the latest first
 */
GPtrArray *
xyb_intake_store_list_files (XybStore *store, int year, gint64 unit_id, GError **error)
{
  g_autoptr (GPtrArray) files
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_returned_file_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt = xyb_store_prepare (store,
                            "SELECT f.id, f.unit_id, u.name, f.name, f.sha256, f.format, f.bytes,"
                            "       replace(substr(f.imported_on, 1, 19), 'T', ' '), f.imported_by"
                            "  FROM returned_file AS f JOIN plan AS p ON p.id = f.plan_id"
                            "  JOIN unit AS u ON u.id = f.unit_id"
                            " WHERE p.year = :year AND (:unit = 0 OR f.unit_id = :unit)"
                            " ORDER BY f.id DESC",
                            error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":year", year);
  xyb_stmt_bind_int (stmt, ":unit", unit_id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return g_steal_pointer (&files);
      g_ptr_array_add (files, read_file (stmt));
    }
  return NULL;
}
