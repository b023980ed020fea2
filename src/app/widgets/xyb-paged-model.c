/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-paged-model.h"

#include <string.h>

#define PAGE_ROWS 64
#define MAX_PAGES 12 /* a list view realises about 205 rows; three times that */

typedef struct
{
  guint index;
  guint64 used;
  GPtrArray *rows; /* of the class */
} Page;

typedef struct
{
  /* owned */
  XybOffice *office;
  GArray *ids;       /* of gint64 */
  GPtrArray *pages;  /* of Page */
  GHashTable *alive; /* items, borrowed → themselves: those on screen */

  guint64 n_read; /* rows asked of the store so far */
  guint64 clock;  /* for the least recently used */
} XybPagedModelPrivate;

static void list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (XybPagedModel,
                                  xyb_paged_model,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (XybPagedModel)
                                    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

#define GET_PRIVATE(self) ((XybPagedModelPrivate *) xyb_paged_model_get_instance_private (self))

/* ---- rows ---- */

static void
page_free (Page *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static Page *
page_read (XybPagedModel *self, guint index)
{
  XybPagedModelPrivate *priv = GET_PRIVATE (self);
  guint first = index * PAGE_ROWS;
  guint count = MIN (PAGE_ROWS, priv->ids->len - first);
  g_autoptr (GError) error = NULL;
  GPtrArray *rows
    = XYB_PAGED_MODEL_GET_CLASS (self)->read_rows (self, &g_array_index (priv->ids, gint64, first),
                                                   count, &error);
  Page *page;

  if (rows == NULL)
    {
      xyb_office_report (priv->office, error);
      return NULL;
    }
  page = g_new0 (Page, 1);
  page->index = index;
  page->rows = rows;
  priv->n_read += rows->len;
  return page;
}

static void
drop_oldest (GPtrArray *pages)
{
  guint oldest = 0;

  if (pages->len < MAX_PAGES)
    return;
  for (guint i = 1; i < pages->len; i++)
    if (((Page *) pages->pdata[i])->used < ((Page *) pages->pdata[oldest])->used)
      oldest = i;
  g_ptr_array_remove_index_fast (pages, oldest);
}

static Page *
get_page (XybPagedModel *self, guint index)
{
  XybPagedModelPrivate *priv = GET_PRIVATE (self);
  Page *page = NULL;

  for (guint i = 0; i < priv->pages->len && page == NULL; i++)
    if (((Page *) priv->pages->pdata[i])->index == index)
      page = priv->pages->pdata[i];
  if (page == NULL)
    {
      drop_oldest (priv->pages);
      page = page_read (self, index);
      if (page != NULL)
        g_ptr_array_add (priv->pages, page);
    }
  if (page != NULL)
    page->used = ++priv->clock;
  return page;
}

/* Rows may be fewer than ids when another connection removed one: found by id, not by place. */
static void
fill_item (XybPagedModel *self, gpointer item, guint position)
{
  XybPagedModelClass *klass = XYB_PAGED_MODEL_GET_CLASS (self);
  Page *page = get_page (self, position / PAGE_ROWS);
  gint64 id = klass->get_item_id (item);

  for (guint i = 0; page != NULL && i < page->rows->len; i++)
    if (klass->get_row_id (page->rows->pdata[i]) == id)
      {
        klass->fill_item (item, page->rows->pdata[i]);
        return;
      }
}

static void
item_gone_cb (gpointer user_data, GObject *item)
{
  g_hash_table_remove (GET_PRIVATE (XYB_PAGED_MODEL (user_data))->alive, item);
}

/* ---- GListModel ---- */

static GType
get_item_type (GListModel *list)
{
  return XYB_PAGED_MODEL_GET_CLASS (list)->get_item_type ();
}

static guint
get_n_items (GListModel *list)
{
  return GET_PRIVATE (XYB_PAGED_MODEL (list))->ids->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  XybPagedModel *self = XYB_PAGED_MODEL (list);
  XybPagedModelPrivate *priv = GET_PRIVATE (self);
  gpointer item;

  if (position >= priv->ids->len)
    return NULL;
  item = XYB_PAGED_MODEL_GET_CLASS (self)->new_item (g_array_index (priv->ids, gint64, position));
  fill_item (self, item, position);
  g_object_weak_ref (item, item_gone_cb, self);
  g_hash_table_add (priv->alive, item);
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

  if (ids->len < old->len || old->len == 0)
    return -1;
  if (memcmp (&g_array_index (ids, gint64, fresh), old->data, old->len * sizeof (gint64)) != 0)
    return -1;
  return (int) fresh;
}

/* The same records with other words: only the rows on screen change, and nothing jumps. */
static void
refresh_alive (XybPagedModel *self)
{
  XybPagedModelPrivate *priv = GET_PRIVATE (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, priv->alive);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_ptr_array_add (items, g_object_ref (item));
  for (guint i = 0; i < items->len; i++)
    {
      gint64 id = XYB_PAGED_MODEL_GET_CLASS (self)->get_item_id (items->pdata[i]);
      guint position = xyb_paged_model_find (self, id);

      if (position != GTK_INVALID_LIST_POSITION)
        fill_item (self, items->pdata[i], position);
    }
}

/**
 * xyb_paged_model_take_ids:
 * @self: a model
 * @ids: (transfer full) (element-type gint64): the answer, in its order
 *
 * Lists @ids, read anew. Where they are those of before, perhaps with some in front, the list keeps
 * its place.
 */
void
xyb_paged_model_take_ids (XybPagedModel *self, GArray *ids)
{
  XybPagedModelPrivate *priv = GET_PRIVATE (self);
  guint old;
  int fresh;

  g_return_if_fail (XYB_IS_PAGED_MODEL (self));

  g_ptr_array_set_size (priv->pages, 0);
  fresh = count_new (ids, priv->ids);
  /* Emptied first: the view must not see new rows while it is told of the old ones' going. */
  old = priv->ids->len;
  if (fresh < 0)
    {
      g_array_set_size (priv->ids, 0);
      if (old > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), 0, old, 0);
    }
  g_array_unref (priv->ids);
  priv->ids = ids;
  if (fresh < 0)
    fresh = (int) ids->len;
  if (fresh > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, (guint) fresh);
  if ((guint) fresh < ids->len)
    refresh_alive (self);
}

/**
 * xyb_paged_model_get_ids:
 * @self: a model
 *
 * Returns: (transfer none) (element-type gint64): what is listed, until the next answer
 */
GArray *
xyb_paged_model_get_ids (XybPagedModel *self)
{
  g_return_val_if_fail (XYB_IS_PAGED_MODEL (self), NULL);

  return GET_PRIVATE (self)->ids;
}

/**
 * xyb_paged_model_get_id:
 * @self: a model
 * @position: a place in the list
 *
 * Returns: the id there, or 0
 */
gint64
xyb_paged_model_get_id (XybPagedModel *self, guint position)
{
  GArray *ids = xyb_paged_model_get_ids (self);

  return ids != NULL && position < ids->len ? g_array_index (ids, gint64, position) : 0;
}

/**
 * xyb_paged_model_find:
 * @self: a model
 * @id: of a record
 *
 * Returns: its place in the list, or %GTK_INVALID_LIST_POSITION
 */
guint
xyb_paged_model_find (XybPagedModel *self, gint64 id)
{
  GArray *ids = xyb_paged_model_get_ids (self);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/**
 * xyb_paged_model_get_n_read:
 * @self: a model
 *
 * Returns: how many rows it has asked of the store so far: some pages, however long the list is
 */
guint64
xyb_paged_model_get_n_read (XybPagedModel *self)
{
  g_return_val_if_fail (XYB_IS_PAGED_MODEL (self), 0);

  return GET_PRIVATE (self)->n_read;
}

/**
 * xyb_paged_model_get_office:
 * @self: a model
 *
 * Returns: (transfer none): whose records it lists
 */
XybOffice *
xyb_paged_model_get_office (XybPagedModel *self)
{
  g_return_val_if_fail (XYB_IS_PAGED_MODEL (self), NULL);

  return GET_PRIVATE (self)->office;
}

/* ---- the object ---- */

static void
xyb_paged_model_dispose (GObject *object)
{
  XybPagedModelPrivate *priv = GET_PRIVATE (XYB_PAGED_MODEL (object));
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, priv->alive);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      g_object_weak_unref (item, item_gone_cb, object);
      g_hash_table_iter_remove (&iter);
    }
  g_clear_object (&priv->office);
  G_OBJECT_CLASS (xyb_paged_model_parent_class)->dispose (object);
}

static void
xyb_paged_model_finalize (GObject *object)
{
  XybPagedModelPrivate *priv = GET_PRIVATE (XYB_PAGED_MODEL (object));

  g_array_unref (priv->ids);
  g_ptr_array_unref (priv->pages);
  g_hash_table_unref (priv->alive);
  G_OBJECT_CLASS (xyb_paged_model_parent_class)->finalize (object);
}

static void
xyb_paged_model_class_init (XybPagedModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_paged_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_paged_model_finalize;
}

static void
xyb_paged_model_init (XybPagedModel *self)
{
  XybPagedModelPrivate *priv = GET_PRIVATE (self);

  priv->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  priv->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) page_free);
  priv->alive = g_hash_table_new (NULL, NULL);
}

/**
 * xyb_paged_model_new:
 * @type: the class
 * @office: whose records it lists
 *
 * Returns: (transfer full): an empty list, until xyb_paged_model_take_ids()
 */
XybPagedModel *
xyb_paged_model_new (GType type, XybOffice *office)
{
  XybPagedModel *self = g_object_new (type, NULL);

  g_return_val_if_fail (XYB_IS_PAGED_MODEL (self), NULL);

  GET_PRIVATE (self)->office = g_object_ref (office);
  return self;
}
