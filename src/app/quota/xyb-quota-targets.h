/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* 方案目标: the three numbers of the plan, changed in place (PLAN-03 … PLAN-05, QUO-01). */

#define XYB_TYPE_QUOTA_TARGETS (xyb_quota_targets_get_type ())
G_DECLARE_FINAL_TYPE (XybQuotaTargets, xyb_quota_targets, XYB, QUOTA_TARGETS, AdwBin)

void xyb_quota_targets_fill (XybQuotaTargets *self, XybOffice *office);

G_END_DECLS
