/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-explain.h"

#include <inttypes.h>
#include <string.h>

#include "xyb-i18n.h"
#include "xyb-phone.h"
#include "xyb-text.h"

/**
 * xyb_return_sum_text:
 * @fen: a sum in 分, or %XYB_UNSAID
 *
 * Returns: (transfer full): 12000 万元, as the preview shows all sums; "" where unsaid
 */
char *
xyb_return_sum_text (gint64 fen)
{
  g_autofree char *number = NULL;

  if (fen == XYB_UNSAID)
    return g_strdup ("");
  number = xyb_amount_format_number (fen, XYB_MONEY_UNIT_WAN);
  return g_strdup_printf ("%s %s", number, xyb_money_unit_name (XYB_MONEY_UNIT_WAN));
}

/**
 * xyb_return_dup_value:
 * @row: a row
 * @field: a column of the form
 *
 * Returns: (transfer full): the value it has now, after the answers; "" where nothing is said
 */
char *
xyb_return_dup_value (const XybReturnRow *row, XybReturnField field)
{
  switch (field)
    {
    case XYB_RETURN_NAME:
      return g_strdup (row->name);
    case XYB_RETURN_PRODUCTS:
      return g_strdup (row->products);
    case XYB_RETURN_REVENUE:
      return xyb_return_sum_text (row->revenue_fen);
    case XYB_RETURN_HEADCOUNT:
      return row->headcount != XYB_UNSAID ? g_strdup_printf ("%" PRId64, row->headcount)
                                          : g_strdup ("");
    case XYB_RETURN_CONTACT:
      return g_strdup (row->contact);
    case XYB_RETURN_PHONE:
      return g_strdup (row->phone);
    case XYB_RETURN_POSITION:
    default:
      return xyb_text_clean (row->raw[XYB_RETURN_POSITION].text);
    }
}

