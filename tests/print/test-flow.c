/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-flow-private.h"

static const XybFlowColumn columns[] = {
  { 100, XYB_ALIGN_LEFT },
  { 100, XYB_ALIGN_RIGHT },
};

static const XybFlowTableStyle table_style = {
  .head = { XYB_FONT_HEAD, 12, 9, 14.4, 0 },
  .body = { XYB_FONT_BODY, 12, 9, 14.4, 0 },
  .total = { XYB_FONT_HEAD, 12, 9, 14.4, 0 },
  .head_height = 30,
  .row_height = 20,
  .min_row_height = 20,
  .padding = 4,
  .outer_line = 1,
  .inner_line = 0.5,
};

static const char *const heads[] = { "企业名称", "职工人数" };

/* Rows of @table_style on a portrait page of its own: the 版心 without the head. */
static guint
rows_per_page (void)
{
  return (guint) ((XYB_FRAME_LONG - 30) / 20);
}

static XybFlow *
new_table_flow (guint n_rows, gboolean total, const XybFlowTableStyle *style)
{
  const char *const cells[] = { "昆山示例有限公司", "10" };
  XybFlow *flow = xyb_flow_new ();
  XybFlowTable *table = xyb_flow_add_table (flow, style, columns, 2, heads);

  for (guint i = 0; i < n_rows; i++)
    xyb_flow_table_add_row (table, XYB_ROW_BODY, cells);
  if (total)
    xyb_flow_table_add_row (table, XYB_ROW_TOTAL, cells);
  return flow;
}

static const Piece *
get_piece (XybFlow *flow, guint page, guint piece)
{
  const Page *found = &g_array_index (flow->pages, Page, page);

  g_assert_cmpuint (piece, <, found->n_pieces);
  return &g_array_index (flow->pieces, Piece, found->first_piece + piece);
}

static void
test_table_runs_on (void)
{
  static const struct
  {
    int more_than_full; /* rows beyond what fills the page */
    guint n_pages;
  } cases[] = { { -1, 1 }, { 0, 1 }, { 1, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_rows = (guint) ((int) rows_per_page () + cases[i].more_than_full);
      g_autoptr (XybFlow) flow = new_table_flow (n_rows, FALSE, &table_style);

      g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, cases[i].n_pages);
      g_assert_cmpuint (get_piece (flow, cases[i].n_pages - 1, 0)->to, ==, n_rows);
    }
}

static void
test_total_takes_a_row_along (void)
{
  guint full = rows_per_page ();
  g_autoptr (XybFlow) flow = new_table_flow (full, TRUE, &table_style);

  g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, 2);
  g_assert_cmpuint (get_piece (flow, 0, 0)->to, ==, full - 1);
  g_assert_cmpuint (get_piece (flow, 1, 0)->from, ==, full - 1);
  g_assert_cmpuint (get_piece (flow, 1, 0)->to, ==, full + 1);
}

static void
test_rows_set_closer_save_a_page (void)
{
  XybFlowTableStyle style = table_style;
  g_autoptr (XybFlow) flow = NULL;

  style.min_row_height = 18;
  flow = new_table_flow (rows_per_page () + 1, TRUE, &style);
  g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, 1);
}

static void
test_rows_are_not_set_closer_in_vain (void)
{
  XybFlowTableStyle style = table_style;
  g_autoptr (XybFlow) flow = NULL;

  style.min_row_height = 18;
  flow = new_table_flow (rows_per_page () * 2, FALSE, &style);
  g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, 2);
  g_assert_cmpuint (get_piece (flow, 0, 0)->to, ==, rows_per_page ());
}

static void
test_table_without_rows_is_its_head (void)
{
  g_autoptr (XybFlow) flow = new_table_flow (0, FALSE, &table_style);

  g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, 1);
  g_assert_cmpuint (get_piece (flow, 0, 0)->to, ==, 0);
}

