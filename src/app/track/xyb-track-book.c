/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-book.h"

#include "xyb-plan-store.h"

/**
 * xyb_track_book_read:
 * @store: the store
 * @year: a year with a plan
 * @track: one of its tracks
 * @today: ISO date
 * @error: return location
 *
 * Returns: (transfer full) (nullable): everyone on it
 */
XybTrackBook *
xyb_track_book_read (XybStore *store, int year, XybTrack track, const char *today, GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, year, error);
  GPtrArray *lines
    = plan != NULL ? xyb_progress_store_list_lines (store, plan, track, today, error) : NULL;
  XybTrackBook *self;

  if (lines == NULL)
    return NULL;
  self = g_rc_box_new0 (XybTrackBook);
  self->track = track;
  self->lines = lines;
  self->stages = xyb_plan_list_stages (plan, track);
  self->materials = xyb_plan_list_materials (plan, track);
  for (guint i = 0; i < self->materials->len; i++)
    self->n_required += ((XybPlanMaterial *) self->materials->pdata[i])->required ? 1 : 0;
  self->plan = g_steal_pointer (&plan);
  return self;
}

/**
 * xyb_track_book_ref:
 * @self: a book
 *
 * Returns: (transfer full): @self
 */
XybTrackBook *
xyb_track_book_ref (XybTrackBook *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  XybTrackBook *self = data;

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->materials);
  xyb_plan_free (self->plan);
}

/**
 * xyb_track_book_unref:
 * @self: (nullable): a book
 */
void
xyb_track_book_unref (XybTrackBook *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear);
}

/**
 * xyb_track_book_place_of:
 * @self: a book
 * @stage: (nullable): a stage of its plan
 *
 * Returns: where it stands on the track, from 0; -1 for none
 */
int
xyb_track_book_place_of (const XybTrackBook *self, const XybPlanStage *stage)
{
  guint index = 0;

  return stage != NULL && g_ptr_array_find (self->stages, stage, &index) ? (int) index : -1;
}

/**
 * xyb_track_book_last_place:
 * @self: a book
 *
 * Returns: where the stage stands that counts as passed, behind which nothing is on the way; -1 for
 *   none
 */
int
xyb_track_book_last_place (const XybTrackBook *self)
{
  return xyb_track_book_place_of (self, xyb_plan_find_stage_of_kind (self->plan, self->track,
                                                                     XYB_STAGE_KIND_PASSED));
}
