/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* Below a list of returns: how many of the 区镇 have returned their 附件2, until when it is owed,
 * and who is missing. */

#define XYB_TYPE_SUBMISSION_FOOT (xyb_submission_foot_get_type ())
G_DECLARE_FINAL_TYPE (XybSubmissionFoot, xyb_submission_foot, XYB, SUBMISSION_FOOT, AdwBin)

void xyb_submission_foot_show (XybSubmissionFoot *self,
                               XybOffice *office,
                               const GPtrArray *submissions,
                               const GPtrArray *missing);

G_END_DECLS
