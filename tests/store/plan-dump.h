/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"
#include "xyb-track.h"

/* Everything a plan says, one thing a line, to be read beside the document. Numbers of rows are
 * their places: ids are others in every office. */

static inline void
dump_text (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, "%s：%s\n", name, text != NULL ? text : "—");
}

static inline char *
dump_number (gint64 number)
{
  return number != XYB_UNSAID ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("—");
}

static inline guint
dump_place (const GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (id != 0 && *(const gint64 *) rows->pdata[i] == id)
      return i + 1;
  return 0;
}

static inline void
dump_head (GString *out, const XybPlan *plan)
{
  g_string_append_printf (out, "【%d年方案】\n", plan->year);
  dump_text (out, "名称", plan->title);
  dump_text (out, "文号", plan->document_number);
  dump_text (out, "印发单位", plan->issuer);
  dump_text (out, "印发日期", plan->issued_on);
  dump_text (out, "牵头", plan->lead);
  dump_text (out, "会同", plan->partners);
  dump_text (out, "对象", plan->scope);
  dump_text (out, "政策", plan->policy);
  dump_text (out, "督查", plan->supervision);
  dump_text (out, "抄送", plan->copied_to);
  dump_text (out, "附件1", plan->quota_title);
  dump_text (out, "附件2", plan->nomination_title);
  g_string_append_printf (out,
                          "口径：%s，“X日前”%s当日，贯标创建 %" G_GINT64_FORMAT " 分（百分之一）\n",
                          xyb_basis_name (plan->basis), plan->deadline_inclusive ? "含" : "不含",
                          plan->rate_points);
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    {
      g_autofree char *target = dump_number (plan->targets[i]);
      g_autofree char *opening = dump_number (plan->opening[i]);

      g_string_append_printf (out, "%s：目标 %s，年初 %s\n", xyb_track_name (i + 1), target,
                              opening);
    }
  dump_text (out, "年初截止", plan->opening_as_of);
  for (guint i = 0; i < plan->bases->len; i++)
    {
      const XybPlanBasis *basis = plan->bases->pdata[i];

      g_string_append_printf (out, "依据：《%s》%s\n", basis->title, basis->number);
    }
}

static inline void
dump_dates_and_quotas (GString *out, const XybPlan *plan)
{
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      const XybMilestone *one = plan->milestones->pdata[i];

      g_string_append_printf (out, "时限 %s：%s…%s %s｜%s｜%s\n", one->key,
                              one->starts_on != NULL ? one->starts_on : "", one->due_on,
                              one->date_text, one->text, one->actor);
    }
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const XybQuota *quota = plan->quotas->pdata[i];
      g_autofree char *accreditation = dump_number (quota->accreditation);
      g_autofree char *city_model = dump_number (quota->city_model);

      g_string_append_printf (out, "指标 %s：%s，%s\n", quota->unit_name, accreditation,
                              city_model);
    }
  for (guint i = 0; i < plan->tiers->len; i++)
    {
      const XybTier *tier = plan->tiers->pdata[i];

      g_string_append_printf (out, "低于 %" G_GINT64_FORMAT "%%：扣 %" G_GINT64_FORMAT "\n",
                              tier->below_percent, tier->deduction);
    }
}

static inline void
dump_conditions_and_materials (GString *out, const XybPlan *plan)
{
  for (guint i = 0; i < plan->conditions->len; i++)
    {
      const XybPlanCondition *one = plan->conditions->pdata[i];
      g_autofree char *number = dump_number (one->number);

      g_string_append_printf (out, "条件 %s %s：%s（%s）\n", xyb_track_name (one->track), one->key,
                              one->text, number);
    }
  for (guint i = 0; i < plan->materials->len; i++)
    {
      const XybPlanMaterial *one = plan->materials->pdata[i];

      g_string_append_printf (out, "材料 %u %s：%s", i + 1, xyb_track_name (one->track), one->name);
      if (one->requirement != NULL)
        g_string_append_printf (out, "（%s）", one->requirement);
      g_string_append_printf (out, "%s%s", one->required ? "，必需" : "",
                              one->has_validity ? "，有期" : "");
      if (one->linked_id != 0)
        g_string_append_printf (out, "，同 %u", dump_place (plan->materials, one->linked_id));
      g_string_append_c (out, '\n');
    }
}

static inline void
dump_steps_and_stages (GString *out, const XybPlan *plan)
{
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const XybPlanStep *one = plan->steps->pdata[i];

      g_string_append_printf (out, "步骤 %u %s", i + 1, xyb_track_name (one->track));
      if (one->parent_id != 0)
        g_string_append_printf (out, "（属 %u）", dump_place (plan->steps, one->parent_id));
      g_string_append_printf (out, "：%s", one->name);
      if (one->counted == XYB_STEP_TOLD)
        g_string_append_printf (out, "，%s", xyb_step_count_name (one->counted));
      else if (one->counted != XYB_STEP_PLAIN)
        g_string_append_printf (out, "，%s至少 %" G_GINT64_FORMAT,
                                xyb_step_count_name (one->counted), one->minimum);
      g_string_append_printf (out, "%s%s\n", one->text != NULL ? "｜" : "",
                              one->text != NULL ? one->text : "");
    }
  for (guint i = 0; i < plan->stages->len; i++)
    {
      const XybPlanStage *one = plan->stages->pdata[i];

      g_string_append_printf (out, "阶段 %s %s：%s", xyb_track_name (one->track), one->name,
                              xyb_stage_kind_name (one->kind));
      if (one->basis != 0)
        g_string_append_printf (out, "，%s", xyb_basis_name (one->basis));
      g_string_append_printf (out, "%s%s%s",
                              (one->fields & XYB_STAGE_FIELD_NUMBER) != 0 ? "，文号" : "",
                              (one->fields & XYB_STAGE_FIELD_UNTIL) != 0 ? "，期限" : "",
                              one->needs_materials ? "，材料齐" : "");
      g_string_append_printf (out, "%s%s\n", one->milestone != NULL ? "，" : "",
                              one->milestone != NULL ? one->milestone : "");
    }
}

static inline char *
dump_plan (const XybPlan *plan)
{
  GString *out = g_string_new (NULL);

  dump_head (out, plan);
  dump_dates_and_quotas (out, plan);
  dump_conditions_and_materials (out, plan);
  dump_steps_and_stages (out, plan);
  return g_string_free (out, FALSE);
}
