/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-track-line.h"

G_BEGIN_DECLS

/* 进度表 of a track as it is printed: where each enterprise stands on a day. */

#define XYB_TRACK_TABLE_COLUMNS 8

typedef struct
{
  char *title;     /* 2020年昆山市贯标企业进度表 */
  char *caption;   /* 截至2020年7月24日，共 69 家（周市镇，缺任何一项） */
  GPtrArray *rows; /* of char **, a cell a column */
} XybTrackTable;

/* 序号 企业名称 区镇 阶段 日期 下一步 材料 提醒 */
extern const char *const xyb_track_table_heads[XYB_TRACK_TABLE_COLUMNS];

XybTrackTable *xyb_track_table_new (const XybPlan *plan,
                                    XybTrack track,
                                    const GPtrArray *lines,
                                    const char *condition,
                                    const char *today);
void xyb_track_table_free (XybTrackTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybTrackTable, xyb_track_table_free)

/* 「2020年贯标进度表（周市镇）2020-07-24」, no extension. */
char *
xyb_track_table_file_name (int year, XybTrack track, const char *condition, const char *today);

G_END_DECLS
