/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-result-card.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-timeline.h"

struct _XybResultCard
{
  AdwBin parent_instance;

  XybCardList *list;
};

static void card_init (XybTrackCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybResultCard,
                               xyb_result_card,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_TRACK_CARD, card_init))

/* What one showing looks at. */
typedef struct
{
  XybResultCard *card;
  const XybPlan *plan;
  const XybTrackRecord *record;
  XybTrackResult result;
  gboolean editable;
  gboolean failing; /* the way to the result may end with 不通过 */
} Showing;

/* ---- which stages ---- */

static gboolean
is_reached (const Showing *s, const XybPlanStage *stage)
{
  const XybStageRecord *reached = xyb_track_record_find (s->record, stage->id);

  return reached != NULL && reached->reached;
}

/* What comes after a result can only come to who has one. */
static gboolean
is_shown (const Showing *s, const XybPlanStage *stage)
{
  if (stage->track != s->record->track)
    return FALSE;
  switch (stage->kind)
    {
    case XYB_STAGE_KIND_STEP:
      /* One that is only passed by has its date in the bar. */
      return stage->fields != 0 || stage->needs_materials;
    case XYB_STAGE_KIND_PASSED:
      return s->result != XYB_RESULT_FAILED || is_reached (s, stage);
    case XYB_STAGE_KIND_FAILED:
      return is_reached (s, stage);
    case XYB_STAGE_KIND_WATCH:
    case XYB_STAGE_KIND_REVOKED:
    default:
      return s->result == XYB_RESULT_PASSED || s->result == XYB_RESULT_REVOKED;
    }
}

/* ---- rows ---- */

static void
append (GString *words, const char *part)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

