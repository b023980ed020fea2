/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "xyb-enterprise.h"
#include "xyb-export.h"
#include "xyb-workbook-backend.h"

/* The merged 附件2 of 100,000 enterprises. Yardstick: the same cells, formats and row heights put
 * into libxlsxwriter as directly as it goes, streamed as well, and left lying there. Ours measures
 * its columns, checks every text, and at the end reads the file back; the read-back is timed once
 * more on its own, so that the writing can be told from it. */

#define N_ROWS 100000
#define N_ROUNDS 9
#define N_COLUMNS 8
#define LIMIT_WRITE 1.15
#define LIMIT_WHOLE 1.40
#define TITLE "2020年昆山市信用管理贯标企业汇总表"
#define ROW_HEIGHT 22.5

typedef struct
{
  char *folder;
  char *ours;
  char *bare;
  XybNominationTable *table;
} Bench;

static const char *const districts[] = {
  "昆山开发区", "昆山高新区", "花桥经济开发区", "张浦镇", "周市镇", "陆家镇",
  "巴城镇",     "千灯镇",     "淀山湖镇",       "周庄镇", "锦溪镇",
};
static const char *const trades[] = { "精密机械", "模具", "电路板", "检测技术", "冷链物流" };
static const char *const products[]
  = { "精密零部件", "注塑模具", "印制电路板", "计量检测", "仓储" };

/* ---- the office's table ---- */

static XybNominationTable *
make_table (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);
  XybNominationTable *table = g_new0 (XybNominationTable, 1);

  for (guint i = 0; i < N_ROWS; i++)
    {
      XybNomination *row = xyb_nomination_new ();

      row->unit_name = g_strdup (districts[(gsize) i * G_N_ELEMENTS (districts) / N_ROWS]);
      row->enterprise_name = g_strdup_printf ("昆山示例%s%u有限公司", trades[i % 5], i + 1);
      row->products = g_strdup (products[i % 5]);
      row->revenue_fen = (gint64) (i % 997 + 1) * 12345 * (i % 3 == 0 ? 100000 : 1000000);
      row->revenue_unit = XYB_MONEY_UNIT_WAN;
      row->headcount = i % 900 + 20;
      row->contact = g_strdup ("张示例");
      row->phone = g_strdup_printf ("0512-5555%04u", i % 10000);
      g_ptr_array_add (rows, row);
    }
  table->merged = TRUE;
  table->label = g_strdup ("附件2");
  table->title = g_strdup (TITLE);
  table->sheet_name = g_strdup ("全市");
  table->district = g_strdup ("");
  table->officer = g_strdup ("");
  table->officer_phone = g_strdup ("");
  table->min_rows = XYB_NOMINATION_MIN_ROWS;
  table->rows = rows;
  return table;
}

/* ---- the yardstick ---- */

typedef struct
{
  const char *font;
  double size;
  guint8 align;
  guint8 indent;
  gboolean bold;
  gboolean wrap;
  const char *number_format;
} Look;

/* A format for each column, because the lines at the edges are heavier. Each format once:
 * libxlsxwriter looks a twin up again for every cell. */
static const Look looks[N_COLUMNS] = {
  { "仿宋_GB2312", 10, LXW_ALIGN_CENTER, 0, FALSE, TRUE, NULL },
  { "仿宋_GB2312", 10, LXW_ALIGN_CENTER, 0, FALSE, FALSE, "0" },
  { "仿宋_GB2312", 10, LXW_ALIGN_LEFT, 1, FALSE, TRUE, NULL },
  { NULL },
  { "仿宋_GB2312", 10, LXW_ALIGN_RIGHT, 1, FALSE, FALSE, "0\"万元\"" },
  { "仿宋_GB2312", 10, LXW_ALIGN_RIGHT, 1, FALSE, FALSE, "0" },
  { "仿宋_GB2312", 10, LXW_ALIGN_CENTER, 0, FALSE, TRUE, NULL },
  { "仿宋_GB2312", 10, LXW_ALIGN_LEFT, 1, FALSE, TRUE, "@" },
};
static const Look decimal_look
  = { "仿宋_GB2312", 10, LXW_ALIGN_RIGHT, 1, FALSE, FALSE, "0.0\"万元\"" };
