/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-overview.h"

/* The three figures of 总览: how far the city is on each track. */

static const char *
title_of (XybTrack track)
{
  switch (track)
    {
    case XYB_TRACK_CITY_MODEL:
      return _ ("苏州市级示范");
    case XYB_TRACK_PROVINCE_MODEL:
      return _ ("江苏省级示范");
    case XYB_TRACK_ACCREDITATION:
    default:
      return _ ("信用管理贯标");
    }
}

/* ---- layers ---- */

static void
layer_free (gpointer data)
{
  XybFigureLayer *layer = data;

  g_free (layer->name);
  g_free (layer);
}

static void
add_layer (XybFigure *self, const char *name, gint64 count)
{
  XybFigureLayer *layer = g_new0 (XybFigureLayer, 1);

  layer->name = g_strdup (name);
  layer->count = count;
  g_ptr_array_add (self->layers, layer);
}

static void
fill_accreditation (XybFigure *self, const XybOverview *overview)
{
  const XybQuotaRow *total = overview->rows->total;

  self->done = total->done;
  add_layer (self, _ ("已验收"), total->progress.accepted);
  add_layer (self, _ ("已签约"), total->progress.signed_up);
  add_layer (self, _ ("已推荐"), total->progress.nominated);
}

/* The stage the earliest milestone of the track waits for: 名单, 推荐. */
static const XybPlanStage *
entry_stage (const XybPlan *plan, XybTrack track)
{
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      const XybMilestone *milestone = plan->milestones->pdata[i];
      const XybPlanStage *stage = xyb_milestone_track (milestone) == track
                                    ? xyb_plan_last_stage_due (plan, track, milestone)
                                    : NULL;

      if (stage != NULL)
        return stage;
    }
  return NULL;
}

static void
add_stage (XybFigure *self, const XybTrackSummary *summary, const XybPlanStage *stage)
{
  if (stage != NULL)
    add_layer (self, stage->name, xyb_track_summary_reached (summary, stage));
}

/* The result that counts, the papers that are in, the list: in the plan's own words. */
static void
fill_model (XybFigure *self, const XybOverview *overview)
{
  const XybPlan *plan = overview->plan;
  const XybTrackSummary *summary = overview->summaries[self->track - 1];
  const XybPlanStage *papers = xyb_plan_material_stage (plan, self->track);
  const XybPlanStage *entry = entry_stage (plan, self->track);

  self->done = summary->passed;
  add_stage (self, summary, xyb_plan_find_stage_of_kind (plan, self->track, XYB_STAGE_KIND_PASSED));
  if (papers != NULL && papers->kind == XYB_STAGE_KIND_STEP)
    add_stage (self, summary, papers);
  if (entry != papers)
    add_stage (self, summary, entry);
}

/* ---- where nothing is known ---- */

/* PLAN-12: what there was before the year is known; what the year brought is not. */
static void
fill_without_record (XybFigure *self, const XybPlan *plan)
{
  gint64 opening = plan->opening[self->track - 1];
  g_autofree char *as_of = xyb_date_format (plan->opening_as_of);

  self->done = XYB_UNSAID;
  if (opening == XYB_UNSAID)
    self->note = g_strdup (_ ("本年没有登记"));
  else if (plan->opening_as_of == NULL)
    self->note = g_strdup_printf (_ ("本年没有登记 · 此前累计 %" PRId64 " 家"), opening);
  else
    self->note = g_strdup_printf (_ ("本年没有登记 · 截至 %s累计 %" PRId64 " 家"), as_of, opening);
}

/* ---- what else is said ---- */

static const char *
verb_of (XybMilestoneRole role)
{
  switch (role)
    {
    case XYB_ROLE_ACCEPT:
      return _ ("验收");
    case XYB_ROLE_LIST:
      return _ ("推荐");
    case XYB_ROLE_APPLY:
      return _ ("申报");
    case XYB_ROLE_REVIEW:
      return _ ("认定");
    case XYB_ROLE_NONE:
    case XYB_ROLE_ISSUE:
    case XYB_ROLE_CONFIRM:
    case XYB_ROLE_RETURN:
    default:
      return "";
    }
}

/* The first date of the track that still waits for something; the last one where none does. */
static const XybMilestone *
next_milestone (const XybFigure *self, const XybOverview *overview)
{
  const XybPlan *plan = overview->plan;

  for (guint i = 0; i < plan->milestones->len; i++)
    {
      const XybMilestone *milestone = plan->milestones->pdata[i];

      if (xyb_milestone_track (milestone) == self->track && milestone->due_on != NULL
          && !xyb_overview_milestone_is_done (overview, milestone))
        return milestone;
    }
  return NULL;
}

