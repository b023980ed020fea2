/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-item.h"

#include "xyb-i18n.h"

struct _XybEnterpriseItem
{
  GObject parent_instance;

  /* owned */
  gint64 id;
  char *name;
  char *caption;
  XybStage stage;
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (XybEnterpriseItem, xyb_enterprise_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
xyb_enterprise_item_finalize (GObject *object)
{
  XybEnterpriseItem *self = XYB_ENTERPRISE_ITEM (object);

  g_free (self->name);
  g_free (self->caption);
  G_OBJECT_CLASS (xyb_enterprise_item_parent_class)->finalize (object);
}

static void
xyb_enterprise_item_class_init (XybEnterpriseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_enterprise_item_finalize;
  changed_signal = g_signal_new ("changed", XYB_TYPE_ENTERPRISE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
xyb_enterprise_item_init (XybEnterpriseItem *self)
{
}

/**
 * xyb_enterprise_item_new:
 * @id: of the enterprise
 *
 * Returns: (transfer full): an item without words
 */
XybEnterpriseItem *
xyb_enterprise_item_new (gint64 id)
{
  XybEnterpriseItem *self = g_object_new (XYB_TYPE_ENTERPRISE_ITEM, NULL);

  self->id = id;
  return self;
}

static char *
make_caption (const XybEnterprise *enterprise)
{
  const char *unit = enterprise->unit_name;
  const char *industry = xyb_industry_name (enterprise->industry);

  if (unit == NULL && industry == NULL)
    return g_strdup (_ ("未填区镇"));
  if (unit == NULL || industry == NULL)
    return g_strdup (unit != NULL ? unit : industry);
  return g_strdup_printf ("%s · %s", unit, industry);
}

/**
 * xyb_enterprise_item_set:
 * @self: an item
 * @enterprise: what is stored
 * @stage: how far it is in the year in view
 *
 * Takes over the words; emits `changed`.
 */
void
xyb_enterprise_item_set (XybEnterpriseItem *self, const XybEnterprise *enterprise, XybStage stage)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_ITEM (self));

  g_free (self->name);
  self->name = g_strdup (enterprise->name);
  g_free (self->caption);
  self->caption = make_caption (enterprise);
  self->stage = stage;
  self->closed = enterprise->closed;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * xyb_enterprise_item_get_id:
 * @self: an item
 *
 * Returns: id of the enterprise
 */
gint64
xyb_enterprise_item_get_id (XybEnterpriseItem *self)
{
  g_return_val_if_fail (XYB_IS_ENTERPRISE_ITEM (self), 0);

  return self->id;
}

/**
 * xyb_enterprise_item_get_name:
 * @self: an item
 *
 * Returns: (nullable): its name
 */
const char *
xyb_enterprise_item_get_name (XybEnterpriseItem *self)
{
  return self->name;
}

/**
 * xyb_enterprise_item_get_caption:
 * @self: an item
 *
 * Returns: (nullable): its second line: 区镇 and industry
 */
const char *
xyb_enterprise_item_get_caption (XybEnterpriseItem *self)
{
  return self->caption;
}

/**
 * xyb_enterprise_item_get_stage:
 * @self: an item
 *
 * Returns: how far it is in the year in view
 */
XybStage
xyb_enterprise_item_get_stage (XybEnterpriseItem *self)
{
  return self->stage;
}

/**
 * xyb_enterprise_item_is_closed:
 * @self: an item
 *
 * Returns: whether it is 注销
 */
gboolean
xyb_enterprise_item_is_closed (XybEnterpriseItem *self)
{
  return self->closed;
}

/**
 * xyb_stage_icon:
 * @stage: a stage
 *
 * Returns: its sign: colour alone says nothing
 */
const char *
xyb_stage_icon (XybStage stage)
{
  switch (stage)
    {
    case XYB_STAGE_NOMINATED:
      return "list-add-symbolic";
    case XYB_STAGE_CONFIRMED:
      return "alarm-symbolic";
    case XYB_STAGE_SIGNED:
      return "media-playback-start-symbolic";
    case XYB_STAGE_ACCEPTED:
      return "object-select-symbolic";
    case XYB_STAGE_NONE:
    default:
      return "list-remove-symbolic";
    }
}

/**
 * xyb_stage_css_class:
 * @stage: a stage
 *
 * Returns: its tint
 */
const char *
xyb_stage_css_class (XybStage stage)
{
  switch (stage)
    {
    case XYB_STAGE_CONFIRMED:
      return "warning";
    case XYB_STAGE_SIGNED:
      return "accent";
    case XYB_STAGE_ACCEPTED:
      return "success";
    case XYB_STAGE_NOMINATED:
    case XYB_STAGE_NONE:
    default:
      return "neutral";
    }
}
