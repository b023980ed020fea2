/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-scheme.h"

G_BEGIN_DECLS

/* What stands in one cell of a 考核表: a mark with its count, amount, remark and evidence together
 * (KH-07). Whether a unit is assessed by an indicator at all — 非考核项 — is the scheme's to say;
 * the mark of such a cell is XYB_MARK_NOT_APPLICABLE wherever marks are read, written or pasted. */

/* KH-08. The numbers are stored, all but NOT_APPLICABLE. */
typedef enum
{
  XYB_MARK_UNSAID = 0,         /* nobody has said: an event column is blank, every other is * */
  XYB_MARK_OPEN = 1,           /* * 未完成 */
  XYB_MARK_DONE = 2,           /* √ 已完成 */
  XYB_MARK_NOT_APPLICABLE = 3, /* 非考核项 */
  XYB_MARK_NO_EVENT = 4,       /* 无: watched, and nothing happened (AMB-36) */
  XYB_MARK_EVENT = 5,          /* 有: what it costs is the amount */
  XYB_MARK_COUNT = 6,          /* n: received so far (AMB-03) */
  XYB_MARK_EXPLAINED = 7,      /* 已作情况说明; prints as * until the year is settled (AMB-17) */
  XYB_MARK_DEDUCTED = 8        /* 扣分: so many times, or an amount; prints as * */
} XybMarkKind;

#define XYB_N_MARK_KINDS 9

typedef struct
{
  XybMarkKind kind;
  gint64 count;   /* COUNT: received; DEDUCTED: times; else XYB_UNSAID */
  gint64 amount;  /* EVENT, DEDUCTED: hundredths of a point; XYB_UNSAID: what the rule says */
  char *remark;   /* why; or NULL */
  char *approver; /* who decided on a MANUAL amount; or NULL */
  char *evidence; /* one piece a line: 工作信息2020年第1期：…; or NULL */
} XybMark;

XybMark *xyb_mark_new (XybMarkKind kind);
XybMark *xyb_mark_copy (const XybMark *self);
void xyb_mark_free (XybMark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybMark, xyb_mark_free)
gboolean xyb_mark_equal (const XybMark *a, const XybMark *b);

const char *xyb_mark_kind_name (XybMarkKind kind); /* 未完成, 已完成 … */
const char *xyb_mark_kind_key (XybMarkKind kind);  /* open, done … */
XybMarkKind xyb_mark_kind_from_key (const char *key);

char *xyb_mark_print (const XybMark *self, const XybIndicator *indicator);
char *xyb_mark_entry (const XybMark *self, const XybIndicator *indicator);

XybMark *xyb_mark_parse (const char *text, const XybIndicator *indicator, GError **error);
gboolean xyb_mark_check (const XybMark *self, const XybIndicator *indicator, GError **error);

G_END_DECLS
