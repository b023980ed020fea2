/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-progress-private.h"

#include "xyb-attachment-store.h"
#include "xyb-field.h"
#include "xyb-i18n.h"
#include "xyb-store-error.h"

/* What is kept of an enterprise on a track besides its stages: 经过, conditions, steps, materials.
 */

/* ---- reading ---- */

typedef void (*ReadFunc) (sqlite3_stmt *stmt, GPtrArray *rows);

static gboolean
read_rows (XybStore *store,
           const char *sql,
           gint64 record_id,
           ReadFunc read,
           GPtrArray *rows,
           GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, sql, error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", record_id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return TRUE;
      read (stmt, rows);
    }
  return FALSE;
}

static void
read_move (sqlite3_stmt *stmt, GPtrArray *rows)
{
  XybStageMove *move = g_new0 (XybStageMove, 1);

  move->id = sqlite3_column_int64 (stmt, 0);
  move->from = xyb_stmt_dup_text (stmt, 1);
  move->to = xyb_stmt_dup_text (stmt, 2);
  move->moved_on = xyb_stmt_dup_text (stmt, 3);
  move->back = sqlite3_column_int (stmt, 4) != 0;
  move->reason = xyb_stmt_dup_text (stmt, 5);
  move->revision_id = sqlite3_column_int64 (stmt, 6);
  move->operator_name = xyb_stmt_dup_text (stmt, 7);
  g_ptr_array_add (rows, move);
}

/* 经过, earliest first, as they were entered. */
GPtrArray *
xyb_progress_store_list_moves (XybStore *store, gint64 record_id, GError **error)
{
  g_autoptr (GPtrArray) moves
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_stage_move_free);

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  return read_rows (store,
                    "SELECT m.id, f.name, t.name, m.moved_on, m.back, m.reason, r.id, r.operator"
                    "  FROM progress_move AS m JOIN plan_stage AS t ON t.id = m.to_id"
                    "  LEFT JOIN plan_stage AS f ON f.id = m.from_id"
                    "  LEFT JOIN revision AS r ON r.id ="
                    "    (SELECT min(revision_id) FROM revision_record"
                    "      WHERE table_name = 'progress_move' AND record_id = m.id)"
                    " WHERE m.progress_id = :id ORDER BY m.id",
                    record_id, read_move, moves, error)
           ? g_steal_pointer (&moves)
           : NULL;
}

static void
read_material (sqlite3_stmt *stmt, GPtrArray *rows)
{
  XybMaterial *material = xyb_material_new (sqlite3_column_int64 (stmt, 1));

  material->id = sqlite3_column_int64 (stmt, 0);
  material->state = (XybMaterialState) sqlite3_column_int (stmt, 2);
  material->received_on = xyb_stmt_dup_text (stmt, 3);
  material->issued_on = xyb_stmt_dup_text (stmt, 4);
  material->valid_until = xyb_stmt_dup_text (stmt, 5);
  material->note = xyb_stmt_dup_text (stmt, 6);
  material->sha256 = xyb_stmt_dup_text (stmt, 7);
  material->file_name = xyb_stmt_dup_text (stmt, 8);
  g_ptr_array_add (rows, material);
}

GPtrArray *
xyb_progress_store_list_materials (XybStore *store, gint64 record_id, GError **error)
{
  g_autoptr (GPtrArray) materials
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_material_free);

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  return read_rows (store,
                    "SELECT id, material_id, state, received_on, issued_on, valid_until, note,"
                    "       sha256, file_name"
                    "  FROM progress_material WHERE progress_id = :id ORDER BY id",
                    record_id, read_material, materials, error)
           ? g_steal_pointer (&materials)
           : NULL;
}

static XybStepRecord *
ensure_step (GPtrArray *rows, gint64 step_id)
{
  XybStepRecord *step;

  for (guint i = 0; i < rows->len; i++)
    if (((XybStepRecord *) rows->pdata[i])->step_id == step_id)
      return rows->pdata[i];
  step = xyb_step_record_new (step_id);
  g_ptr_array_add (rows, step);
  return step;
}

static void
read_step (sqlite3_stmt *stmt, GPtrArray *rows)
{
  XybStepRecord *step = ensure_step (rows, sqlite3_column_int64 (stmt, 1));

  step->id = sqlite3_column_int64 (stmt, 0);
  step->done_on = xyb_stmt_dup_text (stmt, 2);
  step->staff = xyb_stmt_int_or_unsaid (stmt, 3);
  step->note = xyb_stmt_dup_text (stmt, 4);
}

