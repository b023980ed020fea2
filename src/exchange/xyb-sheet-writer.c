/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-writer.h"

#include <errno.h>
#include <string.h>
#include <sys/statvfs.h>

#include "xyb-exchange-error.h"
#include "xyb-i18n.h"
#include "xyb-sheet-text.h"
#include "xyb-sheet-writer-private.h"
#include "xyb-xlsx-strings.h"

#define MM_PER_INCH 25.4
#define PIXELS_PER_INCH 96
#define FAMILY_ROMAN 1
#define FAMILY_SWISS 2
#define MAX_ROWS 1048576

/* Beyond this the rows go straight to a temporary file; memory stays that of one row. */
#define STREAMING_ROWS 1000

/* What a workbook needs on the disk while it is made: fixed parts, and a row of a table in plain
 * XML, twice (libxlsxwriter copies it), and once packed. */
#define FIXED_BYTES (G_GUINT64_CONSTANT (96) << 10)
#define ROW_BYTES 1600

/* The same table gives the same bytes: no clock in the file. Zip's own first day. */
#define NO_TIME 315532800

/* What the clerk's WPS has; the names are what makes the sheet look right there. */
static const char *
font_name (XybSheetFont font)
{
  switch (font)
    {
    case XYB_SHEET_FONT_TITLE:
      return "方正小标宋简体";
    case XYB_SHEET_FONT_HEAD:
      return "黑体";
    case XYB_SHEET_FONT_BODY:
    default:
      return "仿宋_GB2312";
    }
}

static gboolean
has_room (XybSheetWriter *self)
{
  struct statvfs info;
  const char *folder = xyb_safe_file_get_temp_dir (self->file);

  return statvfs (folder, &info) != 0 || info.f_blocks == 0
         || (guint64) info.f_bavail * info.f_frsize >= self->bytes_needed;
}

static void
set_file_error (XybSheetWriter *self, int saved_errno, GError **error)
{
  xyb_file_set_error (error, saved_errno, _ ("保存"), self->target);
}

static void
set_cancelled (XybSheetWriter *self, GError **error)
{
  g_autofree char *base = g_path_get_basename (self->target);
  g_autofree char *shown = g_filename_display_name (base);

  g_set_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_CANCELLED,
               _ ("已取消导出「%s」，原来的文件没有改动。"), shown);
}

/* Widths of columns are counted in figures of the workbook's own font. Arial 10 has figures seven
 * pixels wide, as libxlsxwriter reckons, and its like is wherever a spreadsheet program is; Calibri
 * is not, and its stand-ins are so much wider that the page would be shrunk to fit. */
static void
set_default_font (lxw_workbook *workbook)
{
  lxw_format *format = STAILQ_FIRST (workbook->formats);

  format_set_font_name (format, "Arial");
  format_set_font_size (format, 10);
  format_set_font_family (format, FAMILY_SWISS);
  format_set_font_scheme (format, "");
}

static gboolean
start_workbook (XybSheetWriter *self, const char *title, guint n_rows, GError **error)
{
  g_autofree char *clean_title = g_strdup (xyb_sheet_text_clean (title, self->scratch));
  lxw_workbook_options options = {
    .constant_memory = n_rows > STREAMING_ROWS,
    /* Beside the target: a full disk then shows where it matters (PROVEN). */
    .tmpdir = (char *) xyb_safe_file_get_temp_dir (self->file),
  };
  /* No author, no company: the file goes out of the office (DESIGN §7). */
  lxw_doc_properties properties = { .title = clean_title, .created = NO_TIME };

  if (!has_room (self))
    {
      set_file_error (self, ENOSPC, error);
      return FALSE;
    }
  self->workbook = workbook_new_opt (xyb_safe_file_get_temp_path (self->file), &options);
  if (self->workbook == NULL)
    {
      set_file_error (self, errno != 0 ? errno : EIO, error);
      return FALSE;
    }
  set_default_font (self->workbook);
  workbook_set_properties (self->workbook, &properties);
  return TRUE;
}

/**
 * xyb_sheet_writer_new:
 * @path: the file to be written; replaced only when everything is right
 * @title: for the document's properties
 * @n_rows: rows of all sheets together, about
 * @cancellable: (nullable): looked at in xyb_sheet_writer_begin_row() and while reading back
 * @error: %XYB_FILE_ERROR
 *
 * Starts a workbook beside @path. To be used and freed in one thread.
 *
 * Returns: (transfer full): the writer; freeing it without xyb_sheet_writer_finish() leaves
 *   everything as it was. %NULL on error
 */
