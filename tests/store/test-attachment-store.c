/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <sys/stat.h>

#include "store-fixture.h"
#include "xyb-attachment-store.h"
#include "xyb-safe-file.h"

/* What a 区镇 sent stays beside the office byte for byte, whatever happens to the file it came in.
 */

#define CONTENT "附件2，周市镇报来的那一份"

static char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static char *
make_file (Fixture *fixture, const char *name, const char *content)
{
  char *path = in_folder (fixture, name);

  fixture_write (path, content, strlen (content));
  return path;
}

static char *
sha256_of (const char *content)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
}

static XybStore *
make_office (Fixture *fixture)
{
  XybStore *store = fixture_create (fixture);

  fixture_edit (store, "数据", FIXTURE_ROWS);
  return store;
}

/* As an import would leave it. */
static char *
keep (XybStore *store, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = xyb_attachment_store_add (store, path, NULL, &error);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *sql = NULL;

  g_assert_no_error (error);
  sql = g_strdup_printf (
    "INSERT INTO returned_file (plan_id, unit_id, name, sha256, format, bytes, imported_on)"
    " SELECT (SELECT min(id) FROM plan), (SELECT min(id) FROM unit), '%s', '%s', 'xlsx', 1, 'x'",
    base, sha256);
  fixture_edit (store, "导入附件2", sql);
  return g_steal_pointer (&sha256);
}

static void
assert_content (const char *path, const char *content)
{
  gsize length;
  g_autofree char *found = fixture_read (path, &length);

  g_assert_cmpmem (found, length, content, strlen (content));
}

static char *
attachments_of (const char *office)
{
  return g_strconcat (office, ".attachments", NULL);
}

/* ---- keeping ---- */

