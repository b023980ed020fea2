/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return.h"

G_BEGIN_DECLS

/* What stands in a cell of a returned 附件2 and how it became the value: “1.2亿” → 12000 万元. */

char *xyb_return_dup_value (const XybReturnRow *row, XybReturnField field);
char *xyb_return_sum_text (gint64 fen);
gboolean xyb_return_is_changed (const XybReturnRow *row, XybReturnField field);
char *xyb_return_explain (const XybReturn *self, const XybReturnRow *row, XybReturnField field);

G_END_DECLS
