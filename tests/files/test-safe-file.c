/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever happens while a file is written, the old one is whole and nothing else stays behind. */

#define _GNU_SOURCE /* unshare() */

#include <utime.h>

#include "xyb-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534
#define OLD "旧内容"
#define FRESH "新内容"

typedef struct
{
  char *folder;
  char *target; /* in folder; not made */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("xyb-safe-file-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->target = g_build_filename (fixture->folder, "附件1.xlsx", NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && (dir = g_dir_open (path, 0, NULL)) != NULL)
    while ((name = g_dir_read_name (dir)) != NULL)
      {
        g_autofree char *child = g_build_filename (path, name, NULL);

        remove_tree (child);
      }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->target);
}

static void
put (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
}

static void
check_text (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_file_get_contents (path, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, text);
}

static char *
sibling (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* How many entries the folder has, hidden ones too. */
static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Writes @text through a safe file; TRUE when it reached the target. */
static gboolean
write_safely (const char *target, gboolean overwrite, const char *text, GError **error)
{
  g_autoptr (XybSafeFile) file = xyb_safe_file_new (target, overwrite, error);

  if (file == NULL)
    return FALSE;
  put (xyb_safe_file_get_temp_path (file), text);
  return xyb_safe_file_commit (file, error);
}

static void
check_refused (const char *target, gboolean overwrite, XybFileError code, const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (write_safely (target, overwrite, FRESH, &error));
  g_assert_error (error, XYB_FILE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_new_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (027);
  struct stat made;

  g_assert_true (write_safely (fixture->target, FALSE, FRESH, &error));
  umask (mask);
  g_assert_no_error (error);
  check_text (fixture->target, FRESH);
  g_assert_cmpint (g_stat (fixture->target, &made), ==, 0);
  g_assert_cmpuint (made.st_mode & 07777, ==, 0640);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat made;

  put (fixture->target, OLD);
  g_assert_cmpint (g_chmod (fixture->target, 0604), ==, 0);
  g_assert_true (write_safely (fixture->target, TRUE, FRESH, &error));
  g_assert_no_error (error);
  check_text (fixture->target, FRESH);
  g_assert_cmpint (g_stat (fixture->target, &made), ==, 0);
  g_assert_cmpuint (made.st_mode & 07777, ==, 0604);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

/* Until the commit the old file is the file, and without one it stays. */
static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  XybSafeFile *file;

  put (fixture->target, OLD);
  file = xyb_safe_file_new (fixture->target, TRUE, &error);
  g_assert_no_error (error);
  put (xyb_safe_file_get_temp_path (file), FRESH);
  check_text (fixture->target, OLD);
  xyb_safe_file_free (file);
  check_text (fixture->target, OLD);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

/* PROVEN: a library's own temporary files belong beside the target, and go with it. */
static void
test_temp_dir (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  XybSafeFile *file = xyb_safe_file_new (fixture->target, FALSE, &error);
  g_autofree char *part = NULL;
  g_autofree char *base = NULL;
  struct stat made;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (xyb_safe_file_get_temp_dir (file), fixture->folder));
  g_assert_cmpint (g_stat (xyb_safe_file_get_temp_dir (file), &made), ==, 0);
  g_assert_cmpuint (made.st_mode & 07777, ==, 0700);
  base = g_path_get_basename (xyb_safe_file_get_temp_path (file));
  g_assert_cmpstr (base, ==, "附件1.xlsx");
  part = g_build_filename (xyb_safe_file_get_temp_dir (file), "part", NULL);
  put (part, "x");
  xyb_safe_file_free (file);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 0);
}

static void
test_nothing_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->target, OLD);
  {
    g_autoptr (XybSafeFile) file = xyb_safe_file_new (fixture->target, TRUE, &error);

    g_assert_no_error (error);
    g_assert_false (xyb_safe_file_commit (file, &error));
    g_assert_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_NOT_FOUND);
  }
  check_text (fixture->target, OLD);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = sibling (fixture, "没有/附件1.xlsx");
  g_autofree char *file = sibling (fixture, "文件");
  g_autofree char *below = sibling (fixture, "文件/附件1.xlsx");

  check_refused (target, FALSE, XYB_FILE_ERROR_NOT_FOUND, "文件夹");
  put (file, OLD);
  check_refused (below, FALSE, XYB_FILE_ERROR_NOT_FOUND, "文件夹");
  check_text (file, OLD);
}

