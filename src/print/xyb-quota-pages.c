/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

/* 附件1: A4 upright (QUO-03). The label stands on the first line, the title begins on the third,
 * one line stays free above the table. */
#define LABEL_SPACE (2 * XYB_LINE_PITCH - XYB_SIZE_3)
#define TITLE_SPACE XYB_LINE_PITCH
#define ROW_HEIGHT XYB_MM (11.1)
#define MIN_ROW_HEIGHT XYB_MM (7)
#define NOTE_SPACE XYB_MM (3)

static const XybFlowColumn columns[XYB_QUOTA_TABLE_COLUMNS] = {
  { XYB_MM (60), XYB_ALIGN_CENTER },
  { XYB_MM (48), XYB_ALIGN_CENTER },
  { XYB_MM (48), XYB_ALIGN_CENTER },
};

static const XybFlowTableStyle table_style = {
  .head = { XYB_FONT_HEAD, XYB_SIZE_3, XYB_SIZE_S4, XYB_SIZE_3 * 1.3 },
  .body = { XYB_FONT_BODY, XYB_SIZE_3, XYB_SIZE_S4, XYB_SIZE_3 * 1.3 },
  .total = { XYB_FONT_HEAD, XYB_SIZE_3, XYB_SIZE_S4, XYB_SIZE_3 * 1.3 },
  .head_height = ROW_HEIGHT,
  .row_height = ROW_HEIGHT,
  .min_row_height = MIN_ROW_HEIGHT,
  .padding = XYB_MM (2),
  .outer_line = XYB_OUTER_LINE,
  .inner_line = XYB_INNER_LINE,
};

/* QUO-02: blank is not 0. */
static char *
format_count (gint64 count)
{
  return count == XYB_UNSAID ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

static void
add_row (XybFlowTable *table,
         XybRowKind kind,
         const char *name,
         gint64 accreditation,
         gint64 city_model)
{
  g_autofree char *accreditation_text = format_count (accreditation);
  g_autofree char *city_model_text = format_count (city_model);
  const char *const cells[XYB_QUOTA_TABLE_COLUMNS] = { name, accreditation_text, city_model_text };

  xyb_flow_table_add_row (table, kind, cells);
}

static void
add_note (XybFlow *flow, const char *note)
{
  static const XybParagraphStyle style = {
    .text = { XYB_FONT_BODY, XYB_SIZE_S4, 0, XYB_SIZE_S4 * 1.5 },
    .align = XYB_ALIGN_LEFT,
    .kept = TRUE,
  };

  xyb_flow_add_space (flow, NOTE_SPACE);
  xyb_flow_add_paragraph (flow, &style, note);
}

/**
 * xyb_document_new_quota:
 * @table: 附件1; copied
 *
 * The pages of 附件1 (requirements §4): one, unless a plan shares its targets among very many.
 *
 * Returns: (transfer full): the document
 */
XybDocument *
xyb_document_new_quota (const XybQuotaTable *table)
{
  XybFlow *flow;
  XybFlowTable *drawn;

  g_return_val_if_fail (table != NULL, NULL);

  flow = xyb_flow_new ();
  xyb_flow_start_sheet (flow, XYB_SHEET_PORTRAIT);
  xyb_document_add_label (flow, table->label, LABEL_SPACE);
  xyb_document_add_title (flow, table->title, TITLE_SPACE);
  drawn = xyb_flow_add_table (flow, &table_style, columns, XYB_QUOTA_TABLE_COLUMNS, table->heads);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const XybQuotaTableRow *row = g_ptr_array_index (table->rows, i);

      add_row (drawn, XYB_ROW_BODY, row->name, row->accreditation, row->city_model);
    }
  /* The words of the document itself are not translated. */
  add_row (drawn, XYB_ROW_TOTAL, "合计", table->total_accreditation, table->total_city_model);
  if (table->note != NULL && table->note[0] != '\0')
    add_note (flow, table->note);
  return xyb_document_new (flow, table->title);
}
