/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-company-name.h"
#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

/* ENT-08, B-13, B-14: who in the register may be the same firm under another spelling. */

#define MAX_SAME 20
#define MAX_CANDIDATES 2000

typedef struct
{
  XybEnterprise *enterprise;
  XybCompanyMatch match;
} Same;

static void
same_clear (gpointer data)
{
  xyb_enterprise_free (((Same *) data)->enterprise);
}

static int
compare_same (gconstpointer a, gconstpointer b)
{
  const Same *left = a;
  const Same *right = b;

  if (left->match != right->match)
    return (int) right->match - (int) left->match;
  return left->enterprise->id < right->enterprise->id ? -1 : 1;
}

/* Rows that hold the core anywhere: a superset, cheap to find. A former name stands only in text,
 * where brackets are as they were written. */
static GArray *
find_candidates (XybStore *store, const char *name, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *core = xyb_company_name_core (name);
  g_autofree char *key = xyb_company_name_key (name);
  g_autofree char *text = xyb_text_key (name);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  if (*key == '\0')
    return g_steal_pointer (&ids);
  stmt = xyb_store_prepare (store,
                            "SELECT enterprise_id FROM enterprise_search"
                            " WHERE name_key = :key OR instr (name_key, :core)"
                            "    OR instr (text, :core) OR instr (text, :text)"
                            " ORDER BY name_key <> :key, enterprise_id LIMIT :max",
                            error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_text (stmt, ":key", key);
  xyb_stmt_bind_text (stmt, ":core", *core != '\0' ? core : key);
  xyb_stmt_bind_text (stmt, ":text", text);
  xyb_stmt_bind_int (stmt, ":max", MAX_CANDIDATES);
  while (xyb_store_step (store, stmt, &row, error))
    {
      gint64 id = row ? sqlite3_column_int64 (stmt, 0) : 0;

      if (!row)
        return g_steal_pointer (&ids);
      g_array_append_val (ids, id);
    }
  return NULL;
}

/**
 * xyb_enterprise_store_find_code:
 * @code: a normalised code
 * @error: %XYB_STORE_ERROR_NOT_FOUND where nobody has it
 *
 * Returns: id of the enterprise that has it; 0 on error
 */
gint64
xyb_enterprise_store_find_code (XybStore *store, const char *code, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store) && code != NULL, 0);

  stmt = xyb_store_prepare (store, "SELECT id FROM enterprise WHERE credit_code = :code LIMIT 1",
                            error);
  if (stmt == NULL)
    return 0;
  xyb_stmt_bind_text (stmt, ":code", code);
  if (!xyb_store_step (store, stmt, &row, error))
    return 0;
  if (row)
    return sqlite3_column_int64 (stmt, 0);
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
               _ ("册里没有统一社会信用代码是 %s 的企业。"), code);
  return 0;
}

/**
 * xyb_enterprise_store_find_same:
 * @name: of an enterprise about to be added
 *
 * Enterprises whose present or former name is the same or alike, the likeliest first, at most 20.
 *
 * Returns: (transfer full) (element-type XybEnterprise): %NULL on error
 */
GPtrArray *
xyb_enterprise_store_find_same (XybStore *store, const char *name, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GArray) same = g_array_new (FALSE, FALSE, sizeof (Same));
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  g_array_set_clear_func (same, same_clear);
  ids = find_candidates (store, name, error);
  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      Same found = { 0 };

      found.enterprise = xyb_enterprise_store_get (store, g_array_index (ids, gint64, i), error);
      if (found.enterprise == NULL)
        return NULL;
      found.match = xyb_enterprise_match_name (found.enterprise, name);
      if (found.match == XYB_COMPANY_MATCH_NONE)
        same_clear (&found);
      else
        g_array_append_val (same, found);
    }
  g_array_sort (same, compare_same);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_enterprise_free);
  for (guint i = 0; i < MIN (same->len, MAX_SAME); i++)
    g_ptr_array_add (list, g_steal_pointer (&g_array_index (same, Same, i).enterprise));
  return g_steal_pointer (&list);
}
