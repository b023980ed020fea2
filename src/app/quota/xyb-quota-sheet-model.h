/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-office.h"
#include "xyb-quota-rows.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* 附件1 as a sheet: two white columns are the clerk's, grey ones are computed (QUO-04), 合计 is the
 * foot. */

#define XYB_TYPE_QUOTA_SHEET_MODEL (xyb_quota_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (XybQuotaSheetModel, xyb_quota_sheet_model, XYB, QUOTA_SHEET_MODEL, GObject)

XybQuotaSheetModel *xyb_quota_sheet_model_new (XybOffice *office);

void xyb_quota_sheet_model_fill (XybQuotaSheetModel *self, const XybQuotaRows *rows);
void xyb_quota_sheet_model_set_draft (XybQuotaSheetModel *self,
                                      guint row,
                                      guint column,
                                      const char *text);
gint64 xyb_quota_sheet_model_get_draft_total (XybQuotaSheetModel *self, XybTrack track);

gint64 xyb_quota_sheet_model_get_unit (XybQuotaSheetModel *self, guint row);
gboolean xyb_quota_sheet_model_find_unit (XybQuotaSheetModel *self, gint64 unit_id, guint *out_row);
guint xyb_quota_sheet_model_get_column_of (XybTrack track);

G_END_DECLS
