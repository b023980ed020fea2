/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return.h"

G_BEGIN_DECLS

/* What the clerk may answer to a question of a returned 附件2, and what becomes of the row (B-07,
 * B-11, B-13, B-14, B-17, B-18, ENT-08). */

#define XYB_MAX_ANSWERS 4

/* What happens to a row when the file is taken over. */
typedef enum
{
  XYB_FATE_IGNORED, /* no enterprise */
  XYB_FATE_OPEN,    /* a question is unanswered */
  XYB_FATE_TAKEN,
  XYB_FATE_LEFT /* an answer leaves it out */
} XybFate;

guint xyb_return_list_answers (const XybReturn *self,
                               const XybReturnRow *row,
                               const XybReturnNote *note,
                               XybAnswer answers[XYB_MAX_ANSWERS]);
char *xyb_return_answer_label (const XybReturn *self,
                               const XybReturnRow *row,
                               const XybReturnNote *note,
                               XybAnswer answer);
gboolean xyb_return_answer_needs_text (XybAnswer answer, const XybReturnNote *note);

gboolean xyb_return_answer (XybReturn *self,
                            XybReturnRow *row,
                            XybReturnNote *note,
                            XybAnswer answer,
                            const char *text,
                            gint64 enterprise_id,
                            GError **error);
void xyb_return_answer_all (XybReturn *self);

void xyb_return_row_update (XybReturnRow *row);
XybFate xyb_return_row_fate (const XybReturnRow *row);
gint64 xyb_return_row_enterprise (const XybReturnRow *row);
gboolean xyb_return_note_is_moot (const XybReturnRow *row, const XybReturnNote *note);

G_END_DECLS