static void
set_deadline (XybFigure *self, const XybOverview *overview)
{
  const XybMilestone *next
    = self->done == XYB_UNSAID
        ? xyb_plan_next_of_track (overview->plan, self->track, overview->today)
        : next_milestone (self, overview);
  const char *verb;
  g_autofree char *when = NULL;
  g_autofree char *left = NULL;
  int days;

  if (self->complete)
    {
      self->deadline = g_strdup (_ ("已完成"));
      return;
    }
  if (next == NULL
      || xyb_milestone_state (next, overview->today, overview->plan->deadline_inclusive, &days)
           == XYB_MILESTONE_UNDATED)
    return;
  when = xyb_milestone_date_words (next);
  verb = verb_of (xyb_milestone_role (next));
  /* Without a record nobody can say that it is late: only that the day is over. */
  if (days < 0 && (self->done == XYB_UNSAID || xyb_overview_is_closed (overview)))
    {
      self->deadline = g_strdup_printf (_ ("%s%s，已过"), when, verb);
      return;
    }
  left = xyb_days_words (days);
  self->deadline = g_strdup_printf (_ ("%s%s，%s"), when, verb, left);
  self->urgency = xyb_plan_urgency (overview->plan, days);
}

static void
set_note (XybFigure *self, const XybOverview *overview)
{
  const XybCandidateCount *candidates = &overview->candidates[self->track - 1];

  if (self->note != NULL || self->complete || !candidates->known)
    return;
  if (candidates->count > 0)
    self->note = g_strdup_printf (_ ("符合条件可推荐 %" PRId64 " 家"), candidates->count);
  else if (candidates->open > 0)
    self->note = g_strdup_printf (_ ("%" PRId64 " 家待核后可推荐"), candidates->open);
  else
    self->note = g_strdup (_ ("没有符合条件的企业"));
}

static void
set_rate (XybFigure *self)
{
  if (self->done == XYB_UNSAID)
    self->rate = g_strdup ("—");
  else if (self->done == 0 && self->target > 0)
    self->rate = g_strdup ("0%");
  else
    self->rate = xyb_completion_format (self->done, self->target);
}

/* PLAN-12: 590 and what the year has brought. */
static void
set_cumulative (XybFigure *self, const XybOverview *overview)
{
  gint64 opening = overview->plan->opening[self->track - 1];
  gint64 passed = self->track == XYB_TRACK_ACCREDITATION ? overview->rows->total->progress.accepted
                                                         : self->done;

  self->cumulative
    = opening == XYB_UNSAID || self->done == XYB_UNSAID ? XYB_UNSAID : opening + passed;
}

/**
 * xyb_figure_new:
 * @overview: an overview with a plan
 * @track: one of the three levels
 *
 * Returns: (transfer full): how far the city is on @track
 */
XybFigure *
xyb_figure_new (const XybOverview *overview, XybTrack track)
{
  XybFigure *self;

  g_return_val_if_fail (overview != NULL && overview->rows != NULL, NULL);
  g_return_val_if_fail (track >= 1 && track <= XYB_N_TRACKS, NULL);

  self = g_new0 (XybFigure, 1);
  self->track = track;
  self->title = g_strdup (title_of (track));
  self->layers = g_ptr_array_new_with_free_func (layer_free);
  self->target = overview->plan->targets[track - 1];
  self->urgency = XYB_URGENCY_PLAIN;
  if (track == XYB_TRACK_ACCREDITATION)
    fill_accreditation (self, overview);
  else if (xyb_overview_knows_track (overview, track))
    fill_model (self, overview);
  else
    fill_without_record (self, overview->plan);
  self->complete = self->done != XYB_UNSAID && self->target != XYB_UNSAID && self->target > 0
                   && self->done >= self->target;
  set_rate (self);
  set_cumulative (self, overview);
  set_deadline (self, overview);
  set_note (self, overview);
  return self;
}

/**
 * xyb_figure_layer_words:
 * @self: a figure
 *
 * Returns: (transfer full): 已验收 41 家，已签约 64 家，已推荐 69 家; the note where there are none
 */
char *
xyb_figure_layer_words (const XybFigure *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->layers->len; i++)
    {
      const XybFigureLayer *layer = self->layers->pdata[i];

      g_string_append_printf (text, _ ("%s%s %" PRId64 " 家"), i > 0 ? _ ("，") : "", layer->name,
                              layer->count);
    }
  if (self->note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? _ ("，") : "", self->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * xyb_figure_free:
 * @self: (nullable): a figure
 *
 * Frees it.
 */
void
xyb_figure_free (XybFigure *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->layers);
  g_free (self->rate);
  g_free (self->deadline);
  g_free (self->note);
  g_free (self);
}
