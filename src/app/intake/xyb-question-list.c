/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-question-list.h"

#include "xyb-compare-dialog.h"
#include "xyb-i18n.h"
#include "xyb-intake-question-row.h"
#include "xyb-tag.h"

/* A file in which every row asks is worked down from the top: what is far below is made when it is
 * wanted. */
#define STEP 20

/* Three questions. */
#define MAX_HEIGHT 190

struct _XybQuestionList
{
  AdwBin parent_instance;

  /* template widgets */
  XybTag *count;
  GtkLabel *caption;
  GtkScrolledWindow *scrolled;
  GtkListBox *list;

  /* owned */
  XybIntakeBatch *batch;
  GArray *questions; /* of Question, as they are in the list */

  /* borrowed */
  XybIntakeFile *file;
  const XybReturn *taken; /* of the file when it was shown */

  guint n_shown;
  guint height_idle;
};

G_DEFINE_FINAL_TYPE (XybQuestionList, xyb_question_list, ADW_TYPE_BIN)

typedef struct
{
  XybReturnRow *row; /* NULL: of the file */
  XybReturnNote *note;
  XybAnswer answer;
  gboolean open;
} Question;

/* ---- which questions there are ---- */

static void
add_question (GArray *questions,
              const XybReturn *taken,
              XybReturnRow *row,
              XybReturnNote *note,
              gboolean open)
{
  Question question = { row, note, note->decision.answer };

  question.open = note->question && note->decision.answer == XYB_ANSWER_OPEN;
  if (question.open != open || !xyb_intake_question_can_answer (taken, row, note))
    return;
  if (row == NULL || !open || !xyb_return_note_is_moot (row, note))
    g_array_append_val (questions, question);
}

static void
add_questions (GArray *questions, XybReturn *taken, gboolean open)
{
  for (guint i = 0; i < taken->notes->len; i++)
    add_question (questions, taken, NULL, taken->notes->pdata[i], open);
  for (guint i = 0; i < taken->rows->len; i++)
    {
      XybReturnRow *row = taken->rows->pdata[i];

      for (guint j = 0; j < row->notes->len; j++)
        add_question (questions, taken, row, row->notes->pdata[j], open);
    }
}

static GArray *
list_questions (XybReturn *taken)
{
  GArray *questions = g_array_new (FALSE, TRUE, sizeof (Question));

  if (taken == NULL)
    return questions;
  add_questions (questions, taken, TRUE);
  add_questions (questions, taken, FALSE);
  return questions;
}

static guint
count_open (XybQuestionList *self)
{
  guint n = 0;

  for (guint i = 0; i < self->questions->len; i++)
    n += g_array_index (self->questions, Question, i).open;
  return n;
}

static gboolean
is_same (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const Question *one = &g_array_index (a, Question, i);
      const Question *other = &g_array_index (b, Question, i);

      if (one->note != other->note || one->row != other->row || one->answer != other->answer)
        return FALSE;
    }
  return TRUE;
}

/* ---- answering ---- */

static void
grab_first (XybQuestionList *self, int from)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, from);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (XYB_IS_INTAKE_QUESTION_ROW (row))
    xyb_intake_question_row_grab (XYB_INTAKE_QUESTION_ROW (row));
}

static void
answer (XybQuestionList *self,
        XybIntakeQuestionRow *row,
        XybAnswer answer,
        const char *text,
        gint64 enterprise_id)
{
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr (XybIntakeQuestionRow) kept = g_object_ref (row);
  g_autoptr (GError) error = NULL;

  if (!xyb_intake_batch_answer (self->batch, self->file,
                                (XybReturnRow *) xyb_intake_question_row_get_row (row),
                                xyb_intake_question_row_get_note (row), answer, text, enterprise_id,
                                &error))
    {
      xyb_intake_question_row_refuse (row, error->message);
      return;
    }
  /* The next question stands where this one stood; one that is taken back is on top again. */
  grab_first (self, answer != XYB_ANSWER_OPEN ? place : 0);
}

static void
answered_cb (XybIntakeQuestionRow *row, int what, const char *text, XybQuestionList *self)
{
  answer (self, row, (XybAnswer) what, text, 0);
}

static void
decided_cb (XybCompareDialog *dialog, int what, gint64 enterprise_id, XybIntakeQuestionRow *row)
{
  XybQuestionList *self
    = XYB_QUESTION_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), XYB_TYPE_QUESTION_LIST));

  if (self != NULL)
    answer (self, row, (XybAnswer) what, NULL, enterprise_id);
}

static void
compare_cb (XybIntakeQuestionRow *row, XybQuestionList *self)
{
  XybCompareDialog *dialog
    = xyb_compare_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              xyb_intake_batch_get_office (self->batch),
                              xyb_intake_batch_get_intake (self->batch), self->taken,
                              xyb_intake_question_row_get_row (row),
                              xyb_intake_question_row_get_note (row));

  g_signal_connect_object (dialog, "decided", G_CALLBACK (decided_cb), row, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- height ---- */

/* As high as the rows are at this width, while a third of the preview is enough for them; a
 * scrolled window by itself asks only how high they are at their widest. */
static gboolean
set_height_cb (gpointer user_data)
{
  XybQuestionList *self = user_data;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self->scrolled));
  int height;

  self->height_idle = 0;
  if (parent == NULL || width == 0)
    return G_SOURCE_REMOVE;
  gtk_widget_measure (GTK_WIDGET (self->list), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL,
                      NULL);
  height = CLAMP (height, 1, MAX (MAX_HEIGHT, gtk_widget_get_height (parent) / 3));
  if (height != gtk_scrolled_window_get_min_content_height (self->scrolled))
    gtk_scrolled_window_set_min_content_height (self->scrolled, height);
  return G_SOURCE_REMOVE;
}

