/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"
#include "xyb-contract.h"

G_BEGIN_DECLS

/* An office with a past: who passed 贯标 and got a title in earlier years, two 第三方信用服务机构
 * and their contracts. */

void award_fixture_fill (XybStore *store);
gint64 award_fixture_enterprise (XybStore *store, guint place);
guint award_fixture_place (XybStore *store, guint i);
GPtrArray *award_fixture_contracts (XybStore *store, gint64 enterprise_id);
gint64 award_fixture_add_contract (XybStore *store,
                                   gint64 enterprise_id,
                                   XybContractKind kind,
                                   const char *provider,
                                   const char *signed_on,
                                   const char *ends_on,
                                   gboolean complete);
GtkWindow *award_fixture_show (AppFixture *fixture, GtkWidget *view, int width, int height);

G_END_DECLS
