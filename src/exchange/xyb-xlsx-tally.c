/* SPDX-License-Identifier: GPL-3.0-or-later */

/* memmem */
#define _GNU_SOURCE

#include <string.h>

#include "xyb-exchange-sentences.h"
#include "xyb-xlsx-sheet.h"

/* Counting the rows of a sheet the program has written itself, without taking every cell apart: the
 * read-back of 100,000 rows has to cost little beside writing them. Names are looked for as
 * libxlsxwriter writes them; text cannot be mistaken for them, because there every < is &lt;. */

#define CHUNK_BYTES (64 << 10)
#define MAX_ROW_BYTES (32 << 20)

typedef struct
{
  GString *window; /* what has been read and not yet counted */
  GString *last;   /* the last row that holds a value */
  guint n_rows;
} Counter;

static const char *
find (const char *from, const char *end, const char *what)
{
  return memmem (from, end - from, what, strlen (what));
}

/* Returns: past the row at @start, or NULL where it is not all there yet. */
static const char *
row_end (const char *start, const char *end)
{
  const char *tag_end = memchr (start, '>', end - start);
  const char *close;

  if (tag_end == NULL)
    return NULL;
  if (tag_end[-1] == '/')
    return tag_end + 1;
  close = find (tag_end, end, "</row>");
  return close != NULL ? close + strlen ("</row>") : NULL;
}

static gboolean
holds_value (const char *start, const char *end)
{
  return find (start, end, "<v>") != NULL || find (start, end, "<is>") != NULL;
}

static void
count_window (Counter *self)
{
  const char *at = self->window->str;
  const char *end = at + self->window->len;
  const char *last = NULL;
  const char *last_end = NULL;
  const char *start;

  while ((start = find (at, end, "<row ")) != NULL)
    {
      const char *past = row_end (start, end);

      if (past == NULL)
        break;
      if (holds_value (start, past))
        {
          self->n_rows++;
          last = start;
          last_end = past;
        }
      at = past;
    }
  if (last != NULL)
    {
      g_string_truncate (self->last, 0);
      g_string_append_len (self->last, last, last_end - last);
    }
  if (start == NULL)
    start = MAX (at, end - strlen ("</worksheet>"));
  g_string_erase (self->window, 0, start - self->window->str);
}

static gboolean
count_part (Counter *self,
            XybZipPart *part,
            GCancellable *cancellable,
            const char *shown,
            GError **error)
{
  gsize n;

  do
    {
      gsize old = self->window->len;

      if (g_cancellable_is_cancelled (cancellable))
        {
          g_propagate_error (error, xyb_sentence_read_cancelled (shown));
          return FALSE;
        }
      g_string_set_size (self->window, old + CHUNK_BYTES);
      if (!xyb_zip_part_read (part, (guint8 *) self->window->str + old, CHUNK_BYTES, &n, error))
        return FALSE;
      g_string_set_size (self->window, old + n);
      count_window (self);
      if (self->window->len > MAX_ROW_BYTES)
        break;
    }
  while (n > 0);
  /* What comes after the rows has been thrown away but for its end. */
  if (n == 0 && g_str_has_suffix (self->window->str, "</worksheet>"))
    return TRUE;
  g_propagate_error (error, xyb_sentence_damaged (shown));
  return FALSE;
}

/**
 * xyb_xlsx_sheet_tally:
 * @context: of the workbook
 * @part: the sheet's part
 * @sheet_name: for sentences
 * @tally: its number of rows is set, its function called with the last row
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Reads the whole part from the disk, with its check sum, and counts the rows that hold a value;
 * the last one goes through the reader proper. For sheets written by libxlsxwriter.
 */
gboolean
xyb_xlsx_sheet_tally (const XybXlsxContext *context,
                      const char *part,
                      const char *sheet_name,
                      XybSheetTally *tally,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (XybZipPart) stream = xyb_zip_open_part (context->zip, part, error);
  Counter counter = { g_string_new (NULL), g_string_new (NULL), 0 };
  gboolean ok
    = stream != NULL
      && count_part (&counter, stream, cancellable, xyb_zip_get_shown_name (context->zip), error);

  if (ok && counter.n_rows > 0)
    ok = xyb_xlsx_sheet_read_rows (context, counter.last->str, sheet_name, tally->last_row,
                                   tally->user_data, error);
  tally->n_rows = counter.n_rows;
  g_string_free (counter.window, TRUE);
  g_string_free (counter.last, TRUE);
  return ok;
}
