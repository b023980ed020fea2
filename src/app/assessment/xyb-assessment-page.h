/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-state.h"
#include "xyb-page.h"
#include "xyb-sheet.h"
#include "xyb-why-panel.h"

G_BEGIN_DECLS

/* 考核: the tables of the year, one a kind of unit; 「为什么」 beside them. */

#define XYB_TYPE_ASSESSMENT_PAGE (xyb_assessment_page_get_type ())
G_DECLARE_FINAL_TYPE (XybAssessmentPage, xyb_assessment_page, XYB, ASSESSMENT_PAGE, XybPage)

void xyb_assessment_page_show_kind (XybAssessmentPage *self, XybUnitKind kind);
XybUnitKind xyb_assessment_page_get_kind (XybAssessmentPage *self);
void xyb_assessment_page_set_phase (XybAssessmentPage *self, XybPhase phase);
void xyb_assessment_page_show_why (XybAssessmentPage *self, gboolean show);

gboolean xyb_assessment_page_import (XybAssessmentPage *self, const char *path);

XybSheet *xyb_assessment_page_get_sheet (XybAssessmentPage *self);
XybWhyPanel *xyb_assessment_page_get_panel (XybAssessmentPage *self);
const XybAssessmentState *xyb_assessment_page_get_state (XybAssessmentPage *self);

G_END_DECLS