static void
read_training (sqlite3_stmt *stmt, GPtrArray *rows)
{
  XybStepRecord *step = ensure_step (rows, sqlite3_column_int64 (stmt, 1));
  XybTraining *training = xyb_training_new ((const char *) sqlite3_column_text (stmt, 2),
                                            (const char *) sqlite3_column_text (stmt, 3));

  training->id = sqlite3_column_int64 (stmt, 0);
  g_ptr_array_add (step->trainings, training);
}

GPtrArray *
xyb_progress_store_list_steps (XybStore *store, gint64 record_id, GError **error)
{
  g_autoptr (GPtrArray) steps
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_step_record_free);

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  return read_rows (store,
                    "SELECT id, step_id, done_on, staff, note FROM progress_step"
                    " WHERE progress_id = :id ORDER BY id",
                    record_id, read_step, steps, error)
             && read_rows (store,
                           "SELECT id, step_id, held_on, subject FROM progress_training"
                           " WHERE progress_id = :id ORDER BY held_on, id",
                           record_id, read_training, steps, error)
           ? g_steal_pointer (&steps)
           : NULL;
}

static void
read_verdict (sqlite3_stmt *stmt, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      XybConditionCheck *check = rows->pdata[i];

      if (check->condition->id != sqlite3_column_int64 (stmt, 0))
        continue;
      check->said = (XybVerdict) sqlite3_column_int (stmt, 1);
      g_free (check->reason);
      check->reason = xyb_stmt_dup_text (stmt, 2);
    }
}

gboolean
xyb_progress_store_load_verdicts (XybStore *store,
                                  gint64 record_id,
                                  GPtrArray *checks,
                                  GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (store) && checks != NULL, FALSE);

  return read_rows (store,
                    "SELECT condition_id, verdict, reason FROM progress_condition"
                    " WHERE progress_id = :id ORDER BY id",
                    record_id, read_verdict, checks, error);
}

/* ---- writing ---- */

/* What one edit writes. */
typedef struct
{
  XybTrackRecord *record;
  gpointer item;
  gint64 of; /* row of the plan it belongs to */
  const char *today;
} Detail;

static const char *
not_in_plan (GError **error)
{
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                       _ ("工作方案里没有这一项，请刷新后再填。"));
  return NULL;
}

/* The row of a plan's list with @id on @track; every row begins with id and track. */
static gconstpointer
require_row (GPtrArray *rows, gint64 id, XybTrack track, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const XybPlanStep *row = rows->pdata[i];

      if (row->id == id && row->track == track)
        return row;
    }
  return not_in_plan (error);
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanStep, track) == G_STRUCT_OFFSET (XybPlanMaterial, track));
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanStep, track) == G_STRUCT_OFFSET (XybPlanCondition, track));

/* Binds what every one of these rows has; @id 0 becomes a new one. */
static sqlite3_stmt *
begin_detail (XybStore *store, const Detail *detail, gint64 *id, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!xyb_progress_ensure (store, detail->record, error))
    return NULL;
  stmt = xyb_store_prepare (store, sql, error);
  if (stmt == NULL)
    return NULL;
  if (*id == 0)
    *id = xyb_store_new_id (store);
  xyb_stmt_bind_int (stmt, ":id", *id);
  xyb_stmt_bind_int (stmt, ":progress", detail->record->id);
  xyb_stmt_bind_int (stmt, ":of", detail->of);
  return g_steal_pointer (&stmt);
}

static gboolean
find_own (XybStore *store, const char *sql, const Detail *detail, gint64 *out_id, GError **error)
{
  *out_id = 0;
  return detail->record->id == 0
         || xyb_lookup_int (store, sql, detail->record->id, detail->of, out_id, error);
}

static gboolean
run_detail (XybStore *store,
            const char *what,
            const char *name,
            XybStoreEditFunc edit,
            Detail *detail,
            GError **error)
{
  g_autofree char *words = g_strdup_printf ("%s“%s”", what, name);
  g_autofree char *label = xyb_progress_label (detail->record, words);
  gint64 id = detail->record->id;

  if (xyb_store_edit (store, label, edit, detail, error))
    return TRUE;
  detail->record->id = id;
  return FALSE;
}

typedef struct
{
  XybVerdict verdict;
  char *reason;
} Verdict;

/* Back to what the records say. */
static gboolean
forget_verdict (XybStore *store, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "DELETE FROM progress_condition WHERE id = :id", error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", id);
  return xyb_store_run (store, stmt, error);
}

