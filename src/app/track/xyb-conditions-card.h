/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-card-list.h"
#include "xyb-track-card.h"

G_BEGIN_DECLS

/* 条件 (§2.3): each with what the records say, or what the clerk decided; a row asks for her
 * decision. */

#define XYB_TYPE_CONDITIONS_CARD (xyb_conditions_card_get_type ())
G_DECLARE_FINAL_TYPE (XybConditionsCard, xyb_conditions_card, XYB, CONDITIONS_CARD, AdwBin)

XybCardList *xyb_conditions_card_get_list (XybConditionsCard *self);

G_END_DECLS
