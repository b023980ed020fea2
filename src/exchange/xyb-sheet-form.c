/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-form.h"

#include <math.h>
#include <string.h>

#include "xyb-sheet-text.h"
#include "xyb-sheet-writer-private.h"

/* Each is compared with all before it; libxlsxwriter counts them in sixteen bits. */
#define MAX_MERGED 20000

#define COMMENT_FONT "宋体"
#define COMMENT_SIZE 9
#define COMMENT_WIDTH 220 /* pixels */
#define COMMENT_LINE 16
#define COMMENT_EMS 17.0 /* a line of it holds */

/* ---- while somebody types ---- */

static void
set_kind (lxw_data_validation *validation, const XybSheetRule *rule)
{
  static const guint8 kinds[] = {
    [XYB_SHEET_RULE_ANY] = LXW_VALIDATION_TYPE_ANY,
    [XYB_SHEET_RULE_WHOLE] = LXW_VALIDATION_TYPE_INTEGER,
    [XYB_SHEET_RULE_NUMBER] = LXW_VALIDATION_TYPE_DECIMAL,
    [XYB_SHEET_RULE_LENGTH] = LXW_VALIDATION_TYPE_LENGTH,
    [XYB_SHEET_RULE_LIST] = LXW_VALIDATION_TYPE_LIST_FORMULA,
  };

  validation->validate = kinds[rule->kind];
  if (rule->kind == XYB_SHEET_RULE_ANY || rule->kind == XYB_SHEET_RULE_LIST)
    return;
  validation->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  validation->minimum_number = rule->least;
  validation->maximum_number = rule->most;
}

/**
 * xyb_sheet_writer_rule:
 * @cells: of the sheet being written; the rows may still come
 * @rule: what may be typed into them
 * @error: %XYB_EXCHANGE_ERROR
 *
 * A cell left blank is never refused.
 */
gboolean
xyb_sheet_writer_rule (XybSheetWriter *self,
                       const XybCellRange *cells,
                       const XybSheetRule *rule,
                       GError **error)
{
  g_autofree char *formula = rule->list != NULL ? g_strconcat ("=", rule->list, NULL) : NULL;
  lxw_data_validation validation = {
    .ignore_blank = LXW_VALIDATION_ON,
    .show_input = LXW_VALIDATION_ON,
    .show_error = rule->refusal != NULL ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF,
    .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
    .dropdown = LXW_VALIDATION_ON,
    .value_formula = formula,
    .input_title = (char *) rule->title,
    .input_message = (char *) rule->prompt,
    .error_title = rule->refusal != NULL ? (char *) rule->title : NULL,
    .error_message = (char *) rule->refusal,
  };

  set_kind (&validation, rule);
  return xyb_sheet_writer_check_written (
    self,
    worksheet_data_validation_range (self->sheet, cells->first_row, cells->first_column,
                                     cells->last_row, cells->last_column, &validation),
    error);
}

/**
 * xyb_sheet_writer_name_range:
 * @name: a word that is no address
 * @cells: of the sheet being written
 * @error: %XYB_EXCHANGE_ERROR
 *
 * A list for %XYB_SHEET_RULE_LIST: a list written into the rule itself ends at 255 characters and
 * breaks at commas, and a sheet named in a rule is not understood everywhere.
 */
gboolean
xyb_sheet_writer_name_range (XybSheetWriter *self,
                             const char *name,
                             const XybCellRange *cells,
                             GError **error)
{
  g_auto (GStrv) parts = g_strsplit (self->sheet->name, "'", -1);
  g_autofree char *sheet = g_strjoinv ("''", parts);
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_range_abs (range, cells->first_row, cells->first_column, cells->last_row,
                           cells->last_column);
  formula = g_strdup_printf ("='%s'!%s", sheet, range);
  return xyb_sheet_writer_check_written (self, workbook_define_name (self->workbook, name, formula),
                                         error);
}

/**
 * xyb_sheet_writer_fill_column:
 * @column: from 0
 * @format: of all its cells that are not written
 */
void
xyb_sheet_writer_fill_column (XybSheetWriter *self, guint column, XybSheetFormat *format)
{
  worksheet_set_column_pixels (self->sheet, column, column, self->pixels[column], format);
}

/**
 * xyb_sheet_writer_freeze:
 * @n_columns: that stay, too
 *
 * The rows begun so far stay in sight.
 */
void
xyb_sheet_writer_freeze (XybSheetWriter *self, guint n_columns)
{
  worksheet_freeze_panes (self->sheet, self->row + 1, n_columns);
}

