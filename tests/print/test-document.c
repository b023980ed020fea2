/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/mount.h>
#include <unistd.h>

#include "print-fixtures.h"
#include "xyb-print-error.h"
#include "xyb-safe-file.h"

static const char *const scenarios[] = {
  "quota", "quota-note", "quota-60", "district", "blank", "set", "merged:40", "strange",
};

static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("xyb-print-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return folder;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static cairo_surface_t *
draw (XybDocument *document, guint page, double scale)
{
  double width;
  double height;
  cairo_surface_t *surface;
  cairo_t *cr;

  xyb_document_get_page_size (document, page, &width, &height);
  surface
    = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (width * scale), (int) (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  xyb_document_draw_page (document, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
assert_same_picture (cairo_surface_t *one, cairo_surface_t *other)
{
  gsize size
    = (gsize) cairo_image_surface_get_stride (one) * (gsize) cairo_image_surface_get_height (one);

  g_assert_cmpmem (cairo_image_surface_get_data (one), size, cairo_image_surface_get_data (other),
                   size);
}

/* Pages drawn in another order, after other pages, in another document: the same picture. */
static void
test_drawn_twice_is_the_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      g_autoptr (XybDocument) one = fixture_document (scenarios[i]);
      g_autoptr (XybDocument) other = fixture_document (scenarios[i]);
      guint n_pages = MIN (xyb_document_get_n_pages (one), 3);

      g_assert_cmpuint (xyb_document_get_n_pages (one), ==, xyb_document_get_n_pages (other));
      for (guint page = 0; page < n_pages; page++)
        {
          cairo_surface_t *first = draw (one, page, 1);
          cairo_surface_t *last = draw (other, n_pages - 1 - page, 1);
          cairo_surface_t *again = draw (other, page, 1);

          assert_same_picture (first, again);
          cairo_surface_destroy (first);
          cairo_surface_destroy (last);
          cairo_surface_destroy (again);
        }
    }
}

/* Everything a page draws lies on the sheet, and on the type area but for the page number. */
static void
test_ink_stays_on_the_sheet (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      g_autoptr (XybDocument) document = fixture_document (scenarios[i]);

      for (guint page = 0; page < MIN (xyb_document_get_n_pages (document), 3); page++)
        {
          cairo_surface_t *recording
            = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cairo_t *cr = cairo_create (recording);
          double x, y, width, height, page_width, page_height;

          xyb_document_draw_page (document, page, cr);
          cairo_destroy (cr);
          cairo_recording_surface_ink_extents (recording, &x, &y, &width, &height);
          xyb_document_get_page_size (document, page, &page_width, &page_height);
          g_assert_cmpfloat (x, >, 60);
          g_assert_cmpfloat (y, >, 70);
          g_assert_cmpfloat (x + width, <, page_width - 70);
          g_assert_cmpfloat (y + height, <, page_height - 60);
          cairo_surface_destroy (recording);
        }
    }
}

/* The document is a picture of the table as it was. */
static void
test_tables_may_go (void)
{
  XybNominationTable *table = fixture_nomination_table (8);
  g_autoptr (XybDocument) document = xyb_document_new_nominations (&table, 1);
  g_autoptr (XybDocument) expected = fixture_document ("district");
  cairo_surface_t *one;
  cairo_surface_t *other;

  xyb_nomination_table_free (table);
  one = draw (document, 0, 1);
  other = draw (expected, 0, 1);
  assert_same_picture (one, other);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

static void
test_title_is_the_table_s (void)
{
  g_autoptr (XybDocument) quota = fixture_document ("quota");
  g_autoptr (XybDocument) set = fixture_document ("set");
  g_autoptr (XybQuotaTable) table = fixture_quota_table (11, NULL);
  g_autoptr (XybDocument) broken = NULL;

  g_free (table->title);
  table->title = g_strdup ("2020年昆山市\n考核指标分解表");
  broken = xyb_document_new_quota (table);
  g_assert_cmpstr (xyb_document_get_title (quota), ==,
                   "2020年昆山市企业信用管理贯标考核指标分解表");
  g_assert_cmpstr (xyb_document_get_title (broken), ==, "2020年昆山市考核指标分解表");
  g_assert_cmpstr (xyb_document_get_title (set), ==, "2020年昆山市信用管理贯标企业汇总表");
}

static void
test_pdf_replaces_the_old_file_and_leaves_nothing_beside (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "附件1.pdf", NULL);
  g_autoptr (XybDocument) document = fixture_document ("quota");
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_true (xyb_document_write_pdf (document, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, &size, NULL));
  g_assert_true (g_str_has_prefix (written, "%PDF-"));
  g_assert_nonnull (g_strrstr_len (written + size - 16, 16, "%%EOF"));
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_missing_folder_is_named (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "没有这个文件夹", "附件1.pdf", NULL);
  g_autoptr (XybDocument) document = fixture_document ("quota");
  g_autoptr (GError) error = NULL;

  g_assert_false (xyb_document_write_pdf (document, path, NULL, &error));
  g_assert_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "没有这个文件夹"));
  g_assert_nonnull (strstr (error->message, "附件1.pdf"));
  g_rmdir (folder);
}

