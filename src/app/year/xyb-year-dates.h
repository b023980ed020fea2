/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-rollover.h"

G_BEGIN_DECLS

/* 时限: every day of the old year beside that of the new one, to be looked at before the year is made
 * (§6: copying a plan asks confirmation). */

#define XYB_TYPE_YEAR_DATES (xyb_year_dates_get_type ())
G_DECLARE_FINAL_TYPE (XybYearDates, xyb_year_dates, XYB, YEAR_DATES, AdwBin)

void xyb_year_dates_show (XybYearDates *self, const XybRollover *rollover);
gboolean xyb_year_dates_keep (XybYearDates *self, XybPlan *plan, GError **error);
gboolean xyb_year_dates_is_confirmed (XybYearDates *self);
void xyb_year_dates_set_confirmed (XybYearDates *self, gboolean confirmed);
void xyb_year_dates_ask (XybYearDates *self);
GtkEditable *xyb_year_dates_get_entry (XybYearDates *self, guint milestone);
const char *xyb_year_dates_get_warning (XybYearDates *self, guint milestone);

G_END_DECLS
