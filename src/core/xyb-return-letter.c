/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-letter.h"

#include "xyb-i18n.h"
#include "xyb-phone.h"
#include "xyb-return-answer.h"
#include "xyb-text.h"

#define EXCERPT_CHARS 30

void
xyb_return_letter_item_free (XybReturnLetterItem *self)
{
  if (self == NULL)
    return;
  g_free (self->sentence);
  g_free (self->correction);
  g_free (self);
}

/* ---- what is still to be corrected ---- */

/* What the office settled by itself is no concern of the 区镇; what it left out is, and so is a
 * value that is missing. */
static gboolean
is_settled (const XybReturnNote *note)
{
  switch (note->decision.answer)
    {
    case XYB_ANSWER_OPEN:
    case XYB_ANSWER_BLANK:
      return FALSE;
    case XYB_ANSWER_LEAVE:
      return note->kind == XYB_NOTE_HIDDEN_ROW;
    case XYB_ANSWER_HERE:
      return note->kind != XYB_NOTE_DUPLICATE;
    case XYB_ANSWER_AS_READ:
    case XYB_ANSWER_OTHER_UNIT:
    case XYB_ANSWER_TYPED:
    case XYB_ANSWER_TAKE:
    case XYB_ANSWER_SAME:
    case XYB_ANSWER_DIFFERENT:
    default:
      return TRUE;
    }
}

/* A row that stands there twice resembles the enterprise of the other one, of course. */
static gboolean
is_said_already (const XybReturnRow *row, const XybReturnNote *note)
{
  if (note->kind != XYB_NOTE_ALIKE)
    return FALSE;
  for (guint i = 0; i < row->notes->len; i++)
    {
      const XybReturnNote *other = g_ptr_array_index (row->notes, i);

      if (other->kind == XYB_NOTE_DUPLICATE && !is_settled (other))
        return TRUE;
    }
  return FALSE;
}

/* Of a row that is left out only the reason counts. */
static gboolean
is_wanted (const XybReturnRow *row, const XybReturnNote *note, XybFate fate)
{
  if (!note->question || is_settled (note) || xyb_return_note_is_moot (row, note)
      || is_said_already (row, note))
    return FALSE;
  return fate != XYB_FATE_LEFT || note->decision.answer == XYB_ANSWER_LEAVE;
}

/* ---- in words ---- */

static char *
excerpt_of (const XybReturnRow *row, XybReturnField field)
{
  const char *raw = field != XYB_RETURN_NO_FIELD ? row->raw[field].text : NULL;

  return xyb_text_excerpt (raw != NULL ? raw : "", EXCERPT_CHARS);
}

static gboolean
is_scientific (const XybReturnRow *row)
{
  XybPhoneFlags flags;
  g_autofree char *phone = xyb_phone_normalise (row->raw[XYB_RETURN_PHONE].text, &flags);

  return (flags & XYB_PHONE_FLAG_SCIENTIFIC) != 0;
}

static char *
cell_correction (const XybReturnRow *row, const XybReturnNote *note)
{
  g_autofree char *raw = excerpt_of (row, note->field);

  switch (note->kind)
    {
    case XYB_NOTE_REVENUE_UNIT:
      return row->revenue_unit_said
               ? g_strdup_printf (_ ("“%s”与职工人数或其他企业相比不合常理，请核对单位"), raw)
               : g_strdup (_ ("没有写单位，请注明万元或元"));
    case XYB_NOTE_BAD_REVENUE:
      return g_strdup_printf (_ ("“%s”不是金额，请填数字并注明万元或元"), raw);
    case XYB_NOTE_BAD_HEADCOUNT:
      return g_strdup_printf (_ ("“%s”不是人数，请填整数"), raw);
    case XYB_NOTE_BAD_PHONE:
      return is_scientific (row)
               ? g_strdup_printf (_ ("“%s”是科学计数，请把单元格设成文本后重填号码"), raw)
               : g_strdup_printf (_ ("“%s”不像电话号码，请填写完整的号码"), raw);
    case XYB_NOTE_ERROR_CELL:
      return g_strdup (_ ("是公式错误，请直接填写内容"));
    case XYB_NOTE_NO_NAME:
      return g_strdup (_ ("没有填写，请补填"));
    case XYB_NOTE_BAD_TEXT:
      return g_strdup (_ ("太长或者有乱码，请重新填写"));
    default:
      return NULL;
    }
}

static char *
duplicate_correction (const XybReturn *self, const XybReturnRow *row, const XybReturnRow *first)
{
  const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, first->sheet);

  if (first->sheet == row->sheet)
    return g_strdup_printf (_ ("与第 %u 行重复，请只保留一行"), first->row);
  return g_strdup_printf (_ ("与工作表“%s”第 %u 行重复，请只保留一行"), sheet->name, first->row);
}

static char *
row_correction (const XybReturn *self, const XybReturnRow *row, const XybReturnNote *note)
{
  switch (note->kind)
    {
    case XYB_NOTE_HIDDEN_ROW:
      return g_strdup (_ ("在表里是隐藏的，请确认是否申报"));
    case XYB_NOTE_DUPLICATE:
      return duplicate_correction (self, row, g_ptr_array_index (self->rows, note->other));
    case XYB_NOTE_ALIKE:
      return g_strdup_printf (_ ("与已有企业“%s”名称相近，请核对企业全称"),
                              row->match != NULL ? row->match->name : "");
    case XYB_NOTE_ELSEWHERE:
      return g_strdup_printf (_ ("与%s重复，请确认属地"), note->other_name);
    case XYB_NOTE_CLOSED:
      return g_strdup (_ ("已注销，请核对或更换"));
    case XYB_NOTE_EARLIER:
      return g_strdup_printf (_ ("%d 年已贯标，请更换"), (int) note->other);
    default:
      return NULL;
    }
}

