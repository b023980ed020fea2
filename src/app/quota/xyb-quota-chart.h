/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-quota-rows.h"

G_BEGIN_DECLS

/* 各区镇进度: the table once more as bars, in the same order. */

#define XYB_TYPE_QUOTA_CHART (xyb_quota_chart_get_type ())
G_DECLARE_FINAL_TYPE (XybQuotaChart, xyb_quota_chart, XYB, QUOTA_CHART, GtkWidget)

void xyb_quota_chart_fill (XybQuotaChart *self, const XybQuotaRows *rows);
void xyb_quota_chart_select (XybQuotaChart *self, gint64 unit_id);

G_END_DECLS
