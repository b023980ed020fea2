/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-draw-private.h"

/* Heads: titles wrapped to their columns, a line of points below, groups above. */

#define SUBTITLE_GAP 1
#define HEAD_PADDING 4

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
  int room = width - 2 * xyb_sheet_padding (width, column->align);
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
void
xyb_sheet_draw_head (XybSheet *self, GtkSnapshot *snapshot, guint column)
{
  const XybSheetColumn *info = &self->columns[column];
  GdkRGBA ink = xyb_sheet_color (self, "xyb_secondary");
  int x = xyb_sheet_view_x (self, column);
  int width = self->x[column + 1] - self->x[column];
  int padding = xyb_sheet_padding (width, info->align);
  int top = xyb_sheet_top_height (self);
  g_autoptr (PangoLayout) title
    = head_layout (self, info->title, self->head_points, width - 2 * padding, info->align);
  int bottom = top - HEAD_PADDING - 1;

  if (!self->row_tint && column == self->cursor.column)
    {
      GdkRGBA tint = xyb_sheet_color (self, "xyb_row");

      xyb_sheet_fill (snapshot, &tint, x, self->group_height, width, self->head_height);
    }
  if (info->subtitle != NULL)
    {
      g_autoptr (PangoLayout) subtitle
        = head_layout (self, info->subtitle, self->head_points, width - 2 * padding, info->align);

      bottom -= layout_height (subtitle);
      xyb_sheet_append_layout (snapshot, subtitle, &ink, x + padding, bottom);
      bottom -= SUBTITLE_GAP;
      ink = xyb_sheet_color (self, "xyb_ink");
    }
  xyb_sheet_append_layout (snapshot, title, &ink, x + padding, bottom - layout_height (title));
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
  xyb_sheet_add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, words);
  xyb_sheet_add_attribute (attributes, xyb_sheet_ink_attribute (self, "xyb_secondary"), words,
                           G_MAXUINT);
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
  int padding = xyb_sheet_padding (self->x[end] - self->x[begin], XYB_SHEET_ALIGN_START);
  GdkRGBA ground = xyb_sheet_color (self, "xyb_cell");
  GdkRGBA line = xyb_sheet_color (self, "xyb_line");
  GdkRGBA ink = xyb_sheet_color (self, "xyb_ink");

  xyb_sheet_fill (snapshot, &ground, left, 0, right - left, self->group_height);
  if (column->group != NULL && *column->group != '\0')
    {
      g_autoptr (PangoLayout) layout = group_layout (self, column, right - left - 2 * padding);

      xyb_sheet_append_layout (snapshot, layout, &ink, left + padding,
                               (self->group_height - 1 - layout_height (layout)) / 2);
    }
  if (end < self->n_columns || right < gtk_widget_get_width (GTK_WIDGET (self)))
    xyb_sheet_fill (snapshot, &line, right - 1, 0, 1, self->group_height);
}

/* A group that begins in the frozen columns covers what scrolls under it, so it is drawn last. */
void
xyb_sheet_draw_groups (XybSheet *self, GtkSnapshot *snapshot)
{
  static const XybSheetPart order[] = { XYB_SHEET_MIDDLE, XYB_SHEET_FIRST, XYB_SHEET_LAST };
  GdkRGBA line = xyb_sheet_color (self, "xyb_line");

  if (!self->has_groups)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint begin = 0; begin < self->n_columns; begin = group_end (self, begin))
      if (xyb_sheet_part_of (self, begin) == order[i])
        draw_group (self, snapshot, begin, group_end (self, begin));
  xyb_sheet_fill (snapshot, &line, 0, self->group_height - 1,
                  xyb_sheet_view_x (self, self->n_columns), 1);
}
