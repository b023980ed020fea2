/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-explanation-dialog.h"

#include "xyb-attachment-file.h"
#include "xyb-compat.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* The dialog knows the cell by ids: the page may read the office anew meanwhile. */
typedef struct
{
  XybAskDialog *dialog; /* borrowed: this goes with it */
  XybOffice *office;
  int year;
  XybUnitKind kind;
  gint64 id; /* 0: a new one */
  gint64 unit_id;
  gint64 indicator_id;
  GtkTextBuffer *text;
  GtkEditable *given_on;
  GtkCheckButton *whole; /* of the whole unit; NULL where there is no cell */
  GtkButton *file_button;
  char *file_name; /* stored */
  char *sha256;
  char *path; /* chosen now */
} Explaining;

static void
explaining_free (gpointer data)
{
  Explaining *explaining = data;

  g_object_unref (explaining->office);
  g_free (explaining->file_name);
  g_free (explaining->sha256);
  g_free (explaining->path);
  g_free (explaining);
}

/* ---- the file ---- */

static void
show_file (Explaining *explaining)
{
  g_autofree char *name = explaining->path != NULL ? g_path_get_basename (explaining->path) : NULL;
  const char *shown = name != NULL ? name : explaining->file_name;
  GtkWidget *label;

  gtk_button_set_label (explaining->file_button, shown != NULL ? shown : _ ("选择文件…"));
  label = gtk_button_get_child (explaining->file_button);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
}

static void
file_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (XybAskDialog) dialog = user_data;
  Explaining *explaining = g_object_get_data (G_OBJECT (dialog), "xyb-explaining");

  if (path == NULL || explaining == NULL || !gtk_widget_get_visible (GTK_WIDGET (dialog)))
    return;
  g_free (explaining->path);
  explaining->path = g_strdup (path);
  show_file (explaining);
}

static void
choose_file_cb (GtkButton *button, Explaining *explaining)
{
  xyb_compat_choose_open (GTK_WINDOW (explaining->dialog), _ ("选择情况说明的附件"), NULL, NULL,
                          file_chosen_cb, g_object_ref (explaining->dialog));
}

/* ---- storing ---- */

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* A cell that was still open is 已说明 from now on, in the same revision; what she has marked
 * otherwise stays. */
static gboolean
mark_explained (XybStore *store,
                const Explaining *explaining,
                const XybAssessment *assessment,
                GError **error)
{
  gint64 indicator_id
    = gtk_check_button_get_active (explaining->whole) ? 0 : explaining->indicator_id;
  const XybIndicator *indicator = xyb_scheme_find_indicator (assessment->scheme, indicator_id);
  const XybMark *before = xyb_marks_get (assessment->marks, explaining->unit_id, indicator_id);
  g_autoptr (XybMark) mark = NULL;
  XybCellEdit edit;

  if (indicator == NULL || indicator->event
      || (before != NULL && before->kind != XYB_MARK_UNSAID && before->kind != XYB_MARK_OPEN))
    return TRUE;
  mark = before != NULL ? xyb_mark_copy (before) : xyb_mark_new (XYB_MARK_UNSAID);
  mark->kind = XYB_MARK_EXPLAINED;
  edit = (XybCellEdit){ explaining->unit_id, indicator_id, mark, FALSE };
  return xyb_assessment_store_set_cells (store, assessment->scheme, &edit, 1, error);
}

typedef struct
{
  Explaining *explaining;
  const XybAssessment *assessment;
  XybExplanation *explanation;
} Storing;

static gboolean
store_both (XybStore *store, gpointer user_data, GError **error)
{
  Storing *storing = user_data;

  return xyb_assessment_store_explain (store, storing->assessment->scheme, storing->explanation,
                                       storing->explaining->path, error)
         && mark_explained (store, storing->explaining, storing->assessment, error);
}

static char *
label_of (const Explaining *explaining, const XybAssessment *assessment)
{
  const XybSchemeUnit *unit = xyb_scheme_find_unit (assessment->scheme, explaining->unit_id);

  return g_strdup_printf (_ ("%d年%s考核：%s 情况说明"), explaining->year,
                          xyb_unit_kind_name (explaining->kind),
                          unit != NULL ? unit->unit_name : "");
}

static gboolean
store_explanation (Explaining *explaining, GError **error)
{
  XybStore *store = xyb_office_get_store (explaining->office);
  g_autoptr (XybAssessment) assessment
    = xyb_assessment_store_load (store, explaining->year, explaining->kind, error);
  g_autoptr (XybExplanation) explanation = NULL;
  g_autofree char *label = NULL;
  const char *day = gtk_editable_get_text (explaining->given_on);
  Storing storing;

  if (assessment == NULL)
    return FALSE;
  explanation = xyb_explanation_new ();
  explanation->id = explaining->id;
  explanation->unit_id = explaining->unit_id;
  explanation->indicator_id
    = gtk_check_button_get_active (explaining->whole) ? 0 : explaining->indicator_id;
  explanation->text = dup_text (explaining->text);
  explanation->file_name = g_strdup (explaining->file_name);
  explanation->sha256 = g_strdup (explaining->sha256);
  if (!xyb_text_is_blank (day))
    {
      explanation->given_on = xyb_date_parse (_ ("说明日期"), day, error);
      if (explanation->given_on == NULL)
        return FALSE;
    }
  storing = (Storing){ explaining, assessment, explanation };
  label = label_of (explaining, assessment);
  return xyb_store_edit (store, label, store_both, &storing, error);
}

