/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <inttypes.h>
#include <string.h>

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-store-engine.h"

/* Undo and redo: the stored changeset, turned round or not, applied as a new revision. The history
 * is linear and outlives the program: what can be undone is read from the journal every time. */

/* One line of the journal, latest first. */
typedef struct
{
  gint64 id;
  XybRevisionKind kind;
  gint64 target;
} Line;

/* What to do and what stood in the way. */
typedef struct
{
  gint64 revision_id;
  gboolean invert;
  XybChangeset *changeset;
  char **conflict; /* what changed since, for the sentence */
} Turn;

/* ---- which one ---- */

static sqlite3_stmt *
list_lines (XybStore *self, GError **error)
{
  return xyb_store_prepare (self,
                            "SELECT id, kind, coalesce(target, 0) FROM revision ORDER BY id DESC",
                            error);
}

static gboolean
next_line (XybStore *self, sqlite3_stmt *stmt, Line *out_line, gboolean *out_row, GError **error)
{
  if (!xyb_store_step (self, stmt, out_row, error))
    return FALSE;
  if (*out_row)
    *out_line
      = (Line){ sqlite3_column_int64 (stmt, 0), (XybRevisionKind) sqlite3_column_int (stmt, 1),
                sqlite3_column_int64 (stmt, 2) };
  return TRUE;
}

/* The first line seen for a target, coming from the end, says how it stands now. */
static void
note_state (GHashTable *states, const Line *line)
{
  gint64 key = line->target;

  if (!g_hash_table_contains (states, &key))
    g_hash_table_insert (states, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (line->kind));
}

static gboolean
is_undone (GHashTable *states, gint64 id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (states, &id)) == XYB_REVISION_UNDO;
}

/* The latest edit not undone; 0 where a barrier or the beginning comes first. */
static gboolean
find_undo (XybStore *self, gint64 *out_id, gint64 *out_barrier, GError **error)
{
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) stmt = list_lines (self, error);
  gboolean row = stmt != NULL;
  Line line;

  *out_id = *out_barrier = 0;
  if (stmt == NULL)
    return FALSE;
  while (TRUE)
    {
      if (!next_line (self, stmt, &line, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (line.kind == XYB_REVISION_BARRIER)
        {
          *out_barrier = line.id;
          return TRUE;
        }
      if (line.kind != XYB_REVISION_EDIT)
        note_state (states, &line);
      else if (!is_undone (states, line.id))
        {
          *out_id = line.id;
          return TRUE;
        }
    }
}

/* Of the edits undone since the last new one, the one undone last: the earliest of them. */
static gboolean
find_redo (XybStore *self, gint64 *out_id, GError **error)
{
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) stmt = list_lines (self, error);
  gboolean row = TRUE;
  Line line = { 0 };
  GHashTableIter iter;
  gpointer key, kind;

  *out_id = 0;
  if (stmt == NULL)
    return FALSE;
  while (TRUE)
    {
      if (!next_line (self, stmt, &line, &row, error))
        return FALSE;
      if (!row || line.kind == XYB_REVISION_EDIT || line.kind == XYB_REVISION_BARRIER)
        break;
      note_state (states, &line);
    }
  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, &key, &kind))
    {
      gint64 id = *(const gint64 *) key;

      if (GPOINTER_TO_INT (kind) == XYB_REVISION_UNDO && (*out_id == 0 || id < *out_id))
        *out_id = id;
    }
  return TRUE;
}

static char *
read_label (XybStore *self, gint64 id, gint64 *out_version, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (self, "SELECT label, schema_version FROM revision WHERE id = :id", error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":id", id);
  if (!xyb_store_step (self, stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                   _ ("没有第 %" PRId64 " 号操作记录。"), id);
      return NULL;
    }
  if (out_version != NULL)
    *out_version = sqlite3_column_int64 (stmt, 1);
  return xyb_stmt_dup_text (stmt, 0);
}

