/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-ask-dialog.h"
#include "xyb-assessment-state.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* 情况说明 of a cell or a whole unit, with a file (KH-28). */

XybAskDialog *xyb_explanation_dialog_open (GtkWidget *parent,
                                           XybOffice *office,
                                           const XybAssessmentState *state,
                                           guint unit,
                                           int indicator,
                                           const XybExplanation *explanation);

void
xyb_explanation_open_file (GtkWidget *parent, XybOffice *office, const XybExplanation *explanation);

G_END_DECLS
