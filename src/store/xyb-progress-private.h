/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-lookup.h"
#include "xyb-progress-store.h"

G_BEGIN_DECLS

/* Inside an edit. */

/* Gives @record its row where it had none. */
gboolean xyb_progress_ensure (XybStore *store, XybTrackRecord *record, GError **error);
/* Everything an enterprise has on a track of a year: children first, no cascade (PROVEN). */
gboolean xyb_progress_delete (XybStore *store,
                              gint64 plan_id,
                              gint64 enterprise_id,
                              XybTrack track,
                              GError **error);
char *xyb_progress_label (const XybTrackRecord *record, const char *what);

G_END_DECLS
