/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-flow-private.h"

/* Least distance of text from the lines above and below it, where the style says nothing. */
#define LINE_PADDING 1.0

const char xyb_cell_joined[] = "";

struct _XybFlowTable
{
  XybTypesetter *typesetter; /* borrowed from the flow */
  XybFlowTableStyle style;
  double row_height; /* of this table, between the style's two */
  XybFlowColumn *columns;
  guint n_columns;
  double width;
  GStringChunk *strings;
  GPtrArray *heads;  /* of strings in the chunk; empty where the table has none */
  GPtrArray *cells;  /* row after row */
  GByteArray *kinds; /* XybRowKind of each row */
  gboolean joined;   /* some cell reaches over its neighbour */
  GArray *breaks;    /* of guint: rows above which a new page begins, rising; or NULL */
};

typedef struct
{
  const char *const *cells;
  const XybTextStyle *style;
  gboolean centred;
  double least_height;
  double line_padding;
} Row;

static void
append_cells (XybFlowTable *self, GPtrArray *array, const char *const *cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *text = NULL;

      if (cells[i] == xyb_cell_joined)
        {
          g_ptr_array_add (array, (char *) xyb_cell_joined);
          self->joined = TRUE;
          continue;
        }
      text = xyb_text_make_printable (cells[i]);
      g_ptr_array_add (array,
                       text[0] == '\0' ? (char *) "" : g_string_chunk_insert (self->strings, text));
    }
}

XybFlowTable *
xyb_flow_table_new (XybTypesetter *typesetter,
                    const XybFlowTableStyle *style,
                    const XybFlowColumn *columns,
                    guint n_columns,
                    const char *const *heads)
{
  XybFlowTable *self = g_new0 (XybFlowTable, 1);

  self->typesetter = typesetter;
  self->style = *style;
  if (self->style.line_padding <= 0)
    self->style.line_padding = LINE_PADDING;
  if (self->style.head_padding <= 0)
    self->style.head_padding = self->style.line_padding;
  self->row_height = style->row_height;
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->strings = g_string_chunk_new (4096);
  self->heads = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
  self->kinds = g_byte_array_new ();
  for (guint i = 0; i < n_columns; i++)
    self->width += columns[i].width;
  if (heads != NULL)
    append_cells (self, self->heads, heads);
  return self;
}

void
xyb_flow_table_free (XybFlowTable *self)
{
  if (self == NULL)
    return;
  g_free (self->columns);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->cells);
  g_byte_array_unref (self->kinds);
  g_clear_pointer (&self->breaks, g_array_unref);
  g_free (self);
}

/**
 * xyb_flow_table_add_row:
 * @kind: %XYB_ROW_TOTAL for 合计, which keeps together with the row before it
 * @cells: (array): one text per column, copied; %NULL and "" are blank, xyb_cell_joined belongs to
 * the cell before it
 */
void
xyb_flow_table_add_row (XybFlowTable *self, XybRowKind kind, const char *const *cells)
{
  guint8 byte = (guint8) kind;

  g_return_if_fail (self != NULL && cells != NULL);

  append_cells (self, self->cells, cells);
  g_byte_array_append (self->kinds, &byte, 1);
}

/**
 * xyb_flow_table_end_page:
 *
 * The page ends below the rows added so far, as in the original (KH-06): if they fit on it.
 */
void
xyb_flow_table_end_page (XybFlowTable *self)
{
  guint row;

  g_return_if_fail (self != NULL);

  row = self->kinds->len;
  if (self->breaks == NULL)
    self->breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->breaks, row);
}

gboolean
xyb_flow_table_has_breaks (const XybFlowTable *self)
{
  return self->breaks != NULL;
}

gboolean
xyb_flow_table_page_ends (const XybFlowTable *self, guint row)
{
  for (guint i = 0; self->breaks != NULL && i < self->breaks->len; i++)
    if (g_array_index (self->breaks, guint, i) == row + 1)
      return TRUE;
  return FALSE;
}

guint
xyb_flow_table_get_n_rows (const XybFlowTable *self)
{
  return self->kinds->len;
}

gboolean
xyb_flow_table_row_is_total (const XybFlowTable *self, guint row)
{
  return self->kinds->data[row] == XYB_ROW_TOTAL;
}

static Row
get_head (const XybFlowTable *self)
{
  return (Row){ (const char *const *) self->heads->pdata, &self->style.head, TRUE,
                self->style.head_height, self->style.head_padding };
}

