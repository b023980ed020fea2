/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-enterprise-merge.h"

G_BEGIN_DECLS

/* One choice between two entries: what each says, with what differs marked. */

#define XYB_TYPE_MERGE_ROW (xyb_merge_row_get_type ())
G_DECLARE_FINAL_TYPE (XybMergeRow, xyb_merge_row, XYB, MERGE_ROW, GtkListBoxRow)

XybMergeRow *
xyb_merge_row_new (const char *name, const char *keep, const char *gone, XybMergeSide side);
XybMergeSide xyb_merge_row_get_side (XybMergeRow *self);
GtkCheckButton *xyb_merge_row_get_button (XybMergeRow *self, XybMergeSide side);

G_END_DECLS
