/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-progress-private.h"

#include "xyb-i18n.h"
#include "xyb-store-error.h"

/* Of 贯标 everyone in 附件2 of the year, of 示范 everyone who has applied. */
static const char *const list_sql[] = {
  "SELECT g.id, e.id, e.name, u.id, u.name, g.note, n.id, n.confirmed_on, n.signed_on,"
  "       n.accepted_on"
  "  FROM nomination AS n JOIN enterprise AS e ON e.id = n.enterprise_id"
  "  JOIN unit AS u ON u.id = n.unit_id"
  "  LEFT JOIN progress AS g ON g.plan_id = n.plan_id AND g.enterprise_id = n.enterprise_id"
  "                         AND g.track = :track"
  " WHERE n.plan_id = :plan AND (:enterprise IS NULL OR n.enterprise_id = :enterprise)"
  " ORDER BY u.position, n.position, n.id",
  "SELECT g.id, e.id, e.name, u.id, u.name, g.note, NULL, NULL, NULL, NULL"
  "  FROM progress AS g JOIN enterprise AS e ON e.id = g.enterprise_id"
  "  LEFT JOIN unit AS u ON u.id = e.unit_id"
  " WHERE g.plan_id = :plan AND g.track = :track"
  "   AND (:enterprise IS NULL OR g.enterprise_id = :enterprise)"
  " ORDER BY u.position, g.id",
};

static XybTrackRecord *
read_record (sqlite3_stmt *stmt, const XybPlan *plan, XybTrack track)
{
  XybTrackRecord *record = xyb_track_record_new ();
  XybNomination nomination = { 0 };

  record->id = sqlite3_column_int64 (stmt, 0);
  record->plan_id = plan->id;
  record->year = plan->year;
  record->track = track;
  record->enterprise_id = sqlite3_column_int64 (stmt, 1);
  record->enterprise_name = xyb_stmt_dup_text (stmt, 2);
  record->unit_id = sqlite3_column_int64 (stmt, 3);
  record->unit_name = xyb_stmt_dup_text (stmt, 4);
  record->note = xyb_stmt_dup_text (stmt, 5);
  if (sqlite3_column_type (stmt, 6) == SQLITE_NULL)
    return record;
  nomination.confirmed_on = (char *) sqlite3_column_text (stmt, 7);
  nomination.signed_on = (char *) sqlite3_column_text (stmt, 8);
  nomination.accepted_on = (char *) sqlite3_column_text (stmt, 9);
  xyb_track_record_take_nomination (record, plan, &nomination);
  return record;
}

const XybPlanStage *
xyb_plan_stage_of_id (const XybPlan *plan, gint64 id)
{
  for (guint i = 0; i < plan->stages->len; i++)
    if (((XybPlanStage *) plan->stages->pdata[i])->id == id)
      return plan->stages->pdata[i];
  return NULL;
}

gboolean
xyb_stage_has_date_in_annex (const XybPlanStage *stage)
{
  return stage != NULL && stage->basis > XYB_BASIS_NOMINATED;
}

static void
read_stage (sqlite3_stmt *stmt, const XybPlan *plan, XybTrackRecord *record)
{
  gint64 stage_id = sqlite3_column_int64 (stmt, 1);
  XybStageRecord *stage = xyb_track_record_find (record, stage_id);

  if (stage == NULL)
    {
      stage = xyb_stage_record_new (stage_id);
      g_ptr_array_add (record->stages, stage);
    }
  stage->id = sqlite3_column_int64 (stmt, 0);
  if (!xyb_stage_has_date_in_annex (xyb_plan_stage_of_id (plan, stage_id)))
    {
      g_free (stage->reached_on);
      stage->reached_on = xyb_stmt_dup_text (stmt, 2);
      stage->reached = stage->reached || stage->reached_on != NULL;
    }
  stage->number = xyb_stmt_dup_text (stmt, 3);
  stage->until = xyb_stmt_dup_text (stmt, 4);
  stage->note = xyb_stmt_dup_text (stmt, 5);
}

