/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-ask-dialog.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* One condition of an enterprise on a track: what the records say, and what the clerk decides. */

XybAskDialog *xyb_condition_dialog_open (GtkWidget *parent,
                                         XybOffice *office,
                                         XybTrack track,
                                         gint64 enterprise_id,
                                         gint64 condition_id);

G_END_DECLS
