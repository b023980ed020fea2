/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"
#include "xyb-timeline.h"

G_BEGIN_DECLS

/* How a 区镇's return of 附件2 stands on a day (ENT-06), in words. */

gboolean xyb_submission_is_returned (const XybSubmission *self);
char *xyb_submission_due_words (const XybSubmission *self,
                                const XybPlan *plan,
                                const char *today,
                                XybUrgency *out_urgency);
char *xyb_submission_due_brief (const XybSubmission *self,
                                const XybPlan *plan,
                                const char *today,
                                XybUrgency *out_urgency);
char *xyb_submission_gap_words (gint64 rows, gint64 quota);
gint64 xyb_plan_quota_of (const XybPlan *plan, gint64 unit_id);

G_END_DECLS
