/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

G_BEGIN_DECLS

void award_scene_contract_card (AppFixture *fixture);
void award_scene_contract_dialog (AppFixture *fixture);
void award_scene_contract_new (AppFixture *fixture);

void award_scene_awards (AppFixture *fixture);
void award_scene_award_filtered (AppFixture *fixture);
void award_scene_award_revoke (AppFixture *fixture);
void award_scene_candidates (AppFixture *fixture);
void award_scene_candidate_apply (AppFixture *fixture);
void award_scene_providers (AppFixture *fixture);

G_END_DECLS
