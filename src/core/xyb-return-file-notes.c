/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-file-notes.h"

#include "xyb-i18n.h"

/* ---- sheets ---- */

static gboolean
has_note (const XybReturnRow *row, XybNoteKind kind)
{
  for (guint i = 0; i < row->notes->len; i++)
    if (((XybReturnNote *) g_ptr_array_index (row->notes, i))->kind == kind)
      return TRUE;
  return FALSE;
}

/* The enterprises of a sheet, taken or not. */
static guint
count_enterprises (const XybReturn *self, guint sheet)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybReturnRow *row = g_ptr_array_index (self->rows, i);

      n += row->sheet == sheet
           && (row->status != XYB_RETURN_IGNORED || has_note (row, XYB_NOTE_HIDDEN_SHEET)
               || has_note (row, XYB_NOTE_SEVERAL_SHEETS));
    }
  return n;
}

static guint
count_visible_tables (const XybReturn *self)
{
  guint n = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, i);

      n += !sheet->hidden && sheet->header_row != 0 && count_enterprises (self, i) > 0;
    }
  return n;
}

static void
note_hidden_sheet (XybReturn *self, guint place, XybAnswer chosen)
{
  const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, place);
  guint n = count_enterprises (self, place);
  XybReturnNote *note;

  if (n == 0)
    note = xyb_return_note (self, XYB_NOTE_HIDDEN_SHEET, FALSE,
                            _ ("工作表“%s”是隐藏的，里面没有企业"), sheet->name);
  else
    note
      = xyb_return_note (self, XYB_NOTE_HIDDEN_SHEET, TRUE,
                         _ ("工作表“%s”是隐藏的，里面有 %u 家企业，请决定要不要"), sheet->name, n);
  note->sheet = place;
  note->decision.answer = chosen;
}

static void
note_sheets (XybReturn *self, const XybReturnChoices *choices)
{
  gboolean several = count_visible_tables (self) > 1;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, i);
      XybAnswer chosen = xyb_return_choices_get_sheet (choices, sheet->name);
      XybReturnNote *note;
      guint n;

      if (sheet->header_row == 0)
        continue;
      if (sheet->hidden)
        {
          note_hidden_sheet (self, i, chosen);
          continue;
        }
      n = several ? count_enterprises (self, i) : 0;
      if (n == 0)
        continue;
      note = xyb_return_note (self, XYB_NOTE_SEVERAL_SHEETS, FALSE, _ ("工作表“%s”里有 %u 家企业"),
                              sheet->name, n);
      note->sheet = i;
      note->decision.answer = chosen;
    }
}

/* ---- columns ---- */

static XybReturnField
field_of_column (const XybReturnSheet *sheet, guint column)
{
  for (guint field = 0; field < XYB_N_RETURN_FIELDS; field++)
    if (sheet->columns[field] == (int) column)
      return field;
  return XYB_RETURN_NO_FIELD;
}

static const char *
head_of_column (const XybReturnSheet *sheet, guint column)
{
  XybReturnField field = field_of_column (sheet, column);

  if (field != XYB_RETURN_NO_FIELD)
    return xyb_return_field_name (field);
  for (guint i = 0; i < sheet->extra->len; i++)
    {
      const XybReturnExtra *extra = g_ptr_array_index (sheet->extra, i);

      if (extra->column == column)
        return extra->head;
    }
  return NULL;
}

/* A hidden column without a head holds nothing anybody knows of. The numbers and the names of a
 * table are read in any case. */
static void
note_hidden_columns (XybReturn *self, guint place, const XybReturnChoices *choices)
{
  const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, place);

  for (guint i = 0; i < sheet->hidden_columns->len; i++)
    {
      guint column = g_array_index (sheet->hidden_columns, guint, i);
      XybReturnField field = field_of_column (sheet, column);
      const char *head = head_of_column (sheet, column);
      gboolean question = field != XYB_RETURN_NO_FIELD && field > XYB_RETURN_NAME;
      g_autofree char *letters = xyb_return_column_name (column);
      XybReturnNote *note;

      if (head == NULL)
        continue;
      note = xyb_return_note (self, XYB_NOTE_HIDDEN_COLUMN, question,
                              question ? _ ("工作表“%s”的“%s”列（%s）是隐藏的，请决定要不要")
                                       : _ ("工作表“%s”的“%s”列（%s）是隐藏的"),
                              sheet->name, head, letters);
      note->sheet = place;
      note->column = column;
      note->field = field;
      if (question)
        note->decision.answer = xyb_return_choices_get_column (choices, sheet->name, column);
    }
}

/* ---- heads ---- */

