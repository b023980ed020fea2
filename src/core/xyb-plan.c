/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-named-number.h"

static const XybNamedNumber track_names[] = {
  { XYB_TRACK_ACCREDITATION, "accreditation", N_ ("贯标") },
  { XYB_TRACK_CITY_MODEL, "city_model", N_ ("苏州市级示范") },
  { XYB_TRACK_PROVINCE_MODEL, "province_model", N_ ("省级示范") },
};

static const XybNamedNumber basis_names[] = {
  { XYB_BASIS_NOMINATED, "nominated", N_ ("已推荐") },
  { XYB_BASIS_CONFIRMED, "confirmed", N_ ("已确定") },
  { XYB_BASIS_SIGNED, "signed", N_ ("已签约") },
  { XYB_BASIS_ACCEPTED, "accepted", N_ ("已验收通过") },
};

/**
 * xyb_track_name:
 * @track: one of the three levels (PLAN-13)
 *
 * Returns: (nullable): 贯标, 苏州市级示范 or 省级示范; %NULL for an unknown number
 */
const char *
xyb_track_name (XybTrack track)
{
  return xyb_named_number_name (track_names, G_N_ELEMENTS (track_names), (int) track);
}

/**
 * xyb_track_key:
 * @track: one of the three levels
 *
 * Returns: (nullable): its name in presets and on the command line; %NULL for an unknown number
 */
const char *
xyb_track_key (XybTrack track)
{
  return xyb_named_number_key (track_names, G_N_ELEMENTS (track_names), (int) track);
}

/**
 * xyb_track_from_key:
 * @key: (nullable): a key, or the Chinese name; 市级示范 for short, as the documents
 *   say; city and province for short on the command line
 *
 * Returns: the track, or 0 where @key is none
 */
XybTrack
xyb_track_from_key (const char *key)
{
  if (g_strcmp0 (key, "市级示范") == 0 || g_strcmp0 (key, "city") == 0)
    return XYB_TRACK_CITY_MODEL;
  if (g_strcmp0 (key, "province") == 0)
    return XYB_TRACK_PROVINCE_MODEL;
  return (XybTrack) xyb_named_number_find (track_names, G_N_ELEMENTS (track_names), key);
}

/**
 * xyb_basis_name:
 * @basis: what counts as done (AMB-13)
 *
 * Returns: (nullable): 已推荐 … 已验收通过; %NULL for an unknown number
 */
const char *
xyb_basis_name (XybCompletionBasis basis)
{
  return xyb_named_number_name (basis_names, G_N_ELEMENTS (basis_names), (int) basis);
}

/**
 * xyb_basis_key:
 * @basis: what counts as done
 *
 * Returns: (nullable): its name in presets and on the command line; %NULL for an unknown number
 */
const char *
xyb_basis_key (XybCompletionBasis basis)
{
  return xyb_named_number_key (basis_names, G_N_ELEMENTS (basis_names), (int) basis);
}

/**
 * xyb_basis_from_key:
 * @key: (nullable): a key, or the Chinese name
 *
 * Returns: the basis, or 0 where @key is none
 */
XybCompletionBasis
xyb_basis_from_key (const char *key)
{
  return (XybCompletionBasis) xyb_named_number_find (basis_names, G_N_ELEMENTS (basis_names), key);
}

/**
 * xyb_plan_basis_new:
 *
 * Returns: (transfer full): a document the plan rests on (PLAN-07), without title and number
 */
XybPlanBasis *
xyb_plan_basis_new (void)
{
  return g_new0 (XybPlanBasis, 1);
}

/**
 * xyb_plan_basis_free:
 * @self: (nullable): a document the plan rests on
 */
void
xyb_plan_basis_free (XybPlanBasis *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->number);
  g_free (self);
}

/**
 * xyb_quota_new:
 *
 * Returns: (transfer full): a row of 附件1 whose two numbers nobody has said (QUO-02)
 */
XybQuota *
xyb_quota_new (void)
{
  XybQuota *self = g_new0 (XybQuota, 1);

  self->accreditation = XYB_UNSAID;
  self->city_model = XYB_UNSAID;
  return self;
}

/**
 * xyb_quota_free:
 * @self: (nullable): a row of 附件1
 */
void
xyb_quota_free (XybQuota *self)
{
  if (self == NULL)
    return;
  g_free (self->unit_name);
  g_free (self);
}

/**
 * xyb_milestone_new:
 *
 * Returns: (transfer full): a milestone without text and dates
 */
XybMilestone *
xyb_milestone_new (void)
{
  return g_new0 (XybMilestone, 1);
}

/**
 * xyb_milestone_free:
 * @self: (nullable): a milestone
 */
void
xyb_milestone_free (XybMilestone *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->text);
  g_free (self->date_text);
  g_free (self->starts_on);
  g_free (self->due_on);
  g_free (self->actor);
  g_free (self);
}

/**
 * xyb_plan_condition_new:
 *
 * Returns: (transfer full): a condition of 贯标, without text
 */
XybPlanCondition *
xyb_plan_condition_new (void)
{
  XybPlanCondition *self = g_new0 (XybPlanCondition, 1);

  self->track = XYB_TRACK_ACCREDITATION;
  self->number = XYB_UNSAID;
  return self;
}

/**
 * xyb_plan_condition_free:
 * @self: (nullable): a condition
 */
