/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-material-sheet.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* Reads the 材料清单 of one enterprise or of many. */

/* @ids (of gint64): enterprises, in the order to print; or NULL: all of the 区镇 @unit_id, or with 0
 * of the city. */
GPtrArray *xyb_material_sheet_store_read (XybStore *store,
                                          const XybPlan *plan,
                                          XybTrack track,
                                          GArray *ids,
                                          gint64 unit_id,
                                          const char *today,
                                          GError **error); /* of XybMaterialSheet, never empty */

G_END_DECLS
