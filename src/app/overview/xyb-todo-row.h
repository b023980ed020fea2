/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-todo.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One 待办: a sign, what is wrong, whose, how late. The whole row leads there. */

#define XYB_TYPE_TODO_ROW (xyb_todo_row_get_type ())
G_DECLARE_FINAL_TYPE (XybTodoRow, xyb_todo_row, XYB, TODO_ROW, GtkListBoxRow)

GtkWidget *xyb_todo_row_new (const XybTodo *todo);
void xyb_todo_row_follow (XybTodoRow *self);
const char *xyb_todo_row_get_words (XybTodoRow *self);

G_END_DECLS
