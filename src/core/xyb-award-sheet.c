/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-sheet-private.h"

#include "xyb-award-words.h"
#include "xyb-return-head.h"
#include "xyb-text.h"

/* Head, titles and what stands once for several rows. */

/* A cover or instructions may stand above the head. What stands there is kept until it is clear
 * whether there is one. */
#define MAX_ROWS_ABOVE 40

/* Rows that merged cells may speak for; a sheet made of nothing but merged cells is nobody's list.
 */
#define MAX_FILLED 1000000

/* ---- rows above the head ---- */

static void
kept_free (gpointer data)
{
  XybAwardKept *kept = data;

  g_free (kept->columns);
  g_strfreev (kept->texts);
  g_free (kept);
}

gboolean
xyb_award_cell_is_said (const XybAwardCell *cell)
{
  return cell->text != NULL && !xyb_text_is_blank (cell->text);
}

static void
keep (XybAwardSheetReader *self,
      guint row,
      gboolean hidden,
      const XybAwardCell *cells,
      guint n_cells)
{
  XybAwardKept *kept = g_new0 (XybAwardKept, 1);

  kept->row = row;
  kept->hidden = hidden;
  kept->n_cells = n_cells;
  kept->columns = g_new0 (guint, n_cells);
  kept->texts = g_new0 (char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    {
      kept->columns[i] = cells[i].column;
      kept->texts[i] = g_strdup (cells[i].text != NULL ? cells[i].text : "");
    }
  g_ptr_array_add (self->above, kept);
}

/* ---- the head ---- */

/* Takes the columns a row of heads names; how many of them. */
guint
xyb_award_match_head (const XybAwardCell *cells, guint n_cells, int columns[XYB_N_AWARD_COLUMNS])
{
  guint n = 0;

  for (guint i = 0; i < XYB_N_AWARD_COLUMNS; i++)
    columns[i] = -1;
  for (guint i = 0; i < n_cells; i++)
    {
      XybAwardColumn column = xyb_award_head_column (cells[i].text);

      if (column == XYB_AWARD_NO_COLUMN || columns[column] >= 0)
        continue;
      columns[column] = (int) cells[i].column;
      n++;
    }
  return n;
}

static gboolean
is_head (const XybAwardCell *cells, guint n_cells, int columns[XYB_N_AWARD_COLUMNS])
{
  guint n = xyb_award_match_head (cells, n_cells, columns);

  if (columns[XYB_AWARD_COLUMN_NAME] < 0)
    return FALSE;
  if (n >= 2)
    return TRUE;
  for (guint i = 0; i < n_cells; i++)
    if (xyb_award_head_is_name_alone (cells[i].text))
      return TRUE;
  return FALSE;
}

/* 贯标时间, 市级示范时间, 省级示范时间 side by side: a row speaks of several titles. */
static void
find_track_columns (XybAwardSheetReader *self, const XybAwardCell *cells, guint n_cells)
{
  XybAwardSheet *sheet = self->sheet;
  guint n = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      XybAwardColumn column = xyb_award_head_column (cells[i].text);
      XybTrack track = xyb_award_track_in (cells[i].text, NULL);

      if ((column != XYB_AWARD_COLUMN_YEAR && column != XYB_AWARD_COLUMN_DAY) || track == 0
          || sheet->track_columns[track - 1] >= 0)
        continue;
      sheet->track_columns[track - 1] = (int) cells[i].column;
      self->head_track = track;
      n++;
    }
  if (n >= 2)
    return;
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    sheet->track_columns[i] = -1;
}

static gboolean
is_read (const XybAwardSheet *sheet, guint column)
{
  for (guint i = 0; i < XYB_N_AWARD_COLUMNS; i++)
    if (sheet->columns[i] == (int) column)
      return TRUE;
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    if (sheet->track_columns[i] == (int) column)
      return TRUE;
  return FALSE;
}

static void
take_head (XybAwardSheetReader *self, guint row, const XybAwardCell *cells, guint n_cells)
{
  self->sheet->header_row = row;
  find_track_columns (self, cells, n_cells);
  for (guint i = 0; i < n_cells; i++)
    if (xyb_award_cell_is_said (&cells[i]) && !is_read (self->sheet, cells[i].column))
      g_ptr_array_add (self->sheet->extra, xyb_text_clean (cells[i].text));
    else if ((int) cells[i].column == self->sheet->columns[XYB_AWARD_COLUMN_TRACK])
      self->track_head = xyb_text_clean (cells[i].text);
}

