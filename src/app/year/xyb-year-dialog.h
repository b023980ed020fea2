/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"
#include "xyb-year-table.h"

G_BEGIN_DECLS

/* A new year on one sheet: the plan of the year before with its dates moved, to be confirmed or
 * changed. Nothing is written before 「建立」, and then all of it in one revision. */

#define XYB_TYPE_YEAR_DIALOG (xyb_year_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XybYearDialog, xyb_year_dialog, XYB, YEAR_DIALOG, AdwWindow)

/* XybYearDialog::made (int year) */

XybYearDialog *xyb_year_dialog_new (GtkWindow *parent, XybOffice *office, int year);

void xyb_year_dialog_set_year (XybYearDialog *self, int year);
void xyb_year_dialog_make (XybYearDialog *self);
XybYearTable *xyb_year_dialog_get_targets (XybYearDialog *self);
XybYearTable *xyb_year_dialog_get_quotas (XybYearDialog *self);
const char *xyb_year_dialog_get_total_sentence (XybYearDialog *self);
const char *xyb_year_dialog_get_problem (XybYearDialog *self);
GtkEditable *xyb_year_dialog_get_date (XybYearDialog *self, guint milestone);

G_END_DECLS
