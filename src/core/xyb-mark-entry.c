/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-mark.h"

#include "xyb-completion.h"

/* 缺1次, 扣0.05分: what says how much, behind what is printed as * or 有. */
static char *
write_cost (const XybMark *self, const XybIndicator *indicator)
{
  g_autofree char *points = xyb_points_format (self->amount);

  if (self->amount != XYB_UNSAID)
    return g_strdup_printf ("扣%s分", points);
  if (self->count != XYB_UNSAID)
    return g_strdup_printf ("缺%" G_GINT64_FORMAT "%s", self->count,
                            indicator->counter != NULL ? indicator->counter : "次");
  return NULL;
}

/**
 * xyb_mark_entry:
 * @self: a mark
 * @indicator: the column it stands in
 *
 * What a clerk would write for the mark. Unlike what is printed it tells * from 已说明 and 扣0.05分:
 * xyb_mark_parse() makes the same mark of it, but for remark, approver and evidence.
 *
 * Returns: (transfer full): the text, possibly ""
 */
char *
xyb_mark_entry (const XybMark *self, const XybIndicator *indicator)
{
  char *text = NULL;

  g_return_val_if_fail (self != NULL && indicator != NULL, NULL);

  if (self->kind == XYB_MARK_EXPLAINED)
    return g_strdup ("已说明");
  if (self->kind == XYB_MARK_DEDUCTED || self->kind == XYB_MARK_EVENT)
    text = write_cost (self, indicator);
  return text != NULL ? text : xyb_mark_print (self, indicator);
}
