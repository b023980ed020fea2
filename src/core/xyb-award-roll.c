/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-roll.h"

#include "xyb-i18n.h"
#include "xyb-text.h"

/* ---- parts ---- */

static void
file_free (gpointer data)
{
  XybAwardFile *file = data;

  g_free (file->shown);
  g_free (file->path);
  g_free (file->error);
  g_free (file);
}

static void
sheet_free (gpointer data)
{
  XybAwardSheet *sheet = data;

  g_free (sheet->name);
  g_ptr_array_unref (sheet->extra);
  g_free (sheet);
}

static void
note_free (gpointer data)
{
  XybAwardNote *note = data;

  g_free (note->sentence);
  g_free (note);
}

static void
row_free (gpointer data)
{
  XybAwardRow *row = data;

  for (guint i = 0; i < XYB_N_AWARD_COLUMNS; i++)
    g_free (row->raw[i]);
  g_free (row->no_row);
  xyb_company_keys_clear (&row->keys);
  g_free (row->name);
  g_free (row->code);
  g_free (row->bad_code);
  g_free (row->awarded_on);
  g_free (row->number);
  g_free (row->note);
  g_clear_pointer (&row->candidates, g_ptr_array_unref);
  g_ptr_array_unref (row->notes);
  g_free (row);
}

XybAwardCandidate *
xyb_award_candidate_new (void)
{
  return g_new0 (XybAwardCandidate, 1);
}

void
xyb_award_candidate_free (XybAwardCandidate *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->code);
  g_free (self->district);
  g_free (self);
}

/* ---- the list ---- */

/**
 * xyb_award_roll_new:
 * @districts: (element-type XybUnit): the 区镇; kept
 * @today: ISO date
 *
 * Returns: (transfer full): a list of nothing
 */
XybAwardRoll *
xyb_award_roll_new (GPtrArray *districts, const char *today)
{
  XybAwardRoll *self = g_new0 (XybAwardRoll, 1);

  self->districts = g_ptr_array_ref (districts);
  self->matcher = xyb_unit_matcher_new (districts);
  self->today = g_strdup (today);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->district_answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
xyb_award_roll_free (XybAwardRoll *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->district_answers);
  g_hash_table_unref (self->units);
  xyb_unit_matcher_free (self->matcher);
  g_ptr_array_unref (self->districts);
  g_free (self->today);
  g_free (self);
}

/**
 * xyb_award_roll_add_file:
 * @shown: its name for people
 * @path: (nullable): %NULL for what was pasted
 *
 * Returns: (transfer none): the new file, without sheets
 */
XybAwardFile *
xyb_award_roll_add_file (XybAwardRoll *self, const char *shown, const char *path)
{
  XybAwardFile *file = g_new0 (XybAwardFile, 1);

  file->shown = g_strdup (shown);
  file->path = g_strdup (path);
  g_ptr_array_add (self->files, file);
  return file;
}

static void
remove_rows (XybAwardRoll *self, const XybAwardFile *file)
{
  guint kept = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      XybAwardRow *row = self->rows->pdata[i];

      row->first = row;
      if (row->sheet->file == file)
        row_free (row);
      else
        self->rows->pdata[kept++] = row;
    }
  /* What is left behind the end is free already. */
  for (guint i = kept; i < self->rows->len; i++)
    self->rows->pdata[i] = NULL;
  g_ptr_array_set_free_func (self->rows, NULL);
  g_ptr_array_set_size (self->rows, (int) kept);
  g_ptr_array_set_free_func (self->rows, row_free);
}

static void
remove_sheets (XybAwardRoll *self, const XybAwardFile *file)
{
  for (guint i = self->sheets->len; i > 0; i--)
    if (((XybAwardSheet *) self->sheets->pdata[i - 1])->file == file)
      g_ptr_array_remove_index (self->sheets, i - 1);
}

/**
 * xyb_award_roll_fail_file:
 * @file: of the list
 * @sentence: why it cannot be read
 *
 * What was read of it so far is forgotten: a file is taken whole or not at all.
 */
void
xyb_award_roll_fail_file (XybAwardRoll *self, XybAwardFile *file, const char *sentence)
{
  remove_rows (self, file);
  remove_sheets (self, file);
  g_free (file->error);
  file->error = g_strdup (sentence);
}

/**
 * xyb_award_roll_remove_file:
 * @file: of the list; gone afterwards with all its rows
 */
void
xyb_award_roll_remove_file (XybAwardRoll *self, XybAwardFile *file)
{
  remove_rows (self, file);
  remove_sheets (self, file);
  g_ptr_array_remove (self->files, file);
}

