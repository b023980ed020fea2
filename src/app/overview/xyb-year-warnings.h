/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-ask-dialog.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* What the timeline's menu does: 「本年度提醒天数…」 and 「导出日历文件…」. */

XybAskDialog *xyb_year_warnings_open (GtkWidget *parent, XybOffice *office);
void xyb_year_calendar_ask (GtkWidget *parent, XybOffice *office, GSettings *settings);
gboolean xyb_year_calendar_write (XybOffice *office, const char *path);

G_END_DECLS