static XybReturnLetterItem *
item_new (int sheet, guint row, int column)
{
  XybReturnLetterItem *item = g_new0 (XybReturnLetterItem, 1);

  item->sheet = sheet;
  item->row = row;
  item->column = column;
  return item;
}

static void
add_note (GPtrArray *items,
          const XybReturn *self,
          const XybReturnRow *row,
          const XybReturnNote *note)
{
  const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, row->sheet);
  int column = note->field != XYB_RETURN_NO_FIELD ? sheet->columns[note->field] : -1;
  XybReturnLetterItem *item = item_new (row->sheet, row->row, column);
  const char *name = row->raw[XYB_RETURN_NAME].text != NULL ? row->name : "";

  item->correction = cell_correction (row, note);
  if (item->correction != NULL && column >= 0)
    {
      g_autofree char *letters = xyb_return_column_name (column);

      item->sentence = g_strdup_printf (_ ("第 %u 行“%s”（%s%u）%s"), row->row,
                                        xyb_return_field_name (note->field), letters, row->row,
                                        item->correction);
    }
  else
    {
      if (item->correction == NULL)
        item->correction = row_correction (self, row, note);
      item->sentence = *name != '\0'
                         ? g_strdup_printf (_ ("第 %u 行“%s”%s"), row->row, name, item->correction)
                         : g_strdup_printf (_ ("第 %u 行%s"), row->row, item->correction);
    }
  g_ptr_array_add (items, item);
}

static void
add_for_file (GPtrArray *items, const char *sentence)
{
  XybReturnLetterItem *item = item_new (-1, 0, -1);

  item->sentence = g_strdup (sentence);
  item->correction = g_strdup (sentence);
  g_ptr_array_add (items, item);
}

/* ENT-05, B-20: the line above the table. */
static void
add_blanks (GPtrArray *items, const XybReturn *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (self->notes, i);

      if (note->kind == XYB_NOTE_OTHER_DISTRICT && note->decision.answer == XYB_ANSWER_OPEN)
        {
          g_autofree char *sentence
            = g_strdup_printf (_ ("表内区镇写的是%s，文件名写的是%s，请核对"), self->said_district,
                               note->other_name);

          add_for_file (items, sentence);
        }
    }
  if (self->district_text == NULL)
    add_for_file (items, _ ("没有填写区镇，请补填"));
  if (self->officer == NULL && self->officer_phone == NULL)
    add_for_file (items, _ ("没有填写业务负责人和联系方式，请补填"));
  else if (self->officer == NULL)
    add_for_file (items, _ ("没有填写业务负责人，请补填"));
  else if (self->officer_phone == NULL)
    add_for_file (items, _ ("没有填写联系方式，请补填"));
}

/**
 * xyb_return_letter_items:
 *
 * Returns: (transfer full) (element-type XybReturnLetterItem): what is to be corrected, in the
 * order of the file; what concerns the file as a whole comes last
 */
GPtrArray *
xyb_return_letter_items (const XybReturn *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_return_letter_item_free);

  g_return_val_if_fail (self != NULL, items);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const XybReturnRow *row = g_ptr_array_index (self->rows, i);
      XybFate fate = xyb_return_row_fate (row);

      for (guint j = 0; j < row->notes->len; j++)
        if (is_wanted (row, g_ptr_array_index (row->notes, j), fate))
          add_note (items, self, row, g_ptr_array_index (row->notes, j));
    }
  add_blanks (items, self);
  return items;
}

static gboolean
has_several_sheets (const GPtrArray *items)
{
  int sheet = -1;

  for (guint i = 0; i < items->len; i++)
    {
      const XybReturnLetterItem *item = g_ptr_array_index (items, i);

      if (item->sheet < 0)
        continue;
      if (sheet >= 0 && sheet != item->sheet)
        return TRUE;
      sheet = item->sheet;
    }
  return FALSE;
}

/* Sentences of one sheet stand together in one paragraph. */
static void
add_sentence (GString *letter, const XybReturn *self, const XybReturnLetterItem *item, int before)
{
  const XybReturnSheet *sheet
    = item->sheet >= 0 ? g_ptr_array_index (self->sheets, item->sheet) : NULL;

  if (item->sheet == before)
    g_string_append (letter, "；");
  else if (sheet != NULL)
    g_string_append_printf (letter, _ ("%s\n工作表“%s”："), before != -2 ? "。" : "", sheet->name);
  else
    g_string_append_printf (letter, "%s\n", before != -2 ? "。" : "");
  g_string_append (letter, item->sentence);
}

/**
 * xyb_return_letter:
 *
 * Returns: (transfer full) (nullable): 周市镇：请核对后重报。第 5
 * 行“去年销售收入”（D5）没有写单位，请注明 万元或元；…。 A paragraph for each sheet where several
 * are concerned. %NULL where there is nothing to correct
 */
char *
xyb_return_letter (const XybReturn *self)
{
  g_autoptr (GPtrArray) items = xyb_return_letter_items (self);
  g_autoptr (GString) letter = g_string_new (self->district != NULL ? self->district : self->file);
  gboolean several = has_several_sheets (items);
  int before = -2;

  if (items->len == 0)
    return NULL;
  g_string_append (letter, _ ("：请核对后重报。"));
  for (guint i = 0; i < items->len; i++)
    {
      const XybReturnLetterItem *item = g_ptr_array_index (items, i);

      if (several)
        add_sentence (letter, self, item, before);
      else
        g_string_append_printf (letter, "%s%s", i > 0 ? "；" : "", item->sentence);
      before = item->sheet;
    }
  g_string_append (letter, "。");
  return g_string_free (g_steal_pointer (&letter), FALSE);
}
