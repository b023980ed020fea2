/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-company-name.h"
#include "xyb-search-row.h"
#include "xyb-search-rows.h"

#include <string.h>

/* What the register is searched and sorted by. Derived from the tracked tables and untracked
 * itself, so that undo and the exchange of changes never meet it (PROVEN, “SQLite sessions” 6). */

#define SELECT_ROW "SELECT " XYB_SEARCH_ROW_COLUMNS " FROM enterprise e"

static const char select_one[] = SELECT_ROW " WHERE e.id = :id";
static const char select_all[] = SELECT_ROW " ORDER BY e.id";

/* The oldest and the latest rows: made with whatever collation the program had then. */
static const char select_sample[]
  = "SELECT e.name, s.sort_key, s.name_key"
    "  FROM enterprise e"
    "  LEFT JOIN enterprise_search s ON s.enterprise_id = e.id"
    " WHERE e.id IN (SELECT id FROM (SELECT id FROM enterprise ORDER BY id LIMIT 4)"
    "                UNION ALL"
    "                SELECT id FROM (SELECT id FROM enterprise ORDER BY id DESC LIMIT 4))";

#define INTO_SEARCH                                                                                \
  " INTO enterprise_search (enterprise_id, unit_id, closed, text, sort_key, name_key)"             \
  " VALUES (:id, :unit, :closed, :text, :sort_key, :name_key)"

static const char replace_row[] = "INSERT OR REPLACE" INTO_SEARCH;

/* REPLACE may have to take back what it did, and keeps a copy of every page it touches for that: a
 * third of what a row costs. */
static const char insert_row[] = "INSERT" INTO_SEARCH;

/* Most edits leave the name alone: then neither index is written, which is what a row costs. */
static const char update_row[] = "UPDATE enterprise_search"
                                 "   SET unit_id = :unit, closed = :closed, text = :text"
                                 " WHERE enterprise_id = :id AND sort_key = :sort_key"
                                 "   AND name_key = :name_key";

static const char delete_row[] = "DELETE FROM enterprise_search WHERE enterprise_id = :id";

typedef struct
{
  XybStore *store;
  XybPinyin *pinyin;    /* of the store */
  sqlite3_stmt *update; /* NULL where there are no rows yet */
  sqlite3_stmt *insert; /* NULL where there may be a row */
  sqlite3_stmt *replace;
  GString *text; /* reused from row to row */
} Writer;

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->update, xyb_stmt_release);
  g_clear_pointer (&self->insert, xyb_stmt_release);
  g_clear_pointer (&self->replace, xyb_stmt_release);
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

/* One for the connection: opening the collation takes longer than writing a row. */
static XybPinyin *
pinyin_of (XybStore *store)
{
  GQuark quark = g_quark_from_static_string ("xyb-search-index-pinyin");
  XybPinyin *pinyin = g_object_get_qdata (G_OBJECT (store), quark);

  if (pinyin == NULL)
    {
      pinyin = xyb_pinyin_new ();
      g_object_set_qdata_full (G_OBJECT (store), quark, pinyin, (GDestroyNotify) xyb_pinyin_free);
    }
  return pinyin;
}

static gboolean
writer_init (Writer *self, XybStore *store, GError **error)
{
  self->store = store;
  self->pinyin = pinyin_of (store);
  self->text = g_string_new (NULL);
  self->replace = xyb_store_prepare (store, replace_row, error);
  return self->replace != NULL;
}

static gboolean
run_row (Writer *self, sqlite3_stmt *stmt, gboolean *out_written, GError **error)
{
  gboolean ok = xyb_store_run (self->store, stmt, error);

  sqlite3_clear_bindings (stmt);
  *out_written = ok && sqlite3_changes (xyb_store_get_db (self->store)) > 0;
  return ok;
}

static gboolean
write_row (Writer *self, const XybSearchRow *row, GError **error)
{
  gboolean written = FALSE;

  if (self->insert != NULL)
    {
      xyb_search_row_bind (row, self->insert);
      return run_row (self, self->insert, &written, error);
    }
  if (self->update != NULL)
    {
      xyb_search_row_bind (row, self->update);
      if (!run_row (self, self->update, &written, error) || written)
        return written;
    }
  xyb_search_row_bind (row, self->replace);
  return run_row (self, self->replace, &written, error);
}

static gboolean
make_and_write_row (Writer *self, sqlite3_stmt *stmt, GError **error)
{
  XybSearchRow row;
  gboolean ok;

  xyb_search_row_read (&row, stmt);
  xyb_search_row_make (&row, self->pinyin, self->text);
  ok = write_row (self, &row, error);
  xyb_search_row_clear (&row);
  return ok;
}

