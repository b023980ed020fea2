/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-log-query.h"

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-store-engine.h"
#include "xyb-text.h"

/* ---- which revisions ---- */

/* The records are gone through once, not once a revision: their key begins with the table. */
static const char query_sql[]
  = "SELECT r.id FROM revision AS r"
    " WHERE (:kind = 0 OR r.kind = :kind)"
    " AND (:operator IS NULL OR r.operator = :operator)"
    " AND (:since IS NULL OR substr(r.time, 1, 10) >= :since)"
    " AND (:until IS NULL OR substr(r.time, 1, 10) <= :until)"
    " AND (:table IS NULL OR r.id IN"
    "      (SELECT d.revision_id FROM revision_record AS d WHERE d.table_name = :table))"
    " AND (:text IS NULL OR instr(lower(r.label), lower(:text)) > 0 OR r.id IN"
    "      (SELECT d.revision_id FROM revision_record AS d"
    "        WHERE instr(lower(d.label), lower(:text)) > 0))"
    " ORDER BY r.id DESC";

static void
bind_query (sqlite3_stmt *stmt, const XybRevisionQuery *query)
{
  g_autofree char *text = query->text != NULL ? g_strstrip (g_strdup (query->text)) : NULL;

  xyb_stmt_bind_int (stmt, ":kind", query->kind);
  xyb_stmt_bind_text (stmt, ":operator", query->operator_name);
  xyb_stmt_bind_text (stmt, ":since", query->since);
  xyb_stmt_bind_text (stmt, ":until", query->until);
  xyb_stmt_bind_text (stmt, ":table", query->table);
  xyb_stmt_bind_text (stmt, ":text", text != NULL && *text != '\0' ? text : NULL);
}

/**
 * xyb_store_query_revisions:
 * @query: what to look for
 * @error: %XYB_STORE_ERROR
 *
 * Returns: (transfer full) (element-type gint64): ids of the revisions, latest first
 */
GArray *
xyb_store_query_revisions (XybStore *store, const XybRevisionQuery *query, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  stmt = xyb_store_prepare (store, query_sql, error);
  if (stmt == NULL)
    return NULL;
  bind_query (stmt, query);
  while (xyb_store_step (store, stmt, &row, error))
    {
      gint64 id;

      if (!row)
        return g_steal_pointer (&ids);
      id = sqlite3_column_int64 (stmt, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}

static XybRevision *
get_revision (XybStore *store, gint64 id, gboolean *out_ok, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT " XYB_REVISION_COLUMNS " FROM revision AS r WHERE r.id = :id",
                         error);
  g_autoptr (GPtrArray) one = NULL;

  *out_ok = FALSE;
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":id", id);
  one = xyb_log_read_revisions (store, stmt, error);
  *out_ok = one != NULL;
  return one != NULL && one->len > 0 ? g_ptr_array_steal_index (one, 0) : NULL;
}

/**
 * xyb_store_get_revisions:
 * @ids: (array length=n_ids): which
 * @n_ids: how many; a page of them
 * @with_changes: whether XybRevision.changes is filled
 * @error: %XYB_STORE_ERROR
 *
 * Returns: (transfer full) (element-type XybRevision): in the order of @ids; one that is not there
 *   is left out
 */
GPtrArray *
xyb_store_get_revisions (XybStore *store,
                         const gint64 *ids,
                         guint n_ids,
                         gboolean with_changes,
                         GError **error)
{
  g_autoptr (GPtrArray) revisions
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_revision_free);

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  for (guint i = 0; i < n_ids; i++)
    {
      gboolean ok;
      XybRevision *revision = get_revision (store, ids[i], &ok, error);

      if (!ok)
        return NULL;
      if (revision == NULL)
        continue;
      g_ptr_array_add (revisions, revision);
      if (with_changes && !xyb_log_fill_changes (store, revision, error))
        return NULL;
    }
  return g_steal_pointer (&revisions);
}

/* ---- what can be asked for ---- */

/**
 * xyb_store_list_operators:
 * @error: %XYB_STORE_ERROR
 *
 * Returns: (transfer full) (element-type utf8): everybody who has written, who wrote last first
 */
GPtrArray *
xyb_store_list_operators (XybStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt = xyb_store_prepare (store,
                            "SELECT operator FROM revision WHERE operator <> ''"
                            " GROUP BY operator ORDER BY max(id) DESC",
                            error);
  if (stmt == NULL)
    return NULL;
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return g_steal_pointer (&names);
      g_ptr_array_add (names, xyb_stmt_dup_text (stmt, 0));
    }
  return NULL;
}

