/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-stage-bar.h"

#include "xyb-date.h"
#include "xyb-draw.h"
#include "xyb-i18n.h"

#define N_STEPS 4
#define GAP 4.0
#define BAR_HEIGHT 6.0
#define MIN_WIDTH 280
#define WIDTH 420
#define HEIGHT 30
#define CAPTION_POINTS 9

typedef struct
{
  char *caption; /* 签约 5月12日 */
  gboolean done;
} Step;

struct _XybStageBar
{
  GtkWidget parent_instance;

  /* owned */
  Step steps[N_STEPS];
  char *sentence;
};

G_DEFINE_FINAL_TYPE (XybStageBar, xyb_stage_bar, GTK_TYPE_WIDGET)

/* The first step that is not done is where the enterprise stands now. */
static const char *
color_of (XybStageBar *self, guint index)
{
  if (self->steps[index].done)
    return "xyb_bar_complete";
  return index > 0 && !self->steps[index - 1].done ? "xyb_line" : "xyb_bar_nominated";
}

static void
rounded_bar (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = height / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, G_PI_2);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
xyb_stage_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XybStageBar *self = XYB_STAGE_BAR (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double step = (width - GAP * (N_STEPS - 1)) / N_STEPS;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                          (float) height));

  for (guint i = 0; i < N_STEPS; i++)
    {
      double x = i * (step + GAP);

      xyb_draw_set_color (cr, widget, color_of (self, i));
      rounded_bar (cr, x, 2, step, BAR_HEIGHT);
      xyb_draw_set_color (cr, widget, self->steps[i].done ? "xyb_ink" : "xyb_secondary");
      xyb_draw_text (cr, widget, self->steps[i].caption, CAPTION_POINTS, FALSE, x + 1,
                     (height + BAR_HEIGHT + 4) / 2, XYB_ALIGN_START, step);
    }
  cairo_destroy (cr);
}

static void
xyb_stage_bar_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
clear (XybStageBar *self)
{
  for (guint i = 0; i < N_STEPS; i++)
    g_clear_pointer (&self->steps[i].caption, g_free);
  g_clear_pointer (&self->sentence, g_free);
}

static void
xyb_stage_bar_finalize (GObject *object)
{
  clear (XYB_STAGE_BAR (object));
  G_OBJECT_CLASS (xyb_stage_bar_parent_class)->finalize (object);
}

static void
xyb_stage_bar_class_init (XybStageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xyb_stage_bar_finalize;
  widget_class->snapshot = xyb_stage_bar_snapshot;
  widget_class->measure = xyb_stage_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xyb_stage_bar_init (XybStageBar *self)
{
}

/* @date: ISO, or NULL where the step has none of its own. */
static void
set_step (XybStageBar *self, guint index, const char *name, const char *date, gboolean done)
{
  g_autofree char *shown = date != NULL ? xyb_date_format_short (date) : NULL;

  self->steps[index].done = done;
  self->steps[index].caption
    = shown != NULL ? g_strdup_printf ("%s %s", name, shown) : g_strdup (name);
}

static void
append_step (GString *sentence, const char *name, const char *date)
{
  g_autofree char *shown = date != NULL ? xyb_date_format (date) : NULL;

  g_string_append (sentence, "，");
  if (shown != NULL)
    g_string_append_printf (sentence, _ ("%s已于%s完成"), name, shown);
  else
    g_string_append_printf (sentence, _ ("%s未完成"), name);
}

/**
 * xyb_stage_bar_set:
 * @self: the bar
 * @nomination: one year's row of 附件2
 *
 * Shows it; a screen reader gets the same in a sentence.
 */
void
xyb_stage_bar_set (XybStageBar *self, const XybNomination *nomination)
{
  XybStage stage = xyb_stage_of (nomination);
  g_autoptr (GString) sentence = g_string_new (_ ("已推荐"));

  g_return_if_fail (XYB_IS_STAGE_BAR (self));

  clear (self);
  set_step (self, 0, _ ("推荐"), NULL, TRUE);
  set_step (self, 1, _ ("确定"), nomination->confirmed_on, stage >= XYB_STAGE_CONFIRMED);
  set_step (self, 2, _ ("签约"), nomination->signed_on, stage >= XYB_STAGE_SIGNED);
  set_step (self, 3, _ ("验收"), nomination->accepted_on, stage >= XYB_STAGE_ACCEPTED);
  append_step (sentence, _ ("确定名单"), nomination->confirmed_on);
  append_step (sentence, _ ("签约"), nomination->signed_on);
  append_step (sentence, _ ("验收"), nomination->accepted_on);
  self->sentence = g_string_free (g_steal_pointer (&sentence), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->sentence, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
