/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-draw-private.h"

/* Drawing. Only what is in view, and later the pages around it, is asked of the model. A row's
 * cells are one render node, kept until something about the row changes, so that moving the cursor
 * draws two rows anew and scrolling only those that come into view. */

#define MAX_ROW_NODES 400 /* what is in view, and a page before and behind it */
#define CORNER 6

/* ---- colours ---- */

GdkRGBA
xyb_sheet_color (XybSheet *self, const char *name)
{
  GdkRGBA rgba = { 0.5, 0.5, 0.5, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &rgba);
  return rgba;
}

void
xyb_sheet_fill (GtkSnapshot *snapshot, const GdkRGBA *rgba, int x, int y, int width, int height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, rgba, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
frame (GtkSnapshot *snapshot, const GdkRGBA *rgba, const GdkRectangle *area, int line)
{
  xyb_sheet_fill (snapshot, rgba, area->x, area->y, area->width, line);
  xyb_sheet_fill (snapshot, rgba, area->x, area->y + area->height - line, area->width, line);
  xyb_sheet_fill (snapshot, rgba, area->x, area->y + line, line, area->height - 2 * line);
  xyb_sheet_fill (snapshot, rgba, area->x + area->width - line, area->y + line, line,
                  area->height - 2 * line);
}

static const char *
ink_of (XybSheetLook look)
{
  switch (look)
    {
    case XYB_SHEET_LOOK_DONE:
    case XYB_SHEET_LOOK_DONE_TINT:
      return "xyb_green_text";
    case XYB_SHEET_LOOK_NEAR:
    case XYB_SHEET_LOOK_NEAR_TINT:
      return "xyb_yellow_text";
    case XYB_SHEET_LOOK_LOSS:
      return "xyb_red_text";
    case XYB_SHEET_LOOK_FAINT:
    case XYB_SHEET_LOOK_NOT_APPLICABLE:
      return "xyb_secondary";
    case XYB_SHEET_LOOK_PLAIN:
    case XYB_SHEET_LOOK_COMPUTED:
    case XYB_SHEET_LOOK_CHANGED_TINT:
    default:
      return "xyb_ink";
    }
}

/* NULL: the ground of the whole sheet. */
static const char *
ground_of (const XybSheetCell *cell, gboolean tinted)
{
  gboolean grey = cell->look == XYB_SHEET_LOOK_COMPUTED
                  || cell->look == XYB_SHEET_LOOK_NOT_APPLICABLE
                  || (cell->flags & XYB_SHEET_CELL_COMPUTED) != 0;

  if (cell->look == XYB_SHEET_LOOK_DONE_TINT)
    return "xyb_green_tint";
  if (cell->look == XYB_SHEET_LOOK_NEAR_TINT)
    return "xyb_yellow_tint";
  if (cell->look == XYB_SHEET_LOOK_CHANGED_TINT)
    return "xyb_blue_tint";
  if (tinted)
    return grey ? "xyb_row_computed" : "xyb_row";
  return grey ? "xyb_computed" : NULL;
}
void
xyb_sheet_append_layout (GtkSnapshot *snapshot,
                         PangoLayout *layout,
                         const GdkRGBA *rgba,
                         int x,
                         int y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, rgba);
  gtk_snapshot_restore (snapshot);
}

/* ---- a row ---- */

static int
align_x (XybSheetAlign align, int left, int room, int width)
{
  switch (align)
    {
    case XYB_SHEET_ALIGN_CENTER:
      return left + (room - width) / 2;
    case XYB_SHEET_ALIGN_END:
      return left + room - width;
    case XYB_SHEET_ALIGN_START:
    default:
      return left;
    }
}

static gboolean
is_tinted (XybSheet *self, guint row, guint column)
{
  return row == self->cursor.row && row < xyb_sheet_n_body_rows (self)
         && (self->row_tint || column < self->n_frozen);
}

