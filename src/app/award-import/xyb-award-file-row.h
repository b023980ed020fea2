/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-roll.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One file of the lists in hand: its state in words, and what it does not say itself to be chosen.
 *
 * Signals:
 *   chosen   a year or a level was chosen for it
 *   removed  the clerk does not want it */

#define XYB_TYPE_AWARD_FILE_ROW (xyb_award_file_row_get_type ())
G_DECLARE_FINAL_TYPE (XybAwardFileRow, xyb_award_file_row, XYB, AWARD_FILE_ROW, GtkListBoxRow)

GtkWidget *xyb_award_file_row_new (XybAwardRoll *list, XybAwardFile *file);
XybAwardFile *xyb_award_file_row_get_file (XybAwardFileRow *self);
void xyb_award_file_row_update (XybAwardFileRow *self);
GtkDropDown *xyb_award_file_row_get_year (XybAwardFileRow *self);
GtkDropDown *xyb_award_file_row_get_track (XybAwardFileRow *self);

G_END_DECLS
