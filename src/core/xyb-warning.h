/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How urgent a day is: blue, yellow, red at days the plan of the year says (§6). */

/**
 * XybWarningDays:
 *
 * From how many days before its last day a thing is blue (it is listed), yellow (it is near), red;
 * -1 of red: only once it is over.
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
char *xyb_warning_days_words (const XybWarningDays *self); /* 提前 30 天蓝、7 天黄，逾期红 */
XybWarningLevel xyb_warning_level (const XybWarningDays *self, int days_left);
const char *xyb_warning_level_key (XybWarningLevel level);  /* blue */
const char *xyb_warning_level_name (XybWarningLevel level); /* 蓝 */

/* What a thing to do is sorted by. */
typedef enum
{
  XYB_URGENCY_OVERDUE = 1, /* red: over */
  XYB_URGENCY_URGENT = 2,  /* red: as near as the plan has it red */
  XYB_URGENCY_NEAR = 3,    /* yellow: near, or doubtful */
  XYB_URGENCY_PLAIN = 4
} XybUrgency;

XybUrgency xyb_urgency_of_days (const XybWarningDays *self, int days_left);
const char *xyb_urgency_key (XybUrgency urgency); /* overdue */
char *xyb_days_words (int days_left);             /* 还有 7 天, 今天到期, 逾期 4 天 */

G_END_DECLS
