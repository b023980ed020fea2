/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-store.h"

#include <stdlib.h>
#include <string.h>

#include "xyb-enterprise-store.h"
#include "xyb-field.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-plan-store.h"
#include "xyb-progress-store.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

#define MAX_REASON 500

/* ---- reading ---- */

#define REVOKED_ON                                                                                 \
  "(SELECT r.reached_on FROM progress_stage AS r JOIN plan_stage AS rs ON rs.id = r.stage_id"      \
  "  WHERE r.progress_id = g.id AND rs.kind = 5 AND r.reached_on IS NOT NULL LIMIT 1)"
#define REVOKED_WHY                                                                                \
  "(SELECT m.reason FROM progress_move AS m JOIN plan_stage AS ms ON ms.id = m.to_id"              \
  "  WHERE m.progress_id = g.id AND ms.kind = 5 ORDER BY m.id DESC LIMIT 1)"

/* One list of three parts. @words and @joins bring the names, for who shows them; @award,
 * @nomination and @progress narrow the parts down to one enterprise, each by its index. */
#define LIST_SQL(words, of_award, of_nomination, of_progress, award, nomination, progress)         \
  "SELECT a.id, 0, a.enterprise_id, a.track, a.year, a.awarded_on, a.number, a.revoked_on,"        \
  "       a.revoked_reason, a.note, " words "  FROM award AS a" of_award                           \
  " WHERE (:track IS NULL OR a.track = :track)" award " UNION ALL "                                \
  "SELECT 0, coalesce(g.id, 0), n.enterprise_id, 1, p.year, n.accepted_on,"                        \
  "       (SELECT s.number FROM progress_stage AS s JOIN plan_stage AS ps ON ps.id = s.stage_id"   \
  "         WHERE s.progress_id = g.id AND ps.kind = 2 LIMIT 1),"                                  \
  "       " REVOKED_ON ", " REVOKED_WHY ", NULL, " words "  FROM nomination AS n" of_nomination    \
  "  JOIN plan AS p ON p.id = n.plan_id"                                                           \
  "  LEFT JOIN progress AS g"                                                                      \
  "    ON g.plan_id = n.plan_id AND g.enterprise_id = n.enterprise_id AND g.track = 1"             \
  " WHERE n.accepted_on IS NOT NULL AND (:track IS NULL OR :track = 1)" nomination " UNION ALL "   \
  "SELECT 0, g.id, g.enterprise_id, g.track, p.year, s.reached_on, s.number,"                      \
  "       " REVOKED_ON ", " REVOKED_WHY ", NULL, " words "  FROM progress AS g" of_progress        \
  "  JOIN progress_stage AS s ON s.progress_id = g.id"                                             \
  "  JOIN plan_stage AS ps ON ps.id = s.stage_id AND ps.kind = 2 AND ps.basis IS NULL"             \
  "  JOIN plan AS p ON p.id = g.plan_id"                                                           \
  " WHERE s.reached_on IS NOT NULL AND (:track IS NULL OR g.track = :track)" progress

#define WORDS "e.name, u.id, u.name, u.position"
#define OF(row)                                                                                    \
  " JOIN enterprise AS e ON e.id = " row ".enterprise_id LEFT JOIN unit AS u ON u.id = e.unit_id"
#define IN_ORDER " ORDER BY 3, 4, 5, 1"
#define OF_ONE(row) " AND " row ".enterprise_id = :enterprise"

static const char list_sql[] = LIST_SQL (WORDS, OF ("a"), OF ("n"), OF ("g"), "", "", "") IN_ORDER;
static const char list_one_sql[]
  = LIST_SQL (WORDS, OF ("a"), OF ("n"), OF ("g"), OF_ONE ("a"), OF_ONE ("n"), OF_ONE ("g"))
    IN_ORDER;
static const char list_bare_sql[] = LIST_SQL ("NULL, NULL, NULL, NULL", "", "", "", "", "", "");

