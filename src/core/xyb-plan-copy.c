/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan.h"

#include <string.h>

#include "xyb-core-error.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

static char *
shift_date (const char *iso, int years)
{
  return iso != NULL ? xyb_date_shift_year (iso, years) : NULL;
}

/* Minus the 1-based place of the row with @id, as xyb_plan_resolve_links() wants it. The first
 * field of every row of a plan is its id. */
static gint64
link_to_place (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; id > 0 && i < rows->len; i++)
    if (*(const gint64 *) rows->pdata[i] == id)
      return -(gint64) i - 1;
  return 0;
}

static gint64
place_to_link (GPtrArray *rows, gint64 place)
{
  if (place >= 0)
    return place;
  if (-(guint64) place > rows->len)
    return 0;
  return *(const gint64 *) rows->pdata[-place - 1];
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanMaterial, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (XybPlanStep, id) == 0);

static void
copy_bases (const XybPlan *self, XybPlan *copy)
{
  for (guint i = 0; i < self->bases->len; i++)
    {
      const XybPlanBasis *row = self->bases->pdata[i];
      XybPlanBasis *basis = xyb_plan_basis_new ();

      /* The documents of the old year: which ones the new plan rests on only the clerk knows. */
      basis->title = g_strdup (row->title);
      basis->number = g_strdup (row->number);
      g_ptr_array_add (copy->bases, basis);
    }
}

static void
copy_quotas (const XybPlan *self, XybPlan *copy)
{
  for (guint i = 0; i < self->quotas->len; i++)
    {
      const XybQuota *row = self->quotas->pdata[i];
      XybQuota *quota = xyb_quota_new ();

      quota->unit_id = row->unit_id;
      quota->unit_name = g_strdup (row->unit_name);
      quota->accreditation = row->accreditation;
      quota->city_model = row->city_model;
      g_ptr_array_add (copy->quotas, quota);
    }
}

/* 2021年1月15日前, in the plan of 2020, is of the year after the plan, too: every year that a date
 * is written with moves. */
static char *
shift_years_written (const char *text, int years)
{
  GString *out;

  if (text == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (const char *p = text; *p != '\0';)
    {
      char *end = NULL;
      guint64 number = g_ascii_isdigit (*p) ? g_ascii_strtoull (p, &end, 10) : 0;

      if (end == NULL)
        g_string_append_c (out, *p++);
      else
        {
          if (end - p == 4 && g_str_has_prefix (end, "年"))
            g_string_append_printf (out, "%d", (int) number + years);
          else
            g_string_append_len (out, p, end - p);
          p = end;
        }
    }
  return g_string_free (out, FALSE);
}

/* What prints must not name a day the year does not have: 2月29日前 becomes 2月28日前. */
static char *
shift_date_text (const XybMilestone *old, const char *due_on, int years)
{
  g_autofree char *text = shift_years_written (old->date_text, years);
  gboolean lost = old->due_on != NULL && g_str_has_suffix (old->due_on, "-02-29") && due_on != NULL
                  && !g_str_has_suffix (due_on, "-02-29");
  g_auto (GStrv) parts = lost && text != NULL ? g_strsplit (text, "2月29日", -1) : NULL;

  return parts != NULL ? g_strjoinv ("2月28日", parts) : g_steal_pointer (&text);
}

static void
copy_milestones (const XybPlan *self, XybPlan *copy)
{
  for (guint i = 0; i < self->milestones->len; i++)
    {
      const XybMilestone *row = self->milestones->pdata[i];
      XybMilestone *milestone = xyb_milestone_new ();

      milestone->key = g_strdup (row->key);
      milestone->text = xyb_text_replace_year (row->text, self->year, copy->year);
      milestone->starts_on = shift_date (row->starts_on, copy->year - self->year);
      milestone->due_on = shift_date (row->due_on, copy->year - self->year);
      milestone->date_text = shift_date_text (row, milestone->due_on, copy->year - self->year);
      milestone->actor = g_strdup (row->actor);
      g_ptr_array_add (copy->milestones, milestone);
    }
}

static void
copy_conditions (const XybPlan *self, XybPlan *copy)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const XybPlanCondition *row = self->conditions->pdata[i];
      XybPlanCondition *condition = xyb_plan_condition_new ();

      condition->track = row->track;
      condition->key = g_strdup (row->key);
      condition->text = g_strdup (row->text);
      condition->number = row->number;
      g_ptr_array_add (copy->conditions, condition);
    }
}

static void
copy_materials (const XybPlan *self, XybPlan *copy)
{
  for (guint i = 0; i < self->materials->len; i++)
    {
      const XybPlanMaterial *row = self->materials->pdata[i];
      XybPlanMaterial *material = xyb_plan_material_new ();

      material->track = row->track;
      material->name = g_strdup (row->name);
      material->requirement = g_strdup (row->requirement);
      material->required = row->required;
      material->has_validity = row->has_validity;
      material->linked_id = link_to_place (self->materials, row->linked_id);
      g_ptr_array_add (copy->materials, material);
    }
}

