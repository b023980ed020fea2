/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-job-bar.h"

G_BEGIN_DECLS

/* 导出日志: the revisions listed, a line for each field changed. */

void xyb_log_export_ask (GtkWidget *widget, XybOffice *office, XybJobBar *bar, GArray *ids);
void xyb_log_export_to (GtkWidget *widget,
                        XybOffice *office,
                        XybJobBar *bar,
                        GArray *ids,
                        const char *path);

G_END_DECLS
