/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-revision-item.h"
#include "xyb-two-line-row.h"

G_BEGIN_DECLS

#define XYB_TYPE_REVISION_ROW (xyb_revision_row_get_type ())
G_DECLARE_FINAL_TYPE (XybRevisionRow, xyb_revision_row, XYB, REVISION_ROW, XybTwoLineRow)

GtkWidget *xyb_revision_row_new (void);
void xyb_revision_row_bind (XybRevisionRow *self, XybRevisionItem *item);

G_END_DECLS
