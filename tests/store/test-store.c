/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"

/* ---- making ---- */

static void
assert_mode (const char *path, guint mode)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, mode);
}

static void
test_create_private (Fixture *fixture, gconstpointer umask_bits)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "deep", "er", NULL);
  g_autofree char *path = g_build_filename (folder, "office.xyb", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = NULL;
  mode_t old = umask (GPOINTER_TO_UINT (umask_bits));

  store = xyb_store_create (path, &error);
  g_assert_no_error (error);
  fixture_edit (store, "加单位",
                "INSERT INTO unit (id, kind, name, position) VALUES (1, 1, 'x', 1)");
  umask (old);
  assert_mode (folder, 0700);
  assert_mode (path, 0600);
  assert_mode (wal, 0600);
  assert_mode (shm, 0600);
  assert_mode (lock, 0600);
}

static void
test_create_marks_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GPtrArray) revisions = NULL;
  g_autofree char *names = NULL;
  g_autofree char *header = NULL;
  const char version[] = { 0, 0, 0, XYB_STORE_SCHEMA_VERSION };
  gsize length;

  g_assert_cmpint (fixture_query (store, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (fixture_query (store, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (fixture_query (store, "PRAGMA trusted_schema"), ==, 0);
  revisions = xyb_store_list_revisions (store, 10, 0, TRUE, NULL);
  g_assert_cmpuint (revisions->len, ==, 1);
  g_assert_cmpint (((XybRevision *) revisions->pdata[0])->kind, ==, XYB_REVISION_BARRIER);
  g_assert_cmpstr (((XybRevision *) revisions->pdata[0])->label, ==, "新建办公数据");
  g_clear_object (&store);

  /* Closed, it is one file and nothing else. */
  names = fixture_list (fixture->folder);
  g_assert_cmpstr (names, ==, "office.xyb\n");
  header = fixture_read (fixture->path, &length);
  g_assert_cmpint (memcmp (header + 68, "XYBO", 4), ==, 0);
  g_assert_cmpint (memcmp (header + 60, version, sizeof version), ==, 0);
}

static void
test_create_refuses_existing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;

  fixture_write (fixture->path, "mine", 4);
  g_assert_null (xyb_store_create (fixture->path, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS);
  fixture_assert_sentence (error, "office.xyb");
  content = fixture_read (fixture->path, &length);
  g_assert_cmpmem (content, length, "mine", 4);
}

/* SQLite would play the old office's log into the new one. */
static void
test_create_refuses_orphaned_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write (wal, "frames", 6);
  g_assert_null (xyb_store_create (fixture->path, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS);
  names = fixture_list (fixture->folder);
  g_assert_cmpstr (names, ==, "office.xyb-wal\n");
}

/* ---- refused files ---- */

typedef struct
{
  const char *name;
  void (*make) (const char *path);
  XybStoreError code;
  gboolean beside; /* refused only after SQLite looked at it: says nothing about leftovers */
} Refused;

static void
make_office (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_store_create (path, &error);

  g_assert_no_error (error);
  fixture_edit (store, "数据", FIXTURE_ROWS);
}

static void
patch (const char *path, gsize offset, const void *bytes, gsize length)
{
  gsize size;
  g_autofree char *data = fixture_read (path, &size);

  g_assert_cmpuint (offset + length, <=, size);
  memcpy (data + offset, bytes, length);
  fixture_write (path, data, size);
}

static void
make_empty (const char *path)
{
  fixture_write (path, "", 0);
}

static void
make_text (const char *path)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  fixture_write (path, text, 5000);
}

static void
make_short (const char *path)
{
  fixture_write (path, "SQLite format 3", 16);
}

static void
make_foreign_database (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL; CREATE TABLE t (x)", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
make_newer (const char *path)
{
  make_office (path);
  patch (path, 60, "\0\0\0\x63", 4);
}

static void
make_without_version (const char *path)
{
  make_office (path);
  patch (path, 60, "\0\0\0\0", 4);
}

static void
make_cut_short (const char *path)
{
  gsize size;
  g_autofree char *data = NULL;

  make_office (path);
  data = fixture_read (path, &size);
  fixture_write (path, data, size / 2 / 4096 * 4096);
}

static void
make_garbage_pages (const char *path)
{
  guint8 garbage[3 * 4096];

  make_office (path);
  memset (garbage, 0xa5, sizeof garbage);
  patch (path, 4 * 4096, garbage, sizeof garbage);
}

static void
make_garbage_schema (const char *path)
{
  guint8 garbage[2000];

  make_office (path);
  memset (garbage, 0x5a, sizeof garbage);
  patch (path, 100, garbage, sizeof garbage);
}

/* Our mark on somebody's empty database: no tables. */
static void
make_hollow (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_exec (db,
                  "PRAGMA application_id = 0x5859424f; PRAGMA user_version = " G_STRINGIFY (
                    XYB_STORE_SCHEMA_VERSION) "; CREATE TABLE t (x)",
                  NULL, NULL, NULL),
    ==, SQLITE_OK);
  sqlite3_close (db);
}

static const Refused refused[] = {
  { "empty", make_empty, XYB_STORE_ERROR_NOT_OFFICE, FALSE },
  { "text", make_text, XYB_STORE_ERROR_NOT_OFFICE, FALSE },
  { "short", make_short, XYB_STORE_ERROR_NOT_OFFICE, FALSE },
  { "foreign-database", make_foreign_database, XYB_STORE_ERROR_NOT_OFFICE, FALSE },
  { "newer", make_newer, XYB_STORE_ERROR_NEWER, FALSE },
  { "without-version", make_without_version, XYB_STORE_ERROR_DAMAGED, TRUE },
  { "cut-short", make_cut_short, XYB_STORE_ERROR_DAMAGED, FALSE },
  { "garbage-pages", make_garbage_pages, XYB_STORE_ERROR_DAMAGED, TRUE },
  { "garbage-schema", make_garbage_schema, XYB_STORE_ERROR_DAMAGED, TRUE },
  { "hollow", make_hollow, XYB_STORE_ERROR_DAMAGED, TRUE },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const Refused *c = data;
  const XybStoreOpenFlags flags[]
    = { XYB_STORE_OPEN_DEFAULT, XYB_STORE_OPEN_READ_ONLY, XYB_STORE_OPEN_FALL_BACK };
  g_autofree char *before = NULL;
  gsize size_before;

  c->make (fixture->path);
  before = fixture_read (fixture->path, &size_before);
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      g_autofree char *names = NULL;
      gsize size_after;

      g_assert_null (xyb_store_open (fixture->path, flags[i], &error));
      g_assert_error (error, XYB_STORE_ERROR, (int) c->code);
      fixture_assert_sentence (error, "office.xyb");
      after = fixture_read (fixture->path, &size_after);
      g_assert_cmpmem (before, size_before, after, size_after);
      names = fixture_list (fixture->folder);
      if (!c->beside)
        g_assert_cmpstr (names, ==, "office.xyb\n");
    }
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;

  g_assert_null (xyb_store_open (fixture->path, XYB_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
  fixture_assert_sentence (error, "office.xyb");
  names = fixture_list (fixture->folder);
  g_assert_cmpstr (names, ==, "");
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (xyb_store_open (fixture->folder, XYB_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_OFFICE);
  fixture_assert_sentence (error, fixture->folder);
}

/* A log that belongs to a damaged office is what may mend it: it stays. */
static void
test_damaged_keeps_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *saved_office = NULL;
  g_autofree char *saved_wal = NULL;
  g_autofree char *after = NULL;
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  gsize office_size, wal_size, after_size;

  fixture_edit (store, "数据", FIXTURE_ROWS);
  saved_office = fixture_read (fixture->path, &office_size);
  saved_wal = fixture_read (wal, &wal_size);
  g_assert_cmpuint (wal_size, >, 0);
  g_clear_object (&store);
  memset (saved_office + 8 * 4096, 0xa5, 4 * 4096);
  fixture_write (fixture->path, saved_office, office_size);
  fixture_write (wal, saved_wal, wal_size);

  g_assert_null (xyb_store_open (fixture->path, XYB_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_DAMAGED);
  after = fixture_read (wal, &after_size);
  g_assert_cmpmem (saved_wal, wal_size, after, after_size);
  g_free (after);
  after = fixture_read (fixture->path, &after_size);
  g_assert_cmpmem (saved_office, office_size, after, after_size);
}

/* ---- read-only ---- */

static void
assert_refuses_edit (XybStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (xyb_store_is_read_only (store));
  g_assert_false (
    xyb_store_edit (store, "改", fixture_run_sql, (gpointer) "DELETE FROM quota", &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY);
  fixture_assert_sentence (error, "office.xyb");
  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM quota"), ==, 2);
}

static void
test_read_only_by_wish (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GError) error = NULL;

  make_office (fixture->path);
  store = xyb_store_open (fixture->path, XYB_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_refuses_edit (store);
  g_assert_null (xyb_store_get_notice (store));
}

/* 0: the file, 1: the folder is read-only. */
static void
test_read_only_medium (Fixture *fixture, gconstpointer folder_too)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;

  make_office (fixture->path);
  g_assert_cmpint (g_chmod (folder_too != NULL ? fixture->folder : fixture->path,
                            folder_too != NULL ? 0500 : 0400),
                   ==, 0);
  g_assert_null (xyb_store_open (fixture->path, XYB_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY);
  fixture_assert_sentence (error, "office.xyb");
  g_clear_error (&error);

  store = xyb_store_open (fixture->path, XYB_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_refuses_edit (store);
  g_clear_object (&store);

  store = xyb_store_open (fixture->path, XYB_STORE_OPEN_FALL_BACK, &error);
  g_assert_no_error (error);
  assert_refuses_edit (store);
  g_assert_nonnull (strstr (xyb_store_get_notice (store), "只能看"));
  names = fixture_list (fixture->folder);
  g_assert_cmpstr (names, ==, "office.xyb\n");
}

/* ---- who has it ---- */

static void
test_lock_same_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autoptr (XybStore) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (xyb_store_open (fixture->path, XYB_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_LOCKED);
  fixture_assert_sentence (error, "office.xyb");
  g_clear_error (&error);

  again = xyb_store_open_again (store, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  g_assert_null (xyb_store_open (fixture->path, XYB_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_LOCKED);
  g_clear_object (&again);
  again = fixture_open (fixture->path);
}

/* A name with a link on the way is the same office. */
static void
test_lock_through_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  g_autofree char *link = g_build_filename (fixture->folder, "link.xyb", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_null (xyb_store_open (link, XYB_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_LOCKED);
}

typedef struct
{
  pid_t pid;
  int to_child;
  int from_child;
} Child;

static void
say (int fd)
{
  g_assert_cmpint (write (fd, "x", 1), ==, 1);
}

static void
hear (int fd)
{
  char c;

  g_assert_cmpint (read (fd, &c, 1), ==, 1);
}

/* Another program with the office open: writes one unit every time it is told to, until it is
 * killed. */
static Child
start_child (const char *path)
{
  int down[2], up[2];
  Child child;

  g_assert_cmpint (pipe (down), ==, 0);
  g_assert_cmpint (pipe (up), ==, 0);
  child.pid = fork ();
  if (child.pid == 0)
    {
      XybStore *store = xyb_store_open (path, XYB_STORE_OPEN_DEFAULT, NULL);

      while (store != NULL)
        {
          say (up[1]);
          hear (down[0]);
          fixture_edit (store, "加单位",
                        "INSERT INTO unit (id, kind, name, position)"
                        " SELECT max (id) + 1, 1, '新单位', 9 FROM unit");
        }
      _exit (1);
    }
  close (down[0]);
  close (up[1]);
  child.to_child = down[1];
  child.from_child = up[0];
  hear (child.from_child);
  return child;
}

static void
kill_child (Child *child)
{
  int status;

  kill (child->pid, SIGKILL);
  g_assert_cmpint (waitpid (child->pid, &status, 0), ==, child->pid);
  close (child->to_child);
  close (child->from_child);
}

static void
test_lock_other_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *pid = NULL;
  Child child;

  make_office (fixture->path);
  child = start_child (fixture->path);
  pid = g_strdup_printf ("%d", (int) child.pid);
  g_assert_null (xyb_store_open (fixture->path, XYB_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_LOCKED);
  fixture_assert_sentence (error, "office.xyb");
  fixture_assert_sentence (error, pid);
  fixture_assert_sentence (error, "本机");
  g_clear_error (&error);

  /* Read-only beside it, and what it writes meanwhile is seen. */
  store = xyb_store_open (fixture->path, XYB_STORE_OPEN_FALL_BACK, &error);
  g_assert_no_error (error);
  assert_refuses_edit (store);
  g_assert_nonnull (strstr (xyb_store_get_notice (store), pid));
  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM unit"), ==, 2);
  say (child.to_child);
  hear (child.from_child);
  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM unit"), ==, 3);
  g_clear_object (&store);

  /* Nothing stale after kill -9. */
  kill_child (&child);
  store = fixture_open (fixture->path);
  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM unit"), ==, 3);
}

/* ---- network share ---- */

static XybFileSystem
all_network (const char *path)
{
  return XYB_FILE_SYSTEM_NETWORK;
}

static char *
journal_mode (XybStore *store)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, "PRAGMA journal_mode", NULL);

  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  return xyb_stmt_dup_text (stmt, 0);
}

static void
test_network (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybStore) again = NULL;
  g_autofree char *there = NULL;
  g_autofree char *here = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  make_office (fixture->path);
  xyb_office_file_set_system_func (all_network);
  store = fixture_open (fixture->path);
  there = journal_mode (store);
  g_assert_cmpstr (there, ==, "delete");
  g_assert_nonnull (strstr (xyb_store_get_notice (store), "网络共享"));
  /* Worker threads still get their own connection. */
  again = xyb_store_open_again (store, &error);
  g_assert_no_error (error);
  fixture_edit (again, "改", "UPDATE quota SET accreditation = 9 WHERE id = 4");
  fixture_edit (store, "改", "UPDATE quota SET accreditation = 10 WHERE id = 4");
  g_assert_cmpint (fixture_query (again, "SELECT accreditation FROM quota WHERE id = 4"), ==, 10);
  names = fixture_list (fixture->folder);
  g_assert_cmpstr (names, ==, "office.xyb\noffice.xyb.lock\n");
  g_clear_object (&again);
  g_clear_object (&store);
  xyb_office_file_set_system_func (NULL);

  store = fixture_open (fixture->path);
  here = journal_mode (store);
  g_assert_cmpstr (here, ==, "wal");
  g_assert_null (xyb_store_get_notice (store));
}

/* On a share where a colleague may only read: what she sees follows what is written. */
static void
test_read_only_follows_writer (Fixture *fixture, gconstpointer network)
{
  g_autoptr (XybStore) writer = NULL;
  g_autoptr (XybStore) reader = NULL;
  g_autoptr (GError) error = NULL;

  make_office (fixture->path);
  xyb_office_file_set_system_func (network != NULL ? all_network : NULL);
  writer = fixture_open (fixture->path);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  reader = xyb_store_open (fixture->path, XYB_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  fixture_query (reader, "SELECT accreditation FROM quota WHERE id = 4");
  fixture_edit (writer, "改", "UPDATE quota SET accreditation = 77 WHERE id = 4");
  g_assert_cmpint (fixture_query (reader, "SELECT accreditation FROM quota WHERE id = 4"), ==, 77);
  xyb_office_file_set_system_func (NULL);
}

/* ---- editing ---- */

static gboolean
write_then_fail (XybStore *store, gpointer user_data, GError **error)
{
  fixture_run_sql (store, (gpointer) "DELETE FROM quota; UPDATE plan SET title = 'x'", error);
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, "不行。");
  return FALSE;
}

static void
test_failed_edit_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  make_office (fixture->path);
  store = fixture_open (fixture->path);
  before = fixture_dump (store);
  g_assert_false (xyb_store_edit (store, "改", write_then_fail, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID);
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM revision"), ==, 2);
}

static gboolean
outer_with_failing_inner (XybStore *store, gpointer user_data, GError **error)
{
  g_autoptr (GError) inner = NULL;

  fixture_run_sql (store, (gpointer) "UPDATE quota SET accreditation = 1 WHERE id = 4", error);
  g_assert_false (xyb_store_edit (store, "里面", write_then_fail, NULL, &inner));
  return xyb_store_edit (store, "里面", fixture_run_sql,
                         (gpointer) "UPDATE quota SET accreditation = 2 WHERE id = 5", error);
}

static void
test_inner_edit_joins (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  const XybRevision *latest;

  make_office (fixture->path);
  store = fixture_open (fixture->path);
  xyb_store_edit (store, "外面", outer_with_failing_inner, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (store, "SELECT sum(accreditation) FROM quota"), ==, 3);
  g_assert_cmpint (fixture_query (store, "SELECT title = '方案' FROM plan"), ==, 1);
  revisions = xyb_store_list_revisions (store, 1, 0, FALSE, NULL);
  latest = revisions->pdata[0];
  g_assert_cmpstr (latest->label, ==, "外面");
  g_assert_cmpint (latest->records, ==, 2);
  g_assert_cmpint (latest->id, ==, 3);
}

static void
test_nothing_changed_no_revision (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = NULL;

  make_office (fixture->path);
  store = fixture_open (fixture->path);
  fixture_edit (store, "没改", "UPDATE quota SET accreditation = accreditation");
  fixture_edit (store, "来回",
                "UPDATE quota SET accreditation = 99; UPDATE quota SET accreditation = 8 WHERE"
                " id = 4; UPDATE quota SET accreditation = 6 WHERE id = 5");
  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM revision"), ==, 2);
}

typedef struct
{
  const char *name;
  const char *sql;
  XybStoreError code;
} BadWrite;

static const BadWrite bad_writes[] = {
  { "points-nowhere", "UPDATE quota SET unit_id = 999 WHERE id = 4", XYB_STORE_ERROR_IN_USE },
  { "still-used", "DELETE FROM unit WHERE id = 1", XYB_STORE_ERROR_IN_USE },
  { "same-year",
    "INSERT INTO plan SELECT 99, year, title, document_number, issuer, issued_on, lead,"
    " partners, scope, policy, supervision, copied_to, quota_title, nomination_title,"
    " 1, 1, 1, 1, 1, 1, NULL, 4, 1, NULL, NULL, NULL, NULL FROM plan",
    XYB_STORE_ERROR_EXISTS },
  { "must-be-filled", "UPDATE unit SET name = NULL", XYB_STORE_ERROR_INVALID },
  { "text-for-a-number", "UPDATE quota SET accreditation = 'acht'", XYB_STORE_ERROR_INVALID },
};

static void
test_bad_write (Fixture *fixture, gconstpointer data)
{
  const BadWrite *c = data;
  g_autoptr (XybStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  make_office (fixture->path);
  store = fixture_open (fixture->path);
  before = fixture_dump (store);
  g_assert_false (xyb_store_edit (store, "改", fixture_run_sql, (gpointer) c->sql, &error));
  g_assert_error (error, XYB_STORE_ERROR, (int) c->code);
  fixture_assert_sentence (error, "office.xyb");
  after = fixture_dump (store);
  g_assert_cmpstr (before, ==, after);
}

/* ---- threads ---- */

#define EDITS_OF_A_THREAD 40

static gpointer
edit_in_thread (gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) own = xyb_store_open_again (user_data, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < EDITS_OF_A_THREAD; i++)
    fixture_edit (own, "线程里改",
                  "UPDATE quota SET accreditation = accreditation + 1 WHERE id = 4");
  return NULL;
}

/* Each waits for the others: nothing is refused, nothing is lost. */
static void
test_threads_take_turns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = NULL;
  GThread *threads[3];

  make_office (fixture->path);
  store = fixture_open (fixture->path);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("edit", edit_in_thread, store);
  for (guint i = 0; i < EDITS_OF_A_THREAD; i++)
    fixture_edit (store, "窗口里改",
                  "UPDATE quota SET accreditation = accreditation + 1 WHERE id = 4");
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (fixture_query (store, "SELECT accreditation FROM quota WHERE id = 4"), ==,
                   8 + 4 * EDITS_OF_A_THREAD);
  g_assert_cmpint (fixture_query (store, "SELECT max(id) FROM revision"), ==,
                   2 + 4 * EDITS_OF_A_THREAD);
}

/* ---- who is told ---- */

typedef struct
{
  guint n;
  GStrv tables;
} Told;

static void
on_changed (XybStore *store, GStrv tables, Told *told)
{
  told->n++;
  g_strfreev (told->tables);
  told->tables = g_strdupv (tables);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) window = NULL;
  g_autoptr (XybStore) worker = NULL;
  Told told = { 0 };
  const char *const own[] = { "quota", "plan", NULL };

  make_office (fixture->path);
  window = fixture_open (fixture->path);
  worker = xyb_store_open_again (window, NULL);
  g_signal_connect (window, "changed", G_CALLBACK (on_changed), &told);

  fixture_edit (window, "改", "UPDATE plan SET title = 'x'; UPDATE quota SET accreditation = 3");
  g_assert_cmpuint (told.n, ==, 1);
  g_assert_true (g_strv_equal ((const char *const *) told.tables, own));
  xyb_store_undo (window, NULL, NULL);
  g_assert_cmpuint (told.n, ==, 2);
  g_assert_true (g_strv_equal ((const char *const *) told.tables, own));

  fixture_edit (worker, "改", "UPDATE plan SET title = 'y'");
  g_assert_cmpuint (told.n, ==, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (told.n, ==, 3);
  g_assert_cmpuint (g_strv_length (told.tables), ==, 0);
  g_strfreev (told.tables);
}

/* ---- ids ---- */

static void
test_ids (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  gint64 last = 1 << 21; /* presets have smaller ones */

  for (guint i = 0; i < 200000; i++)
    {
      gint64 id = xyb_store_new_id (store);

      g_assert_cmpint (id, >, last);
      last = id;
    }
}

/* ---- migrations ---- */

static const XybMigration two_steps[] = {
  { XYB_STORE_SCHEMA_VERSION + 1, "ALTER TABLE unit ADD COLUMN colour TEXT" },
  { XYB_STORE_SCHEMA_VERSION + 2,
    "ALTER TABLE unit ADD COLUMN size INTEGER NOT NULL DEFAULT 5; CREATE TABLE extra (x INTEGER)"
    " STRICT" },
};

static const XybMigration broken_second_step[] = {
  { XYB_STORE_SCHEMA_VERSION + 1, "ALTER TABLE unit ADD COLUMN colour TEXT" },
  { XYB_STORE_SCHEMA_VERSION + 2, "ALTER TABLE unit ADD COLUMN size INTEGER; DELETE FROM nowhere" },
};

static void
test_migration_climbs (Fixture *fixture, gconstpointer data)
{
  const XybLadder ladder = { XYB_STORE_SCHEMA_VERSION + 2, two_steps, G_N_ELEMENTS (two_steps) };
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;

  make_office (fixture->path);
  g_assert_null (
    xyb_store_open_with_ladder (fixture->path, XYB_STORE_OPEN_READ_ONLY, &ladder, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  store = xyb_store_open_with_ladder (fixture->path, XYB_STORE_OPEN_DEFAULT, &ladder, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (store, "PRAGMA user_version"), ==, XYB_STORE_SCHEMA_VERSION + 2);
  g_assert_cmpint (fixture_query (store, "SELECT sum(size) FROM unit WHERE colour IS NULL"), ==,
                   10);

  backups = xyb_store_list_backups (fixture->path, &error);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpstr (((XybBackup *) backups->pdata[0])->reason, ==, "升级前");
  xyb_store_verify_backup (((XybBackup *) backups->pdata[0])->path, &error);
  g_assert_no_error (error);

  revisions = xyb_store_list_revisions (store, 10, 0, FALSE, NULL);
  g_assert_cmpint (((XybRevision *) revisions->pdata[0])->kind, ==, XYB_REVISION_BARRIER);
  g_assert_cmpint (((XybRevision *) revisions->pdata[1])->kind, ==, XYB_REVISION_BARRIER);
  g_assert_false (xyb_store_undo (store, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_BARRIER);
  g_clear_error (&error);
  g_clear_object (&store);

  /* The program of yesterday now meets a newer file. */
  g_assert_null (xyb_store_open (fixture->path, XYB_STORE_OPEN_DEFAULT, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NEWER);
}

static void
test_migration_stops_whole (Fixture *fixture, gconstpointer data)
{
  const XybLadder broken
    = { XYB_STORE_SCHEMA_VERSION + 2, broken_second_step, G_N_ELEMENTS (broken_second_step) };
  const XybLadder gap = { XYB_STORE_SCHEMA_VERSION + 2, broken_second_step, 1 };
  const XybLadder good = { XYB_STORE_SCHEMA_VERSION + 2, two_steps, G_N_ELEMENTS (two_steps) };
  g_autoptr (XybStore) store = NULL;
  g_autoptr (GError) error = NULL;

  make_office (fixture->path);
  g_assert_null (xyb_store_open_with_ladder (fixture->path, 0, &broken, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (xyb_store_open_with_ladder (fixture->path, 0, &gap, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_FAILED);
  g_clear_error (&error);

  /* It stands after the first step, and goes on from there. */
  store = xyb_store_open_with_ladder (fixture->path, 0, &good, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (store, "SELECT sum(size) FROM unit WHERE colour IS NULL"), ==,
                   10);
  g_assert_cmpint (fixture_query (store, "SELECT count(*) FROM revision WHERE kind = 4"), ==, 3);
}

/* The clock of an old computer starts anew with every empty battery. */
static void
test_ids_rise_when_the_clock_went_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = fixture_create (fixture);
  gint64 future = xyb_store_new_id (store) + (G_GINT64_CONSTANT (1) << 58);
  g_autofree char *sql
    = g_strdup_printf ("INSERT INTO enterprise (id, name) VALUES (%" G_GINT64_FORMAT
                       ", '昆山示例有限公司')",
                       future);

  fixture_edit (store, "明年", sql);
  g_clear_object (&store);
  store = fixture_open (fixture->path);
  g_assert_cmpint (xyb_store_new_id (store), >, future);
}

/* A clerk who starts the program again and again does not fill her disk. */
static void
test_migration_tried_again (Fixture *fixture, gconstpointer data)
{
  static const XybMigration broken_step[]
    = { { XYB_STORE_SCHEMA_VERSION + 1, "ALTER TABLE nothing ADD COLUMN x TEXT" } };
  const XybLadder broken = { XYB_STORE_SCHEMA_VERSION + 1, broken_step, 1 };
  g_autoptr (GPtrArray) backups = NULL;

  make_office (fixture->path);
  for (int i = 0; i < 4; i++)
    g_assert_null (xyb_store_open_with_ladder (fixture->path, 0, &broken, NULL));
  backups = xyb_store_list_backups (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  /* One that was spoilt does not count. */
  fixture_write (((XybBackup *) backups->pdata[0])->path, "spoilt", 6);
  g_assert_null (xyb_store_open_with_ladder (fixture->path, 0, &broken, NULL));
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = xyb_store_list_backups (fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 2);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, data, func)                                                                      \
  g_test_add (name, Fixture, data, fixture_set_up, func, fixture_tear_down)

  ADD ("/create/private-under-open-umask", GUINT_TO_POINTER (0), test_create_private);
  ADD ("/create/private-under-usual-umask", GUINT_TO_POINTER (022), test_create_private);
  ADD ("/create/private-under-closed-umask", GUINT_TO_POINTER (077), test_create_private);
  ADD ("/create/file-carries-its-marks", NULL, test_create_marks_file);
  ADD ("/create/existing-stays", NULL, test_create_refuses_existing);
  ADD ("/create/orphaned-log-is-not-played", NULL, test_create_refuses_orphaned_log);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *name = g_strconcat ("/open/refused/", refused[i].name, NULL);

      ADD (name, &refused[i], test_refused);
    }
  ADD ("/open/missing", NULL, test_missing);
  ADD ("/open/folder", NULL, test_folder);
  ADD ("/open/damaged-keeps-its-log", NULL, test_damaged_keeps_log);
  ADD ("/read-only/by-wish", NULL, test_read_only_by_wish);
  ADD ("/read-only/file", NULL, test_read_only_medium);
  ADD ("/read-only/folder", GUINT_TO_POINTER (1), test_read_only_medium);
  ADD ("/lock/until-last-connection-closes", NULL, test_lock_same_program);
  ADD ("/lock/through-a-link", NULL, test_lock_through_link);
  ADD ("/lock/other-program-is-named", NULL, test_lock_other_program);
  ADD ("/network/rollback-journal-and-notice", NULL, test_network);
  ADD ("/read-only/follows-a-local-writer", NULL, test_read_only_follows_writer);
  ADD ("/read-only/follows-a-writer-on-a-share", GUINT_TO_POINTER (1),
       test_read_only_follows_writer);
  ADD ("/edit/failed-changes-nothing", NULL, test_failed_edit_changes_nothing);
  ADD ("/edit/inner-joins-outer", NULL, test_inner_edit_joins);
  ADD ("/edit/nothing-changed-no-revision", NULL, test_nothing_changed_no_revision);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_writes); i++)
    {
      g_autofree char *name = g_strconcat ("/edit/refused/", bad_writes[i].name, NULL);

      ADD (name, &bad_writes[i], test_bad_write);
    }
  ADD ("/edit/threads-take-turns", NULL, test_threads_take_turns);
  ADD ("/changed/own-tables-and-others-writes", NULL, test_changed);
  ADD ("/ids/rise-and-differ", NULL, test_ids);
  ADD ("/ids/rise-when-the-clock-went-back", NULL, test_ids_rise_when_the_clock_went_back);
  ADD ("/migration/climbs-after-a-backup", NULL, test_migration_climbs);
  ADD ("/migration/stops-at-a-whole-version", NULL, test_migration_stops_whole);
  ADD ("/migration/tried-again-makes-no-further-backup", NULL, test_migration_tried_again);

  return g_test_run ();
}