static void
draw_corner (XybSheet *self, GtkSnapshot *snapshot, int right)
{
  GdkRGBA rgba = xyb_sheet_color (self, "accent_bg_color");
  cairo_t *cr
    = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (right - CORNER, 0, CORNER, CORNER));

  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_move_to (cr, right - CORNER, 0);
  cairo_line_to (cr, right, 0);
  cairo_line_to (cr, right, CORNER);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_cell (XybSheet *self, GtkSnapshot *snapshot, guint row, guint column)
{
  g_auto (XybSheetCell) cell = { 0 };
  int x = self->x[column];
  int width = self->x[column + 1] - x;
  int height = xyb_sheet_height_of (self, row);
  int padding = xyb_sheet_padding (width, self->columns[column].align);
  const char *ground;

  xyb_sheet_model_fill_cell (self->model, row, column, &cell);
  ground = ground_of (&cell, is_tinted (self, row, column));
  /* Where only the name of the row is tinted it carries the cursor alone. */
  if (!self->row_tint && is_tinted (self, row, column))
    cell.flags |= XYB_SHEET_CELL_BOLD;
  if (ground != NULL)
    {
      GdkRGBA rgba = xyb_sheet_color (self, ground);

      xyb_sheet_fill (snapshot, &rgba, x, 0, width, height);
    }
  if (cell.text != NULL && *cell.text != '\0')
    {
      const XybSheetText *text
        = xyb_sheet_find_text (self, &cell, self->columns[column].align, width - 2 * padding);
      GdkRGBA rgba = xyb_sheet_color (self, ink_of (cell.look));

      xyb_sheet_append_layout (snapshot, text->layout, &rgba,
                               align_x (self->columns[column].align, x + padding,
                                        width - 2 * padding, text->width),
                               (height - 1 - text->height) / 2);
    }
  if ((cell.flags & XYB_SHEET_CELL_CORNER) != 0)
    draw_corner (self, snapshot, x + width - 1);
}

static gpointer
row_key (guint row, int part)
{
  return GUINT_TO_POINTER (row * XYB_SHEET_N_PARTS + (guint) part + 1);
}

static GskRenderNode *
find_row_node (XybSheet *self, guint row, XybSheetPart part, guint begin, guint end)
{
  GskRenderNode *node = g_hash_table_lookup (self->row_nodes, row_key (row, part));
  GtkSnapshot *snapshot;

  if (node != NULL)
    return node;
  if (g_hash_table_size (self->row_nodes) >= MAX_ROW_NODES)
    g_hash_table_remove_all (self->row_nodes);
  snapshot = gtk_snapshot_new ();
  for (guint column = begin; column < end; column++)
    draw_cell (self, snapshot, row, column);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    g_hash_table_insert (self->row_nodes, row_key (row, part), node);
  return node;
}

static void
draw_row (XybSheet *self, GtkSnapshot *snapshot, XybSheetPart part, guint row)
{
  guint begin;
  guint end;
  GskRenderNode *node;

  xyb_sheet_visible_columns (self, part, &begin, &end);
  node = find_row_node (self, row, part, begin, end);
  if (node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (xyb_sheet_view_x (self, begin) - self->x[begin],
                                                xyb_sheet_view_y (self, row)));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}
/* ---- lines ---- */

/* Where something lies under frozen columns, their edge is darker. */
static void
draw_column_lines (XybSheet *self, GtkSnapshot *snapshot, XybSheetPart part)
{
  GdkRGBA line = xyb_sheet_color (self, "xyb_line");
  GdkRGBA edge = xyb_sheet_color (self, "xyb_edge");
  gboolean covers = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]) > 0;
  int bottom = MIN (xyb_sheet_content_height (self), gtk_widget_get_height (GTK_WIDGET (self)));
  int height = bottom - self->group_height;
  guint begin;
  guint end;

  xyb_sheet_visible_columns (self, part, &begin, &end);
  for (guint column = begin; column < end; column++)
    {
      int x = xyb_sheet_view_x (self, column);
      int right = x + self->x[column + 1] - self->x[column] - 1;
      gboolean last = column + 1 == self->n_columns;
      gboolean over = covers && part == XYB_SHEET_FIRST && column + 1 == end;

      if (!last || right + 1 < gtk_widget_get_width (GTK_WIDGET (self)))
        xyb_sheet_fill (snapshot, over ? &edge : &line, right, self->group_height, 1, height);
      if (part == XYB_SHEET_LAST && column == begin)
        xyb_sheet_fill (snapshot, &edge, x, self->group_height, 1, height);
    }
}

static void
draw_row_lines (XybSheet *self, GtkSnapshot *snapshot)
{
  GdkRGBA line = xyb_sheet_color (self, "xyb_line");
  GdkRGBA edge = xyb_sheet_color (self, "xyb_edge");
  int width = xyb_sheet_view_x (self, self->n_columns);
  int top;
  int bottom;
  guint begin;
  guint end;

  xyb_sheet_body_edges (self, &top, &bottom);
  xyb_sheet_visible_rows (self, &begin, &end);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, top, width, bottom - top));
  for (guint row = begin; row < end; row++)
    xyb_sheet_fill (snapshot, &line, 0, xyb_sheet_view_y (self, row) + self->row_height - 1, width,
                    1);
  gtk_snapshot_pop (snapshot);
  xyb_sheet_fill (snapshot, &line, 0, top - 1, width, 1);
  for (guint i = 1; i < self->n_foot; i++)
    xyb_sheet_fill (snapshot, &line, 0, bottom + (int) i * self->foot_height - 1, width, 1);
  if (self->n_foot > 0)
    xyb_sheet_fill (snapshot, &edge, 0, bottom - 1, width, 1);
}

