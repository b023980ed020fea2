/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"

G_BEGIN_DECLS

/* The dates of a year: blue, yellow, red (§6), and a calendar file for other programs. */

/**
 * XybWarningDays:
 *
 * From how many days before the last day a milestone is blue, yellow, red; -1 of red: only once it
 * is over.
 */
typedef struct
{
  int blue;
  int yellow;
  int red;
} XybWarningDays;

extern const XybWarningDays xyb_warning_days_default;

typedef enum
{
  XYB_WARNING_NONE,
  XYB_WARNING_BLUE,
  XYB_WARNING_YELLOW,
  XYB_WARNING_RED
} XybWarningLevel;

gboolean xyb_warning_days_check (const XybWarningDays *self, GError **error);
XybWarningLevel xyb_warning_level (const XybWarningDays *self, int days_left);
const char *xyb_warning_level_key (XybWarningLevel level);  /* blue */
const char *xyb_warning_level_name (XybWarningLevel level); /* 蓝 */

/* RFC 5545: an event a milestone; undated ones are left out. */
char *xyb_calendar_text (const XybPlan *plan,
                         const XybWarningDays *days,
                         const char *stamp,
                         guint *out_events);

G_END_DECLS
