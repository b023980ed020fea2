/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"
#include "xyb-progress-store.h"
#include "xyb-track-card.h"

G_BEGIN_DECLS

/* An enterprise on its way through 贯标, as in mockup 06, and a card of its sheet in a window of
 * its own that is shown anew when the office has changed. */

#define TRACK_TODAY "2020-07-24"
#define TRACK_ENTERPRISE "昆山示例精密机械有限公司"

/* Rows of the plan of 2020. */
#define MATERIAL_REPORT 120401 /* has a validity */
#define MATERIAL_SUMMARY 120402
#define MATERIAL_ASSESSMENT 120403 /* 内部评估报告 */
#define MATERIAL_EVIDENCE 120405
#define MATERIAL_OTHER 120407 /* not required */
#define STEP_GROUP 120509     /* 专职人员 */
#define STEP_TRAINING 120511
#define STEP_ASSESSMENT 120512

typedef struct
{
  AppFixture app;
  GtkWindow *host;
  XybTrackCard *card;
  gint64 enterprise_id;
} TrackFixture;

gint64 track_add_enterprise (XybStore *store, const char *name);
void track_fill (XybStore *store, gint64 enterprise_id);
char *track_write_file (AppFixture *fixture, const char *name, const char *contents);

void track_show_card (TrackFixture *fixture, XybTrackCard *card);
XybTrackCase *track_read (TrackFixture *fixture, XybPlan **out_plan);
void track_fixture_set_up (TrackFixture *fixture, gconstpointer data);
void track_fixture_tear_down (TrackFixture *fixture, gconstpointer data);

G_END_DECLS
