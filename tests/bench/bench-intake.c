/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "xyb-decision-store.h"
#include "xyb-intake-store.h"
#include "xyb-nomination-store.h"
#include "xyb-office-store.h"
#include "xyb-return-match.h"
#include "xyb-return-reader.h"
#include "xyb-unit-store.h"
#include "xyb-workbook-reader.h"

/* A returned 附件2 of 100,000 rows in seven columns of Chinese text: read, and taken all the way
 * into an office. Yardsticks: openpyxl read-only; openpyxl and sqlite3 doing nothing but parse and
 * insert; xlrd on a workbook of Excel 97 with 60,000 rows. Every run is a process of its own, so
 * that its peak memory is its own; seconds are those of the work, without the start of the program.
 */

#define N_ROWS 100000
#define N_OLD_ROWS 60000
#define N_KNOWN 10000 /* enterprises of the register before */
#define N_ROUNDS 3
#define YEAR 2020
#define ZHOUSHI 106

static const char *self_path;
static const char *yardstick_path;

static void
must (gboolean ok, const GError *error)
{
  if (!ok)
    g_error ("%s", error != NULL ? error->message : "failed");
}

/* ---- the file ---- */

static const char *const trades[] = { "精密机械", "模具", "电路板", "检测技术", "冷链物流" };

static void
make_row (lxw_worksheet *sheet, guint i)
{
  const char *trade = trades[i % G_N_ELEMENTS (trades)];
  char text[7][80];

  g_snprintf (text[0], sizeof text[0], "%u", i + 1);
  g_snprintf (text[1], sizeof text[1], "昆山示例%s%u有限公司", trade, i + 1);
  g_snprintf (text[2], sizeof text[2], "%s零部件第%u系列", trade, i % 997);
  g_snprintf (text[3], sizeof text[3], "%u万元", 2000 + i % 9973);
  g_snprintf (text[4], sizeof text[4], "%u人", 60 + i % 300);
  g_snprintf (text[5], sizeof text[5], "张示例%s", trades[(i / 5) % 5]);
  g_snprintf (text[6], sizeof text[6], "0512-5%07u", i % 9999991);
  for (guint column = 0; column < 7; column++)
    worksheet_write_string (sheet, i + 4, column, text[column], NULL);
}

static int
make (const char *path)
{
  static const char *const heads[]
    = { "序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话" };
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Sheet1");

  worksheet_write_string (sheet, 0, 0, "附件2", NULL);
  worksheet_write_string (sheet, 1, 0, "2020年昆山市信用管理贯标企业汇总表", NULL);
  worksheet_write_string (sheet, 2, 0, "区镇：周市镇", NULL);
  worksheet_write_string (sheet, 2, 3, "业务负责人：王示例", NULL);
  worksheet_write_string (sheet, 2, 5, "联系方式：0512-57000001", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    worksheet_write_string (sheet, 3, i, heads[i], NULL);
  for (guint i = 0; i < N_ROWS; i++)
    make_row (sheet, i);
  return workbook_close (workbook) == LXW_NO_ERROR ? 0 : 1;
}

/* ---- what is measured ---- */

static gint64 started;

static void
start (void)
{
  started = g_get_monotonic_time ();
}

static int
stop (void)
{
  g_print ("%.6f\n", (double) (g_get_monotonic_time () - started) / 1e6);
  return 0;
}

static gboolean
count_cells (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer n)
{
  for (guint i = 0; i < n_cells; i++)
    *(guint *) n += cells[i].text != NULL;
  return TRUE;
}

static int
parse (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybWorkbook) workbook = NULL;
  guint n = 0;

  start ();
  workbook = xyb_workbook_open (path, &error);
  must (workbook != NULL
          && xyb_workbook_read_sheet (workbook, 0, count_cells, &n, NULL, NULL, &error),
        error);
  must (n >= 7 * N_OLD_ROWS, NULL);
  return stop ();
}

