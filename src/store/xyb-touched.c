/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-touched.h"

/* The records of an edit and the readable name each had at commit, which is what the log is
 * searched by and the history of a record found with. */

/* Column of enterprise_name that says whose name it was. */
#define NAME_OWNER_COLUMN 1

/* A record that has come. */
typedef struct
{
  int table; /* place in xyb_tracked_tables */
  gint64 id;
} NewRecord;

typedef struct
{
  int table;
  int op;
  gint64 id;
  sqlite3_value *own; /* the value that names it, where the record cannot be asked; or NULL */
} OtherRecord;

static void
other_record_clear (gpointer data)
{
  sqlite3_value_free (((OtherRecord *) data)->own);
}

void
xyb_touched_init (XybTouched *self)
{
  *self = (XybTouched){
    .new_records = g_array_new (FALSE, FALSE, sizeof (NewRecord)),
    .other_records = g_array_new (FALSE, FALSE, sizeof (OtherRecord)),
    .new_ids = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .enterprise_ids = g_array_new (FALSE, FALSE, sizeof (gint64)),
  };
  g_array_set_clear_func (self->other_records, other_record_clear);
}

void
xyb_touched_clear (XybTouched *self)
{
  g_clear_pointer (&self->new_records, g_array_unref);
  g_clear_pointer (&self->other_records, g_array_unref);
  g_clear_pointer (&self->new_ids, g_array_unref);
  g_clear_pointer (&self->enterprise_ids, g_array_unref);
}

/* ---- the walk ---- */

static void
add_owner (XybTouched *self, sqlite3_value *value)
{
  gint64 id = value != NULL ? sqlite3_value_int64 (value) : 0;

  if (id != 0)
    g_array_append_val (self->enterprise_ids, id);
}

/* A former name is found under its enterprise. */
static void
note_name_owners (XybTouched *self, sqlite3_changeset_iter *iter, int op)
{
  sqlite3_value *value = NULL;

  if (op != SQLITE_INSERT && sqlite3changeset_old (iter, NAME_OWNER_COLUMN, &value) == SQLITE_OK)
    add_owner (self, value);
  value = NULL;
  if (op != SQLITE_DELETE && sqlite3changeset_new (iter, NAME_OWNER_COLUMN, &value) == SQLITE_OK)
    add_owner (self, value);
}

/* A setting's number does not lead back to its key, so its own key names it always. */
static sqlite3_value *
dup_own_label (sqlite3_changeset_iter *iter, const char *table, int op)
{
  int column = xyb_field_names_own_label (table);
  sqlite3_value *own = NULL;

  if (column < 0 || (op != SQLITE_DELETE && column != 0))
    return NULL;
  if (op == SQLITE_INSERT)
    sqlite3changeset_new (iter, column, &own);
  else
    sqlite3changeset_old (iter, column, &own);
  return own != NULL ? sqlite3_value_dup (own) : NULL;
}

void
xyb_touched_note (sqlite3_changeset_iter *iter,
                  const char *table,
                  int op,
                  gint64 record_id,
                  gpointer touched)
{
  XybTouched *self = touched;
  int index = xyb_tracked_table_index (table);

  g_return_if_fail (index >= 0);

  self->touched[index] = TRUE;
  if (xyb_field_names_is_silent (table))
    return;
  self->records++;
  if (g_str_equal (table, "enterprise"))
    g_array_append_val (op == SQLITE_INSERT ? self->new_ids : self->enterprise_ids, record_id);
  else if (g_str_equal (table, "enterprise_name"))
    note_name_owners (self, iter, op);
  if (op == SQLITE_INSERT && xyb_field_names_own_label (table) != 0)
    {
      NewRecord record = { index, record_id };

      g_array_append_val (self->new_records, record);
    }
  else
    {
      OtherRecord record = { index, op, record_id, dup_own_label (iter, table, op) };

      g_array_append_val (self->other_records, record);
    }
}

/* ---- into the journal ---- */

static gboolean
write_label (XybTouched *self,
             XybStore *store,
             const char *table,
             gint64 record_id,
             const char *label,
             GError **error)
{
  sqlite3_stmt *stmt = xyb_store_get_cached (store, XYB_CACHED_ADD_RECORD, error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":revision_id", self->revision_id);
  sqlite3_bind_text (stmt, 2, table, -1, SQLITE_STATIC);
  xyb_stmt_bind_int (stmt, ":record_id", record_id);
  sqlite3_bind_text (stmt, 4, label, -1, SQLITE_STATIC);
  return xyb_store_run (store, stmt, error);
}

/* An UPDATE of a former name says only what changed, so its present owner is asked for. */
static gboolean
add_present_owner (XybTouched *self, XybStore *store, gint64 name_id, GError **error)
{
  sqlite3_stmt *stmt = xyb_store_get_cached (store, XYB_CACHED_NAME_OWNER, error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", name_id);
  if (!xyb_store_step (store, stmt, &row, error))
    return FALSE;
  if (row)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (self->enterprise_ids, id);
      sqlite3_reset (stmt);
    }
  return TRUE;
}

static gboolean
write_other_records (XybTouched *self, XybStore *store, GError **error)
{
  for (guint i = 0; i < self->other_records->len; i++)
    {
      const OtherRecord *record = &g_array_index (self->other_records, OtherRecord, i);
      const char *table = xyb_tracked_tables[record->table];
      g_autofree char *label = record->op == SQLITE_DELETE && record->own == NULL
                                 ? xyb_record_last_label (store, table, record->id)
                                 : xyb_record_label (store, table, record->id, record->own, error);

      if (label == NULL || !write_label (self, store, table, record->id, label, error))
        return FALSE;
      if (record->op == SQLITE_UPDATE && g_str_equal (table, "enterprise_name")
          && !add_present_owner (self, store, record->id, error))
        return FALSE;
    }
  return TRUE;
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
write_new_records (XybTouched *self, XybStore *store, GError **error)
{
  g_array_sort (self->new_records, compare_records);
  g_array_sort (self->new_ids, compare_ids);
  for (guint i = 0; i < self->new_records->len; i++)
    {
      const NewRecord *record = &g_array_index (self->new_records, NewRecord, i);
      const char *table = xyb_tracked_tables[record->table];
      g_autofree char *label = xyb_record_label (store, table, record->id, NULL, error);

      if (label == NULL || !write_label (self, store, table, record->id, label, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
xyb_touched_write (XybTouched *self, XybStore *store, GError **error)
{
  return write_other_records (self, store, error) && write_new_records (self, store, error);
}
