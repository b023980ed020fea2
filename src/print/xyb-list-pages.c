/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

/* A plain list: A4 lying; rows are as high as what they tell, the heads come again on every page.
 */
#define TITLE_SPACE XYB_MM (3.5)
#define CAPTION_SPACE XYB_MM (3)
#define NOTE_SPACE XYB_MM (2)
#define HEAD_HEIGHT XYB_MM (8.7)
#define ROW_HEIGHT XYB_MM (7)

/* Reasons are broken, not made smaller. */
static const XybFlowTableStyle table_style = {
  .head = { XYB_FONT_HEAD, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.2 },
  .body = { XYB_FONT_BODY, XYB_SIZE_5, 0, XYB_SIZE_5 * 1.2 },
  .total = { XYB_FONT_HEAD, XYB_SIZE_5, 0, XYB_SIZE_5 * 1.2 },
  .head_height = HEAD_HEIGHT,
  .row_height = ROW_HEIGHT,
  .min_row_height = ROW_HEIGHT,
  .padding = XYB_MM (1.5),
  .line_padding = XYB_MM (1.2),
  .outer_line = XYB_OUTER_LINE,
  .inner_line = XYB_INNER_LINE,
};

static void
add_note (XybFlow *flow, const char *note)
{
  static const XybParagraphStyle style = {
    .text = { XYB_FONT_BODY, XYB_SIZE_5, 0, XYB_SIZE_5 * 1.4 },
    .align = XYB_ALIGN_LEFT,
    .kept = TRUE,
  };

  xyb_flow_add_space (flow, NOTE_SPACE);
  xyb_flow_add_paragraph (flow, &style, note);
}

static XybFlowTable *
begin_table (XybFlow *flow, const XybListTable *table)
{
  XybFlowColumn columns[XYB_LIST_MAX_COLUMNS] = { { 0 } };
  const char *heads[XYB_LIST_MAX_COLUMNS] = { NULL };

  for (guint i = 0; i < table->n_columns; i++)
    {
      columns[i].width = XYB_MM (table->columns[i].width);
      columns[i].align = table->columns[i].left ? XYB_ALIGN_LEFT : XYB_ALIGN_CENTER;
      heads[i] = table->columns[i].head;
    }
  return xyb_flow_add_table (flow, &table_style, columns, table->n_columns, heads);
}

/**
 * xyb_document_new_list:
 * @table: a plain list; copied
 *
 * Returns: (transfer full): the document
 */
XybDocument *
xyb_document_new_list (const XybListTable *table)
{
  XybFlow *flow;
  XybFlowTable *drawn;

  g_return_val_if_fail (table != NULL, NULL);

  flow = xyb_flow_new ();
  xyb_flow_start_sheet (flow, XYB_SHEET_LANDSCAPE);
  xyb_document_add_title (flow, table->title, TITLE_SPACE);
  xyb_document_add_caption (flow, table->caption, CAPTION_SPACE);
  drawn = begin_table (flow, table);
  for (guint i = 0; i < table->rows->len; i++)
    xyb_flow_table_add_row (drawn, XYB_ROW_BODY, table->rows->pdata[i]);
  if (table->note != NULL)
    add_note (flow, table->note);
  return xyb_document_new (flow, table->title);
}
