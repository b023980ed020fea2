/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-roll.h"

G_BEGIN_DECLS

/* What the rows of a list mean, which of them the clerk has to decide about, and what is to be
 * registered. */

void xyb_award_row_interpret (XybAwardRoll *self, XybAwardRow *row);
void xyb_award_roll_update (XybAwardRoll *self);

guint xyb_award_roll_count (const XybAwardRoll *self, XybAwardFate fate);
guint xyb_award_roll_count_track (const XybAwardRoll *self, XybTrack track);
guint xyb_award_roll_count_new (const XybAwardRoll *self);
guint xyb_award_roll_count_hidden (const XybAwardRoll *self);

/* What @file, or with NULL all of them, still has to be told. */
guint xyb_award_file_count (const XybAwardRoll *self, const XybAwardFile *file, XybAwardFate fate);
guint
xyb_award_file_count_ask (const XybAwardRoll *self, const XybAwardFile *file, XybAwardAsk ask);
gboolean
xyb_award_file_lacks (const XybAwardRoll *self, const XybAwardFile *file, XybAwardColumn column);
char *xyb_award_file_words (const XybAwardRoll *self, const XybAwardFile *file);

G_END_DECLS
