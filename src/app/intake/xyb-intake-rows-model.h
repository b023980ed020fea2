/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* What of a file will be taken over, for an XybSheet of two lines: each value, and below a
 * corrected one what stands in the file. Of a second version the differences from the first (B-21).
 */

#define XYB_TYPE_INTAKE_ROWS_MODEL (xyb_intake_rows_model_get_type ())
G_DECLARE_FINAL_TYPE (XybIntakeRowsModel, xyb_intake_rows_model, XYB, INTAKE_ROWS_MODEL, GObject)

XybIntakeRowsModel *xyb_intake_rows_model_new (void);
void xyb_intake_rows_model_show (XybIntakeRowsModel *self, const XybIntakeFile *file);

gboolean xyb_intake_rows_model_has_changes (XybIntakeRowsModel *self);
const XybReturnRow *xyb_intake_rows_model_get_row (XybIntakeRowsModel *self, guint row);
XybReturnChange *xyb_intake_rows_model_get_change (XybIntakeRowsModel *self, guint row);
gboolean
xyb_intake_rows_model_get_field (XybIntakeRowsModel *self, guint column, XybReturnField *out_field);
char *
xyb_intake_rows_model_explain (XybIntakeRowsModel *self, guint row, guint column, char **out_place);

G_END_DECLS
