/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-scheme.h"
#include "xyb-store-private.h"

G_BEGIN_DECLS

/* What the files that write schemes share. */

/* Preset rows bring fixed ids; the ids of 非考核项 follow from them. Only inside an edit. */
gboolean xyb_scheme_store_insert (XybStore *store, const XybScheme *scheme, GError **error);

gboolean xyb_scheme_store_update (XybStore *store,
                                  const XybScheme *before,
                                  const XybScheme *after,
                                  GError **error);
gboolean xyb_scheme_exclusion_insert (XybStore *store,
                                      gint64 id,
                                      gint64 scheme_unit_id,
                                      gint64 indicator_id,
                                      GError **error);

/* ---- xyb-preset-schemes.c ---- */

/* The schemes of the presets the office does not have, of @years (0-ended) or, where NULL, of all.
 * Only inside an edit. */
gboolean xyb_preset_load_schemes (XybStore *store, const int *years, GError **error);
guint xyb_preset_count_missing_schemes (XybStore *store);

G_END_DECLS
