/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-submission-row.h"

#include <inttypes.h>

#include "xyb-i18n.h"
#include "xyb-submission-words.h"
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

/**
 * xyb_submission_row_new:
 * @unit_id: a 区镇, or 0 for the whole city
 *
 * Returns: (transfer floating): its line, still without words
 */
GtkWidget *
xyb_submission_row_new (gint64 unit_id)
{
  XybSubmissionRow *self = g_object_new (XYB_TYPE_SUBMISSION_ROW, NULL);

  self->unit_id = unit_id;
  return GTK_WIDGET (self);
}

static void
set_words (XybSubmissionRow *self, const char *name, const char *caption, const char *count)
{
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), *caption != '\0');
  gtk_label_set_label (self->count, count);
}

static void
set_accessible_name (XybSubmissionRow *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* ENT-06: a sign beside the colour. */
static const char *
state_icon (XybSubmissionState state)
{
  switch (state)
    {
    case XYB_SUBMISSION_RECEIVED:
      return "mail-read-symbolic";
    case XYB_SUBMISSION_QUESTIONS:
      return "xyb-question-symbolic";
    case XYB_SUBMISSION_RETURNED:
      return "edit-undo-symbolic";
    case XYB_SUBMISSION_CONFIRMED:
      return "object-select-symbolic";
    case XYB_SUBMISSION_MISSING:
    default:
      return "alarm-symbolic";
    }
}

static const char *
state_css_class (XybSubmissionState state)
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

/* 8/8, or only the first where nothing was asked. */
static char *
rows_text (gint64 rows, gint64 quota)
{
  if (quota == XYB_UNSAID)
    return g_strdup_printf ("%" PRId64, rows);
  return g_strdup_printf ("%" PRId64 "/%" PRId64, rows, quota);
}

/**
 * xyb_submission_row_show:
 * @self: the line of a 区镇
 * @submission: what it has returned
 * @quota: its 贯标企业数, or %XYB_UNSAID
 * @due: when it came, or until when it is owed
 * @urgency: of @due
 *
 * Says how the return stands.
 */
void
xyb_submission_row_show (XybSubmissionRow *self,
                         const XybSubmission *submission,
                         gint64 quota,
                         const char *due,
                         XybUrgency urgency)
{
  g_autofree char *count = rows_text (submission->rows, quota);
  g_autofree char *gap = xyb_submission_gap_words (submission->rows, quota);
  const char *state = xyb_submission_state_name (submission->state);
  g_autofree char *name = NULL;

  g_return_if_fail (XYB_IS_SUBMISSION_ROW (self));

  set_words (self, submission->unit_name, due, count);
  gtk_widget_set_css_classes (GTK_WIDGET (self->caption),
                              (const char *[]){ "caption", "numeric",
                                                xyb_urgency_css_class (urgency), NULL });
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), gap);
  xyb_tag_set (self->tag, state_css_class (submission->state), state_icon (submission->state),
               state);
  name = g_strdup_printf (_ ("%s，%s，%s家，%s，%s"), submission->unit_name, state, count,
                          gap != NULL ? gap : _ ("没有指标"), due);
  set_accessible_name (self, name);
}

/**
 * xyb_submission_row_show_city:
 * @self: the line of the whole city
 * @rows: enterprises put forward
 * @target: of the plan, or %XYB_UNSAID
 * @n_districts: how many 区镇 there are
 *
 * Says how many there are in all.
 */
void
xyb_submission_row_show_city (XybSubmissionRow *self, gint64 rows, gint64 target, guint n_districts)
{
  g_autofree char *count = rows_text (rows, target);
  g_autofree char *caption = g_strdup_printf (_ ("%u 个区镇合并"), n_districts);
  g_autofree char *name = g_strdup_printf (_ ("全市，%s家，%s"), count, caption);

  g_return_if_fail (XYB_IS_SUBMISSION_ROW (self));

  set_words (self, _ ("全市"), caption, count);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), FALSE);
  set_accessible_name (self, name);
}

/**
 * xyb_submission_row_get_unit_id:
 * @self: a line
 *
 * Returns: its 区镇, 0 for the whole city
 */
gint64
xyb_submission_row_get_unit_id (XybSubmissionRow *self)
{
  g_return_val_if_fail (XYB_IS_SUBMISSION_ROW (self), 0);

  return self->unit_id;
}

/**
 * xyb_urgency_css_class:
 * @urgency: how urgent a day is
 *
 * Returns: the colour of its words
 */
const char *
xyb_urgency_css_class (XybUrgency urgency)
{
  switch (urgency)
    {
    case XYB_URGENCY_OVERDUE:
    case XYB_URGENCY_URGENT:
      return "loss";
    case XYB_URGENCY_NEAR:
      return "near";
    case XYB_URGENCY_PLAIN:
    default:
      return "secondary";
    }
}
