/* SPDX-License-Identifier: GPL-3.0-or-later */

/* assessment-sample SCENARIO OUT.pdf: a document of one of the four published 考核表, for tests and
 * eyes that look from outside. Prints its number of pages. */

#include <stdlib.h>
#include <string.h>

#include "assessment-fixture.h"
#include "xyb-document.h"

static const struct
{
  const char *name;
  FixtureName scheme;
  const char *issue;
  const char *as_of;
} grids[] = {
  { "2019-district", SCHEME_2019_DISTRICT, "《工作信息》2019年第3期", "截至2019年3月26日" },
  { "2020-district", SCHEME_2020_DISTRICT, "《工作信息》2020年第1期", "截至2020年1月21日" },
  { "2020-subdistrict", SCHEME_2020_SUBDISTRICT, "《工作信息》2020年第1期", "截至2020年1月21日" },
  { "2020-department", SCHEME_2020_DEPARTMENT, "《工作信息》2020年第1期", "截至2020年1月21日" },
};

static XybDocument *
grid_document (const AssessmentFixture *grid, guint which)
{
  XybAssessmentPaper paper = { grid->table, grids[which].issue, grids[which].as_of };

  return xyb_document_new_assessments (&paper, 1);
}

/* Every kind of reason at settlement: done, explained, open, short of cases, an event decided on.
 */
static void
set_mark (AssessmentFixture *grid, guint row, guint indicator, const char *text, const char *remark)
{
  XybSchemeUnit *unit = grid->scheme->units->pdata[row];
  XybMark *mark = xyb_mark_parse (text, grid->scheme->indicators->pdata[indicator], NULL);

  g_assert_nonnull (mark);
  mark->remark = g_strdup (remark);
  xyb_marks_set (grid->marks, unit->unit_id, (gint64) indicator + 1, mark);
}

static void
settle (AssessmentFixture *grid)
{
  guint last = grid->scheme->indicators->len - 1;

  for (guint row = 0; row < grid->scheme->units->len; row++)
    for (guint i = 0; i < last; i++)
      if (row % 5 != i % 5 && xyb_scheme_unit_applies (grid->scheme->units->pdata[row], i + 1))
        set_mark (grid, row, i, "√", "按季度报送，材料齐全，已在工作信息刊登，经核对相符");
  if (grid->scheme->kind != XYB_UNIT_KIND_DISTRICT)
    set_mark (grid, 1, last - 1, "-0.5", NULL);
  assessment_fixture_score (grid, XYB_PHASE_SETTLEMENT);
}

static XybDocument *
unit_document (const AssessmentFixture *grid, const char *explanation)
{
  g_autoptr (GPtrArray) sheets
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_sheet_free);

  for (guint i = 0; i < grid->sheet->units->len; i++)
    g_ptr_array_add (sheets, xyb_unit_sheet_new (grid->sheet, grid->sheet->units->pdata[i],
                                                 explanation, "截至2020年12月31日"));
  return xyb_document_new_unit_sheets ((XybUnitSheet *const *) sheets->pdata, sheets->len);
}

static XybDocument *
ranking_document (const AssessmentFixture *grid)
{
  g_autoptr (XybRankingTable) table
    = xyb_ranking_table_new (grid->table, NULL, "截至2020年12月31日");

  return xyb_document_new_ranking (table);
}

/* SCENARIO is a grid, or units:, settled-units:, explained-units:, ranking: before one. */
static XybDocument *
document_of (AssessmentFixture *grid, const char *scenario, guint which)
{
  if (g_str_has_prefix (scenario, "units:"))
    return unit_document (grid, NULL);
  if (g_str_equal (scenario, grids[which].name))
    return grid_document (grid, which);
  settle (grid);
  if (g_str_has_prefix (scenario, "settled-units:"))
    return unit_document (grid, NULL);
  if (g_str_has_prefix (scenario, "explained-units:"))
    return unit_document (grid,
                          "因条线规定尚未明确，本单位已于11月向上级部门请示，相关工作正在推进，"
                          "预计次年一季度完成。附件：情况说明.pdf");
  return g_str_has_prefix (scenario, "ranking:") ? ranking_document (grid) : NULL;
}

static XybDocument *
make_document (const char *scenario)
{
  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    if (g_str_has_suffix (scenario, grids[i].name))
      {
        g_auto (AssessmentFixture) grid = { 0 };

        assessment_fixture_init (&grid, grids[i].scheme);
        return document_of (&grid, scenario, i);
      }
  return NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (XybDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  document = argc == 3 ? make_document (argv[1]) : NULL;
  if (document == NULL)
    return 2;
  if (!xyb_document_write_pdf (document, argv[2], NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  g_print ("%u\n", xyb_document_get_n_pages (document));
  return EXIT_SUCCESS;
}
