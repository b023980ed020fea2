/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <string.h>

#include "xyb-amount.h"
#include "xyb-i18n.h"
#include "xyb-store-engine.h"

/* Preparing, stepping, binding, and the sentence for every way SQLite can say no. */

static XybStoreError
code_of_constraint (int extended)
{
  switch (extended)
    {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return XYB_STORE_ERROR_EXISTS;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return XYB_STORE_ERROR_IN_USE;
    default:
      return XYB_STORE_ERROR_INVALID;
    }
}

static gboolean
is_out_of_space (int result, int system_errno)
{
  if ((result & 0xff) == SQLITE_FULL)
    return TRUE;
  return ((result & 0xff) == SQLITE_IOERR || (result & 0xff) == SQLITE_CANTOPEN)
         && (system_errno == ENOSPC || system_errno == EDQUOT);
}

static XybStoreError
code_of_result (int result, int extended, int system_errno)
{
  if (is_out_of_space (extended, system_errno))
    return XYB_STORE_ERROR_NO_SPACE;
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return XYB_STORE_ERROR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return XYB_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return XYB_STORE_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
      return code_of_constraint (extended);
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      return XYB_STORE_ERROR_INVALID;
    default:
      return XYB_STORE_ERROR_FAILED;
    }
}

static char *
sentence_of_code (XybStoreError code, const char *shown, const char *detail)
{
  switch (code)
    {
    case XYB_STORE_ERROR_NO_SPACE:
      return g_strdup_printf (_ ("磁盘已满，「%s」没有保存，原有数据不变；请清理磁盘后再试。"),
                              shown);
    case XYB_STORE_ERROR_LOCKED:
      return g_strdup_printf (_ ("「%s」正忙，另一项任务还没有写完，请稍后再试。"), shown);
    case XYB_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_ ("「%s」是只读的，不能修改。"), shown);
    case XYB_STORE_ERROR_DAMAGED:
      return g_strdup_printf (_ ("「%s」已损坏，请从备份恢复。"), shown);
    case XYB_STORE_ERROR_EXISTS:
      return g_strdup_printf (_ ("「%s」里已有相同的记录（%s），没有重复保存。"), shown, detail);
    case XYB_STORE_ERROR_IN_USE:
      return g_strdup_printf (
        _ ("这条记录还被「%s」里的其他记录引用，或它引用的记录不存在，请先处理有关记录。"), shown);
    case XYB_STORE_ERROR_INVALID:
      return g_strdup_printf (_ ("「%s」不能这样保存：%s，请检查后再填。"), shown, detail);
    default:
      return g_strdup_printf (_ ("读写「%s」时出错（%s），请重试；仍不行请从备份恢复。"), shown,
                              detail);
    }
}

/* “UNIQUE constraint failed: plan.year” → 年度方案的年度. SQLite's other words are English: the
 * clerk gets its number, for whoever she asks. */
static char *
name_field (const char *message, int extended)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b([a-z_]+)\\.([a-z_]+)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *table = NULL;
  g_autofree char *column = NULL;

  if (!g_regex_match (regex, message, 0, &match))
    return g_strdup_printf (_ ("数据库代码 %d"), extended);
  table = g_match_info_fetch (match, 1);
  column = g_match_info_fetch (match, 2);
  return g_strdup_printf (_ ("%s的%s"), xyb_field_names_table (table),
                          xyb_field_names_field (table, column));
}

/**
 * xyb_db_take_error:
 * @db: (nullable): the connection the call failed on
 * @path: the file, for the sentence
 * @result: what the call returned
 * @error: return location
 *
 * Turns SQLite's result into the one sentence a clerk reads. A cancelled call gives
 * %G_IO_ERROR_CANCELLED.
 */