static XybAward *
read_award (sqlite3_stmt *stmt)
{
  XybAward *award = xyb_award_new ();

  award->id = sqlite3_column_int64 (stmt, 0);
  award->record_id = sqlite3_column_int64 (stmt, 1);
  award->enterprise_id = sqlite3_column_int64 (stmt, 2);
  award->track = (XybTrack) sqlite3_column_int (stmt, 3);
  award->year = sqlite3_column_int (stmt, 4);
  award->awarded_on = xyb_stmt_dup_text (stmt, 5);
  award->number = xyb_stmt_dup_text (stmt, 6);
  award->revoked_on = xyb_stmt_dup_text (stmt, 7);
  award->revoked_reason = xyb_stmt_dup_text (stmt, 8);
  award->note = xyb_stmt_dup_text (stmt, 9);
  award->enterprise_name = xyb_stmt_dup_text (stmt, 10);
  award->unit_id = sqlite3_column_int64 (stmt, 11);
  award->unit_name = xyb_stmt_dup_text (stmt, 12);
  award->unit_position = sqlite3_column_int (stmt, 13);
  return award;
}

static GPtrArray *
read_list (XybStore *store, const char *sql, XybTrack track, gint64 enterprise_id, GError **error)
{
  g_autoptr (GPtrArray) awards = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_award_free);
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, sql, error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_id (stmt, ":track", track);
  if (enterprise_id != 0)
    xyb_stmt_bind_int (stmt, ":enterprise", enterprise_id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return g_steal_pointer (&awards);
      g_ptr_array_add (awards, read_award (stmt));
    }
  return NULL;
}

GPtrArray *
xyb_award_store_list (XybStore *store, XybTrack track, gint64 enterprise_id, GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  return read_list (store, enterprise_id != 0 ? list_one_sql : list_sql, track, enterprise_id,
                    error);
}

GPtrArray *
xyb_award_store_list_bare (XybStore *store, GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  return read_list (store, list_bare_sql, 0, 0, error);
}

/* ---- earlier years ---- */

typedef struct
{
  XybAward *const *awards;
  guint n_awards;
} Adding;

static gboolean
add_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Adding *adding = user_data;
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "INSERT INTO award (id, enterprise_id, track, year, awarded_on, number, note)"
    " VALUES (:id, :enterprise, :track, :year, :on, :number, :note)",
    error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < adding->n_awards; i++)
    {
      const XybAward *award = adding->awards[i];

      sqlite3_reset (stmt);
      xyb_stmt_bind_int (stmt, ":id", award->id);
      xyb_stmt_bind_int (stmt, ":enterprise", award->enterprise_id);
      xyb_stmt_bind_int (stmt, ":track", award->track);
      xyb_stmt_bind_int (stmt, ":year", award->year);
      xyb_stmt_bind_text (stmt, ":on", award->awarded_on);
      xyb_stmt_bind_text (stmt, ":number", award->number);
      xyb_stmt_bind_text (stmt, ":note", award->note);
      if (!xyb_store_run (store, stmt, error))
        return FALSE;
    }
  return TRUE;
}

/* AMB-33: a title once held is not given again while it holds. */
static gboolean
is_new (XybStore *store, XybAward *award, GError **error)
{
  g_autoptr (GPtrArray) held = NULL;

  g_clear_pointer (&award->enterprise_name, g_free);
  if (!xyb_lookup_text (store, "SELECT name FROM enterprise WHERE id = :a", award->enterprise_id, 0,
                        &award->enterprise_name, error))
    return FALSE;
  if (award->enterprise_name == NULL)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                           _ ("要登记的企业不在名录里，请先新增这家企业。"));
      return FALSE;
    }
  held = xyb_award_store_list (store, award->track, award->enterprise_id, error);
  for (guint i = 0; held != NULL && i < held->len; i++)
    {
      const XybAward *other = held->pdata[i];

      if (other->revoked_on != NULL || (award->id != 0 && other->id == award->id))
        continue;
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
                   _ ("%s已经登记为 %d 年%s，只计首次，不能再登记一次。"), award->enterprise_name,
                   other->year, xyb_track_name (award->track));
      return FALSE;
    }
  return held != NULL;
}

/**
 * xyb_award_store_add:
 * @awards: (array length=n_awards): no enterprise twice on a track
 * @error: of xyb_award_validate(); %XYB_STORE_ERROR_EXISTS, NOT_FOUND
 *
 * One revision.
 */
