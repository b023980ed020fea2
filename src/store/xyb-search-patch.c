/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-search-patch.h"

#include <string.h>

#include "xyb-store-private.h"

/* The first row whose id is not below @id. */
static guint
lower_bound (const XybSearchRows *self, gint64 id)
{
  guint low = 0;
  guint high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->ids[middle] < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * xyb_search_rows_find:
 * @out_row: (out): where the enterprise stands
 *
 * Returns: %FALSE where it has no row, for example because another connection added it since
 */
gboolean
xyb_search_rows_find (const XybSearchRows *self, gint64 enterprise_id, guint *out_row)
{
  guint row = lower_bound (self, enterprise_id);

  *out_row = row;
  return row < self->n && self->ids[row] == enterprise_id;
}

/* ---- the order by name ---- */

static void
take_from_names (XybSearchRows *self, guint row)
{
  guint kept = 0;

  for (guint i = 0; self->by_name != NULL && i < self->n; i++)
    if (self->by_name[i] != row)
      self->by_name[kept++] = self->by_name[i];
}

/* Rows behind @row have moved by @step. */
static void
renumber_names (XybSearchRows *self, guint n, guint row, int step)
{
  for (guint i = 0; self->by_name != NULL && i < n; i++)
    if (self->by_name[i] >= row)
      self->by_name[i] = (guint) ((int) self->by_name[i] + step);
}

/* by_name holds every row but @row: its place is the number of names before its own. */
static gboolean
put_into_names (XybSearchRows *self, XybStore *store, guint row, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean found = FALSE;
  guint place;

  if (self->by_name == NULL)
    return TRUE;
  stmt = xyb_store_prepare (
    store,
    "SELECT count (*) FROM enterprise_search AS other, enterprise_search AS own"
    " WHERE own.enterprise_id = :id"
    " AND (other.sort_key, other.enterprise_id)"
    " < (own.sort_key, own.enterprise_id)",
    error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", self->ids[row]);
  if (!xyb_store_step (store, stmt, &found, error))
    return FALSE;
  place = MIN ((guint) sqlite3_column_int64 (stmt, 0), self->n - 1);
  memmove (&self->by_name[place + 1], &self->by_name[place],
           (self->n - 1 - place) * sizeof *self->by_name);
  self->by_name[place] = row;
  return TRUE;
}

/* ---- one row ---- */

/* Makes room of @length bytes for the text of @row; what follows moves. */
static void
resize_text (XybSearchRows *self, guint row, gsize length)
{
  gsize old_length = self->starts[row + 1] - self->starts[row];
  gsize total = self->starts[self->n];
  gsize new_total = total - old_length + length;

  if (new_total > self->text_room)
    {
      self->text_room = new_total + 65536;
      self->text = g_realloc (self->text, self->text_room);
    }
  if (length == old_length)
    return;
  memmove (self->text + self->starts[row] + length, self->text + self->starts[row + 1],
           total - self->starts[row + 1]);
  for (guint i = row + 1; i <= self->n; i++)
    self->starts[i] = self->starts[i] - old_length + length;
}

static void
insert_row (XybSearchRows *self, guint row, gint64 id)
{
  guint behind = self->n - row;

  self->ids = g_renew (gint64, self->ids, self->n + 1);
  self->units = g_renew (gint64, self->units, self->n + 1);
  self->closed = g_renew (guint8, self->closed, self->n + 1);
  self->starts = g_renew (gsize, self->starts, self->n + 2);
  if (self->by_name != NULL)
    self->by_name = g_renew (guint, self->by_name, self->n + 1);
  memmove (&self->ids[row + 1], &self->ids[row], behind * sizeof *self->ids);
  memmove (&self->units[row + 1], &self->units[row], behind * sizeof *self->units);
  memmove (&self->closed[row + 1], &self->closed[row], behind);
  memmove (&self->starts[row + 1], &self->starts[row], (behind + 1) * sizeof *self->starts);
  renumber_names (self, self->n, row, 1);
  self->ids[row] = id;
  self->n++;
}

static void
remove_row (XybSearchRows *self, guint row)
{
  guint behind = self->n - row - 1;

  resize_text (self, row, 0);
  take_from_names (self, row);
  memmove (&self->ids[row], &self->ids[row + 1], behind * sizeof *self->ids);
  memmove (&self->units[row], &self->units[row + 1], behind * sizeof *self->units);
  memmove (&self->closed[row], &self->closed[row + 1], behind);
  memmove (&self->starts[row], &self->starts[row + 1], (behind + 1) * sizeof *self->starts);
  self->n--;
  renumber_names (self, self->n, row, -1);
}

static gboolean
fill_row (XybSearchRows *self, XybStore *store, guint row, sqlite3_stmt *stmt, GError **error)
{
  const void *text = sqlite3_column_blob (stmt, 2);
  gsize length = (gsize) sqlite3_column_bytes (stmt, 2);

  self->units[row] = sqlite3_column_int64 (stmt, 0);
  self->closed[row] = sqlite3_column_int (stmt, 1) != 0;
  resize_text (self, row, length);
  if (length > 0)
    memcpy (self->text + self->starts[row], text, length);
  return put_into_names (self, store, row, error);
}

/**
 * xyb_search_rows_patch:
 * @enterprise_id: an enterprise whose derived row this connection wrote or removed
 * @error: %XYB_STORE_ERROR
 *
 * Reads that one row again. A few milliseconds for 100,000 rows: the texts behind it are moved.
 *
 * Returns: %FALSE on error; the rows are then not to be used
 */
gboolean
xyb_search_rows_patch (XybSearchRows *self, XybStore *store, gint64 enterprise_id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store, "SELECT unit_id, closed, text FROM enterprise_search WHERE enterprise_id = :id", error);
  gboolean exists = FALSE;
  gboolean known;
  guint row;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", enterprise_id);
  if (!xyb_store_step (store, stmt, &exists, error))
    return FALSE;
  known = xyb_search_rows_find (self, enterprise_id, &row);
  if (!exists)
    {
      if (known)
        remove_row (self, row);
      return TRUE;
    }
  if (known)
    take_from_names (self, row);
  else
    insert_row (self, row, enterprise_id);
  return fill_row (self, store, row, stmt, error);
}