static void
move_all (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, from->pdata[i]);
  g_ptr_array_set_free_func (from, NULL);
  g_ptr_array_set_size (from, 0);
}

/**
 * xyb_award_roll_join:
 * @part: (transfer full): a list that was read aside, of the same districts
 *
 * Its files come behind those that are there. xyb_award_roll_update() next.
 */
void
xyb_award_roll_join (XybAwardRoll *self, XybAwardRoll *part)
{
  move_all (self->files, part->files);
  move_all (self->sheets, part->sheets);
  for (guint i = 0; i < part->rows->len; i++)
    ((XybAwardRow *) part->rows->pdata[i])->unit_name = NULL;
  move_all (self->rows, part->rows);
  xyb_award_roll_free (part);
}

XybAwardSheet *
xyb_award_roll_add_sheet (XybAwardRoll *self, XybAwardFile *file, const char *name, gboolean hidden)
{
  XybAwardSheet *sheet = g_new0 (XybAwardSheet, 1);

  sheet->file = file;
  sheet->name = g_strdup (name != NULL ? name : "");
  sheet->hidden = hidden;
  for (guint i = 0; i < XYB_N_AWARD_COLUMNS; i++)
    sheet->columns[i] = -1;
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    sheet->track_columns[i] = -1;
  sheet->extra = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

XybAwardRow *
xyb_award_roll_add_row (XybAwardRoll *self, XybAwardSheet *sheet, guint row, gboolean hidden)
{
  XybAwardRow *one = g_new0 (XybAwardRow, 1);

  one->sheet = sheet;
  one->row = row;
  one->hidden = hidden;
  one->notes = g_ptr_array_new_with_free_func (note_free);
  one->first = one;
  g_ptr_array_add (self->rows, one);
  return one;
}

/* ---- a row ---- */

/**
 * xyb_award_row_set_candidates:
 * @candidates: (transfer full) (nullable) (element-type XybAwardCandidate): best first
 */
void
xyb_award_row_set_candidates (XybAwardRow *self, GPtrArray *candidates)
{
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates = candidates;
}

const XybAwardCandidate *
xyb_award_row_find_candidate (const XybAwardRow *self, gint64 id)
{
  for (guint i = 0; self->candidates != NULL && i < self->candidates->len; i++)
    if (((XybAwardCandidate *) self->candidates->pdata[i])->enterprise_id == id)
      return self->candidates->pdata[i];
  return NULL;
}

/**
 * xyb_award_row_note:
 *
 * A question makes the row wait, a reason to leave it out leaves it out.
 */
void
xyb_award_row_note (XybAwardRow *self,
                    XybAwardNoteKind kind,
                    XybAwardAsk ask,
                    const char *format,
                    ...)
{
  XybAwardNote *note = g_new0 (XybAwardNote, 1);
  va_list arguments;

  note->kind = kind;
  note->ask = ask;
  va_start (arguments, format);
  note->sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->notes, note);
  if (kind == XYB_AWARD_NOTE_LEFT)
    self->fate = XYB_AWARD_LEFT;
  else if (kind == XYB_AWARD_NOTE_QUESTION && self->fate == XYB_AWARD_TAKEN)
    self->fate = XYB_AWARD_OPEN;
}

/**
 * xyb_award_row_question:
 *
 * Returns: (nullable): what is asked next of a row that is open
 */
const XybAwardNote *
xyb_award_row_question (const XybAwardRow *self)
{
  for (guint i = 0; self->fate == XYB_AWARD_OPEN && i < self->notes->len; i++)
    if (((XybAwardNote *) self->notes->pdata[i])->kind == XYB_AWARD_NOTE_QUESTION)
      return self->notes->pdata[i];
  return NULL;
}

/**
 * xyb_award_row_reasons:
 *
 * Returns: (transfer full): what there is to say of the row; of one that is left out only why; ""
 *   for nothing
 */
char *
xyb_award_row_reasons (const XybAwardRow *self)
{
  GString *reasons = g_string_new (NULL);

  for (guint i = 0; i < self->notes->len; i++)
    {
      const XybAwardNote *note = self->notes->pdata[i];

      if (self->fate == XYB_AWARD_LEFT && note->kind != XYB_AWARD_NOTE_LEFT)
        continue;
      g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? "；" : "", note->sentence);
    }
  return g_string_free (reasons, FALSE);
}

char *
xyb_award_row_place (const XybAwardRow *self)
{
  if (*self->sheet->name == '\0')
    return g_strdup_printf (_ ("第 %u 行"), self->row);
  return g_strdup_printf (_ ("%s 第 %u 行"), self->sheet->name, self->row);
}
