/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-progress-private.h"

#include "xyb-field.h"
#include "xyb-i18n.h"
#include "xyb-store-error.h"

/* Putting enterprises on a track and moving them along it; reading is in xyb-progress-store.c. */

char *
xyb_progress_label (const XybTrackRecord *record, const char *what)
{
  return g_strdup_printf (_ ("%d年%s%s：%s"), record->year, xyb_track_name (record->track), what,
                          record->enterprise_name);
}

gboolean
xyb_progress_ensure (XybStore *store, XybTrackRecord *record, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 id;

  if (record->id != 0)
    return TRUE;
  stmt = xyb_store_prepare (store,
                            "INSERT INTO progress (id, plan_id, enterprise_id, track, note)"
                            " VALUES (:id, :plan, :enterprise, :track, NULL)",
                            error);
  if (stmt == NULL)
    return FALSE;
  id = xyb_store_new_id (store);
  xyb_stmt_bind_int (stmt, ":id", id);
  xyb_stmt_bind_int (stmt, ":plan", record->plan_id);
  xyb_stmt_bind_int (stmt, ":enterprise", record->enterprise_id);
  xyb_stmt_bind_int (stmt, ":track", record->track);
  if (!xyb_store_run (store, stmt, error))
    return FALSE;
  record->id = id;
  return TRUE;
}

static const char *const delete_sql[] = {
#define OF_PROGRESS                                                                                \
  " WHERE progress_id IN (SELECT id FROM progress WHERE plan_id = :plan"                           \
  "   AND enterprise_id = :enterprise AND track = :track)"
  "DELETE FROM progress_material" OF_PROGRESS,
  "DELETE FROM progress_training" OF_PROGRESS,
  "DELETE FROM progress_step" OF_PROGRESS,
  "DELETE FROM progress_condition" OF_PROGRESS,
  "DELETE FROM progress_move" OF_PROGRESS,
  "DELETE FROM progress_stage" OF_PROGRESS,
  "DELETE FROM progress WHERE plan_id = :plan AND enterprise_id = :enterprise AND track = :track",
#undef OF_PROGRESS
};

