/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "store-fixture.h"

/* A trial restore says what a backup holds, or why it cannot be restored; nothing is touched. */

static char *
make_backup (Fixture *fixture)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  char *path = NULL;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  fixture_edit (store, "改指标", "UPDATE quota SET accreditation = 1 WHERE id = 4");
  xyb_store_backup_now (store, NULL, NULL, NULL, &path, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_good (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_backup (fixture);
  g_autofree char *before = fixture_list (fixture->folder);
  g_autofree char *after = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *same = NULL;
  g_autoptr (GError) error = NULL;
  XybBackupReport report;
  gsize length, same_length;

  bytes = fixture_read (path, &length);
  xyb_store_test_restore (path, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report.enterprises, ==, 2);
  g_assert_cmpint (report.plans, ==, 1);
  g_assert_cmpint (report.revisions, ==, 3);
  g_assert_cmpstr (report.last_label, ==, "改指标");
  sentence = xyb_backup_report_sentence (&report);
  g_assert_nonnull (strstr (sentence, "企业 2 家、方案 1 年、修订 3 步"));
  xyb_backup_report_clear (&report);
  same = fixture_read (path, &same_length);
  g_assert_cmpmem (bytes, length, same, same_length);
  after = fixture_list (fixture->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_refused (const char *path, int code)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  XybBackupReport report;

  g_assert_false (xyb_store_test_restore (path, &report, &error));
  g_assert_error (error, XYB_STORE_ERROR, code);
  fixture_assert_sentence (error, name);
  g_assert_null (report.last_label);
}

static void
set_version (const char *path, int version)
{
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_backup (fixture);
  g_autofree char *bytes = NULL;
  gsize length;

  bytes = fixture_read (path, &length);
  fixture_write (path, bytes, length / 2);
  assert_refused (path, XYB_STORE_ERROR_DAMAGED);
  fixture_write (path, "", 0);
  assert_refused (path, XYB_STORE_ERROR_NOT_OFFICE);
  fixture_write (path, "一封信", 9);
  assert_refused (path, XYB_STORE_ERROR_NOT_OFFICE);
  fixture_write (path, bytes, length);
  set_version (path, XYB_STORE_SCHEMA_VERSION + 1);
  assert_refused (path, XYB_STORE_ERROR_NEWER);
  g_unlink (path);
  assert_refused (path, XYB_STORE_ERROR_NOT_FOUND);
}

/* Whole pages, but the journal lies: only a full check finds it. */
static void
test_damaged_journal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_backup (fixture);
  g_autoptr (sqlite3) db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE revision_part SET data = x'00' WHERE revision_id = 2",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_clear_pointer (&db, sqlite3_close_v2);
  assert_refused (path, XYB_STORE_ERROR_DAMAGED);
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
  add ("/test-restore/counts-what-is-there", test_good);
  add ("/test-restore/refuses-with-the-backups-name", test_bad);
  add ("/test-restore/finds-a-damaged-journal", test_damaged_journal);
  return g_test_run ();
}
