/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-questions.h"

#include "xyb-award-answer.h"
#include "xyb-award-check.h"
#include "xyb-award-question-row.h"
#include "xyb-i18n.h"
#include "xyb-tag.h"
#include "xyb-text.h"

/* As many as anybody works down at once; the next come up as these are answered. */
#define MAX_SHOWN 30

/* Four questions. */
#define MAX_HEIGHT 220

struct _XybAwardQuestions
{
  AdwBin parent_instance;

  /* template widgets */
  XybTag *count;
  GtkLabel *caption;
  GtkWidget *usual_button;
  GtkScrolledWindow *scrolled;
  GtkListBox *list;

  /* owned */
  XybAwardBatch *batch;

  guint height_idle;
};

G_DEFINE_FINAL_TYPE (XybAwardQuestions, xyb_award_questions, ADW_TYPE_BIN)

/* ---- which there are ---- */

typedef struct
{
  XybAwardRow *row;
  const XybAwardNote *note;
  guint n_rows;
} Question;

/* What is asked for a whole file stands with the file. */
static const XybAwardNote *
find_question (const XybAwardRow *row)
{
  for (guint i = 0; row->fate == XYB_AWARD_OPEN && i < row->notes->len; i++)
    {
      const XybAwardNote *note = row->notes->pdata[i];

      if (note->kind == XYB_AWARD_NOTE_QUESTION && note->ask != XYB_AWARD_ASK_YEAR
          && note->ask != XYB_AWARD_ASK_TRACK)
        return note;
    }
  return NULL;
}

/* Rows that write a 区镇 in the same way are asked about once. */
static gboolean
join_district (GArray *questions, GHashTable *districts, const XybAwardRow *row)
{
  g_autofree char *key = xyb_text_key (row->raw[XYB_AWARD_COLUMN_DISTRICT]);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (districts, key));

  if (place > 0)
    {
      g_array_index (questions, Question, place - 1).n_rows++;
      return TRUE;
    }
  g_hash_table_insert (districts, g_steal_pointer (&key), GUINT_TO_POINTER (questions->len + 1));
  return FALSE;
}

static GArray *
list_questions (const XybAwardRoll *list)
{
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (Question));
  g_autoptr (GHashTable) districts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < list->rows->len; i++)
    {
      XybAwardRow *row = list->rows->pdata[i];
      Question question = { row, find_question (row), 1 };

      if (question.note == NULL)
        continue;
      if (question.note->ask == XYB_AWARD_ASK_DISTRICT && join_district (questions, districts, row))
        continue;
      g_array_append_val (questions, question);
    }
  return questions;
}

static gboolean
any_usual (const XybAwardRoll *list)
{
  for (guint i = 0; i < list->rows->len; i++)
    if (xyb_award_has_usual (list->rows->pdata[i]))
      return TRUE;
  return FALSE;
}

/* ---- height: as high as the rows are at this width, up to a few ---- */

static gboolean
set_height_cb (gpointer user_data)
{
  XybAwardQuestions *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self->scrolled));
  int height;

  self->height_idle = 0;
  if (width == 0)
    return G_SOURCE_REMOVE;
  gtk_widget_measure (GTK_WIDGET (self->list), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL,
                      NULL);
  height = CLAMP (height, 1, MAX_HEIGHT);
  if (height != gtk_scrolled_window_get_min_content_height (self->scrolled))
    gtk_scrolled_window_set_min_content_height (self->scrolled, height);
  return G_SOURCE_REMOVE;
}

static void
queue_height (XybAwardQuestions *self)
{
  if (self->height_idle == 0 && self->scrolled != NULL)
    self->height_idle = g_idle_add_full (G_PRIORITY_HIGH, set_height_cb, self, NULL);
}

/* ---- answering ---- */

