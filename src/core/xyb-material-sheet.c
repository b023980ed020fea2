/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-material-sheet.h"

#include <stdio.h>

#include "xyb-date.h"
#include "xyb-file-name.h"

/* The words of the document are not translated. */
const char *const xyb_material_sheet_heads[XYB_MATERIAL_SHEET_COLUMNS] = {
  "序号", "材料名称", "要求", "是否必需", "状态", "收到日期", "有效期至", "备注",
};

static char *
title_of (int year, XybTrack track)
{
  switch (track)
    {
    case XYB_TRACK_CITY_MODEL:
      return g_strdup_printf ("%d年苏州市级信用管理示范申报材料清单", year);
    case XYB_TRACK_PROVINCE_MODEL:
      return g_strdup_printf ("%d年江苏省级信用管理示范申报材料清单", year);
    case XYB_TRACK_ACCREDITATION:
    default:
      return g_strdup_printf ("%d年信用管理贯标验收材料清单", year);
    }
}

/* ---- cells ---- */

/* A column of dates is narrow: 2020.7.10. */
static char *
date_cell (const char *iso)
{
  int year = 0;
  int month = 0;
  int day = 0;

  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup ("");
  return g_strdup_printf ("%d.%d.%d", year, month, day);
}

/* What is not asked for and not there is no state. */
static const char *
state_cell (const XybMaterialLine *line)
{
  if (line->validity == XYB_VALIDITY_EXPIRED)
    return "已过期";
  switch (line->state)
    {
    case XYB_MATERIAL_RECEIVED:
      return "已收";
    case XYB_MATERIAL_RETURNED:
      return "已退回";
    case XYB_MATERIAL_COMPLETE:
      return "已齐";
    case XYB_MATERIAL_MISSING:
    default:
      return line->item->required ? "缺" : "";
    }
}

static GStrv
row_new (const XybMaterialLine *line)
{
  const XybMaterial *material = line->material;
  GStrv cells = g_new0 (char *, XYB_MATERIAL_SHEET_COLUMNS + 1);

  cells[0] = g_strdup_printf ("%u", line->number);
  cells[1] = g_strdup (line->item->name);
  cells[2] = g_strdup (line->item->requirement != NULL ? line->item->requirement : "");
  cells[3] = g_strdup (line->item->required ? "是" : "否");
  cells[4] = g_strdup (state_cell (line));
  cells[5] = date_cell (material != NULL ? material->received_on : NULL);
  cells[6] = date_cell (material != NULL ? material->valid_until : NULL);
  cells[7] = g_strdup (material != NULL && material->note != NULL ? material->note : "");
  return cells;
}

/* ---- below the table ---- */

static void
append_count (GString *words, const char *what, guint count)
{
  if (count > 0)
    g_string_append_printf (words, "，%s%u项", what, count);
}

static char *
summary_of (const XybMaterialList *list, const char *today)
{
  g_autofree char *day = xyb_date_format (today);
  g_autoptr (GString) words = g_string_new (NULL);
  guint missing = 0;
  guint returned = 0;
  guint expired = 0;

  for (guint i = 0; i < list->lines->len; i++)
    {
      const XybMaterialLine *line = list->lines->pdata[i];

      missing += line->state == XYB_MATERIAL_MISSING && line->item->required ? 1 : 0;
      returned += line->state == XYB_MATERIAL_RETURNED ? 1 : 0;
      expired += line->validity == XYB_VALIDITY_EXPIRED ? 1 : 0;
    }
  g_string_append_printf (words, "截至%s：应交%u项，可用%u项", day, list->wanted, list->usable);
  append_count (words, "缺", missing);
  append_count (words, "退回", returned);
  append_count (words, "过期", expired);
  g_string_append (words, "。");
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * xyb_material_sheet_new:
 * @year: of the plan
 * @track: one of its tracks
 * @enterprise: name of the enterprise
 * @unit: (nullable): its 区镇
 * @list: what it has handed in; copied
 * @today: ISO date
 *
 * Returns: (transfer full): the sheet
 */
XybMaterialSheet *
xyb_material_sheet_new (int year,
                        XybTrack track,
                        const char *enterprise,
                        const char *unit,
                        const XybMaterialList *list,
                        const char *today)
{
  XybMaterialSheet *self;

  g_return_val_if_fail (list != NULL && enterprise != NULL, NULL);

  self = g_new0 (XybMaterialSheet, 1);
  self->title = title_of (year, track);
  self->enterprise = g_strdup (enterprise);
  self->unit = g_strdup (unit != NULL ? unit : "");
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < list->lines->len; i++)
    g_ptr_array_add (self->rows, row_new (list->lines->pdata[i]));
  self->summary = summary_of (list, today);
  return self;
}

/**
 * xyb_material_sheet_free:
 * @self: (nullable): a sheet
 */
void
xyb_material_sheet_free (XybMaterialSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->enterprise);
  g_free (self->unit);
  g_ptr_array_unref (self->rows);
  g_free (self->summary);
  g_free (self);
}

/**
 * xyb_material_sheet_file_name:
 * @year: of the plan
 * @track: one of its tracks
 * @which: (nullable): the enterprise, or the 区镇
 *
 * Returns: (transfer full): the office's own file name, without extension
 */
char *
xyb_material_sheet_file_name (int year, XybTrack track, const char *which)
{
  g_autofree char *title = title_of (year, track);
  g_autofree char *name
    = which != NULL ? g_strdup_printf ("%s（%s）", title, which) : g_strdup (title);

  return xyb_file_name_clean (name);
}
