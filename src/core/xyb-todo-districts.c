/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-todo-private.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-i18n.h"

/* What 区镇 owe: numbers in 附件1, the return of 附件2, contracts, acceptance. */

/* ---- 附件1 ---- */

static void
find_quota_total (XybTodoFinder *self)
{
  gint64 total = self->rows->total->accreditation;
  gint64 target = self->rows->target;
  gboolean match;
  g_autofree char *sentence = xyb_quota_rows_total_sentence (total, target, &match);

  if (match || total == XYB_UNSAID || target == XYB_UNSAID)
    return;
  xyb_todo_lead_to (xyb_todo_finder_add (self, XYB_TODO_QUOTA_TOTAL, XYB_URGENCY_NEAR,
                                         g_strdup_printf (_ ("附件1%s"), sentence),
                                         g_strdup (_ ("改到一致再导出、下发附件1")),
                                         g_strdup_printf (total < target ? _ ("少 %" PRId64 " 家")
                                                                         : _ ("多 %" PRId64 " 家"),
                                                          ABS (total - target))),
                    XYB_TODO_PAGE_QUOTA,
                    self->plan->quotas->len > 0
                      ? ((XybQuota *) self->plan->quotas->pdata[0])->unit_id
                      : 0);
}

static void
find_quota_blank (XybTodoFinder *self)
{
  g_auto (XybTodoNames) names = XYB_TODO_NAMES_INIT ("、");

  for (guint i = 0; i < self->plan->quotas->len; i++)
    {
      const XybQuota *quota = self->plan->quotas->pdata[i];

      if (quota->accreditation == XYB_UNSAID)
        xyb_todo_names_add (&names, quota->unit_id, quota->unit_name, 0);
    }
  if (names.count == 0)
    return;
  xyb_todo_lead_to (
    xyb_todo_finder_add (self, XYB_TODO_QUOTA_BLANK, XYB_URGENCY_PLAIN,
                         names.count == 1
                           ? g_strdup_printf (_ ("%s还没有贯标指标"), names.text->str)
                           : g_strdup_printf (_ ("%u 个区镇还没有贯标指标"), names.count),
                         names.count == 1 ? g_strdup (_ ("附件1里是空白"))
                                          : xyb_todo_names_end (&names),
                         g_strdup (_ ("待填"))),
    XYB_TODO_PAGE_QUOTA, names.first_id);
}

/* ---- 附件2 ---- */

static char *
return_sentence (const XybTodoFinder *self, const XybTodoNames *names)
{
  if (names->count == 1)
    return g_strdup_printf (_ ("%s还没有报附件2"), names->text->str);
  if (names->count == self->overview->submissions->len)
    return g_strdup_printf (_ ("%u 个区镇都还没有报附件2"), names->count);
  return g_strdup_printf (_ ("%u 个区镇还没有报附件2"), names->count);
}

/* ENT-06: not come, or sent back and not come again. */
static void
find_returns (XybTodoFinder *self)
{
  const GPtrArray *submissions = self->overview->submissions;
  const XybMilestone *milestone = xyb_plan_find_role (self->plan, XYB_ROLE_RETURN);
  g_auto (XybTodoNames) names = XYB_TODO_NAMES_INIT ("、");
  g_autofree char *detail = NULL;
  XybTodo *todo;
  int days;

  for (guint i = 0; i < submissions->len; i++)
    {
      const XybSubmission *submission = submissions->pdata[i];
      g_autofree char *name = g_strdup (submission->unit_name);

      if (submission->state != XYB_SUBMISSION_MISSING
          && submission->state != XYB_SUBMISSION_RETURNED)
        continue;
      if (submission->state == XYB_SUBMISSION_RETURNED)
        {
          g_free (name);
          name = g_strdup_printf (_ ("%s（已退回）"), submission->unit_name);
        }
      xyb_todo_names_add (&names, submission->unit_id, name, 0);
    }
  if (names.count == 0 || !xyb_todo_finder_days_to (self, XYB_ROLE_RETURN, &days)
      || !xyb_todo_finder_is_ahead (self, days))
    return;
  if (names.count > 1)
    detail = xyb_todo_names_end (&names);
  else
    detail = xyb_milestone_date_words (milestone);
  todo = xyb_todo_finder_add_due (self, XYB_TODO_RETURN, days, return_sentence (self, &names),
                                  g_steal_pointer (&detail));
  xyb_todo_lead_to (todo, XYB_TODO_PAGE_NOMINATION, names.first_id);
}

