/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-mark.h"

#include <string.h>

#include "xyb-core-error.h"
#include "xyb-decimal.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* KH-10: marks come back from Excel, WPS, OCR and OA in many shapes. They are compared after NFKC,
 * which already turns ＊ ﹡ Ⅴ － into * V -, and after case folding. */

#define EXCERPT_CHARACTERS 20

static const struct
{
  XybMarkKind kind;
  const char *text;
} spellings[] = {
  { XYB_MARK_DONE, "√" },
  { XYB_MARK_DONE, "✓" },
  { XYB_MARK_DONE, "✔" },
  { XYB_MARK_DONE, "☑" },
  { XYB_MARK_DONE, "✅" },
  { XYB_MARK_DONE, "🗸" },
  { XYB_MARK_DONE, "∨" },
  { XYB_MARK_DONE, "⋁" },
  { XYB_MARK_DONE, "v" },
  { XYB_MARK_DONE, "已完成" },
  { XYB_MARK_DONE, "完成" },
  { XYB_MARK_OPEN, "*" },
  { XYB_MARK_OPEN, "\\*" }, /* out of Markdown */
  { XYB_MARK_OPEN, "∗" },
  { XYB_MARK_OPEN, "⁎" },
  { XYB_MARK_OPEN, "✱" },
  { XYB_MARK_OPEN, "✲" },
  { XYB_MARK_OPEN, "※" },
  { XYB_MARK_OPEN, "未完成" },
  { XYB_MARK_OPEN, "尚未完成" },
  { XYB_MARK_NOT_APPLICABLE, "非考核项" },
  { XYB_MARK_NOT_APPLICABLE, "非考核项目" },
  { XYB_MARK_NOT_APPLICABLE, "非考核" },
  { XYB_MARK_NOT_APPLICABLE, "不考核" },
  { XYB_MARK_NOT_APPLICABLE, "不考核项" },
  { XYB_MARK_NOT_APPLICABLE, "不参与考核" },
  { XYB_MARK_NOT_APPLICABLE, "不适用" },
  { XYB_MARK_NOT_APPLICABLE, "-" },
  { XYB_MARK_NOT_APPLICABLE, "--" },
  { XYB_MARK_NOT_APPLICABLE, "–" },
  { XYB_MARK_NOT_APPLICABLE, "—" },
  { XYB_MARK_NOT_APPLICABLE, "——" },
  { XYB_MARK_NOT_APPLICABLE, "−" },
  { XYB_MARK_NOT_APPLICABLE, "/" },
  { XYB_MARK_NO_EVENT, "无" },
  { XYB_MARK_NO_EVENT, "没有" },
  { XYB_MARK_NO_EVENT, "无事件" },
  { XYB_MARK_NO_EVENT, "未发生" },
  { XYB_MARK_NO_EVENT, "未监测到" },
  { XYB_MARK_EVENT, "有" },
  { XYB_MARK_EVENT, "有事件" },
  { XYB_MARK_EXPLAINED, "已说明" },
  { XYB_MARK_EXPLAINED, "已作情况说明" },
  { XYB_MARK_EXPLAINED, "情况说明" },
  { XYB_MARK_EXPLAINED, "已说明免扣" },
  { XYB_MARK_EXPLAINED, "*说" },
  { XYB_MARK_EXPLAINED, "说" },
};

