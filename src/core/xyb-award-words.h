/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-roll.h"

G_BEGIN_DECLS

/* What the words of a list of earlier awards mean: heads of columns, titles, years, levels. */

XybAwardColumn xyb_award_head_column (const char *head);
gboolean xyb_award_head_is_name_alone (const char *head);

XybTrack xyb_award_track_in (const char *text, gboolean *out_several);

/* Of a title: several years, or one that is not the year of the rows (截至2018年底). */
#define XYB_AWARD_YEAR_UNCLEAR -1

int xyb_award_year_in (const char *text);
gboolean xyb_award_read_year (const char *text, int *out_year, char **out_day);

gboolean xyb_award_is_company (const char *text);

G_END_DECLS
