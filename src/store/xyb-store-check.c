/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-attachment-store.h"
#include "xyb-i18n.h"
#include "xyb-store-engine.h"

/* Looking over an office file: SQLite's pages, references between records, checksums of the
 * journal. */

/* @pragma is `quick_check(1)` or `integrity_check(1)`. */
gboolean
xyb_db_check (sqlite3 *db, const char *path, const char *pragma, GError **error)
{
  g_autofree char *sql = g_strconcat ("PRAGMA ", pragma, NULL);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  int result = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);
  const char *finding;

  if (result == SQLITE_OK)
    result = sqlite3_step (stmt);
  if (result != SQLITE_ROW)
    {
      xyb_db_take_error (db, path, result, error);
      return FALSE;
    }
  finding = (const char *) sqlite3_column_text (stmt, 0);
  if (g_strcmp0 (finding, "ok") != 0)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_DAMAGED,
                   _ ("「%s」已损坏（数据页校验不通过），没有改动它，请从备份恢复。"), shown);
      return FALSE;
    }
  return TRUE;
}

/* No record points at one that is not there. */
gboolean
xyb_db_check_references (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  int result = sqlite3_prepare_v2 (db, "PRAGMA foreign_key_check", -1, &stmt, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (stmt);
  if (result == SQLITE_DONE)
    return TRUE;
  if (result == SQLITE_ROW)
    {
      g_autofree char *shown = g_filename_display_name (path);
      const char *table = (const char *) sqlite3_column_text (stmt, 0);
      const char *parent = (const char *) sqlite3_column_text (stmt, 2);

      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_DAMAGED,
                   _ ("「%s」已损坏：%s里有记录找不到它所属的%s，请从备份恢复。"), shown,
                   xyb_field_names_table (table), xyb_field_names_table (parent));
    }
  else
    xyb_db_take_error (db, path, result, error);
  return FALSE;
}

gboolean
xyb_store_quick_check (XybStore *self, GError **error)
{
  return xyb_db_check (self->db, self->path, "quick_check(1)", error);
}

static gboolean
check_journal (XybStore *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (self, "SELECT id FROM revision ORDER BY id", error);
  gboolean row = stmt != NULL;

  while (row)
    {
      g_autoptr (XybChangeset) changeset = NULL;

      if (!xyb_store_step (self, stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      changeset = xyb_changeset_load (self, sqlite3_column_int64 (stmt, 0), error);
      if (changeset == NULL)
        return FALSE;
    }
  return FALSE;
}

/**
 * xyb_store_check:
 * @error: %XYB_STORE_ERROR_DAMAGED with what was found first; %XYB_STORE_ERROR_NOT_FOUND where the
 *   office file is whole and a file kept beside it is not
 *
 * Looks over the whole file: structure, references, the journal's checksums; then the kept files.
 * Reads everything, so the window runs it behind its first frame.
 *
 * Returns: whether all is well
 */
gboolean
xyb_store_check (XybStore *self, GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (self), FALSE);

  return xyb_store_check_records (self, error) && xyb_attachment_store_check (self, error);
}

gboolean
xyb_store_check_records (XybStore *self, GError **error)
{
  return xyb_db_check (self->db, self->path, "integrity_check(1)", error)
         && xyb_db_check_references (self->db, self->path, error) && check_journal (self, error);
}
