/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <locale.h>
#include <sqlite3.h>

#include "app-fixture.h"
#include "xyb-office-store.h"
#include "xyb-track-page.h"

/* 贯标与示范 with 10,000 enterprises in the real window: opening it 200 ms, a filter 50 ms, both to
 * the frame that shows it. The yardstick of opening is SQLite alone reading the same rows once in
 * the same run: no rule, no page. That of a filter is the switch from board to table and back,
 * which shows everyone and picks nobody. */

#define N_ENTERPRISES 10000
#define N_ROUNDS 9
#define LIMIT_OPEN_MS 200.0
#define LIMIT_OPEN_RATIO 4.0
#define LIMIT_FILTER_MS 50.0
#define LIMIT_FILTER_RATIO 2.0

static gboolean all_kept = TRUE;

/* ---- the office: all of them in 附件2, at every stage, half of them with materials ---- */

static const char fill_sql[]
  = "INSERT INTO nomination (id, plan_id, unit_id, enterprise_id, position, confirmed_on, "
    "signed_on,"
    "                        accepted_on)"
    "  SELECT id, 2020, unit_id, id, row_number() OVER (),"
    "         CASE WHEN id % 7 > 0 THEN '2020-04-10' END, CASE WHEN id % 7 > 1 THEN '2020-05-12' "
    "END,"
    "         CASE WHEN id % 7 > 4 THEN '2020-08-14' END FROM enterprise;"
    "INSERT INTO progress (id, plan_id, enterprise_id, track)"
    "  SELECT id, 2020, id, 1 FROM enterprise WHERE id % 2 = 0;"
    "INSERT INTO progress_stage (id, progress_id, stage_id, reached_on)"
    "  SELECT g.id, g.id, 120704, '2020-05-20' FROM progress AS g WHERE g.id % 7 > 2;"
    "INSERT INTO progress_material (id, progress_id, material_id, state, received_on, valid_until)"
    "  SELECT g.id * 8 % 4611686018427387904 + m.n, g.id, 120401 + m.n, 2 + g.id % 3, '2020-07-10',"
    "         CASE m.n WHEN 0 THEN '2020-08-30' END"
    "    FROM progress AS g, (SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3) AS m;";

static const char *const read_sql[] = {
  "SELECT g.id, e.id, e.name, u.id, u.name, g.note, n.id, n.confirmed_on, n.signed_on, "
  "n.accepted_on"
  "  FROM nomination AS n JOIN enterprise AS e ON e.id = n.enterprise_id"
  "  JOIN unit AS u ON u.id = n.unit_id"
  "  LEFT JOIN progress AS g ON g.plan_id = n.plan_id AND g.enterprise_id = n.enterprise_id"
  "                         AND g.track = 1"
  " WHERE n.plan_id = 2020 ORDER BY u.position, n.position, n.id",
  "SELECT s.* FROM progress AS g JOIN progress_stage AS s ON s.progress_id = g.id"
  " WHERE g.plan_id = 2020 AND g.track = 1",
  "SELECT m.* FROM progress AS g JOIN progress_material AS m ON m.progress_id = g.id"
  " WHERE g.plan_id = 2020 AND g.track = 1",
  "SELECT text FROM enterprise_search",
};

