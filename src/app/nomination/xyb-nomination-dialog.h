/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-enterprise.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* One row of 附件2: put an enterprise forward, change the row, take it out. */

#define XYB_TYPE_NOMINATION_DIALOG (xyb_nomination_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XybNominationDialog, xyb_nomination_dialog, XYB, NOMINATION_DIALOG, AdwWindow)

XybNominationDialog *xyb_nomination_dialog_new (GtkWindow *parent,
                                                XybOffice *office,
                                                const XybNomination *nomination,
                                                int year);
XybNomination *xyb_nomination_for_enterprise (const XybPlan *plan, const XybEnterprise *enterprise);

G_END_DECLS
