/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

/* 考核排名: A4 upright; a long one runs on under its head, the count of marks stands below it. */
#define TITLE_SPACE XYB_MM (5)
#define PAIR_SPACE XYB_MM (1.8)
#define SUMMARY_SPACE XYB_MM (3)
#define HEADING_BEFORE XYB_MM (7)
#define HEADING_AFTER XYB_MM (2.5)
#define ROW_HEIGHT XYB_MM (7.2)
#define MIN_ROW_HEIGHT XYB_MM (5.8)

static const XybFlowColumn columns[XYB_RANKING_COLUMNS] = {
  { XYB_MM (16), XYB_ALIGN_CENTER }, /* 名次 */
  { XYB_MM (52), XYB_ALIGN_CENTER }, /* 单位 */
  { XYB_MM (22), XYB_ALIGN_CENTER }, /* 应得分 */
  { XYB_MM (22), XYB_ALIGN_CENTER }, /* 扣分 */
  { XYB_MM (22), XYB_ALIGN_CENTER }, /* 得分 */
  { XYB_MM (22), XYB_ALIGN_CENTER }, /* 百分比 */
};

static const XybFlowColumn summary_columns[XYB_RANKING_SUMMARY_COLUMNS] = {
  { XYB_MM (72), XYB_ALIGN_LEFT },     /* 考核指标 */
  { XYB_MM (11), XYB_ALIGN_CENTER },   /* √ */
  { XYB_MM (11), XYB_ALIGN_CENTER },   /* * */
  { XYB_MM (17), XYB_ALIGN_CENTER },   /* 非考核项 */
  { XYB_MM (11), XYB_ALIGN_CENTER },   /* 无 */
  { XYB_MM (11), XYB_ALIGN_CENTER },   /* 有 */
  { XYB_MM (11.5), XYB_ALIGN_CENTER }, /* 计数 */
  { XYB_MM (11.5), XYB_ALIGN_CENTER }, /* 未填 */
};

static const XybFlowTableStyle table_style = {
  .head = { XYB_FONT_HEAD, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.2 },
  .body = { XYB_FONT_BODY, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.2 },
  .total = { XYB_FONT_HEAD, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.2 },
  .head_height = ROW_HEIGHT + XYB_MM (0.8),
  .row_height = ROW_HEIGHT,
  .min_row_height = MIN_ROW_HEIGHT,
  .padding = XYB_MM (1.4),
  .line_padding = XYB_MM (0.7),
  .outer_line = XYB_OUTER_LINE,
  .inner_line = XYB_INNER_LINE,
};

static void
add_ranking (XybFlow *flow, const XybRankingTable *table)
{
  const char *heads[XYB_RANKING_COLUMNS];
  XybFlowTable *drawn;

  for (guint i = 0; i < XYB_RANKING_COLUMNS; i++)
    heads[i] = i == 1 ? table->unit_head : xyb_ranking_heads[i];
  drawn = xyb_flow_add_table (flow, &table_style, columns, XYB_RANKING_COLUMNS, heads);
  for (guint i = 0; i < table->rows->len; i++)
    {
      g_auto (GStrv) cells = xyb_ranking_row_cells (table->rows->pdata[i]);

      xyb_flow_table_add_row (drawn, XYB_ROW_BODY, (const char *const *) cells);
    }
}

static void
add_summary_words (XybFlow *flow, const char *words)
{
  static const XybParagraphStyle style = {
    .text = { XYB_FONT_BODY, XYB_SIZE_5, 0, XYB_SIZE_5 * 1.4 },
    .align = XYB_ALIGN_LEFT,
    .kept = TRUE,
  };

  xyb_flow_add_space (flow, SUMMARY_SPACE);
  xyb_flow_add_paragraph (flow, &style, words);
}

static void
add_heading (XybFlow *flow, const char *text)
{
  static const XybParagraphStyle style = {
    .text = { XYB_FONT_HEAD, XYB_SIZE_S4, 0, XYB_SIZE_S4 * 1.3 },
    .align = XYB_ALIGN_LEFT,
    .space_after = HEADING_AFTER,
  };

  xyb_flow_add_space (flow, HEADING_BEFORE);
  xyb_flow_add_paragraph (flow, &style, text);
}

/* None of a mark is a blank cell: the figures that are there stand out. */
static void
add_indicator (XybFlowTable *drawn, const XybRankingIndicator *indicator)
{
  guint counts[XYB_RANKING_SUMMARY_COLUMNS - 1];
  g_auto (GStrv) cells = g_new0 (char *, XYB_RANKING_SUMMARY_COLUMNS + 1);

  xyb_ranking_indicator_counts (indicator, counts);
  cells[0] = g_strdup (indicator->indicator);
  for (guint i = 1; i < XYB_RANKING_SUMMARY_COLUMNS; i++)
    cells[i] = counts[i - 1] > 0 ? g_strdup_printf ("%u", counts[i - 1]) : g_strdup ("");
  xyb_flow_table_add_row (drawn, XYB_ROW_BODY, (const char *const *) cells);
}

static void
add_summary (XybFlow *flow, const XybRankingTable *table)
{
  XybFlowTable *drawn;

  add_heading (flow, "各项指标完成情况（单位数）");
  drawn = xyb_flow_add_table (flow, &table_style, summary_columns, XYB_RANKING_SUMMARY_COLUMNS,
                              xyb_ranking_summary_heads);
  for (guint i = 0; i < table->indicators->len; i++)
    add_indicator (drawn, table->indicators->pdata[i]);
}

/**
 * xyb_document_new_ranking:
 * @table: 考核排名 of one kind of unit; copied
 *
 * Returns: (transfer full): the document
 */
XybDocument *
xyb_document_new_ranking (const XybRankingTable *table)
{
  XybFlow *flow;

  g_return_val_if_fail (table != NULL, NULL);

  flow = xyb_flow_new ();
  xyb_flow_start_sheet (flow, XYB_SHEET_PORTRAIT);
  xyb_document_add_table_title (flow, table->title, TITLE_SPACE);
  if (table->issue != NULL || table->as_of != NULL)
    xyb_document_add_pair (flow, table->issue, table->as_of, PAIR_SPACE);
  add_ranking (flow, table);
  add_summary_words (flow, table->summary);
  add_summary (flow, table);
  return xyb_document_new (flow, table->title);
}
