/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-flow-private.h"

/* A fill-in line: 「区镇____　业务负责人____　联系方式____」 across the 版心. */
#define GROUP_GAP XYB_MM (12)
#define LABEL_GAP XYB_MM (2.3)
#define LINE_DROP 2.0 /* of the line below the glyph box */
#define LINE_WIDTH XYB_MM (0.2)

typedef struct
{
  double labels; /* widths of all labels together */
  double shares;
} Totals;

static Totals
add_up (XybFlow *self, const Block *block)
{
  Totals totals = { 0 };

  for (guint i = 0; i < block->blanks->len; i++)
    {
      const XybFlowBlank *blank = &g_array_index (block->blanks, XybFlowBlank, i);

      totals.labels += xyb_typesetter_measure (self->typesetter, block->text.role, block->text.size,
                                               blank->label);
      totals.shares += blank->share;
    }
  return totals;
}

static double
get_line_length (const Block *block, const Totals *totals, const XybFlowBlank *blank)
{
  guint n = block->blanks->len;
  double room = xyb_flow_get_frame_width (block->sheet) - totals->labels - n * LABEL_GAP
                - (n - 1) * GROUP_GAP;

  return MAX (room, 0) * blank->share / totals->shares;
}

static double
get_text_height (XybFlow *self, const Block *block, const Totals *totals)
{
  double height = block->text.size;

  for (guint i = 0; i < block->blanks->len; i++)
    {
      const XybFlowBlank *blank = &g_array_index (block->blanks, XybFlowBlank, i);
      XybTextFit fit;

      xyb_typesetter_fit (self->typesetter, &block->text, blank->value,
                          get_line_length (block, totals, blank), &fit);
      height = MAX (height, xyb_text_fit_get_height (&fit, fit.n_lines));
    }
  return height;
}

double
xyb_flow_blanks_get_height (XybFlow *self, const Block *block)
{
  Totals totals = add_up (self, block);

  return get_text_height (self, block, &totals) + LINE_DROP;
}

/* Draws @text so that its last glyph box ends at @bottom: a long value grows upwards. */
static void
draw_above (XybFlow *self,
            const Block *block,
            cairo_t *cr,
            const char *text,
            double x,
            double bottom,
            double width)
{
  XybTextFit fit;

  xyb_typesetter_fit (self->typesetter, &block->text, text, width, &fit);
  xyb_typesetter_draw (self->typesetter, cr, &block->text, &fit, text, XYB_ALIGN_CENTER, x,
                       bottom - xyb_text_fit_get_height (&fit, fit.n_lines), width, 0, fit.n_lines);
}

void
xyb_flow_blanks_draw (XybFlow *self, const Block *block, cairo_t *cr, const Frame *frame)
{
  Totals totals = add_up (self, block);
  double bottom = frame->y + get_text_height (self, block, &totals);
  double x = frame->x;

  cairo_set_line_width (cr, LINE_WIDTH);
  for (guint i = 0; i < block->blanks->len; i++)
    {
      const XybFlowBlank *blank = &g_array_index (block->blanks, XybFlowBlank, i);
      double label = xyb_typesetter_measure (self->typesetter, block->text.role, block->text.size,
                                             blank->label);
      double length = get_line_length (block, &totals, blank);

      draw_above (self, block, cr, blank->label, x, bottom, label);
      x += label + LABEL_GAP;
      draw_above (self, block, cr, blank->value, x, bottom, length);
      cairo_move_to (cr, x, bottom + LINE_DROP);
      cairo_line_to (cr, x + length, bottom + LINE_DROP);
      cairo_stroke (cr);
      x += length + GROUP_GAP;
    }
}
