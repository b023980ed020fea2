/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-candidate.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* 登记申报: asks on which day the chosen ones applied, and why those that the records speak against
 * may. One step back, whatever their number. @candidates: (element-type XybCandidate). */
void xyb_candidate_ask_apply (GtkWidget *from,
                              XybOffice *office,
                              XybTrack track,
                              const GPtrArray *candidates);

G_END_DECLS
