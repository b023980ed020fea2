/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

#include "app-fixture.h"
#include "xyb-enterprise-list.h"
#include "xyb-enterprise-page.h"
#include "xyb-office-store.h"

/* The window on an office of 100,000 enterprises, against a window with one label (DESIGN, Speed).
 *
 * usage: bench-window OFFICE [BARE-WINDOW REAL-WINDOW]; OFFICE is made when it is not there. */

#define N_ENTERPRISES 100000
#define N_STARTS 7
#define N_PASSES 3
#define SEED 20200415

#define LIMIT_FRAME_RATIO 2.5
#define LIMIT_PSS_RATIO 1.6
#define LIMIT_SWITCH_MS 100
#define LIMIT_SEARCH_MS 50
#define LIMIT_SCROLL_MS 16

typedef struct
{
  GArray *times; /* ms */
  gint64 start;
} Frames;

static gboolean all_kept = TRUE;

/* ---- figures ---- */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
percentile (GArray *times, guint percent)
{
  g_assert_cmpuint (times->len, >, 0);
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, MIN (times->len * percent / 100, times->len - 1));
}

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static const char *
judge (double value, double limit)
{
  if (value <= limit)
    return "";
  all_kept = FALSE;
  return "  ← over the limit";
}

static void
say_ratio (const char *what, double ours, double bare, double limit, const char *unit)
{
  double ratio = ours / bare;

  g_print ("%s: %.2f × a bare window (limit %.1f ×), %.1f %s / %.1f %s%s\n", what, ratio, limit,
           ours, unit, bare, unit, judge (ratio, limit));
}

static void
say_ms (const char *what, double ms, double limit, double usual)
{
  g_print ("%s: %.1f ms (limit %.0f ms), median %.1f ms = %.2f × of it%s\n", what, ms, limit, usual,
           ms / limit, judge (ms, limit));
}

/* ---- starting ---- */

static void
start_once (const char *program, const char *office, GArray *frames, GArray *memory)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, office, NULL);
  g_autofree char *said = NULL;
  char *rest;
  double ms;
  double mib;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  ms = (double) (g_ascii_strtoll (said, &rest, 10) - start) / 1000.0;
  mib = (double) g_ascii_strtoll (rest, NULL, 10) / 1024.0;
  g_assert_cmpfloat (ms, >, 0);
  g_array_append_val (frames, ms);
  g_array_append_val (memory, mib);
}

static void
bench_start (const char *office, const char *bare, const char *real)
{
  GArray *frames[2];
  GArray *memory[2];

  for (int i = 0; i < 2; i++)
    {
      frames[i] = g_array_new (FALSE, FALSE, sizeof (double));
      memory[i] = g_array_new (FALSE, FALSE, sizeof (double));
    }
  /* In turn, so that both meet the same machine; the first of each fills the caches. */
  for (int i = 0; i <= N_STARTS; i++)
    {
      start_once (bare, NULL, frames[0], memory[0]);
      start_once (real, office, frames[1], memory[1]);
      if (i == 0)
        for (int j = 0; j < 2; j++)
          {
            g_array_set_size (frames[j], 0);
            g_array_set_size (memory[j], 0);
          }
    }
  say_ratio ("first frame", percentile (frames[1], 50), percentile (frames[0], 50),
             LIMIT_FRAME_RATIO, "ms");
  say_ratio ("memory (PSS)", percentile (memory[1], 50), percentile (memory[0], 50),
             LIMIT_PSS_RATIO, "MiB");
  for (int i = 0; i < 2; i++)
    {
      g_array_unref (frames[i]);
      g_array_unref (memory[i]);
    }
}

/* ---- frames ---- */

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler
    = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
rest (GtkWidget *widget)
{
  for (int i = 0; i < 3; i++)
    {
      app_settle ();
      wait_for_frame (widget);
    }
}

