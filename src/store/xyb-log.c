/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-enterprise.h"
#include "xyb-i18n.h"
#include "xyb-store-engine.h"

/* The operation log: revisions as a clerk reads them, old → new for every field. */

/* An import touches a hundred thousand records; a page of the log shows this many fields of it, and
 * XybRevision.records says how much there is. */
#define MAX_CHANGES 2000

void
xyb_change_free (XybChange *self)
{
  if (self == NULL)
    return;
  g_free (self->table);
  g_free (self->record);
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}

void
xyb_revision_free (XybRevision *self)
{
  if (self == NULL)
    return;
  g_free (self->time);
  g_free (self->operator_name);
  g_free (self->label);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self);
}

/* ---- changes of one revision ---- */

/* What to gather: everything, or one record. */
typedef struct
{
  XybStore *store;
  gint64 revision_id;
  const char *only_table;
  gint64 only_record;
  GPtrArray *changes;
} Gathering;

/* One record of a changeset. */
typedef struct
{
  sqlite3_changeset_iter *iter;
  const char *table;
  int op;
  gint64 id;
  const char *label;
  gint64 old_unit; /* of its money, 0 where not said */
  gint64 new_unit;
} Record;

static sqlite3_value *
old_value (const Record *record, int column)
{
  sqlite3_value *value = NULL;

  if (record->op != SQLITE_INSERT)
    sqlite3changeset_old (record->iter, column, &value);
  return value;
}

static sqlite3_value *
new_value (const Record *record, int column)
{
  sqlite3_value *value = NULL;

  if (record->op != SQLITE_DELETE)
    sqlite3changeset_new (record->iter, column, &value);
  return value;
}

static char *
label_at (XybStore *store, gint64 revision_id, const char *table, gint64 record_id)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT label FROM revision_record WHERE table_name = :table_name"
                         " AND record_id = :record_id AND revision_id = :revision_id",
                         NULL);
  gboolean row = FALSE;

  if (stmt == NULL)
    return g_strdup (xyb_field_names_table (table));
  xyb_stmt_bind_text (stmt, ":table_name", table);
  xyb_stmt_bind_int (stmt, ":record_id", record_id);
  xyb_stmt_bind_int (stmt, ":revision_id", revision_id);
  if (!xyb_store_step (store, stmt, &row, NULL) || !row)
    return g_strdup (xyb_field_names_table (table));
  return xyb_stmt_dup_text (stmt, 0);
}

static void
add_change (Gathering *gathering, const Record *record, const char *field, char *old, char *new)
{
  XybChange *change = g_new0 (XybChange, 1);

  change->table_name = xyb_tracked_tables[xyb_tracked_table_index (record->table)];
  change->record_id = record->id;
  change->table = g_strdup (xyb_field_names_table (record->table));
  change->record = g_strdup (record->label);
  change->field = g_strdup (field);
  change->old_value = old;
  change->new_value = new;
  change->operation = record->op == SQLITE_INSERT ? '+' : record->op == SQLITE_DELETE ? '-' : '~';
  g_ptr_array_add (gathering->changes, change);
}

static gboolean
is_said (sqlite3_value *value)
{
  return value != NULL && sqlite3_value_type (value) != SQLITE_NULL;
}

/* An UPDATE has only what changed; a record that comes or goes lists what was said in it. */
static gboolean
is_listed (const Record *record, int column, sqlite3_value *old, sqlite3_value *new)
{
  if (record->op == SQLITE_UPDATE)
    return new != NULL;
  return (is_said (old) || is_said (new)) && !xyb_field_names_is_quiet (record->table, column);
}

static void
add_fields (Gathering *gathering, const Record *record, int n_columns)
{
  guint before = gathering->changes->len;

  for (int i = 1; i < n_columns && gathering->changes->len < MAX_CHANGES; i++)
    {
      sqlite3_value *old = old_value (record, i);
      sqlite3_value *new = new_value (record, i);

      if (is_listed (record, i, old, new))
        add_change (gathering, record, xyb_field_names_column (record->table, i),
                    xyb_field_names_format (gathering->store, record->table, i, old,
                                            record->old_unit),
                    xyb_field_names_format (gathering->store, record->table, i, new,
                                            record->new_unit));
    }
  if (gathering->changes->len == before)
    add_change (gathering, record, NULL, NULL, NULL);
}

