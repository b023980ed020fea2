/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-completion.h"

G_BEGIN_DECLS

/* What stands beside each quota: progress, rate, projected deduction and the way to lose less
 * (QUO-04). Computed from plan and progress; widgets, pages and xyb only print it. */

typedef struct
{
  gint64 unit_id; /* 0: the 合计 row */
  char *name;
  gint64 accreditation; /* or XYB_UNSAID */
  gint64 city_model;    /* or XYB_UNSAID */
  XybProgress progress;
  gint64 done;      /* by the plan's basis (AMB-13) */
  gint64 missing;   /* 差额, or XYB_UNSAID without a quota */
  gint64 deduction; /* hundredths, or XYB_UNSAID */
  XybWhatIf next;
  gint64 unsigned_of_next; /* of the next step's enterprises, how many have no contract yet */
} XybQuotaRow;

typedef struct
{
  GPtrArray *rows; /* of XybQuotaRow, official order */
  XybQuotaRow *total;
  guint deducted; /* 区镇 that would lose points today */
  XybCompletionBasis basis;
  gint64 target;  /* the plan's 贯标 target, or XYB_UNSAID */
  char *unlisted; /* 区镇 without a row, 、-separated; or NULL */
} XybQuotaRows;

XybQuotaRows *
xyb_quota_rows_new (const XybPlan *plan, GPtrArray *progress, const GPtrArray *districts);
/* As above, and a row without quota for each 区镇 that has nominations all the same (QUO-06). */
XybQuotaRows *
xyb_quota_rows_new_whole (const XybPlan *plan, GPtrArray *progress, const GPtrArray *districts);
void xyb_quota_rows_free (XybQuotaRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybQuotaRows, xyb_quota_rows_free)

const XybQuotaRow *xyb_quota_rows_find (const XybQuotaRows *self, gint64 unit_id);

const char *xyb_quota_rows_verb (XybCompletionBasis basis);
char *xyb_quota_rows_scheme_note (const XybPlan *plan);
char *xyb_quota_row_advice (const XybQuotaRow *self, XybCompletionBasis basis);
char *xyb_quota_rows_points_label (gint64 hundredths);
char *xyb_quota_rows_deducted_label (const XybQuotaRows *self);
char *xyb_quota_rows_number_label (gint64 number);
char *xyb_quota_rows_short_name (const char *name);
char *xyb_quota_rows_total_sentence (gint64 total, gint64 target, gboolean *out_match);

G_END_DECLS
