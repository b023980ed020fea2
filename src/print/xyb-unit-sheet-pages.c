/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

/* 单位考核表 (KH-30): A4 upright, one page: what is assessed, what it cost and why, 情况说明, and
 * the lines to be signed. */
#define TITLE_SPACE XYB_MM (5)
#define PAIR_SPACE XYB_MM (1.8)
#define SIGN_SPACE XYB_MM (9)
#define ROW_HEIGHT XYB_MM (9)
#define MIN_ROW_HEIGHT XYB_MM (6)
#define EXPLANATION_HEIGHT XYB_MM (26)
#define MIN_EXPLANATION_HEIGHT XYB_MM (14)

#define MAX_COLUMNS 7

/* Where it does not go on one page, it is set smaller. */
static const double sizes[] = { XYB_SIZE_5, XYB_SIZE_S5 };

/* The words of the document are not translated. */
static const XybFlowColumn deduct_columns[] = {
  { XYB_MM (10), XYB_ALIGN_CENTER }, /* 序号 */
  { XYB_MM (39), XYB_ALIGN_LEFT },   /* 考核指标 */
  { XYB_MM (17), XYB_ALIGN_CENTER }, /* 分值 */
  { XYB_MM (18), XYB_ALIGN_CENTER }, /* 完成情况 */
  { XYB_MM (13), XYB_ALIGN_CENTER }, /* 扣分 */
  { XYB_MM (59), XYB_ALIGN_LEFT },   /* 理由 */
};
static const char *const deduct_heads[]
  = { "序号", "考核指标", "分值", "完成情况", "扣分", "理由" };

static const XybFlowColumn earn_columns[] = {
  { XYB_MM (10), XYB_ALIGN_CENTER },   /* 序号 */
  { XYB_MM (37), XYB_ALIGN_LEFT },     /* 考核指标 */
  { XYB_MM (17), XYB_ALIGN_CENTER },   /* 分值 */
  { XYB_MM (18), XYB_ALIGN_CENTER },   /* 完成情况 */
  { XYB_MM (12.5), XYB_ALIGN_CENTER }, /* 得分 */
  { XYB_MM (12.5), XYB_ALIGN_CENTER }, /* 扣分 */
  { XYB_MM (49), XYB_ALIGN_LEFT },     /* 理由 */
};
static const char *const earn_heads[]
  = { "序号", "考核指标", "分值", "完成情况", "得分", "扣分", "理由" };

static const XybFlowColumn explanation_columns[] = {
  { XYB_MM (24), XYB_ALIGN_CENTER, TRUE },
  { XYB_MM (132), XYB_ALIGN_LEFT },
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
    .padding = XYB_MM (1.2),
    .line_padding = XYB_MM (0.9),
    .outer_line = XYB_OUTER_LINE,
    .inner_line = XYB_INNER_LINE,
  };
}

static void
add_rows (XybFlowTable *drawn, const XybUnitSheet *sheet, gboolean earning)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const XybUnitSheetRow *row = sheet->rows->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const char *deducting[MAX_COLUMNS]
        = { number, row->indicator, row->points, row->mark, row->deduction, row->reason };
      const char *cells[MAX_COLUMNS] = { number,      row->indicator, row->points, row->mark,
                                         row->earned, row->deduction, row->reason };

      xyb_flow_table_add_row (drawn, XYB_ROW_BODY, earning ? cells : deducting);
    }
}

static void
add_total (XybFlowTable *drawn, const XybUnitSheet *sheet, gboolean earning)
{
  const char *deducting[MAX_COLUMNS]
    = { "合计", xyb_cell_joined, sheet->full, "", sheet->deduction, sheet->result };
  const char *cells[MAX_COLUMNS]
    = { "合计", xyb_cell_joined, sheet->full, "", sheet->earned, sheet->deduction, sheet->result };

  xyb_flow_table_add_row (drawn, XYB_ROW_TOTAL, earning ? cells : deducting);
}

