/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-i18n.h"
#include "xyb-touched.h"

/* The one way to write: a transaction, a session that records it, and the revision that keeps what
 * the session recorded (DESIGN §4). */

/* Attach order is changeset order: children before parents (PROVEN, SQLite sessions 1). */
const char *const xyb_tracked_tables[XYB_N_TRACKED] = {
  "award",
  "contract",
  "service_provider",
  "progress_material",
  "progress_training",
  "progress_step",
  "progress_condition",
  "progress_move",
  "progress_stage",
  "progress",
  "assessment_snapshot",
  "assessment_settlement",
  "explanation",
  "assessment_mark",
  "scheme_exclusion",
  "scheme_unit",
  "scheme_note",
  "scheme_tier",
  "scheme_indicator",
  "scheme",
  "nomination_origin",
  "returned_sheet",
  "returned_file",
  "return_decision",
  "head_spelling",
  "submission",
  "nomination",
  "enterprise_name",
  "enterprise",
  "plan_tier",
  "plan_stage",
  "plan_step",
  "plan_material",
  "plan_condition",
  "milestone",
  "quota",
  "plan_basis",
  "plan",
  "unit_alias",
  "unit",
  "setting",
};

/* What stands in the journal beside the changes. */
typedef struct
{
  XybRevisionKind kind;
  gint64 target;
  const char *label;
} Heading;

int
xyb_tracked_table_index (const char *table)
{
  for (int i = 0; i < XYB_N_TRACKED; i++)
    if (g_str_equal (xyb_tracked_tables[i], table))
      return i;
  return -1;
}

static gboolean
run_cached (XybStore *self, XybCached which, GError **error)
{
  sqlite3_stmt *stmt = xyb_store_get_cached (self, which, error);

  return stmt != NULL && xyb_store_run (self, stmt, error);
}

/* ---- the journal row ---- */

static gboolean
next_revision_id (XybStore *self, gint64 *out_id, GError **error)
{
  sqlite3_stmt *stmt = xyb_store_get_cached (self, XYB_CACHED_NEXT_REVISION, error);
  gboolean row = FALSE;

  if (stmt == NULL || !xyb_store_step (self, stmt, &row, error))
    return FALSE;
  *out_id = row ? sqlite3_column_int64 (stmt, 0) : 1;
  sqlite3_reset (stmt);
  return TRUE;
}

static gboolean
write_heading (XybStore *self,
               const Heading *heading,
               const XybTouched *touched,
               const char *checksum,
               GError **error)
{
  sqlite3_stmt *stmt = xyb_store_get_cached (self, XYB_CACHED_ADD_REVISION, error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", touched->revision_id);
  xyb_stmt_bind_int (stmt, ":kind", heading->kind);
  xyb_stmt_bind_text (stmt, ":time", time);
  xyb_stmt_bind_text (stmt, ":operator", self->operator_name);
  xyb_stmt_bind_text (stmt, ":label", heading->label);
  xyb_stmt_bind_id (stmt, ":target", heading->target);
  xyb_stmt_bind_int (stmt, ":records", touched->records);
  xyb_stmt_bind_int (stmt, ":schema_version", self->schema_version);
  xyb_stmt_bind_text (stmt, ":checksum", checksum);
  return xyb_store_run (self, stmt, error);
}

static gboolean
write_revision (XybStore *self,
                const Heading *heading,
                XybChangeset *changeset,
                XybTouched *touched,
                GError **error)
{
  g_autofree char *checksum = xyb_changeset_checksum (changeset);

  return next_revision_id (self, &touched->revision_id, error)
         && write_heading (self, heading, touched, checksum, error)
         && xyb_touched_write (touched, self, error)
         && xyb_changeset_save (changeset, self, touched->revision_id, error)
         && xyb_search_index_add (self, (const gint64 *) touched->new_ids->data,
                                  touched->new_ids->len, error)
         && (touched->enterprise_ids->len == 0
             || xyb_search_index_refresh (self, (const gint64 *) touched->enterprise_ids->data,
                                          touched->enterprise_ids->len, error));
}

/* ---- the transaction ---- */

static sqlite3_session *
start_session (XybStore *self, GError **error)
{
  sqlite3_session *session = NULL;
  int result = sqlite3session_create (self->db, "main", &session);

  for (guint i = 0; result == SQLITE_OK && i < XYB_N_TRACKED; i++)
    result = sqlite3session_attach (session, xyb_tracked_tables[i]);
  if (result == SQLITE_OK)
    return session;
  xyb_store_take_error (self, result, error);
  g_clear_pointer (&session, sqlite3session_delete);
  return NULL;
}

/* A disk that fills up makes SQLite roll back by itself; a function that did not look at its errors
 * must not make us commit the rest. */
static gboolean
check_still_open (XybStore *self, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (self->path);

  if (!sqlite3_get_autocommit (self->db))
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_FAILED,
               _ ("写入「%s」中途失败，原有数据不变，请再试一次。"), shown);
  return FALSE;
}

