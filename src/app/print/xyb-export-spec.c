/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-export-spec.h"

#include "xyb-award-table.h"
#include "xyb-date.h"
#include "xyb-enterprise-sheet.h"
#include "xyb-enterprise-store.h"
#include "xyb-log-table.h"
#include "xyb-nomination-table.h"
#include "xyb-office-assessment.h"
#include "xyb-office-materials.h"
#include "xyb-plan-store.h"
#include "xyb-progress-table.h"
#include "xyb-provider-store.h"
#include "xyb-quota-table.h"
#include "xyb-register-table.h"
#include "xyb-track-table.h"

/**
 * xyb_export_spec_copy:
 * @self: a spec
 *
 * Returns: (transfer full): a copy that owns all it needs
 */
XybExportSpec *
xyb_export_spec_copy (const XybExportSpec *self)
{
  XybExportSpec *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  /* Not a reference: a list that is queried anew refills its array. */
  copy->ids = self->ids != NULL ? g_array_copy (self->ids) : NULL;
  copy->condition = g_strdup (self->condition);
  copy->awards.text = g_strdup (self->awards.text);
  copy->on = g_strdup (self->on);
  copy->candidates.text = g_strdup (self->candidates.text);
  return copy;
}

/**
 * xyb_export_spec_free:
 * @self: (nullable): a spec made by xyb_export_spec_copy()
 */
void
xyb_export_spec_free (XybExportSpec *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->ids, g_array_unref);
  g_free ((char *) self->condition);
  g_free ((char *) self->awards.text);
  g_free ((char *) self->on);
  g_free ((char *) self->candidates.text);
  g_free (self);
}

/**
 * xyb_export_spec_is_folder:
 * @spec: a spec
 *
 * Returns: whether it is several files, written into a folder
 */
gboolean
xyb_export_spec_is_folder (const XybExportSpec *spec)
{
  g_return_val_if_fail (spec != NULL, FALSE);

  return spec->kind == XYB_EXPORT_EACH || spec->kind == XYB_EXPORT_TEMPLATES;
}

/**
 * xyb_export_spec_is_pdf:
 * @spec: a spec
 *
 * Returns: whether its file is a PDF: asked for, or a document that is only printed
 */
gboolean
xyb_export_spec_is_pdf (const XybExportSpec *spec)
{
  g_return_val_if_fail (spec != NULL, FALSE);

  return spec->pdf || spec->kind >= XYB_EXPORT_PROGRESS;
}

static const char *
which_name (XybOffice *office, const XybExportSpec *spec)
{
  const XybUnit *district;

  switch (spec->kind)
    {
    case XYB_EXPORT_DISTRICT:
    case XYB_EXPORT_TEMPLATE:
      district = xyb_office_find_district (office, spec->unit_id);
      return district != NULL ? district->name : NULL;
    case XYB_EXPORT_ALL:
      return "各区镇";
    case XYB_EXPORT_MERGED:
      return "全市";
    case XYB_EXPORT_BLANK:
      return "空白表";
    default:
      return NULL;
    }
}

/* 附件1 and 附件2 are called as the plan calls them. */
static char *
plan_stem (XybOffice *office, const XybExportSpec *spec, GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (xyb_office_get_store (office), spec->year, error);

  if (plan == NULL)
    return NULL;
  return spec->kind == XYB_EXPORT_QUOTA
           ? xyb_quota_table_file_name (plan)
           : xyb_nomination_table_file_name (plan, which_name (office, spec));
}

static char *
enterprise_stem (XybOffice *office, const XybExportSpec *spec, GError **error)
{
  g_autoptr (XybEnterprise) enterprise
    = xyb_enterprise_store_get (xyb_office_get_store (office), spec->enterprise_id, error);

  return enterprise != NULL ? xyb_enterprise_sheet_file_name (enterprise) : NULL;
}

static char *
provider_stem (XybOffice *office, const XybExportSpec *spec, const char *today, GError **error)
{
  g_autoptr (XybProvider) provider
    = xyb_provider_store_get (xyb_office_get_store (office), spec->provider_id, error);

  return provider != NULL ? xyb_provider_table_file_name (provider, today) : NULL;
}

static char *
get_stem (XybOffice *office, const XybExportSpec *spec, GError **error)
{
  g_autofree char *today = xyb_date_today ();

  switch (spec->kind)
    {
    case XYB_EXPORT_PROGRESS:
      return xyb_progress_table_file_name (spec->year, today);
    case XYB_EXPORT_LIST:
    case XYB_EXPORT_REGISTER:
      return xyb_register_table_file_name (spec->condition, today);
    case XYB_EXPORT_ENTERPRISE:
      return enterprise_stem (office, spec, error);
    case XYB_EXPORT_LOG:
      return xyb_log_table_file_name (today);
    case XYB_EXPORT_AWARDS:
      return xyb_award_table_file_name (&spec->awards, today);
    case XYB_EXPORT_CANDIDATES:
      return xyb_candidate_table_file_name (spec->year, spec->track);
    case XYB_EXPORT_PROVIDER:
      return provider_stem (office, spec, today, error);
    case XYB_EXPORT_TRACK:
      return xyb_track_table_file_name (spec->year, spec->track, spec->condition, today);
    case XYB_EXPORT_ASSESSMENT:
    case XYB_EXPORT_RANKING:
    case XYB_EXPORT_UNIT_SHEET:
    case XYB_EXPORT_UNIT_SHEETS:
      return xyb_office_assessment_file_name (xyb_office_get_store (office), spec, error);
    case XYB_EXPORT_MATERIALS:
      return xyb_office_materials_file_name (xyb_office_get_store (office), spec, error);
    case XYB_EXPORT_QUOTA:
    case XYB_EXPORT_DISTRICT:
    case XYB_EXPORT_ALL:
    case XYB_EXPORT_MERGED:
    case XYB_EXPORT_BLANK:
    case XYB_EXPORT_EACH:
    case XYB_EXPORT_TEMPLATE:
    case XYB_EXPORT_TEMPLATES:
    default:
      return plan_stem (office, spec, error);
    }
}

/**
 * xyb_export_spec_file_name:
 * @office: the office
 * @spec: what is to be written
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the office's own file name with its ending
 */
char *
xyb_export_spec_file_name (XybOffice *office, const XybExportSpec *spec, GError **error)
{
  g_autofree char *stem = get_stem (office, spec, error);

  return stem != NULL ? g_strconcat (stem, xyb_export_spec_is_pdf (spec) ? ".pdf" : ".xlsx", NULL)
                      : NULL;
}
