/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-office-assessment.h"

#include "xyb-assessment-document.h"
#include "xyb-date.h"
#include "xyb-export.h"

/**
 * xyb_office_assessment_is_meant:
 * @spec: which document
 *
 * Returns: whether it is one of 考核
 */
gboolean
xyb_office_assessment_is_meant (const XybExportSpec *spec)
{
  return spec->kind == XYB_EXPORT_ASSESSMENT || spec->kind == XYB_EXPORT_RANKING
         || spec->kind == XYB_EXPORT_UNIT_SHEET || spec->kind == XYB_EXPORT_UNIT_SHEETS;
}

static XybAssessmentDocument *
read_document (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autofree char *today = xyb_date_today ();

  return xyb_assessment_document_read (store, spec->year, spec->unit_kind, spec->issue, today,
                                       error);
}

static gboolean
is_of_units (const XybExportSpec *spec)
{
  return spec->kind == XYB_EXPORT_UNIT_SHEET || spec->kind == XYB_EXPORT_UNIT_SHEETS;
}

/* One unit's sheet, or all of them. */
static GPtrArray *
unit_sheets (const XybAssessmentDocument *read, const XybExportSpec *spec, GError **error)
{
  gint64 unit = spec->kind == XYB_EXPORT_UNIT_SHEET ? spec->unit_id : 0;

  return xyb_assessment_document_unit_sheets (read, unit, error);
}

static XybDocument *
unit_document (const XybAssessmentDocument *read, const XybExportSpec *spec, GError **error)
{
  g_autoptr (GPtrArray) sheets = unit_sheets (read, spec, error);

  if (sheets == NULL)
    return NULL;
  return xyb_document_new_unit_sheets ((XybUnitSheet *const *) sheets->pdata, sheets->len);
}

/**
 * xyb_office_assessment_document:
 * @store: a connection of the calling thread
 * @spec: xyb_office_assessment_is_meant()
 * @error: of the store
 *
 * Returns: (transfer full) (nullable): its pages
 */
XybDocument *
xyb_office_assessment_document (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autoptr (XybAssessmentDocument) read = read_document (store, spec, error);
  g_autoptr (XybRankingTable) ranking = NULL;
  XybAssessmentPaper paper;

  if (read == NULL)
    return NULL;
  if (is_of_units (spec))
    return unit_document (read, spec, error);
  if (spec->kind == XYB_EXPORT_RANKING)
    {
      ranking = xyb_assessment_document_ranking (read);
      return xyb_document_new_ranking (ranking);
    }
  paper = xyb_assessment_document_paper (read);
  return xyb_document_new_assessments (&paper, 1);
}

/**
 * xyb_office_assessment_write_xlsx:
 * @store: a connection of the calling thread
 * @spec: xyb_office_assessment_is_meant()
 * @path: where to
 * @cancellable: (nullable): stops it
 * @error: of the store, of exchange or files
 *
 * Returns: whether the file is there
 */
gboolean
xyb_office_assessment_write_xlsx (XybStore *store,
                                  const XybExportSpec *spec,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (XybAssessmentDocument) read = read_document (store, spec, error);
  g_autoptr (XybRankingTable) ranking = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  XybAssessmentPaper paper;

  if (read == NULL)
    return FALSE;
  if (is_of_units (spec))
    {
      sheets = unit_sheets (read, spec, error);
      return sheets != NULL
             && xyb_export_unit_sheets_xlsx ((XybUnitSheet *const *) sheets->pdata, sheets->len,
                                             path, cancellable, error);
    }
  if (spec->kind == XYB_EXPORT_RANKING)
    {
      ranking = xyb_assessment_document_ranking (read);
      return xyb_export_ranking_xlsx (ranking, path, cancellable, error);
    }
  paper = xyb_assessment_document_paper (read);
  return xyb_export_assessments_xlsx (&paper, 1, path, cancellable, error);
}

/**
 * xyb_office_assessment_file_name:
 * @store: a connection
 * @spec: xyb_office_assessment_is_meant()
 * @error: of the store
 *
 * Returns: (transfer full) (nullable): the office's own file name, without its ending
 */
char *
xyb_office_assessment_file_name (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autoptr (XybAssessmentDocument) read = read_document (store, spec, error);

  if (read == NULL)
    return NULL;
  switch (spec->kind)
    {
    case XYB_EXPORT_RANKING:
      return xyb_assessment_document_ranking_file_name (read);
    case XYB_EXPORT_UNIT_SHEET:
      return xyb_assessment_document_unit_file_name (read, spec->unit_id);
    case XYB_EXPORT_UNIT_SHEETS:
      return xyb_assessment_document_unit_file_name (read, 0);
    default:
      return xyb_assessment_document_file_name (read);
    }
}
