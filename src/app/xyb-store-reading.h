/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-store.h"

G_BEGIN_DECLS

/* What takes too long for the window's own connection is read in a thread, with one of its own. */

/* Returns (transfer full): the rows, or NULL with @error set. */
typedef GPtrArray *(*XybStoreReadFunc) (XybStore *store, gint64 id, GError **error);

void xyb_store_reading_start (gpointer source,
                              XybStore *store,
                              gint64 id,
                              XybStoreReadFunc func,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback);
GPtrArray *xyb_store_reading_finish (GAsyncResult *result, GError **error);

G_END_DECLS
