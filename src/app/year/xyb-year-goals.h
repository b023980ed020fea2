/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-rollover.h"
#include "xyb-year-table.h"

G_BEGIN_DECLS

/* 年度与目标: which year, its targets, and the totals it begins with, each with the place it comes
 * from (PLAN-12). */

#define XYB_TYPE_YEAR_GOALS (xyb_year_goals_get_type ())
G_DECLARE_FINAL_TYPE (XybYearGoals, xyb_year_goals, XYB, YEAR_GOALS, AdwBin)

/* XybYearGoals::year-changed (int year)
 * XybYearGoals::changed: a number is another now
 * XybYearGoals::refused (const char *sentence) */

void xyb_year_goals_set_year (XybYearGoals *self, int year);
int xyb_year_goals_get_year (XybYearGoals *self);
void xyb_year_goals_show (XybYearGoals *self, const XybRollover *rollover);
gboolean xyb_year_goals_keep (XybYearGoals *self, XybPlan *plan);
void xyb_year_goals_start (XybYearGoals *self);
XybYearTable *xyb_year_goals_get_table (XybYearGoals *self);

G_END_DECLS
