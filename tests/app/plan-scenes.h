/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

G_BEGIN_DECLS

/* What the clerk does in 年度方案内容; for scenes.c. */

void plan_stages (AppFixture *fixture);
void plan_conditions (AppFixture *fixture);
void plan_materials (AppFixture *fixture);
void plan_steps (AppFixture *fixture);
void plan_milestones (AppFixture *fixture);
void plan_refused (AppFixture *fixture);

G_END_DECLS
