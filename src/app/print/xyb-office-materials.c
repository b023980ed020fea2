/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-office-materials.h"

#include "xyb-date.h"
#include "xyb-enterprise-store.h"
#include "xyb-export.h"
#include "xyb-i18n.h"
#include "xyb-material-sheet-store.h"
#include "xyb-plan-store.h"
#include "xyb-unit-store.h"

static GPtrArray *
read_sheets (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, spec->year, error);
  g_autofree char *today = xyb_date_today ();

  return plan != NULL ? xyb_material_sheet_store_read (store, plan, spec->track, spec->ids,
                                                       spec->unit_id, today, error)
                      : NULL;
}

XybDocument *
xyb_office_materials_document (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autoptr (GPtrArray) sheets = read_sheets (store, spec, error);

  return sheets != NULL
           ? xyb_document_new_material_sheets ((XybMaterialSheet *const *) sheets->pdata,
                                               sheets->len)
           : NULL;
}

gboolean
xyb_office_materials_write_xlsx (XybStore *store,
                                 const XybExportSpec *spec,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_autoptr (GPtrArray) sheets = read_sheets (store, spec, error);

  return sheets != NULL
         && xyb_export_material_sheets_xlsx ((XybMaterialSheet *const *) sheets->pdata, sheets->len,
                                             path, cancellable, error);
}

/* The enterprise, 12家, the 区镇; NULL for the whole city. */
static char *
which_name (XybStore *store, const XybExportSpec *spec)
{
  g_autoptr (XybUnit) unit = NULL;

  if (spec->ids != NULL && spec->ids->len == 1)
    {
      g_autoptr (XybEnterprise) enterprise
        = xyb_enterprise_store_get (store, g_array_index (spec->ids, gint64, 0), NULL);

      return enterprise != NULL ? g_strdup (enterprise->name) : NULL;
    }
  if (spec->ids != NULL)
    return g_strdup_printf ("%u家", spec->ids->len);
  unit = spec->unit_id != 0 ? xyb_unit_store_get (store, spec->unit_id, NULL) : NULL;
  return unit != NULL ? g_strdup (unit->name) : NULL;
}

/* 2020年信用管理贯标验收材料清单（昆山××有限公司）, without ending. */
char *
xyb_office_materials_file_name (XybStore *store, const XybExportSpec *spec, GError **error)
{
  g_autofree char *which = which_name (store, spec);

  return xyb_material_sheet_file_name (spec->year, spec->track, which);
}
