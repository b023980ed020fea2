/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-log-view.h"

#include "xyb-change-view.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-log-query.h"
#include "xyb-moment.h"
#include "xyb-revision-model.h"
#include "xyb-revision-row.h"
#include "xyb-undo-back.h"

struct _XybLogView
{
  AdwBin parent_instance;

  /* template widgets */
  GtkSearchEntry *search;
  GtkDropDown *period;
  GtkDropDown *kind;
  GtkDropDown *who;
  GtkDropDown *table;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *view;
  XybChangeView *changes;

  /* owned */
  XybOffice *office;
  XybUndoBack *undo;
  XybPagedModel *model;
  GtkSingleSelection *selection;
  char *queried; /* the text of the last answer */
  gint64 selected;
  gboolean filling; /* we change the widgets, not the clerk */
};

G_DEFINE_FINAL_TYPE (XybLogView, xyb_log_view, ADW_TYPE_BIN)

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, XybLogView *self)
{
  gtk_list_item_set_child (list_item, xyb_revision_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, XybLogView *self)
{
  xyb_revision_row_bind (XYB_REVISION_ROW (gtk_list_item_get_child (list_item)),
                         gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, XybLogView *self)
{
  xyb_revision_row_bind (XYB_REVISION_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* ---- the query ---- */

static const char *
chosen_name (GtkDropDown *drop_down)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (drop_down);

  return item != NULL && gtk_drop_down_get_selected (drop_down) > 0
           ? gtk_string_object_get_string (item)
           : NULL;
}

static gboolean
is_filtered (XybLogView *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0'
         || gtk_drop_down_get_selected (self->period) > 0
         || gtk_drop_down_get_selected (self->kind) > 0
         || gtk_drop_down_get_selected (self->who) > 0
         || gtk_drop_down_get_selected (self->table) > 0;
}

static void
update_count (XybLogView *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *text
    = g_strdup_printf (is_filtered (self) ? _ ("找到 %u 步") : _ ("共 %u 步"), shown);

  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, shown > 0 ? "list" : "nothing");
}

/* The list goes on where the clerk was: same revision, in view. */
static void
restore_selection (XybLogView *self)
{
  guint position = xyb_paged_model_find (self->model, self->selected);

  if (position == gtk_single_selection_get_selected (self->selection))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
run_query (XybLogView *self)
{
  static const XybRevisionKind kinds[]
    = { 0, XYB_REVISION_EDIT, XYB_REVISION_UNDO, XYB_REVISION_REDO, XYB_REVISION_BARRIER };
  guint table = gtk_drop_down_get_selected (self->table);
  g_autofree char *today = xyb_date_today ();
  g_autofree char *since
    = xyb_period_start ((XybPeriod) gtk_drop_down_get_selected (self->period), today);
  XybRevisionQuery query = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done;

  query.text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_free (self->queried);
  self->queried = g_strdup (query.text);
  query.since = since;
  query.kind = kinds[MIN (gtk_drop_down_get_selected (self->kind), G_N_ELEMENTS (kinds) - 1)];
  query.operator_name = chosen_name (self->who);
  query.table
    = table > 0 && table != GTK_INVALID_LIST_POSITION ? xyb_store_list_tables ()[table - 1] : NULL;
  self->filling = TRUE;
  done = xyb_revision_model_query (self->model, &query, &error);
  restore_selection (self);
  self->filling = FALSE;
  if (!done)
    xyb_office_report (self->office, error);
  update_count (self);
}

static void
filter_changed_cb (GObject *object, GParamSpec *pspec, XybLogView *self)
{
  if (self->office != NULL && !self->filling)
    run_query (self);
}

static void
search_changed_cb (GtkSearchEntry *entry, XybLogView *self)
{
  if (self->office != NULL && !self->filling
      && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), self->queried) != 0)
    run_query (self);
}

static void
stop_search_cb (GtkSearchEntry *entry, XybLogView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
clear_filters_cb (GtkButton *button, XybLogView *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->period, 0);
  gtk_drop_down_set_selected (self->kind, 0);
  gtk_drop_down_set_selected (self->who, 0);
  gtk_drop_down_set_selected (self->table, 0);
  self->filling = FALSE;
  run_query (self);
}

static void
selection_changed_cb (GtkSingleSelection *selection, GParamSpec *pspec, XybLogView *self)
{
  gint64 id;

  if (self->filling)
    return;
  id = xyb_paged_model_get_id (self->model, gtk_single_selection_get_selected (selection));
  if (id == 0 || id == self->selected)
    return;
  self->selected = id;
  xyb_change_view_show (self->changes, self->office, id);
}

static void
undo_from_cb (XybChangeView *changes, gint64 revision_id, XybLogView *self)
{
  xyb_undo_back_ask (self->undo, GTK_WIDGET (self), revision_id);
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
fill_tables (XybLogView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("全部内容"));
  for (const char *const *table = xyb_store_list_tables (); *table != NULL; table++)
    gtk_string_list_append (titles, xyb_store_get_table_title (*table));
  set_strings (self->table, titles);
}

/* A colleague who writes for the first time has to be offered; who is chosen stays chosen. */
static void
fill_who (XybLogView *self)
{
  g_autoptr (GPtrArray) names
    = xyb_store_list_operators (xyb_office_get_store (self->office), NULL);
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (chosen_name (self->who));
  guint selected = 0;

  gtk_string_list_append (strings, _ ("所有人"));
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      gtk_string_list_append (strings, names->pdata[i]);
      if (g_strcmp0 (chosen, names->pdata[i]) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->who, G_LIST_MODEL (strings));
  gtk_drop_down_set_selected (self->who, selected);
}

/* ---- the widget ---- */

static void
xyb_log_view_dispose (GObject *object)
{
  XybLogView *self = XYB_LOG_VIEW (object);

  self->filling = TRUE;
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->office);
  g_clear_object (&self->undo);
  g_clear_pointer (&self->queried, g_free);
  G_OBJECT_CLASS (xyb_log_view_parent_class)->dispose (object);
}

