/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-private.h"

/* Where cells stand. Heads, first columns, last columns and foot rows do not scroll; between them
 * the rest moves by the values of the adjustments. */

/* Of the cells' font where the desktop's is 11 pt; widths of columns are given for it. */
#define DEFAULT_FONT 14.0
#define ROW_PADDING 6
#define SECOND_LINE 0.8 /* of a line */
#define FOOT_PADDING 9
#define GROUP_HEIGHT 26
#define MIN_HEAD_HEIGHT 26

static double
font_pixels (XybSheet *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * 96 / 72;
}

static int
line_height (XybSheet *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "区8");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/**
 * xyb_sheet_measure_heads:
 * @self: the sheet
 *
 * Makes room for the heads as they wrap in the columns' present widths.
 */
void
xyb_sheet_measure_heads (XybSheet *self)
{
  self->head_height = (int) (MIN_HEAD_HEIGHT * font_pixels (self) / DEFAULT_FONT);
  for (guint i = 0; i < self->n_columns; i++)
    self->head_height
      = MAX (self->head_height,
             xyb_sheet_measure_head (self, &self->columns[i], self->x[i + 1] - self->x[i]));
}

/**
 * xyb_sheet_measure_content:
 * @self: the sheet
 *
 * Measures heads, rows and columns in the present font.
 */
void
xyb_sheet_measure_content (XybSheet *self)
{
  double scale = font_pixels (self) / DEFAULT_FONT;
  int line = line_height (self);

  self->row_height
    = line + (int) (ROW_PADDING * scale) + (self->row_lines > 1 ? (int) (line * SECOND_LINE) : 0);
  self->foot_height = line + (int) (FOOT_PADDING * scale);
  self->group_height = self->has_groups ? (int) (GROUP_HEIGHT * scale) : 0;
  self->base_widths = g_renew (int, self->base_widths, self->n_columns + 1);
  self->x = g_renew (int, self->x, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      int width = (int) (self->columns[i].width * scale + 0.5);

      self->base_widths[i] = MAX (width, 8);
    }
  xyb_sheet_lay_out (self, 0);
  xyb_sheet_measure_heads (self);
}

/**
 * xyb_sheet_lay_out:
 * @self: the sheet
 * @width: what there is
 *
 * Places the columns; those that expand share what is left in the ratio of their widths.
 */
void
xyb_sheet_lay_out (XybSheet *self, int width)
{
  int total = 0;
  int expanding = 0;
  int left = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      total += self->base_widths[i];
      expanding += self->columns[i].expand ? self->base_widths[i] : 0;
    }
  left = MAX (width - total, 0);
  self->x[0] = 0;
  for (guint i = 0; i < self->n_columns; i++)
    {
      int share = 0;

      if (self->columns[i].expand)
        {
          share = (int) ((gint64) left * self->base_widths[i] / expanding);
          left -= share;
          expanding -= self->base_widths[i];
        }
      self->x[i + 1] = self->x[i] + self->base_widths[i] + share;
    }
}

int
xyb_sheet_content_width (XybSheet *self)
{
  return self->x != NULL ? self->x[self->n_columns] : 0;
}

int
xyb_sheet_top_height (XybSheet *self)
{
  return self->group_height + self->head_height;
}

int
xyb_sheet_foot_height (XybSheet *self)
{
  return (int) self->n_foot * self->foot_height;
}

guint
xyb_sheet_n_body_rows (XybSheet *self)
{
  return self->n_rows - self->n_foot;
}

int
xyb_sheet_content_height (XybSheet *self)
{
  return xyb_sheet_top_height (self) + (int) xyb_sheet_n_body_rows (self) * self->row_height
         + xyb_sheet_foot_height (self);
}

/* Narrow columns (满分 1.40) have no room for the full margin; what stands in the middle (非考核项)
 * needs none. */
int
xyb_sheet_padding (int width, XybSheetAlign align)
{
  return align == XYB_SHEET_ALIGN_CENTER ? 2 : CLAMP (width / 8, 3, 11);
}

/* ---- columns ---- */

XybSheetPart
xyb_sheet_part_of (XybSheet *self, guint column)
{
  if (column < self->n_frozen)
    return XYB_SHEET_FIRST;
  return column + self->n_frozen_last >= self->n_columns ? XYB_SHEET_LAST : XYB_SHEET_MIDDLE;
}

static guint
last_begin (XybSheet *self)
{
  return self->n_columns - MIN (self->n_frozen_last, self->n_columns);
}

