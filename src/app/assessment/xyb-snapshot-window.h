/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-assessment-state.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* 快照: the tables of 考核 as they were printed in the issues of the year: looked at, compared with
 * another or with now, put out again, voided. */

#define XYB_TYPE_SNAPSHOT_WINDOW (xyb_snapshot_window_get_type ())
G_DECLARE_FINAL_TYPE (XybSnapshotWindow, xyb_snapshot_window, XYB, SNAPSHOT_WINDOW, AdwWindow)

XybSnapshotWindow *
xyb_snapshot_window_open (GtkWidget *parent, XybOffice *office, const XybAssessmentState *state);
void xyb_snapshot_window_show_issue (XybSnapshotWindow *self, int issue);
void xyb_snapshot_window_compare_with (XybSnapshotWindow *self, guint place);
char *xyb_snapshot_window_dup_changes (XybSnapshotWindow *self);

G_END_DECLS
