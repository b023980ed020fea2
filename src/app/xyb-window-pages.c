/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include "xyb-assessment-page.h"
#include "xyb-compat.h"
#include "xyb-data-page.h"
#include "xyb-enterprise-page.h"
#include "xyb-i18n.h"
#include "xyb-overview-page.h"
#include "xyb-quota-page.h"
#include "xyb-sidebar-row.h"
#include "xyb-submission-page.h"
#include "xyb-track-page.h"

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
  { xyb_track_page_get_type, 1 },
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
make_page (XybWindow *self, GType type, const char *name)
{
  XybPage *page = g_object_new (type, "office", self->office, NULL);

  gtk_stack_add_named (self->pages, GTK_WIDGET (page), name);
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

/* Back from a sub page, or in a narrow window to the list of pages. */
static void
update_back (XybWindow *self)
{
  gboolean sub = self->page != NULL && self->page == self->sub_page;
  const char *words = sub ? _ ("返回（Alt+←）") : _ ("返回页面列表");

  gtk_widget_set_visible (self->back_button, sub || adw_leaflet_get_folded (self->leaflet));
  gtk_widget_set_tooltip_text (self->back_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
bring_forward (XybWindow *self, XybPage *page)
{
  if (self->page == page)
    return;
  self->page = page;
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  adw_bin_set_child (self->main_slot, xyb_page_get_main_button (page));
  gtk_widget_set_visible (self->search_button, xyb_page_can_search (page));
  gtk_widget_set_visible (self->print_button,
                          xyb_page_can_print (page)
                            && !is_print_button (xyb_page_get_main_button (page)));
  update_back (self);
  xyb_window_keep_place (self);
  xyb_window_update_title (self);
  xyb_window_update_actions (self);
}

static void
show_page (XybWindow *self, XybSidebarRow *row)
{
  const char *name = xyb_sidebar_row_get_name (row);
  GtkWidget *child = gtk_stack_get_child_by_name (self->pages, name);

  /* What was begun on a sub page waits there while the clerk looks at another page. */
  if (self->sub_page != NULL && g_strcmp0 (xyb_page_get_parent_name (self->sub_page), name) == 0)
    bring_forward (self, self->sub_page);
  else
    bring_forward (self, child != NULL
                           ? XYB_PAGE (child)
                           : make_page (self, xyb_sidebar_row_get_page_type (row), name));
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

/* ---- a page in the place of another ---- */

/**
 * xyb_window_show_sub_page:
 * @self: the window, with an office
 * @type: of a page whose class has a parent_name
 *
 * Shows the page in the place of its parent until the clerk goes back; the same one when it is
 * there already.
 *
 * Returns: (transfer none): the page
 */
XybPage *
xyb_window_show_sub_page (XybWindow *self, GType type)
{
  g_autoptr (XybPageClass) klass = g_type_class_ref (type);

  g_return_val_if_fail (self->office != NULL && klass->parent_name != NULL, NULL);

  if (self->sub_page == NULL || G_OBJECT_TYPE (self->sub_page) != type)
    {
      xyb_window_remove_sub_page (self);
      self->sub_page = make_page (self, type, klass->name);
    }
  xyb_window_show_page (self, klass->parent_name);
  bring_forward (self, self->sub_page);
  return self->sub_page;
}

/**
 * xyb_window_remove_sub_page:
 * @self: the window
 *
 * Goes back to the page behind, whatever would be lost.
 */
void
xyb_window_remove_sub_page (XybWindow *self)
{
  XybPage *page = g_steal_pointer (&self->sub_page);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->page_list);

  if (page == NULL)
    return;
  if (self->page == page && row != NULL)
    show_page (self, XYB_SIDEBAR_ROW (row));
  gtk_stack_remove (self->pages, GTK_WIDGET (page));
}

typedef struct
{
  XybWindow *window;
  XybWindowFunc func;
  char *path;
} Leaving;

static void
leave_answer_cb (const char *answer, gpointer user_data)
{
  g_autofree Leaving *leaving = user_data;
  g_autoptr (XybWindow) self = leaving->window;
  g_autofree char *path = leaving->path;

  if (g_strcmp0 (answer, "leave") != 0)
    return;
  xyb_window_remove_sub_page (self);
  leaving->func (self, path);
}

/**
 * xyb_window_leave_then:
 * @self: the window
 * @func: what the clerk wants to do, after which the sub page is gone
 * @path: (nullable): for @func
 *
 * Does it at once; where something would be lost the clerk is asked first, once.
 */
void
xyb_window_leave_then (XybWindow *self, XybWindowFunc func, const char *path)
{
  static const XybDialogAnswer answers[] = {
    { "stay", N_ ("留下"), ADW_RESPONSE_DEFAULT },
    { "leave", N_ ("不导入，离开"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *loss = self->sub_page != NULL ? xyb_page_dup_loss (self->sub_page) : NULL;
  Leaving *leaving;

  if (loss == NULL)
    {
      func (self, path);
      return;
    }
  leaving = g_new0 (Leaving, 1);
  leaving->window = g_object_ref (self);
  leaving->func = func;
  leaving->path = g_strdup (path);
  xyb_compat_ask (GTK_WINDOW (self), _ ("离开导入？"), loss, answers, G_N_ELEMENTS (answers), NULL,
                  leave_answer_cb, leaving);
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
  self->sub_page = NULL;
  update_back (self);
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
  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (update_back), self);
  update_back (self);
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
