/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <inttypes.h>

#include "xyb-i18n.h"
#include "xyb-store-engine.h"

/* 从这里撤销, and its way back: many steps in one transaction. Each step leaves its own undo or
 * redo revision, so that the log stays honest and 撤销/重做 go on one by one from wherever it
 * ended. */

typedef struct
{
  XybStore *store;
  gint64 revision_id;
  gboolean invert;
  XybStoreProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  guint count;
} Series;

/* ---- which ones ---- */

static char *
read_label (XybStore *self, gint64 id)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (self, "SELECT label FROM revision WHERE id = :id", NULL);
  gboolean row = FALSE;

  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":id", id);
  return xyb_store_step (self, stmt, &row, NULL) && row ? xyb_stmt_dup_text (stmt, 0) : NULL;
}

/* @what is a sentence with one place for the label of @id. */
static gboolean
refuse (XybStore *self, gint64 id, int code, const char *what, GError **error)
{
  g_autofree char *label = read_label (self, id);
  g_autoptr (GString) sentence = g_string_new (what);

  g_string_replace (sentence, "%s", label != NULL ? label : "", 1);
  g_set_error_literal (error, XYB_STORE_ERROR, code, sentence->str);
  return FALSE;
}

/* Only an edit that still stands is a place to undo from. */
static gboolean
check_start (XybStore *self, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (self,
                                                     "SELECT r.kind, " XYB_REVISION_UNDONE
                                                     " FROM revision AS r WHERE r.id = :id",
                                                     error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", id);
  if (!xyb_store_step (self, stmt, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                   _ ("没有第 %" PRId64 " 号操作记录。"), id);
      return FALSE;
    }
  switch (sqlite3_column_int (stmt, 0))
    {
    case XYB_REVISION_EDIT:
      if (sqlite3_column_int (stmt, 1) == 0)
        return TRUE;
      return refuse (self, id, XYB_STORE_ERROR_NOTHING,
                     _ ("“%s”已经撤销了，请另选一步没有撤销的修改。"), error);
    case XYB_REVISION_BARRIER:
      return refuse (self, id, XYB_STORE_ERROR_BARRIER,
                     _ ("“%s”是系统操作，不能撤销，请选它以后的修改。"), error);
    default:
      return refuse (self, id, XYB_STORE_ERROR_INVALID,
                     _ ("“%s”本身是一次撤销或重做，请选一步修改。"), error);
    }
}

/* Undo goes over no barrier (DESIGN §4). */
static gboolean
check_no_barrier (XybStore *self, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    self, "SELECT id FROM revision WHERE id > :id AND kind = :barrier ORDER BY id DESC LIMIT 1",
    error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", id);
  xyb_stmt_bind_int (stmt, ":barrier", XYB_REVISION_BARRIER);
  if (!xyb_store_step (self, stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  return refuse (self, sqlite3_column_int64 (stmt, 0), XYB_STORE_ERROR_BARRIER,
                 _ ("撤销不能越过“%s”，请选它以后的修改。"), error);
}

/**
 * xyb_store_list_undo_back_to:
 * @revision_id: an edit that is not undone
 * @error: NOT_FOUND, NOTHING (undone already), INVALID (an undo or a redo), BARRIER (one stands
 *   between it and now)
 *
 * What xyb_store_undo_back_to() would take back.
 *
 * Returns: (transfer full) (element-type XybRevision): latest first, without their changes
 */
GPtrArray *
xyb_store_list_undo_back_to (XybStore *self, gint64 revision_id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (XYB_IS_STORE (self), NULL);

  if (!check_start (self, revision_id, error) || !check_no_barrier (self, revision_id, error))
    return NULL;
  stmt = xyb_store_prepare (self,
                            "SELECT " XYB_REVISION_COLUMNS " FROM revision AS r"
                            " WHERE r.id >= :id AND r.kind = :edit AND NOT (" XYB_REVISION_UNDONE
                            ") ORDER BY r.id DESC",
                            error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":id", revision_id);
  xyb_stmt_bind_int (stmt, ":edit", XYB_REVISION_EDIT);
  return xyb_log_read_revisions (self, stmt, error);
}

/* Undone since the last new edit, in the order they were made: as xyb_store_redo() takes them. */
static GPtrArray *
list_redo_up_to (XybStore *self, gint64 revision_id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    self,
    "SELECT " XYB_REVISION_COLUMNS " FROM revision AS r WHERE r.id <= :id AND r.kind = :edit"
    " AND EXISTS (SELECT 1 FROM revision AS u WHERE u.target = r.id AND u.id >"
    " coalesce((SELECT max(e.id) FROM revision AS e WHERE e.kind IN (:edit, :barrier)), 0))"
    " AND " XYB_REVISION_UNDONE " ORDER BY r.id",
    error);

  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":id", revision_id);
  xyb_stmt_bind_int (stmt, ":edit", XYB_REVISION_EDIT);
  xyb_stmt_bind_int (stmt, ":barrier", XYB_REVISION_BARRIER);
  return xyb_log_read_revisions (self, stmt, error);
}

/* ---- doing it ---- */

/* Read inside the transaction: nobody writes between what is listed and what is done. */
static gboolean
take_steps (XybStore *self, gpointer user_data, GError **error)
{
  Series *series = user_data;
  g_autoptr (GPtrArray) steps = series->invert
                                  ? xyb_store_list_undo_back_to (self, series->revision_id, error)
                                  : list_redo_up_to (self, series->revision_id, error);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const XybRevision *revision = g_ptr_array_index (steps, i);

      if (g_cancellable_set_error_if_cancelled (series->cancellable, error)
          || !xyb_undo_step (self, revision->id, series->invert, xyb_store_edit_step, error))
        return FALSE;
      if (series->progress != NULL)
        series->progress (i + 1, steps->len, series->user_data);
    }
  series->count = steps != NULL ? steps->len : 0;
  if (series->count == 0 && steps != NULL)
    g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOTHING,
                         _ ("没有可以重做的操作。"));
  return series->count > 0;
}

