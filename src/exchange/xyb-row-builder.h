/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-workbook-backend.h"

G_BEGIN_DECLS

/* Gathers the cells of one row and gives them out as xyb_workbook_read_sheet() promises; counts
 * what a whole workbook may hold, so that a small file cannot become a large table (DESIGN §6). */

#define XYB_MAX_ROWS 1048576
#define XYB_MAX_COLUMNS 16384
#define XYB_MAX_CELL_CHARS 32767
#define XYB_MAX_MERGED 100000

typedef struct
{
  guint64 cells_left;
  guint64 bytes_left; /* of text given out */
} XybSheetBudget;

void xyb_sheet_budget_init (XybSheetBudget *self);

typedef struct _XybRowBuilder XybRowBuilder;

XybRowBuilder *xyb_row_builder_new (const char *shown,
                                    XybSheetBudget *budget,
                                    XybSheetSummary *summary,
                                    XybRowFunc func,
                                    gpointer user_data);
void xyb_row_builder_free (XybRowBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybRowBuilder, xyb_row_builder_free)

void xyb_row_builder_start (XybRowBuilder *self, guint row, gboolean hidden);
gboolean xyb_row_builder_add (XybRowBuilder *self,
                              const XybCell *cell,
                              const char *text,
                              gsize length,
                              GError **error);
guint xyb_row_builder_get_n_cells (XybRowBuilder *self);
gboolean xyb_row_builder_give (XybRowBuilder *self);
gboolean xyb_row_builder_give_again (XybRowBuilder *self, guint row, GError **error);

G_END_DECLS
