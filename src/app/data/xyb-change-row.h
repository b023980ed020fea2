/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-store.h"

G_BEGIN_DECLS

/* A line under a revision: the head of a record, or one of its fields old → new. */

#define XYB_TYPE_CHANGE_ITEM (xyb_change_item_get_type ())
G_DECLARE_FINAL_TYPE (XybChangeItem, xyb_change_item, XYB, CHANGE_ITEM, GObject)

XybChangeItem *xyb_change_item_new (const XybChange *change, gboolean head, gboolean can_go);

#define XYB_TYPE_CHANGE_ROW (xyb_change_row_get_type ())
G_DECLARE_FINAL_TYPE (XybChangeRow, xyb_change_row, XYB, CHANGE_ROW, GtkBox)

GtkWidget *xyb_change_row_new (void);
void xyb_change_row_show (XybChangeRow *self, XybChangeItem *item);

G_END_DECLS