static gboolean
run (Series *series, guint *out_count, GError **error)
{
  if (!xyb_store_edit_series (series->store, take_steps, series, error))
    return FALSE;
  if (out_count != NULL)
    *out_count = series->count;
  return TRUE;
}

/**
 * xyb_store_undo_back_to:
 * @revision_id: the earliest edit to take back
 * @progress: (nullable): called with steps done and in all
 * @user_data: for @progress
 * @cancellable: (nullable): nothing is changed then
 * @out_count: (out) (optional): how many edits were taken back
 * @error: as xyb_store_list_undo_back_to(); CONFLICT or DAMAGED, which names the step that stands
 *   in the way
 *
 * Takes back every edit since and including @revision_id in one transaction: all of them, or
 * nothing is changed. xyb_store_redo_up_to() with the latest of them brings them back.
 */
gboolean
xyb_store_undo_back_to (XybStore *self,
                        gint64 revision_id,
                        XybStoreProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        guint *out_count,
                        GError **error)
{
  Series series = { self, revision_id, TRUE, progress, user_data, cancellable, 0 };

  g_return_val_if_fail (XYB_IS_STORE (self), FALSE);

  return run (&series, out_count, error);
}

/**
 * xyb_store_redo_up_to:
 * @revision_id: the latest edit to do again
 * @progress: (nullable): called with steps done and in all
 * @user_data: for @progress
 * @cancellable: (nullable): nothing is changed then
 * @out_count: (out) (optional): how many edits were done again
 * @error: NOTHING where something new was written since; CONFLICT, DAMAGED
 *
 * Does again, in one transaction, what was undone since the last new edit and is not later than
 * @revision_id.
 */
gboolean
xyb_store_redo_up_to (XybStore *self,
                      gint64 revision_id,
                      XybStoreProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      guint *out_count,
                      GError **error)
{
  Series series = { self, revision_id, FALSE, progress, user_data, cancellable, 0 };

  g_return_val_if_fail (XYB_IS_STORE (self), FALSE);

  return run (&series, out_count, error);
}
