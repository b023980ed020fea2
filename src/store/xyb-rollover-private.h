/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-rollover.h"

G_BEGIN_DECLS

/* Of XybUnfinished: who did not get through in the year of @old, asked for the year of @now. */
GPtrArray *xyb_rollover_list_unfinished (XybStore *store,
                                         const XybPlan *old,
                                         const XybPlan *now,
                                         const char *today,
                                         GError **error);

G_END_DECLS