static XybReturn *
read_return (XybStore *store, const char *path, GError **error)
{
  g_autoptr (GPtrArray) districts = xyb_unit_store_list (store, XYB_UNIT_KIND_DISTRICT, error);
  g_autoptr (GHashTable) heads = districts != NULL ? xyb_head_store_list (store, error) : NULL;
  g_autoptr (XybReturn) taken = NULL;
  XybReturnOptions options
    = { .districts = districts, .remembered = heads, .usual = XYB_MONEY_UNIT_WAN };

  if (heads == NULL)
    return NULL;
  taken = xyb_return_read (path, &options, NULL, error);
  if (taken == NULL || !xyb_return_match (store, taken, YEAR, error)
      || !xyb_decision_store_recall (store, taken, YEAR, error))
    return NULL;
  return g_steal_pointer (&taken);
}

/* Recognise, normalise, match, write with origin. */
static int
take (const char *path, const char *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_store_open (office, XYB_STORE_OPEN_DEFAULT, &error);
  g_autoptr (XybIntake) intake = xyb_intake_new (YEAR);
  g_autoptr (GPtrArray) before = NULL;
  XybIntakeFile *file = xyb_intake_add_path (intake, path);
  XybIntakeReport report;
  XybReturn *taken;

  must (store != NULL, error);
  start ();
  taken = read_return (store, path, &error);
  must (taken != NULL, error);
  xyb_intake_set_read (file, taken);
  before = xyb_nomination_store_list (store, YEAR, taken->district_id, &error);
  must (before != NULL, error);
  xyb_intake_set_before (file, before);
  xyb_intake_check (intake);
  must (xyb_intake_store_import (store, intake, NULL, NULL, NULL, &report, &error), error);
  if (report.added != N_ROWS)
    g_error ("%u rows of %u taken, %u open", report.added, N_ROWS, report.open);
  return stop ();
}

/* Some of the firms of the file are known already. */
static int
make_office (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_office_store_create (path, NULL, &error);

  must (store != NULL, error);
  must (xyb_office_store_fill_demo (store, YEAR - 1, N_KNOWN, TRUE, NULL, NULL, &error), error);
  return 0;
}

/* ---- running ---- */

typedef struct
{
  double seconds;
  double megabytes; /* peak */
} Run;

static Run
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  char output[64] = { 0 };
  GPid pid;
  int out, status;
  Run result;

  if (!g_spawn_async_with_pipes (NULL, (char **) arguments, NULL,
                                 G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH, NULL, NULL, &pid,
                                 NULL, &out, NULL, &error))
    g_error ("%s", error->message);
  for (gsize length = 0; length + 1 < sizeof output;)
    {
      gssize n = read (out, output + length, sizeof output - 1 - length);

      if (n <= 0)
        break;
      length += n;
    }
  close (out);
  if (wait4 (pid, &status, 0, &usage) != pid || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("%s %s failed", arguments[0], arguments[1]);
  result.seconds = g_ascii_strtod (output, NULL);
  result.megabytes = usage.ru_maxrss / 1024.0;
  return result;
}

static Run
ours (const char *job, const char *path, const char *office)
{
  const char *arguments[] = { self_path, job, path, office, NULL };

  return run (arguments);
}

static Run
yardstick (const char *job, const char *path, const char *database)
{
  const char *arguments[] = { "/usr/bin/python3", yardstick_path, job, path, database, NULL };

  return run (arguments);
}

static int
compare_runs (const void *a, const void *b)
{
  double first = ((const Run *) a)->seconds;
  double second = ((const Run *) b)->seconds;

  return (first > second) - (first < second);
}

static Run
median (Run runs[N_ROUNDS])
{
  qsort (runs, N_ROUNDS, sizeof runs[0], compare_runs);
  return runs[N_ROUNDS / 2];
}

