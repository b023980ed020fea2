/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-ask-dialog.h"
#include "xyb-job-bar.h"
#include "xyb-track-place.h"

G_BEGIN_DECLS

/* Scans that came together: which is of which material. */

XybAskDialog *xyb_materials_assign (GtkWidget *parent,
                                    const XybTrackPlace *place,
                                    const char *const *paths,
                                    XybJobBar *bar);

G_END_DECLS
