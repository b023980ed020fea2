/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-progress-private.h"

#include "xyb-i18n.h"

/* Several materials of an enterprise at once: scans that came together, or all that were looked
 * over. */

typedef struct
{
  const XybPlan *plan;
  XybTrackRecord *record;
  const XybMaterialEdit *edits;
  guint n_edits;
  const char *today;
  XybStoreProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Materials;

static gboolean
materials_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Materials *self = user_data;

  for (guint i = 0; i < self->n_edits; i++)
    {
      if (self->progress != NULL && self->n_edits > 1)
        self->progress (i, self->n_edits, self->progress_data);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !xyb_progress_store_set_material (store, self->plan, self->record,
                                               self->edits[i].material, self->edits[i].attachment,
                                               self->today, error))
        return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static const XybPlanMaterial *
find_item (const XybPlan *plan, gint64 id)
{
  for (guint i = 0; i < plan->materials->len; i++)
    if (((XybPlanMaterial *) plan->materials->pdata[i])->id == id)
      return plan->materials->pdata[i];
  return NULL;
}

/* 齐 3 项材料; of one its name. */
static char *
label_of (const Materials *self)
{
  XybMaterialState state = self->edits[0].material->state;
  const XybPlanMaterial *item = find_item (self->plan, self->edits[0].material->material_id);
  const char *word = xyb_material_state_name (state);
  g_autofree char *words = NULL;

  for (guint i = 1; i < self->n_edits && word != NULL; i++)
    if (self->edits[i].material->state != state)
      word = NULL;
  if (self->n_edits == 1 && item != NULL)
    words = g_strdup_printf ("%s“%s”", word != NULL ? word : "", item->name);
  else if (word != NULL)
    words = g_strdup_printf (_ ("%s %u 项材料"), word, self->n_edits);
  else
    words = g_strdup_printf (_ ("登记 %u 项材料"), self->n_edits);
  return xyb_progress_label (self->record, words);
}

/**
 * xyb_progress_store_set_materials:
 * @edits: (array length=n_edits): what each is to be, cleaned in place
 * @n_edits: at least one
 * @progress: (nullable): told how many are done
 * @progress_data: for @progress
 * @cancellable: (nullable): takes everything back
 * @error: of xyb_progress_store_set_material(), or %G_IO_ERROR_CANCELLED
 *
 * One revision: all of them, or none.
 */
gboolean
xyb_progress_store_set_materials (XybStore *store,
                                  const XybPlan *plan,
                                  XybTrackRecord *record,
                                  const XybMaterialEdit *edits,
                                  guint n_edits,
                                  const char *today,
                                  XybStoreProgressFunc progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GError **error)
{
  Materials self = { plan, record, edits, n_edits, today, progress, progress_data, cancellable };
  g_autofree char *label = NULL;
  gint64 id;

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL && record != NULL, FALSE);
  g_return_val_if_fail (edits != NULL && n_edits > 0, FALSE);

  id = record->id;
  label = label_of (&self);
  if (xyb_store_edit (store, label, materials_edit, &self, error))
    return TRUE;
  record->id = id;
  return FALSE;
}
