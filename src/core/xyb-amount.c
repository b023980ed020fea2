/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-amount.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "xyb-core-error.h"
#include "xyb-decimal.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

#define EXCERPT_CHARS 20

/* ① and ² would become plain digits under NFKC: 10² is not 102. */
static gboolean
has_odd_digits (const char *text)
{
  g_autofree char *clean = xyb_text_clean (text);
  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (p));
      if (type == G_UNICODE_OTHER_NUMBER || type == G_UNICODE_LETTER_NUMBER)
        return TRUE;
    }
  return FALSE;
}

static char *
normalise_lower (const char *text)
{
  g_autofree char *normal = xyb_text_normalise (text);
  return g_ascii_strdown (normal, -1);
}

static int
power_of_unit (XybMoneyUnit unit)
{
  switch (unit)
    {
    case XYB_MONEY_UNIT_YUAN:
      return 2;
    case XYB_MONEY_UNIT_YI:
      return 10;
    case XYB_MONEY_UNIT_WAN:
    case XYB_MONEY_UNIT_UNSAID:
    default:
      return 6; /* ENT-03: 万元 by default */
    }
}

/* 元 万 万元 亿 亿元, with 十 百 千 before (千万元, 百元), and w as clerks type it. */
static XybMoneyUnit
take_unit (const char **p, int *out_power)
{
  static const struct
  {
    const char *word;
    int power;
  } multipliers[] = { { "十", 1 }, { "百", 2 }, { "千", 3 } };

  const char *q = *p;
  int extra = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (multipliers) && extra == 0; i++)
    if (xyb_cursor_take_text (&q, multipliers[i].word))
      extra = multipliers[i].power;

  XybMoneyUnit unit = XYB_MONEY_UNIT_UNSAID;
  if (xyb_cursor_take_text (&q, "亿"))
    unit = XYB_MONEY_UNIT_YI;
  else if (xyb_cursor_take_text (&q, "万") || xyb_cursor_take_text (&q, "w"))
    unit = XYB_MONEY_UNIT_WAN;
  if ((xyb_cursor_take_text (&q, "元") || xyb_cursor_take_text (&q, "圆"))
      && unit == XYB_MONEY_UNIT_UNSAID)
    unit = XYB_MONEY_UNIT_YUAN;
  if (unit == XYB_MONEY_UNIT_UNSAID)
    return unit;
  *out_power = power_of_unit (unit) + extra;
  *p = q;
  return unit;
}

static gboolean
take_currency (const char **p)
{
  static const char *const words[] = { "人民币", "rmb", "cny", "¥" };
  if (!xyb_cursor_take_any (p, words, G_N_ELEMENTS (words)))
    return FALSE;
  xyb_cursor_take_text (p, ":");
  return TRUE;
}

static gboolean
take_about (const char **p)
{
  static const char *const words[]
    = { "大约", "约为", "约", "将近", "近", "超过", "超", "不到", "预计", "≈", "~" };
  return xyb_cursor_take_any (p, words, G_N_ELEMENTS (words));
}

static gboolean
take_more_or_less (const char **p)
{
  static const char *const words[] = { "左右", "上下", "以上", "以下", "余", "多", "几", "+" };
  return xyb_cursor_take_any (p, words, G_N_ELEMENTS (words));
}

/* One number with what stands around it, as far as it was read. */
typedef struct
{
  const char *p;
  XybAmount amount;
  gboolean negative;
  XybScaleResult scale;
} Reading;

static void
read_before (Reading *self)
{
  for (;;)
    if (take_about (&self->p))
      self->amount.approximate = TRUE;
    else if (!take_currency (&self->p))
      break;
  self->negative = xyb_cursor_take_text (&self->p, "-") || xyb_cursor_take_text (&self->p, "−")
                   || xyb_cursor_take_text (&self->p, "负");
  take_currency (&self->p);
}

