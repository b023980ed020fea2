/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return-choices.h"

G_BEGIN_DECLS

/* What is to be said, or asked, of a returned file as a whole (B-03, B-11, B-12, B-20). */

void xyb_return_note_file (XybReturn *self, const XybReturnChoices *choices);

G_END_DECLS
