/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <inttypes.h>

#include "xyb-company-name.h"
#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-nomination-store.h"
#include "xyb-store-error.h"

/* The list of one 区镇 as a whole: what a paste, a move or a removal of several rows leaves. */

typedef struct
{
  gint64 plan_id;
  gint64 unit_id;
  GPtrArray *before;
  GPtrArray *rows;
  const char *today;
  int year;
  GHashTable *made; /* key of the name → id of the enterprise this edit has added */
} SetList;

/* ---- what stands in the way ---- */

/* Another program, or the clerk in another window, may have changed the list since it was read; it
 * would be overwritten. */
static gboolean
is_as_read (GPtrArray *stored, GPtrArray *before, GError **error)
{
  gboolean same = stored->len == before->len;

  for (guint i = 0; same && i < stored->len; i++)
    same = ((XybNomination *) g_ptr_array_index (stored, i))->id
           == ((XybNomination *) g_ptr_array_index (before, i))->id;
  if (!same)
    g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT,
                         _ ("名单刚才在别处改过，请按 F5 刷新后再试。"));
  return same;
}

static gboolean
is_open (XybStore *store, const XybNomination *row, GError **error)
{
  g_autoptr (XybEnterprise) enterprise
    = xyb_enterprise_store_get (store, row->enterprise_id, error);

  if (enterprise == NULL)
    return FALSE;
  if (!enterprise->closed)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
               _ ("「%s」已注销，不能列入附件2；请核对，或先在“企业”页恢复。"), enterprise->name);
  return FALSE;
}

/* The sentence names the row as the clerk counts it. */
static gboolean
name_row (const XybNomination *row, gint64 number, GError **error)
{
  if (number > 0)
    g_prefix_error (error, _ ("第 %" PRId64 " 行："), number);
  return FALSE;
}

/* ---- writing ---- */

static gboolean
keeps (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((XybNomination *) g_ptr_array_index (rows, i))->id == id)
      return TRUE;
  return FALSE;
}

/* First, so that a row may come back under another company. */
static gboolean
remove_others (XybStore *store, GPtrArray *stored, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < stored->len; i++)
    {
      gint64 id = ((XybNomination *) g_ptr_array_index (stored, i))->id;

      if (!keeps (rows, id) && !xyb_nomination_delete (store, id, error))
        return FALSE;
    }
  return TRUE;
}

/* A company the register does not know becomes known with the row, under what the row says of it.
 */
static gboolean
add_enterprise (XybStore *store, const SetList *list, XybNomination *row, GError **error)
{
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  g_autofree char *key = xyb_company_name_key (row->enterprise_name);
  const gint64 *known = g_hash_table_lookup (list->made, key);

  if (known != NULL)
    {
      row->enterprise_id = *known;
      return TRUE;
    }
  enterprise->name = g_strdup (row->enterprise_name);
  enterprise->unit_id = list->unit_id;
  enterprise->products = g_strdup (row->products);
  enterprise->headcount = row->headcount;
  enterprise->contact = g_strdup (row->contact);
  enterprise->phone = g_strdup (row->phone);
  if (!xyb_enterprise_store_save (store, enterprise, list->today, error))
    return FALSE;
  row->enterprise_id = enterprise->id;
  g_hash_table_insert (list->made, g_steal_pointer (&key),
                       g_memdup2 (&enterprise->id, sizeof enterprise->id));
  return TRUE;
}

static gboolean
write_row (XybStore *store, XybNomination *row, gboolean is_new, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!xyb_nomination_admit (store, row, error))
    return FALSE;
  stmt = xyb_store_prepare (store, is_new ? xyb_nomination_insert_sql : xyb_nomination_update_sql,
                            error);
  if (stmt == NULL)
    return FALSE;
  if (is_new)
    row->id = xyb_store_new_id (store);
  xyb_nomination_bind (stmt, row);
  return xyb_store_run (store, stmt, error);
}

static gboolean
place_row (XybStore *store, const SetList *list, guint index, gboolean is_new, GError **error)
{
  XybNomination *row = g_ptr_array_index (list->rows, index);
  gint64 number = row->position;

  row->plan_id = list->plan_id;
  row->unit_id = list->unit_id;
  row->position = index + 1;
  if (is_new && row->enterprise_id == 0 && !add_enterprise (store, list, row, error))
    return name_row (row, number, error);
  if ((is_new && !is_open (store, row, error)) || !write_row (store, row, is_new, error))
    return name_row (row, number, error);
  return TRUE;
}

