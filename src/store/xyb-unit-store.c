/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-unit-store.h"

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

#define ALIAS_MAX_CHARS 100
#define NOTE_MAX_CHARS 500

/* ---- reading ---- */

static XybUnit *
read_unit (sqlite3_stmt *stmt)
{
  XybUnit *unit = xyb_unit_new ();

  unit->id = sqlite3_column_int64 (stmt, 0);
  unit->kind = (XybUnitKind) sqlite3_column_int (stmt, 1);
  unit->name = xyb_stmt_dup_text (stmt, 2);
  unit->full_name = xyb_stmt_dup_text (stmt, 3);
  unit->position = sqlite3_column_int64 (stmt, 4);
  unit->valid_from = xyb_stmt_dup_text (stmt, 5);
  unit->valid_until = xyb_stmt_dup_text (stmt, 6);
  unit->note = xyb_stmt_dup_text (stmt, 7);
  return unit;
}

static XybUnitAlias *
read_alias (sqlite3_stmt *stmt)
{
  XybUnitAlias *alias = xyb_unit_alias_new ();

  alias->id = sqlite3_column_int64 (stmt, 1);
  alias->name = xyb_stmt_dup_text (stmt, 2);
  alias->former = sqlite3_column_int (stmt, 3) != 0;
  alias->valid_until = xyb_stmt_dup_text (stmt, 4);
  alias->note = xyb_stmt_dup_text (stmt, 5);
  alias->source = xyb_stmt_dup_text (stmt, 6);
  return alias;
}

/* One query for the aliases of all units, not one a unit. */
static gboolean
load_aliases (XybStore *store, GPtrArray *units, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  for (guint i = 0; i < units->len; i++)
    {
      XybUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_insert (by_id, &unit->id, unit);
    }
  stmt = xyb_store_prepare (store,
                            "SELECT unit_id, id, name, former, valid_until, note, source"
                            "  FROM unit_alias ORDER BY unit_id, id",
                            error);
  if (stmt == NULL)
    return FALSE;
  while (xyb_store_step (store, stmt, &row, error))
    {
      gint64 unit_id = row ? sqlite3_column_int64 (stmt, 0) : 0;
      XybUnit *unit = row ? g_hash_table_lookup (by_id, &unit_id) : NULL;

      if (!row)
        return TRUE;
      if (unit != NULL)
        g_ptr_array_add (unit->aliases, read_alias (stmt));
    }
  return FALSE;
}

/**
 * xyb_unit_store_list:
 * @kind: only these, or 0 for every unit
 *
 * Units with their aliases in official order within their kind (ORG-02).
 *
 * Returns: (transfer container) (element-type XybUnit): %NULL on error
 */
GPtrArray *
xyb_unit_store_list (XybStore *store, XybUnitKind kind, GError **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt = xyb_store_prepare (store,
                            "SELECT id, kind, name, full_name, position, valid_from, valid_until,"
                            "       note"
                            "  FROM unit WHERE :kind = 0 OR kind = :kind"
                            " ORDER BY kind, position, id",
                            error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":kind", (gint64) kind);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return load_aliases (store, units, error) ? g_steal_pointer (&units) : NULL;
      g_ptr_array_add (units, read_unit (stmt));
    }
  return NULL;
}

/**
 * xyb_unit_store_get:
 *
 * Returns: (transfer full): the unit; %NULL with %XYB_STORE_ERROR_NOT_FOUND where there is none
 */
XybUnit *
xyb_unit_store_get (XybStore *store, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) units = xyb_unit_store_list (store, 0, error);

  if (units == NULL)
    return NULL;
  for (guint i = 0; i < units->len; i++)
    if (((XybUnit *) g_ptr_array_index (units, i))->id == id)
      return xyb_unit_copy (g_ptr_array_index (units, i));
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                       _ ("单位名录里没有所选的单位，请重新选择单位。"));
  return NULL;
}

/**
 * xyb_unit_store_find:
 * @name: as the clerk or a returned sheet writes it
 * @kind: only these, or 0 for every unit
 *
 * §1.5: an unknown name never makes a unit; it is refused with suggestions.
 *
 * Returns: (transfer full): the unit; %NULL with %XYB_CORE_ERROR_UNKNOWN_UNIT
 */
XybUnit *
xyb_unit_store_find (XybStore *store, const char *name, XybUnitKind kind, GError **error)
{
  g_autoptr (GPtrArray) units = xyb_unit_store_list (store, 0, error);
  g_autoptr (XybUnitMatcher) matcher = NULL;
  const XybUnit *unit;

  if (units == NULL)
    return NULL;
  matcher = xyb_unit_matcher_new (units);
  unit = xyb_unit_matcher_require (matcher, name, kind, error);
  return unit != NULL ? xyb_unit_copy (unit) : NULL;
}

/* ---- writing ---- */

