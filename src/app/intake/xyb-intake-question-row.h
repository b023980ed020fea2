/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-return-answer.h"
#include "xyb-unit.h"

G_BEGIN_DECLS

/* One question of a returned 附件2: where, what, and the answers as buttons; once it is answered,
 * the answer and 「改」.
 *
 * Signals:
 *   answered (int answer, const char *text)  text is what was typed or chosen, or NULL
 *   compare                                  both sides shall be shown */

#define XYB_TYPE_INTAKE_QUESTION_ROW (xyb_intake_question_row_get_type ())
G_DECLARE_FINAL_TYPE (XybIntakeQuestionRow,
                      xyb_intake_question_row,
                      XYB,
                      INTAKE_QUESTION_ROW,
                      GtkListBoxRow)

GtkWidget *xyb_intake_question_row_new (const XybReturn *taken,
                                        const XybReturnRow *row,
                                        XybReturnNote *note,
                                        const GPtrArray *districts);
gboolean xyb_intake_question_can_answer (const XybReturn *taken,
                                         const XybReturnRow *row,
                                         const XybReturnNote *note);
const XybReturnRow *xyb_intake_question_row_get_row (XybIntakeQuestionRow *self);
XybReturnNote *xyb_intake_question_row_get_note (XybIntakeQuestionRow *self);
gboolean xyb_intake_question_row_is_open (XybIntakeQuestionRow *self);
void xyb_intake_question_row_grab (XybIntakeQuestionRow *self);
void xyb_intake_question_row_refuse (XybIntakeQuestionRow *self, const char *sentence);

G_END_DECLS
