/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-workbook-reader.h"

#include <string.h>

#include "xyb-exchange-error.h"
#include "xyb-file-kind.h"
#include "xyb-i18n.h"
#include "xyb-text.h"
#include "xyb-workbook-backend.h"

/* One line per format that can be read; the others are named and refused. */
static const struct
{
  XybFileKind kind;
  XybWorkbook *(*open) (const char *path, GError **error);
} backends[] = {
  { XYB_FILE_KIND_XLSX, xyb_xlsx_workbook_open },
  { XYB_FILE_KIND_XLS, xyb_xls_workbook_open },
  { XYB_FILE_KIND_ODS, xyb_ods_workbook_open },
  { XYB_FILE_KIND_CSV, xyb_csv_workbook_open },
};

static void
sheet_info_free (gpointer data)
{
  XybSheetInfo *info = data;

  g_free (info->name);
  g_free (info);
}

/* For back ends: the part that is the same in all of them. */
void
xyb_workbook_init (XybWorkbook *self, const XybWorkbookBackend *backend, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  self->backend = backend;
  self->shown = g_filename_display_name (base);
  self->sheets = g_ptr_array_new_with_free_func (sheet_info_free);
}

/* A sentence is one line: a line break in a sheet's name, which no spreadsheet program lets anybody
 * type, becomes a space. */
static char *
one_line (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return xyb_text_clean (name);
  return g_strdup (name);
}

/* For back ends. */
void
xyb_workbook_add_sheet (XybWorkbook *self, const char *name, gboolean hidden, gboolean very_hidden)
{
  XybSheetInfo *info = g_new0 (XybSheetInfo, 1);

  info->name = one_line (name);
  info->hidden = hidden || very_hidden;
  info->very_hidden = very_hidden;
  g_ptr_array_add (self->sheets, info);
}

/**
 * xyb_workbook_open:
 * @path: a file from outside; its name does not matter
 * @error: %XYB_FILE_ERROR where it cannot be read, %XYB_EXCHANGE_ERROR where it is no workbook we
 *   read, damaged or hostile
 *
 * Looks at the bytes, takes the reader for them and reads what is common to all sheets. The file
 * stays open until xyb_workbook_free(); nothing of it is written anywhere.
 *
 * Returns: (transfer full): the workbook, or %NULL on error
 */
XybWorkbook *
xyb_workbook_open (const char *path, GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *shown = NULL;
  XybFileKind kind;

  g_return_val_if_fail (path != NULL, NULL);

  if (!xyb_file_kind_detect (path, &kind, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (backends); i++)
    if (backends[i].kind == kind)
      return backends[i].open (path, error);
  base = g_path_get_basename (path);
  shown = g_filename_display_name (base);
  g_propagate_error (error, xyb_file_kind_refuse (kind, shown));
  return NULL;
}

void
xyb_workbook_free (XybWorkbook *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sheets);
  g_free (self->shown);
  self->backend->free (self);
}

/**
 * xyb_workbook_get_format:
 *
 * Returns: "xlsx", "xls" (also .et of WPS), "ods" or "csv"
 */
const char *
xyb_workbook_get_format (XybWorkbook *self)
{
  return self->backend->format;
}

guint
xyb_workbook_get_n_sheets (XybWorkbook *self)
{
  return self->sheets->len;
}

/**
 * xyb_workbook_get_sheet:
 * @sheet: from 0, in the workbook's order; hidden ones count (B-11)
 *
 * Returns: (transfer none): its name and state
 */
const XybSheetInfo *
xyb_workbook_get_sheet (XybWorkbook *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, NULL);

  return g_ptr_array_index (self->sheets, sheet);
}

/**
 * xyb_workbook_has_macros:
 *
 * Returns: whether the file carries macros; they are never run
 */
gboolean
xyb_workbook_has_macros (XybWorkbook *self)
{
  return self->macros;
}

void
xyb_sheet_summary_free (XybSheetSummary *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->merged);
  g_array_unref (self->hidden_columns);
  g_free (self);
}

static XybSheetSummary *
sheet_summary_new (void)
{
  XybSheetSummary *self = g_new0 (XybSheetSummary, 1);

  self->merged = g_array_new (FALSE, FALSE, sizeof (XybCellRange));
  self->hidden_columns = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * xyb_workbook_read_sheet:
 * @sheet: from 0
 * @func: (nullable): called for every row that holds a cell with a value or a formula, rising;
 * blank rows, however many the file has styled, are passed over (B-19)
 * @user_data: for @func
 * @out_summary: (out) (optional): merged ranges, hidden columns, number of rows
 * @cancellable: (nullable): asked now and then; leads to %XYB_EXCHANGE_ERROR_CANCELLED
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Streams one sheet; may be called for several sheets in any order, and again. On error rows may
 * have been delivered already: the caller throws away what it has gathered (B-22).
 *
 * Returns: %TRUE when the sheet has been read to its end, or @func stopped it
 */
gboolean
xyb_workbook_read_sheet (XybWorkbook *self,
                         guint sheet,
                         XybRowFunc func,
                         gpointer user_data,
                         XybSheetSummary **out_summary,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (XybSheetSummary) summary = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sheet < self->sheets->len, FALSE);

  summary = sheet_summary_new ();
  if (!self->backend->read_sheet (self, sheet, func, user_data, summary, cancellable, error))
    return FALSE;
  if (out_summary != NULL)
    *out_summary = g_steal_pointer (&summary);
  return TRUE;
}

/* For the read-back: see XybSheetTally. */
gboolean
xyb_workbook_tally_sheet (XybWorkbook *self,
                          guint sheet,
                          XybSheetTally *tally,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (sheet < self->sheets->len, FALSE);
  g_return_val_if_fail (self->backend->tally_sheet != NULL, FALSE);

  return self->backend->tally_sheet (self, sheet, tally, cancellable, error);
}

/* Excel shows fifteen digits; what a workbook keeps behind them is how computers count. */
#define SHOWN_DIGITS "%.15G"
#define MOST_SHOWN 16 /* with the point */

/**
 * xyb_cell_dup_shown:
 * @self: a cell during the call it was handed to
 *
 * Returns: (transfer full) (nullable): its text as people see it: 9.9936 for 9.993600000000001
 */
char *
xyb_cell_dup_shown (const XybCell *self)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->kind != XYB_CELL_NUMBER || strlen (self->text) <= MOST_SHOWN)
    return g_strdup (self->text);
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, SHOWN_DIGITS, self->number));
}
