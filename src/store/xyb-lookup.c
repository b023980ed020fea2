/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-lookup.h"

#include "xyb-core-error.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

/* Binds only what the statement names, so that a question may have one number or two. */
static sqlite3_stmt *
prepare_question (XybStore *store, const char *sql, gint64 a, gint64 b, GError **error)
{
  sqlite3_stmt *stmt = xyb_store_prepare (store, sql, error);

  if (stmt == NULL)
    return NULL;
  if (sqlite3_bind_parameter_index (stmt, ":a") > 0)
    xyb_stmt_bind_int (stmt, ":a", a);
  if (sqlite3_bind_parameter_index (stmt, ":b") > 0)
    xyb_stmt_bind_int (stmt, ":b", b);
  return stmt;
}

/**
 * xyb_lookup_int:
 * @sql: a literal that asks for one number, with `:a` and perhaps `:b`
 * @out_value: the number; 0 where there is no row, or a NULL
 *
 * Returns: %FALSE with @error where SQLite refuses
 */
gboolean
xyb_lookup_int (XybStore *store,
                const char *sql,
                gint64 a,
                gint64 b,
                gint64 *out_value,
                GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = prepare_question (store, sql, a, b, error);
  gboolean row = FALSE;

  *out_value = 0;
  if (stmt == NULL || !xyb_store_step (store, stmt, &row, error))
    return FALSE;
  if (row)
    *out_value = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

/**
 * xyb_lookup_text:
 * @sql: a literal that asks for one text, with `:a` and perhaps `:b`
 * @out_text: (out) (transfer full) (nullable): the text; %NULL where there is no row
 *
 * Returns: %FALSE with @error where SQLite refuses
 */
gboolean
xyb_lookup_text (XybStore *store,
                 const char *sql,
                 gint64 a,
                 gint64 b,
                 char **out_text,
                 GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = prepare_question (store, sql, a, b, error);
  gboolean row = FALSE;

  *out_text = NULL;
  if (stmt == NULL || !xyb_store_step (store, stmt, &row, error))
    return FALSE;
  if (row)
    *out_text = xyb_stmt_dup_text (stmt, 0);
  return TRUE;
}

/**
 * xyb_lookup_plan:
 *
 * The plan of @year, which everything of a year hangs on.
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_NOT_FOUND where the year has none, or with the sentence of
 *   xyb_year_check() where there is no such year
 */
gboolean
xyb_lookup_plan (XybStore *store, int year, gint64 *out_plan_id, GError **error)
{
  if (!xyb_year_check (year, error))
    return FALSE;
  if (!xyb_lookup_int (store, "SELECT id FROM plan WHERE year = :a", year, 0, out_plan_id, error))
    return FALSE;
  if (*out_plan_id != 0)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
               _ ("没有%d年的工作方案，请先从其他年度复制一份，或换一个年度。"), year);
  return FALSE;
}

/**
 * xyb_lookup_district:
 *
 * The name of the 区镇 @unit_id. Quotas and nominations belong to 区镇 only (附件1, 附件2).
 *
 * Returns: (transfer full): %NULL with %XYB_STORE_ERROR_NOT_FOUND or %XYB_STORE_ERROR_INVALID
 */
char *
xyb_lookup_district (XybStore *store, gint64 unit_id, GError **error)
{
  g_autofree char *name = NULL;
  gint64 kind = 0;

  if (!xyb_lookup_text (store, "SELECT name FROM unit WHERE id = :a", unit_id, 0, &name, error)
      || !xyb_lookup_int (store, "SELECT kind FROM unit WHERE id = :a", unit_id, 0, &kind, error))
    return NULL;
  if (name == NULL)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                           _ ("单位名录里没有所选的区镇，请重新选择区镇。"));
      return NULL;
    }
  if (kind != XYB_UNIT_KIND_DISTRICT)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                   _ ("「%s」是%s，不是区镇，请改选区镇。"), name,
                   xyb_unit_kind_name ((XybUnitKind) kind));
      return NULL;
    }
  return g_steal_pointer (&name);
}

/**
 * xyb_check_text:
 * @field: what the clerk calls the field
 * @out_text: (out) (transfer full) (nullable): the cleaned text; %NULL where it is blank
 *
 * xyb_text_check_field() for a field that may stay empty.
 */
gboolean
xyb_check_text (const char *field,
                const char *text,
                guint max_chars,
                char **out_text,
                GError **error)
{
  g_autofree char *clean = xyb_text_check_field (field, text, max_chars, error);

  *out_text = NULL;
  if (clean == NULL)
    return FALSE;
  if (*clean != '\0')
    *out_text = g_steal_pointer (&clean);
  return TRUE;
}

/**
 * xyb_check_date:
 * @iso: (nullable): an ISO date, or %NULL or "" for none
 *
 * Refuses an impossible date by the name of its field.
 */
gboolean
xyb_check_date (const char *field, const char *iso, GError **error)
{
  g_autofree char *shown = NULL;

  if (iso == NULL || *iso == '\0' || xyb_date_is_valid (iso))
    return TRUE;
  shown = xyb_text_excerpt (iso, 20);
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
               _ ("%s「%s」不是存在的日期，请按「2020-04-15」的样子填写。"), field, shown);
  return FALSE;
}
