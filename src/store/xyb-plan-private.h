/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan-part.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* What the files that write plans share. */

gboolean xyb_plan_check_number (const char *field, gint64 number, GError **error);
gboolean xyb_plan_store_year_is_free (XybStore *store, int year, GError **error);
gboolean xyb_plan_store_check (XybPlan *plan, GError **error);
gboolean xyb_plan_store_insert (XybStore *store, XybPlan *plan, gboolean keep_ids, GError **error);
gboolean xyb_plan_store_check_used (XybStore *store,
                                    const XybPlan *before,
                                    const XybPlan *after,
                                    XybPlanPart part,
                                    GError **error);
gboolean xyb_plan_store_write_row (XybStore *store,
                                   const XybPlan *plan,
                                   XybPlanPart part,
                                   gpointer row,
                                   gint64 position,
                                   gboolean is_new,
                                   GError **error);

G_END_DECLS
