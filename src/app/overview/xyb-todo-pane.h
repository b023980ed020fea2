/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-overview.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 待办: the most urgent as far as there is room, all of them when asked. */

#define XYB_TYPE_TODO_PANE (xyb_todo_pane_get_type ())
G_DECLARE_FINAL_TYPE (XybTodoPane, xyb_todo_pane, XYB, TODO_PANE, GtkBox)

void xyb_todo_pane_fill (XybTodoPane *self, const XybOverview *overview);
guint xyb_todo_pane_count (const XybOverview *overview, GSettings *settings, XybUrgency urgency);
void xyb_todo_pane_forget (XybTodoPane *self);
void xyb_todo_pane_set_room (XybTodoPane *self, int height);

G_END_DECLS
