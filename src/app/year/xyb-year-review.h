/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-rollover.h"

G_BEGIN_DECLS

/* 核对: the whole new year in a few lines, each of which leads back to its step. */

#define XYB_TYPE_YEAR_REVIEW (xyb_year_review_get_type ())
G_DECLARE_FINAL_TYPE (XybYearReview, xyb_year_review, XYB, YEAR_REVIEW, AdwBin)

/* XybYearReview::go-to (const char *step) */

void xyb_year_review_show (XybYearReview *self,
                           const XybRollover *rollover,
                           gboolean dates_confirmed,
                           const char *quotas);
char *xyb_year_review_dup_text (XybYearReview *self);

G_END_DECLS