static void
make_office (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = NULL;
  sqlite3 *bare = NULL;
  char *problem = NULL;

  app_fixture_start (fixture, "office.xyb");
  store = xyb_office_store_create (fixture->path, NULL, &error);
  g_assert_no_error (error);
  xyb_office_store_fill_demo (store, DEMO_YEAR, N_ENTERPRISES, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  g_assert_cmpint (sqlite3_open (fixture->path, &bare), ==, SQLITE_OK);
  sqlite3_exec (bare, fill_sql, NULL, NULL, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  sqlite3_close (bare);
}

/* ---- figures ---- */

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (AppFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  gboolean painted = FALSE;
  gulong handler
    = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (fixture->window));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
rest (AppFixture *fixture)
{
  for (int i = 0; i < 3; i++)
    {
      app_settle ();
      wait_for_frame (fixture);
    }
}

static void
add_since (GArray *times, gint64 began)
{
  double ms = (double) (g_get_monotonic_time () - began) / 1000.0;

  g_array_append_val (times, ms);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (GArray *times)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, times->len / 2);
}

static void
report (const char *what, double ms, double limit, double yardstick, double limit_ratio)
{
  gboolean kept = ms <= limit && ms / yardstick <= limit_ratio;

  all_kept = all_kept && kept;
  g_print ("%s: %.1f ms (limit %.0f) = %.2f × %.1f ms of the yardstick (limit %.1f ×)%s\n", what,
           ms, limit, ms / yardstick, yardstick, limit_ratio, kept ? "" : "  ← over the limit");
}

/* ---- opening ---- */

static void
read_bare (sqlite3 *bare)
{
  for (gsize i = 0; i < G_N_ELEMENTS (read_sql); i++)
    {
      sqlite3_stmt *stmt = NULL;
      int result = sqlite3_prepare_v2 (bare, read_sql[i], -1, &stmt, NULL);

      g_assert_cmpint (result, ==, SQLITE_OK);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        for (int c = 0; c < sqlite3_column_count (stmt); c++)
          g_free (g_strdup ((const char *) sqlite3_column_text (stmt, c)));
      sqlite3_finalize (stmt);
    }
}

static double
measure_bare (AppFixture *fixture)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3 *bare = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &bare, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  for (int i = 0; i < N_ROUNDS; i++)
    {
      gint64 began = g_get_monotonic_time ();

      read_bare (bare);
      add_since (times, began);
    }
  sqlite3_close (bare);
  return median (times);
}

/* The first visit makes the page; an office that has changed is read again at the next. */
static void
measure_opening (AppFixture *fixture, double yardstick)
{
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < N_ROUNDS; i++)
    {
      gint64 began;

      xyb_window_show_page (fixture->window, "quota");
      rest (fixture);
      g_signal_emit_by_name (xyb_window_get_office (fixture->window), "changed", NULL);
      rest (fixture);
      began = g_get_monotonic_time ();
      xyb_window_show_page (fixture->window, "track");
      wait_for_frame (fixture);
      add_since (i == 0 ? first : again, began);
      rest (fixture);
    }
  report ("open the page, made and read", median (first), LIMIT_OPEN_MS, yardstick,
          LIMIT_OPEN_RATIO);
  report ("open the page, read anew", median (again), LIMIT_OPEN_MS, yardstick, LIMIT_OPEN_RATIO);
}

/* ---- filtering ---- */

static double
measure_switch (AppFixture *fixture, XybTrackPage *page)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < 2 * N_ROUNDS; i++)
    {
      gint64 began = g_get_monotonic_time ();

      xyb_track_page_show_table (page, i % 2 == 0);
      wait_for_frame (fixture);
      add_since (times, began);
      rest (fixture);
    }
  return median (times);
}

static void
measure_filter (AppFixture *fixture, XybTrackPage *page, gboolean table, double yardstick)
{
  static const char *const words[] = { "电", "电子", "yx", "yxgs", "昆山示例", "9132", "" };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *entry;

  xyb_track_page_show_table (page, table);
  rest (fixture);
  entry = app_find (GTK_WIDGET (xyb_track_page_get_filters (page)), GTK_TYPE_SEARCH_ENTRY, 0);
  for (int round = 0; round < N_ROUNDS; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
      {
        gint64 began = g_get_monotonic_time ();

        gtk_editable_set_text (GTK_EDITABLE (entry), words[i]);
        /* What the entry says of itself after its delay. */
        g_signal_emit_by_name (entry, "search-changed");
        wait_for_frame (fixture);
        add_since (times, began);
        rest (fixture);
      }
  report (table ? "a filter, table" : "a filter, board", median (times), LIMIT_FILTER_MS, yardstick,
          LIMIT_FILTER_RATIO);
}

int
main (void)
{
  AppFixture fixture = { 0 };
  XybTrackPage *page;
  double yardstick;

  setlocale (LC_ALL, "");
  g_setenv ("XYB_TODAY", "2020-08-20", TRUE);
  adw_init ();
  make_office (&fixture);
  app_fixture_open (&fixture);
  rest (&fixture);
  yardstick = measure_bare (&fixture);
  measure_opening (&fixture, yardstick);
  page = XYB_TRACK_PAGE (xyb_window_get_page (fixture.window));
  g_assert_true (g_str_has_prefix (xyb_track_page_get_counts (page), "10000 家"));
  yardstick = measure_switch (&fixture, page);
  measure_filter (&fixture, page, FALSE, yardstick);
  measure_filter (&fixture, page, TRUE, yardstick);
  app_fixture_tear_down (&fixture, NULL);
  return all_kept ? 0 : 1;
}
