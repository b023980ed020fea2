/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-mark.h"
#include "xyb-text-table.h"
#include "xyb-unit-matcher.h"

G_BEGIN_DECLS

/* Reads a 考核表 that came back as a spreadsheet or from the clipboard: heads and units are found by
 * their words, wherever they stand. It is taken whole or not at all: whatever cannot be placed is a
 * problem with a sentence, never a new unit and never dropped. */

typedef struct
{
  gint64 unit_id;
  gint64 indicator_id;
  XybMark *mark;
  guint row; /* the sheet's own number, from 1 */
} XybGridCell;

typedef struct
{
  gint64 unit_id;
  char *text;
} XybGridRemark;

typedef struct
{
  guint head_row;      /* the sheet's own number, from 1; 0 where no head was found */
  guint n_units;       /* rows that were placed */
  GPtrArray *cells;    /* of XybGridCell; blank cells are left out */
  GPtrArray *remarks;  /* of XybGridRemark: 扣分情况 that is not blank */
  GPtrArray *problems; /* of char *: a sentence each, in order of the sheet */
} XybGrid;

XybGrid *
xyb_grid_read (const XybTextTable *table, const XybScheme *scheme, XybUnitMatcher *matcher);
void xyb_grid_free (XybGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybGrid, xyb_grid_free)

int xyb_grid_find_indicator (const XybScheme *scheme, const char *head);

G_END_DECLS
