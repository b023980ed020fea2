/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <inttypes.h>
#include <string.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-todo-private.h"

/* What the enterprises on the tracks owe, and what the office owes them. */

/* So many are named one by one; more are counted. */
#define MAX_SINGLE 3
/* Materials a sentence has room for. */
#define MAX_MATERIALS 2

/* ---- a few are named, many are counted ---- */

/* Of one track: the lines a finding is about, in order of 区镇. */
typedef struct
{
  XybTodoFinder *finder;
  XybTrack track;
  GPtrArray *lines;
} Found;

static Found
found_new (XybTodoFinder *finder, XybTrack track)
{
  return (Found){ finder, track, g_ptr_array_new () };
}

static void
found_clear (Found *self)
{
  g_ptr_array_unref (self->lines);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

/* 昆山示例精密机械有限公司 · 周市镇, and a remark. */
static char *
whose (const XybTrackLine *line, const char *remark)
{
  GString *text = g_string_new (line->enterprise_name);

  if (line->unit_name != NULL)
    g_string_append_printf (text, " · %s", line->unit_name);
  if (remark != NULL)
    g_string_append_printf (text, " · %s", remark);
  return g_string_free (text, FALSE);
}

/* 周市镇 2 · 张浦镇 2 · 千灯镇 1; the lines of a 区镇 stand together. */
static char *
by_district (const GPtrArray *lines)
{
  g_auto (XybTodoNames) names = XYB_TODO_NAMES_INIT (" · ");

  for (guint i = 0; i < lines->len;)
    {
      const XybTrackLine *first = lines->pdata[i];
      guint end = i;

      while (end < lines->len && ((XybTrackLine *) lines->pdata[end])->unit_id == first->unit_id)
        end++;
      xyb_todo_names_add (&names, first->unit_id,
                          first->unit_name != NULL ? first->unit_name : _ ("没有区镇"), end - i);
      i = end;
    }
  return xyb_todo_names_end (&names);
}

static char *
detail_of (const Found *found, const char *remark)
{
  return found->lines->len == 1 ? whose (found->lines->pdata[0], remark)
                                : by_district (found->lines);
}

static void
lead_to_line (XybTodo *todo, const XybTrackLine *line)
{
  xyb_todo_lead_to (todo, XYB_TODO_PAGE_TRACK, line->enterprise_id);
}

static const GPtrArray *
lines_of (const XybTodoFinder *self, XybTrack track)
{
  return self->overview->lines[track - 1];
}

/* ---- MAT-04: what does not hold any more, or soon ---- */

static int
days_to (const XybTodoFinder *self, const char *day)
{
  return xyb_date_days_between (self->overview->today, day);
}

/* The papers of one form, or of several. */
static char *
paper_name (const GPtrArray *lines)
{
  const XybPlanMaterial *item = ((XybTrackLine *) lines->pdata[0])->expiring;

  for (guint i = 1; i < lines->len; i++)
    if (((XybTrackLine *) lines->pdata[i])->expiring != item)
      return g_strdup (_ ("有期限的材料"));
  return xyb_plan_material_short_name (item);
}

static const XybTrackLine *
earliest (const GPtrArray *lines)
{
  const XybTrackLine *found = lines->pdata[0];

  for (guint i = 1; i < lines->len; i++)
    {
      const XybTrackLine *line = lines->pdata[i];

      if (strcmp (line->expires_on, found->expires_on) < 0)
        found = line;
    }
  return found;
}

/* 7月20日到期，验收前须重新出具. */
static char *
renewal_words (const XybTodoFinder *self, const XybTrackLine *line, XybTrack track)
{
  const XybPlanStage *stage = xyb_plan_material_stage (self->plan, track);
  g_autofree char *day = xyb_date_format_short (line->expires_on);

  if (stage == NULL)
    return g_strdup_printf (_ ("%s到期，须重新出具"), day);
  return g_strdup_printf (_ ("%s到期，%s前须重新出具"), day, stage->name);
}

static void
say_expired (XybTodoFinder *self, XybTrack track, const XybTrackLine *line)
{
  g_autofree char *name = xyb_plan_material_short_name (line->expiring);
  g_autofree char *remark = renewal_words (self, line, track);

  lead_to_line (xyb_todo_finder_add_due (self, XYB_TODO_EXPIRED, days_to (self, line->expires_on),
                                         g_strdup_printf (_ ("%s已过有效期"), name),
                                         whose (line, remark)),
                line);
}

static void
say_all_expired (const Found *found)
{
  const XybTrackLine *first = earliest (found->lines);
  g_autofree char *name = paper_name (found->lines);

  lead_to_line (xyb_todo_finder_add_due (found->finder, XYB_TODO_EXPIRED,
                                         days_to (found->finder, first->expires_on),
                                         g_strdup_printf (_ ("%u 家企业的%s已过有效期"),
                                                          found->lines->len, name),
                                         detail_of (found, NULL)),
                first);
}

static void
find_expired (XybTodoFinder *self, XybTrack track)
{
  const GPtrArray *lines = lines_of (self, track);
  g_auto (Found) found = found_new (self, track);

  for (guint i = 0; i < lines->len; i++)
    {
      const XybTrackLine *line = lines->pdata[i];

      if (line->result == XYB_RESULT_OPEN && line->n_expired > 0 && line->expiring != NULL)
        g_ptr_array_add (found.lines, lines->pdata[i]);
    }
  if (found.lines->len > MAX_SINGLE)
    say_all_expired (&found);
  for (guint i = 0; i < found.lines->len && found.lines->len <= MAX_SINGLE; i++)
    say_expired (self, track, found.lines->pdata[i]);
}

/* Before the day of the stage it is needed for it has to be renewed, however far off that is. */
static gboolean
ends_before_use (const XybTodoFinder *self, const XybTrackLine *line)
{
  return line->days_left != XYB_TRACK_NO_DAYS && days_to (self, line->expires_on) < line->days_left;
}

static void
say_expiring (const Found *found)
{
  XybTodoFinder *self = found->finder;
  const XybTrackLine *first = earliest (found->lines);
  int days = days_to (self, first->expires_on);
  g_autofree char *name = paper_name (found->lines);
  g_autofree char *day = xyb_date_format_short (first->expires_on);
  g_autofree char *remark = renewal_words (self, first, found->track);
  XybTodo *todo;

  todo
    = xyb_todo_finder_add_due (self, XYB_TODO_EXPIRING, days,
                               found->lines->len == 1 ? g_strdup_printf (_ ("%s快到期"), name)
                                                      : g_strdup_printf (_ ("%u 家企业的%s快到期"),
                                                                         found->lines->len, name),
                               detail_of (found, remark));
  if (ends_before_use (self, first))
    todo->urgency = MIN (todo->urgency, XYB_URGENCY_NEAR);
  if (found->lines->len > 1)
    {
      g_free (todo->due);
      todo->due = g_strdup_printf (_ ("%s起"), day);
    }
  lead_to_line (todo, first);
}

static void
find_expiring (XybTodoFinder *self, XybTrack track)
{
  const GPtrArray *lines = lines_of (self, track);
  g_auto (Found) found = found_new (self, track);

  for (guint i = 0; i < lines->len; i++)
    {
      const XybTrackLine *line = lines->pdata[i];

      if (line->result == XYB_RESULT_OPEN && line->n_expired == 0 && line->expires_on != NULL
          && xyb_todo_finder_is_ahead (self, days_to (self, line->expires_on)))
        g_ptr_array_add (found.lines, lines->pdata[i]);
    }
  if (found.lines->len > 0)
    say_expiring (&found);
}

/* ---- required materials ---- */

/* Who is at work and has not yet come to the stage that needs them. */
static gboolean
is_gathering (const XybTodoFinder *self, const XybTrackLine *line, const XybPlanStage *stage)
{
  return line->result == XYB_RESULT_OPEN && line->signed_up && line->n_missing > 0
         && (xyb_track_line_is_before (line, self->plan, stage) || line->stage == stage);
}

typedef struct
{
  const XybPlanMaterial *item;
  guint count;
} Lacking;

static int
compare_lacking (gconstpointer a, gconstpointer b)
{
  return (int) ((const Lacking *) b)->count - (int) ((const Lacking *) a)->count;
}

/* 内部评估报告缺 14 · 工作总结报告缺 9: what most of them lack. */
static char *
lacking_words (const Found *found)
{
  g_autoptr (GPtrArray) items = xyb_plan_list_materials (found->finder->plan, found->track);
  g_autoptr (GArray) lacking = g_array_new (FALSE, FALSE, sizeof (Lacking));
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < items->len && k < 64; k++)
    {
      Lacking one = { items->pdata[k], 0 };

      for (guint i = 0; i < found->lines->len; i++)
        one.count += (((XybTrackLine *) found->lines->pdata[i])->missing >> k) & 1;
      if (one.count > 0)
        g_array_append_val (lacking, one);
    }
  g_array_sort (lacking, compare_lacking);
  for (guint k = 0; k < lacking->len && k < MAX_MATERIALS; k++)
    {
      const Lacking *one = &g_array_index (lacking, Lacking, k);
      g_autofree char *name = xyb_plan_material_short_name (one->item);

      g_string_append_printf (text, _ ("%s%s缺 %u"), k > 0 ? " · " : "", name, one->count);
    }
  if (lacking->len > MAX_MATERIALS)
    g_string_append_printf (text, _ (" 等 %u 项"), lacking->len);
  return g_string_free (text, FALSE);
}

