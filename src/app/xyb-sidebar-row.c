/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sidebar-row.h"

struct _XybSidebarRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *badge;

  /* borrowed: the page outlives its row */
  XybPage *page;
  guint group;
};

G_DEFINE_FINAL_TYPE (XybSidebarRow, xyb_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
xyb_sidebar_row_class_init (XybSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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

/**
 * xyb_sidebar_row_new:
 * @page: the page it leads to
 * @group: pages of one group stand together
 *
 * Returns: (transfer floating): its line in the sidebar
 */
GtkWidget *
xyb_sidebar_row_new (XybPage *page, guint group)
{
  XybSidebarRow *self = g_object_new (XYB_TYPE_SIDEBAR_ROW, NULL);

  self->page = page;
  self->group = group;
  gtk_image_set_from_icon_name (self->icon, xyb_page_get_icon_name (page));
  gtk_label_set_label (self->title, xyb_page_get_title (page));
  xyb_sidebar_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * xyb_sidebar_row_get_page:
 * @self: a line
 *
 * Returns: (transfer none): the page it leads to
 */
XybPage *
xyb_sidebar_row_get_page (XybSidebarRow *self)
{
  return self->page;
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
 * xyb_sidebar_row_update:
 * @self: a line
 *
 * Asks the page for its count again.
 */
void
xyb_sidebar_row_update (XybSidebarRow *self)
{
  g_autofree char *tooltip = NULL;
  g_autofree char *badge = xyb_page_dup_badge (self->page, &tooltip);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->badge, badge != NULL ? badge : "");
  gtk_widget_set_visible (GTK_WIDGET (self->badge), badge != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->badge), tooltip);
  name = tooltip != NULL ? g_strconcat (xyb_page_get_title (self->page), "，", tooltip, NULL)
                         : g_strdup (xyb_page_get_title (self->page));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
