/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

#include "xyb-office-store.h"
#include "xyb-store-private.h"

/* The office file with 100,000 enterprises: opening, one edit, backup; each against SQLite alone on
 * the same file, the two taken in turn, medians compared. */

#define N_ENTERPRISES 100000
#define YEAR 2020
#define UNDO_LIMIT 1.5

typedef struct
{
  char *folder;
  char *path;       /* ours */
  char *plain_path; /* the same file, for the yardstick */
  char *copy_path;
  XybStore *store;
  sqlite3 *plain;
  sqlite3_stmt *plain_update;
  gint64 turn;
  double fill_seconds;
} Bench;

typedef struct
{
  const char *name;
  double limit;
  guint runs;
  void (*ours) (Bench *bench);
  void (*yardstick) (Bench *bench);
  void (*between) (Bench *bench); /* not measured */
} Figure;

static void
must (gboolean ok, const GError *error)
{
  if (!ok)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static void
must_sql (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* ---- opening ---- */

static void
open_ours (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  bench->store = xyb_store_open (bench->path, XYB_STORE_OPEN_DEFAULT, &error);
  must (bench->store != NULL, error);
}

static void
open_plain (Bench *bench)
{
  if (sqlite3_open_v2 (bench->plain_path, &bench->plain, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("yardstick does not open");
  must_sql (bench->plain, "PRAGMA quick_check");
}

static void
close_both (Bench *bench)
{
  g_clear_object (&bench->store);
  g_clear_pointer (&bench->plain_update, sqlite3_finalize);
  g_clear_pointer (&bench->plain, sqlite3_close);
}

/* ---- one edit ---- */

static gint64
some_id (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (bench->store, "SELECT id FROM enterprise ORDER BY id LIMIT 1 OFFSET :n",
                         &error);
  gboolean row;

  must (stmt != NULL, error);
  xyb_stmt_bind_int (stmt, ":n", bench->turn * 7919 % N_ENTERPRISES);
  must (xyb_store_step (bench->store, stmt, &row, &error) && row, error);
  return sqlite3_column_int64 (stmt, 0);
}

typedef struct
{
  gint64 id;
  gint64 phone;
} Update;

static gboolean
update_phone (XybStore *store, gpointer user_data, GError **error)
{
  const Update *update = user_data;
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "UPDATE enterprise SET phone = :phone WHERE id = :id", error);
  g_autofree char *phone = g_strdup_printf ("0512-%08d", (int) update->phone);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_text (stmt, ":phone", phone);
  xyb_stmt_bind_int (stmt, ":id", update->id);
  return xyb_store_run (store, stmt, error);
}

static Update next_update;

static void
edit_ours (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  must (xyb_store_edit (bench->store, "改电话", update_phone, &next_update, &error), error);
}

static void
edit_plain (Bench *bench)
{
  g_autofree char *phone = g_strdup_printf ("0512-%08d", (int) next_update.phone);

  must_sql (bench->plain, "BEGIN IMMEDIATE");
  sqlite3_bind_text (bench->plain_update, 1, phone, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (bench->plain_update, 2, next_update.id);
  if (sqlite3_step (bench->plain_update) != SQLITE_DONE)
    g_error ("yardstick: %s", sqlite3_errmsg (bench->plain));
  sqlite3_reset (bench->plain_update);
  must_sql (bench->plain, "COMMIT");
}

static void
choose_record (Bench *bench)
{
  bench->turn++;
  if (bench->plain_update == NULL)
    {
      must_sql (bench->plain, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                              "PRAGMA foreign_keys = ON");
      sqlite3_prepare_v2 (bench->plain, "UPDATE enterprise SET phone = ? WHERE id = ?", -1,
                          &bench->plain_update, NULL);
    }
  next_update = (Update){ some_id (bench), bench->turn };
}

/* ---- backup ---- */

static void
back_up_ours (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  must (xyb_store_backup (bench->store, bench->copy_path, FALSE, NULL, NULL, NULL, &error), error);
}

/* As lasting as ours: without the fsync the yardstick's copy would be lost in a power cut. */
static void
back_up_plain (Bench *bench)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup;
  int fd;

  sqlite3_open (bench->copy_path, &copy);
  backup = sqlite3_backup_init (copy, "main", bench->plain, "main");
  if (sqlite3_backup_step (backup, -1) != SQLITE_DONE
      || sqlite3_backup_finish (backup) != SQLITE_OK)
    g_error ("yardstick: %s", sqlite3_errmsg (copy));
  sqlite3_close (copy);
  fd = open (bench->copy_path, O_RDONLY | O_CLOEXEC);
  if (fsync (fd) != 0)
    g_error ("fsync");
  close (fd);
}

static void
remove_copy (Bench *bench)
{
  g_unlink (bench->copy_path);
}

/* ---- measuring ---- */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (GArray *times)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, times->len / 2);
}

static void
measure (Bench *bench, void (*func) (Bench *bench), GArray *times)
{
  gint64 start = g_get_monotonic_time ();
  double seconds;

  func (bench);
  seconds = (double) (g_get_monotonic_time () - start) / 1e6;
  g_array_append_val (times, seconds);
}

static gboolean
run_figure (Bench *bench, const Figure *figure)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) yardstick = g_array_new (FALSE, FALSE, sizeof (double));
  double a, b;
  gboolean ok;

  for (guint i = 0; i < figure->runs; i++)
    {
      figure->between (bench);
      measure (bench, i % 2 == 0 ? figure->ours : figure->yardstick, i % 2 == 0 ? ours : yardstick);
      if (figure->between == remove_copy)
        remove_copy (bench);
      measure (bench, i % 2 == 0 ? figure->yardstick : figure->ours, i % 2 == 0 ? yardstick : ours);
    }
  a = median (ours);
  b = median (yardstick);
  ok = a <= b * figure->limit;
  g_print ("%s: ratio %.2f (limit %.2f), ours %.3f ms, yardstick %.3f ms%s\n", figure->name, a / b,
           figure->limit, a * 1e3, b * 1e3, ok ? "" : " FAIL");
  return ok;
}

