/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-figure-card.h"

#include <inttypes.h>

#include "xyb-i18n.h"
#include "xyb-layer-bar.h"
#include "xyb-tag.h"

struct _XybFigureCard
{
  GtkBox parent_instance;

  /* template widgets */
  GtkLabel *title;
  GtkLabel *deadline;
  XybTag *tag;
  GtkLabel *number;
  GtkLabel *target;
  GtkLabel *rate;
  XybLayerBar *bar;
  GtkLabel *layers[XYB_LAYERS];
  GtkLabel *note;

  /* owned */
  char *words;
};

G_DEFINE_FINAL_TYPE (XybFigureCard, xyb_figure_card, GTK_TYPE_BOX)

static void
xyb_figure_card_finalize (GObject *object)
{
  g_free (XYB_FIGURE_CARD (object)->words);
  G_OBJECT_CLASS (xyb_figure_card_parent_class)->finalize (object);
}

/* The strongest colour first. */
static const char *const layer_ids[XYB_LAYERS] = { "strong", "middle", "pale" };

static void
xyb_figure_card_class_init (XybFigureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xyb_figure_card_finalize;
  g_type_ensure (XYB_TYPE_TAG);
  g_type_ensure (XYB_TYPE_LAYER_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/overview/xyb-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, XybFigureCard, title);
  gtk_widget_class_bind_template_child (widget_class, XybFigureCard, deadline);
  gtk_widget_class_bind_template_child (widget_class, XybFigureCard, tag);
  gtk_widget_class_bind_template_child (widget_class, XybFigureCard, number);
  gtk_widget_class_bind_template_child (widget_class, XybFigureCard, target);
  gtk_widget_class_bind_template_child (widget_class, XybFigureCard, rate);
  gtk_widget_class_bind_template_child (widget_class, XybFigureCard, bar);
  for (gsize i = 0; i < XYB_LAYERS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, layer_ids[i], FALSE,
                                               G_STRUCT_OFFSET (XybFigureCard, layers)
                                                 + i * sizeof (GtkLabel *));
  gtk_widget_class_bind_template_child (widget_class, XybFigureCard, note);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
xyb_figure_card_init (XybFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Far off it is a caption; near, late or done it is a tag with a sign. */
static void
show_deadline (XybFigureCard *self, const XybFigure *figure)
{
  gboolean plain = !figure->complete && figure->urgency == XYB_URGENCY_PLAIN;
  const char *words = figure->deadline != NULL ? figure->deadline : "";

  gtk_label_set_label (self->deadline, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->deadline), *words != '\0' ? words : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->deadline), plain);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), !plain);
  if (figure->complete)
    xyb_tag_set (self->tag, "success", "object-select-symbolic", words);
  else if (figure->urgency < XYB_URGENCY_NEAR)
    xyb_tag_set (self->tag, "error", "dialog-error-symbolic", words);
  else
    xyb_tag_set (self->tag, "warning", "alarm-symbolic", words);
}

static const XybFigureLayer *
layer_at (const XybFigure *figure, guint i)
{
  return i < figure->layers->len ? figure->layers->pdata[i] : NULL;
}

static void
show_legend (GtkLabel *label, const XybFigureLayer *layer)
{
  g_autofree char *text
    = layer != NULL ? g_strdup_printf ("%s %" PRId64, layer->name, layer->count) : g_strdup ("");

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), layer != NULL);
}

static void
show_layers (XybFigureCard *self, const XybFigure *figure)
{
  g_autofree char *words = xyb_figure_layer_words (figure);
  XybLayers layers = { .target = XYB_UNSAID, .scale = 1, .trough = TRUE };

  for (guint i = 0; i < XYB_LAYERS; i++)
    {
      const XybFigureLayer *layer = layer_at (figure, i);

      layers.values[i] = layer != NULL ? layer->count : 0;
      layers.scale = MAX (layers.scale, layers.values[i]);
      show_legend (self->layers[i], layer);
    }
  if (figure->layers->len > 0 && figure->target != XYB_UNSAID)
    {
      layers.target = figure->target;
      layers.scale = MAX (layers.scale, figure->target);
      layers.complete = figure->complete;
    }
  xyb_layer_bar_set (self->bar, &layers, words);
  gtk_label_set_label (self->note, figure->note != NULL ? figure->note : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->note), figure->note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), figure->note != NULL);
}

static void
update_words (XybFigureCard *self, const XybFigure *figure)
{
  g_autofree char *stages = xyb_figure_layer_words (figure);
  const char *deadline = figure->deadline != NULL ? figure->deadline : _ ("没有时限");

  g_free (self->words);
  if (figure->target == XYB_UNSAID)
    self->words = g_strdup_printf (_ ("%s：没有目标；%s；%s"), figure->title, stages, deadline);
  else
    self->words = g_strdup_printf (_ ("%s：目标 %" PRId64 " 家，完成率 %s；%s；%s"), figure->title,
                                   figure->target, figure->rate, stages, deadline);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words,
                                  -1);
}

/* / 66 家 · 累计 631 家 (PLAN-12). */
static char *
target_words (const XybFigure *figure)
{
  g_autofree char *target = figure->target == XYB_UNSAID
                              ? g_strdup (_ ("家，没有目标"))
                              : g_strdup_printf (_ ("/ %" PRId64 " 家"), figure->target);

  if (figure->cumulative == XYB_UNSAID)
    return g_steal_pointer (&target);
  return g_strdup_printf (_ ("%s · 累计 %" PRId64 " 家"), target, figure->cumulative);
}

/**
 * xyb_figure_card_fill:
 * @self: a card
 * @figure: what it shows
 *
 * Shows @figure.
 */
void
xyb_figure_card_fill (XybFigureCard *self, const XybFigure *figure)
{
  g_autofree char *number = NULL;
  g_autofree char *target = NULL;

  g_return_if_fail (XYB_IS_FIGURE_CARD (self));
  g_return_if_fail (figure != NULL);

  target = target_words (figure);
  number = figure->done == XYB_UNSAID ? g_strdup ("—") : g_strdup_printf ("%" PRId64, figure->done);
  gtk_label_set_label (self->title, figure->title);
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->target, target);
  gtk_label_set_label (self->rate, figure->rate);
  show_deadline (self, figure);
  show_layers (self, figure);
  update_words (self, figure);
}

/**
 * xyb_figure_card_get_words:
 * @self: a card
 *
 * Returns: (nullable): its figures as text, as a screen reader says them
 */
const char *
xyb_figure_card_get_words (XybFigureCard *self)
{
  g_return_val_if_fail (XYB_IS_FIGURE_CARD (self), NULL);

  return self->words;
}