static gboolean
verdict_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Detail *detail = user_data;
  const Verdict *verdict = detail->item;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 id = 0;

  if (!find_own (store,
                 "SELECT id FROM progress_condition WHERE progress_id = :a AND condition_id = :b",
                 detail, &id, error))
    return FALSE;
  if (verdict->verdict == 0)
    return forget_verdict (store, id, error);
  stmt = begin_detail (
    store, detail, &id,
    "INSERT INTO progress_condition (id, progress_id, condition_id, verdict, reason, decided_on)"
    " VALUES (:id, :progress, :of, :verdict, :reason, :today)"
    " ON CONFLICT (id) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason,"
    "   decided_on = excluded.decided_on",
    error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":verdict", verdict->verdict);
  xyb_stmt_bind_text (stmt, ":reason", verdict->reason);
  xyb_stmt_bind_text (stmt, ":today", detail->today);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_progress_store_set_verdict:
 * @verdict: 符合, 不符合 or 待核; 0: what the records say counts again
 * @reason: (nullable): why; needed with a verdict, because it stands against or above what the
 *   records say
 *
 * §2.3: a failed check warns, the clerk decides and says why.
 */
gboolean
xyb_progress_store_set_verdict (XybStore *store,
                                const XybPlan *plan,
                                XybTrackRecord *record,
                                gint64 condition_id,
                                XybVerdict verdict,
                                const char *reason,
                                const char *today,
                                GError **error)
{
  const XybPlanCondition *condition;
  Verdict value = { verdict, NULL };
  Detail detail = { record, &value, condition_id, today };
  g_autofree char *words = g_strdup (reason);

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL && record != NULL, FALSE);

  condition = require_row (plan->conditions, condition_id, record->track, error);
  if (condition == NULL)
    return FALSE;
  if (verdict == 0)
    return run_detail (store, _ ("条件按记录"), condition->text, verdict_edit, &detail, error);
  if (!xyb_field_clean_name (N_ ("核定理由"), &words, XYB_PROGRESS_MAX_REASON, error))
    return FALSE;
  if (xyb_verdict_name (verdict) == NULL)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                           _ ("条件的结论只有 符合、不符合、待核，请重新选择。"));
      return FALSE;
    }
  value.reason = words;
  return run_detail (store, _ ("条件"), condition->text, verdict_edit, &detail, error);
}

static gboolean
material_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Detail *detail = user_data;
  XybMaterial *material = detail->item;
  g_autoptr (sqlite3_stmt) stmt = begin_detail (
    store, detail, &material->id,
    "INSERT INTO progress_material (id, progress_id, material_id, state, received_on, issued_on,"
    "                               valid_until, note, sha256, file_name)"
    " VALUES (:id, :progress, :of, :state, :received, :issued, :valid, :note, :sha256, :file)"
    " ON CONFLICT (id) DO UPDATE SET state = excluded.state,"
    "   received_on = excluded.received_on, issued_on = excluded.issued_on,"
    "   valid_until = excluded.valid_until, note = excluded.note, sha256 = excluded.sha256,"
    "   file_name = excluded.file_name",
    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":state", material->state);
  xyb_stmt_bind_text (stmt, ":received", material->received_on);
  xyb_stmt_bind_text (stmt, ":issued", material->issued_on);
  xyb_stmt_bind_text (stmt, ":valid", material->valid_until);
  xyb_stmt_bind_text (stmt, ":note", material->note);
  xyb_stmt_bind_text (stmt, ":sha256", material->sha256);
  xyb_stmt_bind_text (stmt, ":file", material->file_name);
  return xyb_store_run (store, stmt, error);
}

/* What a scan of a paper can weigh; a whole disk is a mistake. */
#define MAX_ATTACHMENT (200 * 1024 * 1024)

static gboolean
refuse_file (GError **error, const char *path, const char *why)
{
  g_autofree char *shown = g_filename_display_basename (path);

  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, _ ("「%s」不能作附件：%s"), shown,
               why);
  return FALSE;
}

static gboolean
check_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                         G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL)
    return refuse_file (error, path, _ ("找不到这个文件，请重新选择。"));
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return refuse_file (error, path, _ ("它不是普通文件，请选择扫描件。"));
  if (g_file_info_get_size (info) == 0)
    return refuse_file (error, path, _ ("文件是空的（0 字节），请重新扫描。"));
  if (g_file_info_get_size (info) > MAX_ATTACHMENT)
    return refuse_file (error, path, _ ("文件超过 200 MB，请压缩或分开后再选。"));
  return TRUE;
}

static gboolean
keep_file (XybStore *store, XybMaterial *material, const char *path, GError **error)
{
  char *sha256;

  if (path == NULL)
    return TRUE;
  if (!check_file (path, error))
    return FALSE;
  sha256 = xyb_attachment_store_add (store, path, NULL, error);
  if (sha256 == NULL)
    return FALSE;
  g_free (material->sha256);
  g_free (material->file_name);
  material->sha256 = sha256;
  material->file_name = g_filename_display_basename (path);
  return TRUE;
}