static char *
questions_detail (const XybSubmission *submission)
{
  g_autofree char *received = xyb_date_format_short (submission->received_on);

  if (submission->note != NULL)
    return g_strdup (submission->note);
  if (submission->received_on == NULL)
    return g_strdup_printf (_ ("共 %" PRId64 " 家"), submission->rows);
  return g_strdup_printf (_ ("共 %" PRId64 " 家，%s收到"), submission->rows, received);
}

static void
find_questions (XybTodoFinder *self)
{
  const GPtrArray *submissions = self->overview->submissions;

  for (guint i = 0; i < submissions->len; i++)
    {
      const XybSubmission *submission = submissions->pdata[i];
      int days = submission->received_on != NULL
                   ? xyb_date_days_between (submission->received_on, self->overview->today)
                   : 0;

      if (submission->state != XYB_SUBMISSION_QUESTIONS)
        continue;
      xyb_todo_lead_to (xyb_todo_finder_add (self, XYB_TODO_QUESTIONS, XYB_URGENCY_NEAR,
                                             g_strdup_printf (_ ("%s的附件2有疑问"),
                                                              submission->unit_name),
                                             questions_detail (submission),
                                             days > 0 ? g_strdup_printf (_ ("收到 %d 天"), days)
                                                      : g_strdup (_ ("待核实"))),
                        XYB_TODO_PAGE_NOMINATION, submission->unit_id);
    }
}

static gboolean
has_returned (const XybTodoFinder *self, gint64 unit_id)
{
  const GPtrArray *submissions = self->overview->submissions;

  for (guint i = 0; i < submissions->len; i++)
    {
      const XybSubmission *submission = submissions->pdata[i];

      if (submission->unit_id == unit_id)
        return submission->state != XYB_SUBMISSION_MISSING
               && submission->state != XYB_SUBMISSION_RETURNED;
    }
  return FALSE;
}

/* Who has not returned is listed for that already. */
static void
find_too_few (XybTodoFinder *self)
{
  g_auto (XybTodoNames) names = XYB_TODO_NAMES_INIT (" · ");
  int days;

  for (guint i = 0; i < self->rows->rows->len; i++)
    {
      const XybQuotaRow *row = self->rows->rows->pdata[i];

      if (row->accreditation != XYB_UNSAID && row->accreditation > row->progress.nominated
          && has_returned (self, row->unit_id))
        xyb_todo_names_add (&names, row->unit_id, row->name,
                            row->accreditation - row->progress.nominated);
    }
  if (names.count == 0)
    return;
  xyb_todo_lead_to (xyb_todo_finder_add (
                      self, XYB_TODO_TOO_FEW,
                      xyb_todo_finder_days_to (self, XYB_ROLE_RETURN, &days) && days < 0
                        ? XYB_URGENCY_NEAR
                        : XYB_URGENCY_PLAIN,
                      names.count == 1
                        ? g_strdup_printf (_ ("%s推荐的企业少于指标"),
                                           xyb_quota_rows_find (self->rows, names.first_id)->name)
                        : g_strdup_printf (_ ("%u 个区镇推荐的企业少于指标"), names.count),
                      names.count == 1 ? g_strdup (_ ("请区镇补报")) : xyb_todo_names_end (&names),
                      g_strdup_printf (_ ("差 %" PRId64 " 家"), names.total)),
                    XYB_TODO_PAGE_NOMINATION, names.first_id);
}

/* ---- stages ---- */

/* Of those a 区镇 needs for its quota, how many stand before a stage. */
static gint64
waiting (const XybQuotaRow *row, gint64 reached)
{
  gint64 needed = row->progress.nominated;

  if (row->accreditation != XYB_UNSAID)
    needed = MIN (needed, row->accreditation);
  return MAX (needed - reached, 0);
}

/* AMB-15: the list falls due before the returns; it waits for them. */
static void
find_unconfirmed (XybTodoFinder *self)
{
  g_auto (XybTodoNames) names = XYB_TODO_NAMES_INIT (" · ");
  int days;
  int returns;

  if (!xyb_todo_finder_days_to (self, XYB_ROLE_CONFIRM, &days))
    return;
  if (xyb_todo_finder_days_to (self, XYB_ROLE_RETURN, &returns))
    days = MAX (days, returns);
  for (guint i = 0; i < self->rows->rows->len; i++)
    {
      const XybQuotaRow *row = self->rows->rows->pdata[i];
      gint64 number = waiting (row, row->progress.confirmed);

      if (number > 0)
        xyb_todo_names_add (&names, row->unit_id, row->name, number);
    }
  if (names.count == 0 || !xyb_todo_finder_is_ahead (self, days))
    return;
  xyb_todo_lead_to (xyb_todo_finder_add_due (
                      self, XYB_TODO_CONFIRM, days,
                      g_strdup_printf (_ ("%" PRId64 " 家推荐企业还没有确定名单"), names.total),
                      xyb_todo_names_end (&names)),
                    XYB_TODO_PAGE_NOMINATION, names.first_id);
}

