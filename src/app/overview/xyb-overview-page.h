/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-page.h"

G_BEGIN_DECLS

/* 总览: how far, what next, who is behind. */

#define XYB_TYPE_OVERVIEW_PAGE (xyb_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (XybOverviewPage, xyb_overview_page, XYB, OVERVIEW_PAGE, XybPage)

gboolean xyb_overview_page_is_filled (XybOverviewPage *self);

G_END_DECLS
