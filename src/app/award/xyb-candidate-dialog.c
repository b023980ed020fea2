/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-candidate-dialog.h"

#include "xyb-ask-dialog.h"
#include "xyb-award-list.h"
#include "xyb-date.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-progress-store.h"
#include "xyb-text.h"

/* So many of them are named; the rest are counted. */
#define MAX_NAMED 4

typedef struct
{
  XybOffice *office;
  XybTrack track;
  int year;
  GArray *applications;  /* of XybTrackApplication */
  GPtrArray *conditions; /* of GArray: whose they are */
  GtkEditable *on;
  GtkEditable *reason; /* NULL: nobody is spoken against */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->office);
  g_array_unref (form->applications);
  g_ptr_array_unref (form->conditions);
  g_free (form);
}

static gboolean
apply (const Form *form, GError **error)
{
  const XybPlan *plan = xyb_office_get_plan (form->office);
  const char *reason = form->reason != NULL ? gtk_editable_get_text (form->reason) : NULL;
  g_autofree char *today = xyb_date_today ();
  g_autofree char *on = NULL;

  if (!xyb_form_read_date (_ ("申报日期"), gtk_editable_get_text (form->on), &on, error))
    return FALSE;
  return xyb_progress_store_apply_many (xyb_office_get_store (form->office), plan, form->track,
                                        (const XybTrackApplication *) form->applications->data,
                                        form->applications->len, on, reason, today, error);
}

static void
accept_cb (XybAskDialog *dialog, Form *form)
{
  const XybPlan *plan = xyb_office_get_plan (form->office);
  g_autoptr (GError) error = NULL;

  if (plan == NULL || plan->year != form->year)
    xyb_ask_dialog_refuse (dialog, _ ("年度已经换了，请关掉这个窗口重新选择。"));
  else if (form->reason != NULL && xyb_text_is_blank (gtk_editable_get_text (form->reason)))
    xyb_ask_dialog_refuse (dialog, _ ("有条件不符合的企业，请写明为什么可以申报。"));
  else if (xyb_text_is_blank (gtk_editable_get_text (form->on)))
    xyb_ask_dialog_refuse (dialog, _ ("请填写申报日期。"));
  else if (apply (form, &error))
    gtk_window_close (GTK_WINDOW (dialog));
  else
    xyb_ask_dialog_refuse (dialog, error->message);
}

/* ---- what is asked ---- */

static char *
dup_sentence (const Form *form, const GPtrArray *candidates)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (candidates->len, MAX_NAMED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            ((XybCandidate *) candidates->pdata[i])->enterprise_name);
  if (candidates->len > MAX_NAMED)
    g_string_append_printf (names, _ ("等 %u 家"), candidates->len);
  return g_strdup_printf (_ ("登记申报 %d 年%s：%s。"), form->year, xyb_track_name (form->track),
                          names->str);
}

/* Who is spoken against, and by what. */
static char *
dup_warning (const GPtrArray *candidates)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = xyb_candidate_list_count (candidates, XYB_VERDICT_UNMET);
  guint said = 0;

  g_string_append_printf (words, _ ("其中 %u 家按记录不符合，仍要申报的请写明理由："), n);
  for (guint i = 0; i < candidates->len && said < MAX_NAMED; i++)
    {
      const XybCandidate *candidate = candidates->pdata[i];
      g_autofree char *reasons = NULL;

      if (candidate->verdict != XYB_VERDICT_UNMET)
        continue;
      reasons = xyb_candidate_dup_reasons (candidate);
      g_string_append_printf (words, "\n%s：%s", candidate->enterprise_name, reasons);
      said++;
    }
  if (n > said)
    g_string_append (words, "\n……");
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
take_candidates (Form *form, const GPtrArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const XybCandidate *candidate = candidates->pdata[i];
      GArray *conditions = g_array_ref (candidate->unmet);
      XybTrackApplication application = { candidate->enterprise_id, conditions };

      g_ptr_array_add (form->conditions, conditions);
      g_array_append_val (form->applications, application);
    }
}

static void
add_fields (XybAskDialog *dialog, Form *form, const GPtrArray *candidates)
{
  g_autofree char *today = xyb_date_today ();
  g_autofree char *shown = xyb_date_format (today);
  g_autofree char *warning = NULL;

  form->on = xyb_ask_dialog_add_entry (dialog, _ ("申报日期"), shown);
  if (xyb_candidate_list_count (candidates, XYB_VERDICT_UNMET) == 0)
    return;
  form->reason = xyb_ask_dialog_add_entry (dialog, _ ("理由"), NULL);
  warning = dup_warning (candidates);
  {
    GtkWidget *label = gtk_label_new (warning);

    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_widget_add_css_class (label, "doubt");
    gtk_widget_set_hexpand (label, TRUE);
    xyb_ask_dialog_add_widget (dialog, NULL, label);
  }
}

void
xyb_candidate_ask_apply (GtkWidget *from,
                         XybOffice *office,
                         XybTrack track,
                         const GPtrArray *candidates)
{
  XybAskDialog *dialog = xyb_ask_dialog_new (from, _ ("登记申报"), _ ("登记申报"));
  Form *form = g_new0 (Form, 1);
  g_autofree char *sentence = NULL;

  form->office = g_object_ref (office);
  form->track = track;
  form->year = xyb_office_get_year (office);
  form->applications = g_array_new (FALSE, FALSE, sizeof (XybTrackApplication));
  form->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  take_candidates (form, candidates);
  g_object_set_data_full (G_OBJECT (dialog), "form", form, form_free);
  sentence = dup_sentence (form, candidates);
  xyb_ask_dialog_set_sentence (dialog, sentence);
  add_fields (dialog, form, candidates);
  g_signal_connect (dialog, "accept", G_CALLBACK (accept_cb), form);
  gtk_window_present (GTK_WINDOW (dialog));
}
