/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-part-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xyb-date.h"
#include "xyb-eligibility.h"
#include "xyb-i18n.h"
#include "xyb-step.h"
#include "xyb-text.h"

/* What a row of a plan's list may say, alone and beside the others. */

#define MAX_YEARS 50
#define FIRST_YEAR 2000 /* no 市级示范 was awarded before */
#define MAX_TIMES 99

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *a_key = xyb_text_key (a);
  g_autofree char *b_key = xyb_text_key (b);

  return g_str_equal (a_key, b_key);
}

/* Another row of @rows that is called the same. */
static gconstpointer
find_double (XybPlanPart part, const GPtrArray *rows, gconstpointer row)
{
  for (guint i = 0; i < rows->len; i++)
    if (rows->pdata[i] != row
        && same_name (xyb_plan_row_name (part, rows->pdata[i]), xyb_plan_row_name (part, row)))
      return rows->pdata[i];
  return NULL;
}

static gboolean
check_name (const XybPlan *plan, XybPlanPart part, gconstpointer row, GError **error)
{
  g_autoptr (GPtrArray) siblings = xyb_plan_list_siblings (plan, part, row);
  guint n_fields = 0;
  const char *title = _ (xyb_plan_part_fields (part, &n_fields)[0].title);
  gconstpointer other;

  if (xyb_text_is_blank (xyb_plan_row_name (part, row)))
    return xyb_plan_refuse (error, XYB_CORE_ERROR_EMPTY,
                            _ ("%s不能为空，请填写；不要的请删去这一行。"), title);
  other = find_double (part, siblings, row);
  if (other == NULL)
    return TRUE;
  return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT,
                          _ ("%s“%s”与第 %u 行重复，请改其中一个。"), title,
                          xyb_plan_row_name (part, row), xyb_plan_row_number (plan, part, other));
}

/* ---- conditions ---- */

static gboolean
check_condition (const XybPlan *plan, const XybPlanCondition *self, GError **error)
{
  const char *name = xyb_condition_check_name (self);

  if (!check_name (plan, XYB_PLAN_CONDITIONS, self, error))
    return FALSE;
  switch (xyb_condition_number (self))
    {
    case XYB_CONDITION_NUMBER_YEARS:
      if (self->number != XYB_UNSAID && self->number >= 1 && self->number <= MAX_YEARS)
        return TRUE;
      return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_NUMBER,
                              _ ("“%s”按%s核对，要有年数，请填 1 到 %d。"), self->text, name,
                              MAX_YEARS);
    case XYB_CONDITION_NUMBER_CUTOFF:
      if (self->number == XYB_UNSAID || (self->number >= FIRST_YEAR && self->number <= plan->year))
        return TRUE;
      return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_NUMBER,
                              _ ("“%s”按%s核对，请填 %d 到 %d 的年度，或者空着。"), self->text,
                              name, FIRST_YEAR, plan->year);
    case XYB_CONDITION_NUMBER_NONE:
    default:
      if (self->number == XYB_UNSAID)
        return TRUE;
      return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_NUMBER,
                              _ ("“%s”按%s核对，用不到数，请空着。"), self->text, name);
    }
}

/* ---- materials ---- */

/* AMB-09: the same form in two states stands twice under one name, linked; any other double is a
 * slip. */
static gboolean
check_material_name (const XybPlan *plan, const XybPlanMaterial *self, GError **error)
{
  g_autoptr (GPtrArray) rows = xyb_plan_list_rows (plan, XYB_PLAN_MATERIALS, self->track);
  const XybPlanMaterial *other;

  for (guint i = rows->len; i > 0; i--)
    if (((XybPlanMaterial *) rows->pdata[i - 1])->id == self->linked_id)
      g_ptr_array_remove_index (rows, i - 1);
  other = find_double (XYB_PLAN_MATERIALS, rows, self);
  if (other == NULL)
    return TRUE;
  return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT,
                          _ ("“%s”与第 %u 项同名，请改名；是同一张表交两次的，先在“同一张表”里选"
                             "第 %u 项。"),
                          self->name, xyb_plan_row_number (plan, XYB_PLAN_MATERIALS, other),
                          xyb_plan_row_number (plan, XYB_PLAN_MATERIALS, other));
}

static gboolean
check_material (const XybPlan *plan, const XybPlanMaterial *self, GError **error)
{
  const XybPlanMaterial *other;

  if (xyb_text_is_blank (self->name))
    return check_name (plan, XYB_PLAN_MATERIALS, self, error);
  if (!check_material_name (plan, self, error))
    return FALSE;
  if (self->linked_id == 0)
    return TRUE;
  other = xyb_plan_find_row (plan, XYB_PLAN_MATERIALS, self->linked_id);
  /* The other one may have been another's until now. */
  if (other != NULL && other != self && other->track == self->track && other->linked_id == self->id)
    return check_material_name (plan, other, error);
  return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT,
                          _ ("“%s”的“同一张表”指向的不是清单里的另一项，请重新选择。"), self->name);
}

/* ---- steps ---- */

