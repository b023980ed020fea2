/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return.h"

#include "xyb-i18n.h"
#include "xyb-nomination-table.h"

static void
note_free (gpointer data)
{
  XybReturnNote *note = data;

  g_free (note->sentence);
  g_free (note->other_name);
  g_free (note->decision.text);
  g_free (note);
}

static XybReturnNote *
note_new (XybNoteKind kind, XybReturnField field, gboolean question)
{
  XybReturnNote *note = g_new0 (XybReturnNote, 1);

  note->kind = kind;
  note->field = field;
  note->question = question;
  note->sheet = -1;
  note->column = -1;
  return note;
}

const char *
xyb_return_status_key (XybReturnStatus status)
{
  static const char *const keys[] = { "ok", "question", "ignored" };

  g_return_val_if_fail (status < G_N_ELEMENTS (keys), NULL);

  return keys[status];
}

/**
 * xyb_return_field_name:
 * @field: a column of the form
 *
 * Returns: its head, as printed (ENT-01)
 */
const char *
xyb_return_field_name (XybReturnField field)
{
  g_return_val_if_fail (field < XYB_N_RETURN_FIELDS, NULL);

  return xyb_nomination_heads[field];
}

/**
 * xyb_return_column_name:
 * @column: from 0
 *
 * Returns: (transfer full): the letters a spreadsheet shows above it
 */
char *
xyb_return_column_name (guint column)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (name, 'A' + (rest - 1) % 26);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * xyb_return_new:
 * @file: name of the file, without its folder
 *
 * Returns: (transfer full): a return without sheets
 */
XybReturn *
xyb_return_new (const char *file)
{
  XybReturn *self = g_new0 (XybReturn, 1);

  self->file = g_strdup (file);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_return_sheet_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_return_row_free);
  self->notes = g_ptr_array_new_with_free_func (note_free);
  self->usual = XYB_MONEY_UNIT_WAN;
  return self;
}

void
xyb_return_free (XybReturn *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->format);
  g_free (self->sha256);
  g_free (self->district_text);
  g_free (self->district);
  g_free (self->said_district);
  g_free (self->file_district);
  g_free (self->officer);
  g_free (self->officer_phone);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static void
extra_free (gpointer data)
{
  XybReturnExtra *extra = data;

  g_free (extra->head);
  g_free (extra);
}

/**
 * xyb_return_sheet_new:
 * @name: of the sheet in its workbook
 * @hidden: whether it is hidden there
 *
 * Returns: (transfer full): a sheet in which no column is known yet
 */
XybReturnSheet *
xyb_return_sheet_new (const char *name, gboolean hidden)
{
  XybReturnSheet *self = g_new0 (XybReturnSheet, 1);

  self->name = g_strdup (name);
  self->hidden = hidden;
  self->hidden_columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->extra = g_ptr_array_new_with_free_func (extra_free);
  for (guint i = 0; i < XYB_N_RETURN_FIELDS; i++)
    self->columns[i] = -1;
  return self;
}

void
xyb_return_sheet_free (XybReturnSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_array_unref (self->hidden_columns);
  g_ptr_array_unref (self->extra);
  for (guint i = 0; i < XYB_N_RETURN_FIELDS; i++)
    g_free (self->heads[i]);
  g_free (self);
}

/**
 * xyb_return_sheet_add_extra:
 * @column: from 0
 * @head: its head
 * @means: the column of the form it would be, were that not found before
 *
 * Adds a column that is not read.
 */
void
xyb_return_sheet_add_extra (XybReturnSheet *self,
                            guint column,
                            const char *head,
                            XybReturnField means)
{
  XybReturnExtra *extra = g_new0 (XybReturnExtra, 1);

  extra->column = column;
  extra->head = g_strdup (head);
  extra->means = means;
  g_ptr_array_add (self->extra, extra);
}

/**
 * xyb_return_row_new:
 * @sheet: place of the sheet in its return
 * @row: number of the row, from 1
 * @hidden: whether the sheet hides it
 *
 * Returns: (transfer full): a row that says nothing
 */
XybReturnRow *
xyb_return_row_new (guint sheet, guint row, gboolean hidden)
{
  XybReturnRow *self = g_new0 (XybReturnRow, 1);

  self->sheet = sheet;
  self->row = row;
  self->hidden = hidden;
  self->name = g_strdup ("");
  self->products = g_strdup ("");
  self->contact = g_strdup ("");
  self->phone = g_strdup ("");
  self->revenue_fen = XYB_UNSAID;
  self->headcount = XYB_UNSAID;
  self->notes = g_ptr_array_new_with_free_func (note_free);
  return self;
}

/**
 * xyb_return_row_keys:
 *
 * Returns: (transfer none): the keys of the row's present name, kept for the next one who asks
 */
const XybCompanyKeys *
xyb_return_row_keys (XybReturnRow *self)
{
  if (self->keys.key == NULL)
    xyb_company_keys_init (&self->keys, self->name);
  return &self->keys;
}

/**
 * xyb_return_row_key:
 *
 * Returns: (transfer none): xyb_company_name_key() of the row's present name
 */
const char *
xyb_return_row_key (XybReturnRow *self)
{
  return xyb_return_row_keys (self)->key;
}

