/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-private.h"

#include <string.h>

#include "xyb-date.h"
#include "xyb-i18n.h"

/* ---- words ---- */

static const char *const kind_keys[] = { NULL, "step", "passed", "failed", "watch", "revoked" };
static const char *const count_keys[] = { "plain", "staff", "trainings", "told" };
static const char *const result_keys[] = { "open", "passed", "failed", "revoked" };

static const char *const kind_names[]
  = { NULL, N_ ("办理"), N_ ("通过"), N_ ("不通过"), N_ ("动态监督"), N_ ("取消资格") };
static const char *const count_names[]
  = { N_ ("不计数"), N_ ("专职人员数"), N_ ("培训次数"), N_ ("随阶段办理") };

/* What the log calls a kind of stage; NULL for an unknown number. */
const char *
xyb_stage_kind_name (XybStageKind kind)
{
  return kind > 0 && (guint) kind < G_N_ELEMENTS (kind_names) ? _ (kind_names[kind]) : NULL;
}

/* What the log calls what a step is counted by; NULL for an unknown number. */
const char *
xyb_step_count_name (XybStepCount counted)
{
  return (guint) counted < G_N_ELEMENTS (count_names) ? _ (count_names[counted]) : NULL;
}

static int
index_of (const char *const *keys, int n_keys, const char *key)
{
  for (int i = 0; i < n_keys; i++)
    if (keys[i] != NULL && g_strcmp0 (keys[i], key) == 0)
      return i;
  return 0;
}

/* The name of a kind of stage in presets and JSON; NULL for an unknown number. */
const char *
xyb_stage_kind_key (XybStageKind kind)
{
  return (guint) kind < G_N_ELEMENTS (kind_keys) ? kind_keys[kind] : NULL;
}

/* 0 where @key is none. */
XybStageKind
xyb_stage_kind_from_key (const char *key)
{
  return (XybStageKind) index_of (kind_keys, G_N_ELEMENTS (kind_keys), key);
}

/* The name of what a step is counted by in presets and JSON; NULL for an unknown number. */
const char *
xyb_step_count_key (XybStepCount counted)
{
  return (guint) counted < G_N_ELEMENTS (count_keys) ? count_keys[counted] : NULL;
}

/* %XYB_STEP_PLAIN where @key is none. */
XybStepCount
xyb_step_count_from_key (const char *key)
{
  return (XybStepCount) index_of (count_keys, G_N_ELEMENTS (count_keys), key);
}

/* The name of a result in JSON. */
const char *
xyb_track_result_key (XybTrackResult result)
{
  return (guint) result < G_N_ELEMENTS (result_keys) ? result_keys[result] : result_keys[0];
}

/* ---- records ---- */

/**
 * xyb_stage_record_new:
 * @stage_id: a stage of the plan
 *
 * Returns: (transfer full): the record of a stage not reached
 */
XybStageRecord *
xyb_stage_record_new (gint64 stage_id)
{
  XybStageRecord *self = g_new0 (XybStageRecord, 1);

  self->stage_id = stage_id;
  return self;
}

/**
 * xyb_stage_record_free:
 * @self: (nullable): what is known of a stage
 */
void
xyb_stage_record_free (XybStageRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->reached_on);
  g_free (self->number);
  g_free (self->until);
  g_free (self->note);
  g_free (self);
}

/**
 * xyb_track_record_new:
 *
 * Returns: (transfer full): an enterprise on 贯标 that has reached nothing
 */
XybTrackRecord *
xyb_track_record_new (void)
{
  XybTrackRecord *self = g_new0 (XybTrackRecord, 1);

  self->track = XYB_TRACK_ACCREDITATION;
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_stage_record_free);
  return self;
}

/**
 * xyb_track_record_free:
 * @self: (nullable): an enterprise on a track; its stages go with it
 */
void
xyb_track_record_free (XybTrackRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->enterprise_name);
  g_free (self->unit_name);
  g_free (self->note);
  g_ptr_array_unref (self->stages);
  g_free (self);
}

/**
 * xyb_track_record_find:
 * @self: an enterprise on a track
 * @stage_id: a stage of its plan
 *
 * Returns: (transfer none) (nullable): what is known of that stage
 */
XybStageRecord *
xyb_track_record_find (const XybTrackRecord *self, gint64 stage_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->stages->len; i++)
    {
      XybStageRecord *record = self->stages->pdata[i];

      if (record->stage_id == stage_id)
        return record;
    }
  return NULL;
}

XybStageRecord *
xyb_track_ensure_record (XybTrackRecord *self, gint64 stage_id)
{
  XybStageRecord *record = xyb_track_record_find (self, stage_id);

  if (record != NULL)
    return record;
  record = xyb_stage_record_new (stage_id);
  g_ptr_array_add (self->stages, record);
  return record;
}

void
xyb_stage_record_set_reached (XybStageRecord *record, const char *on)
{
  record->reached = on != NULL;
  g_free (record->reached_on);
  record->reached_on = g_strdup (on);
}

static const char *
date_of_basis (const XybNomination *nomination, XybCompletionBasis basis)
{
  switch (basis)
    {
    case XYB_BASIS_CONFIRMED:
      return nomination->confirmed_on;
    case XYB_BASIS_SIGNED:
      return nomination->signed_on;
    case XYB_BASIS_ACCEPTED:
      return nomination->accepted_on;
    case XYB_BASIS_NOMINATED:
    default:
      return NULL;
    }
}