static gint64
present_money_unit (XybStore *store, gint64 nomination_id)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "SELECT coalesce(revenue_unit, 0) FROM nomination WHERE id = :id",
                         NULL);
  gboolean row = FALSE;

  if (stmt == NULL)
    return 0;
  xyb_stmt_bind_int (stmt, ":id", nomination_id);
  return xyb_store_step (store, stmt, &row, NULL) && row ? sqlite3_column_int64 (stmt, 0) : 0;
}

/* A sum is shown in the unit it was given in. Where the unit did not change the changeset has none:
 * the record's present one is the nearest. */
static void
find_money_units (XybStore *store, Record *record, int n_columns)
{
  for (int i = 1; i < n_columns; i++)
    {
      sqlite3_value *old, *new;

      if (!xyb_field_names_is_money_unit (record->table, i))
        continue;
      old = old_value (record, i);
      new = new_value (record, i);
      if (old == NULL && new == NULL)
        {
          record->old_unit = record->new_unit = present_money_unit (store, record->id);
          return;
        }
      record->old_unit = old != NULL ? sqlite3_value_int64 (old) : 0;
      record->new_unit = new != NULL ? sqlite3_value_int64 (new) : 0;
      return;
    }
}

static gboolean
gather_record (sqlite3_changeset_iter *iter,
               const char *table,
               int op,
               gint64 record_id,
               gpointer user_data,
               GError **error)
{
  Gathering *gathering = user_data;
  g_autofree char *label = NULL;
  Record record = { .iter = iter, .table = table, .op = op, .id = record_id };
  const char *same_table;
  int n_columns, same_op, indirect;

  if (gathering->changes->len >= MAX_CHANGES)
    return FALSE; /* enough; no error */
  if (xyb_field_names_is_silent (table))
    return TRUE;
  if (gathering->only_table != NULL
      && (record_id != gathering->only_record || !g_str_equal (table, gathering->only_table)))
    return TRUE;
  sqlite3changeset_op (iter, &same_table, &n_columns, &same_op, &indirect);
  label = label_at (gathering->store, gathering->revision_id, table, record_id);
  record.label = label;
  find_money_units (gathering->store, &record, n_columns);
  add_fields (gathering, &record, n_columns);
  return TRUE;
}

