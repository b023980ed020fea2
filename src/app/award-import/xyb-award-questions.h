/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-award-batch.h"

G_BEGIN_DECLS

/* What the clerk has to decide about the lists in hand, on top of what will be registered. */

#define XYB_TYPE_AWARD_QUESTIONS (xyb_award_questions_get_type ())
G_DECLARE_FINAL_TYPE (XybAwardQuestions, xyb_award_questions, XYB, AWARD_QUESTIONS, AdwBin)

void xyb_award_questions_show (XybAwardQuestions *self, XybAwardBatch *batch);
GtkListBox *xyb_award_questions_get_list (XybAwardQuestions *self);

G_END_DECLS
