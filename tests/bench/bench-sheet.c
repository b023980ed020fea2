/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <locale.h>
#include <math.h>
#include <time.h>

#include "sheet-fixture.h"

/* Moving and scrolling in a sheet of 1,000 × 30 cells at 1366 × 768: no frame over 16 ms on the
 * cairo renderer. A frame is what the frame clock does between "before-paint" and "after-paint":
 * layout, snapshot, painting. The yardstick, in the same run, is the same window painting a plain
 * widget that changes its colour all over. */

#define ROWS 1000
#define COLUMNS 30
#define MOVES 300
#define FRAME_MS 16.0

/* Milliseconds by the clock, and of the processor: a busy machine shows in the first only. */
typedef struct
{
  double wall;
  double work;
} Frame;

typedef struct
{
  GtkWidget *window;
  GdkFrameClock *clock;
  XybSheet *sheet;
  GArray *frames; /* of Frame, while measuring */
  gint64 began;
  double began_work;
  gboolean painted;
} Bench;

/* ---- the plain widget ---- */

#define PLAIN_TYPE (plain_get_type ())
G_DECLARE_FINAL_TYPE (Plain, plain, PLAIN, WIDGET, GtkWidget)

struct _Plain
{
  GtkWidget parent_instance;
  float shade;
};

G_DEFINE_FINAL_TYPE (Plain, plain, GTK_TYPE_WIDGET)

static void
plain_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const GdkRGBA rgba = { PLAIN_WIDGET (widget)->shade, 0.5f, 0.5f, 1 };

  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                  (float) gtk_widget_get_height (widget)));
}

static void
plain_class_init (PlainClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = plain_snapshot;
}

static void
plain_init (Plain *self)
{
}

/* ---- frames ---- */

static double
now_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->began = g_get_monotonic_time ();
  bench->began_work = now_work ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  Frame frame = { (double) (g_get_monotonic_time () - bench->began) / 1000.0,
                  now_work () - bench->began_work };

  if (bench->frames != NULL)
    g_array_append_val (bench->frames, frame);
  bench->painted = TRUE;
}

static void
wait_for_frame (Bench *bench)
{
  bench->painted = FALSE;
  gdk_frame_clock_request_phase (bench->clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!bench->painted)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Returns the median. */
static double
report (const char *name, GArray *frames, gsize offset, double yardstick)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double median;
  double worst;

  for (guint i = 0; i < frames->len; i++)
    g_array_append_val (times, *(double *) (gpointer) (frames->data + i * sizeof (Frame) + offset));
  g_array_sort (times, compare);
  median = g_array_index (times, double, times->len / 2);
  worst = g_array_index (times, double, times->len - 1);
  g_print ("  %s: median %5.2f ms, p95 %5.2f, max %5.2f (%3.0f %% of 16 ms)", name, median,
           g_array_index (times, double, times->len * 95 / 100), worst, worst / FRAME_MS * 100);
  if (yardstick > 0)
    g_print (", median %.2f × plain", median / yardstick);
  g_print ("\n");
  return median;
}

typedef gboolean (*StepFunc) (Bench *bench, guint step);

static Frame
measure (Bench *bench, const char *what, StepFunc func, guint n_steps, Frame yardstick)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  Frame median;

  wait_for_frame (bench);
  wait_for_frame (bench);
  bench->frames = frames;
  for (guint step = 0; step < n_steps && func (bench, step); step++)
    wait_for_frame (bench);
  bench->frames = NULL;
  g_print ("%s, %u frames\n", what, frames->len);
  median.wall = report ("clock    ", frames, G_STRUCT_OFFSET (Frame, wall), yardstick.wall);
  median.work = report ("processor", frames, G_STRUCT_OFFSET (Frame, work), yardstick.work);
  return median;
}

/* ---- what is done ---- */

static void
press (Bench *bench, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (bench->sheet));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
}

