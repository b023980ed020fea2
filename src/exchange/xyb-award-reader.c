/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-reader.h"

#include "xyb-award-sheet.h"
#include "xyb-exchange-error.h"
#include "xyb-exchange-sentences.h"
#include "xyb-i18n.h"
#include "xyb-workbook-reader.h"

typedef struct
{
  XybAwardSheetReader *reader;
  GArray *cells;    /* of XybAwardCell */
  GPtrArray *texts; /* theirs */
  gboolean too_much;
} Reading;

/* What an error in a cell or a formula without a value stands for nobody knows: nothing is said. */
static gboolean
take_row (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  Reading *self = user_data;

  g_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->texts, 0);
  for (guint i = 0; i < n_cells; i++)
    {
      XybAwardCell cell = { cells[i].column, NULL };

      if (cells[i].kind != XYB_CELL_ERROR && cells[i].kind != XYB_CELL_EMPTY)
        {
          char *text = xyb_cell_dup_shown (&cells[i]);

          g_ptr_array_add (self->texts, text);
          cell.text = text;
        }
      g_array_append_val (self->cells, cell);
    }
  self->too_much = !xyb_award_sheet_reader_add (self->reader, row + 1, hidden,
                                                (const XybAwardCell *) self->cells->data, n_cells);
  return !self->too_much;
}

static void
fill_merged (XybAwardSheetReader *reader, const XybSheetSummary *summary)
{
  for (guint i = 0; i < summary->merged->len; i++)
    {
      const XybCellRange *range = &g_array_index (summary->merged, XybCellRange, i);

      xyb_award_sheet_reader_fill (reader, range->first_row + 1, range->last_row + 1,
                                   range->first_column, range->last_column);
    }
}

static gboolean
read_sheet (XybAwardRoll *list,
            XybAwardFile *file,
            XybWorkbook *workbook,
            guint index,
            GCancellable *cancellable,
            GError **error)
{
  const XybSheetInfo *info = xyb_workbook_get_sheet (workbook, index);
  /* The only sheet of a text is called as the file is. */
  gboolean named = !g_str_equal (xyb_workbook_get_format (workbook), "csv");
  g_autoptr (XybAwardSheetReader) reader
    = xyb_award_sheet_reader_new (list, file, named ? info->name : NULL,
                                  info->hidden || info->very_hidden);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (XybAwardCell));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (XybSheetSummary) summary = NULL;
  Reading reading = { reader, cells, texts, FALSE };

  if (!xyb_workbook_read_sheet (workbook, index, take_row, &reading, &summary, cancellable, error))
    return FALSE;
  if (reading.too_much)
    {
      g_propagate_error (error, xyb_sentence_limit (file->shown));
      return FALSE;
    }
  xyb_award_sheet_reader_end (reader);
  fill_merged (reader, summary);
  return TRUE;
}

static gboolean
read_file (XybAwardRoll *list, XybAwardFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (XybWorkbook) workbook = xyb_workbook_open (file->path, error);

  if (workbook == NULL)
    return FALSE;
  for (guint i = 0; i < xyb_workbook_get_n_sheets (workbook); i++)
    if (!read_sheet (list, file, workbook, i, cancellable, error))
      return FALSE;
  if (xyb_award_roll_has_table (list, file))
    return TRUE;
  g_set_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_FORMAT,
               _ ("「%s」里没有找到名单：表头里要有“企业名称”，请核对是不是这份表。"), file->shown);
  return FALSE;
}

/**
 * xyb_award_reader_read:
 * @list: the file and its rows are added
 * @path: a workbook of any format that can be read
 * @cancellable: (nullable): asked now and then
 *
 * A file that cannot be read is in the list, too, with the sentence why: XybAwardFile.error.
 * xyb_award_roll_update() next.
 */
void
xyb_award_reader_read (XybAwardRoll *list, const char *path, GCancellable *cancellable)
{
  g_autofree char *shown = g_filename_display_basename (path);
  XybAwardFile *file = xyb_award_roll_add_file (list, shown, path);
  g_autoptr (GError) error = NULL;

  if (!read_file (list, file, cancellable, &error))
    xyb_award_roll_fail_file (list, file, error->message);
}
