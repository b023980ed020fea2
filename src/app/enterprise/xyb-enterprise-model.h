/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-enterprise-item.h"
#include "xyb-enterprise-store.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* The register as a list of any length: ids of the whole answer, rows only of what is on screen
 * (PROVEN, “100,000-row list”). */

#define XYB_TYPE_ENTERPRISE_MODEL (xyb_enterprise_model_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseModel, xyb_enterprise_model, XYB, ENTERPRISE_MODEL, GObject)

XybEnterpriseModel *xyb_enterprise_model_new (XybOffice *office);

gboolean xyb_enterprise_model_query (XybEnterpriseModel *self,
                                     const XybEnterpriseQuery *query,
                                     GError **error);
gint64 xyb_enterprise_model_get_id (XybEnterpriseModel *self, guint position);
guint64 xyb_enterprise_model_get_n_read (XybEnterpriseModel *self);
guint xyb_enterprise_model_find (XybEnterpriseModel *self, gint64 id);

G_END_DECLS
