/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise-item.h"
#include "xyb-enterprise-store.h"
#include "xyb-paged-model.h"

G_BEGIN_DECLS

/* The register as a list of #XybEnterpriseItem. */

#define XYB_TYPE_ENTERPRISE_MODEL (xyb_enterprise_model_get_type ())
G_DECLARE_FINAL_TYPE (XybEnterpriseModel,
                      xyb_enterprise_model,
                      XYB,
                      ENTERPRISE_MODEL,
                      XybPagedModel)

XybPagedModel *xyb_enterprise_model_new (XybOffice *office);
gboolean
xyb_enterprise_model_query (XybPagedModel *self, const XybEnterpriseQuery *query, GError **error);

G_END_DECLS