static void
frame_begins_cb (Frames *frames)
{
  frames->start = g_get_monotonic_time ();
}

static void
frame_ends_cb (Frames *frames)
{
  double ms = ms_since (frames->start);

  g_array_append_val (frames->times, ms);
}

static void
watch_frames (GdkFrameClock *clock, Frames *frames)
{
  frames->times = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (frame_begins_cb), frames);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (frame_ends_cb), frames);
}

static void
unwatch_frames (GdkFrameClock *clock, Frames *frames)
{
  g_signal_handlers_disconnect_by_data (clock, frames);
}

/* ---- pages ---- */

static double
time_switch (AppFixture *fixture, int number)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  gint64 start = g_get_monotonic_time ();

  gtk_widget_activate_action (window, "win.page-number", "i", number);
  wait_for_frame (window);
  return ms_since (start);
}

static guint
count_pages (AppFixture *fixture)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (fixture->window->page_list, (int) n) != NULL)
    n++;
  return n;
}

/* Each page from each other one; a page is made the first time. */
static void
bench_pages (AppFixture *fixture)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = count_pages (fixture);

  for (int round = 0; round < N_PASSES; round++)
    for (guint from = 1; from <= n; from++)
      for (guint to = 1; to <= n; to++)
        {
          double ms;

          if (from == to)
            continue;
          time_switch (fixture, (int) from);
          rest (GTK_WIDGET (fixture->window));
          ms = time_switch (fixture, (int) to);
          rest (GTK_WIDGET (fixture->window));
          g_array_append_val (times, ms);
        }
  say_ms ("slowest switch between pages", percentile (times, 100), LIMIT_SWITCH_MS,
          percentile (times, 50));
}

static void
bench_first_visits (AppFixture *fixture)
{
  guint n = count_pages (fixture);

  for (guint i = 1; i <= n; i++)
    {
      double ms = time_switch (fixture, (int) i);
      g_autofree char *what
        = g_strdup_printf ("first visit of page %s",
                           xyb_page_get_name (xyb_window_get_page (fixture->window)));

      say_ms (what, ms, LIMIT_SWITCH_MS, ms);
      rest (GTK_WIDGET (fixture->window));
    }
}

/* ---- searching ---- */

static XybEnterpriseList *
get_list (AppFixture *fixture)
{
  xyb_window_show_page (fixture->window, "enterprise");
  rest (GTK_WIDGET (fixture->window));
  return xyb_enterprise_page_get_list (XYB_ENTERPRISE_PAGE (xyb_window_get_page (fixture->window)));
}

static void
asked_cb (gboolean *asked)
{
  *asked = TRUE;
}

/* From the change of the text to the frame that shows what it finds, the wait for the next letter
 * included. The list has asked when its own handler has run. */
static double
time_letter (GtkEditable *entry, const char *text)
{
  gboolean asked = FALSE;
  gulong handler = g_signal_connect_data (entry, "search-changed", G_CALLBACK (asked_cb), &asked,
                                          NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gint64 start = g_get_monotonic_time ();

  gtk_editable_set_text (entry, text);
  gtk_editable_set_position (entry, -1);
  while (!asked)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (GTK_WIDGET (entry));
  g_signal_handler_disconnect (entry, handler);
  return ms_since (start);
}

static void
bench_search (AppFixture *fixture)
{
  static const char *const words[]
    = { "昆山示例精密机械", "周市", "jmjx", "ksslzdh", "9132", "电子", "13862", "有限公司" };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  XybEnterpriseList *list = get_list (fixture);
  GtkEditable *entry = GTK_EDITABLE (app_find (GTK_WIDGET (list), GTK_TYPE_SEARCH_ENTRY, 0));

  for (int pass = 0; pass < N_PASSES; pass++)
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
      for (const char *end = words[i]; *end != '\0';)
        {
          g_autofree char *text = NULL;
          double ms;

          end = g_utf8_next_char (end);
          text = g_strndup (words[i], (gsize) (end - words[i]));
          ms = time_letter (entry, text);
          g_array_append_val (times, ms);
          rest (GTK_WIDGET (list));
        }
  say_ms ("95 of 100 keystrokes in the search", percentile (times, 95), LIMIT_SEARCH_MS,
          percentile (times, 50));
  xyb_enterprise_list_clear_filters (list);
  rest (GTK_WIDGET (list));
}

/* ---- scrolling ---- */

typedef double (*StepFunc) (GtkAdjustment *adjustment, GRand *random);

/* A notch of the wheel. */
static double
step_wheel (GtkAdjustment *adjustment, GRand *random)
{
  double page = gtk_adjustment_get_page_size (adjustment);

  return gtk_adjustment_get_value (adjustment) + pow (page, 2.0 / 3.0);
}

static double
step_page (GtkAdjustment *adjustment, GRand *random)
{
  return gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment);
}

