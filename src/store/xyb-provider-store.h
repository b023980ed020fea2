/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-contract.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* 第三方信用服务机构 and their contracts (§3.2). */

GPtrArray *xyb_provider_store_list (XybStore *store, GError **error); /* of XybProvider */
XybProvider *xyb_provider_store_get (XybStore *store, gint64 id, GError **error);
/* By its whole name, as the clerk writes it. */
XybProvider *xyb_provider_store_find (XybStore *store, const char *name, GError **error);
gboolean xyb_provider_store_save (XybStore *store, XybProvider *provider, GError **error);
/* The one of that name, else a new one: for the command line. Only its name is known then. */
gboolean
xyb_provider_store_ensure (XybStore *store, const char *name, gint64 *out_id, GError **error);

/* 0 for all of them; of XybContract, by 签订日期. */
GPtrArray *
xyb_contract_store_list (XybStore *store, gint64 enterprise_id, gint64 provider_id, GError **error);
gboolean
xyb_contract_store_save (XybStore *store, XybContract *contract, const char *today, GError **error);
/* With the provider of that name, who is registered where he is not; one revision. */
gboolean xyb_contract_store_add (XybStore *store,
                                 XybContract *contract,
                                 const char *provider,
                                 const char *today,
                                 GError **error);
gboolean xyb_contract_store_remove (XybStore *store, gint64 id, GError **error);

G_END_DECLS