static gboolean
find_spelling (const char *key, XybMarkKind *out_kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (strcmp (key, spellings[i].text) == 0)
      {
        *out_kind = spellings[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* Emoji come with U+FE0F behind them: ✔️. */
static char *
mark_key (const char *text)
{
  g_autofree char *key = xyb_text_key (text);
  GString *plain = g_string_new (NULL);

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) < 0xFE00 || g_utf8_get_char (p) > 0xFE0F)
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

/* What is written with a number: 1, 2条, 扣0.05分, 缺2次, -0.05, *−0.05. */
typedef struct
{
  gboolean points;  /* so many 分: said behind it, or by the sign before it */
  gboolean missed;  /* so many times not done: 缺, 未完成, 扣…次 */
  gboolean counted; /* 次, 条, 件 … stood behind it */
  XybDecimal number;
} Written;

static void
written_clear (Written *self)
{
  xyb_decimal_clear (&self->number);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Written, written_clear)

static gboolean
read_written (const char *key, Written *out)
{
  static const char *const signs[] = { "-", "−", "–", "扣" };
  static const char *const missing[] = { "缺", "未完成" };
  static const char *const counters[] = { "次", "条", "件", "个", "例" };
  const char *p = key;
  gboolean taken_off;

  if (xyb_cursor_take_text (&p, "有"))
    xyb_cursor_take_text (&p, ",");
  xyb_cursor_take_text (&p, "*");
  taken_off = xyb_cursor_take_any (&p, signs, G_N_ELEMENTS (signs));
  out->missed = !taken_off && xyb_cursor_take_any (&p, missing, G_N_ELEMENTS (missing));
  if (!g_ascii_isdigit (*p) || !xyb_decimal_take (&p, &out->number) || out->number.scientific)
    return FALSE;
  out->points = xyb_cursor_take_text (&p, "分");
  out->counted = !out->points && xyb_cursor_take_any (&p, counters, G_N_ELEMENTS (counters));
  out->points = out->points || (taken_off && !out->counted);
  out->missed = out->missed || (taken_off && out->counted);
  return *p == '\0';
}

static gboolean
refuse_number (const char *text, const XybIndicator *indicator, const char *advice, GError **error)
{
  g_autofree char *name = xyb_indicator_name (indicator);
  g_autofree char *shown = xyb_text_excerpt (text, EXCERPT_CHARACTERS);

  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNFIT_MARK, _ ("考核指标“%s”不能填“%s”，%s"),
               name, shown, advice);
  return FALSE;
}

/* A deduction of a per-count column is kept as its count: it says more. */
static void
prefer_count (XybMark *mark, const XybIndicator *indicator)
{
  if (indicator->rule != XYB_RULE_PER_COUNT || indicator->step <= 0 || mark->amount <= 0
      || mark->amount > indicator->cap || mark->amount % indicator->step != 0)
    return;
  mark->count = mark->amount / indicator->step;
  mark->amount = XYB_UNSAID;
}

static gboolean
set_amount (XybMark *mark,
            const Written *written,
            const XybIndicator *indicator,
            const char *text,
            GError **error)
{
  gint64 amount;

  if (xyb_decimal_scale (&written->number, 2, &amount) != XYB_SCALE_OK)
    return refuse_number (text, indicator, _ ("分值最多两位小数，请改正。"), error);
  mark->kind = indicator->event ? XYB_MARK_EVENT : XYB_MARK_DEDUCTED;
  mark->amount = amount;
  prefer_count (mark, indicator);
  return TRUE;
}

static gboolean
set_count (XybMark *mark,
           const Written *written,
           const XybIndicator *indicator,
           const char *text,
           GError **error)
{
  gboolean received = !written->missed && indicator->per_quarter != XYB_UNSAID;
  gint64 count;

  if (written->number.fraction || xyb_decimal_scale (&written->number, 0, &count) != XYB_SCALE_OK)
    return refuse_number (text, indicator, _ ("次数要填整数，扣分请写成“扣0.05分”。"), error);
  if (count == 0 && indicator->rule == XYB_RULE_PER_COUNT && !received)
    return refuse_number (text, indicator, _ ("一次也没有少请填 √。"), error);
  if (count == 0) /* nothing received yet: the sources print * for it */
    mark->kind = XYB_MARK_OPEN;
  else
    {
      mark->kind
        = received || indicator->rule == XYB_RULE_INFO ? XYB_MARK_COUNT : XYB_MARK_DEDUCTED;
      mark->count = count;
    }
  return TRUE;
}

static gboolean
is_zero (const XybDecimal *number)
{
  gint64 value;

  return xyb_decimal_scale (number, 2, &value) == XYB_SCALE_OK && value == 0;
}

static gboolean
set_number (XybMark *mark,
            const Written *written,
            const XybIndicator *indicator,
            const char *text,
            GError **error)
{
  gboolean counts = indicator->rule == XYB_RULE_PER_COUNT || indicator->rule == XYB_RULE_INFO;

  if (indicator->event && is_zero (&written->number) && !written->points)
    {
      mark->kind = XYB_MARK_NO_EVENT;
      return TRUE;
    }
  if (written->points || (indicator->event && !written->counted))
    return set_amount (mark, written, indicator, text, error);
  if (!counts)
    return refuse_number (text, indicator, _ ("这一列不计数，扣分请写成“扣0.1分”。"), error);
  return set_count (mark, written, indicator, text, error);
}

/**
 * xyb_mark_parse:
 * @text: (nullable): what was typed, pasted or imported into a cell
 * @indicator: the column
 * @error: %XYB_CORE_ERROR_UNKNOWN_MARK for a text that is no mark, %XYB_CORE_ERROR_UNFIT_MARK for
 * one the column does not know
 *
 * Reads √ ✓ ✔ ∨ V, * ＊ ﹡, 非考核项 不考核 —, 无, 有, 已说明, counts and deductions such as 2条,
 * 缺1次, 扣0.05分, −0.05 (KH-10). A blank text is a blank cell. A bare number is a count where the
 * column counts, and points in an event column. Whether a reason is still to be given is asked by
 * xyb_mark_check() alone.
 *
 * Returns: (transfer full): the mark; %NULL with @error set
 */
XybMark *
xyb_mark_parse (const char *text, const XybIndicator *indicator, GError **error)
{
  g_autofree char *key = mark_key (text);
  g_autoptr (XybMark) mark = xyb_mark_new (XYB_MARK_UNSAID);
  g_auto (Written) written = { 0 };

  g_return_val_if_fail (indicator != NULL, NULL);

  if (*key == '\0' || find_spelling (key, &mark->kind))
    return g_steal_pointer (&mark);
  if (!read_written (key, &written))
    {
      g_autofree char *name = xyb_indicator_name (indicator);
      g_autofree char *shown = xyb_text_excerpt (text, EXCERPT_CHARACTERS);

      g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNKNOWN_MARK,
                   _ ("考核指标“%s”的“%s”不是考核表用的标记，请填 √、*、非考核项、无或数字。"),
                   name, shown);
      return NULL;
    }
  if (!set_number (mark, &written, indicator, text, error))
    return NULL;
  return g_steal_pointer (&mark);
}