static void
say_materials (const Found *found, const XybPlanStage *stage, int days)
{
  const XybTrackLine *first = found->lines->pdata[0];
  g_autofree char *lacking = lacking_words (found);
  g_autofree char *remark = NULL;
  XybTodo *todo;

  if (found->lines->len == 1)
    {
      remark = g_strdup_printf (_ ("缺 %u 项"), first->n_missing);
      g_free (lacking);
      lacking = whose (first, remark);
    }
  todo = xyb_todo_finder_add_due (found->finder, XYB_TODO_MATERIALS, days,
                                  g_strdup_printf (_ ("%u 家企业%s材料未齐"), found->lines->len,
                                                   stage->name),
                                  g_steal_pointer (&lacking));
  lead_to_line (todo, first);
}

static void
find_materials (XybTodoFinder *self, XybTrack track)
{
  const GPtrArray *lines = lines_of (self, track);
  const XybPlanStage *stage = xyb_plan_material_stage (self->plan, track);
  g_auto (Found) found = found_new (self, track);
  int days = XYB_TRACK_NO_DAYS;

  for (guint i = 0; stage != NULL && i < lines->len; i++)
    {
      const XybTrackLine *line = lines->pdata[i];

      if (!is_gathering (self, line, stage))
        continue;
      g_ptr_array_add (found.lines, lines->pdata[i]);
      days = MIN (days, line->days_left);
    }
  if (found.lines->len > 0 && days != XYB_TRACK_NO_DAYS && xyb_todo_finder_is_ahead (self, days))
    say_materials (&found, stage, days);
}