static gboolean
fill_changes (XybStore *self,
              XybRevision *revision,
              const char *only_table,
              gint64 only_record,
              GError **error)
{
  g_autoptr (XybChangeset) changeset = xyb_changeset_load (self, revision->id, error);
  g_autoptr (GError) local = NULL;
  Gathering gathering = {
    .store = self, .revision_id = revision->id, .only_table = only_table, .only_record = only_record
  };

  if (changeset == NULL)
    return FALSE;
  revision->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_change_free);
  gathering.changes = revision->changes;
  if (!xyb_changeset_is_empty (changeset)
      && !xyb_changeset_walk (changeset, self, gather_record, &gathering, &local) && local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

gboolean
xyb_log_fill_changes (XybStore *self, XybRevision *revision, GError **error)
{
  return fill_changes (self, revision, NULL, 0, error);
}

/* ---- revisions ---- */

/* 2020-11-20T08:30:00+08:00 → 2020-11-20 08:30:00 */
static char *
readable_time (const char *stored)
{
  char *time = g_strndup (stored != NULL ? stored : "", 19);

  g_strdelimit (time, "T", ' ');
  return time;
}

static XybRevision *
read_revision (sqlite3_stmt *stmt)
{
  XybRevision *revision = g_new0 (XybRevision, 1);

  revision->id = sqlite3_column_int64 (stmt, 0);
  revision->kind = (XybRevisionKind) sqlite3_column_int (stmt, 1);
  revision->time = readable_time ((const char *) sqlite3_column_text (stmt, 2));
  revision->operator_name = xyb_stmt_dup_text (stmt, 3);
  revision->label = xyb_stmt_dup_text (stmt, 4);
  revision->target = sqlite3_column_int64 (stmt, 5);
  revision->records = sqlite3_column_int64 (stmt, 6);
  revision->undone = sqlite3_column_int (stmt, 7) != 0;
  return revision;
}

GPtrArray *
xyb_log_read_revisions (XybStore *self, sqlite3_stmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) revisions
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_revision_free);
  gboolean row;

  do
    {
      if (!xyb_store_step (self, stmt, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (revisions, read_revision (stmt));
    }
  while (row);
  return g_steal_pointer (&revisions);
}

/**
 * xyb_store_list_revisions:
 * @max: at most so many
 * @before_id: only those before this one, 0 from the end
 * @with_changes: whether XybRevision.changes is filled; of one revision at most 2,000 fields are
 * listed
 * @error: %XYB_STORE_ERROR_DAMAGED where a revision's checksum does not fit
 *
 * Returns: (transfer full) (element-type XybRevision): the log, latest first
 */
GPtrArray *
xyb_store_list_revisions (XybStore *self,
                          guint max,
                          gint64 before_id,
                          gboolean with_changes,
                          GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  g_return_val_if_fail (XYB_IS_STORE (self), NULL);

  stmt = xyb_store_prepare (self,
                            "SELECT " XYB_REVISION_COLUMNS " FROM revision AS r"
                            " WHERE :before = 0 OR r.id < :before ORDER BY r.id DESC LIMIT :max",
                            error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":before", before_id);
  xyb_stmt_bind_int (stmt, ":max", max);
  revisions = xyb_log_read_revisions (self, stmt, error);
  for (guint i = 0; with_changes && revisions != NULL && i < revisions->len; i++)
    if (!fill_changes (self, g_ptr_array_index (revisions, i), NULL, 0, error))
      return NULL;
  return g_steal_pointer (&revisions);
}

/**
 * xyb_store_list_record_history:
 * @table: a table's name in the schema
 * @record_id: one of its records, which may be gone
 * @max: at most so many
 * @error: %XYB_STORE_ERROR
 *
 * Returns: (transfer full) (element-type XybRevision): every revision that touched this record,
 * latest first, with the changes of this record only
 */
GPtrArray *
xyb_store_list_record_history (XybStore *self,
                               const char *table,
                               gint64 record_id,
                               guint max,
                               GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  g_return_val_if_fail (XYB_IS_STORE (self), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  stmt = xyb_store_prepare (self,
                            "SELECT " XYB_REVISION_COLUMNS " FROM revision_record AS d"
                            " JOIN revision AS r ON r.id = d.revision_id"
                            " WHERE d.table_name = :table_name AND d.record_id = :record_id"
                            " ORDER BY d.revision_id DESC LIMIT :max",
                            error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_text (stmt, ":table_name", table);
  xyb_stmt_bind_int (stmt, ":record_id", record_id);
  xyb_stmt_bind_int (stmt, ":max", max);
  revisions = xyb_log_read_revisions (self, stmt, error);
  for (guint i = 0; revisions != NULL && i < revisions->len; i++)
    if (!fill_changes (self, g_ptr_array_index (revisions, i), table, record_id, error))
      return NULL;
  return g_steal_pointer (&revisions);
}

GPtrArray *
xyb_log_list_since (XybStore *self,
                    const char *table,
                    gint64 record_id,
                    const char *after_table,
                    gint64 after_id,
                    GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (self,
                         "SELECT " XYB_REVISION_COLUMNS " FROM revision_record AS d"
                         " JOIN revision AS r ON r.id = d.revision_id"
                         " WHERE d.table_name = :table_name AND d.record_id = :record_id"
                         "   AND d.revision_id > coalesce((SELECT max(revision_id)"
                         "     FROM revision_record WHERE table_name = :after_table"
                         "      AND record_id = :after_id), 0)"
                         " ORDER BY d.revision_id",
                         error);
  g_autoptr (GPtrArray) revisions = NULL;

  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_text (stmt, ":table_name", table);
  xyb_stmt_bind_int (stmt, ":record_id", record_id);
  xyb_stmt_bind_text (stmt, ":after_table", after_table);
  xyb_stmt_bind_int (stmt, ":after_id", after_id);
  revisions = xyb_log_read_revisions (self, stmt, error);
  for (guint i = 0; revisions != NULL && i < revisions->len; i++)
    if (!fill_changes (self, g_ptr_array_index (revisions, i), table, record_id, error))
      return NULL;
  return g_steal_pointer (&revisions);
}
