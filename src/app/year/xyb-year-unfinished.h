/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-rollover.h"

G_BEGIN_DECLS

/* 上年未完成企业: who did not get through, ticked one by one or all, to go on in the new year. */

#define XYB_TYPE_YEAR_UNFINISHED (xyb_year_unfinished_get_type ())
G_DECLARE_FINAL_TYPE (XybYearUnfinished, xyb_year_unfinished, XYB, YEAR_UNFINISHED, AdwBin)

void xyb_year_unfinished_show (XybYearUnfinished *self, XybRollover *rollover);
void xyb_year_unfinished_choose_all (XybYearUnfinished *self, gboolean chosen);
GListModel *xyb_year_unfinished_get_model (XybYearUnfinished *self); /* of XybUnfinishedItem */
const char *xyb_year_unfinished_get_count (XybYearUnfinished *self);

G_END_DECLS
