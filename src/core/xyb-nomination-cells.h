/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"
#include "xyb-text-table.h"

G_BEGIN_DECLS

/* A row of 附件2 as the cells a clerk types and reads, in the order of xyb_nomination_heads. */

typedef enum
{
  XYB_NOMINATION_CELL_NUMBER,
  XYB_NOMINATION_CELL_NAME,
  XYB_NOMINATION_CELL_PRODUCTS,
  XYB_NOMINATION_CELL_REVENUE,
  XYB_NOMINATION_CELL_HEADCOUNT,
  XYB_NOMINATION_CELL_CONTACT,
  XYB_NOMINATION_CELL_PHONE
} XybNominationCell;

char *xyb_nomination_dup_cell (const XybNomination *self, XybNominationCell cell);
gboolean xyb_nomination_set_cell (XybNomination *self,
                                  XybNominationCell cell,
                                  const char *text,
                                  XybMoneyUnit default_unit,
                                  GError **error);
char *xyb_nomination_dup_doubt (const XybNomination *self, XybNominationCell cell);

/**
 * XybNominationBlock:
 * @table: the block
 * @first_row: after head words that were copied along
 * @end_row: before blank rows at the end, such as the numbered ones of the form
 * @first_cell: the column of the form its first column belongs to
 * @n_columns: how many of its columns are of the form; 进度, which only the screen has, is not
 *
 * A block of cells as it lies on the clipboard, and where it belongs on the form.
 */
typedef struct
{
  const XybTextTable *table;
  guint first_row;
  guint end_row;
  guint first_cell;
  guint n_columns;
} XybNominationBlock;

void xyb_nomination_block_read (XybNominationBlock *self,
                                const XybTextTable *table,
                                XybNominationCell cell);
gboolean xyb_nomination_block_is_blank (const XybNominationBlock *self, guint row);

G_END_DECLS
