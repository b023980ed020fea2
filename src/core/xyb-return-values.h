/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return.h"

G_BEGIN_DECLS

/* What the cells of a returned 附件2 mean, and which of it needs the clerk (B-05 … B-10, B-13,
 * B-14, B-17, B-18). */

void xyb_return_row_interpret (XybReturnRow *self, const XybReturnSheet *sheet, XybMoneyUnit usual);
void xyb_return_check_rows (XybReturn *self);
void xyb_return_check_matches (XybReturn *self);

G_END_DECLS
