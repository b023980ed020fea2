/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-typesetter.h"

G_BEGIN_DECLS

/* The one flow engine of every printed thing (DESIGN §2): sheets, each with its titles, paragraphs,
 * fill-in lines and tables, broken into pages as GB/T 9704 lays them out. All lengths are points.
 *
 * Build it from top to bottom; the first question about pages closes it. */

typedef struct _XybFlow XybFlow;
typedef struct _XybFlowTable XybFlowTable;

/* Of the 版心 (requirements §19.2). */
#define XYB_FRAME_LONG XYB_MM (225)
#define XYB_FRAME_SHORT XYB_MM (156)
/* Twenty-two lines of 3号 fill the 版心 exactly. */
#define XYB_LINE_PITCH ((XYB_FRAME_LONG - XYB_SIZE_3) / 21)

/* Sizes by their Chinese names. */
#define XYB_SIZE_2 22.0  /* 2号 */
#define XYB_SIZE_S2 18.0 /* 小2号 */
#define XYB_SIZE_3 16.0  /* 3号 */
#define XYB_SIZE_4 14.0  /* 4号 */
#define XYB_SIZE_S4 12.0 /* 小4号 */
#define XYB_SIZE_5 10.5  /* 5号 */
#define XYB_SIZE_S5 9.0  /* 小5号 */

typedef enum
{
  XYB_SHEET_PORTRAIT,
  XYB_SHEET_LANDSCAPE
} XybSheet;

/**
 * XybParagraphStyle:
 * @text: how it is set
 * @align: of its lines
 * @balanced: a title: broken by sense into lines of like width
 * @kept: belongs to the table before it; the table leaves room for it if it can
 * @space_after: from the last glyph box to what follows
 * @hang: of an item: room for its label; all its lines begin behind it
 */
typedef struct
{
  XybTextStyle text;
  XybAlign align;
  gboolean balanced;
  gboolean kept;
  double space_after;
  double hang;
} XybParagraphStyle;

/**
 * XybFlowBlank:
 * @label: what is asked for
 * @value: what stands on the line; "" leaves it blank
 * @share: of the room the lines have together
 */
typedef struct
{
  const char *label;
  const char *value;
  double share;
} XybFlowBlank;

/**
 * XybFlowColumn:
 * @width: of the column
 * @align: of body cells; heads and totals are centred
 * @label: its body cells name what stands beside them, and are set like a head
 */
typedef struct
{
  double width;
  XybAlign align;
  gboolean label;
} XybFlowColumn;

/* In place of a cell's text: the cell before it reaches over this one too. */
extern const char xyb_cell_joined[];

/**
 * XybFlowTableStyle:
 * @head: how head cells are set
 * @body: how body cells are set
 * @total: how cells of a 合计 row are set
 * @head_height: least height of a head row
 * @row_height: height of other rows, unless their text needs more
 * @min_row_height: rows become as low as this when the table then fits on its page
 * @padding: between a cell's side and its text
 * @line_padding: least distance of text from the lines above and below it
 * @head_padding: the same in a head; 0: @line_padding
 * @balanced: the lines of a head are as even as its column allows
 * @outer_line: thickness of the frame
 * @inner_line: thickness of the lines inside
 */
typedef struct
{
  XybTextStyle head;
  XybTextStyle body;
  XybTextStyle total;
  double head_height;
  double row_height;
  double min_row_height;
  double padding;
  double line_padding;
  double head_padding;
  gboolean balanced;
  double outer_line;
  double inner_line;
} XybFlowTableStyle;

typedef enum
{
  XYB_ROW_BODY,
  XYB_ROW_TOTAL /* never alone at the top of a page */
} XybRowKind;

XybFlow *xyb_flow_new (void);
void xyb_flow_free (XybFlow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybFlow, xyb_flow_free)

void xyb_flow_start_sheet (XybFlow *self, XybSheet sheet);
void xyb_flow_add_space (XybFlow *self, double height);
void xyb_flow_add_paragraph (XybFlow *self, const XybParagraphStyle *style, const char *text);
void xyb_flow_add_item (XybFlow *self,
                        const XybParagraphStyle *style,
                        const char *label,
                        const char *text);
void xyb_flow_add_pair (XybFlow *self,
                        const XybParagraphStyle *style,
                        const char *left,
                        const char *right);
void xyb_flow_add_blanks (XybFlow *self,
                          const XybTextStyle *style,
                          double space_after,
                          const XybFlowBlank *blanks,
                          guint n_blanks);
XybFlowTable *xyb_flow_add_table (XybFlow *self,
                                  const XybFlowTableStyle *style,
                                  const XybFlowColumn *columns,
                                  guint n_columns,
                                  const char *const *heads);
void xyb_flow_table_add_row (XybFlowTable *self, XybRowKind kind, const char *const *cells);
void xyb_flow_table_end_page (XybFlowTable *self);

guint xyb_flow_get_n_pages (XybFlow *self);
void xyb_flow_get_page_size (XybFlow *self, guint page, double *width, double *height);
void xyb_flow_draw_page (XybFlow *self, guint page, cairo_t *cr);

G_END_DECLS
