/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "store-fixture.h"
#include "xyb-safe-file.h"

static XybStore *
make_office (Fixture *fixture)
{
  XybStore *store = fixture_create (fixture);

  fixture_edit (store, "数据", FIXTURE_ROWS);
  return store;
}

static char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static char *
dump_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_store_open (path, XYB_STORE_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  return fixture_dump (store);
}

/* ---- making one ---- */

static void
test_backup_is_one_whole_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *folder = in_folder (fixture, "there");
  g_autofree char *path = g_build_filename (folder, "copy.xyb", NULL);
  g_autofree char *expected = fixture_dump (store);
  g_autofree char *found = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  xyb_store_backup (store, path, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  names = fixture_list (folder);
  g_assert_cmpstr (names, ==, "copy.xyb\n");
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  xyb_store_verify_backup (path, &error);
  g_assert_no_error (error);
  g_free (names);
  names = fixture_list (folder);
  g_assert_cmpstr (names, ==, "copy.xyb\n");
  found = dump_of (path);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_backup_overwrites_only_when_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = in_folder (fixture, "copy.xyb");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  fixture_write (path, "mine", 4);
  g_assert_false (xyb_store_backup (store, path, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_EXISTS);
  content = fixture_read (path, &length);
  g_assert_cmpmem (content, length, "mine", 4);
  g_clear_error (&error);
  xyb_store_backup (store, path, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  xyb_store_verify_backup (path, &error);
  g_assert_no_error (error);
}

static void
test_backup_not_onto_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (store);
  g_autofree char *after = NULL;

  g_assert_false (xyb_store_backup (store, fixture->path, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS);
  fixture_assert_sentence (error, "office.xyb");
  g_clear_object (&store);
  after = dump_of (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* A clerk answers 「替换」 in the file dialog: another office's log would be played into the copy.
 */
static void
test_backup_not_into_anothers_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = in_folder (fixture, "other.xyb");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  fixture_write (log, "log", 3);
  g_assert_false (xyb_store_backup (store, path, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS);
  fixture_assert_sentence (error, "other.xyb");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_backup_not_onto_an_open_office (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = in_folder (fixture, "other.xyb");
  g_autofree char *link = in_folder (fixture, "link.xyb");
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) other = xyb_store_create (path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (symlink ("other.xyb", link), ==, 0);
  g_assert_false (xyb_store_backup (store, path, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_LOCKED);
  fixture_assert_sentence (error, "other.xyb");
  g_clear_error (&error);
  g_assert_false (xyb_store_backup (store, link, TRUE, NULL, NULL, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  fixture_edit (other, "数据", FIXTURE_ROWS);
  g_clear_object (&other);

  xyb_store_backup (store, path, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
fill (XybStore *store, gpointer n, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store, "INSERT INTO enterprise (id, name, note) VALUES (:id, '昆山示例有限公司', :note)",
    error);
  g_autofree char *note = g_strnfill (2000, 'n');

  for (guint i = 0; i < GPOINTER_TO_UINT (n); i++)
    {
      xyb_stmt_bind_int (stmt, ":id", 1000 + i);
      xyb_stmt_bind_text (stmt, ":note", note);
      if (!xyb_store_run (store, stmt, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  XybStore *writer;
  GCancellable *cancellable;
  guint calls;
  guint last_done, total;
} Watch;

static void
write_meanwhile (guint done, guint total, gpointer user_data)
{
  Watch *watch = user_data;

  watch->calls++;
  g_assert_cmpuint (done, >=, watch->last_done);
  g_assert_cmpuint (done, <=, total);
  watch->last_done = done;
  watch->total = total;
  if (watch->writer != NULL)
    fixture_edit (watch->writer, "同时改",
                  "UPDATE enterprise SET note = id; UPDATE quota SET accreditation = 77");
  if (watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);
}

/* A snapshot of the moment it began, whoever writes meanwhile. */
static void
test_backup_while_others_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autoptr (XybStore) worker = NULL;
  g_autofree char *path = in_folder (fixture, "copy.xyb");
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch = { 0 };

  xyb_store_edit (store, "多", fill, GUINT_TO_POINTER (6000), &error);
  g_assert_no_error (error);
  worker = xyb_store_open_again (store, &error);
  expected = fixture_dump (store);
  watch.writer = store;
  xyb_store_backup (worker, path, FALSE, write_meanwhile, &watch, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (watch.calls, >, 2);
  g_assert_cmpuint (watch.last_done, ==, watch.total);
  g_assert_cmpint (fixture_query (store, "SELECT accreditation FROM quota WHERE id = 4"), ==, 77);
  xyb_store_verify_backup (path, &error);
  g_assert_no_error (error);
  found = dump_of (path);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_backup_cancelled_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = in_folder (fixture, "copy.xyb");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch = { .cancellable = cancellable };

  xyb_store_edit (store, "多", fill, GUINT_TO_POINTER (6000), &error);
  before = fixture_list (fixture->folder);
  g_assert_false (
    xyb_store_backup (store, path, FALSE, write_meanwhile, &watch, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = fixture_list (fixture->folder);
  g_assert_cmpstr (before, ==, after);
}

/* ---- verifying ---- */

static void
test_verify_finds_damage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = in_folder (fixture, "copy.xyb");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  xyb_store_backup (store, path, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  bytes = fixture_read (path, &length);
  memset (bytes + 5 * 4096, 0xa5, 4096);
  fixture_write (path, bytes, length);
  g_assert_false (xyb_store_verify_backup (path, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_DAMAGED);
  fixture_assert_sentence (error, "copy.xyb");
}

/* ---- the daily one ---- */

static void
test_daily_only_after_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *first = NULL;
  g_autofree char *none = NULL;
  g_autofree char *second = NULL;
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  xyb_store_backup_daily (store, NULL, &first, &error);
  g_assert_no_error (error);
  g_assert_true (g_regex_match_simple ("/office-000001-\\d{8}-\\d{6}-每日\\.xyb$", first, 0, 0));
  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0700);

  xyb_store_backup_daily (store, NULL, &none, &error);
  g_assert_no_error (error);
  g_assert_null (none);

  /* The second of one day takes the first one's place. */
  fixture_edit (store, "改", "UPDATE quota SET accreditation = 1");
  xyb_store_backup_daily (store, NULL, &second, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (second, "office-000002-"));
  backups = xyb_store_list_backups (fixture->path, &error);
  g_assert_cmpuint (backups->len, >=, 1);
  g_assert_cmpstr (((XybBackup *) backups->pdata[0])->path, ==, second);
  g_assert_cmpint (((XybBackup *) backups->pdata[0])->sequence, ==, 2);
}

/* A daily backup that lost its contents does not count as the last one. */
static void
test_daily_after_a_spoilt_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  xyb_store_backup_daily (store, NULL, &first, &error);
  fixture_write (first, "", 0);
  xyb_store_backup_daily (store, NULL, &second, &error);
  g_assert_no_error (error);
  g_assert_nonnull (second);
  xyb_store_verify_backup (second, &error);
  g_assert_no_error (error);
}

/* A killed backup leaves its temporary folder: gone a day later, not while it may be in the making.
 */
static void
test_daily_clears_leftovers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);
  g_autofree char *old_folder = g_build_filename (folder, ".xyb-aaaaaa", NULL);
  g_autofree char *old_file = g_build_filename (old_folder, "office.xyb", NULL);
  g_autofree char *new_folder = g_build_filename (folder, ".xyb-bbbbbb", NULL);
  struct utimbuf long_ago = { 1500000000, 1500000000 };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (old_folder, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (new_folder, 0700), ==, 0);
  fixture_write (old_file, "half", 4);
  g_assert_cmpint (g_utime (old_folder, &long_ago), ==, 0);
  xyb_store_backup_daily (store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (old_folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (new_folder, G_FILE_TEST_EXISTS));
}

/* A restore works beside the office; what else lies there is the clerk's. */
static void
test_daily_clears_after_a_killed_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *ours = in_folder (fixture, ".xyb-aaaaaa");
  g_autofree char *our_file = g_build_filename (ours, "office.xyb", NULL);
  g_autofree char *other = in_folder (fixture, ".xyb-bbbbbb");
  g_autofree char *other_file = g_build_filename (other, "other.xyb", NULL);
  struct utimbuf long_ago = { 1500000000, 1500000000 };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (ours, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  fixture_write (our_file, "half", 4);
  fixture_write (other_file, "half", 4);
  g_assert_cmpint (g_utime (ours, &long_ago), ==, 0);
  g_assert_cmpint (g_utime (other, &long_ago), ==, 0);
  xyb_store_backup_daily (store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (ours, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other_file, G_FILE_TEST_EXISTS));
}

static void
test_list_ignores_strangers (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "office-000002-20201120-083000-每日.xyb",
    "office-000010-20190101-000000-恢复前.xyb",
    "office-000003-20201121-083000-手动.xyb",
    "other-000009-20201120-083000-每日.xyb",
    "office-2020.xyb",
    "office-000004-20201120-083000-每日.xyb.tmp",
    "letter.docx",
  };
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  static const gint64 expected[] = { 10, 3, 2 };

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      fixture_write (path, "12345", 5);
    }
  backups = xyb_store_list_backups (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backups->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < backups->len; i++)
    g_assert_cmpint (((XybBackup *) backups->pdata[i])->sequence, ==, expected[i]);
  g_assert_cmpstr (((XybBackup *) backups->pdata[0])->reason, ==, "恢复前");
  g_assert_cmpstr (((XybBackup *) backups->pdata[2])->time, ==, "2020-11-20 08:30:00");
  g_assert_cmpint (((XybBackup *) backups->pdata[2])->bytes, ==, 5);
}

/* ---- how long they are kept ---- */

/* Sequences rise from 1 in the order given; what is said to be kept are sequences. */
typedef struct
{
  const char *name;
  const char
    *days; /* YYYY-MM-DD with h (by hand), m (before a migration), r (before a restore) behind */
  const char *outdated;
} Keeping;

static const Keeping keepings[] = {
  { "none", "", "" },
  { "same-day-keeps-the-last", "2020-11-20 2020-11-20 2020-11-20", "2 1" },
  { "others-take-no-place-and-stay",
    "2020-11-20h 2020-11-20 2020-11-20m 2020-11-20r 2020-11-20 2020-11-20h", "2" },
  /* Mondays and months begin: 2020-11-02, -09, -16. Twelve days, then one a week. */
  { "twelve-days",
    "2020-11-05 2020-11-06 2020-11-07 2020-11-08 2020-11-09 2020-11-10 2020-11-11 2020-11-12"
    " 2020-11-13 2020-11-14 2020-11-15 2020-11-16 2020-11-17 2020-11-18 2020-11-19 2020-11-20",
    "3 2 1" },
  /* One a month: the ten weeks hold ten of them, the nine months no more. */
  { "ten-weeks-of-one-a-month",
    "2019-01-31 2019-02-28 2019-03-31 2019-04-30 2019-05-31 2019-06-30 2019-07-31 2019-08-31"
    " 2019-09-30 2019-10-31 2019-11-30 2019-12-31 2020-01-31 2020-02-29",
    "2 1" },
  /* The clock stood at 2035 for one day: that day takes one place of each, nothing is swept away.
   */
  { "clock-jumped-ahead", "2020-11-18 2020-11-19 2035-01-01 2020-11-20 2020-11-21", "" },
  /* A clock that lost its battery starts at 1970 every morning: one day, its last backup. */
  { "clock-fell-back", "2020-11-18 2020-11-19 1970-01-01 1970-01-01 1970-01-01", "4 3" },
  { "clock-goes-to-and-fro", "2020-11-18 2020-11-17 2020-11-18 2020-11-17", "2 1" },
  { "impossible-date", "2020-99-99 2020-11-19 2020-99-99", "1" },
};

static GPtrArray *
parse_days (const char *text)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_backup_free);
  g_auto (GStrv) days = g_strsplit (text, " ", 0);
  guint n = *text != '\0' ? g_strv_length (days) : 0;

  for (guint i = n; i > 0; i--)
    {
      XybBackup *backup = g_new0 (XybBackup, 1);
      const char *day = days[i - 1];

      backup->sequence = i;
      backup->time = g_strdup_printf ("%.10s 08:30:00", day);
      backup->reason = g_strdup (day[10] == 'h'   ? "手动"
                                 : day[10] == 'm' ? "升级前"
                                 : day[10] == 'r' ? "恢复前"
                                                  : "每日");
      g_ptr_array_add (backups, backup);
    }
  return backups;
}

static void
test_keeping (gconstpointer data)
{
  const Keeping *c = data;
  g_autoptr (GPtrArray) backups = parse_days (c->days);
  g_autoptr (GPtrArray) outdated = xyb_backup_select_outdated (backups);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < outdated->len; i++)
    g_string_append_printf (found, "%s%d", i > 0 ? " " : "",
                            (int) ((XybBackup *) outdated->pdata[i])->sequence);
  g_assert_cmpstr (found->str, ==, c->outdated);
}

/* Three years of working days, swept every day: at the end 12 days, 10 weeks, 9 months are covered,
 * and no more files lie about than that needs. */
static void
test_keeping_over_years (void)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_backup_free);
  g_autoptr (GDateTime) start = g_date_time_new_utc (2018, 1, 1, 0, 0, 0);
  g_autoptr (GHashTable) weeks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int day = 0; day < 3 * 365; day++)
    {
      g_autoptr (GDateTime) date = g_date_time_add_days (start, day);
      g_autoptr (GPtrArray) outdated = NULL;
      XybBackup *backup = g_new0 (XybBackup, 1);

      backup->sequence = day + 1;
      backup->time = g_date_time_format (date, "%Y-%m-%d 08:30:00");
      backup->reason = g_strdup ("每日");
      g_ptr_array_insert (kept, 0, backup);
      outdated = xyb_backup_select_outdated (kept);
      for (guint i = 0; i < outdated->len; i++)
        g_ptr_array_remove (kept, outdated->pdata[i]);
      g_assert_cmpint (((XybBackup *) kept->pdata[0])->sequence, ==, day + 1);
    }
  g_assert_cmpuint (kept->len, <=, 12 + 10 + 9);
  for (guint i = 0; i < kept->len; i++)
    {
      const XybBackup *backup = kept->pdata[i];
      g_autoptr (GDateTime) date = g_date_time_add_days (start, backup->sequence - 1);

      if (i < 12)
        g_assert_cmpint (backup->sequence, ==, 3 * 365 - (gint64) i);
      g_hash_table_add (weeks, g_date_time_format (date, "%G-%V"));
      g_hash_table_add (months, g_strndup (backup->time, 7));
    }
  g_assert_cmpuint (g_hash_table_size (weeks), >=, 10);
  g_assert_cmpuint (g_hash_table_size (months), >=, 9);
}

/* ---- coming back ---- */

/* 0: whole, 1: damaged, 2: gone, 3: a log with uncommitted-to-file content beside it */
typedef enum
{
  OLD_WHOLE,
  OLD_DAMAGED,
  OLD_GONE,
  OLD_WITH_LOG,
  OLD_EMPTY
} OldOffice;

static void
spoil_old (Fixture *fixture, OldOffice state)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (state == OLD_GONE)
    g_unlink (fixture->path);
  else if (state == OLD_EMPTY)
    fixture_write (fixture->path, "", 0);
  else if (state == OLD_DAMAGED)
    {
      bytes = fixture_read (fixture->path, &length);
      memset (bytes + 5 * 4096, 0xa5, 4096);
      fixture_write (fixture->path, bytes, length);
    }
}

/* As a power cut leaves it: commits that stand only in the log. */
static void
leave_log (Fixture *fixture, XybStore *store)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *office_bytes = NULL;
  g_autofree char *wal_bytes = NULL;
  gsize office_length, wal_length;

  office_bytes = fixture_read (fixture->path, &office_length);
  wal_bytes = fixture_read (wal, &wal_length);
  g_object_unref (store);
  fixture_write (fixture->path, office_bytes, office_length);
  fixture_write (wal, wal_bytes, wal_length);
  g_assert_cmpuint (wal_length, >, 0);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  OldOffice state = (OldOffice) GPOINTER_TO_INT (data);
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *backup = in_folder (fixture, "copy.xyb");
  g_autofree char *expected = fixture_dump (store);
  g_autofree char *newer = NULL;
  g_autofree char *found = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *names = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;

  xyb_store_backup (store, backup, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_edit (store, "后来", "UPDATE quota SET accreditation = 99; DELETE FROM unit_alias");
  newer = fixture_dump (store);
  if (state == OLD_WITH_LOG)
    leave_log (fixture, g_steal_pointer (&store));
  g_clear_object (&store);
  spoil_old (fixture, state);

  xyb_store_restore (fixture->path, backup, NULL, &error);
  g_assert_no_error (error);
  names = fixture_list (fixture->folder);
  g_assert_cmpstr (names, ==,
                   state == OLD_GONE ? "copy.xyb\noffice.xyb\n"
                                     : "copy.xyb\noffice.xyb\noffice.xyb.backups\n");
  store = fixture_open (fixture->path);
  found = fixture_dump (store);
  g_assert_cmpstr (found, ==, expected);

  /* The log goes on behind a barrier. */
  revisions = xyb_store_list_revisions (store, 1, 0, FALSE, NULL);
  g_assert_cmpint (((XybRevision *) revisions->pdata[0])->kind, ==, XYB_REVISION_BARRIER);
  g_assert_nonnull (strstr (((XybRevision *) revisions->pdata[0])->label, "copy.xyb"));
  undo = xyb_store_peek_undo (store);
  g_assert_null (undo);

  /* And the old one is not lost. */
  kept = xyb_store_list_backups (fixture->path, &error);
  g_assert_cmpuint (kept->len, ==, state == OLD_GONE ? 0 : 1);
  if (state == OLD_WHOLE || state == OLD_WITH_LOG)
    {
      g_autofree char *old = dump_of (((XybBackup *) kept->pdata[0])->path);

      g_assert_cmpstr (((XybBackup *) kept->pdata[0])->reason, ==, "恢复前");
      g_assert_cmpstr (old, ==, newer);
    }
}

static void
test_restore_keeps_damaged_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *backup = in_folder (fixture, "copy.xyb");
  g_autofree char *office_wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *wal_bytes = NULL;
  g_autofree char *kept_bytes = NULL;
  g_autofree char *kept_wal = NULL;
  g_autofree char *kept_wal_bytes = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, wal_length, kept_length, kept_wal_length;
  gint64 page;

  xyb_store_backup (store, backup, FALSE, NULL, NULL, NULL, &error);
  g_clear_object (&store);
  store = fixture_open (fixture->path);
  page = fixture_query (store, "SELECT rootpage FROM sqlite_schema WHERE name = 'unit_alias'");
  fixture_edit (store, "后来", "UPDATE quota SET accreditation = 99");
  leave_log (fixture, g_steal_pointer (&store));
  /* A page the log does not mend. */
  bytes = fixture_read (fixture->path, &length);
  memset (bytes + (page - 1) * 4096, 0xa5, 4096);
  fixture_write (fixture->path, bytes, length);
  wal_bytes = fixture_read (office_wal, &wal_length);

  xyb_store_restore (fixture->path, backup, NULL, &error);
  g_assert_no_error (error);
  kept = xyb_store_list_backups (fixture->path, &error);
  g_assert_cmpuint (kept->len, ==, 1);
  kept_bytes = fixture_read (((XybBackup *) kept->pdata[0])->path, &kept_length);
  g_assert_cmpmem (bytes, length, kept_bytes, kept_length);
  kept_wal = g_strconcat (((XybBackup *) kept->pdata[0])->path, "-wal", NULL);
  kept_wal_bytes = fixture_read (kept_wal, &kept_wal_length);
  g_assert_cmpmem (wal_bytes, wal_length, kept_wal_bytes, kept_wal_length);
  g_assert_false (g_file_test (office_wal, G_FILE_TEST_EXISTS));
  store = fixture_open (fixture->path);
}

typedef struct
{
  const char *name;
  void (*make) (Fixture *fixture, const char *path);
  XybStoreError code;
} BadBackup;

static void
make_missing (Fixture *fixture, const char *path)
{
}

static void
make_empty (Fixture *fixture, const char *path)
{
  fixture_write (path, "", 0);
}

static void
make_foreign (Fixture *fixture, const char *path)
{
  g_autofree char *text = g_strnfill (9000, 'x');

  fixture_write (path, text, 9000);
}

static void
spoil_copy (Fixture *fixture, const char *path, gsize offset, int value, gsize n)
{
  g_autofree char *bytes = NULL;
  gsize length;

  bytes = fixture_read (fixture->path, &length);
  memset (bytes + offset, value, n);
  fixture_write (path, bytes, length);
}

static void
make_newer (Fixture *fixture, const char *path)
{
  spoil_copy (fixture, path, 63, 99, 1);
}

static void
make_damaged (Fixture *fixture, const char *path)
{
  spoil_copy (fixture, path, 5 * 4096, 0xa5, 4096);
}

static void
make_cut (Fixture *fixture, const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  bytes = fixture_read (fixture->path, &length);
  fixture_write (path, bytes, length / 2);
}

static const BadBackup bad_backups[] = {
  { "missing", make_missing, XYB_STORE_ERROR_NOT_FOUND },
  { "empty", make_empty, XYB_STORE_ERROR_NOT_OFFICE },
  { "foreign", make_foreign, XYB_STORE_ERROR_NOT_OFFICE },
  { "newer", make_newer, XYB_STORE_ERROR_NEWER },
  { "damaged", make_damaged, XYB_STORE_ERROR_DAMAGED },
  { "cut-short", make_cut, XYB_STORE_ERROR_DAMAGED },
};

static void
test_restore_refuses (Fixture *fixture, gconstpointer data)
{
  const BadBackup *c = data;
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *backup = in_folder (fixture, "copy.xyb");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *names_before = NULL;
  g_autofree char *names_after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_before, length_after;

  g_clear_object (&store);
  c->make (fixture, backup);
  before = fixture_read (fixture->path, &length_before);
  names_before = fixture_list (fixture->folder);
  g_assert_false (xyb_store_restore (fixture->path, backup, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, (int) c->code);
  fixture_assert_sentence (error, "copy.xyb");
  after = fixture_read (fixture->path, &length_after);
  g_assert_cmpmem (before, length_before, after, length_after);
  names_after = fixture_list (fixture->folder);
  g_assert_cmpstr (names_before, ==, names_after);
}

static void
test_restore_refuses_open_office (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *backup = in_folder (fixture, "copy.xyb");
  g_autofree char *other = in_folder (fixture, "other.xyb");
  g_autoptr (GError) error = NULL;

  xyb_store_backup (store, backup, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (xyb_store_restore (fixture->path, backup, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_LOCKED);
  fixture_assert_sentence (error, "office.xyb");
  g_clear_error (&error);

  /* Nor is an office somebody writes to a backup. */
  g_assert_false (xyb_store_restore (other, fixture->path, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_clear_object (&store);

  g_assert_false (xyb_store_restore (fixture->path, fixture->path, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID);
}

/* Numbers of revisions come again after a restore: the same number is not the same history. */
static void
test_daily_after_a_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *old = in_folder (fixture, "old.xyb");
  g_autofree char *daily = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  xyb_store_backup (store, old, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_edit (store, "改", "UPDATE quota SET accreditation = 10 WHERE id = 4");
  fixture_edit (store, "改", "UPDATE quota SET accreditation = 11 WHERE id = 4");
  xyb_store_backup_daily (store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  xyb_store_restore (fixture->path, old, NULL, &error);
  g_assert_no_error (error);

  store = fixture_open (fixture->path);
  fixture_edit (store, "改", "UPDATE quota SET accreditation = 12 WHERE id = 4");
  xyb_store_backup_daily (store, NULL, &daily, &error);
  g_assert_no_error (error);
  g_assert_nonnull (daily);
  expected = fixture_dump (store);
  found = dump_of (daily);
  g_assert_cmpstr (found, ==, expected);
}

/* The clerk has moved the office away and not its log, in which the last commits stand. */
static void
test_restore_keeps_an_orphaned_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *backup = in_folder (fixture, "copy.xyb");
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);
  g_autofree char *expected = fixture_dump (store);
  g_autofree char *found = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_before, length_after;

  xyb_store_backup (store, backup, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_edit (store, "后来", "UPDATE quota SET accreditation = 99");
  leave_log (fixture, g_steal_pointer (&store));
  before = fixture_read (log, &length_before);
  g_unlink (fixture->path);

  xyb_store_restore (fixture->path, backup, NULL, &error);
  g_assert_no_error (error);
  found = dump_of (fixture->path);
  g_assert_cmpstr (found, ==, expected);
  kept = fixture_list (folder);
  g_assert_true (g_str_has_suffix (kept, "恢复前.xyb-wal\n"));
  kept[strlen (kept) - 1] = '\0';
  kept_path = g_build_filename (folder, kept, NULL);
  after = fixture_read (kept_path, &length_after);
  g_assert_cmpmem (after, length_after, before, length_before);
}

/* Nothing in a file may make the program do more than read and write records. */
static void
test_restore_runs_no_trigger (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *backup = in_folder (fixture, "backup.xyb");
  g_autofree char *expected = fixture_dump (store);
  g_autofree char *found = NULL;
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (GError) error = NULL;

  xyb_store_backup (store, backup, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  g_assert_cmpint (sqlite3_open (backup, &db), ==, SQLITE_OK);
  xyb_db_exec (db, backup,
               "CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM enterprise; END",
               &error);
  g_assert_no_error (error);
  g_clear_pointer (&db, sqlite3_close_v2);

  xyb_store_restore (fixture->path, backup, NULL, &error);
  g_assert_no_error (error);
  found = dump_of (fixture->path);
  g_assert_cmpstr (found, ==, expected);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, data, func)                                                                      \
  g_test_add (name, Fixture, data, fixture_set_up, func, fixture_tear_down)

  ADD ("/backup/one-whole-private-file", NULL, test_backup_is_one_whole_file);
  ADD ("/backup/overwrites-only-when-told", NULL, test_backup_overwrites_only_when_told);
  ADD ("/backup/not-onto-itself", NULL, test_backup_not_onto_itself);
  ADD ("/backup/not-into-anothers-log", NULL, test_backup_not_into_anothers_log);
  ADD ("/backup/not-onto-an-open-office", NULL, test_backup_not_onto_an_open_office);
  ADD ("/backup/snapshot-while-others-write", NULL, test_backup_while_others_write);
  ADD ("/backup/cancelled-leaves-nothing", NULL, test_backup_cancelled_leaves_nothing);
  ADD ("/backup/verify-finds-damage", NULL, test_verify_finds_damage);
  ADD ("/daily/only-after-changes", NULL, test_daily_only_after_changes);
  ADD ("/daily/after-a-spoilt-one", NULL, test_daily_after_a_spoilt_one);
  ADD ("/daily/after-a-restore", NULL, test_daily_after_a_restore);
  ADD ("/daily/clears-what-a-killed-one-left", NULL, test_daily_clears_leftovers);
  ADD ("/daily/clears-what-a-killed-restore-left", NULL, test_daily_clears_after_a_killed_restore);
  ADD ("/list/ignores-strangers", NULL, test_list_ignores_strangers);
  for (gsize i = 0; i < G_N_ELEMENTS (keepings); i++)
    {
      g_autofree char *name = g_strconcat ("/keeping/", keepings[i].name, NULL);

      g_test_add_data_func (name, &keepings[i], test_keeping);
    }
  g_test_add_func ("/keeping/three-years-of-days", test_keeping_over_years);
  ADD ("/restore/over-a-whole-office", GINT_TO_POINTER (OLD_WHOLE), test_restore);
  ADD ("/restore/over-a-damaged-office", GINT_TO_POINTER (OLD_DAMAGED), test_restore);
  ADD ("/restore/where-the-office-is-gone", GINT_TO_POINTER (OLD_GONE), test_restore);
  ADD ("/restore/over-an-office-with-its-log", GINT_TO_POINTER (OLD_WITH_LOG), test_restore);
  ADD ("/restore/over-an-empty-file", GINT_TO_POINTER (OLD_EMPTY), test_restore);
  ADD ("/restore/keeps-damaged-bytes", NULL, test_restore_keeps_damaged_bytes);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_backups); i++)
    {
      g_autofree char *name = g_strconcat ("/restore/refused/", bad_backups[i].name, NULL);

      ADD (name, &bad_backups[i], test_restore_refuses);
    }
  ADD ("/restore/keeps-an-orphaned-log", NULL, test_restore_keeps_an_orphaned_log);
  ADD ("/restore/runs-no-trigger", NULL, test_restore_runs_no_trigger);
  ADD ("/restore/refused/in-use", NULL, test_restore_refuses_open_office);

  return g_test_run ();
}
