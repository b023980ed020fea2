/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-search.h"

#include <inttypes.h>

#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-nomination-store.h"

/* More lines than a clerk reads; she types one more character instead. */
#define MAX_MATCHES 50

struct _XybNominationSearch
{
  AdwBin parent_instance;

  /* template widgets */
  GtkSearchEntry *entry;
  GtkStack *stack;
  AdwBin *slot;
  GtkListBox *matches;

  /* owned */
  XybOffice *office;
};

enum
{
  PROP_0,
  PROP_LIST,
  N_PROPS
};

enum
{
  SIGNAL_FOUND,
  SIGNAL_CLOSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (XybNominationSearch, xyb_nomination_search, ADW_TYPE_BIN)

/* ---- what is found ---- */

static gboolean
is_blank (XybNominationSearch *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';
}

static GtkWidget *
match_new (const XybNomination *nomination)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *where
    = g_strdup_printf (_ ("%s 第 %" PRId64 " 行"), nomination->unit_name, nomination->position);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nomination->enterprise_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "nomination", xyb_nomination_copy (nomination),
                          (GDestroyNotify) xyb_nomination_free);
  return row;
}

static GHashTable *
find_companies (XybNominationSearch *self, GError **error)
{
  XybEnterpriseQuery query = {
    .text = gtk_editable_get_text (GTK_EDITABLE (self->entry)),
    .nominated_year = xyb_office_get_year (self->office),
    .include_closed = TRUE,
  };
  g_autoptr (GArray) ids
    = xyb_enterprise_store_query (xyb_office_get_store (self->office), &query, error);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (found, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return ids != NULL ? g_steal_pointer (&found) : NULL;
}

static void
clear_matches (XybNominationSearch *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->matches))) != NULL)
    gtk_list_box_remove (self->matches, child);
}

static gboolean
fill_matches (XybNominationSearch *self, GError **error)
{
  g_autoptr (GHashTable) found = find_companies (self, error);
  g_autoptr (GPtrArray) rows = NULL;
  guint count = 0;

  if (found == NULL)
    return FALSE;
  rows = xyb_nomination_store_list (xyb_office_get_store (self->office),
                                    xyb_office_get_year (self->office), 0, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len && count < MAX_MATCHES; i++)
    {
      const XybNomination *row = rows->pdata[i];

      if (!g_hash_table_contains (found, &row->enterprise_id))
        continue;
      gtk_list_box_append (self->matches, match_new (row));
      count++;
    }
  return TRUE;
}

static void
run (XybNominationSearch *self)
{
  g_autoptr (GError) error = NULL;

  clear_matches (self);
  if (self->office == NULL || is_blank (self) || xyb_office_get_plan (self->office) == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }
  if (!fill_matches (self, &error))
    xyb_office_report (self->office, error);
  gtk_stack_set_visible_child_name (
    self->stack, gtk_list_box_get_row_at_index (self->matches, 0) != NULL ? "matches" : "nothing");
}

/* ---- keys and clicks ---- */

static void
search_changed_cb (GtkSearchEntry *entry, XybNominationSearch *self)
{
  run (self);
}

static void
open_match (XybNominationSearch *self, GtkListBoxRow *row)
{
  g_autoptr (XybNomination) nomination
    = xyb_nomination_copy (g_object_get_data (G_OBJECT (row), "nomination"));

  g_signal_emit (self, signals[SIGNAL_FOUND], 0, nomination->unit_id, nomination->enterprise_id);
}

static void
match_activated_cb (GtkListBox *list, GtkListBoxRow *row, XybNominationSearch *self)
{
  open_match (self, row);
}

/* Enter in the field: the first one found. */
static void
search_activate_cb (GtkSearchEntry *entry, XybNominationSearch *self)
{
  GtkListBoxRow *first;

  run (self);
  first = gtk_list_box_get_row_at_index (self->matches, 0);
  if (first != NULL)
    open_match (self, first);
}

static void
stop_search_cb (GtkSearchEntry *entry, XybNominationSearch *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  run (self);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               XybNominationSearch *self)
{
  GtkListBoxRow *first;

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  run (self);
  first = gtk_list_box_get_row_at_index (self->matches, 0);
  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->slot), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* ---- from outside ---- */

/**
 * xyb_nomination_search_set_office:
 * @self: the search
 * @office: the office
 */
void
xyb_nomination_search_set_office (XybNominationSearch *self, XybOffice *office)
{
  g_return_if_fail (XYB_IS_NOMINATION_SEARCH (self));

  g_set_object (&self->office, office);
}

/**
 * xyb_nomination_search_reload:
 * @self: the search
 *
 * Searches again what is typed: the lists are others now.
 */
void
xyb_nomination_search_reload (XybNominationSearch *self)
{
  g_return_if_fail (XYB_IS_NOMINATION_SEARCH (self));

  if (!is_blank (self))
    run (self);
}

/**
 * xyb_nomination_search_grab:
 * @self: the search
 *
 * Puts the cursor into the field, with what is there selected.
 */
void
xyb_nomination_search_grab (XybNominationSearch *self)
{
  g_return_if_fail (XYB_IS_NOMINATION_SEARCH (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/* ---- the widget ---- */

static void
xyb_nomination_search_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  XybNominationSearch *self = XYB_NOMINATION_SEARCH (object);

  switch (id)
    {
    case PROP_LIST:
      adw_bin_set_child (self->slot, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xyb_nomination_search_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XybNominationSearch *self = XYB_NOMINATION_SEARCH (object);

  switch (id)
    {
    case PROP_LIST:
      g_value_set_object (value, adw_bin_get_child (self->slot));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xyb_nomination_search_dispose (GObject *object)
{
  g_clear_object (&XYB_NOMINATION_SEARCH (object)->office);
  G_OBJECT_CLASS (xyb_nomination_search_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybNominationSearch, name)

static void
xyb_nomination_search_class_init (XybNominationSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = xyb_nomination_search_dispose;
  object_class->set_property = xyb_nomination_search_set_property;
  object_class->get_property = xyb_nomination_search_get_property;
  /* What stands below the field while nothing is searched. */
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /**
   * XybNominationSearch::found:
   * @unit_id: the 区镇
   * @enterprise_id: the company the clerk wants to see
   */
  signals[SIGNAL_FOUND]
    = g_signal_new ("found", XYB_TYPE_NOMINATION_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  /**
   * XybNominationSearch::closed:
   *
   * Esc: the clerk goes back to where she was.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", XYB_TYPE_NOMINATION_SEARCH, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/nomination/xyb-nomination-search.ui");
  BIND (entry);
  BIND (stack);
  BIND (slot);
  BIND (matches);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, match_activated_cb);
}

static void
xyb_nomination_search_init (XybNominationSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
