/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-page-private.h"

#include "xyb-assessment-dialogs.h"
#include "xyb-i18n.h"
#include "xyb-scheme-editor.h"
#include "xyb-snapshot-window.h"

/* The menu beside the main button. */

static void
snapshot_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (widget);

  if (self->state != NULL && xyb_sheet_commit (self->sheet))
    xyb_snapshot_dialog_open (widget, xyb_assessment_page_get_office (self), self->state,
                              xyb_assessment_page_next_issue (self));
}

static void
snapshots_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (widget);

  if (self->state != NULL && xyb_sheet_commit (self->sheet))
    xyb_snapshot_window_open (widget, xyb_assessment_page_get_office (self), self->state);
}

static void
settle_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (widget);

  if (self->state != NULL && xyb_sheet_commit (self->sheet))
    xyb_settle_dialog_open (widget, xyb_assessment_page_get_office (self), self->state);
}

static void
reopen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (widget);

  if (self->state != NULL && self->state->assessment->settlement != NULL)
    xyb_reopen_dialog_open (widget, xyb_assessment_page_get_office (self), self->state);
}

static void
edit_scheme_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (widget);

  if (self->state != NULL && xyb_sheet_commit (self->sheet))
    xyb_scheme_editor_open (widget, xyb_assessment_page_get_office (self), self->kind);
}

static void
copy_scheme_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (widget);

  xyb_scheme_copy_dialog_open (widget, xyb_assessment_page_get_office (self), self->kind,
                               self->copy_from);
}

static void
only_open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (widget);

  gtk_toggle_button_set_active (self->only_open_button,
                                !gtk_toggle_button_get_active (self->only_open_button));
}

/**
 * xyb_assessment_page_add_actions:
 * @klass: class of the page
 */
void
xyb_assessment_page_add_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "assessment.snapshot", NULL, snapshot_cb);
  gtk_widget_class_install_action (klass, "assessment.snapshots", NULL, snapshots_cb);
  gtk_widget_class_install_action (klass, "assessment.settle", NULL, settle_cb);
  gtk_widget_class_install_action (klass, "assessment.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (klass, "assessment.edit-scheme", NULL, edit_scheme_cb);
  gtk_widget_class_install_action (klass, "assessment.copy-scheme", NULL, copy_scheme_cb);
  gtk_widget_class_install_action (klass, "assessment.only-open", NULL, only_open_cb);
  xyb_assessment_page_add_output_actions (klass);
  xyb_assessment_page_add_import_action (klass);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_o, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "assessment.only-open", NULL);
}

/**
 * xyb_assessment_page_update_actions:
 * @self: the page
 *
 * Offers what can be done with the table in view.
 */
void
xyb_assessment_page_update_actions (XybAssessmentPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = !xyb_office_is_read_only (xyb_assessment_page_get_office (self));
  gboolean settled = self->state != NULL && self->state->assessment->settlement != NULL;
  g_autofree char *label
    = g_strdup_printf (_ ("存为第 %d 期快照"), xyb_assessment_page_next_issue (self));

  adw_split_button_set_label (ADW_SPLIT_BUTTON (self->main_button), label);
  gtk_widget_set_visible (self->main_button, self->state != NULL);
  gtk_widget_set_visible (self->table_tools, self->state != NULL);
  gtk_widget_action_set_enabled (widget, "assessment.snapshot", self->state != NULL && writable);
  gtk_widget_action_set_enabled (widget, "assessment.import",
                                 self->state != NULL && writable && !settled);
  gtk_widget_action_set_enabled (widget, "assessment.snapshots", self->state != NULL);
  gtk_widget_action_set_enabled (widget, "assessment.settle",
                                 self->state != NULL && writable && !settled);
  gtk_widget_action_set_enabled (widget, "assessment.reopen", settled && writable);
  gtk_widget_action_set_enabled (widget, "assessment.edit-scheme",
                                 self->state != NULL && writable && !settled);
  gtk_widget_action_set_enabled (widget, "assessment.copy-scheme",
                                 self->state == NULL && self->copy_from != 0 && writable);
}
