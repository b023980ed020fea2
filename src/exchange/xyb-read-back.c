/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-read-back.h"

#include <math.h>
#include <string.h>

#include "xyb-exchange-error.h"
#include "xyb-i18n.h"
#include "xyb-workbook-backend.h"
#include "xyb-xlsx-strings.h"

/* libxlsxwriter writes sixteen digits of a double. */
#define TOLERANCE 1e-14

typedef struct
{
  guint column;
  gssize text; /* offset into texts, or -1 for a number */
  double number;
} NotedCell;

typedef struct
{
  char *name;
  guint n_rows;
  guint last_row;
  GArray *cells; /* of NotedCell: the last row's */
  GString *texts;
} NotedSheet;

struct _XybReadBack
{
  GPtrArray *sheets; /* of NotedSheet */
  NotedSheet *sheet; /* being written; in sheets */
};

typedef struct
{
  const NotedSheet *noted;
  gboolean same;
} Comparison;

static void
noted_sheet_free (gpointer data)
{
  NotedSheet *sheet = data;

  g_free (sheet->name);
  g_array_unref (sheet->cells);
  g_string_free (sheet->texts, TRUE);
  g_free (sheet);
}

XybReadBack *
xyb_read_back_new (void)
{
  XybReadBack *self = g_new0 (XybReadBack, 1);

  self->sheets = g_ptr_array_new_with_free_func (noted_sheet_free);
  return self;
}

void
xyb_read_back_free (XybReadBack *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

void
xyb_read_back_note_sheet (XybReadBack *self, const char *name)
{
  self->sheet = g_new0 (NotedSheet, 1);
  self->sheet->name = g_strdup (name);
  self->sheet->last_row = G_MAXUINT;
  self->sheet->cells = g_array_new (FALSE, FALSE, sizeof (NotedCell));
  self->sheet->texts = g_string_new (NULL);
  g_ptr_array_add (self->sheets, self->sheet);
}

/**
 * xyb_read_back_note_row:
 * @row: from 0, rising; called before each cell that holds something
 */
void
xyb_read_back_note_row (XybReadBack *self, guint row)
{
  NotedSheet *sheet = self->sheet;

  if (row == sheet->last_row)
    return;
  sheet->last_row = row;
  sheet->n_rows++;
  g_array_set_size (sheet->cells, 0);
  g_string_truncate (sheet->texts, 0);
}

void
xyb_read_back_note_text (XybReadBack *self, guint column, const char *text)
{
  GString *texts = self->sheet->texts;
  NotedCell cell = { column, texts->len, 0 };

  g_string_append (texts, text);
  /* As the reader will give it. */
  g_string_set_size (texts,
                     cell.text
                       + xyb_xlsx_text_unescape (texts->str + cell.text, texts->len - cell.text));
  g_string_append_c (texts, '\0');
  g_array_append_val (self->sheet->cells, cell);
}

void
xyb_read_back_note_number (XybReadBack *self, guint column, double number)
{
  NotedCell cell = { column, -1, number };

  g_array_append_val (self->sheet->cells, cell);
}

static gboolean
same_cell (const NotedSheet *sheet, const NotedCell *noted, const XybCell *cell)
{
  if (noted->column != cell->column)
    return FALSE;
  if (noted->text >= 0)
    return cell->kind == XYB_CELL_TEXT && g_str_equal (sheet->texts->str + noted->text, cell->text);
  return cell->kind == XYB_CELL_NUMBER
         && fabs (cell->number - noted->number) <= TOLERANCE * fabs (noted->number);
}

/* Rows are written by column in no order; they are read in rising order. */
static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const NotedCell *first = a;
  const NotedCell *second = b;

  return (first->column > second->column) - (first->column < second->column);
}

static gboolean
compare_last_row (guint row,
                  gboolean hidden,
                  const XybCell *cells,
                  guint n_cells,
                  gpointer user_data)
{
  Comparison *comparison = user_data;
  const NotedSheet *noted = comparison->noted;

  comparison->same = row == noted->last_row && n_cells == noted->cells->len;
  for (guint i = 0; i < n_cells && comparison->same; i++)
    comparison->same = same_cell (noted, &g_array_index (noted->cells, NotedCell, i), cells + i);
  return FALSE;
}

static void
set_mismatch (GError **error, const char *target, const char *what)
{
  g_autofree char *base = g_path_get_basename (target);
  g_autofree char *shown = g_filename_display_name (base);

  g_set_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_READ_BACK,
               _ ("「%s」写出后核对不符：%s；原来的文件没有改动，可能是磁盘已满，"
                  "请清理磁盘或换一个位置再导出。"),
               shown, what);
}

static gboolean
check_sheet (const NotedSheet *noted,
             XybWorkbook *workbook,
             guint index,
             const char *target,
             GCancellable *cancellable,
             GError **error)
{
  Comparison comparison = { noted, noted->n_rows == 0 };
  XybSheetTally tally = { 0, compare_last_row, &comparison };
  g_autofree char *what = NULL;

  if (!g_str_equal (xyb_workbook_get_sheet (workbook, index)->name, noted->name))
    {
      what = g_strdup_printf (_ ("缺少工作表「%s」"), noted->name);
      set_mismatch (error, target, what);
      return FALSE;
    }
  if (!xyb_workbook_tally_sheet (workbook, index, &tally, cancellable, error))
    return FALSE;
  if (tally.n_rows == noted->n_rows && comparison.same)
    return TRUE;
  what = tally.n_rows != noted->n_rows
           ? g_strdup_printf (_ ("工作表「%s」应有 %u 行，实有 %u 行"), noted->name, noted->n_rows,
                              tally.n_rows)
           : g_strdup_printf (_ ("工作表「%s」的最后一行内容不对"), noted->name);
  set_mismatch (error, target, what);
  return FALSE;
}

static gboolean
check_workbook (XybReadBack *self,
                const char *path,
                const char *target,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (XybWorkbook) workbook = xyb_workbook_open (path, error);

  if (workbook == NULL)
    return FALSE;
  if (xyb_workbook_get_n_sheets (workbook) != self->sheets->len)
    {
      set_mismatch (error, target, _ ("工作表的数目不对"));
      return FALSE;
    }
  for (guint i = 0; i < self->sheets->len; i++)
    if (!check_sheet (g_ptr_array_index (self->sheets, i), workbook, i, target, cancellable, error))
      return FALSE;
  return TRUE;
}

/**
 * xyb_read_back_check:
 * @path: the file as it lies on the disk
 * @target: the file it is going to be, for the sentence
 * @error: %XYB_EXCHANGE_ERROR_READ_BACK, or %XYB_EXCHANGE_ERROR_CANCELLED
 *
 * Reads @path with the program's own reader: number and names of the sheets, the number of rows of
 * each, its last row cell by cell.
 *
 * Returns: whether all is as noted
 */
gboolean
xyb_read_back_check (XybReadBack *self,
                     const char *path,
                     const char *target,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GError) reading = NULL;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      NotedSheet *sheet = g_ptr_array_index (self->sheets, i);

      g_array_sort (sheet->cells, compare_columns);
    }
  if (check_workbook (self, path, target, cancellable, &reading))
    return TRUE;
  if (g_error_matches (reading, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_READ_BACK)
      || g_error_matches (reading, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reading));
  else
    set_mismatch (error, target, _ ("文件不完整，读不回来"));
  return FALSE;
}
