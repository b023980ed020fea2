/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-page.h"

G_BEGIN_DECLS

/* A page's line in the sidebar; there before the page is made. */

#define XYB_TYPE_SIDEBAR_ROW (xyb_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (XybSidebarRow, xyb_sidebar_row, XYB, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *xyb_sidebar_row_new (GType page_type, guint group);
GType xyb_sidebar_row_get_page_type (XybSidebarRow *self);
const char *xyb_sidebar_row_get_name (XybSidebarRow *self);
guint xyb_sidebar_row_get_group (XybSidebarRow *self);
void xyb_sidebar_row_update_badge (XybSidebarRow *self, XybOffice *office);

G_END_DECLS