static void
xyb_log_view_class_init (XybLogViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_log_view_dispose;
  g_type_ensure (XYB_TYPE_CHANGE_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/data/xyb-log-view.ui");
  gtk_widget_class_bind_template_child (widget_class, XybLogView, search);
  gtk_widget_class_bind_template_child (widget_class, XybLogView, period);
  gtk_widget_class_bind_template_child (widget_class, XybLogView, kind);
  gtk_widget_class_bind_template_child (widget_class, XybLogView, who);
  gtk_widget_class_bind_template_child (widget_class, XybLogView, table);
  gtk_widget_class_bind_template_child (widget_class, XybLogView, count);
  gtk_widget_class_bind_template_child (widget_class, XybLogView, stack);
  gtk_widget_class_bind_template_child (widget_class, XybLogView, view);
  gtk_widget_class_bind_template_child (widget_class, XybLogView, changes);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_from_cb);
}

static void
xyb_log_view_init (XybLogView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_log_view_set_office:
 * @self: the view
 * @office: whose log to show
 * @undo: does 从这里撤销
 *
 * Done once, before the first reload.
 */
void
xyb_log_view_set_office (XybLogView *self, XybOffice *office, XybUndoBack *undo)
{
  g_return_if_fail (XYB_IS_LOG_VIEW (self) && self->office == NULL);

  fill_tables (self);
  self->office = g_object_ref (office);
  self->undo = g_object_ref (undo);
  self->model = xyb_revision_model_new (office);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed_cb),
                           self, 0);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * xyb_log_view_reload:
 * @self: the view
 *
 * Asks the store again; the selected revision stays selected.
 */
void
xyb_log_view_reload (XybLogView *self)
{
  g_return_if_fail (XYB_IS_LOG_VIEW (self) && self->office != NULL);

  self->filling = TRUE;
  fill_who (self);
  self->filling = FALSE;
  run_query (self);
  if (self->selected == 0)
    xyb_log_view_select (self, xyb_paged_model_get_id (self->model, 0));
  else
    xyb_change_view_show (self->changes, self->office, self->selected);
}

/**
 * xyb_log_view_grab_search:
 * @self: the view
 *
 * Puts the cursor into the search field.
 */
void
xyb_log_view_grab_search (XybLogView *self)
{
  g_return_if_fail (XYB_IS_LOG_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * xyb_log_view_search:
 * @self: the view
 * @text: part of a label or of a record's name
 *
 * Searches at once.
 */
void
xyb_log_view_search (XybLogView *self, const char *text)
{
  g_return_if_fail (XYB_IS_LOG_VIEW (self));

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  self->filling = FALSE;
  run_query (self);
}

/**
 * xyb_log_view_select:
 * @self: the view
 * @revision_id: of a revision
 *
 * Shows it, also where the filters hide it.
 */
void
xyb_log_view_select (XybLogView *self, gint64 revision_id)
{
  g_return_if_fail (XYB_IS_LOG_VIEW (self));

  self->selected = revision_id;
  self->filling = TRUE;
  restore_selection (self);
  self->filling = FALSE;
  xyb_change_view_show (self->changes, self->office, revision_id);
}

/**
 * xyb_log_view_get_model:
 * @self: the view
 *
 * Returns: (transfer none): what it lists, of #XybRevisionItem
 */
GListModel *
xyb_log_view_get_model (XybLogView *self)
{
  g_return_val_if_fail (XYB_IS_LOG_VIEW (self), NULL);

  return G_LIST_MODEL (self->model);
}

/**
 * xyb_log_view_get_ids:
 * @self: the view
 *
 * Returns: (transfer none) (element-type gint64): the revisions listed, latest first
 */
GArray *
xyb_log_view_get_ids (XybLogView *self)
{
  g_return_val_if_fail (XYB_IS_LOG_VIEW (self), NULL);

  return xyb_paged_model_get_ids (self->model);
}
