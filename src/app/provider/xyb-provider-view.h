/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-contract.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* 服务机构: the 第三方信用服务机构, what is known of each, and whom it serves by which contract.
 * For a page to put in place; reads the office anew by itself, while it is on screen.
 *
 * Actions: provider.add, provider.add-contract, provider.open, provider.export, provider.print.
 *
 * Signal:
 *   open-enterprise (gint64 enterprise_id, int track, int year)  whose contract it is; the year in
 *                                                                view */

#define XYB_TYPE_PROVIDER_VIEW (xyb_provider_view_get_type ())
G_DECLARE_FINAL_TYPE (XybProviderView, xyb_provider_view, XYB, PROVIDER_VIEW, AdwBin)

GtkWidget *xyb_provider_view_new (XybOffice *office);

void xyb_provider_view_select (XybProviderView *self, gint64 provider_id);
const XybProvider *xyb_provider_view_get_selected (XybProviderView *self);
guint xyb_provider_view_get_n_contracts (XybProviderView *self);

G_END_DECLS