static gboolean
refresh_one (Writer *self, sqlite3_stmt *select, sqlite3_stmt *delete, gint64 id, GError **error)
{
  gboolean found = FALSE;
  gboolean ok;

  xyb_stmt_bind_int (select, ":id", id);
  if (!xyb_store_step (self->store, select, &found, error))
    return FALSE;
  if (found)
    {
      ok = make_and_write_row (self, select, error);
      sqlite3_reset (select);
      return ok;
    }
  if (delete == NULL)
    return TRUE;
  xyb_stmt_bind_int (delete, ":id", id);
  return xyb_store_run (self->store, delete, error);
}

/**
 * xyb_search_index_refresh:
 * @enterprise_ids: (array length=n_ids): enterprises that were added, changed or removed, or whose
 *   former names were
 * @n_ids: how many
 * @error: %XYB_STORE_ERROR
 *
 * Writes their derived rows anew; an enterprise that is gone loses its row. Called inside the
 * transaction that changed them.
 *
 * Returns: %FALSE on error
 */
gboolean
xyb_search_index_refresh (XybStore *self, const gint64 *enterprise_ids, gsize n_ids, GError **error)
{
  g_auto (Writer) writer = { NULL };
  g_autoptr (sqlite3_stmt) select = NULL;
  g_autoptr (sqlite3_stmt) delete = NULL;

  if (n_ids == 0)
    return TRUE;
  if (!writer_init (&writer, self, error)
      || (writer.update = xyb_store_prepare (self, update_row, error)) == NULL
      || (select = xyb_store_prepare (self, select_one, error)) == NULL
      || (delete = xyb_store_prepare (self, delete_row, error)) == NULL)
    return FALSE;
  for (gsize i = 0; i < n_ids; i++)
    {
      xyb_search_rows_touch (self, enterprise_ids[i]);
      if (!refresh_one (&writer, select, delete, enterprise_ids[i], error))
        return FALSE;
    }
  return TRUE;
}

/* ---- many at once ---- */

/* So many rows go into the thread that makes them while others are read and written. */
#define BATCH 1024
#define MAX_AWAY 4 /* batches */

typedef struct
{
  GArray *rows; /* of XybSearchRow */
  GStringChunk *strings;
} Batch;

static void
batch_free (gpointer data)
{
  Batch *self = data;

  g_array_unref (self->rows);
  g_string_chunk_free (self->strings);
  g_free (self);
}

typedef struct
{
  Writer *writer;
  GAsyncQueue *read; /* of Batch; one without rows is the end */
  GAsyncQueue *made;
  guint away;
} Line;

static gpointer
make_batches (gpointer data)
{
  Line *self = data;

  for (;;)
    {
      Batch *batch = g_async_queue_pop (self->read);
      guint n_rows = batch->rows->len;

      for (guint i = 0; i < n_rows; i++)
        xyb_search_row_make (&g_array_index (batch->rows, XybSearchRow, i), self->writer->pinyin,
                             self->writer->text);
      g_async_queue_push (self->made, batch);
      if (n_rows == 0)
        return NULL;
    }
}

static gboolean
read_batch (Line *self, sqlite3_stmt *select, const gint64 *ids, gsize n_ids, GError **error)
{
  XybStore *store = self->writer->store;
  Batch *batch = g_new0 (Batch, 1);
  gboolean ok = TRUE;

  batch->rows = g_array_sized_new (FALSE, FALSE, sizeof (XybSearchRow), (guint) n_ids);
  g_array_set_clear_func (batch->rows, xyb_search_row_clear);
  batch->strings = g_string_chunk_new (16 * 1024);
  for (gsize i = 0; ok && i < n_ids; i++)
    {
      gboolean found = FALSE;
      XybSearchRow row;

      xyb_search_rows_touch (store, ids[i]);
      xyb_stmt_bind_int (select, ":id", ids[i]);
      ok = xyb_store_step (store, select, &found, error);
      if (!found)
        continue;
      xyb_search_row_read (&row, select);
      xyb_search_row_keep (&row, batch->strings);
      sqlite3_reset (select);
      g_array_append_val (batch->rows, row);
    }
  self->away += batch->rows->len > 0;
  if (batch->rows->len > 0)
    g_async_queue_push (self->read, batch);
  else
    batch_free (batch);
  return ok;
}

static gboolean
write_batches (Line *self, guint still_away, GError **error)
{
  gboolean ok = TRUE;

  while (ok && self->away > still_away)
    {
      Batch *batch = g_async_queue_pop (self->made);

      self->away--;
      for (guint i = 0; ok && i < batch->rows->len; i++)
        ok = write_row (self->writer, &g_array_index (batch->rows, XybSearchRow, i), error);
      batch_free (batch);
    }
  return ok;
}

