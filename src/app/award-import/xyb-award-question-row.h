/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-roll.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One row of a list of earlier awards that needs the clerk: what is asked, and the answers as
 * buttons.
 *
 * Signals:
 *   answered  the list was worked out with her answer */

#define XYB_TYPE_AWARD_QUESTION_ROW (xyb_award_question_row_get_type ())
G_DECLARE_FINAL_TYPE (XybAwardQuestionRow,
                      xyb_award_question_row,
                      XYB,
                      AWARD_QUESTION_ROW,
                      GtkListBoxRow)

GtkWidget *xyb_award_question_row_new (XybAwardRoll *list,
                                       XybAwardRow *row,
                                       const XybAwardNote *note,
                                       guint n_rows);
GtkBox *xyb_award_question_row_get_answers (XybAwardQuestionRow *self);

G_END_DECLS