/**
 * xyb_progress_store_set_material:
 * @material: cleaned in place; its id is set. What is known of the same row is replaced
 * @attachment: (nullable): path of a file to be kept with it
 * @error: of xyb_material_validate() or xyb_attachment_store_add(); %XYB_STORE_ERROR_INVALID for a
 *   file that is empty, too big, or none; nothing is written then
 */
gboolean
xyb_progress_store_set_material (XybStore *store,
                                 const XybPlan *plan,
                                 XybTrackRecord *record,
                                 XybMaterial *material,
                                 const char *attachment,
                                 const char *today,
                                 GError **error)
{
  const XybPlanMaterial *item;
  Detail detail = { record, material, material->material_id, today };

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL && record != NULL, FALSE);

  item = require_row (plan->materials, material->material_id, record->track, error);
  if (item == NULL || !xyb_material_validate (material, item, today, error)
      || !find_own (store,
                    "SELECT id FROM progress_material WHERE progress_id = :a AND material_id = :b",
                    &detail, &material->id, error)
      || !keep_file (store, material, attachment, error))
    return FALSE;
  return run_detail (store, xyb_material_state_name (material->state), item->name, material_edit,
                     &detail, error);
}

static gboolean
step_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Detail *detail = user_data;
  XybStepRecord *step = detail->item;
  g_autoptr (sqlite3_stmt) stmt
    = begin_detail (store, detail, &step->id,
                    "INSERT INTO progress_step (id, progress_id, step_id, done_on, staff, note)"
                    " VALUES (:id, :progress, :of, :done, :staff, :note)"
                    " ON CONFLICT (id) DO UPDATE SET done_on = excluded.done_on,"
                    "   staff = excluded.staff, note = excluded.note",
                    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_text (stmt, ":done", step->done_on);
  xyb_stmt_bind_int_or_null (stmt, ":staff", step->staff);
  xyb_stmt_bind_text (stmt, ":note", step->note);
  return xyb_store_run (store, stmt, error);
}

/* Its trainings are added one by one. */
gboolean
xyb_progress_store_set_step (XybStore *store,
                             const XybPlan *plan,
                             XybTrackRecord *record,
                             XybStepRecord *step,
                             const char *today,
                             GError **error)
{
  const XybPlanStep *item;
  Detail detail = { record, step, step->step_id, today };

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL && record != NULL, FALSE);

  item = require_row (plan->steps, step->step_id, record->track, error);
  if (item == NULL || !xyb_step_record_validate (step, item, today, error)
      || !find_own (store, "SELECT id FROM progress_step WHERE progress_id = :a AND step_id = :b",
                    &detail, &step->id, error))
    return FALSE;
  return run_detail (store, _ ("步骤"), item->name, step_edit, &detail, error);
}

static gboolean
training_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Detail *detail = user_data;
  XybTraining *training = detail->item;
  g_autoptr (sqlite3_stmt) stmt
    = begin_detail (store, detail, &training->id,
                    "INSERT INTO progress_training (id, progress_id, step_id, held_on, subject)"
                    " VALUES (:id, :progress, :of, :held, :subject)",
                    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_text (stmt, ":held", training->held_on);
  xyb_stmt_bind_text (stmt, ":subject", training->subject);
  return xyb_store_run (store, stmt, error);
}

gboolean
xyb_progress_store_add_training (XybStore *store,
                                 const XybPlan *plan,
                                 XybTrackRecord *record,
                                 gint64 step_id,
                                 XybTraining *training,
                                 const char *today,
                                 GError **error)
{
  Detail detail = { record, training, step_id, today };

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL && record != NULL, FALSE);

  training->id = 0;
  return require_row (plan->steps, step_id, record->track, error) != NULL
         && xyb_training_validate (training, today, error)
         && run_detail (store, _ ("培训"), training->subject, training_edit, &detail, error);
}

static gboolean
remove_training_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Detail *detail = user_data;
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "DELETE FROM progress_training WHERE id = :id AND progress_id = :progress",
                         error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", detail->of);
  xyb_stmt_bind_int (stmt, ":progress", detail->record->id);
  return xyb_store_run (store, stmt, error);
}

gboolean
xyb_progress_store_remove_training (XybStore *store,
                                    const XybTrackRecord *record,
                                    gint64 training_id,
                                    GError **error)
{
  Detail detail = { (XybTrackRecord *) record, NULL, training_id, NULL };
  g_autofree char *subject = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && record != NULL, FALSE);

  if (!xyb_lookup_text (store,
                        "SELECT subject FROM progress_training WHERE id = :a AND progress_id = :b",
                        training_id, record->id, &subject, error))
    return FALSE;
  if (subject == NULL)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                           _ ("这次培训已经没有了，请刷新后再看。"));
      return FALSE;
    }
  return run_detail (store, _ ("删除培训"), subject, remove_training_edit, &detail, error);
}