static void
copy_steps (const XybPlan *self, XybPlan *copy)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const XybPlanStep *row = self->steps->pdata[i];
      XybPlanStep *step = xyb_plan_step_new ();

      step->track = row->track;
      step->parent_id = link_to_place (self->steps, row->parent_id);
      step->name = g_strdup (row->name);
      step->text = g_strdup (row->text);
      step->counted = row->counted;
      step->minimum = row->minimum;
      g_ptr_array_add (copy->steps, step);
    }
}

static void
copy_stages (const XybPlan *self, XybPlan *copy)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      const XybPlanStage *row = self->stages->pdata[i];
      XybPlanStage *stage = xyb_plan_stage_new ();

      stage->track = row->track;
      stage->name = g_strdup (row->name);
      stage->kind = row->kind;
      stage->basis = row->basis;
      stage->fields = row->fields;
      stage->needs_materials = row->needs_materials;
      stage->milestone = g_strdup (row->milestone);
      g_ptr_array_add (copy->stages, stage);
    }
}

static void
copy_tiers (const XybPlan *self, XybPlan *copy)
{
  for (guint i = 0; i < self->tiers->len; i++)
    {
      const XybTier *row = self->tiers->pdata[i];

      g_ptr_array_add (copy->tiers, xyb_tier_new (row->below_percent, row->deduction));
    }
}

static void
copy_texts (const XybPlan *self, XybPlan *copy)
{
  copy->title = xyb_text_replace_year (self->title, self->year, copy->year);
  copy->quota_title = xyb_text_replace_year (self->quota_title, self->year, copy->year);
  copy->nomination_title = xyb_text_replace_year (self->nomination_title, self->year, copy->year);
  copy->issuer = g_strdup (self->issuer);
  copy->lead = g_strdup (self->lead);
  copy->partners = g_strdup (self->partners);
  copy->scope = g_strdup (self->scope);
  copy->policy = g_strdup (self->policy);
  copy->supervision = g_strdup (self->supervision);
  copy->copied_to = g_strdup (self->copied_to);
}

static gboolean
year_can_be_copied_to (const XybPlan *self, int year, GError **error)
{
  if (!xyb_year_check (year, error))
    return FALSE;
  if (year != self->year)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE,
               _ ("要复制的方案本来就是 %d 年的，请另选一个年度。"), year);
  return FALSE;
}

/**
 * xyb_plan_copy_to_year:
 * @self: a plan
 * @year: the year of the copy
 * @error: return location for an error
 *
 * A plan to start the next year from. The year changes in the titles and in the milestones, whose
 * dates move by whole years; 文号 and 印发日期 are blank, because they are not known yet; so are
 * the opening totals, which depend on what the year before really brought (PLAN-12). Targets,
 * quotas, conditions, materials, steps, stages and tiers are kept for the clerk to confirm.
 *
 * All ids are 0; see xyb_plan_resolve_links() for rows that point at each other.
 *
 * Returns: (transfer full): the copy; %NULL with %XYB_CORE_ERROR_INVALID_DATE for an impossible
 *   year or the plan's own
 */
XybPlan *
xyb_plan_copy_to_year (const XybPlan *self, int year, GError **error)
{
  XybPlan *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!year_can_be_copied_to (self, year, error))
    return NULL;
  copy = xyb_plan_new ();
  copy->year = year;
  copy_texts (self, copy);
  memcpy (copy->targets, self->targets, sizeof copy->targets);
  copy->basis = self->basis;
  copy->deadline_inclusive = self->deadline_inclusive;
  copy->rate_points = self->rate_points;
  copy->warn_blue = self->warn_blue;
  copy->warn_yellow = self->warn_yellow;
  copy->warn_red = self->warn_red;
  copy_bases (self, copy);
  copy_quotas (self, copy);
  copy_milestones (self, copy);
  copy_conditions (self, copy);
  copy_materials (self, copy);
  copy_steps (self, copy);
  copy_stages (self, copy);
  copy_tiers (self, copy);
  return copy;
}

/**
 * xyb_plan_resolve_links:
 * @self: a plan whose rows have their ids
 *
 * Turns the places that xyb_plan_copy_to_year() left in linked_id of materials and parent_id of
 * steps into the ids of the rows meant. Ids are left alone, so a second call changes nothing.
 */
void
xyb_plan_resolve_links (XybPlan *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->materials->len; i++)
    {
      XybPlanMaterial *material = self->materials->pdata[i];

      material->linked_id = place_to_link (self->materials, material->linked_id);
    }
  for (guint i = 0; i < self->steps->len; i++)
    {
      XybPlanStep *step = self->steps->pdata[i];

      step->parent_id = place_to_link (self->steps, step->parent_id);
    }
}