void
xyb_db_take_error (sqlite3 *db, const char *path, int result, GError **error)
{
  int extended = db != NULL ? sqlite3_extended_errcode (db) : result;
  int system_errno = db != NULL ? sqlite3_system_errno (db) : 0;
  const char *detail;
  g_autofree char *shown_path = g_filename_display_name (path);
  g_autofree char *shown = g_path_get_basename (shown_path);
  g_autofree char *field = NULL;
  g_autofree char *sentence = NULL;
  XybStoreError code;

  if ((result & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("已取消。"));
      return;
    }
  /* The connection may have moved on: then only the result itself counts. */
  if ((extended & 0xff) != (result & 0xff))
    extended = result;
  detail = db != NULL && extended == sqlite3_extended_errcode (db) ? sqlite3_errmsg (db)
                                                                   : sqlite3_errstr (result);
  code = code_of_result (result, extended, system_errno);
  /* A header byte that no SQLite writes: not a matter of trying again. */
  if (code == XYB_STORE_ERROR_FAILED && g_str_equal (detail, "unsupported file format"))
    code = XYB_STORE_ERROR_DAMAGED;
  field = name_field (detail, extended);
  g_debug ("SQLite: %s", detail);
  sentence = sentence_of_code (code, shown, field);
  g_set_error_literal (error, XYB_STORE_ERROR, code, sentence);
}

/**
 * xyb_store_take_error:
 * @result: what a call on the store's connection returned
 * @error: return location
 *
 * See xyb_db_take_error().
 */
void
xyb_store_take_error (XybStore *self, int result, GError **error)
{
  xyb_db_take_error (xyb_store_get_db (self), xyb_store_get_path (self), result, error);
}

/* Statements on a connection that is no store's; @path is the file, for the sentence. */
gboolean
xyb_db_exec (sqlite3 *db, const char *path, const char *sql, GError **error)
{
  int result = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    xyb_db_take_error (db, path, result, error);
  return result == SQLITE_OK;
}

/* ---- statements kept for the next time ---- */

#define MAX_IDLE 100

static void
on_rollback (void *idle)
{
}

/* SQLite of the floor has no place for a pointer of ours at a connection, but the argument of a
 * hook comes back when the hook is set again. This hook does nothing. */
void
xyb_db_set_idle_statements (sqlite3 *db, GHashTable *idle)
{
  sqlite3_rollback_hook (db, on_rollback, idle);
}

static GHashTable *
get_idle_statements (sqlite3 *db)
{
  GHashTable *idle = sqlite3_rollback_hook (db, on_rollback, NULL);

  sqlite3_rollback_hook (db, on_rollback, idle);
  return idle;
}

/**
 * xyb_stmt_release:
 * @stmt: (nullable): reset or not; not to be used afterwards
 *
 * Gives a statement back to the store it comes from; what g_autoptr (sqlite3_stmt) calls.
 */
void
xyb_stmt_release (sqlite3_stmt *stmt)
{
  GHashTable *idle = stmt != NULL ? get_idle_statements (sqlite3_db_handle (stmt)) : NULL;
  const char *sql = sqlite3_sql (stmt);

  if (idle == NULL || g_hash_table_size (idle) >= MAX_IDLE || g_hash_table_contains (idle, sql))
    {
      sqlite3_finalize (stmt);
      return;
    }
  sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);
  g_hash_table_insert (idle, (gpointer) sql, stmt);
}

/**
 * xyb_store_prepare:
 * @sql: one statement, a literal with named bindings; never made from user text
 * @error: %XYB_STORE_ERROR
 *
 * Returns: (transfer full): the statement, or %NULL; hold it in a g_autoptr()
 */
sqlite3_stmt *
xyb_store_prepare (XybStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int result;

  if (g_hash_table_steal_extended (self->idle_statements, sql, NULL, (gpointer *) &stmt))
    return stmt;
  result = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
  if (result != SQLITE_OK)
    {
      xyb_store_take_error (self, result, error);
      return NULL;
    }
  return stmt;
}

/**
 * xyb_store_step:
 * @stmt: a prepared statement
 * @out_row: (out): whether there is a row to read; after the last row the statement is reset
 * @error: %XYB_STORE_ERROR
 *
 * Returns: %FALSE on error
 */
gboolean
xyb_store_step (XybStore *self, sqlite3_stmt *stmt, gboolean *out_row, GError **error)
{
  int result = sqlite3_step (stmt);

  *out_row = result == SQLITE_ROW;
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    xyb_store_take_error (self, result, error);
  sqlite3_reset (stmt);
  return result == SQLITE_DONE;
}

/**
 * xyb_store_run:
 * @stmt: a prepared statement that gives no row; reset afterwards, its bindings stay
 * @error: %XYB_STORE_ERROR
 *
 * Returns: %FALSE on error
 */
