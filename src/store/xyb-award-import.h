/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-roll.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* A list of earlier awards goes into the office: all that is decided, or nothing (PLAN-09). */

typedef struct
{
  guint awards[XYB_N_TRACKS];
  guint new_enterprises;
  guint open; /* rows that wait for the clerk, not taken */
  guint left; /* rows that are left out */
} XybAwardReport;

gboolean xyb_award_import_match (XybStore *store, XybAwardRoll *list, GError **error);
gboolean xyb_award_import_run (XybStore *store,
                               XybAwardRoll *list,
                               XybStoreProgressFunc progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               XybAwardReport *out_report,
                               GError **error);

G_END_DECLS
