/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-unit-store.h"

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

/* Units as the clerk changes them: names with their history (ORG-04), order (ORG-02), validity. */

#define NAME_MAX_CHARS 100
#define NOTE_MAX_CHARS 500

/* ---- what is refused ---- */

/* Another unit's name or alias would make every later match ambiguous (§1.5). */
static gboolean
check_free (XybStore *store, gint64 unit_id, const char *name, GError **error)
{
  g_autoptr (GPtrArray) units = xyb_unit_store_list (store, 0, error);
  g_autoptr (XybUnitMatcher) matcher = NULL;
  XybUnitMatchKind kind = XYB_UNIT_MATCH_NONE;
  const XybUnit *taken;

  if (units == NULL)
    return FALSE;
  matcher = xyb_unit_matcher_new (units);
  taken = xyb_unit_matcher_match (matcher, name, &kind);
  if (taken == NULL || taken->id == unit_id
      || (kind != XYB_UNIT_MATCH_EXACT && kind != XYB_UNIT_MATCH_ALIAS))
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
               _ ("「%s」已经是「%s」的名称或别名，请换一个。"), name, taken->name);
  return FALSE;
}

static gboolean
check_span (const XybUnit *unit, GError **error)
{
  if (!xyb_check_date (_ ("启用日期"), unit->valid_from, error)
      || !xyb_check_date (_ ("停用日期"), unit->valid_until, error))
    return FALSE;
  if (unit->valid_from == NULL || unit->valid_until == NULL
      || g_strcmp0 (unit->valid_from, unit->valid_until) <= 0)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
               _ ("「%s」的停用日期 %s 早于启用日期 %s，请核对。"), unit->name, unit->valid_until,
               unit->valid_from);
  return FALSE;
}

static gboolean
clean_name (const char *name, char **out_name, GError **error)
{
  *out_name = xyb_text_check_field (_ ("单位名称"), name, NAME_MAX_CHARS, error);
  if (*out_name == NULL)
    return FALSE;
  if (!xyb_text_is_blank (*out_name))
    return TRUE;
  g_set_error_literal (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY,
                       _ ("单位名称没有填写，请填写名称。"));
  return FALSE;
}

/* Every text of @unit as it will be written. */
static XybUnit *
clean_unit (XybStore *store, const XybUnit *unit, GError **error)
{
  g_autoptr (XybUnit) clean = xyb_unit_copy (unit);

  g_clear_pointer (&clean->name, g_free);
  g_clear_pointer (&clean->full_name, g_free);
  g_clear_pointer (&clean->note, g_free);
  if (!clean_name (unit->name, &clean->name, error)
      || !xyb_check_text (_ ("全称"), unit->full_name, NAME_MAX_CHARS, &clean->full_name, error)
      || !xyb_check_text (_ ("备注"), unit->note, NOTE_MAX_CHARS, &clean->note, error)
      || !check_span (clean, error) || !check_free (store, unit->id, clean->name, error)
      || (clean->full_name != NULL && !check_free (store, unit->id, clean->full_name, error)))
    return NULL;
  return g_steal_pointer (&clean);
}

/* ---- saving ---- */

typedef struct
{
  XybUnit *unit;
  const XybUnit *old; /* NULL: a new one */
  const char *today;
} Save;

static gboolean
write_row (XybStore *store, const XybUnit *unit, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "UPDATE unit SET name = :name, full_name = :full_name,"
                         "       valid_from = :valid_from, valid_until = :valid_until, note = :note"
                         " WHERE id = :id",
                         error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", unit->id);
  xyb_stmt_bind_text (stmt, ":name", unit->name);
  xyb_stmt_bind_text (stmt, ":full_name", unit->full_name);
  xyb_stmt_bind_text (stmt, ":valid_from", unit->valid_from);
  xyb_stmt_bind_text (stmt, ":valid_until", unit->valid_until);
  xyb_stmt_bind_text (stmt, ":note", unit->note);
  return xyb_store_run (store, stmt, error);
}

