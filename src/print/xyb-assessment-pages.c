/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

/* 考核表 (KH-30): title, issue and date above the table, 说明 below it. Twelve 区镇 with their
 * eight notes fill one sheet laid across; 54 部门 take the three pages of the original (KH-06). */
#define TITLE_SPACE XYB_MM (4.5)
#define PAIR_SPACE XYB_MM (1.6)
#define NOTES_SPACE XYB_MM (3)
#define NOTE_PITCH 1.3 /* ems */
#define NOTE_HANG 2.0  /* ems: 10. and a gap */
#define HEAD_PADDING XYB_MM (1.3)
#define ROW_HEIGHT XYB_MM (8)
#define MIN_ROW_HEIGHT XYB_MM (5)

/* Name and points on lines of their own, as the newsletter sets them. */
static char *
set_head (const char *head)
{
  g_autofree char *name = NULL;
  g_autofree char *points = NULL;

  xyb_assessment_head_split (head, &name, &points);
  return points[0] == '\0' ? g_strdup (name) : g_strjoin ("\n", name, points, NULL);
}

static XybFlowTable *
start_table (XybFlow *flow, const XybAssessmentTable *table, const XybAssessmentShape *shape)
{
  XybFlowTableStyle style = {
    .head = { XYB_FONT_HEAD, shape->head_size, XYB_SIZE_S5, shape->head_size * 1.25 },
    .body = { XYB_FONT_BODY, shape->body_size, XYB_SIZE_S5, shape->body_size * 1.15 },
    .total = { XYB_FONT_HEAD, shape->body_size, XYB_SIZE_S5, shape->body_size * 1.15 },
    .head_height = ROW_HEIGHT + XYB_MM (1),
    .row_height = ROW_HEIGHT,
    .min_row_height = MIN_ROW_HEIGHT,
    .padding = XYB_MM (0.8),
    .line_padding = XYB_MM (0.55),
    .head_padding = HEAD_PADDING,
    .balanced = TRUE,
    .outer_line = XYB_OUTER_LINE,
    .inner_line = XYB_INNER_LINE,
  };
  g_autofree XybFlowColumn *columns = g_new0 (XybFlowColumn, shape->n_columns);
  g_auto (GStrv) heads = g_new0 (char *, shape->n_columns + 1);

  for (guint i = 0; i < shape->n_columns; i++)
    {
      columns[i].width = XYB_MM (shape->widths[i]);
      columns[i].align = XYB_ALIGN_CENTER;
      heads[i] = set_head (table->heads->pdata[i]);
    }
  return xyb_flow_add_table (flow, &style, columns, shape->n_columns, (const char *const *) heads);
}

static void
add_rows (XybFlowTable *drawn, const XybAssessmentTable *table)
{
  guint n_cells = table->heads->len - 2;
  g_autofree const char **cells = g_new0 (const char *, table->heads->len);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const XybAssessmentRow *row = table->rows->pdata[i];

      cells[0] = row->unit;
      for (guint k = 0; k < n_cells; k++)
        cells[k + 1] = k < row->cells->len ? row->cells->pdata[k] : "";
      cells[n_cells + 1] = row->remark;
      xyb_flow_table_add_row (drawn, XYB_ROW_BODY, cells);
      if (row->page_ends && i + 1 < table->rows->len)
        xyb_flow_table_end_page (drawn);
    }
}

/* KH-05: right below the table. */
static void
add_notes (XybFlow *flow, const XybAssessmentTable *table, const XybAssessmentShape *shape)
{
  XybParagraphStyle style = {
    .text = { XYB_FONT_BODY, shape->note_size, 0, shape->note_size * NOTE_PITCH },
    .align = XYB_ALIGN_LEFT,
    .kept = TRUE,
    .space_after = shape->note_size * (NOTE_PITCH - 1),
    .hang = shape->note_size * NOTE_HANG,
  };

  if (table->notes->len == 0)
    return;
  xyb_flow_add_space (flow, NOTES_SPACE);
  xyb_flow_add_paragraph (flow, &style, table->notes_head);
  for (guint i = 0; i < table->notes->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);

      xyb_flow_add_item (flow, &style, number, table->notes->pdata[i]);
    }
}

static void
add_paper (XybFlow *flow, const XybAssessmentPaper *paper)
{
  g_autoptr (XybAssessmentShape) shape = xyb_assessment_shape_new (paper->table);

  xyb_flow_start_sheet (flow, shape->lying ? XYB_SHEET_LANDSCAPE : XYB_SHEET_PORTRAIT);
  xyb_document_add_table_title (flow, paper->table->title, TITLE_SPACE);
  if (paper->issue != NULL || paper->as_of != NULL)
    xyb_document_add_pair (flow, paper->issue, paper->as_of, PAIR_SPACE);
  add_rows (start_table (flow, paper->table, shape), paper->table);
  add_notes (flow, paper->table, shape);
}

/**
 * xyb_document_new_assessments:
 * @papers: (array length=n_papers): 考核表, any number; copied
 * @n_papers: how many
 *
 * The pages of 考核表 as they are printed: each starts on a new sheet, its head is repeated on each
 * of its pages, pages end where the scheme says so, notes stand below the table (KH-05, KH-06).
 *
 * Returns: (transfer full): the document
 */
XybDocument *
xyb_document_new_assessments (const XybAssessmentPaper *papers, guint n_papers)
{
  XybFlow *flow;

  g_return_val_if_fail (papers != NULL || n_papers == 0, NULL);

  flow = xyb_flow_new ();
  for (guint i = 0; i < n_papers; i++)
    add_paper (flow, &papers[i]);
  return xyb_document_new (flow, n_papers > 0 ? papers[0].table->title : "");
}
