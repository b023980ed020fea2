/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* What one revision changed: record by record, old → new, and the way to each record. */

#define XYB_TYPE_CHANGE_VIEW (xyb_change_view_get_type ())
G_DECLARE_FINAL_TYPE (XybChangeView, xyb_change_view, XYB, CHANGE_VIEW, AdwBin)

void xyb_change_view_show (XybChangeView *self, XybOffice *office, gint64 revision_id);
GListModel *xyb_change_view_get_model (XybChangeView *self);

G_END_DECLS
