/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-overview.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 区镇进度: every 区镇 with its bar; a row leads to 指标分解. */

#define XYB_TYPE_DISTRICT_TABLE (xyb_district_table_get_type ())
G_DECLARE_FINAL_TYPE (XybDistrictTable, xyb_district_table, XYB, DISTRICT_TABLE, GtkBox)

void xyb_district_table_fill (XybDistrictTable *self, const XybOverview *overview);
void xyb_district_table_set_room (XybDistrictTable *self, int height);

G_END_DECLS
