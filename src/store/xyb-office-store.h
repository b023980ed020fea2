/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-amount.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* The office's own settings (tracked), and filling a new file from the presets. */

/* Keys of the settings. */
#define XYB_SETTING_OFFICE_NAME "office-name" /* 昆山市社会信用体系建设领导小组办公室 */
#define XYB_SETTING_REVENUE_UNIT "revenue-unit" /* 万元 */

char *xyb_office_store_get_setting (XybStore *store, const char *key, GError **error);
gboolean
xyb_office_store_set_setting (XybStore *store, const char *key, const char *value, GError **error);

/* ENT-03: of a 去年销售收入 written without one; 万元 unless the office chose another. */
XybMoneyUnit xyb_office_store_get_revenue_unit (XybStore *store);

/* Loads units and plans of the presets compiled into the program as one barrier revision. */
gboolean xyb_office_store_load_presets (XybStore *store, GError **error);

/* Whether there are plans of the presets the office does not have; and adding those. */
gboolean xyb_office_store_has_presets (XybStore *store);
gboolean xyb_office_store_load_plans (XybStore *store, GError **error);

/* xyb_store_create() + presets; with @years NULL every preset plan, else those of the 0-ended list.
 */
XybStore *xyb_office_store_create (const char *path, const int *years, GError **error);

/* Fills the office with made-up enterprises (昆山示例××有限公司) in every 区镇 of @year: @n in the
 * register, nominations up to a working year's worth when @nominate. Same seed, same data. */
gboolean xyb_office_store_fill_demo (XybStore *store,
                                     int year,
                                     guint n,
                                     gboolean nominate,
                                     XybStoreProgressFunc progress,
                                     gpointer user_data,
                                     GError **error);

/* What those enterprises have behind them on 贯标 and the two 示范 tracks by the end of July. */
gboolean xyb_office_store_fill_demo_tracks (XybStore *store, int year, GError **error);

G_END_DECLS
