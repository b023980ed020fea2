/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake-batch.h"
#include "xyb-sheet.h"

G_BEGIN_DECLS

/* What of a file will be taken over: the table, how the value under the cursor came to be, and the
 * rows that are no enterprise. */

#define XYB_TYPE_INTAKE_ACCEPTED (xyb_intake_accepted_get_type ())
G_DECLARE_FINAL_TYPE (XybIntakeAccepted, xyb_intake_accepted, XYB, INTAKE_ACCEPTED, AdwBin)

void xyb_intake_accepted_show (XybIntakeAccepted *self, XybIntakeBatch *batch, XybIntakeFile *file);
XybSheet *xyb_intake_accepted_get_sheet (XybIntakeAccepted *self);
const char *xyb_intake_accepted_get_explanation (XybIntakeAccepted *self);

G_END_DECLS
