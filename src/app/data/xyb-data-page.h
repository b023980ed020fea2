/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-page.h"

G_BEGIN_DECLS

/* 数据: the log, the backups, the units, the office itself. */

#define XYB_TYPE_DATA_PAGE (xyb_data_page_get_type ())
G_DECLARE_FINAL_TYPE (XybDataPage, xyb_data_page, XYB, DATA_PAGE, XybPage)

void xyb_data_page_show_tab (XybDataPage *self, const char *name);
void xyb_data_page_redo_back (XybDataPage *self);
GtkWidget *xyb_data_page_get_tab (XybDataPage *self, const char *name);

G_END_DECLS
