/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"
#include "xyb-assessment-page.h"

G_BEGIN_DECLS

/* A year of 考核 as a clerk would have filled it in, and what she looks at. */

void assessment_fill (AppFixture *fixture, XybUnitKind kind);
XybAssessmentPage *assessment_show (AppFixture *fixture, XybUnitKind kind);
void assessment_go (AppFixture *fixture, const char *unit, guint indicator);

void assessment_district (AppFixture *fixture);
void assessment_department (AppFixture *fixture);
void assessment_why (AppFixture *fixture);
void assessment_why_tier (AppFixture *fixture);
void assessment_why_unit (AppFixture *fixture);
void assessment_settlement (AppFixture *fixture);
void assessment_settle (AppFixture *fixture);
void assessment_settled (AppFixture *fixture);
void assessment_snapshot (AppFixture *fixture);
void assessment_snapshots (AppFixture *fixture);
void assessment_snapshots_compared (AppFixture *fixture);
void assessment_scheme (AppFixture *fixture);
void assessment_scheme_units (AppFixture *fixture);
void assessment_scheme_check (AppFixture *fixture);
void assessment_copy (AppFixture *fixture);
void assessment_explain (AppFixture *fixture);
void assessment_empty (AppFixture *fixture);

G_END_DECLS