/**
 * xyb_track_record_take_nomination:
 * @self: an enterprise on 贯标
 * @plan: the plan of its year
 * @nomination: its row of 附件2
 *
 * The dates that stand in 附件2 are the dates of the stages that point at them.
 */
void
xyb_track_record_take_nomination (XybTrackRecord *self,
                                  const XybPlan *plan,
                                  const XybNomination *nomination)
{
  g_return_if_fail (self != NULL && plan != NULL && nomination != NULL);

  for (guint i = 0; i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];

      if (stage->track != self->track || stage->basis == 0)
        continue;
      if (stage->basis == XYB_BASIS_NOMINATED)
        xyb_track_ensure_record (self, stage->id)->reached = TRUE;
      else if (date_of_basis (nomination, stage->basis) != NULL
               || xyb_track_record_find (self, stage->id) != NULL)
        xyb_stage_record_set_reached (xyb_track_ensure_record (self, stage->id),
                                      date_of_basis (nomination, stage->basis));
    }
}

/* ---- the stages of a year ---- */

/**
 * xyb_plan_list_stages:
 * @plan: a plan
 * @track: one of its tracks
 *
 * Returns: (transfer container) (element-type XybPlanStage): its stages in order
 */
GPtrArray *
xyb_plan_list_stages (const XybPlan *plan, XybTrack track)
{
  GPtrArray *stages = g_ptr_array_new ();

  for (guint i = 0; plan != NULL && i < plan->stages->len; i++)
    if (((XybPlanStage *) plan->stages->pdata[i])->track == track)
      g_ptr_array_add (stages, plan->stages->pdata[i]);
  return stages;
}

/**
 * xyb_plan_find_stage:
 * @plan: a plan
 * @track: one of its tracks
 * @name: what its stage is called that year
 *
 * Returns: (transfer none) (nullable): the stage
 */
const XybPlanStage *
xyb_plan_find_stage (const XybPlan *plan, XybTrack track, const char *name)
{
  for (guint i = 0; plan != NULL && i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];

      if (stage->track == track && g_strcmp0 (stage->name, name) == 0)
        return stage;
    }
  return NULL;
}

/**
 * xyb_plan_find_stage_of_kind:
 *
 * Returns: (transfer none) (nullable): the first stage of @kind on @track
 */
const XybPlanStage *
xyb_plan_find_stage_of_kind (const XybPlan *plan, XybTrack track, XybStageKind kind)
{
  for (guint i = 0; plan != NULL && i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];

      if (stage->track == track && stage->kind == kind)
        return stage;
    }
  return NULL;
}

/* ---- where an enterprise stands ---- */

const XybStageRecord *
xyb_track_find_reached (const XybTrackRecord *record, const XybPlanStage *stage)
{
  const XybStageRecord *found = xyb_track_record_find (record, stage->id);

  return found != NULL && found->reached ? found : NULL;
}

/**
 * xyb_track_current:
 * @plan: the plan of the year
 * @record: an enterprise on one of its tracks
 *
 * Returns: (transfer none) (nullable): the furthest stage it has reached
 */
const XybPlanStage *
xyb_track_current (const XybPlan *plan, const XybTrackRecord *record)
{
  const XybPlanStage *current = NULL;

  g_return_val_if_fail (plan != NULL && record != NULL, NULL);

  for (guint i = 0; i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];

      if (stage->track == record->track && xyb_track_find_reached (record, stage) != NULL)
        current = stage;
    }
  return current;
}

/* Where @stage stands on its track, from 0; -1 for none. */
int
xyb_plan_place_of_stage (const XybPlan *plan, const XybPlanStage *stage)
{
  guint index = 0;

  return stage != NULL && g_ptr_array_find (plan->stages, stage, &index) ? (int) index : -1;
}

/**
 * xyb_track_next:
 * @plan: the plan of the year
 * @record: an enterprise on one of its tracks
 *
 * Returns: (transfer none) (nullable): the stage that comes next on the way; %NULL once there is a
 *   result
 */
const XybPlanStage *
xyb_track_next (const XybPlan *plan, const XybTrackRecord *record)
{
  const XybPlanStage *current = xyb_track_current (plan, record);

  if (current != NULL && current->kind != XYB_STAGE_KIND_STEP)
    return NULL;
  for (guint i = (guint) (xyb_plan_place_of_stage (plan, current) + 1); i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];

      if (stage->track == record->track
          && (stage->kind == XYB_STAGE_KIND_STEP || stage->kind == XYB_STAGE_KIND_PASSED))
        return stage;
    }
  return NULL;
}

/**
 * xyb_track_result:
 * @plan: the plan of the year
 * @record: an enterprise on one of its tracks
 *
 * Returns: what came of it: what was revoked stays so, even once it has been announced
 */
XybTrackResult
xyb_track_result (const XybPlan *plan, const XybTrackRecord *record)
{
  XybTrackResult result = XYB_RESULT_OPEN;

  g_return_val_if_fail (plan != NULL && record != NULL, XYB_RESULT_OPEN);

  for (guint i = 0; i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];

      if (stage->track != record->track || xyb_track_find_reached (record, stage) == NULL)
        continue;
      if (stage->kind == XYB_STAGE_KIND_PASSED)
        result = MAX (result, XYB_RESULT_PASSED);
      else if (stage->kind == XYB_STAGE_KIND_FAILED)
        result = MAX (result, XYB_RESULT_FAILED);
      else if (stage->kind == XYB_STAGE_KIND_REVOKED)
        result = XYB_RESULT_REVOKED;
    }
  return result;
}
