/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-contract.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* 服务合同 of an enterprise on one track, a card of its sheet: whose contract, since when, and what
 * is still wrong with it. A row opens its contract; the button signs a new one. */

#define XYB_TYPE_CONTRACT_CARD (xyb_contract_card_get_type ())
G_DECLARE_FINAL_TYPE (XybContractCard, xyb_contract_card, XYB, CONTRACT_CARD, GtkBox)

GtkWidget *xyb_contract_card_new (void);

/* @contracts: of XybContract, the enterprise's own: xyb_contract_store_list(). Shown again whenever
 * the office has changed. */
void xyb_contract_card_show (XybContractCard *self,
                             XybOffice *office,
                             XybTrack track,
                             gint64 enterprise_id,
                             const GPtrArray *contracts);

G_END_DECLS
