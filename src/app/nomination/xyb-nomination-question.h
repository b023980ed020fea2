/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-nomination-sheet-model.h"

G_BEGIN_DECLS

/* What the sheet of 附件2 has to ask, as a dialog; the answer goes back to the model. */

void xyb_nomination_question_ask (GtkWindow *parent,
                                  XybNominationSheetModel *model,
                                  const XybNominationQuestion *question);

G_END_DECLS