/* A head alone at the foot of a page is no table. */
static void
test_head_never_stands_alone (void)
{
  const char *const cells[] = { "昆山示例有限公司", "10" };
  g_autoptr (XybFlow) flow = xyb_flow_new ();
  XybFlowTable *table;

  xyb_flow_add_space (flow, XYB_FRAME_LONG - 40);
  table = xyb_flow_add_table (flow, &table_style, columns, 2, heads);
  xyb_flow_table_add_row (table, XYB_ROW_BODY, cells);
  g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, 2);
  g_assert_cmpuint (g_array_index (flow->pages, Page, 0).n_pieces, ==, 0);
  g_assert_cmpfloat (get_piece (flow, 1, 0)->y, ==, 0);
}

static void
test_row_higher_than_a_page_is_cut_between_lines (void)
{
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autoptr (XybFlow) flow = xyb_flow_new ();
  XybFlowTable *table = xyb_flow_add_table (flow, &table_style, columns, 2, heads);
  const char *const before[] = { "昆山示例有限公司", "1" };
  const char *cells[] = { NULL, "2" };
  guint n_pages;

  for (guint i = 0; i < 1000; i++)
    g_string_append (endless, "昆山示例");
  cells[0] = endless->str;
  xyb_flow_table_add_row (table, XYB_ROW_BODY, before);
  xyb_flow_table_add_row (table, XYB_ROW_BODY, cells);
  xyb_flow_table_add_row (table, XYB_ROW_BODY, before);
  n_pages = xyb_flow_get_n_pages (flow);
  g_assert_cmpuint (n_pages, >, 3);
  for (guint i = 1; i + 1 < n_pages; i++)
    {
      g_assert_cmpuint (get_piece (flow, i, 0)->from, ==, 1);
      g_assert_cmpuint (get_piece (flow, i, 0)->part, ==, i - 1);
    }
  g_assert_cmpuint (get_piece (flow, n_pages - 1, 0)->from, ==, 2);
}

static void
test_paragraph_runs_over_pages_line_by_line (void)
{
  static const XybParagraphStyle style = { .text = { XYB_FONT_BODY, 16, 0, XYB_LINE_PITCH, 32 } };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (XybFlow) flow = xyb_flow_new ();
  guint line = 0;

  /* Twenty-two lines of twenty-eight characters fill the 版心 (§19.2): at 16 points it is 27. */
  for (guint i = 0; i < 27 * 50; i++)
    g_string_append (text, "信");
  xyb_flow_add_paragraph (flow, &style, text->str);
  g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (get_piece (flow, i, 0)->from, ==, line);
      line = get_piece (flow, i, 0)->to;
      g_assert_cmpuint (line, ==, i < 2 ? 22 * (i + 1) : 51);
    }
}

static void
test_sheets_lie_as_they_were_started (void)
{
  static const XybParagraphStyle style = { .text = { XYB_FONT_BODY, 16, 0, XYB_LINE_PITCH } };
  static const XybSheet sheets[] = { XYB_SHEET_LANDSCAPE, XYB_SHEET_PORTRAIT, XYB_SHEET_LANDSCAPE };
  g_autoptr (XybFlow) flow = xyb_flow_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      xyb_flow_start_sheet (flow, sheets[i]);
      xyb_flow_add_paragraph (flow, &style, "附件");
    }
  g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, G_N_ELEMENTS (sheets));
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      double width;
      double height;

      xyb_flow_get_page_size (flow, i, &width, &height);
      g_assert_cmpint (width > height, ==, sheets[i] == XYB_SHEET_LANDSCAPE);
    }
}

/* ---- forms ---- */

#define LONG "昆山示例国际精密自动化智能"

static double
get_only_row_height (const char *second)
{
  const char *const cells[] = { LONG, second };
  g_autoptr (XybFlow) flow = xyb_flow_new ();
  XybFlowTable *table = xyb_flow_add_table (flow, &table_style, columns, 2, NULL);

  xyb_flow_table_add_row (table, XYB_ROW_BODY, cells);
  return xyb_flow_table_get_row_height (table, 0);
}

