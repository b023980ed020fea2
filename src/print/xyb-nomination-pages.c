/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

/* 附件2: A4 lying (requirements §3.1). Label, title, fill-in line, head and fifteen rows fill one
 * page; a normal company name stays on its line. */
#define LABEL_SPACE XYB_MM (3)
#define TITLE_SPACE XYB_MM (6.5)
#define BLANKS_SPACE XYB_MM (2.7)
#define HEAD_HEIGHT XYB_MM (8.7)
#define ROW_HEIGHT XYB_MM (7.48)

#define N_BLANKS 3
#define MERGED_COLUMNS (XYB_NOMINATION_COLUMNS + 1)

static const XybFlowColumn district_columns[XYB_NOMINATION_COLUMNS] = {
  { XYB_MM (11.5), XYB_ALIGN_CENTER }, /* 序号 */
  { XYB_MM (64), XYB_ALIGN_LEFT },     /* 企业名称 */
  { XYB_MM (32), XYB_ALIGN_LEFT },     /* 主要产品 */
  { XYB_MM (30), XYB_ALIGN_RIGHT },    /* 去年销售收入 */
  { XYB_MM (20.5), XYB_ALIGN_RIGHT },  /* 职工人数 */
  { XYB_MM (20), XYB_ALIGN_CENTER },   /* 联系人 */
  { XYB_MM (47), XYB_ALIGN_LEFT },     /* 电话 */
};

static const XybFlowColumn merged_columns[MERGED_COLUMNS] = {
  { XYB_MM (30), XYB_ALIGN_CENTER },  /* 区镇 */
  { XYB_MM (12), XYB_ALIGN_CENTER },  /* 序号 */
  { XYB_MM (57), XYB_ALIGN_LEFT },    /* 企业名称 */
  { XYB_MM (26.5), XYB_ALIGN_LEFT },  /* 主要产品 */
  { XYB_MM (26.5), XYB_ALIGN_RIGHT }, /* 去年销售收入 */
  { XYB_MM (18.5), XYB_ALIGN_RIGHT }, /* 职工人数 */
  { XYB_MM (17), XYB_ALIGN_CENTER },  /* 联系人 */
  { XYB_MM (37.5), XYB_ALIGN_LEFT },  /* 电话 */
};

static const XybFlowTableStyle district_style = {
  .head = { XYB_FONT_HEAD, XYB_SIZE_S4, XYB_SIZE_S5, XYB_SIZE_S4 * 1.12 },
  .body = { XYB_FONT_BODY, XYB_SIZE_S4, XYB_SIZE_S5, XYB_SIZE_S4 * 1.12 },
  .total = { XYB_FONT_HEAD, XYB_SIZE_S4, XYB_SIZE_S5, XYB_SIZE_S4 * 1.12 },
  .head_height = HEAD_HEIGHT,
  .row_height = ROW_HEIGHT,
  .min_row_height = ROW_HEIGHT,
  .padding = XYB_MM (2),
  .outer_line = XYB_OUTER_LINE,
  .inner_line = XYB_INNER_LINE,
};

/* One column more: the text is a size smaller, the rows are as high. */
static const XybFlowTableStyle merged_style = {
  .head = { XYB_FONT_HEAD, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.12 },
  .body = { XYB_FONT_BODY, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.12 },
  .total = { XYB_FONT_HEAD, XYB_SIZE_5, XYB_SIZE_S5, XYB_SIZE_5 * 1.12 },
  .head_height = HEAD_HEIGHT,
  .row_height = ROW_HEIGHT,
  .min_row_height = ROW_HEIGHT,
  .padding = XYB_MM (1.8),
  .outer_line = XYB_OUTER_LINE,
  .inner_line = XYB_INNER_LINE,
};

/* ENT-05: officer and telephone are the 区镇's. The words of the form are not translated. */
static void
add_blanks (XybFlow *flow, const XybNominationTable *table)
{
  static const XybTextStyle style = { XYB_FONT_BODY, XYB_SIZE_4, XYB_SIZE_S5, XYB_SIZE_4 * 1.2 };
  const XybFlowBlank blanks[N_BLANKS] = {
    { "区镇", table->district, 48 },
    { "业务负责人", table->officer, 42 },
    { "联系方式", table->officer_phone, 52 },
  };

  xyb_flow_add_blanks (flow, &style, BLANKS_SPACE, blanks, N_BLANKS);
}

/* One row of the form; a row without an enterprise has its number only (AMB-10). */
static void
add_row (XybFlowTable *drawn,
         const XybNominationTable *table,
         guint number,
         const XybNomination *nomination)
{
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *revenue = NULL;
  g_autofree char *headcount = NULL;
  const char *cells[MERGED_COLUMNS] = { "", number_text };

  if (nomination != NULL)
    {
      /* ENT-03: the head has no unit, so the value carries it; 万元 throughout, to be comparable.
       */
      if (nomination->revenue_fen != XYB_UNSAID)
        revenue = xyb_amount_format (nomination->revenue_fen, XYB_MONEY_UNIT_WAN);
      if (nomination->headcount != XYB_UNSAID)
        headcount = g_strdup_printf ("%" G_GINT64_FORMAT, nomination->headcount);
      cells[0] = nomination->unit_name;
      cells[2] = nomination->enterprise_name;
      cells[3] = nomination->products;
      cells[4] = revenue;
      cells[5] = headcount;
      cells[6] = nomination->contact;
      cells[7] = nomination->phone;
    }
  xyb_flow_table_add_row (drawn, XYB_ROW_BODY, table->merged ? cells : cells + 1);
}

static XybFlowTable *
start_table (XybFlow *flow, const XybNominationTable *table)
{
  const char *heads[MERGED_COLUMNS] = { "区镇" };

  for (guint i = 0; i < XYB_NOMINATION_COLUMNS; i++)
    heads[i + 1] = xyb_nomination_heads[i];
  if (table->merged)
    return xyb_flow_add_table (flow, &merged_style, merged_columns, MERGED_COLUMNS, heads);
  return xyb_flow_add_table (flow, &district_style, district_columns, XYB_NOMINATION_COLUMNS,
                             heads + 1);
}

static void
add_sheet (XybFlow *flow, const XybNominationTable *table)
{
  guint n_rows = MAX (table->rows->len, table->min_rows);
  XybFlowTable *drawn;

  xyb_flow_start_sheet (flow, XYB_SHEET_LANDSCAPE);
  xyb_document_add_label (flow, table->label, LABEL_SPACE);
  xyb_document_add_title (flow, table->title, TITLE_SPACE);
  if (!table->merged)
    add_blanks (flow, table);
  drawn = start_table (flow, table);
  for (guint i = 0; i < n_rows; i++)
    add_row (drawn, table, i + 1, i < table->rows->len ? g_ptr_array_index (table->rows, i) : NULL);
}

/**
 * xyb_document_new_nominations:
 * @tables: (array length=n_tables): 附件2, any number of forms; copied
 * @n_tables: how many
 *
 * The pages of 附件2: every form starts on a new sheet, its head is repeated on each of its pages,
 * pages are numbered throughout.
 *
 * Returns: (transfer full): the document
 */
XybDocument *
xyb_document_new_nominations (XybNominationTable *const *tables, guint n_tables)
{
  XybFlow *flow;

  g_return_val_if_fail (tables != NULL || n_tables == 0, NULL);

  flow = xyb_flow_new ();
  for (guint i = 0; i < n_tables; i++)
    add_sheet (flow, tables[i]);
  return xyb_document_new (flow, n_tables > 0 ? tables[0]->title : "");
}
