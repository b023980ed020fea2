/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-enterprise.h"

G_BEGIN_DECLS

/* One 区镇 in the list of returns. */

#define XYB_TYPE_SUBMISSION_ROW (xyb_submission_row_get_type ())
G_DECLARE_FINAL_TYPE (XybSubmissionRow, xyb_submission_row, XYB, SUBMISSION_ROW, GtkListBoxRow)

GtkWidget *xyb_submission_row_new (const XybSubmission *submission, gint64 quota);
gint64 xyb_submission_row_get_unit_id (XybSubmissionRow *self);

const char *xyb_submission_state_icon (XybSubmissionState state);
const char *xyb_submission_state_css_class (XybSubmissionState state);
char *xyb_submission_rows_text (gint64 rows, gint64 quota);

G_END_DECLS
