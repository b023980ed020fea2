/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-log-query.h"
#include "xyb-paged-model.h"
#include "xyb-revision-item.h"

G_BEGIN_DECLS

/* The log as a list of #XybRevisionItem, latest first. */

#define XYB_TYPE_REVISION_MODEL (xyb_revision_model_get_type ())
G_DECLARE_FINAL_TYPE (XybRevisionModel, xyb_revision_model, XYB, REVISION_MODEL, XybPagedModel)

XybPagedModel *xyb_revision_model_new (XybOffice *office);
gboolean
xyb_revision_model_query (XybPagedModel *self, const XybRevisionQuery *query, GError **error);

G_END_DECLS
