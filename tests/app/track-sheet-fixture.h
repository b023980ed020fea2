/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "track-fixture.h"
#include "xyb-track-sheet-page.h"

G_BEGIN_DECLS

/* The enterprise of mockup 06 with all that the picture shows: in 实施 on 2020-07-24, its credit
 * report expired on 7-20, one training of two, a contract, conditions but one decided. */

gint64 sheet_add_enterprise (AppFixture *fixture);
/* Everybody in 附件2, in the order of the list. */
GArray *sheet_list_ids (AppFixture *fixture);
XybTrackSheetPage *sheet_open (AppFixture *fixture, gint64 enterprise_id);
XybTrackRecord *sheet_read (AppFixture *fixture, gint64 enterprise_id);

G_END_DECLS
