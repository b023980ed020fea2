/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <inttypes.h>

#include "xyb-i18n.h"
#include "xyb-todo-private.h"

/* 周市镇 2 · 张浦镇 2 · 千灯镇 1: whose a todo is. */

/* A sentence has room for this many; then 等 9 个区镇. */
#define MAX_NAMES 4

void
xyb_todo_names_clear (XybTodoNames *self)
{
  g_string_free (self->text, TRUE);
}

/* @number is said where it is more than 0. */
void
xyb_todo_names_add (XybTodoNames *self, gint64 unit_id, const char *name, gint64 number)
{
  if (self->count == 0)
    {
      self->first_id = unit_id;
      self->each = number;
    }
  else if (self->each != number)
    self->each = -1;
  self->count++;
  self->total += number;
  if (self->count > MAX_NAMES)
    return;
  if (self->count > 1)
    g_string_append (self->text, self->separator);
  g_string_append (self->text, name);
  if (number > 0)
    g_string_append_printf (self->text, " %" PRId64, number);
}

char *
xyb_todo_names_end (const XybTodoNames *self)
{
  if (self->count <= MAX_NAMES)
    return g_strdup (self->text->str);
  return g_strdup_printf (_ ("%s 等 %u 个区镇"), self->text->str, self->count);
}
