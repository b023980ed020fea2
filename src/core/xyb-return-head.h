/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return.h"
#include "xyb-unit.h"

G_BEGIN_DECLS

/* Finds the 附件2 in a sheet by its words, not by its place: the head row, the fill-in line above
 * it, the 区镇 it comes from (B-01 … B-04, B-20). */

/* A text and the column it stands in. */
typedef struct
{
  guint column;
  const char *text;
} XybReturnText;

XybReturnField xyb_return_head_field (const char *head, GHashTable *remembered);
XybMoneyUnit xyb_return_head_unit (const char *head);

guint xyb_return_head_match (const XybReturnText *cells,
                             guint n_cells,
                             GHashTable *remembered,
                             int columns[XYB_N_RETURN_FIELDS]);
gboolean xyb_return_head_continue (const XybReturnText *cells,
                                   guint n_cells,
                                   GHashTable *remembered,
                                   int columns[XYB_N_RETURN_FIELDS]);
gboolean xyb_return_head_is_enough (const int columns[XYB_N_RETURN_FIELDS]);

void xyb_return_read_blanks (XybReturn *self, const XybReturnText *cells, guint n_cells);
const XybUnit *xyb_return_guess_district (const GPtrArray *districts, const char *text);

G_END_DECLS
