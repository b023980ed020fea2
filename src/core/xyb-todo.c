/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-todo-private.h"

#include <inttypes.h>
#include <string.h>

#include "xyb-date.h"
#include "xyb-i18n.h"

/**
 * xyb_todo_free:
 * @self: (nullable): a todo
 *
 * Frees it.
 */
void
xyb_todo_free (XybTodo *self)
{
  if (self == NULL)
    return;
  g_free (self->sentence);
  g_free (self->detail);
  g_free (self->due);
  g_free (self);
}

/* Takes the three texts. */
XybTodo *
xyb_todo_finder_add (XybTodoFinder *self,
                     XybTodoKind kind,
                     XybUrgency urgency,
                     char *sentence,
                     char *detail,
                     char *due)
{
  XybTodo *todo = g_new0 (XybTodo, 1);

  todo->kind = kind;
  todo->urgency = urgency;
  todo->days_left = XYB_TODO_NO_DAYS;
  todo->sentence = sentence;
  todo->detail = detail;
  todo->due = due;
  g_ptr_array_add (self->todos, todo);
  return todo;
}

void
xyb_todo_lead_to (XybTodo *todo, const char *page, gint64 record_id)
{
  todo->page = page;
  todo->record_id = record_id;
}

/* A thing with a last day: its urgency and its tag come from the day. */
XybTodo *
xyb_todo_finder_add_due (XybTodoFinder *self,
                         XybTodoKind kind,
                         int days_left,
                         char *sentence,
                         char *detail)
{
  XybTodo *todo = xyb_todo_finder_add (self, kind, xyb_plan_urgency (self->plan, days_left),
                                       sentence, detail, xyb_days_words (days_left));

  todo->days_left = days_left;
  return todo;
}

/* Near enough to be told of (§6): blue. */
gboolean
xyb_todo_finder_is_ahead (const XybTodoFinder *self, int days_left)
{
  return xyb_plan_level (self->plan, days_left) != XYB_WARNING_NONE;
}

/* FALSE where there is no such milestone, or no date. */
gboolean
xyb_todo_finder_days_to (const XybTodoFinder *self, XybMilestoneRole role, int *out_days)
{
  const XybMilestone *milestone = xyb_plan_find_role (self->plan, role);

  *out_days = 0;
  return milestone != NULL
         && xyb_milestone_state (milestone, self->overview->today, self->plan->deadline_inclusive,
                                 out_days)
              != XYB_MILESTONE_UNDATED;
}

/* ---- plans ---- */

static void
find_plans (XybTodoFinder *self)
{
  int year = xyb_overview_calendar_year (self->overview);
  g_autofree char *end = g_strdup_printf ("%04d-12-31", year);
  int left = xyb_date_days_between (self->overview->today, end);

  if (!xyb_overview_has_year (self->overview, year))
    xyb_todo_finder_add (self, XYB_TODO_NO_PLAN, XYB_URGENCY_NEAR,
                         g_strdup_printf (_ ("%d 年还没有年度方案"), year),
                         g_strdup (_ ("从上一年复制，再核对目标、指标和时限")),
                         g_strdup (_ ("待新建")));
  else if (left <= 30 && !xyb_overview_has_year (self->overview, year + 1))
    xyb_todo_finder_add_due (self, XYB_TODO_NEXT_PLAN, left,
                             g_strdup_printf (_ ("%d 年还没有年度方案"), year + 1),
                             g_strdup (_ ("从今年复制，再核对目标、指标和时限")));
}

static void
find_number (XybTodoFinder *self)
{
  g_autofree char *detail = NULL;
  XybTodo *todo;
  int days;

  if (self->plan->document_number != NULL)
    return;
  detail = g_strdup (_ ("印发以后填上，打印和导出都用到"));
  if (xyb_todo_finder_days_to (self, XYB_ROLE_ISSUE, &days) && days >= 0
      && xyb_todo_finder_is_ahead (self, days))
    todo = xyb_todo_finder_add_due (self, XYB_TODO_NUMBER, days,
                                    g_strdup_printf (_ ("%d 年方案还没有文号"), self->plan->year),
                                    g_steal_pointer (&detail));
  else
    todo = xyb_todo_finder_add (self, XYB_TODO_NUMBER, XYB_URGENCY_PLAIN,
                                g_strdup_printf (_ ("%d 年方案还没有文号"), self->plan->year),
                                g_steal_pointer (&detail), g_strdup (_ ("待填")));
  xyb_todo_lead_to (todo, XYB_TODO_PAGE_QUOTA, 0);
}

/* ---- dates ---- */

/* A milestone of the clerk's own. The office keeps no record of it: the date is told, near it and
 * for a while after, and that the day is over is no proof that the thing was not done. */
static void
find_date (XybTodoFinder *self, const XybMilestone *milestone)
{
  g_autofree char *when = xyb_milestone_date_words (milestone);
  g_autofree char *sentence = NULL;
  XybTodo *todo;
  int days;

  if (xyb_milestone_state (milestone, self->overview->today, self->plan->deadline_inclusive, &days)
        == XYB_MILESTONE_UNDATED
      || !xyb_todo_finder_is_ahead (self, ABS (days)))
    return;
  sentence = g_strdup_printf (_ ("%s%s"), when, xyb_milestone_short_text (milestone));
  if (days >= 0)
    todo = xyb_todo_finder_add_due (self, XYB_TODO_DUE, days, g_steal_pointer (&sentence),
                                    g_strdup (milestone->actor));
  else
    todo = xyb_todo_finder_add (self, XYB_TODO_DUE, XYB_URGENCY_NEAR, g_steal_pointer (&sentence),
                                g_strdup (milestone->actor),
                                g_strdup_printf (_ ("已过 %d 天"), -days));
  todo->days_left = days;
  xyb_todo_lead_to (todo, XYB_TODO_PAGE_QUOTA, 0);
}

