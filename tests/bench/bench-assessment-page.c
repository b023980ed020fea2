/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <locale.h>
#include <time.h>

#include "../app/assessment-scenes.h"
#include "xyb-assessment-store.h"
#include "xyb-date.h"

/* 考核 of 54 departments in the real window: opening its table 150 ms, a key to the repainted cell
 * 16 ms on the cairo renderer, all units counted anew 2 ms. The yardstick of opening is a switch to
 * 指标分解 in the same run; of a key, moving the cursor. */

#define KEYS 60
#define TURNS 12
#define COUNTS 200

typedef struct
{
  AppFixture fixture;
  GdkFrameClock *clock;
  gboolean painted;
  gint64 began; /* of the frame */
  gint64 frame; /* how long the last one took, in µs */
} Bench;

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->began = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->frame = g_get_monotonic_time () - bench->began;
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

/* Milliseconds of the processor: a busy machine does not show in them. */
static double
now_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
report (const char *what, GArray *times, double limit, double yardstick)
{
  double median;

  g_array_sort (times, compare);
  median = g_array_index (times, double, times->len / 2);
  g_print ("%s: median %.2f ms, p95 %.2f, max %.2f (limit %.0f)", what, median,
           g_array_index (times, double, times->len * 95 / 100),
           g_array_index (times, double, times->len - 1), limit);
  if (yardstick > 0)
    g_print (", median %.2f × yardstick", median / yardstick);
  g_print ("\n");
  return median;
}

static void
press (Bench *bench, guint keyval)
{
  XybAssessmentPage *page = XYB_ASSESSMENT_PAGE (xyb_window_get_page (bench->fixture.window));
  GtkWidget *sheet = GTK_WIDGET (xyb_assessment_page_get_sheet (page));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (sheet);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
}

/* A key and the frame behind it, without the waiting for the screen between them. */
static void
measure_key (Bench *bench, guint keyval, GArray *clock, GArray *processor)
{
  gint64 began = g_get_monotonic_time ();
  double work = now_work ();
  double ms;

  press (bench, keyval);
  ms = (double) (g_get_monotonic_time () - began) / 1000.0;
  wait_for_frame (bench);
  ms += (double) bench->frame / 1000.0;
  work = now_work () - work;
  g_array_append_val (clock, ms);
  g_array_append_val (processor, work);
  app_settle ();
}

static void
add_since (GArray *times, gint64 began)
{
  double ms = (double) (g_get_monotonic_time () - began) / 1000.0;

  g_array_append_val (times, ms);
}

/* The first visit makes the page; later ones read it anew. */
static void
measure_opening (Bench *bench)
{
  g_autoptr (GArray) opening = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < TURNS; i++)
    {
      XybAssessmentPage *page;
      gint64 began;

      xyb_window_show_page (bench->fixture.window, "assessment");
      wait_for_frame (bench);
      page = XYB_ASSESSMENT_PAGE (xyb_window_get_page (bench->fixture.window));
      xyb_assessment_page_show_kind (page, XYB_UNIT_KIND_DISTRICT);
      wait_for_frame (bench);
      began = g_get_monotonic_time ();
      xyb_assessment_page_show_kind (page, XYB_UNIT_KIND_DEPARTMENT);
      wait_for_frame (bench);
      add_since (opening, began);
      began = g_get_monotonic_time ();
      xyb_window_show_page (bench->fixture.window, "quota");
      wait_for_frame (bench);
      add_since (other, began);
    }
  report ("open the 部门 table", opening, 150, report ("switch to 指标分解", other, 150, 0));
}

static void
measure_keys (Bench *bench)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) moves_work = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) keys_work = g_array_new (FALSE, FALSE, sizeof (double));

  xyb_window_show_page (bench->fixture.window, "assessment");
  wait_for_frame (bench);
  assessment_go (&bench->fixture, "教育局", 3);
  for (int i = 0; i < 10; i++)
    wait_for_frame (bench);
  for (int i = 0; i < KEYS; i++)
    measure_key (bench, i % 2 == 0 ? GDK_KEY_Down : GDK_KEY_Up, moves, moves_work);
  for (int i = 0; i < KEYS; i++)
    measure_key (bench, i % 2 == 0 ? GDK_KEY_v : GDK_KEY_asterisk, keys, keys_work);
  report ("a mark to the repainted cell, clock", keys, 16,
          report ("cursor moved, clock", moves, 16, 0));
  report ("a mark to the repainted cell, processor", keys_work, 16,
          report ("cursor moved, processor", moves_work, 16, 0));
}

static void
measure_counting (Bench *bench)
{
  static const XybUnitKind kinds[]
    = { XYB_UNIT_KIND_DISTRICT, XYB_UNIT_KIND_SUBDISTRICT, XYB_UNIT_KIND_DEPARTMENT };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *today = xyb_date_today ();
  g_autoptr (GPtrArray) tables
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_assessment_free);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (tables,
                     xyb_assessment_store_load (bench->fixture.store, DEMO_YEAR, kinds[i], NULL));
  for (int i = 0; i < COUNTS; i++)
    {
      gint64 began = g_get_monotonic_time ();

      for (guint k = 0; k < tables->len; k++)
        xyb_score_sheet_free (xyb_assessment_score (tables->pdata[k], XYB_PHASE_SETTLEMENT, today));
      add_since (times, began);
    }
  report ("count all 70 units", times, 2, 0);
}

int
main (void)
{
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  adw_init ();
  app_fixture_set_up (&bench.fixture, NULL);
  assessment_fill (&bench.fixture, XYB_UNIT_KIND_DEPARTMENT);
  bench.clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench.fixture.window));
  g_signal_connect (bench.clock, "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect (bench.clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);
  measure_opening (&bench);
  measure_keys (&bench);
  measure_counting (&bench);
  g_signal_handlers_disconnect_by_data (bench.clock, &bench);
  app_fixture_tear_down (&bench.fixture, NULL);
  return 0;
}
