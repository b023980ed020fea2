/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-eligibility.h"

G_BEGIN_DECLS

/* What xyb-eligibility.c and xyb-eligibility-checks.c share. */

/* Says its verdict and, in words, its evidence. */
typedef XybVerdict (*XybConditionCheckFunc) (const XybPlanCondition *condition,
                                             const XybEligibilityFacts *facts,
                                             char **evidence);

XybConditionCheckFunc xyb_condition_find_check (const char *key);

G_END_DECLS
