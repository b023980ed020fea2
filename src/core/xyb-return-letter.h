/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return.h"

G_BEGIN_DECLS

/* 退回说明: what a 区镇 is asked to correct in its 附件2, cell by cell. */

typedef struct
{
  int sheet;      /* place in XybReturn.sheets; -1: the file as a whole */
  guint row;      /* from 1; 0: the file as a whole */
  int column;     /* from 0; -1: the whole row */
  char *sentence; /* 第 5 行“去年销售收入”（D5）没有写单位，请注明万元或元 */
  char *correction; /* the same without the place, for a comment on the cell */
} XybReturnLetterItem;

void xyb_return_letter_item_free (XybReturnLetterItem *self);

GPtrArray *xyb_return_letter_items (const XybReturn *self);
char *xyb_return_letter (const XybReturn *self);

G_END_DECLS
