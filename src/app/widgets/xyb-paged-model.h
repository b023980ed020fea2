/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* The answer to a query as a list of any length: ids of the whole answer, rows only of what is on
 * screen (PROVEN, “100,000-row list”). What a row is and how it is read, the class says. */

#define XYB_TYPE_PAGED_MODEL (xyb_paged_model_get_type ())
G_DECLARE_DERIVABLE_TYPE (XybPagedModel, xyb_paged_model, XYB, PAGED_MODEL, GObject)

/**
 * XybPagedModelClass:
 * @get_item_type: type of the items
 * @read_rows: (transfer full): what the store holds under these ids, in any order, or %NULL; fewer
 *   where another connection removed some
 * @get_row_id: id of a row of @read_rows
 * @new_item: (transfer full): the item of an id, without words
 * @get_item_id: id of such an item
 * @fill_item: gives an item the words of a row
 */
struct _XybPagedModelClass
{
  GObjectClass parent_class;

  GType (*get_item_type) (void);
  GPtrArray *(*read_rows) (XybPagedModel *self, const gint64 *ids, guint count, GError **error);
  gint64 (*get_row_id) (gconstpointer row);
  gpointer (*new_item) (gint64 id);
  gint64 (*get_item_id) (gpointer item);
  void (*fill_item) (gpointer item, gconstpointer row);
};

XybPagedModel *xyb_paged_model_new (GType type, XybOffice *office);
XybOffice *xyb_paged_model_get_office (XybPagedModel *self);

void xyb_paged_model_take_ids (XybPagedModel *self, GArray *ids);
GArray *xyb_paged_model_get_ids (XybPagedModel *self); /* of gint64; borrowed */
gint64 xyb_paged_model_get_id (XybPagedModel *self, guint position);
guint xyb_paged_model_find (XybPagedModel *self, gint64 id);
guint64 xyb_paged_model_get_n_read (XybPagedModel *self);

G_END_DECLS