/* The session ends as soon as it has told what it recorded: the journal and the derived rows are
 * none of its business, and it would look at each of them. */
static gboolean
write_inside (XybStore *self,
              sqlite3_session **session,
              const Heading *heading,
              XybStoreEditFunc func,
              gpointer user_data,
              XybTouched *touched,
              GError **error)
{
  g_autoptr (XybChangeset) changeset = NULL;

  if (!func (self, user_data, error) || !check_still_open (self, error))
    return FALSE;
  changeset = xyb_changeset_record (self, *session, xyb_touched_note, touched, error);
  g_clear_pointer (session, sqlite3session_delete);
  if (changeset == NULL)
    return FALSE;
  if (xyb_changeset_is_empty (changeset))
    return TRUE;
  return write_revision (self, heading, changeset, touched, error);
}

static gboolean
check_writable (XybStore *self, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (self->path);

  if (!self->read_only)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY,
               _ ("「%s」是以只读方式打开的，不能修改。"), shown);
  return FALSE;
}

static void
roll_back (XybStore *self)
{
  g_autoptr (GError) local = NULL;

  if (sqlite3_get_autocommit (self->db))
    return;
  if (!run_cached (self, XYB_CACHED_ROLLBACK, &local))
    g_warning ("rollback failed: %s", local->message);
}

static void
tell_listeners (XybStore *self, const XybTouched *touched)
{
  const char *tables[XYB_N_TRACKED + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < XYB_N_TRACKED; i++)
    if (touched->touched[i])
      tables[n++] = xyb_tracked_tables[i];
  if (n == 0)
    return;
  xyb_store_hub_tell_others (self->hub, self);
  g_signal_emit_by_name (self, "changed", tables);
}

static gboolean
write_transaction (XybStore *self,
                   const Heading *heading,
                   XybStoreEditFunc func,
                   gpointer user_data,
                   XybTouched *touched,
                   GError **error)
{
  sqlite3_session *session;
  gboolean ok;

  if (!run_cached (self, XYB_CACHED_BEGIN, error))
    return FALSE;
  session = start_session (self, error);
  self->edit_depth++;
  ok = session != NULL && write_inside (self, &session, heading, func, user_data, touched, error);
  g_clear_pointer (&session, sqlite3session_delete);
  self->edit_depth--;
  ok = ok && run_cached (self, XYB_CACHED_COMMIT, error);
  if (!ok)
    roll_back (self);
  return ok;
}

/* One revision of a series: everything of it but the transaction. */
gboolean
xyb_store_edit_step (XybStore *self,
                     XybRevisionKind kind,
                     gint64 target,
                     const char *label,
                     XybStoreEditFunc func,
                     gpointer user_data,
                     GError **error)
{
  g_auto (XybTouched) touched = { 0 };
  Heading heading = { kind, target, label };
  XybTouched *all = self->series;
  sqlite3_session *session;
  gboolean ok;

  g_return_val_if_fail (all != NULL && self->edit_depth == 0, FALSE);

  xyb_touched_init (&touched);
  session = start_session (self, error);
  self->edit_depth++;
  ok = session != NULL && write_inside (self, &session, &heading, func, user_data, &touched, error);
  g_clear_pointer (&session, sqlite3session_delete);
  self->edit_depth--;
  all->records += touched.records;
  for (guint i = 0; i < XYB_N_TRACKED; i++)
    all->touched[i] = all->touched[i] || touched.touched[i];
  return ok;
}

