/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-apply-pane.h"

#include "xyb-ask-dialog.h"
#include "xyb-award-store.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-progress-store.h"
#include "xyb-provider-store.h"
#include "xyb-tag.h"

struct _XybApplyPane
{
  GtkBox parent_instance;

  GtkLabel *title;
  XybTag *tag;
  GtkLabel *reasons;
  GtkButton *button;

  /* owned */
  XybOffice *office;
  XybTrack track;
  gint64 enterprise_id;
  gint64 unit_id;
};

G_DEFINE_FINAL_TYPE (XybApplyPane, xyb_apply_pane, GTK_TYPE_BOX)

/* ---- the application ---- */

typedef struct
{
  XybOffice *office;
  XybTrack track;
  gint64 enterprise_id;
  GtkEditable *on;
} Applying;

static void
applying_free (gpointer data)
{
  Applying *applying = data;

  g_object_unref (applying->office);
  g_free (applying);
}

static gboolean
apply (const Applying *applying, GError **error)
{
  g_autofree char *today = xyb_date_today ();
  g_autofree char *on
    = xyb_date_parse (_ ("申报日期"), gtk_editable_get_text (applying->on), error);

  return on != NULL
         && xyb_progress_store_apply (xyb_office_get_store (applying->office),
                                      xyb_office_get_plan (applying->office), applying->track,
                                      applying->enterprise_id, on, today, error);
}

static void
accept_cb (XybAskDialog *dialog, Applying *applying)
{
  g_autoptr (GError) error = NULL;

  if (apply (applying, &error))
    gtk_window_close (GTK_WINDOW (dialog));
  else
    xyb_ask_dialog_refuse (dialog, error->message);
}

static void
ask_day (XybApplyPane *self)
{
  g_autofree char *today = xyb_date_today ();
  g_autofree char *day = xyb_date_format (today);
  g_autofree char *title = g_strdup_printf (_ ("登记申报%s"), xyb_track_name (self->track));
  XybAskDialog *dialog = xyb_ask_dialog_new (GTK_WIDGET (self), title, _ ("登记"));
  Applying *applying = g_new0 (Applying, 1);

  applying->office = g_object_ref (self->office);
  applying->track = self->track;
  applying->enterprise_id = self->enterprise_id;
  applying->on = xyb_ask_dialog_add_entry (dialog, _ ("申报日期"), day);
  g_object_set_data_full (G_OBJECT (dialog), "xyb-applying", applying, applying_free);
  g_signal_connect (dialog, "accept", G_CALLBACK (accept_cb), applying);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (applying->on));
}

/* 贯标 is applied for in 附件2. */
static void
clicked_cb (GtkButton *button, XybApplyPane *self)
{
  if (self->office == NULL)
    return;
  if (self->track == XYB_TRACK_ACCREDITATION)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(sx)", "nomination",
                                self->unit_id);
  else
    ask_day (self);
}

/* ---- whether it may ---- */

static XybCandidate *
look_at (XybOffice *office, XybTrack track, const XybEnterprise *enterprise, GError **error)
{
  XybStore *store = xyb_office_get_store (office);
  const XybPlan *plan = xyb_office_get_plan (office);
  g_autofree char *today = xyb_date_today ();
  g_autofree char *day = xyb_candidate_day (plan, track, today);
  g_autoptr (GPtrArray) awards = xyb_award_store_list (store, 0, enterprise->id, error);
  g_autoptr (GPtrArray) contracts
    = awards != NULL ? xyb_contract_store_list (store, enterprise->id, 0, error) : NULL;
  XybEligibilityFacts facts = { enterprise, day, plan->year, awards, contracts, NULL };

  return contracts != NULL ? xyb_candidate_new (plan, track, &facts, FALSE) : NULL;
}