/**
 * xyb_store_list_tables:
 *
 * Returns: (array zero-terminated=1) (transfer none): tables the log knows, those a clerk works in
 *   most first
 */
const char *const *
xyb_store_list_tables (void)
{
  static const char *const tables[] = {
    "enterprise",
    "enterprise_name",
    "nomination",
    "submission",
    "quota",
    "plan",
    "plan_basis",
    "milestone",
    "plan_condition",
    "plan_material",
    "plan_step",
    "plan_tier",
    "unit",
    "unit_alias",
    "setting",
    "returned_file",
    "return_decision",
    "head_spelling",
    NULL,
  };

  return tables;
}

const char *
xyb_store_get_table_title (const char *table)
{
  return xyb_field_names_table (table);
}

static const struct
{
  XybRevisionKind kind;
  const char *key;
  const char *name;
} kinds[] = {
  { XYB_REVISION_EDIT, "edit", N_ ("编辑") },
  { XYB_REVISION_UNDO, "undo", N_ ("撤销") },
  { XYB_REVISION_REDO, "redo", N_ ("重做") },
  { XYB_REVISION_BARRIER, "system", N_ ("系统") },
};

const char *
xyb_revision_kind_name (XybRevisionKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return _ (kinds[i].name);
  return "";
}

/**
 * xyb_revision_kind_from_key:
 * @key: edit, undo, redo or system
 *
 * Returns: the kind, 0 for an unknown word
 */
XybRevisionKind
xyb_revision_kind_from_key (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].key, key) == 0)
      return kinds[i].kind;
  return 0;
}

/* ---- where a change leads ---- */

static const struct
{
  const char *table;
  XybPlaceKind kind;
  const char *sql; /* id and year of the place */
} places[] = {
  { "enterprise", XYB_PLACE_ENTERPRISE, "SELECT id, 0 FROM enterprise WHERE id = :id" },
  { "enterprise_name", XYB_PLACE_ENTERPRISE,
    "SELECT enterprise_id, 0 FROM enterprise_name WHERE id = :id" },
  { "nomination", XYB_PLACE_SUBMISSION,
    "SELECT t.unit_id, p.year FROM nomination AS t JOIN plan AS p ON p.id = t.plan_id"
    " WHERE t.id = :id" },
  { "submission", XYB_PLACE_SUBMISSION,
    "SELECT t.unit_id, p.year FROM submission AS t JOIN plan AS p ON p.id = t.plan_id"
    " WHERE t.id = :id" },
  { "returned_file", XYB_PLACE_SUBMISSION,
    "SELECT t.unit_id, p.year FROM returned_file AS t JOIN plan AS p ON p.id = t.plan_id"
    " WHERE t.id = :id" },
  { "quota", XYB_PLACE_QUOTA,
    "SELECT t.unit_id, p.year FROM quota AS t JOIN plan AS p ON p.id = t.plan_id WHERE t.id = "
    ":id" },
  { "unit", XYB_PLACE_UNIT, "SELECT id, 0 FROM unit WHERE id = :id" },
  { "unit_alias", XYB_PLACE_UNIT, "SELECT unit_id, 0 FROM unit_alias WHERE id = :id" },
  { "plan", XYB_PLACE_OFFICE, "SELECT id, year FROM plan WHERE id = :id" },
  { "milestone", XYB_PLACE_OFFICE,
    "SELECT t.id, p.year FROM milestone AS t JOIN plan AS p ON p.id = t.plan_id"
    " WHERE t.id = :id" },
};

/**
 * xyb_store_find_place:
 * @table: XybChange.table_name
 * @record_id: XybChange.record_id
 *
 * Returns: where the clerk finds that record now; %XYB_PLACE_NONE where it is gone
 */
XybPlace
xyb_store_find_place (XybStore *store, const char *table, gint64 record_id)
{
  XybPlace place = { XYB_PLACE_NONE, 0, 0 };

  g_return_val_if_fail (XYB_IS_STORE (store), place);

  if (g_strcmp0 (table, "setting") == 0)
    place.kind = XYB_PLACE_OFFICE;
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (sqlite3_stmt) stmt = NULL;
      gboolean row = FALSE;

      if (g_strcmp0 (places[i].table, table) != 0)
        continue;
      stmt = xyb_store_prepare (store, places[i].sql, NULL);
      if (stmt == NULL)
        break;
      xyb_stmt_bind_int (stmt, ":id", record_id);
      if (xyb_store_step (store, stmt, &row, NULL) && row)
        place = (XybPlace){ places[i].kind, sqlite3_column_int64 (stmt, 0),
                            sqlite3_column_int (stmt, 1) };
    }
  return place;
}
