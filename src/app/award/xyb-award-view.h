/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-award.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* 认定名册: who has passed 贯标 or holds a 示范 title over all the years, and the totals of each
 * level (PLAN-09, PLAN-12). For a page to put in place; reads the office anew by itself, while it
 * is on screen.
 *
 * Actions: award.add, award.correct, award.revoke, award.remove, award.open, award.export,
 * award.print.
 *
 * Signal:
 *   open-enterprise (gint64 enterprise_id, int track, int year)  a row is to be seen where it comes
 *                                                                from */

#define XYB_TYPE_AWARD_VIEW (xyb_award_view_get_type ())
G_DECLARE_FINAL_TYPE (XybAwardView, xyb_award_view, XYB, AWARD_VIEW, AdwBin)

GtkWidget *xyb_award_view_new (XybOffice *office);

void xyb_award_view_grab_search (XybAwardView *self);
void xyb_award_view_search (XybAwardView *self, const char *text);
void xyb_award_view_select (XybAwardView *self, gint64 enterprise_id, XybTrack track, int year);
const XybAward *xyb_award_view_get_selected (XybAwardView *self);
guint xyb_award_view_get_n_shown (XybAwardView *self);

G_END_DECLS
