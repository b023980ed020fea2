/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-sheet-writer.h"

G_BEGIN_DECLS

/* What the office's tables have in common: 附件 label, title, heads, lines. */

#define XYB_SHEET_LABEL_SIZE 16       /* 3号 */
#define XYB_SHEET_TITLE_SIZE 22       /* 2号 */
#define XYB_SHEET_SMALL_TITLE_SIZE 18 /* 小2号 */
#define XYB_SHEET_SMALL_TITLE_HEIGHT 32

double xyb_sheet_points (double mm);

gboolean
xyb_sheet_table_label (XybSheetWriter *writer, const char *label, double height, GError **error);
gboolean xyb_sheet_table_title (XybSheetWriter *writer,
                                const char *title,
                                guint n_columns,
                                double height,
                                GError **error);
gboolean xyb_sheet_table_small_title (XybSheetWriter *writer,
                                      const char *title,
                                      guint n_columns,
                                      double width,
                                      GError **error);
gboolean xyb_sheet_table_heads (XybSheetWriter *writer,
                                const char *const *heads,
                                guint n_columns,
                                double size,
                                double height,
                                GError **error);
void xyb_sheet_table_edges (XybSheetStyle *style,
                            guint column,
                            guint n_columns,
                            gboolean head,
                            gboolean last);

G_END_DECLS
