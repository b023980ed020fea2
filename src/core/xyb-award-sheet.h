/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-roll.h"
#include "xyb-text-table.h"

G_BEGIN_DECLS

/* Reads one sheet of a list, row by row: head, titles and lines between the rows are found by their
 * words. */

typedef struct
{
  guint column;     /* from 0 */
  const char *text; /* NULL or "": blank */
} XybAwardCell;

typedef struct _XybAwardSheetReader XybAwardSheetReader;

XybAwardSheetReader *xyb_award_sheet_reader_new (XybAwardRoll *list,
                                                 XybAwardFile *file,
                                                 const char *name,
                                                 gboolean hidden);
void xyb_award_sheet_reader_free (XybAwardSheetReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybAwardSheetReader, xyb_award_sheet_reader_free)

gboolean xyb_award_sheet_reader_add (XybAwardSheetReader *self,
                                     guint row,
                                     gboolean hidden,
                                     const XybAwardCell *cells,
                                     guint n_cells);
void xyb_award_sheet_reader_fill (XybAwardSheetReader *self,
                                  guint first_row,
                                  guint last_row,
                                  guint first_column,
                                  guint last_column);
void xyb_award_sheet_reader_end (XybAwardSheetReader *self);

gboolean xyb_award_roll_has_table (const XybAwardRoll *self, const XybAwardFile *file);
XybAwardFile *xyb_award_roll_paste (XybAwardRoll *self, const XybTextTable *table, GError **error);

G_END_DECLS