/**
 * xyb_sheet_writer_protect:
 *
 * Only unlocked cells can be changed. Without a password: it keeps from slips, not from people.
 * Columns can be widened, rows put in and sorted.
 */
void
xyb_sheet_writer_protect (XybSheetWriter *self)
{
  lxw_protection options = {
    .format_cells = LXW_TRUE,
    .format_columns = LXW_TRUE,
    .format_rows = LXW_TRUE,
    .insert_rows = LXW_TRUE,
    .sort = LXW_TRUE,
  };

  worksheet_protect (self->sheet, NULL, &options);
}

/* ---- the shape of a sheet ---- */

/**
 * xyb_sheet_writer_skip_rows:
 * @n: rows that hold nothing, below the one being written
 */
void
xyb_sheet_writer_skip_rows (XybSheetWriter *self, guint n)
{
  self->row += n;
}

void
xyb_sheet_writer_hide_column (XybSheetWriter *self, guint column)
{
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };

  worksheet_set_column_pixels_opt (self->sheet, column, column, self->pixels[column], NULL,
                                   &hidden);
}

/**
 * xyb_sheet_writer_hide_row:
 * @height: in points
 *
 * The row being written is there, and not seen.
 */
void
xyb_sheet_writer_hide_row (XybSheetWriter *self, double height)
{
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };

  worksheet_set_row_opt (self->sheet, self->row, height, NULL, &hidden);
}

/**
 * xyb_sheet_writer_hide_sheet:
 *
 * For the sheet being written. The first one that is not hidden is shown when the file is opened;
 * a workbook must have one.
 */
void
xyb_sheet_writer_hide_sheet (XybSheetWriter *self)
{
  worksheet_hide (self->sheet);
}

/**
 * xyb_sheet_writer_show_sheet:
 *
 * The sheet being written is the one in front when the file is opened.
 */
void
xyb_sheet_writer_show_sheet (XybSheetWriter *self)
{
  worksheet_activate (self->sheet);
  worksheet_set_first_sheet (self->sheet);
}

static gboolean
overlaps (const lxw_merged_range *one, const XybCellRange *other)
{
  return one->first_row <= other->last_row && one->last_row >= other->first_row
         && one->first_col <= other->last_column && one->last_col >= other->first_column;
}

/**
 * xyb_sheet_writer_merge:
 * @cells: of the sheet being written
 *
 * Merges cells whatever has been written, also while streaming, which worksheet_merge_range() does
 * not. Ranges that overlap are left out, because Excel calls such a file damaged, and so are those
 * past %MAX_MERGED.
 */
void
xyb_sheet_writer_merge (XybSheetWriter *self, const XybCellRange *cells)
{
  lxw_merged_range *range;

  if ((cells->first_row == cells->last_row && cells->first_column == cells->last_column)
      || self->sheet->merged_range_count == MAX_MERGED)
    return;
  STAILQ_FOREACH (range, self->sheet->merged_ranges, list_pointers)
  {
    if (overlaps (range, cells))
      return;
  }
  range = calloc (1, sizeof *range); /* freed by libxlsxwriter */
  if (range == NULL)
    return;
  range->first_row = cells->first_row;
  range->last_row = cells->last_row;
  range->first_col = cells->first_column;
  range->last_col = cells->last_column;
  STAILQ_INSERT_TAIL (self->sheet->merged_ranges, range, list_pointers);
  self->sheet->merged_range_count++;
}

/* ---- comments ---- */

/**
 * xyb_sheet_writer_comment:
 * @column: from 0, in the row being written
 * @text: of the comment; nobody's name stands in it
 * @error: %XYB_EXCHANGE_ERROR
 *
 * The comment is as high as its text needs.
 */
gboolean
xyb_sheet_writer_comment (XybSheetWriter *self, guint column, const char *text, GError **error)
{
  const char *clean = xyb_sheet_text_clean (text, self->scratch);
  guint lines = xyb_sheet_text_lines (clean, COMMENT_EMS) + 1;
  lxw_comment_options options = {
    .width = COMMENT_WIDTH,
    .height = lines * COMMENT_LINE,
    .font_name = (char *) COMMENT_FONT,
    .font_size = COMMENT_SIZE,
    .color = 0xffffe1,
  };

  return xyb_sheet_writer_check_written (
    self, worksheet_write_comment_opt (self->sheet, self->row, column, clean, &options), error);
}
