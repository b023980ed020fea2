/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-plan-compare.h"

G_BEGIN_DECLS

/* 条件、材料、步骤、阶段: the old plan beside the new one, and what a copy cannot know. To be read
 * here; edited it is in the plan itself, once the year is there. */

#define XYB_TYPE_YEAR_RULES (xyb_year_rules_get_type ())
G_DECLARE_FINAL_TYPE (XybYearRules, xyb_year_rules, XYB, YEAR_RULES, AdwBin)

void xyb_year_rules_show (XybYearRules *self, const XybPlan *before, const XybPlan *after);
guint xyb_year_rules_count_checks (XybYearRules *self);
void xyb_year_rules_show_all (XybYearRules *self, gboolean all);
GtkListBox *xyb_year_rules_get_list (XybYearRules *self);

G_END_DECLS