/* Whether a column of the form, 序号 apart, was not found: an unknown head may be it. */
static gboolean
lacks_column (const XybReturnSheet *sheet)
{
  for (guint field = XYB_RETURN_NAME; field < XYB_N_RETURN_FIELDS; field++)
    if (sheet->columns[field] < 0)
      return TRUE;
  return FALSE;
}

static void
note_extra (XybReturn *self,
            guint place,
            const XybReturnExtra *extra,
            const XybReturnChoices *choices)
{
  const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, place);
  g_autofree char *letters = xyb_return_column_name (extra->column);
  XybReturnField means = XYB_RETURN_NO_FIELD;
  gboolean decided = xyb_return_choices_get_head (choices, extra->head, &means);
  gboolean doubles = extra->means != XYB_RETURN_NO_FIELD;
  XybReturnNote *note;

  if (doubles)
    note = xyb_return_note (self, XYB_NOTE_UNKNOWN_HEAD, FALSE,
                            _ ("“%s”列（%s）也是%s，只读了前面的一列"), extra->head, letters,
                            xyb_return_field_name (extra->means));
  else
    note = xyb_return_note (self, XYB_NOTE_UNKNOWN_HEAD, lacks_column (sheet),
                            lacks_column (sheet) ? _ ("不认得表头“%s”（%s），请说明是哪一列")
                                                 : _ ("多了一列“%s”（%s），没有读"),
                            extra->head, letters);
  note->sheet = place;
  note->column = extra->column;
  note->other_name = g_strdup (extra->head);
  if (decided)
    note->decision.answer = XYB_ANSWER_DIFFERENT;
}

/* A head that was told to mean a column is listed, so that it can be taken back. */
static void
note_told_heads (XybReturn *self, guint place, const XybReturnChoices *choices)
{
  const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, place);

  for (guint field = 0; field < XYB_N_RETURN_FIELDS; field++)
    {
      XybReturnField means;
      XybReturnNote *note;

      if (sheet->heads[field] == NULL
          || !xyb_return_choices_get_head (choices, sheet->heads[field], &means) || means != field)
        continue;
      note = xyb_return_note (self, XYB_NOTE_UNKNOWN_HEAD, TRUE, _ ("表头“%s”当作%s"),
                              sheet->heads[field], xyb_return_field_name (field));
      note->sheet = place;
      note->column = sheet->columns[field];
      note->field = field;
      note->other_name = g_strdup (sheet->heads[field]);
      note->decision.answer = XYB_ANSWER_SAME;
    }
}

static void
note_columns (XybReturn *self, const XybReturnChoices *choices)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (sheet->header_row == 0 || sheet->left)
        continue;
      note_hidden_columns (self, i, choices);
      note_told_heads (self, i, choices);
      for (guint j = 0; j < sheet->extra->len; j++)
        note_extra (self, i, g_ptr_array_index (sheet->extra, j), choices);
    }
}

/* ---- where it comes from ---- */

static void
ask_which (XybReturn *self, const XybReturnChoices *choices, const char *said)
{
  XybReturnNote *note
    = xyb_return_note (self, XYB_NOTE_OTHER_DISTRICT, TRUE,
                       _ ("表里写的是%s，文件名写的是%s，请确认"), said, self->file_district);

  note->other = self->file_district_id;
  note->other_name = g_strdup (self->file_district);
  if (choices != NULL && choices->district_id != 0)
    note->decision.answer
      = choices->district_id == note->other ? XYB_ANSWER_HERE : XYB_ANSWER_AS_READ;
}

static void
note_district (XybReturn *self, const XybReturnChoices *choices)
{
  if (self->district_id == 0 && self->district_text == NULL)
    xyb_return_note (self, XYB_NOTE_NO_DISTRICT, TRUE, _ ("表里没有写区镇，请选择"));
  else if (self->district_id == 0)
    xyb_return_note (self, XYB_NOTE_NO_DISTRICT, TRUE, _ ("不认得表里写的区镇“%s”，请选择"),
                     self->district_text);
  else if (self->file_district_id != 0 && self->said_district_id != 0
           && self->file_district_id != self->said_district_id)
    ask_which (self, choices, self->said_district);
  else if (self->file_district_id != 0 && self->said_district_id == 0
           && self->district_text != NULL)
    ask_which (self, choices, self->district_text);
}

/**
 * xyb_return_note_file:
 * @self: a file whose rows are interpreted
 * @choices: (nullable): what it was read with
 *
 * Says what was left aside and asks what only the clerk can know.
 */
void
xyb_return_note_file (XybReturn *self, const XybReturnChoices *choices)
{
  g_return_if_fail (self != NULL);

  note_district (self, choices);
  note_sheets (self, choices);
  note_columns (self, choices);
  if (self->macros)
    xyb_return_note (self, XYB_NOTE_MACROS, FALSE, _ ("文件里有宏，没有运行，不影响读取"));
}
