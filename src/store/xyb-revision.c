/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-i18n.h"
#include "xyb-store-engine.h"

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

/* Column of enterprise_name that says whose name it was. */
#define NAME_OWNER_COLUMN 1

/* A record that has come. */
typedef struct
{
  int table; /* place in xyb_tracked_tables */
  gint64 id;
} NewRecord;

/* What one changeset touched, gathered in one walk over it. */
typedef struct
{
  XybStore *store;
  gint64 revision_id;
  gint64 records;
  gboolean touched[XYB_N_TRACKED];
  GArray *new_records;    /* of NewRecord: written into the journal after the walk */
  GArray *new_ids;        /* of gint64: enterprises that had no search row */
  GArray *enterprise_ids; /* of gint64: whose search rows are to be made again */
} Touched;

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

/* ---- what was touched ---- */

static void
add_owner (Touched *touched, sqlite3_value *value)
{
  gint64 id = value != NULL ? sqlite3_value_int64 (value) : 0;

  if (id != 0)
    g_array_append_val (touched->enterprise_ids, id);
}

/* A former name is found under its enterprise. An UPDATE says only what changed, so the present
 * owner is asked for as well. */
static gboolean
add_name_owners (Touched *touched,
                 sqlite3_changeset_iter *iter,
                 int op,
                 gint64 name_id,
                 GError **error)
{
  sqlite3_value *value = NULL;
  sqlite3_stmt *stmt;
  gboolean row;

  if (op != SQLITE_INSERT && sqlite3changeset_old (iter, NAME_OWNER_COLUMN, &value) == SQLITE_OK)
    add_owner (touched, value);
  value = NULL;
  if (op != SQLITE_DELETE && sqlite3changeset_new (iter, NAME_OWNER_COLUMN, &value) == SQLITE_OK)
    add_owner (touched, value);
  if (op != SQLITE_UPDATE)
    return TRUE;

  stmt = xyb_store_get_cached (touched->store, XYB_CACHED_NAME_OWNER, error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", name_id);
  if (!xyb_store_step (touched->store, stmt, &row, error))
    return FALSE;
  if (row)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (touched->enterprise_ids, id);
      sqlite3_reset (stmt);
    }
  return TRUE;
}

static gboolean
write_label (Touched *touched,
             const char *table,
             gint64 record_id,
             const char *label,
             GError **error)
{
  sqlite3_stmt *stmt = xyb_store_get_cached (touched->store, XYB_CACHED_ADD_RECORD, error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":revision_id", touched->revision_id);
  sqlite3_bind_text (stmt, 2, table, -1, SQLITE_STATIC);
  xyb_stmt_bind_int (stmt, ":record_id", record_id);
  sqlite3_bind_text (stmt, 4, label, -1, SQLITE_STATIC);
  return xyb_store_run (touched->store, stmt, error);
}