static gboolean
move_down (Bench *bench, guint step)
{
  press (bench, GDK_KEY_Down);
  return TRUE;
}

static gboolean
move_right (Bench *bench, guint step)
{
  press (bench, step / (COLUMNS - 1) % 2 == 0 ? GDK_KEY_Right : GDK_KEY_Left);
  return TRUE;
}

static gboolean
page_down (Bench *bench, guint step)
{
  press (bench, step / 30 % 2 == 0 ? GDK_KEY_Page_Down : GDK_KEY_Page_Up);
  return TRUE;
}

/* A notch of the wheel, as GtkScrolledWindow takes it: the page's height to the power of 2/3. */
static gboolean
scroll (GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double before = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, before + pow (page, 2.0 / 3.0));
  return gtk_adjustment_get_value (adjustment) > before;
}

static gboolean
wheel_down (Bench *bench, guint step)
{
  g_autoptr (GtkAdjustment) adjustment = NULL;

  g_object_get (bench->sheet, "vadjustment", &adjustment, NULL);
  return scroll (adjustment);
}

static gboolean
wheel_right (Bench *bench, guint step)
{
  g_autoptr (GtkAdjustment) adjustment = NULL;

  g_object_get (bench->sheet, "hadjustment", &adjustment, NULL);
  return scroll (adjustment);
}

static gboolean
change_shade (Bench *bench, guint step)
{
  GtkWidget *plain = gtk_window_get_child (GTK_WINDOW (bench->window));

  PLAIN_WIDGET (plain)->shade = step % 2 == 0 ? 0.2f : 0.8f;
  gtk_widget_queue_draw (plain);
  return TRUE;
}

static void
open_window (Bench *bench, GtkWidget *child)
{
  bench->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (bench->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1366, 768);
  gtk_window_set_child (GTK_WINDOW (bench->window), child);
  gtk_window_present (GTK_WINDOW (bench->window));
  bench->clock = gtk_widget_get_frame_clock (bench->window);
  g_signal_connect (bench->clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect (bench->clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  for (int i = 0; i < 20; i++)
    wait_for_frame (bench);
}

static void
close_window (Bench *bench)
{
  g_signal_handlers_disconnect_by_data (bench->clock, bench);
  gtk_window_destroy (GTK_WINDOW (bench->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static Frame
measure_plain (Bench *bench)
{
  Frame median;

  open_window (bench, g_object_new (PLAIN_TYPE, NULL));
  median = measure (bench, "plain widget", change_shade, MOVES, (Frame){ 0 });
  close_window (bench);
  return median;
}

int
main (void)
{
  Bench bench = { 0 };
  g_autoptr (MemoryModel) model = NULL;
  GtkWidget *scrolled;
  Frame yardstick;

  setlocale (LC_ALL, "");
  adw_init ();
  yardstick = measure_plain (&bench);
  model = memory_model_new (ROWS, COLUMNS);
  for (guint row = 0; row < ROWS; row++)
    {
      g_autofree char *name = g_strdup_printf ("昆山第%u示例有限公司", row + 1);

      memory_model_set (model, row, 0, name);
    }
  bench.sheet = XYB_SHEET (xyb_sheet_new ());
  xyb_sheet_set_model (bench.sheet, XYB_SHEET_MODEL (model));
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (bench.sheet));
  open_window (&bench, scrolled);
  gtk_widget_grab_focus (GTK_WIDGET (bench.sheet));
  measure (&bench, "cursor down", move_down, MOVES, yardstick);
  measure (&bench, "cursor right and left", move_right, MOVES, yardstick);
  measure (&bench, "page down and up", page_down, MOVES, yardstick);
  xyb_sheet_set_cursor (bench.sheet, 0, 0);
  measure (&bench, "wheel to the last row", wheel_down, 10000, yardstick);
  measure (&bench, "wheel to the last column", wheel_right, 10000, yardstick);
  close_window (&bench);
  return 0;
}