static char *
unsigned_sentence (const XybTodoNames *names, const XybTodoNames *bare)
{
  if (names->count == 1)
    return g_strdup_printf (_ ("%s还有 %" PRId64 " 家没有签合同"), bare->text->str, names->total);
  if (names->count <= 3 && names->each > 0)
    return g_strdup_printf (_ ("%s各有 %" PRId64 " 家没有签合同"), bare->text->str, names->each);
  return g_strdup_printf (_ ("%u 个区镇有 %" PRId64 " 家没有签合同"), names->count, names->total);
}

static void
find_unsigned (XybTodoFinder *self)
{
  g_auto (XybTodoNames) names = XYB_TODO_NAMES_INIT (" · ");
  g_auto (XybTodoNames) bare = XYB_TODO_NAMES_INIT ("、");
  gboolean named;
  int days;

  if (self->plan->basis < XYB_BASIS_SIGNED
      || !xyb_todo_finder_days_to (self, XYB_ROLE_ACCEPT, &days)
      || !xyb_todo_finder_is_ahead (self, days))
    return;
  for (guint i = 0; i < self->rows->rows->len; i++)
    {
      const XybQuotaRow *row = self->rows->rows->pdata[i];
      gint64 number = waiting (row, row->progress.signed_up);

      if (number == 0)
        continue;
      xyb_todo_names_add (&names, row->unit_id, row->name, number);
      xyb_todo_names_add (&bare, row->unit_id, row->name, 0);
    }
  if (names.count == 0)
    return;
  named = names.count == 1 || (names.count <= 3 && names.each > 0);
  xyb_todo_lead_to (xyb_todo_finder_add_due (self, XYB_TODO_UNSIGNED, days,
                                             unsigned_sentence (&names, &bare),
                                             named
                                               ? g_strdup (_ ("已推荐，未与第三方信用服务机构签约"))
                                               : xyb_todo_names_end (&names)),
                    XYB_TODO_PAGE_NOMINATION, names.first_id);
}

/* Where nothing is broken down to the 区镇 the plan's own target counts. */
static gint64
missing_of_target (const XybTodoFinder *self)
{
  gint64 target = self->rows->target;

  if (target == XYB_UNSAID || self->rows->total->accreditation != XYB_UNSAID)
    return 0;
  return MAX (target - self->rows->total->done, 0);
}

static void
find_unaccepted (XybTodoFinder *self)
{
  g_auto (XybTodoNames) names = XYB_TODO_NAMES_INIT (" · ");
  gint64 missing;
  int days;

  if (!xyb_todo_finder_days_to (self, XYB_ROLE_ACCEPT, &days)
      || !xyb_todo_finder_is_ahead (self, days))
    return;
  for (guint i = 0; i < self->rows->rows->len; i++)
    {
      const XybQuotaRow *row = self->rows->rows->pdata[i];

      if (row->missing != XYB_UNSAID && row->missing > 0)
        xyb_todo_names_add (&names, row->unit_id, row->name, row->missing);
    }
  missing = names.count > 0 ? names.total : missing_of_target (self);
  if (missing == 0)
    return;
  xyb_todo_lead_to (
    xyb_todo_finder_add_due (self, XYB_TODO_ACCEPT, days,
                             g_strdup_printf (_ ("贯标还差 %" PRId64 " 家没有%s"), missing,
                                              xyb_quota_rows_verb (self->plan->basis)),
                             names.count > 0 ? xyb_todo_names_end (&names)
                                             : g_strdup (_ ("指标还没有分解到区镇"))),
    XYB_TODO_PAGE_QUOTA, names.first_id);
}

/* Everything a 区镇 owes, or the office owes a 区镇. */
void
xyb_todo_finder_find_districts (XybTodoFinder *self)
{
  find_quota_total (self);
  find_quota_blank (self);
  find_returns (self);
  find_questions (self);
  find_too_few (self);
  find_unconfirmed (self);
  find_unsigned (self);
  find_unaccepted (self);
}