static gboolean
check_parent (const XybPlan *plan, const XybPlanStep *self, GError **error)
{
  const XybPlanStep *parent;

  if (self->parent_id == 0)
    return TRUE;
  if (xyb_plan_step_is_heading (plan, self))
    return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT,
                            _ ("“%s”下面还有步骤，不能再放到别的步骤下面。"), self->name);
  parent = xyb_plan_find_row (plan, XYB_PLAN_STEPS, self->parent_id);
  if (parent == NULL || parent == self || parent->track != self->track || parent->parent_id != 0)
    return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT,
                            _ ("“%s”所属的步骤不在第一层，请重新选择。"), self->name);
  if (!xyb_step_count_is_counted (parent->counted))
    return TRUE;
  return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT,
                          _ ("“%s”要计数，下面不能再有步骤，请先把它的计数改为“%s”。"),
                          parent->name, xyb_step_count_name (XYB_STEP_PLAIN));
}

static gboolean
check_step (const XybPlan *plan, const XybPlanStep *self, GError **error)
{
  if (!check_name (plan, XYB_PLAN_STEPS, self, error) || !check_parent (plan, self, error))
    return FALSE;
  if (xyb_step_count_is_counted (self->counted) && xyb_plan_step_is_heading (plan, self))
    return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_TEXT,
                            _ ("“%s”下面有步骤，要计数的是下面的步骤，请到那里设。"), self->name);
  if (!xyb_step_count_is_counted (self->counted))
    return self->minimum == XYB_UNSAID
           || xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_NUMBER,
                               _ ("“%s”不计数，用不到“至少”，请空着。"), self->name);
  if (self->minimum != XYB_UNSAID && self->minimum >= 1 && self->minimum <= MAX_TIMES)
    return TRUE;
  return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_NUMBER,
                          _ ("“%s”要计数，“至少”请填 1 到 %d。"), self->name, MAX_TIMES);
}

/* ---- milestones ---- */

static gboolean
check_year (const XybPlan *plan, const char *title, const char *date, GError **error)
{
  if (date == NULL || abs (atoi (date) - plan->year) <= 1)
    return TRUE;
  return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_DATE,
                          _ ("%s %s 离%d年方案太远，请检查年份。"), title, date, plan->year);
}

/* Where the words name one day, it is the last one: what prints must not differ from what is
 * warned of. 4月上旬 and 9—12月 name none. */
static gboolean
check_words (const XybMilestone *self, GError **error)
{
  int month = 0;
  int day = 0;
  int length = 0;
  const char *words = self->date_text;

  if (words == NULL || self->due_on == NULL
      || sscanf (words, "%d月%d日%n", &month, &day, &length) < 2 || length == 0
      || (words[length] != '\0' && strcmp (words + length, "前") != 0))
    return TRUE;
  if (atoi (self->due_on + strlen ("2020-")) == month
      && atoi (self->due_on + strlen ("2020-04-")) == day)
    return TRUE;
  return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_DATE,
                          _ ("时限写法“%s”与截止日期 %s 不一致，请改截止日期，写法会跟着改。"),
                          words, self->due_on);
}

static gboolean
check_milestone (const XybPlan *plan, const XybMilestone *self, GError **error)
{
  if (!check_name (plan, XYB_PLAN_MILESTONES, self, error)
      || !check_year (plan, _ ("起始日期"), self->starts_on, error)
      || !check_year (plan, _ ("截止日期"), self->due_on, error))
    return FALSE;
  if (self->starts_on != NULL && self->due_on != NULL && strcmp (self->starts_on, self->due_on) > 0)
    return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_DATE,
                            _ ("起始日期 %s 晚于截止日期 %s，请改其中一个。"), self->starts_on,
                            self->due_on);
  return check_words (self, error);
}

/* ---- stages ---- */

static gboolean
check_stage (const XybPlan *plan, const XybPlanStage *self, GError **error)
{
  if (xyb_text_is_blank (self->name))
    return check_name (plan, XYB_PLAN_STAGES, self, error);
  if (self->milestone != NULL && xyb_plan_find_milestone (plan, self->milestone) == NULL)
    return xyb_plan_refuse (error, XYB_CORE_ERROR_INVALID_STAGE,
                            _ ("阶段“%s”对应的时限（%s）不在方案里，请重新选择。"), self->name,
                            self->milestone);
  return xyb_plan_check_track_stages (plan, self->track, error);
}

/**
 * xyb_plan_check_row:
 * @plan: the plan as it is to be
 * @part: one of its lists
 * @row: a row of it
 * @error: return location for a %XYB_CORE_ERROR
 *
 * Returns: whether the row can be stored beside the others
 */
gboolean
xyb_plan_check_row (const XybPlan *plan, XybPlanPart part, gconstpointer row, GError **error)
{
  g_return_val_if_fail (plan != NULL && row != NULL, FALSE);

  switch (part)
    {
    case XYB_PLAN_STAGES:
      return check_stage (plan, row, error);
    case XYB_PLAN_CONDITIONS:
      return check_condition (plan, row, error);
    case XYB_PLAN_MATERIALS:
      return check_material (plan, row, error);
    case XYB_PLAN_STEPS:
      return check_step (plan, row, error);
    case XYB_PLAN_MILESTONES:
    default:
      return check_milestone (plan, row, error);
    }
}
