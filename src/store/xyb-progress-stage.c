/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-progress-private.h"

#include "xyb-field.h"
#include "xyb-i18n.h"
#include "xyb-store-error.h"

/* What is known of a stage an enterprise has been at, corrected afterwards. */

typedef struct
{
  const XybPlan *plan;
  XybTrackRecord *record;
  XybStageRecord *stage; /* of the record, as it shall be */
} StageEdit;

static gboolean
stage_edit (XybStore *store, gpointer user_data, GError **error)
{
  const StageEdit *edit = user_data;

  return xyb_progress_ensure (store, edit->record, error)
         && xyb_progress_write_stage (store, edit->plan, edit->record, edit->stage, error)
         && (edit->record->track != XYB_TRACK_ACCREDITATION
             || xyb_progress_write_annex_dates (store, edit->plan, edit->record, error));
}

static XybStageRecord *
ensure_stage (XybTrackRecord *record, gint64 stage_id)
{
  XybStageRecord *stage = xyb_track_record_find (record, stage_id);

  if (stage == NULL)
    {
      stage = xyb_stage_record_new (stage_id);
      g_ptr_array_add (record->stages, stage);
    }
  return stage;
}

static void
replace (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static gboolean
clean (XybStageRecord *values, GError **error)
{
  return xyb_field_clean_date (N_ ("日期"), &values->reached_on, error)
         && xyb_field_clean_text (N_ ("文号"), &values->number, XYB_PROGRESS_MAX_NUMBER, error)
         && xyb_field_clean_date (N_ ("期限"), &values->until, error)
         && xyb_field_clean_text (N_ ("备注"), &values->note, XYB_PROGRESS_MAX_REASON, error);
}

/**
 * xyb_progress_store_set_stage:
 * @plan: the plan of the year, of xyb_plan_store_get()
 * @values: all that is to be known of the stage: day, 文号, 期限, note; what is %NULL is cleared
 * @today: ISO date
 * @error: of xyb_track_check_stage(); %XYB_STORE_ERROR_NOT_FOUND
 *
 * One revision; it is no move, so 经过 does not grow by it (the log tells it).
 */
gboolean
xyb_progress_store_set_stage (XybStore *store,
                              const XybPlan *plan,
                              XybTrack track,
                              gint64 enterprise_id,
                              const XybStageRecord *values,
                              const char *today,
                              GError **error)
{
  g_autoptr (XybTrackRecord) record = NULL;
  g_autoptr (XybStageRecord) wanted = NULL;
  g_autofree char *what = NULL;
  g_autofree char *label = NULL;
  const XybPlanStage *stage;
  StageEdit edit = { plan, NULL, NULL };

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL && values != NULL, FALSE);

  stage = xyb_plan_stage_of_id (plan, values->stage_id);
  if (stage == NULL || stage->track != track)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                           _ ("工作方案里没有这个阶段，请刷新后再填。"));
      return FALSE;
    }
  wanted = xyb_stage_record_new (values->stage_id);
  wanted->reached_on = g_strdup (values->reached_on);
  wanted->number = g_strdup (values->number);
  wanted->until = g_strdup (values->until);
  wanted->note = g_strdup (values->note);
  record = xyb_progress_store_get (store, plan, track, enterprise_id, error);
  if (record == NULL || !clean (wanted, error)
      || !xyb_track_check_stage (plan, record, stage, wanted, today, error))
    return FALSE;
  edit.record = record;
  edit.stage = ensure_stage (record, stage->id);
  replace (&edit.stage->reached_on, wanted->reached_on);
  replace (&edit.stage->number, wanted->number);
  replace (&edit.stage->until, wanted->until);
  replace (&edit.stage->note, wanted->note);
  what = g_strdup_printf (_ ("修改“%s”"), stage->name);
  label = xyb_progress_label (record, what);
  return xyb_store_edit (store, label, stage_edit, &edit, error);
}
