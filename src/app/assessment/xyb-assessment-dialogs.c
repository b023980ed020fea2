/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-dialogs.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* A dialog knows its table by year and kind: the page may read the office anew meanwhile. */
typedef struct
{
  XybAskDialog *dialog; /* borrowed: this goes with it */
  XybOffice *office;
  int year;
  XybUnitKind kind;
  int issue;
  GtkEditable *number;
  GtkEditable *date;
  GtkEditable *name;
  GtkCheckButton *accept;
  gboolean has_open;
} Asking;

typedef gboolean (*DoFunc) (Asking *asking, const XybAssessment *assessment, GError **error);

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->office);
  g_free (asking);
}

/* What is done is done to the table as it stands in the file. */
static void
accept (Asking *asking, DoFunc func)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybAssessment) assessment
    = xyb_assessment_store_load (xyb_office_get_store (asking->office), asking->year, asking->kind,
                                 &error);

  if (assessment != NULL && func (asking, assessment, &error))
    gtk_window_close (GTK_WINDOW (asking->dialog));
  else
    xyb_ask_dialog_refuse (asking->dialog, error->message);
}

static Asking *
ask (GtkWidget *parent,
     XybOffice *office,
     const XybAssessmentState *state,
     const char *title,
     const char *button)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->dialog = xyb_ask_dialog_new (parent, title, button);
  asking->office = g_object_ref (office);
  asking->year = state->scheme->year;
  asking->kind = state->scheme->kind;
  g_object_set_data_full (G_OBJECT (asking->dialog), "xyb-asking", asking, asking_free);
  return asking;
}

static XybAskDialog *
show (Asking *asking, GtkWidget *first)
{
  gtk_window_present (GTK_WINDOW (asking->dialog));
  if (first != NULL)
    gtk_widget_grab_focus (first);
  return asking->dialog;
}

static char *
read_date (Asking *asking, const char *field, GError **error)
{
  return xyb_date_parse (field, gtk_editable_get_text (asking->date), error);
}

static GtkEditable *
add_date (Asking *asking, const char *name)
{
  g_autofree char *today = xyb_date_today ();
  g_autofree char *day = xyb_date_format (today);

  asking->date = xyb_ask_dialog_add_entry (asking->dialog, name, day);
  return asking->date;
}

/* ---- a snapshot ---- */

static gboolean
take_snapshot (Asking *asking, const XybAssessment *assessment, GError **error)
{
  g_autofree char *day = read_date (asking, _ ("快照日期"), error);
  g_autofree char *sentence = NULL;
  gint64 issue;

  if (day == NULL
      || !xyb_count_parse (_ ("期号"), gtk_editable_get_text (asking->number), 9999, &issue, error))
    return FALSE;
  if (!xyb_assessment_store_take_snapshot (xyb_office_get_store (asking->office), assessment,
                                           issue == XYB_UNSAID ? 0 : (int) issue, day, error))
    return FALSE;
  sentence = g_strdup_printf (_ ("已存为第 %d 期快照，以后改动不影响它。"), (int) issue);
  xyb_office_offer (asking->office, sentence, _ ("撤销"), "win.undo");
  return TRUE;
}

static void
snapshot_accept_cb (XybAskDialog *dialog, Asking *asking)
{
  accept (asking, take_snapshot);
}

/**
 * xyb_snapshot_dialog_open:
 * @parent: a widget of the window
 * @office: the office
 * @state: the table
 * @issue: the number to propose
 *
 * Asks for number and date, and keeps the table as it is now.
 */
XybAskDialog *
xyb_snapshot_dialog_open (GtkWidget *parent,
                          XybOffice *office,
                          const XybAssessmentState *state,
                          int issue)
{
  Asking *asking = ask (parent, office, state, _ ("存为快照"), _ ("存为快照"));
  g_autofree char *number = g_strdup_printf ("%d", issue);
  g_autofree char *sentence = g_strdup_printf (
    _ ("%d年%s考核表按现在的样子存下来，供这一期工作信息使用。以后怎么改，这一期都不变。"),
    asking->year, xyb_unit_kind_name (asking->kind));

  xyb_ask_dialog_set_sentence (asking->dialog, sentence);
  asking->number = xyb_ask_dialog_add_entry (asking->dialog, _ ("第几期"), number);
  add_date (asking, _ ("快照日期"));
  g_signal_connect (asking->dialog, "accept", G_CALLBACK (snapshot_accept_cb), asking);
  return show (asking, GTK_WIDGET (asking->number));
}