static gboolean
write_record (Touched *touched,
              sqlite3_changeset_iter *iter,
              const char *table,
              int op,
              gint64 record_id,
              GError **error)
{
  sqlite3_value *own = NULL;
  g_autofree char *label = NULL;
  int own_column = xyb_field_names_own_label (table);

  /* A setting's number does not lead back to its key, so its own key names it always. */
  if (own_column >= 0 && (op == SQLITE_DELETE || own_column == 0))
    {
      if (op == SQLITE_INSERT)
        sqlite3changeset_new (iter, own_column, &own);
      else
        sqlite3changeset_old (iter, own_column, &own);
    }
  if (op == SQLITE_DELETE && own == NULL)
    label = xyb_record_last_label (touched->store, table, record_id);
  else
    label = xyb_record_label (touched->store, table, record_id, own, error);
  return label != NULL && write_label (touched, table, record_id, label, error);
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  const NewRecord *left = a;
  const NewRecord *right = b;

  if (left->table != right->table)
    return left->table - right->table;
  return left->id < right->id ? -1 : left->id > right->id;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* A changeset comes in the order of a hash: a hundred thousand records each look for their page. In
 * the order they lie on the disk they share it. */
static gboolean
write_new_records (Touched *touched, GError **error)
{
  g_array_sort (touched->new_records, compare_records);
  g_array_sort (touched->new_ids, compare_ids);
  for (guint i = 0; i < touched->new_records->len; i++)
    {
      const NewRecord *record = &g_array_index (touched->new_records, NewRecord, i);
      const char *table = xyb_tracked_tables[record->table];
      g_autofree char *label = xyb_record_label (touched->store, table, record->id, NULL, error);

      if (label == NULL || !write_label (touched, table, record->id, label, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
note_record (sqlite3_changeset_iter *iter,
             const char *table,
             int op,
             gint64 record_id,
             gpointer user_data,
             GError **error)
{
  Touched *touched = user_data;
  int index = xyb_tracked_table_index (table);

  if (index >= 0)
    touched->touched[index] = TRUE;
  if (xyb_field_names_is_silent (table))
    return TRUE;
  touched->records++;
  if (g_str_equal (table, "enterprise"))
    g_array_append_val (op == SQLITE_INSERT ? touched->new_ids : touched->enterprise_ids,
                        record_id);
  else if (g_str_equal (table, "enterprise_name")
           && !add_name_owners (touched, iter, op, record_id, error))
    return FALSE;
  if (op == SQLITE_INSERT && index >= 0 && xyb_field_names_own_label (table) != 0)
    {
      NewRecord record = { index, record_id };

      g_array_append_val (touched->new_records, record);
      return TRUE;
    }
  return write_record (touched, iter, table, op, record_id, error);
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
               const Touched *touched,
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
  xyb_stmt_bind_int (stmt, ":schema_version", self->schema_version);
  xyb_stmt_bind_text (stmt, ":checksum", checksum);
  return xyb_store_run (self, stmt, error);
}

/* Known only after the walk that writes the records, which point at the heading. */
static gboolean
write_count (XybStore *self, const Touched *touched, GError **error)
{
  sqlite3_stmt *stmt = xyb_store_get_cached (self, XYB_CACHED_SET_RECORDS, error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", touched->revision_id);
  xyb_stmt_bind_int (stmt, ":records", touched->records);
  return xyb_store_run (self, stmt, error);
}

static gboolean
write_revision (XybStore *self,
                const Heading *heading,
                XybChangeset *changeset,
                Touched *touched,
                GError **error)
{
  g_autofree char *checksum = xyb_changeset_checksum (changeset);

  return next_revision_id (self, &touched->revision_id, error)
         && write_heading (self, heading, touched, checksum, error)
         && xyb_changeset_walk (changeset, self, note_record, touched, error)
         && write_new_records (touched, error) && write_count (self, touched, error)
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

static XybChangeset *
collect_changes (XybStore *self, sqlite3_session *session, GError **error)
{
  g_autoptr (XybChangeset) changeset = xyb_changeset_new ();
  int result = sqlite3session_changeset_strm (session, xyb_changeset_write, changeset);

  if (result == SQLITE_OK && !xyb_changeset_finish (changeset))
    result = SQLITE_NOMEM;
  if (result == SQLITE_OK)
    return g_steal_pointer (&changeset);
  xyb_store_take_error (self, result, error);
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
              Touched *touched,
              GError **error)
{
  g_autoptr (XybChangeset) changeset = NULL;

  if (!func (self, user_data, error) || !check_still_open (self, error))
    return FALSE;
  changeset = collect_changes (self, *session, error);
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
tell_listeners (XybStore *self, const Touched *touched)
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
                   Touched *touched,
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
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) new_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (NewRecord));
  Heading heading = { kind, target, label };
  Touched touched
    = { .store = self, .new_records = records, .new_ids = new_ids, .enterprise_ids = ids };
  Touched *all = self->series;
  sqlite3_session *session;
  gboolean ok;

  g_return_val_if_fail (all != NULL && self->edit_depth == 0, FALSE);

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
  Touched touched = { .store = self };
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
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) new_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (NewRecord));
  Heading heading = { kind, target, label };
  Touched touched
    = { .store = self, .new_records = records, .new_ids = new_ids, .enterprise_ids = ids };

  if (self->edit_depth > 0)
    return join_outer (self, func, user_data, error);
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