void
xyb_plan_condition_free (XybPlanCondition *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

/**
 * xyb_plan_material_new:
 *
 * Returns: (transfer full): a required material of 贯标 without a validity
 */
XybPlanMaterial *
xyb_plan_material_new (void)
{
  XybPlanMaterial *self = g_new0 (XybPlanMaterial, 1);

  self->track = XYB_TRACK_ACCREDITATION;
  self->required = TRUE;
  return self;
}

/**
 * xyb_plan_material_free:
 * @self: (nullable): a material
 */
void
xyb_plan_material_free (XybPlanMaterial *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->requirement);
  g_free (self);
}

/**
 * xyb_plan_step_new:
 *
 * Returns: (transfer full): a step of 贯标, without name
 */
XybPlanStep *
xyb_plan_step_new (void)
{
  XybPlanStep *self = g_new0 (XybPlanStep, 1);

  self->track = XYB_TRACK_ACCREDITATION;
  self->minimum = XYB_UNSAID;
  return self;
}

/**
 * xyb_plan_step_free:
 * @self: (nullable): a step
 */
void
xyb_plan_step_free (XybPlanStep *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

/**
 * xyb_plan_stage_new:
 *
 * Returns: (transfer full): a stage on the way of 贯标, without name
 */
XybPlanStage *
xyb_plan_stage_new (void)
{
  XybPlanStage *self = g_new0 (XybPlanStage, 1);

  self->track = XYB_TRACK_ACCREDITATION;
  self->kind = XYB_STAGE_KIND_STEP;
  return self;
}

/**
 * xyb_plan_stage_free:
 * @self: (nullable): a stage
 */
void
xyb_plan_stage_free (XybPlanStage *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->milestone);
  g_free (self);
}

/**
 * xyb_tier_new:
 * @below_percent: a completion rate strictly below this many percent …
 * @deduction: … loses this many hundredths of a point (§7.3)
 *
 * Returns: (transfer full): the tier
 */
XybTier *
xyb_tier_new (gint64 below_percent, gint64 deduction)
{
  XybTier *self = g_new0 (XybTier, 1);

  self->below_percent = below_percent;
  self->deduction = deduction;
  return self;
}

/**
 * xyb_tier_free:
 * @self: (nullable): a tier
 */
void
xyb_tier_free (XybTier *self)
{
  g_free (self);
}

/**
 * xyb_plan_new:
 *
 * A plan of which nothing has been said: targets and opening totals are %XYB_UNSAID. What counts as
 * done is 验收通过 (AMB-13), and “X日前” includes X (AMB-14), until the clerk says otherwise.
 *
 * Returns: (transfer full): the plan; its lists are empty and own their rows
 */
XybPlan *
xyb_plan_new (void)
{
  XybPlan *self = g_new0 (XybPlan, 1);

  for (gsize i = 0; i < XYB_N_TRACKS; i++)
    self->targets[i] = self->opening[i] = XYB_UNSAID;
  self->basis = XYB_BASIS_ACCEPTED;
  self->deadline_inclusive = TRUE;
  self->rate_points = XYB_UNSAID;
  self->warn_blue = self->warn_yellow = self->warn_red = XYB_UNSAID;
  self->bases = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_basis_free);
  self->quotas = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_quota_free);
  self->milestones = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_milestone_free);
  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_condition_free);
  self->materials = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_material_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_step_free);
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_stage_free);
  self->tiers = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_tier_free);
  return self;
}

/**
 * xyb_plan_free:
 * @self: (nullable): a plan; its lists go with it
 */
void
xyb_plan_free (XybPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->document_number);
  g_free (self->issuer);
  g_free (self->issued_on);
  g_free (self->lead);
  g_free (self->partners);
  g_free (self->scope);
  g_free (self->policy);
  g_free (self->supervision);
  g_free (self->copied_to);
  g_free (self->quota_title);
  g_free (self->nomination_title);
  g_free (self->opening_as_of);
  g_ptr_array_unref (self->bases);
  g_ptr_array_unref (self->quotas);
  g_ptr_array_unref (self->milestones);
  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->materials);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->tiers);
  g_free (self);
}

/* AMB-14 asks only about “X日前”: 4月上旬 and 9—12月 always include their last day. */
static gboolean
says_before (const XybMilestone *self)
{
  return self->date_text != NULL && g_str_has_suffix (self->date_text, "前");
}

/**
 * xyb_milestone_state:
 * @self: a milestone
 * @today: ISO date
 * @inclusive: the plan's reading of “X日前” (AMB-14): %TRUE when X itself is still in time. Only a
 *   milestone whose date text ends in 前 is touched by it.
 * @out_days_left: (out) (optional): days until the last day: 0 on it, negative after it; 0 where
 *   the milestone is undated
 *
 * Returns: where the milestone stands on @today
 */
XybMilestoneState
xyb_milestone_state (const XybMilestone *self,
                     const char *today,
                     gboolean inclusive,
                     int *out_days_left)
{
  int left;

  if (out_days_left != NULL)
    *out_days_left = 0;
  g_return_val_if_fail (self != NULL, XYB_MILESTONE_UNDATED);
  g_return_val_if_fail (xyb_date_is_valid (today), XYB_MILESTONE_UNDATED);

  if (self->due_on == NULL || !xyb_date_is_valid (self->due_on))
    return XYB_MILESTONE_UNDATED;
  left = xyb_date_days_between (today, self->due_on);
  if (!inclusive && says_before (self))
    left--;
  if (out_days_left != NULL)
    *out_days_left = left;
  if (left < 0)
    return XYB_MILESTONE_OVERDUE;
  return left == 0 ? XYB_MILESTONE_DUE_TODAY : XYB_MILESTONE_OPEN;
}
