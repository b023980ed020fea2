/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-material.h"

G_BEGIN_DECLS

/* 材料清单 of one enterprise (MAT-05), on one page to be signed. */

#define XYB_MATERIAL_SHEET_COLUMNS 8

/* 序号 材料名称 要求 是否必需 状态 收到日期 有效期至 备注; not translated. */
extern const char *const xyb_material_sheet_heads[XYB_MATERIAL_SHEET_COLUMNS];

typedef struct
{
  char *title; /* 2020年信用管理贯标验收材料清单 */
  char *enterprise;
  char *unit;      /* 区镇; "" where nobody said */
  GPtrArray *rows; /* of GStrv: XYB_MATERIAL_SHEET_COLUMNS cells; what is not known is "" */
  char *summary;   /* 截至2020年7月24日：应交6项，可用3项，缺1项，退回1项，过期1项 */
} XybMaterialSheet;

XybMaterialSheet *xyb_material_sheet_new (int year,
                                          XybTrack track,
                                          const char *enterprise,
                                          const char *unit,
                                          const XybMaterialList *list,
                                          const char *today);
void xyb_material_sheet_free (XybMaterialSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybMaterialSheet, xyb_material_sheet_free)

/* 2020年信用管理贯标验收材料清单（昆山××有限公司）; @which NULL: without. */
char *xyb_material_sheet_file_name (int year, XybTrack track, const char *which);

G_END_DECLS
