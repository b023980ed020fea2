/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-ask-dialog.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* The day, 文号 and 期限 of a stage an enterprise has been at, written down or corrected. */

XybAskDialog *xyb_stage_dialog_open (GtkWidget *parent,
                                     XybOffice *office,
                                     XybTrack track,
                                     gint64 enterprise_id,
                                     gint64 stage_id);

G_END_DECLS