/* ---- what titles say ---- */

static gint64
district_in (XybAwardSheetReader *self, const char *text)
{
  const XybUnit *unit = xyb_return_guess_district (self->list->districts, text);

  return unit != NULL ? unit->id : 0;
}

/* The first place that speaks of a year decides, be it that it cannot be told which: what is less
 * near says nothing better. */
static void
take_title (XybAwardSheetReader *self,
            const char *text,
            gboolean *year_known,
            gboolean *track_known)
{
  int year = xyb_award_year_in (text);
  gboolean several;
  XybTrack track = xyb_award_track_in (text, &several);

  if (!*year_known && year != 0)
    {
      self->base_year = MAX (year, 0);
      *year_known = TRUE;
    }
  if (!*track_known && (track != 0 || several))
    {
      self->base_track = track;
      *track_known = TRUE;
    }
}

static void
take_titles (XybAwardSheetReader *self)
{
  gboolean year_known = FALSE;
  gboolean track_known = FALSE;

  for (guint i = 0; i < self->above->len; i++)
    {
      const XybAwardKept *kept = self->above->pdata[i];

      for (guint j = 0; j < kept->n_cells; j++)
        {
          char *key = xyb_text_key (kept->texts[j]);

          take_title (self, kept->texts[j], &year_known, &track_known);
          if (*key != '\0')
            g_hash_table_add (self->titles, key);
          else
            g_free (key);
        }
    }
  take_title (self, self->sheet->name, &year_known, &track_known);
  take_title (self, self->sheet->file->shown, &year_known, &track_known);
  self->base_unit = district_in (self, self->sheet->name);
  self->year = self->base_year;
  self->track = self->base_track;
  self->unit = self->base_unit;
}

gboolean
xyb_award_sheet_is_wide (const XybAwardSheet *sheet)
{
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    if (sheet->track_columns[i] >= 0)
      return TRUE;
  return FALSE;
}

/* ---- the reader ---- */

/**
 * xyb_award_sheet_reader_new:
 * @list: takes the rows; must outlive the reader
 * @file: of @list
 * @name: (nullable): of the sheet
 *
 * Returns: (transfer full): a reader at the first row of a sheet
 */
XybAwardSheetReader *
xyb_award_sheet_reader_new (XybAwardRoll *list,
                            XybAwardFile *file,
                            const char *name,
                            gboolean hidden)
{
  XybAwardSheetReader *self = g_new0 (XybAwardSheetReader, 1);

  self->list = list;
  self->sheet = xyb_award_roll_add_sheet (list, file, name, hidden);
  self->first_row = list->rows->len;
  self->above = g_ptr_array_new_with_free_func (kept_free);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
xyb_award_sheet_reader_free (XybAwardSheetReader *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->above);
  g_hash_table_unref (self->titles);
  g_free (self->track_head);
  g_free (self);
}

/**
 * xyb_award_sheet_reader_add:
 * @row: the spreadsheet's own number, from 1; rising
 * @cells: (array length=n_cells): of the row, by column
 *
 * Returns: %FALSE where there are more rows than any list has: then it is none
 */
gboolean
xyb_award_sheet_reader_add (XybAwardSheetReader *self,
                            guint row,
                            gboolean hidden,
                            const XybAwardCell *cells,
                            guint n_cells)
{
  if (self->sheet->header_row != 0)
    xyb_award_sheet_read_row (self, row, hidden, cells, n_cells);
  else if (self->above->len <= MAX_ROWS_ABOVE && is_head (cells, n_cells, self->sheet->columns))
    {
      take_titles (self);
      take_head (self, row, cells, n_cells);
    }
  else
    keep (self, row, hidden, cells, MIN (n_cells, XYB_AWARD_MAX_COLUMNS));
  return self->list->rows->len <= XYB_AWARD_MAX_ROWS && self->above->len <= XYB_AWARD_MAX_ROWS;
}

/* The first of the sheet's rows that is not above @number; they rise. */
static guint
find_row (XybAwardSheetReader *self, guint number)
{
  guint low = self->first_row;
  guint high = self->list->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((XybAwardRow *) self->list->rows->pdata[middle])->row < number)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
