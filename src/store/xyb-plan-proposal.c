/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-proposal.h"

#include "xyb-award-store.h"
#include "xyb-lookup.h"
#include "xyb-plan-private.h"
#include "xyb-plan-store.h"
#include "xyb-unit-store.h"

void
xyb_plan_proposal_free (XybPlanProposal *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->plan, xyb_plan_free);
  g_clear_pointer (&self->source, xyb_plan_free);
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    g_clear_pointer (&self->openings[i], xyb_opening_free);
  g_free (self);
}

/* The plans of the years before @year, rising. */
static GPtrArray *
list_before (XybStore *store, const GArray *years, int year, GError **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_free);

  for (guint i = 0; i < years->len && g_array_index (years, int, i) < year; i++)
    {
      XybPlan *plan = xyb_plan_store_get (store, g_array_index (years, int, i), error);

      if (plan == NULL)
        return NULL;
      g_ptr_array_add (plans, plan);
    }
  return g_steal_pointer (&plans);
}

/* The latest plan before @year is the pattern; where all are later, the earliest of them; where the
 * office has none, the newest the program brings. */
static XybPlan *
find_source (XybStore *store, const GArray *years, const GPtrArray *before, GError **error)
{
  if (before->len > 0)
    return xyb_plan_store_get (store, ((XybPlan *) before->pdata[before->len - 1])->year, error);
  if (years->len > 0)
    return xyb_plan_store_get (store, g_array_index (years, int, 0), error);
  return xyb_preset_newest_plan (error);
}

static const XybUnit *
find_unit (const GPtrArray *units, gint64 id)
{
  for (guint i = 0; i < units->len; i++)
    if (((XybUnit *) units->pdata[i])->id == id)
      return units->pdata[i];
  return NULL;
}

/* Somebody else's numbers are no proposal; and a 区镇 the office took out of its list has no row.
 */
static gboolean
make_blank (XybStore *store, XybPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) units = xyb_unit_store_list (store, XYB_UNIT_KIND_DISTRICT, error);

  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    plan->targets[i] = XYB_UNSAID;
  for (guint i = plan->quotas->len; i > 0; i--)
    {
      XybQuota *quota = plan->quotas->pdata[i - 1];
      const XybUnit *unit = find_unit (units, quota->unit_id);

      quota->accreditation = XYB_UNSAID;
      quota->city_model = XYB_UNSAID;
      if (unit == NULL)
        {
          g_ptr_array_remove_index (plan->quotas, i - 1);
          continue;
        }
      g_free (quota->unit_name);
      quota->unit_name = g_strdup (unit->name);
    }
  return TRUE;
}

static gboolean
propose_openings (XybStore *store, XybPlanProposal *self, const GPtrArray *before, GError **error)
{
  g_autoptr (GPtrArray) awards = xyb_award_store_list (store, 0, 0, error);
  gboolean known = FALSE;

  if (awards == NULL)
    return FALSE;
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    {
      XybOpening *opening = xyb_opening_new (i + 1, self->plan->year, before, awards);

      self->openings[i] = opening;
      self->plan->opening[i] = opening->number;
      known = known || opening->number != XYB_UNSAID;
    }
  g_clear_pointer (&self->plan->opening_as_of, g_free);
  if (known)
    self->plan->opening_as_of = g_strdup_printf ("%d-12-31", self->plan->year - 1);
  return TRUE;
}

/**
 * xyb_plan_propose:
 * @store: an office
 * @from: the year whose plan is copied, or 0 for the latest before @year
 * @year: a year that has no plan
 * @error: %XYB_STORE_ERROR_EXISTS where it has one; %XYB_STORE_ERROR_NOT_FOUND where @from has none
 *
 * A copy as xyb_plan_copy_to_year() makes it, with opening totals from the register, or derived
 * from the years before (PLAN-12).
 *
 * Returns: (transfer full): the proposal, or %NULL
 */
XybPlanProposal *
xyb_plan_propose (XybStore *store, int from, int year, GError **error)
{
  g_autoptr (XybPlanProposal) self = g_new0 (XybPlanProposal, 1);
  g_autoptr (GArray) years = NULL;
  g_autoptr (GPtrArray) before = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  if (from != 0)
    self->source = xyb_plan_store_get (store, from, error);
  if ((from != 0 && self->source == NULL) || !xyb_plan_store_year_is_free (store, year, error))
    return NULL;
  years = xyb_plan_store_list_years (store, error);
  before = years != NULL ? list_before (store, years, year, error) : NULL;
  if (before == NULL)
    return NULL;
  self->from_preset = years->len == 0;
  if (self->source == NULL)
    self->source = find_source (store, years, before, error);
  if (self->source == NULL)
    return NULL;
  /* Only the program's own plan can be of the very year: then it is that plan. */
  self->plan = self->source->year == year ? xyb_preset_newest_plan (error)
                                          : xyb_plan_copy_to_year (self->source, year, error);
  if (self->plan == NULL || (self->from_preset && !make_blank (store, self->plan, error))
      || !propose_openings (store, self, before, error))
    return NULL;
  return g_steal_pointer (&self);
}
