/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-compare-private.h"

#include <inttypes.h>

#include "xyb-i18n.h"
#include "xyb-track.h"

/* Conditions, materials, steps and stages for the comparison. */

/* ---- 条件 ---- */

static XybTrack
track_of_condition (gconstpointer row)
{
  return ((const XybPlanCondition *) row)->track;
}

static gboolean
same_condition (gconstpointer one, gconstpointer other, guint way)
{
  const XybPlanCondition *a = one;
  const XybPlanCondition *b = other;

  return way == 0 ? xyb_plan_same_text (a->text, b->text)
                  : a->key != NULL && xyb_plan_same_text (a->key, b->key);
}

static char *
name_condition (const XybPlan *plan, gconstpointer row)
{
  guint place = 0;

  for (guint i = 0; i < plan->conditions->len; i++)
    {
      const XybPlanCondition *other = plan->conditions->pdata[i];

      if (other->track == track_of_condition (row))
        place++;
      if (other == row)
        break;
    }
  return g_strdup_printf (_ ("第 %u 条"), place);
}

static char *
say_condition (const XybPlan *plan, gconstpointer row)
{
  const XybPlanCondition *condition = row;

  return condition->number == XYB_UNSAID ? g_strdup (condition->text)
                                         : g_strdup_printf (_ ("%s（核对用的数：%" PRId64 "）"),
                                                            condition->text, condition->number);
}

/* PLAN-C10, AMB-35: whether “2018年度（含）之前” goes on to 2019 the new document decides; a copy
 * keeps it, and says so. */
static char *
check_condition (const XybPlan *plan,
                 gconstpointer row,
                 const XybPlan *old_plan,
                 gconstpointer old_row)
{
  const XybPlanCondition *now = row;
  const XybPlanCondition *old = old_row;
  int named = xyb_text_find_year (now->text, 0);
  int year = xyb_plan_is_year (now->number) ? (int) now->number : named;

  if (year == 0)
    return NULL;
  if (named != 0 && xyb_plan_is_year (now->number) && named != now->number)
    return g_strdup_printf (_ ("文字写 %d 年，核对用的数却是 %" PRId64), named, now->number);
  if (old == NULL || !xyb_plan_same_text (old->text, now->text) || old->number != now->number
      || old_plan->year == plan->year)
    return g_strdup_printf (_ ("写着 %d 年，请核对"), year);
  return g_strdup_printf (_ ("照旧是 %d 年；按年度顺移是 %d 年，以新方案为准"), year,
                          year + plan->year - old_plan->year);
}

/* ---- 材料 ---- */

static XybTrack
track_of_material (gconstpointer row)
{
  return ((const XybPlanMaterial *) row)->track;
}

/* The same form twice is told apart by what is asked of it (AMB-09). */
static gboolean
same_material (gconstpointer one, gconstpointer other, guint way)
{
  const XybPlanMaterial *a = one;
  const XybPlanMaterial *b = other;

  return xyb_plan_same_text (a->name, b->name)
         && (way > 0 || xyb_plan_same_text (a->requirement, b->requirement));
}

static char *
name_material (const XybPlan *plan, gconstpointer row)
{
  return g_strdup (((const XybPlanMaterial *) row)->name);
}

/* A copy has no ids yet: it points by place (xyb_plan_copy_to_year()). */
static const XybPlanMaterial *
linked_material (const XybPlan *plan, gint64 link)
{
  if (link < 0 && (guint64) -link <= plan->materials->len)
    return plan->materials->pdata[-link - 1];
  for (guint i = 0; link > 0 && i < plan->materials->len; i++)
    if (((const XybPlanMaterial *) plan->materials->pdata[i])->id == link)
      return plan->materials->pdata[i];
  return NULL;
}

static guint
place_of_material (const XybPlan *plan, const XybPlanMaterial *material)
{
  guint place = 0;

  for (guint i = 0; i < plan->materials->len; i++)
    {
      const XybPlanMaterial *other = plan->materials->pdata[i];

      if (other->track == material->track)
        place++;
      if (other == material)
        break;
    }
  return place;
}

static char *
say_material (const XybPlan *plan, gconstpointer row)
{
  const XybPlanMaterial *material = row;
  const XybPlanMaterial *linked = linked_material (plan, material->linked_id);
  GString *words = g_string_new (material->required ? _ ("必需") : _ ("非必需"));

  if (material->has_validity)
    xyb_plan_words_add (words, _ ("有有效期"));
  xyb_plan_words_add (words, material->requirement);
  if (linked != NULL)
    {
      g_autofree char *same
        = g_strdup_printf (_ ("与第 %u 项是同一张表"), place_of_material (plan, linked));

      xyb_plan_words_add (words, same);
    }
  return xyb_plan_words_finish (words);
}

static char *
check_material (const XybPlan *plan,
                gconstpointer row,
                const XybPlan *old_plan,
                gconstpointer old_row)
{
  const XybPlanMaterial *material = row;
  char *check = xyb_plan_check_year (material->name, plan->year);

  return check != NULL ? check : xyb_plan_check_year (material->requirement, plan->year);
}

/* ---- 步骤 ---- */

static XybTrack
track_of_step (gconstpointer row)
{
  return ((const XybPlanStep *) row)->track;
}

static gboolean
same_step (gconstpointer one, gconstpointer other, guint way)
{
  const XybPlanStep *a = one;
  const XybPlanStep *b = other;

  return xyb_plan_same_text (a->name, b->name)
         && (way > 0 || xyb_plan_same_text (a->text, b->text));
}

