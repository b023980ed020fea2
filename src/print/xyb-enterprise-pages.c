/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

#include <inttypes.h>

#include "xyb-date.h"

/* 企业登记表: A4 upright. What is known of the enterprise stands in a form, its years and its
 * former names in tables below. */
#define TITLE_SPACE XYB_MM (4)
#define CAPTION_SPACE XYB_MM (4)
#define HEADING_SPACE XYB_MM (2.5)
#define SECTION_SPACE XYB_MM (6)
#define ROW_HEIGHT XYB_MM (9.5)
#define SMALL_ROW_HEIGHT XYB_MM (8)
#define FORM_COLUMNS 4
#define NAME_COLUMNS 2

static const XybFlowColumn form_columns[FORM_COLUMNS] = {
  { XYB_MM (37), XYB_ALIGN_CENTER, TRUE },
  { XYB_MM (47), XYB_ALIGN_LEFT },
  { XYB_MM (25), XYB_ALIGN_CENTER, TRUE },
  { XYB_MM (47), XYB_ALIGN_LEFT },
};

static const XybFlowColumn nomination_columns[XYB_SHEET_NOMINATION_COLUMNS] = {
  { XYB_MM (12), XYB_ALIGN_CENTER }, /* 年度 */
  { XYB_MM (29), XYB_ALIGN_CENTER }, /* 推荐区镇 */
  { XYB_MM (26), XYB_ALIGN_RIGHT },  /* 去年销售收入 */
  { XYB_MM (17), XYB_ALIGN_RIGHT },  /* 职工人数 */
  { XYB_MM (24), XYB_ALIGN_CENTER }, /* 确定名单 */
  { XYB_MM (24), XYB_ALIGN_CENTER }, /* 签约 */
  { XYB_MM (24), XYB_ALIGN_CENTER }, /* 验收通过 */
};

static const XybFlowColumn name_columns[NAME_COLUMNS] = {
  { XYB_MM (109), XYB_ALIGN_LEFT },
  { XYB_MM (47), XYB_ALIGN_CENTER },
};

static const XybFlowTableStyle form_style = {
  .head = { XYB_FONT_HEAD, XYB_SIZE_S4, XYB_SIZE_5, XYB_SIZE_S4 * 1.2 },
  .body = { XYB_FONT_BODY, XYB_SIZE_S4, XYB_SIZE_5, XYB_SIZE_S4 * 1.2 },
  .total = { XYB_FONT_BODY, XYB_SIZE_S4, XYB_SIZE_5, XYB_SIZE_S4 * 1.2 },
  .head_height = ROW_HEIGHT,
  .row_height = ROW_HEIGHT,
  .min_row_height = ROW_HEIGHT,
  .padding = XYB_MM (2),
  .outer_line = XYB_OUTER_LINE,
  .inner_line = XYB_INNER_LINE,
};

static const XybFlowTableStyle list_style = {
  .head = { XYB_FONT_HEAD, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.2 },
  .body = { XYB_FONT_BODY, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.2 },
  .total = { XYB_FONT_BODY, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.2 },
  .head_height = SMALL_ROW_HEIGHT,
  .row_height = SMALL_ROW_HEIGHT,
  .min_row_height = SMALL_ROW_HEIGHT,
  .padding = XYB_MM (1.6),
  .outer_line = XYB_OUTER_LINE,
  .inner_line = XYB_INNER_LINE,
};

static char *
format_number (gint64 number)
{
  return number == XYB_UNSAID ? NULL : g_strdup_printf ("%" PRId64, number);
}

static char *
format_date (const char *iso)
{
  return iso != NULL && *iso != '\0' ? xyb_date_format (iso) : NULL;
}

/* Narrow columns take the date as ISO writes it. */
static const char *
or_blank (const char *iso)
{
  return iso != NULL ? iso : "";
}

/* ---- the form ---- */

static void
add_pair (XybFlowTable *form,
          const char *label,
          const char *value,
          const char *other_label,
          const char *other_value)
{
  const char *const cells[FORM_COLUMNS] = { label, value, other_label, other_value };

  xyb_flow_table_add_row (form, XYB_ROW_BODY, cells);
}

static void
add_wide (XybFlowTable *form, const char *label, const char *value)
{
  const char *const cells[FORM_COLUMNS]
    = { label, value != NULL ? value : "", xyb_cell_joined, xyb_cell_joined };

  xyb_flow_table_add_row (form, XYB_ROW_BODY, cells);
}

static const char *
tri_text (XybTri tri)
{
  return tri == XYB_TRI_YES ? "是" : tri == XYB_TRI_NO ? "否" : NULL;
}

/* A code that fails its check was seen on the licence, and the paper says so (§19.1). */
static char *
code_text (const XybEnterprise *enterprise)
{
  if (enterprise->credit_code == NULL)
    return NULL;
  return enterprise->code_confirmed ? g_strconcat (enterprise->credit_code, "（已核对证照）", NULL)
                                    : g_strdup (enterprise->credit_code);
}

