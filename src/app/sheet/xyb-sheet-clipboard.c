/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-private.h"

#include "xyb-html-table.h"
#include "xyb-i18n.h"

/* Copy and paste with Excel and WPS, clearing and filling. Everything is checked before anything is
 * applied, and is one revision. */

#define MAX_CLIPBOARD (64 * 1024 * 1024)

/* ---- copying ---- */

static XybTextTable *
table_of_range (XybSheet *self)
{
  XybTextTable *table = xyb_text_table_new ();
  XybSheetRange range;

  xyb_sheet_get_range (self, &range);
  for (guint row = range.row; row < range.row + range.n_rows; row++)
    {
      xyb_text_table_add_row (table);
      for (guint column = range.column; column < range.column + range.n_columns; column++)
        {
          g_autofree char *text = xyb_sheet_model_dup_copy (self->model, row, column);

          xyb_text_table_add_cell (table, text);
        }
    }
  return table;
}

/**
 * xyb_sheet_copy:
 * @self: the sheet
 *
 * Puts the range on the clipboard: cells between tabs for spreadsheets, a table for documents.
 */
void
xyb_sheet_copy (XybSheet *self)
{
  g_autoptr (XybTextTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkContentProvider) both = NULL;
  GdkContentProvider *providers[2];
  g_autofree char *text = NULL;
  char *html;

  g_return_if_fail (XYB_IS_SHEET (self));

  if (!xyb_sheet_has_cells (self))
    return;
  table = table_of_range (self);
  text = xyb_text_table_format (table);
  html = xyb_text_table_format_html (table);
  bytes = g_bytes_new_take (html, strlen (html));
  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  providers[1] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

/**
 * xyb_sheet_clear:
 * @self: the sheet
 *
 * Blanks every cell of the range that the clerk may fill.
 *
 * Returns: %FALSE where nothing could be
 */
gboolean
xyb_sheet_clear (XybSheet *self)
{
  g_return_val_if_fail (XYB_IS_SHEET (self), FALSE);

  return xyb_sheet_has_cells (self) && xyb_sheet_commit (self)
         && xyb_sheet_fill_range (self, NULL, _ ("清除"));
}

/**
 * xyb_sheet_cut:
 * @self: the sheet
 *
 * Copies the range, then blanks it.
 */
void
xyb_sheet_cut (XybSheet *self)
{
  g_return_if_fail (XYB_IS_SHEET (self));

  if (!xyb_sheet_has_cells (self) || !xyb_sheet_commit (self))
    return;
  xyb_sheet_copy (self);
  xyb_sheet_fill_range (self, NULL, _ ("剪切"));
}

/* ---- pasting ---- */

static gboolean
same_text (const char *a, const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* The block that is written: one cell fills the range, a block that fits the range several times is
 * repeated, otherwise it goes from the first cell of the range on, as in Excel. */
static XybSheetRange
target_of (XybSheet *self, const XybTextTable *table)
{
  guint n_rows = table->rows->len;
  guint n_columns = table->n_columns;
  XybSheetRange range;

  xyb_sheet_get_range (self, &range);
  if (range.n_rows % n_rows != 0 || range.n_columns % n_columns != 0)
    {
      range.n_rows = n_rows;
      range.n_columns = n_columns;
    }
  return range;
}

static char *
check_edges (XybSheet *self, const XybSheetRange *range)
{
  guint rows = xyb_sheet_n_body_rows (self) > range->row ? xyb_sheet_n_body_rows (self) - range->row
                                                         : self->n_rows - range->row;
  guint columns = self->n_columns - range->column;
  g_autofree char *name = NULL;

  if (range->n_rows <= rows && range->n_columns <= columns)
    return NULL;
  name = xyb_sheet_dup_cell_name (self, range->row, range->column);
  if (range->n_rows > rows)
    return g_strdup_printf (_ ("要粘贴 %u 行，从“%s”往下只有 %u 行，放不下。请从上面一些的格子"
                               "粘贴，或者少复制几行。"),
                            range->n_rows, name, rows);
  return g_strdup_printf (_ ("要粘贴 %u 列，从“%s”往右只有 %u 列，放不下。请从左边一些的格子粘贴，"
                             "或者少复制几列。"),
                          range->n_columns, name, columns);
}

/* A cell that is not hers but already says the same is no obstacle: names copied with numbers. */
static char *
collect (XybSheet *self, const XybSheetRange *range, const XybTextTable *table, GArray *changes)
{
  for (guint row = 0; row < range->n_rows; row++)
    for (guint column = 0; column < range->n_columns; column++)
      {
        const char *text
          = xyb_text_table_get (table, row % table->rows->len, column % table->n_columns);
        XybSheetChange change
          = { range->row + row, range->column + column, *text != '\0' ? text : NULL };
        g_autofree char *stored = xyb_sheet_model_dup_copy (self->model, change.row, change.column);

        if (same_text (stored, text))
          continue;
        if (!xyb_sheet_model_is_editable (self->model, change.row, change.column))
          return xyb_sheet_dup_locked_sentence (self, change.row, change.column);
        g_array_append_val (changes, change);
      }
  return NULL;
}

/* The model says where the cells of a block belong; a single one goes where it is put. */
static gboolean
paste_block (XybSheet *self, const XybTextTable *table)
{
  g_autoptr (GError) error = NULL;
  XybSheetRange range;
  gboolean taken;

  xyb_sheet_get_range (self, &range);
  self->applying = TRUE;
  taken = xyb_sheet_model_paste (self->model, range.row, range.column, table, &error);
  self->applying = FALSE;
  if (!taken)
    xyb_sheet_say_refused (self, error->message);
  return taken;
}

static gboolean
paste_table (XybSheet *self, const XybTextTable *table)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (XybSheetChange));
  g_autofree char *why = NULL;
  XybSheetRange range;

  if (!xyb_sheet_has_cells (self) || !xyb_sheet_commit (self))
    return FALSE;
  if (table == NULL || table->rows->len == 0 || table->n_columns == 0)
    {
      xyb_sheet_say_refused (self, _ ("剪贴板里没有文字可以粘贴，请先在 Excel 或 WPS 里复制。"));
      return FALSE;
    }
  if (table->rows->len * table->n_columns > 1 && xyb_sheet_model_takes_block (self->model, table))
    return paste_block (self, table);
  range = target_of (self, table);
  why = check_edges (self, &range);
  if (why == NULL)
    why = collect (self, &range, table, changes);
  if (why == NULL && xyb_sheet_apply_checked (self, changes, _ ("粘贴"), &why))
    {
      if (range.row + range.n_rows <= self->n_rows)
        xyb_sheet_select_range (self, &range);
      return TRUE;
    }
  xyb_sheet_say_refused (self, why);
  return FALSE;
}