/* The keys of a row take as long as writing it. */
static gboolean
add_in_batches (Writer *writer,
                sqlite3_stmt *select,
                const gint64 *ids,
                gsize n_ids,
                GError **error)
{
  Line line = { .writer = writer,
                .read = g_async_queue_new_full (batch_free),
                .made = g_async_queue_new_full (batch_free) };
  GThread *thread = g_thread_new ("xyb-search-rows", make_batches, &line);
  Batch *end = g_new0 (Batch, 1);
  gboolean ok = TRUE;

  for (gsize i = 0; ok && i < n_ids; i += BATCH)
    ok = read_batch (&line, select, ids + i, MIN (BATCH, n_ids - i), error)
         && write_batches (&line, MAX_AWAY, error);
  end->rows = g_array_new (FALSE, FALSE, sizeof (XybSearchRow));
  end->strings = g_string_chunk_new (16);
  g_async_queue_push (line.read, end);
  ok = ok && write_batches (&line, 0, error);
  g_thread_join (thread);
  g_async_queue_unref (line.read);
  g_async_queue_unref (line.made);
  return ok;
}

/**
 * xyb_search_index_add:
 * @enterprise_ids: (array length=n_ids): enterprises that have just come
 * @n_ids: how many
 * @error: %XYB_STORE_ERROR
 *
 * As xyb_search_index_refresh(), for a hundred thousand at once: nobody looks for rows that cannot
 * be there, and a second thread makes what the first one writes.
 *
 * Returns: %FALSE on error
 */
gboolean
xyb_search_index_add (XybStore *self, const gint64 *enterprise_ids, gsize n_ids, GError **error)
{
  g_auto (Writer) writer = { NULL };
  g_autoptr (sqlite3_stmt) select = NULL;

  if (n_ids == 0)
    return TRUE;
  if (!writer_init (&writer, self, error)
      || (writer.insert = xyb_store_prepare (self, insert_row, error)) == NULL
      || (select = xyb_store_prepare (self, select_one, error)) == NULL)
    return FALSE;
  if (n_ids > BATCH)
    return add_in_batches (&writer, select, enterprise_ids, n_ids, error);
  for (gsize i = 0; i < n_ids; i++)
    {
      xyb_search_rows_touch (self, enterprise_ids[i]);
      if (!refresh_one (&writer, select, NULL, enterprise_ids[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xyb_search_index_rebuild:
 * @error: %XYB_STORE_ERROR
 *
 * Writes the derived rows of the whole register anew. The caller holds the transaction.
 *
 * Returns: %FALSE on error
 */
gboolean
xyb_search_index_rebuild (XybStore *self, GError **error)
{
  g_auto (Writer) writer = { NULL };
  g_autoptr (sqlite3_stmt) select = NULL;
  gboolean row = TRUE;

  xyb_search_rows_drop (self);
  if (!xyb_store_exec (self, "DELETE FROM enterprise_search", error)
      || !writer_init (&writer, self, error)
      || (writer.insert = xyb_store_prepare (self, insert_row, error)) == NULL
      || (select = xyb_store_prepare (self, select_all, error)) == NULL)
    return FALSE;
  for (;;)
    {
      if (!xyb_store_step (self, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!make_and_write_row (&writer, select, error))
        return FALSE;
    }
}

/* ---- made by another version of the collation ---- */

static gboolean
is_present (XybPinyin *pinyin, sqlite3_stmt *row)
{
  const char *name = (const char *) sqlite3_column_text (row, 0);
  g_autoptr (GBytes) sort_key = xyb_pinyin_sort_key (pinyin, name);
  g_autofree char *name_key = xyb_company_name_key (name);
  gsize length;
  const void *bytes = g_bytes_get_data (sort_key, &length);

  return (gsize) sqlite3_column_bytes (row, 1) == length
         && (length == 0 || memcmp (sqlite3_column_blob (row, 1), bytes, length) == 0)
         && g_strcmp0 ((const char *) sqlite3_column_text (row, 2), name_key) == 0;
}

static gboolean
check_sample (XybStore *self, gboolean *out_present, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (self, select_sample, error);
  gboolean row = FALSE;

  *out_present = TRUE;
  if (stmt == NULL)
    return FALSE;
  while (*out_present)
    {
      if (!xyb_store_step (self, stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      *out_present = is_present (pinyin_of (self), stmt);
    }
  return TRUE;
}

/**
 * xyb_search_index_ensure:
 * @error: %XYB_STORE_ERROR
 *
 * Sort keys of two versions of ICU cannot be compared: after an upgrade of the system, or where the
 * office comes from another computer, the derived rows are written anew. Looks at a few rows only.
 *
 * Returns: %FALSE on error; the derived rows are then as they were
 */
gboolean
xyb_search_index_ensure (XybStore *self, GError **error)
{
  gboolean present = FALSE;

  if (!check_sample (self, &present, error))
    return FALSE;
  if (present)
    return TRUE;
  if (!xyb_store_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (xyb_search_index_rebuild (self, error) && xyb_store_exec (self, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (xyb_store_get_db (self)))
    xyb_store_exec (self, "ROLLBACK", NULL);
  return FALSE;
}