static gboolean
has_word (const char *key, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (key, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A bare number says its value in the unit of the form; 12000 beside 12000 万元 is no correction.
 */
static gboolean
is_sum_changed (const XybReturnRow *row)
{
  g_autofree char *key = xyb_text_key (row->raw[XYB_RETURN_REVENUE].text);
  g_autofree char *number = NULL;

  if (row->revenue_fen == XYB_UNSAID)
    return !xyb_text_is_blank (row->raw[XYB_RETURN_REVENUE].text);
  number = xyb_amount_format_number (row->revenue_fen, XYB_MONEY_UNIT_WAN);
  if (strcmp (key, number) == 0)
    return FALSE;
  /* Spreadsheets write 300 as 300.0. */
  return row->raw[XYB_RETURN_REVENUE].kind != XYB_RAW_NUMBER
         || g_ascii_strtod (key, NULL) != g_ascii_strtod (number, NULL);
}

/**
 * xyb_return_is_changed:
 *
 * Returns: whether the value differs from what stands in the cell, so that both are shown
 */
gboolean
xyb_return_is_changed (const XybReturnRow *row, XybReturnField field)
{
  const char *raw = row->raw[field].text;
  g_autofree char *value = NULL;

  g_return_val_if_fail (field < XYB_N_RETURN_FIELDS, FALSE);

  if (row->status == XYB_RETURN_IGNORED && row->read == NULL)
    return FALSE;
  if (field == XYB_RETURN_REVENUE)
    return is_sum_changed (row);
  value = xyb_return_dup_value (row, field);
  if (raw == NULL || xyb_text_is_blank (raw))
    return *value != '\0';
  if (field == XYB_RETURN_HEADCOUNT && row->raw[field].kind == XYB_RAW_NUMBER
      && row->headcount != XYB_UNSAID)
    return g_ascii_strtod (raw, NULL) != (double) row->headcount;
  return strcmp (raw, value) != 0;
}

/* ---- why ---- */

static void
add (GPtrArray *reasons, const char *reason)
{
  g_ptr_array_add (reasons, g_strdup (reason));
}

static gboolean
has_answer (const XybReturnRow *row, XybReturnField field, XybAnswer answer)
{
  for (guint i = 0; i < row->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (row->notes, i);

      if (note->field == field && note->decision.answer == answer)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_note (const XybReturnRow *row, XybNoteKind kind)
{
  for (guint i = 0; i < row->notes->len; i++)
    if (((XybReturnNote *) g_ptr_array_index (row->notes, i))->kind == kind)
      return TRUE;
  return FALSE;
}

/* What the clerk decided explains a value better than any rule. */
static gboolean
add_decision (GPtrArray *reasons, const XybReturnRow *row, XybReturnField field)
{
  if (has_answer (row, field, XYB_ANSWER_TYPED))
    add (reasons, _ ("改填"));
  else if (has_answer (row, field, XYB_ANSWER_BLANK))
    add (reasons, _ ("决定留空"));
  else if (has_answer (row, field, XYB_ANSWER_OTHER_UNIT))
    add (reasons, row->read != NULL && row->revenue_fen < row->read->revenue_fen
                    ? _ ("决定按小一万倍的单位算")
                    : _ ("决定按大一万倍的单位算"));
  return reasons->len > 0;
}

static void
add_width (GPtrArray *reasons, const char *raw)
{
  g_autofree char *clean = xyb_text_clean (raw);
  g_autofree char *normal = xyb_text_normalise (raw);

  if (strcmp (clean, normal) != 0)
    add (reasons, _ ("全角改半角"));
  if (strcmp (raw, clean) != 0)
    add (reasons, _ ("去掉多余的空格和换行"));
}

static void
explain_sum (GPtrArray *reasons, const XybReturn *self, const XybReturnRow *row)
{
  static const char *const yi[] = { "亿", NULL };
  static const char *const wan[] = { "万", "w", NULL };
  static const char *const yuan[] = { "元", NULL };
  const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, row->sheet);
  const char *raw = row->raw[XYB_RETURN_REVENUE].text;
  g_autofree char *key = xyb_text_key (raw);

  if (row->revenue_fen == XYB_UNSAID)
    {
      add (reasons, _ ("没有填数"));
      return;
    }
  add_width (reasons, raw);
  if (strchr (key, ',') != NULL)
    add (reasons, _ ("去掉千分位"));
  if (row->revenue_unit == XYB_MONEY_UNIT_YI)
    add (reasons, _ ("1 亿 = 10000 万，单位换算"));
  else if (row->revenue_unit == XYB_MONEY_UNIT_YUAN)
    add (reasons, _ ("1 万元 = 10000 元，单位换算"));
  if (!has_word (key, yi) && !has_word (key, wan) && !has_word (key, yuan))
    add (reasons, sheet->unit != XYB_MONEY_UNIT_UNSAID ? _ ("单位按表头")
                                                       : _ ("没有写单位，按首选项的单位"));
  if (has_note (row, XYB_NOTE_APPROXIMATE))
    add (reasons, _ ("约数"));
}

static void
explain_phone (GPtrArray *reasons, const XybReturnRow *row)
{
  const char *raw = row->raw[XYB_RETURN_PHONE].text;
  XybPhoneFlags flags;
  g_autofree char *phone = xyb_phone_normalise (raw, &flags);

  if (*phone == '\0')
    {
      add (reasons, _ ("没有填号码"));
      return;
    }
  add_width (reasons, raw);
  if ((flags & XYB_PHONE_FLAG_SCIENTIFIC) != 0)
    add (reasons, _ ("从科学计数还原，后几位可能丢了"));
  if ((flags & XYB_PHONE_FLAG_DECIMAL) != 0)
    add (reasons, _ ("去掉小数点"));
  if ((flags & XYB_PHONE_FLAG_LOST_ZERO) != 0)
    add (reasons, _ ("补上开头的 0"));
  if (strstr (phone, "；") != NULL)
    add (reasons, _ ("两个号码分开写"));
  if (reasons->len == 0)
    add (reasons, _ ("统一号码写法"));
}

static void
explain_text (GPtrArray *reasons, const XybReturnRow *row, XybReturnField field, const char *value)
{
  const char *raw = row->raw[field].text;

  if (*value == '\0')
    {
      add (reasons, _ ("没有填内容"));
      return;
    }
  add_width (reasons, raw);
  if (field == XYB_RETURN_NAME && has_note (row, XYB_NOTE_NAME_REMARK))
    add (reasons, _ ("去掉名称后面的备注"));
  if (reasons->len == 0)
    add (reasons, field == XYB_RETURN_HEADCOUNT ? _ ("只留数字") : _ ("去掉多余的空格和换行"));
}

/**
 * xyb_return_explain:
 * @row: a row
 * @field: a column of the form
 *
 * Returns: (transfer full) (nullable): “1.2亿” → 12000 万元：1 亿 = 10000 万，单位换算; %NULL where
 * the value is what stands there
 */
char *
xyb_return_explain (const XybReturn *self, const XybReturnRow *row, XybReturnField field)
{
  g_autoptr (GPtrArray) reasons = NULL;
  g_autofree char *value = NULL;
  g_autofree char *joined = NULL;
  const char *raw;

  g_return_val_if_fail (self != NULL && row != NULL, NULL);

  if (!xyb_return_is_changed (row, field))
    return NULL;
  raw = row->raw[field].text != NULL ? row->raw[field].text : "";
  value = xyb_return_dup_value (row, field);
  reasons = g_ptr_array_new_with_free_func (g_free);
  if (add_decision (reasons, row, field))
    ;
  else if (field == XYB_RETURN_REVENUE)
    explain_sum (reasons, self, row);
  else if (field == XYB_RETURN_PHONE)
    explain_phone (reasons, row);
  else
    explain_text (reasons, row, field, value);
  g_ptr_array_add (reasons, NULL);
  joined = g_strjoinv ("，", (char **) reasons->pdata);
  return g_strdup_printf (_ ("“%s” → %s：%s"), raw, *value != '\0' ? value : _ ("空"), joined);
}
