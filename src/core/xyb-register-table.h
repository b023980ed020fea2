/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"

G_BEGIN_DECLS

/* 企业名录 as it is printed: the register, or what a search leaves of it. */

#define XYB_REGISTER_COLUMNS 8

typedef struct
{
  char *title;     /* 企业名录 */
  char *caption;   /* 截至2020年7月24日，共 69 家（周市镇，含“机械”） */
  GPtrArray *rows; /* of XybEnterprise, borrowed or owned by the array */
} XybRegisterTable;

/* 序号 企业名称 统一社会信用代码 区镇 主要产品 职工人数 联系人 电话 */
extern const char *const xyb_register_heads[XYB_REGISTER_COLUMNS];

XybRegisterTable *
xyb_register_table_new (GPtrArray *enterprises, const char *condition, const char *today);
void xyb_register_table_free (XybRegisterTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybRegisterTable, xyb_register_table_free)

/* 「截至2020年7月24日，共 69 家（周市镇）」 */
char *xyb_register_table_caption (guint n, const char *condition, const char *today);
/* 「企业名录（2020-07-24）」: the office's own file name, no extension. */
char *xyb_register_table_file_name (const char *condition, const char *today);

G_END_DECLS
