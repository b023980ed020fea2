/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"
#include "xyb-plan-part.h"
#include "xyb-sheet.h"

G_BEGIN_DECLS

/* 年度方案内容: stages, conditions, materials, steps and milestones of the year in view, edited in
 * place (§2.1–2.4, §6). Every change is kept at once and can be undone here. */

#define XYB_TYPE_PLAN_EDITOR (xyb_plan_editor_get_type ())
G_DECLARE_FINAL_TYPE (XybPlanEditor, xyb_plan_editor, XYB, PLAN_EDITOR, AdwWindow)

XybPlanEditor *xyb_plan_editor_open (GtkWidget *parent, XybOffice *office);

void xyb_plan_editor_show (XybPlanEditor *self, XybPlanPart part, XybTrack track);
XybSheet *xyb_plan_editor_get_sheet (XybPlanEditor *self);
const char *xyb_plan_editor_get_words (XybPlanEditor *self);
const char *xyb_plan_editor_get_problem (XybPlanEditor *self);
const char *xyb_plan_editor_get_done (XybPlanEditor *self);

G_END_DECLS
