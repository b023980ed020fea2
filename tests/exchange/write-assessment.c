/* SPDX-License-Identifier: GPL-3.0-or-later */

/* write-assessment SCENARIO OUT.xlsx: the published 考核表 as workbooks, for the Python tests. */

#include <string.h>

#include "assessment-fixture.h"
#include "xyb-export.h"

static gboolean
write_grids (const char *scenario, const char *path, GError **error)
{
  static const char *const names[N_FIXTURE_SCHEMES]
    = { "2019-district", "2020-district", "2020-subdistrict", "2020-department" };
  AssessmentFixture grids[N_FIXTURE_SCHEMES];
  XybAssessmentPaper papers[N_FIXTURE_SCHEMES];
  gboolean written;
  guint n = 0;

  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      if (!g_str_equal (scenario, "all") && !g_str_equal (scenario, names[i]))
        continue;
      assessment_fixture_init (&grids[n], i);
      papers[n]
        = (XybAssessmentPaper){ grids[n].table, "《工作信息》2020年第1期", "截至2020年1月21日" };
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  written = xyb_export_assessments_xlsx (papers, n, path, NULL, error);
  for (guint i = 0; i < n; i++)
    assessment_fixture_clear (&grids[i]);
  return written;
}

/* ranking: the 部门 of 2020, three of them with something taken off. */
static gboolean
write_ranking (const char *path, GError **error)
{
  static const char *const marks[] = { "扣0.05分", "扣0.1分", "扣0.15分" };
  g_auto (AssessmentFixture) grid = { 0 };
  g_autoptr (XybRankingTable) table = NULL;

  assessment_fixture_init (&grid, SCHEME_2020_DEPARTMENT);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    xyb_marks_set (grid.marks, i + 1, 9,
                   xyb_mark_parse (marks[i], grid.scheme->indicators->pdata[8], NULL));
  assessment_fixture_score (&grid, XYB_PHASE_INTERIM);
  table = xyb_ranking_table_new (grid.table, "《工作信息》2020年第1期", "截至2020年1月21日");
  return xyb_export_ranking_xlsx (table, path, NULL, error);
}

/* remarks: the 部门 of 2020, each with a remark of several lines. */
static gboolean
write_remarks (const char *path, GError **error)
{
  g_auto (AssessmentFixture) grid = { 0 };
  XybAssessmentPaper paper = { NULL, NULL, "截至2020年12月31日" };

  assessment_fixture_init (&grid, SCHEME_2020_DEPARTMENT);
  for (guint i = 0; i < grid.table->rows->len; i++)
    {
      XybAssessmentRow *row = grid.table->rows->pdata[i];

      g_free (row->remark);
      row->remark
        = g_strdup_printf ("第%u行：宣传任务缺2次，扣0.1分；奖惩案例缺报3条，扣0.15分", i + 1);
    }
  paper.table = grid.table;
  return xyb_export_assessments_xlsx (&paper, 1, path, NULL, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  if (argc < 3)
    return 2;
  if (g_str_equal (argv[1], "ranking")   ? write_ranking (argv[2], &error)
      : g_str_equal (argv[1], "remarks") ? write_remarks (argv[2], &error)
                                         : write_grids (argv[1], argv[2], &error))
    return 0;
  g_printerr ("%s %d %s\n", g_quark_to_string (error->domain), error->code, error->message);
  return 1;
}
