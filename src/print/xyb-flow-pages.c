/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-flow-private.h"

/* Breaking a flow into pages: which lines and rows stand where. */

#define GRACE 0.01 /* points; sums of heights are not exact */

typedef struct
{
  XybFlow *flow;
  Page page;
  double height; /* of the 版心 */
  double y;
  gboolean open;
  gboolean continued; /* the page continues the sheet of the one before */
} Paginator;

static void
close_page (Paginator *self)
{
  if (!self->open)
    return;
  self->page.n_pieces = self->flow->pieces->len - self->page.first_piece;
  g_array_append_val (self->flow->pages, self->page);
  self->open = FALSE;
}

static void
open_page (Paginator *self, XybSheet sheet)
{
  close_page (self);
  self->page = (Page){ .sheet = sheet, .first_piece = self->flow->pieces->len };
  self->height = xyb_flow_get_frame_height (sheet);
  self->y = 0;
  self->open = TRUE;
  self->continued = TRUE;
}

static void
add_piece (Paginator *self, guint block, guint from, guint to, guint part)
{
  Piece piece = { block, from, to, part, self->y };

  g_array_append_val (self->flow->pieces, piece);
}

static void
place_space (Paginator *self, const Block *block)
{
  /* Space at the top of a continued page would only push the text down. */
  if (!self->continued || self->y > 0)
    self->y += block->height;
}

static void
place_paragraph (Paginator *self, const Block *block, guint index)
{
  XybTextFit fit;
  guint line = 0;

  xyb_flow_paragraph_fit (self->flow, block, &fit);
  while (line < fit.n_lines)
    {
      guint end = line;

      while (end < fit.n_lines
             && self->y + xyb_text_fit_get_height (&fit, end + 1 - line) <= self->height + GRACE)
        end++;
      if (end == line && self->y > 0)
        {
          open_page (self, block->sheet);
          continue;
        }
      end = MAX (end, line + 1);
      add_piece (self, index, line, end, 0);
      self->y += xyb_text_fit_get_height (&fit, end - line);
      line = end;
      if (line < fit.n_lines)
        open_page (self, block->sheet);
    }
  self->y += block->height;
}

static void
place_blanks (Paginator *self, const Block *block, guint index)
{
  double height = xyb_flow_blanks_get_height (self->flow, block);

  if (self->y > 0 && self->y + height > self->height + GRACE)
    open_page (self, block->sheet);
  add_piece (self, index, 0, 0, 0);
  self->y += height + block->height;
}

/* Room wanted below a table by the paragraphs that belong to it. */
static double
measure_kept (Paginator *self, guint index)
{
  GPtrArray *blocks = self->flow->blocks;
  double height = 0;
  double space = 0;

  for (; index < blocks->len; index++)
    {
      const Block *block = g_ptr_array_index (blocks, index);
      XybTextFit fit;

      if (block->kind == BLOCK_SPACE)
        {
          space += block->height;
          continue;
        }
      if (block->kind != BLOCK_PARAGRAPH || !block->kept)
        break;
      xyb_flow_paragraph_fit (self->flow, block, &fit);
      height += space + xyb_text_fit_get_height (&fit, fit.n_lines);
      space = block->height;
    }
  return height;
}

/* The rows from @row on that fit into @room and that the table wants on one page; a 合计 that does
 * not fit takes the row before it along. */
static guint
find_end (XybFlowTable *table, guint row, double room, double *out_used)
{
  guint n_rows = xyb_flow_table_get_n_rows (table);
  guint end = row;

  *out_used = 0;
  while (end < n_rows)
    {
      double height = xyb_flow_table_get_row_height (table, end);

      if (*out_used + height > room + GRACE)
        break;
      *out_used += height;
      if (xyb_flow_table_page_ends (table, end++))
        return end;
    }
  while (end < n_rows && end > row + 1 && xyb_flow_table_row_is_total (table, end))
    end--;
  return end;
}

static void
place_cut_row (Paginator *self, const Block *block, guint index, guint row, double room)
{
  guint n_parts = xyb_flow_table_count_parts (block->table, row, room);

  for (guint part = 0; part < n_parts; part++)
    {
      if (self->y > 0)
        open_page (self, block->sheet);
      add_piece (self, index, row, row + 1, part);
      self->y = self->height;
    }
}

static void
place_table (Paginator *self, const Block *block, guint index)
{
  XybFlowTable *table = block->table;
  guint n_rows = xyb_flow_table_get_n_rows (table);
  double head = xyb_flow_table_get_head_height (table);
  double kept = measure_kept (self, index + 1);
  guint row = 0;

  if (xyb_flow_table_has_breaks (table))
    xyb_flow_table_fit_breaks (table, self->height - self->y - head, self->height - head, kept);
  else
    xyb_flow_table_fit_page (table, self->height - self->y - head - kept);
  do
    {
      double used;
      guint end = find_end (table, row, self->height - self->y - head, &used);

      if (end > row || n_rows == 0)
        {
          add_piece (self, index, row, end, 0);
          self->y += head + used;
        }
      else if (self->y <= 0)
        {
          place_cut_row (self, block, index, row, self->height - head);
          end = row + 1;
        }
      row = end;
      if (row < n_rows)
        open_page (self, block->sheet);
    }
  while (row < n_rows);
}

static void
place_block (Paginator *self, const Block *block, guint index)
{
  if (!self->open || block->kind == BLOCK_SHEET)
    {
      open_page (self, block->sheet);
      self->continued = FALSE;
    }
  switch (block->kind)
    {
    case BLOCK_SPACE:
      place_space (self, block);
      break;
    case BLOCK_PARAGRAPH:
      place_paragraph (self, block, index);
      break;
    case BLOCK_BLANKS:
      place_blanks (self, block, index);
      break;
    case BLOCK_TABLE:
      place_table (self, block, index);
      break;
    case BLOCK_SHEET:
    default:
      break;
    }
}

/* Closes the flow: fills its pages and pieces, once. */
void
xyb_flow_paginate (XybFlow *self)
{
  Paginator paginator = { .flow = self };

  if (self->pages != NULL)
    return;
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  for (guint i = 0; i < self->blocks->len; i++)
    place_block (&paginator, g_ptr_array_index (self->blocks, i), i);
  close_page (&paginator);
}