/* ---- cursor and range ---- */

static gboolean
has_focus (XybSheet *self)
{
  return gtk_widget_is_focus (GTK_WIDGET (self->text));
}

static void
draw_range (XybSheet *self, GtkSnapshot *snapshot, const GdkRectangle *clip)
{
  GdkRGBA accent = xyb_sheet_color (self, "accent_bg_color");
  GdkRGBA tint = accent;
  XybSheetRange range;
  GdkRectangle area;
  GdkRectangle last;

  tint.alpha = 0.12f;
  xyb_sheet_get_range (self, &range);
  area = xyb_sheet_cell_area (self, range.row, range.column);
  last
    = xyb_sheet_cell_area (self, range.row + range.n_rows - 1, range.column + range.n_columns - 1);
  area.width = last.x + last.width - area.x;
  area.height = last.y + last.height - area.y;
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (clip->x, clip->y, clip->width, clip->height));
  xyb_sheet_fill (snapshot, &tint, area.x, area.y, area.width, area.height);
  area = (GdkRectangle){ area.x - 1, area.y - 1, area.width + 1, area.height + 1 };
  frame (snapshot, &accent, &area, 1);
  gtk_snapshot_pop (snapshot);
}

/* Part by part, because a range may lie half under the frozen columns. */
static void
draw_ranges (XybSheet *self, GtkSnapshot *snapshot)
{
  guint rows[] = { 0, self->n_rows - 1 };

  if (xyb_sheet_is_one_cell (self))
    return;
  for (int part = 0; part < XYB_SHEET_N_PARTS; part++)
    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        guint begin;
        guint end;
        GdkRectangle clip;

        xyb_sheet_part_columns (self, part, &begin, &end);
        if (begin == end || (i == 1 && self->n_foot == 0))
          continue;
        clip = xyb_sheet_clip_area (self, rows[i], begin);
        draw_range (self, snapshot, &clip);
      }
}

static void
draw_cursor (XybSheet *self, GtkSnapshot *snapshot)
{
  GdkRectangle area = xyb_sheet_cell_area (self, self->cursor.row, self->cursor.column);
  GdkRectangle clip = xyb_sheet_clip_area (self, self->cursor.row, self->cursor.column);
  GdkRGBA accent
    = xyb_sheet_color (self, self->refusal != NULL ? "error_bg_color" : "accent_bg_color");
  GdkRGBA ground = xyb_sheet_color (self, "xyb_cell");

  if (self->mode == XYB_SHEET_IDLE && !has_focus (self))
    return;
  /* The frame lies on the lines around the cell. */
  area = (GdkRectangle){ area.x - 1, area.y - 1, area.width + 1, area.height + 1 };
  area.x = MAX (area.x, 0);
  clip = (GdkRectangle){ clip.x - 1, clip.y - 1, clip.width + 1, clip.height + 1 };
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (clip.x, clip.y, clip.width, clip.height));
  if (self->mode != XYB_SHEET_IDLE)
    {
      xyb_sheet_fill (snapshot, &ground, area.x, area.y, area.width, area.height);
      gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (self->text), snapshot);
    }
  frame (snapshot, &accent, &area, 2);
  gtk_snapshot_pop (snapshot);
}

/* ---- the whole ---- */

static void
push_part (XybSheet *self, GtkSnapshot *snapshot, XybSheetPart part, int top, int bottom)
{
  int left;
  int right;

  xyb_sheet_part_edges (self, part, &left, &right);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (left, top, right - left, MAX (bottom - top, 0)));
}

static void
draw_part (XybSheet *self, GtkSnapshot *snapshot, XybSheetPart part)
{
  int top;
  int bottom;
  guint begin;
  guint end;

  xyb_sheet_body_edges (self, &top, &bottom);
  xyb_sheet_visible_rows (self, &begin, &end);
  push_part (self, snapshot, part, top, bottom);
  for (guint row = begin; row < end; row++)
    draw_row (self, snapshot, part, row);
  gtk_snapshot_pop (snapshot);
  push_part (self, snapshot, part, bottom, bottom + xyb_sheet_foot_height (self));
  for (guint row = xyb_sheet_n_body_rows (self); row < self->n_rows; row++)
    draw_row (self, snapshot, part, row);
  gtk_snapshot_pop (snapshot);
  push_part (self, snapshot, part, 0, bottom + xyb_sheet_foot_height (self));
  xyb_sheet_visible_columns (self, part, &begin, &end);
  for (guint column = begin; column < end; column++)
    xyb_sheet_draw_head (self, snapshot, column);
  draw_column_lines (self, snapshot, part);
  gtk_snapshot_pop (snapshot);
}

