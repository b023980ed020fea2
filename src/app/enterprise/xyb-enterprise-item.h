/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "xyb-enterprise.h"

G_BEGIN_DECLS

/* One enterprise in a list: what its two lines and its tag say. */

#define XYB_TYPE_ENTERPRISE_ITEM (xyb_enterprise_item_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseItem, xyb_enterprise_item, XYB, ENTERPRISE_ITEM, GObject)

/* How far it is in the year in view. */
typedef enum
{
  XYB_STAGE_NONE, /* not put forward */
  XYB_STAGE_NOMINATED,
  XYB_STAGE_CONFIRMED,
  XYB_STAGE_SIGNED,
  XYB_STAGE_ACCEPTED
} XybStage;

XybEnterpriseItem *xyb_enterprise_item_new (gint64 id);
void
xyb_enterprise_item_set (XybEnterpriseItem *self, const XybEnterprise *enterprise, XybStage stage);

gint64 xyb_enterprise_item_get_id (XybEnterpriseItem *self);
const char *xyb_enterprise_item_get_name (XybEnterpriseItem *self);
const char *xyb_enterprise_item_get_caption (XybEnterpriseItem *self);
XybStage xyb_enterprise_item_get_stage (XybEnterpriseItem *self);
gboolean xyb_enterprise_item_is_closed (XybEnterpriseItem *self);

XybStage xyb_stage_of (const XybNomination *nomination);
const char *xyb_stage_name (XybStage stage);
const char *xyb_stage_icon (XybStage stage);
const char *xyb_stage_css_class (XybStage stage);

G_END_DECLS
