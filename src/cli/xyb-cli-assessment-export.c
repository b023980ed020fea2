/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-document.h"
#include "xyb-cli-assessment.h"
#include "xyb-date.h"
#include "xyb-document.h"
#include "xyb-export.h"
#include "xyb-i18n.h"

/* export assessment|assessment-ranking|unit-sheet: the table as printed, its ranking, the sheets
 * the units sign. */

/* Of --year, --kind and --snapshot. */
static XybAssessmentDocument *
read_document (XybCli *cli, XybStore **out_store, GError **error)
{
  g_autoptr (XybAssessment) self = NULL;
  g_autofree char *today = xyb_date_today ();
  int issue = 0;

  if (xyb_cli_out.out == NULL)
    {
      xyb_cli_usage_error (error, _ ("请用 --out 给出要写的文件。"));
      return NULL;
    }
  if (xyb_cli_assessment.issue != NULL
      && !xyb_cli_need_issue (xyb_cli_assessment.issue, &issue, error))
    return NULL;
  self = xyb_cli_load_assessment (cli, FALSE, out_store, error);
  if (self == NULL)
    return NULL;
  return xyb_assessment_document_read (*out_store, self->scheme->year, self->scheme->kind, issue,
                                       today, error);
}

static gboolean
write_pdf (XybDocument *document, const char *path, GError **error)
{
  g_autoptr (XybDocument) owned = document;

  return xyb_document_write_pdf (owned, path, NULL, error);
}

static gboolean
run_assessment (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessmentDocument) read = read_document (cli, &store, error);
  g_autofree char *proposed = NULL;
  g_autofree char *path = NULL;
  XybAssessmentPaper paper;
  XybCliFormat format;

  if (read == NULL)
    return FALSE;
  paper = xyb_assessment_document_paper (read);
  proposed = xyb_assessment_document_file_name (read);
  if (!xyb_cli_out_resolve (cli, proposed, &path, &format, error)
      || !(format == XYB_CLI_PDF ? write_pdf (xyb_document_new_assessments (&paper, 1), path, error)
                                 : xyb_export_assessments_xlsx (&paper, 1, path, NULL, error)))
    return FALSE;
  xyb_cli_out_say (cli, path);
  xyb_cli_out_end (cli, format, NULL);
  return TRUE;
}

static gboolean
run_ranking (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessmentDocument) read = read_document (cli, &store, error);
  g_autoptr (XybRankingTable) ranking = NULL;
  g_autofree char *proposed = NULL;
  g_autofree char *path = NULL;
  XybCliFormat format;

  if (read == NULL)
    return FALSE;
  ranking = xyb_assessment_document_ranking (read);
  proposed = xyb_assessment_document_ranking_file_name (read);
  if (!xyb_cli_out_resolve (cli, proposed, &path, &format, error)
      || !(format == XYB_CLI_PDF ? write_pdf (xyb_document_new_ranking (ranking), path, error)
                                 : xyb_export_ranking_xlsx (ranking, path, NULL, error)))
    return FALSE;
  xyb_cli_out_say (cli, path);
  xyb_cli_out_end (cli, format, NULL);
  return TRUE;
}

/* Without --unit the sheets of all units, in one file. */
static gboolean
run_unit_sheet (XybCli *cli, GError **error)
{
  g_autoptr (XybStore) store = NULL;
  g_autoptr (XybAssessmentDocument) read = read_document (cli, &store, error);
  g_autoptr (GPtrArray) sheets = NULL;
  g_autofree char *proposed = NULL;
  g_autofree char *path = NULL;
  XybUnitSheet *const *list;
  XybCliFormat format;
  gint64 unit = 0;

  if (read == NULL
      || (xyb_cli_assessment.unit != NULL
          && !xyb_cli_need_assessed_unit (store, read->assessment, &unit, error)))
    return FALSE;
  sheets = xyb_assessment_document_unit_sheets (read, unit, error);
  if (sheets == NULL)
    return FALSE;
  proposed = xyb_assessment_document_unit_file_name (read, unit);
  list = (XybUnitSheet *const *) sheets->pdata;
  if (!xyb_cli_out_resolve (cli, proposed, &path, &format, error)
      || !(format == XYB_CLI_PDF
             ? write_pdf (xyb_document_new_unit_sheets (list, sheets->len), path, error)
             : xyb_export_unit_sheets_xlsx (list, sheets->len, path, NULL, error)))
    return FALSE;
  xyb_cli_out_say (cli, path);
  xyb_cli_out_end (cli, format, NULL);
  return TRUE;
}

#define SNAPSHOT_OPTION                                                                            \
  XYB_CLI_TEXT_OPTION ("snapshot", xyb_cli_assessment.issue,                                       \
                       "工作信息第几期的快照，默认是现在的表", "期号")

static GOptionEntry table_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  SNAPSHOT_OPTION,
  XYB_CLI_OUT_OPTIONS,
  { NULL },
};
static GOptionEntry unit_options[] = {
  XYB_CLI_ASSESSMENT_OPTIONS,
  XYB_CLI_TEXT_OPTION ("unit",
                       xyb_cli_assessment.unit,
                       "一个单位，默认所有单位，每个单位一页",
                       "单位"),
  XYB_CLI_OUT_OPTIONS,
  { NULL },
};

const XybCliCommand xyb_cli_assessment_export_commands[] = {
  { "export assessment", NULL, N_ ("写出考核表（xlsx 或 pdf）"), table_options, 0, 0,
    run_assessment },
  { "export assessment-ranking", NULL, N_ ("写出一类单位的考核排名和各项指标完成情况"),
    table_options, 0, 0, run_ranking },
  { "export unit-sheet", NULL, N_ ("写出单位考核表，每个单位一页，供签字（xlsx 或 pdf）"),
    unit_options, 0, 0, run_unit_sheet },
  { NULL },
};
