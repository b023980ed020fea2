/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-candidate.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* 可申报企业: who may apply for 市级 or 省级 in the year in view, who has to be looked up, who may
 * not, each with its reasons; and their applications, as many at once as are selected. For a page
 * to put in place; reads the office anew by itself, while it is on screen.
 *
 * Actions: candidate.apply, candidate.open, candidate.export, candidate.print.
 *
 * Signal:
 *   open-enterprise (gint64 enterprise_id, int track, int year)  its sheet is to be seen */

#define XYB_TYPE_CANDIDATE_VIEW (xyb_candidate_view_get_type ())
G_DECLARE_FINAL_TYPE (XybCandidateView, xyb_candidate_view, XYB, CANDIDATE_VIEW, AdwBin)

GtkWidget *xyb_candidate_view_new (XybOffice *office);

void xyb_candidate_view_show_track (XybCandidateView *self, XybTrack track);
void xyb_candidate_view_set_day (XybCandidateView *self, const char *iso);
void xyb_candidate_view_grab_search (XybCandidateView *self);
void xyb_candidate_view_search (XybCandidateView *self, const char *text);
void xyb_candidate_view_select (XybCandidateView *self, gint64 enterprise_id);
GPtrArray *xyb_candidate_view_list_selected (XybCandidateView *self);
guint xyb_candidate_view_get_n_shown (XybCandidateView *self);

G_END_DECLS
