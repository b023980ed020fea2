/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-score.h"

G_BEGIN_DECLS

/* 单位考核表: what one unit got and why, on one page to be signed (KH-25, KH-30). */

typedef struct
{
  char *indicator; /* without its points */
  char *points;    /* as printed: 0.4分, 视情最高扣20分 */
  char *mark;      /* as printed */
  char *earned;    /* 得分制; blank while it is open */
  char *deduction; /* blank while it is open */
  char *reason;    /* one sentence, by the rule and the evidence */
} XybUnitSheetRow;

typedef struct
{
  char *title;     /* the scheme's */
  char *unit_head; /* 区镇 */
  char *unit;
  char *caption; /* 平时考核　截至2020年4月14日 */
  XybSchemeMode mode;
  GPtrArray *rows; /* of XybUnitSheetRow, in order of the columns */
  char *full;      /* 合计: 1.60 */
  char *earned;
  char *deduction;
  char *result;      /* 得分1.40分，应得1.60分，87.5% */
  char *explanation; /* 情况说明 (KH-28); "" where none was given */
} XybUnitSheet;

XybUnitSheet *xyb_unit_sheet_new (const XybScoreSheet *sheet,
                                  const XybUnitScore *unit,
                                  const char *explanation,
                                  const char *as_of);
void xyb_unit_sheet_free (XybUnitSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybUnitSheet, xyb_unit_sheet_free)

/* 2020年昆山市社会信用体系建设考核表（区镇） 周市镇; @unit NULL: 各单位 */
char *xyb_unit_sheet_file_name (const XybScheme *scheme, const char *unit);

G_END_DECLS
