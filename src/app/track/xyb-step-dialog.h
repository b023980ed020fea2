/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-track-place.h"

G_BEGIN_DECLS

/* One step of an enterprise: its day, its people, its trainings. Kept as one revision with
 * 「记下」. */

#define XYB_TYPE_STEP_DIALOG (xyb_step_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XybStepDialog, xyb_step_dialog, XYB, STEP_DIALOG, AdwWindow)

XybStepDialog *xyb_step_dialog_open (GtkWidget *parent, const XybTrackPlace *place, gint64 step_id);

void xyb_step_dialog_accept (XybStepDialog *self);
const char *xyb_step_dialog_get_problem (XybStepDialog *self);

G_END_DECLS
