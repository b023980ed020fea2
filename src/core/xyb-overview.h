/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"
#include "xyb-quota-rows.h"
#include "xyb-contract.h"
#include "xyb-timeline.h"
#include "xyb-track-summary.h"
#include "xyb-unit.h"

G_BEGIN_DECLS

/* What the office knows of one year on one day: the page 总览, its printout and `xyb overview`
 * only show what is computed from this. Filled by xyb_overview_store_read(). */

/* Enterprises of the year's list that lack something: how many, and the first to look at. */
typedef struct
{
  gint64 count;
  gint64 first_id;
} XybDoubt;

/* Who may apply for a 示范 title: told only where somebody is still wanted. */
typedef struct
{
  gboolean known;
  gint64 count; /* 符合 */
  gint64 open;  /* 待核: nothing speaks against them */
} XybCandidateCount;

struct _XybOverview
{
  char *today;                    /* ISO */
  GArray *years;                  /* of int, rising: those that have a plan */
  XybPlan *plan;                  /* of the year in view; NULL where there is none at all */
  GPtrArray *districts;           /* of XybUnit, official order */
  GPtrArray *progress;            /* of XybProgress */
  GPtrArray *submissions;         /* of XybSubmission */
  GPtrArray *lines[XYB_N_TRACKS]; /* of XybTrackLine, by track - 1 */
  GPtrArray *contracts;           /* of XybContract: for 示范, of who is on such a track */
  XybCandidateCount candidates[XYB_N_TRACKS];
  XybDoubt without_code;
  XybDoubt wrong_code; /* fails the check of GB 32100, and nobody has seen the licence */
  XybDoubt without_phone;
  char *backed_up_on; /* ISO: day of the last backup; NULL where there is none */
  char
    *unsaved_since; /* ISO: day of the first change no backup holds; NULL: every change is held */
  /* Set by xyb_overview_compute(); NULL without a plan. */
  XybQuotaRows *rows;
  XybTrackSummary *summaries[XYB_N_TRACKS];
};

XybOverview *xyb_overview_new (const char *today);
void xyb_overview_free (XybOverview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybOverview, xyb_overview_free)

void xyb_overview_compute (XybOverview *self);

int xyb_overview_calendar_year (const XybOverview *self);
gboolean xyb_overview_has_year (const XybOverview *self, int year);
gboolean xyb_overview_is_closed (const XybOverview *self);
gboolean xyb_overview_knows_track (const XybOverview *self, XybTrack track);
gboolean xyb_overview_wants_candidates (const XybOverview *self, XybTrack track);
guint xyb_overview_count_returned (const XybOverview *self);

/* A layer of a figure's bar: 已验收 41. */
typedef struct
{
  char *name;
  gint64 count;
} XybFigureLayer;

/**
 * XybFigure:
 * @title: 信用管理贯标
 * @done: by the plan's basis, of 示范 who holds the title; %XYB_UNSAID where nothing is recorded of
 *   a year that is over
 * @layers: (element-type XybFigureLayer): what @done is made from, the farthest first; each holds
 *   those before it
 * @target: of the plan, or %XYB_UNSAID
 * @rate: 62.1%, or —
 * @cumulative: 年初存量 and what the year has brought (PLAN-12), or %XYB_UNSAID
 * @complete: nothing is missing
 * @deadline: (nullable): 8月15日前验收，还有 22 天
 * @urgency: of the deadline
 * @note: (nullable): 符合条件可推荐 3 家; or what stands in place of the layers
 */
typedef struct
{
  XybTrack track;
  char *title;
  gint64 done;
  GPtrArray *layers;
  gint64 target;
  char *rate;
  gint64 cumulative;
  gboolean complete;
  char *deadline;
  XybUrgency urgency;
  char *note;
} XybFigure;

XybFigure *xyb_figure_new (const XybOverview *overview, XybTrack track);
char *xyb_figure_layer_words (const XybFigure *self);
void xyb_figure_free (XybFigure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybFigure, xyb_figure_free)

G_END_DECLS