/* Those that stay before those that come: a refusal then names the place a row has now. */
static gboolean
place_rows (XybStore *store, const SetList *list, GError **error)
{
  g_autoptr (GArray) fresh = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < list->rows->len; i++)
    {
      if (((XybNomination *) g_ptr_array_index (list->rows, i))->id == 0)
        g_array_append_val (fresh, i);
      else if (!place_row (store, list, i, FALSE, error))
        return FALSE;
    }
  for (guint i = 0; i < fresh->len; i++)
    if (!place_row (store, list, g_array_index (fresh, guint, i), TRUE, error))
      return FALSE;
  return TRUE;
}

static gboolean
set_list_edit (XybStore *store, gpointer user_data, GError **error)
{
  const SetList *list = user_data;
  g_autoptr (GPtrArray) stored
    = xyb_nomination_store_list (store, list->year, list->unit_id, error);

  return stored != NULL && is_as_read (stored, list->before, error)
         && remove_others (store, stored, list->rows, error) && place_rows (store, list, error);
}

/**
 * xyb_nomination_store_set_list:
 * @plan_id: of the year
 * @unit_id: a 区镇
 * @before: (element-type XybNomination): its list as the caller read it
 * @rows: (element-type XybNomination): the list as it shall be, in order; written to, and of no
 *   further use after a refusal. A row's position is what the sentences call it, 0 for none
 * @label: in the clerk's words
 * @today: (nullable): ISO date of the day
 *
 * Makes @rows the list of 附件2 of one 区镇, in one revision. A row without an id is added; with
 * enterprise_id 0 its company is new to the register, too. Rows that no longer stand in it are
 * taken out. Places are 1, 2, 3 …
 *
 * Returns: %FALSE with the list as it was: %XYB_STORE_ERROR_CONFLICT where it is not @before any
 *   more, else as xyb_nomination_store_save(); the sentence begins with the row
 */
gboolean
xyb_nomination_store_set_list (XybStore *store,
                               gint64 plan_id,
                               gint64 unit_id,
                               GPtrArray *before,
                               GPtrArray *rows,
                               const char *label,
                               const char *today,
                               GError **error)
{
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SetList list = { plan_id, unit_id, before, rows, today, 0, made };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (before != NULL && rows != NULL, FALSE);

  list.year = xyb_nomination_store_year_of (store, plan_id, error);
  if (list.year == 0)
    return FALSE;
  return xyb_store_edit (store, label, set_list_edit, &list, error);
}

/* ---- who was there before ---- */

/**
 * xyb_nomination_store_list_earlier:
 * @unit_id: only this 区镇, or 0 for the whole city
 *
 * ENT-08, AMB-33: those put forward in @year that were accepted before and are no 新增.
 *
 * Returns: (transfer full) (element-type gint64 gint64): id of the enterprise → the latest year
 *   before @year in which it was accepted; %NULL on error
 */
GHashTable *
xyb_nomination_store_list_earlier (XybStore *store, int year, gint64 unit_id, GError **error)
{
  g_autoptr (GHashTable) years
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT n.enterprise_id, max(earlier.year) FROM nomination AS n"
                         "  JOIN plan ON plan.id = n.plan_id AND plan.year = :year"
                         "  JOIN (SELECT old.enterprise_id AS enterprise_id, p.year AS year"
                         "          FROM nomination AS old JOIN plan AS p ON p.id = old.plan_id"
                         "         WHERE old.accepted_on IS NOT NULL"
                         "        UNION ALL SELECT enterprise_id, year FROM award"
                         "         WHERE track = 1 AND revoked_on IS NULL) AS earlier"
                         "    ON earlier.enterprise_id = n.enterprise_id"
                         " WHERE (:unit = 0 OR n.unit_id = :unit) AND earlier.year < :year"
                         " GROUP BY n.enterprise_id",
                         error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":year", year);
  xyb_stmt_bind_int (stmt, ":unit", unit_id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      gint64 values[2];

      if (!row)
        return g_steal_pointer (&years);
      values[0] = sqlite3_column_int64 (stmt, 0);
      values[1] = sqlite3_column_int64 (stmt, 1);
      g_hash_table_insert (years, g_memdup2 (&values[0], sizeof values[0]),
                           g_memdup2 (&values[1], sizeof values[1]));
    }
  return NULL;
}
