/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-year-dialog.h"
#include "xyb-year-goals.h"
#include "xyb-year-quotas.h"

G_BEGIN_DECLS

struct _XybYearDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *window_title;
  GtkListBox *steps;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkStack *stack;
  XybYearGoals *goals;
  XybYearDates *dates;
  XybYearQuotas *quotas;
  XybYearRules *rules;
  XybYearUnfinished *unfinished;
  XybYearReview *review;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkWidget *make_button;

  /* owned */
  XybOffice *office;
  XybRollover *rollover; /* NULL: the year cannot be made, the problem says why */
};

void xyb_year_dialog_show_problem (XybYearDialog *self, const char *sentence);
/* What is typed goes into the proposal; %FALSE where something cannot be. */
gboolean xyb_year_dialog_collect (XybYearDialog *self);

G_END_DECLS
