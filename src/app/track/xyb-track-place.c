/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-place.h"

#include "xyb-date.h"
#include "xyb-plan-store.h"
#include "xyb-progress-store.h"

/**
 * xyb_track_place_new:
 * @office: the office
 * @track_case: what is shown of it
 *
 * Returns: (transfer full): where it stands
 */
XybTrackPlace *
xyb_track_place_new (XybOffice *office, const XybTrackCase *track_case)
{
  XybTrackPlace *self = g_new0 (XybTrackPlace, 1);

  self->office = g_object_ref (office);
  self->year = track_case->plan->year;
  self->track = track_case->record->track;
  self->enterprise_id = track_case->record->enterprise_id;
  return self;
}

/**
 * xyb_track_place_copy:
 * @self: a place
 *
 * Returns: (transfer full): the same once more
 */
XybTrackPlace *
xyb_track_place_copy (const XybTrackPlace *self)
{
  XybTrackPlace *copy = g_memdup2 (self, sizeof *self);

  g_object_ref (copy->office);
  return copy;
}

/**
 * xyb_track_place_free:
 * @self: (nullable): a place
 */
void
xyb_track_place_free (XybTrackPlace *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->office);
  g_free (self);
}

/**
 * xyb_track_place_read:
 * @self: a place
 * @out_plan: (out): the plan of its year
 * @error: of the stores
 *
 * Returns: (transfer full) (nullable): what is kept there today; %NULL where the enterprise is not
 *   on the track any more
 */
XybTrackCase *
xyb_track_place_read (const XybTrackPlace *self, XybPlan **out_plan, GError **error)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, self->year, error);
  g_autofree char *today = xyb_date_today ();
  XybTrackCase *track_case
    = plan != NULL
        ? xyb_progress_store_read_case (store, plan, self->track, self->enterprise_id, today, error)
        : NULL;

  if (track_case != NULL)
    *out_plan = g_steal_pointer (&plan);
  return track_case;
}
