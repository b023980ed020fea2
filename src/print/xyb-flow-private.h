/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-flow.h"

G_BEGIN_DECLS

typedef enum
{
  BLOCK_SHEET, /* the following blocks start a new page */
  BLOCK_SPACE,
  BLOCK_PARAGRAPH,
  BLOCK_BLANKS,
  BLOCK_TABLE
} BlockKind;

typedef struct
{
  BlockKind kind;
  XybSheet sheet; /* the block lies on */
  double height;  /* of a space; after a paragraph or a line of blanks */
  XybTextStyle text;
  XybAlign align;
  gboolean kept;
  char *string; /* of a paragraph */
  char *label;  /* of an item; or NULL */
  double hang;
  char *aside;        /* at the right end of a pair; or NULL */
  double aside_width; /* with its distance from the string */
  GArray *blanks;     /* of XybFlowBlank with owned strings */
  XybFlowTable *table;
} Block;

/* What of a block stands on a page: lines or rows from @from to @to. A row higher than a page is
 * cut between its lines: @part counts the cuts. */
typedef struct
{
  guint block;
  guint from;
  guint to;
  guint part;
  double y; /* from the top of the 版心 */
} Piece;

typedef struct
{
  XybSheet sheet;
  guint first_piece;
  guint n_pieces;
} Page;

struct _XybFlow
{
  XybTypesetter *typesetter;
  XybSheet sheet;
  GPtrArray *blocks; /* of Block */
  GArray *pieces;    /* of Piece, page after page */
  GArray *pages;     /* of Page; NULL until the flow is closed */
};

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} Frame;

void xyb_flow_paginate (XybFlow *self);
double xyb_flow_get_frame_width (XybSheet sheet);
double xyb_flow_get_frame_height (XybSheet sheet);
Block *xyb_flow_add_block (XybFlow *self, BlockKind kind);

void xyb_flow_paragraph_fit (XybFlow *self, const Block *block, XybTextFit *out_fit);
void xyb_flow_paragraph_draw (XybFlow *self,
                              const Block *block,
                              cairo_t *cr,
                              const Frame *frame,
                              guint from,
                              guint to);

double xyb_flow_blanks_get_height (XybFlow *self, const Block *block);
void xyb_flow_blanks_draw (XybFlow *self, const Block *block, cairo_t *cr, const Frame *frame);

XybFlowTable *xyb_flow_table_new (XybTypesetter *typesetter,
                                  const XybFlowTableStyle *style,
                                  const XybFlowColumn *columns,
                                  guint n_columns,
                                  const char *const *heads);
void xyb_flow_table_free (XybFlowTable *self);
guint xyb_flow_table_get_n_rows (const XybFlowTable *self);
double xyb_flow_table_get_head_height (XybFlowTable *self);
void xyb_flow_table_fit_page (XybFlowTable *self, double room);
void xyb_flow_table_fit_breaks (XybFlowTable *self, double first_room, double room, double kept);
gboolean xyb_flow_table_has_breaks (const XybFlowTable *self);
gboolean xyb_flow_table_page_ends (const XybFlowTable *self, guint row);
double xyb_flow_table_get_row_height (XybFlowTable *self, guint row);
gboolean xyb_flow_table_row_is_total (const XybFlowTable *self, guint row);
guint xyb_flow_table_count_parts (XybFlowTable *self, guint row, double room);
void xyb_flow_table_draw (XybFlowTable *self,
                          cairo_t *cr,
                          const Piece *piece,
                          double x,
                          double y,
                          double room);

G_END_DECLS
