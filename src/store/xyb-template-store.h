/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-nomination-template.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* Reads from the office file what is handed out to the 区镇 at the beginning of a year. */

/* Of XybNominationTemplate: of one 区镇, or with 0 of each that is asked for 附件2. */
GPtrArray *xyb_template_store_read (XybStore *store,
                                    const XybPlan *plan,
                                    gint64 unit_id,
                                    gboolean prefill,
                                    GError **error);

G_END_DECLS
