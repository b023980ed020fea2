/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-search-patch.h"

#include <string.h>

#include "xyb-store-private.h"

/* Stepping through 100,000 rows in SQLite takes 20–40 ms, going through their text in memory 5 ms.
 * So the table is read once (13 MB for 100,000) and kept as long as no other connection writes; the
 * rows this connection writes are read again one by one (xyb-search-patch.c). */

static void
search_rows_free (gpointer data)
{
  XybSearchRows *self = data;

  g_free (self->ids);
  g_free (self->units);
  g_free (self->closed);
  g_free (self->starts);
  g_free (self->text);
  g_free (self->by_name);
  g_array_unref (self->pending);
  g_free (self);
}

/* ---- reading ---- */

typedef struct
{
  GArray *ids;
  GArray *units;
  GByteArray *closed;
  GArray *starts;
  GByteArray *text;
} Reading;

/* As long as last time, and a little more: growing would copy everything several times. */
static void
reading_init (Reading *self, const XybSearchRows *last)
{
  guint n = last != NULL ? last->n + 1 : 0;
  gsize length = last != NULL ? last->starts[last->n] + 4096 : 0;

  self->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  self->units = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  self->closed = g_byte_array_sized_new (n);
  self->starts = g_array_sized_new (FALSE, FALSE, sizeof (gsize), n + 1);
  self->text = g_byte_array_sized_new ((guint) length);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->units, g_array_unref);
  g_clear_pointer (&self->closed, g_byte_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->text, g_byte_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
reading_add (Reading *self, sqlite3_stmt *stmt)
{
  gint64 id = sqlite3_column_int64 (stmt, 0);
  gint64 unit = sqlite3_column_int64 (stmt, 1);
  guint8 closed = sqlite3_column_int (stmt, 2) != 0;
  gsize start = self->text->len;
  /* As a blob: SQLite would copy a text to put a NUL behind it. */
  const guint8 *text = sqlite3_column_blob (stmt, 3);

  g_array_append_val (self->ids, id);
  g_array_append_val (self->units, unit);
  g_byte_array_append (self->closed, &closed, 1);
  g_array_append_val (self->starts, start);
  if (text != NULL)
    g_byte_array_append (self->text, text, (guint) sqlite3_column_bytes (stmt, 3));
}

static XybSearchRows *
reading_finish (Reading *self)
{
  XybSearchRows *rows = g_new0 (XybSearchRows, 1);
  gsize end = self->text->len;

  g_array_append_val (self->starts, end);
  rows->n = self->ids->len;
  rows->text_room = end;
  rows->pending = g_array_new (FALSE, FALSE, sizeof (gint64));
  rows->ids = (gint64 *) g_array_steal (self->ids, NULL);
  rows->units = (gint64 *) g_array_steal (self->units, NULL);
  rows->closed = g_byte_array_steal (self->closed, NULL);
  rows->starts = (gsize *) g_array_steal (self->starts, NULL);
  rows->text = (char *) g_byte_array_steal (self->text, NULL);
  return rows;
}

static XybSearchRows *
read_rows (XybStore *store, const XybSearchRows *last, GError **error)
{
  g_auto (Reading) reading = { NULL };
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT enterprise_id, unit_id, closed, text FROM enterprise_search"
                         " ORDER BY enterprise_id",
                         error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return NULL;
  reading_init (&reading, last);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return reading_finish (&reading);
      reading_add (&reading, stmt);
    }
  return NULL;
}

static GQuark
rows_quark (void)
{
  return g_quark_from_static_string ("xyb-search-rows");
}

/* Past this many a new reading is quicker than patching: an import. */
#define MAX_PENDING 64

/**
 * xyb_search_rows_touch:
 * @enterprise_id: an enterprise whose derived row was written or removed on this connection
 *
 * To be called by whoever writes enterprise_search, inside the transaction. A rollback does no
 * harm: the row is merely read again.
 */
