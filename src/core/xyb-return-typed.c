/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-typed.h"

#include "xyb-core-error.h"
#include "xyb-enterprise.h"
#include "xyb-i18n.h"
#include "xyb-phone.h"
#include "xyb-text.h"

#define EXCERPT_CHARS 20

/* What a typed text means; which of it counts follows from the field. */
typedef struct
{
  char *text; /* name, products, contact, phone */
  XybAmount amount;
  gint64 headcount;
} Typed;

static gboolean
refuse_empty (XybReturnField field, GError **error)
{
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY, _ ("%s不能为空，请填写。"),
               xyb_return_field_name (field));
  return FALSE;
}

static gboolean
parse_phone (const char *text, char **out_phone, GError **error)
{
  XybPhoneFlags flags;
  g_autofree char *phone = xyb_phone_normalise (text, &flags);
  g_autofree char *excerpt = NULL;

  if ((flags & (XYB_PHONE_FLAG_DOUBTFUL | XYB_PHONE_FLAG_SCIENTIFIC)) == 0)
    {
      *out_phone = g_steal_pointer (&phone);
      return TRUE;
    }
  excerpt = xyb_text_excerpt (text, EXCERPT_CHARS);
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_PHONE,
               _ ("电话“%s”不像电话号码，请核对。"), excerpt);
  return FALSE;
}

static gboolean
parse_text (XybReturnField field, const char *text, char **out_text, GError **error)
{
  g_autofree char *clean
    = xyb_text_check_field (xyb_return_field_name (field), text, XYB_RETURN_MAX_TEXT, error);

  if (clean == NULL)
    return FALSE;
  *out_text = xyb_text_normalise (clean);
  return TRUE;
}

/* Sums without a unit are of the head's, then of the office's. */
static XybMoneyUnit
unit_of (const XybReturn *self, const XybReturnRow *row)
{
  const XybReturnSheet *sheet = g_ptr_array_index (self->sheets, row->sheet);

  return sheet->unit != XYB_MONEY_UNIT_UNSAID ? sheet->unit : self->usual;
}

static gboolean
parse (const XybReturn *self,
       const XybReturnRow *row,
       XybReturnField field,
       const char *text,
       Typed *typed,
       GError **error)
{
  const char *name = xyb_return_field_name (field);

  if (xyb_text_is_placeholder (text))
    return refuse_empty (field, error);
  switch (field)
    {
    case XYB_RETURN_REVENUE:
      return xyb_amount_parse (name, text, unit_of (self, row), &typed->amount, error);
    case XYB_RETURN_HEADCOUNT:
      return xyb_count_parse (name, text, XYB_MAX_HEADCOUNT, &typed->headcount, error);
    case XYB_RETURN_PHONE:
      return parse_phone (text, &typed->text, error);
    case XYB_RETURN_POSITION:
    case XYB_RETURN_NAME:
    case XYB_RETURN_PRODUCTS:
    case XYB_RETURN_CONTACT:
    default:
      return parse_text (field, text, &typed->text, error);
    }
}

/**
 * xyb_return_check_typed:
 * @note: the question
 * @text: (nullable): what was typed
 * @out_name: (out) (optional): the name it means, %NULL for other fields
 * @error: the parser's %XYB_CORE_ERROR
 *
 * Returns: whether it can stand there
 */
gboolean
xyb_return_check_typed (const XybReturn *self,
                        const XybReturnRow *row,
                        const XybReturnNote *note,
                        const char *text,
                        char **out_name,
                        GError **error)
{
  Typed typed = { 0 };
  gboolean ok = parse (self, row, note->field, text, &typed, error);

  if (out_name != NULL)
    *out_name = note->field == XYB_RETURN_NAME ? g_steal_pointer (&typed.text) : NULL;
  g_free (typed.text);
  return ok;
}

static char **
text_of (XybReturnRow *row, XybReturnField field)
{
  switch (field)
    {
    case XYB_RETURN_NAME:
      return &row->name;
    case XYB_RETURN_PRODUCTS:
      return &row->products;
    case XYB_RETURN_CONTACT:
      return &row->contact;
    case XYB_RETURN_PHONE:
      return &row->phone;
    case XYB_RETURN_POSITION:
    case XYB_RETURN_REVENUE:
    case XYB_RETURN_HEADCOUNT:
    default:
      return NULL;
    }
}

/**
 * xyb_return_set_typed:
 * @text: what xyb_return_check_typed() let pass
 *
 * Puts it into the row.
 */
void
xyb_return_set_typed (const XybReturn *self,
                      XybReturnRow *row,
                      const XybReturnNote *note,
                      const char *text)
{
  Typed typed = { 0 };
  char **place = text_of (row, note->field);

  if (!parse (self, row, note->field, text, &typed, NULL))
    return;
  if (place != NULL)
    {
      g_free (*place);
      *place = g_steal_pointer (&typed.text);
    }
  else if (note->field == XYB_RETURN_REVENUE)
    {
      row->revenue_fen = typed.amount.fen;
      row->revenue_unit = typed.amount.unit;
    }
  else
    row->headcount = typed.headcount;
}

/**
 * xyb_return_clear_field:
 *
 * Nothing is said there.
 */
void
xyb_return_clear_field (XybReturnRow *row, XybReturnField field)
{
  char **place = text_of (row, field);

  if (place != NULL)
    {
      g_free (*place);
      *place = g_strdup ("");
    }
  else if (field == XYB_RETURN_REVENUE)
    row->revenue_fen = XYB_UNSAID;
  else if (field == XYB_RETURN_HEADCOUNT)
    row->headcount = XYB_UNSAID;
}
