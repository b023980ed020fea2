/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-unfinished-row.h"

#include "xyb-i18n.h"
#include "xyb-tag.h"

struct _XybUnfinishedRow
{
  GtkBox parent_instance;

  /* template widgets */
  GtkWidget *check;
  GtkLabel *name;
  GtkLabel *caption;
  XybTag *tag;

  /* owned */
  GBinding *binding; /* or NULL */
};

G_DEFINE_FINAL_TYPE (XybUnfinishedRow, xyb_unfinished_row, GTK_TYPE_BOX)

static void
xyb_unfinished_row_class_init (XybUnfinishedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/year/xyb-unfinished-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybUnfinishedRow, check);
  gtk_widget_class_bind_template_child (widget_class, XybUnfinishedRow, name);
  gtk_widget_class_bind_template_child (widget_class, XybUnfinishedRow, caption);
  gtk_widget_class_bind_template_child (widget_class, XybUnfinishedRow, tag);
}

static void
xyb_unfinished_row_init (XybUnfinishedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_unfinished_row_new:
 *
 * Returns: (transfer full): a row that shows nothing yet
 */
GtkWidget *
xyb_unfinished_row_new (void)
{
  return g_object_new (XYB_TYPE_UNFINISHED_ROW, NULL);
}

static char *
caption_of (const XybUnfinished *one)
{
  const char *more = one->barrier != NULL ? one->barrier : one->note;

  return g_strdup_printf (_ ("%s · %s · 到“%s”%s%s"),
                          one->unit_name != NULL ? one->unit_name : _ ("没写区镇"),
                          xyb_track_name (one->track), one->stage, more != NULL ? " · " : "",
                          more != NULL ? more : "");
}

/**
 * xyb_unfinished_row_bind:
 * @self: a row
 * @item: what it shows
 */
void
xyb_unfinished_row_bind (XybUnfinishedRow *self, XybUnfinishedItem *item)
{
  const XybUnfinished *one = xyb_unfinished_item_get (item);
  g_autofree char *caption = caption_of (one);
  g_autofree char *label = g_strdup_printf (_ ("转入新年度：%s，%s"), one->enterprise_name,
                                            one->barrier != NULL ? _ ("不能转入") : one->reason);

  gtk_label_set_label (self->name, one->enterprise_name);
  gtk_label_set_label (self->caption, caption);
  if (one->barrier != NULL)
    xyb_tag_set (self->tag, "neutral", "action-unavailable-symbolic", _ ("不能转入"));
  else
    xyb_tag_set (self->tag, "warning", "dialog-warning-symbolic", one->reason);
  gtk_widget_set_sensitive (self->check, one->barrier == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  self->binding = g_object_bind_property (item, "chosen", self->check, "active",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * xyb_unfinished_row_unbind:
 * @self: a row that is about to show another one
 */
void
xyb_unfinished_row_unbind (XybUnfinishedRow *self)
{
  g_clear_pointer (&self->binding, g_binding_unbind);
}