/* The old name goes on being understood, dated (ORG-04); the new one is no alias any more. */
static gboolean
keep_old_name (XybStore *store, const Save *save, GError **error)
{
  g_autoptr (sqlite3_stmt) forget
    = xyb_store_prepare (store, "DELETE FROM unit_alias WHERE unit_id = :unit AND name = :name",
                         error);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (forget == NULL)
    return FALSE;
  xyb_stmt_bind_int (forget, ":unit", save->unit->id);
  xyb_stmt_bind_text (forget, ":name", save->unit->name);
  if (!xyb_store_run (store, forget, error))
    return FALSE;
  stmt = xyb_store_prepare (store,
                            "INSERT INTO unit_alias (id, unit_id, name, former, valid_until)"
                            " VALUES (:id, :unit, :name, 1, :until)",
                            error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", xyb_store_new_id (store));
  xyb_stmt_bind_int (stmt, ":unit", save->unit->id);
  xyb_stmt_bind_text (stmt, ":name", save->old->name);
  xyb_stmt_bind_text (stmt, ":until", save->today);
  return xyb_store_run (store, stmt, error);
}

static gboolean
save_edit (XybStore *store, gpointer user_data, GError **error)
{
  Save *save = user_data;

  if (save->old != NULL)
    return write_row (store, save->unit, error)
           && (g_str_equal (save->old->name, save->unit->name)
               || keep_old_name (store, save, error));
  save->unit->id = xyb_store_new_id (store);
  return xyb_lookup_int (store, "SELECT coalesce(max(position), 0) + 1 FROM unit WHERE kind = :a",
                         save->unit->kind, 0, &save->unit->position, error)
         && xyb_unit_store_insert (store, save->unit, error);
}

static char *
save_label (const XybUnit *unit, const XybUnit *old)
{
  if (old == NULL)
    return g_strdup_printf (_ ("单位名录：新增%s %s"), xyb_unit_kind_name (unit->kind), unit->name);
  if (!g_str_equal (old->name, unit->name))
    return g_strdup_printf (_ ("单位名录：%s 改名为 %s"), old->name, unit->name);
  if (g_strcmp0 (old->valid_until, unit->valid_until) != 0)
    return unit->valid_until != NULL
             ? g_strdup_printf (_ ("单位名录：%s 停用于 %s"), unit->name, unit->valid_until)
             : g_strdup_printf (_ ("单位名录：%s 重新启用"), unit->name);
  return g_strdup_printf (_ ("单位名录：修改 %s"), unit->name);
}

/**
 * xyb_unit_store_save:
 * @unit: (inout): id 0 adds it at the end of its kind and sets the id; else every text and date of
 *   it is written, not its kind, place or aliases
 * @today: ISO date: a changed name keeps the old one as an earlier name until then (ORG-04)
 * @error: EXISTS (another unit is called so), INVALID, EMPTY; NOT_FOUND
 */
gboolean
xyb_unit_store_save (XybStore *store, XybUnit *unit, const char *today, GError **error)
{
  g_autoptr (XybUnit) clean = NULL;
  g_autoptr (XybUnit) old = NULL;
  g_autofree char *label = NULL;
  Save save = { NULL, NULL, today };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (unit != NULL, FALSE);

  if (unit->id != 0)
    {
      old = xyb_unit_store_get (store, unit->id, error);
      if (old == NULL)
        return FALSE;
    }
  clean = clean_unit (store, unit, error);
  if (clean == NULL)
    return FALSE;
  save.unit = clean;
  save.old = old;
  label = save_label (clean, old);
  if (!xyb_store_edit (store, label, save_edit, &save, error))
    return FALSE;
  unit->id = clean->id;
  unit->position = clean->position;
  return TRUE;
}

/* ---- order ---- */

typedef struct
{
  GPtrArray *units; /* of one kind, in the new order */
} Order;

/* Order columns are not unique (PROVEN 4): the whole kind is numbered again, where it changed. */
static gboolean
order_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Order *order = user_data;

  for (guint i = 0; i < order->units->len; i++)
    {
      const XybUnit *unit = g_ptr_array_index (order->units, i);
      g_autoptr (sqlite3_stmt) stmt = NULL;

      if (unit->position == i + 1)
        continue;
      stmt
        = xyb_store_prepare (store, "UPDATE unit SET position = :position WHERE id = :id", error);
      if (stmt == NULL)
        return FALSE;
      xyb_stmt_bind_int (stmt, ":position", i + 1);
      xyb_stmt_bind_int (stmt, ":id", unit->id);
      if (!xyb_store_run (store, stmt, error))
        return FALSE;
    }
  return TRUE;
}

static int
find_unit (GPtrArray *units, gint64 id)
{
  for (guint i = 0; i < units->len; i++)
    if (((XybUnit *) g_ptr_array_index (units, i))->id == id)
      return (int) i;
  return -1;
}

/**
 * xyb_unit_store_move:
 * @steps: down within its kind; negative: up. At the end it stays there
 * @error: NOT_FOUND
 *
 * The official order (ORG-02) that every table follows.
 */
gboolean
xyb_unit_store_move (XybStore *store, gint64 unit_id, int steps, GError **error)
{
  g_autoptr (XybUnit) unit = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autofree char *label = NULL;
  Order order;
  int from, to;
  gpointer moved;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  unit = xyb_unit_store_get (store, unit_id, error);
  units = unit != NULL ? xyb_unit_store_list (store, unit->kind, error) : NULL;
  if (units == NULL)
    return FALSE;
  from = find_unit (units, unit_id);
  to = CLAMP (from + steps, 0, (int) units->len - 1);
  moved = g_ptr_array_steal_index (units, (guint) from);
  g_ptr_array_insert (units, to, moved);
  order.units = units;
  label
    = g_strdup_printf (steps < 0 ? _ ("单位名录：%s 上移") : _ ("单位名录：%s 下移"), unit->name);
  return from == to || xyb_store_edit (store, label, order_edit, &order, error);
}

