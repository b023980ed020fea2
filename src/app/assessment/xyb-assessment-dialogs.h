/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-ask-dialog.h"
#include "xyb-assessment-state.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* The questions of 考核: what freezes a table, and what thaws it again. Each returns its dialog, on
 * screen. */

XybAskDialog *xyb_snapshot_dialog_open (GtkWidget *parent,
                                        XybOffice *office,
                                        const XybAssessmentState *state,
                                        int issue);
XybAskDialog *
xyb_settle_dialog_open (GtkWidget *parent, XybOffice *office, const XybAssessmentState *state);
XybAskDialog *
xyb_reopen_dialog_open (GtkWidget *parent, XybOffice *office, const XybAssessmentState *state);
XybAskDialog *xyb_void_snapshot_dialog_open (GtkWidget *parent,
                                             XybOffice *office,
                                             const XybAssessmentState *state,
                                             int issue);

G_END_DECLS