/* ---- what stands in the way ---- */

static gboolean
values_differ (sqlite3_value *a, sqlite3_value *b)
{
  int type = sqlite3_value_type (a);

  if (type != sqlite3_value_type (b))
    return TRUE;
  switch (type)
    {
    case SQLITE_NULL:
      return FALSE;
    case SQLITE_INTEGER:
      return sqlite3_value_int64 (a) != sqlite3_value_int64 (b);
    default:
      return sqlite3_value_bytes (a) != sqlite3_value_bytes (b)
             || memcmp (sqlite3_value_blob (a), sqlite3_value_blob (b), sqlite3_value_bytes (a))
                  != 0;
    }
}

/* 贯标企业数、示范企业数: the fields that are not as this revision left them. */
static char *
name_changed_fields (sqlite3_changeset_iter *iter, const char *table, int n_columns)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 1; i < n_columns; i++)
    {
      sqlite3_value *expected = NULL, *found = NULL;

      if (sqlite3changeset_old (iter, i, &expected) != SQLITE_OK || expected == NULL
          || sqlite3changeset_conflict (iter, i, &found) != SQLITE_OK || found == NULL
          || !values_differ (expected, found))
        continue;
      if (names->len > 0)
        g_string_append (names, _ ("、"));
      g_string_append (names, xyb_field_names_column (table, i));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
describe_row_conflict (XybStore *self, int conflict, sqlite3_changeset_iter *iter)
{
  const char *table = "";
  int n_columns = 0, op = 0, indirect = 0;
  gint64 id;
  g_autofree char *record = NULL;
  g_autofree char *fields = NULL;

  sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
  id = xyb_changeset_record_id (iter, op);
  record = xyb_record_label (self, table, id, NULL, NULL);
  switch (conflict)
    {
    case SQLITE_CHANGESET_DATA:
      fields = name_changed_fields (iter, table, n_columns);
      return g_strdup_printf (_ ("%s「%s」的%s后来又改过"), xyb_field_names_table (table), record,
                              fields);
    case SQLITE_CHANGESET_NOTFOUND:
      return g_strdup_printf (_ ("%s「%s」后来已经删除"), xyb_field_names_table (table), record);
    case SQLITE_CHANGESET_CONFLICT:
      return g_strdup_printf (_ ("%s「%s」后来又加过"), xyb_field_names_table (table), record);
    default:
      return g_strdup_printf (_ ("%s「%s」与后来的记录重复"), xyb_field_names_table (table),
                              record);
    }
}

static gboolean
touches (XybStore *self, gint64 revision_id, const char *table, gint64 record_id)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (self,
                         "SELECT 1 FROM revision_record WHERE table_name = :table_name"
                         " AND record_id = :record_id AND revision_id = :revision_id",
                         NULL);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_text (stmt, ":table_name", table);
  xyb_stmt_bind_int (stmt, ":record_id", record_id);
  xyb_stmt_bind_int (stmt, ":revision_id", revision_id);
  return xyb_store_step (self, stmt, &row, NULL) && row;
}

/* A record that points at one this turn removes, or one this turn brings back while what it points
 * at has gone: looked for while the half-made state is still there to be asked. */
static char *
describe_reference_conflict (XybStore *self, const Turn *turn)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (self, "PRAGMA foreign_key_check", NULL);
  gboolean row = FALSE;
  const char *table, *parent;
  g_autofree char *record = NULL;
  gint64 id;

  if (stmt == NULL || !xyb_store_step (self, stmt, &row, NULL) || !row)
    return g_strdup (_ ("有关联的记录后来又改过"));
  table = (const char *) sqlite3_column_text (stmt, 0);
  id = sqlite3_column_int64 (stmt, 1);
  parent = (const char *) sqlite3_column_text (stmt, 2);
  record = xyb_record_label (self, table, id, NULL, NULL);
  if (touches (self, turn->revision_id, table, id))
    return g_strdup_printf (_ ("%s「%s」所属的%s后来已经删除"), xyb_field_names_table (table),
                            record, xyb_field_names_table (parent));
  return g_strdup_printf (_ ("后来的%s「%s」还要用到它"), xyb_field_names_table (table), record);
}

