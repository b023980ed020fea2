/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return-values.h"

/* A returned 附件2 made of texts, as the reader would hand it on. */

static inline XybReturn *
make_return (gint64 district_id, const char *district)
{
  XybReturn *one = xyb_return_new ("附件2.xlsx");
  XybReturnSheet *sheet = xyb_return_sheet_new ("Sheet1", FALSE);

  one->district_id = district_id;
  one->district = g_strdup (district);
  one->district_text = g_strdup (district);
  one->officer = g_strdup ("李示例");
  one->officer_phone = g_strdup ("0512-55550100");
  sheet->header_row = 3;
  for (guint i = 0; i < XYB_N_RETURN_FIELDS; i++)
    sheet->columns[i] = i;
  g_ptr_array_add (one->sheets, sheet);
  return one;
}

static inline XybReturnRow *
add_hidden_row (XybReturn *one, gboolean hidden, const char *const cells[XYB_N_RETURN_FIELDS])
{
  XybReturnRow *row = xyb_return_row_new (one->sheets->len - 1, 4 + one->rows->len, hidden);

  for (guint i = 0; i < XYB_N_RETURN_FIELDS; i++)
    if (cells[i] != NULL)
      xyb_raw_set (&row->raw[i], XYB_RAW_TEXT, i, cells[i]);
  xyb_return_row_interpret (row, g_ptr_array_index (one->sheets, row->sheet), one->usual);
  g_ptr_array_add (one->rows, row);
  return row;
}

/* 企业名称, 去年销售收入, 职工人数, 电话 */
static inline XybReturnRow *
add_row (XybReturn *one,
         const char *name,
         const char *revenue,
         const char *headcount,
         const char *phone)
{
  const char *cells[XYB_N_RETURN_FIELDS]
    = { "1", name, "零件", revenue, headcount, "张示例", phone };

  return add_hidden_row (one, FALSE, cells);
}

static inline XybReturnMatch *
make_match (gint64 id, const char *name, XybCompanyMatch how)
{
  XybReturnMatch *match = xyb_return_match_new ();

  match->enterprise_id = id;
  match->name = g_strdup (name);
  match->how = how;
  return match;
}

static inline XybReturnNote *
find_note (const XybReturnRow *row, XybNoteKind kind)
{
  for (guint i = 0; i < row->notes->len; i++)
    if (((XybReturnNote *) g_ptr_array_index (row->notes, i))->kind == kind)
      return g_ptr_array_index (row->notes, i);
  return NULL;
}