/* ---- a last day of its own: 限期整改, 公示 ---- */

static gboolean
has_last_day (const XybTrackLine *line)
{
  return line->stage != NULL && line->until != NULL
         && (line->stage->fields & XYB_STAGE_FIELD_UNTIL) != 0;
}

static void
say_rectify (XybTodoFinder *self, const XybTrackLine *line, int days)
{
  g_autofree char *day = xyb_date_format_short (line->until);
  g_autofree char *remark = g_strdup_printf (_ ("期限 %s"), day);

  lead_to_line (xyb_todo_finder_add_due (
                  self, XYB_TODO_RECTIFY, days,
                  g_strdup_printf (days < 0 ? _ ("%s已到期") : _ ("%s快到期"), line->stage->name),
                  whose (line, remark)),
                line);
}

/* What is over may go on: that is not late, it only waits. */
static void
say_publicity (XybTodoFinder *self, const XybTrackLine *line, int days)
{
  XybTodo *todo
    = xyb_todo_finder_add (self, XYB_TODO_PUBLICITY, XYB_URGENCY_NEAR,
                           line->next != NULL
                             ? g_strdup_printf (_ ("%s期满，可以登记%s"), line->stage->name,
                                                line->next->name)
                             : g_strdup_printf (_ ("%s期满"), line->stage->name),
                           whose (line, NULL), g_strdup_printf (_ ("已满 %d 天"), -days));

  todo->days_left = days;
  lead_to_line (todo, line);
}

static void
find_last_days (XybTodoFinder *self, XybTrack track)
{
  const GPtrArray *lines = lines_of (self, track);

  for (guint i = 0; i < lines->len; i++)
    {
      const XybTrackLine *line = lines->pdata[i];
      int days = has_last_day (line) ? days_to (self, line->until) : 0;

      if (!has_last_day (line))
        continue;
      if (line->stage->kind == XYB_STAGE_KIND_WATCH && xyb_todo_finder_is_ahead (self, days))
        say_rectify (self, line, days);
      if (line->stage->kind == XYB_STAGE_KIND_STEP && days < 0)
        say_publicity (self, line, days);
    }
}

