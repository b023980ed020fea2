/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-job-bar.h"

G_BEGIN_DECLS

/* 从这里撤销: asked first, with what it takes back; then all of it or nothing. Remembers the way
 * back for the toast that offers it. */

#define XYB_TYPE_UNDO_BACK (xyb_undo_back_get_type ())
G_DECLARE_FINAL_TYPE (XybUndoBack, xyb_undo_back, XYB, UNDO_BACK, GObject)

XybUndoBack *xyb_undo_back_new (XybOffice *office, XybJobBar *bar);
void xyb_undo_back_ask (XybUndoBack *self, GtkWidget *widget, gint64 revision_id);
void xyb_undo_back_redo (XybUndoBack *self);

G_END_DECLS
