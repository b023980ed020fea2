/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* What one 区镇 has returned: state, officer, and its rows of 附件2. */

#define XYB_TYPE_SUBMISSION_FORM (xyb_submission_form_get_type ())
G_DECLARE_FINAL_TYPE (XybSubmissionForm, xyb_submission_form, XYB, SUBMISSION_FORM, AdwBin)

void xyb_submission_form_show (XybSubmissionForm *self, XybOffice *office, gint64 unit_id);

G_END_DECLS