XybSheetWriter *
xyb_sheet_writer_new (const char *path,
                      const char *title,
                      guint n_rows,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (XybSheetWriter) self = g_new0 (XybSheetWriter, 1);

  self->target = g_strdup (path);
  self->scratch = g_string_new (NULL);
  self->breaks = g_array_new (TRUE, FALSE, sizeof (lxw_row_t));
  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sheet_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->read_back = xyb_read_back_new ();
  self->bytes_needed = FIXED_BYTES + (guint64) n_rows * ROW_BYTES;
  g_set_object (&self->cancellable, cancellable);
  self->c_locale = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  self->old_locale = uselocale (self->c_locale);
  self->file = xyb_safe_file_new (path, TRUE, error);
  if (self->file == NULL || !start_workbook (self, title, n_rows, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* lxw_workbook_free() forgets the temporary file of a sheet that was never assembled. */
static void
abandon_workbook (XybSheetWriter *self)
{
  lxw_worksheet *sheet;

  if (self->workbook == NULL)
    return;
  STAILQ_FOREACH (sheet, self->workbook->worksheets, list_pointers)
  {
    if (sheet->optimize_tmpfile != NULL)
      fclose (sheet->optimize_tmpfile);
  }
  lxw_workbook_free (self->workbook);
}

void
xyb_sheet_writer_free (XybSheetWriter *self)
{
  if (self == NULL)
    return;
  abandon_workbook (self);
  xyb_safe_file_free (self->file);
  xyb_read_back_free (self->read_back);
  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->formats);
  g_hash_table_unref (self->sheet_names);
  g_string_free (self->scratch, TRUE);
  g_array_unref (self->breaks);
  uselocale (self->old_locale);
  freelocale (self->c_locale);
  g_free (self->pixels);
  g_free (self->target);
  g_free (self);
}

static guint8
border_of (XybSheetLine line)
{
  return line == XYB_SHEET_LINE_MEDIUM ? LXW_BORDER_MEDIUM
         : line == XYB_SHEET_LINE_THIN ? LXW_BORDER_THIN
                                       : LXW_BORDER_NONE;
}

static lxw_format *
make_format (lxw_workbook *workbook, const XybSheetStyle *style)
{
  static const guint8 aligns[] = { LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, font_name (style->font));
  format_set_font_family (format, style->font == XYB_SHEET_FONT_HEAD ? FAMILY_SWISS : FAMILY_ROMAN);
  format_set_font_scheme (format, "");
  format_set_font_size (format, style->size);
  format_set_align (format, aligns[style->align]);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_top (format, border_of (style->top));
  format_set_right (format, border_of (style->right));
  format_set_bottom (format, border_of (style->bottom));
  format_set_left (format, border_of (style->left));
  if (style->bold)
    format_set_bold (format);
  if (style->underline)
    format_set_underline (format, LXW_UNDERLINE_SINGLE);
  if (style->indent > 0)
    format_set_indent (format, style->indent);
  if (style->wrap)
    format_set_text_wrap (format);
  if (style->shrink)
    format_set_shrink (format);
  if (style->number_format != NULL)
    format_set_num_format (format, style->number_format);
  if (style->unlocked)
    format_set_unlocked (format);
  if (style->fill != 0)
    {
      format_set_pattern (format, LXW_PATTERN_SOLID);
      format_set_fg_color (format, style->fill);
    }
  return format;
}

/**
 * xyb_sheet_writer_format:
 * @style: how a cell looks
 *
 * Returns: (transfer none): the format for cells; the same one for the same style
 */
XybSheetFormat *
xyb_sheet_writer_format (XybSheetWriter *self, const XybSheetStyle *style)
{
  g_autofree char *key
    = g_strdup_printf ("%d %g %d %d %d %u %d %d %d%d%d%d %d %x %s", style->font, style->size,
                       style->bold, style->underline, style->align, style->indent, style->wrap,
                       style->shrink, style->top, style->right, style->bottom, style->left,
                       style->unlocked, style->fill,
                       style->number_format != NULL ? style->number_format : "");
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format == NULL)
    {
      format = make_format (self->workbook, style);
      g_hash_table_insert (self->formats, g_steal_pointer (&key), format);
    }
  return format;
}

static double
inches (double mm)
{
  return mm / MM_PER_INCH;
}

/* The breaks of a sheet are given once: libxlsxwriter leaks an earlier list. */
static void
end_sheet (XybSheetWriter *self)
{
  if (self->breaks->len > 0)
    worksheet_set_h_pagebreaks (self->sheet, (lxw_row_t *) self->breaks->data);
  g_array_set_size (self->breaks, 0);
}

/* 天头 37, 订口 28, 版心 156 × 225 mm; a sheet laid across is bound at its top (GB/T 9704, §19.2).
 * The page number stands 7 mm below the 版心 between two dashes; on one page a table belongs to the
 * right-hand side. */
static void
set_up_page (lxw_worksheet *sheet, XybSheetPage page)
{
  lxw_header_footer_options footer = { 0 };

  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_center_horizontally (sheet);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  if (page == XYB_SHEET_PORTRAIT)
    {
      worksheet_set_portrait (sheet);
      worksheet_set_margins (sheet, inches (28), inches (26), inches (37), inches (35));
      footer.margin = inches (22);
      worksheet_set_footer_opt (sheet, "&R&\"宋体,常规\"&14— &P —　", &footer);
    }
  else
    {
      worksheet_set_landscape (sheet);
      worksheet_set_margins (sheet, inches (35), inches (37), inches (28), inches (24));
      footer.margin = inches (12);
      worksheet_set_footer_opt (sheet, "&C&\"宋体,常规\"&14— &P —", &footer);
    }
}

/**
 * xyb_sheet_writer_add_sheet:
 * @wanted_name: what the sheet is about; made fit and unique
 * @page: how it is printed
 * @widths: of the columns, in mm
 * @n_columns: of the table
 *
 * Starts a new sheet: A4, margins of GB/T 9704, as wide as the page, centred, page numbers.
 */
void
xyb_sheet_writer_add_sheet (XybSheetWriter *self,
                            const char *wanted_name,
                            XybSheetPage page,
                            const double *widths,
                            guint n_columns)
{
  g_autofree char *name = xyb_sheet_name_make (wanted_name, self->sheet_names);

  end_sheet (self);
  self->sheet = workbook_add_worksheet (self->workbook, name);
  self->n_columns = n_columns;
  self->row = -1;
  self->pixels = g_renew (guint32, self->pixels, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      self->pixels[i] = inches (widths[i]) * PIXELS_PER_INCH + 0.5;
      worksheet_set_column_pixels (self->sheet, i, i, self->pixels[i], NULL);
    }
  set_up_page (self->sheet, page);
  xyb_read_back_note_sheet (self->read_back, name);
}

/**
 * xyb_sheet_writer_fit_page:
 *
 * The sheet is printed on one page, smaller if it has to be.
 */
void
xyb_sheet_writer_fit_page (XybSheetWriter *self)
{
  worksheet_fit_to_pages (self->sheet, 1, 1);
}

/**
 * xyb_sheet_writer_repeat_row:
 *
 * The row being written comes again at the top of every page.
 */
void
xyb_sheet_writer_repeat_row (XybSheetWriter *self)
{
  worksheet_repeat_rows (self->sheet, self->row, self->row);
}

/**
 * xyb_sheet_writer_end_page:
 *
 * The printed page ends below the row being written.
 */
void
xyb_sheet_writer_end_page (XybSheetWriter *self)
{
  lxw_row_t next = self->row + 1;

  g_array_append_val (self->breaks, next);
}

/**
 * xyb_sheet_writer_begin_row:
 * @height: in points
 * @error: %XYB_EXCHANGE_ERROR_CANCELLED, %XYB_EXCHANGE_ERROR_LIMIT
 *
 * The cells that follow are those of the next row.
 */
gboolean
xyb_sheet_writer_begin_row (XybSheetWriter *self, double height, GError **error)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      set_cancelled (self, error);
      return FALSE;
    }
  if (++self->row >= MAX_ROWS)
    {
      g_set_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_LIMIT,
                   _ ("一张工作表最多 %d 行，放不下这么多企业，请分区镇导出。"), MAX_ROWS);
      return FALSE;
    }
  worksheet_set_row (self->sheet, self->row, height, NULL);
  return TRUE;
}

