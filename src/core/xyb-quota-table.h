/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"

G_BEGIN_DECLS

/* 附件1 as it is printed (requirements §4): what exchange writes and print draws. */

#define XYB_QUOTA_TABLE_COLUMNS 3

typedef struct
{
  char *name;           /* 区镇名称 */
  gint64 accreditation; /* XYB_UNSAID prints blank */
  gint64 city_model;
} XybQuotaTableRow;

typedef struct
{
  char *label;                                /* 附件1 */
  char *title;                                /* 2020年昆山市企业信用管理贯标考核指标分解表 */
  const char *heads[XYB_QUOTA_TABLE_COLUMNS]; /* 区镇名称 贯标企业数 示范企业数 */
  GPtrArray *rows;                            /* of XybQuotaTableRow, official order */
  gint64 total_accreditation;                 /* sum; XYB_UNSAID when every part is blank */
  gint64 total_city_model;                    /* the plan's total when every part is blank (QUO-02) */
  char *note;                                 /* mismatch noted beside the table; or NULL */
} XybQuotaTable;

XybQuotaTable *xyb_quota_table_new (const XybPlan *plan);
void xyb_quota_table_free (XybQuotaTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybQuotaTable, xyb_quota_table_free)

gboolean xyb_quota_table_check (const XybPlan *plan, GError **error);
char *xyb_quota_table_warning (const XybPlan *plan);
/* Sets @note for an export the clerk insisted on; NULL where nothing is amiss. */
void xyb_quota_table_note_mismatch (XybQuotaTable *self, const XybPlan *plan);

/* 「附件1 2020年昆山市企业信用管理贯标考核指标分解表」: the office's own file name, no extension. */
char *xyb_quota_table_file_name (const XybPlan *plan);

G_END_DECLS
