/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-stage-track.h"

#include <math.h>

#include "xyb-draw.h"
#include "xyb-i18n.h"

/* In lines of the widget's font, so that all grows with it. */
#define AXIS 0.85
#define NAME 2.05
#define DATE 2.95
#define ROW_LINES 3.45
#define ROW_STEP 3.9   /* from one row to the next */
#define SLOT_CHARS 5.2 /* 名单确定, and air */
#define MIN_SLOTS 3
#define NAME_POINTS 11
#define SMALL_NAME_POINTS 10
#define DATE_POINTS 9
#define NUMBER_POINTS 9
#define MARKER 11.0

struct _XybStageTrack
{
  GtkWidget parent_instance;

  /* owned */
  GPtrArray *stages;  /* of Stage */
  GtkWidget *popover; /* the menu on a stage, a child; NULL until asked for */
  gint64 popover_id;  /* of that stage */
  char *words;
  guint cursor;
  gboolean active;
};

G_DEFINE_FINAL_TYPE (XybStageTrack, xyb_stage_track, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_STAGE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is drawn of a point: the plan may be another one by the time it is drawn. */
typedef struct
{
  gint64 id;
  XybPointState state;
  gboolean here;
  char *name;
  char *date;
  char *number;
  char *words;
} Stage;

static void
stage_free (gpointer data)
{
  Stage *stage = data;

  g_free (stage->name);
  g_free (stage->date);
  g_free (stage->number);
  g_free (stage->words);
  g_free (stage);
}

/* How a state looks: the disc, its sign, the text. @disc NULL: a ring. */
typedef struct
{
  const char *disc;
  const char *sign; /* NULL: the number */
  const char *ink;
  const char *date_ink;
  gboolean bold;
} Look;

static const Look looks[] = {
  [XYB_POINT_DONE] = { "xyb_bar_complete", "check", "xyb_green_text", "xyb_secondary", FALSE },
  [XYB_POINT_CURRENT] = { "accent_bg_color", NULL, "xyb_ink", "xyb_blue_text", TRUE },
  [XYB_POINT_OPEN] = { NULL, NULL, "xyb_secondary", "xyb_secondary", FALSE },
  [XYB_POINT_LATE] = { "error_bg_color", "minus", "xyb_red_text", "xyb_red_text", FALSE },
  [XYB_POINT_SKIPPED] = { NULL, "dash", "xyb_secondary", "xyb_secondary", FALSE },
  [XYB_POINT_FAILED] = { "error_bg_color", "cross", "xyb_red_text", "xyb_red_text", TRUE },
  [XYB_POINT_WATCH] = { "warning_bg_color", "bang", "xyb_yellow_text", "xyb_yellow_text", TRUE },
  [XYB_POINT_REVOKED] = { "error_bg_color", "cross", "xyb_red_text", "xyb_red_text", TRUE },
};

typedef struct
{
  XybStageTrack *track;
  GtkWidget *widget;
  cairo_t *cr;
  double line; /* height of a line of text */
  double character;
  guint n;
  guint per_row;
  double slot;
} Canvas;

/* ---- measures ---- */

static void
measure_font (XybStageTrack *self, double *out_line, double *out_char)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "国国国国");
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  *out_line = height;
  *out_char = width / 4.0;
}

/* As many in each row as possible, and the rows alike. */
static void
lay_out (Canvas *c, XybStageTrack *self, int width)
{
  guint rows;
  guint fit;

  *c = (Canvas){ .track = self, .widget = GTK_WIDGET (self), .n = MAX (self->stages->len, 1) };
  measure_font (self, &c->line, &c->character);
  fit = CLAMP ((guint) (MAX (width, 1) / (SLOT_CHARS * c->character)), 1, c->n);
  rows = (c->n + fit - 1) / fit;
  c->per_row = (c->n + rows - 1) / rows;
  c->slot = (double) width / c->per_row;
}

