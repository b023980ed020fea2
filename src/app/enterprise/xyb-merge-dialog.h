/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* 合并企业: two entries side by side, what differs marked, a choice where both say something, and a
 * sentence that says what will happen. */

#define XYB_TYPE_MERGE_DIALOG (xyb_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XybMergeDialog, xyb_merge_dialog, XYB, MERGE_DIALOG, AdwWindow)

void xyb_merge_ask (GtkWindow *parent, XybOffice *office, gint64 keep_id);
void xyb_merge_open (GtkWindow *parent, XybOffice *office, gint64 keep_id, gint64 gone_id);

G_END_DECLS
