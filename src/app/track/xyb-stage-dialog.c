/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-stage-dialog.h"

#include "xyb-date.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-progress-store.h"

typedef struct
{
  XybAskDialog *dialog; /* borrowed: this goes with it */
  XybOffice *office;
  XybTrack track;
  gint64 enterprise_id;
  gint64 stage_id;
  GtkEditable *on;
  GtkEditable *number; /* NULL where the stage has none */
  GtkEditable *until;  /* NULL where the stage has none */
} Correcting;

static void
correcting_free (gpointer data)
{
  Correcting *correcting = data;

  g_object_unref (correcting->office);
  g_free (correcting);
}

static const XybPlanStage *
find_stage (const XybPlan *plan, gint64 stage_id)
{
  for (guint i = 0; plan != NULL && i < plan->stages->len; i++)
    if (((XybPlanStage *) plan->stages->pdata[i])->id == stage_id)
      return plan->stages->pdata[i];
  return NULL;
}

static XybTrackRecord *
read_record (const Correcting *correcting, GError **error)
{
  return xyb_progress_store_get (xyb_office_get_store (correcting->office),
                                 xyb_office_get_plan (correcting->office), correcting->track,
                                 correcting->enterprise_id, error);
}

static XybStageRecord *
copy_stage (const XybTrackRecord *record, gint64 stage_id)
{
  const XybStageRecord *before = xyb_track_record_find (record, stage_id);
  XybStageRecord *copy = xyb_stage_record_new (stage_id);

  if (before == NULL)
    return copy;
  copy->reached_on = g_strdup (before->reached_on);
  copy->number = g_strdup (before->number);
  copy->until = g_strdup (before->until);
  copy->note = g_strdup (before->note);
  return copy;
}

/* What has no field of its own stays as it is. */
static gboolean
take_fields (const Correcting *correcting, XybStageRecord *values, GError **error)
{
  if (correcting->number != NULL)
    {
      g_free (values->number);
      values->number = g_strdup (gtk_editable_get_text (correcting->number));
    }
  return xyb_form_read_date (_ ("日期"), gtk_editable_get_text (correcting->on),
                             &values->reached_on, error)
         && (correcting->until == NULL
             || xyb_form_read_date (_ ("期限"), gtk_editable_get_text (correcting->until),
                                    &values->until, error));
}

static gboolean
save (const Correcting *correcting, GError **error)
{
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybTrackRecord) record = read_record (correcting, error);
  g_autoptr (XybStageRecord) values = NULL;

  if (record == NULL)
    return FALSE;
  values = copy_stage (record, correcting->stage_id);
  return take_fields (correcting, values, error)
         && xyb_progress_store_set_stage (xyb_office_get_store (correcting->office),
                                          xyb_office_get_plan (correcting->office),
                                          correcting->track, correcting->enterprise_id, values,
                                          today, error);
}

static void
accept_cb (XybAskDialog *dialog, Correcting *correcting)
{
  g_autoptr (GError) error = NULL;

  if (save (correcting, &error))
    gtk_window_close (GTK_WINDOW (dialog));
  else
    xyb_ask_dialog_refuse (dialog, error->message);
}

static void
add_fields (Correcting *correcting, const XybPlanStage *stage, const XybStageRecord *values)
{
  g_autofree char *on = xyb_date_format (values->reached_on);
  g_autofree char *until = xyb_date_format (values->until);

  correcting->on = xyb_ask_dialog_add_entry (correcting->dialog, _ ("日期"), on);
  if ((stage->fields & XYB_STAGE_FIELD_NUMBER) != 0 || values->number != NULL)
    correcting->number = xyb_ask_dialog_add_entry (correcting->dialog, _ ("文号"), values->number);
  if ((stage->fields & XYB_STAGE_FIELD_UNTIL) != 0 || values->until != NULL)
    correcting->until = xyb_ask_dialog_add_entry (correcting->dialog, _ ("期限"), until);
}

/**
 * xyb_stage_dialog_open:
 * @parent: a widget of the window
 * @office: the office, with a plan
 * @track: a track
 * @enterprise_id: who is on it
 * @stage_id: a stage it stands on or has passed by
 *
 * Returns: (transfer none) (nullable): the dialog, shown; %NULL where the stage or the enterprise
 *   is gone
 */
XybAskDialog *
xyb_stage_dialog_open (GtkWidget *parent,
                       XybOffice *office,
                       XybTrack track,
                       gint64 enterprise_id,
                       gint64 stage_id)
{
  const XybPlanStage *stage = find_stage (xyb_office_get_plan (office), stage_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybTrackRecord) record = NULL;
  g_autoptr (XybStageRecord) values = NULL;
  g_autofree char *title = NULL;
  Correcting *correcting;

  if (stage == NULL)
    return NULL;
  correcting = g_new0 (Correcting, 1);
  correcting->office = g_object_ref (office);
  correcting->track = track;
  correcting->enterprise_id = enterprise_id;
  correcting->stage_id = stage_id;
  record = read_record (correcting, &error);
  if (record == NULL)
    {
      xyb_office_report (office, error);
      correcting_free (correcting);
      return NULL;
    }
  title = g_strdup_printf (_ ("修改“%s”"), stage->name);
  correcting->dialog = xyb_ask_dialog_new (parent, title, _ ("确定"));
  g_object_set_data_full (G_OBJECT (correcting->dialog), "xyb-correcting", correcting,
                          correcting_free);
  values = copy_stage (record, stage_id);
  add_fields (correcting, stage, values);
  g_signal_connect (correcting->dialog, "accept", G_CALLBACK (accept_cb), correcting);
  gtk_window_present (GTK_WINDOW (correcting->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (correcting->on));
  return correcting->dialog;
}
