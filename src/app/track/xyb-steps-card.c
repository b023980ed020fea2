/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-steps-card.h"

#include "xyb-i18n.h"
#include "xyb-step-dialog.h"
#include "xyb-step-row.h"
#include "xyb-track-place.h"

struct _XybStepsCard
{
  GtkBox parent_instance;

  /* template widgets */
  GtkLabel *count;
  GtkListBox *list;

  /* owned */
  XybTrackPlace *place; /* NULL: nothing shown yet */
  GHashTable *folded;   /* gint64 id of a heading → whether the clerk has folded it */
};

static void card_init (XybTrackCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybStepsCard,
                               xyb_steps_card,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_TRACK_CARD, card_init))

/* ---- headings ---- */

/* What stands below a heading. */
typedef struct
{
  guint count;
  guint done;
  gboolean begun;   /* something is known of one of them */
  gboolean counted; /* the office counts people or trainings in one of them */
} Group;

static Group
group_of (const XybTrackCase *track_case, gint64 heading_id)
{
  const GPtrArray *steps = track_case->plan->steps;
  Group group = { 0 };

  for (guint i = 0; i < steps->len; i++)
    {
      const XybPlanStep *step = steps->pdata[i];
      XybStepState state;

      if (step->parent_id != heading_id || !xyb_plan_step_is_ticked (track_case->plan, step))
        continue;
      state = xyb_step_state (step, xyb_track_case_find_step (track_case, step->id));
      group.count++;
      group.done += state == XYB_STEP_DONE ? 1 : 0;
      group.begun = group.begun || state != XYB_STEP_OPEN;
      group.counted = group.counted || xyb_step_count_is_counted (step->counted);
    }
  return group;
}

/* What is only told is left out, with the headings that have nothing else below them. */
static gboolean
is_shown (const XybTrackCase *track_case, const XybPlanStep *step)
{
  if (step->track != track_case->record->track)
    return FALSE;
  return xyb_plan_step_is_ticked (track_case->plan, step)
         || group_of (track_case, step->id).count > 0;
}

/* A single heading would say nothing that the title of the card does not. */
static gboolean
has_headings (const XybTrackCase *track_case)
{
  guint headings = 0;
  guint alone = 0;

  for (guint i = 0; i < track_case->plan->steps->len; i++)
    {
      const XybPlanStep *step = track_case->plan->steps->pdata[i];

      if (!is_shown (track_case, step))
        continue;
      if (xyb_plan_step_is_heading (track_case->plan, step))
        headings++;
      else if (step->parent_id == 0)
        alone++;
    }
  return headings + alone > 1;
}

/* Until the clerk folds or unfolds it, a heading is open while there is something to do below it
 * that the office writes down: what is done, or was never begun, would only push it out of sight.
 */
static gboolean
is_open (XybStepsCard *self, gint64 id, const Group *group)
{
  gpointer folded = NULL;

  if (g_hash_table_lookup_extended (self->folded, &id, NULL, &folded))
    return !GPOINTER_TO_INT (folded);
  return group->done < group->count && (group->begun || group->counted);
}

/* ---- rows ---- */

/* “内部评估”: the report that comes of it is one of the materials. */
static char *
words_of (const XybTrackCase *track_case, const XybPlanStep *step, const XybStepRecord *record)
{
  g_autofree char *words = xyb_step_words (step, record);
  const XybMaterialLine *line = xyb_material_list_find_of_step (track_case->list, step);
  g_autofree char *name = NULL;

  if (line == NULL || xyb_material_is_in (line->material))
    return g_steal_pointer (&words);
  name = xyb_plan_material_short_name (line->item);
  return record != NULL ? g_strdup_printf (_ ("%s · %s未交"), words, name)
                        : g_strdup_printf (_ ("%s未交"), name);
}

static XybStepRow *
ensure_row (XybStepsCard *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  if (row != NULL)
    return XYB_STEP_ROW (row);
  gtk_list_box_append (self->list, xyb_step_row_new ());
  return XYB_STEP_ROW (gtk_list_box_get_row_at_index (self->list, (int) index));
}

