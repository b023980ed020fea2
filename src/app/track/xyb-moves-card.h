/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-card-list.h"
#include "xyb-track-card.h"

G_BEGIN_DECLS

/* 经过: the moves, latest first; who entered each, and why one went back. The last one can be
 * undone from here while nothing came after it. */

#define XYB_TYPE_MOVES_CARD (xyb_moves_card_get_type ())
G_DECLARE_FINAL_TYPE (XybMovesCard, xyb_moves_card, XYB, MOVES_CARD, AdwBin)

XybCardList *xyb_moves_card_get_list (XybMovesCard *self);

G_END_DECLS