static Row
get_row (const XybFlowTable *self, guint index)
{
  gboolean total = xyb_flow_table_row_is_total (self, index);

  return (Row){ (const char *const *) self->cells->pdata + (gsize) index * self->n_columns,
                total ? &self->style.total : &self->style.body, total, self->row_height,
                self->style.line_padding };
}

/* How one cell of a row is set. */
typedef struct
{
  const XybTextStyle *style;
  XybAlign align;
  double width;
  double padding;
} Cell;

/* A head of several lines keeps their number and becomes as narrow as it can: no line of a single
 * character at its end. */
static void
balance_cell (const XybFlowTable *self, Cell *cell, const char *text)
{
  double room = cell->width - 2 * cell->padding;
  double width = xyb_typesetter_balance (self->typesetter, cell->style, text, room);

  cell->padding += (room - width) / 2;
}

static Cell
get_cell (const XybFlowTable *self, const Row *row, guint column)
{
  const XybFlowColumn *shape = &self->columns[column];
  gboolean centred = row->centred || shape->label;
  Cell cell = { shape->label ? &self->style.head : row->style,
                centred ? XYB_ALIGN_CENTER : shape->align, shape->width, self->style.padding };

  for (guint i = column + 1; i < self->n_columns && row->cells[i] == xyb_cell_joined; i++)
    cell.width += self->columns[i].width;
  /* Centred words stand clear of the lines by themselves: a head may come closer to them. */
  if (centred)
    cell.padding /= 2;
  if (self->style.balanced && row->cells == (const char *const *) self->heads->pdata)
    balance_cell (self, &cell, row->cells[column]);
  return cell;
}

static void
fit_cell (XybFlowTable *self, const Row *row, guint column, XybTextFit *out_fit)
{
  Cell cell = get_cell (self, row, column);

  xyb_typesetter_fit (self->typesetter, cell.style, row->cells[column],
                      cell.width - 2 * cell.padding, out_fit);
}

static double
measure_row (XybFlowTable *self, const Row *row)
{
  double height = row->least_height;

  for (guint i = 0; i < self->n_columns; i++)
    {
      XybTextFit fit;

      if (row->cells[i][0] == '\0')
        continue;
      fit_cell (self, row, i, &fit);
      height = MAX (height, xyb_text_fit_get_height (&fit, fit.n_lines) + 2 * row->line_padding);
    }
  return height;
}

double
xyb_flow_table_get_head_height (XybFlowTable *self)
{
  Row head = get_head (self);

  return self->heads->len > 0 ? measure_row (self, &head) : 0;
}

double
xyb_flow_table_get_row_height (XybFlowTable *self, guint row)
{
  Row measured = get_row (self, row);

  return measure_row (self, &measured);
}

/* Rows are set closer when that, and not more than the style allows, brings the whole table on the
 * page it starts on: an official table of one page should stay one. */
void
xyb_flow_table_fit_page (XybFlowTable *self, double room)
{
  guint n_rows = xyb_flow_table_get_n_rows (self);
  double each;

  if (n_rows == 0 || n_rows * self->style.row_height <= room)
    return;
  each = room / n_rows;
  if (each >= self->style.min_row_height)
    self->row_height = each;
}

static double
measure_rows (XybFlowTable *self, guint from, guint to)
{
  double height = 0;

  for (guint i = from; i < to; i++)
    height += xyb_flow_table_get_row_height (self, i);
  return height;
}

/* Whether every part of the table between two breaks has its page, @kept below the last one. */
static gboolean
parts_fit (XybFlowTable *self, double first_room, double room, double kept)
{
  guint n_rows = xyb_flow_table_get_n_rows (self);
  guint from = 0;

  for (guint i = 0; i <= self->breaks->len; i++)
    {
      guint to = i < self->breaks->len ? g_array_index (self->breaks, guint, i) : n_rows;
      double below = to == n_rows ? kept : 0;

      if (measure_rows (self, from, to) + below > (i == 0 ? first_room : room))
        return FALSE;
      from = to;
    }
  return TRUE;
}

static gboolean
set_closer (XybFlowTable *self, double first_room, double room, double kept)
{
  double step = XYB_MM (0.1);

  self->row_height = self->style.row_height;
  while (!parts_fit (self, first_room, room, kept))
    {
      if (self->row_height - step < self->style.min_row_height)
        return FALSE;
      self->row_height -= step;
    }
  return TRUE;
}

/* As xyb_flow_table_fit_page() for a table broken by its maker: @first_room for the rows of its
 * first page, @room for those of the others. Where not everything has its page, rows are as close
 * as they may be; breaks that rows grown too high would turn into nearly empty pages are given up.
 */
