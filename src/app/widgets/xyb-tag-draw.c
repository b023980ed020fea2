/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-tag-draw.h"

/* As XybTag has them in style.css. */
#define SMALL 0.82
#define PADDING 9
#define PADDING_ABOVE 2
#define SPACING 4
#define ICON 12

/**
 * xyb_tag_layout_new:
 * @widget: whose font counts
 * @text: the word
 *
 * Returns: (transfer full): its layout
 */
PangoLayout *
xyb_tag_layout_new (GtkWidget *widget, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  /* Only the name stands out in a row that is selected. */
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

/**
 * xyb_tag_layout_get_size:
 * @layout: of xyb_tag_layout_new()
 * @out_width: (out): of the whole tag
 * @out_height: (out) (optional): of the whole tag
 */
void
xyb_tag_layout_get_size (PangoLayout *layout, int *out_width, int *out_height)
{
  int height;

  pango_layout_get_pixel_size (layout, out_width, &height);
  *out_width += ICON + SPACING + 2 * PADDING;
  if (out_height != NULL)
    *out_height = height + 2 * PADDING_ABOVE;
}

static GdkRGBA
color (GtkWidget *widget, const char *name)
{
  GdkRGBA rgba = { 0.5, 0.5, 0.5, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &rgba);
  return rgba;
}

static void
find_colors (GtkWidget *widget, const char *css_class, GdkRGBA *out_ground, GdkRGBA *out_ink)
{
  static const struct
  {
    const char *css_class;
    const char *ground;
    const char *ink;
  } looks[] = {
    { "success", "xyb_green_tint", "xyb_green_text" },
    { "warning", "xyb_yellow_tint", "xyb_yellow_text" },
    { "error", "xyb_red_tint", "xyb_red_text" },
    { "accent", "xyb_blue_tint", "xyb_blue_text" },
  };

  *out_ground = color (widget, "xyb_neutral_tint");
  *out_ink = color (widget, "xyb_ink");
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_strcmp0 (looks[i].css_class, css_class) == 0)
      {
        *out_ground = color (widget, looks[i].ground);
        *out_ink = color (widget, looks[i].ink);
      }
}

static void
append_icon (GtkWidget *widget,
             GtkSnapshot *snapshot,
             const char *icon_name,
             int x,
             int y,
             const GdkRGBA *ink)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon
    = gtk_icon_theme_lookup_icon (theme, icon_name, NULL, ICON,
                                  gtk_widget_get_scale_factor (widget),
                                  gtk_widget_get_direction (widget), 0);
  GdkRGBA colors[4] = { *ink, *ink, *ink, *ink };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON, ICON,
                                            colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (snapshot);
}

/**
 * xyb_tag_append:
 * @widget: what draws itself
 * @snapshot: where to draw
 * @layout: of xyb_tag_layout_new()
 * @look: colour and sign
 * @on_selection: it lies on the tint of the selection, where one of its own would not be seen
 * @left: pixels
 * @top: pixels
 */
void
xyb_tag_append (GtkWidget *widget,
                GtkSnapshot *snapshot,
                PangoLayout *layout,
                const XybTagLook *look,
                gboolean on_selection,
                int left,
                int top)
{
  GskRoundedRect outline;
  GdkRGBA ground;
  GdkRGBA ink;
  int width;
  int height;

  xyb_tag_layout_get_size (layout, &width, &height);
  find_colors (widget, look->css_class, &ground, &ink);
  if (on_selection)
    ground = color (widget, "view_bg_color");
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (left, top, width, height),
                                   height / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  append_icon (widget, snapshot, look->icon_name, left + PADDING, top + (height - ICON) / 2, &ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left + PADDING + ICON + SPACING,
                                                          top + PADDING_ABOVE));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}