static void
test_a_joined_cell_takes_both_rooms (void)
{
  /* Too long for its own column even at the smallest size: two lines, unless it has both columns.
   */
  g_assert_cmpfloat (get_only_row_height ("10"), >, 20);
  g_assert_cmpfloat (get_only_row_height (xyb_cell_joined), ==, 20);
}

static void
test_a_form_has_no_head (void)
{
  const char *const cells[] = { "企业名称", "昆山示例有限公司" };
  g_autoptr (XybFlow) flow = xyb_flow_new ();
  XybFlowTable *table = xyb_flow_add_table (flow, &table_style, columns, 2, NULL);
  guint n_rows = (guint) (XYB_FRAME_LONG / 20);

  for (guint i = 0; i < n_rows; i++)
    xyb_flow_table_add_row (table, XYB_ROW_BODY, cells);
  g_assert_cmpfloat (xyb_flow_table_get_head_height (table), ==, 0);
  g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, 1);
}

/* How dark the sheet is where the line between the two columns runs. */
static guint
count_dark (XybFlow *flow)
{
  double width;
  double height;
  cairo_surface_t *surface;
  cairo_t *cr;
  const guint8 *data;
  guint dark = 0;
  int x = (int) (XYB_MM (28) + 100);

  xyb_flow_get_page_size (flow, 0, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) width, (int) height);
  cr = cairo_create (surface);
  xyb_flow_draw_page (flow, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = (int) XYB_MM (37) + 2; y < (int) XYB_MM (37) + 18; y++)
    if (data[y * cairo_image_surface_get_stride (surface) + x] > 40)
      dark++;
  cairo_surface_destroy (surface);
  return dark;
}

static void
test_no_line_runs_through_a_joined_cell (void)
{
  const char *const apart[] = { "甲", "乙" };
  const char *const joined[] = { "甲", xyb_cell_joined };
  guint dark[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (XybFlow) flow = xyb_flow_new ();
      XybFlowTable *table = xyb_flow_add_table (flow, &table_style, columns, 2, NULL);

      xyb_flow_table_add_row (table, XYB_ROW_BODY, i == 0 ? apart : joined);
      dark[i] = count_dark (flow);
    }
  g_assert_cmpuint (dark[0], ==, 16);
  g_assert_cmpuint (dark[1], ==, 0);
}

/* KH-06: the table is broken where the original was. */
static XybFlow *
new_broken_flow (const guint *counts, const XybFlowTableStyle *style, double below)
{
  static const XybParagraphStyle note
    = { .text = { XYB_FONT_BODY, 10, 0, 12 }, .kept = TRUE, .hang = 20 };
  const char *const cells[] = { "昆山示例有限公司", "10" };
  XybFlow *flow = xyb_flow_new ();
  XybFlowTable *table = xyb_flow_add_table (flow, style, columns, 2, heads);

  for (guint i = 0; counts[i] > 0; i++)
    {
      for (guint k = 0; k < counts[i]; k++)
        xyb_flow_table_add_row (table, XYB_ROW_BODY, cells);
      if (counts[i + 1] > 0)
        xyb_flow_table_end_page (table);
    }
  if (below > 0)
    {
      xyb_flow_add_space (flow, below);
      xyb_flow_add_item (flow, &note, "1.", "说明");
    }
  return flow;
}

static void
test_pages_end_where_they_are_told_to (void)
{
  g_autoptr (XybFlow) flow = new_broken_flow ((guint[]){ 20, 19, 15, 0 }, &table_style, 0);

  g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, 3);
  g_assert_cmpuint (get_piece (flow, 0, 0)->to, ==, 20);
  g_assert_cmpuint (get_piece (flow, 1, 0)->to, ==, 39);
  g_assert_cmpuint (get_piece (flow, 2, 0)->to, ==, 54);
}