fill_column (XybAwardSheetReader *self, guint first_row, guint last_row, XybAwardColumn column)
{
  const char *text = NULL;

  for (guint i = find_row (self, first_row); i < self->list->rows->len; i++)
    {
      XybAwardRow *row = self->list->rows->pdata[i];

      if (row->row > last_row || self->n_filled++ > MAX_FILLED)
        return;
      if (row->row == first_row)
        text = row->raw[column];
      else if (text != NULL && row->raw[column] == NULL)
        row->raw[column] = g_strdup (text);
    }
}

/**
 * xyb_award_sheet_reader_fill:
 * @first_row: of merged cells, from 1
 * @last_row: of them
 * @first_column: of them, from 0
 * @last_column: of them
 *
 * A year, a level or a day that stands once for several rows is that of all of them.
 */
void
xyb_award_sheet_reader_fill (XybAwardSheetReader *self,
                             guint first_row,
                             guint last_row,
                             guint first_column,
                             guint last_column)
{
  static const XybAwardColumn filled[]
    = { XYB_AWARD_COLUMN_DISTRICT, XYB_AWARD_COLUMN_YEAR, XYB_AWARD_COLUMN_DAY,
        XYB_AWARD_COLUMN_TRACK, XYB_AWARD_COLUMN_NUMBER };

  if (first_row == last_row || xyb_award_sheet_is_wide (self->sheet))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    {
      int column = self->sheet->columns[filled[i]];

      if (column >= (int) first_column && column <= (int) last_column)
        fill_column (self, first_row, last_row, filled[i]);
    }
}

/* ---- the end of a sheet ---- */

static void
read_kept (XybAwardSheetReader *self)
{
  for (guint i = 0; i < self->above->len; i++)
    {
      const XybAwardKept *kept = self->above->pdata[i];
      g_autofree XybAwardCell *cells = g_new0 (XybAwardCell, MAX (kept->n_cells, 1));

      for (guint j = 0; j < kept->n_cells; j++)
        cells[j] = (XybAwardCell){ kept->columns[j], kept->texts[j] };
      xyb_award_sheet_read_row (self, kept->row, kept->hidden, cells, kept->n_cells);
    }
}

/* 类别 may be that of the trade: where no cell of the column speaks of a level, it is another
 * column, and said to be. */
static void
check_track_column (XybAwardSheetReader *self)
{
  gboolean said = FALSE;

  if (self->sheet->columns[XYB_AWARD_COLUMN_TRACK] < 0)
    return;
  for (guint i = self->first_row; i < self->list->rows->len; i++)
    {
      const char *text = ((XybAwardRow *) self->list->rows->pdata[i])->raw[XYB_AWARD_COLUMN_TRACK];

      said = said || !xyb_text_is_placeholder (text);
      if (xyb_award_track_in (text, NULL) != 0)
        return;
    }
  for (guint i = self->first_row; i < self->list->rows->len; i++)
    g_clear_pointer (&((XybAwardRow *) self->list->rows->pdata[i])->raw[XYB_AWARD_COLUMN_TRACK],
                     g_free);
  self->sheet->columns[XYB_AWARD_COLUMN_TRACK] = -1;
  if (said && self->track_head != NULL)
    g_ptr_array_add (self->sheet->extra, g_steal_pointer (&self->track_head));
}

/**
 * xyb_award_sheet_reader_end:
 *
 * The sheet has no more rows.
 */
void
xyb_award_sheet_reader_end (XybAwardSheetReader *self)
{
  g_autoptr (GPtrArray) above = NULL;

  if (self->sheet->header_row != 0)
    {
      check_track_column (self);
      return;
    }
  for (guint i = 0; i < XYB_N_AWARD_COLUMNS; i++)
    self->sheet->columns[i] = -1;
  if (self->above->len == 0 || !xyb_award_sheet_guess_columns (self))
    return;
  self->sheet->guessed = TRUE;
  self->sheet->header_row = 1;
  /* The rows are no titles. */
  above = g_steal_pointer (&self->above);
  self->above = g_ptr_array_new_with_free_func (kept_free);
  take_titles (self);
  g_ptr_array_unref (self->above);
  self->above = g_steal_pointer (&above);
  read_kept (self);
}
