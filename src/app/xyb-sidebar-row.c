/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sidebar-row.h"

#include "xyb-i18n.h"

struct _XybSidebarRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *badge;

  /* owned */
  XybPageClass *page_class;

  guint group;
};

G_DEFINE_FINAL_TYPE (XybSidebarRow, xyb_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
xyb_sidebar_row_finalize (GObject *object)
{
  g_type_class_unref (XYB_SIDEBAR_ROW (object)->page_class);
  G_OBJECT_CLASS (xyb_sidebar_row_parent_class)->finalize (object);
}

static void
xyb_sidebar_row_class_init (XybSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xyb_sidebar_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xinyongban/Desk/ui/xyb-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, XybSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, XybSidebarRow, badge);
}

static void
xyb_sidebar_row_init (XybSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_row (XybSidebarRow *self, const char *meaning)
{
  const char *title = _ (self->page_class->title);
  g_autofree char *name
    = meaning != NULL ? g_strconcat (title, "，", meaning, NULL) : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * xyb_sidebar_row_new:
 * @page_type: the type of the page it leads to
 * @group: pages of one group stand together
 *
 * Returns: (transfer floating): its line in the sidebar, without a count
 */
GtkWidget *
xyb_sidebar_row_new (GType page_type, guint group)
{
  XybSidebarRow *self;

  g_return_val_if_fail (g_type_is_a (page_type, XYB_TYPE_PAGE), NULL);

  self = g_object_new (XYB_TYPE_SIDEBAR_ROW, NULL);
  self->page_class = g_type_class_ref (page_type);
  self->group = group;
  gtk_image_set_from_icon_name (self->icon, self->page_class->icon_name);
  gtk_label_set_label (self->title, _ (self->page_class->title));
  gtk_widget_set_visible (GTK_WIDGET (self->badge), FALSE);
  name_row (self, NULL);
  return GTK_WIDGET (self);
}

/**
 * xyb_sidebar_row_get_page_type:
 * @self: a line
 *
 * Returns: the type of the page it leads to
 */
GType
xyb_sidebar_row_get_page_type (XybSidebarRow *self)
{
  return G_TYPE_FROM_CLASS (self->page_class);
}

/**
 * xyb_sidebar_row_get_name:
 * @self: a line
 *
 * Returns: the name of the page it leads to
 */
const char *
xyb_sidebar_row_get_name (XybSidebarRow *self)
{
  return self->page_class->name;
}

/**
 * xyb_sidebar_row_get_group:
 * @self: a line
 *
 * Returns: the group it belongs to
 */
guint
xyb_sidebar_row_get_group (XybSidebarRow *self)
{
  return self->group;
}

/**
 * xyb_sidebar_row_update_badge:
 * @self: a line
 * @office: the office to count in
 *
 * Counts again what waits on the page.
 */
void
xyb_sidebar_row_update_badge (XybSidebarRow *self, XybOffice *office)
{
  g_autofree char *tooltip = NULL;
  g_autofree char *badge = NULL;

  if (self->page_class->dup_badge == NULL)
    return;
  badge = self->page_class->dup_badge (office, &tooltip);
  gtk_label_set_label (self->badge, badge != NULL ? badge : "");
  gtk_widget_set_visible (GTK_WIDGET (self->badge), badge != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->badge), tooltip);
  name_row (self, tooltip);
}