static double
x_of (const Canvas *c, guint i)
{
  return round ((i % c->per_row + 0.5) * c->slot);
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
xyb_stage_track_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  XybStageTrack *self = XYB_STAGE_TRACK (widget);
  guint n = MAX (self->stages->len, 1);
  Canvas c;

  lay_out (&c, self, for_size < 0 ? G_MAXINT / 4 : for_size);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (MIN (n, MIN_SLOTS) * SLOT_CHARS * c.character);
      *natural = (int) (n * SLOT_CHARS * c.character);
    }
  else
    *minimum = *natural = (int) ceil ((ROW_LINES + ROW_STEP * ((n - 1) / c.per_row)) * c.line);
}

static GtkSizeRequestMode
xyb_stage_track_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- drawing ---- */

static const Stage *
stage_at (const XybStageTrack *self, guint i)
{
  return self->stages->pdata[i];
}

static gboolean
is_behind (const Stage *stage)
{
  return stage->state != XYB_POINT_OPEN && stage->state != XYB_POINT_LATE;
}

static void
segment (const Canvas *c, gboolean done, double from, double to, double y)
{
  xyb_draw_set_color (c->cr, c->widget, done ? "xyb_bar_complete" : "xyb_axis");
  cairo_rectangle (c->cr, from, y - 1, MAX (to - from, 0), 2);
  cairo_fill (c->cr);
}

/* From stage @i to the next, or to the edge where the row ends and from the edge where the next
 * begins. */
static void
draw_segment (const Canvas *c, guint i)
{
  gboolean row_ends = (i + 1) % c->per_row == 0;
  gboolean done = is_behind (stage_at (c->track, i)) && is_behind (stage_at (c->track, i + 1));

  segment (c, done, x_of (c, i), row_ends ? c->slot * c->per_row : x_of (c, i + 1), axis_of (c, i));
  if (row_ends)
    segment (c, done, 0, x_of (c, i + 1), axis_of (c, i + 1));
}

static void
draw_sign (const Canvas *c, const char *sign, double x, double y)
{
  cairo_set_line_width (c->cr, 2);
  switch (*sign)
    {
    case 'c': /* check, cross */
      if (sign[1] == 'h')
        {
          cairo_move_to (c->cr, x - 4.5, y + 0.5);
          cairo_line_to (c->cr, x - 1, y + 4);
          cairo_line_to (c->cr, x + 5, y - 3.5);
        }
      else
        {
          cairo_move_to (c->cr, x - 4, y - 4);
          cairo_line_to (c->cr, x + 4, y + 4);
          cairo_move_to (c->cr, x + 4, y - 4);
          cairo_line_to (c->cr, x - 4, y + 4);
        }
      break;
    case 'b': /* bang */
      cairo_move_to (c->cr, x, y - 6);
      cairo_line_to (c->cr, x, y + 1.5);
      cairo_move_to (c->cr, x, y + 4);
      cairo_line_to (c->cr, x, y + 6);
      break;
    default: /* minus, dash */
      cairo_move_to (c->cr, x - 4, y);
      cairo_line_to (c->cr, x + 4, y);
      break;
    }
  cairo_stroke (c->cr);
}

static void
draw_ring (const Canvas *c, double x, double y)
{
  cairo_new_path (c->cr);
  cairo_arc (c->cr, x, y, MARKER - 1, 0, 2 * G_PI);
  /* A card in the dark is a veil; the line must not shine through it. */
  xyb_draw_set_color (c->cr, c->widget, "xyb_marker");
  cairo_fill_preserve (c->cr);
  xyb_draw_set_color (c->cr, c->widget, "xyb_edge");
  cairo_set_line_width (c->cr, 2);
  cairo_stroke (c->cr);
}

