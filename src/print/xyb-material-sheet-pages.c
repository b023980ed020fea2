/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

/* 材料清单 (MAT-05): A4 upright, a page an enterprise: the list, how many are in, and the lines to
 * be signed. */
#define TITLE_SPACE XYB_MM (5)
#define PAIR_SPACE XYB_MM (1.8)
#define SUMMARY_SPACE XYB_MM (2.5)
#define SIGN_SPACE XYB_MM (9)
#define ROW_HEIGHT XYB_MM (11)
#define MIN_ROW_HEIGHT XYB_MM (6)

/* Where it does not go on one page, it is set smaller. */
static const double sizes[] = { XYB_SIZE_5, XYB_SIZE_S5 };

static const XybFlowColumn columns[XYB_MATERIAL_SHEET_COLUMNS] = {
  { XYB_MM (10), XYB_ALIGN_CENTER }, /* 序号 */
  { XYB_MM (46), XYB_ALIGN_LEFT },   /* 材料名称 */
  { XYB_MM (20), XYB_ALIGN_LEFT },   /* 要求 */
  { XYB_MM (12), XYB_ALIGN_CENTER }, /* 是否必需 */
  { XYB_MM (14), XYB_ALIGN_CENTER }, /* 状态 */
  { XYB_MM (19), XYB_ALIGN_CENTER }, /* 收到日期 */
  { XYB_MM (19), XYB_ALIGN_CENTER }, /* 有效期至 */
  { XYB_MM (16), XYB_ALIGN_LEFT },   /* 备注 */
};

static XybFlowTableStyle
table_style (double size)
{
  return (XybFlowTableStyle){
    .head = { XYB_FONT_HEAD, size, XYB_SIZE_S5, size * 1.25 },
    .body = { XYB_FONT_BODY, size, 0, size * 1.25 },
    .total = { XYB_FONT_HEAD, size, XYB_SIZE_S5, size * 1.25 },
    .head_height = ROW_HEIGHT,
    .row_height = ROW_HEIGHT,
    .min_row_height = MIN_ROW_HEIGHT,
    .padding = XYB_MM (1),
    .line_padding = XYB_MM (0.9),
    .balanced = TRUE,
    .outer_line = XYB_OUTER_LINE,
    .inner_line = XYB_INNER_LINE,
  };
}

static void
add_table (XybFlow *flow, const XybMaterialSheet *sheet, double size)
{
  XybFlowTableStyle style = table_style (size);
  XybFlowTable *drawn
    = xyb_flow_add_table (flow, &style, columns, G_N_ELEMENTS (columns), xyb_material_sheet_heads);

  for (guint i = 0; i < sheet->rows->len; i++)
    xyb_flow_table_add_row (drawn, XYB_ROW_BODY, sheet->rows->pdata[i]);
}

static void
add_summary (XybFlow *flow, const XybMaterialSheet *sheet, double size)
{
  const XybParagraphStyle style
    = { .text = { XYB_FONT_BODY, size, 0, size * 1.3 }, .align = XYB_ALIGN_LEFT, .kept = TRUE };

  xyb_flow_add_space (flow, SUMMARY_SPACE);
  xyb_flow_add_paragraph (flow, &style, sheet->summary);
}

static void
add_signatures (XybFlow *flow)
{
  static const XybTextStyle style = { XYB_FONT_BODY, XYB_SIZE_S4, 0, XYB_SIZE_S4 * 1.2 };
  static const XybFlowBlank enterprise[]
    = { { "企业经办人（签字）", "", 1 }, { "区镇审核（签字、盖章）", "", 1 } };
  static const XybFlowBlank office[]
    = { { "市信用办审核（签字、盖章）", "", 1 }, { "日期", "", 0.8 } };

  xyb_flow_add_space (flow, SIGN_SPACE);
  xyb_flow_add_blanks (flow, &style, SIGN_SPACE, enterprise, G_N_ELEMENTS (enterprise));
  xyb_flow_add_blanks (flow, &style, 0, office, G_N_ELEMENTS (office));
}

static void
add_sheet (XybFlow *flow, const XybMaterialSheet *sheet, double size)
{
  g_autofree char *enterprise = g_strdup_printf ("企业：%s", sheet->enterprise);
  g_autofree char *unit = g_strdup_printf ("区镇：%s", sheet->unit);

  xyb_flow_start_sheet (flow, XYB_SHEET_PORTRAIT);
  xyb_document_add_table_title (flow, sheet->title, TITLE_SPACE);
  xyb_document_add_pair (flow, enterprise, unit, PAIR_SPACE);
  add_table (flow, sheet, size);
  add_summary (flow, sheet, size);
  add_signatures (flow);
}

static XybFlow *
new_flow (XybMaterialSheet *const *sheets, guint n_sheets, double size)
{
  XybFlow *flow = xyb_flow_new ();

  for (guint i = 0; i < n_sheets; i++)
    add_sheet (flow, sheets[i], size);
  return flow;
}

/**
 * xyb_document_new_material_sheets:
 * @sheets: (array length=n_sheets): 材料清单 of one track; copied
 * @n_sheets: how many
 *
 * A page an enterprise, all of one size; only a list of very many materials runs on.
 *
 * Returns: (transfer full): the document
 */
XybDocument *
xyb_document_new_material_sheets (XybMaterialSheet *const *sheets, guint n_sheets)
{
  XybFlow *flow = NULL;

  g_return_val_if_fail (sheets != NULL || n_sheets == 0, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_clear_pointer (&flow, xyb_flow_free);
      flow = new_flow (sheets, n_sheets, sizes[i]);
      if (xyb_flow_get_n_pages (flow) <= n_sheets)
        break;
    }
  return xyb_document_new (flow, n_sheets > 0 ? sheets[0]->title : "");
}
