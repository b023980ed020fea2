/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-track-card.h"

G_BEGIN_DECLS

/* 服务合同 as a card of the sheet. */

#define XYB_TYPE_TRACK_CONTRACT_CARD (xyb_track_contract_card_get_type ())
G_DECLARE_FINAL_TYPE (XybTrackContractCard,
                      xyb_track_contract_card,
                      XYB,
                      TRACK_CONTRACT_CARD,
                      AdwBin)

G_END_DECLS
