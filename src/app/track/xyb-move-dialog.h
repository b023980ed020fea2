/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* Moves enterprises along a track: to which stage, on which day, why; what speaks against it of
 * whom is seen before it is done, and who cannot be moved is left out with one click. */

#define XYB_TYPE_MOVE_DIALOG (xyb_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XybMoveDialog, xyb_move_dialog, XYB, MOVE_DIALOG, AdwWindow)

XybMoveDialog *xyb_move_dialog_new (XybOffice *office,
                                    XybTrack track,
                                    const gint64 *enterprise_ids,
                                    guint n_enterprises,
                                    const XybPlanStage *to);
XybMoveDialog *xyb_move_dialog_new_result (XybOffice *office,
                                           XybTrack track,
                                           const gint64 *enterprise_ids,
                                           guint n_enterprises);

G_END_DECLS