gboolean
xyb_award_store_add (XybStore *store,
                     XybAward *const *awards,
                     guint n_awards,
                     const char *today,
                     GError **error)
{
  Adding adding = { awards, n_awards };
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && n_awards > 0, FALSE);

  for (guint i = 0; i < n_awards; i++)
    if (!xyb_award_validate (awards[i], today, error) || !is_new (store, awards[i], error))
      return FALSE;
  for (guint i = 0; i < n_awards; i++)
    awards[i]->id = xyb_store_new_id (store);
  label = n_awards == 1
            ? g_strdup_printf (_ ("登记 %d 年%s：%s"), awards[0]->year,
                               xyb_track_name (awards[0]->track), awards[0]->enterprise_name)
            : g_strdup_printf (_ ("登记历年认定：%u 家"), n_awards);
  if (xyb_store_edit (store, label, add_edit, &adding, error))
    return TRUE;
  for (guint i = 0; i < n_awards; i++)
    awards[i]->id = 0;
  return FALSE;
}

static gboolean
find_own (XybStore *store, gint64 id, char **out_name, GError **error)
{
  if (!xyb_lookup_text (store,
                        "SELECT e.name FROM award AS a JOIN enterprise AS e"
                        "    ON e.id = a.enterprise_id WHERE a.id = :a",
                        id, 0, out_name, error))
    return FALSE;
  if (*out_name == NULL)
    g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                         _ ("这条认定已经没有了，请刷新后再看。"));
  return *out_name != NULL;
}

static gboolean
correct_edit (XybStore *store, gpointer user_data, GError **error)
{
  const XybAward *award = user_data;
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "UPDATE award SET year = :year, awarded_on = :on, number = :number,"
                         "       note = :note WHERE id = :id",
                         error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", award->id);
  xyb_stmt_bind_int (stmt, ":year", award->year);
  xyb_stmt_bind_text (stmt, ":on", award->awarded_on);
  xyb_stmt_bind_text (stmt, ":number", award->number);
  xyb_stmt_bind_text (stmt, ":note", award->note);
  return xyb_store_run (store, stmt, error);
}

/* Nobody loses a title before it was given. */
static gboolean
check_revoked_after (const XybAward *award, GError **error)
{
  if (award->revoked_on == NULL
      || (award->awarded_on != NULL ? strcmp (award->awarded_on, award->revoked_on) <= 0
                                    : award->year <= atoi (award->revoked_on)))
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
               _ ("%s在 %s 已被取消资格，认定不能晚于这一天，请核对日期。"), award->enterprise_name,
               award->revoked_on);
  return FALSE;
}

/**
 * xyb_award_store_correct:
 * @award: one entered for an earlier year, with its year, day, number and note as they should be;
 *   cleaned in place
 * @error: of xyb_award_validate(); %XYB_STORE_ERROR_NOT_FOUND, EXISTS, INVALID
 *
 * What came out of a track of the office's own is corrected there.
 */
gboolean
xyb_award_store_correct (XybStore *store, XybAward *award, const char *today, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && award != NULL && award->id != 0, FALSE);

  if (!find_own (store, award->id, &name, error) || !xyb_award_validate (award, today, error)
      || !is_new (store, award, error) || !check_revoked_after (award, error))
    return FALSE;
  label
    = g_strdup_printf (_ ("更正 %d 年%s：%s"), award->year, xyb_track_name (award->track), name);
  return xyb_store_edit (store, label, correct_edit, award, error);
}

static gboolean
remove_edit (XybStore *store, gpointer user_data, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "DELETE FROM award WHERE id = :id", error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", *(gint64 *) user_data);
  return xyb_store_run (store, stmt, error);
}

gboolean
xyb_award_store_remove (XybStore *store, gint64 id, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (!find_own (store, id, &name, error))
    return FALSE;
  label = g_strdup_printf (_ ("删除历年认定：%s"), name);
  return xyb_store_edit (store, label, remove_edit, &id, error);
}

/* ---- 取消资格 ---- */

typedef struct
{
  gint64 id;
  const char *on;
  const char *reason;
} Revoking;

static gboolean
revoke_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Revoking *revoking = user_data;
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store, "UPDATE award SET revoked_on = :on, revoked_reason = :reason WHERE id = :id", error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", revoking->id);
  xyb_stmt_bind_text (stmt, ":on", revoking->on);
  xyb_stmt_bind_text (stmt, ":reason", revoking->reason);
  return xyb_store_run (store, stmt, error);
}

