/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When something was done, as a clerk says it, and the days a list can be narrowed to. */

typedef enum
{
  XYB_PERIOD_ALL,
  XYB_PERIOD_TODAY,
  XYB_PERIOD_WEEK, /* since Monday */
  XYB_PERIOD_MONTH
} XybPeriod;

char *xyb_moment_words (const char *time, const char *today);
char *xyb_period_start (XybPeriod period, const char *today);

G_END_DECLS