static void
test_cancelled_leaves_the_old_file (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "附件2.pdf", NULL);
  g_autoptr (XybDocument) document = fixture_document ("set");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (xyb_document_write_pdf (document, path, cancellable, &error));
  g_assert_error (error, XYB_PRINT_ERROR, XYB_PRINT_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "old");
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_no_table_is_refused (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "附件2.pdf", NULL);
  g_autoptr (XybDocument) document = xyb_document_new_nominations (NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (xyb_document_get_n_pages (document), ==, 0);
  g_assert_false (xyb_document_write_pdf (document, path, NULL, &error));
  g_assert_error (error, XYB_PRINT_ERROR, XYB_PRINT_ERROR_FAILED);
  g_assert_cmpuint (count_files (folder), ==, 0);
  g_rmdir (folder);
}

/* A disk of a few KiB with an old file on it; nothing of the new one may stay. */
static void
check_small_disk (const char *folder, const char *options, XybDocument *document)
{
  g_autofree char *path = g_build_filename (folder, "附件2.pdf", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mount ("tmpfs", folder, "tmpfs", 0, options), ==, 0);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (xyb_document_write_pdf (document, path, NULL, &error));
  g_assert_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "磁盘已满"));
  g_assert_nonnull (strstr (error->message, "附件2.pdf"));
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "old");
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_cmpint (umount (folder), ==, 0);
}

/* Full while pages are written, and full only with the last buffered bytes. */
static void
test_full_disk_keeps_the_old_file (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (XybDocument) document = fixture_document ("district");

  if (mount ("tmpfs", folder, "tmpfs", 0, "size=64k") != 0)
    {
      g_autofree char *reason
        = g_strdup_printf ("no small disk may be mounted here: %s", g_strerror (errno));

      g_rmdir (folder);
      g_test_skip (reason);
      return;
    }
  g_assert_cmpint (umount (folder), ==, 0);
  check_small_disk (folder, "size=8k", document);
  check_small_disk (folder, "size=64k", document);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/drawn-twice-is-the-same", test_drawn_twice_is_the_same);
  g_test_add_func ("/document/ink-stays-on-the-sheet", test_ink_stays_on_the_sheet);
  g_test_add_func ("/document/tables-may-go", test_tables_may_go);
  g_test_add_func ("/document/title-is-the-table-s", test_title_is_the_table_s);
  g_test_add_func ("/document/pdf-replaces-the-old-file",
                   test_pdf_replaces_the_old_file_and_leaves_nothing_beside);
  g_test_add_func ("/document/missing-folder-is-named", test_missing_folder_is_named);
  g_test_add_func ("/document/cancelled-leaves-the-old-file", test_cancelled_leaves_the_old_file);
  g_test_add_func ("/document/no-table-is-refused", test_no_table_is_refused);
  g_test_add_func ("/document/full-disk-keeps-the-old-file", test_full_disk_keeps_the_old_file);
  return g_test_run ();
}
