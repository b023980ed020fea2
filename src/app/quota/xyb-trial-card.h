/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-quota-rows.h"

G_BEGIN_DECLS

/* 试算: what the selected 区镇 would lose with a few more done. */

#define XYB_TYPE_TRIAL_CARD (xyb_trial_card_get_type ())
G_DECLARE_FINAL_TYPE (XybTrialCard, xyb_trial_card, XYB, TRIAL_CARD, AdwBin)

void xyb_trial_card_fill (XybTrialCard *self,
                          const XybQuotaRow *row,
                          const XybPlan *plan,
                          const XybPlan *reference);

char *xyb_trial_card_describe_tiers (GPtrArray *tiers, gint64 rate_points, gint64 quota);

G_END_DECLS
