/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The one way xlsx leaves the program (DESIGN §7): fonts, borders, print set-up, text as text, the
 * read-back and the rename. Rows are written from top to bottom, cells in any order of columns. */

typedef struct _XybSheetWriter XybSheetWriter;
typedef struct lxw_format XybSheetFormat;

typedef enum
{
  XYB_SHEET_FONT_BODY, /* 仿宋 */
  XYB_SHEET_FONT_HEAD, /* 黑体 */
  XYB_SHEET_FONT_TITLE /* 小标宋 */
} XybSheetFont;

typedef enum
{
  XYB_SHEET_ALIGN_LEFT,
  XYB_SHEET_ALIGN_CENTER,
  XYB_SHEET_ALIGN_RIGHT
} XybSheetAlign;

typedef enum
{
  XYB_SHEET_LINE_NONE,
  XYB_SHEET_LINE_THIN,
  XYB_SHEET_LINE_MEDIUM
} XybSheetLine;

typedef struct
{
  XybSheetFont font;
  double size; /* points */
  gboolean bold;
  gboolean underline;
  XybSheetAlign align;
  guint indent; /* characters, at the side of @align */
  gboolean wrap;
  gboolean shrink; /* a text too long for its cell gets smaller, never cut off */
  XybSheetLine top, right, bottom, left;
  const char *number_format; /* or NULL */
  gboolean unlocked;         /* may be filled in on a protected sheet */
  guint32 fill;              /* 0xRRGGBB, or 0 for none */
} XybSheetStyle;

/* GB/T 9704-2012 on A4: see xyb_sheet_writer_add_sheet(). */
typedef enum
{
  XYB_SHEET_PORTRAIT,
  XYB_SHEET_LANDSCAPE
} XybSheetPage;

#define XYB_SHEET_PORTRAIT_WIDTH 156.0 /* mm between the margins */
#define XYB_SHEET_LANDSCAPE_WIDTH 225.0

XybSheetWriter *xyb_sheet_writer_new (const char *path,
                                      const char *title,
                                      guint n_rows,
                                      GCancellable *cancellable,
                                      GError **error);
void xyb_sheet_writer_free (XybSheetWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybSheetWriter, xyb_sheet_writer_free)

XybSheetFormat *xyb_sheet_writer_format (XybSheetWriter *self, const XybSheetStyle *style);

void xyb_sheet_writer_add_sheet (XybSheetWriter *self,
                                 const char *wanted_name,
                                 XybSheetPage page,
                                 const double *widths,
                                 guint n_columns);
void xyb_sheet_writer_fit_page (XybSheetWriter *self);
void xyb_sheet_writer_repeat_row (XybSheetWriter *self);
void xyb_sheet_writer_end_page (XybSheetWriter *self);

gboolean xyb_sheet_writer_begin_row (XybSheetWriter *self, double height, GError **error);
gboolean xyb_sheet_writer_text (XybSheetWriter *self,
                                guint column,
                                const char *text,
                                XybSheetFormat *format,
                                GError **error);
gboolean xyb_sheet_writer_number (XybSheetWriter *self,
                                  guint column,
                                  double number,
                                  XybSheetFormat *format,
                                  GError **error);
gboolean xyb_sheet_writer_span (XybSheetWriter *self,
                                guint n_columns,
                                const char *text,
                                XybSheetFormat *format,
                                GError **error);

gboolean xyb_sheet_writer_finish (XybSheetWriter *self, GError **error);

G_END_DECLS
