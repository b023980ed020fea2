/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-model.h"

#include <string.h>

#include "xyb-nomination-store.h"

#define PAGE_ROWS 64
#define MAX_PAGES 12 /* a list view realises about 205 rows; three times that */

typedef struct
{
  guint index;
  guint64 used;
  GPtrArray *rows; /* of XybEnterprise */
  XybStage stages[PAGE_ROWS];
} Page;

struct _XybEnterpriseModel
{
  GObject parent_instance;

  /* owned */
  XybOffice *office;
  GArray *ids;       /* of gint64 */
  GPtrArray *pages;  /* of Page */
  guint64 n_read;    /* rows asked of the store so far */
  guint64 clock;     /* for the least recently used */
  GHashTable *alive; /* XybEnterpriseItem, borrowed → itself: those on screen */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybEnterpriseModel,
                               xyb_enterprise_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- rows ---- */

static void
page_free (Page *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* One enterprise has a handful of years at most; the index finds them. */
static XybStage
read_stage (XybEnterpriseModel *self, gint64 enterprise_id)
{
  const XybPlan *plan = xyb_office_get_plan (self->office);
  g_autoptr (GPtrArray) list = NULL;

  if (plan == NULL)
    return XYB_STAGE_NONE;
  list = xyb_nomination_store_list_of_enterprise (xyb_office_get_store (self->office),
                                                  enterprise_id, NULL);
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (((XybNomination *) list->pdata[i])->plan_id == plan->id)
      return xyb_stage_of (list->pdata[i]);
  return XYB_STAGE_NONE;
}

static Page *
page_read (XybEnterpriseModel *self, guint index)
{
  guint first = index * PAGE_ROWS;
  guint count = MIN (PAGE_ROWS, self->ids->len - first);
  g_autoptr (GError) error = NULL;
  GPtrArray *rows
    = xyb_enterprise_store_get_many (xyb_office_get_store (self->office),
                                     &g_array_index (self->ids, gint64, first), count, &error);
  Page *page;

  if (rows == NULL)
    {
      xyb_office_report (self->office, error);
      return NULL;
    }
  page = g_new0 (Page, 1);
  page->index = index;
  page->rows = rows;
  self->n_read += rows->len;
  for (guint i = 0; i < rows->len && i < PAGE_ROWS; i++)
    page->stages[i] = read_stage (self, ((XybEnterprise *) rows->pdata[i])->id);
  return page;
}

static void
drop_oldest (XybEnterpriseModel *self)
{
  guint oldest = 0;

  if (self->pages->len < MAX_PAGES)
    return;
  for (guint i = 1; i < self->pages->len; i++)
    if (((Page *) self->pages->pdata[i])->used < ((Page *) self->pages->pdata[oldest])->used)
      oldest = i;
  g_ptr_array_remove_index_fast (self->pages, oldest);
}

static Page *
get_page (XybEnterpriseModel *self, guint index)
{
  Page *page = NULL;

  for (guint i = 0; i < self->pages->len && page == NULL; i++)
    if (((Page *) self->pages->pdata[i])->index == index)
      page = self->pages->pdata[i];
  if (page == NULL)
    {
      drop_oldest (self);
      page = page_read (self, index);
      if (page != NULL)
        g_ptr_array_add (self->pages, page);
    }
  if (page != NULL)
    page->used = ++self->clock;
  return page;
}

/* Rows may be fewer than ids when another connection removed one: found by id, not by place. */
static void
fill_item (XybEnterpriseModel *self, XybEnterpriseItem *item, guint position)
{
  Page *page = get_page (self, position / PAGE_ROWS);
  gint64 id = xyb_enterprise_item_get_id (item);

  for (guint i = 0; page != NULL && i < page->rows->len; i++)
    {
      const XybEnterprise *enterprise = page->rows->pdata[i];

      if (enterprise->id == id)
        {
          xyb_enterprise_item_set (item, enterprise, page->stages[i]);
          return;
        }
    }
}

static void
item_gone_cb (gpointer user_data, GObject *item)
{
  g_hash_table_remove (XYB_ENTERPRISE_MODEL (user_data)->alive, item);
}

/* ---- GListModel ---- */

static GType
get_item_type (GListModel *list)
{
  return XYB_TYPE_ENTERPRISE_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return XYB_ENTERPRISE_MODEL (list)->ids->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  XybEnterpriseModel *self = XYB_ENTERPRISE_MODEL (list);
  XybEnterpriseItem *item;

  if (position >= self->ids->len)
    return NULL;
  item = xyb_enterprise_item_new (g_array_index (self->ids, gint64, position));
  fill_item (self, item, position);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  g_hash_table_add (self->alive, item);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* ---- the answer to a query ---- */

static gboolean
same_ids (GArray *a, GArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

/* The same enterprises with other words: no scroll jump, only the rows on screen change. */
static void
refresh_alive (XybEnterpriseModel *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_ptr_array_add (items, g_object_ref (item));
  for (guint i = 0; i < items->len; i++)
    {
      guint position
        = xyb_enterprise_model_find (self, xyb_enterprise_item_get_id (items->pdata[i]));

      if (position != GTK_INVALID_LIST_POSITION)
        fill_item (self, items->pdata[i], position);
    }
}

/**
 * xyb_enterprise_model_query:
 * @self: a model
 * @query: what to look for
 * @error: return location: of the store
 *
 * Shows the answer to @query; on %FALSE the old one stays.
 *
 * Returns: whether the store could answer
 */
gboolean
xyb_enterprise_model_query (XybEnterpriseModel *self,
                            const XybEnterpriseQuery *query,
                            GError **error)
{
  GArray *ids;
  guint old;

  g_return_val_if_fail (XYB_IS_ENTERPRISE_MODEL (self), FALSE);

  ids = xyb_enterprise_store_query (xyb_office_get_store (self->office), query, error);
  if (ids == NULL)
    return FALSE;
  g_ptr_array_set_size (self->pages, 0);
  if (same_ids (ids, self->ids))
    {
      g_array_unref (ids);
      refresh_alive (self);
      return TRUE;
    }
  /* Gone first, then there: one signal for both scans every item (PROVEN). */
  old = self->ids->len;
  g_array_set_size (self->ids, 0);
  if (old > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old, 0);
  g_array_unref (self->ids);
  self->ids = ids;
  if (ids->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
  return TRUE;
}

/**
 * xyb_enterprise_model_get_id:
 * @self: a model
 * @position: a place in the list
 *
 * Returns: the id there, or 0
 */
gint64
xyb_enterprise_model_get_id (XybEnterpriseModel *self, guint position)
{
  g_return_val_if_fail (XYB_IS_ENTERPRISE_MODEL (self), 0);

  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * xyb_enterprise_model_find:
 * @self: a model
 * @id: of an enterprise
 *
 * Returns: its place in the list, or %GTK_INVALID_LIST_POSITION
 */
guint
xyb_enterprise_model_find (XybEnterpriseModel *self, gint64 id)
{
  g_return_val_if_fail (XYB_IS_ENTERPRISE_MODEL (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/**
 * xyb_enterprise_model_get_n_read:
 * @self: a model
 *
 * Returns: how many rows it has asked of the store so far: some pages, however long the list is
 */
guint64
xyb_enterprise_model_get_n_read (XybEnterpriseModel *self)
{
  g_return_val_if_fail (XYB_IS_ENTERPRISE_MODEL (self), 0);

  return self->n_read;
}

static void
xyb_enterprise_model_dispose (GObject *object)
{
  XybEnterpriseModel *self = XYB_ENTERPRISE_MODEL (object);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      g_object_weak_unref (item, item_gone_cb, self);
      g_hash_table_iter_remove (&iter);
    }
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_enterprise_model_parent_class)->dispose (object);
}

static void
xyb_enterprise_model_finalize (GObject *object)
{
  XybEnterpriseModel *self = XYB_ENTERPRISE_MODEL (object);

  g_array_unref (self->ids);
  g_ptr_array_unref (self->pages);
  g_hash_table_unref (self->alive);
  G_OBJECT_CLASS (xyb_enterprise_model_parent_class)->finalize (object);
}

static void
xyb_enterprise_model_class_init (XybEnterpriseModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_enterprise_model_finalize;
}

static void
xyb_enterprise_model_init (XybEnterpriseModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  self->alive = g_hash_table_new (NULL, NULL);
}

/**
 * xyb_enterprise_model_new:
 * @office: the office whose register it lists
 *
 * Returns: (transfer full): an empty list, until the first query
 */
XybEnterpriseModel *
xyb_enterprise_model_new (XybOffice *office)
{
  XybEnterpriseModel *self = g_object_new (XYB_TYPE_ENTERPRISE_MODEL, NULL);

  self->office = g_object_ref (office);
  return self;
}
