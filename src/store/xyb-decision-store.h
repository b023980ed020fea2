/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* What the clerk decided about returned files is asked once: the same row, the same cell, the same
 * head word answer themselves the next time. */

/* Answers the open questions of @taken that were decided before; call it after xyb_return_match().
 */
gboolean
xyb_decision_store_recall (XybStore *store, XybReturn *taken, int year, GError **error);

/* Head words confirmed before, for XybReturnOptions.remembered. */
GHashTable *xyb_head_store_list (XybStore *store, GError **error);

/* Inside the edit of an import: keeps what was decided about @file. */
gboolean xyb_decision_store_remember (
  XybStore *store, gint64 plan_id, const XybIntakeFile *file, const char *today, GError **error);

G_END_DECLS