static void
add_form (XybFlow *flow, const XybEnterprise *enterprise)
{
  XybFlowTable *form = xyb_flow_add_table (flow, &form_style, form_columns, FORM_COLUMNS, NULL);
  g_autofree char *code = code_text (enterprise);
  g_autofree char *headcount = format_number (enterprise->headcount);
  g_autofree char *founded = format_date (enterprise->founded_on);

  add_wide (form, "企业名称", enterprise->name);
  add_wide (form, "统一社会信用代码", code);
  add_pair (form, "区镇", enterprise->unit_name, "行业", xyb_industry_name (enterprise->industry));
  add_pair (form, "规模以上", tri_text (enterprise->above_scale), "成立日期", founded);
  add_pair (form, "法定代表人", enterprise->legal_person, "职工人数", headcount);
  add_pair (form, "联系人", enterprise->contact, "电话", enterprise->phone);
  add_wide (form, "主要产品", enterprise->products);
  add_wide (form, "状态", enterprise->closed ? "注销" : "在业");
  add_wide (form, "备注", enterprise->note);
}

/* ---- its years ---- */

static void
add_heading (XybFlow *flow, const char *text)
{
  static const XybParagraphStyle style = {
    .text = { XYB_FONT_HEAD, XYB_SIZE_S4, 0, XYB_SIZE_S4 * 1.3 },
    .align = XYB_ALIGN_LEFT,
    .space_after = HEADING_SPACE,
  };

  xyb_flow_add_space (flow, SECTION_SPACE);
  xyb_flow_add_paragraph (flow, &style, text);
}

static void
add_nomination (XybFlowTable *drawn, int year, const XybNomination *nomination)
{
  g_autofree char *year_text = g_strdup_printf ("%d", year);
  g_autofree char *headcount = format_number (nomination->headcount);
  g_autofree char *revenue = nomination->revenue_fen != XYB_UNSAID
                               ? xyb_amount_format (nomination->revenue_fen, XYB_MONEY_UNIT_WAN)
                               : NULL;
  const char *const cells[XYB_SHEET_NOMINATION_COLUMNS] = { year_text,
                                                            nomination->unit_name,
                                                            revenue,
                                                            headcount,
                                                            or_blank (nomination->confirmed_on),
                                                            or_blank (nomination->signed_on),
                                                            or_blank (nomination->accepted_on) };

  xyb_flow_table_add_row (drawn, XYB_ROW_BODY, cells);
}

static void
add_nominations (XybFlow *flow, const XybEnterpriseSheet *sheet)
{
  XybFlowTable *drawn;

  add_heading (flow, "年度贯标申报");
  drawn = xyb_flow_add_table (flow, &list_style, nomination_columns, XYB_SHEET_NOMINATION_COLUMNS,
                              xyb_sheet_nomination_heads);
  for (guint i = 0; i < sheet->nominations->len; i++)
    add_nomination (drawn, g_array_index (sheet->years, int, i), sheet->nominations->pdata[i]);
  if (sheet->nominations->len == 0)
    {
      const char *const none[XYB_SHEET_NOMINATION_COLUMNS]
        = { "没有申报过",    xyb_cell_joined, xyb_cell_joined, xyb_cell_joined,
            xyb_cell_joined, xyb_cell_joined, xyb_cell_joined };

      xyb_flow_table_add_row (drawn, XYB_ROW_BODY, none);
    }
}

static void
add_former_names (XybFlow *flow, const XybEnterprise *enterprise)
{
  static const char *const heads[NAME_COLUMNS] = { "曾用名", "用到" };
  XybFlowTable *drawn;

  if (enterprise->former_names == NULL || enterprise->former_names->len == 0)
    return;
  xyb_flow_add_space (flow, SECTION_SPACE);
  drawn = xyb_flow_add_table (flow, &list_style, name_columns, NAME_COLUMNS, heads);
  for (guint i = 0; i < enterprise->former_names->len; i++)
    {
      const XybFormerName *former = enterprise->former_names->pdata[i];
      g_autofree char *until = format_date (former->until);
      const char *const cells[NAME_COLUMNS] = { former->name, until };

      xyb_flow_table_add_row (drawn, XYB_ROW_BODY, cells);
    }
}

/**
 * xyb_document_new_enterprise:
 * @sheet: 企业登记表; copied
 *
 * One page, unless the enterprise has had very many years and names.
 *
 * Returns: (transfer full): the document
 */
XybDocument *
xyb_document_new_enterprise (const XybEnterpriseSheet *sheet)
{
  XybFlow *flow;

  g_return_val_if_fail (sheet != NULL, NULL);

  flow = xyb_flow_new ();
  xyb_flow_start_sheet (flow, XYB_SHEET_PORTRAIT);
  xyb_document_add_title (flow, sheet->title, TITLE_SPACE);
  xyb_document_add_caption (flow, sheet->caption, CAPTION_SPACE);
  add_form (flow, sheet->enterprise);
  add_nominations (flow, sheet);
  add_former_names (flow, sheet->enterprise);
  return xyb_document_new (flow, sheet->title);
}