/* (万元) behind a number is its unit as much as 万元 is. */
static void
read_unit (Reading *self, int *power)
{
  XybMoneyUnit unit = take_unit (&self->p, power);
  if (unit == XYB_MONEY_UNIT_UNSAID)
    {
      const char *q = self->p;
      int inner_power = 0;
      XybMoneyUnit inner = XYB_MONEY_UNIT_UNSAID;
      if (xyb_cursor_take_text (&q, "(") || xyb_cursor_take_text (&q, "["))
        inner = take_unit (&q, &inner_power);
      if (inner == XYB_MONEY_UNIT_UNSAID
          || (!xyb_cursor_take_text (&q, ")") && !xyb_cursor_take_text (&q, "]")))
        return;
      self->p = q;
      *power = inner_power;
      unit = inner;
    }
  if (!self->amount.unit_from_text)
    self->amount.unit = unit;
  self->amount.unit_from_text = TRUE;
}

static gboolean
read_after (Reading *self)
{
  static const char *const plain[] = { "整", "正", "(人民币)" };
  for (;;)
    if (take_more_or_less (&self->p))
      {
        self->amount.approximate = TRUE;
        xyb_cursor_take_text (&self->p, "元"); /* 3000万余元 */
      }
    else if (!take_currency (&self->p)
             && !xyb_cursor_take_any (&self->p, plain, G_N_ELEMENTS (plain)))
      return *self->p == '\0';
}

static void
add_scaled (Reading *self, const XybDecimal *number, int power)
{
  gint64 fen;
  XybScaleResult result = xyb_decimal_scale (number, power, &fen);
  if (result == XYB_SCALE_OK && fen > G_MAXINT64 - self->amount.fen)
    result = XYB_SCALE_TOO_LARGE;
  if (result == XYB_SCALE_OK)
    self->amount.fen += fen;
  else
    self->scale = result;
  /* A cell shown as 1.2E+08 may have lost digits on the way. */
  self->amount.approximate |= number->scientific;
}

/* 1.2亿, 3000余万元, 1亿2000万元 */
static gboolean
read_sum (Reading *self)
{
  g_auto (XybDecimal) number = { NULL };
  if (!xyb_decimal_take (&self->p, &number))
    return FALSE;
  if (take_more_or_less (&self->p))
    self->amount.approximate = TRUE;
  int power = power_of_unit (self->amount.unit);
  read_unit (self, &power);
  add_scaled (self, &number, power);

  if (!self->amount.unit_from_text || self->amount.unit != XYB_MONEY_UNIT_YI
      || !g_ascii_isdigit (*self->p))
    return TRUE;
  if (!xyb_decimal_take (&self->p, &number) || take_unit (&self->p, &power) != XYB_MONEY_UNIT_WAN)
    return FALSE;
  add_scaled (self, &number, power);
  return TRUE;
}

/* A unit that was printed into the form beforehand, with nothing or a dash before it. */
static gboolean
is_unit_only (const char *text, XybMoneyUnit *out_unit)
{
  static const char *const units[] = { "亿元", "万元", "元", "亿", "万" };
  if (strpbrk (text, "0123456789") != NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (text, units[i]))
      {
        g_autofree char *rest = g_strndup (text, strlen (text) - strlen (units[i]));
        *out_unit = xyb_money_unit_from_name (units[i]);
        return xyb_text_is_placeholder (rest);
      }
  return FALSE;
}

static gboolean
is_foreign (const char *text)
{
  static const char *const words[] = { "美元", "美金", "usd",  "$",   "欧元", "eur", "€",    "日元",
                                       "jpy",  "港元", "港币", "hkd", "台币", "twd", "英镑", "£" };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean refuse (GError **error, XybCoreError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError **error, XybCoreError code, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (XYB_CORE_ERROR, (int) code, format, args));
  va_end (args);
  return FALSE;
}

static gboolean
read_amount (const char *text, const char *normal, Reading *self)
{
  self->p = normal;
  xyb_cursor_skip_spaces (&self->p);
  read_before (self);
  return !has_odd_digits (text) && read_sum (self) && read_after (self);
}

