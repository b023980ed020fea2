/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-case.h"

#include <inttypes.h>
#include <string.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-named-number.h"

/* 下一步: the one thing to do next for an enterprise on a track, and the letter that asks for it.
 *
 * No stage is known by its name here: the names are the plan's. What comes next is told from what a
 * stage needs and from how far away it is. */

/* From this many stages before the one that needs the materials they are asked for, with the steps
 * they report on: 实施, of 实施 → 材料提交 → 验收. */
#define STAGES_AHEAD 2

static const XybNamedNumber kinds[] = {
  { XYB_ACT_NONE, "none", NULL },         { XYB_ACT_CONDITION, "condition", NULL },
  { XYB_ACT_CONTRACT, "contract", NULL }, { XYB_ACT_STEP, "step", NULL },
  { XYB_ACT_MATERIAL, "material", NULL }, { XYB_ACT_MOVE, "move", NULL },
};

/* The name of a kind in JSON. */
const char *
xyb_act_kind_key (XybActKind kind)
{
  return xyb_named_number_key (kinds, G_N_ELEMENTS (kinds), kind);
}

void
xyb_next_action_free (XybNextAction *self)
{
  if (self == NULL)
    return;
  g_free (self->sentence);
  g_free (self->emphasis);
  g_free (self->detail);
  g_free (self->button);
  g_free (self);
}

/* Takes the texts. */
static void
say (XybNextAction *self, XybActKind kind, gint64 id, char *sentence, char *button)
{
  self->kind = kind;
  self->id = id;
  self->sentence = sentence;
  self->button = button;
}

/* ---- materials ---- */

static const XybMaterialLine *
find_expired (const XybMaterialList *list)
{
  for (guint i = 0; i < list->lines->len; i++)
    if (((XybMaterialLine *) list->lines->pdata[i])->validity == XYB_VALIDITY_EXPIRED)
      return list->lines->pdata[i];
  return NULL;
}

static gboolean
is_lacking (const XybMaterialLine *line)
{
  return (line->item->required && line->state == XYB_MATERIAL_MISSING)
         || line->state == XYB_MATERIAL_RETURNED;
}

/* What was sent back before what never came: the enterprise is at it. */
static const XybMaterialLine *
find_lacking (const XybMaterialList *list)
{
  const XybMaterialLine *found = NULL;

  for (guint i = 0; i < list->lines->len; i++)
    {
      const XybMaterialLine *line = list->lines->pdata[i];

      if (line->state == XYB_MATERIAL_RETURNED)
        return line;
      if (found == NULL && is_lacking (line))
        found = line;
    }
  return found;
}

static gboolean
ask_for_expired (XybNextAction *self, const XybTrackCase *c)
{
  const XybMaterialLine *line = find_expired (c->list);
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;
  int left = 0;

  if (line == NULL)
    return FALSE;
  name = xyb_plan_material_short_name (line->item);
  xyb_material_validity (c->plan, line->material, line->item, c->today, &left);
  day = xyb_date_format_short (line->material->valid_until);
  say (self, XYB_ACT_MATERIAL, line->item->id,
       g_strdup_printf (_ ("请企业重新出具第 %u 项：%s"), line->number, name),
       g_strdup (_ ("登记新报告")));
  self->emphasis = g_strdup_printf (_ ("%s到期，已过 %d 天"), day, -left);
  self->urgency = XYB_URGENCY_OVERDUE;
  return TRUE;
}

static gboolean
ask_for_lacking (XybNextAction *self, const XybTrackCase *c)
{
  const XybMaterialLine *line = find_lacking (c->list);
  g_autofree char *name = NULL;

  if (line == NULL)
    return FALSE;
  name = xyb_plan_material_short_name (line->item);
  if (line->state == XYB_MATERIAL_RETURNED)
    {
      say (self, XYB_ACT_MATERIAL, line->item->id,
           g_strdup_printf (_ ("请企业改好再交第 %u 项：%s"), line->number, name),
           g_strdup (_ ("登记材料")));
      self->emphasis = g_strdup (line->words);
      return TRUE;
    }
  say (self, XYB_ACT_MATERIAL, line->item->id,
       g_strdup_printf (_ ("请企业交第 %u 项：%s"), line->number, name), g_strdup (_ ("登记材料")));
  return TRUE;
}

/* ---- steps, conditions, contract ---- */

static const XybPlanStep *
find_open_step (const XybTrackCase *c)
{
  for (guint i = 0; i < c->plan->steps->len; i++)
    {
      const XybPlanStep *step = c->plan->steps->pdata[i];

      if (step->track == c->record->track && xyb_plan_step_is_ticked (c->plan, step)
          && xyb_step_state (step, xyb_track_case_find_step (c, step->id)) != XYB_STEP_DONE)
        return step;
    }
  return NULL;
}

