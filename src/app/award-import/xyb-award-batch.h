/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-roll.h"
#include "xyb-job-bar.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* Lists of earlier awards in hand, as the page sees them: read and matched in a thread, the clerk's
 * answers, and the one act that takes all into the office.
 *
 * Signals:
 *   changed   other files, or what one of them says is other now; busy or idle again
 *   imported  done */

#define XYB_TYPE_AWARD_BATCH (xyb_award_batch_get_type ())
G_DECLARE_FINAL_TYPE (XybAwardBatch, xyb_award_batch, XYB, AWARD_BATCH, GObject)

XybAwardBatch *xyb_award_batch_new (XybOffice *office, XybJobBar *bar);
XybOffice *xyb_award_batch_get_office (XybAwardBatch *self);
XybAwardRoll *xyb_award_batch_get_list (XybAwardBatch *self);
gboolean xyb_award_batch_is_busy (XybAwardBatch *self);

void xyb_award_batch_add (XybAwardBatch *self, const char *const *paths);
void xyb_award_batch_paste (XybAwardBatch *self, const char *text);
void xyb_award_batch_remove (XybAwardBatch *self, XybAwardFile *file);
void xyb_award_batch_answered (XybAwardBatch *self);
void xyb_award_batch_refresh (XybAwardBatch *self);
guint xyb_award_batch_count_answers (XybAwardBatch *self);

void xyb_award_batch_import (XybAwardBatch *self);

G_END_DECLS