static gboolean
check_amount (const char *field, const char *text, const Reading *reading, GError **error)
{
  g_autofree char *excerpt = xyb_text_excerpt (text, EXCERPT_CHARS);
  if (reading->negative)
    return refuse (error, XYB_CORE_ERROR_INVALID_NUMBER, _ ("%s不能是负数，填的是“%s”，请核对。"),
                   field, excerpt);
  if (reading->scale == XYB_SCALE_TOO_FINE)
    return refuse (error, XYB_CORE_ERROR_INVALID_NUMBER,
                   _ ("%s“%s”小数太多，不足一分，请四舍五入后重填。"), field, excerpt);
  if (reading->scale == XYB_SCALE_TOO_LARGE)
    return refuse (error, XYB_CORE_ERROR_INVALID_NUMBER, _ ("%s“%s”太大，请核对数字和单位。"),
                   field, excerpt);
  if (reading->amount.unit == XYB_MONEY_UNIT_UNSAID && reading->amount.fen != 0)
    return refuse (error, XYB_CORE_ERROR_UNCONFIRMED,
                   _ ("%s“%s”没有写单位，请注明元、万元或亿元。"), field, excerpt);
  return TRUE;
}

/* Nearly every cell of a column is a whole number and nothing else: 12000. So many digits cannot
 * overflow in any unit. */
#define MAX_PLAIN_DIGITS 8