/* ---- the pages around ---- */

static gboolean
prepare_row (XybSheet *self, guint row)
{
  gboolean any = FALSE;

  for (int part = 0; part < XYB_SHEET_N_PARTS; part++)
    {
      guint begin;
      guint end;

      xyb_sheet_visible_columns (self, part, &begin, &end);
      if (begin == end || g_hash_table_contains (self->row_nodes, row_key (row, part)))
        continue;
      find_row_node (self, row, part, begin, end);
      any = TRUE;
    }
  return any;
}

/* A page of texts nobody has seen yet takes longer than a frame: its rows are laid out one by one
 * while nothing else is to be done. */
static gboolean
prepare_cb (gpointer user_data)
{
  XybSheet *self = user_data;
  guint n = xyb_sheet_has_cells (self) ? xyb_sheet_n_body_rows (self) : 0;
  guint begin;
  guint end;
  guint page;

  xyb_sheet_visible_rows (self, &begin, &end);
  page = end - begin;
  for (guint i = 0; n > 0 && i < page; i++)
    {
      if (end + i < n && prepare_row (self, end + i))
        return G_SOURCE_CONTINUE;
      if (begin > i && prepare_row (self, begin - i - 1))
        return G_SOURCE_CONTINUE;
    }
  self->prepare_idle = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_prepare (XybSheet *self)
{
  if (self->prepare_idle == 0)
    self->prepare_idle = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

/**
 * xyb_sheet_stop_preparing:
 * @self: the sheet
 *
 * Nothing is laid out any more that is not in view.
 */
void
xyb_sheet_stop_preparing (XybSheet *self)
{
  if (self->prepare_idle != 0)
    g_source_remove (self->prepare_idle);
  self->prepare_idle = 0;
}

/* Row nodes hold the columns in view. */
static void
check_row_nodes (XybSheet *self)
{
  guint begin;
  guint end;

  xyb_sheet_visible_columns (self, XYB_SHEET_MIDDLE, &begin, &end);
  if (begin == self->drawn_first && end == self->drawn_last)
    return;
  g_hash_table_remove_all (self->row_nodes);
  self->drawn_first = begin;
  self->drawn_last = end;
}

void
xyb_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XybSheet *self = XYB_SHEET (widget);
  GdkRGBA ground = xyb_sheet_color (self, "xyb_cell");

  xyb_sheet_fill (snapshot, &ground, 0, 0, gtk_widget_get_width (widget),
                  gtk_widget_get_height (widget));
  if (self->n_columns == 0)
    return;
  check_row_nodes (self);
  for (int part = 0; part < XYB_SHEET_N_PARTS; part++)
    {
      guint begin;
      guint end;

      xyb_sheet_part_columns (self, part, &begin, &end);
      if (begin < end)
        draw_part (self, snapshot, part);
    }
  xyb_sheet_draw_groups (self, snapshot);
  draw_row_lines (self, snapshot);
  if (!xyb_sheet_has_cells (self))
    return;
  draw_ranges (self, snapshot);
  draw_cursor (self, snapshot);
  queue_prepare (self);
}
/* ---- what is kept ---- */

void
xyb_sheet_init_drawing (XybSheet *self)
{
  xyb_sheet_init_texts (self);
  self->row_nodes
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
}

void
xyb_sheet_free_drawing (XybSheet *self)
{
  xyb_sheet_free_texts (self);
  g_hash_table_unref (self->row_nodes);
}

/**
 * xyb_sheet_forget_drawing:
 * @self: the sheet
 * @layouts: whether fonts or colours have changed too
 *
 * All is drawn anew.
 */
void
xyb_sheet_forget_drawing (XybSheet *self, gboolean layouts)
{
  g_hash_table_remove_all (self->row_nodes);
  if (layouts)
    {
      g_hash_table_remove_all (self->layouts);
      g_hash_table_remove_all (self->old_layouts);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
xyb_sheet_forget_row (XybSheet *self, guint row)
{
  for (int part = 0; part < XYB_SHEET_N_PARTS; part++)
    g_hash_table_remove (self->row_nodes, row_key (row, part));
}
