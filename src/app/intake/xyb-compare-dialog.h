/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake.h"
#include "xyb-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a returned file beside what it may mean: the register's enterprises, or the other row of
 * the batch. What differs is marked; the answers are below.
 *
 * Signals:
 *   decided (int answer, gint64 enterprise_id) */

#define XYB_TYPE_COMPARE_DIALOG (xyb_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XybCompareDialog, xyb_compare_dialog, XYB, COMPARE_DIALOG, AdwWindow)

XybCompareDialog *xyb_compare_dialog_new (GtkWindow *parent,
                                          XybOffice *office,
                                          const XybIntake *intake,
                                          const XybReturn *taken,
                                          const XybReturnRow *row,
                                          const XybReturnNote *note);

G_END_DECLS
