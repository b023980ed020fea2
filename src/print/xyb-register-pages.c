/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

#include <inttypes.h>

/* 企业名录: A4 lying; a normal name and a code stay on their line. */
#define TITLE_SPACE XYB_MM (3.5)
#define CAPTION_SPACE XYB_MM (3)
#define HEAD_HEIGHT XYB_MM (8.7)
#define ROW_HEIGHT XYB_MM (7)

static const XybFlowColumn columns[XYB_REGISTER_COLUMNS] = {
  { XYB_MM (11), XYB_ALIGN_CENTER },   /* 序号 */
  { XYB_MM (56), XYB_ALIGN_LEFT },     /* 企业名称 */
  { XYB_MM (45.5), XYB_ALIGN_CENTER }, /* 统一社会信用代码 */
  { XYB_MM (28.5), XYB_ALIGN_CENTER }, /* 区镇 */
  { XYB_MM (22), XYB_ALIGN_LEFT },     /* 主要产品 */
  { XYB_MM (16.5), XYB_ALIGN_RIGHT },  /* 职工人数 */
  { XYB_MM (15), XYB_ALIGN_CENTER },   /* 联系人 */
  { XYB_MM (30.5), XYB_ALIGN_LEFT },   /* 电话 */
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

/* What is closed stands in the register, and says so. */
static char *
get_name (const XybEnterprise *enterprise)
{
  const char *name = enterprise->name != NULL ? enterprise->name : "";

  return enterprise->closed ? g_strconcat (name, "（注销）", NULL) : g_strdup (name);
}

static void
add_row (XybFlowTable *drawn, guint number, const XybEnterprise *enterprise)
{
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *name = get_name (enterprise);
  g_autofree char *headcount = enterprise->headcount != XYB_UNSAID
                                 ? g_strdup_printf ("%" PRId64, enterprise->headcount)
                                 : NULL;
  const char *const cells[XYB_REGISTER_COLUMNS]
    = { number_text,          name,      enterprise->credit_code, enterprise->unit_name,
        enterprise->products, headcount, enterprise->contact,     enterprise->phone };

  xyb_flow_table_add_row (drawn, XYB_ROW_BODY, cells);
}

/**
 * xyb_document_new_register:
 * @table: 企业名录; copied
 *
 * A long list: its head is repeated on every page.
 *
 * Returns: (transfer full): the document
 */
XybDocument *
xyb_document_new_register (const XybRegisterTable *table)
{
  XybFlow *flow;
  XybFlowTable *drawn;

  g_return_val_if_fail (table != NULL, NULL);

  flow = xyb_flow_new ();
  xyb_flow_start_sheet (flow, XYB_SHEET_LANDSCAPE);
  xyb_document_add_title (flow, table->title, TITLE_SPACE);
  xyb_document_add_caption (flow, table->caption, CAPTION_SPACE);
  drawn
    = xyb_flow_add_table (flow, &table_style, columns, XYB_REGISTER_COLUMNS, xyb_register_heads);
  for (guint i = 0; i < table->rows->len; i++)
    add_row (drawn, i + 1, table->rows->pdata[i]);
  return xyb_document_new (flow, table->title);
}
