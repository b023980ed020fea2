/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "xyb-stage.h"

G_BEGIN_DECLS

/* One enterprise in a list: what its two lines and its tag say. */

#define XYB_TYPE_ENTERPRISE_ITEM (xyb_enterprise_item_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseItem, xyb_enterprise_item, XYB, ENTERPRISE_ITEM, GObject)

XybEnterpriseItem *xyb_enterprise_item_new (gint64 id);
void
xyb_enterprise_item_set (XybEnterpriseItem *self, const XybEnterprise *enterprise, XybStage stage);

gint64 xyb_enterprise_item_get_id (XybEnterpriseItem *self);
const char *xyb_enterprise_item_get_name (XybEnterpriseItem *self);
const char *xyb_enterprise_item_get_caption (XybEnterpriseItem *self);
XybStage xyb_enterprise_item_get_stage (XybEnterpriseItem *self);
gboolean xyb_enterprise_item_is_closed (XybEnterpriseItem *self);

const char *xyb_stage_icon (XybStage stage);
const char *xyb_stage_css_class (XybStage stage);

G_END_DECLS