static gboolean
load_stages (XybStore *store,
             const XybPlan *plan,
             XybTrack track,
             gint64 enterprise_id,
             GPtrArray *records,
             GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "SELECT s.id, s.stage_id, s.reached_on, s.number, s.until, s.note, g.id"
    "  FROM progress AS g JOIN progress_stage AS s ON s.progress_id = g.id"
    " WHERE g.plan_id = :plan AND g.track = :track"
    "   AND (:enterprise IS NULL OR g.enterprise_id = :enterprise) ORDER BY s.id",
    error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      XybTrackRecord *record = records->pdata[i];

      if (record->id != 0)
        g_hash_table_insert (by_id, &record->id, record);
    }
  xyb_stmt_bind_int (stmt, ":plan", plan->id);
  xyb_stmt_bind_int (stmt, ":track", track);
  xyb_stmt_bind_id (stmt, ":enterprise", enterprise_id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      gint64 id = row ? sqlite3_column_int64 (stmt, 6) : 0;
      XybTrackRecord *record = g_hash_table_lookup (by_id, &id);

      if (!row)
        return TRUE;
      if (record != NULL)
        read_stage (stmt, plan, record);
    }
  return FALSE;
}

static GPtrArray *
load_records (XybStore *store,
              const XybPlan *plan,
              XybTrack track,
              gint64 enterprise_id,
              GError **error)
{
  g_autoptr (GPtrArray) records
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_track_record_free);
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, list_sql[track == XYB_TRACK_ACCREDITATION ? 0 : 1], error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":plan", plan->id);
  xyb_stmt_bind_int (stmt, ":track", track);
  xyb_stmt_bind_id (stmt, ":enterprise", enterprise_id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return load_stages (store, plan, track, enterprise_id, records, error)
                 ? g_steal_pointer (&records)
                 : NULL;
      g_ptr_array_add (records, read_record (stmt, plan, track));
    }
  return NULL;
}

/**
 * xyb_progress_store_list:
 * @plan: the plan of the year, of xyb_plan_store_get()
 * @track: one of its tracks
 *
 * Returns: (transfer full) (element-type XybTrackRecord): who is on it, in order of 区镇; %NULL on
 *   error
 */
GPtrArray *
xyb_progress_store_list (XybStore *store, const XybPlan *plan, XybTrack track, GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, NULL);

  return load_records (store, plan, track, 0, error);
}

/**
 * xyb_progress_store_get:
 *
 * Returns: (transfer full): %NULL with %XYB_STORE_ERROR_NOT_FOUND where the enterprise is not on
 *   the track in that year
 */
XybTrackRecord *
xyb_progress_store_get (XybStore *store,
                        const XybPlan *plan,
                        XybTrack track,
                        gint64 enterprise_id,
                        GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, NULL);

  records = load_records (store, plan, track, enterprise_id, error);
  if (records == NULL)
    return NULL;
  if (records->len > 0)
    return g_ptr_array_steal_index (records, 0);
  if (!xyb_lookup_text (store, "SELECT name FROM enterprise WHERE id = :a", enterprise_id, 0, &name,
                        error))
    return NULL;
  if (name == NULL)
    g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                         _ ("企业不在名录里，请刷新后再试。"));
  else
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                 track == XYB_TRACK_ACCREDITATION ? _ ("%s不在%d年附件2里，请先列入附件2。")
                                                  : _ ("%s在%d年还没有申报，请先登记申报。"),
                 name, plan->year);
  return NULL;
}

/**
 * xyb_progress_store_list_years:
 * @enterprise_id: an enterprise
 *
 * Returns: (transfer full) (element-type XybProgressYear): the years it was on a track, latest
 *   first, 贯标 before 示范; %NULL on error
 */
GArray *
xyb_progress_store_list_years (XybStore *store, gint64 enterprise_id, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (XybProgressYear));
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "SELECT p.year, 1 FROM nomination AS n JOIN plan AS p ON p.id = n.plan_id"
    " WHERE n.enterprise_id = :enterprise"
    " UNION "
    "SELECT p.year, g.track FROM progress AS g JOIN plan AS p ON p.id = g.plan_id"
    " WHERE g.enterprise_id = :enterprise AND g.track <> 1"
    " ORDER BY 1 DESC, 2",
    error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":enterprise", enterprise_id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      XybProgressYear year;

      if (!row)
        return g_steal_pointer (&years);
      year.year = sqlite3_column_int (stmt, 0);
      year.track = (XybTrack) sqlite3_column_int (stmt, 1);
      g_array_append_val (years, year);
    }
  return NULL;
}
