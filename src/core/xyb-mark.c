/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-mark.h"

#include <string.h>

#include "xyb-completion.h"
#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

static const struct
{
  const char *key;
  const char *name;
} kind_names[XYB_N_MARK_KINDS] = {
  [XYB_MARK_UNSAID] = { "unsaid", N_ ("未填写") },
  [XYB_MARK_OPEN] = { "open", N_ ("未完成") },
  [XYB_MARK_DONE] = { "done", N_ ("已完成") },
  [XYB_MARK_NOT_APPLICABLE] = { "not_applicable", N_ ("非考核项") },
  [XYB_MARK_NO_EVENT] = { "no_event", N_ ("无事件") },
  [XYB_MARK_EVENT] = { "event", N_ ("有事件") },
  [XYB_MARK_COUNT] = { "count", N_ ("计数") },
  [XYB_MARK_EXPLAINED] = { "explained", N_ ("已说明") },
  [XYB_MARK_DEDUCTED] = { "deducted", N_ ("扣分") },
};

/**
 * xyb_mark_kind_name:
 * @kind: a state of a cell (KH-08)
 *
 * Returns: (nullable): what the clerk calls it, such as 未完成; %NULL for an unknown number
 */
const char *
xyb_mark_kind_name (XybMarkKind kind)
{
  return (guint) kind < XYB_N_MARK_KINDS ? _ (kind_names[kind].name) : NULL;
}

/**
 * xyb_mark_kind_key:
 * @kind: a state of a cell
 *
 * Returns: (nullable): its name on the command line; %NULL for an unknown number
 */
const char *
xyb_mark_kind_key (XybMarkKind kind)
{
  return (guint) kind < XYB_N_MARK_KINDS ? kind_names[kind].key : NULL;
}

/**
 * xyb_mark_kind_from_key:
 * @key: (nullable): a key, or the Chinese name
 *
 * Returns: the state; %XYB_MARK_UNSAID where @key is none
 */
XybMarkKind
xyb_mark_kind_from_key (const char *key)
{
  for (guint i = 0; key != NULL && i < XYB_N_MARK_KINDS; i++)
    if (strcmp (key, kind_names[i].key) == 0 || strcmp (key, kind_names[i].name) == 0)
      return (XybMarkKind) i;
  return XYB_MARK_UNSAID;
}

/**
 * xyb_mark_new:
 * @kind: a state of a cell
 *
 * Returns: (transfer full): the mark, without count, amount and words
 */
XybMark *
xyb_mark_new (XybMarkKind kind)
{
  XybMark *self = g_new0 (XybMark, 1);

  self->kind = kind;
  self->count = XYB_UNSAID;
  self->amount = XYB_UNSAID;
  return self;
}

/**
 * xyb_mark_copy:
 * @self: a mark
 *
 * Returns: (transfer full): another like it
 */
XybMark *
xyb_mark_copy (const XybMark *self)
{
  XybMark *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = xyb_mark_new (self->kind);
  copy->count = self->count;
  copy->amount = self->amount;
  copy->remark = g_strdup (self->remark);
  copy->approver = g_strdup (self->approver);
  copy->evidence = g_strdup (self->evidence);
  return copy;
}

/**
 * xyb_mark_free:
 * @self: (nullable): a mark
 */
void
xyb_mark_free (XybMark *self)
{
  if (self == NULL)
    return;
  g_free (self->remark);
  g_free (self->approver);
  g_free (self->evidence);
  g_free (self);
}

/**
 * xyb_mark_equal:
 * @a: a mark
 * @b: another
 *
 * Returns: whether they say the same in every field
 */
gboolean
xyb_mark_equal (const XybMark *a, const XybMark *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kind == b->kind && a->count == b->count && a->amount == b->amount
         && g_strcmp0 (a->remark, b->remark) == 0 && g_strcmp0 (a->approver, b->approver) == 0
         && g_strcmp0 (a->evidence, b->evidence) == 0;
}

/**
 * xyb_mark_print:
 * @self: a mark
 * @indicator: the column it stands in
 *
 * KH-07: the sources know √, *, 非考核项, 无, a number and a blank, and these are what is printed:
 * official words, not translated. What was explained or deducted stays * (AMB-17); an event, which
 * no source shows, is 有. What it cost stands in 扣分情况.
 *
 * Returns: (transfer full): the text of the cell, possibly ""
 */
char *
xyb_mark_print (const XybMark *self, const XybIndicator *indicator)
{
  g_return_val_if_fail (self != NULL && indicator != NULL, NULL);

  switch (self->kind)
    {
    case XYB_MARK_DONE:
      return g_strdup ("√");
    case XYB_MARK_NOT_APPLICABLE:
      return g_strdup ("非考核项");
    case XYB_MARK_NO_EVENT:
      return g_strdup ("无");
    case XYB_MARK_EVENT:
      return g_strdup ("有");
    case XYB_MARK_COUNT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, self->count);
    case XYB_MARK_OPEN:
    case XYB_MARK_EXPLAINED:
    case XYB_MARK_DEDUCTED:
      return g_strdup ("*");
    case XYB_MARK_UNSAID:
    default:
      return g_strdup (indicator->event ? "" : "*");
    }
}

/* ---- does it fit ---- */

#define COUNT_MAX 9999

