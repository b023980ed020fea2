/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 操作日志 as it is printed: who did what when, and what it changed. */

#define XYB_LOG_COLUMNS 4

typedef struct
{
  char *time;
  char *operator_name;
  char *label;
  char *changes; /* a line per record: 周市镇 贯标企业数：8 → 9 */
} XybLogTableRow;

typedef struct
{
  char *title;     /* 操作日志 */
  char *caption;   /* 截至2020年7月24日，共 20 条（最近） */
  GPtrArray *rows; /* of XybLogTableRow, latest first */
} XybLogTable;

/* 时间 操作人 事项 修改内容 */
extern const char *const xyb_log_heads[XYB_LOG_COLUMNS];

XybLogTable *xyb_log_table_new (void);
void xyb_log_table_add (XybLogTable *self,
                        const char *time,
                        const char *operator_name,
                        const char *label,
                        const char *changes);
void xyb_log_table_set_caption (XybLogTable *self, const char *condition, const char *today);
void xyb_log_table_free (XybLogTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybLogTable, xyb_log_table_free)

/* 「操作日志 2020-07-24」, no extension. */
char *xyb_log_table_file_name (const char *today);

G_END_DECLS
