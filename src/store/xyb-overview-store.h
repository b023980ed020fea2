/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-overview.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* Everything 总览 shows of a year, in a handful of indexed queries: nothing walks the register. */
XybOverview *
xyb_overview_store_read (XybStore *store, int year, const char *today, GError **error);

G_END_DECLS