void
xyb_flow_table_fit_breaks (XybFlowTable *self, double first_room, double room, double kept)
{
  if (set_closer (self, first_room, room, kept))
    return;
  self->row_height = self->style.min_row_height;
  if (!parts_fit (self, first_room, room, 0))
    g_clear_pointer (&self->breaks, g_array_unref);
}

/* How many lines of a cell stand on one page when its row is higher than a page. */
static guint
count_lines_per_part (const XybFlowTable *self, const XybTextFit *fit, double room)
{
  double lines = (room - 2 * self->style.line_padding - fit->size) / fit->pitch;

  return lines < 1 ? 1 : (guint) lines + 1;
}

/* Into how many pieces a row is cut that is higher than @room. */
guint
xyb_flow_table_count_parts (XybFlowTable *self, guint row, double room)
{
  Row measured = get_row (self, row);
  guint n_parts = 1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      XybTextFit fit;
      guint per_part;

      fit_cell (self, &measured, i, &fit);
      per_part = count_lines_per_part (self, &fit, room);
      n_parts = MAX (n_parts, (fit.n_lines + per_part - 1) / per_part);
    }
  return n_parts;
}

/* Draws the lines of one cell that belong to @part, in the middle of its height. */
static void
draw_cell (XybFlowTable *self,
           cairo_t *cr,
           const Row *row,
           guint column,
           guint part,
           double x,
           double y,
           double height,
           double room)
{
  Cell cell = get_cell (self, row, column);
  XybTextFit fit;
  guint per_part;
  guint n_lines;
  double text_height;

  fit_cell (self, row, column, &fit);
  per_part = count_lines_per_part (self, &fit, room);
  if (part * per_part >= fit.n_lines)
    return;
  n_lines = MIN (per_part, fit.n_lines - part * per_part);
  text_height = xyb_text_fit_get_height (&fit, n_lines);
  xyb_typesetter_draw (self->typesetter, cr, cell.style, &fit, row->cells[column], cell.align,
                       x + cell.padding, y + (height - text_height) / 2,
                       cell.width - 2 * cell.padding, part * per_part, n_lines);
}

static void
draw_row (XybFlowTable *self,
          cairo_t *cr,
          const Row *row,
          guint part,
          double x,
          double y,
          double height,
          double room)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (row->cells[i][0] != '\0')
        draw_cell (self, cr, row, i, part, x, y, height, room);
      x += self->columns[i].width;
    }
}

static void
draw_horizontal (XybFlowTable *self, cairo_t *cr, double x, double y)
{
  cairo_set_line_width (cr, self->style.inner_line);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + self->width, y);
  cairo_stroke (cr);
}

static void
draw_verticals (XybFlowTable *self,
                cairo_t *cr,
                const char *const *cells,
                double x,
                double top,
                double bottom)
{
  cairo_set_line_width (cr, self->style.inner_line);
  for (guint i = 0; i + 1 < self->n_columns; i++)
    {
      x += self->columns[i].width;
      if (cells != NULL && cells[i + 1] == xyb_cell_joined)
        continue;
      cairo_move_to (cr, x, top);
      cairo_line_to (cr, x, bottom);
    }
  cairo_stroke (cr);
}

static void
draw_frame (XybFlowTable *self, cairo_t *cr, double x, double top, double bottom)
{
  if (!self->joined)
    draw_verticals (self, cr, NULL, x, top, bottom);
  cairo_set_line_width (cr, self->style.outer_line);
  cairo_rectangle (cr, x, top, self->width, bottom - top);
  cairo_stroke (cr);
}

/* Draws the head and the rows of @piece with the table's top left corner at @x, @y. @room is what
 * rows have on a page of their own. */
void
xyb_flow_table_draw (XybFlowTable *self,
                     cairo_t *cr,
                     const Piece *piece,
                     double x,
                     double y,
                     double room)
{
  double top = y;
  double height = xyb_flow_table_get_head_height (self);
  Row head = get_head (self);

  if (height > 0)
    draw_row (self, cr, &head, 0, x, y, height, height);
  if (height > 0 && self->joined)
    draw_verticals (self, cr, head.cells, x, y, y + height);
  y += height;
  for (guint i = piece->from; i < piece->to; i++)
    {
      Row row = get_row (self, i);

      height = MIN (measure_row (self, &row), room);
      if (y > top)
        draw_horizontal (self, cr, x, y);
      draw_row (self, cr, &row, piece->part, x, y, height, room);
      if (self->joined)
        draw_verticals (self, cr, row.cells, x, y, y + height);
      y += height;
    }
  draw_frame (self, cr, x, top, y);
}
