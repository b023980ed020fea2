/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-list.h"

#include <inttypes.h>

#include "xyb-enterprise-actions.h"
#include "xyb-enterprise-filters.h"
#include "xyb-enterprise-nothing.h"
#include "xyb-enterprise-row.h"
#include "xyb-i18n.h"

struct _XybEnterpriseList
{
  AdwBin parent_instance;

  /* template widgets */
  GtkSearchEntry *search;
  XybEnterpriseFilters *filters;
  GtkDropDown *order;
  GtkLabel *count;
  GtkWidget *clear_button;
  GtkStack *stack;
  GtkListView *view;
  XybEnterpriseNothing *nothing;

  /* owned */
  XybEnterpriseActions *actions; /* of the row the menu is open at */
  XybOffice *office;
  XybPagedModel *model;
  GtkSingleSelection *selection;
  char *queried; /* the text of the last answer */
  gint64 selected;
  gboolean managing;
  gboolean filling; /* we change the widgets, not the clerk */
};

G_DEFINE_FINAL_TYPE (XybEnterpriseList, xyb_enterprise_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_OPENED,
  SIGNAL_NEW_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, XybEnterpriseList *self);

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, XybEnterpriseList *self)
{
  GtkWidget *row = xyb_enterprise_row_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (row_pressed_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, XybEnterpriseList *self)
{
  xyb_enterprise_row_bind (XYB_ENTERPRISE_ROW (gtk_list_item_get_child (list_item)),
                           gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, XybEnterpriseList *self)
{
  xyb_enterprise_row_bind (XYB_ENTERPRISE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* ---- the query ---- */

static void
update_count (XybEnterpriseList *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gint64 total = xyb_enterprise_store_count (xyb_office_get_store (self->office), NULL);
  g_autofree char *text = NULL;

  if (total < 0 || (gint64) shown == total)
    text = g_strdup_printf (_ ("共 %u 家"), shown);
  else
    text = g_strdup_printf (_ ("%u 家，共 %" PRId64 " 家"), shown, total);
  gtk_label_set_label (self->count, text);
}

static void
update_nothing (XybEnterpriseList *self)
{
  g_autofree char *filters = xyb_enterprise_filters_dup_words (self->filters);

  xyb_enterprise_nothing_set (self->nothing, self->queried, filters,
                              self->managing && !xyb_office_is_read_only (self->office));
  gtk_stack_set_visible_child_name (
    self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 ? "list" : "nothing");
}

/* The list goes on where the clerk was: same enterprise, in view. */
static void
restore_selection (XybEnterpriseList *self)
{
  guint position = xyb_paged_model_find (self->model, self->selected);

  if (position == gtk_single_selection_get_selected (self->selection))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
run_query (XybEnterpriseList *self)
{
  XybEnterpriseQuery query;
  g_autoptr (GError) error = NULL;
  gboolean done;

  xyb_enterprise_list_get_query (self, &query);
  g_free (self->queried);
  self->queried = g_strdup (query.text);
  self->filling = TRUE;
  done = xyb_enterprise_model_query (self->model, &query, &error);
  restore_selection (self);
  self->filling = FALSE;
  if (!done)
    xyb_office_report (self->office, error);
  update_count (self);
  update_nothing (self);
  gtk_widget_set_visible (self->clear_button, xyb_enterprise_filters_is_active (self->filters));
}

static void
order_changed_cb (GObject *object, GParamSpec *pspec, XybEnterpriseList *self)
{
  if (self->office != NULL && !self->filling)
    run_query (self);
}

static void
filters_changed_cb (XybEnterpriseFilters *filters, XybEnterpriseList *self)
{
  run_query (self);
}

static void
search_changed_cb (GtkSearchEntry *entry, XybEnterpriseList *self)
{
  if (self->office != NULL && !self->filling
      && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), self->queried) != 0)
    run_query (self);
}

static void
clear_all_cb (XybEnterpriseNothing *nothing, XybEnterpriseList *self)
{
  xyb_enterprise_list_clear_filters (self);
}

static void
clear_filters_cb (GtkButton *button, XybEnterpriseList *self)
{
  xyb_enterprise_filters_clear (self->filters);
  run_query (self);
}

static void
new_wanted_cb (XybEnterpriseNothing *nothing, const char *text, XybEnterpriseList *self)
{
  g_signal_emit (self, signals[SIGNAL_NEW_WANTED], 0, text);
}

/* ---- keys between the search and the list ---- */

static GtkWidget *
find_row (XybEnterpriseList *self, gint64 id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (XYB_IS_ENTERPRISE_ROW (row) && xyb_enterprise_row_get_id (XYB_ENTERPRISE_ROW (row)) == id)
        return row;
    }
  return NULL;
}

/* Into the list, at what is selected; else at the first one, which is then selected. */
static void
enter_list (XybEnterpriseList *self)
{
  guint position = xyb_paged_model_find (self->model, self->selected);
  GtkWidget *row;

  if (position == GTK_INVALID_LIST_POSITION)
    {
      position = 0;
      xyb_enterprise_list_select (self, xyb_paged_model_get_id (self->model, 0));
    }
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  row = find_row (self, self->selected);
  gtk_widget_grab_focus (row != NULL ? gtk_widget_get_parent (row) : GTK_WIDGET (self->view));
}

static void
stop_search_cb (GtkSearchEntry *entry, XybEnterpriseList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  run_query (self);
  enter_list (self);
}

/* Enter in the search field: the first one found. */
static void
search_activate_cb (GtkSearchEntry *entry, XybEnterpriseList *self)
{
  if (self->model == NULL)
    return;
  run_query (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;
  xyb_enterprise_list_select (self, xyb_paged_model_get_id (self->model, 0));
  enter_list (self);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               XybEnterpriseList *self)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down && keyval != GDK_KEY_Page_Down)
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  search_changed_cb (self->search, self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    enter_list (self);
  return TRUE;
}

/* What is typed in the list is a search: the key goes on to the field, through its input method. */
static gboolean
list_key_cb (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             XybEnterpriseList *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->search)));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || (keyval != GDK_KEY_BackSpace && !g_unichar_isgraph (gdk_keyval_to_unicode (keyval))))
    return FALSE;
  gtk_widget_grab_focus (text);
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
  return gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller)) == NULL
         || gtk_event_controller_key_forward (controller, text);
}