static gboolean
ask_for_step (XybNextAction *self, const XybTrackCase *c)
{
  const XybPlanStep *step = find_open_step (c);
  const XybStepRecord *record = step != NULL ? xyb_track_case_find_step (c, step->id) : NULL;

  if (step == NULL)
    return FALSE;
  say (self, XYB_ACT_STEP, step->id, g_strdup_printf (_ ("完成实施步骤“%s”"), step->name),
       g_strdup (step->counted == XYB_STEP_TRAININGS ? _ ("登记培训") : _ ("登记步骤")));
  self->emphasis = record != NULL ? xyb_step_words (step, record) : NULL;
  return TRUE;
}

/* One that speaks against the enterprise before one that nobody has looked at. */
static const XybConditionCheck *
find_doubt (const XybTrackCase *c)
{
  const XybConditionCheck *found = NULL;

  for (guint i = 0; i < c->checks->len; i++)
    {
      const XybConditionCheck *check = c->checks->pdata[i];
      XybVerdict verdict = xyb_condition_check_verdict (check);

      if (verdict == XYB_VERDICT_UNMET && check->said == 0)
        return check;
      if (found == NULL && verdict == XYB_VERDICT_OPEN)
        found = check;
    }
  return found;
}

static gboolean
ask_for_condition (XybNextAction *self, const XybTrackCase *c)
{
  const XybConditionCheck *check = find_doubt (c);

  if (check == NULL)
    return FALSE;
  say (self, XYB_ACT_CONDITION, check->condition->id,
       g_strdup_printf (_ ("核定条件“%s”"), check->condition->text), g_strdup (_ ("核定")));
  self->emphasis = g_strdup (check->evidence);
  return TRUE;
}

static gboolean
ask_for_contract (XybNextAction *self, const XybTrackCase *c)
{
  if (xyb_track_case_find_contract (c) != NULL)
    return FALSE;
  say (self, XYB_ACT_CONTRACT, 0,
       g_strdup_printf (_ ("登记%s"),
                        xyb_contract_kind_name (c->record->track == XYB_TRACK_ACCREDITATION
                                                  ? XYB_CONTRACT_ACCREDITATION
                                                  : XYB_CONTRACT_MODEL)),
       g_strdup (_ ("登记合同")));
  return TRUE;
}

/* ---- where it stands ---- */

/* Whether the stage that needs the materials is @ahead stages away or nearer. */
static gboolean
materials_are_near (const XybTrackCase *c, const XybPlanStage *next, guint ahead)
{
  g_autoptr (GPtrArray) stages = xyb_plan_list_stages (c->plan, c->record->track);
  guint place = 0;

  if (!g_ptr_array_find (stages, next, &place))
    return FALSE;
  for (guint i = place; i < stages->len && i < place + ahead; i++)
    if (((XybPlanStage *) stages->pdata[i])->needs_materials)
      return TRUE;
  return FALSE;
}

static gboolean
is_at_start (const XybTrackCase *c)
{
  const XybPlanStage *current = xyb_track_current (c->plan, c->record);
  g_autoptr (GPtrArray) stages = xyb_plan_list_stages (c->plan, c->record->track);

  return current == NULL || (stages->len > 0 && stages->pdata[0] == current);
}

static void
ask_to_move (XybNextAction *self, const XybPlanStage *next)
{
  say (self, XYB_ACT_MOVE, next->id, g_strdup_printf (_ ("办理“%s”"), next->name),
       g_strdup_printf (_ ("登记%s"), next->name));
}

static void
find_action (XybNextAction *self, const XybTrackCase *c, const XybPlanStage *next)
{
  if (ask_for_expired (self, c))
    return;
  if (is_at_start (c) && ask_for_condition (self, c))
    return;
  if (next->basis == XYB_BASIS_SIGNED && ask_for_contract (self, c))
    return;
  if (materials_are_near (c, next, STAGES_AHEAD)
      && (ask_for_step (self, c) || ask_for_lacking (self, c)))
    return;
  ask_to_move (self, next);
}

/* ---- what else is open ---- */

static guint
count_lacking (const XybTrackCase *c, gint64 besides)
{
  guint count = 0;

  for (guint i = 0; i < c->list->lines->len; i++)
    {
      const XybMaterialLine *line = c->list->lines->pdata[i];

      if (is_lacking (line) && line->item->id != besides)
        count++;
    }
  return count;
}