/* The scroll bar drawn with the mouse: anywhere. */
static double
step_anywhere (GtkAdjustment *adjustment, GRand *random)
{
  return g_rand_double (random)
         * (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
}

static double
scroll (GtkWidget *view, StepFunc step, double *out_median)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  Frames frames;
  double worst;

  gtk_adjustment_set_value (adjustment, 0);
  rest (view);
  watch_frames (clock, &frames);
  for (int i = 0; i < 300; i++)
    {
      gtk_adjustment_set_value (adjustment, step (adjustment, random));
      wait_for_frame (view);
    }
  unwatch_frames (clock, &frames);
  worst = percentile (frames.times, 100);
  *out_median = percentile (frames.times, 50);
  g_array_unref (frames.times);
  return worst;
}

/* The filters have lists of their own, which are not on screen. */
static GtkWidget *
find_view (GtkWidget *list)
{
  GtkWidget *view = NULL;

  for (guint i = 0; view == NULL || !gtk_widget_get_mapped (view); i++)
    view = app_find (list, GTK_TYPE_LIST_VIEW, i);
  return view;
}

/* The worst frame of the quietest pass: what other programs of the machine do is not ours. */
static void
bench_scroll (AppFixture *fixture)
{
  static const struct
  {
    const char *what;
    StepFunc step;
  } kinds[] = {
    { "slowest frame while the wheel turns", step_wheel },
    { "slowest frame of going page by page", step_page },
    { "slowest frame of jumping anywhere", step_anywhere },
  };
  GtkWidget *view = find_view (GTK_WIDGET (get_list (fixture)));

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      double best = G_MAXDOUBLE;
      double median = 0;

      for (int pass = 0; pass < N_PASSES; pass++)
        best = MIN (best, scroll (view, kinds[i].step, &median));
      say_ms (kinds[i].what, best, LIMIT_SCROLL_MS, median);
    }
}

/* ---- the office ---- */

static void
make_office (const char *path)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  g_unlink (part);
  store = xyb_office_store_create (part, NULL, &error);
  g_assert_no_error (error);
  xyb_office_store_fill_demo (store, 2020, N_ENTERPRISES, TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  g_assert_cmpint (g_rename (part, path), ==, 0);
}

static void
copy_office (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  AppFixture fixture = { 0 };

  setlocale (LC_ALL, "");
  g_assert_true (argc == 2 || argc == 4);
  make_office (argv[1]);
  app_fixture_start (&fixture, "office.xyb");
  copy_office (argv[1], fixture.path);
  if (argc == 4)
    bench_start (fixture.path, argv[2], argv[3]);
  gtk_init ();
  app_fixture_open (&fixture);
  rest (GTK_WIDGET (fixture.window));
  bench_first_visits (&fixture);
  bench_pages (&fixture);
  bench_search (&fixture);
  bench_scroll (&fixture);
  app_fixture_tear_down (&fixture, NULL);
  return all_kept ? 0 : 1;
}
