/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "xyb-exchange-error.h"
#include "xyb-export.h"
#include "xyb-read-back.h"
#include "xyb-workbook-backend.h"

typedef struct
{
  char *folder;
  char *path;
  XybNominationTable *table;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  guint n_rows = GPOINTER_TO_UINT (data);
  XybNominationTable *table = g_new0 (XybNominationTable, 1);

  self->folder = g_dir_make_tmp ("xyb-test-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "附件2.xlsx", NULL);
  self->table = table;
  table->merged = TRUE;
  table->label = g_strdup ("附件2");
  table->title = g_strdup ("2020年昆山市信用管理贯标企业汇总表");
  table->sheet_name = g_strdup ("全市");
  table->min_rows = XYB_NOMINATION_MIN_ROWS;
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);
  for (guint i = 0; i < n_rows; i++)
    {
      XybNomination *row = xyb_nomination_new ();

      row->unit_name = g_strdup ("周市镇");
      row->enterprise_name = g_strdup_printf ("昆山示例%u有限公司", i + 1);
      row->revenue_fen = i * 12345;
      row->headcount = i;
      g_ptr_array_add (table->rows, row);
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0); /* nothing else was left behind */
  xyb_nomination_table_free (self->table);
  g_free (self->path);
  g_free (self->folder);
}

static void export(Fixture *self)
{
  g_autoptr (GError) error = NULL;
  XybNominationTable *tables[] = { self->table };

  xyb_export_nominations_xlsx (tables, 1, self->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* ---- progress and cancelling ---- */

typedef struct
{
  guint calls, last, total;
  guint cancel_at;
  GCancellable *cancellable;
} Watch;

static void
watch (guint done, guint total, gpointer user_data)
{
  Watch *self = user_data;

  g_assert_cmpuint (done, >, self->last);
  g_assert_cmpuint (done, <=, total);
  self->calls++;
  self->last = done;
  self->total = total;
  if (self->cancel_at != 0 && done >= self->cancel_at)
    g_cancellable_cancel (self->cancellable);
}

static void
test_progress (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  XybNominationTable *tables[] = { self->table, self->table };
  Watch seen = { 0 };

  g_assert_true (xyb_export_nominations_xlsx (tables, 2, self->path, watch, &seen, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (seen.calls, >, 2);
  g_assert_cmpuint (seen.last, ==, seen.total);
  g_assert_cmpuint (seen.total, ==, 2 * GPOINTER_TO_UINT (data));
}

static void
test_cancel_keeps_old_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  XybNominationTable *tables[] = { self->table };
  Watch seen = { .cancel_at = GPOINTER_TO_UINT (data), .cancellable = cancellable };

  g_file_set_contents (self->path, "old", -1, NULL);
  g_assert_false (
    xyb_export_nominations_xlsx (tables, 1, self->path, watch, &seen, cancellable, &error));
  g_assert_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_CANCELLED);
  g_file_get_contents (self->path, &kept, NULL, NULL);
  g_assert_cmpstr (kept, ==, "old");
}

/* ---- the count of the read-back against the reader ---- */

typedef struct
{
  guint n_rows, row;
  GString *cells;
} Seen;

static gboolean
see_row (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  Seen *seen = user_data;

  seen->n_rows++;
  seen->row = row;
  g_string_truncate (seen->cells, 0);
  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (seen->cells, "%u %d %s|", cells[i].column, cells[i].kind,
                            cells[i].text);
  return TRUE;
}

static void
test_tally (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybWorkbook) workbook = NULL;
  g_autoptr (XybSheetSummary) summary = NULL;
  Seen all = { 0, 0, g_string_new (NULL) };
  Seen last = { 0, 0, g_string_new (NULL) };
  XybSheetTally tally = { 0, see_row, &last };

  export(self);
  workbook = xyb_workbook_open (self->path, &error);
  g_assert_no_error (error);
  xyb_workbook_read_sheet (workbook, 0, see_row, &all, &summary, NULL, &error);
  g_assert_no_error (error);
  xyb_workbook_tally_sheet (workbook, 0, &tally, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_rows, ==, all.n_rows);
  g_assert_cmpuint (tally.n_rows, ==, summary->n_rows);
  g_assert_cmpuint (last.n_rows, ==, 1);
  g_assert_cmpuint (last.row, ==, all.row);
  g_assert_cmpstr (last.cells->str, ==, all.cells->str);
  g_string_free (all.cells, TRUE);
  g_string_free (last.cells, TRUE);
}

/* ---- the read-back sees what is missing ---- */

typedef enum
{
  AS_WRITTEN,
  OTHER_SHEET_NAME,
  ONE_SHEET_MORE,
  ONE_ROW_MORE,
  OTHER_TEXT,
  OTHER_NUMBER,
  ONE_CELL_MORE,
  OTHER_PLACE
} Difference;

/* Notes what a table of @n_rows rows holds, as xyb-sheet-writer does, but for one thing. */
static XybReadBack *
note_table (guint n_rows, Difference difference)
{
  XybReadBack *noted = xyb_read_back_new ();
  guint rows = n_rows + 3 + (difference == ONE_ROW_MORE);

  xyb_read_back_note_sheet (noted, difference == OTHER_SHEET_NAME ? "别的" : "全市");
  for (guint i = 0; i < rows; i++)
    xyb_read_back_note_row (noted, i + (difference == OTHER_PLACE));
  g_autofree char *name = g_strdup_printf ("昆山示例%u有限公司", n_rows);

  xyb_read_back_note_number (noted, 5, n_rows - 1 + (difference == OTHER_NUMBER));
  xyb_read_back_note_text (noted, 0, "周市镇");
  xyb_read_back_note_number (noted, 1, n_rows);
  xyb_read_back_note_text (noted, 2, difference == OTHER_TEXT ? "昆山" : name);
  xyb_read_back_note_number (noted, 4, (n_rows - 1) * 12345 / 1e6);
  if (difference == ONE_CELL_MORE)
    xyb_read_back_note_text (noted, 7, "x");
  if (difference == ONE_SHEET_MORE)
    xyb_read_back_note_sheet (noted, "又一张");
  return noted;
}

static void
test_read_back (Fixture *self, gconstpointer data)
{
  export(self);
  for (guint i = AS_WRITTEN; i <= OTHER_PLACE; i++)
    {
      g_autoptr (XybReadBack) noted = note_table (GPOINTER_TO_UINT (data), i);
      g_autoptr (GError) error = NULL;
      gboolean same = xyb_read_back_check (noted, self->path, self->path, NULL, &error);

      g_test_message ("difference %u", i);
      if (i == AS_WRITTEN)
        g_assert_no_error (error);
      else
        g_assert_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_READ_BACK);
      g_assert_cmpint (same, ==, error == NULL);
    }
}

