/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise-item.h"
#include "xyb-two-line-row.h"

G_BEGIN_DECLS

/* Two lines and one tag: a row of the list of enterprises. */

#define XYB_TYPE_ENTERPRISE_ROW (xyb_enterprise_row_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseRow, xyb_enterprise_row, XYB, ENTERPRISE_ROW, XybTwoLineRow)

GtkWidget *xyb_enterprise_row_new (void);
void xyb_enterprise_row_bind (XybEnterpriseRow *self, XybEnterpriseItem *item);
gint64 xyb_enterprise_row_get_id (XybEnterpriseRow *self);

G_END_DECLS
