/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-progress-private.h"

/* Everyone on a track of a year as a list shows them. One question each for materials, contracts
 * and search keys, not one an enterprise: the page opens with ten thousand of them. */

static GHashTable *
index_by_enterprise (GPtrArray *lines)
{
  GHashTable *table = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_insert (table, &((XybTrackLine *) lines->pdata[i])->enterprise_id,
                         lines->pdata[i]);
  return table;
}

typedef struct
{
  GHashTable *lines; /* by enterprise */
  const GPtrArray *plan_materials;
  const char *today;
  guint n_named;
} Filling;

typedef void (*FillFunc) (sqlite3_stmt *stmt, XybTrackLine *line, Filling *filling);

/* The first column says whose the row is. */
static gboolean
fill (XybStore *store,
      const char *sql,
      const XybPlan *plan,
      XybTrack track,
      Filling *filling,
      FillFunc func,
      GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, sql, error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":plan", plan->id);
  xyb_stmt_bind_int (stmt, ":track", track);
  while (xyb_store_step (store, stmt, &row, error))
    {
      gint64 id = row ? sqlite3_column_int64 (stmt, 0) : 0;
      XybTrackLine *line = row ? g_hash_table_lookup (filling->lines, &id) : NULL;

      if (!row)
        return TRUE;
      if (line != NULL)
        func (stmt, line, filling);
    }
  return FALSE;
}

static void
take_material (sqlite3_stmt *stmt, XybTrackLine *line, Filling *filling)
{
  XybMaterial material = { 0 }; /* borrows from the row */

  material.material_id = sqlite3_column_int64 (stmt, 1);
  material.state = (XybMaterialState) sqlite3_column_int (stmt, 2);
  material.valid_until = (char *) sqlite3_column_text (stmt, 3);
  xyb_track_line_take_material (line, filling->plan_materials, &material, filling->today);
}

static void
take_contract (sqlite3_stmt *stmt, XybTrackLine *line, Filling *filling)
{
  line->signed_up = TRUE;
}

static void
take_search_key (sqlite3_stmt *stmt, XybTrackLine *line, Filling *filling)
{
  line->search_key = xyb_stmt_dup_text (stmt, 1);
  line->name_place = filling->n_named++;
}

static gboolean
fill_all (XybStore *store,
          const XybPlan *plan,
          XybTrack track,
          gboolean search_keys,
          Filling *filling,
          GError **error)
{
  return fill (store,
               "SELECT g.enterprise_id, m.material_id, m.state, m.valid_until"
               "  FROM progress AS g JOIN progress_material AS m ON m.progress_id = g.id"
               " WHERE g.plan_id = :plan AND g.track = :track",
               plan, track, filling, take_material, error)
         /* XYB_CONTRACT_ACCREDITATION is 1, as its track is. */
         && fill (store,
                  "SELECT enterprise_id FROM contract"
                  " WHERE :plan IS NOT NULL AND (kind = 1) = (:track = 1)",
                  plan, track, filling, take_contract, error)
         && (!search_keys
             || fill (store,
                      "SELECT enterprise_id, text FROM enterprise_search"
                      " WHERE enterprise_id IN (SELECT enterprise_id FROM nomination"
                      "   WHERE plan_id = :plan AND :track = 1"
                      "   UNION SELECT enterprise_id FROM progress"
                      "   WHERE plan_id = :plan AND track = :track)",
                      plan, track, filling, take_search_key, error));
}

static GPtrArray *
list_lines (XybStore *store,
            const XybPlan *plan,
            XybTrack track,
            const char *today,
            gboolean search_keys,
            GError **error)
{
  g_autoptr (GPtrArray) lines
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_track_line_free);
  g_autoptr (GPtrArray) materials = xyb_plan_list_materials (plan, track);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) by_enterprise = NULL;
  Filling filling;

  records = xyb_progress_store_list (store, plan, track, error);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      XybTrackLine *line = xyb_track_line_new (plan, records->pdata[i], today);

      xyb_track_line_start_materials (line, materials);
      g_ptr_array_add (lines, line);
    }
  by_enterprise = index_by_enterprise (lines);
  filling = (Filling){ by_enterprise, materials, today, 0 };
  return fill_all (store, plan, track, search_keys, &filling, error) ? g_steal_pointer (&lines)
                                                                     : NULL;
}

/**
 * xyb_progress_store_list_lines:
 * @plan: the plan of the year; has to outlive the lines
 * @track: one of its tracks
 * @today: ISO date
 *
 * Returns: (transfer full) (element-type XybTrackLine): who is on it, in order of 区镇; %NULL on
 *   error
 */
GPtrArray *
xyb_progress_store_list_lines (XybStore *store,
                               const XybPlan *plan,
                               XybTrack track,
                               const char *today,
                               GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, NULL);

  return list_lines (store, plan, track, today, TRUE, error);
}

/**
 * xyb_progress_store_list_plain_lines:
 *
 * As xyb_progress_store_list_lines(), for who only counts: without the keys they are searched by.
 */
GPtrArray *
xyb_progress_store_list_plain_lines (XybStore *store,
                                     const XybPlan *plan,
                                     XybTrack track,
                                     const char *today,
                                     GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, NULL);

  return list_lines (store, plan, track, today, FALSE, error);
}

/**
 * xyb_progress_store_count:
 * @plan: the plan of the year
 * @out_counts: (out) (array fixed-size=3): how many are on each track, by track - 1
 *
 * Light: nothing is read of them.
 */
gboolean
xyb_progress_store_count (XybStore *store,
                          const XybPlan *plan,
                          guint out_counts[XYB_N_TRACKS],
                          GError **error)
{
  static const char *const sql[XYB_N_TRACKS] = {
    "SELECT count(*) FROM nomination WHERE plan_id = :a",
    "SELECT count(*) FROM progress WHERE plan_id = :a AND track = 2",
    "SELECT count(*) FROM progress WHERE plan_id = :a AND track = 3",
  };

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, FALSE);

  for (int i = 0; i < XYB_N_TRACKS; i++)
    {
      gint64 count = 0;

      if (!xyb_lookup_int (store, sql[i], plan->id, 0, &count, error))
        return FALSE;
      out_counts[i] = (guint) count;
    }
  return TRUE;
}
