/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-flow-private.h"

#include <math.h>

/* GB/T 9704 (requirements §19.2): the sheet and its margins. */
#define SHEET_SHORT XYB_MM (210)
#define SHEET_LONG XYB_MM (297)
#define MARGIN_TOP XYB_MM (37)     /* 天头 */
#define MARGIN_BINDING XYB_MM (28) /* 订口 */
#define MARGIN_OUTER (SHEET_SHORT - XYB_FRAME_SHORT - MARGIN_BINDING)
#define MARGIN_BOTTOM (SHEET_LONG - XYB_FRAME_LONG - MARGIN_TOP)

#define PAGE_NUMBER_DROP XYB_MM (7) /* of the 一字线 below the 版心 */
#define PAGE_NUMBER_DASH 0.5        /* where the 一字线 lies in the em box */

static void
block_free (Block *self)
{
  g_free (self->string);
  g_free (self->label);
  g_free (self->aside);
  g_clear_pointer (&self->blanks, g_array_unref);
  xyb_flow_table_free (self->table);
  g_free (self);
}

/**
 * xyb_flow_new:
 *
 * Returns: (transfer full): an empty flow of portrait sheets
 */
XybFlow *
xyb_flow_new (void)
{
  XybFlow *self = g_new0 (XybFlow, 1);

  self->typesetter = xyb_typesetter_new ();
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  return self;
}

void
xyb_flow_free (XybFlow *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->pieces);
  g_clear_pointer (&self->pages, g_array_unref);
  xyb_typesetter_free (self->typesetter);
  g_free (self);
}

double
xyb_flow_get_frame_width (XybSheet sheet)
{
  return sheet == XYB_SHEET_LANDSCAPE ? XYB_FRAME_LONG : XYB_FRAME_SHORT;
}

double
xyb_flow_get_frame_height (XybSheet sheet)
{
  return sheet == XYB_SHEET_LANDSCAPE ? XYB_FRAME_SHORT : XYB_FRAME_LONG;
}

