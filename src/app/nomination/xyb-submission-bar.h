/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-enterprise.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* How a 区镇's return stands, and who is in charge there (ENT-05, ENT-06): a button per state, one
 * click for what came today, the day, the officer. */

#define XYB_TYPE_SUBMISSION_BAR (xyb_submission_bar_get_type ())
G_DECLARE_FINAL_TYPE (XybSubmissionBar, xyb_submission_bar, XYB, SUBMISSION_BAR, AdwBin)

gboolean
xyb_submission_bar_show (XybSubmissionBar *self, XybOffice *office, gint64 unit_id, GError **error);

G_END_DECLS
