/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-progress-store.h"

#include "xyb-award-store.h"
#include "xyb-enterprise-store.h"
#include "xyb-provider-store.h"

/* One enterprise on a track, with everything that is kept of it there. */

static gboolean
read_kept (XybStore *store, XybTrackCase *self, GError **error)
{
  gint64 id = self->record->id;

  self->steps = xyb_progress_store_list_steps (store, id, error);
  if (self->steps == NULL)
    return FALSE;
  self->materials = xyb_progress_store_list_materials (store, id, error);
  if (self->materials == NULL)
    return FALSE;
  self->moves = xyb_progress_store_list_moves (store, id, error);
  if (self->moves == NULL)
    return FALSE;
  self->contracts = xyb_contract_store_list (store, self->record->enterprise_id, 0, error);
  return self->contracts != NULL;
}

/* AMB-34: counted to the day of 申报, where one is known; else to today. */
static gboolean
check_conditions (XybStore *store, XybTrackCase *self, GError **error)
{
  const char *applied_on = xyb_track_applied_on (self->plan, self->record);
  g_autoptr (GPtrArray) awards = xyb_award_store_list (store, 0, self->enterprise->id, error);
  XybEligibilityFacts facts = {
    self->enterprise, applied_on != NULL ? applied_on : self->today,
    self->plan->year, awards,
    self->contracts,  NULL,
  };

  if (awards == NULL)
    return FALSE;
  self->checks = xyb_eligibility_check (self->plan, self->record->track, &facts);
  return xyb_progress_store_load_verdicts (store, self->record->id, self->checks, error);
}

/**
 * xyb_progress_store_read_case:
 * @plan: the plan of the year; has to outlive the case
 * @track: one of its tracks
 * @today: ISO date
 * @error: of xyb_progress_store_get()
 *
 * Returns: (transfer full): %NULL where the enterprise is not on the track in that year
 */
XybTrackCase *
xyb_progress_store_read_case (XybStore *store,
                              const XybPlan *plan,
                              XybTrack track,
                              gint64 enterprise_id,
                              const char *today,
                              GError **error)
{
  g_autoptr (XybTrackCase) self = g_new0 (XybTrackCase, 1);

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, NULL);

  self->plan = plan;
  self->today = g_strdup (today);
  self->record = xyb_progress_store_get (store, plan, track, enterprise_id, error);
  if (self->record == NULL)
    return NULL;
  self->enterprise = xyb_enterprise_store_get (store, enterprise_id, error);
  if (self->enterprise == NULL || !read_kept (store, self, error)
      || !check_conditions (store, self, error))
    return NULL;
  self->list = xyb_material_list_new (plan, track, self->materials, today);
  return g_steal_pointer (&self);
}
