/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-question-row.h"

#include <inttypes.h>

#include "xyb-i18n.h"
#include "xyb-intake-typing.h"

struct _XybIntakeQuestionRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkLabel *place;
  GtkLabel *name;
  GtkLabel *reason;
  GtkBox *answers;

  /* borrowed */
  const XybReturn *taken;
  const XybReturnRow *row; /* NULL: of the file */
  XybReturnNote *note;
  const GPtrArray *districts;
  XybIntakeTyping *typing; /* the popover that is open; weak */
};

G_DEFINE_FINAL_TYPE (XybIntakeQuestionRow, xyb_intake_question_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_ANSWERED,
  SIGNAL_COMPARE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what is asked ---- */

static const char *
sheet_name (XybIntakeQuestionRow *self, guint sheet)
{
  return ((XybReturnSheet *) g_ptr_array_index (self->taken->sheets, sheet))->name;
}

/* 第 5 行; the sheet only where there are several with a table. */
static char *
place_words (XybIntakeQuestionRow *self)
{
  guint n_tables = 0;

  for (guint i = 0; i < self->taken->sheets->len; i++)
    n_tables += ((XybReturnSheet *) g_ptr_array_index (self->taken->sheets, i))->header_row != 0;
  if (self->row == NULL)
    return g_strdup (self->note->sheet >= 0 ? _ ("工作表") : _ ("文件"));
  if (n_tables > 1)
    return g_strdup_printf (_ ("%s\n第 %u 行"), sheet_name (self, self->row->sheet),
                            self->row->row);
  return g_strdup_printf (_ ("第 %u 行"), self->row->row);
}

static char *
name_words (XybIntakeQuestionRow *self)
{
  if (self->row != NULL)
    return g_strdup (*self->row->name != '\0' ? self->row->name : _ ("没有企业名称"));
  if (self->note->kind == XYB_NOTE_UNKNOWN_HEAD)
    return g_strdup_printf (_ ("“%s”列"), self->note->other_name);
  if (self->note->sheet >= 0)
    return g_strdup (sheet_name (self, (guint) self->note->sheet));
  return g_strdup (self->taken->file);
}

static void
fill_words (XybIntakeQuestionRow *self)
{
  static const char *const open[] = { "caption", "near", NULL };
  static const char *const answered[] = { "caption", "secondary", NULL };
  g_autofree char *place = place_words (self);
  g_autofree char *name = name_words (self);
  gboolean is_open = xyb_intake_question_row_is_open (self);
  g_autofree char *label = g_strdup_printf (_ ("%s，%s：%s"), place, name, self->note->sentence);

  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->reason, self->note->sentence);
  gtk_widget_set_css_classes (GTK_WIDGET (self->reason),
                              (const char **) (is_open ? open : answered));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* ---- answers ---- */

static void
emit_answer (XybIntakeQuestionRow *self, XybAnswer answer, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, (int) answer, text);
}

static XybAnswer
answer_of (GtkWidget *widget)
{
  return (XybAnswer) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "answer"));
}

static void
typed_cb (XybIntakeTyping *typing, const char *text, XybIntakeQuestionRow *self)
{
  emit_answer (self, answer_of (GTK_WIDGET (typing)), text);
}

static void
ask_text (XybIntakeQuestionRow *self, GtkWidget *button, XybAnswer answer)
{
  XybIntakeTyping *typing = xyb_intake_typing_new (button, self->row, self->note, answer);

  g_object_set_data (G_OBJECT (typing), "answer", GINT_TO_POINTER (answer));
  g_signal_connect_object (typing, "typed", G_CALLBACK (typed_cb), self, 0);
  g_set_weak_pointer (&self->typing, typing);
  gtk_popover_popup (GTK_POPOVER (typing));
}

static void
answer_clicked_cb (GtkButton *button, XybIntakeQuestionRow *self)
{
  XybAnswer answer = answer_of (GTK_WIDGET (button));

  if (xyb_return_answer_needs_text (answer, self->note))
    ask_text (self, GTK_WIDGET (button), answer);
  else
    emit_answer (self, answer, NULL);
}

static void
compare_clicked_cb (GtkButton *button, XybIntakeQuestionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_COMPARE], 0);
}

static void
change_clicked_cb (GtkButton *button, XybIntakeQuestionRow *self)
{
  emit_answer (self, XYB_ANSWER_OPEN, NULL);
}