/* ---- a snapshot that was wrong ---- */

static gboolean
void_snapshot (Asking *asking, const XybAssessment *assessment, GError **error)
{
  g_autofree char *today = xyb_date_today ();

  return xyb_assessment_store_void_snapshot (xyb_office_get_store (asking->office),
                                             assessment->scheme, asking->issue,
                                             gtk_editable_get_text (asking->name), today, error);
}

static void
void_accept_cb (XybAskDialog *dialog, Asking *asking)
{
  accept (asking, void_snapshot);
}

/**
 * xyb_void_snapshot_dialog_open:
 * @parent: a widget of the window
 * @office: the office
 * @state: the table
 * @issue: of the snapshot
 *
 * Asks why the snapshot no longer counts. It stays in the list.
 */
XybAskDialog *
xyb_void_snapshot_dialog_open (GtkWidget *parent,
                               XybOffice *office,
                               const XybAssessmentState *state,
                               int issue)
{
  Asking *asking = ask (parent, office, state, _ ("作废快照"), _ ("作废"));
  g_autofree char *sentence
    = g_strdup_printf (_ ("第 %d 期快照作废后仍列在快照里，同一期可以再存一份。"), issue);

  asking->issue = issue;
  xyb_ask_dialog_set_sentence (asking->dialog, sentence);
  asking->name = xyb_ask_dialog_add_entry (asking->dialog, _ ("作废原因"), NULL);
  g_signal_connect (asking->dialog, "accept", G_CALLBACK (void_accept_cb), asking);
  return show (asking, GTK_WIDGET (asking->name));
}

/* ---- settlement (KH-27) ---- */

static gboolean
settle (Asking *asking, const XybAssessment *assessment, GError **error)
{
  g_autofree char *day = read_date (asking, _ ("结算日期"), error);
  g_autofree char *sentence = NULL;

  if (day == NULL)
    return FALSE;
  if (!xyb_assessment_store_settle (xyb_office_get_store (asking->office), assessment, day,
                                    gtk_editable_get_text (asking->name),
                                    asking->accept != NULL
                                      && gtk_check_button_get_active (asking->accept),
                                    error))
    return FALSE;
  sentence
    = g_strdup_printf (_ ("%d年%s考核已年终结算"), asking->year, xyb_unit_kind_name (asking->kind));
  xyb_office_offer (asking->office, sentence, _ ("撤销"), "win.undo");
  return TRUE;
}

static void
settle_accept_cb (XybAskDialog *dialog, Asking *asking)
{
  accept (asking, settle);
}

/* Which cells nobody has decided, by unit, the first ones by name. */
#define MAX_OPEN_LINES 8

static void
append_open_cells (const XybAssessmentState *state, guint unit, GString *out)
{
  const XybUnitScore *score = xyb_assessment_state_get_score (state, unit);
  gboolean any = FALSE;

  for (guint i = 0; i < score->items->len; i++)
    {
      const XybItemScore *item = &g_array_index (score->items, XybItemScore, i);
      XybMarkKind kind = item->mark != NULL ? item->mark->kind : XYB_MARK_UNSAID;
      g_autofree char *name = NULL;

      if (item->now.why == XYB_WHY_NOT_APPLICABLE || item->indicator->rule == XYB_RULE_INFO
          || (kind != XYB_MARK_UNSAID && kind != XYB_MARK_OPEN))
        continue;
      name = xyb_indicator_name (item->indicator);
      if (any)
        g_string_append (out, _ ("、"));
      else
        g_string_append_printf (out, "%s%s：", out->len > 0 ? "\n" : "", score->unit->unit_name);
      g_string_append (out, name);
      any = TRUE;
    }
}

static char *
open_words (const XybAssessmentState *state)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_listed = 0;
  guint n_more = 0;

  for (guint i = 0; i < state->score->units->len; i++)
    {
      const XybUnitScore *score = xyb_assessment_state_get_score (state, i);

      if (score->open + score->unsaid == 0)
        continue;
      if (n_listed < MAX_OPEN_LINES)
        append_open_cells (state, i, words);
      else
        n_more++;
      n_listed++;
    }
  if (n_more > 0)
    g_string_append_printf (words, _ ("\n还有 %u 个单位，请用“只看未完成 *”查看。"), n_more);
  return g_strdup (words->str);
}