/**
 * xyb_sheet_paste_text:
 * @self: the sheet
 * @text: cells between tabs, rows on lines
 *
 * Pastes @text at the range: all of it or nothing.
 *
 * Returns: %FALSE where it was refused; #XybSheet::refused says why
 */
gboolean
xyb_sheet_paste_text (XybSheet *self, const char *text)
{
  g_autoptr (XybTextTable) table = NULL;

  g_return_val_if_fail (XYB_IS_SHEET (self), FALSE);

  table = xyb_text_table_parse (text);
  return paste_table (self, table);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (XybSheet) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->text != NULL)
    xyb_sheet_paste_text (self, text);
}

static void
html_spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (XybSheet) self = user_data;
  GMemoryOutputStream *out = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr (XybTextTable) table = NULL;
  gsize size;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (out), result, NULL);
  size = g_memory_output_stream_get_data_size (out);
  if (size > 0 && size < MAX_CLIPBOARD)
    table = xyb_html_table_parse (g_memory_output_stream_get_data (out), size);
  if (self->text != NULL)
    paste_table (self, table);
}

static void
html_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (XybSheet) self = user_data;
  g_autoptr (GInputStream) stream
    = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  if (self->text == NULL)
    return;
  if (stream == NULL)
    {
      paste_table (self, NULL);
      return;
    }
  g_output_stream_splice_async (out, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                  | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, html_spliced_cb, g_object_ref (self));
}