gboolean
xyb_progress_delete (XybStore *store,
                     gint64 plan_id,
                     gint64 enterprise_id,
                     XybTrack track,
                     GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (delete_sql); i++)
    {
      g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, delete_sql[i], error);

      if (stmt == NULL)
        return FALSE;
      xyb_stmt_bind_int (stmt, ":plan", plan_id);
      xyb_stmt_bind_int (stmt, ":enterprise", enterprise_id);
      xyb_stmt_bind_int (stmt, ":track", track);
      if (!xyb_store_run (store, stmt, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
xyb_progress_delete_of_nomination (XybStore *store, gint64 nomination_id, GError **error)
{
  gint64 plan_id = 0;
  gint64 enterprise_id = 0;

  return xyb_lookup_int (store, "SELECT plan_id FROM nomination WHERE id = :a", nomination_id, 0,
                         &plan_id, error)
         && xyb_lookup_int (store, "SELECT enterprise_id FROM nomination WHERE id = :a",
                            nomination_id, 0, &enterprise_id, error)
         && xyb_progress_delete (store, plan_id, enterprise_id, XYB_TRACK_ACCREDITATION, error);
}

gboolean
xyb_progress_follow (XybStore *store,
                     const XybNomination *before,
                     const XybNomination *after,
                     GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (before == NULL || before->enterprise_id == after->enterprise_id)
    return TRUE;
  stmt = xyb_store_prepare (store,
                            "UPDATE progress SET enterprise_id = :enterprise"
                            " WHERE plan_id = :plan AND enterprise_id = :old AND track = 1",
                            error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":enterprise", after->enterprise_id);
  xyb_stmt_bind_int (stmt, ":plan", before->plan_id);
  xyb_stmt_bind_int (stmt, ":old", before->enterprise_id);
  return xyb_store_run (store, stmt, error);
}

/* The dates that stand in 附件2, as the stages of @record have them; one that no stage of the year
 * points at is left alone. */
gboolean
xyb_progress_write_annex_dates (XybStore *store,
                                const XybPlan *plan,
                                const XybTrackRecord *record,
                                GError **error)
{
  static const char *const sql[] = {
    NULL,
    NULL,
    "UPDATE nomination SET confirmed_on = :on WHERE plan_id = :plan AND enterprise_id = "
    ":enterprise",
    "UPDATE nomination SET signed_on = :on WHERE plan_id = :plan AND enterprise_id = :enterprise",
    "UPDATE nomination SET accepted_on = :on WHERE plan_id = :plan AND enterprise_id = :enterprise",
  };

  for (guint i = 0; i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];
      const XybStageRecord *reached = xyb_track_record_find (record, stage->id);
      g_autoptr (sqlite3_stmt) stmt = NULL;

      if (stage->track != record->track || !xyb_stage_has_date_in_annex (stage))
        continue;
      stmt = xyb_store_prepare (store, sql[stage->basis], error);
      if (stmt == NULL)
        return FALSE;
      xyb_stmt_bind_int (stmt, ":plan", record->plan_id);
      xyb_stmt_bind_int (stmt, ":enterprise", record->enterprise_id);
      xyb_stmt_bind_text (stmt, ":on", reached != NULL ? reached->reached_on : NULL);
      if (!xyb_store_run (store, stmt, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
xyb_progress_write_stage (XybStore *store,
                          const XybPlan *plan,
                          const XybTrackRecord *record,
                          XybStageRecord *stage,
                          GError **error)
{
  gboolean in_annex = xyb_stage_has_date_in_annex (xyb_plan_stage_of_id (plan, stage->stage_id));
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (stage->id == 0 && stage->number == NULL && stage->until == NULL && stage->note == NULL
      && (in_annex || stage->reached_on == NULL))
    return TRUE;
  stmt = xyb_store_prepare (
    store,
    "INSERT INTO progress_stage (id, progress_id, stage_id, reached_on, number, until, note)"
    " VALUES (:id, :progress, :stage, :reached, :number, :until, :note)"
    " ON CONFLICT (id) DO UPDATE SET reached_on = excluded.reached_on,"
    "   number = excluded.number, until = excluded.until, note = excluded.note",
    error);
  if (stmt == NULL)
    return FALSE;
  if (stage->id == 0)
    stage->id = xyb_store_new_id (store);
  xyb_stmt_bind_int (stmt, ":id", stage->id);
  xyb_stmt_bind_int (stmt, ":progress", record->id);
  xyb_stmt_bind_int (stmt, ":stage", stage->stage_id);
  xyb_stmt_bind_text (stmt, ":reached", in_annex ? NULL : stage->reached_on);
  xyb_stmt_bind_text (stmt, ":number", stage->number);
  xyb_stmt_bind_text (stmt, ":until", stage->until);
  xyb_stmt_bind_text (stmt, ":note", stage->note);
  return xyb_store_run (store, stmt, error);
}

static gboolean
write_move (XybStore *store,
            const XybTrackRecord *record,
            const XybPlanStage *from,
            const XybTrackMove *move,
            GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "INSERT INTO progress_move (id, progress_id, from_id, to_id, moved_on, back, reason)"
    " VALUES (:id, :progress, :from, :to, :on, :back, :reason)",
    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", xyb_store_new_id (store));
  xyb_stmt_bind_int (stmt, ":progress", record->id);
  xyb_stmt_bind_id (stmt, ":from", from != NULL ? from->id : 0);
  xyb_stmt_bind_int (stmt, ":to", move->to->id);
  xyb_stmt_bind_text (stmt, ":on", move->on);
  xyb_stmt_bind_int (stmt, ":back", move->back ? 1 : 0);
  xyb_stmt_bind_text (stmt, ":reason", move->reason);
  return xyb_store_run (store, stmt, error);
}

typedef struct
{
  const XybPlan *plan;
  GPtrArray *records; /* of XybTrackRecord */
  XybTrackMove move;
  const char *number;
  const char *until;
} Moving;

static gboolean
move_one (XybStore *store, const Moving *moving, XybTrackRecord *record, GError **error)
{
  const XybPlanStage *from = xyb_track_current (moving->plan, record);
  XybTrackMove move = moving->move;
  XybStageRecord *stage;

  move.back = FALSE;
  /* Checked before the edit, too; @back is of each record. */
  if (!xyb_track_check_move (moving->plan, record, &move, move.on, error))
    return FALSE;
  xyb_track_apply_move (moving->plan, record, &move);
  stage = xyb_track_record_find (record, move.to->id);
  if (moving->number != NULL)
    {
      g_free (stage->number);
      stage->number = g_strdup (moving->number);
    }
  if (moving->until != NULL)
    {
      g_free (stage->until);
      stage->until = g_strdup (moving->until);
    }
  if (!xyb_progress_ensure (store, record, error)
      || !write_move (store, record, from, &move, error))
    return FALSE;
  for (guint i = 0; i < record->stages->len; i++)
    if (!xyb_progress_write_stage (store, moving->plan, record, record->stages->pdata[i], error))
      return FALSE;
  return record->track != XYB_TRACK_ACCREDITATION
         || xyb_progress_write_annex_dates (store, moving->plan, record, error);
}

static gboolean
move_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Moving *moving = user_data;

  for (guint i = 0; i < moving->records->len; i++)
    if (!move_one (store, moving, moving->records->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* “acceptance with missing required material” is refused; what counts is what is in on that day. */
gboolean
xyb_progress_check_materials (const XybPlan *plan,
                              XybTrack track,
                              const GPtrArray *materials,
                              const XybPlanStage *to,
                              const char *on,
                              GError **error)
{
  g_autoptr (XybMaterialList) list = NULL;

  if (!to->needs_materials)
    return TRUE;
  list = xyb_material_list_new (plan, track, materials, on);
  return xyb_material_list_check (list, to->name, error);
}

static gboolean
has_materials (XybStore *store,
               const XybPlan *plan,
               const XybTrackRecord *record,
               const XybTrackMove *move,
               GError **error)
{
  g_autoptr (GPtrArray) materials = xyb_progress_store_list_materials (store, record->id, error);

  if (materials == NULL)
    return FALSE;
  if (xyb_progress_check_materials (plan, record->track, materials, move->to, move->on, error))
    return TRUE;
  g_prefix_error (error, "%s：", record->enterprise_name);
  return FALSE;
}

static gboolean
admit (XybStore *store,
       Moving *moving,
       XybTrack track,
       gint64 enterprise_id,
       const char *today,
       GError **error)
{
  g_autoptr (XybTrackRecord) record
    = xyb_progress_store_get (store, moving->plan, track, enterprise_id, error);
  XybTrackMove move = moving->move;

  if (record == NULL)
    return FALSE;
  if (!xyb_track_check_move (moving->plan, record, &move, today, error))
    {
      g_prefix_error (error, "%s：", record->enterprise_name);
      return FALSE;
    }
  if (!move.back && !has_materials (store, moving->plan, record, &move, error))
    return FALSE;
  g_ptr_array_add (moving->records, g_steal_pointer (&record));
  return TRUE;
}

/**
 * xyb_progress_require_stage:
 * @name: (nullable): what a stage of @track is called that year
 * @error: return location for %XYB_STORE_ERROR_INVALID, which names those there are
 *
 * Returns: (transfer none): the stage
 */
const XybPlanStage *
xyb_progress_require_stage (const XybPlan *plan, XybTrack track, const char *name, GError **error)
{
  const XybPlanStage *stage = xyb_plan_find_stage (plan, track, name);
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (stage != NULL)
    return stage;
  stages = xyb_plan_list_stages (plan, track);
  for (guint i = 0; i < stages->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            ((XybPlanStage *) stages->pdata[i])->name);
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
               _ ("%d年%s没有“%s”这个阶段，只有：%s。"), plan->year, xyb_track_name (track),
               name != NULL ? name : "", names->str);
  return NULL;
}

/**
 * xyb_progress_store_move:
 * @plan: the plan of the year, of xyb_plan_store_get()
 * @enterprise_ids: (array length=n_enterprises): who is moved, each once
 * @move: where to, when, why
 * @today: ISO date
 * @error: of xyb_track_check_move(); %XYB_STORE_ERROR_NOT_FOUND, INVALID; %XYB_CORE_ERROR_EMPTY
 *   where a required material is missing
 *
 * One revision, whatever their number: all of them or none, and the sentence names the first that
 * cannot be.
 */
gboolean
xyb_progress_store_move (XybStore *store,
                         const XybPlan *plan,
                         const gint64 *enterprise_ids,
                         guint n_enterprises,
                         const XybProgressMove *move,
                         const char *today,
                         GError **error)
{
  g_autoptr (GPtrArray) records
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_track_record_free);
  g_autofree char *number = g_strdup (move->number);
  g_autofree char *until = g_strdup (move->until);
  g_autofree char *reason = g_strdup (move->reason);
  g_autofree char *what = NULL;
  g_autofree char *label = NULL;
  Moving moving = { .plan = plan, .records = records };

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL && n_enterprises > 0, FALSE);

  moving.move.to = xyb_progress_require_stage (plan, move->track, move->stage, error);
  if (moving.move.to == NULL
      || !xyb_field_clean_text (N_ ("文号"), &number, XYB_PROGRESS_MAX_NUMBER, error)
      || !xyb_field_clean_date (N_ ("期限"), &until, error)
      || !xyb_field_clean_text (N_ ("理由"), &reason, XYB_PROGRESS_MAX_REASON, error))
    return FALSE;
  if (!xyb_stage_check_until (moving.move.to, move->on, until, error))
    return FALSE;
  moving.move.on = move->on;
  moving.move.reason = reason;
  moving.number = number;
  moving.until = until;
  for (guint i = 0; i < n_enterprises; i++)
    if (!admit (store, &moving, move->track, enterprise_ids[i], today, error))
      return FALSE;
  what = g_strdup_printf ("“%s”", moving.move.to->name);
  label = n_enterprises == 1
            ? xyb_progress_label (records->pdata[0], what)
            : g_strdup_printf (_ ("%d年%s“%s”：%u 家"), plan->year, xyb_track_name (move->track),
                               moving.move.to->name, n_enterprises);
  return xyb_store_edit (store, label, move_edit, &moving, error);
}

gboolean
xyb_progress_begin (XybStore *store,
                    const XybPlan *plan,
                    XybTrackRecord *record,
                    const XybTrackMove *move,
                    GError **error)
{
  Moving moving = { .plan = plan, .move = *move };

  return move_one (store, &moving, record, error);
}
