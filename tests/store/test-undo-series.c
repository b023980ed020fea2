/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "random-edits.h"

#define N_EDITS 60
#define SEED 20201125

/* ---- back to any step, and all of it again ---- */

static gint64
last_revision (XybStore *store)
{
  return fixture_query (store, "SELECT max(id) FROM revision");
}

static guint
undo_back_to (XybStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  guint count = 0;

  xyb_store_undo_back_to (store, id, NULL, NULL, NULL, &count, &error);
  g_assert_no_error (error);
  return count;
}

static guint
redo_up_to (XybStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  guint count = 0;

  xyb_store_redo_up_to (store, id, NULL, NULL, NULL, &count, &error);
  g_assert_no_error (error);
  return count;
}

static void
test_back_to_any_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *end = NULL;
  gint64 first;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  first = last_revision (store) + 1;
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_ptr_array_add (dumps, fixture_dump (store));
      edit_randomly (store, rand, 1);
    }
  end = fixture_dump (store);
  for (guint i = 0; i < 12; i++)
    {
      guint k = (guint) g_rand_int_range (rand, 0, N_EDITS);
      g_autofree char *back = NULL;
      g_autofree char *again = NULL;

      g_assert_cmpuint (undo_back_to (store, first + k), ==, N_EDITS - k);
      back = fixture_dump (store);
      g_assert_cmpstr (back, ==, dumps->pdata[k]);
      /* The window may be closed in between. */
      g_clear_object (&store);
      store = fixture_open (fixture->path);
      g_assert_cmpuint (redo_up_to (store, first + N_EDITS - 1), ==, N_EDITS - k);
      again = fixture_dump (store);
      g_assert_cmpstr (again, ==, end);
    }
}

/* The journal says what happened: one undo for each edit, the latest first. */
static void
test_journal_stays_honest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GPtrArray) log = NULL;
  gint64 first;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  first = last_revision (store) + 1;
  fixture_edit (store, "甲", "UPDATE quota SET accreditation = 7 WHERE id = 4");
  fixture_edit (store, "乙", "UPDATE quota SET accreditation = 6 WHERE id = 4");
  undo_back_to (store, first);
  log = xyb_store_list_revisions (store, 4, 0, FALSE, NULL);
  g_assert_cmpstr (((XybRevision *) log->pdata[0])->label, ==, "撤销：甲");
  g_assert_cmpint (((XybRevision *) log->pdata[0])->target, ==, first);
  g_assert_cmpstr (((XybRevision *) log->pdata[1])->label, ==, "撤销：乙");
  g_assert_true (((XybRevision *) log->pdata[2])->undone);
  g_assert_true (((XybRevision *) log->pdata[3])->undone);
}

/* What was undone before stays undone; the redo brings back what this act took, and no more. */
static void
test_steps_already_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  gint64 first;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  first = last_revision (store) + 1;
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *sql
        = g_strdup_printf ("UPDATE quota SET accreditation = %d WHERE id = 4", 20 + i);

      fixture_edit (store, "改指标", sql);
    }
  undo_all (store, 1);
  g_assert_cmpuint (undo_back_to (store, first + 1), ==, 2);
  g_assert_cmpint (fixture_query (store, "SELECT accreditation FROM quota WHERE id = 4"), ==, 20);
  g_assert_cmpuint (redo_up_to (store, first + 2), ==, 2);
  g_assert_cmpint (fixture_query (store, "SELECT accreditation FROM quota WHERE id = 4"), ==, 22);
  /* 重做 goes on where it would have gone on. */
  redo_all (store, 1);
  g_assert_cmpint (fixture_query (store, "SELECT accreditation FROM quota WHERE id = 4"), ==, 23);
  g_assert_false (xyb_store_redo_up_to (store, first + 3, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOTHING);
}

/* ---- all or nothing ---- */

static void
assert_refused (XybStore *store, gint64 id, int code, const char *names)
{
  g_autofree char *before = fixture_dump (store);
  g_autofree char *after = NULL;
  gint64 revisions = last_revision (store);
  g_autoptr (GError) error = NULL;

  g_assert_false (xyb_store_undo_back_to (store, id, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, code);
  fixture_assert_sentence (error, names);
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (last_revision (store), ==, revisions);
}

/* A step in the middle was taken back for itself and its record has gone another way. */
static void
test_conflict_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  gint64 first;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  first = last_revision (store) + 1;
  fixture_edit (store, "周市改为 7", "UPDATE quota SET accreditation = 7 WHERE id = 4");
  fixture_edit (store, "巴城改为 9", "UPDATE quota SET accreditation = 9 WHERE id = 5");
  /* Somebody wrote past the program. */
  xyb_store_exec (store, "UPDATE quota SET accreditation = 3 WHERE id = 4", &error);
  g_assert_no_error (error);
  assert_refused (store, first, XYB_STORE_ERROR_CONFLICT, "周市改为 7");
  g_assert_cmpint (fixture_query (store, "SELECT accreditation FROM quota WHERE id = 5"), ==, 9);
  g_assert_cmpuint (undo_back_to (store, first + 1), ==, 1);
}

