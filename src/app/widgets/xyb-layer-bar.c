/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-layer-bar.h"

#include "xyb-amount.h"
#include "xyb-draw.h"

#define BAR_HEIGHT 9.0
#define TICK_HEIGHT 16
#define RADIUS 3.0
#define MIN_WIDTH 60

struct _XybLayerBar
{
  GtkWidget parent_instance;

  XybLayers layers;
};

G_DEFINE_FINAL_TYPE (XybLayerBar, xyb_layer_bar, GTK_TYPE_WIDGET)

static void
rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI / 2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static double
place_of (const XybLayerBar *self, gint64 value, double width)
{
  return (double) MIN (value, self->layers.scale) * width / (double) self->layers.scale;
}

/* How far it has to come, where it has not: to the target, or to the end of the scale. */
static void
draw_trough (XybLayerBar *self, cairo_t *cr, double width, double y)
{
  gint64 target = self->layers.target != XYB_UNSAID ? self->layers.target : 0;
  double end = self->layers.trough ? width : place_of (self, target, width);

  if (end < 1)
    return;
  xyb_draw_set_color (cr, GTK_WIDGET (self), "xyb_trough");
  rounded (cr, 0, y, end, BAR_HEIGHT, RADIUS);
  cairo_fill (cr);
}

/* The palest is the longest: its rounded ends hold the others. */
static void
draw_layers (XybLayerBar *self, cairo_t *cr, double width, double y)
{
  static const char *const colors[XYB_LAYERS]
    = { "xyb_bar_done", "xyb_bar_signed", "xyb_bar_nominated" };
  double longest = 0;

  for (int i = 0; i < XYB_LAYERS; i++)
    longest = MAX (longest, place_of (self, self->layers.values[i], width));
  if (longest < 1)
    return;
  cairo_save (cr);
  rounded (cr, 0, y, longest, BAR_HEIGHT, RADIUS);
  cairo_clip (cr);
  for (int i = XYB_LAYERS - 1; i >= 0; i--)
    {
      xyb_draw_set_color (cr, GTK_WIDGET (self),
                          self->layers.complete ? "xyb_bar_complete" : colors[i]);
      cairo_rectangle (cr, 0, y, place_of (self, self->layers.values[i], width), BAR_HEIGHT);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static gboolean
ends_at_target (const XybLayerBar *self)
{
  return self->layers.values[XYB_LAYERS - 1] == self->layers.target;
}

static void
draw_tick (XybLayerBar *self, cairo_t *cr, double width, double middle)
{
  double x;

  if (self->layers.target == XYB_UNSAID || self->layers.complete || ends_at_target (self)
      || self->layers.target == 0)
    return;
  x = place_of (self, self->layers.target, width);
  xyb_draw_set_color (cr, GTK_WIDGET (self), "xyb_ink");
  cairo_rectangle (cr, CLAMP ((int) x - 1, 0, width - 2), middle - TICK_HEIGHT / 2, 2, TICK_HEIGHT);
  cairo_fill (cr);
}

static void
xyb_layer_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XybLayerBar *self = XYB_LAYER_BAR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double middle = (int) (height / 2);
  double y = middle - (int) (BAR_HEIGHT / 2);
  cairo_t *cr;

  if (self->layers.scale <= 0 || width < 2)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_trough (self, cr, width, y);
  draw_layers (self, cr, width, y);
  draw_tick (self, cr, width, middle);
  cairo_destroy (cr);
}

static void
xyb_layer_bar_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : TICK_HEIGHT;
  *natural = *minimum;
}

static void
xyb_layer_bar_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (xyb_layer_bar_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
xyb_layer_bar_class_init (XybLayerBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = xyb_layer_bar_snapshot;
  widget_class->measure = xyb_layer_bar_measure;
  widget_class->css_changed = xyb_layer_bar_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xyb_layer_bar_init (XybLayerBar *self)
{
  self->layers.target = XYB_UNSAID;
}

/**
 * xyb_layer_bar_set:
 * @self: a bar
 * @layers: what to draw
 * @words: its figures as text, for who does not see it
 *
 * Draws @layers.
 */
void
xyb_layer_bar_set (XybLayerBar *self, const XybLayers *layers, const char *words)
{
  g_return_if_fail (XYB_IS_LAYER_BAR (self));
  g_return_if_fail (layers != NULL);

  self->layers = *layers;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