static void
add_table (XybFlow *flow, const XybUnitSheet *sheet, double size)
{
  gboolean earning = sheet->mode == XYB_SCHEME_EARN;
  XybFlowTableStyle style = table_style (size);
  XybFlowTable *drawn = earning ? xyb_flow_add_table (flow, &style, earn_columns,
                                                      G_N_ELEMENTS (earn_columns), earn_heads)
                                : xyb_flow_add_table (flow, &style, deduct_columns,
                                                      G_N_ELEMENTS (deduct_columns), deduct_heads);

  add_rows (drawn, sheet, earning);
  add_total (drawn, sheet, earning);
}

/* Joined to the table above it: room for what the unit has to say. */
static void
add_explanation (XybFlow *flow, const XybUnitSheet *sheet, double size)
{
  XybFlowTableStyle style = table_style (size);
  const char *const cells[] = { "情况说明", sheet->explanation };
  XybFlowTable *drawn;

  style.row_height = EXPLANATION_HEIGHT;
  style.min_row_height = MIN_EXPLANATION_HEIGHT;
  drawn = xyb_flow_add_table (flow, &style, explanation_columns, G_N_ELEMENTS (explanation_columns),
                              NULL);
  xyb_flow_table_add_row (drawn, XYB_ROW_BODY, cells);
}

static void
add_signatures (XybFlow *flow)
{
  static const XybTextStyle style = { XYB_FONT_BODY, XYB_SIZE_S4, 0, XYB_SIZE_S4 * 1.2 };
  static const XybFlowBlank office[] = { { "考核人", "", 1 }, { "复核人", "", 1 } };
  static const XybFlowBlank unit[] = { { "单位负责人（签字、盖章）", "", 1 }, { "日期", "", 0.8 } };

  xyb_flow_add_space (flow, SIGN_SPACE);
  xyb_flow_add_blanks (flow, &style, SIGN_SPACE, office, G_N_ELEMENTS (office));
  xyb_flow_add_blanks (flow, &style, 0, unit, G_N_ELEMENTS (unit));
}

static void
add_sheet (XybFlow *flow, const XybUnitSheet *sheet, double size)
{
  g_autofree char *unit = g_strdup_printf ("%s：%s", sheet->unit_head, sheet->unit);

  xyb_flow_start_sheet (flow, XYB_SHEET_PORTRAIT);
  xyb_document_add_table_title (flow, sheet->title, TITLE_SPACE);
  xyb_document_add_pair (flow, unit, sheet->caption, PAIR_SPACE);
  add_table (flow, sheet, size);
  add_explanation (flow, sheet, size);
  add_signatures (flow);
}

static XybFlow *
new_flow (XybUnitSheet *const *sheets, guint n_sheets, const double *size_of)
{
  XybFlow *flow = xyb_flow_new ();

  for (guint i = 0; i < n_sheets; i++)
    add_sheet (flow, sheets[i], size_of[i]);
  return flow;
}

/* The largest size at which the sheet is one page; the smallest where none makes it so. */
static double
find_size (XybUnitSheet *sheet)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (XybFlow) tried = new_flow (&sheet, 1, &sizes[i]);

      if (xyb_flow_get_n_pages (tried) == 1)
        return sizes[i];
    }
  return sizes[G_N_ELEMENTS (sizes) - 1];
}

/**
 * xyb_document_new_unit_sheets:
 * @sheets: (array length=n_sheets): 单位考核表, any number; copied
 * @n_sheets: how many
 *
 * A page a unit, numbered throughout; only a 情况说明 of very many words runs on.
 *
 * Returns: (transfer full): the document
 */
XybDocument *
xyb_document_new_unit_sheets (XybUnitSheet *const *sheets, guint n_sheets)
{
  g_autofree double *size_of = g_new0 (double, n_sheets + 1);
  XybFlow *flow;

  g_return_val_if_fail (sheets != NULL || n_sheets == 0, NULL);

  for (guint i = 0; i < n_sheets; i++)
    size_of[i] = sizes[0];
  flow = new_flow (sheets, n_sheets, size_of);
  /* Each sheet starts a page: as many pages as sheets, and every one is a single page. */
  if (xyb_flow_get_n_pages (flow) > n_sheets)
    {
      for (guint i = 0; i < n_sheets; i++)
        size_of[i] = find_size (sheets[i]);
      xyb_flow_free (flow);
      flow = new_flow (sheets, n_sheets, size_of);
    }
  return xyb_document_new (flow, n_sheets > 0 ? sheets[0]->title : "");
}
