/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-undo-back.h"

G_BEGIN_DECLS

/* 操作日志: who did what when, filtered; what it changed; and 「从这里撤销」. */

#define XYB_TYPE_LOG_VIEW (xyb_log_view_get_type ())
G_DECLARE_FINAL_TYPE (XybLogView, xyb_log_view, XYB, LOG_VIEW, AdwBin)

void xyb_log_view_set_office (XybLogView *self, XybOffice *office, XybUndoBack *undo);
void xyb_log_view_reload (XybLogView *self);
void xyb_log_view_grab_search (XybLogView *self);
void xyb_log_view_search (XybLogView *self, const char *text);
void xyb_log_view_select (XybLogView *self, gint64 revision_id);
GListModel *xyb_log_view_get_model (XybLogView *self);
GArray *xyb_log_view_get_ids (XybLogView *self);

G_END_DECLS