static void
add_open_list (Asking *asking, const XybAssessmentState *state)
{
  g_autofree char *words = open_words (state);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "open-list");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 150);
  gtk_widget_add_css_class (scrolled, "text-field");
  xyb_ask_dialog_add_widget (asking->dialog, NULL, scrolled);
}

/* What is still open is decided by the scheme, and only when the clerk says so. */
static void
add_open_question (Asking *asking, const XybAssessmentState *state, const XybOpenCells *open)
{
  g_autofree char *label = g_strdup_printf (_ ("未完成的 %u 格按方案“%s”，照此结算"), open->open,
                                            xyb_settling_name (state->scheme->open_becomes));

  add_open_list (asking, state);
  asking->accept = xyb_ask_dialog_add_check (asking->dialog, label);
  gtk_widget_set_visible (GTK_WIDGET (asking->accept), open->open > 0 && open->unsaid == 0);
}

static char *
settle_sentence (Asking *asking, const XybAssessmentState *state, const XybOpenCells *open)
{
  if (open->unsaid > 0)
    return g_strdup_printf (_ ("还有 %u 格没有填写是否监测到事件，要先填“无”或扣几分，才能结算。"),
                            open->unsaid);
  if (open->open > 0)
    return g_strdup_printf (
      _ ("还有 %u 格未完成。可以先填写或添加情况说明；也可以按方案处理：未完成的“%s”，已说明的"
         "“%s”。签字后标记和方案不能再改。"),
      open->open, xyb_settling_name (state->scheme->open_becomes),
      xyb_settling_name (state->scheme->explained_becomes));
  return g_strdup_printf (
    _ ("%d年%s考核的每一格都已填写。签字后标记和方案不能再改；要改须撤回结算并写明原因。"),
    asking->year, xyb_unit_kind_name (asking->kind));
}

/**
 * xyb_settle_dialog_open:
 * @parent: a widget of the window
 * @office: the office
 * @state: the table
 *
 * Says what stays open, and asks who signs when.
 */
XybAskDialog *
xyb_settle_dialog_open (GtkWidget *parent, XybOffice *office, const XybAssessmentState *state)
{
  Asking *asking = ask (parent, office, state, _ ("年终结算"), _ ("签字结算"));
  g_auto (XybOpenCells) open = { 0 };
  g_autofree char *sentence = NULL;

  xyb_assessment_count_open (state->assessment, &open);
  sentence = settle_sentence (asking, state, &open);
  xyb_ask_dialog_set_sentence (asking->dialog, sentence);
  if (open.open + open.unsaid > 0)
    add_open_question (asking, state, &open);
  asking->name = xyb_ask_dialog_add_entry (asking->dialog, _ ("签字人"),
                                           xyb_store_get_operator (xyb_office_get_store (office)));
  add_date (asking, _ ("结算日期"));
  g_signal_connect (asking->dialog, "accept", G_CALLBACK (settle_accept_cb), asking);
  return show (asking, GTK_WIDGET (asking->name));
}

/* ---- taking it back ---- */

static gboolean
reopen (Asking *asking, const XybAssessment *assessment, GError **error)
{
  g_autofree char *today = xyb_date_today ();

  return xyb_assessment_store_reopen (xyb_office_get_store (asking->office), assessment,
                                      gtk_editable_get_text (asking->name), today, error);
}

static void
reopen_accept_cb (XybAskDialog *dialog, Asking *asking)
{
  accept (asking, reopen);
}

/**
 * xyb_reopen_dialog_open:
 * @parent: a widget of the window
 * @office: the office
 * @state: the table, settled
 *
 * Asks why the settlement is taken back. What was signed stays on record.
 */
XybAskDialog *
xyb_reopen_dialog_open (GtkWidget *parent, XybOffice *office, const XybAssessmentState *state)
{
  Asking *asking = ask (parent, office, state, _ ("撤回年终结算"), _ ("撤回结算"));

  xyb_ask_dialog_set_sentence (
    asking->dialog,
    _ ("撤回后标记和方案可以再改，改完要重新结算。签过字的表和撤回的原因都留在记录里。"));
  asking->name = xyb_ask_dialog_add_entry (asking->dialog, _ ("撤回原因"), NULL);
  g_signal_connect (asking->dialog, "accept", G_CALLBACK (reopen_accept_cb), asking);
  return show (asking, GTK_WIDGET (asking->name));
}
