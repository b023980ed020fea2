/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"
#include "xyb-warning.h"

G_BEGIN_DECLS

/* The dates of a year: how they warn (§6), and a calendar file of them for other programs. */

XybWarningDays xyb_plan_warning_days (const XybPlan *plan);
XybWarningLevel xyb_plan_level (const XybPlan *plan, int days_left);
XybUrgency xyb_plan_urgency (const XybPlan *plan, int days_left);

/* RFC 5545: an event a milestone; undated ones are left out. */
char *xyb_calendar_text (const XybPlan *plan,
                         const XybWarningDays *days,
                         const char *stamp,
                         guint *out_events);

G_END_DECLS
