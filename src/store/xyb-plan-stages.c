/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-field.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-plan-store.h"
#include "xyb-store-error.h"
#include "xyb-track.h"

/* The stages of a year as the clerk has them: names, order, what is written down of each. */

#define MAX_NAME 50

typedef struct
{
  const XybPlan *plan; /* as it is stored */
  GPtrArray *stages;   /* as it shall be */
} Stages;

static gboolean
is_kept (const GPtrArray *stages, gint64 id)
{
  for (guint i = 0; i < stages->len; i++)
    if (((XybPlanStage *) stages->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

/* What an enterprise has reached, or was moved to, stays. */
static gboolean
can_go (XybStore *store, const XybPlanStage *stage, GError **error)
{
  gint64 used = 0;

  if (!xyb_lookup_int (store,
                       "SELECT (SELECT count(*) FROM progress_stage WHERE stage_id = :a)"
                       "     + (SELECT count(*) FROM progress_move"
                       "         WHERE to_id = :a OR from_id = :a)",
                       stage->id, 0, &used, error))
    return FALSE;
  if (used == 0)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE,
               _ ("已有企业到过“%s”这个阶段，不能删除；可以改名或调整顺序。"), stage->name);
  return FALSE;
}

static gboolean
remove_stage (XybStore *store, const XybPlanStage *stage, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!can_go (store, stage, error))
    return FALSE;
  stmt = xyb_store_prepare (store, "DELETE FROM plan_stage WHERE id = :id", error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", stage->id);
  return xyb_store_run (store, stmt, error);
}

static gboolean
write_stage (XybStore *store, gint64 plan_id, XybPlanStage *stage, guint position, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "INSERT INTO plan_stage"
    "  (id, plan_id, track, position, name, kind, basis, fields, needs_materials, milestone)"
    " VALUES (:id, :plan, :track, :position, :name, :kind, :basis, :fields, :needs, :milestone)"
    " ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name,"
    "   kind = excluded.kind, basis = excluded.basis, fields = excluded.fields,"
    "   needs_materials = excluded.needs_materials, milestone = excluded.milestone",
    error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", stage->id != 0 ? stage->id : xyb_store_new_id (store));
  xyb_stmt_bind_int (stmt, ":plan", plan_id);
  xyb_stmt_bind_int (stmt, ":track", stage->track);
  xyb_stmt_bind_int (stmt, ":position", position);
  xyb_stmt_bind_text (stmt, ":name", stage->name);
  xyb_stmt_bind_int (stmt, ":kind", stage->kind);
  xyb_stmt_bind_id (stmt, ":basis", stage->basis);
  xyb_stmt_bind_int (stmt, ":fields", stage->fields);
  xyb_stmt_bind_int (stmt, ":needs", stage->needs_materials ? 1 : 0);
  xyb_stmt_bind_text (stmt, ":milestone", stage->milestone);
  return xyb_store_run (store, stmt, error);
}

static gboolean
stages_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Stages *set = user_data;

  for (guint i = 0; i < set->plan->stages->len; i++)
    {
      const XybPlanStage *stage = set->plan->stages->pdata[i];

      if (!is_kept (set->stages, stage->id) && !remove_stage (store, stage, error))
        return FALSE;
    }
  for (guint i = 0; i < set->stages->len; i++)
    if (!write_stage (store, set->plan->id, set->stages->pdata[i], i + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
clean_names (GPtrArray *stages, GError **error)
{
  for (guint i = 0; i < stages->len; i++)
    {
      XybPlanStage *stage = stages->pdata[i];

      if (!xyb_field_clean_text (N_ ("阶段名称"), &stage->name, MAX_NAME, error))
        return FALSE;
    }
  return TRUE;
}

/* xyb_plan_check_stages() of the plan with other stages; @stages stay the caller's. */
static gboolean
check (XybPlan *plan, GPtrArray *stages, GError **error)
{
  GPtrArray *own = plan->stages;
  gboolean ok;

  plan->stages = stages;
  ok = xyb_plan_check_stages (plan, error);
  plan->stages = own;
  return ok;
}

/**
 * xyb_plan_store_set_stages:
 * @stages: (element-type XybPlanStage): all of them, of the three tracks, in order; those of
 *   xyb_plan_store_get() changed, new ones with id 0. Their names are cleaned
 *
 * Names, order and fields of the stages of a year (§2.2). One revision.
 *
 * Returns: %FALSE with an error of xyb_plan_check_stages(), or %XYB_STORE_ERROR_IN_USE where one is
 *   left out that an enterprise has been at
 */
gboolean
xyb_plan_store_set_stages (XybStore *store, int year, GPtrArray *stages, GError **error)
{
  g_autoptr (XybPlan) plan = NULL;
  g_autofree char *label = NULL;
  Stages set = { NULL, stages };

  g_return_val_if_fail (XYB_IS_STORE (store) && stages != NULL, FALSE);

  plan = xyb_plan_store_get (store, year, error);
  if (plan == NULL || !clean_names (stages, error) || !check (plan, stages, error))
    return FALSE;
  set.plan = plan;
  label = g_strdup_printf (_ ("%d年工作方案：阶段"), year);
  return xyb_store_edit (store, label, stages_edit, &set, error);
}
