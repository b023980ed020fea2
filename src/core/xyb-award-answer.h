/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-roll.h"

G_BEGIN_DECLS

/* What the clerk decides about a row of a list. Each works the list out anew. */

void xyb_award_answer_enterprise (XybAwardRoll *self, XybAwardRow *row, gint64 enterprise_id);
void xyb_award_answer_twin (XybAwardRoll *self, XybAwardRow *row, gboolean same);
void xyb_award_answer_year (XybAwardRoll *self, XybAwardRow *row, int year);
void xyb_award_answer_track (XybAwardRoll *self, XybAwardRow *row, XybTrack track);
void xyb_award_answer_district (XybAwardRoll *self, XybAwardRow *row, gint64 unit_id);
void xyb_award_answer_leave (XybAwardRoll *self, XybAwardRow *row, gboolean leave);
void xyb_award_answer_usual (XybAwardRoll *self);

gboolean xyb_award_has_usual (const XybAwardRow *row);
gboolean xyb_award_row_is_answered (const XybAwardRoll *self, const XybAwardRow *row);
void xyb_award_row_forget (XybAwardRoll *self, XybAwardRow *row);
gboolean
xyb_award_answer_word (XybAwardRoll *self, XybAwardRow *row, const char *word, GError **error);

G_END_DECLS
