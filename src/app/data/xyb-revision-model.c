/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-revision-model.h"

#include <string.h>

#define PAGE_ROWS 64
#define MAX_PAGES 12 /* a list view realises about 205 rows; three times that */

typedef struct
{
  guint index;
  guint64 used;
  GPtrArray *rows; /* of XybRevision */
} Page;

struct _XybRevisionModel
{
  GObject parent_instance;

  /* owned */
  XybOffice *office;
  GArray *ids;       /* of gint64, latest first */
  GPtrArray *pages;  /* of Page */
  guint64 clock;     /* for the least recently used */
  GHashTable *alive; /* XybRevisionItem, borrowed → itself: those on screen */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybRevisionModel,
                               xyb_revision_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- rows ---- */

static void
page_free (Page *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static Page *
page_read (XybRevisionModel *self, guint index)
{
  guint first = index * PAGE_ROWS;
  guint count = MIN (PAGE_ROWS, self->ids->len - first);
  g_autoptr (GError) error = NULL;
  GPtrArray *rows
    = xyb_store_get_revisions (xyb_office_get_store (self->office),
                               &g_array_index (self->ids, gint64, first), count, FALSE, &error);
  Page *page;

  if (rows == NULL)
    {
      xyb_office_report (self->office, error);
      return NULL;
    }
  page = g_new0 (Page, 1);
  page->index = index;
  page->rows = rows;
  return page;
}

static void
drop_oldest (XybRevisionModel *self)
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
get_page (XybRevisionModel *self, guint index)
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

static void
fill_item (XybRevisionModel *self, XybRevisionItem *item, guint position)
{
  Page *page = get_page (self, position / PAGE_ROWS);
  gint64 id = xyb_revision_item_get_id (item);

  for (guint i = 0; page != NULL && i < page->rows->len; i++)
    {
      const XybRevision *revision = page->rows->pdata[i];

      if (revision->id == id)
        {
          xyb_revision_item_set (item, revision);
          return;
        }
    }
}

static void
item_gone_cb (gpointer user_data, GObject *item)
{
  g_hash_table_remove (XYB_REVISION_MODEL (user_data)->alive, item);
}

/* ---- GListModel ---- */

static GType
get_item_type (GListModel *list)
{
  return XYB_TYPE_REVISION_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return XYB_REVISION_MODEL (list)->ids->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  XybRevisionModel *self = XYB_REVISION_MODEL (list);
  XybRevisionItem *item;

  if (position >= self->ids->len)
    return NULL;
  item = xyb_revision_item_new (g_array_index (self->ids, gint64, position));
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

/* How many of @ids are new in front of the old ones, or -1: the list is another. */
static int
count_new (GArray *ids, GArray *old)
{
  guint fresh = ids->len - old->len;

  if (ids->len < old->len)
    return -1;
  if (old->len > 0
      && memcmp (&g_array_index (ids, gint64, fresh), old->data, old->len * sizeof (gint64)) != 0)
    return -1;
  return (int) fresh;
}

/* An edit strikes others out: the rows on screen get their new words, and nothing jumps. */
static void
refresh_alive (XybRevisionModel *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_ptr_array_add (items, g_object_ref (item));
  for (guint i = 0; i < items->len; i++)
    {
      guint position = xyb_revision_model_find (self, xyb_revision_item_get_id (items->pdata[i]));

      if (position != GTK_INVALID_LIST_POSITION)
        fill_item (self, items->pdata[i], position);
    }
}

static void
take_ids (XybRevisionModel *self, GArray *ids)
{
  g_array_unref (self->ids);
  self->ids = ids;
}

/**
 * xyb_revision_model_query:
 * @self: a model
 * @query: what to look for
 * @error: return location: of the store
 *
 * Shows the answer to @query; on %FALSE the old one stays.
 *
 * Returns: whether the store could answer
 */
gboolean
xyb_revision_model_query (XybRevisionModel *self, const XybRevisionQuery *query, GError **error)
{
  GArray *ids;
  guint old;
  int fresh;

  g_return_val_if_fail (XYB_IS_REVISION_MODEL (self), FALSE);

  ids = xyb_store_query_revisions (xyb_office_get_store (self->office), query, error);
  if (ids == NULL)
    return FALSE;
  g_ptr_array_set_size (self->pages, 0);
  fresh = count_new (ids, self->ids);
  if (fresh >= 0 && self->ids->len > 0)
    {
      take_ids (self, ids);
      if (fresh > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, (guint) fresh);
      refresh_alive (self);
      return TRUE;
    }
  /* Gone first, then there: one signal for both scans every item (PROVEN). */
  old = self->ids->len;
  g_array_set_size (self->ids, 0);
  if (old > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old, 0);
  take_ids (self, ids);
  if (ids->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
  return TRUE;
}

/**
 * xyb_revision_model_get_ids:
 * @self: a model
 *
 * Returns: (transfer none) (element-type gint64): what is listed, until the next query
 */
GArray *
xyb_revision_model_get_ids (XybRevisionModel *self)
{
  g_return_val_if_fail (XYB_IS_REVISION_MODEL (self), NULL);

  return self->ids;
}

/**
 * xyb_revision_model_get_id:
 * @self: a model
 * @position: a place in the list
 *
 * Returns: the id there, or 0
 */
gint64
xyb_revision_model_get_id (XybRevisionModel *self, guint position)
{
  g_return_val_if_fail (XYB_IS_REVISION_MODEL (self), 0);

  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * xyb_revision_model_find:
 * @self: a model
 * @id: of a revision
 *
 * Returns: its place in the list, or %GTK_INVALID_LIST_POSITION
 */
guint
xyb_revision_model_find (XybRevisionModel *self, gint64 id)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (XYB_IS_REVISION_MODEL (self), GTK_INVALID_LIST_POSITION);

  /* Latest first: the ids fall. */
  for (high = self->ids->len; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->ids, gint64, middle) > id)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->ids->len && g_array_index (self->ids, gint64, low) == id
           ? low
           : GTK_INVALID_LIST_POSITION;
}

/* ---- the object ---- */

static void
xyb_revision_model_dispose (GObject *object)
{
  XybRevisionModel *self = XYB_REVISION_MODEL (object);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      g_object_weak_unref (item, item_gone_cb, self);
      g_hash_table_iter_remove (&iter);
    }
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_revision_model_parent_class)->dispose (object);
}

static void
xyb_revision_model_finalize (GObject *object)
{
  XybRevisionModel *self = XYB_REVISION_MODEL (object);

  g_array_unref (self->ids);
  g_ptr_array_unref (self->pages);
  g_hash_table_unref (self->alive);
  G_OBJECT_CLASS (xyb_revision_model_parent_class)->finalize (object);
}

static void
xyb_revision_model_class_init (XybRevisionModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_revision_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_revision_model_finalize;
}

static void
xyb_revision_model_init (XybRevisionModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  self->alive = g_hash_table_new (NULL, NULL);
}

/**
 * xyb_revision_model_new:
 * @office: the office whose log it lists
 *
 * Returns: (transfer full): an empty list, until the first query
 */
XybRevisionModel *
xyb_revision_model_new (XybOffice *office)
{
  XybRevisionModel *self = g_object_new (XYB_TYPE_REVISION_MODEL, NULL);

  self->office = g_object_ref (office);
  return self;
}
