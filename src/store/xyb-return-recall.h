/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return-choices.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* What the office knows of a file that was just read: which enterprises its rows mean, and what was
 * decided about such a file before. */

gboolean xyb_return_recall (XybStore *store,
                            XybReturn *taken,
                            int year,
                            XybReturnChoices *choices,
                            gboolean *out_again,
                            GError **error);

G_END_DECLS
