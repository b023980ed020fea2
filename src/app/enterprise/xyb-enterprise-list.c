/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-list.h"

#include <inttypes.h>

#include "xyb-enterprise-row.h"
#include "xyb-i18n.h"

enum
{
  SCOPE_ALL,
  SCOPE_YEAR,
  SCOPE_CLOSED_TOO
};

struct _XybEnterpriseList
{
  AdwBin parent_instance;

  /* template widgets */
  GtkSearchEntry *search;
  GtkDropDown *scope;
  GtkDropDown *district;
  GtkDropDown *order;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *view;
  AdwStatusPage *nothing;

  /* owned */
  XybOffice *office;
  XybEnterpriseModel *model;
  GtkSingleSelection *selection;
  char *queried; /* the text of the last answer */
  gint64 selected;
  gboolean filling; /* we change the widgets, not the clerk */
};

G_DEFINE_FINAL_TYPE (XybEnterpriseList, xyb_enterprise_list, ADW_TYPE_BIN)

static guint selected_signal;

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, XybEnterpriseList *self)
{
  gtk_list_item_set_child (list_item, xyb_enterprise_row_new ());
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

static gint64
chosen_district (XybEnterpriseList *self)
{
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  guint chosen = gtk_drop_down_get_selected (self->district);

  if (chosen == 0 || chosen > districts->len)
    return 0;
  return ((XybUnit *) districts->pdata[chosen - 1])->id;
}

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
  gboolean filtered = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0'
                      || gtk_drop_down_get_selected (self->scope) == SCOPE_YEAR
                      || gtk_drop_down_get_selected (self->district) != 0;

  adw_status_page_set_title (self->nothing, filtered ? _ ("没有找到") : _ ("还没有企业"));
  adw_status_page_set_description (self->nothing, filtered ? _ ("换一个词，或者去掉筛选条件再找。")
                                                           : _ ("点右上角“新建企业”录入第一家。"));
  gtk_widget_set_visible (adw_status_page_get_child (self->nothing), filtered);
  gtk_stack_set_visible_child_name (
    self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 ? "list" : "nothing");
}

/* The list goes on where the clerk was: same enterprise, in view. */
static void
restore_selection (XybEnterpriseList *self)
{
  guint position = xyb_enterprise_model_find (self->model, self->selected);

  if (position == gtk_single_selection_get_selected (self->selection))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
run_query (XybEnterpriseList *self)
{
  guint scope = gtk_drop_down_get_selected (self->scope);
  XybEnterpriseQuery query = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done;

  query.text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_free (self->queried);
  self->queried = g_strdup (query.text);
  query.unit_id = chosen_district (self);
  query.nominated_year = scope == SCOPE_YEAR ? xyb_office_get_year (self->office) : 0;
  query.include_closed = scope == SCOPE_CLOSED_TOO;
  query.order = (XybEnterpriseOrder) gtk_drop_down_get_selected (self->order);
  self->filling = TRUE;
  done = xyb_enterprise_model_query (self->model, &query, &error);
  restore_selection (self);
  self->filling = FALSE;
  if (!done)
    xyb_office_report (self->office, error);
  update_count (self);
  update_nothing (self);
}

static void
filter_changed_cb (GObject *object, GParamSpec *pspec, XybEnterpriseList *self)
{
  if (self->office != NULL && !self->filling)
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
clear_filters_cb (GtkButton *button, XybEnterpriseList *self)
{
  xyb_enterprise_list_clear_filters (self);
}

static void
stop_search_cb (GtkSearchEntry *entry, XybEnterpriseList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Enter in the search field: the first one found. */
static void
search_activate_cb (GtkSearchEntry *entry, XybEnterpriseList *self)
{
  if (self->model == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;
  run_query (self);
  xyb_enterprise_list_select (self, xyb_enterprise_model_get_id (self->model, 0));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
selection_changed_cb (GtkSingleSelection *selection, GParamSpec *pspec, XybEnterpriseList *self)
{
  gint64 id;

  if (self->filling)
    return;
  id = xyb_enterprise_model_get_id (self->model, gtk_single_selection_get_selected (selection));
  if (id == 0 || id == self->selected)
    return;
  self->selected = id;
  g_signal_emit (self, selected_signal, 0, id);
}

/* ---- filters ---- */

static void
set_strings (GtkDropDown *drop_down, GtkStringList *strings)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (strings));
  if (selected < g_list_model_get_n_items (G_LIST_MODEL (strings)))
    gtk_drop_down_set_selected (drop_down, selected);
}

static void
fill_filters (XybEnterpriseList *self)
{
  g_autoptr (GtkStringList) scopes = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  g_autofree char *year = g_strdup_printf (_ ("%d 年申报"), xyb_office_get_year (self->office));

  gtk_string_list_append (scopes, _ ("全部企业"));
  gtk_string_list_append (scopes, year);
  gtk_string_list_append (scopes, _ ("含已注销"));
  gtk_string_list_append (names, _ ("全部区镇"));
  for (guint i = 0; i < districts->len; i++)
    gtk_string_list_append (names, ((XybUnit *) districts->pdata[i])->name);
  self->filling = TRUE;
  set_strings (self->scope, scopes);
  set_strings (self->district, names);
  self->filling = FALSE;
}

/* ---- the widget ---- */

static void
xyb_enterprise_list_dispose (GObject *object)
{
  XybEnterpriseList *self = XYB_ENTERPRISE_LIST (object);

  self->filling = TRUE;
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
  selected_signal = g_signal_new ("selected", XYB_TYPE_ENTERPRISE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-list.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, search);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, scope);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, district);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, order);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, count);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, stack);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, view);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseList, nothing);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
}

static void
xyb_enterprise_list_init (XybEnterpriseList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  self->model = xyb_enterprise_model_new (office);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed_cb),
                           self, 0);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
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
  const GPtrArray *districts;

  g_return_if_fail (XYB_IS_ENTERPRISE_LIST (self) && self->office != NULL);

  districts = xyb_office_get_districts (self->office);
  fill_filters (self);
  self->filling = TRUE;
  for (guint i = 0; i < districts->len; i++)
    if (((XybUnit *) districts->pdata[i])->id == unit_id)
      gtk_drop_down_set_selected (self->district, i + 1);
  self->filling = FALSE;
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

  fill_filters (self);
  run_query (self);
  if (self->selected == 0)
    xyb_enterprise_list_select (self, xyb_enterprise_model_get_id (self->model, 0));
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
  g_signal_emit (self, selected_signal, 0, id);
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
  gtk_drop_down_set_selected (self->scope, SCOPE_ALL);
  gtk_drop_down_set_selected (self->district, 0);
  self->filling = FALSE;
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
