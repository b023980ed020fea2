/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <time.h>

#include "xyb-award-store.h"
#include "xyb-enterprise-store.h"
#include "xyb-office-store.h"
#include "xyb-plan-store.h"

/* Who may apply, among 10,000 that have passed 贯标: at most 100 ms. The yardstick, measured in the
 * same run, is SQLite alone reading the same rows once and copying their texts: no rule, no reason,
 * nobody put beside his awards. */

#define N_ENTERPRISES 10000
#define CITY_EVERY 10
#define N_ROUNDS 15
#define LIMIT_MS 100.0
#define LIMIT_RATIO 6.0
#define TODAY "2020-12-31"

typedef struct
{
  XybStore *store;
  sqlite3 *bare;
  XybPlan *plan;
} Bench;

/* ---- the office ---- */

static XybAward *
award_new (gint64 enterprise_id, XybTrack track, guint i)
{
  XybAward *award = xyb_award_new ();

  award->enterprise_id = enterprise_id;
  award->track = track;
  award->year = 2013 + (int) (i % 7);
  award->awarded_on = i % 9 == 0 ? NULL : g_strdup_printf ("%d-%02u-15", award->year, i % 12 + 1);
  award->number = g_strdup_printf ("昆信用办〔%d〕%u号", award->year, i % 30 + 1);
  return award;
}

static void
add_awards (XybStore *store)
{
  XybEnterpriseQuery everyone = { .order = XYB_ENTERPRISE_ORDER_OFFICIAL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = xyb_enterprise_store_query (store, &everyone, &error);
  g_autoptr (GPtrArray) awards = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_award_free);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_ptr_array_add (awards, award_new (id, XYB_TRACK_ACCREDITATION, i));
      if (i % CITY_EVERY == 0)
        g_ptr_array_add (awards, award_new (id, XYB_TRACK_CITY_MODEL, i));
    }
  xyb_award_store_add (store, (XybAward *const *) awards->pdata, awards->len, TODAY, &error);
  g_assert_no_error (error);
}

static void
open_office (Bench *bench, const char *path)
{
  const int years[] = { 2020, 0 };
  g_autoptr (GError) error = NULL;

  bench->store = xyb_office_store_create (path, years, &error);
  g_assert_no_error (error);
  xyb_office_store_fill_demo (bench->store, 2020, N_ENTERPRISES, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  add_awards (bench->store);
  bench->plan = xyb_plan_store_get (bench->store, 2020, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open_v2 (path, &bench->bare, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
}

static void
close_office (Bench *bench)
{
  xyb_plan_free (bench->plan);
  sqlite3_close (bench->bare);
  g_object_unref (bench->store);
}

/* ---- measuring ---- */

/* Time at work, in ms: both are single threads that wait for nobody, and another program beside
 * them on the machine is not their fault. */
static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000.0 + (double) time.tv_nsec / 1e6;
}

static double
time_candidates (Bench *bench, XybTrack track, guint *out_n)
{
  g_autofree char *on = xyb_candidate_day (bench->plan, track, TODAY);
  g_autoptr (GError) error = NULL;
  double start = now_ms ();
  g_autoptr (GPtrArray) candidates
    = xyb_award_store_list_candidates (bench->store, bench->plan, track, on, &error);
  double ms = now_ms () - start;

  g_assert_no_error (error);
  *out_n = candidates->len;
  return ms;
}

static void
read_all (sqlite3 *bare, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpint (sqlite3_prepare_v2 (bare, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (stmt, i)));
  sqlite3_finalize (stmt);
}

static double
time_yardstick (Bench *bench)
{
  double start = now_ms ();

  read_all (bench->bare, "SELECT enterprise_id, track, year, awarded_on, revoked_on FROM award");
  read_all (bench->bare, "SELECT id, name, credit_code, unit_id, above_scale, founded_on,"
                         "       legal_person, closed FROM enterprise");
  return now_ms () - start;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
median (double *values)
{
  qsort (values, N_ROUNDS, sizeof *values, compare_doubles);
  return values[N_ROUNDS / 2];
}

static gboolean
run (Bench *bench, XybTrack track)
{
  double ours[N_ROUNDS];
  double bare[N_ROUNDS];
  guint n = 0;
  double ms;
  double ratio;
  gboolean ok;

  time_candidates (bench, track, &n);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      ours[i] = time_candidates (bench, track, &n);
      bare[i] = time_yardstick (bench);
    }
  ms = median (ours);
  ratio = ms / median (bare);
  ok = ms <= LIMIT_MS && ratio <= LIMIT_RATIO;
  g_print ("%s: %u candidates, %.1f ms (limit %.0f), %.2f × reading the rows (limit %.1f)%s\n",
           xyb_track_key (track), n, ms, LIMIT_MS, ratio, LIMIT_RATIO, ok ? "" : " TOO SLOW");
  return ok;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_unlink (path) != 0)
        remove_folder (path);
    }
  g_rmdir (folder);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("xyb-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "office.xyb", NULL);
  Bench bench = { 0 };
  gboolean ok = TRUE;

  setlocale (LC_ALL, "");
  g_assert_no_error (error);
  open_office (&bench, path);
  for (XybTrack track = XYB_TRACK_CITY_MODEL; track <= XYB_TRACK_PROVINCE_MODEL; track++)
    ok = run (&bench, track) && ok;
  close_office (&bench);
  remove_folder (folder);
  return ok ? 0 : 1;
}
