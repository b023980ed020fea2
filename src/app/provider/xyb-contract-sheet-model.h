/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-contract.h"
#include "xyb-sheet-model.h"

G_BEGIN_DECLS

/* The contracts of a provider as a sheet: whom it serves. */

#define XYB_TYPE_CONTRACT_SHEET_MODEL (xyb_contract_sheet_model_get_type ())
G_DECLARE_FINAL_TYPE (XybContractSheetModel,
                      xyb_contract_sheet_model,
                      XYB,
                      CONTRACT_SHEET_MODEL,
                      GObject)

XybContractSheetModel *xyb_contract_sheet_model_new (void);
void xyb_contract_sheet_model_show (XybContractSheetModel *self, GPtrArray *contracts);
XybContract *xyb_contract_sheet_model_get (XybContractSheetModel *self, guint row);

G_END_DECLS
