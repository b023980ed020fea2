/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise-store.h"
#include "xyb-lookup.h"
#include "xyb-search-rows.h"

G_BEGIN_DECLS

/* Which rows of the register the filters 年度 and 状态 let through. For the files of src/store/. */

GArray *xyb_store_collect_ids (XybStore *store, sqlite3_stmt *stmt, GError **error);
gboolean xyb_enterprise_filter_rows (XybStore *store,
                                     const XybSearchRows *rows,
                                     const XybEnterpriseQuery *query,
                                     guint8 **out_passed,
                                     GError **error);

G_END_DECLS
