/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-timeline-view.h"

#include <math.h>

#include "xyb-draw.h"
#include "xyb-i18n.h"

/* In lines of the widget's font, so that all grows with it. */
#define ROW_LINES 4.5
#define ROW_STEP 5.1 /* from one row to the next */
#define AXIS 0.62
#define WHEN 1.95
#define WHAT 2.98
#define STATUS 3.92
#define SLOT_CHARS 8.6 /* 推荐市级示范名单, and air */
#define MARKER 9.0
#define MIN_SLOTS 3

struct _XybTimelineView
{
  GtkWidget parent_instance;

  /* owned */
  XybTimeline *timeline;
  char *words;
};

G_DEFINE_FINAL_TYPE (XybTimelineView, xyb_timeline_view, GTK_TYPE_WIDGET)

typedef struct
{
  XybTimelineView *view;
  GtkWidget *widget;
  cairo_t *cr;
  double width;
  double line; /* height of a line of text */
  guint n;
  guint per_row;
  double slot;
} Canvas;

/* ---- measures ---- */

static void
measure_font (XybTimelineView *self, double *out_line, double *out_char)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "国国国国");
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  *out_line = height;
  *out_char = width / 4.0;
}

static guint
count (const XybTimelineView *self)
{
  return self->timeline != NULL ? self->timeline->stops->len : 0;
}

/* As many in each row as possible, and the rows alike. */
static guint
per_row (XybTimelineView *self, int width)
{
  guint n = MAX (count (self), 1);
  double line;
  double character;
  guint fit;
  guint rows;

  measure_font (self, &line, &character);
  fit = CLAMP ((guint) (width / (SLOT_CHARS * character)), 1, n);
  rows = (n + fit - 1) / fit;
  return (n + rows - 1) / rows;
}

static void
xyb_timeline_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  XybTimelineView *self = XYB_TIMELINE_VIEW (widget);
  guint n = MAX (count (self), 1);
  double line;
  double character;

  measure_font (self, &line, &character);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (MIN (n, MIN_SLOTS) * SLOT_CHARS * character);
      *natural = (int) (n * SLOT_CHARS * character);
    }
  else
    {
      guint row = for_size < 0 ? n : per_row (self, for_size);

      *minimum = *natural = (int) ceil ((ROW_LINES + ROW_STEP * ((n - 1) / row)) * line);
    }
}

static GtkSizeRequestMode
xyb_timeline_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- drawing ---- */

static gboolean
shows_today (const XybTimeline *timeline)
{
  return timeline->today > -1;
}

static const XybStop *
stop_at (const Canvas *c, guint i)
{
  return c->view->timeline->stops->pdata[i];
}

static double
x_of (const Canvas *c, guint i)
{
  return (i % c->per_row + 0.5) * c->slot;
}

static double
top_of (const Canvas *c, guint i)
{
  return (double) (i / c->per_row) * ROW_STEP * c->line;
}

static double
axis_of (const Canvas *c, guint i)
{
  return round (top_of (c, i) + AXIS * c->line);
}

static void
segment (const Canvas *c, const char *color, double from, double to, double y)
{
  if (to <= from)
    return;
  xyb_draw_set_color (c->cr, c->widget, color);
  cairo_rectangle (c->cr, from, y - 1, to - from, 2);
  cairo_fill (c->cr);
}

/* From stop @i to the next, or to the edge where the row ends: what is behind today in the colour
 * of the stop it comes from, the rest grey. */
static void
draw_segment (const Canvas *c, guint i)
{
  /* In a year that is put away everything is behind. */
  double today = shows_today (c->view->timeline) ? c->view->timeline->today : c->n - 1;
  gboolean last_of_row = i + 1 == c->n || (i + 1) % c->per_row == 0;
  double from = x_of (c, i);
  double to = last_of_row ? from + c->slot / 2 : from + c->slot;
  double here = from + (today - i) * c->slot;
  double behind = today < i ? from : MIN (here, to);
  gboolean done = stop_at (c, i)->state == XYB_STOP_DONE;

  if (i + 1 == c->n && today <= i)
    return;
  if (i + 1 == c->n)
    to = behind;
  segment (c, done ? "xyb_bar_complete" : "xyb_passed", from, behind, axis_of (c, i));
  segment (c, "xyb_axis", behind, to, axis_of (c, i));
  /* The next row begins where this one ended. */
  if (last_of_row && i + 1 < c->n)
    segment (c, today > i + 0.5 && done ? "xyb_bar_complete" : "xyb_axis", 0, x_of (c, i + 1),
             axis_of (c, i + 1));
}