/**
 * xyb_return_match_new:
 *
 * Returns: (transfer full): no enterprise
 */
XybReturnMatch *
xyb_return_match_new (void)
{
  return g_new0 (XybReturnMatch, 1);
}

void
xyb_return_match_free (XybReturnMatch *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->district);
  g_free (self->elsewhere);
  g_free (self);
}

void
xyb_return_row_free (XybReturnRow *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < XYB_N_RETURN_FIELDS; i++)
    g_free (self->raw[i].text);
  xyb_company_keys_clear (&self->keys);
  g_free (self->name);
  g_free (self->products);
  g_free (self->contact);
  g_free (self->phone);
  g_ptr_array_unref (self->notes);
  xyb_return_match_free (self->match);
  g_free (self->match_name);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  xyb_return_read_free (self->read);
  g_free (self);
}

void
xyb_return_read_free (XybReturnRead *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->products);
  g_free (self->contact);
  g_free (self->phone);
  g_free (self);
}

/**
 * xyb_raw_set:
 * @self: a cell of a row
 * @kind: what it is
 * @column: where it stands, from 0
 * @text: (nullable): as it stands in the file
 */
void
xyb_raw_set (XybRaw *self, XybRawKind kind, guint column, const char *text)
{
  g_free (self->text);
  self->text = g_strdup (text);
  self->kind = kind;
  self->column = column;
}

/**
 * xyb_return_row_note:
 * @kind: what was noticed
 * @field: in which cell, or %XYB_RETURN_NO_FIELD
 * @question: whether the clerk has to decide; the row then waits
 * @format: sentence without row and column, as printf()
 *
 * Adds a note.
 *
 * Returns: (transfer none): the note
 */
XybReturnNote *
xyb_return_row_note (XybReturnRow *self,
                     XybNoteKind kind,
                     XybReturnField field,
                     gboolean question,
                     const char *format,
                     ...)
{
  XybReturnNote *note = note_new (kind, field, question);
  va_list arguments;

  va_start (arguments, format);
  note->sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->notes, note);
  if (question && self->status == XYB_RETURN_OK)
    self->status = XYB_RETURN_QUESTION;
  return note;
}

/**
 * xyb_return_note:
 * @kind: what was noticed
 * @question: whether the clerk has to decide
 * @format: sentence without the file's name, as printf()
 *
 * Adds a note of the file as a whole.
 *
 * Returns: (transfer none): the note
 */
XybReturnNote *
xyb_return_note (XybReturn *self, XybNoteKind kind, gboolean question, const char *format, ...)
{
  XybReturnNote *note = note_new (kind, XYB_RETURN_NO_FIELD, question);
  va_list arguments;

  va_start (arguments, format);
  note->sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->notes, note);
  return note;
}

static gboolean
speaks_of (const XybReturnRow *self, XybNoteKind kind, gint64 enterprise_id)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (self->notes, i);

      if (note->kind == kind && note->enterprise_id == enterprise_id)
        return TRUE;
    }
  return FALSE;
}

/**
 * xyb_return_row_note_match:
 * @match: the enterprise of the register that the row may mean
 *
 * Asks what its history wants asked: “新增” counts an enterprise once, and for one 区镇 (ENT-08).
 */
void
xyb_return_row_note_match (XybReturnRow *self, const XybReturnMatch *match)
{
  XybReturnNote *note;

  if (match->closed && !speaks_of (self, XYB_NOTE_CLOSED, match->enterprise_id))
    {
      note = xyb_return_row_note (self, XYB_NOTE_CLOSED, XYB_RETURN_NAME, TRUE,
                                  _ ("企业库里的“%s”已注销，恢复以后才能列入"), match->name);
      note->enterprise_id = match->enterprise_id;
    }
  if (match->accepted_year != 0 && !speaks_of (self, XYB_NOTE_EARLIER, match->enterprise_id))
    {
      note = xyb_return_row_note (self, XYB_NOTE_EARLIER, XYB_RETURN_NAME, TRUE,
                                  _ ("%d 年已通过贯标验收，新增只计首次"), match->accepted_year);
      note->other = match->accepted_year;
      note->enterprise_id = match->enterprise_id;
    }
  if (match->elsewhere_id != 0 && !speaks_of (self, XYB_NOTE_ELSEWHERE, match->enterprise_id))
    {
      note = xyb_return_row_note (self, XYB_NOTE_ELSEWHERE, XYB_RETURN_NAME, TRUE,
                                  _ ("今年%s已经推荐了这家企业"), match->elsewhere);
      note->other = match->elsewhere_id;
      note->other_name = g_strdup (match->elsewhere);
      note->enterprise_id = match->enterprise_id;
    }
}

/**
 * xyb_return_row_ignore:
 * @kind: why
 * @sentence: why, for the clerk
 *
 * The row is no enterprise.
 */
void
xyb_return_row_ignore (XybReturnRow *self, XybNoteKind kind, const char *sentence)
{
  xyb_return_row_note (self, kind, XYB_RETURN_NO_FIELD, FALSE, "%s", sentence);
  self->status = XYB_RETURN_IGNORED;
}
