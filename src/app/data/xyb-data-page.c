/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-data-page.h"

#include "xyb-i18n.h"
#include "xyb-job-bar.h"
#include "xyb-log-view.h"
#include "xyb-undo-back.h"

struct _XybDataPage
{
  XybPage parent_instance;

  /* template widgets */
  GtkStack *stack;
  GtkWidget *log_tab;
  XybLogView *log;
  XybJobBar *bar;

  XybUndoBack *undo; /* owned */
};

G_DEFINE_FINAL_TYPE (XybDataPage, xyb_data_page, XYB_TYPE_PAGE)

static void
xyb_data_page_reload (XybPage *page, const char *const *tables)
{
  XybDataPage *self = XYB_DATA_PAGE (page);

  xyb_log_view_reload (self->log);
}

static gboolean
xyb_data_page_start_search (XybPage *page)
{
  XybDataPage *self = XYB_DATA_PAGE (page);

  xyb_data_page_show_tab (self, "log");
  xyb_log_view_grab_search (self->log);
  return TRUE;
}

static void
show_tab_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xyb_data_page_show_tab (XYB_DATA_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
xyb_data_page_constructed (GObject *object)
{
  XybDataPage *self = XYB_DATA_PAGE (object);

  G_OBJECT_CLASS (xyb_data_page_parent_class)->constructed (object);
  self->undo = xyb_undo_back_new (xyb_page_get_office (XYB_PAGE (self)), self->bar);
  xyb_log_view_set_office (self->log, xyb_page_get_office (XYB_PAGE (self)), self->undo);
}

static void
xyb_data_page_dispose (GObject *object)
{
  g_clear_object (&XYB_DATA_PAGE (object)->undo);
  G_OBJECT_CLASS (xyb_data_page_parent_class)->dispose (object);
}

static void
xyb_data_page_class_init (XybDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = xyb_data_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = xyb_data_page_dispose;
  page_class->name = "data";
  page_class->title = N_ ("数据");
  page_class->icon_name = "xyb-data-symbolic";
  page_class->reload = xyb_data_page_reload;
  page_class->start_search = xyb_data_page_start_search;

  g_type_ensure (XYB_TYPE_LOG_VIEW);
  g_type_ensure (XYB_TYPE_JOB_BAR);
  gtk_widget_class_install_action (widget_class, "data.show-tab", "s", show_tab_action);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/data/xyb-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XybDataPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XybDataPage, log_tab);
  gtk_widget_class_bind_template_child (widget_class, XybDataPage, log);
  gtk_widget_class_bind_template_child (widget_class, XybDataPage, bar);
}

static void
xyb_data_page_init (XybDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_data_page_show_tab:
 * @self: the page
 * @name: log, backup, unit or office
 *
 * Brings a part of the page into view.
 */
void
xyb_data_page_show_tab (XybDataPage *self, const char *name)
{
  g_return_if_fail (XYB_IS_DATA_PAGE (self));

  gtk_stack_set_visible_child_name (self->stack, name);
}

/**
 * xyb_data_page_redo_back:
 * @self: the page
 *
 * Brings back what 从这里撤销 took last.
 */
void
xyb_data_page_redo_back (XybDataPage *self)
{
  g_return_if_fail (XYB_IS_DATA_PAGE (self));

  xyb_undo_back_redo (self->undo);
}

/**
 * xyb_data_page_get_tab:
 * @self: the page
 * @name: as in xyb_data_page_show_tab()
 *
 * Returns: (transfer none) (nullable): that part
 */
GtkWidget *
xyb_data_page_get_tab (XybDataPage *self, const char *name)
{
  g_return_val_if_fail (XYB_IS_DATA_PAGE (self), NULL);

  return gtk_stack_get_child_by_name (self->stack, name);
}