static gboolean
has_text (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
         || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8")
         || gdk_content_formats_contain_mime_type (formats, "text/plain");
}

/**
 * xyb_sheet_paste:
 * @self: the sheet
 *
 * Pastes what is on the clipboard at the range; a table of HTML where there is no plain text.
 */
void
xyb_sheet_paste (XybSheet *self)
{
  static const char *html[] = { "text/html", NULL };
  GdkClipboard *clipboard;
  GdkContentFormats *formats;

  g_return_if_fail (XYB_IS_SHEET (self));

  if (!xyb_sheet_commit (self))
    return;
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  formats = gdk_clipboard_get_formats (clipboard);
  if (!has_text (formats) && gdk_content_formats_contain_mime_type (formats, html[0]))
    gdk_clipboard_read_async (clipboard, html, G_PRIORITY_DEFAULT, NULL, html_read_cb,
                              g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (self));
}

/* ---- filling ---- */

/* A row may hold cells that are not hers: they stay. */
static void
add_fill (XybSheet *self, XybSheetPlace from, XybSheetPlace to, GArray *changes, GPtrArray *texts)
{
  XybSheetChange change = { to.row, to.column, NULL };
  g_autofree char *stored = xyb_sheet_model_dup_text (self->model, to.row, to.column);
  char *text = xyb_sheet_model_dup_text (self->model, from.row, from.column);

  g_ptr_array_add (texts, text);
  change.text = text != NULL && *text != '\0' ? text : NULL;
  if (!same_text (stored, text))
    g_array_append_val (changes, change);
}

/* Takes the first line of the range to the others; into a single line, what stands before it. */
static gboolean
fill (XybSheet *self, gboolean down, const char *what)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (XybSheetChange));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *why = NULL;
  gboolean any = FALSE;
  XybSheetRange range;
  guint from;

  if (!xyb_sheet_has_cells (self) || !xyb_sheet_commit (self))
    return FALSE;
  xyb_sheet_get_range (self, &range);
  from = down ? range.row : range.column;
  if ((down ? range.n_rows : range.n_columns) == 1 && from > 0)
    from--;
  for (guint row = range.row; row < range.row + range.n_rows; row++)
    for (guint column = range.column; column < range.column + range.n_columns; column++)
      {
        if (!xyb_sheet_model_is_editable (self->model, row, column))
          continue;
        any = TRUE;
        add_fill (self, (XybSheetPlace){ down ? from : row, down ? column : from },
                  (XybSheetPlace){ row, column }, changes, texts);
      }
  if (!any)
    why = xyb_sheet_dup_locked_sentence (self, self->cursor.row, self->cursor.column);
  else if (xyb_sheet_apply_checked (self, changes, what, &why))
    return TRUE;
  xyb_sheet_say_refused (self, why);
  return FALSE;
}

/**
 * xyb_sheet_fill_down:
 * @self: the sheet
 *
 * Writes the first row of the range into its other rows; into a single cell what stands above it.
 *
 * Returns: %FALSE where it was refused
 */
gboolean
xyb_sheet_fill_down (XybSheet *self)
{
  g_return_val_if_fail (XYB_IS_SHEET (self), FALSE);

  return fill (self, TRUE, _ ("向下填充"));
}

/**
 * xyb_sheet_fill_right:
 * @self: the sheet
 *
 * Writes the first column of the range into its other columns; into a single cell what stands left
 * of it.
 *
 * Returns: %FALSE where it was refused
 */
gboolean
xyb_sheet_fill_right (XybSheet *self)
{
  g_return_val_if_fail (XYB_IS_SHEET (self), FALSE);

  return fill (self, FALSE, _ ("向右填充"));
}
