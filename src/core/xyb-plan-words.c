/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-part-private.h"

#include <inttypes.h>
#include <string.h>

#include "xyb-eligibility.h"
#include "xyb-i18n.h"
#include "xyb-step.h"
#include "xyb-timeline.h"

/* What a row of a plan does in the program, in plain words: for who edits it. */

/* ---- stages ---- */

static const char *
words_of_kind (XybStageKind kind)
{
  switch (kind)
    {
    case XYB_STAGE_KIND_PASSED:
      return _ ("到了这里就算通过，计入完成数和历年认定。");
    case XYB_STAGE_KIND_FAILED:
      return _ ("到了这里这一年就没有通过。");
    case XYB_STAGE_KIND_WATCH:
      return _ ("通过以后的动态监督，不改变结果。");
    case XYB_STAGE_KIND_REVOKED:
      return _ ("到了这里资格就取消，不再计入历年认定。");
    case XYB_STAGE_KIND_STEP:
    default:
      return _ ("办理中的一个阶段。");
    }
}

/* AMB-14 */
static const char *
words_of_before (const XybPlan *plan, const XybMilestone *milestone)
{
  if (milestone->date_text == NULL || !g_str_has_suffix (milestone->date_text, "前"))
    return "";
  return plan->deadline_inclusive ? _ ("“前”含当天。") : _ ("“前”不含当天。");
}

static void
append_stage (GString *out, const XybPlan *plan, const XybPlanStage *stage)
{
  const XybMilestone *milestone = xyb_plan_find_milestone (plan, stage->milestone);

  g_string_append (out, words_of_kind (stage->kind));
  if (stage->basis == XYB_BASIS_NOMINATED)
    g_string_append (out, _ ("列入附件2就到了这里。"));
  else if (stage->basis != 0)
    g_string_append_printf (out, _ ("日期就是附件2里的“%s”日期，改一处两处都变。"),
                            xyb_basis_name (stage->basis));
  if (stage->needs_materials)
    g_string_append (out, _ ("必需材料收齐才能登记。"));
  if (milestone != NULL)
    {
      g_autofree char *date = xyb_milestone_date_words (milestone);

      g_string_append_printf (out, _ ("时限 %s，过了还没有到的算逾期。"), date);
      g_string_append (out, words_of_before (plan, milestone));
    }
}

/* ---- conditions and materials ---- */

/* What prints and what is checked are two fields: 2年以上 must not be checked with 3. Words without
 * digits (一年及以上) say nothing. */
static gboolean
says_another_number (const XybPlanCondition *condition)
{
  gboolean any = FALSE;

  for (const char *p = condition->text; p != NULL && *p != '\0'; p++)
    {
      char *end = NULL;

      if (!g_ascii_isdigit (*p))
        continue;
      if (g_ascii_strtoll (p, &end, 10) == condition->number)
        return FALSE;
      any = TRUE;
      p = end - 1;
    }
  return any;
}

static void
append_condition (GString *out, const XybPlanCondition *condition)
{
  g_string_append (out, xyb_condition_check_words (condition));
  if (condition->number == XYB_UNSAID)
    return;
  g_string_append_printf (out, _ ("现在的数是 %" PRId64 "。"), condition->number);
  if (says_another_number (condition))
    g_string_append (out, _ ("条件的文字里写的是另一个数，请核对。"));
}

/* The stages that wait for the materials of a track: “验收”“通过”. */
static char *
stages_that_wait (const XybPlan *plan, XybTrack track)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];

      if (stage->track == track && stage->needs_materials)
        g_string_append_printf (names, "“%s”", stage->name);
    }
  return g_string_free (names, FALSE);
}

static void
append_material (GString *out, const XybPlan *plan, const XybPlanMaterial *material)
{
  g_autofree char *waiting = stages_that_wait (plan, material->track);
  const XybPlanMaterial *other = xyb_plan_find_row (plan, XYB_PLAN_MATERIALS, material->linked_id);

  if (!material->required)
    g_string_append (out, _ ("不是必需，缺了不影响。"));
  else if (*waiting != '\0')
    g_string_append_printf (out, _ ("必需，没有收到不能登记%s。"), waiting);
  else
    g_string_append (out, _ ("必需；这一类没有要求材料收齐的阶段。"));
  if (material->has_validity)
    g_string_append (out, _ ("要登记有效期至，临近和过期时提醒。"));
  if (other != NULL)
    g_string_append_printf (out, _ ("与第 %u 项是同一张表的两种状态，两项都要收。"),
                            xyb_plan_row_number (plan, XYB_PLAN_MATERIALS, other));
}