static const Look label_look = { "黑体", 16, LXW_ALIGN_LEFT, 0, FALSE, FALSE, NULL };
static const Look title_look = { "方正小标宋简体", 22, LXW_ALIGN_CENTER, 0, FALSE, TRUE, NULL };
static const Look head_look = { "黑体", 10, LXW_ALIGN_CENTER, 0, TRUE, TRUE, NULL };

static lxw_format *
bare_format (lxw_workbook *workbook, const Look *look)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, look->font);
  format_set_font_size (format, look->size);
  format_set_align (format, look->align);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_indent (format, look->indent);
  if (look->bold)
    format_set_bold (format);
  if (look->wrap)
    format_set_text_wrap (format);
  if (look->number_format != NULL)
    format_set_num_format (format, look->number_format);
  return format;
}

static lxw_format *
bare_cell_format (lxw_workbook *workbook,
                  const Look *look,
                  guint column,
                  gboolean head,
                  gboolean last)
{
  lxw_format *format = bare_format (workbook, look);

  format_set_top (format, head ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
  format_set_bottom (format, last ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
  format_set_left (format, column == 0 ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
  format_set_right (format, column + 1 == N_COLUMNS ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
  return format;
}

static void
bare_top (lxw_workbook *workbook, lxw_worksheet *sheet)
{
  lxw_format *heads[3];

  for (guint i = 0; i < 3; i++)
    heads[i] = bare_cell_format (workbook, &head_look, i == 2 ? N_COLUMNS - 1 : i, TRUE, FALSE);
  worksheet_set_column (sheet, 0, N_COLUMNS - 1, 12, NULL);
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 2, 2);
  worksheet_write_string (sheet, 0, 0, "附件2", bare_format (workbook, &label_look));
  worksheet_merge_range (sheet, 1, 0, 1, N_COLUMNS - 1, TITLE, bare_format (workbook, &title_look));
  worksheet_write_string (sheet, 2, 0, "区镇", heads[0]);
  for (guint i = 0; i < XYB_NOMINATION_COLUMNS; i++)
    worksheet_write_string (sheet, 2, i + 1, xyb_nomination_heads[i],
                            heads[i + 1 < XYB_NOMINATION_COLUMNS ? 1 : 2]);
}

/* As straight as libxlsxwriter takes it: no check, no measuring. */
static void
bare_row (lxw_worksheet *sheet,
          guint i,
          const XybNomination *row,
          lxw_format *const formats[N_COLUMNS],
          lxw_format *decimal)
{
  lxw_row_t at = i + 3;

  worksheet_set_row (sheet, at, ROW_HEIGHT, NULL);
  worksheet_write_string (sheet, at, 0, row->unit_name, formats[0]);
  worksheet_write_number (sheet, at, 1, i + 1, formats[1]);
  worksheet_write_string (sheet, at, 2, row->enterprise_name, formats[2]);
  worksheet_write_string (sheet, at, 3, row->products, formats[3]);
  worksheet_write_number (sheet, at, 4, row->revenue_fen / 1e6,
                          row->revenue_fen % 1000000 == 0 ? formats[4] : decimal);
  worksheet_write_number (sheet, at, 5, row->headcount, formats[5]);
  worksheet_write_string (sheet, at, 6, row->contact, formats[6]);
  worksheet_write_string (sheet, at, 7, row->phone, formats[7]);
}

static void
bare_rows (lxw_workbook *workbook, lxw_worksheet *sheet, GPtrArray *rows)
{
  lxw_format *formats[2][N_COLUMNS];
  lxw_format *decimal[2];

  for (guint last = 0; last < 2; last++)
    {
      for (guint i = 0; i < N_COLUMNS; i++)
        formats[last][i] = looks[i].font != NULL
                             ? bare_cell_format (workbook, looks + i, i, FALSE, last)
                             : formats[last][i - 1];
      decimal[last] = bare_cell_format (workbook, &decimal_look, 4, FALSE, last);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      gboolean last = i + 1 == rows->len;

      bare_row (sheet, i, g_ptr_array_index (rows, i), formats[last], decimal[last]);
    }
}

static void
write_bare (Bench *bench)
{
  lxw_workbook_options options = { .constant_memory = TRUE, .tmpdir = bench->folder };
  lxw_workbook *workbook = workbook_new_opt (bench->bare, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "全市");

  bare_top (workbook, sheet);
  bare_rows (workbook, sheet, bench->table->rows);
  if (workbook_close (workbook) != LXW_NO_ERROR)
    g_error ("the yardstick could not be written");
}

/* ---- ours ---- */

static void
write_ours (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  XybNominationTable *tables[] = { bench->table };

  if (!xyb_export_nominations_xlsx (tables, 1, bench->ours, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static gboolean
see_last_row (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  return TRUE;
}

static void
read_back (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybWorkbook) workbook = xyb_workbook_open (bench->ours, &error);
  XybSheetTally tally = { 0, see_last_row, NULL };

  if (workbook == NULL || !xyb_workbook_tally_sheet (workbook, 0, &tally, NULL, &error))
    g_error ("%s", error->message);
  g_assert_cmpuint (tally.n_rows, ==, N_ROWS + 3);
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

  if (workbook == NULL
      || !xyb_workbook_read_sheet (workbook, 0, digest_row, sum, NULL, NULL, &error))
    g_error ("%s", error->message);
  return g_strdup (g_checksum_get_string (sum));
}

/* ---- measuring ---- */

static double
time_of (void (*job) (Bench *bench), Bench *bench)
{
  gint64 start = g_get_monotonic_time ();

  job (bench);
  return (g_get_monotonic_time () - start) / 1e6;
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

/* The median of the rounds' ratios: what a busy machine does to one round it does to both sides. */
static gboolean
report (const char *name,
        const double ours[N_ROUNDS],
        const double yardstick[N_ROUNDS],
        double limit)
{
  double ratios[N_ROUNDS], ours_copy[N_ROUNDS], yardstick_copy[N_ROUNDS];
  double ratio;

  memcpy (ours_copy, ours, sizeof ours_copy);
  memcpy (yardstick_copy, yardstick, sizeof yardstick_copy);
  for (guint i = 0; i < N_ROUNDS; i++)
    ratios[i] = ours[i] / yardstick[i];
  ratio = median (ratios);
  g_print ("%s: ratio %.3f (limit %.2f) ours %.3f s yardstick %.3f s\n", name, ratio, limit,
           median (ours_copy), median (yardstick_copy));
  return ratio <= limit;
}

int
main (void)
{
  Bench bench = { .folder = g_dir_make_tmp ("xyb-bench-XXXXXX", NULL), .table = make_table () };
  double whole[N_ROUNDS], writing[N_ROUNDS], bare[N_ROUNDS];
  gboolean ok;

  bench.ours = g_build_filename (bench.folder, "ours.xlsx", NULL);
  bench.bare = g_build_filename (bench.folder, "bare.xlsx", NULL);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      bare[i] = time_of (write_bare, &bench);
      whole[i] = time_of (write_ours, &bench);
      writing[i] = whole[i] - time_of (read_back, &bench);
    }
  g_autofree char *our_digest = digest (bench.ours);
  g_autofree char *bare_digest = digest (bench.bare);
  g_assert_cmpstr (our_digest, ==, bare_digest);
  ok = report ("export-write", writing, bare, LIMIT_WRITE);
  ok = report ("export-with-read-back", whole, bare, LIMIT_WHOLE) && ok;
  g_unlink (bench.ours);
  g_unlink (bench.bare);
  g_rmdir (bench.folder);
  xyb_nomination_table_free (bench.table);
  g_free (bench.folder);
  g_free (bench.ours);
  g_free (bench.bare);
  return ok ? 0 : 1;
}
