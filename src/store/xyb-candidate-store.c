/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-store.h"
#include "xyb-lookup.h"
#include "xyb-progress-store.h"
#include "xyb-provider-store.h"

/* Who may apply for a 示范 title, and who not. Ten thousand have passed 贯标 some day, and the
 * clerk turns the day back and forth: one pass over each table, nothing is asked row by row, and of
 * the register only what the conditions look at is read. */

/* In office order. */
static const char enterprises_sql[]
  = "SELECT e.id, e.name, e.credit_code, e.unit_id, u.name, e.above_scale, e.founded_on,"
    "       e.legal_person, e.closed"
    "  FROM enterprise AS e LEFT JOIN unit AS u ON u.id = e.unit_id"
    " WHERE e.id IN (SELECT enterprise_id FROM award WHERE track = :level UNION ALL "
    "                SELECT enterprise_id FROM nomination"
    "                 WHERE accepted_on IS NOT NULL AND :level = 1 UNION ALL "
    "                SELECT g.enterprise_id FROM progress AS g"
    "                  JOIN progress_stage AS s ON s.progress_id = g.id"
    "                  JOIN plan_stage AS ps ON ps.id = s.stage_id AND ps.kind = 2"
    "                 WHERE g.track = :level AND s.reached_on IS NOT NULL AND ps.basis IS NULL)"
    " ORDER BY u.position, e.id";

/* What is kept of all enterprises, and how to find that of one: @first is the place (from 1) of the
 * first of its awards, @next that of the one behind each. */
typedef struct
{
  GPtrArray *awards;
  GHashTable *first; /* of guint by enterprise */
  guint *next;
  GPtrArray *contracts;
  GHashTable *own_contracts; /* of GPtrArray by enterprise */
  GPtrArray *records;
  GHashTable *applied; /* enterprises that are on the track */
} Known;

static void
known_clear (Known *known)
{
  g_clear_pointer (&known->first, g_hash_table_unref);
  g_clear_pointer (&known->next, g_free);
  g_clear_pointer (&known->own_contracts, g_hash_table_unref);
  g_clear_pointer (&known->applied, g_hash_table_unref);
  g_clear_pointer (&known->awards, g_ptr_array_unref);
  g_clear_pointer (&known->contracts, g_ptr_array_unref);
  g_clear_pointer (&known->records, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

/* From behind, so that they are met in the order they were read. */
static void
note_awards (Known *known)
{
  known->first = g_hash_table_new (g_int64_hash, g_int64_equal);
  known->next = g_new0 (guint, known->awards->len);
  for (guint i = known->awards->len; i > 0; i--)
    {
      XybAward *award = known->awards->pdata[i - 1];
      gpointer key = &award->enterprise_id;

      known->next[i - 1] = GPOINTER_TO_UINT (g_hash_table_lookup (known->first, key));
      g_hash_table_insert (known->first, key, GUINT_TO_POINTER (i));
    }
}

static void
note_contracts (Known *known)
{
  known->own_contracts
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < known->contracts->len; i++)
    {
      XybContract *contract = known->contracts->pdata[i];
      GPtrArray *own = g_hash_table_lookup (known->own_contracts, &contract->enterprise_id);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (known->own_contracts, &contract->enterprise_id, own);
        }
      g_ptr_array_add (own, contract);
    }
}

static void
note_applied (Known *known)
{
  known->applied = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < known->records->len; i++)
    g_hash_table_add (known->applied,
                      &((XybTrackRecord *) known->records->pdata[i])->enterprise_id);
}

static gboolean
load_known (XybStore *store, const XybPlan *plan, XybTrack track, Known *known, GError **error)
{
  known->awards = xyb_award_store_list_bare (store, error);
  if (known->awards == NULL)
    return FALSE;
  known->contracts = xyb_contract_store_list (store, 0, 0, error);
  if (known->contracts == NULL)
    return FALSE;
  known->records = xyb_progress_store_list (store, plan, track, error);
  if (known->records == NULL)
    return FALSE;
  note_awards (known);
  note_contracts (known);
  note_applied (known);
  return TRUE;
}

/* @own gets the awards of @id. */
static void
take_awards (const Known *known, gint64 id, GPtrArray *own)
{
  g_ptr_array_set_size (own, 0);
  for (guint i = GPOINTER_TO_UINT (g_hash_table_lookup (known->first, &id)); i > 0;
       i = known->next[i - 1])
    g_ptr_array_add (own, known->awards->pdata[i - 1]);
}

/* Its texts are SQLite's, until the next row. */
static void
borrow_enterprise (sqlite3_stmt *stmt, XybEnterprise *enterprise)
{
  gint64 above_scale = xyb_stmt_int_or_unsaid (stmt, 5);

  enterprise->id = sqlite3_column_int64 (stmt, 0);
  enterprise->name = (char *) sqlite3_column_text (stmt, 1);
  enterprise->credit_code = (char *) sqlite3_column_text (stmt, 2);
  enterprise->unit_id = sqlite3_column_int64 (stmt, 3);
  enterprise->unit_name = (char *) sqlite3_column_text (stmt, 4);
  enterprise->above_scale = above_scale == XYB_UNSAID ? XYB_TRI_UNSAID : (XybTri) above_scale;
  enterprise->founded_on = (char *) sqlite3_column_text (stmt, 6);
  enterprise->legal_person = (char *) sqlite3_column_text (stmt, 7);
  enterprise->closed = sqlite3_column_int (stmt, 8) != 0;
}

static XybCandidate *
read_candidate (sqlite3_stmt *stmt,
                const XybPlan *plan,
                XybTrack track,
                const char *on,
                const Known *known,
                GPtrArray *own)
{
  XybEnterprise enterprise = { 0 };
  XybEligibilityFacts facts = { &enterprise, on, plan->year, own, NULL, NULL };

  borrow_enterprise (stmt, &enterprise);
  take_awards (known, enterprise.id, own);
  facts.contracts = g_hash_table_lookup (known->own_contracts, &enterprise.id);
  return xyb_candidate_new (plan, track, &facts,
                            g_hash_table_contains (known->applied, &enterprise.id));
}

/**
 * xyb_award_store_list_candidates:
 * @plan: the plan of the year
 * @track: 苏州市级示范 or 省级示范
 * @on: ISO date the conditions are counted to (AMB-34): xyb_candidate_day()
 *
 * Returns: (transfer full) (element-type XybCandidate): everybody who has passed 贯标, or has held
 *   the 市级 title, in office order; %NULL on error
 */
GPtrArray *
xyb_award_store_list_candidates (XybStore *store,
                                 const XybPlan *plan,
                                 XybTrack track,
                                 const char *on,
                                 GError **error)
{
  g_autoptr (GPtrArray) candidates
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_candidate_free);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_auto (Known) known = { NULL };
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, NULL);
  g_return_val_if_fail (track == XYB_TRACK_CITY_MODEL || track == XYB_TRACK_PROVINCE_MODEL, NULL);

  if (!load_known (store, plan, track, &known, error))
    return NULL;
  stmt = xyb_store_prepare (store, enterprises_sql, error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":level", track - 1);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return g_steal_pointer (&candidates);
      g_ptr_array_add (candidates, read_candidate (stmt, plan, track, on, &known, own));
    }
  return NULL;
}
