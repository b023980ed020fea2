/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-company-name.h"
#include "xyb-pinyin.h"
#include "xyb-search-rows.h"
#include "xyb-store-private.h"
#include "xyb-text.h"

#include <string.h>

/* What the register is searched and sorted by. Derived from the tracked tables and untracked
 * itself, so that undo and the exchange of changes never meet it (PROVEN, “SQLite sessions” 6). */

/* Between the fields of a row's text: no key holds it, so no search hits across two fields. */
#define SEPARATOR '\x1f'

/* Columns of the statements below. */
enum
{
  COLUMN_ID,
  COLUMN_UNIT,
  COLUMN_CLOSED,
  COLUMN_NAME,
  COLUMN_CODE,
  COLUMN_CONTACT,
  COLUMN_PHONE,
  COLUMN_FORMER
};

#define SELECT_ROW                                                                                 \
  "SELECT e.id, e.unit_id, e.closed, e.name, e.credit_code, e.contact, e.phone,"                   \
  "       (SELECT group_concat (n.name, char (31))"                                                \
  "          FROM enterprise_name n"                                                               \
  "         WHERE n.enterprise_id = e.id)"                                                         \
  "  FROM enterprise e"

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

static void
append_field (GString *text, const char *field)
{
  if (*field == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, SEPARATOR);
  g_string_append (text, field);
}

static void
append_words (Writer *self, const char *words)
{
  g_autofree char *key = xyb_text_key (words);
  g_autofree char *initials = xyb_pinyin_initials (self->pinyin, words);

  append_field (self->text, key);
  if (!g_str_equal (key, initials))
    append_field (self->text, initials);
}

/* Found by the key too, because a former name has no name_key of its own (ENT-08). */
static void
append_former_names (Writer *self, const char *names)
{
  const char separator[] = { SEPARATOR, '\0' };
  g_auto (GStrv) list = g_strsplit (names, separator, -1);

  for (char **name = list; *name != NULL; name++)
    {
      g_autofree char *key = xyb_company_name_key (*name);

      append_words (self, *name);
      append_field (self->text, key);
    }
}

/* Digits alone, several numbers apart: what is typed of a number is typed in many ways. */
static void
append_phones (GString *text, const char *phones)
{
  g_autofree char *key = xyb_text_key (phones);
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = key;; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (*p == '\0' || strchr ("-()+", *p) == NULL)
      {
        append_field (text, digits->str);
        g_string_truncate (digits, 0);
        if (*p == '\0')
          return;
      }
}

static const char *
column_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL ? text : "";
}

static void
make_text (Writer *self, sqlite3_stmt *row)
{
  g_autofree char *code = g_ascii_strdown (column_text (row, COLUMN_CODE), -1);

  g_string_truncate (self->text, 0);
  append_words (self, column_text (row, COLUMN_NAME));
  if (sqlite3_column_type (row, COLUMN_FORMER) != SQLITE_NULL)
    append_former_names (self, column_text (row, COLUMN_FORMER));
  append_field (self->text, code);
  append_words (self, column_text (row, COLUMN_CONTACT));
  append_phones (self->text, column_text (row, COLUMN_PHONE));
}

/* Not xyb_stmt_bind_text() for what is never NULL; it lives until the row is written. */
static void
bind_row (Writer *self,
          sqlite3_stmt *stmt,
          sqlite3_stmt *row,
          GBytes *sort_key,
          const char *name_key)
{
  gsize length;
  const void *bytes = g_bytes_get_data (sort_key, &length);

  xyb_stmt_bind_int (stmt, ":id", sqlite3_column_int64 (row, COLUMN_ID));
  xyb_stmt_bind_id (stmt, ":unit", sqlite3_column_int64 (row, COLUMN_UNIT));
  xyb_stmt_bind_int (stmt, ":closed", sqlite3_column_int64 (row, COLUMN_CLOSED));
  sqlite3_bind_text (stmt, xyb_stmt_index (stmt, ":text"), self->text->str,
                     (int) self->text->len, SQLITE_STATIC);
  sqlite3_bind_blob (stmt, xyb_stmt_index (stmt, ":sort_key"),
                     length > 0 ? bytes : "", (int) length, SQLITE_STATIC);
  sqlite3_bind_text (stmt, xyb_stmt_index (stmt, ":name_key"), name_key, -1,
                     SQLITE_STATIC);
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
write_row (Writer *self, sqlite3_stmt *row, GError **error)
{
  const char *name = column_text (row, COLUMN_NAME);
  g_autofree char *name_key = xyb_company_name_key (name);
  g_autoptr (GBytes) sort_key = xyb_pinyin_sort_key (self->pinyin, name);
  gboolean written = FALSE;

  make_text (self, row);
  if (self->insert != NULL)
    {
      bind_row (self, self->insert, row, sort_key, name_key);
      return run_row (self, self->insert, &written, error);
    }
  if (self->update != NULL)
    {
      bind_row (self, self->update, row, sort_key, name_key);
      if (!run_row (self, self->update, &written, error) || written)
        return written;
    }
  bind_row (self, self->replace, row, sort_key, name_key);
  return run_row (self, self->replace, &written, error);
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
      ok = write_row (self, select, error);
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

/**
 * xyb_search_index_add:
 * @enterprise_ids: (array length=n_ids): enterprises that have just come
 * @n_ids: how many
 * @error: %XYB_STORE_ERROR
 *
 * As xyb_search_index_refresh(), for a hundred thousand at once: nobody looks for rows that cannot
 * be there.
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
      if (!write_row (&writer, select, error))
        return FALSE;
    }
}

/* ---- made by another version of the collation ---- */

static gboolean
is_present (XybPinyin *pinyin, sqlite3_stmt *row)
{
  const char *name = column_text (row, 0);
  g_autoptr (GBytes) sort_key = xyb_pinyin_sort_key (pinyin, name);
  g_autofree char *name_key = xyb_company_name_key (name);
  gsize length;
  const void *bytes = g_bytes_get_data (sort_key, &length);

  return (gsize) sqlite3_column_bytes (row, 1) == length
         && (length == 0 || memcmp (sqlite3_column_blob (row, 1), bytes, length) == 0)
         && g_str_equal (column_text (row, 2), name_key);
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
