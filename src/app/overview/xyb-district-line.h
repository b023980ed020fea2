/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-quota-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of 区镇进度: name, bar, 验收/指标, 还差, 预计扣分. */

#define XYB_TYPE_DISTRICT_LINE (xyb_district_line_get_type ())
G_DECLARE_FINAL_TYPE (XybDistrictLine, xyb_district_line, XYB, DISTRICT_LINE, GtkBox)

/* The columns keep their width from line to line. */
#define XYB_DISTRICT_COLUMNS 4

GtkWidget *xyb_district_line_new (void);
void xyb_district_line_join (XybDistrictLine *self, GtkSizeGroup *const *columns);
void xyb_district_line_fill (XybDistrictLine *self, const XybQuotaRow *row, gint64 scale);
void xyb_district_line_fill_total (XybDistrictLine *self, const XybQuotaRows *rows);
gint64 xyb_district_line_get_unit_id (XybDistrictLine *self);
const char *xyb_district_line_get_words (XybDistrictLine *self);

G_END_DECLS