gboolean
xyb_store_run (XybStore *self, sqlite3_stmt *stmt, GError **error)
{
  int result = sqlite3_step (stmt);

  g_warn_if_fail (result != SQLITE_ROW);
  if (result != SQLITE_DONE && result != SQLITE_ROW)
    xyb_store_take_error (self, result, error);
  sqlite3_reset (stmt);
  return result == SQLITE_DONE || result == SQLITE_ROW;
}

/**
 * xyb_store_exec:
 * @sql: statements whose rows nobody wants
 * @error: %XYB_STORE_ERROR
 *
 * Returns: %FALSE on error
 */
gboolean
xyb_store_exec (XybStore *self, const char *sql, GError **error)
{
  return xyb_db_exec (self->db, self->path, sql, error);
}

/**
 * xyb_store_query_int:
 * @sql: a query without bindings
 * @out_value: (out): first column of its first row; 0 where there is none
 * @error: %XYB_STORE_ERROR
 *
 * Returns: %FALSE on error
 */
gboolean
xyb_store_query_int (XybStore *self, const char *sql, gint64 *out_value, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (self, sql, error);
  gboolean row = FALSE;

  *out_value = 0;
  if (stmt == NULL || !xyb_store_step (self, stmt, &row, error))
    return FALSE;
  if (row)
    *out_value = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

/**
 * xyb_stmt_index:
 *
 * Returns: number of the binding of that name. They are mostly bound in the order they stand in:
 * the one after the last is looked at first, SQLite goes through all of them.
 */
int
xyb_stmt_index (sqlite3_stmt *stmt, const char *name)
{
  static _Thread_local int last;
  const char *next = sqlite3_bind_parameter_name (stmt, last + 1);

  last = next != NULL && strcmp (next, name) == 0 ? last + 1
                                                  : sqlite3_bind_parameter_index (stmt, name);
  if (last == 0)
    g_critical ("no binding %s in %s", name, sqlite3_sql (stmt));
  return last;
}

/**
 * xyb_stmt_bind_int:
 * @name: with its colon: `:year`
 */
void
xyb_stmt_bind_int (sqlite3_stmt *stmt, const char *name, gint64 value)
{
  sqlite3_bind_int64 (stmt, xyb_stmt_index (stmt, name), value);
}

/**
 * xyb_stmt_bind_int_or_null:
 * @value: %XYB_UNSAID binds NULL: not said is never 0 (DESIGN §4)
 */
void
xyb_stmt_bind_int_or_null (sqlite3_stmt *stmt, const char *name, gint64 value)
{
  if (value == XYB_UNSAID)
    sqlite3_bind_null (stmt, xyb_stmt_index (stmt, name));
  else
    xyb_stmt_bind_int (stmt, name, value);
}

/**
 * xyb_stmt_bind_id:
 * @id: 0 binds NULL
 */
void
xyb_stmt_bind_id (sqlite3_stmt *stmt, const char *name, gint64 id)
{
  xyb_stmt_bind_int_or_null (stmt, name, id != 0 ? id : XYB_UNSAID);
}

/**
 * xyb_stmt_bind_text:
 * @value: (nullable): copied; %NULL and "" bind NULL
 */
void
xyb_stmt_bind_text (sqlite3_stmt *stmt, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0')
    sqlite3_bind_null (stmt, xyb_stmt_index (stmt, name));
  else
    sqlite3_bind_text (stmt, xyb_stmt_index (stmt, name), value, -1, SQLITE_TRANSIENT);
}

/**
 * xyb_stmt_dup_text:
 *
 * Returns: (transfer full) (nullable): text of a column of the present row; %NULL for NULL
 */
char *
xyb_stmt_dup_text (sqlite3_stmt *stmt, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (stmt, column));
}

/**
 * xyb_stmt_int_or_unsaid:
 *
 * Returns: a column of the present row; %XYB_UNSAID for NULL
 */
gint64
xyb_stmt_int_or_unsaid (sqlite3_stmt *stmt, int column)
{
  if (sqlite3_column_type (stmt, column) == SQLITE_NULL)
    return XYB_UNSAID;
  return sqlite3_column_int64 (stmt, column);
}
