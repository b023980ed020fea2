/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* One sheet of a returned file as it came, for an XybSheet; what is doubtful is marked. */

typedef struct _XybRawTable XybRawTable;

XybRawTable *
xyb_raw_table_read (const char *path, const char *sheet, GCancellable *cancellable, GError **error);
void xyb_raw_table_free (XybRawTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybRawTable, xyb_raw_table_free)

#define XYB_TYPE_RAW_SHEET_MODEL (xyb_raw_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (XybRawSheetModel, xyb_raw_sheet_model, XYB, RAW_SHEET_MODEL, GObject)

XybRawSheetModel *xyb_raw_sheet_model_new (XybRawTable *table);
void xyb_raw_sheet_model_mark (XybRawSheetModel *self, guint row, int column, const char *sentence);
char *xyb_raw_sheet_model_dup_mark (XybRawSheetModel *self, guint row, guint column);
gboolean xyb_raw_sheet_model_find_row (XybRawSheetModel *self, guint row, guint *out_index);
gboolean xyb_raw_sheet_model_is_cut (XybRawSheetModel *self);

G_END_DECLS