/* ---- removal ---- */

static gboolean
check_unused (XybStore *store, const XybUnit *unit, GError **error)
{
  static const struct
  {
    const char *table;
    const char *sql;
  } users[] = {
    { "quota", "SELECT count(*) FROM quota WHERE unit_id = :a" },
    { "nomination", "SELECT count(*) FROM nomination WHERE unit_id = :a" },
    { "submission", "SELECT count(*) FROM submission WHERE unit_id = :a" },
    { "enterprise", "SELECT count(*) FROM enterprise WHERE unit_id = :a" },
    { "scheme_unit", "SELECT count(*) FROM scheme_unit WHERE unit_id = :a" },
    { "assessment_mark", "SELECT count(*) FROM assessment_mark WHERE unit_id = :a" },
    { "explanation", "SELECT count(*) FROM explanation WHERE unit_id = :a" },
    { "returned_file", "SELECT count(*) FROM returned_file WHERE unit_id = :a" },
    { "return_decision", "SELECT count(*) FROM return_decision WHERE unit_id = :a" },
  };
  g_autoptr (GString) where = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (users); i++)
    {
      gint64 count = 0;

      if (!xyb_lookup_int (store, users[i].sql, unit->id, 0, &count, error))
        return FALSE;
      if (count > 0)
        g_string_append_printf (where, "%s%s", where->len > 0 ? _ ("、") : "",
                                xyb_field_names_table (users[i].table));
    }
  if (where->len == 0)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE,
               _ ("「%s」在%s里还用到，不能删除；不再使用的单位请填停用日期。"), unit->name,
               where->str);
  return FALSE;
}

static gboolean
delete_from (XybStore *store, const char *sql, gint64 unit_id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, sql, error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", unit_id);
  return xyb_store_run (store, stmt, error);
}

static gboolean
remove_edit (XybStore *store, gpointer user_data, GError **error)
{
  gint64 id = *(gint64 *) user_data;

  return delete_from (store, "DELETE FROM unit_alias WHERE unit_id = :id", id, error)
         && delete_from (store, "DELETE FROM unit WHERE id = :id", id, error);
}

/**
 * xyb_unit_store_remove:
 * @error: %XYB_STORE_ERROR_IN_USE, naming where; NOT_FOUND
 *
 * Forgets a unit nothing points at, with its aliases.
 */
gboolean
xyb_unit_store_remove (XybStore *store, gint64 unit_id, GError **error)
{
  g_autoptr (XybUnit) unit = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  unit = xyb_unit_store_get (store, unit_id, error);
  if (unit == NULL || !check_unused (store, unit, error))
    return FALSE;
  label = g_strdup_printf (_ ("单位名录：删除 %s"), unit->name);
  return xyb_store_edit (store, label, remove_edit, &unit_id, error);
}

/* ---- aliases ---- */

/**
 * xyb_unit_store_check_alias:
 * @unit_id: whose alias it shall be
 * @alias: what is being typed; blank is fine
 * @error: EXISTS, naming the unit it means already
 *
 * Returns: whether it could be added
 */
gboolean
xyb_unit_store_check_alias (XybStore *store, gint64 unit_id, const char *alias, GError **error)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (xyb_text_is_blank (alias))
    return TRUE;
  clean = xyb_text_check_field (_ ("别名"), alias, NAME_MAX_CHARS, error);
  return clean != NULL && check_free (store, unit_id, clean, error);
}

typedef struct
{
  gint64 id;
  gboolean former;
} Former;

static gboolean
former_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Former *former = user_data;
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "UPDATE unit_alias SET former = :former WHERE id = :id", error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":former", former->former ? 1 : 0);
  xyb_stmt_bind_int (stmt, ":id", former->id);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_unit_store_set_alias_former:
 * @former: an earlier name, not only another spelling (ORG-04)
 * @error: NOT_FOUND
 */
gboolean
xyb_unit_store_set_alias_former (XybStore *store, gint64 alias_id, gboolean former, GError **error)
{
  g_autofree char *alias = NULL;
  g_autofree char *label = NULL;
  Former edit = { alias_id, former };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (!xyb_lookup_text (store, "SELECT name FROM unit_alias WHERE id = :a", alias_id, 0, &alias,
                        error))
    return FALSE;
  if (alias == NULL)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                           _ ("这个别名已经不在单位名录里，请刷新后再看。"));
      return FALSE;
    }
  label
    = g_strdup_printf (former ? _ ("单位名录：「%s」记为曾用名") : _ ("单位名录：「%s」记为别名"),
                       alias);
  return xyb_store_edit (store, label, former_edit, &edit, error);
}
