/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-log-table.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* The operation log change by change, for a spreadsheet. Of GStrv, XYB_LOG_DETAILS_COLUMNS each. */
GPtrArray *xyb_log_details_read (XybStore *store,
                                 GArray *ids,
                                 XybStoreProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
