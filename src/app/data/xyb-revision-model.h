/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-log-query.h"
#include "xyb-office.h"
#include "xyb-revision-item.h"

G_BEGIN_DECLS

/* The answer to a query of the log as a list: ids of all, words only of the pages on screen. */

#define XYB_TYPE_REVISION_MODEL (xyb_revision_model_get_type ())
G_DECLARE_FINAL_TYPE (XybRevisionModel, xyb_revision_model, XYB, REVISION_MODEL, GObject)

XybRevisionModel *xyb_revision_model_new (XybOffice *office);
gboolean
xyb_revision_model_query (XybRevisionModel *self, const XybRevisionQuery *query, GError **error);
GArray *xyb_revision_model_get_ids (XybRevisionModel *self); /* of gint64; borrowed */
gint64 xyb_revision_model_get_id (XybRevisionModel *self, guint position);
guint xyb_revision_model_find (XybRevisionModel *self, gint64 id);

G_END_DECLS