static void
disc (const Canvas *c, const char *color, double x, double y)
{
  xyb_draw_set_color (c->cr, c->widget, color);
  cairo_arc (c->cr, x, y, MARKER, 0, 2 * G_PI);
  cairo_fill (c->cr);
  cairo_set_source_rgb (c->cr, 1, 1, 1);
  cairo_set_line_width (c->cr, 2);
}

static void
ring (const Canvas *c, double x, double y)
{
  xyb_draw_set_color (c->cr, c->widget, "card_bg_color");
  cairo_arc (c->cr, x, y, MARKER - 1, 0, 2 * G_PI);
  cairo_fill (c->cr);
  /* A card in the dark is a veil; the line must not shine through it. */
  xyb_draw_set_color (c->cr, c->widget, "xyb_marker");
  cairo_arc (c->cr, x, y, MARKER - 1, 0, 2 * G_PI);
  cairo_fill_preserve (c->cr);
  xyb_draw_set_color (c->cr, c->widget, "xyb_passed");
  cairo_set_line_width (c->cr, 2);
  cairo_stroke (c->cr);
}

static void
draw_check (const Canvas *c, double x, double y)
{
  disc (c, "xyb_bar_complete", x, y);
  cairo_move_to (c->cr, x - 4, y + 0.5);
  cairo_line_to (c->cr, x - 1, y + 3.5);
  cairo_line_to (c->cr, x + 4, y - 3);
  cairo_stroke (c->cr);
}

static void
draw_bang (const Canvas *c, double x, double y)
{
  disc (c, "warning_bg_color", x, y);
  cairo_rectangle (c->cr, x - 1, y - 5, 2, 6);
  cairo_rectangle (c->cr, x - 1, y + 3, 2, 2);
  cairo_fill (c->cr);
}

/* Red before its day: as near as the plan has it red. */
static void
draw_alarm (const Canvas *c, double x, double y)
{
  disc (c, "error_bg_color", x, y);
  cairo_rectangle (c->cr, x - 1, y - 5, 2, 6);
  cairo_rectangle (c->cr, x - 1, y + 3, 2, 2);
  cairo_fill (c->cr);
}

/* Blue: to come, and near enough to be told of. */
static void
draw_coming (const Canvas *c, double x, double y)
{
  ring (c, x, y);
  xyb_draw_set_color (c->cr, c->widget, "accent_bg_color");
  cairo_arc (c->cr, x, y, MARKER - 1, 0, 2 * G_PI);
  cairo_stroke (c->cr);
  cairo_rectangle (c->cr, x - 1, y - 4, 2, 2);
  cairo_rectangle (c->cr, x - 1, y - 1, 2, 5);
  cairo_fill (c->cr);
}

static void
draw_minus (const Canvas *c, double x, double y)
{
  disc (c, "error_bg_color", x, y);
  cairo_rectangle (c->cr, x - 4, y - 1, 8, 2);
  cairo_fill (c->cr);
}

/* Every state has a sign of its own, not only a colour. */
static void
draw_marker (const Canvas *c, guint i)
{
  double x = round (x_of (c, i));
  double y = axis_of (c, i);

  switch (stop_at (c, i)->state)
    {
    case XYB_STOP_DONE:
      draw_check (c, x, y);
      break;
    case XYB_STOP_LATE:
      draw_minus (c, x, y);
      break;
    case XYB_STOP_NEAR:
      if (stop_at (c, i)->level == XYB_WARNING_RED)
        draw_alarm (c, x, y);
      else
        draw_bang (c, x, y);
      break;
    case XYB_STOP_PASSED:
      ring (c, x, y);
      cairo_arc (c->cr, x, y, 3, 0, 2 * G_PI);
      cairo_fill (c->cr);
      break;
    case XYB_STOP_OPEN:
      if (stop_at (c, i)->level == XYB_WARNING_BLUE)
        draw_coming (c, x, y);
      else
        ring (c, x, y);
      break;
    case XYB_STOP_UNDATED:
    default:
      ring (c, x, y);
      break;
    }
}

