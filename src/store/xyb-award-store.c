/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-store.h"

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-plan-store.h"
#include "xyb-progress-store.h"
#include "xyb-store-error.h"

/* ---- reading ---- */

#define REVOKED_ON                                                                                 \
  "(SELECT r.reached_on FROM progress_stage AS r JOIN plan_stage AS rs ON rs.id = r.stage_id"      \
  "  WHERE r.progress_id = g.id AND rs.kind = 5 AND r.reached_on IS NOT NULL LIMIT 1)"
#define REVOKED_WHY                                                                                \
  "(SELECT m.reason FROM progress_move AS m JOIN plan_stage AS ms ON ms.id = m.to_id"              \
  "  WHERE m.progress_id = g.id AND ms.kind = 5 ORDER BY m.id DESC LIMIT 1)"

/* @award, @nomination and @progress narrow the three parts down to one enterprise, each by its
 * index; the year's lists and the bulk checks ask by the thousand. */
#define LIST_SQL(award, nomination, progress)                                                      \
  "SELECT a.id, 0, a.enterprise_id, e.name, a.track, a.year, a.awarded_on, a.number,"              \
  "       a.revoked_on, a.revoked_reason, a.note"                                                  \
  "  FROM award AS a JOIN enterprise AS e ON e.id = a.enterprise_id"                               \
  " WHERE (:track IS NULL OR a.track = :track)" award " UNION ALL "                                \
  "SELECT 0, coalesce(g.id, 0), n.enterprise_id, e.name, 1, p.year, n.accepted_on,"                \
  "       (SELECT s.number FROM progress_stage AS s JOIN plan_stage AS ps ON ps.id = s.stage_id"   \
  "         WHERE s.progress_id = g.id AND ps.kind = 2 LIMIT 1),"                                  \
  "       " REVOKED_ON ", " REVOKED_WHY ", NULL"                                                   \
  "  FROM nomination AS n JOIN enterprise AS e ON e.id = n.enterprise_id"                          \
  "  JOIN plan AS p ON p.id = n.plan_id"                                                           \
  "  LEFT JOIN progress AS g"                                                                      \
  "    ON g.plan_id = n.plan_id AND g.enterprise_id = n.enterprise_id AND g.track = 1"             \
  " WHERE n.accepted_on IS NOT NULL AND (:track IS NULL OR :track = 1)" nomination " UNION ALL "   \
  "SELECT 0, g.id, g.enterprise_id, e.name, g.track, p.year, s.reached_on, s.number,"              \
  "       " REVOKED_ON ", " REVOKED_WHY ", NULL"                                                   \
  "  FROM progress AS g JOIN progress_stage AS s ON s.progress_id = g.id"                          \
  "  JOIN plan_stage AS ps ON ps.id = s.stage_id AND ps.kind = 2 AND ps.basis IS NULL"             \
  "  JOIN enterprise AS e ON e.id = g.enterprise_id JOIN plan AS p ON p.id = g.plan_id"            \
  " WHERE s.reached_on IS NOT NULL AND (:track IS NULL OR g.track = :track)" progress              \
  " ORDER BY 3, 5, 6, 1"

static const char list_sql[] = LIST_SQL ("", "", "");
static const char list_one_sql[] = LIST_SQL (" AND a.enterprise_id = :enterprise",
                                             " AND n.enterprise_id = :enterprise",
                                             " AND g.enterprise_id = :enterprise");

static XybAward *
read_award (sqlite3_stmt *stmt)
{
  XybAward *award = xyb_award_new ();

  award->id = sqlite3_column_int64 (stmt, 0);
  award->record_id = sqlite3_column_int64 (stmt, 1);
  award->enterprise_id = sqlite3_column_int64 (stmt, 2);
  award->enterprise_name = xyb_stmt_dup_text (stmt, 3);
  award->track = (XybTrack) sqlite3_column_int (stmt, 4);
  award->year = sqlite3_column_int (stmt, 5);
  award->awarded_on = xyb_stmt_dup_text (stmt, 6);
  award->number = xyb_stmt_dup_text (stmt, 7);
  award->revoked_on = xyb_stmt_dup_text (stmt, 8);
  award->revoked_reason = xyb_stmt_dup_text (stmt, 9);
  award->note = xyb_stmt_dup_text (stmt, 10);
  return award;
}

GPtrArray *
xyb_award_store_list (XybStore *store, XybTrack track, gint64 enterprise_id, GError **error)
{
  g_autoptr (GPtrArray) awards = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_award_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt = xyb_store_prepare (store, enterprise_id != 0 ? list_one_sql : list_sql, error);
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

      if (other->revoked_on != NULL)
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

  if (!xyb_lookup_text (store,
                        "SELECT e.name FROM award AS a JOIN enterprise AS e"
                        "    ON e.id = a.enterprise_id WHERE a.id = :a",
                        id, 0, &name, error))
    return FALSE;
  if (name == NULL)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                           _ ("这条认定已经没有了，请刷新后再看。"));
      return FALSE;
    }
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
  Revoking revoking = { award->id, on, reason };
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && award != NULL, FALSE);

  if (!xyb_award_check_revocation (award, on, reason, today, error))
    return FALSE;
  if (award->id == 0)
    return revoke_on_track (store, award, &move, today, error);
  label
    = g_strdup_printf (_ ("取消%s资格：%s"), xyb_track_name (award->track), award->enterprise_name);
  return xyb_store_edit (store, label, revoke_edit, &revoking, error);
}