static gboolean
check_text (XybSheetWriter *self, guint column, const char *text, GError **error)
{
  if (!xyb_xlsx_text_too_long (text, strlen (text)))
    return TRUE;
  g_set_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_LIMIT,
               _ ("第 %u 行第 %u 列的文字超过 32767 个字，单元格放不下，请删短后再导出。"),
               (guint) self->row + 1, column + 1);
  return FALSE;
}

/* Everything that can be wrong with a cell has been looked at; what is left is memory. */
gboolean
xyb_sheet_writer_check_written (XybSheetWriter *self, lxw_error result, GError **error)
{
  if (result == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_FAILED,
               _ ("第 %u 行写不进表格（%s），请再试一次。"), (guint) self->row + 1,
               lxw_strerror (result));
  return FALSE;
}

/**
 * xyb_sheet_writer_text:
 * @column: from 0
 * @text: (nullable): written as text whatever it looks like, never as a formula, number or link;
 *   nothing leaves a blank cell
 * @format: of the cell
 * @error: %XYB_EXCHANGE_ERROR_LIMIT for more than 32,767 characters
 */
gboolean
xyb_sheet_writer_text (XybSheetWriter *self,
                       guint column,
                       const char *text,
                       XybSheetFormat *format,
                       GError **error)
{
  const char *clean;

  if (text == NULL || text[0] == '\0'
      || (clean = xyb_sheet_text_clean (text, self->scratch))[0] == '\0')
    return xyb_sheet_writer_check_written (
      self, worksheet_write_blank (self->sheet, self->row, column, format), error);
  if (!check_text (self, column, clean, error))
    return FALSE;
  xyb_read_back_note_row (self->read_back, self->row);
  xyb_read_back_note_text (self->read_back, column, clean);
  return xyb_sheet_writer_check_written (
    self, worksheet_write_string (self->sheet, self->row, column, clean, format), error);
}

