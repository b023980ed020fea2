/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-unfinished-item.h"

G_BEGIN_DECLS

/* One line of 上年未完成企业. */

#define XYB_TYPE_UNFINISHED_ROW (xyb_unfinished_row_get_type ())
G_DECLARE_FINAL_TYPE (XybUnfinishedRow, xyb_unfinished_row, XYB, UNFINISHED_ROW, GtkBox)

GtkWidget *xyb_unfinished_row_new (void);
void xyb_unfinished_row_bind (XybUnfinishedRow *self, XybUnfinishedItem *item);
void xyb_unfinished_row_unbind (XybUnfinishedRow *self);

G_END_DECLS
