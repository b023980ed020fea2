/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-exchange-error.h"
#include "xyb-exchange-sentences.h"
#include "xyb-i18n.h"
#include "xyb-number-format.h"
#include "xyb-ole-input.h"
#include "xyb-workbook-backend.h"
#include "xyb-xls-sheet.h"
#include "xyb-xlsx-styles.h"

/* Excel 5 to 2003, and .et of WPS, which is the same inside (DESIGN §6, B-15). libgsf opens the
 * OLE2 container; the records are ours. */

#define MAX_STREAM_BYTES (96 << 20)
#define MAX_SHEETS 1000
#define MAX_SHARED_BYTES (G_GUINT64_CONSTANT (96) << 20)

#define BIFF5 0x0500
#define BIFF8 0x0600

/* Kinds of sheets in a BOUNDSHEET record. */
#define SHEET_OF_CELLS 0

typedef struct
{
  XybWorkbook parent;
  GBytes *stream;
  GArray *offsets; /* of gsize, beside parent.sheets: where each begins */
  XybSheetBudget budget;
  XybXlsContext context;
} Xls;

static gboolean
fail_damaged (Xls *self, GError **error)
{
  g_propagate_error (error, xyb_sentence_damaged (self->parent.shown));
  return FALSE;
}

static gboolean
fail_limit (Xls *self, GError **error)
{
  g_propagate_error (error, xyb_sentence_limit (self->parent.shown));
  return FALSE;
}

/* ---- the container ---- */

static gboolean
has_macros (XybOle *container)
{
  return xyb_ole_has (container, "_VBA_PROJECT_CUR") || xyb_ole_has (container, "_VBA_PROJECT")
         || xyb_ole_has (container, "Macros");
}

static gboolean
open_container (Xls *self, const char *path, GError **error)
{
  g_autoptr (XybOle) container = xyb_ole_open (path, error);

  if (container == NULL)
    return FALSE;
  self->parent.macros = has_macros (container);
  self->stream = xyb_ole_read (container, xyb_ole_has (container, "Workbook") ? "Workbook" : "Book",
                               MAX_STREAM_BYTES, error);
  if (self->stream == NULL)
    return FALSE;
  self->context.stream.data = g_bytes_get_data (self->stream, &self->context.stream.length);
  return TRUE;
}

/* ---- records of the workbook ---- */

static gboolean
read_version (Xls *self, const XybBiff *record, GError **error)
{
  guint version = xyb_biff_u16 (record, 0);

  self->context.how.unicode = version == BIFF8;
  if (version == BIFF5 || version == BIFF8)
    return TRUE;
  g_set_error (error, XYB_EXCHANGE_ERROR, XYB_EXCHANGE_ERROR_FORMAT,
               _ ("「%s」是很早的 Excel 版本写的，不能直接读取，请用 WPS 或 Excel 打开它，另存为 "
                  ".xlsx 后再试。"),
               self->parent.shown);
  return FALSE;
}

static gboolean
add_sheet (Xls *self, const XybBiff *record, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gsize offset = xyb_biff_u32 (record, 0);
  guint state;
  XybBiffChain chain;

  if (record->size < 8)
    return fail_damaged (self, error);
  state = record->body[4] & 3;
  /* Charts, macro sheets and modules hold no rows. */
  if (record->body[5] != SHEET_OF_CELLS)
    return TRUE;
  if (self->parent.sheets->len >= MAX_SHEETS)
    return fail_limit (self, error);
  xyb_biff_chain_init (&chain, record, 6);
  if (!xyb_biff_chain_text (&chain, &self->context.how, 1, name))
    return fail_damaged (self, error);
  xyb_workbook_add_sheet (&self->parent, name->str, state == 1, state >= 2);
  g_array_append_val (self->offsets, offset);
  return TRUE;
}

static gboolean
add_format (Xls *self, const XybBiff *record, GError **error)
{
  XybXlsContext *context = &self->context;
  g_autoptr (GString) code = g_string_new (NULL);
  gpointer id = GUINT_TO_POINTER (xyb_biff_u16 (record, 0));
  XybMoneyUnit unit;
  XybBiffChain chain;

  xyb_biff_chain_init (&chain, record, 2);
  if (!xyb_biff_chain_text (&chain, &context->how, context->how.unicode ? 2 : 1, code))
    return fail_damaged (self, error);
  unit = xyb_number_format_unit (code->str);
  g_hash_table_add (context->own_formats, id);
  if (xyb_number_format_is_date (code->str))
    g_hash_table_add (context->date_formats, id);
  if (unit != XYB_MONEY_UNIT_UNSAID)
    g_hash_table_insert (context->units, id, GUINT_TO_POINTER (unit));
  return TRUE;
}

static void
add_style (Xls *self, const XybBiff *record)
{
  guint format = xyb_biff_u16 (record, 2);

  g_array_append_val (self->context.style_formats, format);
}