Block *
xyb_flow_add_block (XybFlow *self, BlockKind kind)
{
  Block *block = g_new0 (Block, 1);

  block->kind = kind;
  block->sheet = self->sheet;
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * xyb_flow_start_sheet:
 * @sheet: how the paper lies
 *
 * What follows starts on a new page.
 */
void
xyb_flow_start_sheet (XybFlow *self, XybSheet sheet)
{
  g_return_if_fail (self != NULL && self->pages == NULL);

  self->sheet = sheet;
  xyb_flow_add_block (self, BLOCK_SHEET);
}

/**
 * xyb_flow_add_space:
 * @height: in points
 */
void
xyb_flow_add_space (XybFlow *self, double height)
{
  g_return_if_fail (self != NULL && self->pages == NULL);

  xyb_flow_add_block (self, BLOCK_SPACE)->height = height;
}

static void
clear_blank (gpointer data)
{
  XybFlowBlank *blank = data;

  g_free ((char *) blank->label);
  g_free ((char *) blank->value);
}

/**
 * xyb_flow_add_blanks:
 * @style: how labels and values are set
 * @space_after: from the line to what follows
 * @blanks: (array length=n_blanks): copied
 * @n_blanks: how many
 *
 * One line of labelled blanks over the width of the 版心, filled in or not.
 */
void
xyb_flow_add_blanks (XybFlow *self,
                     const XybTextStyle *style,
                     double space_after,
                     const XybFlowBlank *blanks,
                     guint n_blanks)
{
  Block *block;

  g_return_if_fail (self != NULL && self->pages == NULL && n_blanks > 0);

  block = xyb_flow_add_block (self, BLOCK_BLANKS);
  block->text = *style;
  block->height = space_after;
  block->blanks = g_array_new (FALSE, FALSE, sizeof (XybFlowBlank));
  g_array_set_clear_func (block->blanks, clear_blank);
  for (guint i = 0; i < n_blanks; i++)
    {
      XybFlowBlank copy = { xyb_text_make_printable (blanks[i].label),
                            xyb_text_make_printable (blanks[i].value), blanks[i].share };

      g_array_append_val (block->blanks, copy);
    }
}

/**
 * xyb_flow_add_table:
 * @style: how it looks; copied
 * @columns: (array length=n_columns): widths and alignments; copied
 * @n_columns: how many
 * @heads: (nullable) (array): one text per column; repeated on every page the table runs over
 *
 * Returns: (transfer none): the table, to be filled with xyb_flow_table_add_row()
 */
XybFlowTable *
xyb_flow_add_table (XybFlow *self,
                    const XybFlowTableStyle *style,
                    const XybFlowColumn *columns,
                    guint n_columns,
                    const char *const *heads)
{
  Block *block;

  g_return_val_if_fail (self != NULL && self->pages == NULL && n_columns > 0, NULL);

  block = xyb_flow_add_block (self, BLOCK_TABLE);
  block->table = xyb_flow_table_new (self->typesetter, style, columns, n_columns, heads);
  return block->table;
}

static const Page *
get_page (XybFlow *self, guint page)
{
  xyb_flow_paginate (self);
  g_return_val_if_fail (page < self->pages->len, NULL);
  return &g_array_index (self->pages, Page, page);
}

/**
 * xyb_flow_get_n_pages:
 *
 * Breaks the flow into pages the first time it is asked.
 */
guint
xyb_flow_get_n_pages (XybFlow *self)
{
  xyb_flow_paginate (self);
  return self->pages->len;
}

/**
 * xyb_flow_get_page_size:
 * @page: from 0
 * @width: (out): in points
 * @height: (out): in points
 */
void
xyb_flow_get_page_size (XybFlow *self, guint page, double *width, double *height)
{
  const Page *found = get_page (self, page);

  if (found == NULL)
    return;
  *width = found->sheet == XYB_SHEET_LANDSCAPE ? SHEET_LONG : SHEET_SHORT;
  *height = found->sheet == XYB_SHEET_LANDSCAPE ? SHEET_SHORT : SHEET_LONG;
}

/* Paper is printed on both sides: the binding edge is left on odd pages and right on even ones. A
 * landscape sheet is the portrait one turned clockwise, so that the table's head is at the binding
 * edge on odd pages and at the outer one on even pages. */
static Frame
get_frame (XybSheet sheet, guint page)
{
  double inner = page % 2 == 0 ? MARGIN_BINDING : MARGIN_OUTER;

  if (sheet == XYB_SHEET_LANDSCAPE)
    return (Frame){ MARGIN_BOTTOM, inner, XYB_FRAME_LONG, XYB_FRAME_SHORT };
  return (Frame){ inner, MARGIN_TOP, XYB_FRAME_SHORT, XYB_FRAME_LONG };
}

/* 4号 半角宋体 between 一字线, 7 mm below the 版心; one character in from the right on odd pages,
 * from the left on even ones. On a landscape sheet it keeps its place on the paper. */
static void
draw_page_number (XybFlow *self, XybSheet sheet, guint page, cairo_t *cr)
{
  static const XybTextStyle style
    = { .role = XYB_FONT_NUMBER, .size = XYB_SIZE_4, .pitch = XYB_SIZE_4 };
  Frame frame = get_frame (XYB_SHEET_PORTRAIT, page);
  g_autofree char *text = g_strdup_printf ("— %u —", page + 1);
  double width = frame.width - 2 * style.size;
  double y = frame.y + frame.height + PAGE_NUMBER_DROP - PAGE_NUMBER_DASH * style.size;
  XybTextFit fit;

  cairo_save (cr);
  if (sheet == XYB_SHEET_LANDSCAPE)
    {
      cairo_translate (cr, SHEET_LONG, 0);
      cairo_rotate (cr, G_PI_2);
    }
  xyb_typesetter_fit (self->typesetter, &style, text, width, &fit);
  xyb_typesetter_draw (self->typesetter, cr, &style, &fit, text,
                       page % 2 == 0 ? XYB_ALIGN_RIGHT : XYB_ALIGN_LEFT, frame.x + style.size, y,
                       width, 0, 1);
  cairo_restore (cr);
}

static void
draw_piece (XybFlow *self, cairo_t *cr, const Piece *piece, Frame frame)
{
  const Block *block = g_ptr_array_index (self->blocks, piece->block);
  double page_height = frame.height;

  frame.y += piece->y;
  switch (block->kind)
    {
    case BLOCK_PARAGRAPH:
      xyb_flow_paragraph_draw (self, block, cr, &frame, piece->from, piece->to);
      break;
    case BLOCK_BLANKS:
      xyb_flow_blanks_draw (self, block, cr, &frame);
      break;
    case BLOCK_TABLE:
      xyb_flow_table_draw (block->table, cr, piece, frame.x, frame.y,
                           page_height - xyb_flow_table_get_head_height (block->table));
      break;
    case BLOCK_SHEET:
    case BLOCK_SPACE:
    default:
      break;
    }
}

/**
 * xyb_flow_draw_page:
 * @page: from 0
 * @cr: where to; a unit is a point, the origin the sheet's top left corner
 *
 * Draws in black from top to bottom, so that copied text comes in reading order.
 */
void
xyb_flow_draw_page (XybFlow *self, guint page, cairo_t *cr)
{
  const Page *found = get_page (self, page);
  Frame frame;

  if (found == NULL)
    return;
  frame = get_frame (found->sheet, page);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  for (guint i = 0; i < found->n_pieces; i++)
    draw_piece (self, cr, &g_array_index (self->pieces, Piece, found->first_piece + i), frame);
  draw_page_number (self, found->sheet, page, cr);
  cairo_restore (cr);
}