/* ---- contracts of 示范 ---- */

/* On the list, and nobody guides them; 半年 of it has to fit in (S1:104). */
static void
find_model_unsigned (XybTodoFinder *self)
{
  const XybTrack track = XYB_TRACK_CITY_MODEL;
  const GPtrArray *lines = lines_of (self, track);
  const XybMilestone *list = xyb_plan_find_role (self->plan, XYB_ROLE_LIST);
  const XybPlanStage *stage = xyb_plan_last_stage_due (self->plan, track, list);
  g_auto (Found) found = found_new (self, track);

  for (guint i = 0; stage != NULL && i < lines->len; i++)
    {
      const XybTrackLine *line = lines->pdata[i];

      if (line->result == XYB_RESULT_OPEN && !line->signed_up
          && !xyb_track_line_is_before (line, self->plan, stage))
        g_ptr_array_add (found.lines, lines->pdata[i]);
    }
  if (found.lines->len == 0)
    return;
  lead_to_line (xyb_todo_finder_add (self, XYB_TODO_MODEL_SIGN, XYB_URGENCY_PLAIN,
                                     g_strdup_printf (_ ("%u 家示范企业还没有签咨询服务合同"),
                                                      found.lines->len),
                                     detail_of (&found, _ ("跟踪辅导应不少于半年")),
                                     g_strdup (_ ("待签约"))),
                found.lines->pdata[0]);
}

/* Whether a title is still to come of it: a contract that has served is done with. */
static gboolean
is_at_work (const XybTodoFinder *self, gint64 enterprise_id)
{
  for (XybTrack track = XYB_TRACK_CITY_MODEL; track <= XYB_TRACK_PROVINCE_MODEL; track++)
    {
      const GPtrArray *lines = lines_of (self, track);

      for (guint i = 0; i < lines->len; i++)
        {
          const XybTrackLine *line = lines->pdata[i];

          if (line->enterprise_id == enterprise_id && line->result == XYB_RESULT_OPEN)
            return TRUE;
        }
    }
  return FALSE;
}

typedef gboolean (*ContractTest) (const XybContract *contract);

static gboolean
is_short (const XybContract *contract)
{
  int months = xyb_contract_months (contract);

  return months >= 0 && months < XYB_MODEL_CONTRACT_MONTHS;
}

static gboolean
is_unfiled (const XybContract *contract)
{
  return !contract->filed;
}

static void
find_contracts (XybTodoFinder *self,
                ContractTest test,
                XybUrgency urgency,
                const char *sentence,
                const char *due)
{
  const GPtrArray *contracts = self->overview->contracts;
  g_auto (XybTodoNames) names = XYB_TODO_NAMES_INIT ("、");
  XybTodo *todo;

  for (guint i = 0; i < contracts->len; i++)
    {
      const XybContract *contract = contracts->pdata[i];

      if (test (contract) && is_at_work (self, contract->enterprise_id))
        xyb_todo_names_add (&names, contract->enterprise_id, contract->enterprise_name, 0);
    }
  if (names.count == 0)
    return;
  todo = xyb_todo_finder_add (self, XYB_TODO_CONTRACT, urgency,
                              g_strdup_printf ("%u %s", names.count, sentence),
                              g_strdup (names.text->str), g_strdup (due));
  xyb_todo_lead_to (todo, XYB_TODO_PAGE_TRACK, names.first_id);
}

/* ---- the dates of the plan ---- */

static const char *
track_condition (const XybPlan *plan, XybTrack track)
{
  for (guint i = 0; i < plan->conditions->len; i++)
    {
      const XybPlanCondition *condition = plan->conditions->pdata[i];

      if (condition->track == track)
        return condition->text;
    }
  return NULL;
}

