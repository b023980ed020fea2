/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-enterprise.h"
#include "xyb-timeline.h"

G_BEGIN_DECLS

/* One 区镇 in the list of returns, or the whole city, which is 区镇 0. */

#define XYB_TYPE_SUBMISSION_ROW (xyb_submission_row_get_type ())
G_DECLARE_FINAL_TYPE (XybSubmissionRow, xyb_submission_row, XYB, SUBMISSION_ROW, GtkListBoxRow)

GtkWidget *xyb_submission_row_new (gint64 unit_id);
void xyb_submission_row_show (XybSubmissionRow *self,
                              const XybSubmission *submission,
                              gint64 quota,
                              const char *due,
                              XybUrgency urgency);
void xyb_submission_row_show_city (XybSubmissionRow *self,
                                   gint64 rows,
                                   gint64 target,
                                   guint n_districts);
gint64 xyb_submission_row_get_unit_id (XybSubmissionRow *self);

const char *xyb_urgency_css_class (XybUrgency urgency);

G_END_DECLS
