/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"
#include "xyb-quota-rows.h"
#include "xyb-timeline.h"
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

struct _XybOverview
{
  char *today;            /* ISO */
  GArray *years;          /* of int, rising: those that have a plan */
  XybPlan *plan;          /* of the year in view; NULL where there is none at all */
  GPtrArray *districts;   /* of XybUnit, official order */
  GPtrArray *progress;    /* of XybProgress */
  GPtrArray *submissions; /* of XybSubmission */
  XybDoubt without_code;
  XybDoubt wrong_code; /* fails the check of GB 32100, and nobody has seen the licence */
  XybDoubt without_phone;
  char *backed_up_on;  /* ISO: day of the last backup; NULL where there is none */
  char *unsaved_since; /* ISO: day of the first change no backup holds; NULL: every change is held */
  XybQuotaRows *rows;  /* set by xyb_overview_compute(); NULL without a plan */
};

XybOverview *xyb_overview_new (const char *today);
void xyb_overview_free (XybOverview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybOverview, xyb_overview_free)

void xyb_overview_compute (XybOverview *self);

int xyb_overview_calendar_year (const XybOverview *self);
gboolean xyb_overview_has_year (const XybOverview *self, int year);
gboolean xyb_overview_is_closed (const XybOverview *self);
guint xyb_overview_count_returned (const XybOverview *self);

/**
 * XybFigure:
 * @title: 信用管理贯标
 * @done: by the plan's basis; %XYB_UNSAID where the office keeps no record of the track
 * @nominated: 已推荐
 * @signed_up: 已签约
 * @accepted: 已验收
 * @target: of the plan, or %XYB_UNSAID
 * @rate: 62.1%, or —
 * @complete: nothing is missing
 * @deadline: (nullable): 8月15日前验收，还有 22 天
 * @urgency: of the deadline
 * @note: (nullable): what stands in place of the stages where there is no record
 */
typedef struct
{
  XybTrack track;
  char *title;
  gint64 done;
  gint64 nominated;
  gint64 signed_up;
  gint64 accepted;
  gint64 target;
  char *rate;
  gboolean complete;
  char *deadline;
  XybUrgency urgency;
  char *note;
} XybFigure;

XybFigure *xyb_figure_new (const XybOverview *overview, XybTrack track);
void xyb_figure_free (XybFigure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybFigure, xyb_figure_free)

G_END_DECLS
