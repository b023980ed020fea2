/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-enterprise.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* What can be done with one enterprise as a whole: the same menu at its row of the list and at its
 * form, as actions `enterprise.…` of the widget it belongs to. */

#define XYB_TYPE_ENTERPRISE_ACTIONS (xyb_enterprise_actions_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseActions,
                      xyb_enterprise_actions,
                      XYB,
                      ENTERPRISE_ACTIONS,
                      GObject)

XybEnterpriseActions *xyb_enterprise_actions_new (GtkWidget *owner);
void xyb_enterprise_actions_set (XybEnterpriseActions *self,
                                 XybOffice *office,
                                 const XybEnterprise *enterprise);
GMenuModel *xyb_enterprise_actions_build_menu (XybEnterpriseActions *self);

void xyb_enterprise_actions_popup (XybEnterpriseActions *self,
                                   XybOffice *office,
                                   gint64 id,
                                   GtkWidget *at,
                                   double x,
                                   double y);

G_END_DECLS
