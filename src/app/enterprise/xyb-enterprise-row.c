/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-row.h"

#include "xyb-i18n.h"
#include "xyb-tag.h"

struct _XybEnterpriseRow
{
  GtkBox parent_instance;

  /* template widgets */
  /* inscriptions, which do not measure what they show: two hundred rows stand ready at a time */
  GtkInscription *name;
  GtkInscription *caption;
  XybTag *tag;

  /* owned */
  XybEnterpriseItem *item;
};

G_DEFINE_FINAL_TYPE (XybEnterpriseRow, xyb_enterprise_row, GTK_TYPE_BOX)

static void
update (XybEnterpriseRow *self)
{
  const char *name = xyb_enterprise_item_get_name (self->item);
  XybStage stage = xyb_enterprise_item_get_stage (self->item);

  gtk_inscription_set_text (self->name, name != NULL ? name : _ ("（已删除）"));
  gtk_inscription_set_text (self->caption, xyb_enterprise_item_get_caption (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->tag),
                          stage != XYB_STAGE_NONE || xyb_enterprise_item_is_closed (self->item));
  if (xyb_enterprise_item_is_closed (self->item))
    xyb_tag_set (self->tag, "neutral", "action-unavailable-symbolic", _ ("已注销"));
  else
    xyb_tag_set (self->tag, xyb_stage_css_class (stage), xyb_stage_icon (stage),
                 xyb_stage_name (stage));
}

static void
item_changed_cb (XybEnterpriseItem *item, XybEnterpriseRow *self)
{
  update (self);
}

/* Asked for when the pointer rests: a tooltip set in advance makes GTK ask the X server where the
 * pointer is, for each row that scrolls by. */
static gboolean
xyb_enterprise_row_query_tooltip (GtkWidget *widget,
                                  int x,
                                  int y,
                                  gboolean keyboard,
                                  GtkTooltip *tooltip)
{
  XybEnterpriseRow *self = XYB_ENTERPRISE_ROW (widget);
  const char *name = gtk_inscription_get_text (self->name);

  if (name == NULL || *name == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_row_dispose;
  widget_class->query_tooltip = xyb_enterprise_row_query_tooltip;
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseRow, name);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseRow, caption);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseRow, tag);
}

static void
xyb_enterprise_row_init (XybEnterpriseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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
