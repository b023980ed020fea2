/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-enterprise.h"
#include "xyb-office.h"
#include "xyb-track.h"

G_BEGIN_DECLS

/* An enterprise on a track in one year: its stages, and the way to its sheet; of 贯标 the dates of
 * 附件2 in fields that are kept on leaving. */

#define XYB_TYPE_TRACK_YEAR (xyb_track_year_get_type ())
G_DECLARE_FINAL_TYPE (XybTrackYear, xyb_track_year, XYB, TRACK_YEAR, AdwBin)

GtkWidget *xyb_track_year_new (void);
void xyb_track_year_set (XybTrackYear *self,
                         XybOffice *office,
                         const XybPlan *plan,
                         const XybTrackRecord *record,
                         const XybNomination *nomination,
                         gboolean open);
void xyb_track_year_commit (XybTrackYear *self);

G_END_DECLS
