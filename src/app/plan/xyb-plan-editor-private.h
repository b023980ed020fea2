/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan-editor.h"
#include "xyb-plan-sheet-model.h"

G_BEGIN_DECLS

/* Shared by the files of the editor. */

struct _XybPlanEditor
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *window_title;
  GtkToggleButton *parts[XYB_N_PLAN_PARTS];
  GtkToggleButton *tracks[XYB_N_TRACKS];
  GtkWidget *track_box;
  GtkCheckButton *before;
  XybSheet *sheet;
  GtkLabel *whole;
  GtkLabel *words;
  GtkWidget *choice_box;
  GtkLabel *choice_label;
  GtkDropDown *choice;
  GtkWidget *add_button;
  GtkWidget *remove_button;
  GtkWidget *done_icon;
  GtkLabel *done;
  GtkWidget *undo_button;
  GtkWidget *problem_box;
  GtkLabel *problem;

  /* owned */
  XybOffice *office;
  XybPlanSheetModel *model;
  GPtrArray *choices; /* of char*: what the cell of the cursor may hold; "" is the blank */

  guint chosen_idle;
  guint made;       /* own changes that can be undone here */
  guint undone;     /* and those that can be done again */
  gboolean filling; /* widgets, not by the clerk */
  gboolean turning; /* undoing or redoing */
};

/* @sentence %NULL: nothing is wrong any more. */
void xyb_plan_editor_refuse (XybPlanEditor *self, const char *sentence);
gboolean xyb_plan_editor_is_read_only (XybPlanEditor *self);
gpointer xyb_plan_editor_current_row (XybPlanEditor *self); /* NULL: the blank one */
void xyb_plan_editor_update_foot (XybPlanEditor *self);
void
xyb_plan_editor_choice_selected_cb (GtkDropDown *choice, GParamSpec *pspec, XybPlanEditor *self);

G_END_DECLS