G_GNUC_PRINTF (3, 4)
static gboolean
unfit (GError **error, const XybIndicator *indicator, const char *format, ...)
{
  va_list arguments;
  g_autofree char *sentence = NULL;
  g_autofree char *name = xyb_indicator_name (indicator);

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNFIT_MARK, _ ("考核指标“%s”%s"), name,
               sentence);
  return FALSE;
}

/* What the column takes, for the end of a sentence. */
static const char *
accepted_marks (const XybIndicator *indicator)
{
  if (indicator->event)
    return indicator->rule == XYB_RULE_MANUAL ? _ ("“无”，或者扣几分和原因") : _ ("“无”或“有”");
  if (indicator->rule == XYB_RULE_PER_COUNT)
    return indicator->per_quarter != XYB_UNSAID ? _ ("√、*、非考核项，或者已报的条数")
                                                : _ ("√、*、非考核项，或者未完成的次数");
  return _ ("√、*、非考核项，或者扣几分");
}

static gboolean
fits_column (const XybMark *self, const XybIndicator *indicator)
{
  switch (self->kind)
    {
    case XYB_MARK_UNSAID:
    case XYB_MARK_NOT_APPLICABLE:
      return TRUE;
    case XYB_MARK_NO_EVENT:
    case XYB_MARK_EVENT:
      return indicator->event;
    case XYB_MARK_OPEN:
    case XYB_MARK_DONE:
    case XYB_MARK_EXPLAINED:
      return !indicator->event;
    case XYB_MARK_COUNT:
      return !indicator->event
             && (indicator->rule == XYB_RULE_INFO
                 || (indicator->rule == XYB_RULE_PER_COUNT
                     && indicator->per_quarter != XYB_UNSAID));
    case XYB_MARK_DEDUCTED:
      return !indicator->event && indicator->rule != XYB_RULE_INFO;
    default:
      return FALSE;
    }
}

static gboolean
check_number (const XybMark *self, const XybIndicator *indicator, GError **error)
{
  gboolean counted = self->kind == XYB_MARK_COUNT
                     || (self->kind == XYB_MARK_DEDUCTED && indicator->rule == XYB_RULE_PER_COUNT);

  if (self->count == XYB_UNSAID)
    return self->kind != XYB_MARK_COUNT || unfit (error, indicator, _ ("没有填写件数，请填写。"));
  if (!counted)
    return unfit (error, indicator, _ ("不按次数计分，请不要填写次数。"));
  if (self->count < 0 || self->count > COUNT_MAX)
    return unfit (error, indicator, _ ("的次数要在 0 到 %d 之间，请核对。"), COUNT_MAX);
  return TRUE;
}

static gboolean
check_amount (const XybMark *self, const XybIndicator *indicator, GError **error)
{
  gboolean costs = self->kind == XYB_MARK_EVENT || self->kind == XYB_MARK_DEDUCTED;
  gint64 most = indicator->rule == XYB_RULE_PER_COUNT ? indicator->cap : indicator->points;
  g_autofree char *amount = xyb_points_format (self->amount);
  g_autofree char *most_text = xyb_points_format (most);

  if (self->amount == XYB_UNSAID)
    return !costs || indicator->rule != XYB_RULE_MANUAL
           || unfit (error, indicator, _ ("视情扣分，请填写扣几分，最高 %s 分。"), most_text);
  if (!costs)
    return unfit (error, indicator, _ ("填了扣 %s 分，但标记不是扣分，请改成一致。"), amount);
  if (self->amount < 0)
    return unfit (error, indicator, _ ("的扣分不能是负数，请核对。"));
  if (self->amount > most)
    return unfit (error, indicator, _ ("最高扣 %s 分，填的是 %s 分，请核对。"), most_text, amount);
  return TRUE;
}

static gboolean
check_reason (const XybMark *self, const XybIndicator *indicator, GError **error)
{
  if (indicator->rule != XYB_RULE_MANUAL || self->amount == XYB_UNSAID
      || !xyb_text_is_blank (self->remark))
    return TRUE;
  return unfit (error, indicator, _ ("视情扣分要说明原因，请填写原因。"));
}

/**
 * xyb_mark_check:
 * @self: a mark
 * @indicator: the column it is to stand in
 * @error: %XYB_CORE_ERROR_UNFIT_MARK
 *
 * A mark must be one of those the column knows; what it costs must not be more than the column can
 * cost; and points that somebody decides need a reason (AMB-08).
 *
 * Returns: whether the mark may stand there; %FALSE with a sentence that says what may
 */
gboolean
xyb_mark_check (const XybMark *self, const XybIndicator *indicator, GError **error)
{
  g_return_val_if_fail (self != NULL && indicator != NULL, FALSE);

  if (!fits_column (self, indicator))
    {
      g_autofree char *text = xyb_mark_print (self, indicator);

      return unfit (error, indicator, _ ("不能填“%s”，这一列请填%s。"),
                    self->kind == XYB_MARK_EXPLAINED || self->kind == XYB_MARK_DEDUCTED
                      ? xyb_mark_kind_name (self->kind)
                      : text,
                    accepted_marks (indicator));
    }
  return check_number (self, indicator, error) && check_amount (self, indicator, error)
         && check_reason (self, indicator, error);
}