typedef struct
{
  XybStore *store;
  Turn *turn;
} Conflict;

/* Always ABORT: leaving out a foreign-key conflict would commit a dangling record (PROVEN 3). */
static int
on_conflict (void *user_data, int conflict, sqlite3_changeset_iter *iter)
{
  Conflict *context = user_data;

  if (*context->turn->conflict == NULL)
    *context->turn->conflict = conflict == SQLITE_CHANGESET_FOREIGN_KEY
                                 ? describe_reference_conflict (context->store, context->turn)
                                 : describe_row_conflict (context->store, conflict, iter);
  return SQLITE_CHANGESET_ABORT;
}

/* ---- doing it ---- */

static int
is_tracked (void *user_data, const char *table)
{
  return xyb_tracked_table_index (table) >= 0;
}

static gboolean
apply_turn (XybStore *self, Turn *turn, GError **error)
{
  Conflict context = { self, turn };
  g_autoptr (XybChangesetReader) reader = xyb_changeset_reader_new (turn->changeset);
  int result = sqlite3changeset_apply_v2_strm (self->db, xyb_changeset_reader_read, reader,
                                               is_tracked, on_conflict, &context, NULL, NULL,
                                               turn->invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);

  if (result == SQLITE_OK)
    return TRUE;
  if (*turn->conflict == NULL)
    xyb_store_take_error (self, result, error);
  else
    g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT, *turn->conflict);
  return FALSE;
}

static gboolean
check_version (XybStore *self, const char *label, gint64 version, GError **error)
{
  if (version == self->schema_version)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_BARRIER,
               _ ("不能撤销“%s”：它是数据格式升级以前的操作。"), label);
  return FALSE;
}

static void
set_conflict (GError **error, gboolean invert, const char *label, const char *conflict)
{
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT,
               invert ? _ ("不能撤销“%s”：%s，请先撤销后来的修改。")
                      : _ ("不能重做“%s”：%s，请先撤销后来的修改。"),
               label, conflict);
}