static char *
words_of_reached (const XybStageRecord *reached)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (reached->reached_on != NULL)
    {
      g_autofree char *day = xyb_date_format (reached->reached_on);

      append (words, day);
    }
  if (reached->number != NULL)
    append (words, reached->number);
  if (reached->until != NULL)
    {
      g_autofree char *day = xyb_date_format_short (reached->until);
      g_autofree char *part = g_strdup_printf (_ ("期限 %s"), day);

      append (words, part);
    }
  if (words->len == 0)
    append (words, _ ("没有登记日期"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
words_of_open (const Showing *s, const XybPlanStage *stage)
{
  for (guint i = 0; stage->milestone != NULL && i < s->plan->milestones->len; i++)
    {
      const XybMilestone *milestone = s->plan->milestones->pdata[i];

      if (g_strcmp0 (milestone->key, stage->milestone) == 0)
        return xyb_milestone_date_words (milestone);
    }
  if (stage->needs_materials)
    return g_strdup (_ ("必需材料收齐后登记"));
  switch (stage->kind)
    {
    case XYB_STAGE_KIND_WATCH:
      return g_strdup (_ ("动态监督中需要时登记"));
    case XYB_STAGE_KIND_REVOKED:
      return g_strdup (_ ("查实后登记，要写明理由"));
    case XYB_STAGE_KIND_STEP:
    case XYB_STAGE_KIND_PASSED:
    case XYB_STAGE_KIND_FAILED:
    default:
      return g_strdup (_ ("未安排"));
    }
}

static void
add_state (AdwActionRow *row, const XybPlanStage *stage)
{
  switch (stage->kind)
    {
    case XYB_STAGE_KIND_FAILED:
      xyb_card_row_add_tag (row, "error", "dialog-error-symbolic", _ ("不通过"));
      break;
    case XYB_STAGE_KIND_REVOKED:
      xyb_card_row_add_tag (row, "error", "dialog-error-symbolic", _ ("已取消"));
      break;
    case XYB_STAGE_KIND_WATCH:
      xyb_card_row_add_tag (row, "warning", "dialog-warning-symbolic", _ ("监督中"));
      break;
    case XYB_STAGE_KIND_STEP:
    case XYB_STAGE_KIND_PASSED:
    default:
      xyb_card_row_add_tag (row, "success", "object-select-symbolic", _ ("已办"));
      break;
    }
}

/* Passed by without a word: its day may be written down, which is no move. */
static gboolean
is_passed_by (const Showing *s, const XybPlanStage *stage)
{
  const XybPlanStage *current = xyb_track_current (s->plan, s->record);
  guint place = 0;
  guint here = 0;

  return current != NULL
         && (stage->kind == XYB_STAGE_KIND_STEP || stage->kind == XYB_STAGE_KIND_WATCH)
         && g_ptr_array_find (s->plan->stages, stage, &place)
         && g_ptr_array_find (s->plan->stages, current, &here) && place < here;
}

static void
add_button (const Showing *s, AdwActionRow *row, const XybPlanStage *stage, const char *label)
{
  gboolean behind = is_passed_by (s, stage);
  GtkWidget *button = gtk_button_new_with_label (behind ? _ ("补登…") : label);
  g_autofree char *words = behind ? g_strdup_printf (_ ("补登“%s”的日期"), stage->name)
                                  : g_strdup_printf (_ ("登记到“%s”"), stage->name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  behind ? "track.edit-stage" : "track.move");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", stage->id);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_set_sensitive (button, s->editable);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "small-button");
  adw_action_row_add_suffix (row, button);
}

/* 通过 and 不通过 are one question. */
static void
add_question (const Showing *s, const XybPlanStage *passed)
{
  const XybPlanStage *failed
    = xyb_plan_find_stage_of_kind (s->plan, s->record->track, XYB_STAGE_KIND_FAILED);
  g_autofree char *words = words_of_open (s, passed);
  AdwActionRow *row = xyb_card_list_add (s->card->list, _ ("结果"), words, 0);

  add_button (s, row, passed, passed->name);
  add_button (s, row, failed, failed->name);
}

static void
add_row (const Showing *s, const XybPlanStage *stage)
{
  const XybStageRecord *reached = xyb_track_record_find (s->record, stage->id);
  gboolean done = reached != NULL && reached->reached;
  g_autofree char *words = NULL;
  AdwActionRow *row;

  if (!done && stage->kind == XYB_STAGE_KIND_PASSED && s->failing)
    {
      add_question (s, stage);
      return;
    }
  words = done                      ? words_of_reached (reached)
          : is_passed_by (s, stage) ? g_strdup (_ ("没有登记日期"))
                                    : words_of_open (s, stage);
  row = xyb_card_list_add (s->card->list, stage->name, words, done ? stage->id : 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), done);
  if (done)
    add_state (row, stage);
  else
    add_button (s, row, stage, _ ("登记…"));
}

static void
show (XybTrackCard *card, XybOffice *office, const XybTrackCase *track_case, gboolean other)
{
  const XybPlan *plan = track_case->plan;
  const XybTrackRecord *record = track_case->record;
  Showing s = {
    .card = XYB_RESULT_CARD (card),
    .plan = plan,
    .record = record,
    .result = xyb_track_result (plan, record),
    .editable = !xyb_office_is_read_only (office),
    .failing = xyb_plan_find_stage_of_kind (plan, record->track, XYB_STAGE_KIND_FAILED) != NULL,
  };

  xyb_card_list_begin (s.card->list);
  for (guint i = 0; i < plan->stages->len; i++)
    if (is_shown (&s, plan->stages->pdata[i]))
      add_row (&s, plan->stages->pdata[i]);
  xyb_card_list_end (s.card->list);
}

static void
row_activated_cb (XybCardList *list, GtkListBoxRow *row, XybResultCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "track.edit-stage", "x",
                              xyb_card_row_get_id (row));
}

/* ---- the widget ---- */

static void
card_init (XybTrackCardInterface *iface)
{
  iface->show = show;
}

static void
xyb_result_card_class_init (XybResultCardClass *klass)
{
}

static void
xyb_result_card_init (XybResultCard *self)
{
  self->list = XYB_CARD_LIST (xyb_card_list_new (_ ("验收与公布")));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

XybCardList *
xyb_result_card_get_list (XybResultCard *self)
{
  g_return_val_if_fail (XYB_IS_RESULT_CARD (self), NULL);

  return self->list;
}
