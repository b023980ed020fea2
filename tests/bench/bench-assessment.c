/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "assessment-fixture.h"
#include "xyb-export.h"
#include "xyb-workbook-backend.h"

/* The four published 考核表, as one workbook of four sheets and as a workbook each. Yardstick: the
 * same cells with the same looks put into libxlsxwriter as directly as it goes and left lying
 * there. Ours lays the tables out, checks every text, reads the file back and renames it. In memory
 * where there is room: how long a disk takes until it is sure of a file is the disk's, and
 * many times what is measured here. */

#define N_ROUNDS 15
#define N_TIMES 10 /* of all four in a round: one alone is over in no time */
#define LIMIT 1.30

/* A workbook each is looked at, not judged: what is fixed about a file — its folder, its read-back
 * — weighs as much as the few cells of 办事处. */
#define MEMORY "/dev/shm"

typedef struct
{
  char *folder;
  char *ours;
  char *bare;
  AssessmentFixture grids[N_FIXTURE_SCHEMES];
  XybAssessmentShape *shapes[N_FIXTURE_SCHEMES];
} Bench;

static const char issue[] = "《工作信息》2020年第1期";
static const char as_of[] = "截至2020年1月21日";

/* ---- the yardstick ---- */

static lxw_format *
bare_format (lxw_workbook *workbook, const char *font, double size, guint8 align, gboolean wrap)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, font);
  format_set_font_size (format, size);
  format_set_align (format, align);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (wrap)
    format_set_text_wrap (format);
  return format;
}

