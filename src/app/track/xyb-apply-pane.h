/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-enterprise.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* In the place of the sheet where an enterprise is not on the track in that year: whether it may
 * apply, why not, and the button that writes its application down. */

#define XYB_TYPE_APPLY_PANE (xyb_apply_pane_get_type ())
G_DECLARE_FINAL_TYPE (XybApplyPane, xyb_apply_pane, XYB, APPLY_PANE, GtkBox)

void xyb_apply_pane_show (XybApplyPane *self,
                          XybOffice *office,
                          XybTrack track,
                          const XybEnterprise *enterprise);
const char *xyb_apply_pane_get_reasons (XybApplyPane *self);

G_END_DECLS
