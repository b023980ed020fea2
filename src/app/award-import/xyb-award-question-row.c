/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-question-row.h"

#include <stdlib.h>

#include "xyb-award-answer.h"
#include "xyb-i18n.h"

#define MAX_SUGGESTIONS 2

struct _XybAwardQuestionRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkLabel *place;
  GtkLabel *name;
  GtkLabel *reason;
  GtkBox *answers;

  /* borrowed */
  XybAwardRoll *list;
  XybAwardRow *row;
  XybAwardAsk ask;
};

G_DEFINE_FINAL_TYPE (XybAwardQuestionRow, xyb_award_question_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a button says in the place of a number. */
#define ANSWER_NEW -1
#define ANSWER_LEAVE -2
#define ANSWER_SAME -3
#define ANSWER_NONE 0

/* ---- answering ---- */

static void
answer_enterprise (XybAwardQuestionRow *self, gint64 value)
{
  if (value == ANSWER_NEW)
    xyb_award_answer_enterprise (self->list, self->row, 0);
  else
    xyb_award_answer_enterprise (self->list, self->row, value);
}

static void
answer (XybAwardQuestionRow *self, gint64 value)
{
  /* The row goes from the list when the page shows it anew. */
  g_autoptr (XybAwardQuestionRow) kept = g_object_ref (self);

  if (value == ANSWER_LEAVE)
    xyb_award_answer_leave (self->list, self->row, TRUE);
  else if (self->ask == XYB_AWARD_ASK_ENTERPRISE)
    answer_enterprise (self, value);
  else if (self->ask == XYB_AWARD_ASK_TWIN)
    xyb_award_answer_twin (self->list, self->row, value == ANSWER_SAME);
  else if (self->ask == XYB_AWARD_ASK_DISTRICT)
    xyb_award_answer_district (self->list, self->row, value);
  else if (self->ask == XYB_AWARD_ASK_TRACK || self->ask == XYB_AWARD_ASK_GOOD_TRACK)
    xyb_award_answer_track (self->list, self->row, (XybTrack) value);
  else
    xyb_award_answer_year (self->list, self->row, (int) value);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
clicked_cb (GtkButton *button, XybAwardQuestionRow *self)
{
  answer (self, *(gint64 *) g_object_get_data (G_OBJECT (button), "value"));
}

static void
add_button (XybAwardQuestionRow *self, const char *label, gint64 value)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf (_ ("%s，%s：%s"), gtk_label_get_label (self->place),
                                           gtk_label_get_label (self->name), label);

  gtk_widget_add_css_class (button, "answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "value", g_memdup2 (&value, sizeof value), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (self->answers, button);
}

/* ---- one among many ---- */

static void
chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, XybAwardQuestionRow *self)
{
  const GArray *values = g_object_get_data (G_OBJECT (drop_down), "values");
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (selected > 0 && selected <= values->len)
    answer (self, g_array_index (values, gint64, selected - 1));
}

static void
add_choice (XybAwardQuestionRow *self, GtkStringList *names, GArray *values)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  g_autofree char *label = g_strdup_printf ("%s：%s", gtk_label_get_label (self->name),
                                            gtk_string_list_get_string (names, 0));

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (drop_down), "values", values, (GDestroyNotify) g_array_unref);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (chosen_cb), self);
  gtk_box_append (self->answers, drop_down);
}

static GtkStringList *
new_choice (const char *word, GArray **out_values)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, word);
  *out_values = g_array_new (FALSE, FALSE, sizeof (gint64));
  return names;
}

/* ---- the answers to each question ---- */

static gboolean
has_same_code (const XybAwardRow *row)
{
  for (guint i = 0; i < row->candidates->len; i++)
    if (((XybAwardCandidate *) row->candidates->pdata[i])->same_code)
      return TRUE;
  return FALSE;
}

static void
add_candidates (XybAwardQuestionRow *self)
{
  GArray *values;
  GtkStringList *names = new_choice (_ ("选是哪一家"), &values);

  for (guint i = 0; i < self->row->candidates->len; i++)
    {
      const XybAwardCandidate *candidate = self->row->candidates->pdata[i];
      g_autofree char *name
        = candidate->district != NULL
            ? g_strdup_printf (_ ("%s（%s）"), candidate->name, candidate->district)
            : g_strdup (candidate->name);

      gtk_string_list_append (names, name);
      g_array_append_val (values, candidate->enterprise_id);
    }
  add_choice (self, names, values);
}

static void
add_enterprise_answers (XybAwardQuestionRow *self)
{
  const XybAwardCandidate *best = self->row->candidates->pdata[0];

  if (self->row->candidates->len > 1)
    add_candidates (self);
  else
    add_button (self, _ ("是同一家"), best->enterprise_id);
  /* No two share a code. */
  if (!has_same_code (self->row))
    add_button (self, _ ("另一家，新增"), ANSWER_NEW);
}

