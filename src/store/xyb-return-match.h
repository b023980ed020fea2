/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* Which enterprises of the register the rows of a returned 附件2 mean (B-13, B-14, ENT-08). Reads
 * only. */

gboolean xyb_return_match (XybStore *store, XybReturn *self, int year, GError **error);
/* After a name was typed, or recalled, or taken back: looks up those names, too. */
gboolean xyb_return_match_typed (XybStore *store, XybReturn *self, int year, GError **error);

G_END_DECLS
