/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-store.h"

#include "xyb-lookup.h"
#include "xyb-store-error.h"

/* Reading plans. Writing a whole plan is in xyb-plan-writer.c, changing a field in
 * xyb-plan-edit.c. */

/**
 * xyb_plan_store_list_years:
 *
 * Returns: (transfer full) (element-type int): years that have a plan, rising; %NULL on error
 */
GArray *
xyb_plan_store_list_years (XybStore *store, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt = xyb_store_prepare (store, "SELECT year FROM plan ORDER BY year", error);
  if (stmt == NULL)
    return NULL;
  while (xyb_store_step (store, stmt, &row, error))
    {
      int year = row ? sqlite3_column_int (stmt, 0) : 0;

      if (!row)
        return g_steal_pointer (&years);
      g_array_append_val (years, year);
    }
  return NULL;
}

/* ---- the plan's own row ---- */

static void
read_plan (sqlite3_stmt *stmt, XybPlan *plan)
{
  plan->id = sqlite3_column_int64 (stmt, 0);
  plan->year = sqlite3_column_int (stmt, 1);
  plan->title = xyb_stmt_dup_text (stmt, 2);
  plan->document_number = xyb_stmt_dup_text (stmt, 3);
  plan->issuer = xyb_stmt_dup_text (stmt, 4);
  plan->issued_on = xyb_stmt_dup_text (stmt, 5);
  plan->lead = xyb_stmt_dup_text (stmt, 6);
  plan->partners = xyb_stmt_dup_text (stmt, 7);
  plan->scope = xyb_stmt_dup_text (stmt, 8);
  plan->policy = xyb_stmt_dup_text (stmt, 9);
  plan->supervision = xyb_stmt_dup_text (stmt, 10);
  plan->copied_to = xyb_stmt_dup_text (stmt, 11);
  plan->quota_title = xyb_stmt_dup_text (stmt, 12);
  plan->nomination_title = xyb_stmt_dup_text (stmt, 13);
  for (int i = 0; i < XYB_N_TRACKS; i++)
    {
      plan->targets[i] = xyb_stmt_int_or_unsaid (stmt, 14 + i);
      plan->opening[i] = xyb_stmt_int_or_unsaid (stmt, 17 + i);
    }
  plan->opening_as_of = xyb_stmt_dup_text (stmt, 20);
  plan->basis = (XybCompletionBasis) sqlite3_column_int (stmt, 21);
  plan->deadline_inclusive = sqlite3_column_int (stmt, 22) != 0;
  plan->rate_points = xyb_stmt_int_or_unsaid (stmt, 23);
  plan->warn_blue = xyb_stmt_int_or_unsaid (stmt, 24);
  plan->warn_yellow = xyb_stmt_int_or_unsaid (stmt, 25);
  plan->warn_red = xyb_stmt_int_or_unsaid (stmt, 26);
}