/* Inside an edit: applies what revision @id recorded, turned round or not. */
static gboolean
turn (XybStore *self, gint64 id, gboolean invert, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (XybChangeset) changeset = NULL;
  g_autofree char *label = NULL;
  g_autofree char *conflict = NULL;
  Turn applied = { .revision_id = id, .invert = invert, .conflict = &conflict };
  gint64 version = 0;

  label = read_label (self, id, &version, error);
  if (label == NULL || !check_version (self, label, version, error))
    return FALSE;
  changeset = applied.changeset = xyb_changeset_load (self, id, error);
  if (changeset == NULL)
    return FALSE;
  if (apply_turn (self, &applied, &local))
    return TRUE;
  if (conflict == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    set_conflict (error, invert, label, conflict);
  return FALSE;
}

typedef struct
{
  gint64 id;
  gboolean invert;
} Step;

static gboolean
turn_edit (XybStore *self, gpointer user_data, GError **error)
{
  const Step *step = user_data;

  return turn (self, step->id, step->invert, error);
}

/* The journal calls such a step 撤销：…, 重做：…. */
gboolean
xyb_undo_step (XybStore *self, gint64 id, gboolean invert, XybUndoEdit edit, GError **error)
{
  g_autofree char *label = read_label (self, id, NULL, error);
  g_autofree char *name = NULL;
  Step step = { id, invert };

  if (label == NULL)
    return FALSE;
  name = g_strdup_printf (invert ? _ ("撤销：%s") : _ ("重做：%s"), label);
  return edit (self, invert ? XYB_REVISION_UNDO : XYB_REVISION_REDO, id, name, turn_edit, &step,
               error);
}

static gboolean
is_large (XybStore *self, gint64 id)
{
  gint64 records = 0;

  return xyb_lookup_int (self, "SELECT records FROM revision WHERE id = :a", id, 0, &records, NULL)
         && records >= XYB_STORE_LARGE_EDIT;
}

static gboolean
turn_revision (XybStore *self, gint64 id, gboolean invert, char **out_label, GError **error)
{
  gboolean large = is_large (self, id);
  gboolean ok = (!large || xyb_store_exec (self, XYB_STORE_LARGE_CACHE, error))
                && xyb_undo_step (self, id, invert, xyb_store_edit_as, error);

  if (large)
    xyb_store_exec (self, XYB_STORE_USUAL_CACHE, NULL);
  if (!ok)
    return FALSE;
  if (out_label != NULL)
    *out_label = read_label (self, id, NULL, NULL);
  return TRUE;
}

/* Undo of one revision anywhere in the history; conflicts with what came later refuse. */
gboolean
xyb_store_undo_revision (XybStore *self, gint64 revision_id, GError **error)
{
  return turn_revision (self, revision_id, TRUE, NULL, error);
}

static void
set_nothing_to_undo (XybStore *self, gint64 barrier, GError **error)
{
  g_autofree char *label = NULL;

  if (barrier > 0)
    label = read_label (self, barrier, NULL, NULL);
  if (label == NULL)
    g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOTHING,
                         _ ("没有可以撤销的操作。"));
  else
    g_set_error (error, XYB_STORE_ERROR,
                 barrier > 1 ? XYB_STORE_ERROR_BARRIER : XYB_STORE_ERROR_NOTHING,
                 _ ("没有可以撤销的操作：撤销到“%s”为止。"), label);
}

/**
 * xyb_store_undo:
 * @out_label: (out) (optional) (transfer full): label of what was taken back
 * @error: NOTHING, BARRIER (creation, migration, restore), CONFLICT with what changed since,
 * DAMAGED where the journal's checksum does not fit
 *
 * Takes back the latest edit that is not undone, as a new revision; also one made before the
 * program was last started.
 */
gboolean
xyb_store_undo (XybStore *self, char **out_label, GError **error)
{
  gint64 id, barrier;

  g_return_val_if_fail (XYB_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->edit_depth == 0, FALSE);

  if (!find_undo (self, &id, &barrier, error))
    return FALSE;
  if (id != 0)
    return turn_revision (self, id, TRUE, out_label, error);
  set_nothing_to_undo (self, barrier, error);
  return FALSE;
}

/**
 * xyb_store_redo:
 * @out_label: (out) (optional) (transfer full): label of what was done again
 * @error: as xyb_store_undo()
 *
 * Does again what was undone last, as long as nothing new was written.
 */
gboolean
xyb_store_redo (XybStore *self, char **out_label, GError **error)
{
  gint64 id;

  g_return_val_if_fail (XYB_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->edit_depth == 0, FALSE);

  if (!find_redo (self, &id, error))
    return FALSE;
  if (id != 0)
    return turn_revision (self, id, FALSE, out_label, error);
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOTHING, _ ("没有可以重做的操作。"));
  return FALSE;
}

/**
 * xyb_store_peek_undo:
 *
 * Returns: (transfer full) (nullable): label of what xyb_store_undo() would take back now
 */
char *
xyb_store_peek_undo (XybStore *self)
{
  gint64 id, barrier;

  if (self->read_only || !find_undo (self, &id, &barrier, NULL) || id == 0)
    return NULL;
  return read_label (self, id, NULL, NULL);
}

/**
 * xyb_store_peek_redo:
 *
 * Returns: (transfer full) (nullable): label of what xyb_store_redo() would do again now
 */
char *
xyb_store_peek_redo (XybStore *self)
{
  gint64 id;

  if (self->read_only || !find_redo (self, &id, NULL) || id == 0)
    return NULL;
  return read_label (self, id, NULL, NULL);
}
