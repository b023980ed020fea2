/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-condition-dialog.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-progress-store.h"

/* The first answer of the list is no decision: what the records say counts. */
static const XybVerdict answers[] = { 0, XYB_VERDICT_MET, XYB_VERDICT_UNMET, XYB_VERDICT_OPEN };

typedef struct
{
  XybAskDialog *dialog; /* borrowed: this goes with it */
  XybOffice *office;
  XybTrack track;
  gint64 enterprise_id;
  gint64 condition_id;
  GtkDropDown *verdict;
  GtkEditable *reason;
} Deciding;

static void
deciding_free (gpointer data)
{
  Deciding *deciding = data;

  g_object_unref (deciding->office);
  g_free (deciding);
}

static gboolean
save (Deciding *deciding, GError **error)
{
  XybStore *store = xyb_office_get_store (deciding->office);
  const XybPlan *plan = xyb_office_get_plan (deciding->office);
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybTrackRecord) record
    = xyb_progress_store_get (store, plan, deciding->track, deciding->enterprise_id, error);

  return record != NULL
         && xyb_progress_store_set_verdict (store, plan, record, deciding->condition_id,
                                            answers[gtk_drop_down_get_selected (deciding->verdict)],
                                            gtk_editable_get_text (deciding->reason), today, error);
}

static void
accept_cb (XybAskDialog *dialog, Deciding *deciding)
{
  g_autoptr (GError) error = NULL;

  if (save (deciding, &error))
    gtk_window_close (GTK_WINDOW (dialog));
  else
    xyb_ask_dialog_refuse (dialog, error->message);
}

/* By the records nothing has to be given as a reason. */
static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, Deciding *deciding)
{
  gtk_widget_set_sensitive (GTK_WIDGET (deciding->reason),
                            gtk_drop_down_get_selected (drop_down) != 0);
}

static void
add_fields (Deciding *deciding, const XybConditionCheck *check)
{
  g_autofree char *as_found = g_strdup_printf (_ ("按记录（%s）"), xyb_verdict_name (check->found));
  const char *words[G_N_ELEMENTS (answers) + 1] = { as_found };
  guint chosen = 0;

  for (guint i = 1; i < G_N_ELEMENTS (answers); i++)
    {
      words[i] = xyb_verdict_name (answers[i]);
      if (answers[i] == check->said)
        chosen = i;
    }
  deciding->verdict = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (words));
  xyb_ask_dialog_add_widget (deciding->dialog, _ ("结论"), GTK_WIDGET (deciding->verdict));
  deciding->reason = xyb_ask_dialog_add_entry (deciding->dialog, _ ("理由"), check->reason);
  g_signal_connect (deciding->verdict, "notify::selected", G_CALLBACK (selected_cb), deciding);
  gtk_drop_down_set_selected (deciding->verdict, chosen);
  selected_cb (deciding->verdict, NULL, deciding);
}

static const XybConditionCheck *
find_check (const XybTrackCase *track_case, gint64 condition_id)
{
  for (guint i = 0; i < track_case->checks->len; i++)
    {
      const XybConditionCheck *check = track_case->checks->pdata[i];

      if (check->condition->id == condition_id)
        return check;
    }
  return NULL;
}

static XybTrackCase *
read_case (XybOffice *office, XybTrack track, gint64 enterprise_id, GError **error)
{
  g_autofree char *today = xyb_date_today ();

  return xyb_progress_store_read_case (xyb_office_get_store (office), xyb_office_get_plan (office),
                                       track, enterprise_id, today, error);
}

/**
 * xyb_condition_dialog_open:
 * @parent: a widget of the window
 * @office: the office, with a plan
 * @track: a track
 * @enterprise_id: who is on it
 * @condition_id: of the plan
 *
 * §2.3: a failed check warns, the clerk decides and says why; she may go back to the records.
 *
 * Returns: (transfer none) (nullable): the dialog, shown; %NULL where the condition is gone
 */
XybAskDialog *
xyb_condition_dialog_open (GtkWidget *parent,
                           XybOffice *office,
                           XybTrack track,
                           gint64 enterprise_id,
                           gint64 condition_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybTrackCase) track_case = read_case (office, track, enterprise_id, &error);
  const XybConditionCheck *check
    = track_case != NULL ? find_check (track_case, condition_id) : NULL;
  g_autofree char *sentence = NULL;
  Deciding *deciding;

  if (error != NULL)
    xyb_office_report (office, error);
  if (check == NULL)
    return NULL;
  deciding = g_new0 (Deciding, 1);
  deciding->dialog = xyb_ask_dialog_new (parent, _ ("核定条件"), _ ("确定"));
  deciding->office = g_object_ref (office);
  deciding->track = track;
  deciding->enterprise_id = enterprise_id;
  deciding->condition_id = condition_id;
  g_object_set_data_full (G_OBJECT (deciding->dialog), "xyb-deciding", deciding, deciding_free);
  sentence = g_strdup_printf (_ ("%s\n记录：%s"), check->condition->text, check->evidence);
  xyb_ask_dialog_set_sentence (deciding->dialog, sentence);
  add_fields (deciding, check);
  g_signal_connect (deciding->dialog, "accept", G_CALLBACK (accept_cb), deciding);
  gtk_window_present (GTK_WINDOW (deciding->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (deciding->verdict));
  return deciding->dialog;
}
