/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-plan-private.h"
#include "xyb-step.h"
#include "xyb-store-error.h"
#include "xyb-track.h"

/* What was registered of an enterprise points at rows of its plan. Such a row may be called
 * otherwise and stand elsewhere, but it cannot go, or become something else. */

/* Ask how many enterprises with :a, the row. 推荐 is reached by standing in 附件2; 确定, 签约 and
 * 通过 by a date there, so :b is the basis of a stage. */
static const char *const users_sql[XYB_N_PLAN_PARTS] = {
  [XYB_PLAN_STAGES]
  = "SELECT count(*) FROM ("
    "SELECT enterprise_id FROM progress"
    " WHERE id IN (SELECT progress_id FROM progress_stage WHERE stage_id = :a)"
    "    OR id IN (SELECT progress_id FROM progress_move WHERE to_id = :a OR from_id = :a)"
    " UNION SELECT enterprise_id FROM nomination"
    "  WHERE plan_id = (SELECT plan_id FROM plan_stage WHERE id = :a)"
    "    AND CASE :b WHEN 1 THEN 1 WHEN 2 THEN confirmed_on IS NOT NULL"
    "                WHEN 3 THEN signed_on IS NOT NULL WHEN 4 THEN accepted_on IS NOT NULL"
    "                ELSE 0 END)",
  [XYB_PLAN_CONDITIONS]
  = "SELECT count(DISTINCT enterprise_id) FROM progress"
    " WHERE id IN (SELECT progress_id FROM progress_condition WHERE condition_id = :a)",
  [XYB_PLAN_MATERIALS]
  = "SELECT count(DISTINCT enterprise_id) FROM progress"
    " WHERE id IN (SELECT progress_id FROM progress_material WHERE material_id = :a)",
  [XYB_PLAN_STEPS]
  = "SELECT count(DISTINCT enterprise_id) FROM progress"
    " WHERE id IN (SELECT progress_id FROM progress_step WHERE step_id = :a"
    "              UNION SELECT progress_id FROM progress_training WHERE step_id = :a)",
};

G_STATIC_ASSERT (XYB_BASIS_NOMINATED == 1 && XYB_BASIS_CONFIRMED == 2 && XYB_BASIS_SIGNED == 3
                 && XYB_BASIS_ACCEPTED == 4);

/* How many enterprises have something registered of the row. */
static gboolean
count_users (XybStore *store,
             XybPlanPart part,
             gconstpointer row,
             gint64 *out_users,
             GError **error)
{
  gint64 basis = part == XYB_PLAN_STAGES ? ((const XybPlanStage *) row)->basis : 0;

  *out_users = 0;
  return users_sql[part] == NULL
         || xyb_lookup_int (store, users_sql[part], xyb_plan_row_id (row), basis, out_users, error);
}

static gboolean
refuse_removal (XybPlanPart part, int users, const char *name, GError **error)
{
  switch (part)
    {
    case XYB_PLAN_STAGES:
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE,
                   _ ("已有 %d 家企业到过阶段“%s”，不能删去；可以改名或调整顺序。"), users, name);
      return FALSE;
    case XYB_PLAN_CONDITIONS:
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE,
                   _ ("已有 %d 家企业核定过条件“%s”，不能删去；可以改文字，或改由经办人判断。"),
                   users, name);
      return FALSE;
    case XYB_PLAN_MATERIALS:
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE,
                   _ ("已有 %d 家企业登记过材料“%s”，不能删去；可以改名，或把“必需”空着。"), users,
                   name);
      return FALSE;
    case XYB_PLAN_STEPS:
    case XYB_PLAN_MILESTONES:
    default:
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE,
                   _ ("已有 %d 家企业登记过步骤“%s”，不能删去；可以改名，或移到别处。"), users,
                   name);
      return FALSE;
    }
}

/* Dates and counts that were registered must go on meaning what they meant. */
static gboolean
is_something_else (const XybPlan *before, const XybPlan *after, XybPlanPart part, gpointer row)
{
  gconstpointer now = xyb_plan_find_row (after, part, xyb_plan_row_id (row));

  if (part == XYB_PLAN_STAGES)
    return ((const XybPlanStage *) now)->kind != ((XybPlanStage *) row)->kind
           || ((const XybPlanStage *) now)->basis != ((XybPlanStage *) row)->basis;
  if (part == XYB_PLAN_STEPS)
    return ((const XybPlanStep *) now)->counted != ((XybPlanStep *) row)->counted
           || xyb_plan_step_is_heading (after, now) != xyb_plan_step_is_heading (before, row);
  return FALSE;
}

static gboolean
refuse_change (XybPlanPart part, int users, const char *name, GError **error)
{
  if (part == XYB_PLAN_STAGES)
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE,
                 _ ("已有 %d 家企业到过阶段“%s”，它的性质和附件2日期不能再改；可以另加一个阶段。"),
                 users, name);
  else
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE,
                 _ ("已有 %d 家企业登记过步骤“%s”，它怎样计数、下面有没有步骤不能再改；可以另加"
                    "一个步骤。"),
                 users, name);
  return FALSE;
}

/**
 * xyb_plan_store_check_used:
 * @before: the plan as it is stored
 * @after: as it is to be
 * @part: the list that was edited
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_IN_USE where a row that enterprises have something
 *   registered of is gone, or would mean something else; the sentence says how many and what can be
 *   done instead
 */
gboolean
xyb_plan_store_check_used (XybStore *store,
                           const XybPlan *before,
                           const XybPlan *after,
                           XybPlanPart part,
                           GError **error)
{
  const GPtrArray *rows = xyb_plan_get_rows (before, part);

  for (guint i = 0; i < rows->len; i++)
    {
      gpointer row = rows->pdata[i];
      gboolean gone = xyb_plan_find_row (after, part, xyb_plan_row_id (row)) == NULL;
      gint64 users = 0;

      if (!gone && !is_something_else (before, after, part, row))
        continue;
      if (!count_users (store, part, row, &users, error))
        return FALSE;
      if (users > 0)
        return gone ? refuse_removal (part, (int) users, xyb_plan_row_name (part, row), error)
                    : refuse_change (part, (int) users, xyb_plan_row_name (part, row), error);
    }
  return TRUE;
}