static void
row_activated_cb (GtkListView *view, guint position, XybEnterpriseList *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, xyb_paged_model_get_id (self->model, position));
}

static void
selection_changed_cb (GtkSingleSelection *selection, GParamSpec *pspec, XybEnterpriseList *self)
{
  gint64 id;

  if (self->filling)
    return;
  id = xyb_paged_model_get_id (self->model, gtk_single_selection_get_selected (selection));
  if (id == 0 || id == self->selected)
    return;
  self->selected = id;
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, id);
}

/* ---- the menu of a row ---- */

static void
row_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, XybEnterpriseList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  gint64 id = xyb_enterprise_row_get_id (XYB_ENTERPRISE_ROW (row));

  if (id == 0 || !self->managing)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (id != self->selected)
    xyb_enterprise_list_select (self, id);
  xyb_enterprise_actions_popup (self->actions, self->office, id, row, x, y);
}

static void
menu_key_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybEnterpriseList *self = XYB_ENTERPRISE_LIST (widget);
  GtkWidget *row = find_row (self, self->selected);

  if (row != NULL && self->managing)
    xyb_enterprise_actions_popup (self->actions, self->office, self->selected, row, 24,
                                  gtk_widget_get_allocated_height (row));
}

/* ---- the widget ---- */

static void
xyb_enterprise_list_dispose (GObject *object)
{
  XybEnterpriseList *self = XYB_ENTERPRISE_LIST (object);

  self->filling = TRUE;
  g_clear_object (&self->actions);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->office);
  g_clear_pointer (&self->queried, g_free);
  G_OBJECT_CLASS (xyb_enterprise_list_parent_class)->dispose (object);
}

static void
xyb_enterprise_list_class_init (XybEnterpriseListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_list_dispose;
  /* id of the enterprise the clerk has chosen */
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", XYB_TYPE_ENTERPRISE_LIST, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /* id: Enter or a double click */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", XYB_TYPE_ENTERPRISE_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /* the words that found nothing, perhaps "" */
  signals[SIGNAL_NEW_WANTED]
    = g_signal_new ("new-wanted", XYB_TYPE_ENTERPRISE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (XYB_TYPE_ENTERPRISE_FILTERS);
  g_type_ensure (XYB_TYPE_ENTERPRISE_NOTHING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-list.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, search);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, filters);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, order);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, count);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, clear_button);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, stack);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, view);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, nothing);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_wanted_cb);
  gtk_widget_class_install_action (widget_class, "register.menu", NULL, menu_key_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "register.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "register.menu",
                                       NULL);
}

static void
xyb_enterprise_list_init (XybEnterpriseList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = xyb_enterprise_actions_new (GTK_WIDGET (self));
}

