/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"

G_BEGIN_DECLS

/* 附件2 as it is printed (requirements §3.1): blank, of one 区镇, or merged for the city. */

#define XYB_NOMINATION_MIN_ROWS 15 /* AMB-10: the form has 15 numbered rows */
#define XYB_NOMINATION_COLUMNS 7

typedef struct
{
  gboolean merged;          /* own column 区镇 in front, no fill-in line */
  char *label;              /* 附件2 */
  char *title;              /* 2020年昆山市信用管理贯标企业汇总表 */
  char *sheet_name;         /* 周市镇, 全市, 附件2 */
  char *district;           /* "" on the blank form */
  char *officer;
  char *officer_phone;
  guint min_rows;           /* numbered rows to print at least */
  GPtrArray *rows;          /* of XybNomination, borrowed or owned by the array */
} XybNominationTable;

/* 序号 企业名称 主要产品 去年销售收入 职工人数 联系人 电话: exactly, in this order (ENT-01). */
extern const char *const xyb_nomination_heads[XYB_NOMINATION_COLUMNS];

XybNominationTable *xyb_nomination_table_new_blank (const XybPlan *plan);
XybNominationTable *xyb_nomination_table_new_district (const XybPlan *plan,
                                                       const char *district,
                                                       const XybSubmission *submission,
                                                       GPtrArray *nominations);
XybNominationTable *xyb_nomination_table_new_merged (const XybPlan *plan, GPtrArray *nominations);
void xyb_nomination_table_free (XybNominationTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybNominationTable, xyb_nomination_table_free)

/* 「附件2 2020年昆山市信用管理贯标企业汇总表（周市镇）」; @which is the 区镇, 全市, 空白表, 各区镇 or NULL. */
char *xyb_nomination_table_file_name (const XybPlan *plan, const char *which);

G_END_DECLS
