/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake-batch.h"

G_BEGIN_DECLS

/* The files of an import, where more are dropped, and which 区镇 are still missing.
 *
 * Signals:
 *   selected   another file is in view */

#define XYB_TYPE_INTAKE_FILES (xyb_intake_files_get_type ())
G_DECLARE_FINAL_TYPE (XybIntakeFiles, xyb_intake_files, XYB, INTAKE_FILES, AdwBin)

void xyb_intake_files_show (XybIntakeFiles *self, XybIntakeBatch *batch);
XybIntakeFile *xyb_intake_files_get_selected (XybIntakeFiles *self);
void xyb_intake_files_select (XybIntakeFiles *self, const XybIntakeFile *file);
void xyb_intake_files_grab (XybIntakeFiles *self);
GtkListBox *xyb_intake_files_get_list (XybIntakeFiles *self);

G_END_DECLS