/* ---- steps ---- */

static void
append_step (GString *out, const XybPlan *plan, const XybPlanStep *step)
{
  gint64 minimum = step->minimum != XYB_UNSAID ? step->minimum : 1;
  guint below = 0;

  for (guint i = 0; i < plan->steps->len; i++)
    below += ((XybPlanStep *) plan->steps->pdata[i])->parent_id == step->id;
  if (below > 0)
    g_string_append_printf (out, _ ("下面有 %u 个步骤，本身不登记。"), below);
  else if (step->counted == XYB_STEP_TOLD)
    g_string_append (out, _ ("只作说明，随阶段办理，不逐家登记。"));
  else if (step->counted == XYB_STEP_STAFF)
    g_string_append_printf (out, _ ("登记完成日期和专职人员，至少 %" PRId64 " 名才算完成。"),
                            minimum);
  else if (step->counted == XYB_STEP_TRAININGS)
    g_string_append_printf (out, _ ("逐次登记培训日期和主题，至少 %" PRId64 " 次才算完成。"),
                            minimum);
  else
    g_string_append (out, _ ("登记完成日期就算完成。"));
}

/* ---- milestones ---- */

static const char *
words_of_role (XybMilestoneRole role)
{
  switch (role)
    {
    case XYB_ROLE_ISSUE:
      return _ ("有了文号就算完成。");
    case XYB_ROLE_CONFIRM:
      return _ ("按已确定的家数看进度。");
    case XYB_ROLE_RETURN:
      return _ ("按各区镇附件2的报送情况看进度和催报，也印在下发的附件2模板上。");
    case XYB_ROLE_LIST:
      return _ ("市级示范候选按这一天核对条件。");
    case XYB_ROLE_APPLY:
      return _ ("省级示范候选按这一天核对条件。");
    case XYB_ROLE_ACCEPT:
      return _ ("按验收通过的家数看进度。");
    case XYB_ROLE_REVIEW:
      return _ ("市级示范认定的时限。");
    case XYB_ROLE_NONE:
    default:
      return _ ("只在日历和时间轴上提醒。");
    }
}

static void
append_milestone (GString *out, const XybPlan *plan, const XybMilestone *milestone)
{
  g_autoptr (GString) stages = g_string_new (NULL);

  for (guint i = 0; milestone->key != NULL && i < plan->stages->len; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];

      if (g_strcmp0 (stage->milestone, milestone->key) == 0)
        g_string_append_printf (stages, _ ("%s%s“%s”"), stages->len > 0 ? _ ("、") : "",
                                xyb_track_name (stage->track), stage->name);
    }
  g_string_append (out, words_of_role (xyb_milestone_role (milestone)));
  if (stages->len > 0)
    g_string_append_printf (out, _ ("过了还没有到%s的企业算逾期。"), stages->str);
  g_string_append (out, words_of_before (plan, milestone));
  if (milestone->due_on == NULL)
    g_string_append (out, _ ("没有截止日期，不提醒。"));
}

/**
 * xyb_plan_row_words:
 * @plan: a plan
 * @part: one of its lists
 * @row: a row of it
 *
 * Returns: (transfer full): what the row does: which check takes its number, which date of 附件2 a
 *   stage holds, how “X日前” is read (AMB-14)
 */
char *
xyb_plan_row_words (const XybPlan *plan, XybPlanPart part, gconstpointer row)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (plan != NULL && row != NULL, g_string_free (out, FALSE));

  switch (part)
    {
    case XYB_PLAN_STAGES:
      append_stage (out, plan, row);
      break;
    case XYB_PLAN_CONDITIONS:
      append_condition (out, row);
      break;
    case XYB_PLAN_MATERIALS:
      append_material (out, plan, row);
      break;
    case XYB_PLAN_STEPS:
      append_step (out, plan, row);
      break;
    case XYB_PLAN_MILESTONES:
    default:
      append_milestone (out, plan, row);
    }
  return g_string_free (out, FALSE);
}