/* Lines of one cell: heavier at the edges of the table and of its printed pages. */
static lxw_format *
bare_cell_format (lxw_workbook *workbook,
                  const char *font,
                  double size,
                  guint column,
                  guint n_columns,
                  gboolean head,
                  gboolean last)
{
  lxw_format *format = bare_format (workbook, font, size, LXW_ALIGN_CENTER, TRUE);

  if (head)
    format_set_bold (format);
  format_set_top (format, head ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
  format_set_bottom (format, last ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
  format_set_left (format, column == 0 ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
  format_set_right (format, column + 1 == n_columns ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
  return format;
}

static void
bare_top (lxw_workbook *workbook,
          lxw_worksheet *sheet,
          const XybAssessmentTable *table,
          const XybAssessmentShape *shape)
{
  guint n = table->heads->len;
  lxw_format *heads[3];

  for (guint i = 0; i < 3; i++)
    heads[i]
      = bare_cell_format (workbook, "黑体", shape->head_size, i == 2 ? n - 1 : i, n, TRUE, FALSE);
  for (guint i = 0; i < n; i++)
    worksheet_set_column_pixels (sheet, i, i, shape->widths[i] / 25.4 * 96, NULL);
  if (shape->lying)
    worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 2, 2);
  worksheet_merge_range (sheet, 0, 0, 0, n - 1, table->title,
                         bare_format (workbook, "方正小标宋简体", 18, LXW_ALIGN_CENTER, TRUE));
  worksheet_write_string (sheet, 1, 0, issue,
                          bare_format (workbook, "仿宋_GB2312", 12, LXW_ALIGN_LEFT, FALSE));
  worksheet_write_string (sheet, 1, n - 1, as_of,
                          bare_format (workbook, "仿宋_GB2312", 12, LXW_ALIGN_RIGHT, FALSE));
  worksheet_set_row (sheet, 2, 72, NULL);
  for (guint i = 0; i < n; i++)
    worksheet_write_string (sheet, 2, i, table->heads->pdata[i], heads[i + 1 == n ? 2 : i > 0]);
}

static void
bare_rows (lxw_workbook *workbook,
           lxw_worksheet *sheet,
           const XybAssessmentTable *table,
           const XybAssessmentShape *shape)
{
  guint n = table->heads->len;
  lxw_format *formats[2][3];

  for (guint last = 0; last < 2; last++)
    for (guint i = 0; i < 3; i++)
      formats[last][i] = bare_cell_format (workbook, "仿宋_GB2312", shape->body_size,
                                           i == 2 ? n - 1 : i, n, FALSE, last);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const XybAssessmentRow *row = table->rows->pdata[i];
      gboolean last = row->page_ends || i + 1 == table->rows->len;

      worksheet_set_row (sheet, i + 3, 15, NULL);
      worksheet_write_string (sheet, i + 3, 0, row->unit, formats[last][0]);
      for (guint k = 0; k < row->cells->len; k++)
        worksheet_write_string (sheet, i + 3, k + 1, row->cells->pdata[k], formats[last][1]);
      worksheet_write_blank (sheet, i + 3, n - 1, formats[last][2]);
    }
}

static void
bare_notes (lxw_workbook *workbook,
            lxw_worksheet *sheet,
            const XybAssessmentTable *table,
            const XybAssessmentShape *shape)
{
  lxw_format *format
    = bare_format (workbook, "仿宋_GB2312", shape->note_size, LXW_ALIGN_LEFT, TRUE);
  lxw_row_t at = table->rows->len + 3;

  worksheet_merge_range (sheet, at, 0, at, table->heads->len - 1, table->notes_head, format);
  for (guint i = 0; i < table->notes->len; i++)
    {
      g_autofree char *note = g_strdup_printf ("%u. %s", i + 1, (char *) table->notes->pdata[i]);

      at++;
      worksheet_set_row (sheet, at, 15, NULL);
      worksheet_merge_range (sheet, at, 0, at, table->heads->len - 1, note, format);
    }
}

static void
write_bare (Bench *bench, guint first, guint n)
{
  static const char *const names[N_FIXTURE_SCHEMES]
    = { "区镇", "区镇（2）", "城市管理办事处", "部门" };
  lxw_workbook_options options = { .tmpdir = bench->folder };
  lxw_workbook *workbook = workbook_new_opt (bench->bare, &options);

  for (guint i = first; i < first + n; i++)
    {
      const XybAssessmentTable *table = bench->grids[i].table;
      lxw_worksheet *sheet = workbook_add_worksheet (workbook, names[i]);

      bare_top (workbook, sheet, table, bench->shapes[i]);
      bare_rows (workbook, sheet, table, bench->shapes[i]);
      bare_notes (workbook, sheet, table, bench->shapes[i]);
    }
  if (workbook_close (workbook) != LXW_NO_ERROR)
    g_error ("the yardstick could not be written");
}

/* ---- ours ---- */

static void
write_ours (Bench *bench, guint first, guint n)
{
  g_autoptr (GError) error = NULL;
  XybAssessmentPaper papers[N_FIXTURE_SCHEMES];

  for (guint i = 0; i < n; i++)
    papers[i] = (XybAssessmentPaper){ bench->grids[first + i].table, issue, as_of };
  if (!xyb_export_assessments_xlsx (papers, n, bench->ours, NULL, &error))
    g_error ("%s", error->message);
}

/* ---- are they the same cells? ---- */

static gboolean
digest_row (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *cell
        = g_strdup_printf ("%u %u %d %s\n", row, cells[i].column, cells[i].kind, cells[i].text);

      g_checksum_update (user_data, (const guchar *) cell, -1);
    }
  return TRUE;
}

static char *
digest (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (XybWorkbook) workbook = xyb_workbook_open (path, &error);

  for (guint i = 0; workbook != NULL && i < N_FIXTURE_SCHEMES; i++)
    if (!xyb_workbook_read_sheet (workbook, i, digest_row, sum, NULL, NULL, &error))
      break;
  g_assert_no_error (error);
  return g_strdup (g_checksum_get_string (sum));
}

static void
assert_same_cells (Bench *bench)
{
  g_autofree char *ours = NULL;
  g_autofree char *bare = NULL;

  write_ours (bench, 0, N_FIXTURE_SCHEMES);
  write_bare (bench, 0, N_FIXTURE_SCHEMES);
  ours = digest (bench->ours);
  bare = digest (bench->bare);
  g_assert_cmpstr (ours, ==, bare);
}

/* ---- measuring ---- */

typedef void (*Job) (Bench *bench, guint first, guint n);

static double
time_of (Job job, Bench *bench, guint n)
{
  gint64 start = g_get_monotonic_time ();

  for (guint k = 0; k < N_TIMES; k++)
    for (guint first = 0; first < N_FIXTURE_SCHEMES; first += n)
      job (bench, first, n);
  return (g_get_monotonic_time () - start) / 1e6 / N_TIMES;
}

static int
compare_doubles (const void *a, const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
median (double values[N_ROUNDS])
{
  qsort (values, N_ROUNDS, sizeof values[0], compare_doubles);
  return values[N_ROUNDS / 2];
}

/* @n tables a workbook. What a busy machine does to one round it does to both sides. */
static double
compare (Bench *bench, const char *name, guint n)
{
  double ours[N_ROUNDS], bare[N_ROUNDS], ratios[N_ROUNDS];
  double ratio;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      bare[i] = time_of (write_bare, bench, n);
      ours[i] = time_of (write_ours, bench, n);
      ratios[i] = ours[i] / bare[i];
    }
  ratio = median (ratios);
  g_print ("%s: ratio %.3f (limit %.2f) ours %.2f ms yardstick %.2f ms\n", name, ratio, LIMIT,
           median (ours) * 1e3, median (bare) * 1e3);
  return ratio;
}

static char *
make_folder (void)
{
  char *folder = g_strdup (MEMORY "/xyb-bench-XXXXXX");

  if (g_mkdtemp (folder) != NULL)
    return folder;
  g_free (folder);
  return g_dir_make_tmp ("xyb-bench-XXXXXX", NULL);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  double ratio;

  g_test_init (&argc, &argv, NULL);
  bench.folder = make_folder ();
  bench.ours = g_build_filename (bench.folder, "ours.xlsx", NULL);
  bench.bare = g_build_filename (bench.folder, "bare.xlsx", NULL);
  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      assessment_fixture_init (&bench.grids[i], i);
      bench.shapes[i] = xyb_assessment_shape_new (bench.grids[i].table);
    }
  assert_same_cells (&bench);
  compare (&bench, "export-four-grids-each", 1);
  ratio = compare (&bench, "export-four-grids", N_FIXTURE_SCHEMES);
  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      xyb_assessment_shape_free (bench.shapes[i]);
      assessment_fixture_clear (&bench.grids[i]);
    }
  g_unlink (bench.ours);
  g_unlink (bench.bare);
  g_rmdir (bench.folder);
  g_free (bench.folder);
  g_free (bench.ours);
  g_free (bench.bare);
  return ratio <= LIMIT ? 0 : 1;
}
