/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-sheet-writer.h"
#include "xyb-workbook-reader.h"

G_BEGIN_DECLS

/* What a sheet of the writer needs so that somebody else can fill it in or correct it: checks while
 * typing, locked cells, frozen heads, comments, and the shape of a sheet that came back. */

typedef enum
{
  XYB_SHEET_RULE_ANY,    /* only says what to fill in */
  XYB_SHEET_RULE_WHOLE,  /* a whole number from @least to @most */
  XYB_SHEET_RULE_NUMBER, /* a number from @least to @most */
  XYB_SHEET_RULE_LENGTH, /* @least to @most characters */
  XYB_SHEET_RULE_LIST    /* one of the texts of the named range @list */
} XybSheetRuleKind;

/* Excel's limits are ours to keep (PROVEN): @title at most 32 characters, @prompt and @refusal 255.
 */
typedef struct
{
  XybSheetRuleKind kind;
  double least, most;
  const char *list;
  const char *title;
  const char *prompt;  /* shown while the cell is selected */
  const char *refusal; /* shown when the value is refused; NULL for %XYB_SHEET_RULE_ANY */
} XybSheetRule;

gboolean xyb_sheet_writer_rule (XybSheetWriter *self,
                                const XybCellRange *cells,
                                const XybSheetRule *rule,
                                GError **error);
gboolean xyb_sheet_writer_name_range (XybSheetWriter *self,
                                      const char *name,
                                      const XybCellRange *cells,
                                      GError **error);
void xyb_sheet_writer_fill_column (XybSheetWriter *self, guint column, XybSheetFormat *format);
void xyb_sheet_writer_skip_rows (XybSheetWriter *self, guint n);
void xyb_sheet_writer_hide_column (XybSheetWriter *self, guint column);
void xyb_sheet_writer_hide_row (XybSheetWriter *self, double height);
void xyb_sheet_writer_hide_sheet (XybSheetWriter *self);
void xyb_sheet_writer_show_sheet (XybSheetWriter *self);
void xyb_sheet_writer_freeze (XybSheetWriter *self, guint n_columns);
void xyb_sheet_writer_protect (XybSheetWriter *self);
void xyb_sheet_writer_merge (XybSheetWriter *self, const XybCellRange *cells);
gboolean
xyb_sheet_writer_comment (XybSheetWriter *self, guint column, const char *text, GError **error);

G_END_DECLS