static void
add_district_answers (XybAwardQuestionRow *self)
{
  g_autoptr (GPtrArray) suggested
    = xyb_unit_matcher_suggest (self->list->matcher, self->row->raw[XYB_AWARD_COLUMN_DISTRICT],
                                MAX_SUGGESTIONS);
  GArray *values;
  GtkStringList *names = new_choice (_ ("选区镇"), &values);

  for (guint i = 0; i < suggested->len; i++)
    {
      const XybUnit *unit = suggested->pdata[i];

      add_button (self, unit->name, unit->id);
    }
  for (guint i = 0; i < self->list->districts->len; i++)
    {
      const XybUnit *unit = self->list->districts->pdata[i];

      gtk_string_list_append (names, unit->name);
      g_array_append_val (values, unit->id);
    }
  add_choice (self, names, values);
  add_button (self, _ ("区镇先空着"), ANSWER_NONE);
}

static void
add_years (XybAwardQuestionRow *self)
{
  GArray *values;
  GtkStringList *names = new_choice (_ ("选年度"), &values);

  for (gint64 year = atoi (self->list->today); year >= XYB_AWARD_FIRST_YEAR; year--)
    {
      g_autofree char *name = g_strdup_printf (_ ("%d 年"), (int) year);

      gtk_string_list_append (names, name);
      g_array_append_val (values, year);
    }
  add_choice (self, names, values);
}

static void
add_answers (XybAwardQuestionRow *self)
{
  switch (self->ask)
    {
    case XYB_AWARD_ASK_ENTERPRISE:
      add_enterprise_answers (self);
      break;
    case XYB_AWARD_ASK_TWIN:
      add_button (self, _ ("是同一家"), ANSWER_SAME);
      add_button (self, _ ("另一家，新增"), ANSWER_NEW);
      break;
    case XYB_AWARD_ASK_DISTRICT:
      add_district_answers (self);
      return; /* the answer is for every row that writes it so */
    case XYB_AWARD_ASK_TRACK:
    case XYB_AWARD_ASK_GOOD_TRACK:
      for (XybTrack track = 1; track <= XYB_N_TRACKS; track++)
        add_button (self, xyb_track_name (track), track);
      break;
    case XYB_AWARD_ASK_YEAR:
    case XYB_AWARD_ASK_GOOD_YEAR:
      add_years (self);
      break;
    case XYB_AWARD_ASK_NOTHING:
    default:
      break;
    }
  add_button (self, _ ("不导入"), ANSWER_LEAVE);
}

/* ---- the widget ---- */

static void
xyb_award_question_row_class_init (XybAwardQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", XYB_TYPE_AWARD_QUESTION_ROW,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/award-import/xyb-award-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybAwardQuestionRow, place);
  gtk_widget_class_bind_template_child (widget_class, XybAwardQuestionRow, name);
  gtk_widget_class_bind_template_child (widget_class, XybAwardQuestionRow, reason);
  gtk_widget_class_bind_template_child (widget_class, XybAwardQuestionRow, answers);
}

static void
xyb_award_question_row_init (XybAwardQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The address of a row in one glance: which file only where there are several. */
static char *
place_words (const XybAwardRoll *list, const XybAwardRow *row)
{
  g_autofree char *place = xyb_award_row_place (row);

  if (list->files->len < 2)
    return g_steal_pointer (&place);
  return g_strdup_printf ("%s\n%s", row->sheet->file->shown, place);
}

/**
 * xyb_award_question_row_new:
 * @list: the lists in hand; must outlive the row
 * @row: of it
 * @note: the question
 * @n_rows: how many rows the answer holds for
 *
 * Returns: (transfer floating): a row with the answers
 */
GtkWidget *
xyb_award_question_row_new (XybAwardRoll *list,
                            XybAwardRow *row,
                            const XybAwardNote *note,
                            guint n_rows)
{
  XybAwardQuestionRow *self = g_object_new (XYB_TYPE_AWARD_QUESTION_ROW, NULL);
  g_autofree char *place = place_words (list, row);
  g_autofree char *reason
    = n_rows > 1 ? g_strdup_printf (_ ("%s（共 %u 行，一起决定）"), note->sentence, n_rows)
                 : g_strdup (note->sentence);
  g_autofree char *label = g_strdup_printf (_ ("%s，%s：%s"), place, row->name, reason);

  self->list = list;
  self->row = row;
  self->ask = note->ask;
  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->name, row->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), row->name);
  gtk_label_set_label (self->reason, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  add_answers (self);
  return GTK_WIDGET (self);
}

/**
 * xyb_award_question_row_get_answers:
 *
 * Returns: (transfer none): the box of its answers, for keyboard and tests
 */
GtkBox *
xyb_award_question_row_get_answers (XybAwardQuestionRow *self)
{
  g_return_val_if_fail (XYB_IS_AWARD_QUESTION_ROW (self), NULL);

  return self->answers;
}