/* Several revisions in one transaction: @func makes each with xyb_store_edit_step(). All of them
 * are there afterwards, or none; XybStore::changed is emitted once. */
gboolean
xyb_store_edit_series (XybStore *self, XybStoreEditFunc func, gpointer user_data, GError **error)
{
  XybTouched touched = { 0 };
  gboolean ok;

  g_return_val_if_fail (self->edit_depth == 0 && self->series == NULL, FALSE);

  if (!check_writable (self, error) || !run_cached (self, XYB_CACHED_BEGIN, error))
    return FALSE;
  self->series = &touched;
  ok = func (self, user_data, error);
  self->series = NULL;
  ok = ok && check_still_open (self, error) && run_cached (self, XYB_CACHED_COMMIT, error);
  if (!ok)
    {
      roll_back (self);
      return FALSE;
    }
  tell_listeners (self, &touched);
  return TRUE;
}

/* A call inside an edit joins it; if it fails alone, only its own writes go. */
static gboolean
join_outer (XybStore *self, XybStoreEditFunc func, gpointer user_data, GError **error)
{
  gboolean ok;

  if (!run_cached (self, XYB_CACHED_SAVEPOINT, error))
    return FALSE;
  ok = func (self, user_data, error);
  if (ok)
    return check_still_open (self, error) && run_cached (self, XYB_CACHED_RELEASE, error);
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK TO joined; RELEASE joined", NULL, NULL, NULL);
  return FALSE;
}

/* xyb_store_edit() with the kind of revision it leaves, and what an undo or redo turns round. */
gboolean
xyb_store_edit_as (XybStore *self,
                   XybRevisionKind kind,
                   gint64 target,
                   const char *label,
                   XybStoreEditFunc func,
                   gpointer user_data,
                   GError **error)
{
  g_auto (XybTouched) touched = { 0 };
  Heading heading = { kind, target, label };

  if (self->edit_depth > 0)
    return join_outer (self, func, user_data, error);
  xyb_touched_init (&touched);
  if (!check_writable (self, error)
      || !write_transaction (self, &heading, func, user_data, &touched, error))
    return FALSE;
  tell_listeners (self, &touched);
  return TRUE;
}

/**
 * xyb_store_edit:
 * @label: what is done, in the clerk's words; stands in the log and beside 「撤销」
 * @func: writes with the store's statements; returns %FALSE with the error set to take everything
 * back
 * @user_data: for @func
 * @error: of @func, or %XYB_STORE_ERROR: READ_ONLY, LOCKED (another thread writes), NO_SPACE …
 *
 * The only way to write: one transaction, one session, one revision. A call inside @func joins the
 * outer edit and its label is not used. Where nothing changed there is no revision. On %FALSE the
 * file is as it was; after success XybStore::changed has been emitted.
 *
 * Returns: whether it was committed: then it survives a power cut
 */
gboolean
xyb_store_edit (XybStore *self,
                const char *label,
                XybStoreEditFunc func,
                gpointer user_data,
                GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (self), FALSE);
  g_return_val_if_fail (label != NULL && label[0] != '\0', FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  return xyb_store_edit_as (self, XYB_REVISION_EDIT, 0, label, func, user_data, error);
}

/**
 * xyb_store_edit_barrier:
 *
 * As xyb_store_edit(), but undo does not go back over it: filling a new office from the presets.
 */
gboolean
xyb_store_edit_barrier (XybStore *self,
                        const char *label,
                        XybStoreEditFunc func,
                        gpointer user_data,
                        GError **error)
{
  return xyb_store_edit_as (self, XYB_REVISION_BARRIER, 0, label, func, user_data, error);
}
