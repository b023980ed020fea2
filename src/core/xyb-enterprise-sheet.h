/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"

G_BEGIN_DECLS

/* 企业登记表: all the office keeps of one enterprise, on one sheet. */

typedef struct
{
  char *title;            /* 企业登记表 */
  char *caption;          /* 截至2020年7月24日 */
  XybEnterprise *enterprise;
  GPtrArray *nominations; /* of XybNomination, latest year first */
  GArray *years;          /* of int, beside @nominations */
} XybEnterpriseSheet;

#define XYB_SHEET_NOMINATION_COLUMNS 7

/* 年度 区镇 去年销售收入 职工人数 确定名单 签约 验收通过 */
extern const char *const xyb_sheet_nomination_heads[XYB_SHEET_NOMINATION_COLUMNS];

XybEnterpriseSheet *xyb_enterprise_sheet_new (XybEnterprise *enterprise,
                                              GPtrArray *nominations,
                                              GArray *years,
                                              const char *today);
void xyb_enterprise_sheet_free (XybEnterpriseSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybEnterpriseSheet, xyb_enterprise_sheet_free)

/* 「企业登记表（昆山××有限公司）」: the office's own file name, no extension. */
char *xyb_enterprise_sheet_file_name (const XybEnterprise *enterprise);

G_END_DECLS
