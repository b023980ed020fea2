/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-dialogs.h"

#include "xyb-ask-dialog.h"
#include "xyb-award-store.h"
#include "xyb-date.h"
#include "xyb-enterprise-picker.h"
#include "xyb-enterprise-store.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* A dialog and what its answer is about. */
typedef struct
{
  XybOffice *office;
  XybAward *award; /* as stored, or a new one */
  GtkDropDown *track;
  GtkEditable *year;
  GtkEditable *on;
  GtkEditable *number;
  GtkEditable *note;
  GtkEditable *reason;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->office);
  xyb_award_free (form->award);
  g_free (form);
}

/* Goes with @dialog. */
static Form *
form_new (XybAskDialog *dialog, XybOffice *office, XybAward *award)
{
  Form *form = g_new0 (Form, 1);

  form->office = g_object_ref (office);
  form->award = award;
  g_object_set_data_full (G_OBJECT (dialog), "form", form, form_free);
  return form;
}

static GtkEditable *
add_date (XybAskDialog *dialog, const char *name, const char *iso)
{
  g_autofree char *shown = xyb_date_format (iso);

  return xyb_ask_dialog_add_entry (dialog, name, shown);
}

static const char *
said (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);

  return xyb_text_is_blank (text) ? NULL : text;
}

/* ---- one of an earlier year, and its correction ---- */

static gboolean
read_details (const Form *form, XybAward *award, GError **error)
{
  award->year = 0;
  if (form->track != NULL)
    award->track = (XybTrack) (gtk_drop_down_get_selected (form->track) + 1);
  xyb_form_set_string (&award->number, said (form->number));
  xyb_form_set_string (&award->note, said (form->note));
  if (!xyb_form_read_date (_ ("认定日期"), gtk_editable_get_text (form->on), &award->awarded_on,
                           error))
    return FALSE;
  return (said (form->year) == NULL && award->awarded_on != NULL)
         || xyb_year_parse (gtk_editable_get_text (form->year), &award->year, error);
}

static void
details_cb (XybAskDialog *dialog, Form *form)
{
  XybStore *store = xyb_office_get_store (form->office);
  g_autoptr (XybAward) award = xyb_award_copy (form->award);
  XybAward *const list[] = { award };
  g_autofree char *today = xyb_date_today ();
  g_autoptr (GError) error = NULL;
  gboolean done = read_details (form, award, &error);

  if (done)
    done = award->id == 0 ? xyb_award_store_add (store, list, 1, today, &error)
                          : xyb_award_store_correct (store, award, today, &error);
  if (done)
    gtk_window_close (GTK_WINDOW (dialog));
  else
    xyb_ask_dialog_refuse (dialog, error->message);
}

static GtkDropDown *
add_track (XybAskDialog *dialog, XybTrack track)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (XybTrack one = 1; one <= XYB_N_TRACKS; one++)
    gtk_string_list_append (names, xyb_track_name (one));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), track - 1);
  xyb_ask_dialog_add_widget (dialog, _ ("级别"), drop_down);
  return GTK_DROP_DOWN (drop_down);
}

static void
present_details (GtkWidget *from, XybOffice *office, XybAward *award, const char *name)
{
  gboolean fresh = award->id == 0;
  XybAskDialog *dialog
    = xyb_ask_dialog_new (from, fresh ? _ ("登记以前年度的认定") : _ ("更正认定"),
                          fresh ? _ ("登记") : _ ("更正"));
  Form *form = form_new (dialog, office, award);
  g_autofree char *year = award->year != 0 ? g_strdup_printf ("%d", award->year) : g_strdup ("");
  g_autofree char *sentence
    = fresh ? g_strdup_printf (_ ("%s：只知道年度、不知道哪一天的，日期可以不填。"), name)
            : g_strdup_printf (_ ("%s：%s"), name, xyb_track_name (award->track));

  xyb_ask_dialog_set_sentence (dialog, sentence);
  if (fresh)
    form->track = add_track (dialog, award->track);
  form->year = xyb_ask_dialog_add_entry (dialog, _ ("年度"), year);
  form->on = add_date (dialog, _ ("认定日期"), award->awarded_on);
  form->number = xyb_ask_dialog_add_entry (dialog, _ ("文号"), award->number);
  form->note = xyb_ask_dialog_add_entry (dialog, _ ("备注"), award->note);
  g_signal_connect (dialog, "accept", G_CALLBACK (details_cb), form);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * xyb_award_ask_details:
 * @from: a widget of the window
 * @office: the office
 * @enterprise_id: who has passed
 * @track: the level to propose, or 0
 *
 * Asks what is known of it.
 */
void
xyb_award_ask_details (GtkWidget *from, XybOffice *office, gint64 enterprise_id, XybTrack track)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise
    = xyb_enterprise_store_get (xyb_office_get_store (office), enterprise_id, &error);
  XybAward *award;

  if (enterprise == NULL)
    {
      xyb_office_report (office, error);
      return;
    }
  award = xyb_award_new ();
  award->enterprise_id = enterprise_id;
  award->track = track != 0 ? track : XYB_TRACK_ACCREDITATION;
  present_details (from, office, award, enterprise->name);
}

