/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-choices.h"

#include <string.h>

#include "xyb-return-answer.h"
#include "xyb-text.h"

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * xyb_return_choices_new:
 *
 * Returns: (transfer full): nothing decided
 */
XybReturnChoices *
xyb_return_choices_new (void)
{
  XybReturnChoices *self = g_new0 (XybReturnChoices, 1);

  self->sheets = table_new ();
  self->columns = table_new ();
  self->heads = table_new ();
  return self;
}

static void
copy_table (GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (to, g_strdup (key), value);
}

XybReturnChoices *
xyb_return_choices_copy (const XybReturnChoices *self)
{
  XybReturnChoices *copy = xyb_return_choices_new ();

  copy->district_id = self->district_id;
  copy_table (copy->sheets, self->sheets);
  copy_table (copy->columns, self->columns);
  copy_table (copy->heads, self->heads);
  return copy;
}

void
xyb_return_choices_free (XybReturnChoices *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->sheets);
  g_hash_table_unref (self->columns);
  g_hash_table_unref (self->heads);
  g_free (self);
}

static char *
column_key (const char *sheet, guint column)
{
  g_autofree char *letters = xyb_return_column_name (column);

  return g_strconcat (letters, "!", sheet, NULL);
}

static void
set (GHashTable *table, char *key, guint value)
{
  if (value == XYB_ANSWER_OPEN)
    {
      g_hash_table_remove (table, key);
      g_free (key);
    }
  else
    g_hash_table_insert (table, key, GUINT_TO_POINTER (value));
}

static guint
head_value (XybAnswer answer, gint64 meaning)
{
  switch (answer)
    {
    case XYB_ANSWER_SAME:
      return (guint) meaning + 1;
    case XYB_ANSWER_DIFFERENT:
      return XYB_RETURN_NO_FIELD + 1;
    default:
      return XYB_ANSWER_OPEN;
    }
}

/**
 * xyb_return_choices_set:
 * @one: the return @note belongs to
 * @note: a note of the file
 * @answer: of xyb_return_list_answers(); %XYB_ANSWER_OPEN takes the choice back
 * @meaning: of a 区镇: its id, 0: as the answer says; of a head: the #XybReturnField it means with
 * %XYB_ANSWER_SAME
 *
 * The next xyb_return_read() with @self acts on it.
 */
void
xyb_return_choices_set (XybReturnChoices *self,
                        const XybReturn *one,
                        const XybReturnNote *note,
                        XybAnswer answer,
                        gint64 meaning)
{
  const XybReturnSheet *sheet
    = note->sheet >= 0 ? g_ptr_array_index (one->sheets, note->sheet) : NULL;

  switch (note->kind)
    {
    case XYB_NOTE_NO_DISTRICT:
    case XYB_NOTE_OTHER_DISTRICT:
      if (answer == XYB_ANSWER_OPEN)
        self->district_id = 0;
      else if (meaning != 0)
        self->district_id = meaning;
      else
        self->district_id = answer == XYB_ANSWER_HERE ? note->other : one->said_district_id;
      break;
    case XYB_NOTE_HIDDEN_SHEET:
    case XYB_NOTE_SEVERAL_SHEETS:
      set (self->sheets, g_strdup (sheet->name), answer);
      break;
    case XYB_NOTE_HIDDEN_COLUMN:
      set (self->columns, column_key (sheet->name, note->column), answer);
      break;
    case XYB_NOTE_UNKNOWN_HEAD:
      set (self->heads, xyb_text_key (note->other_name), head_value (answer, meaning));
      break;
    default:
      break;
    }
}

static guint
get (GHashTable *table, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
}

/**
 * xyb_return_choices_get_sheet:
 * @self: (nullable): choices
 * @sheet: name of a sheet
 *
 * Returns: %XYB_ANSWER_TAKE, %XYB_ANSWER_LEAVE, or %XYB_ANSWER_OPEN where nothing was decided
 */
XybAnswer
xyb_return_choices_get_sheet (const XybReturnChoices *self, const char *sheet)
{
  return self != NULL ? get (self->sheets, sheet) : XYB_ANSWER_OPEN;
}

/**
 * xyb_return_choices_get_column:
 * @self: (nullable): choices
 * @sheet: name of a sheet
 * @column: a hidden column of it, from 0
 *
 * Returns: as xyb_return_choices_get_sheet()
 */
XybAnswer
xyb_return_choices_get_column (const XybReturnChoices *self, const char *sheet, guint column)
{
  g_autofree char *key = NULL;

  if (self == NULL)
    return XYB_ANSWER_OPEN;
  key = column_key (sheet, column);
  return get (self->columns, key);
}

/**
 * xyb_return_choices_get_head:
 * @self: (nullable): choices
 * @head: a head as it is written
 * @out_field: (out): what it was decided to mean, %XYB_RETURN_NO_FIELD: nothing of the form
 *
 * Returns: whether anything was decided about @head
 */
gboolean
xyb_return_choices_get_head (const XybReturnChoices *self,
                             const char *head,
                             XybReturnField *out_field)
{
  g_autofree char *key = NULL;
  guint value;

  if (self == NULL)
    return FALSE;
  key = xyb_text_key (head);
  value = get (self->heads, key);
  if (value != 0)
    *out_field = value - 1;
  return value != 0;
}

/* ---- answers that were given before ---- */

/* One question: the same cell, the same words. */
static char *
question_key (const XybReturn *self, const XybReturnRow *row, const XybReturnNote *note)
{
  const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, row->sheet);
  const char *raw
    = note->field != XYB_RETURN_NO_FIELD ? row->raw[note->field].text : row->raw[1].text;

  return g_strdup_printf ("%u %u %u %s\n%s", row->row, note->kind, note->field, sheet->name,
                          raw != NULL ? raw : "");
}

static GHashTable *
list_answered (const XybReturn *self)
{
  GHashTable *answered = table_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybReturnRow *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < row->notes->len; j++)
        {
          XybReturnNote *note = g_ptr_array_index (row->notes, j);

          if (note->decision.answer != XYB_ANSWER_OPEN)
            g_hash_table_insert (answered, question_key (self, row, note), note);
        }
    }
  return answered;
}

/**
 * xyb_return_carry_answers:
 * @self: a file read again, with other choices
 * @before: the same file as it was read before
 *
 * Gives the questions of rows that say the same the answers they had.
 */
void
xyb_return_carry_answers (XybReturn *self, const XybReturn *before)
{
  g_autoptr (GHashTable) answered = list_answered (before);

  if (g_hash_table_size (answered) == 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (self->rows, i);

      /* Answering may add a question. */
      for (guint j = 0; j < row->notes->len; j++)
        {
          XybReturnNote *note = g_ptr_array_index (row->notes, j);
          g_autofree char *key = note->question ? question_key (self, row, note) : NULL;
          const XybReturnNote *old = key != NULL ? g_hash_table_lookup (answered, key) : NULL;

          if (old == NULL || note->decision.answer != XYB_ANSWER_OPEN)
            continue;
          if (xyb_return_answer (self, row, note, old->decision.answer, old->decision.text,
                                 old->decision.enterprise_id, NULL))
            note->decision.recalled = old->decision.recalled;
        }
    }
}
