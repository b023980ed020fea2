/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-todo.h"

G_BEGIN_DECLS

/* Shared by the files that find todos. */

#define XYB_TODO_PAGE_QUOTA "quota"
#define XYB_TODO_PAGE_NOMINATION "nomination"
#define XYB_TODO_PAGE_ENTERPRISE "enterprise"
#define XYB_TODO_PAGE_DATA "data"

typedef struct
{
  const XybOverview *overview;
  const XybPlan *plan;
  const XybQuotaRows *rows;
  GPtrArray *todos;
} XybTodoFinder;

/* xyb-todo.c; both take the texts. */
XybTodo *xyb_todo_finder_add (XybTodoFinder *self,
                              XybTodoKind kind,
                              XybUrgency urgency,
                              char *sentence,
                              char *detail,
                              char *due);
XybTodo *xyb_todo_finder_add_due (XybTodoFinder *self,
                                  XybTodoKind kind,
                                  int days_left,
                                  char *sentence,
                                  char *detail);
void xyb_todo_lead_to (XybTodo *todo, const char *page, gint64 record_id);
gboolean xyb_todo_finder_days_to (const XybTodoFinder *self, XybMilestoneRole role, int *out_days);
gboolean xyb_todo_finder_is_ahead (const XybTodoFinder *self, int days_left);

/* xyb-todo-districts.c */
void xyb_todo_finder_find_districts (XybTodoFinder *self);

G_END_DECLS
