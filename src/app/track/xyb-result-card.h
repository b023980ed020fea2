/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-card-list.h"
#include "xyb-track-card.h"

G_BEGIN_DECLS

/* 验收与公布: the stages that have a result, a 文号 or a 期限, and what follows from the result.
 * Its buttons and rows work through the actions of the sheet: 「track.move」 and
 * 「track.edit-stage」. */

#define XYB_TYPE_RESULT_CARD (xyb_result_card_get_type ())
G_DECLARE_FINAL_TYPE (XybResultCard, xyb_result_card, XYB, RESULT_CARD, AdwBin)

XybCardList *xyb_result_card_get_list (XybResultCard *self);

G_END_DECLS
