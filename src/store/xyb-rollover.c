/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-rollover-private.h"

#include "xyb-i18n.h"
#include "xyb-nomination-store.h"
#include "xyb-plan-store.h"
#include "xyb-progress-store.h"
#include "xyb-store-error.h"

void
xyb_unfinished_free (XybUnfinished *self)
{
  if (self == NULL)
    return;
  g_free (self->enterprise_name);
  g_free (self->unit_name);
  g_free (self->stage);
  g_free (self->reason);
  g_free (self->note);
  g_free (self->barrier);
  xyb_nomination_free (self->row);
  g_free (self);
}

void
xyb_rollover_free (XybRollover *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->proposal, xyb_plan_proposal_free);
  g_clear_pointer (&self->unfinished, g_ptr_array_unref);
  g_free (self->today);
  g_free (self);
}

/* The year before the new one, whatever year the plan is copied from. */
static XybPlan *
find_old_plan (XybStore *store, int year, GError **error)
{
  g_autoptr (GArray) years = xyb_plan_store_list_years (store, error);
  int last = 0;

  for (guint i = 0; years != NULL && i < years->len; i++)
    if (g_array_index (years, int, i) < year)
      last = g_array_index (years, int, i);
  return last != 0 ? xyb_plan_store_get (store, last, error) : NULL;
}

/**
 * xyb_rollover_propose:
 * @store: an office
 * @from: the year whose plan is copied, or 0; see xyb_plan_propose()
 * @year: a year that has no plan
 * @today: ISO date: the day of an application that goes on
 * @error: as xyb_plan_propose()
 *
 * Returns: (transfer full): the plan of the new year, and who did not finish in the year before
 *   it; nobody is chosen. %NULL on error
 */
XybRollover *
xyb_rollover_propose (XybStore *store, int from, int year, const char *today, GError **error)
{
  g_autoptr (XybRollover) self = g_new0 (XybRollover, 1);
  g_autoptr (XybPlan) old = NULL;
  GError *problem = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && today != NULL, NULL);

  self->today = g_strdup (today);
  self->proposal = xyb_plan_propose (store, from, year, error);
  if (self->proposal == NULL)
    return NULL;
  old = find_old_plan (store, year, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  self->old_year = old != NULL ? old->year : 0;
  self->unfinished
    = old != NULL ? xyb_rollover_list_unfinished (store, old, self->proposal->plan, today, error)
                  : g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unfinished_free);
  return self->unfinished != NULL ? g_steal_pointer (&self) : NULL;
}

/* ---- choosing ---- */

guint
xyb_rollover_count_chosen (const XybRollover *self, XybTrack track)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->unfinished->len; i++)
    {
      const XybUnfinished *one = self->unfinished->pdata[i];

      n += one->chosen && (track == 0 || one->track == track) ? 1 : 0;
    }
  return n;
}

void
xyb_rollover_choose_all (XybRollover *self, XybTrack track, gboolean chosen)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->unfinished->len; i++)
    {
      XybUnfinished *one = self->unfinished->pdata[i];

      if (one->track == track)
        one->chosen = chosen && one->barrier == NULL;
    }
}

/* ---- writing ---- */

/* A row of its own: after a refusal the proposal is as it was. */
static gboolean
add_row (XybStore *store, const XybPlan *plan, const XybUnfinished *one, GError **error)
{
  g_autoptr (XybNomination) row = xyb_nomination_copy (one->row);

  row->id = 0;
  row->plan_id = plan->id;
  row->position = 0;
  return xyb_nomination_store_save (store, row, error);
}

static gboolean
add_unfinished (XybStore *store, const XybRollover *self, const XybUnfinished *one, GError **error)
{
  const XybPlan *plan = self->proposal->plan;

  if (one->barrier != NULL)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, _ ("「%s」不能转入%d年：%s。"),
                   one->enterprise_name, plan->year, one->barrier);
      return FALSE;
    }
  if (one->track == XYB_TRACK_ACCREDITATION)
    return add_row (store, plan, one, error);
  return xyb_progress_store_apply (store, plan, one->track, one->enterprise_id, self->today,
                                   self->today, error);
}

static gboolean
rollover_edit (XybStore *store, gpointer user_data, GError **error)
{
  const XybRollover *self = user_data;

  if (!xyb_plan_store_add (store, self->proposal->plan, error))
    return FALSE;
  for (guint i = 0; i < self->unfinished->len; i++)
    {
      const XybUnfinished *one = self->unfinished->pdata[i];

      if (one->chosen && !add_unfinished (store, self, one, error))
        return FALSE;
    }
  return TRUE;
}

/* A total that the clerk typed is one of the last day of the year before, too. */
static void
say_as_of (XybPlan *plan)
{
  for (guint i = 0; i < XYB_N_TRACKS && plan->opening_as_of == NULL; i++)
    if (plan->opening[i] != XYB_UNSAID)
      plan->opening_as_of = g_strdup_printf ("%d-12-31", plan->year - 1);
}

/**
 * xyb_rollover_store:
 * @store: an office
 * @self: of xyb_rollover_propose(), looked over; the plan's texts are cleaned and its ids set
 * @error: of xyb_plan_store_add(), xyb_nomination_store_save(), xyb_progress_store_apply()
 *
 * The plan, and the chosen enterprises as rows of the new 附件2 or as applications: one revision,
 * all of it or nothing.
 *
 * Returns: whether it is written
 */
gboolean
xyb_rollover_store (XybStore *store, XybRollover *self, GError **error)
{
  g_autofree char *label = NULL;
  guint n;

  g_return_val_if_fail (XYB_IS_STORE (store) && self != NULL, FALSE);

  say_as_of (self->proposal->plan);
  n = xyb_rollover_count_chosen (self, 0);
  label = n == 0 ? g_strdup_printf (_ ("新建%d年度方案"), self->proposal->plan->year)
                 : g_strdup_printf (_ ("新建%d年度方案，%d年未完成的转入 %u 家"),
                                    self->proposal->plan->year, self->old_year, n);
  return xyb_store_edit (store, label, rollover_edit, self, error);
}
