/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "xyb-rollover.h"

G_BEGIN_DECLS

/* An enterprise that did not finish, as a list shows it. It lives as long as its rollover. */

#define XYB_TYPE_UNFINISHED_ITEM (xyb_unfinished_item_get_type ())
G_DECLARE_FINAL_TYPE (XybUnfinishedItem, xyb_unfinished_item, XYB, UNFINISHED_ITEM, GObject)

/* XybUnfinishedItem:chosen */

XybUnfinishedItem *xyb_unfinished_item_new (XybUnfinished *unfinished);
const XybUnfinished *xyb_unfinished_item_get (XybUnfinishedItem *self);
void xyb_unfinished_item_set_chosen (XybUnfinishedItem *self, gboolean chosen);

G_END_DECLS