static gboolean
insert_alias (XybStore *store, gint64 unit_id, const XybUnitAlias *alias, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "INSERT INTO unit_alias (id, unit_id, name, former, valid_until, note, source)"
    " VALUES (:id, :unit, :name, :former, :valid_until, :note, :source)",
    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", alias->id);
  xyb_stmt_bind_int (stmt, ":unit", unit_id);
  xyb_stmt_bind_text (stmt, ":name", alias->name);
  xyb_stmt_bind_int (stmt, ":former", alias->former ? 1 : 0);
  xyb_stmt_bind_text (stmt, ":valid_until", alias->valid_until);
  xyb_stmt_bind_text (stmt, ":note", alias->note);
  xyb_stmt_bind_text (stmt, ":source", alias->source);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_unit_store_insert:
 *
 * Writes a unit and its aliases with the ids they carry. Only inside an edit.
 */
gboolean
xyb_unit_store_insert (XybStore *store, const XybUnit *unit, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "INSERT INTO unit (id, kind, name, full_name, position, valid_from, valid_until, note)"
    " VALUES (:id, :kind, :name, :full_name, :position, :valid_from, :valid_until, :note)",
    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", unit->id);
  xyb_stmt_bind_int (stmt, ":kind", unit->kind);
  xyb_stmt_bind_text (stmt, ":name", unit->name);
  xyb_stmt_bind_text (stmt, ":full_name", unit->full_name);
  xyb_stmt_bind_int (stmt, ":position", unit->position);
  xyb_stmt_bind_text (stmt, ":valid_from", unit->valid_from);
  xyb_stmt_bind_text (stmt, ":valid_until", unit->valid_until);
  xyb_stmt_bind_text (stmt, ":note", unit->note);
  if (!xyb_store_run (store, stmt, error))
    return FALSE;
  for (guint i = 0; i < unit->aliases->len; i++)
    if (!insert_alias (store, unit->id, g_ptr_array_index (unit->aliases, i), error))
      return FALSE;
  return TRUE;
}

typedef struct
{
  gint64 unit_id;
  XybUnitAlias *alias;
} AddAlias;

static gboolean
add_alias_edit (XybStore *store, gpointer user_data, GError **error)
{
  AddAlias *add = user_data;

  add->alias->id = xyb_store_new_id (store);
  return insert_alias (store, add->unit_id, add->alias, error);
}

/* An alias that already means a unit would make later matches ambiguous. */
static gboolean
alias_is_free (GPtrArray *units, const char *alias, GError **error)
{
  g_autoptr (XybUnitMatcher) matcher = xyb_unit_matcher_new (units);
  XybUnitMatchKind kind = XYB_UNIT_MATCH_NONE;
  const XybUnit *taken = xyb_unit_matcher_match (matcher, alias, &kind);

  if (taken == NULL || (kind != XYB_UNIT_MATCH_EXACT && kind != XYB_UNIT_MATCH_ALIAS))
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
               _ ("「%s」已经是「%s」的名称或别名，不用再加。"), alias, taken->name);
  return FALSE;
}

/**
 * xyb_unit_store_add_alias:
 * @former: an earlier name, not only another spelling (ORG-04)
 * @note: (nullable): a remark
 *
 * Teaches a further spelling; one that already means a unit is refused.
 */
gboolean
xyb_unit_store_add_alias (XybStore *store,
                          gint64 unit_id,
                          const char *alias,
                          gboolean former,
                          const char *note,
                          GError **error)
{
  g_autoptr (XybUnitAlias) row = xyb_unit_alias_new ();
  g_autoptr (XybUnit) unit = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autofree char *label = NULL;
  AddAlias add = { unit_id, row };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  row->name = xyb_text_check_field (_ ("别名"), alias, ALIAS_MAX_CHARS, error);
  if (row->name == NULL || !xyb_check_text (_ ("备注"), note, NOTE_MAX_CHARS, &row->note, error))
    return FALSE;
  if (xyb_text_is_blank (row->name))
    {
      g_set_error_literal (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY,
                           _ ("别名没有填写，请填写别名。"));
      return FALSE;
    }
  row->former = former;
  unit = xyb_unit_store_get (store, unit_id, error);
  units = unit != NULL ? xyb_unit_store_list (store, 0, error) : NULL;
  if (units == NULL || !alias_is_free (units, row->name, error))
    return FALSE;
  label = g_strdup_printf (_ ("单位名录：%s 增加别名「%s」"), unit->name, row->name);
  return xyb_store_edit (store, label, add_alias_edit, &add, error);
}

static gboolean
remove_alias_edit (XybStore *store, gpointer user_data, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "DELETE FROM unit_alias WHERE id = :id", error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", *(gint64 *) user_data);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_unit_store_remove_alias:
 *
 * Forgets a spelling. Refused with %XYB_STORE_ERROR_NOT_FOUND where there is no such alias.
 */
gboolean
xyb_unit_store_remove_alias (XybStore *store, gint64 alias_id, GError **error)
{
  g_autofree char *alias = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (!xyb_lookup_text (store, "SELECT name FROM unit_alias WHERE id = :a", alias_id, 0, &alias,
                        error)
      || !xyb_lookup_text (store,
                           "SELECT unit.name FROM unit JOIN unit_alias"
                           "    ON unit_alias.unit_id = unit.id WHERE unit_alias.id = :a",
                           alias_id, 0, &unit, error))
    return FALSE;
  if (alias == NULL)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                           _ ("这个别名已经不在单位名录里，请刷新后再看。"));
      return FALSE;
    }
  label = g_strdup_printf (_ ("单位名录：%s 移除别名「%s」"), unit, alias);
  return xyb_store_edit (store, label, remove_alias_edit, &alias_id, error);
}
