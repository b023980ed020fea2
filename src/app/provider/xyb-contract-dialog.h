/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-contract.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* A contract of an enterprise with a 第三方信用服务机构 (§3.2): a new one, or one to be corrected.
 * What is doubtful about it is said while it is written; what cannot be is refused with a sentence,
 * and nothing typed is lost. The caller sets the window it belongs to and presents it. */

#define XYB_TYPE_CONTRACT_DIALOG (xyb_contract_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XybContractDialog, xyb_contract_dialog, XYB, CONTRACT_DIALOG, AdwWindow)

XybContractDialog *
xyb_contract_dialog_new (XybOffice *office, XybContract *contract, gint64 enterprise_id);
void xyb_contract_dialog_set_kind (XybContractDialog *self, XybContractKind kind);
void xyb_contract_dialog_set_provider (XybContractDialog *self, gint64 provider_id);

gboolean xyb_contract_dialog_accept (XybContractDialog *self);
const char *xyb_contract_dialog_get_problem (XybContractDialog *self);

G_END_DECLS
