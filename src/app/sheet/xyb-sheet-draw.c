/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-private.h"

#include <math.h>

/* Drawing. Only what is in view is asked of the model. A row's cells are one render node, kept
 * until something about the row changes, so that moving the cursor draws two rows anew and
 * scrolling only those that come into view; texts are laid out once and kept by what they say. */

#define MAX_LAYOUTS 4000
#define MAX_ROW_NODES 600
#define CELL_POINTS 10.5 /* of the sheet's own font, at the desktop's 11 pt */
#define NOTE_POINTS 9.5
#define SMALL_POINTS 8.5
#define TICK_POINTS 8.5
#define CORNER 6
#define SUBTITLE_GAP 1
#define HEAD_PADDING 4

typedef struct
{
  PangoLayout *layout;
  int width;
  int height;
} Text;

static void
text_free (Text *self)
{
  g_object_unref (self->layout);
  g_free (self);
}

/* ---- colours ---- */

static GdkRGBA
color (XybSheet *self, const char *name)
{
  GdkRGBA rgba = { 0.5, 0.5, 0.5, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &rgba);
  return rgba;
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *rgba, int x, int y, int width, int height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, rgba, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
frame (GtkSnapshot *snapshot, const GdkRGBA *rgba, const GdkRectangle *area, int line)
{
  fill (snapshot, rgba, area->x, area->y, area->width, line);
  fill (snapshot, rgba, area->x, area->y + area->height - line, area->width, line);
  fill (snapshot, rgba, area->x, area->y + line, line, area->height - 2 * line);
  fill (snapshot, rgba, area->x + area->width - line, area->y + line, line,
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
      return "xyb_yellow_text";
    case XYB_SHEET_LOOK_LOSS:
      return "xyb_red_text";
    case XYB_SHEET_LOOK_NOT_APPLICABLE:
      return "xyb_secondary";
    case XYB_SHEET_LOOK_PLAIN:
    case XYB_SHEET_LOOK_COMPUTED:
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
  if (tinted)
    return grey ? "xyb_row_computed" : "xyb_row";
  return grey ? "xyb_computed" : NULL;
}

/* ---- texts ---- */

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint begin, guint end)
{
  attribute->start_index = begin;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static PangoAttribute *
ink_attribute (XybSheet *self, const char *name)
{
  GdkRGBA rgba = color (self, name);

  return pango_attr_foreground_new ((guint16) (rgba.red * G_MAXUINT16),
                                    (guint16) (rgba.green * G_MAXUINT16),
                                    (guint16) (rgba.blue * G_MAXUINT16));
}

static void
append_one_line (GString *out, const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    g_string_append_c (out, *p == '\n' || *p == '\r' || *p == '\t' ? ' ' : *p);
}

/* The tick before, the words, the note behind. */
static PangoLayout *
layout_new (XybSheet *self, const XybSheetCell *cell)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *words = NULL;
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  gboolean small = cell->look == XYB_SHEET_LOOK_NOT_APPLICABLE;

  if ((cell->flags & XYB_SHEET_CELL_MARKUP) == 0
      || !pango_parse_markup (cell->text, -1, 0, &attributes, &words, NULL, NULL))
    attributes = pango_attr_list_new ();
  append_one_line (text, words != NULL ? words : cell->text);
  if ((cell->flags & XYB_SHEET_CELL_BOLD) != 0)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, text->len);
  if ((cell->flags & XYB_SHEET_CELL_TICK) != 0)
    {
      g_string_prepend (text, "✓ ");
      pango_attr_list_update (attributes, 0, 0, (int) strlen ("✓ "));
      add_attribute (attributes, pango_attr_scale_new (TICK_POINTS / CELL_POINTS), 0,
                     (guint) strlen ("✓"));
    }
  if (small)
    add_attribute (attributes, pango_attr_scale_new (SMALL_POINTS / CELL_POINTS), 0, text->len);
  if (cell->note != NULL)
    {
      guint begin = (guint) text->len;

      append_one_line (text, cell->note);
      add_attribute (attributes, pango_attr_scale_new (NOTE_POINTS / CELL_POINTS), begin,
                     (guint) text->len);
      add_attribute (attributes, ink_attribute (self, "xyb_secondary"), begin, (guint) text->len);
    }
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_text (layout, text->str, (int) text->len);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static const Text *
find_text (XybSheet *self, const XybSheetCell *cell, int room)
{
  g_autofree char *key
    = g_strdup_printf ("%d %u %d %s\a%s", room, cell->flags & ~XYB_SHEET_CELL_COMPUTED,
                       cell->look == XYB_SHEET_LOOK_NOT_APPLICABLE, cell->text,
                       cell->note != NULL ? cell->note : "");
  Text *text = g_hash_table_lookup (self->layouts, key);

  if (text != NULL)
    return text;
  if (g_hash_table_size (self->layouts) >= MAX_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  text = g_new0 (Text, 1);
  text->layout = layout_new (self, cell);
  pango_layout_get_pixel_size (text->layout, &text->width, &text->height);
  if (text->width > room)
    {
      pango_layout_set_width (text->layout, MAX (room, 1) * PANGO_SCALE);
      pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (text->layout, &text->width, &text->height);
    }
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), text);
  return text;
}

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

