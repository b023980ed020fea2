/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-revision-model.h"

struct _XybRevisionModel
{
  XybPagedModel parent_instance;
};

G_DEFINE_FINAL_TYPE (XybRevisionModel, xyb_revision_model, XYB_TYPE_PAGED_MODEL)

static GPtrArray *
read_rows (XybPagedModel *model, const gint64 *ids, guint count, GError **error)
{
  return xyb_store_get_revisions (xyb_office_get_store (xyb_paged_model_get_office (model)), ids,
                                  count, FALSE, error);
}

static gint64
get_row_id (gconstpointer row)
{
  return ((const XybRevision *) row)->id;
}

static gpointer
new_item (gint64 id)
{
  return xyb_revision_item_new (id);
}

static gint64
get_item_id (gpointer item)
{
  return xyb_revision_item_get_id (item);
}

static void
fill_item (gpointer item, gconstpointer row)
{
  xyb_revision_item_set (item, row);
}

static void
xyb_revision_model_class_init (XybRevisionModelClass *klass)
{
  XybPagedModelClass *model_class = XYB_PAGED_MODEL_CLASS (klass);

  model_class->get_item_type = xyb_revision_item_get_type;
  model_class->read_rows = read_rows;
  model_class->get_row_id = get_row_id;
  model_class->new_item = new_item;
  model_class->get_item_id = get_item_id;
  model_class->fill_item = fill_item;
}

static void
xyb_revision_model_init (XybRevisionModel *self)
{
}

/**
 * xyb_revision_model_new:
 * @office: the office whose log it lists
 *
 * Returns: (transfer full): an empty list, until the first query
 */
XybPagedModel *
xyb_revision_model_new (XybOffice *office)
{
  return xyb_paged_model_new (XYB_TYPE_REVISION_MODEL, office);
}

/**
 * xyb_revision_model_query:
 * @self: a model
 * @query: what to look for
 * @error: return location: of the store
 *
 * Lists the answer, or leaves the list as it is on an error.
 *
 * Returns: whether the store could answer
 */
gboolean
xyb_revision_model_query (XybPagedModel *self, const XybRevisionQuery *query, GError **error)
{
  GArray *ids;

  g_return_val_if_fail (XYB_IS_REVISION_MODEL (self), FALSE);

  ids = xyb_store_query_revisions (xyb_office_get_store (xyb_paged_model_get_office (self)), query,
                                   error);
  if (ids == NULL)
    return FALSE;
  xyb_paged_model_take_ids (self, ids);
  return TRUE;
}
