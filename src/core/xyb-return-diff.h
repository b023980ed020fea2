/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"
#include "xyb-return.h"

G_BEGIN_DECLS

/* A second 附件2 of the same 区镇 is a difference from what it put forward before (B-21). */

typedef enum
{
  XYB_DIFF_SAME,
  XYB_DIFF_ADDED,   /* 新增 */
  XYB_DIFF_CHANGED, /* 修改 */
  XYB_DIFF_REMOVED  /* 删除: the new file does not have it */
} XybDiffKind;

#define XYB_N_DIFF_KINDS 4

typedef struct
{
  XybDiffKind kind;
  XybReturnRow *row;     /* borrowed; NULL: XYB_DIFF_REMOVED */
  XybNomination *before; /* owned copy; NULL: XYB_DIFF_ADDED */
  guint fields;          /* XYB_DIFF_CHANGED: 1 << XybReturnField of each */
  gboolean refused;      /* the clerk does not want it */
} XybReturnChange;

void xyb_return_change_free (XybReturnChange *self);

GPtrArray *xyb_return_diff (const XybReturn *self, GPtrArray *nominations);
void xyb_return_diff_carry (GPtrArray *changes, const GPtrArray *before);
guint xyb_return_diff_count (const GPtrArray *changes, XybDiffKind kind);
const char *xyb_diff_kind_name (XybDiffKind kind);
gboolean xyb_return_change_has_progress (const XybReturnChange *self);

G_END_DECLS
