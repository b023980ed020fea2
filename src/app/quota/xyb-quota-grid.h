/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-number-cell.h"
#include "xyb-quota-rows.h"

G_BEGIN_DECLS

/* The table of 指标分解: white cells are the clerk's (附件1), grey cells are computed. */

#define XYB_TYPE_QUOTA_GRID (xyb_quota_grid_get_type ())
G_DECLARE_FINAL_TYPE (XybQuotaGrid, xyb_quota_grid, XYB, QUOTA_GRID, GtkWidget)

void xyb_quota_grid_fill (XybQuotaGrid *self, const XybQuotaRows *rows, gboolean editable);
void xyb_quota_grid_forget (XybQuotaGrid *self);
gint64 xyb_quota_grid_get_selected (XybQuotaGrid *self);
void xyb_quota_grid_select (XybQuotaGrid *self, gint64 unit_id);
gint64 xyb_quota_grid_get_draft_total (XybQuotaGrid *self, XybTrack track);
XybNumberCell *xyb_quota_grid_get_cell (XybQuotaGrid *self, gint64 unit_id, XybTrack track);

G_END_DECLS