static void
draw_marker (const Canvas *c, guint i)
{
  const Stage *stage = stage_at (c->track, i);
  const Look *look = &looks[stage->state];
  double x = x_of (c, i);
  double y = axis_of (c, i);

  if (look->disc != NULL)
    {
      xyb_draw_set_color (c->cr, c->widget, look->disc);
      cairo_new_path (c->cr); /* text leaves a point behind */
      cairo_arc (c->cr, x, y, MARKER, 0, 2 * G_PI);
      cairo_fill (c->cr);
      cairo_set_source_rgb (c->cr, 1, 1, 1);
    }
  else
    {
      draw_ring (c, x, y);
      xyb_draw_set_color (c->cr, c->widget, "xyb_secondary");
    }
  if (look->sign != NULL)
    draw_sign (c, look->sign, x, y);
  else
    xyb_draw_text (c->cr, c->widget, stage->number, NUMBER_POINTS, TRUE, x, y, XYB_ALIGN_CENTER, 0);
}

static void
draw_texts (const Canvas *c, guint i)
{
  const Stage *stage = stage_at (c->track, i);
  const Look *look = &looks[stage->state];
  double points = c->slot < 7 * c->character ? SMALL_NAME_POINTS : NAME_POINTS;

  xyb_draw_set_color (c->cr, c->widget, look->ink);
  xyb_draw_text (c->cr, c->widget, stage->name, points, look->bold || stage->here, x_of (c, i),
                 top_of (c, i) + NAME * c->line, XYB_ALIGN_CENTER, c->slot - 4);
  if (stage->date == NULL)
    return;
  xyb_draw_set_color (c->cr, c->widget, look->date_ink);
  xyb_draw_text (c->cr, c->widget, stage->date, DATE_POINTS, look->bold, x_of (c, i),
                 top_of (c, i) + DATE * c->line, XYB_ALIGN_CENTER, c->slot - 4);
}

static void
place_of (const Canvas *c, guint i, GdkRectangle *out)
{
  *out = (GdkRectangle){ (int) ((i % c->per_row) * c->slot) + 2, (int) top_of (c, i) + 1,
                         (int) c->slot - 4, (int) (ROW_LINES * c->line) - 2 };
}

static void
draw_cursor (const Canvas *c)
{
  GdkRectangle place;

  place_of (c, c->track->cursor, &place);
  xyb_draw_set_color (c->cr, c->widget, "accent_bg_color");
  cairo_set_line_width (c->cr, 2);
  cairo_rectangle (c->cr, place.x, place.y, place.width, place.height);
  cairo_stroke (c->cr);
}

static void
xyb_stage_track_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XybStageTrack *self = XYB_STAGE_TRACK (widget);
  int width = gtk_widget_get_width (widget);
  Canvas c;

  if (self->stages->len == 0)
    return;
  lay_out (&c, self, width);
  c.cr = gtk_snapshot_append_cairo (snapshot,
                                    &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                         (float) gtk_widget_get_height (widget)));
  for (guint i = 0; i + 1 < c.n; i++)
    draw_segment (&c, i);
  for (guint i = 0; i < c.n; i++)
    {
      draw_marker (&c, i);
      draw_texts (&c, i);
    }
  if (self->active && gtk_widget_has_visible_focus (widget))
    draw_cursor (&c);
  cairo_destroy (c.cr);
}

/* ---- going along it ---- */

/* A screen reader hears the stage the cursor is on; where there is none, all of them. */
static void
tell_cursor (XybStageTrack *self)
{
  gboolean one = self->active && self->cursor < self->stages->len;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->words != NULL && *self->words != '\0' ? self->words
                                                                              : _ ("各阶段"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  one ? stage_at (self, self->cursor)->words : "", -1);
}

