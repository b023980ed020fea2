/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

G_BEGIN_DECLS

/* Scenes of the sheet of one enterprise on a track. */

void track_sheet (AppFixture *fixture);
void track_sheet_apply (AppFixture *fixture);
void track_sheet_condition (AppFixture *fixture);
void track_sheet_stage (AppFixture *fixture);
void track_sheet_revoked (AppFixture *fixture);
void enterprise_tracks (AppFixture *fixture);

G_END_DECLS
