/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-todo.h"

G_BEGIN_DECLS

/* Shared by the files that find todos. */

#define XYB_TODO_PAGE_QUOTA "quota"
#define XYB_TODO_PAGE_NOMINATION "nomination"
#define XYB_TODO_PAGE_ENTERPRISE "enterprise"
#define XYB_TODO_PAGE_DATA "data"
#define XYB_TODO_PAGE_TRACK "track" /* the record is an enterprise */

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

/* xyb-todo-names.c */
typedef struct
{
  GString *text;
  const char *separator;
  guint count;
  gint64 total;
  gint64 first_id;
  gint64 each; /* the number of all of them, or -1 where they differ */
} XybTodoNames;

#define XYB_TODO_NAMES_INIT(separator_)                                                            \
  {                                                                                                \
    .text = g_string_new (NULL), .separator = (separator_)                                         \
  }

void xyb_todo_names_clear (XybTodoNames *self);
void xyb_todo_names_add (XybTodoNames *self, gint64 unit_id, const char *name, gint64 number);
char *xyb_todo_names_end (const XybTodoNames *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XybTodoNames, xyb_todo_names_clear)

/* xyb-todo-districts.c */
void xyb_todo_finder_find_districts (XybTodoFinder *self);

/* xyb-todo-tracks.c */
void xyb_todo_finder_find_tracks (XybTodoFinder *self);
void xyb_todo_finder_find_track_date (XybTodoFinder *self, const XybMilestone *milestone);

G_END_DECLS
