/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-submission-row.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-tag.h"

struct _XybSubmissionRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkLabel *name;
  GtkLabel *caption;
  GtkLabel *count;
  XybTag *tag;

  gint64 unit_id;
};

G_DEFINE_FINAL_TYPE (XybSubmissionRow, xyb_submission_row, GTK_TYPE_LIST_BOX_ROW)

static void
xyb_submission_row_class_init (XybSubmissionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/nomination/xyb-submission-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionRow, name);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionRow, caption);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionRow, count);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionRow, tag);
}

static void
xyb_submission_row_init (XybSubmissionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
make_caption (const XybSubmission *submission)
{
  g_autofree char *date = NULL;

  if (submission->received_on != NULL)
    {
      date = xyb_date_format_short (submission->received_on);
      return g_strdup_printf (_ ("%s收到"), date);
    }
  return g_strdup (submission->state == XYB_SUBMISSION_MISSING ? _ ("还没收到")
                                                               : _ ("没记收到日期"));
}

/**
 * xyb_submission_row_new:
 * @submission: what the 区镇 has returned
 * @quota: its 贯标企业数, or %XYB_UNSAID
 *
 * Returns: (transfer floating): its line
 */
GtkWidget *
xyb_submission_row_new (const XybSubmission *submission, gint64 quota)
{
  XybSubmissionRow *self = g_object_new (XYB_TYPE_SUBMISSION_ROW, NULL);
  g_autofree char *caption = make_caption (submission);
  g_autofree char *count = xyb_submission_rows_text (submission->rows, quota);
  const char *state = xyb_submission_state_name (submission->state);
  g_autofree char *name
    = g_strdup_printf (_ ("%s，%s，%s家，%s"), submission->unit_name, state, count, caption);

  self->unit_id = submission->unit_id;
  gtk_label_set_label (self->name, submission->unit_name);
  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->count, count);
  xyb_tag_set (self->tag, xyb_submission_state_css_class (submission->state),
               xyb_submission_state_icon (submission->state), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/**
 * xyb_submission_row_get_unit_id:
 * @self: a line
 *
 * Returns: its 区镇
 */
gint64
xyb_submission_row_get_unit_id (XybSubmissionRow *self)
{
  g_return_val_if_fail (XYB_IS_SUBMISSION_ROW (self), 0);

  return self->unit_id;
}

/**
 * xyb_submission_state_icon:
 * @state: a state (ENT-06)
 *
 * Returns: its sign
 */
const char *
xyb_submission_state_icon (XybSubmissionState state)
{
  switch (state)
    {
    case XYB_SUBMISSION_RECEIVED:
      return "mail-read-symbolic";
    case XYB_SUBMISSION_QUESTIONS:
      return "dialog-question-symbolic";
    case XYB_SUBMISSION_RETURNED:
      return "edit-undo-symbolic";
    case XYB_SUBMISSION_CONFIRMED:
      return "object-select-symbolic";
    case XYB_SUBMISSION_MISSING:
    default:
      return "alarm-symbolic";
    }
}

/**
 * xyb_submission_state_css_class:
 * @state: a state
 *
 * Returns: its tint
 */
const char *
xyb_submission_state_css_class (XybSubmissionState state)
{
  switch (state)
    {
    case XYB_SUBMISSION_RECEIVED:
      return "accent";
    case XYB_SUBMISSION_QUESTIONS:
      return "warning";
    case XYB_SUBMISSION_RETURNED:
      return "error";
    case XYB_SUBMISSION_CONFIRMED:
      return "success";
    case XYB_SUBMISSION_MISSING:
    default:
      return "neutral";
    }
}

/**
 * xyb_submission_rows_text:
 * @rows: enterprises put forward
 * @quota: how many were asked for, or %XYB_UNSAID
 *
 * Returns: (transfer full): 8/8, or only the first where nothing was asked
 */
char *
xyb_submission_rows_text (gint64 rows, gint64 quota)
{
  if (quota == XYB_UNSAID)
    return g_strdup_printf ("%" PRId64, rows);
  return g_strdup_printf ("%" PRId64 "/%" PRId64, rows, quota);
}
