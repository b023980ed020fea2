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
  GtkWidget *legend;
  GtkLabel *accepted;
  GtkLabel *signed_up;
  GtkLabel *nominated;
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
  gtk_widget_class_bind_template_child (widget_class, XybFigureCard, legend);
  gtk_widget_class_bind_template_child (widget_class, XybFigureCard, accepted);
  gtk_widget_class_bind_template_child (widget_class, XybFigureCard, signed_up);
  gtk_widget_class_bind_template_child (widget_class, XybFigureCard, nominated);
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

static void
set_count (GtkLabel *label, const char *format, gint64 count)
{
  g_autofree char *text = g_strdup_printf ("%s %" PRId64, format, count);

  gtk_label_set_label (label, text);
}

static char *
stage_words (const XybFigure *figure)
{
  if (figure->done == XYB_UNSAID)
    return g_strdup (figure->note);
  return g_strdup_printf (_ ("已推荐 %" PRId64 " 家，已签约 %" PRId64 " 家，已验收 %" PRId64 " 家"),
                          figure->nominated, figure->signed_up, figure->accepted);
}

static void
show_stages (XybFigureCard *self, const XybFigure *figure)
{
  gboolean known = figure->done != XYB_UNSAID;
  g_autofree char *words = stage_words (figure);
  XybLayers layers = { .target = XYB_UNSAID, .scale = 1, .trough = TRUE };

  if (known)
    {
      layers.values[0] = figure->accepted;
      layers.values[1] = figure->signed_up;
      layers.values[2] = figure->nominated;
      layers.target = figure->target;
      layers.scale = MAX (MAX (figure->target, figure->nominated), 1);
      layers.complete = figure->complete;
    }
  xyb_layer_bar_set (self->bar, &layers, words);
  set_count (self->accepted, _ ("已验收"), figure->accepted);
  set_count (self->signed_up, _ ("已签约"), figure->signed_up);
  set_count (self->nominated, _ ("已推荐"), figure->nominated);
  gtk_widget_set_visible (self->legend, known);
  gtk_label_set_label (self->note, figure->note != NULL ? figure->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), !known);
}

static void
update_words (XybFigureCard *self, const XybFigure *figure)
{
  g_autofree char *stages = stage_words (figure);
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

  number = figure->done == XYB_UNSAID ? g_strdup ("—") : g_strdup_printf ("%" PRId64, figure->done);
  target = figure->target == XYB_UNSAID ? g_strdup (_ ("家，没有目标"))
                                        : g_strdup_printf (_ ("/ %" PRId64 " 家"), figure->target);
  gtk_label_set_label (self->title, figure->title);
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->target, target);
  gtk_label_set_label (self->rate, figure->rate);
  show_deadline (self, figure);
  show_stages (self, figure);
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
