/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-question.h"

#include <inttypes.h>

#include "xyb-compat.h"
#include "xyb-i18n.h"
#include "xyb-text-diff.h"

/* More names than this are counted. */
#define MAX_NAMES 5

/* Two lines each; a dialog does not grow with what can be scrolled. */
#define CANDIDATE_HEIGHT 62
#define CANDIDATE_WIDTH 420

/* The id of the answer, or what to do with the name. */
static void
answered_cb (const char *answer, gpointer user_data)
{
  static const struct
  {
    const char *id;
    gint64 answer;
  } answers[] = {
    { "new", XYB_NOMINATION_ANSWER_NEW },
    { "rename", XYB_NOMINATION_ANSWER_RENAME },
    { "other", XYB_NOMINATION_ANSWER_OTHER },
    { "agree", XYB_NOMINATION_ANSWER_AGREE },
  };
  g_autoptr (XybNominationSheetModel) model = g_object_ref (user_data);
  gint64 chosen = g_ascii_strtoll (answer, NULL, 10);

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (answers[i].id, answer))
      chosen = answers[i].answer;
  if (chosen != 0)
    xyb_nomination_sheet_model_answer (model, chosen);
  else
    xyb_nomination_sheet_model_give_up (model);
}

/* The dialog keeps the model as long as it may be answered. */
static GtkWindow *
ask (GtkWindow *parent,
     XybNominationSheetModel *model,
     const char *heading,
     const char *body,
     const XybDialogAnswer *answers,
     guint n_answers,
     GtkWidget *extra)
{
  GtkWindow *dialog
    = xyb_compat_ask (parent, heading, body, answers, n_answers, extra, answered_cb, model);

  g_object_set_data_full (G_OBJECT (dialog), "model", g_object_ref (model), g_object_unref);
  return dialog;
}

/* ---- which company ---- */

/* What makes the candidate another name than the one that was typed is underlined. */
static PangoAttrList *
mark_difference (const char *name, const char *typed)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GArray) of_name = NULL;
  g_autoptr (GArray) of_typed = NULL;

  xyb_text_diff (name, typed, &of_name, &of_typed);
  for (guint i = 0; i < of_name->len; i++)
    {
      const XybTextSpan *span = &g_array_index (of_name, XybTextSpan, i);
      PangoAttribute *marks[] = { pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
                                  pango_attr_weight_new (PANGO_WEIGHT_BOLD) };

      for (gsize j = 0; j < G_N_ELEMENTS (marks); j++)
        {
          marks[j]->start_index = span->start;
          marks[j]->end_index = span->end;
          pango_attr_list_insert (attributes, marks[j]);
        }
    }
  return attributes;
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
describe (const XybEnterprise *enterprise)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_part (text, enterprise->unit_name);
  append_part (text, enterprise->credit_code);
  append_part (text, enterprise->contact);
  for (guint i = 0; i < enterprise->former_names->len; i++)
    {
      const XybFormerName *former = enterprise->former_names->pdata[i];
      g_autofree char *part = g_strdup_printf (_ ("曾用名 %s"), former->name);

      append_part (text, part);
    }
  append_part (text, enterprise->closed ? _ ("已注销") : NULL);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
candidate_activated_cb (GtkListBox *list, GtkListBoxRow *row, GtkWindow *dialog)
{
  xyb_compat_answer (dialog, g_object_get_data (G_OBJECT (row), "answer"));
}

static GtkWidget *
label_new (const char *text, PangoAttrList *attributes, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
candidate_row_new (const XybEnterprise *enterprise, const char *typed)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autoptr (PangoAttrList) marks = mark_difference (enterprise->name, typed);
  g_autofree char *words = describe (enterprise);
  g_autofree char *name = g_strdup_printf (_ ("%s，%s"), enterprise->name, words);
  GtkWidget *caption = label_new (words, NULL, "caption");

  gtk_widget_add_css_class (caption, "secondary");
  gtk_box_append (GTK_BOX (box), label_new (enterprise->name, marks, NULL));
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_add_css_class (box, "candidate");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  /* Enter is of the row in focus, not of 「取消」. */
  gtk_widget_set_receives_default (row, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "answer", g_strdup_printf ("%" PRId64, enterprise->id),
                          g_free);
  return row;
}

static GtkWidget *
candidates_new (const XybNominationQuestion *question, GtkWidget **out_list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("名录里名称相近的企业"), -1);
  for (guint i = 0; i < question->candidates->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         candidate_row_new (question->candidates->pdata[i], question->name));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              MIN (question->candidates->len, 4)
                                                * CANDIDATE_HEIGHT);
  gtk_widget_set_size_request (scroller, CANDIDATE_WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  *out_list = list;
  return scroller;
}

