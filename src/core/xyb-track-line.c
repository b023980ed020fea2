/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-line.h"

#include <string.h>

#include "xyb-track-private.h"

/**
 * xyb_track_line_new:
 * @plan: the plan of the year; has to outlive the line
 * @record: an enterprise on one of its tracks; its names go over to the line
 * @today: ISO date
 *
 * Returns: (transfer full): the line, of which no material is known yet
 */
XybTrackLine *
xyb_track_line_new (const XybPlan *plan, XybTrackRecord *record, const char *today)
{
  XybTrackLine *self;
  const XybStageRecord *reached;
  const XybMilestone *due;

  g_return_val_if_fail (plan != NULL && record != NULL, NULL);

  self = g_new0 (XybTrackLine, 1);
  self->record_id = record->id;
  self->enterprise_id = record->enterprise_id;
  self->enterprise_name = g_steal_pointer (&record->enterprise_name);
  self->unit_id = record->unit_id;
  self->unit_name = g_steal_pointer (&record->unit_name);
  self->stage = xyb_track_current (plan, record);
  reached = self->stage != NULL ? xyb_track_record_find (record, self->stage->id) : NULL;
  self->stage_on = reached != NULL ? g_strdup (reached->reached_on) : NULL;
  self->until = reached != NULL ? g_strdup (reached->until) : NULL;
  self->next = xyb_track_next (plan, record);
  self->result = xyb_track_result (plan, record);
  self->overdue = xyb_track_overdue (plan, record, today);
  if (self->overdue != NULL)
    {
      xyb_milestone_state (self->overdue, today, plan->deadline_inclusive, &self->overdue_days);
      self->overdue_days = -self->overdue_days;
    }
  self->days_left = XYB_TRACK_NO_DAYS;
  due = xyb_track_next_due (plan, record);
  self->urgency = XYB_URGENCY_PLAIN;
  if (due != NULL)
    {
      const XybWarningDays warning = xyb_plan_warning_days (plan);

      xyb_milestone_state (due, today, plan->deadline_inclusive, &self->days_left);
      self->urgency = xyb_urgency_of_days (&warning, self->days_left);
    }
  for (guint i = 0; i < plan->stages->len && !self->signed_up; i++)
    {
      const XybPlanStage *stage = plan->stages->pdata[i];

      self->signed_up = stage->track == record->track && stage->basis == XYB_BASIS_SIGNED
                        && xyb_track_find_reached (record, stage) != NULL;
    }
  return self;
}

/**
 * xyb_track_line_free:
 * @self: (nullable): a line
 *
 * Frees it.
 */
void
xyb_track_line_free (XybTrackLine *self)
{
  if (self == NULL)
    return;
  g_free (self->enterprise_name);
  g_free (self->unit_name);
  g_free (self->stage_on);
  g_free (self->expires_on);
  g_free (self->until);
  g_free (self->search_key);
  g_free (self);
}

/**
 * xyb_plan_list_materials:
 * @plan: a plan
 * @track: one of its tracks
 *
 * Returns: (transfer container) (element-type XybPlanMaterial): its materials in order
 */
GPtrArray *
xyb_plan_list_materials (const XybPlan *plan, XybTrack track)
{
  GPtrArray *materials = g_ptr_array_new ();

  for (guint i = 0; plan != NULL && i < plan->materials->len; i++)
    if (((XybPlanMaterial *) plan->materials->pdata[i])->track == track)
      g_ptr_array_add (materials, plan->materials->pdata[i]);
  return materials;
}

/* A filter by material cannot tell more than these apart; the official lists have 7 and 10. */
#define MAX_BITS 64

/**
 * xyb_track_line_start_materials:
 * @self: a line
 * @plan_materials: (element-type XybPlanMaterial): of xyb_plan_list_materials()
 *
 * Nothing is in yet: every required material is missing.
 */
void
xyb_track_line_start_materials (XybTrackLine *self, const GPtrArray *plan_materials)
{
  g_return_if_fail (self != NULL && plan_materials != NULL);

  self->missing = 0;
  self->n_missing = 0;
  for (guint i = 0; i < plan_materials->len; i++)
    if (((XybPlanMaterial *) plan_materials->pdata[i])->required)
      {
        self->n_missing++;
        self->missing |= i < MAX_BITS ? G_GUINT64_CONSTANT (1) << i : 0;
      }
}

static int
find_place (const GPtrArray *plan_materials, gint64 id)
{
  for (guint i = 0; i < plan_materials->len; i++)
    if (((XybPlanMaterial *) plan_materials->pdata[i])->id == id)
      return (int) i;
  return -1;
}

/**
 * xyb_track_line_take_material:
 * @self: a line whose materials were started
 * @plan_materials: (element-type XybPlanMaterial): of xyb_plan_list_materials()
 * @material: what is known of one of them
 * @today: ISO date
 */
void
xyb_track_line_take_material (XybTrackLine *self,
                              const GPtrArray *plan_materials,
                              const XybMaterial *material,
                              const char *today)
{
  int place = find_place (plan_materials, material->material_id);
  const XybPlanMaterial *item = place >= 0 ? plan_materials->pdata[place] : NULL;

  if (item == NULL)
    return;
  if (material->state == XYB_MATERIAL_RETURNED)
    self->n_returned++;
  if (!xyb_material_is_in (material))
    return;
  if (item->required)
    {
      self->n_missing--;
      self->missing &= place < MAX_BITS ? ~(G_GUINT64_CONSTANT (1) << place) : G_MAXUINT64;
    }
  if (xyb_material_validity (NULL, material, item, today, NULL) == XYB_VALIDITY_EXPIRED)
    self->n_expired++;
  if (item->has_validity && material->valid_until != NULL
      && (self->expires_on == NULL || strcmp (material->valid_until, self->expires_on) < 0))
    {
      g_free (self->expires_on);
      self->expires_on = g_strdup (material->valid_until);
      self->expiring = item;
    }
}

/**
 * xyb_track_filter_matches:
 * @self: what the clerk wants to see
 * @line: an enterprise
 *
 * Returns: whether it is one of them
 */
gboolean
xyb_track_filter_matches (const XybTrackFilter *self, const XybTrackLine *line)
{
  if (self->unit_id != 0 && line->unit_id != self->unit_id)
    return FALSE;
  if (self->stage_id != 0 && (line->stage == NULL || line->stage->id != self->stage_id))
    return FALSE;
  if (self->missing != 0 && (line->missing & self->missing) == 0)
    return FALSE;
  if (self->open && line->result != XYB_RESULT_OPEN)
    return FALSE;
  if (self->overdue && !xyb_track_line_is_late (line))
    return FALSE;
  return self->key == NULL || *self->key == '\0'
         || (line->search_key != NULL && strstr (line->search_key, self->key) != NULL);
}
