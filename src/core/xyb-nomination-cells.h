/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"

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

/* A block of cells as it lies on the clipboard: where it belongs on the form. */
gboolean xyb_nomination_is_head_row (const char *const *texts, guint n_texts);
gboolean xyb_nomination_starts_with_number (const char *const *const *rows, guint n_rows);

G_END_DECLS