static void
queue_height (XybQuestionList *self)
{
  if (self->height_idle == 0 && self->scrolled != NULL)
    self->height_idle = g_idle_add_full (G_PRIORITY_HIGH, set_height_cb, self, NULL);
}

/* ---- showing ---- */

static void fill (XybQuestionList *self);

static void
more_cb (GtkButton *button, XybQuestionList *self)
{
  int place = (int) self->n_shown;

  self->n_shown += STEP;
  fill (self);
  grab_first (self, place);
}

static void
add_more (XybQuestionList *self, guint n_left)
{
  g_autofree char *label
    = g_strdup_printf (_ ("再显示 %u 条（还有 %u 条）"), MIN (n_left, STEP), n_left);
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (more_cb), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
fill (XybQuestionList *self)
{
  const GPtrArray *districts = xyb_office_get_districts (xyb_intake_batch_get_office (self->batch));
  guint n = MIN (self->questions->len, self->n_shown);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < n; i++)
    {
      const Question *question = &g_array_index (self->questions, Question, i);
      GtkWidget *row
        = xyb_intake_question_row_new (self->taken, question->row, question->note, districts);

      g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, 0);
      g_signal_connect_object (row, "compare", G_CALLBACK (compare_cb), self, 0);
      gtk_list_box_append (self->list, row);
    }
  if (n < self->questions->len)
    add_more (self, self->questions->len - n);
  queue_height (self);
}

static void
fill_heading (XybQuestionList *self)
{
  guint open = count_open (self);
  guint rows = xyb_intake_file_count (self->file, XYB_FATE_OPEN);
  g_autofree char *words = NULL;

  if (open == 0)
    words = g_strdup (_ ("都决定了"));
  else if (rows == 0)
    words = g_strdup_printf (_ ("%u 项"), open);
  else
    words = g_strdup_printf (_ ("%u 行"), rows);
  xyb_tag_set (self->count, open > 0 ? "warning" : "success",
               open > 0 ? "xyb-question-symbolic" : "object-select-symbolic", words);
  gtk_label_set_label (self->caption, open > 0 ? _ ("决定完才能全部接受") : "");
}

/**
 * xyb_question_list_show:
 * @self: the list
 * @batch: the import
 * @file: (nullable): of it; show again when it has changed
 */
void
xyb_question_list_show (XybQuestionList *self, XybIntakeBatch *batch, XybIntakeFile *file)
{
  g_autoptr (GArray) questions = NULL;

  g_return_if_fail (XYB_IS_QUESTION_LIST (self));

  questions = list_questions (file != NULL ? file->taken : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), questions->len > 0);
  if (self->file != file)
    self->n_shown = STEP;
  /* What is being typed into a question that is the same stays. */
  if (file == NULL || self->file != file || self->taken != file->taken
      || !is_same (questions, self->questions))
    {
      g_set_object (&self->batch, batch);
      self->file = file;
      self->taken = file != NULL ? file->taken : NULL;
      g_array_unref (self->questions);
      self->questions = g_steal_pointer (&questions);
      fill (self);
    }
  if (file != NULL)
    fill_heading (self);
}

/**
 * xyb_question_list_get_list:
 * @self: the list
 *
 * Returns: (transfer none): the rows, for tests
 */
GtkListBox *
xyb_question_list_get_list (XybQuestionList *self)
{
  g_return_val_if_fail (XYB_IS_QUESTION_LIST (self), NULL);

  return self->list;
}

/* ---- the widget ---- */

static void
xyb_question_list_dispose (GObject *object)
{
  g_clear_handle_id (&XYB_QUESTION_LIST (object)->height_idle, g_source_remove);
  g_clear_object (&XYB_QUESTION_LIST (object)->batch);
  G_OBJECT_CLASS (xyb_question_list_parent_class)->dispose (object);
}

static void
xyb_question_list_finalize (GObject *object)
{
  g_array_unref (XYB_QUESTION_LIST (object)->questions);
  G_OBJECT_CLASS (xyb_question_list_parent_class)->finalize (object);
}

static void
xyb_question_list_class_init (XybQuestionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_question_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_question_list_finalize;
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/intake/xyb-question-list.ui");
  gtk_widget_class_bind_template_child (widget_class, XybQuestionList, count);
  gtk_widget_class_bind_template_child (widget_class, XybQuestionList, caption);
  gtk_widget_class_bind_template_child (widget_class, XybQuestionList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, XybQuestionList, list);
}

static void
xyb_question_list_init (XybQuestionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->questions = g_array_new (FALSE, TRUE, sizeof (Question));
  self->n_shown = STEP;
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "changed",
                           G_CALLBACK (queue_height), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "changed",
                           G_CALLBACK (queue_height), self, G_CONNECT_SWAPPED);
}
