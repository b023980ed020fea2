/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-track-card.h"

G_BEGIN_DECLS

/* 验收材料, 申报材料 (§2.4): what the plan's list asks for, what is in, and the scans. */

#define XYB_TYPE_MATERIALS_CARD (xyb_materials_card_get_type ())
G_DECLARE_FINAL_TYPE (XybMaterialsCard, xyb_materials_card, XYB, MATERIALS_CARD, GtkBox)

XybTrackCard *xyb_materials_card_new (void);
gboolean xyb_materials_card_is_busy (XybMaterialsCard *self);

G_END_DECLS