static gboolean
read_plain (const char *text, gsize max_digits, gint64 *out_number)
{
  gsize n = text != NULL ? strspn (text, "0123456789") : 0;

  if (n == 0 || n > max_digits || text[n] != '\0' || text[0] == '0')
    return FALSE;
  *out_number = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

static gint64
ten_to (int power)
{
  gint64 value = 1;

  for (int i = 0; i < power; i++)
    value *= 10;
  return value;
}

/**
 * xyb_amount_parse:
 * @field: the field's name, as the clerk knows it
 * @text: (nullable): 1,234.5万, 1.2亿, 约3000万元, 3000（万元）, ￥1234.5, 1亿2000万元 …
 * @default_unit: unit of a number that has none; %XYB_MONEY_UNIT_UNSAID to refuse such a number
 * @out_amount: (out): the sum in 分 with its unit; %XYB_UNSAID for blank, —, / and 无
 * @error: return location for %XYB_CORE_ERROR_INVALID_NUMBER (no sum, negative, finer than 分,
 *   too large, foreign money), or %XYB_CORE_ERROR_UNCONFIRMED (no unit, and no default)
 *
 * Exact: no float takes part. Approximate words and scientific notation are flagged, not refused.
 *
 * Source: ENT-03, AMB-11, Appendix B-06.
 *
 * Returns: whether @text says a sum, or explicitly none
 */
gboolean
xyb_amount_parse (const char *field,
                  const char *text,
                  XybMoneyUnit default_unit,
                  XybAmount *out_amount,
                  GError **error)
{
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (out_amount != NULL, FALSE);

  XybAmount none = { .fen = XYB_UNSAID, .unit = default_unit };
  gint64 plain;
  if (default_unit != XYB_MONEY_UNIT_UNSAID && read_plain (text, MAX_PLAIN_DIGITS, &plain))
    {
      *out_amount
        = (XybAmount){ .fen = plain * ten_to (power_of_unit (default_unit)), .unit = default_unit };
      return TRUE;
    }
  g_autofree char *normal = normalise_lower (text);
  none.unit_from_text = is_unit_only (normal, &none.unit);
  *out_amount = none;
  if (none.unit_from_text || xyb_text_is_placeholder (normal))
    return TRUE;

  g_autofree char *excerpt = xyb_text_excerpt (text, EXCERPT_CHARS);
  if (is_foreign (normal))
    return refuse (error, XYB_CORE_ERROR_INVALID_NUMBER,
                   _ ("%s“%s”不是人民币，请换算成人民币再填。"), field, excerpt);
  Reading reading = { .amount.unit = default_unit };
  if (!read_amount (text, normal, &reading))
    return refuse (error, XYB_CORE_ERROR_INVALID_NUMBER,
                   _ ("%s“%s”不是金额，请写成数字加单位，例如 1234.5万元。"), field, excerpt);
  if (!check_amount (field, text, &reading, error))
    return FALSE;
  *out_amount = reading.amount;
  return TRUE;
}

/**
 * xyb_amount_format_number:
 * @fen: a sum in 分, or %XYB_UNSAID
 * @unit: the unit to show it in; unsaid is 万元 (ENT-03)
 *
 * Exact, without trailing zeros and thousands separators.
 *
 * Returns: (transfer full): 1234.5, or "" for %XYB_UNSAID
 */
char *
xyb_amount_format_number (gint64 fen, XybMoneyUnit unit)
{
  if (fen == XYB_UNSAID)
    return g_strdup ("");

  guint64 scale = 1;
  int places = power_of_unit (unit);
  for (int i = 0; i < places; i++)
    scale *= 10;
  guint64 size = fen < 0 ? (guint64) -fen : (guint64) fen;
  GString *number = g_string_new (fen < 0 ? "-" : "");
  g_string_append_printf (number, "%" G_GUINT64_FORMAT ".%0*" G_GINT64_MODIFIER "u", size / scale,
                          places, size % scale);
  while (number->str[number->len - 1] == '0')
    g_string_truncate (number, number->len - 1);
  if (number->str[number->len - 1] == '.')
    g_string_truncate (number, number->len - 1);
  return g_string_free (number, FALSE);
}

/**
 * xyb_amount_format:
 * @fen: a sum in 分, or %XYB_UNSAID
 * @unit: the unit to show it in; unsaid is 万元 (ENT-03)
 *
 * Returns: (transfer full): 12000万元, or "" for %XYB_UNSAID
 */
char *
xyb_amount_format (gint64 fen, XybMoneyUnit unit)
{
  if (fen == XYB_UNSAID)
    return g_strdup ("");
  XybMoneyUnit shown = unit == XYB_MONEY_UNIT_UNSAID ? XYB_MONEY_UNIT_WAN : unit;
  g_autofree char *number = xyb_amount_format_number (fen, shown);
  return g_strconcat (number, xyb_money_unit_name (shown), NULL);
}

/**
 * xyb_amount_to_cell:
 * @fen: a sum in 分, or %XYB_UNSAID
 * @unit: the unit of the cell; unsaid is 万元 (ENT-03)
 *
 * The only double: a spreadsheet cell holds nothing else. It is the double nearest to the exact
 * decimal, so that the cell shows what xyb_amount_format_number() says.
 *
 * Returns: the number of the cell, or NaN for %XYB_UNSAID: leave that cell blank
 */
double
xyb_amount_to_cell (gint64 fen, XybMoneyUnit unit)
{
  if (fen == XYB_UNSAID)
    return NAN;
  g_autofree char *number = xyb_amount_format_number (fen, unit);
  return g_ascii_strtod (number, NULL);
}

/**
 * xyb_money_unit_name:
 * @unit: a unit
 *
 * Returns: (nullable): 元, 万元 or 亿元; %NULL where unsaid
 */
const char *
xyb_money_unit_name (XybMoneyUnit unit)
{
  switch (unit)
    {
    case XYB_MONEY_UNIT_YUAN:
      return "元";
    case XYB_MONEY_UNIT_WAN:
      return "万元";
    case XYB_MONEY_UNIT_YI:
      return "亿元";
    case XYB_MONEY_UNIT_UNSAID:
    default:
      return NULL;
    }
}

/**
 * xyb_money_unit_from_name:
 * @name: (nullable): 元, 万, 万元, 亿, 亿元, in brackets or not
 *
 * Returns: the unit, or %XYB_MONEY_UNIT_UNSAID for anything else
 */
XybMoneyUnit
xyb_money_unit_from_name (const char *name)
{
  static const struct
  {
    const char *name;
    XybMoneyUnit unit;
  } names[] = {
    { "元", XYB_MONEY_UNIT_YUAN }, { "人民币元", XYB_MONEY_UNIT_YUAN },
    { "万", XYB_MONEY_UNIT_WAN },  { "万元", XYB_MONEY_UNIT_WAN },
    { "亿", XYB_MONEY_UNIT_YI },   { "亿元", XYB_MONEY_UNIT_YI },
  };

  g_autofree char *key = xyb_text_key (name);
  gsize length = strlen (key);
  char *bare = key;
  if (length > 2 && key[0] == '(' && key[length - 1] == ')')
    {
      key[length - 1] = '\0';
      bare = key + 1;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (bare, names[i].name))
      return names[i].unit;
  return XYB_MONEY_UNIT_UNSAID;
}

/* 180, 1,234, 180人; FALSE where the text is no number at all. */
static gboolean
read_count (const char *text, const char *normal, XybDecimal *out_number, gboolean *out_negative)
{
  static const char *const words[] = { "人", "名", "个", "位", "家", "户" };
  const char *p = normal;
  *out_negative = xyb_cursor_take_text (&p, "-") || xyb_cursor_take_text (&p, "−")
                  || xyb_cursor_take_text (&p, "负");
  if (has_odd_digits (text) || !xyb_decimal_take (&p, out_number) || out_number->scientific)
    return FALSE;
  xyb_cursor_take_any (&p, words, G_N_ELEMENTS (words));
  return *p == '\0';
}

/**
 * xyb_count_parse:
 * @field: the field's name, as the clerk knows it
 * @text: (nullable): 180, 1,234, １８０人; 180.0 as spreadsheets write it
 * @max: the most that makes sense
 * @out_count: (out): the count; %XYB_UNSAID for blank, —, / and 无
 * @error: return location for %XYB_CORE_ERROR_INVALID_NUMBER
 *
 * Dates, fractions and words that got into a column of counts are refused (B-18); 约 is refused
 * too, because a count has no place to keep it.
 *
 * Returns: whether @text says a count, or explicitly none
 */
gboolean
xyb_count_parse (const char *field, const char *text, gint64 max, gint64 *out_count, GError **error)
{
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (out_count != NULL, FALSE);

  *out_count = XYB_UNSAID;
  gint64 plain;
  if (read_plain (text, MAX_PLAIN_DIGITS, &plain) && plain <= max)
    {
      *out_count = plain;
      return TRUE;
    }
  g_autofree char *normal = normalise_lower (text);
  if (xyb_text_is_placeholder (normal))
    return TRUE;

  g_autofree char *excerpt = xyb_text_excerpt (text, EXCERPT_CHARS);
  g_auto (XybDecimal) number = { NULL };
  gboolean negative;
  gint64 count;
  if (!read_count (text, normal, &number, &negative))
    return refuse (error, XYB_CORE_ERROR_INVALID_NUMBER,
                   _ ("%s“%s”不是整数，请只写数字，例如 180。"), field, excerpt);
  if (negative)
    return refuse (error, XYB_CORE_ERROR_INVALID_NUMBER, _ ("%s不能是负数，填的是“%s”，请核对。"),
                   field, excerpt);
  if (number.fraction)
    return refuse (error, XYB_CORE_ERROR_INVALID_NUMBER, _ ("%s“%s”不能有小数，请填整数。"), field,
                   excerpt);
  if (xyb_decimal_scale (&number, 0, &count) != XYB_SCALE_OK || count > max)
    return refuse (error, XYB_CORE_ERROR_INVALID_NUMBER,
                   _ ("%s“%s”太大，最多 %" PRId64 "，请核对。"), field, excerpt, max);
  *out_count = count;
  return TRUE;
}