static void
find_dates (XybTodoFinder *self)
{
  for (guint i = 0; i < self->plan->milestones->len; i++)
    {
      const XybMilestone *milestone = self->plan->milestones->pdata[i];

      switch (xyb_milestone_role (milestone))
        {
        case XYB_ROLE_NONE:
          find_date (self, milestone);
          break;
        case XYB_ROLE_LIST:
        case XYB_ROLE_APPLY:
        case XYB_ROLE_REVIEW:
          xyb_todo_finder_find_track_date (self, milestone);
          break;
        case XYB_ROLE_ISSUE:
        case XYB_ROLE_CONFIRM:
        case XYB_ROLE_RETURN:
        case XYB_ROLE_ACCEPT:
        default:
          break;
        }
    }
}

/* ---- enterprises of the list ---- */

/* Takes @sentence. */
static void
find_doubt (XybTodoFinder *self,
            XybTodoKind kind,
            XybUrgency urgency,
            const XybDoubt *doubt,
            char *sentence,
            const char *detail)
{
  g_autofree char *owned = sentence;
  XybTodo *todo;

  if (doubt->count == 0)
    return;
  todo = xyb_todo_finder_add (self, kind, urgency, g_steal_pointer (&owned), g_strdup (detail),
                              g_strdup (kind == XYB_TODO_WRONG_CODE ? _ ("请核对") : _ ("待补")));
  xyb_todo_lead_to (todo, XYB_TODO_PAGE_ENTERPRISE, doubt->first_id);
}

static void
find_doubts (XybTodoFinder *self)
{
  const XybDoubt *wrong = &self->overview->wrong_code;
  const XybDoubt *without = &self->overview->without_code;
  const XybDoubt *phone = &self->overview->without_phone;

  find_doubt (self, XYB_TODO_WRONG_CODE, XYB_URGENCY_NEAR, wrong,
              g_strdup_printf (_ ("%" PRId64 " 家推荐企业的信用代码校验不符"), wrong->count),
              _ ("对照营业执照核对统一社会信用代码"));
  find_doubt (self, XYB_TODO_WITHOUT_CODE, XYB_URGENCY_PLAIN, without,
              g_strdup_printf (_ ("%" PRId64 " 家推荐企业没有信用代码"), without->count),
              _ ("附件2没有这一栏，请在企业里补上"));
  find_doubt (self, XYB_TODO_WITHOUT_PHONE, XYB_URGENCY_PLAIN, phone,
              g_strdup_printf (_ ("%" PRId64 " 家推荐企业没有电话"), phone->count),
              _ ("附件2和企业里都没有电话"));
}

/* ---- backups ---- */

static void
find_backup (XybTodoFinder *self)
{
  const XybOverview *overview = self->overview;
  g_autofree char *last = xyb_date_format (overview->backed_up_on);
  int days;

  if (overview->unsaved_since == NULL)
    return;
  days = xyb_date_days_between (overview->unsaved_since, overview->today);
  if (days <= XYB_BACKUP_DAYS)
    return;
  xyb_todo_lead_to (xyb_todo_finder_add (self, XYB_TODO_BACKUP, XYB_URGENCY_NEAR,
                                         g_strdup_printf (_ ("%d 天的修改还没有备份"), days),
                                         overview->backed_up_on != NULL
                                           ? g_strdup_printf (_ ("最近一次备份：%s"), last)
                                           : g_strdup (_ ("还没有任何备份")),
                                         g_strdup (_ ("请备份"))),
                    XYB_TODO_PAGE_DATA, 0);
}

/* ---- the list ---- */

static int
compare (gconstpointer a, gconstpointer b)
{
  const XybTodo *left = *(const XybTodo *const *) a;
  const XybTodo *right = *(const XybTodo *const *) b;

  if (left->urgency != right->urgency)
    return left->urgency < right->urgency ? -1 : 1;
  if (left->days_left != right->days_left)
    return left->days_left < right->days_left ? -1 : 1;
  return (left->kind > right->kind) - (left->kind < right->kind);
}

/**
 * xyb_todo_list_new:
 * @overview: what the office knows
 *
 * Returns: (transfer full) (element-type XybTodo): what is to be done, overdue first, then near,
 *   then the rest; within these by the day
 */
GPtrArray *
xyb_todo_list_new (const XybOverview *overview)
{
  static void (*const of_the_year[]) (XybTodoFinder *)
    = { find_number, xyb_todo_finder_find_districts, xyb_todo_finder_find_tracks, find_dates,
        find_doubts };
  XybTodoFinder finder = { overview, NULL, NULL, NULL };

  g_return_val_if_fail (overview != NULL, NULL);

  finder.plan = overview->plan;
  finder.rows = overview->rows;
  finder.todos = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_todo_free);
  find_plans (&finder);
  find_backup (&finder);
  if (overview->rows != NULL && !xyb_overview_is_closed (overview))
    for (gsize i = 0; i < G_N_ELEMENTS (of_the_year); i++)
      of_the_year[i](&finder);
  g_ptr_array_sort (finder.todos, compare);
  return finder.todos;
}

/**
 * xyb_todo_list_count:
 * @todos: (element-type XybTodo): a list
 * @urgency: an urgency
 *
 * Returns: how many of @todos have it
 */
guint
xyb_todo_list_count (GPtrArray *todos, XybUrgency urgency)
{
  guint count = 0;

  for (guint i = 0; i < todos->len; i++)
    if (((XybTodo *) todos->pdata[i])->urgency == urgency)
      count++;
  return count;
}