static void
ask_which (GtkWindow *parent, XybNominationSheetModel *model, const XybNominationQuestion *question)
{
  g_autofree char *label = g_strdup_printf (_ ("新建“%s”"), question->name);
  g_autofree char *body
    = g_strdup_printf (_ ("第 %u 行填的是“%s”，名录里有名称相近的企业。是其中一家，请选它；"
                          "都不是，就新建。"),
                       question->row + 1, question->name);
  const XybDialogAnswer answers[] = {
    { "cancel", N_ ("取消"), ADW_RESPONSE_DEFAULT },
    { "new", label, ADW_RESPONSE_DEFAULT },
  };
  GtkWidget *list;
  GtkWidget *extra = candidates_new (question, &list);
  GtkWindow *dialog
    = ask (parent, model, _ ("是名录里的哪一家？"), body, answers, G_N_ELEMENTS (answers), extra);

  g_signal_connect (list, "row-activated", G_CALLBACK (candidate_activated_cb), dialog);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)));
}

/* ---- a name over a name ---- */

static void
ask_rename (GtkWindow *parent,
            XybNominationSheetModel *model,
            const XybNominationQuestion *question)
{
  static const XybDialogAnswer answers[] = {
    { "cancel", N_ ("取消"), ADW_RESPONSE_DEFAULT },
    { "other", N_ ("换成另一家"), ADW_RESPONSE_DEFAULT },
    { "rename", N_ ("更名"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *body
    = g_strdup_printf (_ ("第 %u 行原来是“%s”，现在填的是“%s”。\n\n更名：还是这家企业，原来的名称"
                          "记为曾用名（只是写错的，可以在企业页移除）。\n换成另一家：原来的企业移出"
                          "名单，它的进度不带过来。"),
                       question->row + 1, question->old_name, question->name);

  ask (parent, model, _ ("更名，还是换成另一家企业？"), body, answers, G_N_ELEMENTS (answers),
       NULL);
}

/* Two companies of one name would be the same in every list. */
static void
ask_other (GtkWindow *parent, XybNominationSheetModel *model, const XybNominationQuestion *question)
{
  static const XybDialogAnswer answers[] = {
    { "cancel", N_ ("取消"), ADW_RESPONSE_DEFAULT },
    { "other", N_ ("换成这一家"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *body
    = g_strdup_printf (_ ("“%s”是名录里的另一家企业。换成它，“%s”就移出名单，进度不带过来。"),
                       question->name, question->old_name);

  ask (parent, model, _ ("换成另一家企业？"), body, answers, G_N_ELEMENTS (answers), NULL);
}

/* ---- a paste that replaces ---- */

static void
ask_replace (GtkWindow *parent,
             XybNominationSheetModel *model,
             const XybNominationQuestion *question)
{
  static const XybDialogAnswer answers[] = {
    { "cancel", N_ ("取消"), ADW_RESPONSE_DEFAULT },
    { "agree", N_ ("粘贴并移出"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *heading
    = g_strdup_printf (_ ("有 %u 家企业要移出名单"), question->displaced->len);
  g_autofree char *body = NULL;

  for (guint i = 0; i < MIN (question->displaced->len, MAX_NAMES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            (const char *) question->displaced->pdata[i]);
  body = g_strdup_printf (question->displaced->len > MAX_NAMES
                            ? _ ("粘贴的内容会盖住 %s 等，它们就不在名单里了。粘贴后可以撤销。")
                            : _ ("粘贴的内容会盖住 %s，名单里就没有了。粘贴后可以撤销。"),
                          names->str);
  ask (parent, model, heading, body, answers, G_N_ELEMENTS (answers), NULL);
}

/**
 * xyb_nomination_question_ask:
 * @parent: the window
 * @model: who asks
 * @question: what
 *
 * Shows the question; the answer, or that there is none, goes to @model.
 */
void
xyb_nomination_question_ask (GtkWindow *parent,
                             XybNominationSheetModel *model,
                             const XybNominationQuestion *question)
{
  switch (question->ask)
    {
    case XYB_NOMINATION_ASK_WHICH:
      ask_which (parent, model, question);
      break;
    case XYB_NOMINATION_ASK_RENAME:
      if (question->exact)
        ask_other (parent, model, question);
      else
        ask_rename (parent, model, question);
      break;
    case XYB_NOMINATION_ASK_REPLACE:
    default:
      ask_replace (parent, model, question);
    }
}
