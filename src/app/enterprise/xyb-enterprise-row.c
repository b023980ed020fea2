/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-row.h"

#include "xyb-i18n.h"

struct _XybEnterpriseRow
{
  XybTwoLineRow parent_instance;

  /* owned */
  XybEnterpriseItem *item;
};

G_DEFINE_FINAL_TYPE (XybEnterpriseRow, xyb_enterprise_row, XYB_TYPE_TWO_LINE_ROW)

static void
update (XybEnterpriseRow *self)
{
  XybTwoLineRow *row = XYB_TWO_LINE_ROW (self);
  const char *name = xyb_enterprise_item_get_name (self->item);
  XybStage stage = xyb_enterprise_item_get_stage (self->item);

  xyb_two_line_row_set_lines (row, name != NULL ? name : _ ("（已删除）"),
                              xyb_enterprise_item_get_caption (self->item));
  if (xyb_enterprise_item_is_closed (self->item))
    xyb_two_line_row_set_tag (row, "neutral", "action-unavailable-symbolic", _ ("已注销"));
  else if (stage != XYB_STAGE_NONE)
    xyb_two_line_row_set_tag (row, xyb_stage_css_class (stage), xyb_stage_icon (stage),
                              xyb_stage_name (stage));
  else
    xyb_two_line_row_set_tag (row, NULL, NULL, NULL);
}

static void
item_changed_cb (XybEnterpriseItem *item, XybEnterpriseRow *self)
{
  update (self);
}

static void
xyb_enterprise_row_dispose (GObject *object)
{
  xyb_enterprise_row_bind (XYB_ENTERPRISE_ROW (object), NULL);
  G_OBJECT_CLASS (xyb_enterprise_row_parent_class)->dispose (object);
}

static void
xyb_enterprise_row_class_init (XybEnterpriseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_row_dispose;
}

static void
xyb_enterprise_row_init (XybEnterpriseRow *self)
{
}

/**
 * xyb_enterprise_row_new:
 *
 * Returns: (transfer floating): a row without an enterprise
 */
GtkWidget *
xyb_enterprise_row_new (void)
{
  return g_object_new (XYB_TYPE_ENTERPRISE_ROW, NULL);
}

/**
 * xyb_enterprise_row_bind:
 * @self: a row
 * @item: (nullable): what to show
 *
 * Shows @item and follows its changes.
 */
void
xyb_enterprise_row_bind (XybEnterpriseRow *self, XybEnterpriseItem *item)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect (item, "changed", G_CALLBACK (item_changed_cb), self);
  update (self);
}

/**
 * xyb_enterprise_row_get_id:
 * @self: a row
 *
 * Returns: id of the enterprise it shows, or 0
 */
gint64
xyb_enterprise_row_get_id (XybEnterpriseRow *self)
{
  g_return_val_if_fail (XYB_IS_ENTERPRISE_ROW (self), 0);

  return self->item != NULL ? xyb_enterprise_item_get_id (self->item) : 0;
}