typedef struct
{
  GtkWidget *from;
  XybOffice *office;
  XybTrack track;
} Adding;

static void
adding_free (gpointer data, GClosure *closure)
{
  Adding *adding = data;

  g_object_unref (adding->from);
  g_object_unref (adding->office);
  g_free (adding);
}

static void
enterprise_chosen_cb (XybEnterprisePicker *picker, gint64 id, Adding *adding)
{
  if (gtk_widget_get_root (adding->from) != NULL)
    xyb_award_ask_details (adding->from, adding->office, id, adding->track);
}

/**
 * xyb_award_ask_add:
 * @from: a widget of the window
 * @office: the office
 * @track: the level to propose, or 0
 *
 * Asks whose award of an earlier year is to be entered, then what is known of it.
 */
void
xyb_award_ask_add (GtkWidget *from, XybOffice *office, XybTrack track)
{
  XybEnterprisePicker *picker
    = xyb_enterprise_picker_new (GTK_WINDOW (gtk_widget_get_root (from)), office, 0);
  Adding *adding = g_new0 (Adding, 1);

  adding->from = g_object_ref (from);
  adding->office = g_object_ref (office);
  adding->track = track;
  xyb_enterprise_picker_set_title (picker, _ ("登记哪一家的认定"), _ ("下一步"));
  g_signal_connect_data (picker, "chosen", G_CALLBACK (enterprise_chosen_cb), adding, adding_free,
                         0);
  gtk_window_present (GTK_WINDOW (picker));
}

/**
 * xyb_award_ask_correction:
 * @from: a widget of the window
 * @office: the office
 * @award: one entered for an earlier year
 *
 * Asks what is to be otherwise.
 */
void
xyb_award_ask_correction (GtkWidget *from, XybOffice *office, const XybAward *award)
{
  g_return_if_fail (award != NULL && award->id != 0);

  present_details (from, office, xyb_award_copy (award), award->enterprise_name);
}

/* ---- 取消资格 ---- */

static void
revocation_cb (XybAskDialog *dialog, Form *form)
{
  g_autofree char *today = xyb_date_today ();
  g_autofree char *on = NULL;
  g_autoptr (GError) error = NULL;

  if (xyb_form_read_date (_ ("取消日期"), gtk_editable_get_text (form->on), &on, &error)
      && xyb_award_store_revoke (xyb_office_get_store (form->office), form->award, on,
                                 said (form->reason), said (form->number), today, &error))
    gtk_window_close (GTK_WINDOW (dialog));
  else
    xyb_ask_dialog_refuse (dialog, error->message);
}

/**
 * xyb_award_ask_revocation:
 * @from: a widget of the window
 * @office: the office
 * @award: what is to be taken away
 *
 * [S1:112]: asks when, why and by which document.
 */
void
xyb_award_ask_revocation (GtkWidget *from, XybOffice *office, const XybAward *award)
{
  XybAskDialog *dialog = xyb_ask_dialog_new (from, _ ("取消资格"), _ ("取消资格"));
  g_autofree char *today = xyb_date_today ();
  g_autofree char *sentence = NULL;
  Form *form;

  g_return_if_fail (award != NULL);

  form = form_new (dialog, office, xyb_award_copy (award));
  sentence
    = g_strdup_printf (_ ("取消%s的 %d 年%s资格。名册里仍留着这一条，注明取消的日期和理由。"),
                       award->enterprise_name, award->year, xyb_track_name (award->track));
  xyb_ask_dialog_set_sentence (dialog, sentence);
  form->on = add_date (dialog, _ ("取消日期"), today);
  form->reason = xyb_ask_dialog_add_entry (dialog, _ ("理由"), NULL);
  form->number = xyb_ask_dialog_add_entry (dialog, _ ("文号"), NULL);
  g_signal_connect (dialog, "accept", G_CALLBACK (revocation_cb), form);
  gtk_window_present (GTK_WINDOW (dialog));
}