static void
test_not_over_a_barrier (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  gint64 edit, undone;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  edit = last_revision (store);
  xyb_store_edit_barrier (store, "装入预置", fixture_run_sql,
                          (gpointer) "UPDATE plan SET title = '新方案'", &error);
  g_assert_no_error (error);
  assert_refused (store, edit, XYB_STORE_ERROR_BARRIER, "装入预置");
  assert_refused (store, edit + 1, XYB_STORE_ERROR_BARRIER, "装入预置");
  fixture_edit (store, "改指标", "UPDATE quota SET accreditation = 1 WHERE id = 4");
  undone = last_revision (store);
  undo_all (store, 1);
  assert_refused (store, undone, XYB_STORE_ERROR_NOTHING, "改指标");
  assert_refused (store, undone + 1, XYB_STORE_ERROR_INVALID, "改指标");
  assert_refused (store, 1000, XYB_STORE_ERROR_NOT_FOUND, "1000");
}

static void
test_cancelled_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  gint64 first;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  first = last_revision (store) + 1;
  fixture_edit (store, "改指标", "UPDATE quota SET accreditation = 1 WHERE id = 4");
  g_cancellable_cancel (cancellable);
  g_assert_false (xyb_store_undo_back_to (store, first, NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (fixture_query (store, "SELECT accreditation FROM quota WHERE id = 4"), ==, 1);
  g_assert_cmpint (last_revision (store), ==, first);
}

static void
die_at (guint done, guint total, gpointer step)
{
  if (done == GPOINTER_TO_UINT (step))
    kill (getpid (), SIGKILL);
}

/* kill -9 after each number of steps: the office is as it was before the act. */
static void
test_killed_in_the_middle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 1);
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autofree char *before = NULL;
  gint64 first, last;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  first = last_revision (store) + 1;
  edit_randomly (store, rand, 8);
  before = fixture_dump (store);
  last = last_revision (store);
  g_clear_object (&store);
  for (guint step = 1; step <= 8; step++)
    {
      g_autofree char *after = NULL;
      pid_t child = fork ();
      int status;

      if (child == 0)
        {
          store = xyb_store_open (fixture->path, XYB_STORE_OPEN_DEFAULT, NULL);
          xyb_store_undo_back_to (store, first, die_at, GUINT_TO_POINTER (step), NULL, NULL, NULL);
          _exit (0);
        }
      waitpid (child, &status, 0);
      g_assert_true (WIFSIGNALED (status));
      store = fixture_open (fixture->path);
      after = fixture_dump (store);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (last_revision (store), ==, last);
      g_clear_object (&store);
    }
}

static void
count_changed (XybStore *store, const char *const *tables, guint *count)
{
  *count += 1;
}

/* The window redraws once, however many steps there were. */
static void
test_told_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 2);
  g_autoptr (XybStore) store = fixture_create (fixture);
  guint count = 0;
  gint64 first;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  first = last_revision (store) + 1;
  edit_randomly (store, rand, 10);
  g_signal_connect (store, "changed", G_CALLBACK (count_changed), &count);
  undo_back_to (store, first);
  g_assert_cmpuint (count, ==, 1);
}

static void
add (const char *name, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  add ("/undo-back/to-any-step-and-all-again", test_back_to_any_step);
  add ("/undo-back/journal-has-an-undo-for-each-edit", test_journal_stays_honest);
  add ("/undo-back/steps-already-undone-stay-so", test_steps_already_undone);
  add ("/undo-back/conflict-changes-nothing", test_conflict_changes_nothing);
  add ("/undo-back/not-over-a-barrier", test_not_over_a_barrier);
  add ("/undo-back/cancelled-changes-nothing", test_cancelled_changes_nothing);
  add ("/undo-back/killed-in-the-middle-changes-nothing", test_killed_in_the_middle);
  add ("/undo-back/told-once", test_told_once);
  return g_test_run ();
}