static void
test_target_is_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *slash = g_strconcat (fixture->folder, "/", NULL);

  check_refused (fixture->folder, TRUE, XYB_FILE_ERROR_BAD_NAME, "文件夹");
  check_refused (slash, TRUE, XYB_FILE_ERROR_BAD_NAME, "文件夹");
  check_refused ("", TRUE, XYB_FILE_ERROR_BAD_NAME, "文件名");
  g_assert_cmpuint (count_entries (fixture->folder), ==, 0);
}

/* A device or a pipe would be replaced by a file: never. */
static void
test_target_is_pipe (Fixture *fixture, gconstpointer data)
{
  struct stat present;

  g_assert_cmpint (mkfifo (fixture->target, 0600), ==, 0);
  check_refused (fixture->target, TRUE, XYB_FILE_ERROR_BAD_NAME, "普通文件");
  g_assert_cmpint (g_stat (fixture->target, &present), ==, 0);
  g_assert_true (S_ISFIFO (present.st_mode));
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *target = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (name, "昆");
  target = sibling (fixture, name->str);
  g_assert_false (write_safely (target, FALSE, FRESH, &error));
  g_assert_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_BAD_NAME);
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 200);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 0);
}

static void
test_not_overwritten (Fixture *fixture, gconstpointer data)
{
  put (fixture->target, OLD);
  check_refused (fixture->target, FALSE, XYB_FILE_ERROR_EXISTS, "附件1.xlsx");
  check_text (fixture->target, OLD);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

/* Somebody makes the file, or opens it, while ours is being written. */
static void
check_meanwhile (Fixture *fixture, gboolean overwrite, const char *name, XybFileError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sibling (fixture, name);
  g_autoptr (XybSafeFile) file = xyb_safe_file_new (fixture->target, overwrite, &error);

  g_assert_no_error (error);
  put (xyb_safe_file_get_temp_path (file), FRESH);
  put (path, OLD);
  g_assert_false (xyb_safe_file_commit (file, &error));
  g_assert_error (error, XYB_FILE_ERROR, (int) code);
}

static void
test_made_meanwhile (Fixture *fixture, gconstpointer data)
{
  check_meanwhile (fixture, FALSE, "附件1.xlsx", XYB_FILE_ERROR_EXISTS);
  check_text (fixture->target, OLD);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_opened_meanwhile (Fixture *fixture, gconstpointer data)
{
  put (fixture->target, OLD);
  check_meanwhile (fixture, TRUE, ".~lock.附件1.xlsx#", XYB_FILE_ERROR_BUSY);
  check_text (fixture->target, OLD);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 2);
}

static void
test_open_in_office (Fixture *fixture, gconstpointer data)
{
  const char *const locks[] = { ".~lock.附件1.xlsx#", "~$附件1.xlsx", "~$1.xlsx" };

  put (fixture->target, OLD);
  for (gsize i = 0; i < G_N_ELEMENTS (locks); i++)
    {
      g_autofree char *lock = sibling (fixture, locks[i]);

      put (lock, "");
      check_refused (fixture->target, TRUE, XYB_FILE_ERROR_BUSY, locks[i]);
      check_text (fixture->target, OLD);
      g_assert_cmpint (g_unlink (lock), ==, 0);
    }
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *real = sibling (fixture, "真的.xlsx");
  g_autoptr (GError) error = NULL;

  put (real, OLD);
  g_assert_cmpint (symlink ("真的.xlsx", fixture->target), ==, 0);
  g_assert_true (write_safely (fixture->target, TRUE, FRESH, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->target, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (real, G_FILE_TEST_IS_SYMLINK));
  check_text (real, FRESH);
  g_assert_cmpint (g_unlink (real), ==, 0);
  check_refused (fixture->target, TRUE, XYB_FILE_ERROR_NOT_FOUND, "附件1.xlsx");
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static const struct
{
  int saved_errno;
  XybFileError code;
} error_cases[] = {
  { ENOENT, XYB_FILE_ERROR_NOT_FOUND },      { EEXIST, XYB_FILE_ERROR_EXISTS },
  { ENOSPC, XYB_FILE_ERROR_NO_SPACE },       { EDQUOT, XYB_FILE_ERROR_NO_SPACE },
  { EFBIG, XYB_FILE_ERROR_NO_SPACE },        { EACCES, XYB_FILE_ERROR_NOT_WRITABLE },
  { EROFS, XYB_FILE_ERROR_NOT_WRITABLE },    { EBUSY, XYB_FILE_ERROR_BUSY },
  { ENAMETOOLONG, XYB_FILE_ERROR_BAD_NAME }, { EIO, XYB_FILE_ERROR_FAILED },
};

static void
test_sentences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (error_cases); i++)
    {
      g_autoptr (GError) error = NULL;

      xyb_file_set_error (&error, error_cases[i].saved_errno, "保存", "/某处/附件1.xlsx");
      g_assert_error (error, XYB_FILE_ERROR, (int) error_cases[i].code);
      g_assert_nonnull (strstr (error->message, "保存"));
      g_assert_nonnull (strstr (error->message, "「/某处/附件1.xlsx」"));
      g_assert_true (g_str_has_suffix (error->message, "。"));
    }
}

/* ---- in a process of its own: rights, file systems and limits cannot be given back ---- */

static void
run_apart (void)
{
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* root may write everything: the test is nobody's. */
static void
become_nobody (const char *const *paths)
{
  if (geteuid () != 0)
    return;
  for (; *paths != NULL; paths++)
    g_assert_cmpint (chown (*paths, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (setgroups (0, NULL), ==, 0);
  g_assert_cmpint (setgid (NOBODY), ==, 0);
  g_assert_cmpint (setuid (NOBODY), ==, 0);
  /* The leak checker looks at its own process, which a change of user forbids. */
  prctl (PR_SET_DUMPABLE, 1);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { fixture->folder, fixture->target, NULL };

  if (!g_test_subprocess ())
    {
      run_apart ();
      return;
    }
  put (fixture->target, OLD);
  become_nobody (paths);
  g_assert_cmpint (g_chmod (fixture->target, 0444), ==, 0);
  check_refused (fixture->target, TRUE, XYB_FILE_ERROR_NOT_WRITABLE, "没有权限");
  check_text (fixture->target, OLD);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { fixture->folder, fixture->target, NULL };

  if (!g_test_subprocess ())
    {
      run_apart ();
      return;
    }
  put (fixture->target, OLD);
  become_nobody (paths);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  check_refused (fixture->target, TRUE, XYB_FILE_ERROR_NOT_WRITABLE, "没有权限");
  check_text (fixture->target, OLD);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

/* Writes into @path until it is full; errno of the write that failed, 0 if none did. */
static int
fill (const char *path)
{
  static const char block[4096];
  int fd = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
  int failed = fd < 0 ? errno : 0;

  for (guint i = 0; failed == 0 && i < 4096; i++)
    if (write (fd, block, sizeof block) < 0)
      failed = errno;
  if (fd >= 0)
    close (fd);
  return failed;
}

/* The disk is full while our file is written: what a writer of any layer does then. */
static void
check_filled (const char *target)
{
  g_autoptr (GError) error = NULL;
  XybSafeFile *file = xyb_safe_file_new (target, TRUE, &error);
  int failed;

  g_assert_no_error (error);
  failed = fill (xyb_safe_file_get_temp_path (file));
  g_assert_cmpint (failed, !=, 0);
  xyb_file_set_error (&error, failed, "保存", target);
  g_assert_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_NO_SPACE);
  xyb_safe_file_free (file);
  check_text (target, OLD);
}

static void
test_size_limit (Fixture *fixture, gconstpointer data)
{
  struct rlimit limit = { 64 * 1024, 64 * 1024 };

  if (!g_test_subprocess ())
    {
      run_apart ();
      return;
    }
  put (fixture->target, OLD);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  check_filled (fixture->target);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

/* A file system of 64 KiB over @folder, in a name space of our own. */
static gboolean
mount_small_disk (const char *folder)
{
  if (unshare (CLONE_NEWNS) != 0)
    return FALSE;
  return mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("tmpfs", folder, "tmpfs", 0, "size=64k,nr_inodes=8") == 0;
}

static gboolean
may_mount (const char *folder)
{
  pid_t child = fork ();
  int status = -1;

  if (child == 0)
    _exit (mount_small_disk (folder) ? 0 : 1);
  waitpid (child, &status, 0);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* Runs the test apart with a small disk over the folder, or says why not; TRUE in that process. */
static gboolean
on_small_disk (Fixture *fixture)
{
  if (g_test_subprocess ())
    {
      g_assert_true (mount_small_disk (fixture->folder));
      return TRUE;
    }
  if (may_mount (fixture->folder))
    run_apart ();
  else
    g_test_skip ("a small disk needs the right to mount: root");
  return FALSE;
}

static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  if (!on_small_disk (fixture))
    return;
  put (fixture->target, OLD);
  check_filled (fixture->target);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
  umount (fixture->folder);
}

/* So full that not even the temporary folder can be made. */
static void
test_disk_full_before (Fixture *fixture, gconstpointer data)
{
  if (!on_small_disk (fixture))
    return;
  put (fixture->target, OLD);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *path = sibling (fixture, name);

      put (path, "");
    }
  check_refused (fixture->target, TRUE, XYB_FILE_ERROR_NO_SPACE, "磁盘已满");
  check_text (fixture->target, OLD);
  umount (fixture->folder);
}

static void
test_read_only_disk (Fixture *fixture, gconstpointer data)
{
  if (!on_small_disk (fixture))
    return;
  put (fixture->target, OLD);
  g_assert_cmpint (mount (NULL, fixture->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  check_refused (fixture->target, TRUE, XYB_FILE_ERROR_NOT_WRITABLE, "没有权限");
  check_text (fixture->target, OLD);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
  umount (fixture->folder);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

/* What a killed export left is cleared by the next one of that name; nothing else is. */
static void
test_clears_leftovers (void)
{
  static const struct
  {
    const char *folder;
    const char *file;
    gboolean old;
    gboolean stays;
  } cases[] = {
    { ".xyb-aaaaaa", "附件1.xlsx", TRUE, FALSE },
    { ".xyb-bbbbbb", "附件1.xlsx", FALSE, TRUE }, /* somebody may be at work */
    { ".xyb-cccccc", "别的.xlsx", TRUE, TRUE },
    { "附件", "附件1.xlsx", TRUE, TRUE },
  };
  g_autofree char *folder = g_dir_make_tmp ("xyb-left-XXXXXX", NULL);
  g_autofree char *target = g_build_filename (folder, "附件1.xlsx", NULL);
  struct utimbuf two_days_ago = { 0 };
  XybSafeFile *file;

  two_days_ago.actime = two_days_ago.modtime
    = (time_t) (g_get_real_time () / G_USEC_PER_SEC - 2 * 24 * 60 * 60);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dir = g_build_filename (folder, cases[i].folder, NULL);
      g_autofree char *path = g_build_filename (dir, cases[i].file, NULL);

      g_assert_cmpint (g_mkdir (dir, 0700), ==, 0);
      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
      if (cases[i].old)
        g_assert_cmpint (g_utime (dir, &two_days_ago), ==, 0);
    }
  file = xyb_safe_file_new (target, FALSE, NULL);
  g_assert_nonnull (file);
  xyb_safe_file_free (file);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dir = g_build_filename (folder, cases[i].folder, NULL);
      g_autofree char *path = g_build_filename (dir, cases[i].file, NULL);

      g_assert_true (g_file_test (dir, G_FILE_TEST_IS_DIR) == cases[i].stays);
      g_unlink (path);
      g_rmdir (dir);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/safe-file/new-file-gets-what-the-umask-leaves", test_new_file);
  ADD ("/safe-file/replaced-file-keeps-its-permissions", test_replaced);
  ADD ("/safe-file/given-up-leaves-the-old-file", test_given_up);
  ADD ("/safe-file/temporary-folder-is-private-and-goes", test_temp_dir);
  ADD ("/safe-file/nothing-written-nothing-replaced", test_nothing_written);
  ADD ("/safe-file/no-folder-is-refused", test_no_folder);
  ADD ("/safe-file/folder-as-target-is-refused", test_target_is_folder);
  ADD ("/safe-file/pipe-as-target-is-refused", test_target_is_pipe);
  ADD ("/safe-file/long-name-gets-a-short-sentence", test_long_name);
  ADD ("/safe-file/existing-file-is-not-overwritten", test_not_overwritten);
  ADD ("/safe-file/file-made-meanwhile-is-not-overwritten", test_made_meanwhile);
  ADD ("/safe-file/file-opened-meanwhile-is-not-replaced", test_opened_meanwhile);
  ADD ("/safe-file/open-in-office-program-is-refused", test_open_in_office);
  ADD ("/safe-file/link-stays-a-link", test_link);
  g_test_add_func ("/safe-file/every-error-is-one-sentence", test_sentences);
  ADD ("/safe-file/read-only-file-is-refused", test_read_only);
  ADD ("/safe-file/read-only-folder-is-refused", test_read_only_folder);
  ADD ("/safe-file/size-limit-leaves-the-old-file", test_size_limit);
  ADD ("/safe-file/full-disk-leaves-the-old-file", test_disk_full);
  ADD ("/safe-file/full-disk-is-said-before-anything-is-written", test_disk_full_before);
  ADD ("/safe-file/read-only-disk-is-said", test_read_only_disk);
  g_test_add_func ("/safe-file/clears-what-a-killed-export-left", test_clears_leftovers);
  return g_test_run ();
}
