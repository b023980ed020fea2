/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return.h"
#include "xyb-workbook-reader.h"

G_BEGIN_DECLS

/* What has to be known of a returned sheet before a copy of it can be streamed: how wide its
 * columns are to be, what is merged, where its table is, what is to be said of it. */

typedef struct
{
  GPtrArray *items; /* of XybReturnLetterItem, borrowed: of this sheet, by row */
  XybSheetSummary *summary;
  guint n_rows;     /* from the first to the last that holds something or is spoken of */
  guint n_columns;  /* likewise; at least one */
  guint header_row; /* from 1; 0: no table */
  int first_column; /* of the table, from 0 */
  int last_column;
  int position_column; /* 序号; -1: none */
  int name_column;     /* 企业名称; -1: none */
  GArray *ems;         /* of double: width of what stands in each column */
  GHashTable *merged;
} XybMarkShape;

XybMarkShape *xyb_mark_shape_new (XybWorkbook *workbook,
                                  guint index,
                                  const XybReturn *read,
                                  GPtrArray *items,
                                  GCancellable *cancellable,
                                  GError **error);
void xyb_mark_shape_free (XybMarkShape *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybMarkShape, xyb_mark_shape_free)

gboolean xyb_mark_shape_has_column (const XybMarkShape *self, guint column);
const XybCellRange *xyb_mark_shape_find_merged (const XybMarkShape *self, guint row, guint column);
double xyb_mark_shape_room (const XybMarkShape *self, guint row, guint column);
double *xyb_mark_shape_list_widths (const XybMarkShape *self, double size);

G_END_DECLS