/**
 * xyb_sheet_writer_number:
 * @column: from 0
 */
gboolean
xyb_sheet_writer_number (XybSheetWriter *self,
                         guint column,
                         double number,
                         XybSheetFormat *format,
                         GError **error)
{
  xyb_read_back_note_row (self->read_back, self->row);
  xyb_read_back_note_number (self->read_back, column, number);
  return xyb_sheet_writer_check_written (
    self, worksheet_write_number (self->sheet, self->row, column, number, format), error);
}

/**
 * xyb_sheet_writer_span:
 * @n_columns: of the table, from the first; merged
 *
 * A text over the whole width of the table. Merging within one row also works while streaming.
 */
gboolean
xyb_sheet_writer_span (XybSheetWriter *self,
                       guint n_columns,
                       const char *text,
                       XybSheetFormat *format,
                       GError **error)
{
  lxw_error result
    = worksheet_merge_range (self->sheet, self->row, 0, self->row, n_columns - 1, "", format);

  return xyb_sheet_writer_check_written (self, result, error)
         && xyb_sheet_writer_text (self, 0, text, format, error);
}

/* On a failure workbook_close() also prints an English line to stderr, where the clerk, or the
 * program that called xyb, expects our sentence and nothing else. The library has no other way to
 * be quiet. */
static lxw_error
close_quietly (lxw_workbook *workbook, int *out_errno)
{
  static FILE *nowhere; /* never closed: another thread may be writing to it */
  FILE *kept = stderr;
  lxw_error result;

  if (g_once_init_enter (&nowhere))
    g_once_init_leave (&nowhere, fopen ("/dev/null", "we"));
  if (nowhere != NULL)
    stderr = nowhere;
  errno = 0;
  result = workbook_close (workbook);
  *out_errno = errno;
  stderr = kept;
  return result;
}

/* libxlsxwriter says less than errno does, and after a full disk errno may be somebody else's. */
static void
set_close_error (XybSheetWriter *self, lxw_error result, int saved_errno, GError **error)
{
  if (saved_errno != ENOSPC && saved_errno != EDQUOT && saved_errno != EFBIG && !has_room (self))
    saved_errno = ENOSPC;
  if (saved_errno != 0)
    set_file_error (self, saved_errno, error);
  else
    g_set_error (error, XYB_FILE_ERROR, XYB_FILE_ERROR_FAILED,
                 _ ("不能保存「%s」：写文件时出错（%s），请换一个位置再试。"), self->target,
                 lxw_strerror (result));
}

/**
 * xyb_sheet_writer_finish:
 * @error: %XYB_FILE_ERROR, %XYB_EXCHANGE_ERROR_READ_BACK, %XYB_EXCHANGE_ERROR_CANCELLED
 *
 * Packs the file, reads it back with the program's own reader and only then puts it in the place of
 * the old one.
 *
 * Returns: %FALSE with the old file as it was
 */
gboolean
xyb_sheet_writer_finish (XybSheetWriter *self, GError **error)
{
  const char *path = xyb_safe_file_get_temp_path (self->file);
  int saved_errno;
  lxw_error result;

  end_sheet (self);
  result = close_quietly (g_steal_pointer (&self->workbook), &saved_errno);

  if (result != LXW_NO_ERROR)
    {
      set_close_error (self, result, saved_errno, error);
      return FALSE;
    }
  if (!xyb_read_back_check (self->read_back, path, self->target, self->cancellable, error))
    return FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      set_cancelled (self, error);
      return FALSE;
    }
  return xyb_safe_file_commit (self->file, error);
}