/* Taking an import back takes no longer than making it. The latest revision is the import only as
 * long as nothing else was written, so this comes first. */
static gboolean
run_undo (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  gint64 start;
  double seconds;
  gboolean ok;

  open_ours (bench);
  start = g_get_monotonic_time ();
  must (xyb_store_undo (bench->store, NULL, &error), error);
  seconds = (double) (g_get_monotonic_time () - start) / 1e6;
  must (xyb_store_redo (bench->store, NULL, &error), error);
  must (xyb_store_backup (bench->store, bench->plain_path, FALSE, NULL, NULL, NULL, &error), error);
  close_both (bench);
  ok = seconds <= bench->fill_seconds * UNDO_LIMIT;
  g_print ("undo-100000: ratio %.2f (limit %.2f), ours %.0f ms, yardstick (the import) %.0f ms%s\n",
           seconds / bench->fill_seconds, UNDO_LIMIT, seconds * 1e3, bench->fill_seconds * 1e3,
           ok ? "" : " FAIL");
  return ok;
}

static void
set_up (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = NULL;
  gint64 start;

  bench->folder = g_dir_make_tmp ("xyb-bench-XXXXXX", &error);
  must (bench->folder != NULL, error);
  bench->path = g_build_filename (bench->folder, "office.xyb", NULL);
  bench->plain_path = g_build_filename (bench->folder, "plain.xyb", NULL);
  bench->copy_path = g_build_filename (bench->folder, "copy.xyb", NULL);
  store = xyb_office_store_create (bench->path, NULL, &error);
  must (store != NULL, error);
  start = g_get_monotonic_time ();
  must (xyb_office_store_fill_demo (store, YEAR, N_ENTERPRISES, TRUE, NULL, NULL, &error), error);
  bench->fill_seconds = (double) (g_get_monotonic_time () - start) / 1e6;
}

static void
tear_down (Bench *bench)
{
  const char *const suffixes[] = { "", "-wal", "-shm", ".lock" };

  close_both (bench);
  remove_copy (bench);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *ours = g_strconcat (bench->path, suffixes[i], NULL);
      g_autofree char *plain = g_strconcat (bench->plain_path, suffixes[i], NULL);

      g_unlink (ours);
      g_unlink (plain);
    }
  g_rmdir (bench->folder);
  g_free (bench->folder);
  g_free (bench->path);
  g_free (bench->plain_path);
  g_free (bench->copy_path);
}

static const Figure figures[] = {
  { "open-100000", 1.2, 11, open_ours, open_plain, close_both },
  { "one-edit", 2.0, 401, edit_ours, edit_plain, choose_record },
  { "backup-100000", 1.5, 11, back_up_ours, back_up_plain, remove_copy },
};

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  gboolean ok = TRUE;

  setlocale (LC_ALL, "");
  set_up (&bench);
  ok = run_undo (&bench);
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      if (bench.store == NULL && figures[i].between != close_both)
        {
          open_ours (&bench);
          open_plain (&bench);
        }
      ok = run_figure (&bench, &figures[i]) && ok;
    }
  tear_down (&bench);
  return ok ? 0 : 1;
}
