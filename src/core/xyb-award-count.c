/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-check.h"

#include "xyb-i18n.h"
#include "xyb-text.h"

/* What stands in a list, in numbers and words. */

#define EXCERPT_CHARS 20

guint
xyb_award_file_count (const XybAwardRoll *self, const XybAwardFile *file, XybAwardFate fate)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybAwardRow *row = self->rows->pdata[i];

      n += row->fate == fate && (file == NULL || row->sheet->file == file);
    }
  return n;
}

guint
xyb_award_roll_count (const XybAwardRoll *self, XybAwardFate fate)
{
  return xyb_award_file_count (self, NULL, fate);
}

guint
xyb_award_roll_count_track (const XybAwardRoll *self, XybTrack track)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybAwardRow *row = self->rows->pdata[i];

      n += row->fate == XYB_AWARD_TAKEN && row->track == track;
    }
  return n;
}

/* Enterprises that are made; one of several rows is made once. */
guint
xyb_award_roll_count_new (const XybAwardRoll *self)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      XybAwardRow *row = self->rows->pdata[i];

      if (row->fate == XYB_AWARD_TAKEN && row->enterprise_id == 0)
        g_hash_table_add (firsts, row->first);
    }
  return g_hash_table_size (firsts);
}

guint
xyb_award_roll_count_hidden (const XybAwardRoll *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybAwardRow *row = self->rows->pdata[i];

      n += row->no_row == NULL && (row->hidden || row->sheet->hidden);
    }
  return n;
}

/**
 * xyb_award_file_count_ask:
 * @file: (nullable): of the list, or %NULL for all
 *
 * Returns: how many rows ask @ask, beside what else they may ask
 */
guint
xyb_award_file_count_ask (const XybAwardRoll *self, const XybAwardFile *file, XybAwardAsk ask)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybAwardRow *row = self->rows->pdata[i];

      if (row->fate != XYB_AWARD_OPEN || (file != NULL && row->sheet->file != file))
        continue;
      for (guint j = 0; j < row->notes->len; j++)
        n += ((XybAwardNote *) row->notes->pdata[j])->ask == ask;
    }
  return n;
}

static gboolean
says (const XybAwardRow *row, XybAwardColumn column)
{
  if (column == XYB_AWARD_COLUMN_TRACK)
    return row->place_track != 0 || !xyb_text_is_placeholder (row->raw[column]);
  return row->place_year != 0 || !xyb_text_is_placeholder (row->raw[XYB_AWARD_COLUMN_YEAR])
         || !xyb_text_is_placeholder (row->raw[XYB_AWARD_COLUMN_DAY]);
}

/**
 * xyb_award_file_lacks:
 * @column: %XYB_AWARD_COLUMN_YEAR or %XYB_AWARD_COLUMN_TRACK
 *
 * Returns: whether some row of @file says none, so that one can be chosen for the file
 */
gboolean
xyb_award_file_lacks (const XybAwardRoll *self, const XybAwardFile *file, XybAwardColumn column)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybAwardRow *row = self->rows->pdata[i];

      if (row->sheet->file == file && row->no_row == NULL && row->keys.text != NULL
          && !says (row, column))
        return TRUE;
    }
  return FALSE;
}

/* ---- a file in words ---- */

static void
add_words (GString *words, char *part)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
  g_free (part);
}

/* Sheets that are not read, columns that are not, columns that were guessed. */
static void
add_sheet_words (const XybAwardRoll *self, const XybAwardFile *file, GString *words)
{
  g_autoptr (GString) extra = g_string_new (NULL);
  gboolean guessed = FALSE;
  guint n_without = 0;
  guint n_extra = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const XybAwardSheet *sheet = self->sheets->pdata[i];

      if (sheet->file != file)
        continue;
      guessed = guessed || sheet->guessed;
      n_without += sheet->header_row == 0;
      for (guint j = 0; j < sheet->extra->len && n_extra < 5; j++, n_extra++)
        {
          g_autofree char *head = xyb_text_excerpt (sheet->extra->pdata[j], EXCERPT_CHARS);

          g_string_append_printf (extra, "%s%s", n_extra > 0 ? "、" : "", head);
        }
    }
  if (guessed)
    add_words (words, g_strdup (_ ("没有表头，按内容认的列")));
  if (n_without > 0)
    add_words (words, g_strdup_printf (_ ("%u 个工作表里没有名单"), n_without));
  if (n_extra > 0)
    add_words (words, g_strdup_printf (_ ("没有读的列：%s"), extra->str));
}

/**
 * xyb_award_file_words:
 *
 * Returns: (transfer full): the line below the file's name
 */
char *
xyb_award_file_words (const XybAwardRoll *self, const XybAwardFile *file)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint taken, open, left;

  if (file->error != NULL)
    return g_strdup (file->error);
  taken = xyb_award_file_count (self, file, XYB_AWARD_TAKEN);
  open = xyb_award_file_count (self, file, XYB_AWARD_OPEN);
  left = xyb_award_file_count (self, file, XYB_AWARD_LEFT);
  if (open > 0)
    add_words (words, g_strdup_printf (_ ("待定 %u 行"), open));
  add_words (words, g_strdup_printf (_ ("可导入 %u 行"), taken));
  if (left > 0)
    add_words (words, g_strdup_printf (_ ("不导入 %u 行"), left));
  add_sheet_words (self, file, words);
  return g_string_free (g_steal_pointer (&words), FALSE);
}
