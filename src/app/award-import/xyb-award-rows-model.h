/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-roll.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* The rows of a list of earlier awards for an XybSheet: those that will be registered, or those
 * that stay out, with what there is to say of each. */

#define XYB_TYPE_AWARD_ROWS_MODEL (xyb_award_rows_model_get_type ())
G_DECLARE_FINAL_TYPE (XybAwardRowsModel, xyb_award_rows_model, XYB, AWARD_ROWS_MODEL, GObject)

XybAwardRowsModel *xyb_award_rows_model_new (void);
void
xyb_award_rows_model_show (XybAwardRowsModel *self, const XybAwardRoll *list, XybAwardFate fate);
XybAwardRow *xyb_award_rows_model_get_row (XybAwardRowsModel *self, guint row);

G_END_DECLS
