/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates are ISO text everywhere ("2020-04-15"); years 1900–2199. */

#define XYB_YEAR_MIN 1900
#define XYB_YEAR_MAX 2199

gboolean xyb_year_check (gint64 year, GError **error);
gboolean xyb_year_parse (const char *text, int *out_year, GError **error);

char *xyb_date_today (void);
gboolean xyb_date_is_valid (const char *iso);
char *xyb_date_parse (const char *field, const char *text, GError **error);
char *xyb_date_format (const char *iso);
char *xyb_date_format_short (const char *iso);
char *xyb_date_shift_year (const char *iso, int years);
char *xyb_date_shift_month (const char *iso, int months);
char *xyb_date_shift_day (const char *iso, int days);
int xyb_date_days_between (const char *from, const char *to);

G_END_DECLS