static const char *
status_color (const XybStop *stop)
{
  if (stop->level == XYB_WARNING_RED)
    return "xyb_red_text";
  if (stop->level == XYB_WARNING_BLUE)
    return "xyb_blue_text";
  switch (stop->state)
    {
    case XYB_STOP_DONE:
      return "xyb_green_text";
    case XYB_STOP_LATE:
      return "xyb_red_text";
    case XYB_STOP_NEAR:
      return "xyb_yellow_text";
    case XYB_STOP_OPEN:
    case XYB_STOP_PASSED:
    case XYB_STOP_UNDATED:
    default:
      return "xyb_secondary";
    }
}

static void
draw_words (const Canvas *c, guint i)
{
  const XybStop *stop = stop_at (c, i);
  double x = x_of (c, i);
  double top = top_of (c, i);
  double room = c->slot - 6;
  gboolean pressing = stop->state == XYB_STOP_NEAR || stop->state == XYB_STOP_LATE;

  xyb_draw_set_color (c->cr, c->widget, "xyb_ink");
  xyb_draw_text (c->cr, c->widget, stop->when, 11, TRUE, x, top + WHEN * c->line, XYB_ALIGN_CENTER,
                 room);
  xyb_draw_text (c->cr, c->widget, stop->what, 11, FALSE, x, top + WHAT * c->line, XYB_ALIGN_CENTER,
                 room);
  xyb_draw_set_color (c->cr, c->widget, status_color (stop));
  xyb_draw_text (c->cr, c->widget, stop->status, 9, pressing, x, top + STATUS * c->line,
                 XYB_ALIGN_CENTER, room);
}

/* ---- today ---- */

static double
text_width (const Canvas *c, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (c->widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width * 9.0 / 11 * 1.08; /* bold runs wider */
}

/* 今天 7月24日 星期五, or as much of it as the gap between two signs holds. */
static char *
flag_text (const Canvas *c, double room)
{
  g_auto (GStrv) parts = g_strsplit (c->view->timeline->today_words, " ", -1);

  for (guint n = g_strv_length (parts); n > 0; n--)
    {
      char *text;

      g_clear_pointer (&parts[n], g_free);
      text = g_strjoinv (" ", parts);
      if (text_width (c, text) + 16 <= room || n == 1)
        return text;
      g_free (text);
    }
  return g_strdup ("");
}

static void
draw_today (const Canvas *c)
{
  double today = c->view->timeline->today;
  guint left = today < 0 ? 0 : MIN ((guint) today, c->n - 1);
  gboolean ends = left + 1 == c->n || (left + 1) % c->per_row == 0;
  double x = x_of (c, left) + (today - left) * c->slot;
  double from = today < 0 ? 0 : x_of (c, left) + MARKER + 3;
  double to = today < 0 ? x_of (c, 0) - MARKER - 3
                        : x_of (c, left) + (ends ? c->slot / 2 : c->slot - MARKER - 3);
  double y = axis_of (c, left);
  g_autofree char *text = flag_text (c, to - from);
  double width = text_width (c, text) + 16;
  double height = round (c->line * 1.05);
  double begin = round (CLAMP (x - width, from, MAX (from, to - width)));

  xyb_draw_set_color (c->cr, c->widget, "accent_bg_color");
  cairo_rectangle (c->cr, CLAMP (round (x) - 1, from, to), y - height / 2 - 3, 2, height + 6);
  cairo_rectangle (c->cr, begin, y - height / 2, width, height);
  cairo_fill (c->cr);
  xyb_draw_set_color (c->cr, c->widget, "accent_fg_color");
  xyb_draw_text (c->cr, c->widget, text, 9, TRUE, begin + width / 2, y, XYB_ALIGN_CENTER, 0);
}

static void
xyb_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XybTimelineView *self = XYB_TIMELINE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double character;
  Canvas c = { self, widget, NULL, width, 0, count (self), 0, 0 };

  if (c.n == 0)
    return;
  measure_font (self, &c.line, &character);
  c.per_row = per_row (self, width);
  c.slot = (double) width / c.per_row;
  c.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (guint i = 0; i < c.n; i++)
    draw_segment (&c, i);
  for (guint i = 0; i < c.n; i++)
    {
      draw_marker (&c, i);
      draw_words (&c, i);
    }
  if (shows_today (self->timeline))
    draw_today (&c);
  cairo_destroy (c.cr);
}

