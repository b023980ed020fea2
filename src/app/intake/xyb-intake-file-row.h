/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-intake.h"

G_BEGIN_DECLS

/* One file in the list of an import: a sign, its name, and how it stands. */

#define XYB_TYPE_INTAKE_FILE_ROW (xyb_intake_file_row_get_type ())
G_DECLARE_FINAL_TYPE (XybIntakeFileRow, xyb_intake_file_row, XYB, INTAKE_FILE_ROW, GtkListBoxRow)

GtkWidget *xyb_intake_file_row_new (XybIntakeFile *file);
XybIntakeFile *xyb_intake_file_row_get_file (XybIntakeFileRow *self);
void xyb_intake_file_row_update (XybIntakeFileRow *self);

G_END_DECLS
