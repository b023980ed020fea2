/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

/* 年度进度: A4 upright, laid out like 附件1: one page for a plan of the usual size. */
#define TITLE_SPACE XYB_MM (3.5)
#define CAPTION_SPACE XYB_MM (1)
#define HEADING_BEFORE XYB_MM (4.5)
#define HEADING_AFTER XYB_MM (2)
#define NOTE_SPACE XYB_MM (1.5)
#define ROW_HEIGHT XYB_MM (6.3)
#define MIN_ROW_HEIGHT XYB_MM (5.8)

static const XybFlowColumn figure_columns[XYB_PROGRESS_FIGURE_COLUMNS] = {
  { XYB_MM (27), XYB_ALIGN_CENTER }, /* 任务 */
  { XYB_MM (12), XYB_ALIGN_CENTER }, /* 目标 */
  { XYB_MM (15), XYB_ALIGN_CENTER }, /* 已推荐 */
  { XYB_MM (12), XYB_ALIGN_CENTER }, /* 完成 */
  { XYB_MM (15), XYB_ALIGN_CENTER }, /* 完成率 */
  { XYB_MM (75), XYB_ALIGN_LEFT },   /* 时限 */
};

static const XybFlowColumn district_columns[XYB_PROGRESS_DISTRICT_COLUMNS] = {
  { XYB_MM (36), XYB_ALIGN_CENTER }, /* 区镇 */
  { XYB_MM (16), XYB_ALIGN_CENTER }, /* 指标 */
  { XYB_MM (16), XYB_ALIGN_CENTER }, /* 推荐 */
  { XYB_MM (16), XYB_ALIGN_CENTER }, /* 签约 */
  { XYB_MM (16), XYB_ALIGN_CENTER }, /* 验收 */
  { XYB_MM (18), XYB_ALIGN_CENTER }, /* 完成率 */
  { XYB_MM (16), XYB_ALIGN_CENTER }, /* 差额 */
  { XYB_MM (22), XYB_ALIGN_CENTER }, /* 预计扣分 */
};

static const XybFlowColumn milestone_columns[XYB_PROGRESS_MILESTONE_COLUMNS] = {
  { XYB_MM (30), XYB_ALIGN_CENTER }, /* 时限 */
  { XYB_MM (66), XYB_ALIGN_LEFT },   /* 事项 */
  { XYB_MM (60), XYB_ALIGN_LEFT },   /* 进展 */
};

static const XybFlowTableStyle table_style = {
  .head = { XYB_FONT_HEAD, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.25 },
  .body = { XYB_FONT_BODY, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.25 },
  .total = { XYB_FONT_HEAD, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.25 },
  .head_height = MIN_ROW_HEIGHT + XYB_MM (0.8),
  .row_height = ROW_HEIGHT,
  .min_row_height = MIN_ROW_HEIGHT,
  .padding = XYB_MM (1.8),
  .line_padding = XYB_MM (0.7),
  .outer_line = XYB_OUTER_LINE,
  .inner_line = XYB_INNER_LINE,
};

static void
add_heading (XybFlow *flow, const char *text)
{
  static const XybParagraphStyle style = {
    .text = { XYB_FONT_HEAD, XYB_SIZE_4, 0, XYB_SIZE_4 * 1.3 },
    .align = XYB_ALIGN_LEFT,
    .space_after = HEADING_AFTER,
  };

  xyb_flow_add_space (flow, HEADING_BEFORE);
  xyb_flow_add_paragraph (flow, &style, text);
}

static void
add_note (XybFlow *flow, const char *note)
{
  static const XybParagraphStyle style = {
    .text = { XYB_FONT_BODY, XYB_SIZE_S5, 0, XYB_SIZE_S5 * 1.4 },
    .align = XYB_ALIGN_LEFT,
    .kept = TRUE,
  };

  xyb_flow_add_space (flow, NOTE_SPACE);
  xyb_flow_add_paragraph (flow, &style, note);
}

static XybFlowTable *
add_table (XybFlow *flow,
           const XybFlowColumn *columns,
           guint n_columns,
           const char *const *heads,
           GPtrArray *rows)
{
  XybFlowTable *drawn = xyb_flow_add_table (flow, &table_style, columns, n_columns, heads);

  for (guint i = 0; i < rows->len; i++)
    xyb_flow_table_add_row (drawn, XYB_ROW_BODY, rows->pdata[i]);
  return drawn;
}

/**
 * xyb_document_new_progress:
 * @table: 年度进度; copied
 *
 * Returns: (transfer full): the document
 */
XybDocument *
xyb_document_new_progress (const XybProgressTable *table)
{
  XybFlow *flow;
  XybFlowTable *districts;

  g_return_val_if_fail (table != NULL, NULL);

  flow = xyb_flow_new ();
  xyb_flow_start_sheet (flow, XYB_SHEET_PORTRAIT);
  xyb_document_add_title (flow, table->title, TITLE_SPACE);
  xyb_document_add_caption (flow, table->caption, CAPTION_SPACE);
  add_heading (flow, "一、目标完成情况");
  add_table (flow, figure_columns, XYB_PROGRESS_FIGURE_COLUMNS, xyb_progress_figure_heads,
             table->figures);
  add_heading (flow, "二、各区镇贯标进度");
  districts = add_table (flow, district_columns, XYB_PROGRESS_DISTRICT_COLUMNS,
                         xyb_progress_district_heads, table->districts);
  xyb_flow_table_add_row (districts, XYB_ROW_TOTAL, (const char *const *) table->total);
  if (table->note != NULL)
    add_note (flow, table->note);
  add_heading (flow, "三、时间安排");
  add_table (flow, milestone_columns, XYB_PROGRESS_MILESTONE_COLUMNS, xyb_progress_milestone_heads,
             table->milestones);
  return xyb_document_new (flow, table->title);
}
