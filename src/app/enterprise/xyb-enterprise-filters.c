/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-filters.h"

#include "xyb-filter-choice.h"
#include "xyb-i18n.h"

enum
{
  SCOPE_ALL,
  SCOPE_YEAR,
  SCOPE_EVER
};

struct _XybEnterpriseFilters
{
  GtkBox parent_instance;

  /* template widgets */
  GtkDropDown *scope;
  GtkDropDown *district;
  GtkDropDown *state;

  /* owned */
  XybOffice *office;
  gboolean filling; /* we change the widgets, not the clerk */
};

G_DEFINE_FINAL_TYPE (XybEnterpriseFilters, xyb_enterprise_filters, GTK_TYPE_BOX)

static guint changed_signal;

static gint64
chosen_district (XybEnterpriseFilters *self)
{
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  guint chosen = gtk_drop_down_get_selected (self->district);

  if (chosen == 0 || chosen > districts->len)
    return 0;
  return ((XybUnit *) districts->pdata[chosen - 1])->id;
}

static void
choice_changed_cb (GObject *object, GParamSpec *pspec, XybEnterpriseFilters *self)
{
  if (self->office != NULL && !self->filling)
    g_signal_emit (self, changed_signal, 0);
}

static void
xyb_enterprise_filters_dispose (GObject *object)
{
  XybEnterpriseFilters *self = XYB_ENTERPRISE_FILTERS (object);

  self->filling = TRUE;
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_enterprise_filters_parent_class)->dispose (object);
}

static void
xyb_enterprise_filters_class_init (XybEnterpriseFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_filters_dispose;
  changed_signal = g_signal_new ("changed", XYB_TYPE_ENTERPRISE_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseFilters, scope);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseFilters, district);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseFilters, state);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
xyb_enterprise_filters_init (XybEnterpriseFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_filter_choice_init (self->scope, NULL);
  xyb_filter_choice_init (self->district, _ ("区镇"));
  xyb_filter_choice_init (self->state, _ ("状态"));
}

/**
 * xyb_enterprise_filters_set_office:
 * @self: the filters
 * @office: whose 区镇 and year to offer
 *
 * Done once.
 */
void
xyb_enterprise_filters_set_office (XybEnterpriseFilters *self, XybOffice *office)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_FILTERS (self) && self->office == NULL);

  self->office = g_object_ref (office);
}

/**
 * xyb_enterprise_filters_reload:
 * @self: the filters
 *
 * Offers what the office has now; what is chosen stays.
 */
void
xyb_enterprise_filters_reload (XybEnterpriseFilters *self)
{
  g_autoptr (GtkStringList) scopes = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  g_autofree char *year = g_strdup_printf (_ ("%d 年申报"), xyb_office_get_year (self->office));

  gtk_string_list_append (scopes, _ ("全部企业"));
  gtk_string_list_append (scopes, year);
  gtk_string_list_append (scopes, _ ("历年申报过"));
  gtk_string_list_append (names, _ ("全部区镇"));
  for (guint i = 0; i < districts->len; i++)
    gtk_string_list_append (names, ((XybUnit *) districts->pdata[i])->name);
  gtk_string_list_append (states, _ ("全部状态"));
  for (XybRegisterState state = 1; state < XYB_N_REGISTER_STATES; state++)
    gtk_string_list_append (states, xyb_register_state_name (state));
  self->filling = TRUE;
  xyb_filter_choice_set_strings (self->scope, scopes);
  xyb_filter_choice_set_strings (self->district, names);
  xyb_filter_choice_set_strings (self->state, states);
  self->filling = FALSE;
}

/**
 * xyb_enterprise_filters_set_district:
 * @self: the filters
 * @unit_id: a 区镇, or 0 for all
 *
 * Chooses it; does not emit `changed`.
 */
void
xyb_enterprise_filters_set_district (XybEnterpriseFilters *self, gint64 unit_id)
{
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  guint place = 0;

  xyb_enterprise_filters_reload (self);
  for (guint i = 0; i < districts->len; i++)
    if (((XybUnit *) districts->pdata[i])->id == unit_id)
      place = i + 1;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->district, place);
  self->filling = FALSE;
}

/**
 * xyb_enterprise_filters_clear:
 * @self: the filters
 *
 * Lets everything through; does not emit `changed`.
 */
void
xyb_enterprise_filters_clear (XybEnterpriseFilters *self)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_FILTERS (self));

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->scope, SCOPE_ALL);
  gtk_drop_down_set_selected (self->district, 0);
  gtk_drop_down_set_selected (self->state, XYB_REGISTER_STATE_ANY);
  self->filling = FALSE;
}

/**
 * xyb_enterprise_filters_is_active:
 * @self: the filters
 *
 * Returns: whether any enterprise may be held back
 */
gboolean
xyb_enterprise_filters_is_active (XybEnterpriseFilters *self)
{
  return gtk_drop_down_get_selected (self->scope) != SCOPE_ALL
         || gtk_drop_down_get_selected (self->district) != 0
         || gtk_drop_down_get_selected (self->state) != XYB_REGISTER_STATE_ANY;
}

/**
 * xyb_enterprise_filters_fill_query:
 * @self: the filters
 * @query: gets what is chosen; its text and order are left alone
 *
 * The state is the one in the year in view, unless every year is looked at; there 未申报 means:
 * put forward before, but not in the year in view.
 */
void
xyb_enterprise_filters_fill_query (XybEnterpriseFilters *self, XybEnterpriseQuery *query)
{
  guint scope = gtk_drop_down_get_selected (self->scope);
  int year = xyb_office_get_year (self->office);

  query->unit_id = chosen_district (self);
  query->nominated_year = scope == SCOPE_YEAR ? year : 0;
  query->nominated_ever = scope == SCOPE_EVER;
  query->state = (XybRegisterState) gtk_drop_down_get_selected (self->state);
  query->state_year
    = scope == SCOPE_EVER && query->state != XYB_REGISTER_STATE_UNNOMINATED ? 0 : year;
}

/**
 * xyb_enterprise_filters_dup_words:
 * @self: the filters
 *
 * Returns: (transfer full): what is chosen, as it reads: 「2020 年申报、周市镇、已验收」; "" for
 * nothing
 */
char *
xyb_enterprise_filters_dup_words (XybEnterpriseFilters *self)
{
  GtkDropDown *const filters[] = { self->scope, self->district, self->state };
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      GtkStringObject *chosen = gtk_drop_down_get_selected_item (filters[i]);

      if (gtk_drop_down_get_selected (filters[i]) == 0 || chosen == NULL)
        continue;
      if (words->len > 0)
        g_string_append (words, "、");
      g_string_append (words, gtk_string_object_get_string (chosen));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
