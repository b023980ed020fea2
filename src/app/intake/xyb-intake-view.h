/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake-accepted.h"
#include "xyb-intake-letter.h"
#include "xyb-question-list.h"

G_BEGIN_DECLS

/* The preview of one file: what it says, what has to be decided, what will be taken over, what is
 * sent back. */

#define XYB_TYPE_INTAKE_VIEW (xyb_intake_view_get_type ())
G_DECLARE_FINAL_TYPE (XybIntakeView, xyb_intake_view, XYB, INTAKE_VIEW, AdwBin)

void xyb_intake_view_show (XybIntakeView *self, XybIntakeBatch *batch, XybIntakeFile *file);
XybIntakeFile *xyb_intake_view_get_file (XybIntakeView *self);

XybSheet *xyb_intake_view_get_table (XybIntakeView *self);
XybQuestionList *xyb_intake_view_get_questions (XybIntakeView *self);
XybIntakeAccepted *xyb_intake_view_get_accepted (XybIntakeView *self);
XybIntakeLetter *xyb_intake_view_get_letter (XybIntakeView *self);

G_END_DECLS