static void
accept_cb (XybAskDialog *dialog, Explaining *explaining)
{
  g_autoptr (GError) error = NULL;

  if (store_explanation (explaining, &error))
    gtk_window_close (GTK_WINDOW (dialog));
  else
    xyb_ask_dialog_refuse (dialog, error->message);
}

static void
remove_cb (GtkButton *button, Explaining *explaining)
{
  XybStore *store = xyb_office_get_store (explaining->office);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybAssessment) assessment
    = xyb_assessment_store_load (store, explaining->year, explaining->kind, &error);

  if (assessment != NULL
      && xyb_assessment_store_remove_explanation (store, assessment->scheme, explaining->id,
                                                  &error))
    gtk_window_close (GTK_WINDOW (explaining->dialog));
  else
    xyb_ask_dialog_refuse (explaining->dialog, error->message);
}

/* ---- the dialog ---- */

static void
add_fields (Explaining *explaining, const XybExplanation *explanation, gboolean whole)
{
  XybAskDialog *dialog = explaining->dialog;
  g_autofree char *today = xyb_date_today ();
  g_autofree char *day = explanation == NULL             ? xyb_date_format (today)
                         : explanation->given_on != NULL ? xyb_date_format (explanation->given_on)
                                                         : NULL;
  GtkWidget *remove;

  explaining->text = xyb_ask_dialog_add_text (dialog, _ ("情况说明"),
                                              explanation != NULL ? explanation->text : NULL);
  explaining->given_on = xyb_ask_dialog_add_entry (dialog, _ ("说明日期"), day);
  explaining->file_button = GTK_BUTTON (gtk_button_new ());
  xyb_ask_dialog_add_widget (dialog, _ ("附件"), GTK_WIDGET (explaining->file_button));
  g_signal_connect (explaining->file_button, "clicked", G_CALLBACK (choose_file_cb), explaining);
  show_file (explaining);
  explaining->whole = xyb_ask_dialog_add_check (dialog, _ ("说明的是整个单位，不只是这一项"));
  gtk_check_button_set_active (explaining->whole, whole);
  gtk_widget_set_visible (GTK_WIDGET (explaining->whole),
                          explaining->indicator_id != 0 && explaining->id == 0);
  if (explanation == NULL)
    return;
  remove = gtk_button_new_with_label (_ ("删除这条情况说明"));
  gtk_widget_add_css_class (remove, "destructive-action");
  gtk_widget_set_halign (remove, GTK_ALIGN_START);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), explaining);
  xyb_ask_dialog_add_widget (dialog, NULL, remove);
}

static char *
place_words (const XybAssessmentState *state, guint unit, int indicator)
{
  const char *name = xyb_assessment_state_get_unit (state, unit)->unit_name;

  if (indicator < 0)
    return g_strdup_printf (_ ("%s整个单位的情况说明。"), name);
  return g_strdup_printf (_ ("%s · %s。还是 * 的，记下后算“已说明”，年终结算时%s。"), name,
                          xyb_assessment_state_get_indicator (state, (guint) indicator)->head,
                          xyb_settling_name (state->scheme->explained_becomes));
}

/**
 * xyb_explanation_dialog_open:
 * @parent: a widget of the window
 * @office: the office
 * @state: the table
 * @unit: place of the unit
 * @indicator: place of the indicator; -1 for the whole unit
 * @explanation: (nullable): what to change; %NULL for a new one
 *
 * Asks for the 情况说明. A cell that is still * becomes 已说明 with it.
 *
 * Returns: (transfer none): the dialog
 */
XybAskDialog *
xyb_explanation_dialog_open (GtkWidget *parent,
                             XybOffice *office,
                             const XybAssessmentState *state,
                             guint unit,
                             int indicator,
                             const XybExplanation *explanation)
{
  XybAskDialog *dialog
    = xyb_ask_dialog_new (parent, explanation != NULL ? _ ("修改情况说明") : _ ("添加情况说明"),
                          _ ("记下"));
  Explaining *explaining = g_new0 (Explaining, 1);
  g_autofree char *place = place_words (state, unit, indicator);

  explaining->dialog = dialog;
  explaining->office = g_object_ref (office);
  explaining->year = state->scheme->year;
  explaining->kind = state->scheme->kind;
  explaining->unit_id = xyb_assessment_state_get_unit (state, unit)->unit_id;
  if (indicator >= 0)
    explaining->indicator_id = xyb_assessment_state_get_indicator (state, (guint) indicator)->id;
  if (explanation != NULL)
    {
      explaining->id = explanation->id;
      explaining->indicator_id = explanation->indicator_id;
      explaining->file_name = g_strdup (explanation->file_name);
      explaining->sha256 = g_strdup (explanation->sha256);
    }
  g_object_set_data_full (G_OBJECT (dialog), "xyb-explaining", explaining, explaining_free);
  xyb_ask_dialog_set_sentence (dialog, place);
  add_fields (explaining, explanation, explaining->indicator_id == 0);
  g_signal_connect (dialog, "accept", G_CALLBACK (accept_cb), explaining);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* ---- looking at the file ---- */

/**
 * xyb_explanation_open_file:
 * @parent: a widget of the window
 * @office: the office
 * @explanation: with a file
 *
 * Opens a copy of the file in its own program: what is kept stays as it was given.
 */
void
xyb_explanation_open_file (GtkWidget *parent, XybOffice *office, const XybExplanation *explanation)
{
  xyb_attachment_file_open (parent, office, NULL, explanation->sha256, explanation->file_name);
}