static gboolean
report_seconds (const char *name, Run mine, Run theirs, double limit)
{
  double ratio = mine.seconds / theirs.seconds;

  g_print ("%s: ratio %.3f (limit %.2f), ours %.3f s, yardstick %.3f s%s\n", name, ratio, limit,
           mine.seconds, theirs.seconds, ratio <= limit ? "" : " FAIL");
  return ratio <= limit;
}

/* @limit 0: for the record. */
static gboolean
report_memory (const char *name, Run mine, Run theirs, double limit)
{
  double ratio = mine.megabytes / theirs.megabytes;
  gboolean ok = limit == 0 || ratio <= limit;

  g_print ("%s: ratio %.3f (", name, ratio);
  if (limit > 0)
    g_print ("limit %.2f", limit);
  else
    g_print ("no limit");
  g_print ("), ours %.1f MiB, yardstick %.1f MiB%s\n", mine.megabytes, theirs.megabytes,
           ok ? "" : " FAIL");
  return ok;
}

static void
remove_office (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", ".lock" };
  g_autofree char *attachments = g_strconcat (path, ".attachments", NULL);
  g_autoptr (GDir) dir = g_dir_open (attachments, 0, NULL);
  const char *name;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (attachments, name, NULL);

      g_unlink (file);
    }
  g_rmdir (attachments);
}

/* ---- the figures ---- */

static gboolean
measure_xlsx (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "附件2 周市镇.xlsx", NULL);
  g_autofree char *office = g_build_filename (folder, "office.xyb", NULL);
  g_autofree char *database = g_build_filename (folder, "plain.db", NULL);
  Run parsed[N_ROUNDS], plainly[N_ROUNDS], taken[N_ROUNDS], inserted[N_ROUNDS];
  gboolean ok;

  ours ("make", path, NULL);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      ours ("make-office", office, NULL);
      plainly[i] = yardstick ("xlsx-parse", path, NULL);
      parsed[i] = ours ("parse", path, NULL);
      inserted[i] = yardstick ("xlsx-insert", path, database);
      taken[i] = ours ("take", path, office);
      remove_office (office);
      g_unlink (database);
    }
  g_unlink (path);
  ok = report_seconds ("parse-100000", median (parsed), median (plainly), 0.12);
  ok = report_memory ("parse-100000-memory", median (parsed), median (plainly), 0.40) && ok;
  ok = report_seconds ("intake-100000", median (taken), median (inserted), 0.30) && ok;
  return report_memory ("intake-100000-memory", median (taken), median (inserted), 0) && ok;
}

static gboolean
measure_xls (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "附件2.xls", NULL);
  Run parsed[N_ROUNDS], plainly[N_ROUNDS];

  if (yardstick ("have-xlrd", path, NULL).seconds == 0)
    {
      g_print ("parse-xls-60000: SKIP python3-xlrd or python3-xlwt is not installed\n");
      return TRUE;
    }
  yardstick ("xls-make", path, NULL);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      plainly[i] = yardstick ("xls-parse", path, NULL);
      parsed[i] = ours ("parse", path, NULL);
    }
  g_unlink (path);
  return report_seconds ("parse-xls-60000", median (parsed), median (plainly), 0.30);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  gboolean ok;

  setlocale (LC_ALL, "");
  self_path = argv[0];
  if (argc > 2 && g_str_equal (argv[1], "make"))
    return make (argv[2]);
  if (argc > 2 && g_str_equal (argv[1], "make-office"))
    return make_office (argv[2]);
  if (argc > 2 && g_str_equal (argv[1], "parse"))
    return parse (argv[2]);
  if (argc > 3 && g_str_equal (argv[1], "take"))
    return take (argv[2], argv[3]);
  if (argc != 2)
    g_error ("usage: bench-intake YARDSTICK.py");
  yardstick_path = argv[1];
  folder = g_dir_make_tmp ("xyb-bench-XXXXXX", NULL);
  ok = measure_xlsx (folder);
  ok = measure_xls (folder) && ok;
  g_rmdir (folder);
  return ok ? 0 : 1;
}
