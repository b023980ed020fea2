/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* All files of an import at a glance, for an XybSheet: how each stands, or what became of it. */

#define XYB_TYPE_INTAKE_TABLE_MODEL (xyb_intake_table_model_get_type ())
G_DECLARE_FINAL_TYPE (XybIntakeTableModel, xyb_intake_table_model, XYB, INTAKE_TABLE_MODEL, GObject)

XybIntakeTableModel *xyb_intake_table_model_new (void);
void xyb_intake_table_model_show (XybIntakeTableModel *self, const XybIntake *intake);
XybIntakeFile *xyb_intake_table_model_get_file (XybIntakeTableModel *self, guint row);

G_END_DECLS
