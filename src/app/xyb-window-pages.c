/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include "xyb-assessment-page.h"
#include "xyb-data-page.h"
#include "xyb-enterprise-page.h"
#include "xyb-overview-page.h"
#include "xyb-quota-page.h"
#include "xyb-sidebar-row.h"
#include "xyb-submission-page.h"

/* The sidebar and the pages behind it. A page is made when it is shown first, so that the first
 * frame waits for one page and not for all. */

/* Every page, in the order of the sidebar: a line here is all the window has to know of one. What
 * the sidebar says of it stands in its class (xyb-page.h); groups are parted by a line. */
static const struct
{
  GType (*get_type) (void);
  guint group;
} page_kinds[] = {
  { xyb_overview_page_get_type, 0 },
  { xyb_enterprise_page_get_type, 0 },
  { xyb_quota_page_get_type, 1 },
  { xyb_submission_page_get_type, 1 },
  { xyb_assessment_page_get_type, 2 },
  { xyb_data_page_get_type, 3 },
};

/* ---- counts in the sidebar ---- */

static gboolean
count_badges_cb (gpointer user_data)
{
  XybWindow *self = user_data;
  GtkListBoxRow *row;

  self->badge_idle = 0;
  for (int i = 0;
       self->office != NULL && (row = gtk_list_box_get_row_at_index (self->page_list, i)) != NULL;
       i++)
    xyb_sidebar_row_update_badge (XYB_SIDEBAR_ROW (row), self->office);
  return G_SOURCE_REMOVE;
}

/**
 * xyb_window_queue_badges:
 * @self: the window
 *
 * Counts again what waits on the pages, once there is time; never before the first frame.
 */
void
xyb_window_queue_badges (XybWindow *self)
{
  if (self->framed && self->badge_idle == 0 && self->office != NULL)
    self->badge_idle = g_idle_add_full (G_PRIORITY_LOW, count_badges_cb, self, NULL);
}

/* ---- one page in view ---- */

static void
words_changed_cb (XybPage *page, XybWindow *self)
{
  xyb_window_update_title (self);
  xyb_window_queue_badges (self);
}

static XybPage *
make_page (XybWindow *self, XybSidebarRow *row)
{
  XybPage *page = g_object_new (xyb_sidebar_row_get_page_type (row), "office", self->office, NULL);

  gtk_stack_add_named (self->pages, GTK_WIDGET (page), xyb_sidebar_row_get_name (row));
  g_signal_connect_object (page, "words-changed", G_CALLBACK (words_changed_cb), self, 0);
  return page;
}

/* 总览's main button prints: a second button would do the same. */
static gboolean
is_print_button (GtkWidget *button)
{
  return GTK_IS_ACTIONABLE (button)
         && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "win.print") == 0;
}

static void
show_page (XybWindow *self, XybSidebarRow *row)
{
  const char *name = xyb_sidebar_row_get_name (row);
  GtkWidget *child = gtk_stack_get_child_by_name (self->pages, name);
  XybPage *page = child != NULL ? XYB_PAGE (child) : make_page (self, row);

  if (self->page == page)
    return;
  self->page = page;
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  adw_bin_set_child (self->main_slot, xyb_page_get_main_button (page));
  gtk_widget_set_visible (self->search_button, xyb_page_can_search (page));
  gtk_widget_set_visible (self->print_button,
                          xyb_page_can_print (page)
                            && !is_print_button (xyb_page_get_main_button (page)));
  xyb_window_keep_place (self);
  xyb_window_update_title (self);
  xyb_window_update_actions (self);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, XybWindow *self)
{
  if (row != NULL)
    show_page (self, XYB_SIDEBAR_ROW (row));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, XybWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

/**
 * xyb_window_show_page:
 * @self: the window
 * @name: (nullable): a page's name; an unknown one shows the first
 *
 * Brings a page into view.
 */
void
xyb_window_show_page (XybWindow *self, const char *name)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (XYB_IS_WINDOW (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->page_list, i)) != NULL; i++)
    if (g_strcmp0 (xyb_sidebar_row_get_name (XYB_SIDEBAR_ROW (row)), name) == 0)
      break;
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->page_list, 0);
  gtk_list_box_select_row (self->page_list, row);
}

/**
 * xyb_window_get_page:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the page in view
 */
XybPage *
xyb_window_get_page (XybWindow *self)
{
  g_return_val_if_fail (XYB_IS_WINDOW (self), NULL);

  return self->page;
}

/* ---- all of them ---- */

/**
 * xyb_window_add_pages:
 * @self: the window, with an office
 *
 * Fills the sidebar.
 */
void
xyb_window_add_pages (XybWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_kinds); i++)
    gtk_list_box_append (self->page_list,
                         xyb_sidebar_row_new (page_kinds[i].get_type (), page_kinds[i].group));
}

/**
 * xyb_window_remove_pages:
 * @self: the window
 *
 * Empties the sidebar; the pages that were made go.
 */
void
xyb_window_remove_pages (XybWindow *self)
{
  GtkWidget *child;

  self->page = NULL;
  gtk_widget_set_visible (self->search_button, FALSE);
  gtk_widget_set_visible (self->print_button, FALSE);
  g_clear_handle_id (&self->badge_idle, g_source_remove);
  adw_bin_set_child (self->main_slot, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page_list))) != NULL)
    gtk_list_box_remove (self->page_list, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
}

static void
add_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  gboolean starts = before != NULL
                    && xyb_sidebar_row_get_group (XYB_SIDEBAR_ROW (before))
                         != xyb_sidebar_row_get_group (XYB_SIDEBAR_ROW (row));

  gtk_list_box_row_set_header (row, starts ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

/**
 * xyb_window_prepare_pages:
 * @self: a window that is being made
 */
void
xyb_window_prepare_pages (XybWindow *self)
{
  gtk_list_box_set_header_func (self->page_list, add_header, NULL, NULL);
}

/**
 * xyb_window_bind_page_callbacks:
 * @widget_class: class of the window
 */
void
xyb_window_bind_page_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}
