/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan-scenes.h"

#include "xyb-plan-editor.h"

static XybPlanEditor *
open_list (AppFixture *fixture, XybPlanPart part, XybTrack track)
{
  XybPlanEditor *editor;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-plan", NULL);
  editor = XYB_PLAN_EDITOR (app_find_window (XYB_TYPE_PLAN_EDITOR));
  xyb_plan_editor_show (editor, part, track);
  return editor;
}

static void
go (XybPlanEditor *editor, guint row, guint column)
{
  xyb_sheet_set_cursor (xyb_plan_editor_get_sheet (editor), row, column);
}

void
plan_stages (AppFixture *fixture)
{
  go (open_list (fixture, XYB_PLAN_STAGES, XYB_TRACK_ACCREDITATION), 6, 6);
}

void
plan_conditions (AppFixture *fixture)
{
  go (open_list (fixture, XYB_PLAN_CONDITIONS, XYB_TRACK_ACCREDITATION), 1, 3);
}

void
plan_materials (AppFixture *fixture)
{
  go (open_list (fixture, XYB_PLAN_MATERIALS, XYB_TRACK_CITY_MODEL), 8, 5);
}

void
plan_steps (AppFixture *fixture)
{
  go (open_list (fixture, XYB_PLAN_STEPS, XYB_TRACK_ACCREDITATION), 8, 3);
}

void
plan_milestones (AppFixture *fixture)
{
  XybPlanEditor *editor = open_list (fixture, XYB_PLAN_MILESTONES, 0);
  XybSheet *sheet = xyb_plan_editor_get_sheet (editor);

  go (editor, 2, 3);
  xyb_sheet_start_edit (sheet);
  gtk_editable_set_text (GTK_EDITABLE (xyb_sheet_get_text (sheet)), "2020.4.20");
  xyb_sheet_commit (sheet);
}

/* 验收通过 of the sample is a date of many enterprises. */
void
plan_refused (AppFixture *fixture)
{
  XybPlanEditor *editor = open_list (fixture, XYB_PLAN_STAGES, XYB_TRACK_ACCREDITATION);

  go (editor, 1, 1);
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (editor), "删去这一行"), "clicked");
}