void
xyb_sheet_part_columns (XybSheet *self, XybSheetPart part, guint *out_begin, guint *out_end)
{
  guint first = MIN (self->n_frozen, self->n_columns);
  guint last = MAX (last_begin (self), first);

  *out_begin = part == XYB_SHEET_FIRST ? 0 : part == XYB_SHEET_MIDDLE ? first : last;
  *out_end = part == XYB_SHEET_FIRST ? first : part == XYB_SHEET_MIDDLE ? last : self->n_columns;
}

static int
overflow (XybSheet *self, GtkOrientation orientation)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  int content = across ? xyb_sheet_content_width (self) : xyb_sheet_content_height (self);
  int room
    = across ? gtk_widget_get_width (GTK_WIDGET (self)) : gtk_widget_get_height (GTK_WIDGET (self));

  return MAX (content - room, 0);
}

static int
scrolled (XybSheet *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL
           ? CLAMP ((int) gtk_adjustment_get_value (adjustment), 0, overflow (self, orientation))
           : 0;
}

int
xyb_sheet_view_x (XybSheet *self, guint column)
{
  switch (column == self->n_columns && column > 0 ? xyb_sheet_part_of (self, column - 1)
                                                  : xyb_sheet_part_of (self, column))
    {
    case XYB_SHEET_FIRST:
      return self->x[column];
    case XYB_SHEET_LAST:
      return self->x[column] - overflow (self, GTK_ORIENTATION_HORIZONTAL);
    case XYB_SHEET_MIDDLE:
    default:
      return self->x[column] - scrolled (self, GTK_ORIENTATION_HORIZONTAL);
    }
}

/* What of the widget's width belongs to a part. */
void
xyb_sheet_part_edges (XybSheet *self, XybSheetPart part, int *out_left, int *out_right)
{
  guint first = MIN (self->n_frozen, self->n_columns);
  guint last = MAX (last_begin (self), first);
  int out = overflow (self, GTK_ORIENTATION_HORIZONTAL);
  int end = xyb_sheet_content_width (self) - out;
  int left = self->x[first];
  int right = MAX (self->x[last] - out, left);

  *out_left = part == XYB_SHEET_FIRST ? 0 : part == XYB_SHEET_MIDDLE ? left : right;
  *out_right = part == XYB_SHEET_FIRST ? left : part == XYB_SHEET_MIDDLE ? right : end;
}

/* The last column of [begin, end) whose left edge is not right of @x. */
static guint
search_column (XybSheet *self, guint begin, guint end, int x)
{
  guint low = begin;
  guint high = end;

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->x[middle] <= x)
        low = middle;
      else
        high = middle;
    }
  return low;
}

void
xyb_sheet_visible_columns (XybSheet *self, XybSheetPart part, guint *out_begin, guint *out_end)
{
  int left;
  int right;
  int offset;

  xyb_sheet_part_columns (self, part, out_begin, out_end);
  if (part != XYB_SHEET_MIDDLE || *out_begin == *out_end)
    return;
  xyb_sheet_part_edges (self, part, &left, &right);
  offset = scrolled (self, GTK_ORIENTATION_HORIZONTAL);
  *out_begin = search_column (self, *out_begin, *out_end, left + offset);
  *out_end = search_column (self, *out_begin, *out_end, MAX (right + offset - 1, 0)) + 1;
}

guint
xyb_sheet_column_at (XybSheet *self, double x)
{
  for (int part = 0; part < XYB_SHEET_N_PARTS; part++)
    {
      guint begin;
      guint end;
      int left;
      int right;

      xyb_sheet_part_columns (self, part, &begin, &end);
      xyb_sheet_part_edges (self, part, &left, &right);
      if (begin == end || (x >= right && end < self->n_columns))
        continue;
      return search_column (self, begin, end,
                            (int) x + self->x[begin] - xyb_sheet_view_x (self, begin));
    }
  return self->n_columns > 0 ? self->n_columns - 1 : 0;
}

/* ---- rows ---- */

void
xyb_sheet_body_edges (XybSheet *self, int *out_top, int *out_bottom)
{
  int end = xyb_sheet_content_height (self) - overflow (self, GTK_ORIENTATION_VERTICAL);

  *out_top = xyb_sheet_top_height (self);
  *out_bottom = MAX (end - xyb_sheet_foot_height (self), *out_top);
}

int
xyb_sheet_view_y (XybSheet *self, guint row)
{
  guint body = xyb_sheet_n_body_rows (self);
  int top;
  int bottom;

  xyb_sheet_body_edges (self, &top, &bottom);
  if (row >= body)
    return bottom + (int) (row - body) * self->foot_height;
  return top + (int) row * self->row_height - scrolled (self, GTK_ORIENTATION_VERTICAL);
}

int
xyb_sheet_height_of (XybSheet *self, guint row)
{
  return row >= xyb_sheet_n_body_rows (self) ? self->foot_height : self->row_height;
}