static void
show_row (XybStepsCard *self,
          XybStepRow *row,
          const XybTrackCase *track_case,
          const XybPlanStep *step,
          gboolean headings)
{
  const XybStepRecord *record = xyb_track_case_find_step (track_case, step->id);

  if (xyb_plan_step_is_heading (track_case->plan, step))
    {
      Group group = group_of (track_case, step->id);

      xyb_step_row_show_heading (row, step, group.done, group.count,
                                 is_open (self, step->id, &group));
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
    }
  else
    {
      Group group = group_of (track_case, step->parent_id);
      g_autofree char *words = words_of (track_case, step, record);

      xyb_step_row_show_step (row, step, xyb_step_state (step, record), words);
      gtk_widget_set_visible (GTK_WIDGET (row), step->parent_id == 0 || !headings
                                                  || is_open (self, step->parent_id, &group));
    }
}

/* Rows stay, with the cursor in them. */
static void
show_rows (XybStepsCard *self, const XybTrackCase *track_case)
{
  const GPtrArray *steps = track_case->plan->steps;
  gboolean headings = has_headings (track_case);
  GtkListBoxRow *row;
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const XybPlanStep *step = steps->pdata[i];

      if (is_shown (track_case, step)
          && (headings || !xyb_plan_step_is_heading (track_case->plan, step)))
        show_row (self, ensure_row (self, n++), track_case, step, headings);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show (XybTrackCard *card, XybOffice *office, const XybTrackCase *track_case, gboolean other)
{
  XybStepsCard *self = XYB_STEPS_CARD (card);
  guint done = 0;
  guint count = xyb_track_case_count_steps (track_case, &done);
  g_autofree char *words = g_strdup_printf (_ ("%u/%u 完成"), done, count);

  xyb_track_place_free (self->place);
  self->place = xyb_track_place_new (office, track_case);
  if (other)
    g_hash_table_remove_all (self->folded);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
  gtk_label_set_label (self->count, words);
  show_rows (self, track_case);
}

/* ---- acting ---- */

static void
fold (XybStepsCard *self, XybStepRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybTrackCase) now = xyb_track_place_read (self->place, &plan, &error);
  gint64 id = xyb_step_row_get_id (row);
  gint64 *key;
  Group group;

  if (now == NULL)
    {
      xyb_office_report (self->place->office, error);
      return;
    }
  group = group_of (now, id);
  key = g_memdup2 (&id, sizeof id);
  g_hash_table_insert (self->folded, key, GINT_TO_POINTER (is_open (self, id, &group)));
  show_rows (self, now);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, XybStepsCard *self)
{
  if (xyb_step_row_is_heading (XYB_STEP_ROW (row)))
    fold (self, XYB_STEP_ROW (row));
  else
    xyb_step_dialog_open (GTK_WIDGET (self), self->place, xyb_step_row_get_id (XYB_STEP_ROW (row)));
}

static gboolean
act (XybTrackCard *card, XybActKind kind, gint64 id)
{
  XybStepsCard *self = XYB_STEPS_CARD (card);

  return kind == XYB_ACT_STEP && self->place != NULL
         && xyb_step_dialog_open (GTK_WIDGET (self), self->place, id) != NULL;
}

static void
card_init (XybTrackCardInterface *iface)
{
  iface->show = show;
  iface->act = act;
}

/* ---- the widget ---- */

static void
xyb_steps_card_dispose (GObject *object)
{
  XybStepsCard *self = XYB_STEPS_CARD (object);

  g_clear_pointer (&self->place, xyb_track_place_free);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  G_OBJECT_CLASS (xyb_steps_card_parent_class)->dispose (object);
}

static void
xyb_steps_card_class_init (XybStepsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_steps_card_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-steps-card.ui");
  gtk_widget_class_bind_template_child (widget_class, XybStepsCard, count);
  gtk_widget_class_bind_template_child (widget_class, XybStepsCard, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
xyb_steps_card_init (XybStepsCard *self)
{
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_steps_card_new:
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
XybTrackCard *
xyb_steps_card_new (void)
{
  return g_object_new (XYB_TYPE_STEPS_CARD, NULL);
}
