/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-part-private.h"

#include "xyb-i18n.h"
#include "xyb-step.h"
#include "xyb-text.h"

/* The fields of steps. */

#define MAX_STEP_NAME 50
#define MAX_TEXT 1000
#define MAX_NUMBER 9999

static char *
get_step_name (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (((const XybPlanStep *) row)->name);
}

static gboolean
set_step_name (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  return xyb_plan_take_name (N_ ("步骤名称"), &((XybPlanStep *) row)->name, text, MAX_STEP_NAME,
                             error);
}

static char *
get_step_text (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return g_strdup (((const XybPlanStep *) row)->text);
}

static gboolean
set_step_text (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  return xyb_plan_take_text (N_ ("说明"), &((XybPlanStep *) row)->text, text, MAX_TEXT, error);
}

static char *
get_parent (const XybPlan *plan, gconstpointer row)
{
  const XybPlanStep *parent
    = xyb_plan_find_row (plan, XYB_PLAN_STEPS, ((const XybPlanStep *) row)->parent_id);

  return parent != NULL ? xyb_plan_numbered_name (plan, XYB_PLAN_STEPS, parent) : NULL;
}

static GPtrArray *
list_tops (const XybPlan *plan, const XybPlanStep *step)
{
  GPtrArray *rows = xyb_plan_list_rows (plan, XYB_PLAN_STEPS, step->track);

  for (guint i = rows->len; i > 0; i--)
    if (rows->pdata[i - 1] == step || ((XybPlanStep *) rows->pdata[i - 1])->parent_id != 0)
      g_ptr_array_remove_index (rows, i - 1);
  return rows;
}

static GPtrArray *
list_parents (const XybPlan *plan, gconstpointer row)
{
  g_autoptr (GPtrArray) tops = list_tops (plan, row);

  return xyb_plan_names_of (plan, XYB_PLAN_STEPS, tops);
}

static gboolean
set_parent (const XybPlan *plan, gpointer row, const char *text, GError **error)
{
  XybPlanStep *step = row;
  g_autoptr (GPtrArray) tops = list_tops (plan, step);
  const XybPlanStep *parent;

  if (xyb_text_is_placeholder (text))
    {
      step->parent_id = 0;
      return TRUE;
    }
  parent = xyb_plan_find_pointed (plan, XYB_PLAN_STEPS, tops, text);
  if (parent == NULL)
    {
      g_autoptr (GPtrArray) choices = xyb_plan_names_of (plan, XYB_PLAN_STEPS, tops);

      return xyb_plan_refuse_choice (N_ ("属于"), text, choices, error);
    }
  step->parent_id = parent->id;
  return TRUE;
}

static gboolean
may_have_parent (const XybPlan *plan, gconstpointer row)
{
  return !xyb_plan_step_is_heading (plan, row);
}

static GPtrArray *
list_counts (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row G_GNUC_UNUSED)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (int i = XYB_STEP_PLAIN; i <= XYB_STEP_TOLD; i++)
    g_ptr_array_add (names, g_strdup (xyb_step_count_name ((XybStepCount) i)));
  return names;
}

static char *
get_counted (const XybPlan *plan, gconstpointer row)
{
  return may_have_parent (plan, row)
           ? g_strdup (xyb_step_count_name (((const XybPlanStep *) row)->counted))
           : NULL;
}

/* What is counted is counted at least once, until she says more often. */
static gboolean
set_counted (const XybPlan *plan, gpointer row, const char *text, GError **error)
{
  XybPlanStep *step = row;
  g_autofree char *name = xyb_text_clean (text);
  g_autoptr (GPtrArray) names = list_counts (plan, row);
  guint place = XYB_STEP_PLAIN;

  if (!xyb_text_is_placeholder (name)
      && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, &place))
    {
      place = xyb_step_count_from_key (name);
      if (place == XYB_STEP_PLAIN && !g_str_equal (name, xyb_step_count_key (XYB_STEP_PLAIN)))
        return xyb_plan_refuse_choice (N_ ("计数"), name, names, error);
    }
  step->counted = (XybStepCount) place;
  if (!xyb_step_count_is_counted (step->counted))
    step->minimum = XYB_UNSAID;
  else if (step->minimum == XYB_UNSAID)
    step->minimum = 1;
  return TRUE;
}

static char *
get_minimum (const XybPlan *plan G_GNUC_UNUSED, gconstpointer row)
{
  return xyb_plan_number_text (((const XybPlanStep *) row)->minimum);
}

static gboolean
set_minimum (const XybPlan *plan G_GNUC_UNUSED, gpointer row, const char *text, GError **error)
{
  return xyb_count_parse (_ ("至少"), text, MAX_NUMBER, &((XybPlanStep *) row)->minimum, error);
}

static gboolean
is_counted (const XybPlan *plan, gconstpointer row)
{
  return may_have_parent (plan, row)
         && xyb_step_count_is_counted (((const XybPlanStep *) row)->counted);
}

static const XybPlanField step_fields[] = {
  { "name", N_ ("步骤名称"), XYB_PLAN_FIELD_TEXT, get_step_name, set_step_name, NULL, NULL },
  { "parent", N_ ("属于"), XYB_PLAN_FIELD_CHOICE, get_parent, set_parent, may_have_parent,
    list_parents },
  { "text", N_ ("说明"), XYB_PLAN_FIELD_TEXT, get_step_text, set_step_text, NULL, NULL },
  { "counted", N_ ("计数"), XYB_PLAN_FIELD_ONE_OF, get_counted, set_counted, may_have_parent,
    list_counts },
  { "minimum", N_ ("至少"), XYB_PLAN_FIELD_NUMBER, get_minimum, set_minimum, is_counted, NULL },
};

const XybPlanField *
xyb_plan_step_fields (guint *out_n_fields)
{
  *out_n_fields = G_N_ELEMENTS (step_fields);
  return step_fields;
}
