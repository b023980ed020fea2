/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-overview.h"

G_BEGIN_DECLS

/* 年度进度 as it is printed: how far the year is on a day, for the leader's desk. */

#define XYB_PROGRESS_FIGURE_COLUMNS 6
#define XYB_PROGRESS_DISTRICT_COLUMNS 8
#define XYB_PROGRESS_MILESTONE_COLUMNS 3

typedef struct
{
  char *title;           /* 2020年企业信用管理贯标和示范创建进度 */
  char *caption;         /* 截至2020年7月24日 */
  GPtrArray *figures;    /* of char **, a cell a column */
  GPtrArray *districts;  /* of char **, official order */
  char **total;          /* 合计 */
  char *note;            /* by which scheme deductions are projected */
  GPtrArray *milestones; /* of char **, by date */
} XybProgressTable;

/* 任务 目标 已推荐 完成 完成率 时限 */
extern const char *const xyb_progress_figure_heads[XYB_PROGRESS_FIGURE_COLUMNS];
/* 区镇 指标 推荐 签约 验收 完成率 差额 预计扣分 */
extern const char *const xyb_progress_district_heads[XYB_PROGRESS_DISTRICT_COLUMNS];
/* 时限 事项 进展 */
extern const char *const xyb_progress_milestone_heads[XYB_PROGRESS_MILESTONE_COLUMNS];

XybProgressTable *xyb_progress_table_new (const XybOverview *overview);
void xyb_progress_table_free (XybProgressTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybProgressTable, xyb_progress_table_free)

/* 「2020年企业信用管理贯标和示范创建进度 2020-07-24」: the office's own file name, no extension. */
char *xyb_progress_table_file_name (int year, const char *today);

G_END_DECLS