/* The fullest page sets the height of all rows, so that no page is spilt. */
static void
test_rows_are_set_closer_for_the_fullest_page (void)
{
  guint full = rows_per_page ();
  XybFlowTableStyle style = table_style;
  g_autoptr (XybFlow) flow = NULL;
  double step;

  style.min_row_height = 15;
  flow = new_broken_flow ((guint[]){ 5, full + 2, full, 0 }, &style, 80);
  g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, 3);
  g_assert_cmpuint (get_piece (flow, 1, 0)->to, ==, full + 7);
  g_assert_cmpuint (g_array_index (flow->pages, Page, 2).n_pieces, ==, 2);
  step = get_piece (flow, 2, 1)->y;
  g_assert_cmpfloat (step, <=, XYB_FRAME_LONG - 10);
}

/* Rows grown too high for a page of the original: no page is left nearly empty for it. */
static void
test_breaks_that_do_not_fit_are_given_up (void)
{
  guint full = rows_per_page ();
  g_autoptr (XybFlow) flow = new_broken_flow ((guint[]){ full + 1, 5, 0 }, &table_style, 0);

  g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, 2);
  g_assert_cmpuint (get_piece (flow, 0, 0)->to, ==, full);
  g_assert_cmpuint (get_piece (flow, 1, 0)->to, ==, full + 6);
}

/* The lines of an item begin behind its label, and there are as many as fit beside it. */
static void
test_an_item_stands_behind_its_label (void)
{
  static const XybParagraphStyle style
    = { .text = { XYB_FONT_BODY, 10, 0, 12 }, .align = XYB_ALIGN_LEFT, .hang = 0 };
  XybParagraphStyle hung = style;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (XybFlow) flow = xyb_flow_new ();

  for (guint i = 0; i < 43; i++)
    g_string_append (text, "贯");
  hung.hang = 40;
  xyb_flow_add_paragraph (flow, &style, text->str);
  xyb_flow_add_item (flow, &hung, "1.", text->str);
  xyb_flow_add_pair (flow, &style, "《工作信息》2020年第1期", "截至2020年1月21日");
  g_assert_cmpuint (xyb_flow_get_n_pages (flow), ==, 1);
  g_assert_cmpuint (get_piece (flow, 0, 0)->to, ==, 1);
  g_assert_cmpuint (get_piece (flow, 0, 1)->to, ==, 2);
  g_assert_cmpuint (get_piece (flow, 0, 2)->to, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/table-runs-on", test_table_runs_on);
  g_test_add_func ("/flow/total-takes-a-row-along", test_total_takes_a_row_along);
  g_test_add_func ("/flow/rows-set-closer-save-a-page", test_rows_set_closer_save_a_page);
  g_test_add_func ("/flow/rows-are-not-set-closer-in-vain", test_rows_are_not_set_closer_in_vain);
  g_test_add_func ("/flow/table-without-rows-is-its-head", test_table_without_rows_is_its_head);
  g_test_add_func ("/flow/head-never-stands-alone", test_head_never_stands_alone);
  g_test_add_func ("/flow/row-higher-than-a-page-is-cut-between-lines",
                   test_row_higher_than_a_page_is_cut_between_lines);
  g_test_add_func ("/flow/paragraph-runs-over-pages-line-by-line",
                   test_paragraph_runs_over_pages_line_by_line);
  g_test_add_func ("/flow/sheets-lie-as-they-were-started", test_sheets_lie_as_they_were_started);
  g_test_add_func ("/flow/a-joined-cell-takes-both-rooms", test_a_joined_cell_takes_both_rooms);
  g_test_add_func ("/flow/a-form-has-no-head", test_a_form_has_no_head);
  g_test_add_func ("/flow/no-line-runs-through-a-joined-cell",
                   test_no_line_runs_through_a_joined_cell);
  g_test_add_func ("/flow/pages-end-where-they-are-told-to", test_pages_end_where_they_are_told_to);
  g_test_add_func ("/flow/rows-are-set-closer-for-the-fullest-page",
                   test_rows_are_set_closer_for_the_fullest_page);
  g_test_add_func ("/flow/breaks-that-do-not-fit-are-given-up",
                   test_breaks_that_do_not_fit_are_given_up);
  g_test_add_func ("/flow/an-item-stands-behind-its-label", test_an_item_stands_behind_its_label);
  return g_test_run ();
}