static GtkWidget *
add_button (XybIntakeQuestionRow *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf (_ ("%s，%s：%s"), gtk_label_get_label (self->place),
                                           gtk_label_get_label (self->name), label);

  gtk_widget_add_css_class (button, "answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_append (self->answers, button);
  return button;
}

/* Which 区镇: the one thing that is chosen among many. */
static void
district_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, XybIntakeQuestionRow *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  g_autofree char *id = NULL;

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;
  id = g_strdup_printf ("%" PRId64, ((XybUnit *) self->districts->pdata[selected - 1])->id);
  emit_answer (self, XYB_ANSWER_TYPED, id);
}

static void
add_districts (XybIntakeQuestionRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  gtk_string_list_append (names, _ ("选区镇"));
  for (guint i = 0; i < self->districts->len; i++)
    gtk_string_list_append (names, ((XybUnit *) self->districts->pdata[i])->name);
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("这份表是哪个区镇的"), -1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (district_chosen_cb), self);
  gtk_box_append (self->answers, drop_down);
}

static gboolean
can_compare (XybIntakeQuestionRow *self)
{
  switch (self->note->kind)
    {
    case XYB_NOTE_ALIKE:
    case XYB_NOTE_DUPLICATE:
    case XYB_NOTE_ELSEWHERE:
    case XYB_NOTE_EARLIER:
      return self->row != NULL;
    default:
      return FALSE;
    }
}

/* What holds now: the answer; of a remark that asks nothing, the usual one. */
static XybAnswer
present_answer (XybIntakeQuestionRow *self, const XybAnswer *list, guint n)
{
  if (self->note->question || self->note->decision.answer != XYB_ANSWER_OPEN || n == 0)
    return self->note->decision.answer;
  return list[0];
}

/* All that may be answered, but not what holds already. */
static void
add_answers (XybIntakeQuestionRow *self)
{
  XybAnswer list[XYB_MAX_ANSWERS];
  guint n = xyb_return_list_answers (self->taken, self->row, self->note, list);
  XybAnswer present = present_answer (self, list, n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label
        = xyb_return_answer_label (self->taken, self->row, self->note, list[i]);
      GtkWidget *button;

      if (list[i] == present)
        continue;
      button = add_button (self, label, G_CALLBACK (answer_clicked_cb));
      g_object_set_data (G_OBJECT (button), "answer", GINT_TO_POINTER (list[i]));
    }
}

static void
fill_open (XybIntakeQuestionRow *self)
{
  if (self->note->kind == XYB_NOTE_NO_DISTRICT)
    add_districts (self);
  add_answers (self);
  if (can_compare (self))
    add_button (self, _ ("并排比较"), G_CALLBACK (compare_clicked_cb));
}