static gboolean
load_plan (XybStore *store, XybPlan *plan, gint64 plan_id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  stmt = xyb_store_prepare (
    store,
    "SELECT id, year, title, document_number, issuer, issued_on, lead, partners, scope, policy,"
    "       supervision, copied_to, quota_title, nomination_title,"
    "       target_accreditation, target_city, target_province,"
    "       opening_accreditation, opening_city, opening_province, opening_as_of,"
    "       basis, deadline_inclusive, rate_points, warn_blue, warn_yellow, warn_red"
    "  FROM plan WHERE id = :id",
    error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", plan_id);
  if (!xyb_store_step (store, stmt, &row, error))
    return FALSE;
  g_assert (row);
  read_plan (stmt, plan);
  return TRUE;
}

/* ---- its lists ---- */

static void
read_basis (sqlite3_stmt *stmt, XybPlan *plan)
{
  XybPlanBasis *basis = xyb_plan_basis_new ();

  basis->id = sqlite3_column_int64 (stmt, 0);
  basis->title = xyb_stmt_dup_text (stmt, 1);
  basis->number = xyb_stmt_dup_text (stmt, 2);
  g_ptr_array_add (plan->bases, basis);
}

static void
read_quota (sqlite3_stmt *stmt, XybPlan *plan)
{
  XybQuota *quota = xyb_quota_new ();

  quota->id = sqlite3_column_int64 (stmt, 0);
  quota->unit_id = sqlite3_column_int64 (stmt, 1);
  quota->unit_name = xyb_stmt_dup_text (stmt, 2);
  quota->accreditation = xyb_stmt_int_or_unsaid (stmt, 3);
  quota->city_model = xyb_stmt_int_or_unsaid (stmt, 4);
  g_ptr_array_add (plan->quotas, quota);
}

static void
read_milestone (sqlite3_stmt *stmt, XybPlan *plan)
{
  XybMilestone *milestone = xyb_milestone_new ();

  milestone->id = sqlite3_column_int64 (stmt, 0);
  milestone->key = xyb_stmt_dup_text (stmt, 1);
  milestone->text = xyb_stmt_dup_text (stmt, 2);
  milestone->date_text = xyb_stmt_dup_text (stmt, 3);
  milestone->starts_on = xyb_stmt_dup_text (stmt, 4);
  milestone->due_on = xyb_stmt_dup_text (stmt, 5);
  milestone->actor = xyb_stmt_dup_text (stmt, 6);
  g_ptr_array_add (plan->milestones, milestone);
}

static void
read_condition (sqlite3_stmt *stmt, XybPlan *plan)
{
  XybPlanCondition *condition = xyb_plan_condition_new ();

  condition->id = sqlite3_column_int64 (stmt, 0);
  condition->track = (XybTrack) sqlite3_column_int (stmt, 1);
  condition->key = xyb_stmt_dup_text (stmt, 2);
  condition->text = xyb_stmt_dup_text (stmt, 3);
  condition->number = xyb_stmt_int_or_unsaid (stmt, 4);
  g_ptr_array_add (plan->conditions, condition);
}

static void
read_material (sqlite3_stmt *stmt, XybPlan *plan)
{
  XybPlanMaterial *material = xyb_plan_material_new ();

  material->id = sqlite3_column_int64 (stmt, 0);
  material->track = (XybTrack) sqlite3_column_int (stmt, 1);
  material->name = xyb_stmt_dup_text (stmt, 2);
  material->requirement = xyb_stmt_dup_text (stmt, 3);
  material->required = sqlite3_column_int (stmt, 4) != 0;
  material->has_validity = sqlite3_column_int (stmt, 5) != 0;
  material->linked_id = sqlite3_column_int64 (stmt, 6);
  g_ptr_array_add (plan->materials, material);
}

static void
read_step (sqlite3_stmt *stmt, XybPlan *plan)
{
  XybPlanStep *step = xyb_plan_step_new ();

  step->id = sqlite3_column_int64 (stmt, 0);
  step->track = (XybTrack) sqlite3_column_int (stmt, 1);
  step->parent_id = sqlite3_column_int64 (stmt, 2);
  step->name = xyb_stmt_dup_text (stmt, 3);
  step->text = xyb_stmt_dup_text (stmt, 4);
  step->counted = (XybStepCount) sqlite3_column_int (stmt, 5);
  step->minimum = xyb_stmt_int_or_unsaid (stmt, 6);
  g_ptr_array_add (plan->steps, step);
}

static void
read_stage (sqlite3_stmt *stmt, XybPlan *plan)
{
  XybPlanStage *stage = xyb_plan_stage_new ();

  stage->id = sqlite3_column_int64 (stmt, 0);
  stage->track = (XybTrack) sqlite3_column_int (stmt, 1);
  stage->name = xyb_stmt_dup_text (stmt, 2);
  stage->kind = (XybStageKind) sqlite3_column_int (stmt, 3);
  stage->basis = (XybCompletionBasis) sqlite3_column_int (stmt, 4);
  stage->fields = sqlite3_column_int64 (stmt, 5);
  stage->needs_materials = sqlite3_column_int (stmt, 6) != 0;
  stage->milestone = xyb_stmt_dup_text (stmt, 7);
  g_ptr_array_add (plan->stages, stage);
}

static void
read_tier (sqlite3_stmt *stmt, XybPlan *plan)
{
  XybTier *tier = xyb_tier_new (sqlite3_column_int64 (stmt, 1), sqlite3_column_int64 (stmt, 2));

  tier->id = sqlite3_column_int64 (stmt, 0);
  g_ptr_array_add (plan->tiers, tier);
}

/* Official order (ORG-02): the plan's own, and between equal places the roster's. */
static const struct
{
  const char *sql;
  void (*read) (sqlite3_stmt *stmt, XybPlan *plan);
} plan_lists[] = {
  { "SELECT id, title, number FROM plan_basis WHERE plan_id = :plan ORDER BY position, id",
    read_basis },
  { "SELECT quota.id, unit_id, unit.name, accreditation, city_model"
    "  FROM quota JOIN unit ON unit.id = quota.unit_id"
    " WHERE plan_id = :plan ORDER BY quota.position, unit.position, quota.id",
    read_quota },
  { "SELECT id, key, text, date_text, starts_on, due_on, actor"
    "  FROM milestone WHERE plan_id = :plan ORDER BY position, id",
    read_milestone },
  { "SELECT id, track, key, text, number"
    "  FROM plan_condition WHERE plan_id = :plan ORDER BY position, id",
    read_condition },
  { "SELECT id, track, name, requirement, required, has_validity, linked_id"
    "  FROM plan_material WHERE plan_id = :plan ORDER BY position, id",
    read_material },
  { "SELECT id, track, parent_id, name, text, counted, minimum"
    "  FROM plan_step WHERE plan_id = :plan ORDER BY position, id",
    read_step },
  { "SELECT id, track, name, kind, basis, fields, needs_materials, milestone"
    "  FROM plan_stage WHERE plan_id = :plan ORDER BY position, id",
    read_stage },
  { "SELECT id, below_percent, deduction"
    "  FROM plan_tier WHERE plan_id = :plan ORDER BY below_percent, id",
    read_tier },
};

static gboolean
load_list (XybStore *store, XybPlan *plan, gsize list, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, plan_lists[list].sql, error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":plan", plan->id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return TRUE;
      plan_lists[list].read (stmt, plan);
    }
  return FALSE;
}

