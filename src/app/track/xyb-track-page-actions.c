/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-page-private.h"

#include "xyb-date.h"
#include "xyb-enterprise-picker.h"
#include "xyb-i18n.h"
#include "xyb-move-dialog.h"
#include "xyb-track-sheet-page.h"

/* What is done with those that are selected, and who applies. */

static XybOffice *
get_office (XybTrackPage *self)
{
  return xyb_page_get_office (XYB_PAGE (self));
}

static GtkWindow *
get_window (XybTrackPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* In official order, whatever the filters hide. */
static GArray *
list_selected (XybTrackPage *self)
{
  return xyb_track_selection_list (self->selection, self->book->lines);
}

static gboolean
can_move (XybTrackPage *self)
{
  return self->book != NULL && self->book->stages->len > 0
         && xyb_track_selection_get_n (self->selection) > 0
         && !xyb_office_is_read_only (get_office (self));
}

/* ---- moving ---- */

static void
present (XybTrackPage *self, XybMoveDialog *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), get_window (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * xyb_track_page_move_to:
 * @self: the page
 * @stage_id: where to; 0: the next one
 *
 * Opens the dialog that moves the selected ones.
 */
void
xyb_track_page_move_to (XybTrackPage *self, gint64 stage_id)
{
  g_autoptr (GArray) ids = NULL;
  const XybPlanStage *to = NULL;

  if (!can_move (self))
    return;
  ids = list_selected (self);
  for (guint i = 0; i < self->book->stages->len; i++)
    if (((XybPlanStage *) self->book->stages->pdata[i])->id == stage_id)
      to = self->book->stages->pdata[i];
  present (self, xyb_move_dialog_new (get_office (self), self->track, (gint64 *) ids->data,
                                      ids->len, to));
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_track_page_move_to (XYB_TRACK_PAGE (widget), 0);
}

static void
result_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybTrackPage *self = XYB_TRACK_PAGE (widget);
  g_autoptr (GArray) ids = NULL;

  if (!can_move (self))
    return;
  ids = list_selected (self);
  present (self, xyb_move_dialog_new_result (get_office (self), self->track, (gint64 *) ids->data,
                                             ids->len));
}

/* ---- applying ---- */

static void
applicant_chosen_cb (XybEnterprisePicker *picker, gint64 id, XybTrackPage *self)
{
  XybOffice *office = get_office (self);
  const XybPlan *plan = xyb_office_get_plan (office);
  g_autofree char *today = xyb_date_today ();
  g_autoptr (GError) error = NULL;

  if (plan == NULL)
    return;
  if (xyb_progress_store_apply (xyb_office_get_store (office), plan, self->track, id, today, today,
                                &error))
    xyb_page_show_record (XYB_PAGE (self), id);
  else
    xyb_office_report (office, error);
}

/**
 * xyb_track_page_apply:
 * @self: the page
 *
 * Asks who applies for 示范, and registers that as of today.
 */
void
xyb_track_page_apply (XybTrackPage *self)
{
  XybEnterprisePicker *picker = xyb_enterprise_picker_new (get_window (self), get_office (self), 0);
  g_autofree char *title = g_strdup_printf (_ ("登记%s申报"), xyb_track_name (self->track));

  xyb_enterprise_picker_set_title (picker, title, _ ("登记申报"));
  g_signal_connect_object (picker, "chosen", G_CALLBACK (applicant_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (picker));
}

static void
apply_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_track_page_apply (XYB_TRACK_PAGE (widget));
}

/* ---- one enterprise ---- */

/**
 * xyb_track_page_open_enterprise:
 * @self: the page
 * @enterprise_id: one of the track
 *
 * Leads to its sheet, with who stands before and after it in what is shown.
 */
void
xyb_track_page_open_enterprise (XybTrackPage *self, gint64 enterprise_id)
{
  g_autoptr (GArray) ids = self->shown != NULL ? xyb_track_page_list_shown (self) : NULL;

  xyb_track_sheet_open (GTK_WIDGET (self), self->track, enterprise_id, ids);
}

/* ---- the rest ---- */

static void
remind_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_track_page_remind (XYB_TRACK_PAGE (widget));
}

static void
clear_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_track_selection_clear (XYB_TRACK_PAGE (widget)->selection);
}

static void
clear_filters_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_track_filters_clear (XYB_TRACK_PAGE (widget)->filters);
}

static gboolean
can_apply (XybTrackPage *self)
{
  return self->book != NULL && self->book->stages->len > 0 && self->track != XYB_TRACK_ACCREDITATION
         && !xyb_office_is_read_only (get_office (self));
}

/**
 * xyb_track_page_update_actions:
 * @self: the page
 *
 * What can be done now.
 */
void
xyb_track_page_update_actions (XybTrackPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean readable = self->book != NULL && xyb_track_selection_get_n (self->selection) > 0;

  gtk_widget_action_set_enabled (widget, "track.move", can_move (self));
  gtk_widget_action_set_enabled (widget, "track.result", can_move (self));
  gtk_widget_action_set_enabled (widget, "track.remind", readable);
  gtk_widget_action_set_enabled (widget, "track.apply", can_apply (self));
  gtk_button_set_label (self->result_button,
                        self->track == XYB_TRACK_ACCREDITATION ? _ ("批量验收…") : _ ("登记结果…"));
  gtk_widget_set_visible (self->main_button, self->track != XYB_TRACK_ACCREDITATION);
  gtk_widget_set_sensitive (self->main_button, can_apply (self));
}

/**
 * xyb_track_page_install_actions:
 * @widget_class: class of the page
 */
void
xyb_track_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "track.move", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "track.result", NULL, result_cb);
  gtk_widget_class_install_action (widget_class, "track.remind", NULL, remind_cb);
  gtk_widget_class_install_action (widget_class, "track.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "track.clear-selection", NULL, clear_selection_cb);
  gtk_widget_class_install_action (widget_class, "track.clear-filters", NULL, clear_filters_cb);
}
