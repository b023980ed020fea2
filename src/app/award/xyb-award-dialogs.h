/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-award.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* What the clerk does with the register of awards: each asks in a dialog that stays open while its
 * answer is refused, and is one step back. */

void xyb_award_ask_add (GtkWidget *from, XybOffice *office, XybTrack track);
void
xyb_award_ask_details (GtkWidget *from, XybOffice *office, gint64 enterprise_id, XybTrack track);
void xyb_award_ask_correction (GtkWidget *from, XybOffice *office, const XybAward *award);
void xyb_award_ask_revocation (GtkWidget *from, XybOffice *office, const XybAward *award);

G_END_DECLS
