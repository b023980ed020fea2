/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-model.h"

#include "xyb-nomination-store.h"

struct _XybEnterpriseModel
{
  XybPagedModel parent_instance;
};

G_DEFINE_FINAL_TYPE (XybEnterpriseModel, xyb_enterprise_model, XYB_TYPE_PAGED_MODEL)

typedef struct
{
  XybEnterprise *enterprise;
  XybStage stage; /* in the year in view */
} Row;

static void
row_free (gpointer user_data)
{
  Row *row = user_data;

  xyb_enterprise_free (row->enterprise);
  g_free (row);
}

/* One enterprise has a handful of years at most; the index finds them. */
static XybStage
read_stage (XybOffice *office, gint64 enterprise_id)
{
  const XybPlan *plan = xyb_office_get_plan (office);
  g_autoptr (GPtrArray) list = NULL;

  if (plan == NULL)
    return XYB_STAGE_NONE;
  list
    = xyb_nomination_store_list_of_enterprise (xyb_office_get_store (office), enterprise_id, NULL);
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (((XybNomination *) list->pdata[i])->plan_id == plan->id)
      return xyb_stage_of (list->pdata[i]);
  return XYB_STAGE_NONE;
}

static GPtrArray *
read_rows (XybPagedModel *model, const gint64 *ids, guint count, GError **error)
{
  XybOffice *office = xyb_paged_model_get_office (model);
  g_autoptr (GPtrArray) enterprises
    = xyb_enterprise_store_get_many (xyb_office_get_store (office), ids, count, error);
  GPtrArray *rows;

  if (enterprises == NULL)
    return NULL;
  rows = g_ptr_array_new_full (enterprises->len, row_free);
  g_ptr_array_set_free_func (enterprises, NULL);
  for (guint i = 0; i < enterprises->len; i++)
    {
      Row *row = g_new0 (Row, 1);

      row->enterprise = enterprises->pdata[i];
      row->stage = read_stage (office, row->enterprise->id);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static gint64
get_row_id (gconstpointer row)
{
  return ((const Row *) row)->enterprise->id;
}

static gpointer
new_item (gint64 id)
{
  return xyb_enterprise_item_new (id);
}

static gint64
get_item_id (gpointer item)
{
  return xyb_enterprise_item_get_id (item);
}

static void
fill_item (gpointer item, gconstpointer user_data)
{
  const Row *row = user_data;

  xyb_enterprise_item_set (item, row->enterprise, row->stage);
}

static void
xyb_enterprise_model_class_init (XybEnterpriseModelClass *klass)
{
  XybPagedModelClass *model_class = XYB_PAGED_MODEL_CLASS (klass);

  model_class->get_item_type = xyb_enterprise_item_get_type;
  model_class->read_rows = read_rows;
  model_class->get_row_id = get_row_id;
  model_class->new_item = new_item;
  model_class->get_item_id = get_item_id;
  model_class->fill_item = fill_item;
}

static void
xyb_enterprise_model_init (XybEnterpriseModel *self)
{
}

/**
 * xyb_enterprise_model_new:
 * @office: the office whose register it lists
 *
 * Returns: (transfer full): an empty list, until the first query
 */
XybPagedModel *
xyb_enterprise_model_new (XybOffice *office)
{
  return xyb_paged_model_new (XYB_TYPE_ENTERPRISE_MODEL, office);
}

/**
 * xyb_enterprise_model_query:
 * @self: a model
 * @query: what to look for
 * @error: return location: of the store
 *
 * Lists the answer, or leaves the list as it is on an error.
 *
 * Returns: whether the store could answer
 */
gboolean
xyb_enterprise_model_query (XybPagedModel *self, const XybEnterpriseQuery *query, GError **error)
{
  GArray *ids;

  g_return_val_if_fail (XYB_IS_ENTERPRISE_MODEL (self), FALSE);

  ids = xyb_enterprise_store_query (xyb_office_get_store (xyb_paged_model_get_office (self)), query,
                                    error);
  if (ids == NULL)
    return FALSE;
  xyb_paged_model_take_ids (self, ids);
  return TRUE;
}
