/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"

G_BEGIN_DECLS

/* Completion rate and its points, in integers (QUO-04, QUO-05, KH-20, §7.3). */

/* How far one district is: enterprises of the year's 贯标 by stage. */
typedef struct
{
  gint64 unit_id;
  gint64 nominated;
  gint64 confirmed;
  gint64 signed_up;
  gint64 accepted;
} XybProgress;

gint64 xyb_progress_done (const XybProgress *self, XybCompletionBasis basis);

gboolean xyb_completion_below (gint64 done, gint64 quota, gint64 percent);
gint64 xyb_completion_permille (gint64 done, gint64 quota); /* rounded half up; XYB_UNSAID if no rate */
char *xyb_completion_format (gint64 done, gint64 quota);    /* 87.5%, 100%, or — */

/* XYB_UNSAID, which xyb_points_format() shows as —, where there is no rate or no tier (QUO-05). */
gint64 xyb_tiers_deduction (GPtrArray *tiers, gint64 done, gint64 quota);

/**
 * XybWhatIf:
 * @more: how many more until the deduction falls, 0 when nothing can be gained
 * @saved: hundredths of a point saved then
 */
typedef struct
{
  gint64 more;
  gint64 saved;
} XybWhatIf;

XybWhatIf xyb_tiers_next_step (GPtrArray *tiers, gint64 done, gint64 quota);
char *xyb_points_format (gint64 hundredths);        /* 0.4, 5, 0.05 */
char *xyb_points_format_fixed (gint64 hundredths);  /* 0.40 */

G_END_DECLS