static void
show_verdict (XybApplyPane *self, XybVerdict verdict)
{
  switch (verdict)
    {
    case XYB_VERDICT_MET:
      xyb_tag_set (self->tag, "success", "object-select-symbolic", _ ("可以申报"));
      break;
    case XYB_VERDICT_UNMET:
      xyb_tag_set (self->tag, "error", "dialog-error-symbolic", _ ("不符合"));
      break;
    case XYB_VERDICT_OPEN:
    default:
      xyb_tag_set (self->tag, "warning", "xyb-question-symbolic", _ ("待核"));
      break;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tag), verdict != 0);
}

static void
show_button (XybApplyPane *self, const char *label, gboolean suggested)
{
  gtk_button_set_label (self->button, label);
  if (suggested)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "suggested-action");
}

/* A failed check warns, the clerk decides (§2.3). */
static void
show_candidate (XybApplyPane *self, const XybCandidate *candidate)
{
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < candidate->reasons->len; i++)
    g_string_append_printf (reasons, "%s· %s", i > 0 ? "\n" : "",
                            (const char *) candidate->reasons->pdata[i]);
  if (candidate->reasons->len == 0)
    g_string_append (reasons, _ ("按记录，申报条件都符合。"));
  gtk_label_set_label (self->reasons, reasons->str);
  show_verdict (self, candidate->verdict);
  if (candidate->verdict == XYB_VERDICT_UNMET)
    show_button (self, _ ("仍要登记申报…"), FALSE);
  else
    show_button (self, _ ("登记申报…"), TRUE);
}

/**
 * xyb_apply_pane_show:
 * @self: the pane
 * @office: the office, with a plan
 * @track: a track
 * @enterprise: who is not on it in the year in view
 */
void
xyb_apply_pane_show (XybApplyPane *self,
                     XybOffice *office,
                     XybTrack track,
                     const XybEnterprise *enterprise)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybCandidate) candidate = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (XYB_IS_APPLY_PANE (self) && enterprise != NULL);

  g_set_object (&self->office, office);
  self->track = track;
  self->enterprise_id = enterprise->id;
  self->unit_id = enterprise->unit_id;
  title = track == XYB_TRACK_ACCREDITATION
            ? g_strdup_printf (_ ("不在 %d 年附件2里"), xyb_office_get_year (office))
            : g_strdup_printf (_ ("%d 年没有申报%s"), xyb_office_get_year (office),
                               xyb_track_name (track));
  gtk_label_set_label (self->title, title);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !xyb_office_is_read_only (office));
  if (track == XYB_TRACK_ACCREDITATION)
    {
      show_verdict (self, 0);
      gtk_label_set_label (self->reasons,
                           _ ("贯标由区镇在附件2里推荐。列入附件2后，贯标从“推荐”开始。"));
      show_button (self, _ ("去附件2"), TRUE);
      return;
    }
  candidate = look_at (office, track, enterprise, &error);
  if (candidate != NULL)
    show_candidate (self, candidate);
  else
    xyb_office_report (office, error);
}

/* Why not, or what has to be looked up. */
const char *
xyb_apply_pane_get_reasons (XybApplyPane *self)
{
  g_return_val_if_fail (XYB_IS_APPLY_PANE (self), NULL);

  return gtk_label_get_label (self->reasons);
}

/* ---- the widget ---- */

static void
xyb_apply_pane_dispose (GObject *object)
{
  g_clear_object (&XYB_APPLY_PANE (object)->office);
  G_OBJECT_CLASS (xyb_apply_pane_parent_class)->dispose (object);
}

static void
xyb_apply_pane_class_init (XybApplyPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_apply_pane_dispose;
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-apply-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, XybApplyPane, title);
  gtk_widget_class_bind_template_child (widget_class, XybApplyPane, tag);
  gtk_widget_class_bind_template_child (widget_class, XybApplyPane, reasons);
  gtk_widget_class_bind_template_child (widget_class, XybApplyPane, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
xyb_apply_pane_init (XybApplyPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
