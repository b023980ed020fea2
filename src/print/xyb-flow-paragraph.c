/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-flow-private.h"

/* Paragraphs: plain ones, items behind a label (说明 of a table), and pairs of short texts at both
 * ends of one line. */

#define PAIR_GAP 1.0 /* ems, between the texts of a pair */

static Block *
add_paragraph (XybFlow *self, const XybParagraphStyle *style, char *printable)
{
  Block *block = xyb_flow_add_block (self, BLOCK_PARAGRAPH);

  block->text = style->text;
  block->align = style->align;
  block->kept = style->kept;
  block->height = style->space_after;
  block->string = printable;
  return block;
}

/**
 * xyb_flow_add_paragraph:
 * @style: how it looks; copied
 * @text: any text; copied
 *
 * A paragraph or title over the width of the 版心. It may run on over pages.
 */
void
xyb_flow_add_paragraph (XybFlow *self, const XybParagraphStyle *style, const char *text)
{
  g_autofree char *printable = NULL;

  g_return_if_fail (self != NULL && self->pages == NULL && style != NULL);

  printable = xyb_text_make_printable (text);
  if (style->balanced)
    add_paragraph (self, style,
                   xyb_title_balance (self->typesetter, style->text.role, style->text.size,
                                      xyb_flow_get_frame_width (self->sheet), printable));
  else
    add_paragraph (self, style, g_steal_pointer (&printable));
}

/**
 * xyb_flow_add_item:
 * @style: how it looks, with @style.hang; copied
 * @label: what stands before it: 1.
 * @text: any text; copied
 *
 * A paragraph whose lines all begin behind its label.
 */
void
xyb_flow_add_item (XybFlow *self,
                   const XybParagraphStyle *style,
                   const char *label,
                   const char *text)
{
  Block *block;

  g_return_if_fail (self != NULL && self->pages == NULL && style != NULL);

  block = add_paragraph (self, style, xyb_text_make_printable (text));
  block->label = xyb_text_make_printable (label);
  block->hang = style->hang;
}

/**
 * xyb_flow_add_pair:
 * @style: how both look; copied
 * @left: (nullable): at the left end; copied
 * @right: (nullable): at the right end; copied
 *
 * A line above or below a table: 《工作信息》2020年第1期 and 截至2020年1月21日. Where they are too
 * long for it together, the left one takes several lines.
 */
void
xyb_flow_add_pair (XybFlow *self,
                   const XybParagraphStyle *style,
                   const char *left,
                   const char *right)
{
  double most = xyb_flow_get_frame_width (self->sheet) * 2 / 3;
  Block *block;

  g_return_if_fail (self != NULL && self->pages == NULL && style != NULL);

  block = add_paragraph (self, style, xyb_text_make_printable (left));
  block->aside = xyb_text_make_printable (right);
  block->aside_width
    = xyb_typesetter_measure (self->typesetter, style->text.role, style->text.size, block->aside)
      + PAIR_GAP * style->text.size;
  block->aside_width = MIN (block->aside_width, most);
}

static double
get_width (const Block *block)
{
  return xyb_flow_get_frame_width (block->sheet) - block->hang - block->aside_width;
}

/* How the lines of the paragraph itself fit. */
void
xyb_flow_paragraph_fit (XybFlow *self, const Block *block, XybTextFit *out_fit)
{
  xyb_typesetter_fit (self->typesetter, &block->text, block->string, get_width (block), out_fit);
}

static void
draw_beside (XybFlow *self,
             const Block *block,
             cairo_t *cr,
             const char *text,
             XybAlign align,
             double x,
             double y,
             double width)
{
  XybTextFit fit;

  xyb_typesetter_fit (self->typesetter, &block->text, text, width, &fit);
  xyb_typesetter_draw (self->typesetter, cr, &block->text, &fit, text, align, x, y, width, 0,
                       fit.n_lines);
}

/* Lines from @from to @to of the paragraph; label and aside stand at its first one. */
void
xyb_flow_paragraph_draw (XybFlow *self,
                         const Block *block,
                         cairo_t *cr,
                         const Frame *frame,
                         guint from,
                         guint to)
{
  XybTextFit fit;

  if (block->label != NULL && from == 0)
    draw_beside (self, block, cr, block->label, XYB_ALIGN_LEFT, frame->x, frame->y, block->hang);
  xyb_flow_paragraph_fit (self, block, &fit);
  xyb_typesetter_draw (self->typesetter, cr, &block->text, &fit, block->string, block->align,
                       frame->x + block->hang, frame->y, get_width (block), from, to - from);
  if (block->aside != NULL && from == 0)
    draw_beside (self, block, cr, block->aside, XYB_ALIGN_RIGHT,
                 frame->x + frame->width - block->aside_width, frame->y, block->aside_width);
}
