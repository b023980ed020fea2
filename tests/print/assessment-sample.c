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

static XybDocument *
make_document (const char *scenario)
{
  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    if (g_str_has_suffix (scenario, grids[i].name))
      {
        g_auto (AssessmentFixture) grid = { 0 };

        assessment_fixture_init (&grid, grids[i].scheme);
        return grid_document (&grid, i);
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