/**
 * xyb_plan_store_get:
 *
 * The plan of @year with all its lists, quotas in official order.
 *
 * Returns: (transfer full): %NULL with %XYB_STORE_ERROR_NOT_FOUND where the year has none, or with
 *   the sentence of xyb_year_check()
 */
XybPlan *
xyb_plan_store_get (XybStore *store, int year, GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_new ();
  gint64 plan_id = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  if (!xyb_lookup_plan (store, year, &plan_id, error) || !load_plan (store, plan, plan_id, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (plan_lists); i++)
    if (!load_list (store, plan, i, error))
      return NULL;
  return g_steal_pointer (&plan);
}

/**
 * xyb_plan_store_list_progress:
 *
 * QUO-04: how far every 区镇 is that has a quota or a nomination in @year, in official order. A
 * later stage implies the earlier ones: who is accepted counts as signed up and confirmed, even
 * where nobody wrote those dates down.
 *
 * Returns: (transfer full) (element-type XybProgress): %NULL on error
 */
GPtrArray *
xyb_plan_store_list_progress (XybStore *store, int year, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;
  gint64 plan_id = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  if (!xyb_lookup_plan (store, year, &plan_id, error))
    return NULL;
  stmt = xyb_store_prepare (
    store,
    "SELECT unit.id, count(n.id),"
    "       count(coalesce(n.confirmed_on, n.signed_on, n.accepted_on)),"
    "       count(coalesce(n.signed_on, n.accepted_on)),"
    "       count(n.accepted_on)"
    "  FROM unit LEFT JOIN nomination AS n ON n.unit_id = unit.id AND n.plan_id = :plan"
    " WHERE unit.id IN (SELECT unit_id FROM quota WHERE plan_id = :plan)"
    "    OR unit.id IN (SELECT unit_id FROM nomination WHERE plan_id = :plan)"
    " GROUP BY unit.id ORDER BY unit.kind, unit.position, unit.id",
    error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":plan", plan_id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      XybProgress *progress;

      if (!row)
        return g_steal_pointer (&list);
      progress = g_new0 (XybProgress, 1);
      progress->unit_id = sqlite3_column_int64 (stmt, 0);
      progress->nominated = sqlite3_column_int64 (stmt, 1);
      progress->confirmed = sqlite3_column_int64 (stmt, 2);
      progress->signed_up = sqlite3_column_int64 (stmt, 3);
      progress->accepted = sqlite3_column_int64 (stmt, 4);
      g_ptr_array_add (list, progress);
    }
  return NULL;
}

/**
 * xyb_plan_store_list:
 *
 * Returns: (transfer full) (element-type XybPlan): every plan, by year; %NULL on error
 */
GPtrArray *
xyb_plan_store_list (XybStore *store, GError **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_free);
  g_autoptr (GArray) years = xyb_plan_store_list_years (store, error);

  for (guint i = 0; years != NULL && i < years->len; i++)
    {
      XybPlan *plan = xyb_plan_store_get (store, g_array_index (years, int, i), error);

      if (plan == NULL)
        return NULL;
      g_ptr_array_add (plans, plan);
    }
  return years != NULL ? g_steal_pointer (&plans) : NULL;
}