/**
 * xyb_enterprise_list_set_office:
 * @self: the list
 * @office: whose register to list
 *
 * Done once, before the first reload.
 */
void
xyb_enterprise_list_set_office (XybEnterpriseList *self, XybOffice *office)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_LIST (self) && self->office == NULL);

  self->office = g_object_ref (office);
  xyb_enterprise_filters_set_office (self->filters, office);
  self->model = xyb_enterprise_model_new (office);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed_cb),
                           self, 0);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * xyb_enterprise_list_set_managing:
 * @self: the list
 * @managing: whether enterprises are added, changed and removed from here, not only chosen
 *
 * Gives the rows their menu, and an empty list its 「新建」.
 */
void
xyb_enterprise_list_set_managing (XybEnterpriseList *self, gboolean managing)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_LIST (self));

  self->managing = managing;
}

/**
 * xyb_enterprise_list_set_district:
 * @self: the list
 * @unit_id: a 区镇, or 0 for all
 *
 * Shows only its enterprises.
 */
void
xyb_enterprise_list_set_district (XybEnterpriseList *self, gint64 unit_id)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_LIST (self) && self->office != NULL);

  xyb_enterprise_filters_set_district (self->filters, unit_id);
  run_query (self);
}

/**
 * xyb_enterprise_list_reload:
 * @self: the list
 *
 * Asks the store again; the selected enterprise stays selected.
 */
void
xyb_enterprise_list_reload (XybEnterpriseList *self)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_LIST (self) && self->office != NULL);

  xyb_enterprise_filters_reload (self->filters);
  run_query (self);
  if (self->selected == 0)
    xyb_enterprise_list_select (self, xyb_paged_model_get_id (self->model, 0));
}

/**
 * xyb_enterprise_list_get_selected:
 * @self: the list
 *
 * Returns: id of the selected enterprise, or 0
 */
gint64
xyb_enterprise_list_get_selected (XybEnterpriseList *self)
{
  g_return_val_if_fail (XYB_IS_ENTERPRISE_LIST (self), 0);

  return self->selected;
}

/**
 * xyb_enterprise_list_select:
 * @self: the list
 * @id: an enterprise, or 0 for none
 *
 * Selects it, also where the filters hide it.
 */
void
xyb_enterprise_list_select (XybEnterpriseList *self, gint64 id)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_LIST (self));

  self->selected = id;
  self->filling = TRUE;
  restore_selection (self);
  self->filling = FALSE;
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, id);
}

/**
 * xyb_enterprise_list_search:
 * @self: the list
 * @text: part of a name, initials, code, contact or phone
 *
 * Searches at once.
 */
void
xyb_enterprise_list_search (XybEnterpriseList *self, const char *text)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_LIST (self));

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  self->filling = FALSE;
  run_query (self);
}

/**
 * xyb_enterprise_list_clear_filters:
 * @self: the list
 *
 * Shows the whole register again.
 */
void
xyb_enterprise_list_clear_filters (XybEnterpriseList *self)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_LIST (self));

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->filling = FALSE;
  xyb_enterprise_filters_clear (self->filters);
  run_query (self);
}

/**
 * xyb_enterprise_list_grab_search:
 * @self: the list
 *
 * Puts the cursor into the search field.
 */
void
xyb_enterprise_list_grab_search (XybEnterpriseList *self)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * xyb_enterprise_list_get_model:
 * @self: the list
 *
 * Returns: (transfer none): what it lists
 */
GListModel *
xyb_enterprise_list_get_model (XybEnterpriseList *self)
{
  g_return_val_if_fail (XYB_IS_ENTERPRISE_LIST (self), NULL);

  return G_LIST_MODEL (self->model);
}

/**
 * xyb_enterprise_list_get_count_sentence:
 * @self: the list
 *
 * Returns: 「69 家，共 712 家」
 */
const char *
xyb_enterprise_list_get_count_sentence (XybEnterpriseList *self)
{
  g_return_val_if_fail (XYB_IS_ENTERPRISE_LIST (self), NULL);

  return gtk_label_get_label (self->count);
}

/**
 * xyb_enterprise_list_get_query:
 * @self: the list
 * @query: (out caller-allocates): what is shown and in which order; its text is borrowed
 */
void
xyb_enterprise_list_get_query (XybEnterpriseList *self, XybEnterpriseQuery *query)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_LIST (self) && self->office != NULL);

  *query = (XybEnterpriseQuery){ 0 };
  query->text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  query->order = (XybEnterpriseOrder) gtk_drop_down_get_selected (self->order);
  xyb_enterprise_filters_fill_query (self->filters, query);
}