/* What came out of a track of the office's own is revoked there. */
static gboolean
revoke_on_track (XybStore *store,
                 const XybAward *award,
                 const XybProgressMove *move,
                 const char *today,
                 GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, award->year, error);
  const XybPlanStage *stage;
  XybProgressMove named = *move;

  if (plan == NULL)
    return FALSE;
  stage = xyb_plan_find_stage_of_kind (plan, award->track, XYB_STAGE_KIND_REVOKED);
  if (stage == NULL)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                   _ ("%d年%s没有“取消资格”这个阶段，不能取消。"), award->year,
                   xyb_track_name (award->track));
      return FALSE;
    }
  named.stage = stage->name;
  return xyb_progress_store_move (store, plan, &award->enterprise_id, 1, &named, today, error);
}

/**
 * xyb_award_store_revoke:
 * @award: one of xyb_award_store_list()
 * @number: (nullable): 文号 of the decision
 * @error: of xyb_award_check_revocation()
 *
 * [S1:112]: 取消资格. One revision.
 */
gboolean
xyb_award_store_revoke (XybStore *store,
                        const XybAward *award,
                        const char *on,
                        const char *reason,
                        const char *number,
                        const char *today,
                        GError **error)
{
  XybProgressMove move = { award->track, NULL, on, reason, number, NULL };
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  Revoking revoking = { award != NULL ? award->id : 0, on, NULL };

  g_return_val_if_fail (XYB_IS_STORE (store) && award != NULL, FALSE);

  if (!xyb_award_check_revocation (award, on, reason, today, error))
    return FALSE;
  if (award->id == 0)
    return revoke_on_track (store, award, &move, today, error);
  /* A row of an earlier year has no stage that could keep the 文号: it stands with the reason. */
  words = xyb_text_is_blank (number) ? g_strdup (reason)
                                     : g_strdup_printf (_ ("%s（%s）"), reason, number);
  if (!xyb_field_clean_text (N_ ("理由"), &words, MAX_REASON, error))
    return FALSE;
  revoking.reason = words;
  label
    = g_strdup_printf (_ ("取消%s资格：%s"), xyb_track_name (award->track), award->enterprise_name);
  return xyb_store_edit (store, label, revoke_edit, &revoking, error);
}

/* ---- what is shown ---- */

/* Whom the register finds under @text, closed ones too; NULL: nothing is looked for. */
static gboolean
find_named (XybStore *store, const char *text, GHashTable **out_named, GError **error)
{
  XybEnterpriseQuery query = { .text = text, .include_closed = TRUE };
  g_autoptr (GArray) ids = NULL;

  *out_named = NULL;
  if (xyb_text_is_blank (text))
    return TRUE;
  ids = xyb_enterprise_store_query (store, &query, error);
  if (ids == NULL)
    return FALSE;
  *out_named = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (*out_named, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return TRUE;
}

/**
 * xyb_award_store_select:
 * @awards: (element-type XybAward): of xyb_award_store_list()
 * @filter: what is wanted; its text finds as the register does
 *
 * Returns: (transfer container) (element-type XybAward): those, in the same order; %NULL on error
 */
GPtrArray *
xyb_award_store_select (XybStore *store,
                        const GPtrArray *awards,
                        const XybAwardFilter *filter,
                        GError **error)
{
  g_autoptr (GHashTable) named = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && filter != NULL, NULL);

  if (!find_named (store, filter->text, &named, error))
    return NULL;
  return xyb_award_list_select (awards, filter, named);
}

/**
 * xyb_award_store_select_candidates:
 * @candidates: (element-type XybCandidate): of xyb_award_store_list_candidates()
 * @filter: what is wanted; its text finds as the register does
 *
 * Returns: (transfer container) (element-type XybCandidate): those, in the same order; %NULL on
 *   error
 */
GPtrArray *
xyb_award_store_select_candidates (XybStore *store,
                                   const GPtrArray *candidates,
                                   const XybCandidateFilter *filter,
                                   GError **error)
{
  g_autoptr (GHashTable) named = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && filter != NULL, NULL);

  if (!find_named (store, filter->text, &named, error))
    return NULL;
  return xyb_candidate_list_select (candidates, filter, named);
}