/* A button that asks on has … behind its words; said of what was done they would ask again. */
static char *
answer_words (XybIntakeQuestionRow *self)
{
  const XybDecision *decision = &self->note->decision;
  g_autofree char *label
    = xyb_return_answer_label (self->taken, self->row, self->note, decision->answer);
  g_autoptr (GString) words = g_string_new (label);

  g_string_replace (words, "…", "", 0);
  if (decision->text != NULL && self->note->kind != XYB_NOTE_UNKNOWN_HEAD)
    g_string_append_printf (words, "：%s", decision->text);
  else if (self->note->kind == XYB_NOTE_UNKNOWN_HEAD && decision->answer == XYB_ANSWER_SAME)
    g_string_append (words, xyb_return_field_name (self->note->field));
  if (decision->recalled)
    g_string_append (words, _ ("（以前决定过）"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_answer_words (XybIntakeQuestionRow *self)
{
  g_autofree char *words = answer_words (self);
  GtkWidget *sign = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (sign, "done");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_add_css_class (label, "done");
  gtk_box_append (self->answers, sign);
  gtk_box_append (self->answers, label);
}

static void
fill_answered (XybIntakeQuestionRow *self)
{
  if (self->note->decision.answer != XYB_ANSWER_OPEN)
    add_answer_words (self);
  /* Taken back, a choice about the whole file would be remembered again: it is changed. */
  if (self->row == NULL)
    add_answers (self);
  else
    add_button (self, _ ("改"), G_CALLBACK (change_clicked_cb));
}

/* ---- the widget ---- */

static void
xyb_intake_question_row_dispose (GObject *object)
{
  g_clear_weak_pointer (&XYB_INTAKE_QUESTION_ROW (object)->typing);
  G_OBJECT_CLASS (xyb_intake_question_row_parent_class)->dispose (object);
}

static void
xyb_intake_question_row_class_init (XybIntakeQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_intake_question_row_dispose;
  signals[SIGNAL_ANSWERED]
    = g_signal_new ("answered", XYB_TYPE_INTAKE_QUESTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[SIGNAL_COMPARE] = g_signal_new ("compare", XYB_TYPE_INTAKE_QUESTION_ROW,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/intake/xyb-intake-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybIntakeQuestionRow, place);
  gtk_widget_class_bind_template_child (widget_class, XybIntakeQuestionRow, name);
  gtk_widget_class_bind_template_child (widget_class, XybIntakeQuestionRow, reason);
  gtk_widget_class_bind_template_child (widget_class, XybIntakeQuestionRow, answers);
}

static void
xyb_intake_question_row_init (XybIntakeQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_intake_question_row_new:
 * @taken: the file; outlives the row, as all below
 * @row: (nullable): the row of the file that is asked about, %NULL for the file as a whole
 * @note: the question
 * @districts: (element-type XybUnit): to choose from
 *
 * Returns: (transfer floating): a row with its answers
 */
GtkWidget *
xyb_intake_question_row_new (const XybReturn *taken,
                             const XybReturnRow *row,
                             XybReturnNote *note,
                             const GPtrArray *districts)
{
  XybIntakeQuestionRow *self = g_object_new (XYB_TYPE_INTAKE_QUESTION_ROW, NULL);

  self->taken = taken;
  self->row = row;
  self->note = note;
  self->districts = districts;
  fill_words (self);
  if (xyb_intake_question_row_is_open (self))
    fill_open (self);
  else
    fill_answered (self);
  return GTK_WIDGET (self);
}

/**
 * xyb_intake_question_can_answer:
 * @taken: a file
 * @row: (nullable): of it
 * @note: of @row, or of the file as a whole
 *
 * Returns: whether @note asks something, or is a remark about the whole file that can be decided
 * otherwise: a sheet that shall not count, a column that is one of the form
 */
gboolean
xyb_intake_question_can_answer (const XybReturn *taken,
                                const XybReturnRow *row,
                                const XybReturnNote *note)
{
  XybAnswer list[XYB_MAX_ANSWERS];

  return note->question || (row == NULL && xyb_return_list_answers (taken, NULL, note, list) > 0);
}

/**
 * xyb_intake_question_row_get_row:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the row of the file it is about
 */
const XybReturnRow *
xyb_intake_question_row_get_row (XybIntakeQuestionRow *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_QUESTION_ROW (self), NULL);

  return self->row;
}

/**
 * xyb_intake_question_row_get_note:
 * @self: a question
 *
 * Returns: (transfer none): what is asked
 */
XybReturnNote *
xyb_intake_question_row_get_note (XybIntakeQuestionRow *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_QUESTION_ROW (self), NULL);

  return self->note;
}

/**
 * xyb_intake_question_row_is_open:
 * @self: a question
 *
 * Returns: whether it waits for an answer; a remark only offers another one
 */
gboolean
xyb_intake_question_row_is_open (XybIntakeQuestionRow *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_QUESTION_ROW (self), FALSE);

  return self->note->question && self->note->decision.answer == XYB_ANSWER_OPEN;
}

/**
 * xyb_intake_question_row_grab:
 * @self: a question
 *
 * Puts the keyboard on its first button.
 */
void
xyb_intake_question_row_grab (XybIntakeQuestionRow *self)
{
  g_return_if_fail (XYB_IS_INTAKE_QUESTION_ROW (self));

  gtk_widget_child_focus (GTK_WIDGET (self->answers), GTK_DIR_TAB_FORWARD);
}

/**
 * xyb_intake_question_row_refuse:
 * @self: a question
 * @sentence: why what was typed cannot be taken
 *
 * Says so where it was typed; it stays open.
 */
void
xyb_intake_question_row_refuse (XybIntakeQuestionRow *self, const char *sentence)
{
  g_return_if_fail (XYB_IS_INTAKE_QUESTION_ROW (self));

  if (self->typing != NULL)
    xyb_intake_typing_refuse (self->typing, sentence);
}
