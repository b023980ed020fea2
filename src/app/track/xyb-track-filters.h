/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-office.h"
#include "xyb-track-book.h"

G_BEGIN_DECLS

/* Whom the page of the tracks shows.
 *
 * Signals:
 *   changed
 *   entered   Enter or ↓ in the search field: the keyboard wants into what was found */

#define XYB_TYPE_TRACK_FILTERS (xyb_track_filters_get_type ())
G_DECLARE_FINAL_TYPE (XybTrackFilters, xyb_track_filters, XYB, TRACK_FILTERS, GtkBox)

void xyb_track_filters_reload (XybTrackFilters *self, XybOffice *office, const XybTrackBook *book);
void xyb_track_filters_set_stages_shown (XybTrackFilters *self, gboolean shown);

void xyb_track_filters_get (XybTrackFilters *self, XybTrackFilter *out_filter);
gboolean xyb_track_filters_is_active (XybTrackFilters *self);
char *xyb_track_filters_dup_words (XybTrackFilters *self);
void xyb_track_filters_clear (XybTrackFilters *self);
void xyb_track_filters_grab_search (XybTrackFilters *self);

G_END_DECLS