static void
set_cursor (XybStageTrack *self, guint cursor)
{
  self->cursor = cursor;
  tell_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate (XybStageTrack *self)
{
  if (self->cursor < self->stages->len)
    g_signal_emit (self, signals[SIGNAL_STAGE_ACTIVATED], 0, stage_at (self, self->cursor)->id);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                XybStageTrack *self)
{
  guint last = self->stages->len - 1;

  if (!self->active || self->stages->len == 0
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      set_cursor (self, self->cursor > 0 ? self->cursor - 1 : 0);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      set_cursor (self, MIN (self->cursor + 1, last));
      return TRUE;
    case GDK_KEY_Home:
      set_cursor (self, 0);
      return TRUE;
    case GDK_KEY_End:
      set_cursor (self, last);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      activate (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static guint
find_at (XybStageTrack *self, double x, double y)
{
  Canvas c;

  lay_out (&c, self, gtk_widget_get_width (GTK_WIDGET (self)));
  for (guint i = 0; i < self->stages->len; i++)
    {
      GdkRectangle place;

      place_of (&c, i, &place);
      if (gdk_rectangle_contains_point (&place, (int) x, (int) y))
        return i;
    }
  return G_MAXUINT;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, XybStageTrack *self)
{
  guint found = find_at (self, x, y);

  if (!self->active || found == G_MAXUINT)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  set_cursor (self, found);
  activate (self);
}

static gboolean
xyb_stage_track_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean keyboard,
                               GtkTooltip *tooltip)
{
  XybStageTrack *self = XYB_STAGE_TRACK (widget);
  guint found = keyboard ? self->cursor : find_at (self, x, y);

  if (found >= self->stages->len)
    return FALSE;
  gtk_tooltip_set_text (tooltip, stage_at (self, found)->words);
  return TRUE;
}

/* ---- the menu on a stage ---- */

/* It stays at its stage when the room changes. */
static void
point_popover (XybStageTrack *self)
{
  GdkRectangle place;

  if (self->popover != NULL && xyb_stage_track_get_place (self, self->popover_id, &place))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
}

static void
xyb_stage_track_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  XybStageTrack *self = XYB_STAGE_TRACK (widget);

  point_popover (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/**
 * xyb_stage_track_open_menu:
 * @self: the stages
 * @stage_id: one of them
 * @menu: what can be done to it
 */
void
xyb_stage_track_open_menu (XybStageTrack *self, gint64 stage_id, GMenuModel *menu)
{
  g_return_if_fail (XYB_IS_STAGE_TRACK (self));

  xyb_stage_track_close_menu (self);
  self->popover = gtk_popover_menu_new_from_model (menu);
  self->popover_id = stage_id;
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  point_popover (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* Only once it is there its shadow is known, and with it the room it needs. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * xyb_stage_track_close_menu:
 * @self: the stages
 */
void
xyb_stage_track_close_menu (XybStageTrack *self)
{
  g_return_if_fail (XYB_IS_STAGE_TRACK (self));

  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
redraw (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
}

/* ---- the widget ---- */

static void
xyb_stage_track_dispose (GObject *object)
{
  xyb_stage_track_close_menu (XYB_STAGE_TRACK (object));
  G_OBJECT_CLASS (xyb_stage_track_parent_class)->dispose (object);
}

static void
xyb_stage_track_finalize (GObject *object)
{
  XybStageTrack *self = XYB_STAGE_TRACK (object);

  g_ptr_array_unref (self->stages);
  g_free (self->words);
  G_OBJECT_CLASS (xyb_stage_track_parent_class)->finalize (object);
}

static void
xyb_stage_track_class_init (XybStageTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_stage_track_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_stage_track_finalize;
  widget_class->snapshot = xyb_stage_track_snapshot;
  widget_class->measure = xyb_stage_track_measure;
  widget_class->size_allocate = xyb_stage_track_size_allocate;
  widget_class->get_request_mode = xyb_stage_track_get_request_mode;
  widget_class->query_tooltip = xyb_stage_track_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "stage-track");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_STAGE_ACTIVATED]
    = g_signal_new ("stage-activated", XYB_TYPE_STAGE_TRACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
xyb_stage_track_init (XybStageTrack *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->stages = g_ptr_array_new_with_free_func (stage_free);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (redraw), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * xyb_stage_track_set_active:
 * @self: the stages
 * @active: whether a stage can be chosen; else they are only to be looked at
 */
void
xyb_stage_track_set_active (XybStageTrack *self, gboolean active)
{
  g_return_if_fail (XYB_IS_STAGE_TRACK (self));

  self->active = active;
  gtk_widget_set_focusable (GTK_WIDGET (self), active);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), active ? "pointer" : NULL);
  tell_cursor (self);
}

static Stage *
stage_new (const XybStagePoint *point)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->id = point->stage->id;
  stage->state = point->state;
  stage->here = point->here;
  stage->name = g_strdup (point->stage->name);
  stage->date = g_strdup (point->date);
  stage->number = g_strdup_printf ("%u", point->number);
  stage->words = g_strdup (point->words);
  return stage;
}

/* The cursor stays on its stage; of another enterprise or track it goes to where that one stands.
 */
static guint
find_cursor (XybStageTrack *self, gint64 id)
{
  guint here = 0;

  for (guint i = 0; i < self->stages->len; i++)
    {
      if (stage_at (self, i)->id == id)
        return i;
      if (stage_at (self, i)->here)
        here = i;
    }
  return here;
}

/**
 * xyb_stage_track_show:
 * @self: the stages
 * @plan: the plan of the year
 * @record: an enterprise on one of its tracks
 * @today: ISO date
 *
 * Shows how far it is.
 */
void
xyb_stage_track_show (XybStageTrack *self,
                      const XybPlan *plan,
                      const XybTrackRecord *record,
                      const char *today)
{
  g_autoptr (GPtrArray) points = NULL;
  gint64 cursor;

  g_return_if_fail (XYB_IS_STAGE_TRACK (self));

  cursor = xyb_stage_track_get_cursor (self);
  points = xyb_track_list_points (plan, record, today);
  g_ptr_array_set_size (self->stages, 0);
  for (guint i = 0; i < points->len; i++)
    g_ptr_array_add (self->stages, stage_new (points->pdata[i]));
  g_free (self->words);
  self->words = xyb_stage_points_sentence (points);
  set_cursor (self, find_cursor (self, cursor));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * xyb_stage_track_clear:
 * @self: the stages
 *
 * Shows nothing.
 */
void
xyb_stage_track_clear (XybStageTrack *self)
{
  g_return_if_fail (XYB_IS_STAGE_TRACK (self));

  g_ptr_array_set_size (self->stages, 0);
  g_clear_pointer (&self->words, g_free);
  set_cursor (self, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* All stages in a sentence, as a screen reader says it. */
const char *
xyb_stage_track_get_words (XybStageTrack *self)
{
  g_return_val_if_fail (XYB_IS_STAGE_TRACK (self), NULL);

  return self->words;
}

gint64
xyb_stage_track_get_cursor (XybStageTrack *self)
{
  g_return_val_if_fail (XYB_IS_STAGE_TRACK (self), 0);

  return self->cursor < self->stages->len ? stage_at (self, self->cursor)->id : 0;
}

/**
 * xyb_stage_track_get_place:
 * @self: the stages
 * @stage_id: of one of them
 * @out: (out): where it is in the widget
 *
 * Returns: whether it is there
 */
gboolean
xyb_stage_track_get_place (XybStageTrack *self, gint64 stage_id, GdkRectangle *out)
{
  Canvas c;

  g_return_val_if_fail (XYB_IS_STAGE_TRACK (self), FALSE);

  lay_out (&c, self, gtk_widget_get_width (GTK_WIDGET (self)));
  for (guint i = 0; i < self->stages->len; i++)
    if (stage_at (self, i)->id == stage_id)
      {
        place_of (&c, i, out);
        return TRUE;
      }
  return FALSE;
}