/* The number of texts is the file's word: no room is made for it before they are there. */
static gboolean
read_strings (Xls *self, const XybBiff *record, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint32 n = xyb_biff_u32 (record, 4);
  guint64 bytes = 0;
  XybBiffChain chain;

  xyb_biff_chain_init (&chain, record, 8);
  for (guint32 i = 0; i < n; i++)
    {
      g_string_truncate (text, 0);
      if (!xyb_biff_chain_text (&chain, &self->context.how, 2, text))
        return fail_damaged (self, error);
      bytes += text->len + sizeof (gpointer) * 3;
      if (bytes > MAX_SHARED_BYTES)
        return fail_limit (self, error);
      g_ptr_array_add (self->context.strings, g_strndup (text->str, text->len));
    }
  return TRUE;
}

static gboolean
read_record (Xls *self, const XybBiff *record, GError **error)
{
  switch (record->type)
    {
    case XYB_BIFF_FILEPASS:
      g_propagate_error (error, xyb_sentence_encrypted (self->parent.shown));
      return FALSE;
    case XYB_BIFF_CODEPAGE:
      self->context.how.encoding = xyb_biff_encoding (xyb_biff_u16 (record, 0));
      return TRUE;
    case XYB_BIFF_DATEMODE:
      self->context.epoch_1904 = xyb_biff_u16 (record, 0) == 1;
      return TRUE;
    case XYB_BIFF_BOUNDSHEET:
      return add_sheet (self, record, error);
    case XYB_BIFF_FORMAT:
      return add_format (self, record, error);
    case XYB_BIFF_XF:
      add_style (self, record);
      return TRUE;
    case XYB_BIFF_SST:
      return read_strings (self, record, error);
    default:
      return TRUE;
    }
}

static gboolean
read_workbook (Xls *self, GError **error)
{
  XybBiff biff = self->context.stream;

  if (!xyb_biff_next (&biff) || (biff.type & 0xff) != (XYB_BIFF_BOF & 0xff))
    return fail_damaged (self, error);
  if (!read_version (self, &biff, error))
    return FALSE;
  while (xyb_biff_next (&biff) && biff.type != XYB_BIFF_EOF)
    if (!read_record (self, &biff, error))
      return FALSE;
  if (biff.type != XYB_BIFF_EOF || self->parent.sheets->len == 0)
    return fail_damaged (self, error);
  return TRUE;
}

/* ---- the workbook ---- */

static gboolean
xls_read_sheet (XybWorkbook *workbook,
                guint sheet,
                XybRowFunc func,
                gpointer user_data,
                XybSheetSummary *summary,
                GCancellable *cancellable,
                GError **error)
{
  Xls *self = (Xls *) workbook;

  return xyb_xls_sheet_read (&self->context, g_array_index (self->offsets, gsize, sheet),
                             xyb_workbook_get_sheet (workbook, sheet)->name, func, user_data,
                             summary, cancellable, error);
}

static void
xls_free (XybWorkbook *workbook)
{
  Xls *self = (Xls *) workbook;

  g_clear_pointer (&self->stream, g_bytes_unref);
  g_array_unref (self->offsets);
  g_ptr_array_unref (self->context.strings);
  g_array_unref (self->context.style_formats);
  g_hash_table_unref (self->context.date_formats);
  g_hash_table_unref (self->context.units);
  g_hash_table_unref (self->context.own_formats);
  g_free (self);
}

static const XybWorkbookBackend backend = {
  .format = "xls",
  .free = xls_free,
  .read_sheet = xls_read_sheet,
};

static Xls *
xls_new (const char *path)
{
  Xls *self = g_new0 (Xls, 1);

  xyb_workbook_init (&self->parent, &backend, path);
  xyb_sheet_budget_init (&self->budget);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->context.shown = self->parent.shown;
  self->context.how.encoding = xyb_biff_encoding (0);
  self->context.strings = g_ptr_array_new_with_free_func (g_free);
  self->context.style_formats = g_array_new (FALSE, FALSE, sizeof (guint));
  self->context.date_formats = g_hash_table_new (NULL, NULL);
  self->context.units = g_hash_table_new (NULL, NULL);
  self->context.own_formats = g_hash_table_new (NULL, NULL);
  self->context.budget = &self->budget;
  return self;
}

/**
 * xyb_xls_workbook_open:
 * @path: an OLE2 container with a workbook of Excel 5 to 2003 or of WPS
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Reads the list of sheets, the shared texts and which styles show dates. Sheets are read when
 * asked for.
 *
 * Returns: (transfer full): the workbook, or %NULL on error
 */
XybWorkbook *
xyb_xls_workbook_open (const char *path, GError **error)
{
  Xls *self = xls_new (path);

  if (!open_container (self, path, error) || !read_workbook (self, error))
    {
      xyb_workbook_free (&self->parent);
      return NULL;
    }
  return &self->parent;
}
