/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-search-rows.h"

G_BEGIN_DECLS

/* One row of the search table in memory, brought up to what the file has. */

gboolean xyb_search_rows_find (const XybSearchRows *self, gint64 enterprise_id, guint *out_row);
gboolean
xyb_search_rows_patch (XybSearchRows *self, XybStore *store, gint64 enterprise_id, GError **error);

G_END_DECLS
