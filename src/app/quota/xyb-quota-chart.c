/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-quota-chart.h"

#include <inttypes.h>

#include "xyb-draw.h"
#include "xyb-i18n.h"

#define MIN_WIDTH 420
#define MIN_HEIGHT 170
#define LEFT 30 /* the scale's figures */
#define TOP 10
#define BOTTOM 44 /* two lines under the bars */
#define BARS 3
#define SCALE_LINES 3

typedef struct
{
  gint64 unit_id;
  char *name;
  gint64 quota; /* or XYB_UNSAID */
  gint64 bars[BARS];
  gint64 done;
  gboolean complete;
} Group;

struct _XybQuotaChart
{
  GtkWidget parent_instance;

  /* owned */
  GPtrArray *groups; /* of Group */
  gint64 top;        /* value at the upper edge */
  gint64 selected;
};

G_DEFINE_FINAL_TYPE (XybQuotaChart, xyb_quota_chart, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *widget;
  cairo_t *cr;
  double width;
  double height;
  double base; /* y of 0 */
  double unit; /* pixels a enterprise */
  double slot; /* pixels a 区镇 */
} Canvas;

static void
group_free (Group *self)
{
  g_free (self->name);
  g_free (self);
}

static Group *
group_new (const XybQuotaRow *row)
{
  Group *self = g_new0 (Group, 1);

  self->unit_id = row->unit_id;
  self->name = xyb_quota_rows_short_name (row->name);
  self->quota = row->accreditation;
  self->bars[0] = row->progress.nominated;
  self->bars[1] = row->progress.signed_up;
  self->bars[2] = row->progress.accepted;
  self->done = row->done;
  self->complete = row->missing == 0;
  return self;
}

/* The scale ends on a number that three even steps reach. */
static gint64
scale_top (GPtrArray *groups)
{
  gint64 top = 1;

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = groups->pdata[i];

      top = MAX (top, group->quota);
      for (int bar = 0; bar < BARS; bar++)
        top = MAX (top, group->bars[bar]);
    }
  return (top + SCALE_LINES - 1) / SCALE_LINES * SCALE_LINES;
}

static void
draw_scale (Canvas *c, gint64 top)
{
  for (int i = 0; i <= SCALE_LINES; i++)
    {
      gint64 value = top * i / SCALE_LINES;
      double y = c->base - (double) value * c->unit;
      g_autofree char *text = g_strdup_printf ("%" PRId64, value);

      xyb_draw_set_color (c->cr, c->widget, "xyb_line");
      cairo_rectangle (c->cr, LEFT, (int) y, c->width - LEFT, 1);
      cairo_fill (c->cr);
      xyb_draw_set_color (c->cr, c->widget, "xyb_secondary");
      xyb_draw_text (c->cr, c->widget, text, 9, FALSE, LEFT - 9, y, XYB_ALIGN_END, 0);
    }
}

static void
draw_bars (Canvas *c, const Group *group, double x)
{
  static const char *const colors[BARS] = { "xyb_bar_nominated", "xyb_bar_signed", "xyb_bar_done" };
  double bar = MIN (c->slot / 5.0, 22);
  double left = x + (c->slot - bar * BARS) / 2;

  for (int i = 0; i < BARS; i++)
    {
      double height = (double) group->bars[i] * c->unit;

      xyb_draw_set_color (c->cr, c->widget,
                          i == BARS - 1 && group->complete ? "xyb_bar_complete" : colors[i]);
      cairo_rectangle (c->cr, left + i * bar, c->base - height, bar - 1, height);
      cairo_fill (c->cr);
    }
  if (group->quota == XYB_UNSAID)
    return;
  xyb_draw_set_color (c->cr, c->widget, "xyb_ink");
  cairo_rectangle (c->cr, left - 5, (int) (c->base - (double) group->quota * c->unit) - 1,
                   bar * BARS + 9, 2);
  cairo_fill (c->cr);
}

static void
draw_words (Canvas *c, const Group *group, double x, gboolean selected)
{
  g_autofree char *quota = xyb_quota_rows_number_label (group->quota);
  g_autofree char *figures
    = g_strdup_printf ("%" PRId64 "/%s", group->done, *quota != '\0' ? quota : "—");
  double middle = x + c->slot / 2;

  xyb_draw_set_color (c->cr, c->widget, "xyb_ink");
  xyb_draw_text (c->cr, c->widget, group->name, 9, selected, middle, c->base + 16, XYB_ALIGN_CENTER,
                 c->slot - 2);
  xyb_draw_set_color (c->cr, c->widget, group->complete ? "xyb_green_text" : "xyb_secondary");
  xyb_draw_text (c->cr, c->widget, figures, 9, FALSE, middle, c->base + 34, XYB_ALIGN_CENTER, 0);
}

static void
xyb_quota_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XybQuotaChart *self = XYB_QUOTA_CHART (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;
  Canvas c;

  if (self->groups->len == 0 || height <= TOP + BOTTOM)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  c = (Canvas){ widget, cr, width, height, height - BOTTOM, 0, 0 };
  c.unit = (c.base - TOP) / (double) self->top;
  c.slot = (c.width - LEFT) / self->groups->len;
  draw_scale (&c, self->top);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = self->groups->pdata[i];

      draw_bars (&c, group, LEFT + i * c.slot);
      draw_words (&c, group, LEFT + i * c.slot, group->unit_id == self->selected);
    }
  cairo_destroy (cr);
}

static void
xyb_quota_chart_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *natural = *minimum;
}

static void
xyb_quota_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (xyb_quota_chart_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
xyb_quota_chart_finalize (GObject *object)
{
  g_clear_pointer (&XYB_QUOTA_CHART (object)->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_quota_chart_parent_class)->finalize (object);
}

static void
xyb_quota_chart_class_init (XybQuotaChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xyb_quota_chart_finalize;
  widget_class->snapshot = xyb_quota_chart_snapshot;
  widget_class->measure = xyb_quota_chart_measure;
  widget_class->css_changed = xyb_quota_chart_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xyb_quota_chart_init (XybQuotaChart *self)
{
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
}

/* The figures once more as text: a picture says nothing to a screen reader. */
static void
update_description (XybQuotaChart *self, const XybQuotaRows *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->rows->len; i++)
    {
      const XybQuotaRow *row = rows->rows->pdata[i];
      g_autofree char *quota = xyb_quota_rows_number_label (row->accreditation);

      g_string_append_printf (
        text, _ ("%s：指标 %s，已推荐 %" PRId64 "，已签约 %" PRId64 "，已验收 %" PRId64 "。"),
        row->name, *quota != '\0' ? quota : _ ("未定"), row->progress.nominated,
        row->progress.signed_up, row->progress.accepted);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("各区镇进度"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str,
                                  -1);
}

/**
 * xyb_quota_chart_fill:
 * @self: the chart
 * @rows: what to draw
 *
 * Draws @rows.
 */
void
xyb_quota_chart_fill (XybQuotaChart *self, const XybQuotaRows *rows)
{
  g_return_if_fail (XYB_IS_QUOTA_CHART (self));

  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < rows->rows->len; i++)
    g_ptr_array_add (self->groups, group_new (rows->rows->pdata[i]));
  self->top = scale_top (self->groups);
  update_description (self, rows);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * xyb_quota_chart_select:
 * @self: the chart
 * @unit_id: a 区镇, or 0
 *
 * Writes its name in bold.
 */
void
xyb_quota_chart_select (XybQuotaChart *self, gint64 unit_id)
{
  g_return_if_fail (XYB_IS_QUOTA_CHART (self));

  self->selected = unit_id;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