static const XybPlanStep *
parent_of_step (const XybPlan *plan, gint64 link)
{
  if (link < 0 && (guint64) -link <= plan->steps->len)
    return plan->steps->pdata[-link - 1];
  for (guint i = 0; link > 0 && i < plan->steps->len; i++)
    if (((const XybPlanStep *) plan->steps->pdata[i])->id == link)
      return plan->steps->pdata[i];
  return NULL;
}

static char *
name_step (const XybPlan *plan, gconstpointer row)
{
  const XybPlanStep *step = row;
  const XybPlanStep *parent = parent_of_step (plan, step->parent_id);

  return parent != NULL ? g_strdup_printf (_ ("%s · %s"), parent->name, step->name)
                        : g_strdup (step->name);
}

static char *
say_step (const XybPlan *plan, gconstpointer row)
{
  const XybPlanStep *step = row;
  GString *words = g_string_new (NULL);
  g_autofree char *least = NULL;

  if (step->counted == XYB_STEP_STAFF && step->minimum != XYB_UNSAID)
    least = g_strdup_printf (_ ("至少 %" PRId64 " 名专职人员"), step->minimum);
  else if (step->counted == XYB_STEP_TRAININGS && step->minimum != XYB_UNSAID)
    least = g_strdup_printf (_ ("至少 %" PRId64 " 次培训"), step->minimum);
  else if (step->counted != XYB_STEP_PLAIN)
    least = g_strdup (xyb_step_count_name (step->counted));
  xyb_plan_words_add (words, least);
  xyb_plan_words_add (words, step->text);
  return xyb_plan_words_finish (words);
}

static char *
check_step (const XybPlan *plan, gconstpointer row, const XybPlan *old_plan, gconstpointer old_row)
{
  return xyb_plan_check_year (((const XybPlanStep *) row)->text, plan->year);
}

/* ---- 阶段 ---- */

static XybTrack
track_of_stage (gconstpointer row)
{
  return ((const XybPlanStage *) row)->track;
}

static gboolean
same_stage (gconstpointer one, gconstpointer other, guint way)
{
  const XybPlanStage *a = one;
  const XybPlanStage *b = other;

  if (way == 0)
    return xyb_plan_same_text (a->name, b->name);
  return a->basis != 0 ? a->basis == b->basis
                       : a->kind != XYB_STAGE_KIND_STEP && a->kind != XYB_STAGE_KIND_WATCH
                           && a->kind == b->kind;
}

static char *
name_stage (const XybPlan *plan, gconstpointer row)
{
  return g_strdup (((const XybPlanStage *) row)->name);
}

static const char *
name_of_milestone (const XybPlan *plan, const char *key)
{
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      const XybMilestone *milestone = plan->milestones->pdata[i];

      if (xyb_plan_same_text (milestone->key, key))
        return milestone->text;
    }
  return key;
}

static char *
say_stage (const XybPlan *plan, gconstpointer row)
{
  const XybPlanStage *stage = row;
  GString *words = g_string_new (xyb_stage_kind_name (stage->kind));

  if (stage->basis != 0)
    {
      g_autofree char *basis = g_strdup_printf (_ ("附件2记“%s”"), xyb_basis_name (stage->basis));

      xyb_plan_words_add (words, basis);
    }
  if ((stage->fields & XYB_STAGE_FIELD_NUMBER) != 0)
    xyb_plan_words_add (words, _ ("记文号"));
  if ((stage->fields & XYB_STAGE_FIELD_UNTIL) != 0)
    xyb_plan_words_add (words, _ ("记期限"));
  if (stage->needs_materials)
    xyb_plan_words_add (words, _ ("材料要齐"));
  if (stage->milestone != NULL)
    {
      g_autofree char *due
        = g_strdup_printf (_ ("时限：%s"), name_of_milestone (plan, stage->milestone));

      xyb_plan_words_add (words, due);
    }
  return xyb_plan_words_finish (words);
}

static char *
check_stage (const XybPlan *plan, gconstpointer row, const XybPlan *old_plan, gconstpointer old_row)
{
  const XybPlanStage *stage = row;

  if (stage->milestone == NULL || name_of_milestone (plan, stage->milestone) != stage->milestone)
    return NULL;
  return g_strdup (_ ("它的时限已经不在方案里"));
}

const XybPlanSectionRows xyb_plan_rule_rows[] = {
  { XYB_PLAN_SECTION_CONDITIONS, G_STRUCT_OFFSET (XybPlan, conditions), 2, TRUE, track_of_condition,
    same_condition, name_condition, say_condition, check_condition },
  { XYB_PLAN_SECTION_MATERIALS, G_STRUCT_OFFSET (XybPlan, materials), 2, FALSE, track_of_material,
    same_material, name_material, say_material, check_material },
  { XYB_PLAN_SECTION_STEPS, G_STRUCT_OFFSET (XybPlan, steps), 2, FALSE, track_of_step, same_step,
    name_step, say_step, check_step },
  { XYB_PLAN_SECTION_STAGES, G_STRUCT_OFFSET (XybPlan, stages), 2, FALSE, track_of_stage,
    same_stage, name_stage, say_stage, check_stage },
};
const guint xyb_plan_n_rule_rows = G_N_ELEMENTS (xyb_plan_rule_rows);