/* A byte of the packed rows changed on the disk. */
static void
test_read_back_damaged (Fixture *self, gconstpointer data)
{
  g_autoptr (XybReadBack) noted = note_table (GPOINTER_TO_UINT (data), AS_WRITTEN);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;

  export(self);
  g_file_get_contents (self->path, &content, &size, NULL);
  content[size / 3] ^= 0x10;
  g_file_set_contents (self->path, content, size, NULL);
  g_assert_false (xyb_read_back_check (noted, self->path, self->path, NULL, &error));
  g_assert_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_READ_BACK);
}

/* ---- the reader's own ways out ---- */

static gboolean
stop_at_third (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  guint *seen = user_data;

  return ++*seen < 3;
}

static void
test_stop_early (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybWorkbook) workbook = NULL;
  guint seen = 0;

  export(self);
  workbook = xyb_workbook_open (self->path, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= 2; i++, seen = 0) /* and a sheet can be read again */
    {
      g_assert_true (
        xyb_workbook_read_sheet (workbook, 0, stop_at_third, &seen, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (seen, ==, 3);
    }
}

static gboolean
cancel_at_first (guint row,
                 gboolean hidden,
                 const XybCell *cells,
                 guint n_cells,
                 gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return TRUE;
}

static void
test_cancel_reading (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (XybWorkbook) workbook = NULL;

  export(self);
  workbook = xyb_workbook_open (self->path, &error);
  g_assert_no_error (error);
  g_assert_false (
    xyb_workbook_read_sheet (workbook, 0, cancel_at_first, cancellable, NULL, cancellable, &error));
  g_assert_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_CANCELLED);
}

#define ADD(path, n_rows, func)                                                                    \
  g_test_add (path, Fixture, GUINT_TO_POINTER (n_rows), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/export/progress-rises-to-the-end", 1200, test_progress);
  ADD ("/export/cancelled-halfway-keeps-the-old-file", 1500, test_cancel_keeps_old_file);
  ADD ("/export/cancelled-when-small-keeps-the-old-file", 500, test_cancel_keeps_old_file);
  ADD ("/read-back/counts-what-the-reader-reads", 40, test_tally);
  ADD ("/read-back/counts-what-the-reader-reads-streamed", 4000, test_tally);
  ADD ("/read-back/sees-every-difference", 40, test_read_back);
  ADD ("/read-back/sees-every-difference-streamed", 4000, test_read_back);
  ADD ("/read-back/sees-a-changed-byte", 40, test_read_back_damaged);
  ADD ("/read-back/sees-a-changed-byte-streamed", 4000, test_read_back_damaged);
  ADD ("/reader/stops-when-told", 20, test_stop_early);
  ADD ("/reader/can-be-cancelled", 4000, test_cancel_reading);
  return g_test_run ();
}