/* Of the body; the foot is always in view. */
void
xyb_sheet_visible_rows (XybSheet *self, guint *out_begin, guint *out_end)
{
  guint body = xyb_sheet_n_body_rows (self);
  int offset = scrolled (self, GTK_ORIENTATION_VERTICAL);
  int top;
  int bottom;

  xyb_sheet_body_edges (self, &top, &bottom);
  *out_begin = MIN ((guint) (offset / self->row_height), body);
  *out_end
    = MIN ((guint) ((offset + bottom - top + self->row_height - 1) / self->row_height), body);
}

guint
xyb_sheet_row_at (XybSheet *self, double y)
{
  guint body = xyb_sheet_n_body_rows (self);
  int top;
  int bottom;
  int row;

  xyb_sheet_body_edges (self, &top, &bottom);
  if (y >= bottom && self->n_foot > 0)
    return MIN (body + (guint) ((int) (y - bottom) / self->foot_height), self->n_rows - 1);
  row = ((int) y - top + scrolled (self, GTK_ORIENTATION_VERTICAL)) / self->row_height;
  return body > 0 ? (guint) CLAMP (row, 0, (int) body - 1) : 0;
}

/* ---- cells ---- */

GdkRectangle
xyb_sheet_cell_area (XybSheet *self, guint row, guint column)
{
  return (GdkRectangle){ xyb_sheet_view_x (self, column), xyb_sheet_view_y (self, row),
                         self->x[column + 1] - self->x[column], xyb_sheet_height_of (self, row) };
}

/* What of the widget the cell may be seen in. */
GdkRectangle
xyb_sheet_clip_area (XybSheet *self, guint row, guint column)
{
  int left;
  int right;
  int top;
  int bottom;

  xyb_sheet_part_edges (self, xyb_sheet_part_of (self, column), &left, &right);
  xyb_sheet_body_edges (self, &top, &bottom);
  if (row >= xyb_sheet_n_body_rows (self))
    return (GdkRectangle){ left, bottom, right - left, xyb_sheet_foot_height (self) };
  return (GdkRectangle){ left, top, right - left, bottom - top };
}

static void
scroll_one (GtkAdjustment *adjustment, int begin, int end, int low, int high)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (begin < low)
    value -= low - begin;
  else if (end > high)
    value += MIN (end - high, begin - low);
  else
    return;
  gtk_adjustment_set_value (adjustment, value);
}

/* Of the page around the sheet's own scrolled window, or NULL. */
GtkWidget *
xyb_sheet_outer_scroller (XybSheet *self)
{
  GtkWidget *own = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *around = own != NULL ? gtk_widget_get_parent (own) : NULL;

  return around != NULL ? gtk_widget_get_ancestor (around, GTK_TYPE_SCROLLED_WINDOW) : NULL;
}

/* In a low window the page scrolls too. */
static void
scroll_page_to (XybSheet *self, XybSheetPlace place)
{
  GtkWidget *outer = xyb_sheet_outer_scroller (self);
  double y;

  if (outer != NULL
      && gtk_widget_translate_coordinates (GTK_WIDGET (self), outer, 0,
                                           xyb_sheet_view_y (self, place.row), NULL, &y))
    scroll_one (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (outer)), (int) y,
                (int) y + xyb_sheet_height_of (self, place.row), 0, gtk_widget_get_height (outer));
}

/**
 * xyb_sheet_scroll_to:
 * @self: the sheet
 * @place: a cell
 *
 * Scrolls as little as brings the cell into view.
 */
void
xyb_sheet_scroll_to (XybSheet *self, XybSheetPlace place)
{
  GdkRectangle cell = xyb_sheet_cell_area (self, place.row, place.column);
  GdkRectangle clip = xyb_sheet_clip_area (self, place.row, place.column);

  /* What can be scrolled is known when there is a size for what is shown now. */
  if (gtk_widget_get_height (GTK_WIDGET (self)) == 0 || self->resized)
    {
      self->scroll_wanted = TRUE;
      return;
    }
  if (clip.width > 0 && xyb_sheet_part_of (self, place.column) == XYB_SHEET_MIDDLE)
    scroll_one (self->adjustments[GTK_ORIENTATION_HORIZONTAL], cell.x, cell.x + cell.width, clip.x,
                clip.x + clip.width);
  if (clip.height > 0 && place.row < xyb_sheet_n_body_rows (self))
    scroll_one (self->adjustments[GTK_ORIENTATION_VERTICAL], cell.y, cell.y + cell.height, clip.y,
                clip.y + clip.height);
  scroll_page_to (self, place);
}
