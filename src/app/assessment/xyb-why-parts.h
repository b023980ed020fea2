/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-assessment-state.h"
#include "xyb-score-lines.h"

G_BEGIN_DECLS

/* Pieces of 「为什么」. @panel gets their signals. */

void xyb_why_clear (GtkBox *box);
GtkWidget *xyb_why_sentence_new (const char *sentence);
GtkWidget *xyb_why_line_new (const XybScoreLine *line, gboolean last);
GtkWidget *xyb_why_proposal_new (GtkWidget *panel,
                                 const XybAssessmentState *state,
                                 XybProposal *proposal,
                                 const XybMark *mark);
GtkWidget *
xyb_why_explanation_new (GtkWidget *panel, const XybExplanation *explanation, gboolean editable);
void xyb_why_append_words (GtkWidget *widget, GString *text);

G_END_DECLS
