/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-progress-private.h"

#include "xyb-i18n.h"
#include "xyb-store-error.h"

/* A step with its trainings, as a form has them. */

typedef struct
{
  const XybPlan *plan;
  XybTrackRecord *record;
  XybStepRecord *step;
  const char *today;
} Saving;

static gboolean
is_blank (const XybStepRecord *step)
{
  return step->done_on == NULL && step->staff == XYB_UNSAID && step->note == NULL;
}

/* ---- trainings ---- */

static gboolean
update_training (XybStore *store, const Saving *self, XybTraining *training, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!xyb_training_validate (training, self->today, error))
    return FALSE;
  stmt = xyb_store_prepare (store,
                            "UPDATE progress_training SET held_on = :held, subject = :subject"
                            " WHERE id = :id AND progress_id = :progress AND step_id = :step",
                            error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_text (stmt, ":held", training->held_on);
  xyb_stmt_bind_text (stmt, ":subject", training->subject);
  xyb_stmt_bind_int (stmt, ":id", training->id);
  xyb_stmt_bind_int (stmt, ":progress", self->record->id);
  xyb_stmt_bind_int (stmt, ":step", self->step->step_id);
  return xyb_store_run (store, stmt, error);
}

static const XybStepRecord *
find_step (const GPtrArray *steps, gint64 step_id)
{
  for (guint i = 0; i < steps->len; i++)
    if (((XybStepRecord *) steps->pdata[i])->step_id == step_id)
      return steps->pdata[i];
  return NULL;
}

static gboolean
has_training (const XybStepRecord *step, gint64 id)
{
  for (guint i = 0; i < step->trainings->len; i++)
    if (((XybTraining *) step->trainings->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* Those that are not in the form any more. */
static gboolean
remove_others (XybStore *store, const Saving *self, const XybStepRecord *before, GError **error)
{
  for (guint i = 0; before != NULL && i < before->trainings->len; i++)
    {
      const XybTraining *training = before->trainings->pdata[i];

      if (!has_training (self->step, training->id)
          && !xyb_progress_store_remove_training (store, self->record, training->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_trainings (XybStore *store, const Saving *self, GError **error)
{
  g_autoptr (GPtrArray) steps = xyb_progress_store_list_steps (store, self->record->id, error);
  const XybStepRecord *before;

  if (steps == NULL)
    return FALSE;
  before = find_step (steps, self->step->step_id);
  if (!remove_others (store, self, before, error))
    return FALSE;
  for (guint i = 0; i < self->step->trainings->len; i++)
    {
      XybTraining *training = self->step->trainings->pdata[i];
      gboolean known = before != NULL && has_training (before, training->id);

      /* One that another program has removed meanwhile is added again. */
      if (!(known ? update_training (store, self, training, error)
                  : xyb_progress_store_add_training (store, self->plan, self->record,
                                                     self->step->step_id, training, self->today,
                                                     error)))
        return FALSE;
    }
  return TRUE;
}

/* ---- the step ---- */

static gboolean
save_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Saving *self = user_data;

  if (!(is_blank (self->step) && self->step->id == 0)
      && !xyb_progress_store_set_step (store, self->plan, self->record, self->step, self->today,
                                       error))
    return FALSE;
  return save_trainings (store, self, error);
}

static const XybPlanStep *
find_plan_step (const XybPlan *plan, gint64 id)
{
  for (guint i = 0; i < plan->steps->len; i++)
    if (((XybPlanStep *) plan->steps->pdata[i])->id == id)
      return plan->steps->pdata[i];
  return NULL;
}

/**
 * xyb_progress_store_save_step:
 * @step: cleaned in place; its trainings are all there are afterwards: new ones have id 0, others
 *   are corrected, those that are missing are removed
 * @error: of xyb_step_record_validate() or xyb_training_validate()
 *
 * One revision, or nothing.
 */
gboolean
xyb_progress_store_save_step (XybStore *store,
                              const XybPlan *plan,
                              XybTrackRecord *record,
                              XybStepRecord *step,
                              const char *today,
                              GError **error)
{
  Saving self = { plan, record, step, today };
  const XybPlanStep *item;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  gint64 id;

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL && record != NULL, FALSE);
  g_return_val_if_fail (step != NULL, FALSE);

  id = record->id;
  item = find_plan_step (plan, step->step_id);
  words = g_strdup_printf (_ ("步骤“%s”"), item != NULL ? item->name : "");
  label = xyb_progress_label (record, words);
  if (xyb_store_edit (store, label, save_edit, &self, error))
    return TRUE;
  record->id = id;
  return FALSE;
}
