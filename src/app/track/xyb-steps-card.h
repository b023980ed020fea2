/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-track-card.h"

G_BEGIN_DECLS

/* 实施步骤 (§2.2): what the plan asks an enterprise to do, and what it has done of it. */

#define XYB_TYPE_STEPS_CARD (xyb_steps_card_get_type ())
G_DECLARE_FINAL_TYPE (XybStepsCard, xyb_steps_card, XYB, STEPS_CARD, GtkBox)

XybTrackCard *xyb_steps_card_new (void);

G_END_DECLS
