/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-nomination-pane.h"

G_BEGIN_DECLS

/* One 区镇 at the right of 企业汇总: how its return stands, who is in charge, and its 附件2; or the
 * 附件2 of the whole city. */

#define XYB_TYPE_SUBMISSION_FORM (xyb_submission_form_get_type ())
G_DECLARE_FINAL_TYPE (XybSubmissionForm, xyb_submission_form, XYB, SUBMISSION_FORM, AdwBin)

void xyb_submission_form_show (XybSubmissionForm *self, XybOffice *office, gint64 unit_id);
XybNominationPane *xyb_submission_form_get_pane (XybSubmissionForm *self);

G_END_DECLS
