/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-material-sheet-store.h"

#include "xyb-i18n.h"
#include "xyb-progress-store.h"
#include "xyb-store-error.h"
#include "xyb-track-line.h"

typedef struct
{
  XybStore *store;
  const XybPlan *plan;
  const char *today;
  GPtrArray *sheets;
} Reading;

static gboolean
add_sheet (Reading *self, const XybTrackRecord *record, GError **error)
{
  g_autoptr (GPtrArray) materials
    = xyb_progress_store_list_materials (self->store, record->id, error);
  g_autoptr (XybMaterialList) list = NULL;

  if (materials == NULL)
    return FALSE;
  list = xyb_material_list_new (self->plan, record->track, materials, self->today);
  g_ptr_array_add (self->sheets,
                   xyb_material_sheet_new (self->plan->year, record->track, record->enterprise_name,
                                           record->unit_name, list, self->today));
  return TRUE;
}

static gboolean
add_chosen (Reading *self, XybTrack track, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (XybTrackRecord) record
        = xyb_progress_store_get (self->store, self->plan, track, g_array_index (ids, gint64, i),
                                  error);

      if (record == NULL || !add_sheet (self, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_district (Reading *self, XybTrack track, gint64 unit_id, GError **error)
{
  g_autoptr (GPtrArray) records = xyb_progress_store_list (self->store, self->plan, track, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const XybTrackRecord *record = records->pdata[i];

      if ((unit_id == 0 || record->unit_id == unit_id) && !add_sheet (self, record, error))
        return FALSE;
    }
  return records != NULL;
}

/* A page without a table helps nobody. */
static gboolean
check_list (const XybPlan *plan, XybTrack track, GError **error)
{
  g_autoptr (GPtrArray) items = xyb_plan_list_materials (plan, track);

  if (items->len > 0)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
               _ ("%d年%s没有材料清单；请先在工作方案里填写要交的材料。"), plan->year,
               xyb_track_name (track));
  return FALSE;
}

/**
 * xyb_material_sheet_store_read:
 * @store: a connection
 * @plan: the plan of the year
 * @track: one of its tracks
 * @ids: (nullable) (element-type gint64): enterprises, in the order to print
 * @unit_id: without @ids: whose enterprises; 0: of the whole city, in official order
 * @today: ISO date
 * @error: %XYB_STORE_ERROR_NOT_FOUND where there is no list, or nobody on the track
 *
 * Returns: (transfer full) (element-type XybMaterialSheet) (nullable): at least one
 */
GPtrArray *
xyb_material_sheet_store_read (XybStore *store,
                               const XybPlan *plan,
                               XybTrack track,
                               GArray *ids,
                               gint64 unit_id,
                               const char *today,
                               GError **error)
{
  g_autoptr (GPtrArray) sheets
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_material_sheet_free);
  Reading self = { store, plan, today, sheets };

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, NULL);

  if (!check_list (plan, track, error)
      || !(ids != NULL ? add_chosen (&self, track, ids, error)
                       : add_district (&self, track, unit_id, error)))
    return NULL;
  if (sheets->len > 0)
    return g_steal_pointer (&sheets);
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
               _ ("%d年%s还没有企业，没有材料清单可以打印。"), plan->year, xyb_track_name (track));
  return NULL;
}