static void
append_layout (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *rgba, int x, int y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, rgba);
  gtk_snapshot_restore (snapshot);
}

/**
 * xyb_sheet_is_cut_off:
 * @self: the sheet
 * @row: a row
 * @column: a column
 * @out_text: (out): all that stands in the cell
 *
 * Returns: whether the cell shows only the beginning of it
 */
gboolean
xyb_sheet_is_cut_off (XybSheet *self, guint row, guint column, char **out_text)
{
  g_auto (XybSheetCell) cell = { 0 };
  int width = self->x[column + 1] - self->x[column];
  const Text *text;

  xyb_sheet_model_fill_cell (self->model, row, column, &cell);
  if (cell.text == NULL)
    return FALSE;
  text = find_text (self, &cell, width - 2 * xyb_sheet_padding (width));
  *out_text = g_strdup (pango_layout_get_text (text->layout));
  return pango_layout_is_ellipsized (text->layout) || strchr (cell.text, '\n') != NULL;
}

/* ---- a row ---- */

static gboolean
is_tinted (XybSheet *self, guint row, guint column)
{
  return row == self->cursor.row && row < xyb_sheet_n_body_rows (self)
         && (self->row_tint || column < self->n_frozen);
}

static void
draw_corner (XybSheet *self, GtkSnapshot *snapshot, int right)
{
  GdkRGBA rgba = color (self, "accent_bg_color");
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
  int padding = xyb_sheet_padding (width);
  const char *ground;

  xyb_sheet_model_fill_cell (self->model, row, column, &cell);
  ground = ground_of (&cell, is_tinted (self, row, column));
  if (ground != NULL)
    {
      GdkRGBA rgba = color (self, ground);

      fill (snapshot, &rgba, x, 0, width, height);
    }
  if (cell.text != NULL && *cell.text != '\0')
    {
      const Text *text = find_text (self, &cell, width - 2 * padding);
      GdkRGBA rgba = color (self, ink_of (cell.look));

      append_layout (snapshot, text->layout, &rgba,
                     align_x (self->columns[column].align, x + padding, width - 2 * padding,
                              text->width),
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

/* ---- heads ---- */

static PangoLayout *
head_layout (XybSheet *self, const char *text, double points, int width, XybSheetAlign align)
{
  static const PangoAlignment aligns[]
    = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (points / CELL_POINTS));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, aligns[align]);
  return layout;
}

static int
layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/**
 * xyb_sheet_measure_head:
 * @self: the sheet
 * @column: a column
 * @width: of the column
 *
 * Returns: the height of its head, the title wrapped
 */
int
xyb_sheet_measure_head (XybSheet *self, const XybSheetColumn *column, int width)
{
  int room = width - 2 * xyb_sheet_padding (width);
  g_autoptr (PangoLayout) title
    = head_layout (self, column->title, self->head_points, room, column->align);
  int height = layout_height (title) + 2 * HEAD_PADDING;

  if (column->subtitle != NULL)
    {
      g_autoptr (PangoLayout) subtitle
        = head_layout (self, column->subtitle, self->head_points, room, column->align);

      height += layout_height (subtitle) + SUBTITLE_GAP;
    }
  return height;
}

/* Words stand on the lower edge, so that heads of one and of five lines begin the column alike. */
static void
draw_head (XybSheet *self, GtkSnapshot *snapshot, guint column)
{
  const XybSheetColumn *info = &self->columns[column];
  GdkRGBA ink = color (self, "xyb_secondary");
  int x = xyb_sheet_view_x (self, column);
  int width = self->x[column + 1] - self->x[column];
  int padding = xyb_sheet_padding (width);
  int top = xyb_sheet_top_height (self);
  g_autoptr (PangoLayout) title
    = head_layout (self, info->title, self->head_points, width - 2 * padding, info->align);
  int bottom = top - HEAD_PADDING - 1;

  if (!self->row_tint && column == self->cursor.column)
    {
      GdkRGBA tint = color (self, "xyb_row");

      fill (snapshot, &tint, x, self->group_height, width, self->head_height);
    }
  if (info->subtitle != NULL)
    {
      g_autoptr (PangoLayout) subtitle
        = head_layout (self, info->subtitle, self->head_points, width - 2 * padding, info->align);

      bottom -= layout_height (subtitle);
      append_layout (snapshot, subtitle, &ink, x + padding, bottom);
      bottom -= SUBTITLE_GAP;
      ink = color (self, "xyb_ink");
    }
  append_layout (snapshot, title, &ink, x + padding, bottom - layout_height (title));
}

/* ---- group heads ---- */

static guint
group_end (XybSheet *self, guint begin)
{
  guint end = begin + 1;

  while (end < self->n_columns
         && g_strcmp0 (self->columns[end].group, self->columns[begin].group) == 0)
    end++;
  return end;
}

static PangoLayout *
group_layout (XybSheet *self, const XybSheetColumn *column, int room)
{
  g_autofree char *text
    = g_strconcat (column->group, column->group_note != NULL ? " " : "", column->group_note, NULL);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  guint words = (guint) strlen (column->group);

  pango_attr_list_insert (attributes, pango_attr_scale_new (self->head_points / CELL_POINTS));
  add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, words);
  add_attribute (attributes, ink_attribute (self, "xyb_secondary"), words, G_MAXUINT);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, MAX (room, 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
draw_group (XybSheet *self, GtkSnapshot *snapshot, guint begin, guint end)
{
  const XybSheetColumn *column = &self->columns[begin];
  int left = xyb_sheet_view_x (self, begin);
  int right = xyb_sheet_view_x (self, end - 1) + self->x[end] - self->x[end - 1];
  int padding = xyb_sheet_padding (self->x[end] - self->x[begin]);
  GdkRGBA ground = color (self, "xyb_cell");
  GdkRGBA line = color (self, "xyb_line");
  GdkRGBA ink = color (self, "xyb_ink");

  fill (snapshot, &ground, left, 0, right - left, self->group_height);
  if (column->group != NULL && *column->group != '\0')
    {
      g_autoptr (PangoLayout) layout = group_layout (self, column, right - left - 2 * padding);

      append_layout (snapshot, layout, &ink, left + padding,
                     (self->group_height - 1 - layout_height (layout)) / 2);
    }
  if (end < self->n_columns || right < gtk_widget_get_width (GTK_WIDGET (self)))
    fill (snapshot, &line, right - 1, 0, 1, self->group_height);
}

/* A group that begins in the frozen columns covers what scrolls under it, so it is drawn last. */
static void
draw_groups (XybSheet *self, GtkSnapshot *snapshot)
{
  static const XybSheetPart order[] = { XYB_SHEET_MIDDLE, XYB_SHEET_FIRST, XYB_SHEET_LAST };
  GdkRGBA line = color (self, "xyb_line");

  if (!self->has_groups)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint begin = 0; begin < self->n_columns; begin = group_end (self, begin))
      if (xyb_sheet_part_of (self, begin) == order[i])
        draw_group (self, snapshot, begin, group_end (self, begin));
  fill (snapshot, &line, 0, self->group_height - 1, xyb_sheet_view_x (self, self->n_columns), 1);
}

/* ---- lines ---- */

static void
draw_column_lines (XybSheet *self, GtkSnapshot *snapshot, XybSheetPart part)
{
  GdkRGBA line = color (self, "xyb_line");
  GdkRGBA edge = color (self, "xyb_edge");
  int bottom = MIN (xyb_sheet_content_height (self), gtk_widget_get_height (GTK_WIDGET (self)));
  guint begin;
  guint end;

  xyb_sheet_visible_columns (self, part, &begin, &end);
  for (guint column = begin; column < end; column++)
    {
      int right = xyb_sheet_view_x (self, column) + self->x[column + 1] - self->x[column] - 1;
      gboolean last = column + 1 == self->n_columns;

      if (!last || right + 1 < gtk_widget_get_width (GTK_WIDGET (self)))
        fill (snapshot, &line, right, self->group_height, 1, bottom - self->group_height);
      if (part == XYB_SHEET_LAST && column == begin)
        fill (snapshot, &edge, xyb_sheet_view_x (self, column) - 1, self->group_height, 1,
              bottom - self->group_height);
    }
}

static void
draw_row_lines (XybSheet *self, GtkSnapshot *snapshot)
{
  GdkRGBA line = color (self, "xyb_line");
  GdkRGBA edge = color (self, "xyb_edge");
  int width = xyb_sheet_view_x (self, self->n_columns);
  int top;
  int bottom;
  guint begin;
  guint end;

  xyb_sheet_body_edges (self, &top, &bottom);
  xyb_sheet_visible_rows (self, &begin, &end);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, top, width, bottom - top));
  for (guint row = begin; row < end; row++)
    fill (snapshot, &line, 0, xyb_sheet_view_y (self, row) + self->row_height - 1, width, 1);
  gtk_snapshot_pop (snapshot);
  fill (snapshot, &line, 0, top - 1, width, 1);
  for (guint i = 1; i < self->n_foot; i++)
    fill (snapshot, &line, 0, bottom + (int) i * self->foot_height - 1, width, 1);
  if (self->n_foot > 0)
    fill (snapshot, &edge, 0, bottom - 1, width, 1);
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
  GdkRGBA accent = color (self, "accent_bg_color");
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
  fill (snapshot, &tint, area.x, area.y, area.width, area.height);
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
  GdkRGBA accent = color (self, self->refusal != NULL ? "error_bg_color" : "accent_bg_color");
  GdkRGBA ground = color (self, "xyb_cell");

  if (self->mode == XYB_SHEET_IDLE && !has_focus (self))
    return;
  /* The frame lies on the lines around the cell. */
  area = (GdkRectangle){ area.x - 1, area.y - 1, area.width + 1, area.height + 1 };
  area.x = MAX (area.x, 0);
  clip = (GdkRectangle){ clip.x - 1, clip.y - 1, clip.width + 1, clip.height + 1 };
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (clip.x, clip.y, clip.width, clip.height));
  if (self->mode != XYB_SHEET_IDLE)
    {
      fill (snapshot, &ground, area.x, area.y, area.width, area.height);
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
    draw_head (self, snapshot, column);
  draw_column_lines (self, snapshot, part);
  gtk_snapshot_pop (snapshot);
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
  GdkRGBA ground = color (self, "xyb_cell");

  fill (snapshot, &ground, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
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
  draw_groups (self, snapshot);
  draw_row_lines (self, snapshot);
  if (!xyb_sheet_has_cells (self))
    return;
  draw_ranges (self, snapshot);
  draw_cursor (self, snapshot);
}

/* ---- what is kept ---- */

void
xyb_sheet_init_drawing (XybSheet *self)
{
  self->layouts
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) text_free);
  self->row_nodes
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
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
    g_hash_table_remove_all (self->layouts);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
xyb_sheet_forget_row (XybSheet *self, guint row)
{
  for (int part = 0; part < XYB_SHEET_N_PARTS; part++)
    g_hash_table_remove (self->row_nodes, row_key (row, part));
}
