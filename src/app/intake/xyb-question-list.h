/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake-batch.h"

G_BEGIN_DECLS

/* What of a file needs the clerk, on top of its preview; what she has answered stands below. */

#define XYB_TYPE_QUESTION_LIST (xyb_question_list_get_type ())
G_DECLARE_FINAL_TYPE (XybQuestionList, xyb_question_list, XYB, QUESTION_LIST, AdwBin)

void xyb_question_list_show (XybQuestionList *self, XybIntakeBatch *batch, XybIntakeFile *file);
GtkListBox *xyb_question_list_get_list (XybQuestionList *self);

G_END_DECLS
