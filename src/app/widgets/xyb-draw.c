/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-draw.h"

/**
 * xyb_draw_set_color:
 * @cr: where to draw
 * @widget: whose style counts
 * @name: a named colour of style.css, which has another value in the dark
 *
 * Sets the source of @cr.
 */
void
xyb_draw_set_color (cairo_t *cr, GtkWidget *widget, const char *name)
{
  GdkRGBA color = { 0.5, 0.5, 0.5, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color);
  gdk_cairo_set_source_rgba (cr, &color);
}

/**
 * xyb_draw_text:
 * @cr: where to draw
 * @widget: whose font counts
 * @text: one line
 * @points: size at the desktop's normal font of 11 pt; grows with the clerk's own font size
 * @bold: in bold
 * @x: left edge, middle or right edge, by @align
 * @y: middle of the line
 * @align: what @x means
 * @max_width: pixels after which the text is cut with …, or 0
 *
 * Draws in the present source colour, figures tabular.
 */
void
xyb_draw_text (cairo_t *cr,
               GtkWidget *widget,
               const char *text,
               double points,
               gboolean bold,
               double x,
               double y,
               XybAlign align,
               double max_width)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;
  int height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (points / 11.0));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  if (max_width > 0)
    {
      pango_layout_get_pixel_size (layout, &width, &height);
      if (width > max_width)
        {
          pango_layout_set_width (layout, (int) (max_width * PANGO_SCALE));
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
        }
    }
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr,
                 align == XYB_ALIGN_START    ? x
                 : align == XYB_ALIGN_CENTER ? x - width / 2.0
                                             : x - width,
                 y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}
