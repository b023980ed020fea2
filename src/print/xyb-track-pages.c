/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

/* 进度表 of a track: A4 lying; a normal name stays on its line. */
#define TITLE_SPACE XYB_MM (3.5)
#define CAPTION_SPACE XYB_MM (3)
#define HEAD_HEIGHT XYB_MM (8.7)
#define ROW_HEIGHT XYB_MM (7)

static const XybFlowColumn columns[XYB_TRACK_TABLE_COLUMNS] = {
  { XYB_MM (12), XYB_ALIGN_CENTER }, /* 序号 */
  { XYB_MM (66), XYB_ALIGN_LEFT },   /* 企业名称 */
  { XYB_MM (33), XYB_ALIGN_CENTER }, /* 区镇 */
  { XYB_MM (26), XYB_ALIGN_CENTER }, /* 阶段 */
  { XYB_MM (25), XYB_ALIGN_CENTER }, /* 日期 */
  { XYB_MM (26), XYB_ALIGN_CENTER }, /* 下一步 */
  { XYB_MM (14), XYB_ALIGN_CENTER }, /* 材料 */
  { XYB_MM (23), XYB_ALIGN_CENTER }, /* 提醒 */
};

static const XybFlowTableStyle table_style = {
  .head = { XYB_FONT_HEAD, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.12 },
  .body = { XYB_FONT_BODY, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.12 },
  .total = { XYB_FONT_HEAD, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.12 },
  .head_height = HEAD_HEIGHT,
  .row_height = ROW_HEIGHT,
  .min_row_height = ROW_HEIGHT,
  .padding = XYB_MM (1.5),
  .outer_line = XYB_OUTER_LINE,
  .inner_line = XYB_INNER_LINE,
};

/**
 * xyb_document_new_track:
 * @table: 进度表; copied
 *
 * A long list: its head is repeated on every page.
 *
 * Returns: (transfer full): the document
 */
XybDocument *
xyb_document_new_track (const XybTrackTable *table)
{
  XybFlow *flow;
  XybFlowTable *drawn;

  g_return_val_if_fail (table != NULL, NULL);

  flow = xyb_flow_new ();
  xyb_flow_start_sheet (flow, XYB_SHEET_LANDSCAPE);
  xyb_document_add_title (flow, table->title, TITLE_SPACE);
  xyb_document_add_caption (flow, table->caption, CAPTION_SPACE);
  drawn = xyb_flow_add_table (flow, &table_style, columns, XYB_TRACK_TABLE_COLUMNS,
                              xyb_track_table_heads);
  for (guint i = 0; i < table->rows->len; i++)
    xyb_flow_table_add_row (drawn, XYB_ROW_BODY, (const char *const *) table->rows->pdata[i]);
  return xyb_document_new (flow, table->title);
}