/* 目标 1 家 · 可选 3 家 · 在2018年度（含）之前获评…; each as far as it is known. */
static char *
date_detail (const XybTodoFinder *self, XybTrack track)
{
  const char *condition = track_condition (self->plan, track);
  const XybCandidateCount *candidates = &self->overview->candidates[track - 1];
  gint64 target = self->plan->targets[track - 1];
  GString *text = g_string_new (NULL);

  if (target != XYB_UNSAID)
    g_string_append_printf (text, _ ("目标 %" PRId64 " 家"), target);
  if (candidates->known)
    g_string_append_printf (text, _ ("%s可选 %" PRId64 " 家"), text->len > 0 ? " · " : "",
                            candidates->count + candidates->open);
  if (condition != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", condition);
  return g_string_free (text, FALSE);
}

/* 省级示范还没有推荐企业, or how many are wanted still; 9月30日前市级示范认定公示 where the date is
 * somebody else's, or nobody knows. */
static char *
date_sentence (const XybTodoFinder *self, const XybMilestone *milestone)
{
  XybTrack track = xyb_milestone_track (milestone);
  const XybTrackSummary *summary = self->overview->summaries[track - 1];
  const XybPlanStage *first = xyb_plan_first_stage_due (self->plan, track, milestone);
  const XybPlanStage *last = xyb_plan_last_stage_due (self->plan, track, milestone);
  gint64 target = self->plan->targets[track - 1];
  g_autofree char *when = NULL;

  if (last != NULL && target != XYB_UNSAID && xyb_milestone_role (milestone) != XYB_ROLE_REVIEW
      && xyb_overview_knows_track (self->overview, track))
    {
      if (xyb_track_summary_reached (summary, first) == 0)
        return g_strdup_printf (_ ("%s还没有%s企业"), xyb_track_name (track), first->name);
      return g_strdup_printf (_ ("%s还差 %" PRId64 " 家没有登记“%s”"), xyb_track_name (track),
                              target - xyb_track_summary_reached (summary, last), last->name);
    }
  when = xyb_milestone_date_words (milestone);
  return g_strdup_printf (_ ("%s%s"), when, xyb_milestone_short_text (milestone));
}

/* Without a record the day is told, near it and for a while after: that it is over is no proof that
 * the thing was not done. */
static void
say_unknown_date (XybTodoFinder *self, char *sentence, char *detail, int days)
{
  XybTodo *todo = xyb_todo_finder_add (self, XYB_TODO_TRACK, XYB_URGENCY_NEAR, sentence, detail,
                                       g_strdup_printf (_ ("已过 %d 天"), -days));

  todo->days_left = days;
  xyb_todo_lead_to (todo, XYB_TODO_PAGE_TRACK, 0);
}

/* DL-04, DL-05, DL-07. */
void
xyb_todo_finder_find_track_date (XybTodoFinder *self, const XybMilestone *milestone)
{
  XybTrack track = xyb_milestone_track (milestone);
  gboolean known = self->plan->targets[track - 1] != XYB_UNSAID
                   && xyb_plan_last_stage_due (self->plan, track, milestone) != NULL
                   && xyb_overview_knows_track (self->overview, track);
  int days;

  if (xyb_milestone_state (milestone, self->overview->today, self->plan->deadline_inclusive, &days)
        == XYB_MILESTONE_UNDATED
      || xyb_overview_milestone_is_done (self->overview, milestone)
      || !xyb_todo_finder_is_ahead (self, known ? days : ABS (days)))
    return;
  if (days < 0 && !known)
    say_unknown_date (self, date_sentence (self, milestone), date_detail (self, track), days);
  else
    xyb_todo_lead_to (xyb_todo_finder_add_due (self, XYB_TODO_TRACK, days,
                                               date_sentence (self, milestone),
                                               date_detail (self, track)),
                      XYB_TODO_PAGE_TRACK, 0);
}

/* Everything the tracks say, but their dates. */
void
xyb_todo_finder_find_tracks (XybTodoFinder *self)
{
  for (XybTrack track = XYB_TRACK_ACCREDITATION; track <= XYB_TRACK_PROVINCE_MODEL; track++)
    {
      find_expired (self, track);
      find_expiring (self, track);
      find_materials (self, track);
      find_last_days (self, track);
    }
  find_model_unsigned (self);
  find_contracts (self, is_unfiled, XYB_URGENCY_PLAIN, _ ("份示范咨询服务合同还没有备案"),
                  _ ("待备案"));
  find_contracts (self, is_short, XYB_URGENCY_NEAR, _ ("份示范咨询服务合同不足半年"), _ ("请核对"));
}
