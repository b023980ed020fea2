/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-decimal.h"

#include <string.h>

#define MAX_EXPONENT_DIGITS 3

void
xyb_cursor_skip_spaces (const char **p)
{
  while (**p == ' ')
    (*p)++;
}

gboolean
xyb_cursor_take_text (const char **p, const char *text)
{
  if (!g_str_has_prefix (*p, text))
    return FALSE;
  *p += strlen (text);
  xyb_cursor_skip_spaces (p);
  return TRUE;
}

gboolean
xyb_cursor_take_any (const char **p, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (xyb_cursor_take_text (p, words[i]))
      return TRUE;
  return FALSE;
}

static guint
take_digits (const char **p, GString *digits)
{
  guint n = 0;
  for (; g_ascii_isdigit (**p); (*p)++, n++)
    g_string_append_c (digits, **p);
  return n;
}

/* 1234 or 1,234,567 with one kind of separator; 1,23 and 12,3456 are slips and refused. */
static gboolean
take_integer_part (const char **p, GString *digits)
{
  guint group = take_digits (p, digits);
  char separator = **p;
  if (strchr (", '", separator) == NULL || separator == '\0' || !g_ascii_isdigit ((*p)[1]))
    return group > 0;
  if (group < 1 || group > 3)
    return FALSE;
  while (**p == separator && g_ascii_isdigit ((*p)[1]))
    {
      (*p)++;
      if (take_digits (p, digits) != 3)
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_exponent (const char **p, XybDecimal *out)
{
  if (**p != 'e')
    return TRUE;
  const char *q = *p + 1;
  gboolean negative = *q == '-';
  if (*q == '-' || *q == '+')
    q++;
  gsize n = strspn (q, "0123456789");
  if (n < 1 || n > MAX_EXPONENT_DIGITS)
    return FALSE;
  int exponent = (int) g_ascii_strtoll (q, NULL, 10);
  out->exponent += negative ? -exponent : exponent;
  out->scientific = TRUE;
  *p = q + n;
  return TRUE;
}

/**
 * xyb_decimal_take:
 * @p: (inout): cursor
 * @out: (inout): zeroed before its first use; what it held is freed
 *
 * Reads 1234.5, 1,234.5, .5, 1.2e+08 exactly, without a sign.
 *
 * Returns: whether a number stood there, in a spelling that can mean only one
 */
gboolean
xyb_decimal_take (const char **p, XybDecimal *out)
{
  xyb_decimal_clear (out);
  *out = (XybDecimal){ .digits = g_string_new (NULL) };
  gboolean has_integer = take_integer_part (p, out->digits);
  if (!has_integer && (**p != '.' || out->digits->len > 0))
    return FALSE;
  if (**p == '.')
    {
      (*p)++;
      guint places = take_digits (p, out->digits);
      if (places == 0 && !has_integer)
        return FALSE;
      out->exponent = -(int) places;
      out->fraction = strspn (out->digits->str + out->digits->len - places, "0") < places;
    }
  if (!take_exponent (p, out))
    return FALSE;
  xyb_cursor_skip_spaces (p);
  return TRUE;
}

/**
 * xyb_decimal_scale:
 * @self: a number that was read
 * @power: 2 turns 元 into 分
 * @out_value: (out): the number × 10^@power, exactly; 0 where that is impossible
 *
 * Returns: %XYB_SCALE_TOO_FINE where digits would be lost, %XYB_SCALE_TOO_LARGE beyond 63 bits
 */
XybScaleResult
xyb_decimal_scale (const XybDecimal *self, int power, gint64 *out_value)
{
  const char *digits = self->digits->str + strspn (self->digits->str, "0");
  gsize length = strlen (digits);
  int exponent = self->exponent + power;
  for (; length > 0 && digits[length - 1] == '0'; length--)
    exponent++;

  *out_value = 0;
  if (length == 0)
    return XYB_SCALE_OK;
  if (exponent < 0)
    return XYB_SCALE_TOO_FINE;
  guint64 value = 0;
  for (gsize i = 0; i < length + (gsize) exponent; i++)
    if (!g_uint64_checked_mul (&value, value, 10)
        || !g_uint64_checked_add (&value, value, i < length ? (guint64) (digits[i] - '0') : 0)
        || value > (guint64) G_MAXINT64)
      return XYB_SCALE_TOO_LARGE;
  *out_value = (gint64) value;
  return XYB_SCALE_OK;
}

void
xyb_decimal_clear (XybDecimal *self)
{
  if (self->digits != NULL)
    g_string_free (self->digits, TRUE);
  self->digits = NULL;
}