static gint64
count_missing_trainings (const XybTrackCase *c, gint64 besides)
{
  gint64 count = 0;

  for (guint i = 0; i < c->plan->steps->len; i++)
    {
      const XybPlanStep *step = c->plan->steps->pdata[i];
      const XybStepRecord *record = xyb_track_case_find_step (c, step->id);
      gint64 minimum = step->minimum != XYB_UNSAID ? step->minimum : 1;
      gint64 held = record != NULL ? record->trainings->len : 0;

      if (step->track == c->record->track && step->counted == XYB_STEP_TRAININGS
          && step->id != besides && held < minimum)
        count += minimum - held;
    }
  return count;
}

static void
append_part (GString *words, const char *part)
{
  if (words->len > 0)
    g_string_append (words, "、");
  g_string_append (words, part);
}

/* 另缺 2 项材料、1 次培训; NULL where nothing else is open. */
static char *
words_of_rest (const XybNextAction *self, const XybTrackCase *c)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint materials = count_lacking (c, self->kind == XYB_ACT_MATERIAL ? self->id : 0);
  gint64 trainings = count_missing_trainings (c, self->kind == XYB_ACT_STEP ? self->id : 0);
  guint unmet = xyb_track_case_count_verdict (c, XYB_VERDICT_UNMET);

  if (materials > 0)
    {
      g_autofree char *part = g_strdup_printf (_ ("%u 项材料"), materials);

      append_part (words, part);
    }
  if (trainings > 0)
    {
      g_autofree char *part = g_strdup_printf (_ ("%" PRId64 " 次培训"), trainings);

      append_part (words, part);
    }
  if (self->kind != XYB_ACT_CONTRACT && xyb_track_case_find_contract (c) == NULL)
    append_part (words, _ ("服务合同"));
  if (words->len > 0)
    g_string_prepend (words, _ ("另缺 "));
  if (unmet > 0)
    {
      if (words->len > 0)
        g_string_append (words, "；");
      g_string_append_printf (words, _ ("%u 项条件不符合"), unmet);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* 8月15日前组织贯标验收，还有 22 天; NULL where there is no date ahead. */
static char *
words_of_due (const XybTrackCase *c, int *out_days)
{
  const XybMilestone *due = xyb_track_next_due (c->plan, c->record);
  g_autofree char *when = NULL;
  g_autofree char *left = NULL;

  if (due == NULL
      || xyb_milestone_state (due, c->today, c->plan->deadline_inclusive, out_days)
           == XYB_MILESTONE_UNDATED)
    return NULL;
  when = xyb_milestone_date_words (due);
  left = xyb_days_words (*out_days);
  return g_strdup_printf (_ ("%s%s，%s"), when, xyb_milestone_short_text (due), left);
}

static void
add_detail (XybNextAction *self, const XybTrackCase *c)
{
  int days = 0;
  g_autofree char *due = words_of_due (c, &days);
  g_autofree char *rest = words_of_rest (self, c);

  if (due != NULL)
    self->urgency = MIN (self->urgency, xyb_plan_urgency (c->plan, days));
  if (due != NULL && rest != NULL)
    self->detail = g_strdup_printf (_ ("%s；%s。"), due, rest);
  else if (due != NULL || rest != NULL)
    self->detail = g_strdup_printf (_ ("%s。"), due != NULL ? due : rest);
}

/* ---- once there is a result ---- */

/* [S1:112]: 动态监督; the stage it stands on says until when. */
static void
tell_watch (XybNextAction *self, const XybTrackCase *c, const XybPlanStage *current)
{
  const XybStageRecord *reached = xyb_track_record_find (c->record, current->id);
  g_autofree char *day = NULL;
  g_autofree char *left = NULL;
  int days;

  say (self, XYB_ACT_NONE, 0, g_strdup_printf (_ ("正在%s"), current->name), NULL);
  if (reached == NULL || reached->until == NULL)
    return;
  days = xyb_date_days_between (c->today, reached->until);
  day = xyb_date_format_short (reached->until);
  left = xyb_days_words (days);
  self->emphasis = g_strdup_printf (_ ("期限 %s，%s"), day, left);
  self->urgency = xyb_plan_urgency (c->plan, days);
}

static void
tell_result (XybNextAction *self, const XybTrackCase *c, const XybPlanStage *current)
{
  switch (xyb_track_result (c->plan, c->record))
    {
    case XYB_RESULT_PASSED:
      if (current->kind == XYB_STAGE_KIND_WATCH)
        tell_watch (self, c, current);
      else
        say (self, XYB_ACT_NONE, 0, g_strdup_printf (_ ("已%s，没有要办的事"), current->name),
             NULL);
      break;
    case XYB_RESULT_FAILED:
      say (self, XYB_ACT_NONE, 0, g_strdup (_ ("未通过，以后年度可以再申请")), NULL);
      break;
    case XYB_RESULT_REVOKED:
      say (self, XYB_ACT_NONE, 0, g_strdup (_ ("资格已取消")), NULL);
      break;
    case XYB_RESULT_OPEN:
    default:
      say (self, XYB_ACT_NONE, 0, g_strdup (_ ("没有下一个阶段")), NULL);
      break;
    }
}

/**
 * xyb_next_action_new:
 * @track_case: an enterprise on a track
 *
 * What has expired comes first; then, at the start, the conditions; before 签约 the contract; near
 * the stage that needs them the steps and the materials; else the move to the next stage.
 *
 * Returns: (transfer full): what to do next
 */
XybNextAction *
xyb_next_action_new (const XybTrackCase *track_case)
{
  const XybPlanStage *next;
  XybNextAction *self;

  g_return_val_if_fail (track_case != NULL && track_case->list != NULL, NULL);

  self = g_new0 (XybNextAction, 1);
  self->urgency = XYB_URGENCY_PLAIN;
  next = xyb_track_next (track_case->plan, track_case->record);
  if (next == NULL)
    {
      tell_result (self, track_case, xyb_track_current (track_case->plan, track_case->record));
      return self;
    }
  find_action (self, track_case, next);
  add_detail (self, track_case);
  return self;
}

/* ---- the letter ---- */

static void
append_item (GString *text, guint *number, const char *words)
{
  g_string_append_printf (text, _ ("%u. %s\n"), ++*number, words);
}

static void
append_materials (GString *text, guint *number, const XybTrackCase *c)
{
  for (guint i = 0; i < c->list->lines->len; i++)
    {
      const XybMaterialLine *line = c->list->lines->pdata[i];
      g_autofree char *name = xyb_plan_material_short_name (line->item);
      g_autofree char *words = NULL;

      if (line->validity == XYB_VALIDITY_EXPIRED)
        words = g_strdup_printf (_ ("%s：%s，请重新出具。"), name, line->words);
      else if (line->state == XYB_MATERIAL_RETURNED)
        words = g_strdup_printf (_ ("%s：%s，请改好再交。"), name, line->words);
      else if (is_lacking (line))
        words = g_strdup_printf (_ ("%s：还没有收到，请提交。"), name);
      if (words != NULL)
        append_item (text, number, words);
    }
}

static void
append_steps (GString *text, guint *number, const XybTrackCase *c)
{
  for (guint i = 0; i < c->plan->steps->len; i++)
    {
      const XybPlanStep *step = c->plan->steps->pdata[i];
      const XybStepRecord *record = xyb_track_case_find_step (c, step->id);
      g_autofree char *state = NULL;
      g_autofree char *words = NULL;

      if (step->track != c->record->track || !xyb_plan_step_is_ticked (c->plan, step)
          || xyb_step_state (step, record) == XYB_STEP_DONE)
        continue;
      state = xyb_step_words (step, record);
      words = g_strdup_printf (_ ("实施步骤“%s”：%s，请完成并告知日期。"), step->name, state);
      append_item (text, number, words);
    }
}

/**
 * xyb_track_case_reminder:
 * @self: a case
 *
 * 催办说明: what the enterprise still owes, to be pasted into OA or a message.
 *
 * Returns: (transfer full) (nullable): the text; %NULL where it owes nothing
 */
char *
xyb_track_case_reminder (const XybTrackCase *self)
{
  g_autoptr (GString) items = g_string_new (NULL);
  g_autofree char *due = NULL;
  guint number = 0;
  int days = 0;

  g_return_val_if_fail (self != NULL, NULL);

  if (xyb_track_next (self->plan, self->record) == NULL)
    return NULL;
  append_steps (items, &number, self);
  append_materials (items, &number, self);
  if (number == 0)
    return NULL;
  due = words_of_due (self, &days);
  if (due == NULL)
    return g_strdup_printf (_ ("%s：\n你单位%d年%s还有下列事项没有办完，请抓紧：\n%s"),
                            self->record->enterprise_name, self->record->year,
                            xyb_track_name (self->record->track), items->str);
  return g_strdup_printf (_ ("%s：\n你单位%d年%s还有下列事项没有办完（%s），请抓紧：\n%s"),
                          self->record->enterprise_name, self->record->year,
                          xyb_track_name (self->record->track), due, items->str);
}
