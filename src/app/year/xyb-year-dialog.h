/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"
#include "xyb-year-dates.h"
#include "xyb-year-review.h"
#include "xyb-year-rules.h"
#include "xyb-year-table.h"
#include "xyb-year-unfinished.h"

G_BEGIN_DECLS

/* From one year to the next in six steps: the plan of the year before with its days moved, to be
 * confirmed or changed, and who did not finish, to go on. Nothing is written before 「建立」, and then
 * all of it in one revision. */

#define XYB_TYPE_YEAR_DIALOG (xyb_year_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XybYearDialog, xyb_year_dialog, XYB, YEAR_DIALOG, AdwWindow)

/* XybYearDialog::made (int year) */

XybYearDialog *xyb_year_dialog_new (GtkWindow *parent, XybOffice *office, int year);

void xyb_year_dialog_set_year (XybYearDialog *self, int year);
void xyb_year_dialog_show_step (XybYearDialog *self, const char *name);
const char *xyb_year_dialog_get_step (XybYearDialog *self);
void xyb_year_dialog_make (XybYearDialog *self);

XybYearTable *xyb_year_dialog_get_targets (XybYearDialog *self);
XybYearTable *xyb_year_dialog_get_quotas (XybYearDialog *self);
const char *xyb_year_dialog_get_total_sentence (XybYearDialog *self);
const char *xyb_year_dialog_get_problem (XybYearDialog *self);
/* XybYearDates, XybYearRules … */
GtkWidget *xyb_year_dialog_get_page (XybYearDialog *self, const char *name);

G_END_DECLS