static void
test_kept_byte_for_byte (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = make_file (fixture, "附件2 周市镇.xlsx", CONTENT);
  g_autofree char *expected = sha256_of (CONTENT);
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = xyb_attachment_store_add (store, path, expected, &error);
  g_autofree char *again = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *folder = attachments_of (fixture->path);
  g_autofree char *names = NULL;
  struct stat info;

  g_assert_no_error (error);
  g_assert_cmpstr (sha256, ==, expected);
  kept = xyb_attachment_store_dup_path (store, sha256);
  assert_content (kept, CONTENT);
  g_assert_cmpint (stat (kept, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0700);
  /* The clerk's own file may go. */
  g_unlink (path);
  assert_content (kept, CONTENT);
  /* The same bytes are kept once. */
  g_free (path);
  path = make_file (fixture, "周市镇(1).xlsx", CONTENT);
  again = xyb_attachment_store_add (store, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, sha256);
  names = fixture_list (folder);
  g_assert_cmpuint (strlen (names), ==, 65);
}

/* Somebody saved it again between the preview and the import. */
static void
test_changed_since_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = make_file (fixture, "附件2.xlsx", "改过了");
  g_autofree char *expected = sha256_of (CONTENT);
  g_autofree char *before = fixture_list (fixture->folder);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (xyb_attachment_store_add (store, path, expected, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT);
  fixture_assert_sentence (error, "附件2.xlsx");
  after = fixture_list (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

/* A copy that was spoilt on the disk is made good by the next one that comes. */
static void
test_spoilt_copy_is_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = make_file (fixture, "附件2.xlsx", CONTENT);
  g_autofree char *sha256 = keep (store, path);
  g_autofree char *kept = xyb_attachment_store_dup_path (store, sha256);
  g_autoptr (GError) error = NULL;

  fixture_write (kept, "坏", 3);
  g_assert_false (xyb_attachment_store_check (store, &error));
  g_clear_error (&error);
  g_free (xyb_attachment_store_add (store, path, sha256, &error));
  g_assert_no_error (error);
  assert_content (kept, CONTENT);
  xyb_attachment_store_check (store, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *name;
  int code; /* of XYB_FILE_ERROR */
  void (*make) (const char *path);
} Unreadable;

static void
make_nothing (const char *path)
{
}

static void
make_directory (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

/* Reading it would wait for ever. */
static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static const Unreadable unreadables[] = {
  { "vanished", XYB_FILE_ERROR_NOT_FOUND, make_nothing },
  { "folder", XYB_FILE_ERROR_BAD_NAME, make_directory },
  { "pipe", XYB_FILE_ERROR_BAD_NAME, make_pipe },
};

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  const Unreadable *c = data;
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = in_folder (fixture, "附件2.xlsx");
  g_autofree char *folder = attachments_of (fixture->path);
  g_autoptr (GError) error = NULL;

  c->make (path);
  g_assert_null (xyb_attachment_store_add (store, path, NULL, &error));
  g_assert_error (error, XYB_FILE_ERROR, c->code);
  fixture_assert_sentence (error, "附件2.xlsx");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_read_only_office (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = make_file (fixture, "附件2.xlsx", CONTENT);
  g_autofree char *other = make_file (fixture, "别的.xlsx", "另一份");
  g_autofree char *target = in_folder (fixture, "给我看看.xlsx");
  g_autofree char *sha256 = keep (store, path);
  g_autoptr (GError) error = NULL;

  g_clear_object (&store);
  store = xyb_store_open (fixture->path, XYB_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_null (xyb_attachment_store_add (store, other, NULL, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  xyb_attachment_store_save_as (store, sha256, "附件2.xlsx", target, FALSE, &error);
  g_assert_no_error (error);
  assert_content (target, CONTENT);
}

/* ---- giving out ---- */

static void
test_saved_as (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = make_file (fixture, "附件2.xlsx", CONTENT);
  g_autofree char *target = in_folder (fixture, "原表.xlsx");
  g_autofree char *sha256 = keep (store, path);
  g_autofree char *kept = xyb_attachment_store_dup_path (store, sha256);
  g_autoptr (GError) error = NULL;

  xyb_attachment_store_save_as (store, sha256, "附件2.xlsx", target, FALSE, &error);
  g_assert_no_error (error);
  assert_content (target, CONTENT);
  /* What the clerk does with her copy is nothing to ours. */
  fixture_write (target, "改", 3);
  assert_content (kept, CONTENT);
  g_assert_false (
    xyb_attachment_store_save_as (store, sha256, "附件2.xlsx", target, FALSE, &error));
  g_assert_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_EXISTS);
  g_clear_error (&error);

  fixture_write (kept, "坏", 3);
  g_assert_false (xyb_attachment_store_save_as (store, sha256, "附件2.xlsx", target, TRUE, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
  fixture_assert_sentence (error, "附件2.xlsx");
  assert_content (target, "改");
  g_clear_error (&error);
  g_unlink (kept);
  g_assert_false (xyb_attachment_store_save_as (store, sha256, "附件2.xlsx", target, TRUE, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
  fixture_assert_sentence (error, "附件2.xlsx");
}

/* A damaged office must not lead out of its folder. */
static void
test_no_way_out_of_the_folder (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "../office.xyb", "", "/etc/passwd", "ABC", NULL };
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = make_file (fixture, "附件2.xlsx", CONTENT);
  g_autofree char *sha256 = keep (store, path);

  for (guint i = 0; names[i] != NULL; i++)
    g_assert_null (xyb_attachment_store_dup_path (store, names[i]));
  g_assert_null (xyb_attachment_store_dup_path (store, NULL));
}

/* ---- the check ---- */

static void
test_check_names_what_is_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = make_file (fixture, "附件2 周市镇.xlsx", CONTENT);
  g_autofree char *sha256 = keep (store, path);
  g_autofree char *kept = xyb_attachment_store_dup_path (store, sha256);
  g_autoptr (GError) error = NULL;

  xyb_store_check (store, &error);
  g_assert_no_error (error);
  g_unlink (kept);
  g_assert_false (xyb_store_check (store, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
  fixture_assert_sentence (error, "附件2 周市镇.xlsx");
}

/* ---- backups ---- */

static void
test_goes_with_a_backup_and_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = make_file (fixture, "附件2.xlsx", CONTENT);
  g_autofree char *sha256 = keep (store, path);
  g_autofree char *there = in_folder (fixture, "U盘");
  g_autofree char *copy = g_build_filename (there, "copy.xyb", NULL);
  g_autofree char *elsewhere = g_build_filename (there, "office.xyb", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *ours = attachments_of (fixture->path);
  g_autoptr (GError) error = NULL;

  g_mkdir (there, 0700);
  xyb_store_backup (store, copy, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  fixture_remove_tree (ours);

  /* Into an office that had none of it. */
  xyb_store_restore (elsewhere, copy, NULL, &error);
  g_assert_no_error (error);
  store = fixture_open (elsewhere);
  xyb_store_check (store, &error);
  g_assert_no_error (error);
  kept = xyb_attachment_store_dup_path (store, sha256);
  assert_content (kept, CONTENT);
}

/* The backups of every day have no files of their own: they lie beside their office already. */
static void
test_daily_backup_keeps_no_second_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = make_file (fixture, "附件2.xlsx", CONTENT);
  g_autofree char *sha256 = keep (store, path);
  g_autofree char *backup = NULL;
  g_autofree char *elsewhere = in_folder (fixture, "新机.xyb");
  g_autofree char *folder = xyb_store_dup_backup_folder (fixture->path);
  g_autofree char *names = NULL;
  g_autofree char *base = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  xyb_store_backup_daily (store, NULL, &backup, &error);
  g_assert_no_error (error);
  base = g_path_get_basename (backup);
  expected = g_strconcat (base, "\n", NULL);
  names = fixture_list (folder);
  g_assert_cmpstr (names, ==, expected);
  g_clear_object (&store);

  xyb_store_restore (fixture->path, backup, NULL, &error);
  g_assert_no_error (error);
  store = fixture_open (fixture->path);
  xyb_store_check (store, &error);
  g_assert_no_error (error);
  /* Restored as another office it brings them from beside its own. */
  xyb_store_restore (elsewhere, backup, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  store = fixture_open (elsewhere);
  xyb_store_check (store, &error);
  g_assert_no_error (error);
}

/* The office is saved all the same. */
static void
test_missing_file_does_not_stop_a_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = make_file (fixture, "附件2.xlsx", CONTENT);
  g_autofree char *sha256 = keep (store, path);
  g_autofree char *kept = xyb_attachment_store_dup_path (store, sha256);
  g_autofree char *copy = in_folder (fixture, "copy.xyb");
  g_autofree char *beside = attachments_of (copy);
  XybBackupReport report = { 0 };
  g_autoptr (GError) error = NULL;

  g_unlink (kept);
  xyb_store_backup (store, copy, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  xyb_store_test_restore (copy, &report, &error);
  g_assert_no_error (error);
  xyb_backup_report_clear (&report);
}

static void
test_cancelled_backup_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XybStore) store = make_office (fixture);
  g_autofree char *path = make_file (fixture, "附件2.xlsx", CONTENT);
  g_autofree char *sha256 = keep (store, path);
  g_autofree char *there = in_folder (fixture, "U盘");
  g_autofree char *copy = g_build_filename (there, "copy.xyb", NULL);
  g_autofree char *names = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_mkdir (there, 0700);
  g_cancellable_cancel (cancellable);
  g_assert_false (xyb_store_backup (store, copy, FALSE, NULL, NULL, cancellable, &error));
  names = fixture_list (there);
  g_assert_cmpstr (names, ==, "");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, data, func)                                                                      \
  g_test_add (name, Fixture, data, fixture_set_up, func, fixture_tear_down)

  ADD ("/attachment/kept-byte-for-byte", NULL, test_kept_byte_for_byte);
  ADD ("/attachment/changed-since-is-refused", NULL, test_changed_since_is_refused);
  ADD ("/attachment/spoilt-copy-is-replaced", NULL, test_spoilt_copy_is_replaced);
  for (gsize i = 0; i < G_N_ELEMENTS (unreadables); i++)
    {
      g_autofree char *name = g_strconcat ("/attachment/unreadable/", unreadables[i].name, NULL);

      ADD (name, &unreadables[i], test_unreadable);
    }
  ADD ("/attachment/read-only-office-gives-out-and-takes-none", NULL, test_read_only_office);
  ADD ("/attachment/saved-as-is-a-copy", NULL, test_saved_as);
  ADD ("/attachment/no-way-out-of-the-folder", NULL, test_no_way_out_of_the_folder);
  ADD ("/attachment/check-names-what-is-missing", NULL, test_check_names_what_is_missing);
  ADD ("/attachment/goes-with-a-backup-and-comes-back", NULL,
       test_goes_with_a_backup_and_comes_back);
  ADD ("/attachment/daily-backup-keeps-no-second-copy", NULL,
       test_daily_backup_keeps_no_second_copy);
  ADD ("/attachment/missing-file-does-not-stop-a-backup", NULL,
       test_missing_file_does_not_stop_a_backup);
  ADD ("/attachment/cancelled-backup-leaves-nothing", NULL, test_cancelled_backup_leaves_nothing);
  return g_test_run ();
}
