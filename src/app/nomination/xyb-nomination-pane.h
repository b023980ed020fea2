/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-nomination-sheet-model.h"
#include "xyb-sheet.h"

G_BEGIN_DECLS

/* 附件2 on screen: the sheet, what can be done to its rows, and why something was not taken. */

#define XYB_TYPE_NOMINATION_PANE (xyb_nomination_pane_get_type ())
G_DECLARE_FINAL_TYPE (XybNominationPane, xyb_nomination_pane, XYB, NOMINATION_PANE, AdwBin)

gboolean xyb_nomination_pane_show (XybNominationPane *self,
                                   XybOffice *office,
                                   gint64 unit_id,
                                   GError **error);
gboolean xyb_nomination_pane_go_to_company (XybNominationPane *self, gint64 enterprise_id);
gboolean xyb_nomination_pane_go_to_blank (XybNominationPane *self);
void xyb_nomination_pane_grab_sheet (XybNominationPane *self);
XybSheet *xyb_nomination_pane_get_sheet (XybNominationPane *self);

G_END_DECLS
