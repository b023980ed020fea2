/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

/* 操作日志: A4 lying; rows are as high as what they tell. */
#define TITLE_SPACE XYB_MM (3.5)
#define CAPTION_SPACE XYB_MM (3)
#define HEAD_HEIGHT XYB_MM (8.7)
#define ROW_HEIGHT XYB_MM (7)

static const XybFlowColumn columns[XYB_LOG_COLUMNS] = {
  { XYB_MM (40), XYB_ALIGN_CENTER }, /* 时间 */
  { XYB_MM (22), XYB_ALIGN_CENTER }, /* 操作人 */
  { XYB_MM (68), XYB_ALIGN_LEFT },   /* 事项 */
  { XYB_MM (95), XYB_ALIGN_LEFT },   /* 修改内容 */
};

/* Sentences are broken, not made smaller. */
static const XybFlowTableStyle table_style = {
  .head = { XYB_FONT_HEAD, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.2 },
  .body = { XYB_FONT_BODY, XYB_SIZE_5, 0, XYB_SIZE_5 * 1.2 },
  .total = { XYB_FONT_HEAD, XYB_SIZE_5, 0, XYB_SIZE_5 * 1.2 },
  .head_height = HEAD_HEIGHT,
  .row_height = ROW_HEIGHT,
  .min_row_height = ROW_HEIGHT,
  .padding = XYB_MM (1.6),
  .line_padding = XYB_MM (1.2),
  .outer_line = XYB_OUTER_LINE,
  .inner_line = XYB_INNER_LINE,
};

/**
 * xyb_document_new_log:
 * @table: 操作日志; copied
 *
 * Returns: (transfer full): the document
 */
XybDocument *
xyb_document_new_log (const XybLogTable *table)
{
  XybFlow *flow;
  XybFlowTable *drawn;

  g_return_val_if_fail (table != NULL, NULL);

  flow = xyb_flow_new ();
  xyb_flow_start_sheet (flow, XYB_SHEET_LANDSCAPE);
  xyb_document_add_title (flow, table->title, TITLE_SPACE);
  xyb_document_add_caption (flow, table->caption, CAPTION_SPACE);
  drawn = xyb_flow_add_table (flow, &table_style, columns, XYB_LOG_COLUMNS, xyb_log_heads);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const XybLogTableRow *row = table->rows->pdata[i];
      const char *const cells[XYB_LOG_COLUMNS]
        = { row->time, row->operator_name, row->label, row->changes };

      xyb_flow_table_add_row (drawn, XYB_ROW_BODY, cells);
    }
  return xyb_document_new (flow, table->title);
}
