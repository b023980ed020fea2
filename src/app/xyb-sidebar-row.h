/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-page.h"

G_BEGIN_DECLS

/* A page's line in the sidebar. */

#define XYB_TYPE_SIDEBAR_ROW (xyb_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (XybSidebarRow, xyb_sidebar_row, XYB, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *xyb_sidebar_row_new (XybPage *page, guint group);
XybPage *xyb_sidebar_row_get_page (XybSidebarRow *self);
guint xyb_sidebar_row_get_group (XybSidebarRow *self);
void xyb_sidebar_row_update (XybSidebarRow *self);

G_END_DECLS