/* ---- the words of it ---- */

/* 还有 22 天 · 41/66 家（蓝色提醒）. */
static char *
status_words (const XybStop *stop)
{
  if (stop->level == XYB_WARNING_NONE)
    return g_strdup (stop->status);
  return g_strdup_printf (_ ("%s（%s色提醒）"), stop->status, xyb_warning_level_name (stop->level));
}

/* What is cut with … can be read in full. */
static gboolean
xyb_timeline_view_query_tooltip (GtkWidget *widget,
                                 int x,
                                 int y,
                                 gboolean keyboard,
                                 GtkTooltip *tooltip)
{
  XybTimelineView *self = XYB_TIMELINE_VIEW (widget);
  g_autofree char *text = NULL;
  g_autofree char *status = NULL;
  const XybStop *stop;
  double line;
  double character;
  guint row;
  guint i;

  if (count (self) == 0 || keyboard)
    return FALSE;
  measure_font (self, &line, &character);
  row = per_row (self, gtk_widget_get_width (widget));
  i = (guint) (y / (ROW_STEP * line)) * row
      + MIN ((guint) (x * row / MAX (gtk_widget_get_width (widget), 1)), row - 1);
  if (i >= count (self))
    return FALSE;
  stop = self->timeline->stops->pdata[i];
  status = status_words (stop);
  text = g_strdup_printf ("%s %s\n%s", stop->when, stop->full, status);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
update_words (XybTimelineView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (shows_today (self->timeline))
    g_string_append_printf (text, "%s。", self->timeline->today_words);
  for (guint i = 0; i < count (self); i++)
    {
      const XybStop *stop = self->timeline->stops->pdata[i];
      g_autofree char *status = status_words (stop);

      g_string_append_printf (text, _ ("%s %s：%s。"), stop->when, stop->what, status);
    }
  g_free (self->words);
  self->words = g_strdup (text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("时限"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->words, -1);
}

static void
xyb_timeline_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (xyb_timeline_view_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
xyb_timeline_view_finalize (GObject *object)
{
  XybTimelineView *self = XYB_TIMELINE_VIEW (object);

  g_clear_pointer (&self->timeline, xyb_timeline_free);
  g_free (self->words);
  G_OBJECT_CLASS (xyb_timeline_view_parent_class)->finalize (object);
}

static void
xyb_timeline_view_class_init (XybTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xyb_timeline_view_finalize;
  widget_class->snapshot = xyb_timeline_view_snapshot;
  widget_class->measure = xyb_timeline_view_measure;
  widget_class->get_request_mode = xyb_timeline_view_get_request_mode;
  widget_class->query_tooltip = xyb_timeline_view_query_tooltip;
  widget_class->css_changed = xyb_timeline_view_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xyb_timeline_view_init (XybTimelineView *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * xyb_timeline_view_take:
 * @self: the view
 * @timeline: (transfer full): what to draw
 *
 * Draws @timeline.
 */
void
xyb_timeline_view_take (XybTimelineView *self, XybTimeline *timeline)
{
  g_return_if_fail (XYB_IS_TIMELINE_VIEW (self));
  g_return_if_fail (timeline != NULL);

  g_clear_pointer (&self->timeline, xyb_timeline_free);
  self->timeline = timeline;
  update_words (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * xyb_timeline_view_get_words:
 * @self: the view
 *
 * Returns: (nullable): what it shows as text, as a screen reader says it
 */
const char *
xyb_timeline_view_get_words (XybTimelineView *self)
{
  g_return_val_if_fail (XYB_IS_TIMELINE_VIEW (self), NULL);

  return self->words;
}