/* The next question stands where this one stood. */
static void
answered_cb (XybAwardQuestionRow *row, XybAwardQuestions *self)
{
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  xyb_award_batch_answered (self->batch);
  next = gtk_list_box_get_row_at_index (self->list, place);
  if (next == NULL)
    next = gtk_list_box_get_row_at_index (self->list, 0);
  if (XYB_IS_AWARD_QUESTION_ROW (next))
    gtk_widget_child_focus (GTK_WIDGET (
                              xyb_award_question_row_get_answers (XYB_AWARD_QUESTION_ROW (next))),
                            GTK_DIR_TAB_FORWARD);
}

static void
usual_cb (GtkButton *button, XybAwardQuestions *self)
{
  xyb_award_answer_usual (xyb_award_batch_get_list (self->batch));
  xyb_award_batch_answered (self->batch);
}

/* ---- showing ---- */

static void
fill_heading (XybAwardQuestions *self, const XybAwardRoll *list, guint n)
{
  guint open = xyb_award_roll_count (list, XYB_AWARD_OPEN);
  g_autofree char *words = g_strdup_printf (_ ("%u 行"), open);
  g_autofree char *caption = n > MAX_SHOWN
                               ? g_strdup_printf (_ ("先列前 %d 项，决定以后接着列"), MAX_SHOWN)
                               : g_strdup (_ ("待定的行先不导入"));

  xyb_tag_set (self->count, "warning", "xyb-question-symbolic", words);
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_visible (self->usual_button, any_usual (list));
}

/**
 * xyb_award_questions_show:
 * @batch: (nullable): show again when it has changed, and %NULL before it goes
 */
void
xyb_award_questions_show (XybAwardQuestions *self, XybAwardBatch *batch)
{
  XybAwardRoll *list = batch != NULL ? xyb_award_batch_get_list (batch) : NULL;
  g_autoptr (GArray) questions = list != NULL ? list_questions (list) : NULL;
  GtkWidget *child;

  g_return_if_fail (XYB_IS_AWARD_QUESTIONS (self));

  g_set_object (&self->batch, batch);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  gtk_widget_set_visible (GTK_WIDGET (self), questions != NULL && questions->len > 0);
  if (questions == NULL)
    return;
  for (guint i = 0; i < MIN (questions->len, MAX_SHOWN); i++)
    {
      const Question *question = &g_array_index (questions, Question, i);
      GtkWidget *row
        = xyb_award_question_row_new (list, question->row, question->note, question->n_rows);

      g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, 0);
      gtk_list_box_append (self->list, row);
    }
  fill_heading (self, list, questions->len);
  queue_height (self);
}

/**
 * xyb_award_questions_get_list:
 *
 * Returns: (transfer none): the rows, for tests
 */
GtkListBox *
xyb_award_questions_get_list (XybAwardQuestions *self)
{
  g_return_val_if_fail (XYB_IS_AWARD_QUESTIONS (self), NULL);

  return self->list;
}

/* ---- the widget ---- */

static void
xyb_award_questions_dispose (GObject *object)
{
  XybAwardQuestions *self = XYB_AWARD_QUESTIONS (object);

  g_clear_handle_id (&self->height_idle, g_source_remove);
  g_clear_object (&self->batch);
  G_OBJECT_CLASS (xyb_award_questions_parent_class)->dispose (object);
}

static void
xyb_award_questions_class_init (XybAwardQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_award_questions_dispose;
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/award-import/xyb-award-questions.ui");
  gtk_widget_class_bind_template_child (widget_class, XybAwardQuestions, count);
  gtk_widget_class_bind_template_child (widget_class, XybAwardQuestions, caption);
  gtk_widget_class_bind_template_child (widget_class, XybAwardQuestions, usual_button);
  gtk_widget_class_bind_template_child (widget_class, XybAwardQuestions, scrolled);
  gtk_widget_class_bind_template_child (widget_class, XybAwardQuestions, list);
  gtk_widget_class_bind_template_callback (widget_class, usual_cb);
}

static void
xyb_award_questions_init (XybAwardQuestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "changed",
                           G_CALLBACK (queue_height), self, G_CONNECT_SWAPPED);
}
