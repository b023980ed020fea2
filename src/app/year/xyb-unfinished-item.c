/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-unfinished-item.h"

struct _XybUnfinishedItem
{
  GObject parent_instance;

  XybUnfinished *unfinished; /* borrowed */
};

G_DEFINE_FINAL_TYPE (XybUnfinishedItem, xyb_unfinished_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
xyb_unfinished_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  XybUnfinishedItem *self = XYB_UNFINISHED_ITEM (object);

  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, self->unfinished->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
xyb_unfinished_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_CHOSEN)
    xyb_unfinished_item_set_chosen (XYB_UNFINISHED_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
xyb_unfinished_item_class_init (XybUnfinishedItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = xyb_unfinished_item_get_property;
  object_class->set_property = xyb_unfinished_item_set_property;
  props[PROP_CHOSEN]
    = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
xyb_unfinished_item_init (XybUnfinishedItem *self)
{
}

/**
 * xyb_unfinished_item_new:
 * @unfinished: borrowed
 *
 * Returns: (transfer full): the item
 */
XybUnfinishedItem *
xyb_unfinished_item_new (XybUnfinished *unfinished)
{
  XybUnfinishedItem *self = g_object_new (XYB_TYPE_UNFINISHED_ITEM, NULL);

  self->unfinished = unfinished;
  return self;
}

/**
 * xyb_unfinished_item_get:
 * @self: an item
 *
 * Returns: (transfer none): the enterprise
 */
const XybUnfinished *
xyb_unfinished_item_get (XybUnfinishedItem *self)
{
  g_return_val_if_fail (XYB_IS_UNFINISHED_ITEM (self), NULL);

  return self->unfinished;
}

/**
 * xyb_unfinished_item_set_chosen:
 * @self: an item
 * @chosen: whether it goes on; who cannot is never chosen
 */
void
xyb_unfinished_item_set_chosen (XybUnfinishedItem *self, gboolean chosen)
{
  g_return_if_fail (XYB_IS_UNFINISHED_ITEM (self));

  chosen = chosen && self->unfinished->barrier == NULL;
  if (self->unfinished->chosen == chosen)
    return;
  self->unfinished->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}
