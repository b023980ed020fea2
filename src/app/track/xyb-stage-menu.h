/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xyb-track.h"

G_BEGIN_DECLS

/* What can be done to one stage of an enterprise: the menu that opens on it. Its items are
 * 「track.move」 and 「track.edit-stage」 with the id of the stage. */

GMenuModel *xyb_stage_menu_new (const XybPlan *plan,
                                const XybTrackRecord *record,
                                gint64 stage_id,
                                const char *today);

G_END_DECLS
