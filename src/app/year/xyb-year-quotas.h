/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-rollover.h"
#include "xyb-year-table.h"

G_BEGIN_DECLS

/* 指标: 附件1 of the new year beside the old one, its sum checked against the target (QUO-01). */

#define XYB_TYPE_YEAR_QUOTAS (xyb_year_quotas_get_type ())
G_DECLARE_FINAL_TYPE (XybYearQuotas, xyb_year_quotas, XYB, YEAR_QUOTAS, AdwBin)

/* XybYearQuotas::refused (const char *sentence) */

void xyb_year_quotas_show (XybYearQuotas *self, const XybRollover *rollover);
gboolean xyb_year_quotas_keep (XybYearQuotas *self, XybPlan *plan);
void xyb_year_quotas_check (XybYearQuotas *self, gint64 target, gint64 city_target);
XybYearTable *xyb_year_quotas_get_table (XybYearQuotas *self);
const char *xyb_year_quotas_get_sentence (XybYearQuotas *self);

G_END_DECLS