void
xyb_search_rows_touch (XybStore *store, gint64 enterprise_id)
{
  XybSearchRows *rows = g_object_get_qdata (G_OBJECT (store), rows_quark ());

  if (rows == NULL)
    return;
  if (rows->pending->len >= MAX_PENDING)
    xyb_search_rows_drop (store);
  else
    g_array_append_val (rows->pending, enterprise_id);
}

/**
 * xyb_search_rows_drop:
 *
 * Forgets what is in memory; the next search reads the table.
 */
void
xyb_search_rows_drop (XybStore *store)
{
  g_object_set_qdata (G_OBJECT (store), rows_quark (), NULL);
}

/* What is pending stays so inside a transaction: it may still be rolled back. */
static gboolean
catch_up (XybSearchRows *rows, XybStore *store, gboolean settled, GError **error)
{
  if (rows->pending->len == 0)
    return TRUE;
  /* Two rows on the move: the place one gets counts the other. The walk is simpler. */
  if (rows->pending->len > 1)
    g_clear_pointer (&rows->by_name, g_free);
  for (guint i = 0; i < rows->pending->len; i++)
    if (!xyb_search_rows_patch (rows, store, g_array_index (rows->pending, gint64, i), error))
      return FALSE;
  if (settled)
    g_array_set_size (rows->pending, 0);
  return TRUE;
}

/**
 * xyb_search_rows_get:
 *
 * Returns: (transfer none): the rows as the file has them now; they stay until the next call. %NULL
 *   on error
 */
XybSearchRows *
xyb_search_rows_get (XybStore *store, GError **error)
{
  XybSearchRows *rows = g_object_get_qdata (G_OBJECT (store), rows_quark ());
  gboolean settled = sqlite3_get_autocommit (xyb_store_get_db (store)) != 0;
  gint64 data_version = 0;

  if (!xyb_store_query_int (store, "PRAGMA data_version", &data_version, error))
    return NULL;
  if (rows != NULL && rows->data_version == data_version)
    {
      if (catch_up (rows, store, settled, error))
        return rows;
      xyb_search_rows_drop (store);
      return NULL;
    }
  rows = read_rows (store, rows, error);
  if (rows == NULL)
    return NULL;
  /* Read inside a transaction that may be rolled back: not trusted by the next call. */
  rows->data_version = settled ? data_version : -1;
  g_object_set_qdata_full (G_OBJECT (store), rows_quark (), rows, search_rows_free);
  return rows;
}

/* ---- order by name ---- */

/* Rows the walk did not meet, because another connection removed them since, come last. */
static void
add_missing (guint *by_name, guint n_placed, const guint8 *placed, guint n)
{
  for (guint row = 0; row < n; row++)
    if (!placed[row])
      by_name[n_placed++] = row;
}

/* Walks the index of the sort keys; the keys themselves are never looked at. */
static gboolean
read_by_name (XybSearchRows *self, XybStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store, "SELECT enterprise_id FROM enterprise_search ORDER BY sort_key, enterprise_id", error);
  g_autofree guint *by_name = g_new (guint, (gsize) self->n + 1);
  g_autofree guint8 *placed = g_new0 (guint8, (gsize) self->n + 1);
  guint n_placed = 0;
  gboolean found = FALSE;

  if (stmt == NULL)
    return FALSE;
  while (xyb_store_step (store, stmt, &found, error))
    {
      guint row;

      if (!found)
        {
          add_missing (by_name, n_placed, placed, self->n);
          self->by_name = g_steal_pointer (&by_name);
          return TRUE;
        }
      if (!xyb_search_rows_find (self, sqlite3_column_int64 (stmt, 0), &row) || placed[row])
        continue;
      placed[row] = 1;
      by_name[n_placed++] = row;
    }
  return FALSE;
}

/**
 * xyb_search_rows_get_by_name:
 *
 * Returns: (transfer none) (array): all rows in pinyin order of the names; %NULL on error
 */
const guint *
xyb_search_rows_get_by_name (XybSearchRows *self, XybStore *store, GError **error)
{
  if (self->by_name == NULL && !read_by_name (self, store, error))
    return NULL;
  return self->by_name;
}
