/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-material.h"
#include "xyb-track.h"

G_BEGIN_DECLS

/* An enterprise on a track as a list of thousands shows it: where it stands, what it lacks, how
 * late it is. */

#define XYB_TRACK_NO_DAYS G_MAXINT

/**
 * XybTrackLine:
 * @record_id: of XybTrackRecord; 0: only the row of 附件2 is known
 * @unit_id: 区镇, or 0
 * @stage: (nullable): borrowed of the plan: where it stands
 * @stage_on: (nullable): since when, ISO
 * @next: (nullable): borrowed: the stage that comes next
 * @overdue: (nullable): borrowed: the first milestone it has missed
 * @overdue_days: how many days that is over, or 0
 * @days_left: to the last day of the next milestone it has not reached, negative after it;
 *   %XYB_TRACK_NO_DAYS where there is none
 * @urgency: of @days_left, by the plan's warning days
 * @missing: which required materials are not in: bit i is the i-th of the plan's list of the track
 * @n_missing: how many
 * @n_returned: how many were sent back
 * @n_expired: how many that are in do not hold any more
 * @expires_on: (nullable): the earliest 有效期至 of those that are in, ISO
 * @expiring: (nullable): borrowed of the plan: the material that is of
 * @until: (nullable): 期限 of the stage it stands on, ISO
 * @signed_up: has a contract of the kind of the track, or has reached 签约
 * @name_place: its place among all of them by the pinyin of its name
 * @search_key: (nullable): what the register is searched by: keys of its names, initials, code,
 *   contact, phones
 */
typedef struct
{
  gint64 record_id;
  gint64 enterprise_id;
  char *enterprise_name;
  gint64 unit_id;
  char *unit_name;
  const XybPlanStage *stage;
  char *stage_on;
  const XybPlanStage *next;
  XybTrackResult result;
  const XybMilestone *overdue;
  int overdue_days;
  int days_left;
  XybUrgency urgency;
  guint64 missing;
  guint n_missing;
  guint n_returned;
  guint n_expired;
  char *expires_on;
  const XybPlanMaterial *expiring;
  char *until;
  gboolean signed_up;
  guint name_place;
  char *search_key;
} XybTrackLine;

XybTrackLine *xyb_track_line_new (const XybPlan *plan, XybTrackRecord *record, const char *today);
void xyb_track_line_free (XybTrackLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybTrackLine, xyb_track_line_free)

/* The materials of a track, in the order of the bits: borrowed rows of the plan. */
GPtrArray *xyb_plan_list_materials (const XybPlan *plan, XybTrack track);
void xyb_track_line_start_materials (XybTrackLine *self, const GPtrArray *plan_materials);
void xyb_track_line_take_material (XybTrackLine *self,
                                   const GPtrArray *plan_materials,
                                   const XybMaterial *material,
                                   const char *today);

/**
 * XybTrackFilter:
 * @unit_id: only of this 区镇; 0: of all
 * @stage_id: only at this stage; 0: at any
 * @missing: only who lacks one of these materials, as in XybTrackLine; 0: whatever
 * @overdue: only who has missed a milestone, or has an expired material
 * @open: only who has no result yet
 * @key: (nullable): part of @search_key, of xyb_text_key()
 */
typedef struct
{
  gint64 unit_id;
  gint64 stage_id;
  guint64 missing;
  gboolean overdue;
  gboolean open;
  const char *key;
} XybTrackFilter;

gboolean xyb_track_filter_matches (const XybTrackFilter *self, const XybTrackLine *line);

/* What is wrong with it, most urgent first. */
char *xyb_track_line_trouble (const XybTrackLine *self, XybUrgency *out_urgency);
char *xyb_track_line_next_words (const XybTrackLine *self); /* 签约，还有 22 天 */
gboolean xyb_track_line_is_late (const XybTrackLine *self);

/* What a list of them is ordered by. */
typedef enum
{
  XYB_TRACK_BY_DISTRICT, /* as read: official order */
  XYB_TRACK_BY_NAME,
  XYB_TRACK_BY_STAGE,
  XYB_TRACK_BY_DATE,
  XYB_TRACK_BY_DUE,
  XYB_TRACK_BY_MATERIALS,
  XYB_TRACK_BY_TROUBLE
} XybTrackOrder;

void
xyb_track_lines_sort (GPtrArray *lines, const XybPlan *plan, XybTrackOrder order, gboolean down);

/* “69 家，已通过 41，逾期 3”. */
typedef struct
{
  guint n;
  guint passed;
  guint late;
} XybTrackTally;

XybTrackTally xyb_track_lines_count (const GPtrArray *lines);
char *xyb_track_tally_words (const XybTrackTally *self);

G_END_DECLS
